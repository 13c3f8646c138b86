//! The inside of a tag, from behind its name to its `>`: attribute records out.

use std::collections::HashSet;

use super::{Output, Tokenizer, is_space, name_bytes};
use crate::attribute::{LAST, Record, lower_name, number};
use crate::hash::fold;

/// From this many unknown names on a tag's names are looked up in a set: comparing each with each is quadratic.
const MANY: usize = 16;

/// The attribute names of the tag being read.
#[derive(Default)]
pub(super) struct Seen {
    /// One bit for each known name.
    known: u128,
    /// How many unknown names there were.
    unknown: usize,
    /// The unknown names once there are many of them.
    names: HashSet<String>,
}

impl<'s> Tokenizer<'s> {
    /// Reads to behind the tag's `>`; `Some(self_closing)`, or `None` where the page ends before.
    #[inline]
    pub(super) fn tag_rest<O: Output<'s>>(&mut self, first: usize, out: &mut O) -> Option<bool> {
        // Most tags end here.
        if self.byte(self.pos)? == b'>' {
            self.pos += 1;
            return Some(false);
        }
        self.seen.known = 0;
        if self.seen.unknown > 0 {
            self.seen.unknown = 0;
            self.seen.names.clear();
        }
        let closing = self.attribute_list(first, out);
        if let Some(last) = self.attributes.get_mut(first..).and_then(<[Record]>::last_mut) {
            last.flags |= LAST;
        }
        closing
    }

    fn attribute_list<O: Output<'s>>(&mut self, first: usize, out: &mut O) -> Option<bool> {
        let mut at = self.pos;
        loop {
            // Before an attribute's name.
            let byte = loop {
                let byte = self.byte(at)?;
                if !is_space(byte) {
                    break byte;
                }
                at += 1;
            };
            match byte {
                b'>' => {
                    self.pos = at + 1;
                    return Some(false);
                }
                b'/' => {
                    at += 1;
                    if self.byte(at)? == b'>' {
                        self.pos = at + 1;
                        return Some(true);
                    }
                    continue;
                }
                _ => {}
            }
            // A name, which may start with `=`.
            let name = at;
            let mut hash = fold(0, ATTRIBUTE_NAME[usize::from(byte)]);
            at += 1;
            loop {
                let class = ATTRIBUTE_NAME[usize::from(self.byte(at)?)];
                if class == 0 {
                    break;
                }
                hash = fold(hash, class);
                at += 1;
            }
            let name_end = at;
            // After the name: a value, or not.
            let mut next = self.byte(at)?;
            while is_space(next) {
                at += 1;
                next = self.byte(at)?;
            }
            let (value, value_end) = if next == b'=' {
                at += 1;
                let (value, value_end, after) = self.attribute_value(at)?;
                at = after;
                (value, value_end)
            } else {
                (name_end, name_end)
            };
            if !self.keep(first, name..name_end, hash, value, value_end) {
                out.attributes_dropped();
            }
        }
    }

    /// A value from behind its `=`: its start, its end, and where to read on.
    #[inline]
    fn attribute_value(&self, mut at: usize) -> Option<(usize, usize, usize)> {
        let mut byte = self.byte(at)?;
        while is_space(byte) {
            at += 1;
            byte = self.byte(at)?;
        }
        match byte {
            b'"' | b'\'' => {
                let start = at + 1;
                let end = start + find_byte(byte, self.src.get(start..)?)?;
                Some((start, end, end + 1))
            }
            b'>' => Some((at, at, at)),
            _ => {
                let start = at;
                loop {
                    let byte = self.byte(at)?;
                    if is_space(byte) || byte == b'>' {
                        return Some((start, at, at));
                    }
                    at += 1;
                }
            }
        }
    }

    /// Keeps an attribute unless its name was there before; `false` where the tag already has as many as are kept.
    #[inline]
    fn keep(&mut self, first: usize, name: std::ops::Range<usize>, hash: u64, value: usize, value_end: usize) -> bool {
        let bytes = &self.src[name.clone()];
        let Ok(name_len) = u16::try_from(bytes.len()) else {
            // No name is that long; its 64 KiB of bytes are noise.
            return false;
        };
        if self.attributes.len() - first >= self.max_attributes {
            return false;
        }
        let number = number(hash, bytes);
        if number != 0 {
            let bit = 1 << number;
            if self.seen.known & bit != 0 {
                return true;
            }
            self.seen.known |= bit;
        } else if self.is_repeated(first, name.clone()) {
            return true;
        }
        self.attributes.push(Record {
            name: name.start as u32,
            name_len,
            number,
            flags: 0,
            value: value as u32,
            value_len: (value_end - value) as u32,
        });
        true
    }

    /// Was this unknown name in the tag before?
    fn is_repeated(&mut self, first: usize, name: std::ops::Range<usize>) -> bool {
        let name = self.slice(name);
        if self.seen.unknown < MANY {
            let earlier = &self.attributes[first..];
            let repeated = earlier.iter().any(|record| {
                record.number == 0
                    && usize::from(record.name_len) == name.len()
                    && self.src[record.name_range()].eq_ignore_ascii_case(name.as_bytes())
            });
            self.seen.unknown += usize::from(!repeated);
            return repeated;
        }
        if self.seen.unknown == MANY {
            for record in &self.attributes[first..] {
                if record.number == 0 {
                    let name = self.text.get(record.name_range()).unwrap_or("");
                    self.seen.names.insert(lower_name(name).into_owned());
                }
            }
            self.seen.unknown += 1;
        }
        !self.seen.names.insert(lower_name(name).into_owned())
    }
}

/// Where `needle` first stands: the first bytes, where most values end, are looked at without a call.
#[inline]
fn find_byte(needle: u8, hay: &[u8]) -> Option<usize> {
    let pattern = u64::from_ne_bytes([needle; 8]);
    let mut at = 0;
    while at < 32 {
        let Some(chunk) = hay.get(at..at + 8).and_then(|chunk| <[u8; 8]>::try_from(chunk).ok()) else {
            break;
        };
        let difference = u64::from_le_bytes(chunk) ^ pattern;
        let zero = difference.wrapping_sub(0x0101_0101_0101_0101) & !difference & 0x8080_8080_8080_8080;
        if zero != 0 {
            return Some(at + (zero.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    memchr::memchr(needle, hay.get(at..)?).map(|found| at + found)
}

/// A byte of an attribute's name in lower case; 0 for those that end it.
static ATTRIBUTE_NAME: [u8; 256] = name_bytes(b" \n\t\x0c\r/>=");

#[cfg(test)]
mod tests {
    use super::find_byte;

    #[test]
    fn bytes_are_found_at_every_distance() {
        for length in 0..80 {
            let mut hay = vec![b'a'; length];
            assert_eq!(find_byte(b'"', &hay), None);
            for at in 0..length {
                hay[at] = b'"';
                assert_eq!(find_byte(b'"', &hay), Some(at));
                hay[at] = b'a';
            }
        }
    }
}
