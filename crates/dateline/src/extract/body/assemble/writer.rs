//! The canonical text as it grows: white space folded, every stretch of it with its source.

use dateline_html::{Piece, SourceRange};

use crate::{
    model::{Mark, MarkKind, Run, SourceMap},
    text::{Span, plain_run},
};

/// White space that has been read and is written only if words follow it in the same unit.
#[derive(Clone, Copy)]
enum Gap {
    None,
    Space(SourceRange),
    Line(SourceRange),
}

/// A mark that has been opened and not yet closed.
struct OpenMark {
    kind: MarkKind,
    href: Option<String>,
    /// Where its words begin; `None` until one is written.
    start: Option<u32>,
}

/// Writes units of text (a paragraph, an item, a cell) one behind the other.
pub(super) struct Writer {
    text: String,
    /// From the text to the tree's source.
    map: SourceMap,
    /// What stands between the last unit and the next.
    separator: &'static str,
    unit_start: Option<u32>,
    gap: Gap,
    open: Vec<OpenMark>,
    marks: Vec<Mark>,
    /// Whether white space is kept as it is.
    preformatted: bool,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self {
            text: String::new(),
            map: SourceMap::default(),
            separator: "",
            unit_start: None,
            gap: Gap::None,
            open: Vec::new(),
            marks: Vec::new(),
            preformatted: false,
        }
    }

    /// How long the text is so far.
    pub(super) fn len(&self) -> u32 {
        self.text.len() as u32
    }

    /// Whether words of the current unit have been written.
    pub(super) fn in_unit(&self) -> bool {
        self.unit_start.is_some()
    }

    /// Says what stands before the next unit, unless it is the first of the text.
    pub(super) fn separate_by(&mut self, separator: &'static str) {
        self.separator = separator;
    }

    /// Whether white space is kept from here on.
    pub(super) fn set_preformatted(&mut self, preformatted: bool) {
        self.preformatted = preformatted;
    }

    /// Writes one piece of a text node.
    pub(super) fn piece(&mut self, piece: &Piece<'_>) {
        let source: SourceRange = piece.source.clone().into();
        if self.preformatted {
            self.preformatted_piece(piece);
            return;
        }
        if !piece.verbatim {
            if piece.text.is_empty() {
                return;
            }
            if piece.text.chars().all(char::is_whitespace) {
                self.space(source);
            } else if !piece.text.chars().all(is_invisible) {
                self.word(piece.text, source, false);
            }
            return;
        }
        let at = |from: usize, to: usize| SourceRange { start: source.start + from as u32, end: source.start + to as u32 };
        let mut start = 0;
        while start < piece.text.len() {
            let end = stretch_end(piece.text, start);
            if end > start {
                self.word(piece.text.get(start..end).unwrap_or_default(), at(start, end), true);
            }
            let rest = piece.text.get(end..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start().len();
            if blank > 0 {
                self.space(at(end, end + blank));
            }
            // or else a character that shows nothing
            start = end + if blank > 0 { blank } else { rest.chars().next().map_or(1, char::len_utf8) };
        }
    }

    /// White space is kept, but for the blank lines before the unit's first words.
    fn preformatted_piece(&mut self, piece: &Piece<'_>) {
        let mut text = piece.text;
        if self.unit_start.is_none() {
            let Some(first) = text.find(|c: char| !c.is_whitespace()) else { return };
            let indent = text.get(..first).and_then(|blank| blank.rfind('\n')).map_or(0, |line| line + 1);
            text = text.get(indent..).unwrap_or_default();
        }
        let skipped = if piece.verbatim { (piece.text.len() - text.len()) as u32 } else { 0 };
        self.word(text, SourceRange { start: piece.source.start + skipped, end: piece.source.end }, piece.verbatim);
    }

    fn space(&mut self, source: SourceRange) {
        if self.unit_start.is_none() {
            return;
        }
        self.gap = match self.gap {
            Gap::None => Gap::Space(source),
            // white space on the other side of a tag is not another's neighbour: the source of one space holds no tag
            Gap::Space(before) if before.end == source.start => Gap::Space(SourceRange { end: source.end, ..before }),
            other => other,
        };
    }

    /// A line break within the unit.
    pub(super) fn line(&mut self, source: SourceRange) {
        if self.unit_start.is_none() {
            return;
        }
        if self.preformatted {
            self.word("\n", source, false);
        } else {
            self.gap = Gap::Line(source);
        }
    }

    fn word(&mut self, word: &str, source: SourceRange, verbatim: bool) {
        self.begin_unit();
        match std::mem::replace(&mut self.gap, Gap::None) {
            Gap::None => {}
            Gap::Space(gap) => self.write(" ", gap),
            Gap::Line(gap) => self.write("\n", gap),
        }
        let start = self.len();
        for mark in self.open.iter_mut().rev().take_while(|mark| mark.start.is_none()) {
            mark.start = Some(start);
        }
        debug_assert!(!verbatim || word.len() as u32 == source.end - source.start);
        self.write(word, source);
    }

    fn begin_unit(&mut self) {
        if self.unit_start.is_none() {
            if !self.text.is_empty() {
                self.text.push_str(self.separator);
            }
            self.unit_start = Some(self.len());
        }
    }

    fn write(&mut self, text: &str, source: SourceRange) {
        let text_start = self.len();
        self.text.push_str(text);
        self.map.push(Run {
            text_start,
            text_length: text.len() as u32,
            source_start: source.start,
            source_length: source.end - source.start,
        });
    }

    /// Opens a mark: it covers the words written until it is closed.
    pub(super) fn open_mark(&mut self, kind: MarkKind, href: Option<String>) {
        self.open.push(OpenMark { kind, href, start: None });
    }

    /// Closes the mark that was opened last.
    pub(super) fn close_mark(&mut self) {
        let Some(mark) = self.open.pop() else { return };
        self.keep_mark(mark.kind, mark.href, mark.start);
    }

    fn keep_mark(&mut self, kind: MarkKind, href: Option<String>, start: Option<u32>) {
        let Some(start) = start.filter(|start| *start < self.len()) else { return };
        let span = Span::new(start, self.len());
        self.marks.push(match href {
            Some(href) if kind == MarkKind::Link => Mark::link(span, href),
            _ => Mark::new(kind, span),
        });
    }

    /// Ends the unit: its span, or `None` where no words were written. Marks that are still open are cut here and go on in the next unit.
    pub(super) fn end_unit(&mut self) -> Option<Span> {
        self.gap = Gap::None;
        let start = self.unit_start.take()?;
        if self.preformatted {
            let words = self.text.trim_end().len();
            self.text.truncate(words);
            self.map.truncate(words as u32);
            // marks that were closed behind white space end with the words as well
            let end = self.len();
            self.marks.iter_mut().for_each(|mark| mark.span.end = mark.span.end.min(end));
            self.marks.retain(|mark| !mark.span.is_empty());
        }
        let open = std::mem::take(&mut self.open);
        for mark in &open {
            self.keep_mark(mark.kind.clone(), mark.href.clone(), mark.start);
        }
        self.open = open.into_iter().map(|mark| OpenMark { start: None, ..mark }).collect();
        Some(Span::new(start, self.len()))
    }

    /// The marks since this was last called, in the order of their beginnings, the longer first.
    pub(super) fn take_marks(&mut self) -> Vec<Mark> {
        let mut marks = std::mem::take(&mut self.marks);
        marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        marks
    }

    /// The text and the map from it to the tree's source.
    pub(super) fn finish(self) -> (String, SourceMap) {
        (self.text, self.map)
    }
}

/// The end of the words that begin at a place of a text and are written as they stand there: up to white space other than one blank between two letters, or to a character that is left out.
fn stretch_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let words = bytes.get(start..).filter(|words| words.first().is_some_and(u8::is_ascii_graphic));
    let mut at = start + words.map_or(0, plain_run);
    while let Some(&byte) = bytes.get(at) {
        let is_plain = PLAIN.get(usize::from(byte)).copied().unwrap_or_default();
        let is_single_blank = byte == b' ' && at > start && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic);
        if is_plain || is_single_blank {
            at += 1;
            continue;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if !c.is_whitespace() && !is_invisible(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
    bytes.len()
}

/// For each byte whether neither white space nor an invisible character begins with it.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        plain[byte] = !matches!(byte as u8, 0..=b' ' | 0xc2 | 0xe1..=0xe3 | 0xef);
        byte += 1;
    }
    plain
};

/// Characters that show nothing and would keep equal words from being equal: soft hyphen, zero-width space and its kin, byte order mark. The joiners of Persian and the
/// Indic scripts are no part of them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0')
}
