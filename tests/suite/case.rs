//! One case of the corpus: a folder with an input, what the caller knows of it, and the article that comes out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use dateline::{Article, Error, Input, Options};
use serde::Deserialize;

/// What the caller knows of a case's input: its `options.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Known {
    url: Option<String>,
    published: Option<String>,
    charset: Option<String>,
    /// Whether readers' comments are wanted.
    comments: bool,
}

/// A folder of the corpus.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) source: Vec<u8>,
    pub(crate) is_html: bool,
    known: Known,
}

impl Case {
    /// Every folder of `tests/corpus`, by name.
    pub(crate) fn all() -> Vec<Case> {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let mut folders: Vec<PathBuf> =
            fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
        folders.sort();
        folders.into_iter().map(Case::read).collect()
    }

    fn read(folder: PathBuf) -> Case {
        let html = folder.join("source.html");
        let is_html = html.exists();
        let source = fs::read(if is_html { html } else { folder.join("source.txt") })
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let known = match fs::read_to_string(folder.join("options.toml")) {
            Ok(text) => toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", folder.display())),
            Err(_) => Known::default(),
        };
        Case { name: folder.file_name().unwrap().to_string_lossy().into_owned(), folder, source, is_html, known }
    }

    /// The input as its caller would hand it in.
    pub(crate) fn input(&self) -> Input<'_> {
        let mut input = Input::sniffed(&self.source).id(self.name.as_str());
        input = input.media_type(if self.is_html { dateline::model::MediaType::Html } else { dateline::model::MediaType::Plain });
        if let Some(url) = &self.known.url {
            input = input.url(url.as_str());
        }
        if let Some(published) = &self.known.published {
            input = input.published(published.as_str());
        }
        if let Some(charset) = &self.known.charset {
            input = input.charset(charset.as_str());
        }
        input
    }

    /// The article.
    pub(crate) fn extract(&self) -> Result<Article, Error> {
        let mut options = Options::default();
        options.extract.comments = self.known.comments;
        dateline::extract_with(self.input(), &options)
    }
}
