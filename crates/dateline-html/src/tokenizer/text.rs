//! Text of the data state and of the raw kinds: pieces out.

use std::ops::Range;

use super::{Output, Tokenizer};
use crate::entity;

/// NULs of one replaced piece, so that a flood of them stays small.
pub(crate) const NUL_RUN: usize = 64;

impl<'s> Tokenizer<'s> {
    /// Text up to the next `<` that opens markup; `true` at the end of the source.
    #[inline]
    pub(super) fn text_run<O: Output<'s>>(&mut self, out: &mut O) -> bool {
        let start = self.pos;
        let mut at = start;
        // White space between tags makes up most runs.
        while let Some(b' ' | b'\n' | b'\t') = self.byte(at) {
            at += 1;
        }
        if self.byte(at) == Some(b'<') && self.opens_markup(at) {
            if at > start {
                out.verbatim(start, at);
                out.flush();
                self.pos = at;
            }
            return false;
        }
        self.long_text_run(start, at, out)
    }

    fn long_text_run<O: Output<'s>>(&mut self, mut start: usize, mut at: usize, out: &mut O) -> bool {
        if self.next_nul < at {
            self.find_nul(at);
        }
        let ended = loop {
            // Never beyond the next NUL: each stretch is searched once.
            let limit = self.next_nul;
            let Some(found) = memchr::memchr3(b'<', b'&', b'\r', &self.src[at..limit]) else {
                if limit == self.src.len() {
                    at = limit;
                    if start < at {
                        out.verbatim(start, at);
                    }
                    break true;
                }
                let (from, count) = self.take_nuls();
                if start < from {
                    out.verbatim(start, from);
                }
                out.flush();
                at = from + count;
                if out.nul(from, count)
                    && let Some(end) = self.dense_nuls(at)
                {
                    self.replace_dense(at..end, "", out);
                    at = end;
                }
                start = at;
                continue;
            };
            at += found;
            match self.byte(at) {
                Some(b'<') => {
                    if self.opens_markup(at) {
                        if start < at {
                            out.verbatim(start, at);
                        }
                        break false;
                    }
                    at += 1;
                }
                Some(b'&') => (start, at) = self.character_reference(start, at, out),
                _ => (start, at) = self.carriage_return(start, at, out),
            }
        };
        out.flush();
        self.pos = at;
        ended
    }

    /// The run of NULs at `next_nul`, from there on the next one.
    fn take_nuls(&mut self) -> (usize, usize) {
        let from = self.next_nul;
        let count = self.src[from..].iter().take_while(|&&byte| byte == 0).count();
        self.find_nul(from + count);
        (from, count)
    }

    /// The end of a short stretch from `at` on that is text of one kind and full of NULs: two-byte text that was read
    /// as one-byte text is, and a piece for each letter would take eight times its bytes.
    fn dense_nuls(&self, at: usize) -> Option<usize> {
        let window = self.src.get(at..at + NUL_RUN)?;
        if window.iter().filter(|&&byte| byte == 0).count() < NUL_RUN / 8 {
            return None;
        }
        let ends = |byte: &u8| matches!(byte, b'<' | b'&' | b'\r');
        let end = at + window.iter().position(ends).unwrap_or(window.len());
        (end > at + NUL_RUN / 2 && self.text.is_char_boundary(end)).then_some(end)
    }

    /// One piece for such a stretch.
    fn replace_dense<O: Output<'s>>(&mut self, range: Range<usize>, nul: &str, out: &mut O) {
        let text = self.slice(range.clone()).replace('\0', nul);
        if !text.is_empty() {
            out.replaced(&text, range.start, range.end);
        }
        self.find_nul(range.end);
    }

    /// Looks for the first NUL from `at` on.
    fn find_nul(&mut self, at: usize) {
        self.next_nul = self.src.get(at..).and_then(|rest| memchr::memchr(0, rest)).map_or(self.src.len(), |found| at + found);
    }

    /// The `&` at `at`: what is before it and what it stands for; new start and place.
    fn character_reference<O: Output<'s>>(&mut self, start: usize, at: usize, out: &mut O) -> (usize, usize) {
        let Some(reference) = entity::reference(&self.src[at..], false) else {
            return (start, at + 1);
        };
        if start < at {
            out.verbatim(start, at);
        }
        let end = at + reference.length;
        let mut buffer = [0; 8];
        let first = reference.first.encode_utf8(&mut buffer).len();
        let mut length = first;
        if reference.second != '\0' {
            length += reference.second.encode_utf8(&mut buffer[first..]).len();
        }
        out.replaced(std::str::from_utf8(&buffer[..length]).unwrap_or("\u{fffd}"), at, end);
        (end, end)
    }

    /// The carriage return at `at`: before a line feed it is left out, so that the line feed stands for itself.
    fn carriage_return<O: Output<'s>>(&mut self, start: usize, at: usize, out: &mut O) -> (usize, usize) {
        if start < at {
            out.verbatim(start, at);
        }
        if self.byte(at + 1) == Some(b'\n') {
            return (at + 1, at + 2);
        }
        out.replaced("\n", at, at + 1);
        (at + 1, at + 1)
    }

    /// Text of a raw kind, whole: NUL is U+FFFD, references are read where `references`.
    pub(super) fn raw_run<O: Output<'s>>(&mut self, mut start: usize, end: usize, references: bool, out: &mut O) {
        let mut at = start;
        if self.next_nul < at {
            self.find_nul(at);
        }
        while at < end {
            let limit = self.next_nul.min(end);
            let rest = &self.src[at..limit];
            let found = if references { memchr::memchr2(b'&', b'\r', rest) } else { memchr::memchr(b'\r', rest) };
            let next = found.map_or(limit, |found| at + found);
            if next == limit && limit < end {
                let from = limit;
                if start < from {
                    out.verbatim(start, from);
                }
                if let Some(dense) = self.dense_nuls(from).filter(|&dense| dense <= end) {
                    self.replace_dense(from..dense, "\u{fffd}", out);
                    at = dense;
                } else {
                    let (from, count) = self.take_nuls();
                    replace_nuls(from, count, out);
                    at = from + count;
                }
                start = at;
                continue;
            }
            at = next;
            if at < end {
                (start, at) = match self.byte(at) {
                    Some(b'&') => self.character_reference(start, at, out),
                    _ => self.carriage_return(start, at, out),
                };
            }
        }
        if start < end {
            out.verbatim(start, end);
        }
        out.flush();
    }

    /// `<![CDATA[…]]>` in foreign content; stands behind the opening mark.
    pub(super) fn cdata_section<O: Output<'s>>(&mut self, out: &mut O) {
        let start = self.pos;
        let found = memchr::memmem::find(&self.src[start..], b"]]>");
        let end = found.map_or(self.src.len(), |found| start + found);
        let mut from = start;
        let mut at = start;
        if self.next_nul < at {
            self.find_nul(at);
        }
        while at < end {
            let limit = self.next_nul.min(end);
            let next = memchr::memchr(b'\r', &self.src[at..limit]).map_or(limit, |found| at + found);
            if next == limit && limit < end {
                let (nul, count) = self.take_nuls();
                if from < nul {
                    out.verbatim(from, nul);
                }
                out.flush();
                out.nul(nul, count);
                at = nul + count;
                from = at;
                continue;
            }
            at = next;
            if at < end {
                (from, at) = self.carriage_return(from, at, out);
            }
        }
        if from < end {
            out.verbatim(from, end);
        }
        out.flush();
        self.pos = if found.is_some() { end + 3 } else { end };
    }
}

/// U+FFFD for each NUL, some of them to a piece.
pub(crate) fn replace_nuls<'s, O: Output<'s>>(from: usize, count: usize, out: &mut O) {
    const REPLACEMENTS: &str = "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}";
    let mut done = 0;
    while done < count {
        let part = (count - done).min(NUL_RUN);
        out.replaced(&REPLACEMENTS[..3 * part], from + done, from + done + part);
        done += part;
    }
}
