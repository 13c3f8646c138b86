//! An article in, a news object of the IPTC's ninjs 3.1 out.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::{address, date, text::names};
use crate::{model::Article, stage::Renderer};

/// Prints ninjs 3.1, one object; docs/mapping.md says what becomes of each field.
///
/// ninjs knows moments with second and zone alone: a date that the article has less exactly is left out rather than made up. The body stands in it as plain
/// text and, unless [`markup`](Self::markup) is off, as XHTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Ninjs {
    /// Whether the body is printed with its markup, too. On by default.
    pub markup: bool,
}

impl Default for Ninjs {
    fn default() -> Self {
        Self { markup: true }
    }
}

impl Renderer for Ninjs {
    fn name(&self) -> &'static str {
        "ninjs"
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        let markup = if self.markup && !article.blocks.is_empty() {
            let mut markup = String::new();
            super::html::body(article, &mut markup)?;
            Some(markup)
        } else {
            None
        };
        let object = NewsObject::of(article, markup);
        out.write_str(&serde_json::to_string_pretty(&object).map_err(|_| fmt::Error)?)?;
        out.write_char('\n')
    }
}

const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsObject<'a> {
    uri: String,
    standard: Standard,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    representation_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_created: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_created: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copyright_holder: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usage_terms: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    located: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Words<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Words<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bodies: Vec<Words<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organisations: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    info_sources: Vec<InfoSource<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    associations: Vec<Picture<'a>>,
}

#[derive(Serialize)]
struct Standard {
    name: &'static str,
    version: &'static str,
    schema: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Words<'a> {
    role: &'static str,
    content_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    char_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    word_count: Option<usize>,
    value: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    rel: &'static str,
}

#[derive(Serialize)]
struct InfoSource<'a> {
    name: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
struct Picture<'a> {
    uri: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: String,
    rel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Words<'a>>,
    renditions: Vec<Rendition>,
}

#[derive(Serialize)]
struct Rendition {
    name: &'static str,
    href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
}

impl<'a> NewsObject<'a> {
    fn of(article: &'a Article, markup: Option<String>) -> Self {
        let named = |names: &mut dyn Iterator<Item = &'a str>, rel| names.map(|name| Named { name, rel }).collect();
        let byline = article.byline.clone().or_else(|| Some(names(article)).filter(|names| !names.is_empty()));
        Self {
            uri: uri(article),
            standard: Standard { name: "ninjs", version: "3.1", schema: SCHEMA },
            kind: "text",
            representation_type: article.truncated.map(|cut| if cut { "partial" } else { "full" }),
            first_created: article.published.as_ref().and_then(date::moment),
            version_created: article.modified.as_ref().and_then(date::moment),
            copyright_holder: article.publisher.name.as_deref(),
            usage_terms: article.license.as_deref(),
            language: article.language.as_deref(),
            title: article.headline.as_deref(),
            by: byline,
            located: located(article),
            headlines: headlines(article),
            descriptions: article.description.as_deref().map(|text| plain("summary", text)).into_iter().collect(),
            bodies: bodies(article, markup),
            people: named(&mut article.people.iter().map(|one| one.name.as_str()), "mentions"),
            organisations: named(&mut article.organisations.iter().map(|one| one.name.as_str()), "mentions"),
            places: named(&mut article.places.iter().map(|one| one.name.as_str()), "mentions"),
            subjects: named(&mut article.section.iter().chain(&article.tags).map(String::as_str), "about"),
            info_sources: info_sources(article),
            associations: article.images.iter().enumerate().filter_map(|(index, image)| picture(index, image)).collect(),
        }
    }
}

/// What identifies the object: the page's address; for a text without one a name of this program's own.
fn uri(article: &Article) -> String {
    let url = article.canonical_url.as_deref().and_then(absolute).or_else(|| article.input.url.as_deref().and_then(absolute));
    let own = || {
        let id = article.id.as_deref().unwrap_or("article");
        let encoded = id.bytes().fold(String::new(), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                out.push(char::from(byte));
            } else {
                // a String takes all that is written to it
                let _ = write!(out, "%{byte:02X}");
            }
            out
        });
        format!("dateline:{encoded}")
    };
    url.unwrap_or_else(own)
}

/// An address of the web in full; ninjs has no relative ones.
fn absolute(url: &str) -> Option<String> {
    let url = address::safe(url)?;
    let scheme = url.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")).then(|| url.into_owned())
}

fn located(article: &Article) -> Option<String> {
    let places = &article.dateline.as_ref()?.places;
    Some(places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ")).filter(|places| !places.is_empty())
}

fn plain<'a>(role: &'static str, text: &'a str) -> Words<'a> {
    Words { role, content_type: "text/plain", char_count: None, word_count: None, value: text.into() }
}

fn headlines(article: &Article) -> Vec<Words<'_>> {
    let parts = [("main", &article.headline), ("kicker", &article.kicker), ("deck", &article.deck)];
    parts.into_iter().filter_map(|(role, text)| Some(plain(role, text.as_deref()?))).collect()
}

fn bodies(article: &Article, markup: Option<String>) -> Vec<Words<'_>> {
    let mut bodies = Vec::new();
    if !article.text.is_empty() {
        let counts = (Some(article.text.chars().count()), Some(article.text.split_whitespace().count()));
        bodies.push(Words { char_count: counts.0, word_count: counts.1, ..plain("main", &article.text) });
    }
    bodies.extend(markup.map(|markup| Words {
        role: "richtext",
        content_type: "application/xhtml+xml",
        char_count: None,
        word_count: None,
        value: markup.into(),
    }));
    bodies
}

fn info_sources(article: &Article) -> Vec<InfoSource<'_>> {
    let publisher = article.publisher.name.as_deref().map(|name| InfoSource { name, role: "publisher" });
    let agency = article.dateline.as_ref().and_then(|dateline| dateline.agency.as_deref());
    let cited = article.sources.iter().map(|source| InfoSource { name: &source.name, role: "cited" });
    publisher.into_iter().chain(agency.map(|name| InfoSource { name, role: "agency" })).chain(cited).collect()
}

fn picture(index: usize, image: &crate::model::Image) -> Option<Picture<'_>> {
    let url = absolute(&image.url)?;
    let descriptions = [("caption", &image.caption), ("alt", &image.alt)];
    Some(Picture {
        uri: url.clone(),
        kind: "picture",
        name: format!("picture{}", index + 1),
        rel: if image.lead { "featured" } else { "related" },
        by: image.credit.as_deref(),
        descriptions: descriptions
            .into_iter()
            .filter_map(|(role, text)| Some(plain(role, text.as_deref().filter(|text| !text.is_empty())?)))
            .collect(),
        renditions: vec![Rendition { name: "original", href: url, width: image.width, height: image.height }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_address_is_named_all_the_same() {
        let article = Article { id: Some("a b".into()), ..Article::default() };
        assert_eq!(uri(&article), "dateline:a%20b");
        assert_eq!(uri(&Article::default()), "dateline:article");
    }
}
