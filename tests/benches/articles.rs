//! Folders of pages go in; how fast and in how much memory the front door reads them comes out: what `cargo xtask bench` and `compare` measure.
//!
//! `cargo bench -p dateline-tests --bench articles -- [--out FILE] [--passes N] FOLDER…`
//!
//! Every page is held in memory as it lies on the disk; what is timed is from the page's bytes, decompressed, to its [`dateline::Article`], on one thread. The
//! pages are gone through N times and the fastest pass counts. The last line is one JSON object: pages, failed, bytes, seconds, peak_kib. With `--out` the
//! texts are written as JSON Lines, for the scorers.

use std::{
    error::Error,
    fs,
    io::Read,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use dateline::{Article, Input};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut out, mut passes, mut folders) = (None, 3, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // cargo says so to every bench
            "--bench" => {}
            "--out" => out = arguments.next().map(PathBuf::from),
            "--passes" => passes = arguments.next().and_then(|number| number.parse().ok()).ok_or("--passes takes a number")?,
            folder => folders.push(PathBuf::from(folder)),
        }
    }
    let mut pages = Vec::new();
    for folder in &folders {
        load(folder, &mut pages)?;
    }
    let mut best: Option<Pass> = None;
    for _ in 0..passes.max(1) {
        let pass = Pass::over(&pages)?;
        best = Some(match best {
            Some(best) if best.time <= pass.time => best,
            _ => pass,
        });
    }
    let Some(best) = best else { return Ok(()) };
    if let Some(out) = out {
        fs::write(out, best.lines)?;
    }
    let seconds = best.time.as_secs_f64();
    println!("{}", json!({"pages": pages.len(), "failed": best.failed, "bytes": best.bytes, "seconds": seconds, "peak_kib": peak_kib()}));
    Ok(())
}

/// Once through all pages.
struct Pass {
    time: Duration,
    bytes: usize,
    failed: usize,
    lines: String,
}

impl Pass {
    fn over(pages: &[(String, Vec<u8>)]) -> Result<Self, Box<dyn Error>> {
        let mut pass = Self { time: Duration::ZERO, bytes: 0, failed: 0, lines: String::new() };
        for (name, packed) in pages {
            let page = unpacked(name, packed)?;
            pass.bytes += page.len();
            let started = Instant::now();
            let article = dateline::extract(Input::html(&page));
            pass.time += started.elapsed();
            pass.failed += usize::from(article.is_err());
            let text = article.map(|article: Article| article.text).unwrap_or_default();
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
