//! The table `tests/rules/quotes.toml`: sentences, and the quotes that must be found in them; and what must hold of quotes in any text.

use std::{collections::BTreeMap, fs, path::Path};

use dateline::{Article, Input, model::Quote};
use proptest::prelude::*;

/// Before and behind each sentence, so that it stands in an article.
const TAIL: &str =
    "By the evening the clouds had gone, the shops in the harbour were open again, and the last ferry left for the islands in time.";
const LEAD: &str = "Rain fell on the town for most of the day, and the streets were empty.";

#[test]
fn the_rules_hold() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/quotes.toml");
    let table: BTreeMap<String, String> = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let rules: Vec<(&str, &str)> = table.values().flat_map(|rules| rules.lines()).filter_map(|line| line.split_once(" => ")).collect();
    assert!(rules.len() >= 200, "{}", rules.len());
    let mut failed = Vec::new();
    for (sentence, expected) in rules {
        let found = told(&read(sentence));
        let holds = match expected {
            "none" => found.iter().all(|quote| quote.starts_with("indirect")),
            _ => expected.split(" ;; ").all(|one| found.iter().any(|quote| quote == one)),
        };
        if !holds {
            failed.push(format!("{sentence}\n    {expected}\n    found: {}", found.join(" ;; ")));
        }
    }
    assert!(failed.is_empty(), "{} fail:\n{}", failed.len(), failed.join("\n"));
}

fn read(sentence: &str) -> Article {
    let escaped = sentence.replace('&', "&amp;").replace('<', "&lt;");
    let page = format!("<html lang=en><body><article><h1>Rain</h1><p>{LEAD}</p><p>{escaped}</p><p>{TAIL}</p></article>");
    dateline::extract(Input::html(page.as_bytes())).unwrap()
}

/// The quotes as the table writes them.
fn told(article: &Article) -> Vec<String> {
    let words = |quote: &Quote| quote.parts.iter().map(|part| bare(&article.text[part.range()])).collect::<Vec<_>>().join(" + ");
    let speaker = |quote: &Quote| {
        let span = quote.speaker.as_ref().and_then(|speaker| speaker.span);
        span.map_or("-", |span| bare(&article.text[span.range()])).to_owned()
    };
    let cue = |quote: &Quote| quote.cue.as_ref().map_or("-".to_owned(), |cue| cue.text.clone());
    article.quotes.iter().map(|quote| format!("{}: {} | {} | {}", quote.kind.as_str(), words(quote), speaker(quote), cue(quote))).collect()
}

fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || ".,!?".contains(c))
}

#[test]
fn users_add_cues() {
    let mut options = dateline::Options::default();
    options.annotate.quotes.cues.verbs.push(dateline::annotate::quotes::CueVerbs::speech(["burble"].into_iter().collect()));
    let page = format!("<p>{LEAD}</p><p>Jane Ray burbled that we will all get wet today.</p><p>{TAIL}</p>");
    let cue = |article: &Article| article.quotes.first().and_then(|quote| quote.cue.as_ref().map(|cue| cue.text.clone()));
    let article = dateline::extract_with(Input::html(page.as_bytes()), &options).unwrap();
    assert_eq!(cue(&article).as_deref(), Some("burbled"));
    assert_eq!(cue(&dateline::extract(Input::html(page.as_bytes())).unwrap()), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the text: parts lie within their quote, in order, and hold none of the marks that set them off; confidence is one.
    #[test]
    fn quotes_are_well_formed(pieces in prop::collection::vec(piece(), 1..40)) {
        let text = format!("Headline of it\n\n{LEAD}\n\n{}", pieces.concat());
        let article = dateline::extract(Input::text(&text)).unwrap();
        for quote in &article.quotes {
            prop_assert!(!quote.span.is_empty() && !quote.parts.is_empty());
            prop_assert!(quote.parts.iter().all(|part| quote.span.contains(*part)));
            prop_assert!((0.0..=1.0).contains(&quote.confidence));
            let person = quote.speaker.as_ref().and_then(|speaker| speaker.person);
            prop_assert!(person.is_none_or(|person| (person as usize) < article.people.len()));
        }
        prop_assert_eq!(&article, &dateline::extract(Input::text(&text)).unwrap());
    }
}

/// Pieces that quotes are made of, in any order.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "\"",
        "\u{201c}",
        "\u{201d}",
        "'",
        "''",
        "``",
        "\u{2018}",
        "\u{2019}",
        "\u{ab}",
        "\u{bb}",
        "\u{201e}",
        "\u{300c}",
        "\u{300d}",
        " ",
        " ",
        ", ",
        ". ",
        ": ",
        " \u{2014} ",
        "\n\n",
        "(",
        ")",
        "said",
        "told",
        "according to",
        "that",
        "who",
        "Ana Moreau",
        "Moreau",
        "she",
        "the mayor",
        "was",
        "rain",
        "promised to",
        "and",
        "but",
        "of",
        "said.",
        "It rained",
    ])
}
