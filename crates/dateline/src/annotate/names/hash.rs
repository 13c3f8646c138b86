//! A hash for the fixed tables of the lexicon: multiply and rotate, eight bytes at a time. What a text brings is only looked up with it, never put in, so no input can make its
//! chains longer; the standard's keyed hash took a fifth of the annotator's time.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A map of short words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// The state of the hash.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

/// Odd, with bits in no pattern: the fractional part of the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            for (to, from) in word.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
