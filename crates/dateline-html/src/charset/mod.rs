//! Bytes in; text, the name of the encoding and a way back to the bytes out.
//!
//! The order of evidence is the HTML standard's (§ 13.2.3.2, "determining the character encoding"): a byte order mark, what the
//! transport said, a `<meta>` within the first 1,024 bytes, and then what the bytes look like.
//!
//! ```
//! use dateline_html::charset::{decode, How};
//!
//! let decoded = decode(b"caf\xe9", Some("latin1"), true);
//! assert_eq!(&*decoded.text, "caf\u{e9}");
//! assert_eq!((decoded.encoding, decoded.how), ("windows-1252", How::Transport));
//! assert_eq!(decoded.map().source_range(3..5), 3..4);
//! ```

mod map;
mod prescan;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

pub use self::map::{Run, SourceMap};

/// How many bytes the detector looks at: it is slow (6 ms for a page of 278 KB), and the head and first paragraphs do.
const DETECTED_BYTES: usize = 16 * 1024;

/// What told the encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum How {
    /// A byte order mark.
    Bom,
    /// The label that came with the bytes.
    Transport,
    /// A `<meta>` near the start.
    Meta,
    /// Nothing but that the bytes are valid UTF-8.
    Valid,
    /// The detector's guess.
    Detector,
}

/// Text that was bytes.
#[derive(Clone, Debug)]
pub struct Decoded<'b> {
    /// The text without its byte order mark; the very bytes where they were valid UTF-8.
    pub text: Cow<'b, str>,
    /// The encoding's name in the Encoding Standard, such as `UTF-8` or `windows-1252`.
    pub encoding: &'static str,
    /// What told it.
    pub how: How,
    /// How many sequences could not be decoded and became U+FFFD each.
    pub replaced: usize,
    bytes: &'b [u8],
    /// The byte order mark's length.
    mark: usize,
}

impl<'b> Decoded<'b> {
    /// The way from the text's UTF-8 bytes back to the bytes that came in. Made anew at each call, and free where the
    /// text is those bytes.
    #[must_use]
    pub fn map(&self) -> SourceMap {
        let encoding = Encoding::for_label(self.encoding.as_bytes()).unwrap_or(UTF_8);
        SourceMap::new(self.bytes, self.mark, encoding, matches!(self.text, Cow::Borrowed(_)))
    }
}

/// Whether the Encoding Standard knows the label, such as `utf-8` or `latin1`; case and white space around it are passed over.
#[must_use]
pub fn is_label(label: &str) -> bool {
    Encoding::for_label(label.as_bytes()).is_some()
}

/// Decodes bytes; `transport` is the label of an encoding from outside, such as a `Content-Type` header's; with `html`
/// a `<meta>` is looked for.
#[must_use]
pub fn decode<'b>(bytes: &'b [u8], transport: Option<&str>, html: bool) -> Decoded<'b> {
    let (encoding, how, mark) = find(bytes, transport, html);
    let body = bytes.get(mark..).unwrap_or(&[]);
    let (text, replaced) = decode_as(body, encoding);
    Decoded { text, encoding: encoding.name(), how, replaced, bytes, mark }
}

/// The encoding, what told it, and the length of the byte order mark.
fn find(bytes: &[u8], transport: Option<&str>, html: bool) -> (&'static Encoding, How, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, How::Bom, mark);
    }
    if let Some(encoding) = transport.and_then(|label| Encoding::for_label(label.as_bytes())) {
        return (encoding, How::Transport, 0);
    }
    if html && let Some(label) = prescan::prescan(bytes) {
        let encoding = if label == UTF_16LE || label == UTF_16BE {
            // A page whose `<meta>` could be read as ASCII is not UTF-16.
            UTF_8
        } else if label == X_USER_DEFINED {
            WINDOWS_1252
        } else {
            label
        };
        return if encoding != UTF_8 && is_plainly_utf_8(bytes) { (UTF_8, How::Valid, 0) } else { (encoding, How::Meta, 0) };
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, How::Valid, 0);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(DETECTED_BYTES / 2);
    let end = bytes.len().min(start + DETECTED_BYTES);
    detector.feed(&bytes[start..end], end == bytes.len());
    (detector.guess(None, Utf8Detection::Allow), How::Detector, 0)
}

/// Characters beyond ASCII from which on valid UTF-8 is taken for what it is, whatever a `<meta>` says: pages that were saved or sent on as UTF-8 keep the label of
/// their first charset, and text of another charset is not valid UTF-8 by chance that often.
const TELLING_SEQUENCES: usize = 4;

fn is_plainly_utf_8(bytes: &[u8]) -> bool {
    let sequences = || bytes.iter().filter(|&&byte| byte >= 0xc0).take(TELLING_SEQUENCES).count();
    std::str::from_utf8(bytes).is_ok() && sequences() >= TELLING_SEQUENCES
}

fn decode_as<'b>(body: &'b [u8], encoding: &'static Encoding) -> (Cow<'b, str>, usize) {
    if encoding == UTF_8 {
        // faster than the standard library's check where a page is not ASCII alone
        if let Some(text @ Cow::Borrowed(_)) = UTF_8.decode_without_bom_handling_and_without_replacement(body) {
            return (text, 0);
        }
    } else if encoding.is_ascii_compatible() && encoding != encoding_rs::ISO_2022_JP && body.is_ascii() {
        // ASCII is itself; `from_utf8` is the check that the type asks for.
        if let Ok(text) = std::str::from_utf8(body) {
            return (Cow::Borrowed(text), 0);
        }
    }
    let mut text = String::new();
    let mut replaced = 0;
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut rest = body;
    loop {
        text.reserve(
            decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(rest.len()).min(rest.len() + rest.len() / 2 + 64),
        );
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or(&[]);
        match result {
            encoding_rs::DecoderResult::InputEmpty => break,
            encoding_rs::DecoderResult::OutputFull => text.reserve(rest.len() + 64),
            encoding_rs::DecoderResult::Malformed(..) => {
                text.push('\u{fffd}');
                replaced += 1;
            }
        }
    }
    (Cow::Owned(text), replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_wins_over_the_transport_and_that_over_meta() {
        let decoded = decode(b"\xef\xbb\xbfa<meta charset=latin1>", Some("shift_jis"), true);
        assert_eq!((decoded.encoding, decoded.how), ("UTF-8", How::Bom));
        assert!(decoded.text.starts_with('a'));
        assert_eq!(decoded.map().source_range(0..1), 3..4);
        let decoded = decode(b"<meta charset=utf-8>\xe9", Some("latin1"), true);
        assert_eq!((decoded.encoding, decoded.how), ("windows-1252", How::Transport));
        let decoded = decode(b"<meta charset=latin1>\xe9", Some("no such label"), true);
        assert_eq!((decoded.encoding, decoded.how), ("windows-1252", How::Meta));
        assert_eq!(decode(b"<meta charset=latin1>", None, false).how, How::Valid);
    }

    #[test]
    fn a_meta_does_not_make_utf_8_another_charset() {
        let decoded = decode("<meta charset=gb2312>\u{6771}\u{4eac}\u{6771}\u{4eac}".as_bytes(), None, true);
        assert_eq!((decoded.encoding, decoded.how), ("UTF-8", How::Valid));
        let decoded = decode(b"<meta charset=windows-1252>\xe9\xe8\xe0\xf9\xe7", None, true);
        assert_eq!((decoded.encoding, decoded.how), ("windows-1252", How::Meta));
    }

    #[test]
    fn utf_8_is_borrowed_and_broken_utf_8_counted() {
        let decoded = decode("h\u{e9}".as_bytes(), None, true);
        assert!(matches!(decoded.text, Cow::Borrowed(_)));
        let decoded = decode(b"a\xffb\xe2\x82c", Some("utf-8"), true);
        assert_eq!(&*decoded.text, "a\u{fffd}b\u{fffd}c");
        assert_eq!(decoded.replaced, 2);
        let map = decoded.map();
        assert_eq!(map.source_range(0..1), 0..1);
        assert_eq!(map.source_range(1..4), 1..2);
        assert_eq!(map.source_range(4..5), 2..3);
        assert_eq!(map.source_range(5..8), 3..5);
        assert_eq!(map.source_range(8..9), 5..6);
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        let bytes: Vec<u8> = "\u{feff}a\u{e9}\u{1f600}b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decoded = decode(&bytes, None, true);
        assert_eq!((&*decoded.text, decoded.encoding), ("a\u{e9}\u{1f600}b", "UTF-16LE"));
        let map = decoded.map();
        assert_eq!(map.source_range(0..1), 2..4);
        assert_eq!(map.source_range(1..3), 4..6);
        assert_eq!(map.source_range(3..7), 6..10);
        assert_eq!(map.source_range(7..8), 10..12);
        assert_eq!(map.source_range(8..8), 12..12);
    }

    #[test]
    fn undeclared_bytes_are_guessed() {
        let text = "\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}, \u{44d}\u{442}\u{43e} \u{440}\u{443}\u{441}\u{441}\u{43a}\u{438}\u{439} \u{442}\u{435}\u{43a}\u{441}\u{442}.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        let decoded = decode(&bytes, None, true);
        assert_eq!((&*decoded.text, decoded.how), (text, How::Detector));
    }

    #[test]
    fn every_encoding_maps_each_character_back() {
        let text = "<p>caf\u{e9} \u{65e5}\u{672c}\u{8a9e} a\u{20ac}b \u{ac00} \u{416}</p>";
        for label in
            ["windows-1252", "shift_jis", "euc-jp", "iso-2022-jp", "gbk", "gb18030", "big5", "euc-kr", "koi8-r", "utf-16le", "utf-16be"]
        {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let bytes = match label {
                "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
                "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                _ => {
                    let kept: String = text.chars().filter(|c| !encoding.encode(c.encode_utf8(&mut [0; 4])).2).collect();
                    encoding.encode(&kept).0.into_owned()
                }
            };
            let decoded = decode(&bytes, Some(label), true);
            assert_eq!(decoded.replaced, 0, "{label}");
            let map = decoded.map();
            for (at, c) in decoded.text.char_indices() {
                let range = map.source_range(at as u32..(at + c.len_utf8()) as u32);
                let part = &bytes[range.start as usize..range.end as usize];
                if label != "iso-2022-jp" {
                    assert_eq!(encoding.decode_without_bom_handling(part).0, c.to_string(), "{label}");
                }
            }
            let whole = map.source_range(0..decoded.text.len() as u32);
            assert_eq!((whole.start, whole.end as usize), (0, bytes.len()), "{label}");
        }
    }
}
