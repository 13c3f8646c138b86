//! Every field of the metadata is found, and its evidence says what was weighed: value, origin, confidence and place.

use dateline::{Article, model::Origin};
use serde_json::Value;

use super::case::Case;

fn article() -> (Case, Article) {
    let case = Case::all().into_iter().find(|case| case.name == "meta-every-field-of-an-article").unwrap();
    let article = case.extract().unwrap();
    (case, article)
}

#[test]
fn every_field_is_found() {
    let article: Value = serde_json::to_value(article().1).unwrap();
    for (pointer, expected) in [
        ("/headline", "Mill turns again after forty years"),
        ("/kicker", "Heritage"),
        ("/deck", "The first flour went to the school kitchen before noon on Saturday."),
        ("/byline", "By Hana Boyle"),
        ("/authors/0/name", "Hana Boyle"),
        ("/authors/0/role", "Villages Reporter"),
        ("/authors/0/affiliation", "Otterford Courier"),
        ("/authors/0/url", "https://courier.example/people/hana"),
        ("/authors/0/email", "hana@courier.example"),
        ("/dateline/raw", "OTTERFORD, May 6 (Courier) --"),
        ("/published/value", "2023-05-06T18:05:00+01:00"),
        ("/published/precision", "second"),
        ("/modified/value", "2023-05-07T09:30:00+01:00"),
        ("/publisher/name", "Otterford Courier"),
        ("/publisher/url", "https://courier.example/"),
        ("/publisher/logo", "https://courier.example/logo.png"),
        ("/canonical_url", "https://courier.example/villages/mill"),
        ("/language", "en-GB"),
        ("/direction", "ltr"),
        ("/description", "The water mill grinds flour for the school."),
        ("/section", "Villages"),
        ("/breadcrumbs/1/name", "Villages"),
        ("/breadcrumbs/1/url", "https://courier.example/villages"),
        ("/tags/0", "mills"),
        ("/tags/1", "flour"),
        ("/images/0/url", "https://courier.example/mill.jpg"),
        ("/images/0/caption", "The wheel on Saturday"),
        ("/images/0/credit", "Tom Reed"),
        ("/license", "https://creativecommons.org/licenses/by/4.0/"),
    ] {
        assert_eq!(article.pointer(pointer).and_then(Value::as_str), Some(expected), "{pointer}");
    }
    // the publisher's claim, and what the text itself shows
    assert_eq!((&article["free_access"], &article["truncated"]), (&Value::Bool(false), &Value::Bool(true)));
    assert_eq!((&article["images"][0]["lead"], article["images"][0]["width"].as_u64()), (&Value::Bool(true), Some(1200)));
}

#[test]
fn every_field_has_its_evidence() {
    let (case, article) = article();
    for field in [
        "headline",
        "kicker",
        "deck",
        "byline",
        "authors",
        "dateline",
        "published",
        "modified",
        "publisher.name",
        "publisher.url",
        "publisher.logo",
        "canonical_url",
        "language",
        "direction",
        "description",
        "section",
        "breadcrumbs",
        "tags",
        "images",
        "license",
        "free_access",
    ] {
        let evidence = article.evidence.get(field).unwrap_or_else(|| panic!("no evidence of {field}"));
        assert!(evidence.iter().any(|one| one.chosen), "{field}");
        for one in evidence {
            assert!((0.0..=1.0).contains(&one.confidence) && !one.value.is_empty(), "{field}: {one:?}");
            // the language that is read off the text stands nowhere
            let is_detected = field == "language" && one.from == Origin::Text;
            assert_eq!(one.source.is_empty(), is_detected, "{field}: {one:?}");
            assert!(one.source.iter().all(|span| case.source.get(span.range()).is_some()), "{field}: {one:?}");
        }
    }
}
