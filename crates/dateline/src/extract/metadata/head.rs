//! A page's head in, what several extractors need to know of it out: its own addresses, its title, its language.

use url::Url;

use super::{title, words};
use crate::{
    document::{Document, Tag},
    stage::Context,
};

/// What the head of a page says of the page itself.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The page's addresses in the form that they are compared in: its own, the canonical one, that of OpenGraph.
    pub(super) addresses: Vec<String>,
    /// `<title>` and og:title, in the form that texts are compared in, a space around each.
    pub(super) titles: Vec<String>,
    /// The titles and what is left of them without the names at their ends, in the form that texts are compared in.
    pub(super) title_readings: Vec<String>,
}

impl Head {
    /// Reads `<title>`, `<link rel=canonical>`, og:url and og:title.
    pub(super) fn read(document: &Document<'_>, context: &Context<'_>) -> Self {
        let tree = document.tree();
        let mut head = Self::default();
        let mut addresses: Vec<String> = context.url().map(str::to_owned).into_iter().collect();
        let mut titles = Vec::new();
        if let Some(title) = document.by_tag(Tag::Title).find(|&node| tree.is_html(node)) {
            titles.push(tree.text_content(title));
        }
        for node in document.by_tag(Tag::Link) {
            if tree.attr(node, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
                addresses.extend(tree.attr(node, "href").map(|href| document.resolve(&href)));
            }
        }
        for node in document.by_tag(Tag::Meta) {
            let content = || tree.attr(node, "content").map(std::borrow::Cow::into_owned);
            match tree.attr(node, "property").as_deref() {
                Some("og:url") => addresses.extend(content().map(|url| document.resolve(&url))),
                Some("og:title") => titles.extend(content()),
                _ => {}
            }
        }
        head.addresses = addresses.iter().filter_map(|address| comparable(address)).collect();
        head.title_readings = titles.iter().flat_map(|title| title::readings(&words::clean(title))).collect();
        head.titles = titles.iter().map(|title| format!(" {} ", words::normal(&words::clean(title)))).collect();
        head
    }

    /// Whether an address is one of the page's own.
    pub(super) fn is_address(&self, address: &str) -> bool {
        comparable(address).is_some_and(|address| self.addresses.contains(&address))
    }

    /// Whether words are a title of the page, with or without what is added at its ends.
    pub(super) fn is_title(&self, text: &str) -> bool {
        let text = words::normal(text);
        self.title_readings.contains(&text)
    }

    /// Whether words are a title of the page as it stands.
    pub(super) fn is_whole_title(&self, text: &str) -> bool {
        let text = words::normal(text);
        self.titles.iter().any(|title| title.trim() == text)
    }

    /// Whether words stand in a title of the page, or the title in them.
    pub(super) fn is_in_title(&self, text: &str) -> bool {
        let text = format!(" {} ", words::normal(text));
        text.len() > 4 && self.titles.iter().any(|title| title.contains(&text) || (title.len() > 12 && text.contains(title)))
    }
}

/// The language that a page declares, in lower case.
pub(super) fn language(document: &Document<'_>) -> Option<String> {
    let tree = document.tree();
    let language = document.by_tag(Tag::Html).find_map(|node| tree.attr(node, "lang").or_else(|| tree.attr(node, "xml:lang")));
    language.map(|language| language.trim().replace('_', "-").to_ascii_lowercase()).filter(|language| !language.is_empty())
}

/// An address without what does not tell pages apart: scheme, "www.", query of campaigns, fragment, last slash. A front page is none: sites say it of everything.
fn comparable(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").trim_start_matches("m.").trim_start_matches("amp.");
    let path = url.path().trim_end_matches('/').trim_end_matches(".amp").trim_end_matches("/amp");
    let query = url.query().filter(|query| !query.contains("utm_")).unwrap_or_default();
    (!path.is_empty() || !query.is_empty()).then(|| format!("{host}{path}?{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_without_their_dress() {
        assert_eq!(comparable("https://www.gazette.example/a/b/?utm_source=x#top"), comparable("http://gazette.example/a/b"));
        assert_ne!(comparable("https://gazette.example/?p=1"), comparable("https://gazette.example/?p=2"));
        assert_eq!(comparable("https://gazette.example/"), None);
        assert_eq!(comparable("/a"), None);
    }
}
