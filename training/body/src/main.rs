//! Pages in, a table to train the model of the body out: `dateline-training PAGES_FOLDER OUT`.
//!
//! OUT gets, for each page in the order of names, a line of JSON: `{"id": …, "words": [a segment's words, …]}`; OUT.rows the features, row by row, a byte each. Each page is there
//! twice: as it is, and (`"part": true`) without all that stands around its densest element, for pages that somebody cleaned before, and small ones, are read too.

use std::{
    error::Error,
    fs::{self, File},
    io::{BufWriter, Read, Write},
    path::PathBuf,
};

use dateline::{Input, Pipeline, TrainingTable};
use flate2::read::GzDecoder;

type Written = Result<(), Box<dyn Error>>;

fn main() -> Written {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: dateline-training PAGES_FOLDER OUT".into());
    };
    let mut pages: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    pages.sort();
    let mut table = Table {
        pipeline: Pipeline::default(),
        words: BufWriter::new(File::create(&out)?),
        rows: BufWriter::new(File::create(format!("{out}.rows"))?),
    };
    for path in pages {
        let mut page = Vec::new();
        GzDecoder::new(File::open(&path)?).read_to_end(&mut page)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        table.add(name.trim_end_matches(".gz").trim_end_matches(".html"), &String::from_utf8_lossy(&page))?;
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

    fn write(&mut self, id: &str, part: bool, rows: &[(String, Vec<u8>)]) -> Written {
        let words: Vec<&str> = rows.iter().map(|(words, _)| words.as_str()).collect();
        writeln!(self.words, "{}", serde_json::json!({"id": id, "part": part, "words": words}))?;
        for (_, row) in rows {
            self.rows.write_all(row)?;
        }
        Ok(())
    }
}
