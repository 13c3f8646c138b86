//! The way back from the article's text to the bytes of the input.

use serde::{Deserialize, Serialize};

use crate::text::{SourceSpan, Span};

/// One stretch of the text and the bytes it came from; in JSON `[text start, text length, source start, source length]`.
///
/// Where the two lengths are equal the bytes are the text's own, one for one, and any part of the run has its part of the source. Where they differ (a decoded
/// entity, a joined line break, a character of another charset) the run is indivisible: whoever asks for a part of it gets all of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "(u32, u32, u32, u32)", into = "(u32, u32, u32, u32)")]
pub struct Run {
    /// Where it begins in the text, in UTF-8 bytes.
    pub text_start: u32,
    /// How many bytes of the text it covers.
    pub text_length: u32,
    /// Where it begins in the input, in bytes.
    pub source_start: u32,
    /// How many bytes of the input it covers.
    pub source_length: u32,
}

impl Run {
    /// Whether any part of the run has its own part of the source.
    pub fn is_verbatim(self) -> bool {
        self.text_length == self.source_length
    }

    fn text_end(self) -> u32 {
        self.text_start.saturating_add(self.text_length)
    }

    /// The source of the part of this run that lies in `start..end` of the text.
    fn source_of(self, start: u32, end: u32) -> SourceSpan {
        let whole = SourceSpan::new(self.source_start, self.source_start.saturating_add(self.source_length));
        if !self.is_verbatim() {
            return whole;
        }
        let from = start.saturating_sub(self.text_start).min(self.text_length);
        let to = end.saturating_sub(self.text_start).min(self.text_length);
        SourceSpan::new(whole.start.saturating_add(from), whole.start.saturating_add(to))
    }
}

impl From<(u32, u32, u32, u32)> for Run {
    fn from((text_start, text_length, source_start, source_length): (u32, u32, u32, u32)) -> Self {
        Self { text_start, text_length, source_start, source_length }
    }
}

impl From<Run> for (u32, u32, u32, u32) {
    fn from(run: Run) -> Self {
        (run.text_start, run.text_length, run.source_start, run.source_length)
    }
}

/// Runs in the order of the text; what lies between two runs (the blank line between blocks) has no source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Vec<Run>", into = "Vec<Run>")]
pub struct SourceMap {
    runs: Vec<Run>,
}

impl SourceMap {
    /// The runs, in the order of the text.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Adds a run behind the others. A verbatim run that goes on where the last one ended, on both sides, is joined to it; an
    /// empty one, or one that begins before the last one's end, is passed over.
    pub fn push(&mut self, run: Run) {
        if run.text_length == 0 {
            return;
        }
        if let Some(last) = self.runs.last_mut() {
            if run.text_start < last.text_end() {
                return;
            }
            let follows = last.text_end() == run.text_start && last.source_start.checked_add(last.source_length) == Some(run.source_start);
            if follows && last.is_verbatim() && run.is_verbatim() {
                last.text_length = last.text_length.saturating_add(run.text_length);
                last.source_length = last.source_length.saturating_add(run.source_length);
                return;
            }
        }
        self.runs.push(run);
    }

    /// Cuts off what lies behind the first `length` bytes of the text.
    pub(crate) fn truncate(&mut self, length: u32) {
        self.runs.truncate(self.runs.partition_point(|run| run.text_start < length));
        if let Some(last) = self.runs.last_mut().filter(|last| last.text_end() > length) {
            if last.is_verbatim() {
                last.source_length = length - last.text_start;
            }
            last.text_length = length - last.text_start;
        }
    }

    /// The source of a span of the text: one range a stretch of the input, in the order of the text, ranges that touch joined.
    pub fn source_spans(&self, span: Span) -> Vec<SourceSpan> {
        let first = self.runs.partition_point(|run| run.text_end() <= span.start);
        let mut spans: Vec<SourceSpan> = Vec::new();
        for run in self.runs.iter().skip(first).take_while(|run| run.text_start < span.end) {
            let source = run.source_of(span.start, span.end);
            match spans.last_mut() {
                Some(last) if last.end == source.start => last.end = source.end,
                _ => spans.push(source),
            }
        }
        spans
    }
}

impl From<Vec<Run>> for SourceMap {
    fn from(runs: Vec<Run>) -> Self {
        let mut map = Self::default();
        runs.into_iter().for_each(|run| map.push(run));
        map
    }
}

impl From<SourceMap> for Vec<Run> {
    fn from(map: SourceMap) -> Self {
        map.runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbatim_runs_are_cut_and_the_others_are_whole() {
        // "caf\u{e9} & tea" from "caf&eacute; &amp; tea"
        let map = SourceMap::from(vec![
            Run::from((0, 3, 10, 3)),
            Run::from((3, 2, 13, 8)),
            Run::from((5, 1, 21, 1)),
            Run::from((6, 1, 22, 5)),
            Run::from((7, 4, 27, 4)),
        ]);
        assert_eq!(map.source_spans(Span::new(1, 3)), [SourceSpan::new(11, 13)]);
        assert_eq!(map.source_spans(Span::new(0, 5)), [SourceSpan::new(10, 21)]);
        assert_eq!(map.source_spans(Span::new(6, 9)), [SourceSpan::new(22, 29)]);
        assert_eq!(map.source_spans(Span::new(11, 11)), []);
    }

    #[test]
    fn runs_that_go_on_are_joined() {
        let map = SourceMap::from(vec![Run::from((0, 3, 10, 3)), Run::from((3, 4, 13, 4)), Run::from((9, 1, 20, 1))]);
        assert_eq!(map.runs().len(), 2);
        assert_eq!(map.source_spans(Span::new(2, 10)), [SourceSpan::new(12, 17), SourceSpan::new(20, 21)]);
    }
}
