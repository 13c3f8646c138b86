//! Folders, files and records in, one task an article out, read no sooner than they are asked for.

use std::{
    collections::VecDeque,
    fs,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use dateline::{Error, Input, model::MediaType};
use serde::Deserialize;

use crate::{
    read::{self, Kind},
    stop::Stop,
};

/// How long a record may be: the escapes of JSON make a page of the pipeline's limit no longer than this.
const RECORD_BYTES: u64 = 512 << 20;

/// One article to be made.
#[derive(Debug)]
pub(super) enum Task {
    /// From a file.
    File { path: PathBuf, media_type: Option<MediaType> },
    /// From a line of records.
    Record { path: String, line: u64, json: Vec<u8> },
    /// From nothing, as reading failed.
    Unreadable { id: String, message: String },
}

/// A record as it stands in JSON.
#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: Option<serde_json::Value>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    published: Option<String>,
}

impl Task {
    /// What to call it as long as a record's own name is not known.
    pub(super) fn id(&self) -> String {
        match self {
            Self::File { path, .. } => path.to_string_lossy().into_owned(),
            Self::Record { path, line, .. } => format!("{path}:{line}"),
            Self::Unreadable { id, .. } => id.clone(),
        }
    }

    /// Reads the input and gives it to `extract`; what fails is told with the input's name.
    pub(super) fn read<R>(self, extract: impl FnOnce(Input<'_>) -> Result<R, Error>) -> Result<R, (String, String)> {
        let id = self.id();
        match self {
            Self::File { path, media_type } => {
                let bytes = read::open(&path).and_then(read::document).map_err(|error| (id.clone(), error.to_string()))?;
                let input = Input::from(&bytes).id(id.as_str());
                let input = if let Some(media_type) = media_type { input.media_type(media_type) } else { input };
                extract(input).map_err(|error| (id, error.to_string()))
            }
            Self::Record { line, json, .. } => record(id, line, &json, extract),
            Self::Unreadable { id, message } => Err((id, message)),
        }
    }
}

fn record<R>(place: String, line: u64, json: &[u8], extract: impl FnOnce(Input<'_>) -> Result<R, Error>) -> Result<R, (String, String)> {
    // serde would take an array for one, too, its items for the keys in their order
    if !json.trim_ascii_start().starts_with(b"{") {
        return Err((place, format!("line {line}: not a record: a JSON object with the key \"html\" or \"text\"")));
    }
    let record: Record = match serde_json::from_slice(json) {
        Ok(record) => record,
        // a record is one line: the parser's own count says nothing but the column
        Err(error) => {
            return Err((place, format!("line {line}: not a record: {}", error.to_string().replace(" at line 1 column", " at column"))));
        }
    };
    let id = match record.id {
        Some(serde_json::Value::String(id)) => id,
        Some(id @ serde_json::Value::Number(_)) => id.to_string(),
        _ => place,
    };
    let input = match (&record.html, &record.text) {
        (Some(html), _) => Input::from(html).media_type(MediaType::Html),
        (None, Some(text)) => Input::from(text).media_type(MediaType::Plain),
        (None, None) => return Err((id, format!("line {line}: the record has neither a key \"html\" nor a key \"text\""))),
    };
    let mut input = input.id(id.as_str());
    if let Some(url) = &record.url {
        input = input.url(url.as_str());
    }
    if let Some(published) = &record.published {
        input = input.published(published.as_str());
    }
    extract(input).map_err(|error| (id, format!("line {line}: {error}")))
}

/// All tasks of the inputs that were named, in order.
pub(super) struct Inputs {
    files: VecDeque<PathBuf>,
    records: Option<Records>,
}

impl Inputs {
    /// Looks up every input.
    ///
    /// # Errors
    ///
    /// Where one is not there, or a folder cannot be listed.
    pub(super) fn new(inputs: &[PathBuf]) -> Result<Self, Stop> {
        let mut files = VecDeque::new();
        for input in inputs {
            let fatal = |error: io::Error| Stop::Fatal(format!("{}: {error}", input.display()));
            if input == Path::new("-") || !fs::metadata(input).map_err(fatal)?.is_dir() {
                files.push_back(input.clone());
            } else {
                files.extend(walk(input).map_err(fatal)?);
            }
        }
        Ok(Self { files, records: None })
    }
}

impl Iterator for Inputs {
    type Item = Task;

    fn next(&mut self) -> Option<Task> {
        loop {
            if let Some(records) = &mut self.records {
                match records.next() {
                    Some(task) => return Some(task),
                    None => self.records = None,
                }
            }
            let path = self.files.pop_front()?;
            let is_stdin = path == Path::new("-");
            let media_type = match read::kind(&path) {
                Kind::Document(media_type) if !is_stdin => media_type,
                Kind::Article => {
                    let message = "is a saved article; `dateline FILE.json` prints it anew".to_owned();
                    return Some(Task::Unreadable { id: path.to_string_lossy().into_owned(), message });
                }
                Kind::Document(_) | Kind::Records => {
                    let opened = if is_stdin { Ok(Box::new(io::stdin()) as Box<dyn Read + Send>) } else { read::open(&path) };
                    match opened {
                        Ok(reader) => self.records = Some(Records::new(&path, reader)),
                        Err(error) => {
                            return Some(Task::Unreadable { id: path.to_string_lossy().into_owned(), message: error.to_string() });
                        }
                    }
                    continue;
                }
            };
            return Some(Task::File { path, media_type });
        }
    }
}

/// The files in a folder that can be read, and in the folders in it, sorted by path. Links to folders are not followed: they may lead round in circles.
fn walk(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if matches!(read::kind(&path), Kind::Document(Some(_)) | Kind::Records) && path.is_file() {
                files.push(path);
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// The lines of a file of records.
struct Records {
    path: String,
    reader: BufReader<Box<dyn Read + Send>>,
    line: u64,
    has_ended: bool,
}

impl Records {
    fn new(path: &Path, reader: Box<dyn Read + Send>) -> Self {
        Self { path: path.to_string_lossy().into_owned(), reader: BufReader::new(reader), line: 0, has_ended: false }
    }

    fn failed(&self, message: String) -> Task {
        Task::Unreadable { id: format!("{}:{}", self.path, self.line), message: format!("line {}: {message}", self.line) }
    }
}

impl Iterator for Records {
    type Item = Task;

    /// The next line that is not blank.
    fn next(&mut self) -> Option<Task> {
        while !self.has_ended {
            self.line += 1;
            let mut json = Vec::new();
            match self.reader.by_ref().take(RECORD_BYTES).read_until(b'\n', &mut json) {
                Ok(0) => self.has_ended = true,
                Ok(length) if length as u64 == RECORD_BYTES && !json.ends_with(b"\n") => {
                    drop(json);
                    if let Err(error) = self.reader.skip_until(b'\n') {
                        self.has_ended = true;
                        return Some(self.failed(error.to_string()));
                    }
                    return Some(self.failed(format!("the record is longer than the limit of {RECORD_BYTES} bytes")));
                }
                Ok(_) if json.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Task::Record { path: self.path.clone(), line: self.line, json }),
                // a damaged archive: what came before it is good, what comes behind cannot be found
                Err(error) => {
                    self.has_ended = true;
                    return Some(self.failed(error.to_string()));
                }
            }
        }
        None
    }
}
