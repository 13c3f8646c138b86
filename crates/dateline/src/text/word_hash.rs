//! Words in, the numbers out by which the tables of words know them: a word of a text is hashed once, and no table compares letters. The build script packs the gazetteers
//! with this very file.

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Of a word in lower case.
pub(crate) fn word_hash(word: &str) -> u64 {
    hashed::<0>(word.as_bytes(), 0, word.len())
}

/// Of a name by what its words before the last gave, and the last word's own.
pub(crate) fn name_hash(before: u64, word: u64) -> u64 {
    spread(turned(before, word))
}

/// Of a name, its words with single spaces between them.
pub(crate) fn phrase_hash(phrase: &str) -> u64 {
    phrase.split(' ').map(word_hash).reduce(name_hash).unwrap_or_default()
}

/// Of a word that stands in a text, with these bits set in each eight of its bytes: eight are read at a time, and what lies behind the end is cut off again.
pub(crate) fn hashed<const BITS: u64>(text: &[u8], start: usize, end: usize) -> u64 {
    let (mut at, mut hash) = (start, (end - start) as u64);
    while at + 8 < end {
        hash = turned(hash, eight(text, at) | BITS);
        at += 8;
    }
    let keep = u64::MAX.checked_shr(64 - 8 * (end - at) as u32).unwrap_or_default();
    spread(turned(hash, (eight(text, at) | BITS) & keep))
}

/// The eight bytes from `at` on, zeros behind the end of the text.
fn eight(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    rest.first_chunk()
        .map_or_else(|| rest.iter().rev().fold(0, |part, byte| part << 8 | u64::from(*byte)), |part| u64::from_le_bytes(*part))
}

fn turned(hash: u64, part: u64) -> u64 {
    (hash.rotate_left(23) ^ part).wrapping_mul(FACTOR)
}

fn spread(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 32).wrapping_mul(FACTOR);
    hash ^ hash >> 29
}
