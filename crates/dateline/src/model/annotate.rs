//! Annotations taken into the article: what does not lie on its text is dropped.

use super::{Annotations, Article, Diagnostic, DiagnosticCode, Mention};
use crate::text::Span;

impl Article {
    /// Takes in what an annotator found. A find whose span does not lie on the text (out of bounds, or off a character boundary) is dropped, with a diagnostic
    /// that names the annotator.
    pub fn annotate(&mut self, found: Annotations, by: &str) {
        let text = std::mem::take(&mut self.text);
        let on_text = |span: Span| text.get(span.range()).is_some();
        let mut dropped = 0;
        let mut check = |fits: bool| {
            dropped += u32::from(!fits);
            fits
        };
        let mentions_fit = |mentions: &[Mention]| mentions.iter().all(|mention| on_text(mention.span));
        self.quotes.extend(found.quotes.into_iter().filter(|quote| {
            let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.span);
            let others = [speaker, quote.cue.as_ref().map(|cue| cue.span), quote.via.as_ref().map(|via| via.span)];
            check(on_text(quote.span) && quote.parts.iter().copied().all(on_text) && others.into_iter().flatten().all(on_text))
        }));
        self.people.extend(
            found.people.into_iter().filter(|person| check(person.role_span.is_none_or(on_text) && mentions_fit(&person.mentions))),
        );
        self.organisations.extend(found.organisations.into_iter().filter(|organisation| check(mentions_fit(&organisation.mentions))));
        self.places.extend(found.places.into_iter().filter(|place| check(mentions_fit(&place.mentions))));
        self.sources.extend(found.sources.into_iter().filter(|source| check(mentions_fit(&source.mentions))));
        self.dates.extend(found.dates.into_iter().filter(|date| check(on_text(date.span))));
        self.money.extend(found.money.into_iter().filter(|money| check(on_text(money.span))));
        self.annotations.extend(found.annotations.into_iter().filter(|annotation| check(on_text(annotation.span))));
        self.text = text;
        if dropped > 0 {
            self.diagnostics.push(Diagnostic::new(DiagnosticCode::BadSpan, format!("{dropped} finds of {by} do not lie on the text")));
        }
    }
}
