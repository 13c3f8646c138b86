//! Pieces' numbers in, stand-ins for their text out, and the other way.
//!
//! The builder never sees a page's text. It asks three things of it (is it white space, does it start with a line feed
//! after `<pre>`, is it NUL), so it is handed a stand-in of at most eight bytes, which needs no allocation, of the same
//! class of characters; the number of the piece that it stands for is written in those characters. Wherever and
//! whenever the builder appends the stand-in, the piece lands with its position. Outside of tables it appends what it is
//! handed before it is handed anything else: there the number is left out.
//!
//! | stand-in | is |
//! |---|---|
//! | `x` and six characters | text that starts with something else than white space, its piece's number in base 64 |
//! | a space before that | the same with white space before; where the builder cuts it off, it appends the space alone |
//! | a space and seven or more of space, tab, line feed and form feed | white space, the number in base 4 (its end, where short) |
//! | `x`, a space and `x` | the same of the piece at hand |
//! | a tab | white space, the piece at hand |
//! | a line feed | the line feed behind `<pre>`, `<textarea>` or `<listing>` |
//! | U+FFFD | the builder's own, for a NUL |

use html5ever::tendril::StrTendril;

/// The number in a stand-in for text.
pub(crate) fn base_64(number: &[u8]) -> u32 {
    number.iter().fold(0, |value, &byte| value << 6 | u32::from(byte.wrapping_sub(b'0') & 63))
}

/// The piece of a stand-in of white space: the youngest whose number ends so.
pub(crate) fn white_space_number(number: &[u8], youngest: u32) -> u32 {
    let end = number.iter().fold(0u32, |value, &byte| {
        value << 2
            | match byte {
                b'\t' => 1,
                b'\n' => 2,
                b'\x0c' => 3,
                _ => 0,
            }
    });
    if number.len() > 7 {
        return end;
    }
    let modulus = 1 << 14;
    let candidate = (youngest & !(modulus - 1)) | end;
    if candidate > youngest { candidate.wrapping_sub(modulus) } else { candidate }
}

/// A stand-in for text that starts with something else than white space, or, if `leading`, with white space before.
pub(crate) fn text_stand_in(piece: u32, leading: bool) -> StrTendril {
    let mut bytes = [b' '; 8];
    bytes[1] = b'x';
    for (index, byte) in bytes[2..].iter_mut().enumerate() {
        *byte = b'0' + ((piece >> (30 - 6 * index as u32)) & 63) as u8;
    }
    stand_in(if leading { &bytes } else { &bytes[1..] })
}

/// A stand-in for white space. The short one tells pieces apart that are at most 16,383 numbers older than the
/// youngest; the long one, which is allocated, all.
pub(crate) fn space_stand_in(piece: u32, long: bool) -> StrTendril {
    let mut bytes = [b' '; 17];
    let digits = if long { 16 } else { 7 };
    for (index, byte) in bytes[1..=digits].iter_mut().enumerate() {
        *byte = b" \t\n\x0c"[((piece >> (2 * (digits - 1 - index))) & 3) as usize];
    }
    stand_in(&bytes[..=digits])
}

#[inline]
fn stand_in(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(std::str::from_utf8(bytes).unwrap_or(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 63, 64, 4095, 16_383, 16_384, 1 << 20, u32::MAX - 1] {
            let text = text_stand_in(number, false);
            assert_eq!((text.len(), text.as_bytes()[0]), (7, b'x'));
            assert_eq!(base_64(&text.as_bytes()[1..]), number);
            let text = text_stand_in(number, true);
            assert_eq!((text.len(), base_64(&text.as_bytes()[2..])), (8, number));
            let long = space_stand_in(number, true);
            assert_eq!(white_space_number(&long.as_bytes()[1..], u32::MAX - 1), number);
            for younger in [0, 1, 5000, 16_383] {
                let short = space_stand_in(number, false);
                let youngest = number.saturating_add(younger);
                assert!(short.bytes().all(|byte| byte.is_ascii_whitespace()) && short.len() == 8);
                assert_eq!(white_space_number(&short.as_bytes()[1..], youngest), number);
            }
        }
    }
}
