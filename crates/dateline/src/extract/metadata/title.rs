//! A page's title in, where it can be cut out: sites set their name, the section and more before and behind the headline.

use std::sync::LazyLock;

use aho_corasick::MatchKind;

use super::words::normal;
use crate::text::Finder;

/// What sites set between a headline and their name.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · ", " / ", " ‹ ", " › ", " > ", " < ", " ~ ", " -- ", "｜", " // ", "|",
    ": ", "--", "_", " : ", "- ",
];

static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::of(SEPARATORS.iter().copied(), MatchKind::LeftmostLongest));

/// Where the separators stand in a title, and how long each is; in order. Of those that overlap the first and longest.
pub(super) fn splits(title: &str) -> Vec<(usize, usize)> {
    FINDER.all(title).map(|found| (found.start(), found.len())).collect()
}

/// A title and all that is left of it without its parts at one end, in the form that texts are compared in.
pub(super) fn readings(title: &str) -> Vec<String> {
    let mut splits = splits(title);
    // what stands before a colon is the headline's own
    splits.retain(|&(at, length)| title.get(at..at + length).is_some_and(|mark| !mark.contains(':')));
    let starts = splits.iter().take(MOST_PARTS).filter_map(|&(at, length)| title.get(at + length..));
    let ends = splits.iter().rev().take(MOST_PARTS).filter_map(|&(at, _)| title.get(..at));
    std::iter::once(title).chain(starts).chain(ends).map(normal).filter(|part| !part.is_empty()).collect()
}

/// A title of more parts is a list of words.
const MOST_PARTS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read_without_their_ends() {
        assert_eq!(readings("Cow leaves meadow | Gazette"), ["cow leaves meadow gazette", "gazette", "cow leaves meadow"]);
    }
}
