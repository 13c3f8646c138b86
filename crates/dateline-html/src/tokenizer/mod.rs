//! Source text in, tokens with positions out: the tokenizer of the HTML standard over a whole page in memory.
//!
//! The standard describes it a character at a time; here each state that can last is a search (`memchr`) for what ends
//! it. Text is never copied: a run of it is handed on as pieces, each either a stretch of the source or a replacement
//! (a character reference, a lone carriage return, a NUL) for one. Attributes are spans and a small number for a
//! known name. Parse errors are not reported.

mod attributes;
#[cfg(test)]
mod conformance;
pub(crate) mod declaration;
mod raw;
pub(crate) mod text;

pub(crate) use self::declaration::normal;

use std::ops::Range;

use crate::attribute::Record;
use crate::hash::fold;
use crate::tag::Tag;

/// A start or end tag; the attributes are passed beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagToken<'s> {
    /// The name, where the table has it.
    pub(crate) tag: Option<Tag>,
    /// The name as it stands in the source.
    pub(crate) raw_name: &'s str,
    /// From `<` to past `>`.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) self_closing: bool,
}

/// A `<!DOCTYPE …>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DoctypeToken {
    pub(crate) name: Option<String>,
    pub(crate) public_id: Option<String>,
    pub(crate) system_id: Option<String>,
    pub(crate) force_quirks: bool,
}

/// What kind of text follows a start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Data,
    Rcdata,
    Rawtext,
    Script,
    Plaintext,
    /// Read no further.
    Stop,
}

/// Where tokens go.
pub(crate) trait Output<'s> {
    /// A stretch of text that stands in the source as it is; `start < end`.
    fn verbatim(&mut self, start: usize, end: usize);
    /// A stretch of the source that stands for other text.
    fn replaced(&mut self, text: &str, start: usize, end: usize);
    /// NUL characters where the tree construction decides what becomes of them; `true` if it drops them, as it then does
    /// with any further ones of the same run of text.
    fn nul(&mut self, start: usize, count: usize) -> bool;
    /// The text run ends here.
    fn flush(&mut self);
    /// A start tag; its attributes are those from `first` on, which the output may truncate.
    fn start_tag(&mut self, tag: TagToken<'s>, attributes: &mut Vec<Record>, first: usize) -> Content;
    fn end_tag(&mut self, tag: TagToken<'s>) -> Content;
    /// A comment; `inner` is what stands between its marks.
    fn comment(&mut self, start: usize, end: usize, inner: Range<usize>) -> Content;
    fn doctype(&mut self, doctype: DoctypeToken, start: usize, end: usize);
    /// Is the current node foreign, so that `<![CDATA[` opens a section?
    fn cdata_allowed(&self) -> bool;
    /// A tag had more attributes than are kept.
    fn attributes_dropped(&mut self);
}

/// The tokenizer's place in the source.
pub(crate) struct Tokenizer<'s> {
    text: &'s str,
    src: &'s [u8],
    pos: usize,
    /// Every attribute of every tag that was kept.
    pub(crate) attributes: Vec<Record>,
    max_attributes: usize,
    /// The first NUL at or after `pos`, looked for once; the length of the source where there is none.
    next_nul: usize,
    seen: attributes::Seen,
    comment_end: memchr::memmem::Finder<'static>,
}

impl<'s> Tokenizer<'s> {
    pub(crate) fn new(text: &'s str, max_attributes: u32) -> Self {
        let src = text.as_bytes();
        Tokenizer {
            text,
            src,
            pos: 0,
            attributes: Vec::with_capacity(src.len() / 48),
            max_attributes: max_attributes as usize,
            next_nul: memchr::memchr(0, src).unwrap_or(src.len()),
            seen: attributes::Seen::default(),
            comment_end: memchr::memmem::Finder::new("--"),
        }
    }

    /// Passes over a byte order mark, which is no part of a page; of a stream of tokens it may be (the suite says so).
    pub(crate) fn skip_mark(&mut self) {
        if self.src.starts_with(b"\xef\xbb\xbf") {
            self.pos = 3;
        }
    }

    /// Reads to the end, or until the output says stop.
    pub(crate) fn run<O: Output<'s>>(&mut self, out: &mut O) {
        while self.pos < self.src.len() {
            if self.text_run(out) {
                break;
            }
            // Here stands a `<` that opens markup.
            if self.markup(out) == Content::Stop {
                break;
            }
        }
    }

    /// Starts in a kind of content, within an element of this name; for tests of the states alone.
    #[cfg(test)]
    pub(crate) fn run_in<O: Output<'s>>(&mut self, content: Content, name: &str, out: &mut O) {
        self.content(content, name.as_bytes(), out);
        self.run(out);
    }

    #[cfg(test)]
    pub(crate) fn run_in_cdata<O: Output<'s>>(&mut self, out: &mut O) {
        self.cdata_section(out);
        self.run(out);
    }

    #[inline]
    fn byte(&self, at: usize) -> Option<u8> {
        self.src.get(at).copied()
    }

    #[inline]
    fn slice(&self, range: Range<usize>) -> &'s str {
        self.text.get(range).unwrap_or("")
    }

    /// Does the `<` at `at` open markup? If not it is text.
    #[inline]
    fn opens_markup(&self, at: usize) -> bool {
        match self.byte(at + 1) {
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'!' | b'?') => true,
            Some(b'/') => at + 2 < self.src.len(),
            _ => false,
        }
    }

    #[inline]
    fn markup<O: Output<'s>>(&mut self, out: &mut O) -> Content {
        let start = self.pos;
        match self.byte(start + 1) {
            Some(b'/') => match self.byte(start + 2) {
                Some(b'a'..=b'z' | b'A'..=b'Z') => self.end_tag(out),
                Some(b'>') => {
                    self.pos = start + 3;
                    Content::Data
                }
                _ => self.bogus_comment(start, start + 2, out),
            },
            Some(b'!') => self.declaration(out),
            Some(b'?') => self.bogus_comment(start, start + 1, out),
            _ => self.start_tag(out),
        }
    }

    fn start_tag<O: Output<'s>>(&mut self, out: &mut O) -> Content {
        let start = self.pos;
        let first = self.attributes.len();
        let (tag, raw_name) = self.tag_name(start + 1);
        let Some(self_closing) = self.tag_rest(first, out) else {
            // The page ends within the tag: nothing is left of it.
            self.attributes.truncate(first);
            return Content::Stop;
        };
        let token = TagToken { tag, raw_name, start, end: self.pos, self_closing };
        match out.start_tag(token, &mut self.attributes, first) {
            content @ (Content::Data | Content::Stop) => content,
            content => {
                self.content(content, raw_name.as_bytes(), out);
                Content::Data
            }
        }
    }

    fn end_tag<O: Output<'s>>(&mut self, out: &mut O) -> Content {
        let start = self.pos;
        let (tag, raw_name) = self.tag_name(start + 2);
        let self_closing = if self.byte(self.pos) == Some(b'>') {
            self.pos += 1;
            false
        } else {
            let first = self.attributes.len();
            let rest = self.tag_rest(first, out);
            self.attributes.truncate(first);
            match rest {
                Some(self_closing) => self_closing,
                None => return Content::Stop,
            }
        };
        out.end_tag(TagToken { tag, raw_name, start, end: self.pos, self_closing })
    }

    /// Reads a tag's name from `start` and stands behind it.
    #[inline]
    fn tag_name(&mut self, start: usize) -> (Option<Tag>, &'s str) {
        let mut hash = 0;
        let mut at = start;
        while let Some(&byte) = self.src.get(at) {
            let class = TAG_NAME[usize::from(byte)];
            if class == 0 {
                break;
            }
            hash = fold(hash, class);
            at += 1;
        }
        self.pos = at;
        let name = self.slice(start..at);
        (Tag::from_hash(hash, name.as_bytes()), name)
    }

    fn bogus_comment<O: Output<'s>>(&mut self, start: usize, inner: usize, out: &mut O) -> Content {
        let rest = &self.src[inner.min(self.src.len())..];
        let (inner_end, end) = match memchr::memchr(b'>', rest) {
            Some(found) => (inner + found, inner + found + 1),
            None => (self.src.len(), self.src.len()),
        };
        self.pos = end;
        out.comment(start, end, inner..inner_end)
    }
}

/// White space of the HTML standard's tokenizer.
#[inline(always)]
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\x0c' | b'\r')
}

/// A byte of a tag's name in lower case; 0 for those that end it.
static TAG_NAME: [u8; 256] = name_bytes(b" \n\t\x0c\r/>");

const fn name_bytes(ends: &[u8]) -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let lower = (byte as u8).to_ascii_lowercase();
        // NUL is part of a name (it becomes U+FFFD); any non-zero stand-in keeps such a name out of the tables.
        table[byte] = if lower == 0 { 0xff } else { lower };
        let mut index = 0;
        while index < ends.len() {
            if ends[index] as usize == byte {
                table[byte] = 0;
            }
            index += 1;
        }
        byte += 1;
    }
    table
}
