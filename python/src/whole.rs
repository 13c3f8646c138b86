//! An article as all the objects share that were made from it.

use std::sync::OnceLock;

use dateline::{Article, Span};
use pyo3::{prelude::*, sync::PyOnceLock, types::PyString};

use crate::code_points::CodePoints;

/// An article, its text as Python's, and the way between the offsets of both; the latter two made when first asked for.
pub(crate) struct Whole {
    article: Article,
    code_points: OnceLock<CodePoints>,
    text: PyOnceLock<Py<PyString>>,
}

impl Whole {
    pub(crate) fn new(article: Article) -> Self {
        Self { article, code_points: OnceLock::new(), text: PyOnceLock::new() }
    }

    /// A text by itself: what remains for a part of an article that was pickled alone.
    pub(crate) fn of_text(text: Bound<'_, PyString>) -> PyResult<Self> {
        let mut article = Article::default();
        article.text = text.to_str()?.to_owned();
        let whole = Self::new(article);
        // it cannot be there already
        let _ = whole.text.set(text.py(), text.unbind());
        Ok(whole)
    }

    pub(crate) fn article(&self) -> &Article {
        &self.article
    }

    /// The text, always the same object.
    pub(crate) fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.text.get_or_init(py, || PyString::new(py, &self.article.text).unbind()).bind(py).clone()
    }

    /// The words under a span.
    pub(crate) fn words(&self, span: Span) -> &str {
        self.article.slice(span)
    }

    fn code_points(&self) -> &CodePoints {
        self.code_points.get_or_init(|| CodePoints::new(&self.article.text))
    }

    /// A span of bytes in code points.
    pub(crate) fn to_code_points(&self, span: Span) -> (u32, u32) {
        let (map, text) = (self.code_points(), &self.article.text);
        (map.of_byte(text, span.start), map.of_byte(text, span.end))
    }

    /// A span of code points in bytes; what lies behind the text counts as its end, as in Python's slices.
    pub(crate) fn to_bytes(&self, start: u32, stop: u32) -> Span {
        let (map, text) = (self.code_points(), &self.article.text);
        Span::new(map.byte_of(text, start), map.byte_of(text, stop))
    }

    /// How many code points the text has.
    pub(crate) fn length(&self) -> u32 {
        self.code_points().of_byte(&self.article.text, u32::MAX)
    }
}
