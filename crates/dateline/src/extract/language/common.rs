//! A text in, its language out where its commonest words tell it: articles, conjunctions and prepositions of the languages that most pages are in.
//!
//! A tenth and more of the words of any running text are among them, and each is listed for the one language that it is common in. What they cannot tell is left to the trigrams of a
//! detector, which takes fifty times as long.

use std::{collections::HashMap, sync::LazyLock};

use crate::text::hash::Hashed;

/// The words, each of at most [`LONGEST`] bytes. Those that a near relative has as well, Afrikaans or Catalan or Galician among them, are left out where they are frequent there.
const WORDS: [(&str, &[&str]); 6] = [
    (
        "en",
        &[
            "the", "of", "and", "to", "that", "with", "this", "from", "have", "has", "are", "were", "been", "which", "their", "they",
            "will", "would",
        ],
    ),
    (
        "de",
        &[
            "der", "und", "das", "von", "mit", "ist", "nicht", "auf", "für", "dem", "sich", "ein", "eine", "einen", "zu", "im", "auch",
            "wird", "sind", "bei", "zum", "zur",
        ],
    ),
    ("es", &["el", "los", "las", "del", "y", "con", "una", "su", "más", "pero", "fue", "sus"]),
    ("fr", &["le", "les", "des", "et", "du", "une", "dans", "est", "qui", "pour", "sur", "pas", "au", "avec", "aux", "sont", "cette"]),
    ("pt", &["não", "em", "um", "uma", "com", "do", "da", "dos", "os", "pelo", "pela", "são", "é"]),
    ("it", &["il", "di", "che", "della", "non", "gli", "sono", "nel", "alla", "dei", "è", "più", "anche", "delle"]),
];

/// A word as a number.
const LONGEST: usize = 8;

/// The share of a text's words, one in so many, that must be of the language.
const ONE_IN: usize = 10;

/// So few of them may have come together by chance.
const FEWEST: usize = 10;

/// Of no other language there may be more than one in so many of those.
const OTHERS: usize = 4;

static LANGUAGES: LazyLock<HashMap<u64, usize, Hashed>> = LazyLock::new(|| {
    let words = WORDS.iter().enumerate().flat_map(|(language, (_, words))| words.iter().map(move |word| (word, language)));
    words.map(|(word, language)| (key(word.bytes().fold(0, |letters, byte| letters << 8 | u64::from(byte))), language)).collect()
});

/// The language that a text is surely in, as its code of two letters.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let mut hits = [0; WORDS.len()];
    let mut count = 0;
    let mut end_word = |letters: u64, length: usize| {
        count += usize::from(length > 0);
        if (1..=LONGEST).contains(&length)
            && let Some(hit) = LANGUAGES.get(&key(letters)).and_then(|language| hits.get_mut(*language))
        {
            *hit += 1;
        }
    };
    let (mut letters, mut length) = (0, 0);
    for byte in text.bytes() {
        match LETTERS.get(usize::from(byte)).copied() {
            Some(letter @ 1..) => (letters, length) = (letters << 8 | u64::from(letter), length + 1),
            _ => {
                end_word(letters, length);
                (letters, length) = (0, 0);
            }
        }
    }
    end_word(letters, length);
    let (best, most) = hits.iter().copied().enumerate().max_by_key(|(_, hits)| *hits)?;
    let others = hits.iter().enumerate().filter(|(language, _)| *language != best).map(|(_, hits)| *hits).max()?;
    let is_sure = most >= FEWEST && most * ONE_IN >= count && others * OTHERS <= most;
    WORDS.get(best).filter(|_| is_sure).map(|(language, _)| *language)
}

/// Each byte as it stands in a word: letters in lower case, and what is beyond ASCII as it is, so that a word at the start of a sentence may be missed; 0 for what stands between words.
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte >= 128 || (byte as u8).is_ascii_alphabetic() {
            letters[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// A word's letters, those of at most [`LONGEST`] bytes as one number, as the table knows them: it takes a key for its own hash, of which it looks at both ends.
fn key(letters: u64) -> u64 {
    letters.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_short_and_of_one_language() {
        let words = || WORDS.iter().flat_map(|(_, words)| words.iter());
        assert_eq!(LANGUAGES.len(), words().count());
        assert!(words().all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn running_text_is_told_and_little_else() {
        let english = "The mill of the old town turns again, and the first flour went to the kitchen of the school that Ann has run with her sister from the start. ";
        let german = "Die Mühle in der Altstadt dreht sich wieder, und das erste Mehl ging mit dem Rad an die Küche der Schule, die von der Stadt und dem Land für ein Jahr gebaut ist. ";
        assert_eq!(language(english), Some("en"));
        assert_eq!(language(german), Some("de"));
        assert_eq!(language(&format!("{english}{german}")), None);
        assert_eq!(language("The mill of the old town"), None, "too short");
        assert_eq!(
            language(
                "Die meul van die dorp draai weer, en die eerste meel het met die fiets na die kombuis van die skool gegaan, wat nou vir al die kinders kook."
            ),
            None
        );
        assert_eq!(language("水車がまた回り始めた。"), None);
    }
}
