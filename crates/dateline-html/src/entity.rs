//! Character references in, characters out: HTML standard, "character reference state" and those below it.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

mod names;

/// What a reference stands for (the second character is NUL where there is but one), and its length with the `&`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) first: char,
    pub(crate) second: char,
    pub(crate) length: usize,
}

impl Reference {
    /// The characters as text.
    pub(crate) fn push_to(self, text: &mut String) {
        text.push(self.first);
        if self.second != '\0' {
            text.push(self.second);
        }
    }
}

/// The reference at the start of `bytes` (an `&`), if it is one. In an attribute the historical rule holds: a name
/// without its semicolon before `=` or a letter or digit is no reference.
pub(crate) fn reference(bytes: &[u8], in_attribute: bool) -> Option<Reference> {
    match bytes.get(1)? {
        b'#' => numeric(bytes),
        byte if byte.is_ascii_alphanumeric() => named(bytes, in_attribute),
        _ => None,
    }
}

fn numeric(bytes: &[u8]) -> Option<Reference> {
    let (radix, start) = match bytes.get(2)? {
        b'x' | b'X' => (16, 3),
        _ => (10, 2),
    };
    let mut value = 0u32;
    let mut at = start;
    while let Some(digit) = bytes.get(at).and_then(|&byte| char::from(byte).to_digit(radix)) {
        // Beyond the last code point the exact value no longer matters.
        value = (value * radix + digit).min(0x11_0000);
        at += 1;
    }
    if at == start {
        return None;
    }
    let length = if bytes.get(at) == Some(&b';') { at + 1 } else { at };
    let first = match value {
        0 => '\u{fffd}',
        // Authors meant the bytes of this charset.
        0x80..=0x9f => WINDOWS_1252.decode_without_bom_handling(&[value as u8]).0.chars().next().unwrap_or('\u{fffd}'),
        _ => char::from_u32(value).unwrap_or('\u{fffd}'),
    };
    Some(Reference { first, second: '\0', length })
}

/// The references that make up nearly all of those on real pages, each with its semicolon.
fn frequent(rest: &[u8]) -> Option<(char, usize)> {
    const FREQUENT: &[(&[u8], char)] = &[
        (b"amp;", '&'),
        (b"nbsp;", '\u{a0}'),
        (b"quot;", '"'),
        (b"lt;", '<'),
        (b"gt;", '>'),
        (b"rsquo;", '\u{2019}'),
        (b"ldquo;", '\u{201c}'),
        (b"rdquo;", '\u{201d}'),
        (b"ndash;", '\u{2013}'),
        (b"mdash;", '\u{2014}'),
    ];
    FREQUENT.iter().find(|(name, _)| rest.starts_with(name)).map(|&(name, c)| (c, name.len() + 1))
}

fn named(bytes: &[u8], in_attribute: bool) -> Option<Reference> {
    let rest = bytes.get(1..)?;
    if let Some((first, length)) = frequent(rest) {
        return Some(Reference { first, second: '\0', length });
    }
    let run = rest.iter().take(names::LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b';').count();
    let (first, second, length) = names::longest(rest.get(..run)?)?;
    if in_attribute
        && rest.get(length - 1) != Some(&b';')
        && rest.get(length).is_some_and(|&next| next == b'=' || next.is_ascii_alphanumeric())
    {
        return None;
    }
    Some(Reference { first, second, length: length + 1 })
}

/// An attribute's value as the tokenizer of the HTML standard gives it: references decoded, line ends `\n`, NUL U+FFFD.
pub fn decode_value(raw: &str) -> Cow<'_, str> {
    if is_itself(raw.as_bytes()) { Cow::Borrowed(raw) } else { Cow::Owned(decoded(raw)) }
}

/// Whether a value has nothing to decode, as nearly all. They are short: eight bytes at a time, the last of which may overlap those before, this takes a quarter of a search.
#[inline]
fn is_itself(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // the highest bit of a byte that is 0 alone, and perhaps of some behind it
    let zeros = |eight: u64| eight.wrapping_sub(ONES) & !eight & (ONES << 7);
    let are_plain = |eight: &[u8; 8]| {
        let eight = u64::from_le_bytes(*eight);
        (zeros(eight) | zeros(eight ^ (ONES * u64::from(b'&'))) | zeros(eight ^ (ONES * u64::from(b'\r')))) == 0
    };
    match bytes.last_chunk() {
        Some(last) => are_plain(last) && bytes.as_chunks().0.iter().all(are_plain),
        None => !bytes.iter().any(|byte| matches!(byte, b'&' | b'\r' | 0)),
    }
}

/// A value that has something to decode.
fn decoded(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let mut text = String::with_capacity(raw.len());
    let mut done = 0;
    let mut next = memchr::memchr3(b'&', b'\r', 0, bytes);
    while let Some(at) = next {
        text.push_str(raw.get(done..at).unwrap_or(""));
        done = at + 1;
        match bytes.get(at) {
            Some(b'&') => match reference(&bytes[at..], true) {
                Some(reference) => {
                    reference.push_to(&mut text);
                    done = at + reference.length;
                }
                None => text.push('&'),
            },
            Some(b'\r') => {
                if bytes.get(at + 1) != Some(&b'\n') {
                    text.push('\n');
                }
            }
            _ => text.push('\u{fffd}'),
        }
        next = bytes.get(done..).and_then(|rest| memchr::memchr3(b'&', b'\r', 0, rest)).map(|found| done + found);
    }
    text.push_str(raw.get(done..).unwrap_or(""));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attribute_values_keep_the_historical_ampersand() {
        assert_eq!(decode_value("?a=1&not=2&amp;b&copy;&lt"), "?a=1&not=2&b\u{a9}<");
        assert_eq!(decode_value("&notit;"), "&notit;");
        assert_eq!(decode_value("a\r\nb\rc\0"), "a\nb\nc\u{fffd}");
        assert_eq!(decode_value("&"), "&");
        assert_eq!(decode_value("&#"), "&#");
        assert_eq!(decode_value("&#x"), "&#x");
    }

    #[test]
    fn numbers_follow_the_standards_table() {
        assert_eq!(decode_value("&#x80;&#147;&#0;&#xD800;&#x110000;&#99999999999999"), "\u{20ac}\u{201c}\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(decode_value("&#13;"), "\r");
    }

    #[test]
    fn longest_name_wins_in_text() {
        let text = reference(b"&notin;", false).map(|r| (r.first, r.length));
        assert_eq!(text, Some(('\u{2209}', 7)));
        let text = reference(b"&notit;", false).map(|r| (r.first, r.length));
        assert_eq!(text, Some(('\u{ac}', 4)));
        assert_eq!(reference(b"&nosuch;", false), None);
    }
}
