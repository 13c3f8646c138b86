//! An article's text in, the times that it names out: dates, times of day, lengths of time, sets, as TIMEX3 writes them.
//!
//! One pass over the tokens of each stretch of text (a paragraph, an item, a cell). Only a number, or a word that the lexicon knows, begins an expression; of all
//! forms that read there, the longest counts. Relative expressions are resolved against the dateline's date, else the day of publication, else the day that the
//! text named last, and say which. A bare day of the week is the last one, today included: right in 91 % of 297 cases of the set `dates`, where leaving out today
//! is right in 46 %; what the words around it say of the tense goes before that.
//!
//! It does not read dates of other calendars, nor what only a reader of the whole text could resolve ("the day of the match").

mod absolute;
mod amount;
mod clock;
mod frame;
mod holiday;
mod quarter;
mod reader;
mod relative;
mod value;
mod word;
mod year;

use self::{
    frame::Frame,
    reader::{Found, Reader},
};
use super::{lexicon, token::Tokens};
use crate::{
    model::{Annotations, TimeExpression},
    stage::{Annotator, Context},
    text::Span,
};

/// The annotator of times.
pub(super) struct Dates;

impl Annotator for Dates {
    fn name(&self) -> &'static str {
        "dates"
    }

    fn languages(&self) -> Option<&[&str]> {
        Some(lexicon::LANGUAGES)
    }

    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
        let article = context.article();
        let lexicon = lexicon::english();
        let Some(tokens) = context.shared(|| Tokens::of(context)) else { return };
        let mut frame = Frame::of(article, context.published());
        for tokens in tokens.stretches() {
            frame.named_here = None;
            let mut at = 0;
            while at < tokens.len() {
                let reader = Reader { text: &article.text, tokens, lexicon, frame: &frame };
                let Some(found) = reader.expression(at) else {
                    at += 1;
                    continue;
                };
                annotations.dates.extend(expression(&reader, at, &found));
                if let Some(point) = found.as_point().filter(|_| !found.compared) {
                    frame.remember(&point);
                }
                at = found.next.max(at + 1);
            }
        }
    }
}

/// The annotation of what was read at token `at`.
fn expression(reader: &Reader<'_>, at: usize, found: &Found) -> Option<TimeExpression> {
    let (first, last) = (reader.token(at)?, reader.token(found.next.checked_sub(1)?)?);
    let span = Span::new(first.start, last.end);
    let raw = reader.text.get(span.range())?;
    Some(TimeExpression {
        value: found.value.written(),
        modifier: Some(found.modifier).filter(|modifier| !modifier.is_empty()).map(str::to_owned),
        precision: found.value.precision(),
        anchor: reader.frame.anchor().filter(|_| found.relative).map(str::to_owned),
        ..TimeExpression::new(span, raw, found.value.kind())
    })
}
