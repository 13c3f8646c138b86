//! ninjs holds to the standard's object: which properties it may have, of which types. The IPTC's schema comes with no package, so the part of it that the renderer
//! can meet is written down here by hand, held against ninjs-schema_3.1.json as the IPTC publishes it (CC BY 4.0).

use dateline::{Article, render::Ninjs, stage::Renderer};
use proptest::prelude::*;
use serde_json::Value;

use super::articles::article;

/// What a property holds.
enum Holds {
    Words,
    Number,
    Uri,
    Moment,
    One(&'static [&'static str]),
    Object(Properties),
    List(Properties),
}

type Properties = &'static [(&'static str, Holds)];

use Holds::{List, Moment, Number, Object, One, Uri, Words};

const NAMED: Properties = &[("name", Words), ("rel", Words)];

const TEXTS: Properties = &[("role", Words), ("contentType", Words), ("value", Words)];

/// Of all texts only bodies are counted.
const BODIES: Properties = &[("role", Words), ("contentType", Words), ("charCount", Number), ("wordCount", Number), ("value", Words)];

const ROOT: Properties = &[
    ("uri", Uri),
    ("standard", Object(&[("name", Words), ("version", Words), ("schema", Uri)])),
    ("type", One(&["text", "picture"])),
    ("representationType", One(&["full", "partial"])),
    ("firstCreated", Moment),
    ("versionCreated", Moment),
    ("copyrightHolder", Words),
    ("usageTerms", Words),
    ("language", Words),
    ("title", Words),
    ("by", Words),
    ("located", Words),
    ("headlines", List(TEXTS)),
    ("descriptions", List(TEXTS)),
    ("bodies", List(BODIES)),
    ("people", List(NAMED)),
    ("organisations", List(NAMED)),
    ("places", List(NAMED)),
    ("subjects", List(NAMED)),
    ("infoSources", List(&[("name", Words), ("role", Words)])),
    (
        "associations",
        List(&[
            ("uri", Uri),
            ("type", One(&["picture"])),
            ("name", Words),
            ("rel", Words),
            ("by", Words),
            ("descriptions", List(TEXTS)),
            ("renditions", List(&[("name", Words), ("href", Uri), ("width", Number), ("height", Number)])),
        ]),
    ),
];

/// The first property that an object of the standard cannot have, or not so.
fn wrong(value: &Value, properties: Properties) -> Option<String> {
    let Some(members) = value.as_object() else { return Some(format!("{value} is no object")) };
    members.iter().find_map(|(key, value)| {
        let Some((_, holds)) = properties.iter().find(|(name, _)| name == key) else { return Some(key.clone()) };
        let text = value.as_str();
        let is_right = match holds {
            Words => text.is_some(),
            Number => value.is_u64(),
            Uri => {
                text.is_some_and(|text| text.split_once(':').is_some_and(|(scheme, _)| scheme.chars().all(|c| c.is_ascii_alphanumeric())))
            }
            Moment => text.is_some_and(|text| text.len() >= 20 && (text.ends_with('Z') || text.contains(['+', '-']))),
            One(words) => text.is_some_and(|text| words.contains(&text)),
            Object(properties) => return wrong(value, properties),
            List(properties) => match value.as_array() {
                Some(items) if !items.is_empty() => return items.iter().find_map(|item| wrong(item, properties)),
                _ => false,
            },
        };
        (!is_right).then(|| format!("{key}: {value}"))
    })
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn ninjs_is_of_the_standard(article in article()) {
        let object: Value = serde_json::from_str(&Ninjs::default().to_string(&article)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(wrong(&object, ROOT), None);
        prop_assert!(object["uri"].is_string());
        let associations = object["associations"].as_array().into_iter().flatten();
        prop_assert!(associations.clone().all(|one| one["uri"].is_string() && one["name"].is_string()));
        if !article.text.is_empty() {
            prop_assert_eq!(object["bodies"][0]["value"].as_str(), Some(article.text.as_str()));
        }
    }
}

#[test]
fn fields_stand_under_their_names() {
    let json = r#"{"schema": "dateline/1", "headline": "Cow", "kicker": "Farm", "canonical_url": "https://gazette.example/cow", "byline": "By Ann Ode",
        "published": {"value": "2009-02-26T10:15:00+01:00", "precision": "second", "raw": ""}, "modified": {"value": "2009-02-27", "precision": "day", "raw": ""},
        "images": [{"url": "https://gazette.example/cow.jpg", "caption": "The cow", "lead": true}], "text": "Moo.",
        "blocks": [{"kind": "paragraph", "span": [0, 4]}]}"#;
    let object: Value = serde_json::from_str(&Ninjs::default().to_string(&Article::from_json(json).unwrap())).unwrap();
    assert_eq!(wrong(&object, ROOT), None);
    for (pointer, expected) in [
        ("/uri", "https://gazette.example/cow"),
        ("/firstCreated", "2009-02-26T10:15:00+01:00"),
        ("/by", "By Ann Ode"),
        ("/headlines/1/role", "kicker"),
        ("/bodies/1/value", "<p>Moo.</p>\n"),
        ("/associations/0/rel", "featured"),
        ("/associations/0/descriptions/0/value", "The cow"),
    ] {
        assert_eq!(object.pointer(pointer).and_then(Value::as_str), Some(expected), "{pointer}");
    }
    assert!(object.get("versionCreated").is_none(), "a day is no moment");
}
