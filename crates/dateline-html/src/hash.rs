//! Names' bytes in, slots of a perfect hash table out; shared by tag and attribute names.

/// One more byte, already in lower case, of a name.
#[inline(always)]
pub(crate) const fn fold(hash: u64, byte: u8) -> u64 {
    hash.rotate_left(5) ^ byte as u64
}

/// The hash of a whole name in lower case.
pub(crate) const fn fold_str(name: &[u8]) -> u64 {
    let mut hash = 0;
    let mut index = 0;
    while index < name.len() {
        hash = fold(hash, name[index]);
        index += 1;
    }
    hash
}

/// The slot of a hash in a table of `1 << bits` slots.
#[inline(always)]
pub(crate) const fn slot(hash: u64, multiplier: u64, bits: u32) -> usize {
    (hash.wrapping_mul(multiplier) >> (64 - bits)) as usize
}
