//! The tables of `tests/rules` that say what stands in running text: times, days of the week, amounts of money; and that nothing made of their sentences does harm.

use std::{fs, path::Path};

use dateline::{
    Article, Input, Options, Pipeline,
    annotate::{self, dates::Extent},
    model::{Money, TimeExpression},
};
use proptest::prelude::*;
use serde::{Deserialize, de::DeserializeOwned};

use crate::invariants;

#[derive(Deserialize)]
struct Dates {
    published: String,
    row: Vec<DateRow>,
    open: Vec<DateRow>,
}

#[derive(Deserialize)]
struct DateRow {
    text: String,
    dates: Vec<String>,
}

#[derive(Deserialize)]
struct Phrases {
    published: String,
    row: Vec<DateRow>,
}

#[derive(Deserialize)]
struct Weekdays {
    published: String,
    row: Vec<WeekdayRow>,
}

#[derive(Deserialize)]
struct WeekdayRow {
    text: String,
    day: String,
}

#[derive(Deserialize)]
struct Amounts {
    row: Vec<MoneyRow>,
    dateline: Vec<MoneyRow>,
}

#[derive(Deserialize)]
struct MoneyRow {
    text: String,
    money: Vec<String>,
}

fn table<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(name);
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A sentence as an article of its own, read by the annotators of dates and money alone.
fn read(text: &str, published: Option<&str>) -> Article {
    read_to(Extent::Expression, text, published)
}

fn read_to(extent: Extent, text: &str, published: Option<&str>) -> Article {
    let mut options = Options::default();
    options.annotate = annotate::Options::none();
    (options.annotate.dates, options.annotate.money) = (true, true);
    options.annotate.dates_extent = extent;
    let input = published.map_or(Input::text(text), |published| Input::text(text).published(published));
    Pipeline::new(options).extract(input).unwrap()
}

fn date(found: &TimeExpression) -> String {
    format!("{} => {}", found.raw, found.value.as_deref().unwrap_or("?"))
}

fn money(found: &Money) -> String {
    let most = found.amount_max.as_ref().map_or(String::new(), |most| format!("..{most}"));
    let assumed = if found.assumed { " assumed" } else { "" };
    let per = found.per.as_ref().map_or(String::new(), |per| format!(" per {per}"));
    format!("{} => {}{most} {}{assumed}{per}", found.raw, found.amount, found.currency.as_deref().unwrap_or("?"))
}

#[test]
fn times_are_read_as_the_table_says() {
    let table: Dates = table("dates.toml");
    assert!(table.row.len() >= 150, "{} rows", table.row.len());
    let rows = table.row.iter().map(|row| (row, Some(table.published.as_str()))).chain(table.open.iter().map(|row| (row, None)));
    let mut wrong = Vec::new();
    for (row, published) in rows {
        let found: Vec<String> = read(&row.text, published).dates.iter().map(date).collect();
        if found != row.dates {
            wrong.push(format!("{}\n  found  {found:?}\n  wanted {:?}", row.text, row.dates));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn phrases_are_taken_whole_in_notes() {
    let table: Phrases = table("phrases.toml");
    assert!(table.row.len() >= 90, "{} rows", table.row.len());
    let mut wrong = Vec::new();
    for row in &table.row {
        let modifier = |date: &TimeExpression| date.modifier.as_ref().map_or(String::new(), |modifier| format!(" {modifier}"));
        let found: Vec<String> =
            read_to(Extent::Auto, &row.text, Some(&table.published)).dates.iter().map(|found| date(found) + &modifier(found)).collect();
        if found != row.dates {
            wrong.push(format!("{}\n  found  {found:?}\n  wanted {:?}", row.text, row.dates));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

/// Where nothing says which day today is, times are found all the same.
#[test]
fn phrases_need_no_day_to_be_found() {
    let read = |text: &str| read_to(Extent::Phrase, text, None).dates.iter().map(date).collect::<Vec<_>>();
    assert_eq!(read("Meet us next Tuesday at nine"), ["next Tuesday at nine => XXXX-WXX-2T09"]);
    assert_eq!(read("Call her tomorrow"), ["tomorrow => ?"]);
    assert_eq!(read("Closed from May to July"), ["from May to July => (XXXX-05-01,XXXX-07-01,PX)"]);
}

/// What is long, or has a headline or a dateline, is a report: its ranges are two dates, and prepositions stay outside.
#[test]
fn reports_are_read_as_reports() {
    let range = "The shop was shut from Monday to Friday.";
    let raw = |text: &str, extent| read_to(extent, text, Some("2021-06-16")).dates.into_iter().map(|date| date.raw).collect::<Vec<_>>();
    assert_eq!(raw(range, Extent::Auto), ["from Monday to Friday"]);
    assert_eq!(raw(range, Extent::Expression), ["Monday", "Friday"]);
    let report = format!("OSLO, June 16 (NTB) - {range}");
    assert_eq!(raw(&report, Extent::Auto), ["June 16", "Monday", "Friday"]);
    let long = format!("{range} {}", "Nobody in the village knew why it was. ".repeat(9));
    assert_eq!(raw(&long, Extent::Auto), ["Monday", "Friday"]);
    assert_eq!(raw(&long, Extent::Phrase), ["from Monday to Friday"]);
}

/// The share that must be right is the issue of the table: tense is told by words around the day, and no list of words is whole.
#[test]
fn days_of_the_week_are_the_days_that_are_meant() {
    let table: Weekdays = table("weekdays.toml");
    assert!(table.row.len() >= 60, "{} rows", table.row.len());
    let right = |row: &&WeekdayRow| {
        let article = read_to(Extent::Auto, &row.text, Some(&table.published));
        let day = article.dates.iter().filter_map(|date| date.value.as_deref()).find(|value| value.starts_with("2021-06-"));
        day.and_then(|day| day.get(..10)) == Some(row.day.as_str())
    };
    let wrong: Vec<&str> = table.row.iter().filter(|row| !right(row)).map(|row| row.text.as_str()).collect();
    assert!(wrong.len() * 100 <= table.row.len() * 5, "{} of {}: {wrong:#?}", wrong.len(), table.row.len());
}

#[test]
fn amounts_are_read_as_the_table_says() {
    let table: Amounts = table("money.toml");
    assert!(table.row.len() >= 150, "{} rows", table.row.len());
    let mut wrong = Vec::new();
    for row in table.row.iter().chain(&table.dateline) {
        let found: Vec<String> = read(&row.text, None).money.iter().map(money).collect();
        if found != row.money {
            wrong.push(format!("{}\n  found  {found:?}\n  wanted {:?}", row.text, row.money));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

/// The words of all tables, to be stirred.
fn words() -> Vec<String> {
    let (dates, amounts, weekdays): (Dates, Amounts, Weekdays) = (table("dates.toml"), table("money.toml"), table("weekdays.toml"));
    let texts = dates.row.into_iter().map(|row| row.text).chain(amounts.row.into_iter().map(|row| row.text));
    let phrases: Phrases = table("phrases.toml");
    let texts = texts.chain(weekdays.row.into_iter().map(|row| row.text)).chain(phrases.row.into_iter().map(|row| row.text));
    texts
        .flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .chain(["-", "the", "a", "\u{2019}s", "9", "."].map(str::to_owned))
        .collect()
}

fn stirred() -> impl Strategy<Value = String> {
    let joints = proptest::sample::select(&[" ", " ", " ", "-", "", "\n\n", ", "][..]);
    proptest::collection::vec((proptest::sample::select(words()), joints), 0..80)
        .prop_map(|parts| parts.into_iter().map(|(word, joint)| word + joint).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stirred_sentences_do_no_harm(text in stirred(), published in proptest::option::of(Just("2021-06-16")), whole in any::<bool>()) {
        let extent = if whole { Extent::Phrase } else { Extent::Expression };
        let article = read_to(extent, &text, published);
        invariants::hold(&article, text.as_bytes(), "stirred sentences");
        for pair in article.dates.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "dates overlap");
        }
        for pair in article.money.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "amounts overlap");
        }
        prop_assert_eq!(read_to(extent, &text, published), article);
    }
}
