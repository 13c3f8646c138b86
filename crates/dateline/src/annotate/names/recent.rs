//! A folded word in, what the gazetteers know of it out. Names come again and again in an article: a word that was asked for a moment ago is not looked up anew.

use super::gazetteer::{Gazetteer, PlaceStart, WordFacts};
use crate::text::hash::hash;

/// What the gazetteers know of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) facts: WordFacts,
    /// Where names of places go on behind it; none where no name begins with it.
    pub(super) place: Option<PlaceStart>,
}

/// The words that were asked for last: each has one place, and whatever comes next to that place takes it, so nothing grows.
pub(super) struct Recent<'g> {
    gazetteer: &'g Gazetteer,
    words: Vec<((u32, u32), Known)>,
}

/// How many places there are is two to this power.
const BITS: u32 = 8;

impl<'g> Recent<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer) -> Self {
        Self { gazetteer, words: vec![Default::default(); 1 << BITS] }
    }

    /// What is known of a word of this text, which is folded; of the name of a place with the full stop of an abbreviation, of the word without.
    pub(super) fn look_up(&mut self, text: &str, word: (u32, u32)) -> Known {
        let slice = |word: (u32, u32)| text.get(word.0 as usize..word.1 as usize).unwrap_or_default();
        let letters = slice(word);
        let Some((last, known)) = self.words.get_mut((hash(letters.as_bytes()) >> (64 - BITS)) as usize) else { return Known::default() };
        if slice(*last) != letters {
            *last = word;
            *known = Known { facts: self.gazetteer.word(letters.trim_end_matches('.')), place: self.gazetteer.place_start(letters) };
        }
        *known
    }
}
