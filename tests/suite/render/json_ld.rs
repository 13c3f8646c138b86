//! JSON-LD holds the article under schema.org's own names. No public schema validates the vocabulary; the properties that each type has are listed
//! here by hand, held against the types of schema-dts 2.1.0.

use dateline::{
    Article,
    render::{Format, JsonLd},
    stage::Renderer,
};
use proptest::prelude::*;
use serde_json::Value;

use super::articles::article;

/// The properties of schema.org that the renderer may give to a type, those of its supertypes included.
const PROPERTIES: &[(&str, &[&str])] = &[
    (
        "NewsArticle",
        &[
            "@context",
            "headline",
            "alternativeHeadline",
            "author",
            "dateline",
            "datePublished",
            "dateModified",
            "publisher",
            "url",
            "mainEntityOfPage",
            "inLanguage",
            "description",
            "articleSection",
            "keywords",
            "license",
            "isAccessibleForFree",
            "image",
            "mentions",
            "commentCount",
            "articleBody",
        ],
    ),
    ("Person", &["name", "jobTitle", "affiliation", "url", "email"]),
    ("Organization", &["name", "url", "logo"]),
    ("Place", &["name"]),
    ("ImageObject", &["url", "caption", "creditText", "description", "width", "height"]),
    ("WebPage", &["@id", "breadcrumb"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name", "item"]),
];

/// Holds every object to the properties of its type, and gives the first that is not.
fn stranger(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => values.iter().find_map(stranger),
        Value::Object(members) => {
            // of several types the last is the one that has all the properties
            let kind = members.get("@type").and_then(|kind| kind.as_str().or_else(|| kind.as_array()?.last()?.as_str())).unwrap_or("none");
            let Some((_, known)) = PROPERTIES.iter().find(|(one, _)| *one == kind) else {
                return Some(format!("an object of the type {kind}"));
            };
            let unknown = members.keys().find(|key| *key != "@type" && !known.contains(&key.as_str()));
            unknown.map(|key| format!("{kind}.{key}")).or_else(|| members.values().find_map(stranger))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn json_ld_is_of_the_vocabulary(article in article()) {
        let printed = JsonLd::default().to_string(&article);
        prop_assert!(!printed.contains('<'));
        let node: Value = serde_json::from_str(&printed).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(stranger(&node), None);
        prop_assert_eq!(node["articleBody"].as_str().unwrap_or_default(), article.text.as_str());
        prop_assert_eq!(node["author"].as_array().map_or(0, Vec::len), article.authors.len());
    }
}

#[test]
fn fields_stand_under_their_names() {
    let json = r#"{"schema": "dateline/1", "headline": "Cow", "deck": "It left.", "canonical_url": "https://gazette.example/cow",
        "authors": [{"name": "Ann Ode", "role": "Reporter", "affiliation": "Gazette"}], "language": "en", "section": "Farm", "tags": ["cow"],
        "published": {"value": "2009-02-26T10:15+01:00", "precision": "minute", "raw": "Feb. 26"}, "free_access": false,
        "publisher": {"name": "Gazette", "logo": "https://gazette.example/logo.png"}, "breadcrumbs": [{"name": "Home", "url": "https://gazette.example/"}],
        "images": [{"url": "https://gazette.example/cow.jpg", "credit": "A. Ode", "width": 640, "lead": true}], "text": "Moo."}"#;
    let printed = Format::from_name("json-ld").unwrap().renderer().to_string(&Article::from_json(json).unwrap());
    let node: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(stranger(&node), None);
    for (pointer, expected) in [
        ("/@type", "NewsArticle"),
        ("/alternativeHeadline", "It left."),
        ("/author/0/affiliation/name", "Gazette"),
        ("/datePublished", "2009-02-26T10:15+01:00"),
        ("/publisher/logo/url", "https://gazette.example/logo.png"),
        ("/mainEntityOfPage/breadcrumb/itemListElement/0/name", "Home"),
        ("/image/0/creditText", "A. Ode"),
        ("/keywords/0", "cow"),
    ] {
        assert_eq!(node.pointer(pointer).and_then(Value::as_str), Some(expected), "{pointer}");
    }
    assert_eq!(node["isAccessibleForFree"], false);
}

#[test]
fn a_live_blog_is_an_article_of_news_too() {
    let json = r#"{"schema": "dateline/1", "page_kind": "live", "headline": "Cow", "text": "Moo."}"#;
    let printed = Format::from_name("json-ld").unwrap().renderer().to_string(&Article::from_json(json).unwrap());
    let node: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(stranger(&node), None);
    assert_eq!(node["@type"], serde_json::json!(["LiveBlogPosting", "NewsArticle"]));
}
