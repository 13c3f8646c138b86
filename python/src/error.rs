//! Errors of the library as exceptions, which are defined in Python (`dateline/_errors.py`).

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
};

use pyo3::prelude::*;

pyo3::import_exception!(dateline._errors, AnnotatorError);
pyo3::import_exception!(dateline._errors, InputError);
pyo3::import_exception!(dateline._errors, InternalError);
pyo3::import_exception!(dateline._errors, JsonError);
pyo3::import_exception!(dateline._errors, LimitError);
pyo3::import_exception!(dateline._errors, OptionError);

/// Why there is no article, before it is an exception: made where no thread of Python's is attached.
pub(crate) enum Failure {
    Core(dateline::Error),
    /// A file that could not be read.
    File(String, std::io::Error),
    /// A bug: a panic, with its message.
    Panic(String),
}

impl From<Failure> for PyErr {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Core(error) => core(&error),
            Failure::File(path, error) => {
                let message = format!("{path}: {error}");
                Python::attach(|py| {
                    let raised = InputError::new_err(message);
                    raised.set_cause(py, Some(error.into()));
                    raised
                })
            }
            Failure::Panic(message) => InternalError::new_err(format!("a bug in dateline: {message}")),
        }
    }
}

/// An error of the library under the class that its predicates tell.
pub(crate) fn core(error: &dateline::Error) -> PyErr {
    let message = error.to_string();
    if error.is_limit() {
        LimitError::new_err(message)
    } else if error.is_json() {
        JsonError::new_err(message)
    } else {
        OptionError::new_err(message)
    }
}

/// Runs the library so that a panic becomes an error: as an exception of pyo3's it would slip past `except Exception`.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, dateline::Error>) -> Result<T, Failure> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(Failure::Core),
        Err(panic) => Err(Failure::Panic(message(panic.as_ref()))),
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
