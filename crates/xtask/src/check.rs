//! `cargo xtask test`: the list of steps that CI runs, each named, timed and counted; the first failure ends it.

mod bindings;
mod c;
mod manifests;
mod readme;

use std::{thread, time::Instant};

use clap::Args;

use crate::{
    failure::{Failure, Outcome},
    generate, install,
    process::{Process, on_path, say},
    python, score,
    workspace::Workspace,
};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Only these steps; all where none is named
    #[arg(value_name = "STEP")]
    steps: Vec<String>,
    /// Print the names of the steps
    #[arg(long)]
    list: bool,
}

/// How a step that did not fail ended.
enum Done {
    Passed,
    /// There was nothing to do, for this reason.
    Skipped(&'static str),
}

struct Step {
    name: &'static str,
    run: fn(&Workspace) -> Outcome<Done>,
}

/// In the order of the time that they take to say something, mostly.
///
/// On two cores from an empty target folder the builds take nearly all of the time: that of the tests (the development profile, dependencies optimised), that
/// of clippy, and what users get.
const STEPS: [Step; 15] = [
    Step { name: "format", run: format },
    Step { name: "msrv", run: manifests::msrv },
    Step { name: "dependencies", run: manifests::dependencies },
    Step { name: "clippy", run: clippy },
    Step { name: "tests", run: tests },
    Step { name: "doc-tests", run: doc_tests },
    Step { name: "docs", run: docs },
    Step { name: "generated", run: generated },
    Step { name: "fuzz-targets", run: fuzz_targets },
    Step { name: "builds", run: builds },
    Step { name: "readme", run: readme::commands },
    Step { name: "c", run: c::c },
    Step { name: "wheel", run: bindings::wheel },
    Step { name: "accuracy", run: accuracy },
    Step { name: "spans", run: spans },
];

pub(crate) fn run(workspace: &Workspace, arguments: &Arguments) -> Outcome {
    if arguments.list {
        STEPS.iter().for_each(|step| say(step.name));
        return Ok(());
    }
    if let Some(unknown) = arguments.steps.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        return Err(Failure::new(format!("there is no step {unknown:?}: `cargo xtask test --list` names them")));
    }
    let wanted = |step: &&Step| arguments.steps.is_empty() || arguments.steps.iter().any(|name| name == step.name);
    let mut summary = Vec::new();
    let (mut passed, mut failure) = (0, None);
    for step in STEPS.iter().filter(wanted) {
        say(&format!("\n=== {}", step.name));
        let started = Instant::now();
        let ended = (step.run)(workspace);
        let seconds = started.elapsed().as_secs_f64();
        let verdict = match ended {
            Ok(Done::Passed) => {
                passed += 1;
                format!("passed in {seconds:.1} s")
            }
            Ok(Done::Skipped(reason)) => format!("skipped: {reason}"),
            Err(failed) => {
                let verdict = format!("FAILED after {seconds:.1} s");
                failure = Some(Failure::new(format!("step {}: {failed}", step.name)));
                verdict
            }
        };
        say(&format!("--- {}: {verdict}", step.name));
        summary.push(format!("  {:<14}{verdict}", step.name));
        if failure.is_some() {
            break;
        }
    }
    say(&format!("\n{}", summary.join("\n")));
    if let Some(failure) = &failure {
        say(&format!("\n{failure}"));
    }
    // the closing line stands alone and last on this way out: whoever reads the log looks there
    say(&format!("\n{passed} passed, {} failed", u8::from(failure.is_some())));
    failure.map_or(Ok(()), |_| Err(Failure::told()))
}

fn format(workspace: &Workspace) -> Outcome<Done> {
    // cargo fmt knows no --locked
    let check = Process::new("cargo").directory(&workspace.root).args(["fmt", "--all", "--check", "--", "--files-with-diff"]);
    let unformatted = check.attempt()?.1;
    if !unformatted.trim().is_empty() {
        return Err(Failure::new(format!("`cargo fmt --all` would change\n{}", unformatted.trim_end())));
    }
    Ok(Done::Passed)
}

fn clippy(workspace: &Workspace) -> Outcome<Done> {
    workspace.cargo("clippy").args(["--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]).run()?;
    Ok(Done::Passed)
}

/// Without `--workspace`: the default members are all but the Python package, whose tests run in Python.
fn tests(workspace: &Workspace) -> Outcome<Done> {
    workspace.cargo("test").args(["--lib", "--bins", "--tests", "--examples"]).run()?;
    Ok(Done::Passed)
}

fn doc_tests(workspace: &Workspace) -> Outcome<Done> {
    workspace.cargo("test").args(["--doc", "--all-features"]).run()?;
    Ok(Done::Passed)
}

fn docs(workspace: &Workspace) -> Outcome<Done> {
    let doc = workspace.cargo("doc").args(["--workspace", "--no-deps", "--all-features", "--document-private-items"]);
    doc.env("RUSTDOCFLAGS", "-D warnings").run()?;
    Ok(Done::Passed)
}

fn generated(workspace: &Workspace) -> Outcome<Done> {
    generate::hold(workspace)?;
    Ok(Done::Passed)
}

/// Builds the fuzz targets, without their coverage instruments, which need a nightly compiler.
fn fuzz_targets(workspace: &Workspace) -> Outcome<Done> {
    let manifest = workspace.root.join("fuzz/Cargo.toml");
    if !manifest.is_file() {
        return Ok(Done::Skipped("there is no fuzz/ yet"));
    }
    if !["c++", "g++", "clang++"].into_iter().any(on_path) {
        return Ok(Done::Skipped("libFuzzer is built from C++, and there is no C++ compiler"));
    }
    // the same target folder: what the tests have built is not built again
    workspace.cargo("build").arg("--manifest-path").arg(manifest).arg("--target-dir").arg(&workspace.target).run()?;
    Ok(Done::Passed)
}

/// Builds what users get and the steps behind this one look at. Each is linked as one, which keeps a single core busy for minutes: the C libraries are built beside the others.
fn builds(workspace: &Workspace) -> Outcome<Done> {
    thread::scope(|scope| {
        let libraries = scope.spawn(|| -> Outcome {
            install::build(workspace, Some(""))?;
            install::build(workspace, None)?;
            Ok(())
        });
        workspace.release_command()?;
        python::build_wheel(workspace, &workspace.target.join(bindings::WHEELS))?;
        libraries.join().map_err(|_| Failure::new("the C libraries' build broke off"))??;
        Ok(Done::Passed)
    })
}

fn accuracy(workspace: &Workspace) -> Outcome<Done> {
    if workspace.shared().is_none() {
        return Ok(Done::Skipped("there is no ../shared/bench/data here"));
    }
    score::floors_hold(workspace)?;
    Ok(Done::Passed)
}

fn spans(workspace: &Workspace) -> Outcome<Done> {
    if workspace.shared().is_none() {
        return Ok(Done::Skipped("there is no ../shared/bench/data here"));
    }
    score::spans_hold(workspace)?;
    Ok(Done::Passed)
}
