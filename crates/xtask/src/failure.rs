//! Why a task did not succeed, in one message for the person at the terminal.

use std::{fmt, io, path::Path};

/// What a task gives: its value, or why there is none.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// A message: lower case, naming the file, command or figure that it is about.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// One that has been told already.
    pub(crate) fn told() -> Self {
        Self(String::new())
    }

    pub(crate) fn is_told(&self) -> bool {
        self.0.is_empty()
    }

    /// Of a file that could not be read or written.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self(format!("{}: {error}", path.display()))
    }

    /// Of a file that is not what it should be.
    pub(crate) fn in_file<E: fmt::Display>(path: &Path) -> impl FnOnce(E) -> Self + '_ {
        move |error| Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
