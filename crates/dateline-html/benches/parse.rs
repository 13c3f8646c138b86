//! Speed of parsing real pages in memory, one thread: this crate against html5ever into its own RcDom.
//!
//! `cargo bench -p dateline-html --bench parse [-- --json] [--rounds N] [--only ours] [FOLDER…]`; without folders the
//! pages of `../shared/bench/data/{wcxb,scrapinghub}`.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dateline_html::{Options, parse};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;

fn main() {
    let mut rounds = 5;
    let (mut json, mut only_ours) = (false, false);
    let mut folders = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => json = true,
            "--bench" => {}
            "--only" => only_ours = arguments.next().is_some_and(|what| what == "ours"),
            "--rounds" => rounds = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(rounds),
            folder => folders.push(PathBuf::from(folder)),
        }
    }
    if folders.is_empty() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/data");
        folders = vec![data.join("wcxb"), data.join("scrapinghub")];
    }
    let mut pages = Vec::new();
    for folder in &folders {
        load(folder, &mut pages);
    }
    if pages.is_empty() {
        println!("no pages in {folders:?}");
        return;
    }
    let bytes: usize = pages.iter().map(String::len).sum();
    let mut ours = Vec::new();
    let mut reference = Vec::new();
    for _ in 0..rounds {
        ours.push(time(&pages, |page| parse(page, &Options::default()).len()));
        if !only_ours {
            reference.push(time(&pages, rc_dom));
        }
    }
    let ours = speed(bytes, &mut ours);
    let reference = speed(bytes, &mut reference);
    if json {
        println!(
            "{{\"pages\":{},\"bytes\":{bytes},\"rounds\":{rounds},\"dateline_html_mb_s\":{ours:.1},\"html5ever_rcdom_mb_s\":{reference:.1}}}",
            pages.len()
        );
        return;
    }
    println!("{} pages, {:.1} MB, best of {rounds} rounds, one thread", pages.len(), bytes as f64 / 1e6);
    println!("dateline-html      {ours:7.1} MB/s");
    if !only_ours {
        println!("html5ever RcDom    {reference:7.1} MB/s");
        println!("ratio              {:7.2}", ours / reference);
    }
}

/// What html5ever's own users get.
fn rc_dom(page: &str) -> usize {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page);
    dom.document.children.borrow().len()
}

/// The time that this thread had a processor, where the system tells: other programs then matter less.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split_whitespace().next()?.parse().ok()?))
}

fn time(pages: &[String], parse: impl Fn(&str) -> usize) -> Duration {
    let begin = processor_time();
    let start = Instant::now();
    for page in pages {
        std::hint::black_box(parse(std::hint::black_box(page)));
    }
    match (begin, processor_time()) {
        (Some(begin), Some(end)) => end.saturating_sub(begin),
        _ => start.elapsed(),
    }
}

fn speed(bytes: usize, times: &mut [Duration]) -> f64 {
    times.sort();
    times.first().map_or(0.0, |best| bytes as f64 / 1e6 / best.as_secs_f64())
}

fn load(folder: &Path, pages: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            load(&path, pages);
            continue;
        }
        let name = path.to_string_lossy();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let mut plain = Vec::new();
        if name.ends_with(".html.gz") {
            if flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).is_err() {
                continue;
            }
        } else if name.ends_with(".html") {
            plain = bytes;
        } else {
            continue;
        }
        pages.push(dateline_html::charset::decode(&plain, None, true).text.into_owned());
    }
}
