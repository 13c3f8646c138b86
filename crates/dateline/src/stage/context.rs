//! What a stage may know besides what it is handed: the article so far, what the caller said, the limits, and views of the text that are built once.

use std::cell::{OnceCell, RefCell};

use super::{Input, Limits};
use crate::{
    model::{Article, Diagnostic, DiagnosticCode},
    text::{Span, words},
};

pub use crate::text::Word;

/// The surroundings of one stage's work on one document.
///
/// Each stage sees the article as those before it left it: readers an empty one; metadata extractors what the caller knew; body extractors the
/// merged metadata; annotators all of that, the text and its blocks.
#[derive(Debug)]
pub struct Context<'a> {
    article: &'a Article,
    limits: &'a Limits,
    url: Option<&'a str>,
    published: Option<&'a str>,
    words: OnceCell<Vec<Word>>,
    diagnostics: RefCell<Vec<Diagnostic>>,
}

impl<'a> Context<'a> {
    /// The surroundings for a stage that sees `article`.
    pub fn new(article: &'a Article, input: &'a Input<'_>, limits: &'a Limits) -> Self {
        Self {
            article,
            limits,
            url: input.known_url(),
            published: input.known_published(),
            words: OnceCell::new(),
            diagnostics: RefCell::new(Vec::new()),
        }
    }

    /// The article as the stages before left it.
    pub fn article(&self) -> &Article {
        self.article
    }

    /// How much the document may cost.
    pub fn limits(&self) -> &Limits {
        self.limits
    }

    /// The page's address, where the caller knew it.
    pub fn url(&self) -> Option<&str> {
        self.url
    }

    /// When the article was published, by the caller's word.
    pub fn published(&self) -> Option<&str> {
        self.published
    }

    /// The words of the text, in order, built when first asked for.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words(&self.article.text).collect())
    }

    /// The words that lie within a span.
    pub fn words_in(&self, span: Span) -> &[Word] {
        let words = self.words();
        let first = words.partition_point(|word| word.span.start < span.start);
        let last = words.partition_point(|word| word.span.end <= span.end);
        words.get(first..last).unwrap_or_default()
    }

    /// Notes something that went wrong or was given up.
    pub fn diagnose(&self, code: DiagnosticCode, message: impl Into<String>) {
        self.diagnostics.borrow_mut().push(Diagnostic::new(code, message));
    }

    /// What was noted, handed over.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics.into_inner()
    }
}
