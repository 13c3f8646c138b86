//! Text into words: runs of letters and digits, what joins them inside a word included.

use super::Span;

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: Span,
    /// How it is written.
    pub shape: WordShape,
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
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some(&(at, c)) = chars.peek() {
            let inside =
                c.is_alphanumeric() || is_mark(c) || (is_joiner(c) && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric));
            if !inside {
                end = at;
                break;
            }
            chars.next();
        }
        let shape = WordShape::of(text.get(start..end).unwrap_or_default());
        Some(Word { span: Span::new(start as u32, end as u32), shape })
    })
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
