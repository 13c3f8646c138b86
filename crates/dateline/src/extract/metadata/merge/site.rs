//! What a page says of its publisher in, whether words are the site's own name out, and titles without it.

use url::Url;

use super::{
    super::{title::splits, words::normal},
    Sheet,
};
use crate::stage::Field;

/// The names that a site goes by.
pub(super) struct Site {
    names: Vec<Name>,
    hosts: Vec<String>,
}

/// One name of a site, without an article before it.
struct Name {
    /// As texts are compared.
    words: String,
    /// Without spaces, as hosts are written.
    joined: String,
}

impl Name {
    /// Of words as texts are compared.
    fn of(words: &str) -> Self {
        let words = words.trim_start_matches("the ");
        Self { words: words.to_owned(), joined: words.split(' ').collect() }
    }
}

impl Site {
    pub(super) fn of(sheet: &Sheet<'_>, url: Option<&str>) -> Self {
        let names = sheet.of(Field::PublisherName).into_iter().map(|(_, candidate)| normal(candidate.value.as_str()));
        let names = names.filter(|name| !name.is_empty() && name.len() <= 80).map(|name| Name::of(&name)).collect();
        let addresses =
            sheet.of(Field::CanonicalUrl).into_iter().chain(sheet.of(Field::PublisherUrl)).map(|(_, candidate)| candidate.value.words());
        let hosts = addresses.chain(url.map(str::to_owned)).filter_map(|address| host_of(&address)).collect();
        Self { names, hosts }
    }

    /// Whether words are the site's name, with or without an article, an ending of its host, a claim behind it.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let text = normal(text);
        !text.is_empty() && (self.is_named(&text) || self.is_host(&text))
    }

    /// Whether an author is the site itself. A name of several words that only the host repeats is that of a person who has a site: "Jane Doe" of janedoe.example.
    pub(super) fn is_house(&self, name: &str) -> bool {
        let text = normal(name);
        !text.is_empty() && (self.is_named(&text) || (!text.contains(' ') && self.is_host(&text)))
    }

    fn is_named(&self, text: &str) -> bool {
        let bare = text.trim_start_matches("the ");
        let joined = |name: &Name| bare.split(' ').try_fold(name.joined.as_str(), |rest, word| rest.strip_prefix(word)) == Some("");
        self.names.iter().any(|known| {
            let name = known.words.as_str();
            name == bare
                || joined(known)
                // but whose blog it is has a name of his own: "Jane Doe's Blog"
                || (bare.len() >= 4 && name.strip_prefix(bare).is_some_and(|rest| rest.starts_with(' ') && !rest.starts_with(" s ")))
                || (name.len() >= 4
                    && bare.starts_with(name)
                    && bare.as_bytes().get(name.len()) == Some(&b' ')
                    && bare.len() <= name.len() + 24)
        })
    }

    fn is_host(&self, text: &str) -> bool {
        let joined: String = text.trim_start_matches("the ").split(' ').collect();
        self.hosts.iter().any(|host| {
            *host == joined
                || (host.len() >= 4 && joined.starts_with(host.as_str()) && joined.len() <= host.len() + 8)
                || (joined.len() >= 4 && host.starts_with(&joined) && joined.len() * 2 > host.len())
        })
    }

    /// A title cut at its separators where what stands at its end or its start is the site's name; `None` where it names no site.
    pub(super) fn cut(&self, title: &str) -> Option<String> {
        let mut rest = title;
        loop {
            let ends = splits(rest);
            let at_end = ends.iter().rev().find(|&&(at, length)| rest.get(at + length..).is_some_and(|name| self.is_name(name)));
            if let Some(before) = at_end.and_then(|&(at, _)| rest.get(..at)) {
                rest = before;
                continue;
            }
            let at_start = ends.iter().find(|&&(at, _)| rest.get(..at).is_some_and(|name| self.is_name(name)));
            match at_start.and_then(|&(at, length)| rest.get(at + length..)) {
                Some(behind) => rest = behind,
                None => break,
            }
        }
        let rest = rest.trim();
        (rest.len() < title.len() && !rest.is_empty()).then(|| rest.to_owned())
    }
}

/// The label of a host that names the site: "gazette" of "www.gazette.co.example".
fn host_of(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let labels: Vec<&str> = host.split('.').filter(|label| !matches!(*label, "www" | "m" | "amp" | "news" | "blog")).collect();
    let known = labels.get(..labels.len().saturating_sub(1))?;
    // of "co.uk" and the like the label before
    let label = known.iter().rev().find(|label| label.len() > 3).or_else(|| known.first())?;
    Some(label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site { names: vec![Name::of("the village gazette")], hosts: vec!["villagegazette".into()] }
    }

    #[test]
    fn titles_lose_the_name_of_the_site() {
        for (title, cut) in [
            ("Cow leaves meadow | Village Gazette", Some("Cow leaves meadow")),
            ("Cow leaves meadow - Farm - The Village Gazette", Some("Cow leaves meadow - Farm")),
            ("Village Gazette: Cow leaves meadow", Some("Cow leaves meadow")),
            ("Cow leaves meadow - VillageGazette.example", Some("Cow leaves meadow")),
            ("Cow leaves meadow", None),
            ("Cow-calf pair - a story", None),
            ("Village Gazette", None),
        ] {
            assert_eq!(site().cut(title).as_deref(), cut, "{title}");
        }
    }

    #[test]
    fn hosts_name_sites() {
        assert_eq!(host_of("https://www.gazette.co.uk/a").as_deref(), Some("gazette"));
        assert_eq!(host_of("https://news.gazette.example/").as_deref(), Some("gazette"));
    }
}
