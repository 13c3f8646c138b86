//! Elements whose text is not markup: where each ends.

use super::{Content, Output, Tokenizer, is_space};

impl<'s> Tokenizer<'s> {
    /// Reads the text of an element of such a kind; stands at its end tag, if it has one. `name` as in the start tag.
    pub(super) fn content<O: Output<'s>>(&mut self, content: Content, name: &[u8], out: &mut O) {
        let start = self.pos;
        let end = match content {
            Content::Data | Content::Stop => return,
            Content::Plaintext => self.src.len(),
            Content::Rcdata | Content::Rawtext => self.raw_end(start, name),
            Content::Script => self.script_end(start, name),
        };
        self.raw_run(start, end, content == Content::Rcdata, out);
        self.pos = end;
    }

    /// The next end tag of this name from `at` on.
    fn raw_end(&self, mut at: usize, name: &[u8]) -> usize {
        while let Some(found) = self.src.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
            at += found;
            if self.byte(at + 1) == Some(b'/') && self.names(at + 2, name) {
                return at;
            }
            at += 1;
        }
        self.src.len()
    }

    /// Does this name, in any case, stand at `at`, and end there?
    #[inline]
    fn names(&self, at: usize, name: &[u8]) -> bool {
        let Some(rest) = self.src.get(at..) else {
            return false;
        };
        rest.len() > name.len()
            && rest[..name.len()].eq_ignore_ascii_case(name)
            && (is_space(rest[name.len()]) || matches!(rest[name.len()], b'/' | b'>'))
    }

    /// The end tag of a script: not one within `<!-- … <script> … </script> … -->`.
    fn script_end(&self, start: usize, name: &[u8]) -> usize {
        let mut at = start;
        while let Some(found) = self.src.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
            at += found;
            match self.byte(at + 1) {
                Some(b'/') if self.names(at + 2, name) => return at,
                // The dashes of `<!--` may already be those of `-->`.
                Some(b'!') if self.src[at..].starts_with(b"<!--") => match self.escaped_script(at + 2, name) {
                    Escaped::Left(next) => at = next,
                    Escaped::End(end) => return end,
                },
                _ => at += 1,
            }
        }
        self.src.len()
    }

    /// Script text behind `<!`, from its dashes on.
    fn escaped_script(&self, mut at: usize, name: &[u8]) -> Escaped {
        let mut double = false;
        while let Some(found) = self.src.get(at..).and_then(|rest| memchr::memchr2(b'<', b'-', rest)) {
            at += found;
            if self.src[at] == b'-' {
                if self.src[at..].starts_with(b"-->") {
                    return Escaped::Left(at + 3);
                }
            } else if double {
                double = !(self.byte(at + 1) == Some(b'/') && self.names(at + 2, b"script"));
            } else if self.byte(at + 1) == Some(b'/') {
                if self.names(at + 2, name) {
                    return Escaped::End(at);
                }
            } else {
                double = self.names(at + 1, b"script");
            }
            at += 1;
        }
        Escaped::End(self.src.len())
    }
}

enum Escaped {
    /// `-->` ended the escape; read on here.
    Left(usize),
    /// The script ends here.
    End(usize),
}
