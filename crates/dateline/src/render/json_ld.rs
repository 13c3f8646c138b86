//! An article in, a schema.org `NewsArticle` in JSON-LD out.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::{address, date};
use crate::{
    model::{Article, Author, Image, PageKind},
    stage::Renderer,
};

/// Prints JSON-LD in the vocabulary of schema.org; docs/mapping.md says what becomes of each field.
///
/// What the article does not have has no key. Dates are as exact as the article's own; one whose year is open is left out. `<` stands escaped, so that the
/// output can be put into a `<script type="application/ld+json">` as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct JsonLd {
    /// Whether `articleBody` is printed. On by default.
    pub body: bool,
}

impl Default for JsonLd {
    fn default() -> Self {
        Self { body: true }
    }
}

impl Renderer for JsonLd {
    fn name(&self) -> &'static str {
        "json-ld"
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        let node = NewsArticle::of(article, self.body);
        let json = serde_json::to_string_pretty(&node).map_err(|_| fmt::Error)?;
        out.write_str(&json.replace('<', "\\u003c"))?;
        out.write_char('\n')
    }
}

/// What a node is. A live blog is an article of news as well: of the two types only that one has a dateline.
#[derive(Serialize)]
#[serde(untagged)]
enum Kind {
    One(&'static str),
    Several(&'static [&'static str]),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative_headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<WebPage<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_accessible_for_free: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<ImageObject<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "is_zero")]
    comment_count: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_body: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
}

#[derive(Serialize)]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<ImageObject<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ImageObject<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
}

#[derive(Serialize)]
struct WebPage<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    breadcrumb: BreadcrumbList<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BreadcrumbList<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
struct ListItem<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<&'a str>,
}

impl<'a> NewsArticle<'a> {
    fn of(article: &'a Article, body: bool) -> Self {
        let url = article.canonical_url.as_deref().or(article.input.url.as_deref()).and_then(safe);
        Self {
            context: "https://schema.org",
            kind: if article.page_kind == Some(PageKind::Live) {
                Kind::Several(&["LiveBlogPosting", "NewsArticle"])
            } else {
                Kind::One("NewsArticle")
            },
            headline: article.headline.as_deref(),
            alternative_headline: article.deck.as_deref(),
            author: article.authors.iter().map(Person::of).collect(),
            dateline: article.dateline.as_ref().map(|dateline| dateline.raw.as_str()),
            date_published: article.published.as_ref().and_then(date::iso),
            date_modified: article.modified.as_ref().and_then(date::iso),
            publisher: publisher(article),
            main_entity_of_page: WebPage::of(article, url.as_ref()),
            url,
            in_language: article.language.as_deref(),
            description: article.description.as_deref(),
            article_section: article.section.as_deref(),
            keywords: &article.tags,
            license: article.license.as_deref(),
            is_accessible_for_free: article.free_access,
            image: article.images.iter().filter_map(ImageObject::of).collect(),
            mentions: mentions(article),
            comment_count: article.comments.count,
            article_body: Some(article.text.as_str()).filter(|text| body && !text.is_empty()),
        }
    }
}

impl<'a> Person<'a> {
    fn of(author: &'a Author) -> Self {
        let affiliation = author.affiliation.as_deref();
        Self {
            kind: "Person",
            name: &author.name,
            job_title: author.role.as_deref(),
            affiliation: affiliation.map(|name| Organization { kind: "Organization", name: Some(name), url: None, logo: None }),
            url: author.url.as_deref().and_then(safe),
            email: author.email.as_deref(),
        }
    }
}

impl<'a> ImageObject<'a> {
    fn of(image: &'a Image) -> Option<Self> {
        Some(Self {
            kind: "ImageObject",
            url: safe(&image.url)?,
            caption: image.caption.as_deref(),
            credit_text: image.credit.as_deref(),
            description: image.alt.as_deref().filter(|alt| !alt.is_empty()),
            width: image.width,
            height: image.height,
        })
    }
}

impl<'a> WebPage<'a> {
    fn of(article: &'a Article, url: Option<&String>) -> Option<Self> {
        let step = |(index, crumb): (usize, &'a crate::model::Crumb)| ListItem {
            kind: "ListItem",
            position: index + 1,
            name: &crumb.name,
            item: crumb.url.as_deref().and_then(safe),
        };
        let steps: Vec<ListItem<'a>> = article.breadcrumbs.iter().enumerate().map(step).collect();
        let breadcrumb = BreadcrumbList { kind: "BreadcrumbList", item_list_element: steps };
        (!breadcrumb.item_list_element.is_empty()).then(|| Self { kind: "WebPage", id: url.cloned(), breadcrumb })
    }
}

fn publisher(article: &Article) -> Option<Organization<'_>> {
    let publisher = &article.publisher;
    let logo = publisher.logo.as_deref().and_then(safe).map(|url| ImageObject {
        kind: "ImageObject",
        url,
        caption: None,
        credit_text: None,
        description: None,
        width: None,
        height: None,
    });
    let found = Organization { kind: "Organization", name: publisher.name.as_deref(), url: publisher.url.as_deref().and_then(safe), logo };
    (found.name.is_some() || found.url.is_some()).then_some(found)
}

/// Who and what is named in the text.
fn mentions(article: &Article) -> Vec<Thing<'_>> {
    let people = article.people.iter().map(|person| Thing { kind: "Person", name: &person.name, job_title: person.role.as_deref() });
    let organisations = article.organisations.iter().map(|one| Thing { kind: "Organization", name: &one.name, job_title: None });
    let places = article.places.iter().map(|place| Thing { kind: "Place", name: &place.name, job_title: None });
    people.chain(organisations).chain(places).collect()
}

fn safe(url: &str) -> Option<String> {
    address::safe(url).map(std::borrow::Cow::into_owned)
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DateStamp, Precision};

    #[test]
    fn what_is_not_known_has_no_key() {
        let mut article = Article { text: "It left.</script>".into(), ..Article::default() };
        article.published = Some(DateStamp::new("XXXX-02-26", Precision::Day, "Feb 26"));
        let printed = JsonLd::default().to_string(&article);
        let expected = "{\n  \"@context\": \"https://schema.org\",\n  \"@type\": \"NewsArticle\",\n  \"articleBody\": \"It left.\\u003c/script>\"\n}\n";
        assert_eq!(printed, expected);
        assert!(!JsonLd { body: false }.to_string(&article).contains("articleBody"));
    }
}
