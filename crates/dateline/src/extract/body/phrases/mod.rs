//! Short lines that say themselves that they are no part of an article, in the languages of the web that are read most.
//!
//! They are never the only evidence: only short segments are held against them, and a line must begin with the phrase or be it.

mod table;

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use self::table::PHRASES;
use crate::{model::Reason, text::hash::Hashed};

/// So many bytes of a line tell whether it begins with a phrase or is one: more than the longest has, in any case of its letters.
pub(super) const OPENING: usize = 64;

/// The phrases by the character that they begin with; of those that begin with the same in the order of the table.
static BY_FIRST: LazyLock<HashMap<char, Vec<Phrase>, Hashed>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<Phrase>, Hashed> = HashMap::default();
    for (reason, phrases) in PHRASES {
        for phrase in *phrases {
            let (words, whole) = phrase.strip_suffix('$').map_or((*phrase, false), |words| (words, true));
            if let Some(first) = words.chars().next() {
                by_first.entry(first).or_default().push(Phrase { words, whole, reason });
            }
        }
    }
    by_first
});

/// Those phrases that begin with three letters of ASCII, by these.
static OPENINGS: LazyLock<Vec<(u32, &str)>> = LazyLock::new(|| {
    let phrases = PHRASES.iter().flat_map(|(_, phrases)| phrases.iter()).map(|phrase| phrase.trim_end_matches('$'));
    let mut openings: Vec<_> = phrases.filter_map(|phrase| Some((letters(*phrase.as_bytes().first_chunk()?)?, phrase))).collect();
    openings.sort_unstable();
    openings
});

/// For each three letters a bit that says whether any phrase begins with them.
static BEGINS: [u32; 1 << 10] = begins();

const fn begins() -> [u32; 1 << 10] {
    let mut begins = [0; 1 << 10];
    let mut list = 0;
    while list < PHRASES.len() {
        let phrases = PHRASES[list].1;
        let mut at = 0;
        while at < phrases.len() {
            if let [first, second, third, ..] = phrases[at].as_bytes()
                && let Some(letters) = letters([*first, *second, *third])
            {
                begins[letters as usize >> 5] |= 1 << (letters & 31);
            }
            at += 1;
        }
        list += 1;
    }
    begins
}

/// Three letters of ASCII, whatever their case, as a number of fifteen bits.
const fn letters([first, second, third]: [u8; 3]) -> Option<u32> {
    if !(first.is_ascii_alphabetic() && second.is_ascii_alphabetic() && third.is_ascii_alphabetic()) {
        return None;
    }
    Some((first as u32 & 31) << 10 | (second as u32 & 31) << 5 | third as u32 & 31)
}

/// The first piece of a line's text.
pub(super) struct Opening<'t> {
    pub(super) text: &'t str,
    /// Whether no other text of the line follows.
    pub(super) is_all: bool,
}

/// Whether a line of this [`head`](crate::document::Segment::head) may be one of the phrases: few are, and this is cheaper than to read its words.
pub(super) fn may_begin<'t>(head: u32, opening: impl FnOnce() -> Opening<'t>) -> bool {
    let [_, first @ ..] = head.to_be_bytes();
    if let Some(first) = letters(first) {
        return BEGINS.get(first as usize >> 5).is_some_and(|bits| bits >> (first & 31) & 1 == 1) && {
            let opening = opening();
            let start = OPENINGS.partition_point(|(letters, _)| *letters < first);
            let phrases = OPENINGS.iter().skip(start).take_while(|(letters, _)| *letters == first);
            phrases.into_iter().any(|(_, phrase)| may_be(&opening, phrase))
        };
    }
    let opening = opening();
    let Some(first) = opening.text.chars().next().and_then(|first| first.to_lowercase().next()) else { return true };
    BY_FIRST.get(&first).is_some_and(|phrases| phrases.iter().any(|phrase| may_be(&opening, phrase.words)))
}

/// Whether a line may begin with a phrase, as far as its first piece tells letter by letter: up to white space, to what is not ASCII, or to the end of either.
fn may_be(opening: &Opening<'_>, phrase: &str) -> bool {
    let differs = |(a, b): &(u8, u8)| a != b || *a == b' ';
    let lower = opening.text.bytes().map(|byte| byte.to_ascii_lowercase());
    match lower.zip(phrase.bytes()).find(differs) {
        Some((a, b)) => !a.is_ascii() || !b.is_ascii() || (b == b' ' && char::from(a).is_whitespace()),
        None => opening.text.len() >= phrase.len() || !opening.is_all,
    }
}

struct Phrase {
    words: &'static str,
    /// Whether it must be the whole line.
    whole: bool,
    reason: &'static Reason,
}

/// Why a short line is no part of the article, if its words say so; of long ones [`OPENING`] bytes are enough.
pub(super) fn reason(line: &str) -> Option<Reason> {
    let line = line.trim();
    let first = line.chars().next()?.to_lowercase().next()?;
    let phrases = BY_FIRST.get(&first)?;
    // of ASCII's letters the case is passed over where they are compared
    let line = if line.is_ascii() { Cow::Borrowed(line) } else { Cow::Owned(line.to_lowercase()) };
    let begins = |words: &str| line.as_bytes().get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words.as_bytes()));
    let says = |phrase: &&Phrase| (!phrase.whole || line.len() == phrase.words.len()) && begins(phrase.words);
    // one byte tells most of them apart
    let third = |words: &str| words.as_bytes().get(2).map(u8::to_ascii_lowercase);
    let may_be = |phrase: &&Phrase| third(phrase.words).is_none_or(|byte| third(&line) == Some(byte));
    phrases.iter().filter(may_be).find(says).map(|phrase| phrase.reason.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_shorter_than_what_is_read_of_a_line() {
        for (_, phrases) in PHRASES {
            assert!(phrases.iter().all(|phrase| phrase.len() + 8 < OPENING && phrase.to_uppercase().len() < OPENING));
        }
        let head = |line: &str| line.bytes().take(3).fold(0, |head, byte| head << 8 | u32::from(byte));
        let may_begin = |line: &str| may_begin(head(line), || Opening { text: line, is_all: false });
        assert!(PHRASES.iter().flat_map(|(_, phrases)| phrases.iter()).all(|phrase| may_begin(phrase.trim_end_matches('$'))));
        assert!(!may_begin("Xylophone") && may_begin("Tweet") && may_begin("\u{a9} 2020"));
        assert!(may_begin("(Credit: Jane Doe)") && !may_begin("(it rained)") && !may_begin("12 May"));
        assert!(may_begin("Read\n more") && may_begin("Foto\u{a0}de") && may_begin("Sha") && !may_begin("Shady") && !may_begin("Red more"));
        assert_eq!(reason("Share"), Some(Reason::Sharing));
        assert_eq!(reason("Shares rose"), None);
        assert_eq!(reason("Read more about it"), Some(Reason::Related));
        assert_eq!(reason("Photo: Jane Doe"), Some(Reason::Caption));
    }
}
