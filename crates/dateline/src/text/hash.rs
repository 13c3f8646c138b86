//! Words in, numbers out: hashes for tables that live as long as one document.

use std::hash::{BuildHasherDefault, Hasher};

/// For tables whose keys are hashes already, or short words.
pub(crate) type Hashed = BuildHasherDefault<Itself>;

/// Of words, eight bytes at a time.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let (parts, rest) = bytes.as_chunks::<8>();
    let hash = parts.iter().fold(bytes.len() as u64, |hash, part| turn(hash, u64::from_le_bytes(*part)));
    let rest = rest.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte));
    spread(turn(hash, rest))
}

/// Of several numbers, one after the other.
pub(crate) fn mix(hash: u64, part: u64) -> u64 {
    spread(turn(hash, part))
}

fn turn(hash: u64, part: u64) -> u64 {
    (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn spread(hash: u64) -> u64 {
    hash ^ hash >> 29
}

/// A number that is a hash already, or words made one.
#[derive(Default)]
pub(crate) struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = mix(self.0, hash(bytes));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
