//! The drafts of a sentence that lie within each other: what an agency reports is how the words came, a thought within somebody's speech is part of it.

use super::{
    attribution::SPEECH,
    content::SAYS,
    draft::{Draft, Reader},
};
use crate::{
    model::{QuoteKind, SourceKind},
    text::Span,
};

impl Reader<'_> {
    /// Whether a source is one that reports what others say: an agency, a paper.
    fn reports(&self, source: Span) -> bool {
        let words = self.text.get(source.range()).unwrap_or_default();
        matches!(self.kinds.of_words(words), Some(SourceKind::Agency | SourceKind::Media))
    }

    /// "…, said Smith, the agency reported": what is reported holds another attribution, and is how it came.
    pub(super) fn report_via(&mut self, first: usize) {
        for outer in first..self.drafts.len() {
            let Some(report) = self.drafts.get(outer) else { continue };
            let (Some(source), Some(cue)) = (report.source, report.cue) else { continue };
            let (span, according) = (report.span, report.according);
            let holds = |draft: &Draft| {
                let within = draft.cue.is_some_and(|inner| span.contains(inner) && (according || inner.start < cue.start));
                within && !draft.span.is_empty() && !draft.span.contains(cue)
            };
            let inner = |number: &usize| *number != outer && self.drafts.get(*number).is_some_and(holds);
            // most sentences have no second attribution, and whose words they are need not be asked
            let told: Vec<usize> = (first..self.drafts.len()).filter(inner).collect();
            if told.is_empty() || !according && !self.reports(source) {
                continue;
            }
            for number in told {
                if let Some(draft) = self.drafts.get_mut(number) {
                    draft.via = Some(source);
                }
            }
            // the words between marks are those of the one who is reported
            if let Some(report) = self.drafts.get_mut(outer) {
                report.kind = QuoteKind::Indirect;
                report.parts = vec![report.span];
            }
        }
    }

    /// What is said holds another attribution: part of what is said, unless somebody is said to say it, in words between marks or by way of another; those words are then
    /// the inner one's.
    pub(super) fn drop_within(&mut self, first: usize) {
        for inner in first..self.drafts.len() {
            let stands = |draft: &Draft| {
                let quoted = draft.kind != QuoteKind::Indirect || draft.via.is_some();
                draft.confidence >= SAYS || quoted && draft.confidence >= SPEECH
            };
            let Some((cue, span, sure)) = self.drafts.get(inner).and_then(|draft| Some((draft.cue?, draft.span, stands(draft)))) else {
                continue;
            };
            for outer in first..self.drafts.len() {
                let Some(draft) =
                    self.drafts.get_mut(outer).filter(|draft| inner != outer && draft.span.contains(cue) && draft.cue != Some(cue))
                else {
                    continue;
                };
                if sure {
                    draft.parts.retain(|part| draft.kind != QuoteKind::Mixed || !span.contains(*part));
                    if draft.parts.is_empty() {
                        draft.kind = QuoteKind::Indirect;
                        draft.parts = vec![draft.span];
                    }
                } else if draft.via.is_none() {
                    if let Some(draft) = self.drafts.get_mut(inner) {
                        draft.span = Span::default();
                    }
                    break;
                }
            }
        }
    }
}
