//! What a document may cost is counted in bytes, nodes, attributes, depth and units of work; one that costs more gives what was read until then, and says so.

use std::fmt::Write;

use dateline::{
    Article, Input, Options, Pipeline,
    model::DiagnosticCode,
    stage::{Limits, OnLimit},
};

use crate::invariants;

const PARAGRAPHS: usize = 24;

/// A night of a lighthouse, in paragraphs that are all different.
fn page() -> String {
    const SEEN: [&str; 5] =
        ["three trawlers", "no ship at all", "the mail boat, two hours late", "a whale", "lights that nobody could name"];
    const DONE: [&str; 7] =
        ["wound the clock", "trimmed the lamp", "slept", "wrote to his sister in Hull", "boiled an egg", "read", "swore"];
    let mut page = String::from("<!DOCTYPE html><html lang=en><title>Night at the light</title><body><article><h1>Night at the light</h1>");
    for (hour, (seen, done)) in SEEN.iter().cycle().zip(DONE.iter().cycle()).take(PARAGRAPHS).enumerate() {
        let _ = write!(page, "<p>At the turn of hour {hour} the keeper saw {seen}, and then he {done}, as his father had done before him.");
    }
    page.push_str("</article>");
    page
}

fn article(page: &str, change: impl FnOnce(&mut Limits)) -> Result<Article, dateline::Error> {
    let mut options = Options::default();
    change(&mut options.limits);
    Pipeline::new(options).extract(Input::html(page.as_bytes()))
}

/// The partial article is the beginning of the whole one, says why it ends, and is an error where that was asked for.
fn gives_the_beginning(code: DiagnosticCode, limit: impl Fn(&mut Limits)) {
    let page = page();
    let whole = article(&page, |_| {}).unwrap();
    assert_eq!(whole.blocks.len(), PARAGRAPHS);
    assert!(whole.diagnostics.iter().all(|diagnostic| diagnostic.code != code));
    let part = article(&page, &limit).unwrap();
    assert!(part.diagnostics.iter().any(|diagnostic| diagnostic.code == code), "{:?}", part.diagnostics);
    assert!(part.blocks.len() > 5 && part.blocks.len() < PARAGRAPHS, "{} blocks", part.blocks.len());
    assert!(whole.text.starts_with(&part.text));
    invariants::hold(&part, page.as_bytes(), "over a limit");
    let refused = article(&page, |limits| {
        limit(limits);
        limits.on_limit = OnLimit::Error;
    });
    assert!(refused.unwrap_err().is_limit());
}

#[test]
fn over_the_bytes() {
    gives_the_beginning(DiagnosticCode::ByteLimit, |limits| limits.bytes = 1800);
}

#[test]
fn over_the_nodes() {
    gives_the_beginning(DiagnosticCode::NodeLimit, |limits| limits.nodes = 40);
}

#[test]
fn over_the_work() {
    gives_the_beginning(DiagnosticCode::WorkLimit, |limits| limits.work = 14);
}

#[test]
fn work_of_which_nothing_is_left_asks_no_annotators() {
    let text = "BRIGHTON, May 4 - \"The sea rose in the night,\" said Mayor Ann Lee.";
    let annotated = |work: u32| {
        let mut options = Options::default();
        options.limits.work = work;
        Pipeline::new(options).extract(Input::text(text)).unwrap()
    };
    let (whole, part) = (annotated(1000), annotated(4));
    assert_eq!(whole.text, part.text);
    assert!(whole.diagnostics.is_empty() && whole.quotes.len() == 1);
    assert!(part.quotes.is_empty() && part.diagnostics.iter().all(|diagnostic| diagnostic.code == DiagnosticCode::WorkLimit));
    invariants::hold(&part, text.as_bytes(), "without work left");
}

#[test]
fn over_the_attributes_no_word_is_lost() {
    let page = page().replace("<article>", "<article a=1 b=2 c=3 d=4>");
    let whole = article(&page, |_| {}).unwrap();
    let part = article(&page, |limits| limits.attributes = 2).unwrap();
    assert!(part.diagnostics.iter().any(|diagnostic| diagnostic.code == DiagnosticCode::AttributeLimit));
    assert_eq!(part.text, whole.text);
}

#[test]
fn over_the_depth_no_word_is_lost() {
    let (open, close) = ("<div>".repeat(50), "</div>".repeat(50));
    let page = page().replace("<article>", &format!("<article>{open}")).replace("</article>", &format!("{close}</article>"));
    let whole = article(&page, |_| {}).unwrap();
    let part = article(&page, |limits| limits.depth = 20).unwrap();
    assert!(part.diagnostics.iter().any(|diagnostic| diagnostic.code == DiagnosticCode::DepthLimit));
    assert_eq!(part.text, whole.text);
}
