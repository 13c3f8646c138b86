//! A developer's or CI's command line goes in, and what it asks for is run: tests, scores, benches, comparisons.
//!
//! `cargo xtask help` lists the tasks. This crate depends on no other crate of the workspace, on purpose: it is compiled before anything else can
//! be said, so it stays small, and it drives the others through `cargo` and the command `dateline`, as a user would.

mod apt;
mod bench;
mod c;
mod check;
mod compare;
mod deny;
mod failure;
mod gazetteers;
mod generate;
mod install;
mod process;
mod python;
mod score;
mod table;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{failure::Outcome, workspace::Workspace};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Everything a developer or CI runs")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run everything that CI runs, and stop at the first failure
    Test(check::Arguments),
    /// Run the command over labelled sets, print the scorers' tables, fail below the floors
    Score(score::Arguments),
    /// Run the benches and print one table with ratios
    Bench(bench::Arguments),
    /// Run other extractors and dateline over the same pages and print one table
    Compare(compare::Arguments),
    /// Check licences, bans, sources and, where they can be reached, advisories of all dependencies
    Deny,
    /// Write the generated files anew
    Generate,
    /// Record the ABI of the C library anew, from its header
    RecordAbi,
    /// Build the C library and install it with its headers, its pkg-config file and its CMake package
    InstallC(install::Arguments),
    /// Take away what `install-c` with the same arguments has installed
    UninstallC(install::Arguments),
    /// Fetch openly licensed lists of names and pack the library's gazetteers anew
    Gazetteers,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done: Outcome = Workspace::find().and_then(|workspace| match cli.task {
        Task::Test(arguments) => check::run(&workspace, &arguments),
        Task::Score(arguments) => score::run(&workspace, &arguments),
        Task::Bench(arguments) => bench::run(&workspace, &arguments),
        Task::Compare(arguments) => compare::run(&workspace, &arguments),
        Task::Deny => deny::run(&workspace),
        Task::Generate => generate::run(&workspace),
        Task::RecordAbi => c::abi::record(&workspace),
        Task::InstallC(arguments) => install::install(&workspace, &arguments),
        Task::UninstallC(arguments) => install::uninstall(&workspace, &arguments),
        Task::Gazetteers => gazetteers::run(&workspace),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_told() {
                eprintln!("xtask: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}
