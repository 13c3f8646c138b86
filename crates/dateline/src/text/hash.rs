//! Words in, numbers out: hashes for tables that live as long as one document, and for those of the data files.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::word_hash::turned;

/// For tables whose keys are hashes already, or small numbers.
pub(crate) type Hashed = BuildHasherDefault<Itself>;

/// Of words, eight bytes at a time.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let (parts, rest) = bytes.as_chunks::<8>();
    let hash = parts.iter().fold(bytes.len() as u64, |hash, part| turned(hash, u64::from_le_bytes(*part)));
    // of longer words the last eight bytes once more, for those that are left
    let rest = match bytes.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => rest.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte)),
    };
    spread(turned(hash, rest))
}

/// Of several numbers, one after the other.
pub(crate) fn mix(hash: u64, part: u64) -> u64 {
    spread(turned(hash, part))
}

fn spread(hash: u64) -> u64 {
    hash ^ hash >> 29
}

/// A number that is a hash already, or a small one made a hash.
#[derive(Default)]
pub(crate) struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = mix(0, number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// A map whose keys are words of the data files. What a text brings is only looked up in it, never put in, so no input can make its chains longer; the standard's keyed
/// hash took a fifth of the time of all annotators.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A word, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        spread(self.0)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        // what is left is read in two halves that may overlap, or as its first, middle and last byte
        let word = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
            (Some(first), Some(last), _) => u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32,
            (_, _, [first, .., last]) => {
                let middle = rest.get(rest.len() / 2).copied().unwrap_or_default();
                u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16
            }
            (_, _, [only]) => u64::from(*only),
            _ => return,
        };
        self.write_u64(word);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = turned(self.0, word);
    }
}
