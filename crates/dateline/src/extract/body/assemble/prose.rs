//! Preformatted text that is no code: an article as a wire sent it, or as somebody pasted it, set in `<pre>`.

use dateline_html::Piece;

use crate::document::{Document, NodeId, NodeKind, Tag};

/// How paragraphs are told apart in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Prose {
    /// By their first line being further in than the others; a blank line always ends one.
    by_indent: bool,
    /// Line ends since the last word.
    lines: u32,
    /// White space since the last line end.
    indent: u32,
}

/// Columns from which on a line is further in.
const INDENT: u32 = 2;

impl Prose {
    /// How the words of a `<pre>` are set, if they are sentences; `None` where they are code, a drawing or a table.
    pub(super) fn of(document: &Document<'_>, node: NodeId) -> Option<Self> {
        const WORDS_A_LINE: usize = 5;
        let tree = document.tree();
        let mut text = String::new();
        for position in document.subtree(node) {
            let inner = document.at(position);
            match tree.kind(inner) {
                NodeKind::Element if matches!(tree.tag(inner), Tag::Code | Tag::Kbd | Tag::Samp) => return None,
                NodeKind::Text => tree.pieces(inner).for_each(|piece| text.push_str(piece.text)),
                _ => {}
            }
        }
        let lines = || text.lines().filter(|line| !line.trim().is_empty());
        let count = lines().count();
        let words = text.split_whitespace().count();
        let sentences = text.split_whitespace().filter(|word| word.ends_with(['.', '?', '!', '"', '\u{201d}'])).count();
        let symbols = text.bytes().filter(|byte| b"{}[]=;<>|\\_#$@~^+*".contains(byte)).count();
        let is_prose = count > 2 && words >= count * WORDS_A_LINE && sentences > 1 && symbols * 100 < text.len();
        let indented = lines().filter(|line| line.starts_with([' ', '\t'])).count();
        is_prose.then_some(Self { by_indent: indented * 2 < count, lines: 0, indent: 0 })
    }

    /// Hands on one piece of it, cut where a paragraph ends: there the sink is given `None`.
    pub(super) fn piece(&mut self, piece: &Piece<'_>, mut sink: impl FnMut(Option<&Piece<'_>>)) {
        if !piece.verbatim {
            if self.read(piece.text) {
                sink(None);
            }
            sink(Some(piece));
            return;
        }
        let mut from = 0;
        for (index, c) in piece.text.char_indices() {
            if self.read(c.encode_utf8(&mut [0; 4])) {
                sink(cut(piece, from, index).as_ref());
                sink(None);
                from = index;
            }
        }
        sink(cut(piece, from, piece.text.len()).as_ref());
    }

    /// Takes note of what comes next; whether a paragraph ends before it.
    fn read(&mut self, text: &str) -> bool {
        let mut ends = false;
        for c in text.chars() {
            match c {
                '\n' => (self.lines, self.indent) = (self.lines + 1, 0),
                ' ' => self.indent += 1,
                '\t' => self.indent += INDENT,
                _ => {
                    ends |= self.lines > 1 || (self.lines == 1 && self.by_indent && self.indent >= INDENT);
                    (self.lines, self.indent) = (0, 0);
                }
            }
        }
        ends
    }
}

fn cut<'t>(piece: &Piece<'t>, from: usize, to: usize) -> Option<Piece<'t>> {
    let text = piece.text.get(from..to).filter(|text| !text.is_empty())?;
    let start = piece.source.start + from as u32;
    Some(Piece { text, source: start..start + text.len() as u32, verbatim: true })
}
