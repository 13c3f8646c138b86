//! The way from decoded text back to the bytes it came from.

use std::ops::Range;

use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// A stretch of decoded text and the bytes it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// UTF-8 bytes of the decoded text.
    pub decoded: Range<u32>,
    /// Bytes of the input.
    pub source: Range<u32>,
    /// Are they the same bytes? If not the run is one character, or what one sequence was decoded to, and indivisible.
    pub verbatim: bool,
}

/// From ranges of the decoded text to ranges of the input.
///
/// Made by decoding once more, a sequence at a time, and only when asked for: it holds one entry for each change of
/// the number of bytes a character takes, none where the text is the bytes.
#[derive(Clone, Debug)]
pub struct SourceMap {
    entries: Vec<Entry>,
    /// Length of the decoded text and of the input.
    end: (u32, u32),
}

/// From here on each unit of `source_width` bytes became one of `decoded_width`.
#[derive(Clone, Copy, Debug)]
struct Entry {
    decoded: u32,
    source: u32,
    decoded_width: u16,
    source_width: u16,
}

impl SourceMap {
    pub(super) fn new(bytes: &[u8], mark: usize, encoding: &'static Encoding, identical: bool) -> SourceMap {
        let body = bytes.get(mark..).unwrap_or(&[]);
        let mut map = SourceMap { entries: Vec::new(), end: (0, mark as u32) };
        if identical {
            map.push(body.len(), body.len(), true);
        } else if encoding == UTF_8 {
            for chunk in body.utf8_chunks() {
                map.push(chunk.valid().len(), chunk.valid().len(), true);
                map.push(3 * usize::from(!chunk.invalid().is_empty()), chunk.invalid().len(), false);
            }
        } else {
            map.decode(body, encoding);
        }
        map
    }

    /// Adds a run behind the others.
    fn push(&mut self, decoded: usize, source: usize, verbatim: bool) {
        if decoded == 0 {
            // Bytes that became nothing (an escape sequence) belong to what follows, or, at the end, to what is there.
            self.end.1 += source as u32;
            return;
        }
        let (decoded_width, source_width) = if verbatim { (1, 1) } else { (decoded as u16, source as u16) };
        let follows = self.entries.last().is_some_and(|last| {
            let units = (self.end.0 - last.decoded) / u32::from(last.decoded_width);
            (last.decoded_width, last.source_width) == (decoded_width, source_width)
                && last.source + units * u32::from(last.source_width) == self.end.1
        });
        if !follows {
            self.entries.push(Entry { decoded: self.end.0, source: self.end.1, decoded_width, source_width });
        }
        self.end.0 += decoded as u32;
        self.end.1 += source as u32;
    }

    fn decode(&mut self, body: &[u8], encoding: &'static Encoding) {
        // Where no state is pending, a byte of ASCII is itself.
        let plain_ascii = encoding.is_ascii_compatible() && encoding != ISO_2022_JP;
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut at = 0;
        let mut pending = 0;
        let mut buffer = [0; 16];
        let step = if encoding == UTF_16LE || encoding == UTF_16BE { 2 } else { 1 };
        while at < body.len() {
            if plain_ascii && pending == 0 {
                let run = body[at..].iter().take_while(|byte| byte.is_ascii()).count();
                if run > 0 {
                    self.push(run, run, true);
                    at += run;
                    continue;
                }
            }
            let next = (at + step).min(body.len());
            let last = next == body.len();
            let mut fed = at;
            loop {
                let (result, read, written) = decoder.decode_to_utf8_without_replacement(&body[fed..next], &mut buffer, last);
                fed += read;
                pending += read;
                match result {
                    DecoderResult::InputEmpty | DecoderResult::OutputFull => {
                        if written > 0 {
                            self.push(written, pending, written == 1 && pending == 1);
                            pending = 0;
                        }
                        if result == DecoderResult::InputEmpty {
                            break;
                        }
                    }
                    DecoderResult::Malformed(length, after) => {
                        // Of the bytes that were pending, those before the broken sequence gave `written`.
                        let bad = usize::from(length);
                        let behind = usize::from(after);
                        let before = pending.saturating_sub(bad + behind);
                        if written > 0 {
                            self.push(written, before, written == 1 && before == 1);
                            self.push(3, bad, false);
                        } else {
                            self.push(3, bad + before, false);
                        }
                        pending = behind;
                    }
                }
            }
            at = next;
        }
        self.end.1 += pending as u32;
    }

    /// Where a place of the decoded text is in the input: the start of its unit, or, with `after`, the end.
    fn place(&self, decoded: u32, after: bool) -> u32 {
        let behind = self.entries.partition_point(|entry| entry.decoded <= decoded);
        let Some(entry) = behind.checked_sub(1).and_then(|index| self.entries.get(index)) else {
            return self.end.1.min(self.entries.first().map_or(self.end.1, |entry| entry.source));
        };
        if decoded >= self.end.0 {
            return self.end.1;
        }
        let offset = decoded - entry.decoded;
        let width = u32::from(entry.decoded_width);
        let units = if after { offset.div_ceil(width) } else { offset / width };
        entry.source + units * u32::from(entry.source_width)
    }

    /// Whether every byte of the text stands at the same place in the input.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        match self.entries.as_slice() {
            [] => true,
            [one] => (one.decoded, one.source, one.decoded_width, one.source_width) == (0, 0, 1, 1),
            _ => false,
        }
    }

    /// The input's bytes that a range of the decoded text (UTF-8 bytes) came from; a range that cuts a character takes
    /// it whole. What is beyond the end is at the end.
    #[must_use]
    pub fn source_range(&self, decoded: Range<u32>) -> Range<u32> {
        let start = self.place(decoded.start, false);
        if decoded.end <= decoded.start {
            return start..start;
        }
        // The end is that of the last byte's unit, so that bytes between units are not taken in.
        let last = decoded.end - 1;
        if last >= self.end.0 {
            return start..self.end.1.max(start);
        }
        let behind = self.entries.partition_point(|entry| entry.decoded <= last);
        let Some(entry) = behind.checked_sub(1).and_then(|index| self.entries.get(index)) else {
            return start..start;
        };
        let units = (last - entry.decoded) / u32::from(entry.decoded_width) + 1;
        start..entry.source + units * u32::from(entry.source_width)
    }

    /// The runs that a range of the decoded text is made of, in order: bytes that are the same on both sides, and
    /// single characters that are not.
    pub fn runs(&self, decoded: Range<u32>) -> impl Iterator<Item = Run> + '_ {
        let mut at = decoded.start;
        let stop = decoded.end.min(self.end.0);
        let mut index = self.entries.partition_point(|entry| entry.decoded <= at).saturating_sub(1);
        std::iter::from_fn(move || {
            if at >= stop {
                return None;
            }
            let next = self.entries.get(index + 1).map_or(self.end.0, |entry| entry.decoded);
            if at >= next && index + 1 < self.entries.len() {
                index += 1;
            }
            let entry = self.entries.get(index)?;
            let next = self.entries.get(index + 1).map_or(self.end.0, |entry| entry.decoded);
            let verbatim = entry.decoded_width == 1 && entry.source_width == 1;
            let unit = (at - entry.decoded) / u32::from(entry.decoded_width);
            let (from, to, source) = if verbatim {
                (at, next.min(stop), entry.source + (at - entry.decoded))
            } else {
                let from = entry.decoded + unit * u32::from(entry.decoded_width);
                (from, from + u32::from(entry.decoded_width), entry.source + unit * u32::from(entry.source_width))
            };
            let length = if verbatim { to - from } else { u32::from(entry.source_width) };
            at = to;
            Some(Run { decoded: from..to, source: source..source + length, verbatim })
        })
    }
}
