//! The command `dateline`: pages and texts in, articles out, as Markdown for people or as JSON Lines for machines.
//!
//! Exit codes: 0 ok; 1 something was fatal, such as a file that is missing; 2 wrong usage; 3 some inputs of `bulk` failed, under `--strict`.

mod args;
mod bulk;
mod read;
mod show;
mod stop;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

use args::{Args, Command};
use stop::Stop;

fn main() -> ExitCode {
    let args = Args::parse();
    let outcome = match args.command {
        Some(Command::Schema) => schema(),
        Some(Command::Bulk(bulk)) => bulk::run(&bulk),
        None => show::run(&args.show),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if let Some(message) = stop.message() {
                // where nobody listens any more there is nobody to tell
                let _ = writeln!(io::stderr(), "dateline: {message}");
            }
            ExitCode::from(stop.code())
        }
    }
}

fn schema() -> Result<(), Stop> {
    io::stdout().write_all(dateline::schema().as_bytes()).map_err(|error| Stop::writing("standard output", &error))
}
