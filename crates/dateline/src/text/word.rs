//! Text into words: runs of letters and digits, what joins them inside a word included.

use super::Span;

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: Span,
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
        Some(Word { span: Span::new(start as u32, end as u32) })
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
        assert_eq!(found, ["Don\u{2019}t", "the", "U.S", "said", "1,000", "Itar-Tass", "e\u{301}"]);
    }
}
