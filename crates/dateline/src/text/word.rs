//! Text into words: runs of letters and digits, what joins them inside a word included.

use super::{
    Span,
    word_hash::{WordHash, eight},
};

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: Span,
    /// How it is written.
    pub shape: WordShape,
    /// Its hash in small letters, where it is made of ASCII letters and digits alone; 0 for any other.
    pub(crate) plain: u64,
    /// Whether it is made of ASCII letters alone.
    pub(crate) letters: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WordShape {
    /// It begins with a small letter: "farm", "iPhone".
    Lower,
    /// It begins with a capital and has a small letter, or is a single capital: "Farm", "McDonald", "A".
    Capitalised,
    /// Its letters are capitals, two at least: "NATO", "U.S", "G7".
    Capitals,
    /// It begins with a digit: "1,000", "20th".
    Number,
    /// Its script has no capitals.
    Caseless,
}

impl WordShape {
    fn of(word: &str) -> Self {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        match word.chars().next() {
            Some(first) if first.is_numeric() => Self::Number,
            Some(first) if first.is_lowercase() => Self::Lower,
            Some(first) if !first.is_uppercase() => Self::Caseless,
            _ if word.chars().any(char::is_lowercase) || (letters.nth(1).is_none() && word.chars().nth(1).is_none()) => Self::Capitalised,
            _ => Self::Capitals,
        }
    }
}

/// The words of a text, in order: runs of alphanumeric characters, with an apostrophe, a full stop, a comma or a hyphen inside where characters
/// of the word stand on both sides of it ("don't", "U.S", "1,000", "Itar-Tass"). A letter of a script without spaces (Chinese, Japanese, Thai) is taken with its
/// neighbours.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = text.as_bytes().get(at) {
            match byte_class(*byte) {
                ByteClass::Small | ByteClass::Large => break,
                ByteClass::Joiner | ByteClass::Other => at += 1,
                ByteClass::Wide => {
                    let c = char_at(text, at)?;
                    if c.is_alphanumeric() {
                        break;
                    }
                    at += c.len_utf8();
                }
            }
        }
        let word = word_at(text, at)?;
        at = word.span.end as usize;
        Some(word)
    })
}

/// The word that begins at `start`; most are ASCII and are read eight bytes at a time.
fn word_at(text: &str, start: usize) -> Option<Word> {
    let bytes = text.as_bytes();
    let first = *bytes.get(start)?;
    let (mut at, mut hash, mut small, mut digits) = (start, WordHash::EMPTY, 0, 0);
    loop {
        let next = Eight::at(bytes, at);
        let length = next.length();
        let kept = u64::MAX.checked_shr(64 - 8 * length).unwrap_or_default();
        small |= next.small & kept;
        digits |= next.digits & kept;
        if length > 0 {
            hash = hash.with(next.lower & kept);
        }
        at += length as usize;
        if length < 8 {
            break;
        }
    }
    let end = if bytes.get(at) == Some(&b' ') { at } else { end_behind(text, at) };
    let plain = end == at;
    let shape = match first {
        b'0'..=b'9' => WordShape::Number,
        b'a'..=b'z' => WordShape::Lower,
        _ if !plain => WordShape::of(text.get(start..end).unwrap_or_default()),
        _ if small != 0 || end - start == 1 => WordShape::Capitalised,
        _ => WordShape::Capitals,
    };
    let span = Span::new(start as u32, end as u32);
    Some(Word { span, shape, plain: if plain { hash.finish() } else { 0 }, letters: plain && digits == 0 })
}

/// Eight bytes of a text, and which of them are ASCII letters or digits, by the highest bit of each.
struct Eight {
    /// The bytes, letters in lower case.
    lower: u64,
    small: u64,
    large: u64,
    digits: u64,
}

impl Eight {
    /// Those from `at` on, all at once: a byte below 0x80 is no less than another where adding what lies between that and 0x80 sets its highest bit.
    #[inline]
    fn at(bytes: &[u8], at: usize) -> Self {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGHEST: u64 = 0x80 * ONES;
        /// Small letters have it, and capitals not; digits do.
        const SMALL: u64 = 0x20 * ONES;
        let part = eight(bytes, at);
        let lower = part | SMALL;
        let ascii = !part & HIGHEST;
        let between = |part: u64, first: u8, last: u8| {
            let part = part & !HIGHEST;
            let reach = |byte: u8| part + ONES * u64::from(0x80 - byte);
            reach(first) & !reach(last + 1) & ascii
        };
        let letters = between(lower, b'a', b'z');
        let small = part << 2 & letters;
        Self { lower, small, large: letters & !small, digits: between(part, b'0', b'9') }
    }

    /// How many of them are letters or digits before the first that is not.
    #[inline]
    fn length(&self) -> u32 {
        (!(self.small | self.large | self.digits) & 0x8080_8080_8080_8080).trailing_zeros() / 8
    }
}

/// Where the word ends whose first ASCII letters end at `at`.
fn end_behind(text: &str, mut at: usize) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        at += match byte_class(*byte) {
            ByteClass::Small | ByteClass::Large => 1,
            ByteClass::Joiner if begins_with_word(text, at + 1) => 1,
            ByteClass::Joiner | ByteClass::Other => break,
            ByteClass::Wide => match char_at(text, at) {
                Some(c) if c.is_alphanumeric() || is_mark(c) || (is_joiner(c) && begins_with_word(text, at + c.len_utf8())) => c.len_utf8(),
                _ => break,
            },
        };
    }
    at
}

/// What a byte is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ByteClass {
    /// A small letter.
    Small,
    /// A capital or a digit.
    Large,
    /// It joins letters on both sides.
    Joiner,
    /// A part of a character beyond ASCII.
    Wide,
    /// It ends words.
    Other,
}

/// By one look.
fn byte_class(byte: u8) -> ByteClass {
    const CLASSES: [ByteClass; 256] = {
        let mut classes = [ByteClass::Wide; 256];
        let mut byte = 0;
        while byte < 128 {
            classes[byte] = match byte as u8 {
                b'a'..=b'z' => ByteClass::Small,
                b'A'..=b'Z' | b'0'..=b'9' => ByteClass::Large,
                b'\'' | b'.' | b',' | b'-' => ByteClass::Joiner,
                _ => ByteClass::Other,
            };
            byte += 1;
        }
        classes
    };
    CLASSES[usize::from(byte)]
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn begins_with_word(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => char_at(text, at).is_some_and(char::is_alphanumeric),
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '.' | ',' | '-' | '\u{2010}' | '\u{2011}')
}

/// Combining marks of the scripts that write vowels with them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_hash;

    #[test]
    fn plain_words_have_the_hash_of_their_small_letters() {
        for (written, small) in [("Farm", "farm"), ("G7", "g7"), ("Quarters", "quarters"), ("INTERNATIONALLY", "internationally")] {
            let word = words(written).next().unwrap();
            assert_eq!((word.plain, word.letters), (word_hash(small), written != "G7"), "{written}");
        }
        assert!(words("U.S don't caf\u{e9}").all(|word| word.plain == 0 && !word.letters));
    }

    #[test]
    fn words_keep_what_joins_them() {
        let text = "\u{201c}Don\u{2019}t,\u{201d} the U.S. said: 1,000 Itar-Tass e\u{301}.";
        let found: Vec<&str> = words(text).map(|word| &text[word.span.range()]).collect();
        let shapes: Vec<WordShape> = words("a farm in McDonald, U.S., G7 20th \u{6771}").map(|word| word.shape).collect();
        use WordShape::{Capitalised, Capitals, Caseless, Lower, Number};
        assert_eq!(shapes, [Lower, Lower, Lower, Capitalised, Capitals, Capitals, Number, Caseless]);
        assert_eq!(found, ["Don\u{2019}t", "the", "U.S", "said", "1,000", "Itar-Tass", "e\u{301}"]);
    }
}
