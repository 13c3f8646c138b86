//! Sets of pages go in; dateline and its peers read the same pages, each in one process of its own, and one table comes out.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use crate::{
    failure::{Failure, Outcome},
    process::say,
    python::Venv,
    score::{self, Form, Scorers, Set},
    table,
    workspace::{self, Workspace},
};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The sets whose pages are read
    #[arg(long = "set", value_name = "NAME", num_args = 1.., default_values_t = ["fundus".to_owned(), "scrapinghub".to_owned()])]
    sets: Vec<String>,
    /// A folder of sets; `../shared/bench/data` where none is given
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Only these peers; dateline always
    #[arg(long = "peer", value_name = "NAME", num_args = 1.., value_parser = PEERS)]
    peers: Vec<String>,
    /// How often each goes through the pages; the fastest pass counts
    #[arg(long, value_name = "N", default_value_t = 3)]
    passes: u32,
}

/// The extractors that `peers/extract.py` knows.
const PEERS: [&str; 4] = ["trafilatura", "readability-lxml", "resiliparse", "turbohtml"];

/// What a run says of itself in its last line.
pub(crate) struct Report {
    pub(crate) pages: f64,
    pub(crate) failed: f64,
    pub(crate) megabytes: f64,
    pub(crate) seconds: f64,
    pub(crate) peak_megabytes: f64,
}

impl Report {
    pub(crate) fn read(printed: &str) -> Outcome<Self> {
        let line = printed.lines().last().unwrap_or_default();
        let report: Value =
            serde_json::from_str(line).map_err(|error| Failure::new(format!("no report in the last line, {line:?}: {error}")))?;
        let figure = |key: &str| report[key].as_f64().ok_or_else(|| Failure::new(format!("the report has no {key}: {line}")));
        Ok(Self {
            pages: figure("pages")?,
            failed: figure("failed")?,
            megabytes: figure("bytes")? / 1e6,
            seconds: figure("seconds")?,
            peak_megabytes: figure("peak_kib")? * 1024.0 / 1e6,
        })
    }
}

pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Outcome {
    let data = score::data(workspace, arguments.data.as_deref())?;
    let sets = Set::all(&data, &arguments.sets)?;
    if let Some(set) = sets.iter().find(|set| set.form != Form::Pages) {
        return Err(Failure::new(format!("the set {} holds no pages", set.name)));
    }
    let scorers = Scorers::beside(&data, workspace)?;
    let folder = workspace.made("compare")?;
    let passes = arguments.passes.max(1).to_string();
    let mut rows = Vec::new();
    for (tool, work) in [("dateline", "bare"), ("dateline with all annotators", "whole")] {
        rows.push(Row::of(tool, own(workspace, &predictions(&folder, tool), work, &passes, &sets)?, &sets, &scorers, &folder)?);
    }
    for peer in PEERS.iter().filter(|peer| arguments.peers.is_empty() || arguments.peers.iter().any(|name| name == *peer)) {
        let run = peer_run(workspace, peer, &predictions(&folder, peer), &passes, sets.iter().map(Set::pages))?;
        rows.push(Row::of(peer, run, &sets, &scorers, &folder)?);
    }
    say(&format!("\n{}", print(&rows, &sets)));
    Ok(())
}

/// dateline's own run: the front door on one thread, timed inside as the peers are.
fn own(workspace: &Workspace, out: &Path, work: &str, passes: &str, sets: &[Set]) -> Outcome<Report> {
    let bench = workspace.cargo("bench").args(["--package", "dateline-tests", "--bench", "articles", "--"]);
    let run = bench.arg("--out").arg(out).args(["--work", work, "--passes", passes]).args(sets.iter().map(Set::pages));
    Report::read(&run.output()?)
}

/// One peer over folders of pages; it fails where a peer cannot be run at all, not where some pages are too much for it.
pub(crate) fn peer_run(
    workspace: &Workspace,
    peer: &str,
    out: &Path,
    passes: &str,
    pages: impl Iterator<Item = PathBuf>,
) -> Outcome<Report> {
    let peers = workspace.root.join("crates/xtask/peers");
    let requirements = workspace::read(&peers.join("requirements.txt"))?;
    let venv = Venv::with(workspace, "peers", &requirements.lines().collect::<Vec<_>>())?;
    let run = venv.python().arg(peers.join("extract.py")).arg(peer).arg(out).arg(passes).args(pages);
    Report::read(&run.output()?)
}

fn predictions(folder: &Path, tool: &str) -> PathBuf {
    folder.join(format!("{tool}.jsonl"))
}

/// One tool's line of the table.
struct Row {
    tool: String,
    report: Report,
    /// Of each set the name of its figure and its value in per cent.
    figures: Vec<Option<(&'static str, f64)>>,
}

impl Row {
    fn of(tool: &str, report: Report, sets: &[Set], scorers: &Scorers, folder: &Path) -> Outcome<Self> {
        let predictions = predictions(folder, tool);
        let figures = sets.iter().map(|set| scorers.headline_figure(set, &predictions, folder)).collect::<Outcome<_>>()?;
        Ok(Self { tool: tool.to_owned(), report, figures })
    }

    /// The cells, each figure of cost with its ratio to the same of the first row.
    fn cells(&self, first: &Self) -> Vec<String> {
        let mut cells = vec![self.tool.clone()];
        cells.extend(self.figures.iter().map(|figure| figure.map_or("–".into(), |(_, value)| format!("{value:.1}"))));
        let costs: [fn(&Report) -> f64; 3] =
            [|report| report.pages / report.seconds, |report| report.megabytes / report.seconds, |report| report.peak_megabytes];
        cells.extend(costs.iter().flat_map(|cost| {
            let (own, of_first) = (cost(&self.report), cost(&first.report));
            [if own < 10.0 { format!("{own:.1}") } else { format!("{own:.0}") }, format!("{:.2}", own / of_first)]
        }));
        cells.push(format!("{:.0}", self.report.failed));
        cells
    }
}

/// The table, with the first row's tool as the measure of the ratios.
fn print(rows: &[Row], sets: &[Set]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let figure = |place: usize| first.figures.get(place).copied().flatten().map_or("f1", |(name, _)| name);
    let mut head = vec!["tool".to_owned()];
    head.extend(sets.iter().enumerate().map(|(place, set)| format!("{} {} F1", set.name, figure(place))));
    head.extend(["pages/s", "ratio", "MB/s", "ratio", "peak MB", "ratio", "failed"].map(str::to_owned));
    let lines =
        table::markdown(&head.iter().map(String::as_str).collect::<Vec<_>>(), &rows.iter().map(|row| row.cells(first)).collect::<Vec<_>>());
    let report = &first.report;
    format!("{:.0} pages, {:.1} MB of HTML, one thread, ratios to {}\n\n{lines}", report.pages, report.megabytes, first.tool)
}
