//! Folders of labelled texts go in; how fast each annotator reads them comes out, beside a scan that looks at every byte once: what `cargo xtask bench` shows.
//!
//! `cargo bench -p dateline-tests --bench annotators -- [--passes N] FOLDER…`
//!
//! A folder holds `gold.jsonl`, whose lines have a `text`. The texts are read as plain text before the clock starts, and what annotators find is there already, since
//! those that run late ask for it; what is timed is the annotator alone, on one thread, words and sentences that it asks for first included. The fastest of N passes
//! counts. The last line is one JSON object: bytes, and the seconds of each annotator and of all together, which share their words and sentences.

use std::{
    error::Error,
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use dateline::{
    Article, Input, Pipeline, annotate,
    model::Annotations,
    stage::{Annotator, Context, Limits},
};
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let (mut passes, mut articles) = (3_u32, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // cargo says so to every bench
            "--bench" => {}
            "--passes" => passes = arguments.next().and_then(|number| number.parse().ok()).ok_or("--passes takes a number")?,
            folder => load(Path::new(folder), &mut articles)?,
        }
    }
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let mut seconds = Map::new();
    seconds.insert("scan".into(), fastest(passes, || scan(&articles)).into());
    for annotator in annotate::annotators(&annotate::Options::default()) {
        seconds.insert(annotator.name().into(), fastest(passes, || annotated(&articles, &[annotator.as_ref()])).into());
    }
    let annotators = annotate::annotators(&annotate::Options::default());
    let both: Vec<&dyn Annotator> =
        annotators.iter().map(AsRef::as_ref).filter(|annotator| matches!(annotator.name(), "dates" | "money")).collect();
    seconds.insert("dates and money".into(), fastest(passes, || annotated(&articles, &both)).into());
    let all: Vec<&dyn Annotator> = annotators.iter().map(AsRef::as_ref).collect();
    seconds.insert("all annotators".into(), fastest(passes, || annotated(&articles, &all)).into());
    println!("{}", json!({"texts": articles.len(), "bytes": bytes, "seconds": seconds}));
    Ok(())
}

/// The texts of a folder as articles.
fn load(folder: &Path, articles: &mut Vec<Article>) -> Result<(), Box<dyn Error>> {
    let pipeline = Pipeline::default();
    for line in fs::read_to_string(folder.join("gold.jsonl"))?.lines() {
        let label: Value = serde_json::from_str(line)?;
        articles.push(pipeline.extract(Input::text(label["text"].as_str().unwrap_or_default()))?);
    }
    Ok(())
}

fn fastest(passes: u32, mut run: impl FnMut() -> usize) -> f64 {
    let mut best = Duration::MAX;
    for _ in 0..passes.max(1) {
        let started = Instant::now();
        black_box(run());
        best = best.min(started.elapsed());
    }
    best.as_secs_f64()
}

/// Every byte looked at once.
fn scan(articles: &[Article]) -> usize {
    articles.iter().map(|article| article.text.chars().filter(|c| c.is_ascii_digit()).count()).sum()
}

fn annotated(articles: &[Article], annotators: &[&dyn Annotator]) -> usize {
    let (input, limits) = (Input::text(""), Limits::default());
    let mut found = 0;
    for article in articles {
        let context = Context::new(article, &input, &limits);
        let mut annotations = Annotations::default();
        for annotator in annotators {
            annotator.annotate(&context, &mut annotations);
        }
        found += annotations.dates.len() + annotations.money.len() + annotations.quotes.len();
    }
    found
}
