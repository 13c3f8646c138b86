//! A short table of words in, whether a word is one of them out.

/// Words of a table in the source, in lower case. Most words that are asked for are none of them, and are told apart by their first byte and their length before any two
/// words are compared. All of it is constant: nothing is built when a program starts.
pub(crate) struct WordSet {
    words: &'static [&'static str],
    /// For each first byte a bit for each length that words with it have; one for all of [`LONG`] bytes and more.
    lengths: [u32; 256],
}

/// Words of so many bytes and more are not told apart by their length.
const LONG: usize = 31;

impl WordSet {
    /// Of a table's words.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        let mut lengths = [0; 256];
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            if !bytes.is_empty() {
                lengths[bytes[0] as usize] |= bit(bytes.len());
            }
            at += 1;
        }
        Self { words, lengths }
    }

    /// Whether a word in lower case is one of them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        let Some(first) = word.bytes().next() else { return false };
        self.may_contain(first, word.len()) && self.words.contains(&word)
    }

    /// Whether a word is one of them, in whatever case it is written.
    pub(crate) fn contains_any_case(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.contains(&word.to_lowercase());
        }
        let Some(first) = word.bytes().next() else { return false };
        self.may_contain(first.to_ascii_lowercase(), word.len()) && self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    fn may_contain(&self, first: u8, length: usize) -> bool {
        self.lengths.get(usize::from(first)).is_some_and(|lengths| lengths & bit(length) != 0)
    }
}

const fn bit(length: usize) -> u32 {
    1 << if length < LONG { length } else { LONG }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_strangers_are_not() {
        static WORDS: WordSet = WordSet::of(&["editor", "écrit", "a word of many more bytes than the others", "ed"]);
        for word in ["editor", "écrit", "ed", "a word of many more bytes than the others"] {
            assert!(WORDS.contains(word) && WORDS.contains_any_case(word), "{word}");
        }
        assert!(WORDS.contains_any_case("EDITOR") && WORDS.contains_any_case("Écrit") && !WORDS.contains("Editor"));
        for word in ["", "e", "editar", "edit", "a word of many more bytes than the rest"] {
            assert!(!WORDS.contains(word) && !WORDS.contains_any_case(word), "{word}");
        }
    }
}
