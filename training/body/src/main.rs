//! What the forests of the body are made from and measured with: `train.py` says when to ask for which.
//!
//! `dateline-training table PAGES_FOLDER OUT`: OUT gets, for each page in the order of names, a line of JSON: `{"id": …, "words": [a segment's words, …], "weights": […], "verdicts": […]}`;
//! OUT.rows the features, row by row, a byte each. Each page is there twice: as it is, and (`"part": true`) without all that stands around its densest element, for pages that somebody cleaned
//! before, and small ones, are read too.
//!
//! `dateline-training extract MODELS PAGES_FOLDER OUT [IDS]`: OUT gets an article a line, its body chosen by the forests in the folder MODELS; of the pages that the file IDS names, if one is given.

use std::{
    collections::HashSet,
    error::Error,
    fs::{self, File},
    io::{BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use dateline::{Input, Pipeline, TrainingRow, TrainingTable};
use flate2::read::GzDecoder;

type Written = Result<(), Box<dyn Error>>;

fn main() -> Written {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["table", folder, out] => table(folder, out),
        ["extract", models, folder, out] => extract(models, folder, out, None),
        ["extract", models, folder, out, ids] => extract(models, folder, out, Some(ids)),
        _ => Err("usage: dateline-training table PAGES_FOLDER OUT | extract MODELS PAGES_FOLDER OUT [IDS]".into()),
    }
}

/// The gzipped pages of a folder in the order of their names.
fn pages(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    pages.sort();
    Ok(pages)
}

fn id(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.trim_end_matches(".gz").trim_end_matches(".html").to_owned()
}

fn read(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut page = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut page)?;
    Ok(page)
}

fn extract(models: &str, folder: &str, out: &str, ids: Option<&str>) -> Written {
    let forest = |name: &str| fs::read(Path::new(models).join(name));
    let pipeline = Pipeline::with_forests(&forest("body.forest")?, &forest("kind.forest")?).ok_or("a forest cannot be read")?;
    let ids = ids.map(fs::read_to_string).transpose()?;
    let ids: Option<HashSet<&str>> = ids.as_deref().map(|ids| ids.lines().collect());
    let mut out = BufWriter::new(File::create(out)?);
    for path in pages(folder)? {
        let id = id(&path);
        if ids.as_ref().is_some_and(|ids| !ids.contains(id.as_str())) {
            continue;
        }
        let page = read(&path)?;
        writeln!(out, "{}", serde_json::to_string(&pipeline.extract(Input::html(&page).id(&id))?)?)?;
    }
    Ok(())
}

fn table(folder: &str, out: &str) -> Written {
    let mut table = Table {
        pipeline: Pipeline::default(),
        words: BufWriter::new(File::create(out)?),
        rows: BufWriter::new(File::create(format!("{out}.rows"))?),
    };
    for path in pages(folder)? {
        table.add(&id(&path), &String::from_utf8_lossy(&read(&path)?))?;
    }
    Ok(())
}

struct Table {
    pipeline: Pipeline,
    words: BufWriter<File>,
    rows: BufWriter<File>,
}

impl Table {
    fn add(&mut self, id: &str, page: &str) -> Written {
        let TrainingTable { rows, densest } = self.pipeline.training_table(Input::html(page.as_bytes()))?;
        self.write(id, false, &rows)?;
        let Some(part) = densest.and_then(|range| page.get(range.start as usize..range.end as usize)) else { return Ok(()) };
        let head = page.find("</head>").and_then(|end| page.get(..end)).unwrap_or_default();
        let TrainingTable { rows, .. } = self.pipeline.training_table(Input::html(format!("{head}</head><body>{part}").as_bytes()))?;
        self.write(id, true, &rows)
    }

    fn write(&mut self, id: &str, part: bool, rows: &[TrainingRow]) -> Written {
        let words: Vec<&str> = rows.iter().map(|row| row.words.as_str()).collect();
        let weights: Vec<u32> = rows.iter().map(|row| row.weight).collect();
        let verdicts: Vec<u8> = rows.iter().map(|row| row.verdict).collect();
        writeln!(self.words, "{}", serde_json::json!({"id": id, "part": part, "words": words, "weights": weights, "verdicts": verdicts}))?;
        for row in rows {
            self.rows.write_all(&row.features)?;
        }
        Ok(())
    }
}
