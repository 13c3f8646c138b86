//! Fixed words in, where they stand in a text out, in one look at it.

use aho_corasick::{Anchored, Input, Match, MatchKind, automaton::Automaton, dfa::DFA};

/// Finds words of a list. The lists are short, and the texts are names and titles: what a step costs counts, not the table of some 300 KB. The automaton is named by its
/// type, so that a step is no call through a table, and the kinds that are not used are not built in.
#[derive(Default)]
pub(crate) struct Finder(Option<DFA>);

impl Finder {
    /// Of words as they are written.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>, kind: MatchKind) -> Self {
        Self(DFA::builder().match_kind(kind).build(words).ok())
    }

    /// Of words in lower case; ASCII's capitals are theirs too.
    pub(crate) fn of_lower<'w>(words: impl IntoIterator<Item = &'w str>, kind: MatchKind) -> Self {
        Self(DFA::builder().ascii_case_insensitive(true).match_kind(kind).build(words).ok())
    }

    /// Whether one of the words is in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find(Input::new(text).earliest(true)).is_some()
    }

    /// All, those inside others too; of words that are matched by [`MatchKind::Standard`] alone.
    pub(crate) fn overlapping(&self, text: &str) -> impl Iterator<Item = Match> {
        self.0.iter().filter_map(|automaton| automaton.try_find_overlapping_iter(Input::new(text)).ok()).flatten()
    }

    fn find(&self, input: Input<'_>) -> Option<Match> {
        self.0.as_ref()?.try_find(&input.anchored(Anchored::No)).ok()?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_order_and_inside_others() {
        let starts = |found: &mut dyn Iterator<Item = Match>| found.map(|found| (found.start(), found.end())).collect::<Vec<_>>();
        let words = Finder::of_lower(["ad", "header", "head"], MatchKind::Standard);
        assert_eq!(starts(&mut words.overlapping("Page-Header ad")), [(5, 9), (7, 9), (5, 11), (12, 14)]);
        assert!(words.is_in("bad") && !words.is_in("a d"));
        let as_written = Finder::of(["ad"], MatchKind::LeftmostFirst);
        assert!(!as_written.is_in("AD") && !as_written.is_in("") && starts(&mut as_written.overlapping("ad")).is_empty());
    }
}
