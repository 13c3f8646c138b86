//! Labelled sets go in; the command reads them, the scorers' tables and what is below the floors come out.

mod checks;
mod floors;
mod sample;
mod set;

use std::path::{Path, PathBuf};

use clap::Args;

use self::floors::Floors;
pub(crate) use self::set::{Form, Scorers, Set};
use crate::{
    failure::{Failure, Outcome},
    process::{Process, say},
    workspace::Workspace,
};

#[derive(Args, Default)]
pub(crate) struct Arguments {
    /// The sets to score; all where none is named
    #[arg(long = "set", value_name = "NAME", num_args = 1..)]
    sets: Vec<String>,
    /// A folder of sets; `../shared/bench/data` where none is given
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Name the N pages with the lowest scores of each set
    #[arg(long, value_name = "N", default_value_t = 0)]
    worst: u32,
    /// Score this build of the command instead of building it: another revision's, for the figures before a change
    #[arg(long, value_name = "PATH")]
    command: Option<PathBuf>,
    /// Hold every page's tree against html5ever's own, and score nothing
    #[arg(long)]
    trees: bool,
    /// Hold every article's source spans against the bytes of the input, and score nothing
    #[arg(long)]
    spans: bool,
}

/// How much is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// The scorers' tables.
    Tables,
    /// The figures that have a floor.
    Floors,
}

pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Outcome {
    let data = data(workspace, arguments.data.as_deref())?;
    let sets = Set::all(&data, &arguments.sets)?;
    if arguments.trees || arguments.spans {
        if arguments.trees {
            checks::trees(workspace, &sets)?;
        }
        if arguments.spans {
            checks::spans(workspace, &sets)?;
        }
        return Ok(());
    }
    let command = match &arguments.command {
        Some(command) => command.canonicalize().map_err(Failure::at(command))?,
        None => workspace.release_command()?,
    };
    let shortfalls = score(workspace, &command, &data, &sets, arguments.worst, Detail::Tables)?;
    let samples = if arguments.data.is_none() && arguments.sets.is_empty() { samples(workspace, &command)? } else { Vec::new() };
    verdict([shortfalls, samples].concat())
}

/// The floors that are due, on all sets and samples beside the repository; what is printed is one line a floor.
pub(crate) fn floors_hold(workspace: &Workspace) -> Outcome {
    let command = workspace.release_command()?;
    let data = data(workspace, None)?;
    let floors = Floors::read(&workspace.root)?;
    let mut sets = Set::all(&data, &[])?;
    sets.retain(|set| floors.names(&set.name));
    let shortfalls = score(workspace, &command, &data, &sets, 0, Detail::Floors)?;
    verdict([shortfalls, samples(workspace, &command)?].concat())
}

/// The source spans of all sets beside the repository.
pub(crate) fn spans_hold(workspace: &Workspace) -> Outcome {
    checks::spans(workspace, &Set::all(&data(workspace, None)?, &[])?)
}

/// The folder of sets that was asked for, or the one beside the repository.
pub(crate) fn data(workspace: &Workspace, given: Option<&Path>) -> Outcome<PathBuf> {
    match given {
        Some(folder) => folder.canonicalize().map_err(Failure::at(folder)),
        None => workspace
            .shared()
            .map(|shared| shared.join("bench/data"))
            .ok_or_else(|| Failure::new("there is no ../shared/bench/data here: name a folder of sets with --data")),
    }
}

/// Scores the sets and gives a line for every figure below its floor.
fn score(workspace: &Workspace, command: &Path, data: &Path, sets: &[Set], worst: u32, detail: Detail) -> Outcome<Vec<String>> {
    let floors = Floors::read(&workspace.root)?;
    let scorers = Scorers::beside(data, workspace)?;
    let folder = workspace.made("score")?;
    let mut shortfalls = Vec::new();
    for set in sets {
        let predictions = folder.join(format!("{}.jsonl", set.name));
        let started = std::time::Instant::now();
        Process::new(command)
            .args(["bulk", "--source-spans", "--progress", "never", "--output"])
            .arg(&predictions)
            .arg(set.input(&folder)?)
            .quietly()
            .map_err(|failure| Failure::new(format!("set {}: {failure}", set.name)))?;
        let seconds = started.elapsed().as_secs_f64();
        let Some(scored) = scorers.score(set, &predictions, &folder, worst)? else {
            say(&format!("{}: read in {seconds:.1} s; no scorer knows this set", set.name));
            continue;
        };
        if detail == Detail::Tables {
            say(&format!("{} (read in {seconds:.1} s)\n{}", set.name, scored.table.trim_end()));
        }
        for held in floors.hold(&set.name, &scored.figures) {
            say(&format!("  {}", held.line));
            if !held.holds {
                shortfalls.push(held.line);
            }
        }
    }
    Ok(shortfalls)
}

/// Reads the samples and gives a line for every item that must hold and does not.
fn samples(workspace: &Workspace, command: &Path) -> Outcome<Vec<String>> {
    let Some(shared) = workspace.shared() else { return Ok(Vec::new()) };
    sample::hold_all(workspace, command, &shared, &Floors::read(&workspace.root)?)
}

fn verdict(shortfalls: Vec<String>) -> Outcome {
    if shortfalls.is_empty() { Ok(()) } else { Err(Failure::new(format!("below the floors:\n  {}", shortfalls.join("\n  ")))) }
}
