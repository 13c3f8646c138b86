//! A page's title in, where it can be cut out: sites set their name, the section and more before and behind the headline.

use super::words::normal;

/// What sites set between a headline and their name.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · ", " / ", " ‹ ", " › ", " > ", " < ", " ~ ", " -- ", "｜", " // ", "|",
    ": ", "--", "_", " : ", "- ",
];

/// Where the separators stand in a title, and how long each is; in order.
pub(super) fn splits(title: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> =
        SEPARATORS.iter().flat_map(|mark| title.match_indices(mark).map(|(at, _)| (at, mark.len()))).collect();
    found.sort_by_key(|&(at, length)| (at, std::cmp::Reverse(length)));
    // of those that overlap the first and longest
    let mut end = 0;
    found.retain(|&(at, length)| {
        let keep = at >= end;
        if keep {
            end = at + length;
        }
        keep
    });
    found
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
