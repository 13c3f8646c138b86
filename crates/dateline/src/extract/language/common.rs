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
    words.filter_map(|(word, language)| Some((key(word.as_bytes())?, language))).collect()
});

/// The language that a text is surely in, as its code of two letters.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let mut hits = [0; WORDS.len()];
    let mut count = 0;
    let is_separator = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
    for word in text.as_bytes().split(is_separator).filter(|word| !word.is_empty()) {
        count += 1;
        if let Some(hit) = key(word).and_then(|key| LANGUAGES.get(&key)).and_then(|language| hits.get_mut(*language)) {
            *hit += 1;
        }
    }
    let (best, most) = hits.iter().copied().enumerate().max_by_key(|(_, hits)| *hits)?;
    let others = hits.iter().enumerate().filter(|(language, _)| *language != best).map(|(_, hits)| *hits).max()?;
    let is_sure = most >= FEWEST && most * ONE_IN >= count && others * OTHERS <= most;
    WORDS.get(best).filter(|_| is_sure).map(|(language, _)| *language)
}

/// A word in lower case as a number; `None` where it is too long. Letters beyond ASCII are taken as they are: a word at the start of a sentence may be missed.
fn key(word: &[u8]) -> Option<u64> {
    let letters = word.iter().fold(0, |letters, byte| letters << 8 | u64::from(byte.to_ascii_lowercase()));
    // the table takes a key for its own hash, of which it looks at both ends
    (word.len() <= LONGEST).then(|| letters.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_short_and_of_one_language() {
        let words = || WORDS.iter().flat_map(|(_, words)| words.iter());
        assert_eq!(LANGUAGES.len(), words().count());
        assert!(words().all(|word| key(word.as_bytes()).is_some()));
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
