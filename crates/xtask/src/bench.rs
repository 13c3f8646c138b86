//! The benches are run, one after the other, and their figures come out in tables with ratios.

mod c;
mod python;

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;

use crate::{
    compare::{Report, peer_run},
    failure::{Failure, Outcome},
    process::say,
    score::{self, Set},
    table,
    workspace::Workspace,
};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Only these benches; all where none is named
    #[arg(value_name = "BENCH", value_parser = BENCHES)]
    benches: Vec<String>,
    /// A folder of sets; `../shared/bench/data` where none is given
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// How often each goes through the pages; the fastest pass counts
    #[arg(long, value_name = "N", default_value_t = 5)]
    passes: u32,
}

const BENCHES: [&str; 6] = ["parse", "hostile", "articles", "annotators", "c", "python"];

/// The sets whose pages are parsed.
const SETS: [&str; 2] = ["wcxb", "scrapinghub"];

/// The set whose pages are read from Rust and from C or Python: held in memory whole, by both.
const BINDINGS_SET: &str = "scrapinghub";

/// The sets whose texts are annotated.
const TEXTS: [&str; 3] = ["dates", "entities", "quotes"];

pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Outcome {
    let wanted = |name: &str| arguments.benches.is_empty() || arguments.benches.iter().any(|bench| bench == name);
    let passes = arguments.passes.max(1).to_string();
    let pages = || -> Outcome<Vec<PathBuf>> {
        let data = score::data(workspace, arguments.data.as_deref())?;
        Ok(Set::all(&data, &SETS.map(str::to_owned))?.iter().map(Set::pages).collect())
    };
    if wanted("parse") {
        say(&parse(workspace, &passes, &pages()?)?);
    }
    if wanted("hostile") {
        say(&hostile(workspace)?);
    }
    if wanted("articles") {
        say(&articles(workspace, &passes, &pages()?)?);
    }
    if wanted("annotators") {
        let data = score::data(workspace, arguments.data.as_deref())?;
        let folders = Set::all(&data, &TEXTS.map(str::to_owned))?.into_iter().map(|set| set.folder);
        say(&annotators(workspace, &passes, folders.collect())?);
    }
    for (name, run) in [("c", c::run as fn(&Workspace, &str, &[PathBuf]) -> Outcome<String>), ("python", python::run)] {
        if wanted(name) {
            let data = score::data(workspace, arguments.data.as_deref())?;
            let pages: Vec<PathBuf> = Set::all(&data, &[BINDINGS_SET.to_owned()])?.iter().map(Set::pages).collect();
            say(&run(workspace, &passes, &pages)?);
        }
    }
    Ok(())
}

/// Trees of real pages: dateline-html, html5ever into RcDom, turbohtml's `parse(str)`.
fn parse(workspace: &Workspace, passes: &str, pages: &[PathBuf]) -> Outcome<String> {
    let bench = workspace.cargo("bench").args(["--package", "dateline-html", "--bench", "parse", "--", "--json", "--rounds", passes]);
    let printed = bench.args(pages).output()?;
    let report: Value = serde_json::from_str(printed.lines().last().unwrap_or_default()).map_err(unread("parse"))?;
    let figure = |key: &str| report[key].as_f64().ok_or_else(|| Failure::new(format!("the bench parse prints no {key}")));
    let (ours, html5ever) = (figure("dateline_html_mb_s")?, figure("html5ever_rcdom_mb_s")?);
    let out = workspace.made("bench")?.join("turbohtml.jsonl");
    let turbohtml = peer_run(workspace, "turbohtml-parse", &out, passes, pages.iter().cloned())?;
    let turbohtml = turbohtml.megabytes / turbohtml.seconds;
    let row =
        |name: &str, speed: f64, wanted: &str| vec![name.into(), format!("{speed:.0}"), format!("{:.2}", ours / speed), wanted.into()];
    let rows = [
        row("dateline-html", ours, ""),
        row("html5ever into RcDom", html5ever, "≥ 3.5"),
        row("turbohtml `parse(str)`", turbohtml, "≥ 1.1"),
    ];
    let table = table::markdown(&["parse to a tree", "MB/s", "dateline-html is times as fast", "wanted"], &rows);
    Ok(format!(
        "\n{:.0} pages, {:.1} MB in memory, one thread, fastest of {passes} passes\n\n{table}",
        figure("pages")?,
        figure("bytes")? / 1e6
    ))
}

/// Pages made to be slow or large.
fn hostile(workspace: &Workspace) -> Outcome<String> {
    let printed = workspace.cargo("bench").args(["--package", "dateline-html", "--bench", "hostile", "--", "--json"]).output()?;
    let mut rows = Vec::new();
    for line in printed.lines().filter(|line| line.starts_with('{')) {
        let case: Value = serde_json::from_str(line).map_err(unread("hostile"))?;
        let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
        let [one, two, four] = [0, 1, 2].map(|place| number(&case["ms"][place]));
        let name = case["page"].as_str().unwrap_or_default().replace('|', "\\|");
        rows.push(vec![
            format!("`{name}`"),
            format!("{:.2}", number(&case["bytes"]) / 1e6),
            format!("{one:.1}"),
            format!("{two:.1}"),
            format!("{four:.1}"),
            format!("{:.2}", four / two),
            format!("{:.1}", number(&case["memory_ratio"])),
            format!("≤ {:.0}", number(&case["allowed"])),
        ]);
    }
    let table =
        table::markdown(&["hostile page", "MB", "ms at ¼", "ms at ½", "ms", "time, twice the size", "memory ÷ input", "wanted"], &rows);
    Ok(format!("\n{table}"))
}

/// Whole articles of real pages, by the front door, beside the parse of the same pages in the same run.
fn articles(workspace: &Workspace, passes: &str, pages: &[PathBuf]) -> Outcome<String> {
    const WORKS: [(&str, &str, &str); 3] =
        [("parse", "tree", ""), ("bare", "article without annotators", "≤ 1.5"), ("whole", "article with all annotators", "")];
    let bench = workspace.cargo("bench").args(["--package", "dateline-tests", "--bench", "articles", "--", "--passes", passes]);
    let printed = bench.args(WORKS.iter().flat_map(|(work, ..)| ["--work", work])).args(pages).output()?;
    let report = Report::read(&printed)?;
    let line: Value = serde_json::from_str(printed.lines().last().unwrap_or_default()).map_err(unread("articles"))?;
    let seconds = |work: &str| line["times"][work].as_f64().unwrap_or(f64::NAN);
    let rows = WORKS.map(|(work, what, wanted)| {
        let (own, parse) = (seconds(work), seconds("parse"));
        let speeds = [report.pages / own, report.megabytes / own].map(|speed| format!("{speed:.0}"));
        [vec![what.to_owned()], speeds.to_vec(), vec![format!("{:.2}", own / parse), wanted.to_owned()]].concat()
    });
    let table = table::markdown(&["page to", "pages/s", "MB/s", "times the tree's cost", "wanted"], &rows);
    Ok(format!(
        "\n{:.0} pages, {:.1} MB, one thread, fastest of {passes} passes, peak {:.0} MB\n\n{table}",
        report.pages, report.megabytes, report.peak_megabytes
    ))
}

/// What is found in the words of texts, an annotator at a time, beside a scan of the same words.
fn annotators(workspace: &Workspace, passes: &str, folders: Vec<PathBuf>) -> Outcome<String> {
    let bench = workspace.cargo("bench").args(["--package", "dateline-tests", "--bench", "annotators", "--", "--passes", passes]);
    let printed = bench.args(folders).output()?;
    let report: Value = serde_json::from_str(printed.lines().last().unwrap_or_default()).map_err(unread("annotators"))?;
    let megabytes = report["bytes"].as_f64().unwrap_or(f64::NAN) / 1e6;
    let rows = report["seconds"].as_object().into_iter().flatten().map(|(name, seconds)| {
        let wanted = match name.as_str() {
            "dates and money" => "≥ 60",
            "all annotators" => "≥ 15",
            _ => "",
        };
        vec![name.clone(), format!("{:.1}", megabytes / seconds.as_f64().unwrap_or(f64::NAN)), wanted.into()]
    });
    let table = table::markdown(&["annotator", "MB/s of text", "wanted"], &rows.collect::<Vec<_>>());
    Ok(format!("\n{} texts, {megabytes:.1} MB, one thread, fastest of {passes} passes\n\n{table}", report["texts"]))
}

fn unread(bench: &str) -> impl FnOnce(serde_json::Error) -> Failure + '_ {
    move |error| Failure::new(format!("the bench {bench} prints no figures: {error}"))
}
