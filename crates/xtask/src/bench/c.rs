//! The same pages by the C library, from a program in C, and by the crate, from one in Rust.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::unread;
use crate::{
    failure::{Failure, Outcome},
    install,
    process::Process,
    table,
    workspace::Workspace,
};

/// How often the two take turns: a machine that is busy for a while slows both.
const TURNS: usize = 3;

/// Whole articles of real pages, by both, in turns; the fastest pass of each counts.
pub(super) fn run(workspace: &Workspace, passes: &str, pages: &[PathBuf]) -> Outcome<String> {
    let folder = workspace.made("c-bench")?;
    let frames = folder.join("pages");
    let program = program(workspace, &folder)?;
    let (mut rust, mut c) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let bench =
            workspace.cargo("bench").args(["--package", "dateline-tests", "--bench", "articles", "--", "--passes", passes, "--frames"]);
        rust.push(figures(&bench.arg(&frames).args(pages).output()?)?);
        c.push(figures(&Process::new(&program).arg(&frames).arg(passes).output()?)?);
    }
    let number = |figures: &Value, key: &str| figures[key].as_f64().unwrap_or(f64::NAN);
    let fastest = |turns: &[Value]| turns.iter().map(|turn| number(turn, "seconds")).fold(f64::INFINITY, f64::min);
    let [first, ..] = c.as_slice() else { return Err(Failure::new("the bench in C gave nothing")) };
    let (count, megabytes) = (number(first, "pages"), number(first, "bytes") / 1e6);
    if c.iter().chain(&rust).any(|turn| (number(turn, "bytes"), number(turn, "failed")) != (number(first, "bytes"), 0.0)) {
        return Err(Failure::new("the two did not read the same pages, or failed at some"));
    }
    let row = |name: &str, seconds: f64, wanted: &str| {
        let ratio = format!("{:.3}", seconds / fastest(&rust));
        vec![name.into(), format!("{:.0}", count / seconds), format!("{:.0}", megabytes / seconds), ratio, wanted.into()]
    };
    let rows = [row("Rust", fastest(&rust), ""), row("C", fastest(&c), "≤ 1.05")];
    let table = table::markdown(&["page to article", "pages/s", "MB/s", "time ÷ Rust's", "wanted"], &rows);
    let getters = number(first, "getter_seconds") / number(first, "getters") * 1e9;
    Ok(format!(
        "\n{count:.0} pages, {megabytes:.1} MB, one thread, fastest of {TURNS} times {passes} passes in turns; a getter takes {getters:.0} ns\n\n{table}"
    ))
}

/// The program in C, linked with the library.
fn program(workspace: &Workspace, folder: &Path) -> Outcome<PathBuf> {
    let built = install::build(workspace, None)?;
    let library = folder.join("libdateline.so.1");
    if library.is_symlink() {
        fs::remove_file(&library).map_err(Failure::at(&library))?;
    }
    symlink(built.join("libdateline.so"), &library).map_err(Failure::at(&library))?;
    let program = folder.join("articles");
    let compile = Process::new("cc").args(["-std=c11", "-O2", "-I"]).arg(workspace.root.join("crates/dateline-capi/include"));
    let compile = compile.arg(workspace.root.join("tests/c/bench/articles.c")).arg(&library);
    compile.arg(format!("-Wl,-rpath,{}", folder.display())).arg("-o").arg(&program).run()?;
    Ok(program)
}

fn figures(printed: &str) -> Outcome<Value> {
    serde_json::from_str(printed.lines().last().unwrap_or_default()).map_err(unread("articles"))
}
