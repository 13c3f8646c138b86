//! A command line goes in and is run, with a message that names it where it fails.

use std::{
    ffi::OsStr,
    fmt,
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
};

use crate::failure::{Failure, Outcome};

/// A command to run, printable as one would type it.
pub(crate) struct Process(Command);

impl Process {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self(Command::new(program))
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.0.args(arguments);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    pub(crate) fn directory(mut self, directory: &Path) -> Self {
        self.0.current_dir(directory);
        self
    }

    /// Runs it with its output going where ours goes.
    pub(crate) fn run(mut self) -> Outcome {
        say(&format!("$ {self}"));
        let status = self.0.status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(Failure::new(format!("`{self}` failed ({status})"))) }
    }

    /// Runs it and gives what it printed; its errors go where ours go.
    pub(crate) fn output(mut self) -> Outcome<String> {
        let output = self.0.stderr(Stdio::inherit()).output().map_err(|error| self.not_started(&error))?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            Ok(printed)
        } else {
            say(printed.trim_end());
            Err(Failure::new(format!("`{self}` failed ({})", output.status)))
        }
    }

    /// Runs it and gives what it printed on both ways out together, and whether it succeeded.
    pub(crate) fn attempt(mut self) -> Outcome<(bool, String)> {
        let output = self.0.output().map_err(|error| self.not_started(&error))?;
        let printed = [output.stdout, output.stderr].concat();
        Ok((output.status.success(), String::from_utf8_lossy(&printed).into_owned()))
    }

    /// Runs it in silence; what it printed is shown where it fails.
    pub(crate) fn quietly(self) -> Outcome {
        let shown = self.to_string();
        let (success, printed) = self.attempt()?;
        if success {
            return Ok(());
        }
        say(printed.trim_end());
        Err(Failure::new(format!("`{shown}` failed")))
    }

    fn not_started(&self, error: &io::Error) -> Failure {
        Failure::new(format!("`{self}` could not be started: {error}"))
    }
}

impl fmt::Display for Process {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = Path::new(self.0.get_program()).file_name().unwrap_or(self.0.get_program());
        write!(formatter, "{}", program.to_string_lossy())?;
        self.0.get_args().try_for_each(|argument| write!(formatter, " {}", argument.to_string_lossy()))
    }
}

/// Whether a program of this name is on the path.
pub(crate) fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Prints a line at once: what we say and what the commands print must stand in the order in which it happened.
pub(crate) fn say(line: &str) {
    let mut out = io::stdout().lock();
    // nobody is left to be told where the terminal is gone
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}
