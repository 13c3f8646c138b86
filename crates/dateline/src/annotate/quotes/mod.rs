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
mod worth;

use std::sync::LazyLock;

use self::draft::{Draft, Reader};
use super::language::Language;
use crate::{
    model::{Annotations, BlockKind, Cue, Quote, Speaker, Via},
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
        for block in &article.blocks {
            if !matches!(block.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) {
                reader.read(block.span);
            }
        }
        annotations.quotes.extend(reader.finish().into_iter().map(|draft| quote(&article.text, draft)));
    }
}

fn quote(text: &str, draft: Draft) -> Quote {
    let words = |span: Span| text.get(span.range()).unwrap_or_default().to_owned();
    let mut quote = Quote::new(draft.kind, draft.span, draft.parts);
    quote.speaker = draft.source.map(|span| Speaker { name: words(span), span: Some(span), person: None, resolved_by: None });
    quote.cue = draft.cue.map(|span| Cue { text: words(span), span });
    quote.via = draft.via.map(|span| Via { name: words(span), span });
    quote.confidence = f64::from(draft.confidence) / 100.0;
    quote
}
