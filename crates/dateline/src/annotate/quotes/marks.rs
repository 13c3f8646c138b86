//! A paragraph in, the stretches between its quote marks out: paired by style, nested ones left inside.
//!
//! One pass. Marks that look the same on both sides (`"`, `''`, `'`) open before a word and close behind one; an apostrophe opens nothing where the text quotes with double marks.

use crate::text::Span;

/// A stretch between quote marks that lies in no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// With its marks.
    pub(super) outer: Span,
    /// Without them.
    pub(super) inner: Span,
    /// Whether its closing mark is there.
    pub(super) closed: bool,
}

/// What a mark is, by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `"`
    Straight,
    /// `''`
    Doubled,
    /// ` `` `
    Backticks,
    /// `“`
    Curly66,
    /// `”`
    Curly99,
    /// `„`
    Low,
    /// `«`
    GuillemetLeft,
    /// `»`
    GuillemetRight,
    /// `「` or `『`
    CornerLeft,
    /// `」` or `』`
    CornerRight,
    /// `‘`
    Single6,
    /// `’` or `'`
    Single9,
}

/// Whether single marks quote: decided for a whole text, by what else it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Double marks quote; single ones are apostrophes or lie within.
    Double,
    /// Only single marks are there.
    Single,
}

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    end: usize,
    shape: Shape,
    opens: bool,
    closes: bool,
}

impl Style {
    /// The style of a text.
    pub(super) fn of(text: &str) -> Self {
        let double = Marks { text, at: 0 }.any(|mark| !matches!(mark.shape, Shape::Single6 | Shape::Single9));
        if double { Self::Double } else { Self::Single }
    }
}

/// The regions of a paragraph, in order; spans are of the text that holds it.
pub(super) fn regions(text: &str, paragraph: Span, style: Style, found: &mut Vec<Region>) {
    let Some(words) = text.get(paragraph.range()) else { return };
    let base = paragraph.start;
    let span = |from: usize, to: usize| Span::new(base + from as u32, base + to as u32);
    let mut open: Option<(Mark, u32, Option<Mark>)> = None;
    for mark in (Marks { text: words, at: 0 }) {
        let single = matches!(mark.shape, Shape::Single6 | Shape::Single9);
        match &mut open {
            None if mark.opens && (!single || style == Style::Single) => open = Some((mark, 0, None)),
            None => {}
            Some((first, depth, last)) => {
                if closes(first.shape, mark) {
                    *last = Some(mark);
                    if *depth == 0 || mark.shape == first.shape {
                        found.push(Region { outer: span(first.at, mark.end), inner: span(first.end, mark.at), closed: true });
                        open = None;
                    } else {
                        *depth -= 1;
                    }
                } else if mark.opens && nests(first.shape, mark.shape) {
                    *depth += 1;
                }
            }
        }
    }
    let Some((first, _, last)) = open else { return };
    if let Some(last) = last {
        found.push(Region { outer: span(first.at, last.end), inner: span(first.end, last.at), closed: true });
    } else if !matches!(first.shape, Shape::Single6 | Shape::Single9) {
        found.push(Region { outer: span(first.at, words.len()), inner: span(first.end, words.len()), closed: false });
    }
}

/// Whether a mark of the second shape opens a quote within one that the first opened: one that the same mark closes.
fn nests(first: Shape, mark: Shape) -> bool {
    mark == first && !matches!(mark, Shape::Straight | Shape::Doubled | Shape::Single9)
        || first == Shape::Straight && mark == Shape::Curly66
}

/// Whether a mark closes what one of this shape opened.
fn closes(open: Shape, mark: Mark) -> bool {
    let shapes: &[Shape] = match open {
        // typed by hand at one end and by a program at the other
        Shape::Straight => &[Shape::Straight, Shape::Curly99],
        Shape::Doubled => &[Shape::Doubled],
        Shape::Backticks => &[Shape::Doubled, Shape::Straight, Shape::Curly99],
        // some close with the mark that opens
        Shape::Curly66 if mark.shape == Shape::Curly66 => return mark.closes,
        Shape::Curly66 => &[Shape::Curly99, Shape::Straight],
        Shape::Curly99 => &[Shape::Curly99],
        Shape::Low => &[Shape::Curly66, Shape::Curly99, Shape::Straight],
        Shape::GuillemetLeft => &[Shape::GuillemetRight],
        Shape::GuillemetRight => &[Shape::GuillemetLeft],
        Shape::CornerLeft => &[Shape::CornerRight],
        Shape::Single6 | Shape::Single9 => &[Shape::Single9],
        Shape::CornerRight => &[],
    };
    shapes.contains(&mark.shape) && mark.closes
}

/// The bytes that may begin a mark.
const MAY_MARK: [bool; 256] = {
    let mut may_mark = [false; 256];
    let bytes = [b'"', b'\'', b'`', 0xc2, 0xe2, 0xe3];
    let mut at = 0;
    while at < bytes.len() {
        may_mark[bytes[at] as usize] = true;
        at += 1;
    }
    may_mark
};

/// The marks of a stretch of text, in order.
struct Marks<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Marks<'_> {
    type Item = Mark;

    fn next(&mut self) -> Option<Mark> {
        let bytes = self.text.as_bytes();
        while let Some(next) = bytes.get(self.at..).and_then(|rest| rest.iter().position(|byte| MAY_MARK[usize::from(*byte)])) {
            let at = self.at + next;
            self.at = at;
            let byte = bytes[at];
            let shape = match byte {
                b'"' => Some((Shape::Straight, 1)),
                b'\'' if bytes.get(at + 1) == Some(&b'\'') => Some((Shape::Doubled, 2)),
                b'\'' => Some((Shape::Single9, 1)),
                b'`' if bytes.get(at + 1) == Some(&b'`') => Some((Shape::Backticks, 2)),
                b'`' => Some((Shape::Single6, 1)),
                0xc2 | 0xe2 | 0xe3 => wide(&bytes[at..]),
                _ => None,
            };
            let Some((shape, length)) = shape else {
                self.at += 1;
                continue;
            };
            self.at += length;
            if let Some(mark) = self.mark(at, self.at, shape) {
                return Some(mark);
            }
        }
        None
    }
}

/// The marks beyond ASCII, with their lengths.
fn wide(bytes: &[u8]) -> Option<(Shape, usize)> {
    Some(match bytes {
        [0xc2, 0xab, ..] => (Shape::GuillemetLeft, 2),
        [0xc2, 0xbb, ..] => (Shape::GuillemetRight, 2),
        [0xe2, 0x80, 0x98 | 0x9b, ..] => (Shape::Single6, 3),
        [0xe2, 0x80, 0x99, 0xe2, 0x80, 0x99, ..] => (Shape::Doubled, 6),
        [0xe2, 0x80, 0x99, ..] => (Shape::Single9, 3),
        [0xe2, 0x80, 0x9c | 0x9f, ..] => (Shape::Curly66, 3),
        [0xe2, 0x80, 0x9d, ..] => (Shape::Curly99, 3),
        [0xe2, 0x80, 0x9e, ..] => (Shape::Low, 3),
        [0xe3, 0x80, 0x8c | 0x8e, ..] => (Shape::CornerLeft, 3),
        [0xe3, 0x80, 0x8d | 0x8f, ..] => (Shape::CornerRight, 3),
        _ => return None,
    })
}

impl Marks<'_> {
    /// The mark with its sides; nothing where it is an apostrophe within a word, or a measure (5' 11").
    fn mark(&self, at: usize, end: usize, shape: Shape) -> Option<Mark> {
        let before = self.text.get(..at).and_then(|before| before.chars().next_back());
        let after = self.text.get(end..).and_then(|after| after.chars().next());
        let free = |c: Option<char>| {
            c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '\u{2014}' | '\u{2013}' | '-' | '\u{2026}' | '/'))
        };
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        let (opens, closes) = match shape {
            Shape::Curly66 => (true, !free(before) && !word(after)),
            Shape::Low | Shape::GuillemetLeft | Shape::GuillemetRight | Shape::CornerLeft | Shape::CornerRight | Shape::Backticks => {
                (shape != Shape::CornerRight, true)
            }
            Shape::Curly99 => (before.is_none() || free(before) && word(after), true),
            Shape::Straight | Shape::Doubled => {
                let opens = after.is_some_and(|c| !c.is_whitespace())
                    && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | '='));
                (
                    opens,
                    !(free(before) && !matches!(before, Some('-' | '\u{2014}' | '\u{2026}')) && after.is_some_and(|c| !c.is_whitespace())),
                )
            }
            Shape::Single6 => ((free(before) || is_mark(before)) && after.is_some_and(|c| !c.is_whitespace()), false),
            Shape::Single9 => {
                if word(before) && word(after) {
                    return None;
                }
                let elided = self.text.get(end..).is_some_and(is_elision);
                let opens = self.text[at..end].len() == 1 && (free(before) || is_mark(before)) && word(after) && !elided;
                (opens, !free(before) && !word(after) && !is_possessive(self.text, at, end))
            }
        };
        (opens || closes).then_some(Mark { at, end, shape, opens, closes })
    }
}

fn is_mark(c: Option<char>) -> bool {
    matches!(c, Some('"' | '\u{201c}' | '\u{201d}' | '\u{2018}'))
}

/// "'em", "'90s" and the like.
fn is_elision(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_digit())
        || ["em", "n", "til", "tis", "twas", "cause", "bout", "round"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// The apostrophe of "the students' books": behind an "s", before a word in lower case.
fn is_possessive(text: &str, at: usize, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    text.get(..at).is_some_and(|before| before.ends_with('s'))
        && after.strip_prefix(' ').is_some_and(|after| after.starts_with(char::is_lowercase))
}
