//! Every text span of an article in one walk: for whoever checks or converts offsets.

use super::{Article, BlockKind, Mention};
use crate::text::Span;

impl Article {
    /// Every span of the text that the article holds: of blocks, items, cells, marks, the dateline and all annotations.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans = Vec::with_capacity(self.blocks.len() * 2);
        spans.extend(self.dateline.iter().map(|dateline| dateline.span));
        self.block_spans(&mut spans);
        self.annotation_spans(&mut spans);
        spans
    }

    fn block_spans(&self, spans: &mut Vec<Span>) {
        for block in &self.blocks {
            spans.push(block.span);
            match &block.kind {
                BlockKind::List { items, .. } => spans.extend(items.iter().map(|item| item.span)),
                BlockKind::Table { rows, .. } => spans.extend(rows.iter().flatten().map(|cell| cell.span)),
                _ => {}
            }
            spans.extend(block.marks.iter().map(|mark| mark.span));
        }
    }

    fn annotation_spans(&self, spans: &mut Vec<Span>) {
        fn mentions(list: &[Mention]) -> impl Iterator<Item = Span> + '_ {
            list.iter().map(|mention| mention.span)
        }
        for quote in &self.quotes {
            spans.push(quote.span);
            spans.extend(&quote.parts);
            spans.extend(quote.speaker.iter().filter_map(|speaker| speaker.span));
            spans.extend(quote.cue.iter().map(|cue| cue.span));
            spans.extend(quote.via.iter().map(|via| via.span));
        }
        for person in &self.people {
            spans.extend(person.role_span);
            spans.extend(mentions(&person.mentions));
        }
        spans.extend(self.organisations.iter().flat_map(|organisation| mentions(&organisation.mentions)));
        spans.extend(self.places.iter().flat_map(|place| mentions(&place.mentions)));
        spans.extend(self.sources.iter().flat_map(|source| mentions(&source.mentions)));
        spans.extend(self.dates.iter().map(|date| date.span));
        spans.extend(self.money.iter().map(|money| money.span));
        spans.extend(self.annotations.iter().map(|annotation| annotation.span));
    }

    /// Whether a span lies on the text, both ends on character boundaries.
    pub fn holds(&self, span: Span) -> bool {
        span.start <= span.end && self.text.get(span.range()).is_some()
    }

    pub(super) fn first_bad_span(&self) -> Option<Span> {
        self.spans().into_iter().find(|span| !self.holds(*span))
    }
}
