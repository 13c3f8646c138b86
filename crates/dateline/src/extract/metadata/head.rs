//! A page's head in, what several extractors need to know of it out: its own addresses, its title, its language.

use std::borrow::Cow;

use url::Url;

use super::{
    attributes::{CONTENT, HREF, PROPERTY, REL},
    title, words,
};
use crate::{
    document::{Document, NodeId, Tag},
    stage::Context,
};

/// The titles that the head of a page gives it, in the form that texts are compared in.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// `<title>` and og:title.
    titles: Vec<String>,
    /// The titles and what is left of them without the names at their ends.
    pub(super) title_readings: Vec<String>,
}

impl Head {
    /// The head of the page, which is read for the first extractor that asks.
    pub(super) fn of<'c>(document: &Document<'_>, context: &'c Context<'_>) -> Cow<'c, Self> {
        context.shared(|| Self::read(document)).map_or_else(|| Cow::Owned(Self::read(document)), Cow::Borrowed)
    }

    /// Reads `<title>` and og:title.
    fn read(document: &Document<'_>) -> Self {
        let tree = document.tree();
        let title = document.by_tag(Tag::Title).find(|&node| tree.is_html(node)).map(|title| tree.text_content(title));
        let metas =
            document.by_tag(Tag::Meta).filter(|&node| tree.find_known(node, PROPERTY).is_some_and(|name| name.value() == "og:title"));
        let titles = title.into_iter().chain(metas.filter_map(|node| Some(tree.find_known(node, CONTENT)?.value().into_owned())));
        let titles: Vec<String> = titles.map(words::clean).collect();
        Self {
            title_readings: titles.iter().flat_map(|title| title::readings(title)).collect(),
            titles: titles.iter().map(|title| words::normal(title)).collect(),
        }
    }

    /// Whether words, in the form that texts are compared in, are a title of the page, with or without what is added at its ends.
    pub(super) fn is_title(&self, key: &str) -> bool {
        self.title_readings.iter().any(|title| title == key)
    }

    /// Whether such words are a title of the page as it stands.
    pub(super) fn is_whole_title(&self, key: &str) -> bool {
        self.titles.iter().any(|title| title == key)
    }

    /// Whether such words stand in a title of the page, or the title in them.
    pub(super) fn is_in_title(&self, key: &str) -> bool {
        let is_in = |title: &String| words::holds(title, key) || (title.len() > SHORT && words::holds(key, title));
        key.len() > 2 && self.titles.iter().any(is_in)
    }
}

/// A title of so few bytes stands in many texts by chance.
const SHORT: usize = 10;

/// The page's addresses in the form that they are compared in: its own, the canonical one, that of OpenGraph.
pub(super) struct Addresses(Vec<String>);

impl Addresses {
    /// Reads `<link rel=canonical>` and og:url.
    pub(super) fn read(document: &Document<'_>, context: &Context<'_>) -> Self {
        let tree = document.tree();
        let is_canonical = |&node: &NodeId| tree.find_known(node, REL).is_some_and(|rel| rel.value().eq_ignore_ascii_case("canonical"));
        let links = document.by_tag(Tag::Link).filter(is_canonical).filter_map(|node| tree.find_known(node, HREF));
        let is_own = |&node: &NodeId| tree.find_known(node, PROPERTY).is_some_and(|name| name.value() == "og:url");
        let metas = document.by_tag(Tag::Meta).filter(is_own).filter_map(|node| tree.find_known(node, CONTENT));
        let of_page = links.chain(metas).map(|address| document.resolve(&address.value()));
        Self(context.url().map(str::to_owned).into_iter().chain(of_page).filter_map(|address| comparable(&address)).collect())
    }

    /// Whether an address is one of the page's own.
    pub(super) fn has(&self, address: &str) -> bool {
        comparable(address).is_some_and(|address| self.0.contains(&address))
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
