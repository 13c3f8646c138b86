//! A labelled set: what the command reads of it, and the scorer that knows it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

use crate::{
    failure::{Failure, Outcome},
    python,
    workspace::{self, Workspace},
};

/// How a set holds its inputs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A folder of pages, `pages/<id>.html.gz`.
    Pages,
    /// In the labels: each has its `text`.
    Texts,
}

/// A folder with labels in `gold.jsonl`.
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) form: Form,
}

impl Set {
    /// The sets of a folder, by name; those that were asked for, or all.
    pub(crate) fn all(data: &Path, wanted: &[String]) -> Outcome<Vec<Self>> {
        let mut sets = Vec::new();
        for entry in fs::read_dir(data).map_err(Failure::at(data))? {
            let folder = entry.map_err(Failure::at(data))?.path();
            let Some(name) = folder.file_name().and_then(|name| name.to_str()).map(str::to_owned) else { continue };
            if !folder.join("gold.jsonl").is_file() || !(wanted.is_empty() || wanted.contains(&name)) {
                continue;
            }
            let form = if folder.join("pages").is_dir() { Form::Pages } else { Form::Texts };
            sets.push(Self { name, folder, form });
        }
        sets.sort_by(|one, other| one.name.cmp(&other.name));
        match wanted.iter().find(|name| sets.iter().all(|set| set.name != **name)) {
            Some(name) => Err(Failure::new(format!("there is no set {name:?} in {}", data.display()))),
            None => Ok(sets),
        }
    }

    /// The folder of pages.
    pub(crate) fn pages(&self) -> PathBuf {
        self.folder.join("pages")
    }

    /// What `dateline bulk` is given: the folder of pages, or a file of records made from the labels. The pages come without their addresses: a folder of
    /// pages has none either.
    pub(super) fn input(&self, made: &Path) -> Outcome<PathBuf> {
        if self.form == Form::Pages {
            return Ok(self.pages());
        }
        let path = made.join(format!("{}.input.jsonl", self.name));
        let mut records = String::new();
        for gold in self.gold()? {
            let known = ["id", "text", "published"].into_iter().filter(|key| gold.get(*key).is_some_and(|value| !value.is_null()));
            let record: Map<String, Value> = known.map(|key| (key.to_owned(), gold[key].clone())).collect();
            records.push_str(&Value::Object(record).to_string());
            records.push('\n');
        }
        workspace::write(&path, &records)?;
        Ok(path)
    }

    /// The labels, one a page or text.
    fn gold(&self) -> Outcome<Vec<Value>> {
        let path = self.folder.join("gold.jsonl");
        workspace::read(&path)?.lines().map(|line| serde_json::from_str(line).map_err(Failure::in_file(&path))).collect()
    }
}

/// What a scorer said.
pub(super) struct Scored {
    /// As it printed it.
    pub(super) table: String,
    /// Its figures, by name.
    pub(super) figures: Value,
}

/// Where the two scorers lie.
pub(crate) struct Scorers(PathBuf);

/// The sets that the scorer of texts knows.
const TEXT_SETS: [&str; 5] = ["reuters", "dates", "cases", "quotes", "entities"];

impl Scorers {
    /// Those beside a folder of sets, in it, or beside the repository.
    pub(crate) fn beside(data: &Path, workspace: &Workspace) -> Outcome<Self> {
        let places = [data.parent().map(Path::to_owned), Some(data.to_owned()), workspace.shared().map(|shared| shared.join("bench"))];
        let found = places.into_iter().flatten().find(|folder| folder.join("score.py").is_file() && folder.join("score_text.py").is_file());
        found.map(Self).ok_or_else(|| Failure::new(format!("score.py and score_text.py lie neither beside nor in {}", data.display())))
    }

    /// What the set's scorer says of these predictions; nothing where no scorer knows the set.
    pub(super) fn score(&self, set: &Set, predictions: &Path, made: &Path, worst: u32) -> Outcome<Option<Scored>> {
        let script = match set.form {
            Form::Pages => "score.py",
            Form::Texts if TEXT_SETS.contains(&set.name.as_str()) => "score_text.py",
            Form::Texts => return Ok(None),
        };
        let name = predictions.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let json = made.join(format!("{name}.figures.json"));
        let worst = worst.to_string();
        let scorer = python::system()?.arg(self.0.join(script)).arg(&set.folder).arg(predictions);
        let table = scorer.args(["--worst", &worst]).arg("--json").arg(&json).output()?;
        Ok(Some(Scored { table, figures: figures(&json)? }))
    }

    /// The one figure that stands for a set of pages: its name and its F1 in per cent.
    pub(crate) fn headline_figure(&self, set: &Set, predictions: &Path, made: &Path) -> Outcome<Option<(&'static str, f64)>> {
        let Some(scored) = self.score(set, predictions, made, 0)? else { return Ok(None) };
        let preferred: &[&'static str] =
            if set.name == "scrapinghub" { &["shingles"] } else { &["words.article", "words.all", "snippets"] };
        let figure = preferred.iter().find_map(|&name| Some((name, scored.figures[name]["f1"].as_f64()? * 100.0)));
        Ok(figure)
    }
}

/// The figures of a scorer's `--json`. Python writes NaN for a mean over nothing, which is not JSON: there is no such figure then.
fn figures(path: &Path) -> Outcome<Value> {
    let text = workspace::read(path)?.replace(": NaN", ": null");
    let mut whole: Value = serde_json::from_str(&text).map_err(Failure::in_file(path))?;
    Ok(whole["figures"].take())
}
