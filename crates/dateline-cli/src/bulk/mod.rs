//! `dateline bulk`: many inputs in, an article a line out, in the order of the inputs, in bounded memory.

mod inputs;
mod output;
mod pool;

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal, Write},
    num::NonZeroUsize,
    panic::{self, AssertUnwindSafe},
    time::Duration,
};

use dateline::{Pipeline, render::Json, stage::Renderer};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::{
    args::{self, Bulk},
    stop::Stop,
};
use inputs::{Inputs, Task};
use output::Output;

/// An input that no article came from.
#[derive(Debug, Serialize)]
struct Failure {
    id: String,
    message: String,
}

/// Reads all inputs and prints their articles. One that fails is noted and passed over.
pub(crate) fn run(bulk: &Bulk) -> Result<(), Stop> {
    let tasks = Inputs::new(&bulk.inputs)?.take(bulk.limit.unwrap_or(usize::MAX));
    let mut output = Output::create(bulk.output.as_deref())?;
    let mut failures = Failures::create(bulk)?;
    let pipeline = Pipeline::default();
    let json = Json::line().with_source_spans(bulk.source_spans);
    let jobs = bulk.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let bar = bar(bulk.progress);
    let mut count = 0_u64;
    pool::ordered(
        jobs,
        tasks,
        |task| article(task, &pipeline, &json),
        |outcome| {
            count += 1;
            bar.inc(1);
            match outcome {
                Ok(line) => output.write(&line),
                Err(failure) => bar.suspend(|| failures.note(&failure)),
            }
        },
    )?;
    bar.finish_and_clear();
    output.finish()?;
    failures.finish(count, bulk.strict)
}

/// The article of one input, as a line of JSON.
fn article(task: Task, pipeline: &Pipeline, json: &Json) -> Result<String, Failure> {
    let id = task.id();
    // nothing panics by design; if a bug does, it costs one article and not the run
    let outcome =
        panic::catch_unwind(AssertUnwindSafe(|| task.read(|input| pipeline.extract(input).map(|article| json.to_string(&article)))));
    match outcome {
        Ok(Ok(line)) => Ok(line),
        Ok(Err((id, message))) => Err(Failure { id, message }),
        Err(_) => Err(Failure { id, message: "the program has a bug that this input hits: it panicked".to_owned() }),
    }
}

fn bar(progress: args::Progress) -> ProgressBar {
    if progress == args::Progress::Never || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} inputs, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Where failed inputs are noted.
struct Failures {
    file: Option<(String, BufWriter<File>)>,
    count: u64,
}

impl Failures {
    fn create(bulk: &Bulk) -> Result<Self, Stop> {
        let Some(path) = &bulk.errors else { return Ok(Self { file: None, count: 0 }) };
        let name = path.display().to_string();
        let file = File::create(path).map_err(|error| Stop::writing(&name, &error))?;
        Ok(Self { file: Some((name, BufWriter::new(file))), count: 0 })
    }

    fn note(&mut self, failure: &Failure) -> Result<(), Stop> {
        self.count += 1;
        let Some((name, file)) = &mut self.file else {
            // a standard error that is closed does not stop the articles
            let _ = writeln!(io::stderr(), "dateline: {}: {}", failure.id, failure.message);
            return Ok(());
        };
        serde_json::to_writer(&mut *file, failure)
            .map_err(io::Error::from)
            .and_then(|()| file.write_all(b"\n"))
            .map_err(|error| Stop::writing(name, &error))
    }

    fn finish(self, inputs: u64, strict: bool) -> Result<(), Stop> {
        if let Some((name, mut file)) = self.file {
            file.flush().map_err(|error| Stop::writing(&name, &error))?;
        }
        if self.count == 0 {
            return Ok(());
        }
        let message = format!("{} of {inputs} inputs failed", self.count);
        if strict {
            return Err(Stop::Strict(message));
        }
        let _ = writeln!(io::stderr(), "dateline: {message}");
        Ok(())
    }
}
