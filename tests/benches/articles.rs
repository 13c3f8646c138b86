//! Folders of pages go in; how fast and in how much memory the front door reads them comes out: what `cargo xtask bench` and `compare` measure.
//!
//! `cargo bench -p dateline-tests --bench articles -- [--out FILE] [--frames FILE] [--passes N] [--work WORK]… FOLDER…`
//!
//! Every page is held in memory as it lies on the disk; what is timed is from the page's bytes, decompressed, on one thread: to its tree (`parse`), to its
//! [`dateline::Article`] without annotators (`bare`) or with all of them (`whole`, if no work is named). Each work is done on one page after the other, so that what disturbs the
//! machine disturbs all; the pages are gone through N times and each work's fastest pass counts. The last line is one JSON object: pages, failed, bytes, seconds of the work
//! that was named last, peak_kib, and `times` with the seconds of every work. With `--out` the texts of that last work are written as JSON Lines, for the scorers;
//! with `--frames` the pages are, each behind its length in eight bytes, for the bench in C.

use std::{
    error::Error,
    fs,
    io::Read,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use dateline::{Article, Input, Options, Pipeline};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut out, mut frames, mut passes, mut folders, mut works) = (None, None, 3, Vec::new(), Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // cargo says so to every bench
            "--bench" => {}
            "--out" => out = arguments.next().map(PathBuf::from),
            "--frames" => frames = arguments.next().map(PathBuf::from),
            "--passes" => passes = arguments.next().and_then(|number| number.parse().ok()).ok_or("--passes takes a number")?,
            "--work" => works.push(arguments.next().as_deref().and_then(Work::named).ok_or("--work takes parse, bare or whole")?),
            folder => folders.push(PathBuf::from(folder)),
        }
    }
    if works.is_empty() {
        works.extend(Work::named("whole"));
    }
    let mut pages = Vec::new();
    for folder in &folders {
        load(folder, &mut pages)?;
    }
    if let Some(frames) = frames {
        fs::write(frames, framed(&pages)?)?;
    }
    let mut best = vec![Duration::MAX; works.len()];
    let mut pass = Pass::default();
    for _ in 0..passes.max(1) {
        pass = Pass::over(&pages, &works)?;
        for (best, time) in best.iter_mut().zip(&pass.times) {
            *best = (*best).min(*time);
        }
    }
    if let Some(out) = out {
        fs::write(out, pass.lines)?;
    }
    let times: serde_json::Map<_, _> =
        works.iter().zip(&best).map(|(work, time)| (work.name.to_owned(), json!(time.as_secs_f64()))).collect();
    let seconds = best.last().map(Duration::as_secs_f64);
    println!(
        "{}",
        json!({"pages": pages.len(), "failed": pass.failed, "bytes": pass.bytes, "seconds": seconds, "times": times, "peak_kib": peak_kib()})
    );
    Ok(())
}

/// What is done with a page.
struct Work {
    name: &'static str,
    /// Of articles the stages; of trees nothing.
    pipeline: Option<Pipeline>,
}

impl Work {
    fn named(name: &str) -> Option<Self> {
        let (name, pipeline) = match name {
            "parse" => ("parse", None),
            "bare" => {
                let mut options = Options::default();
                options.annotate = dateline::annotate::Options::none();
                ("bare", Some(Pipeline::new(options)))
            }
            "whole" => ("whole", Some(Pipeline::default())),
            _ => return None,
        };
        Some(Self { name, pipeline })
    }

    /// The text of the page's article, how long it took, and whether it failed.
    fn run(&self, page: &[u8]) -> (String, Duration, bool) {
        let Some(pipeline) = &self.pipeline else {
            let words = String::from_utf8_lossy(page);
            let started = Instant::now();
            let nodes = dateline_html::parse(&words, &dateline_html::Options::default()).len();
            return (String::new(), started.elapsed(), nodes == 0);
        };
        let started = Instant::now();
        let article = pipeline.extract(Input::html(page));
        let time = started.elapsed();
        let failed = article.is_err();
        (article.map(|article: Article| article.text).unwrap_or_default(), time, failed)
    }
}

/// Once through all pages.
#[derive(Default)]
struct Pass {
    /// One a work.
    times: Vec<Duration>,
    bytes: usize,
    failed: usize,
    lines: String,
}

impl Pass {
    fn over(pages: &[(String, Vec<u8>)], works: &[Work]) -> Result<Self, Box<dyn Error>> {
        let mut pass = Self { times: vec![Duration::ZERO; works.len()], ..Self::default() };
        for (name, packed) in pages {
            let page = unpacked(name, packed)?;
            pass.bytes += page.len();
            let mut text = String::new();
            for (work, sum) in works.iter().zip(&mut pass.times) {
                let (words, time, failed) = work.run(&page);
                text = words;
                *sum += time;
                pass.failed += usize::from(failed);
            }
            pass.lines.push_str(&json!({"id": name, "text": text}).to_string());
            pass.lines.push('\n');
        }
        Ok(pass)
    }
}

fn load(folder: &Path, pages: &mut Vec<(String, Vec<u8>)>) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".html") || name.ends_with(".html.gz") {
            pages.push((name, fs::read(&path)?));
        }
    }
    Ok(())
}

/// All pages, each behind its length.
fn framed(pages: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut frames = Vec::new();
    for (name, packed) in pages {
        let page = unpacked(name, packed)?;
        frames.extend_from_slice(&(page.len() as u64).to_le_bytes());
        frames.extend_from_slice(&page);
    }
    Ok(frames)
}

fn unpacked(name: &str, packed: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut page = Vec::new();
    if name.ends_with(".gz") {
        flate2::read::GzDecoder::new(packed).read_to_end(&mut page)?;
    } else {
        page.extend_from_slice(packed);
    }
    Ok(page)
}

/// The most memory that this process has held, in KiB, where the system tells.
fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
