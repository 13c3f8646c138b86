//! A short table of words in, those that can stand at a place of a text out.

/// Words of a table in the source, in the order of their first bytes; of words with the same one the order is the table's own. Few places of a text have a byte with which
/// one begins, so that most are passed over by one look into an index of 257 bytes. An automaton of the same words takes thousands of times that, and time to be built.
pub(crate) struct ByFirstByte {
    words: &'static [&'static str],
    /// For each byte how many words begin with a lesser one.
    starts: [u8; 257],
    /// For each byte whether it, or the small letter that it is the capital of, is a first one.
    begins: [bool; 256],
}

impl ByFirstByte {
    /// Of a table's words, none of which is empty. What is not in order, or too much to be counted in a byte, is an error of the compiler's in a constant.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        assert!(words.len() < 256, "more words than a byte counts");
        let mut starts = [0; 257];
        let mut at = 0;
        let mut byte = 0;
        while byte < 256 {
            starts[byte] = at as u8;
            while at < words.len() && words[at].as_bytes()[0] as usize == byte {
                at += 1;
            }
            byte += 1;
        }
        assert!(at == words.len(), "words that are not in the order of their first bytes");
        starts[256] = at as u8;
        let mut begins = [false; 256];
        byte = 0;
        while byte < 256 {
            let lower = (byte as u8).to_ascii_lowercase() as usize;
            begins[byte] = starts[lower] < starts[lower + 1];
            byte += 1;
        }
        Self { words, starts, begins }
    }

    /// The words that begin with a byte.
    pub(crate) fn beginning_with(&self, byte: u8) -> &'static [&'static str] {
        let byte = usize::from(byte);
        let range =
            self.starts.get(byte).zip(self.starts.get(byte + 1)).map_or(0..0, |(start, end)| usize::from(*start)..usize::from(*end));
        self.words.get(range).unwrap_or_default()
    }

    /// The words that a text can begin with, whose first letter may be a capital.
    pub(crate) fn beginning_like(&self, text: &str) -> &'static [&'static str] {
        let lower = text.chars().next().and_then(|c| c.to_lowercase().next()).unwrap_or_default();
        self.beginning_with(lower.encode_utf8(&mut [0; 4]).as_bytes().first().copied().unwrap_or_default())
    }

    /// Where the first of the words stands in a text, in bytes; ASCII's capitals are taken for small letters.
    pub(crate) fn first_in(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let is_at = |at: usize, word: &str| bytes.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()));
        let is_here = |at: usize, byte: u8| self.beginning_with(byte.to_ascii_lowercase()).iter().any(|word| is_at(at, word));
        let begins = |byte: u8| self.begins.get(usize::from(byte)).copied().unwrap_or_default();
        bytes.iter().enumerate().find(|&(at, &byte)| begins(byte) && is_here(at, byte)).map(|(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: ByFirstByte = ByFirstByte::of(&["ab", "a", "by", "écrit", "über"]);

    #[test]
    fn words_come_by_their_first_bytes() {
        assert_eq!(WORDS.beginning_with(b'a'), ["ab", "a"]);
        assert_eq!(WORDS.beginning_with(b'c'), [""; 0]);
        assert_eq!(WORDS.beginning_like("Über"), ["écrit", "über"]);
        assert_eq!(WORDS.beginning_like(""), [""; 0]);
    }

    #[test]
    fn the_first_word_of_a_text_is_found() {
        for (text, at) in [("", None), ("x", None), ("xx By", Some(3)), ("xé écrit", Some(4)), ("b", None), ("BA", Some(1))] {
            assert_eq!(WORDS.first_in(text), at, "{text}");
        }
    }
}
