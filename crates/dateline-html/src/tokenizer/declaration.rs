//! What stands behind `<!`: comments, doctypes, CDATA sections.

use super::{Content, DoctypeToken, Output, Tokenizer, is_space};

impl<'s> Tokenizer<'s> {
    pub(super) fn declaration<O: Output<'s>>(&mut self, out: &mut O) -> Content {
        let start = self.pos;
        let rest = &self.src[start + 2..];
        if rest.starts_with(b"--") {
            return self.comment(start, out);
        }
        if rest.len() >= 7 && rest[..7].eq_ignore_ascii_case(b"doctype") {
            let doctype = self.doctype(start + 9);
            out.doctype(doctype, start, self.pos);
            return Content::Data;
        }
        if rest.starts_with(b"[CDATA[") && out.cdata_allowed() {
            self.pos = start + 9;
            self.cdata_section(out);
            return Content::Data;
        }
        self.bogus_comment(start, start + 2, out)
    }

    fn comment<O: Output<'s>>(&mut self, start: usize, out: &mut O) -> Content {
        let inner = start + 4;
        let rest = &self.src[inner..];
        let abrupt = if rest.starts_with(b">") {
            Some(1)
        } else if rest.starts_with(b"->") {
            Some(2)
        } else {
            None
        };
        if let Some(length) = abrupt {
            self.pos = inner + length;
            return out.comment(start, self.pos, inner..inner);
        }
        let (inner_end, end) = self.comment_end(inner);
        self.pos = end;
        out.comment(start, end, inner..inner_end)
    }

    /// Where a comment's text ends, and where to read on.
    fn comment_end(&self, inner: usize) -> (usize, usize) {
        let mut at = inner;
        while let Some(found) = self.comment_end.find(&self.src[at..]) {
            at += found;
            match self.byte(at + 2) {
                Some(b'>') => return (at, at + 3),
                Some(b'!') if self.byte(at + 3) == Some(b'>') => return (at, at + 4),
                Some(b'!') if at + 3 == self.src.len() => return (at, at + 3),
                None => return (at, at + 2),
                _ => at += 1,
            }
        }
        // The page ends within the comment; a dash that may have begun its end is no part of it.
        let end = self.src.len();
        (if self.src.len() > inner && self.src.ends_with(b"-") { end - 1 } else { end }, end)
    }

    /// A doctype from behind its keyword; stands behind its `>`.
    fn doctype(&mut self, at: usize) -> DoctypeToken {
        let end = memchr::memchr(b'>', &self.src[at..]).map(|found| at + found);
        // A `>` ends a doctype anywhere, even within its quotes.
        let inner = self.slice(at..end.unwrap_or(self.src.len()));
        self.pos = end.map_or(self.src.len(), |end| end + 1);
        read_doctype(inner, end.is_none())
    }
}

/// The parts of a doctype between its keyword and its `>`.
fn read_doctype(inner: &str, unterminated: bool) -> DoctypeToken {
    let mut doctype = DoctypeToken { force_quirks: unterminated, ..DoctypeToken::default() };
    let rest = skip_space(inner);
    if rest.is_empty() {
        doctype.force_quirks = true;
        return doctype;
    }
    let name_end = rest.bytes().position(is_space).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(name_end);
    doctype.name = Some(name.to_ascii_lowercase().replace('\0', "\u{fffd}"));
    let rest = skip_space(rest);
    if rest.is_empty() {
        return doctype;
    }
    let keyword = rest.as_bytes().get(..6).unwrap_or(&[]);
    if keyword.eq_ignore_ascii_case(b"public") {
        let (public, rest) = identifier(skip_space(&rest[6..]), &mut doctype.force_quirks);
        doctype.public_id = public;
        let Some(rest) = rest else { return doctype };
        let rest = skip_space(rest);
        if !rest.is_empty() {
            system_identifier(rest, &mut doctype);
        }
    } else if keyword.eq_ignore_ascii_case(b"system") {
        system_identifier(skip_space(&rest[6..]), &mut doctype);
    } else {
        doctype.force_quirks = true;
    }
    doctype
}

/// The system identifier; noise behind it is passed over, and with it the end of the page.
fn system_identifier(text: &str, doctype: &mut DoctypeToken) {
    let (system, rest) = identifier(text, &mut doctype.force_quirks);
    doctype.system_id = system;
    if rest.is_some_and(|rest| !skip_space(rest).is_empty()) {
        doctype.force_quirks = false;
    }
}

/// A quoted identifier and what follows its closing quote; no rest where the doctype is broken off.
fn identifier<'s>(text: &'s str, force_quirks: &mut bool) -> (Option<String>, Option<&'s str>) {
    let Some(quote @ (b'"' | b'\'')) = text.bytes().next() else {
        *force_quirks = true;
        return (None, None);
    };
    let text = &text[1..];
    match memchr::memchr(quote, text.as_bytes()) {
        Some(end) => (Some(normal(&text[..end])), Some(&text[end + 1..])),
        None => {
            *force_quirks = true;
            (Some(normal(text)), None)
        }
    }
}

fn skip_space(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii() && is_space(c as u8))
}

/// Line ends and NULs as the tokenizer sees them.
pub(crate) fn normal(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
}
