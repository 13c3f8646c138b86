use serde::Deserialize;

use super::{Span, sentences};

#[derive(Deserialize)]
struct Rules {
    golden: Vec<Rule>,
    news: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    sentences: Vec<String>,
    /// What stands between two sentences, a space where nothing is said.
    between: Option<String>,
    /// A case that is known to fail.
    #[serde(default)]
    fails: bool,
}

fn rules() -> Rules {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/rules/sentences.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn split(text: &str) -> Vec<&str> {
    let whole = Span::new(0, text.len() as u32);
    sentences(text, [whole], Some("en")).into_iter().map(|span| &text[span.range()]).collect()
}

#[test]
fn the_rules_hold() {
    let rules = rules();
    assert!(rules.golden.len() >= 52 && rules.news.len() >= 60, "{} and {}", rules.golden.len(), rules.news.len());
    let mut failed = Vec::new();
    for rule in rules.golden.iter().chain(&rules.news) {
        let text = rule.sentences.join(rule.between.as_deref().unwrap_or(" "));
        if (split(&text) == rule.sentences) == rule.fails {
            failed.push(split(&text).join("\n    "));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(rules.golden.iter().filter(|rule| rule.fails).count() <= 1);
    assert!(rules.news.iter().all(|rule| !rule.fails));
}

#[test]
fn other_languages_are_read_by_their_marks() {
    let text = "今日は晴れです。明日は雨です。「そうですか。」と彼は言った。";
    let whole = Span::new(0, text.len() as u32);
    assert_eq!(sentences(text, [whole], Some("ja")).len(), 4);
    let text = "Il est parti. Elle reste ! Pourquoi ?";
    assert_eq!(sentences(text, [Span::new(0, text.len() as u32)], Some("fr")).len(), 3);
}

#[test]
fn stretches_are_never_joined() {
    let text = "One\n\ntwo. three";
    let spans = sentences(text, [Span::new(0, 3), Span::new(5, 15)], None);
    assert_eq!(spans, [Span::new(0, 3), Span::new(5, 15)]);
    assert_eq!(sentences(text, [Span::new(90, 99)], None), []);
}
