//! Why the command ends before or without success, and the exit code that says so.

use std::io;

/// The end of a run that was not a plain success.
#[derive(Debug)]
pub(crate) enum Stop {
    /// It could not do what it was asked to.
    Fatal(String),
    /// It was asked for something that does not exist.
    Usage(String),
    /// Some inputs failed, and `--strict` makes that count.
    Strict(String),
    /// What there was to say about the failure has been said, input by input.
    Reported,
    /// Nobody reads the output any more: `dateline … | head`.
    BrokenPipe,
}

impl Stop {
    /// What a failed write means.
    pub(crate) fn writing(what: &str, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::BrokenPipe } else { Self::Fatal(format!("cannot write {what}: {error}")) }
    }

    pub(crate) fn message(&self) -> Option<&str> {
        match self {
            Self::Fatal(message) | Self::Usage(message) | Self::Strict(message) => Some(message),
            Self::Reported | Self::BrokenPipe => None,
        }
    }

    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::BrokenPipe => 0,
            Self::Fatal(_) | Self::Reported => 1,
            Self::Usage(_) => 2,
            Self::Strict(_) => 3,
        }
    }
}
