//! A list of names as it was typed in, its parts out: one a person, a role, a degree, an affiliation.

use super::role;
use crate::{
    grammar::{byline::JOINERS, dateline::is_agency},
    text::WordSet,
};

/// One part of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its words; those of "Doe, Jane" turned.
    pub(super) words: String,
    /// What sets it apart from the part before.
    pub(super) behind: Behind,
}

/// What stands before a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// Nothing, a joining word, or a mark that stands between equals: "&", ";".
    Joiner,
    /// A comma, behind which stand others as well as what the one before is.
    Comma,
    /// A mark that sets off what is about something else: "|", "·", a dash.
    Mark,
}

/// Joiners that are also particles or initials of names: the names on both sides must have two words.
static AMBIGUOUS_JOINERS: WordSet = WordSet::of(&["y", "e", "en", "i", "ja", "mit", "with", "dan", "avec", "con"]);

/// Cuts a list of names at its marks and joining words; "Doe, Jane" is one part.
pub(super) fn parts(value: &str) -> Vec<Part> {
    const MARKS: [char; 7] = ['|', '•', '·', '∙', '⋅', '●', '\n'];
    let mut parts = Vec::new();
    // most values are one name; all marks beyond ASCII begin with one of four bytes
    let is_mark = |byte: u8| matches!(byte, b';' | b'/' | b'&' | b'+' | b'|' | b'\n' | b',' | b'-' | 0xc2 | 0xe2 | 0xe3 | 0xef);
    if !value.bytes().any(is_mark) {
        split_at_joiners(value, Behind::Joiner, &mut parts);
        return parts;
    }
    for piece in value.split([';', '/', '、', '，', '&', '+', '／', '；']) {
        let pieces = piece
            .split(MARKS)
            .flat_map(|piece| piece.split(" - "))
            .flat_map(|piece| piece.split(" – "))
            .flat_map(|piece| piece.split(" — "));
        for (index, piece) in pieces.enumerate() {
            let behind = if index == 0 { Behind::Joiner } else { Behind::Mark };
            let at_commas: Vec<&str> = piece.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
            if let [family, given] = at_commas.as_slice()
                && is_inverted(family, given)
            {
                parts.push(Part { words: format!("{given} {family}"), behind });
                continue;
            }
            for (index, piece) in at_commas.iter().enumerate() {
                split_at_joiners(piece, if index > 0 { Behind::Comma } else { behind }, &mut parts);
            }
        }
    }
    parts
}

/// "Doe, Jane M.": a single word, a comma, one or two words of a given name.
fn is_inverted(family: &str, given: &str) -> bool {
    let words = given.split_whitespace().count();
    !family.contains(char::is_whitespace)
        && (1..=2).contains(&words)
        && opens_with_capital(family)
        && opens_with_capital(given)
        && !role::is_description(given)
        && !role::is_credential(given)
        && !is_agency(family)
        && given.split_whitespace().all(|word| !JOINERS.contains(word))
        && family.chars().any(char::is_lowercase)
        && given.chars().any(char::is_lowercase)
}

fn opens_with_capital(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

fn split_at_joiners(piece: &str, behind: Behind, parts: &mut Vec<Part>) {
    let words: Vec<&str> = piece.split_whitespace().collect();
    // a body's name keeps its joining words: "the Mills and Weirs Trust"
    if words.first().is_some_and(|word| word.eq_ignore_ascii_case("the")) {
        parts.push(Part { words: words.join(" "), behind });
        return;
    }
    let mut start = 0;
    let mut behind = behind;
    for (index, word) in words.iter().enumerate() {
        if !JOINERS.contains_any_case(word) {
            continue;
        }
        let is_ambiguous = AMBIGUOUS_JOINERS.contains_any_case(word);
        if index == start && !is_ambiguous {
            (start, behind) = (index + 1, Behind::Joiner);
            continue;
        }
        let needs = if is_ambiguous { 2 } else { 1 };
        if index >= start + needs && words.len() > index + needs {
            parts.push(Part { words: words.get(start..index).unwrap_or_default().join(" "), behind });
            (start, behind) = (index + 1, Behind::Joiner);
        }
    }
    let last = words.get(start..).unwrap_or_default().join(" ");
    if !last.is_empty() {
        parts.push(Part { words: last, behind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_know_what_sets_them_apart() {
        let of = |value: &str| parts(value).into_iter().map(|part| (part.words, part.behind)).collect::<Vec<_>>();
        let part = |words: &str, behind| (words.to_owned(), behind);
        assert_eq!(of("Jane Doe, Economist"), [part("Jane Doe", Behind::Joiner), part("Economist", Behind::Comma)]);
        let three = [part("Jane Doe", Behind::Joiner), part("John Roe", Behind::Comma), part("Ann Lee", Behind::Joiner)];
        assert_eq!(of("Jane Doe, John Roe, and Ann Lee"), three);
        assert_eq!(of("Doe, Jane"), [part("Jane Doe", Behind::Joiner)]);
        assert_eq!(of("Jane Doe | Farm"), [part("Jane Doe", Behind::Joiner), part("Farm", Behind::Mark)]);
    }
}
