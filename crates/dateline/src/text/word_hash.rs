//! Words in, the numbers out by which the tables of words know them: a word of a text is hashed once, and no table compares letters. The build script packs the gazetteers
//! with this very file.

/// The hash of a word on its way, eight bytes at a time.
pub(crate) struct WordHash(u64);

impl WordHash {
    /// Of no letters.
    pub(crate) const EMPTY: Self = Self(0);

    /// With eight more bytes of the word, zeros behind its end.
    #[inline]
    pub(crate) fn with(self, part: u64) -> Self {
        Self(turned(self.0, part))
    }

    /// The hash of all of it.
    #[inline]
    pub(crate) fn finish(self) -> u64 {
        spread(self.0)
    }
}

/// Of a word in lower case.
pub(crate) fn word_hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    (0..bytes.len()).step_by(8).fold(WordHash::EMPTY, |hash, at| hash.with(eight(bytes, at))).finish()
}

/// Of a name by what its words before the last gave, and the last word's own.
#[inline]
pub(crate) fn name_hash(before: u64, word: u64) -> u64 {
    spread(turned(before, word))
}

/// Of a name, its words with single spaces between them.
pub(crate) fn phrase_hash(phrase: &str) -> u64 {
    phrase.split(' ').map(word_hash).reduce(name_hash).unwrap_or_default()
}

/// The eight bytes from `at` on, zeros behind the end.
#[inline]
pub(crate) fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.first_chunk()
        .map_or_else(|| rest.iter().rev().fold(0, |part, byte| part << 8 | u64::from(*byte)), |part| u64::from_le_bytes(*part))
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash with eight more bytes, or another number, still to be spread.
#[inline]
pub(crate) fn turned(hash: u64, part: u64) -> u64 {
    (hash.rotate_left(23) ^ part).wrapping_mul(FACTOR)
}

#[inline]
fn spread(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 32).wrapping_mul(FACTOR);
    hash ^ hash >> 29
}
