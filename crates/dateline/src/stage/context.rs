//! What a stage may know besides what it is handed: the article so far, what the caller said, the limits, and views of the text that are built once.

use std::{
    any::Any,
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use super::{Input, Limits};
use crate::{
    model::{Article, Block, BlockKind, Diagnostic, DiagnosticCode},
    text::{Span, sentences, words},
};

pub use crate::text::{Word, WordShape};

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
    views: Rc<Views>,
    diagnostics: RefCell<Vec<Diagnostic>>,
}

/// Views of one text, each built when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Views {
    words: OnceCell<Vec<Word>>,
    sentences: OnceCell<Vec<Span>>,
    shared: OnceCell<Box<dyn Any>>,
}

impl<'a> Context<'a> {
    /// The surroundings for a stage that sees `article`.
    pub fn new(article: &'a Article, input: &'a Input<'_>, limits: &'a Limits) -> Self {
        Self::with_views(article, input, limits, Rc::default())
    }

    /// The surroundings for one of several stages that see the same text, so that they share the views of it.
    pub(crate) fn with_views(article: &'a Article, input: &'a Input<'_>, limits: &'a Limits, views: Rc<Views>) -> Self {
        let (url, published) = (input.known_url(), input.known_published());
        Self { article, limits, url, published, views, diagnostics: RefCell::new(Vec::new()) }
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
        self.views.words.get_or_init(|| {
            // a word and what stands behind it have six bytes
            let mut list = Vec::with_capacity(self.article.text.len() / 6);
            list.extend(words(&self.article.text));
            list
        })
    }

    /// The sentences of the text, in order, built when first asked for. None goes beyond its block, or its item or cell; a heading is one or several, too. Quote
    /// marks and brackets that close behind a full stop belong to the sentence, white space around it does not.
    pub fn sentences(&self) -> &[Span] {
        self.views.sentences.get_or_init(|| sentences(&self.article.text, self.stretches(), self.article.language.as_deref()))
    }

    /// What several stages of one room read the document or its text by, built by the first that asks; `None` where it was built as something else.
    pub(crate) fn shared<T: 'static>(&self, build: impl FnOnce() -> T) -> Option<&T> {
        self.views.shared.get_or_init(|| Box::new(build())).downcast_ref()
    }

    /// The stretches of the text that belong together, in order: blocks, and within lists and tables the items and cells. No sentence crosses them.
    pub fn stretches(&self) -> impl Iterator<Item = Span> + '_ {
        self.article.blocks.iter().flat_map(stretches)
    }

    /// The position in [`Context::sentences`] of the one that holds the byte `at`, or of the first behind it.
    pub fn sentence_at(&self, at: u32) -> usize {
        self.sentences().partition_point(|sentence| sentence.end <= at)
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

/// The stretches of a block that no sentence crosses.
fn stretches(block: &Block) -> Vec<Span> {
    match &block.kind {
        BlockKind::List { items, .. } => items.iter().map(|item| item.span).collect(),
        BlockKind::Table { rows, .. } => rows.iter().flatten().map(|cell| cell.span).collect(),
        _ => vec![block.span],
    }
}
