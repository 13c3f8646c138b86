//! The tables `tests/rules/quotes.toml` and `quotes-es.toml`: sentences, and the quotes that must be found in them; and what must hold of quotes in any text.

use std::{collections::BTreeMap, fs, path::Path};

use dateline::{Article, Input, model::Quote};
use proptest::prelude::*;

/// Before and behind each sentence, so that it stands in an article.
const TAIL: &str =
    "By the evening the clouds had gone, the shops in the harbour were open again, and the last ferry left for the islands in time.";
const LEAD: &str = "Rain fell on the town for most of the day, and the streets were empty.";
const TAIL_ES: &str =
    "Por la tarde se fueron las nubes, las tiendas del puerto abrieron de nuevo y el último barco zarpó a su hora hacia las islas.";
const LEAD_ES: &str = "La lluvia cayó sobre la ciudad casi todo el día y las calles quedaron vacías.";

#[test]
fn the_rules_hold() {
    let rules = rules("quotes.toml");
    assert!(rules.len() >= 200, "{}", rules.len());
    hold(&rules, |sentence| read(sentence, "en", LEAD, TAIL));
}

#[test]
fn the_rules_of_spanish_hold() {
    hold(&rules("quotes-es.toml"), |sentence| read(sentence, "es", LEAD_ES, TAIL_ES));
}

/// The sentences of a table with what is expected of them.
fn rules(file: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(file);
    let table: BTreeMap<String, String> = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let rules = table.values().flat_map(|rules| rules.lines()).filter_map(|line| line.split_once(" => "));
    rules.map(|(sentence, expected)| (sentence.to_owned(), expected.to_owned())).collect()
}

fn hold(rules: &[(String, String)], read: impl Fn(&str) -> Article) {
    let mut failed = Vec::new();
    for (sentence, expected) in rules {
        let found = told(&read(sentence));
        let holds = match expected.as_str() {
            "none" => found.iter().all(|quote| quote.starts_with("indirect")),
            _ => expected.split(" ;; ").all(|one| found.iter().any(|quote| quote == one)),
        };
        if !holds {
            failed.push(format!("{sentence}\n    {expected}\n    found: {}", found.join(" ;; ")));
        }
    }
    assert!(failed.is_empty(), "{} fail:\n{}", failed.len(), failed.join("\n"));
}

fn read(sentence: &str, language: &str, lead: &str, tail: &str) -> Article {
    let escaped = sentence.replace('&', "&amp;").replace('<', "&lt;");
    let page = format!("<html lang={language}><body><article><h1>Rain</h1><p>{lead}</p><p>{escaped}</p><p>{tail}</p></article>");
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
    let cues = &mut options.annotate.quotes.cues;
    cues.verbs.push(dateline::annotate::quotes::CueVerbs::speech(["burble"].into_iter().collect()));
    cues.nouns.insert("that".to_owned(), ["burblement"].into_iter().collect());
    cues.adjectives.insert("beyond".to_owned(), ["bedazzled"].into_iter().collect());
    let page = format!("<p>{LEAD}</p><p>Jane Ray burbled that we will all get wet today.</p><p>{TAIL}</p>");
    let cue = |article: &Article| article.quotes.first().and_then(|quote| quote.cue.as_ref().map(|cue| cue.text.clone()));
    let article = dateline::extract_with(Input::html(page.as_bytes()), &options).unwrap();
    assert_eq!(cue(&article).as_deref(), Some("burbled"));
    assert_eq!(cue(&dateline::extract(Input::html(page.as_bytes())).unwrap()), None);
    for (sentence, known) in [
        ("Her burblement that it would rain was ignored.", "burblement"),
        ("Jane Ray was bedazzled beyond the usual rain.", "was bedazzled beyond"),
    ] {
        let page = format!("<p>{LEAD}</p><p>{sentence}</p><p>{TAIL}</p>");
        let article = dateline::extract_with(Input::html(page.as_bytes()), &options).unwrap();
        assert_eq!(cue(&article).as_deref(), Some(known));
    }
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
