//! Lines in, a file that is whole or not there out.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use crate::stop::Stop;

/// Where the articles go: standard output, or a file that is written under another name beside its own and renamed when it is complete. A run that is broken off
/// by a failure takes the unfinished file away; one that is killed leaves it, under that other name.
pub(crate) struct Output {
    writer: BufWriter<Box<dyn Write>>,
    name: String,
    file: Option<Unfinished>,
}

struct Unfinished {
    partial: PathBuf,
    path: PathBuf,
}

impl Output {
    /// Opens it; `None` is standard output.
    pub(crate) fn create(path: Option<&Path>) -> Result<Self, Stop> {
        let Some(path) = path else {
            return Ok(Self { writer: BufWriter::new(Box::new(io::stdout())), name: "standard output".to_owned(), file: None });
        };
        let name = path.display().to_string();
        let mut partial = path.as_os_str().to_owned();
        partial.push(format!(".{}.partial", std::process::id()));
        let partial = PathBuf::from(partial);
        if path.is_dir() {
            return Err(Stop::Fatal(format!("cannot write {name}: it is a folder")));
        }
        let file = File::create(&partial).map_err(|error| Stop::writing(&name, &error))?;
        Ok(Self { writer: BufWriter::new(Box::new(file)), name, file: Some(Unfinished { partial, path: path.to_owned() }) })
    }

    /// Writes a line, its end included.
    pub(crate) fn write(&mut self, line: &str) -> Result<(), Stop> {
        self.writer.write_all(line.as_bytes()).map_err(|error| Stop::writing(&self.name, &error))
    }

    /// Writes what is left, and gives the file its name.
    pub(crate) fn finish(mut self) -> Result<(), Stop> {
        self.writer.flush().map_err(|error| Stop::writing(&self.name, &error))?;
        if let Some(file) = &self.file {
            fs::rename(&file.partial, &file.path).map_err(|error| Stop::writing(&self.name, &error))?;
        }
        self.file = None;
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            // whoever is here has failed already, and says so
            let _ = fs::remove_file(&file.partial);
        }
    }
}
