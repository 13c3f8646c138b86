//! A column of pages or texts in, a record batch of their articles out.

use std::{
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use arrow_array::ArrayRef;
use dateline::{Input, Pipeline, model};
use dateline_batch::{Rows, Value, column};
use pyo3::{prelude::*, types::PyList};

use crate::{
    arrow::{Batch, BatchSchema, arrays},
    error::{Failure, InternalError, OptionError, guarded},
    options::{Options, annotate, pipeline},
};

/// How many rows each thread does before it is looked whether somebody pressed Ctrl-C.
const AT_ONCE: usize = 32;

/// An error of a batch: what was handed in, or more than fits.
pub(crate) fn failed(error: &dateline_batch::Error) -> PyErr {
    let message = error.to_string();
    if error.is_column() { OptionError::new_err(message) } else { InternalError::new_err(message) }
}

/// What there is to do for a row, and what became of it.
type Task<'a> = (Option<Value<'a>>, Option<&'a str>);
type Done = Option<Result<model::Article, Failure>>;

fn work((value, url): Task<'_>, pipeline: &Pipeline) -> Done {
    let input = match value? {
        Value::Bytes(bytes) => Input::from(bytes),
        Value::Text(text) => Input::from(text),
    };
    let input = match url {
        Some(url) => input.url(url),
        None => input,
    };
    Some(guarded(|| pipeline.extract(input)))
}

/// Works on some rows, in threads where more than one is asked for.
fn together(tasks: &[Task<'_>], pipeline: &Pipeline, threads: usize) -> Vec<Done> {
    if threads == 1 {
        return tasks.iter().map(|task| work(*task, pipeline)).collect();
    }
    let done: Vec<Mutex<Done>> = tasks.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    let run = || {
        while let Some((task, place)) = {
            let number = next.fetch_add(1, Ordering::Relaxed);
            tasks.get(number).zip(done.get(number))
        } {
            *place.lock().unwrap_or_else(PoisonError::into_inner) = work(*task, pipeline);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // where the system gives no more threads those that there are do the work
            if thread::Builder::new().spawn_scoped(scope, run).is_err() {
                break;
            }
        }
        run();
    });
    done.into_iter().map(|place| place.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
}

/// The addresses, from an Arrow column or a list; none where none are given.
enum Urls {
    None,
    Arrow(Vec<ArrayRef>),
    List(Vec<Option<String>>),
}

impl Urls {
    fn of(urls: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        match urls {
            None => Ok(Self::None),
            Some(urls) => match urls.cast::<PyList>() {
                Ok(list) => Ok(Self::List(list.extract()?)),
                Err(_) => Ok(Self::Arrow(arrays(urls)?)),
            },
        }
    }

    fn all(&self, rows: usize) -> PyResult<Vec<Option<&str>>> {
        let all: Vec<Option<&str>> = match self {
            Self::None => vec![None; rows],
            Self::List(list) => list.iter().map(Option::as_deref).collect(),
            Self::Arrow(arrays) => {
                let values = values(arrays)?;
                let text = |value| match value {
                    Some(Value::Text(text)) => Ok(Some(text)),
                    None => Ok(None),
                    Some(Value::Bytes(_)) => Err(OptionError::new_err("urls are a column of strings, not of bytes")),
                };
                values.into_iter().map(text).collect::<PyResult<_>>()?
            }
        };
        if all.len() == rows { Ok(all) } else { Err(OptionError::new_err(format!("{} urls for {rows} rows", all.len()))) }
    }
}

fn values(arrays: &[ArrayRef]) -> PyResult<Vec<Option<Value<'_>>>> {
    let mut values = Vec::new();
    for array in arrays {
        values.extend(column(array.as_ref()).map_err(|error| failed(&error))?);
    }
    Ok(values)
}

/// The articles of a column of pages or texts, as a record batch of the schema `SCHEMA` with a row for each row: what engines run.
///
/// The column is an array, a chunked array, a series, or a table of one column, of any library that has the Arrow PyCapsule interface: binary or strings, nulls too. `urls`, where given, is a column or
/// list of as many addresses. A document that fails is a row whose `status` is `failed` and whose `error` says why, a null one whose `status` is `null`. Engines bring their own processes, so
/// `threads` is 1 where nothing is said; `None` is as many as the machine runs at once. Other threads run meanwhile, and Ctrl-C works between documents.
#[pyfunction]
#[pyo3(signature = (data: "typing.Any", urls: "typing.Any" = None, options = None, *, threads = Some(1)))]
pub(crate) fn extract_batch(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    urls: Option<&Bound<'_, PyAny>>,
    options: Option<Py<Options>>,
    threads: Option<usize>,
) -> PyResult<Batch> {
    let threads = match threads {
        Some(0) => {
            return Err(OptionError::new_err("threads 0 is too few; use 1 or more, or None for as many as the machine runs at once"));
        }
        Some(threads) => threads,
        None => thread::available_parallelism().map_or(1, NonZero::get),
    };
    let (chunks, urls) = (arrays(data)?, Urls::of(urls)?);
    let values = values(&chunks)?;
    let urls = urls.all(values.len())?;
    let tasks: Vec<Task<'_>> = values.into_iter().zip(urls).collect();
    let options = options.as_ref().map(Py::get);
    let pipeline = pipeline(options);
    let mut rows = Rows::new().map_err(|error| failed(&error))?;
    for some in tasks.chunks(AT_ONCE.saturating_mul(threads)) {
        for done in py.detach(|| together(some, &pipeline, threads)) {
            let row = match done {
                None => rows.null(),
                Some(Err(failure)) => rows.failed(&PyErr::from(failure).value(py).to_string()),
                Some(Ok(mut article)) => match annotate(py, options, &mut article) {
                    Ok(()) => rows.article(&article),
                    Err(error) if error.is_instance_of::<pyo3::exceptions::PyException>(py) => rows.failed(&error.value(py).to_string()),
                    Err(error) => return Err(error),
                },
            };
            row.map_err(|error| failed(&error))?;
        }
        py.check_signals()?;
    }
    Ok(Batch(py.detach(|| rows.finish()).map_err(|error| failed(&error))?))
}

/// The schema of the batches that `extract_batch` gives.
#[pyfunction]
pub(crate) fn batch_schema() -> BatchSchema {
    BatchSchema(dateline_batch::schema())
}
