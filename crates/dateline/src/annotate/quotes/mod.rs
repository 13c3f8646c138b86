//! The words of an article in, who said what out: [`Quotes`].
//!
//! Quote marks are paired paragraph by paragraph; each sentence is cut into items, what stands between marks being one; cue verbs and phrases, which are data of a
//! language, find their subject and their content; what follows a quote without a cue goes on from it.

mod attribution;
mod content;
mod draft;
mod group;
mod item;
mod marks;
mod noun;
mod phrase;
mod resolve;
mod worth;

use std::sync::LazyLock;

use self::{draft::Reader, resolve::Resolver};
use super::language::Language;
use crate::{
    model::{Annotations, BlockKind},
    stage::{Annotator, Context},
    text::Span,
};

/// Finds quotes, direct, mixed and indirect, with their speakers and cues.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotes;

impl Annotator for Quotes {
    fn name(&self) -> &'static str {
        "quotes"
    }

    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
        static ENGLISH: LazyLock<Option<Language>> =
            LazyLock::new(|| Language::read(include_str!("../../../data/en/words.toml"), include_str!("../../../data/en/cues.toml")).ok());
        let Some(language) = ENGLISH.as_ref() else { return };
        let article = context.article();
        let mut reader = Reader::new(&article.text, language);
        // a dateline is no part of the sentence that it opens
        let dateline = article.dateline.as_ref().map_or(0, |dateline| dateline.span.end);
        for block in &article.blocks {
            if !matches!(block.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) {
                reader.read(Span::new(block.span.start.max(dateline.min(block.span.end)), block.span.end));
            }
        }
        let mut resolver = Resolver::new(&article.text, language, &article.people, article.blocks.iter().map(|block| block.span.start));
        annotations.quotes.extend(reader.finish().into_iter().map(|draft| resolver.quote(draft)));
    }
}
