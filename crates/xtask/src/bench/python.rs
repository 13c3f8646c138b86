//! The same pages by the Python package and by the crate, from a program in each language.

use std::path::PathBuf;

use serde_json::Value;

use super::unread;
use crate::{
    failure::{Failure, Outcome},
    python::{Venv, build_wheel},
    table,
    workspace::Workspace,
};

/// How often the two take turns: a machine that is busy for a while slows both.
const TURNS: usize = 3;

/// Whole articles of real pages, by both, in turns; the fastest pass of each counts.
pub(super) fn run(workspace: &Workspace, passes: &str, pages: &[PathBuf]) -> Outcome<String> {
    let folder = workspace.made("python-bench")?;
    let frames = folder.join("pages");
    let user = Venv::fresh(workspace, "bench")?;
    user.install(&[build_wheel(workspace, &folder.join("wheel"))?])?;
    let program = workspace.root.join("python/benches/articles.py");
    let (mut rust, mut python) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let bench =
            workspace.cargo("bench").args(["--package", "dateline-tests", "--bench", "articles", "--", "--passes", passes, "--frames"]);
        rust.push(figures(&bench.arg(&frames).args(pages).output()?)?);
        python.push(figures(&user.python().arg(&program).arg(&frames).arg(passes).directory(&folder).output()?)?);
    }
    let number = |figures: &Value, key: &str| figures[key].as_f64().unwrap_or(f64::NAN);
    let fastest = |turns: &[Value], key: &str| turns.iter().map(|turn| number(turn, key)).fold(f64::INFINITY, f64::min);
    let [first, ..] = python.as_slice() else { return Err(Failure::new("the bench in Python gave nothing")) };
    let (count, megabytes) = (number(first, "pages"), number(first, "bytes") / 1e6);
    if python.iter().chain(&rust).any(|turn| (number(turn, "bytes"), number(turn, "failed")) != (number(first, "bytes"), 0.0)) {
        return Err(Failure::new("the two did not read the same pages, or failed at some"));
    }
    let (of_rust, of_one) = (fastest(&rust, "seconds"), fastest(&python, "one"));
    let row = |name: &str, seconds: f64, times: String, wanted: &str| {
        vec![name.into(), format!("{:.0}", count / seconds), format!("{:.0}", megabytes / seconds), times, wanted.into()]
    };
    let ratio = |seconds: f64| format!("{:.3} × Rust's time", seconds / of_rust);
    let (extract, two) = (fastest(&python, "extract"), fastest(&python, "two"));
    let rows = [
        row("Rust", of_rust, ratio(of_rust), ""),
        row("`extract`", extract, ratio(extract), "≤ 1.10"),
        row("`extract_many`, one thread", of_one, ratio(of_one), ""),
        row("`extract_many`, two threads", two, format!("{:.2} × one thread's speed", of_one / two), "≥ 1.8"),
    ];
    let table = table::markdown(&["page to article", "pages/s", "MB/s", "times", "wanted"], &rows);
    Ok(format!("\n{count:.0} pages, {megabytes:.1} MB, fastest of {TURNS} times {passes} passes in turns\n\n{table}"))
}

fn figures(printed: &str) -> Outcome<Value> {
    serde_json::from_str(printed.lines().last().unwrap_or_default()).map_err(unread("articles"))
}
