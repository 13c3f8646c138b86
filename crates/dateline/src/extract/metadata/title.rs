//! A page's title in, where it can be cut out: sites set their name, the section and more before and behind the headline.

use super::words::normal;
use crate::text::ByFirstByte;

/// What sites set between a headline and their name; of those that begin alike the longer first.
static SEPARATORS: ByFirstByte = ByFirstByte::of(&[
    " – ", " — ", " • ", " ‹ ", " › ", " :: ", " » ", " « ", " · ", " -- ", " // ", " | ", " - ", " / ", " > ", " < ", " ~ ", " : ", "--",
    "- ", ": ", "_", "|", "｜",
]);

/// Where the separators stand in a title, and how long each is; in order. Of those that overlap the first and longest.
pub(super) fn splits(title: &str) -> Vec<(usize, usize)> {
    let bytes = title.as_bytes();
    let mut splits = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let is_here = |separator: &&&str| bytes.get(at..).is_some_and(|rest| rest.starts_with(separator.as_bytes()));
        // most spaces stand before a word
        let is_plain = *byte == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        let separator = if is_plain { None } else { SEPARATORS.beginning_with(*byte).iter().find(is_here) };
        splits.extend(separator.map(|separator| (at, separator.len())));
        at += separator.map_or(1, |separator| separator.len());
    }
    splits
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
