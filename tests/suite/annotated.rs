//! Hand-labelled articles in, what the annotators find of them out: precision and recall of every kind of fact, held against `tests/annotated/floors.toml`.
//!
//! A case is a folder `tests/annotated/<name>/` with `source.txt`, the text as it is handed in, and `expected.json`, what a careful reader finds in it. Everything
//! is written as words, not as offsets; a list that stands there is complete, a key that does not stand there is not labelled. `tests/annotated/README.md` has the
//! keys. `cargo test -p dateline-tests annotated -- --nocapture` prints the table, and with `DATELINE_MISSES=1` every fact that is missed or too many.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use dateline::{
    Article, Input,
    model::{Mention, MentionKind},
};
use serde_json::Value;

/// The mentions that labels list: "she" and "the minister" are not among them.
const NAMED: [MentionKind; 3] = [MentionKind::Name, MentionKind::Surname, MentionKind::Acronym];

/// How often each fact is found or expected, by its kind.
type Facts = BTreeMap<&'static str, BTreeMap<String, usize>>;

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    expected: usize,
}

#[test]
fn what_readers_find_is_found() {
    let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let labels: Value = serde_json::from_str(&fs::read_to_string(case.join("expected.json")).unwrap())
            .unwrap_or_else(|error| panic!("{name}/expected.json: {error}"));
        let text = fs::read_to_string(case.join("source.txt")).unwrap();
        let mut input = Input::text(&text);
        if let Some(published) = labels["published"].as_str() {
            input = input.published(published);
        }
        let article = dateline::extract(input).unwrap();
        compare(&name, &labelled(&labels, &name), &found(&article, &labels), &mut counts);
    }
    hold_floors(&counts);
}

fn compare(name: &str, expected: &Facts, found: &Facts, counts: &mut BTreeMap<&'static str, Count>) {
    let tell = std::env::var_os("DATELINE_MISSES").is_some();
    for (kind, wanted) in expected {
        let count = counts.entry(kind).or_default();
        let none = BTreeMap::new();
        let got = found.get(kind).unwrap_or(&none);
        count.expected += wanted.values().sum::<usize>();
        count.found += got.values().sum::<usize>();
        count.right += wanted.iter().map(|(fact, times)| (*times).min(got.get(fact).copied().unwrap_or(0))).sum::<usize>();
        for fact in wanted.keys().chain(got.keys()).filter(|_| tell) {
            let (want, have) = (wanted.get(fact).copied().unwrap_or(0), got.get(fact).copied().unwrap_or(0));
            if want != have {
                println!("{name}: {kind}: {fact:?} is expected {want} times, found {have}");
            }
        }
    }
}

fn hold_floors(counts: &BTreeMap<&'static str, Count>) {
    let path = root().join("floors.toml");
    let floors: BTreeMap<String, f64> = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut below = Vec::new();
    for (kind, count) in counts {
        let ratio = |of: usize| if of == 0 { 0.0 } else { 100.0 * count.right as f64 / of as f64 };
        let (precision, recall) = (ratio(count.found), ratio(count.expected));
        let f1 = 200.0 * count.right as f64 / (count.found + count.expected).max(1) as f64;
        println!("{kind:24} p {precision:6.2}  r {recall:6.2}  f1 {f1:6.2}   expected {:5}  found {:5}", count.expected, count.found);
        if let Some(floor) = floors.get(*kind).filter(|floor| f1 < **floor) {
            below.push(format!("{kind}: {f1:.2} is below its floor of {floor}"));
        }
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
    let unknown: Vec<_> = floors.keys().filter(|kind| !counts.contains_key(kind.as_str())).collect();
    assert!(unknown.is_empty(), "floors.toml names what no case labels: {unknown:?}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("annotated")
}

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn put(facts: &mut Facts, kind: &'static str, fact: String) {
    *facts.entry(kind).or_default().entry(fold(&fact)).or_default() += 1;
}

/// White space does not count, nor do the quote marks and stops at the ends of words.
fn fold(fact: &str) -> String {
    fact.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bare(words: &str) -> &str {
    words.trim().trim_matches(|c: char| "\"'\u{201c}\u{201d}\u{2018}\u{2019}\u{ab}\u{bb}\u{201e}.,;:!?".contains(c)).trim()
}

/// Keys of an entity, and the kinds of facts that they make.
type Attributes = &'static [(&'static str, &'static str)];

/// The lists of entities with their attributes and the kind of fact that a mention is.
const ENTITIES: [(&str, Attributes, &str); 4] = [
    ("people", &[("role", "people.role"), ("organisation", "people.organisation")], "people.mentions"),
    ("organisations", &[], "organisations.mentions"),
    ("places", &[("country", "places.country")], "places.mentions"),
    ("sources", &[("kind", "sources.kind")], "sources.mentions"),
];

/// What `expected.json` says.
fn labelled(labels: &Value, name: &str) -> Facts {
    let known = ["published", "people", "organisations", "places", "sources", "quotes", "dates", "money"];
    for key in labels.as_object().unwrap().keys() {
        assert!(known.contains(&key.as_str()), "{name}/expected.json: unknown key {key:?}");
    }
    let mut facts = Facts::new();
    for (list, attributes, mentions) in ENTITIES {
        let Some(entities) = labels[list].as_array() else { continue };
        facts.entry(list).or_default();
        for entity in entities {
            entity_facts(&mut facts, list, entity, attributes, mentions);
        }
    }
    for quote in labels["quotes"].as_array().into_iter().flatten() {
        let parts: Vec<&str> = quote["parts"].as_array().unwrap().iter().map(|part| bare(part.as_str().unwrap())).collect();
        let words = parts.join(" | ");
        put(&mut facts, "quotes", format!("{}: {words}", text(quote, "kind")));
        for (key, kind) in [("speaker", "quotes.speaker"), ("cue", "quotes.cue"), ("via", "quotes.via")] {
            if quote[key].is_string() {
                put(&mut facts, kind, format!("{words} <- {}", text(quote, key)));
            }
        }
    }
    for date in labels["dates"].as_array().into_iter().flatten() {
        put(&mut facts, "dates", format!("{} = {}", text(date, "raw"), text(date, "value")));
    }
    for money in labels["money"].as_array().into_iter().flatten() {
        put(&mut facts, "money", format!("{} = {} {}", text(money, "raw"), text(money, "amount"), text(money, "currency")));
    }
    facts
}

fn entity_facts(facts: &mut Facts, list: &'static str, entity: &Value, attributes: Attributes, mentions: &'static str) {
    let name = text(entity, "name");
    put(facts, list, name.to_owned());
    for (key, kind) in attributes {
        if entity[*key].is_string() {
            put(facts, kind, format!("{name}: {}", text(entity, key)));
        }
    }
    for mention in entity["mentions"].as_array().into_iter().flatten() {
        put(facts, mentions, format!("{name}: {}", mention.as_str().unwrap()));
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// What the article says, of the lists that are labelled.
fn found(article: &Article, labels: &Value) -> Facts {
    let mut facts = Facts::new();
    for person in article.people.iter().filter(|_| labels["people"].is_array()) {
        put(&mut facts, "people", person.name.clone());
        for (value, kind) in [(&person.role, "people.role"), (&person.organisation, "people.organisation")] {
            if let Some(value) = value {
                put(&mut facts, kind, format!("{}: {value}", person.name));
            }
        }
        mentions(&mut facts, "people.mentions", article, &person.name, &person.mentions);
    }
    for organisation in article.organisations.iter().filter(|_| labels["organisations"].is_array()) {
        put(&mut facts, "organisations", organisation.name.clone());
        mentions(&mut facts, "organisations.mentions", article, &organisation.name, &organisation.mentions);
    }
    for place in article.places.iter().filter(|_| labels["places"].is_array()) {
        put(&mut facts, "places", place.name.clone());
        if let Some(country) = &place.country {
            put(&mut facts, "places.country", format!("{}: {country}", place.name));
        }
        mentions(&mut facts, "places.mentions", article, &place.name, &place.mentions);
    }
    for source in article.sources.iter().filter(|_| labels["sources"].is_array()) {
        put(&mut facts, "sources", source.name.clone());
        put(&mut facts, "sources.kind", format!("{}: {}", source.name, source.kind.as_str()));
        mentions(&mut facts, "sources.mentions", article, &source.name, &source.mentions);
    }
    speech(&mut facts, article, labels);
    facts
}

fn speech(facts: &mut Facts, article: &Article, labels: &Value) {
    for quote in article.quotes.iter().filter(|_| labels["quotes"].is_array()) {
        let parts: Vec<&str> = quote.parts.iter().map(|part| bare(&article.text[part.range()])).collect();
        let words = parts.join(" | ");
        put(facts, "quotes", format!("{}: {words}", quote.kind.as_str()));
        if let Some(speaker) = &quote.speaker {
            put(facts, "quotes.speaker", format!("{words} <- {}", speaker.name));
        }
        if let Some(cue) = &quote.cue {
            put(facts, "quotes.cue", format!("{words} <- {}", cue.text));
        }
        if let Some(via) = &quote.via {
            put(facts, "quotes.via", format!("{words} <- {}", via.name));
        }
    }
    for date in article.dates.iter().filter(|_| labels["dates"].is_array()) {
        put(facts, "dates", format!("{} = {}", date.raw, date.value.as_deref().unwrap_or_default()));
    }
    for money in article.money.iter().filter(|_| labels["money"].is_array()) {
        let currency = money.currency.as_deref().unwrap_or_default();
        put(facts, "money", format!("{} = {} {currency}", money.raw, money.amount));
    }
}

fn mentions(facts: &mut Facts, kind: &'static str, article: &Article, name: &str, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| NAMED.contains(&mention.kind)) {
        put(facts, kind, format!("{name}: {}", &article.text[mention.span.range()]));
    }
}
