//! Segments: runs of inline content between block boundaries, which is what a person sees as paragraphs, headings, cells, lines of a menu.

use dateline_html::{NodeId, Piece, Tag, Tree};

use super::Display;

/// One run of inline content and what can be counted in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segment {
    /// Position in the document's order of its first node.
    pub start: u32,
    /// Position behind its last node.
    pub end: u32,
    /// Position of the block element that it stands in.
    pub block: u32,
    /// How much there is to read: a character of an alphabet counts one, one of Chinese, Japanese or Korean three (as much as a word of them says), white space nothing.
    pub weight: u32,
    /// The part of the weight that is inside links.
    pub link_weight: u32,
    /// Runs of characters without white space.
    pub words: u32,
    /// Links that begin in it.
    pub links: u16,
    /// Commas and their kin of other scripts.
    pub commas: u16,
    /// Full stops, question and exclamation marks that end something: followed by white space, a quote mark or the end.
    pub stops: u16,
    /// Digits.
    pub digits: u16,
    /// Capital letters of ASCII.
    pub capitals: u16,
    /// Whether a copyright sign stands in it.
    pub copyright: bool,
    /// Its first three bytes that are not white space (fewer where a piece of text ends before), the first in the highest place.
    pub head: u32,
    /// Its last four bytes that are not white space, the last in the lowest place.
    pub tail: u32,
}

impl Segment {
    /// The share of its weight that is inside links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        if self.weight == 0 { 0.0 } else { self.link_weight as f32 / self.weight as f32 }
    }
}

/// Cuts a document into segments; `order` is its nodes in document order, `ends` for each position the one behind its last descendant and `elements` the tag of what is an element.
pub(super) fn segments(
    tree: &Tree<'_>,
    order: &[NodeId],
    ends: &[u32],
    elements: &[Option<Tag>],
    display: impl Fn(NodeId, Tag) -> Display,
) -> Vec<Segment> {
    let mut cutter =
        Cutter { segments: Vec::with_capacity(order.len() / 8), open: Vec::with_capacity(64), current: None, links: 0, breaks: 0 };
    let mut position = 0;
    while let (Some(&node), Some(&end), Some(&tag)) = (order.get(position), ends.get(position), elements.get(position)) {
        let at = position as u32;
        cutter.leave(at);
        position += 1;
        match tag.map(|tag| (tag, display(node, tag))) {
            // most text nodes are the blanks between two tags
            None if tree.is_blank(node) => {}
            None => cutter.text(tree.pieces(node), at),
            Some((_, Display::Never)) => position = end as usize,
            Some((_, Display::Break)) => cutter.line_break(),
            Some((tag, display)) => cutter.enter(tag, display, at, end),
        }
    }
    cutter.cut();
    cutter.segments
}

/// An element that has been entered and not yet left.
struct Open {
    end: u32,
    position: u32,
    is_block: bool,
    is_link: bool,
}

struct Cutter {
    segments: Vec<Segment>,
    open: Vec<Open>,
    current: Option<Segment>,
    links: u32,
    breaks: u32,
}

impl Cutter {
    fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks == 2 {
            self.cut();
        }
    }

    fn enter(&mut self, tag: Tag, display: Display, position: u32, end: u32) {
        let is_block = display == Display::Block;
        let is_link = tag == Tag::A;
        if is_block {
            self.cut();
        }
        if is_link {
            self.links += 1;
            if let Some(current) = &mut self.current {
                current.links = current.links.saturating_add(1);
            }
        }
        if is_block || is_link {
            self.open.push(Open { end, position, is_block, is_link });
        }
    }

    /// Leaves the elements that end at or before a position.
    #[inline]
    fn leave(&mut self, position: u32) {
        while self.open.last().is_some_and(|open| open.end <= position) {
            let Some(open) = self.open.pop() else { return };
            if open.is_link {
                self.links -= 1;
            }
            if open.is_block {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        self.breaks = 0;
        self.segments.extend(self.current.take());
    }

    /// Takes what a text node says; nothing else has pieces.
    #[inline]
    fn text<'p>(&mut self, pieces: impl Iterator<Item = Piece<'p>>, position: u32) {
        for piece in pieces {
            if let Some(first) = first_ink(piece.text.as_bytes()) {
                self.ink(piece.text.as_bytes(), first, position);
            }
        }
    }

    /// Takes text, from its first byte that is not white space on.
    fn ink(&mut self, bytes: &[u8], first: usize, position: u32) {
        let in_link = self.links > 0;
        let open = &self.open;
        let current = self.current.get_or_insert_with(|| {
            let block = open.iter().rev().find(|open| open.is_block).map_or(0, |open| open.position);
            Segment { start: position, block, links: u16::from(in_link), ..Segment::default() }
        });
        let before = current.weight;
        count(bytes, first, current);
        if in_link {
            current.link_weight += current.weight - before;
        }
        current.end = position + 1;
        self.breaks = 0;
    }
}

/// What is added up for a byte, four numbers in one: weight, digits, capitals, commas from the lowest place up, sixteen bits each. The two highest bits say whether the byte is no white space
/// and whether a look at its neighbours is due.
const CLASSES: [u64; 256] = classes();

const DIGIT: u64 = 1 << 16;
const CAPITAL: u64 = 1 << 32;
const COMMA: u64 = 1 << 48;
const LOOK: u64 = 1 << 62;
const INK: u64 = 1 << 63;

/// So many bytes are added up at a time that no number runs over into the next: three times as many are less than sixteen bits, and commas have fourteen.
const STRETCH: usize = 1 << 13;

const fn classes() -> [u64; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => 0,
            b',' => INK | COMMA | 1,
            b'.' | b'!' | b'?' => INK | LOOK | 1,
            b'0'..=b'9' => INK | DIGIT | 1,
            b'A'..=b'Z' => INK | CAPITAL | 1,
            // continuation bytes belong to a character that was counted
            0x80..=0xbf => INK,
            0xe3 => INK | LOOK | 3,
            0xe4..=0xed => INK | 3,
            0xc2 | 0xd8 | 0xdb | 0xe0 | 0xef => INK | LOOK | 1,
            _ => INK | 1,
        };
        byte += 1;
    }
    classes
}

const fn class(byte: u8) -> u64 {
    CLASSES[byte as usize]
}

fn is_ink(byte: &u8) -> bool {
    class(*byte) & INK != 0
}

/// Whether eight bytes are all white space, without a branch.
fn are_blank(eight: &[u8; 8]) -> bool {
    eight.iter().fold(true, |blank, byte| blank & (*byte == b' ' || byte.wrapping_sub(b'\t') < 5))
}

/// Where the first byte stands that is not white space. Most text nodes are a line break and some spaces.
#[inline(never)]
fn first_ink(bytes: &[u8]) -> Option<usize> {
    let (eights, rest) = bytes.as_chunks::<8>();
    let blank = eights.iter().take_while(|eight| are_blank(eight)).count() * 8;
    if bytes.len() == blank + rest.len() && bytes.last_chunk().is_some_and(are_blank) {
        return None;
    }
    bytes.get(blank..)?.iter().position(is_ink).map(|ink| blank + ink)
}

/// Counts the characters of UTF-8 text by their first bytes, from a first one on that is not white space.
#[inline(never)]
fn count(bytes: &[u8], first: usize, segment: &mut Segment) {
    let bytes = bytes.get(first..).unwrap_or_default();
    if segment.weight == 0 {
        segment.head = bytes.iter().take(3).fold(0, |head, &byte| head << 8 | u32::from(byte));
    }
    let inked = bytes.get(..bytes.iter().rposition(is_ink).map_or(0, |last| last + 1)).unwrap_or_default();
    segment.tail = match inked.last_chunk::<4>() {
        Some(last) if last.iter().all(is_ink) => u32::from_be_bytes(*last),
        _ => {
            let mut last = [0; 4];
            let ink = last.iter_mut().zip(inked.iter().rev().filter(|byte| is_ink(byte))).map(|(place, byte)| *place = *byte).count();
            last.iter().take(ink).rev().fold(segment.tail, |tail, byte| tail << 8 | u32::from(*byte))
        }
    };
    let mut counts = Counts::default();
    let mut at = 0;
    for stretch in inked.chunks(STRETCH) {
        let (eights, rest) = stretch.as_chunks::<8>();
        for eight in eights {
            if counts.add(eight) & LOOK != 0 {
                (at..at + 8).for_each(|at| look(bytes, at, segment));
            }
            at += 8;
        }
        if counts.add(rest) & LOOK != 0 {
            (at..at + rest.len()).for_each(|at| look(bytes, at, segment));
        }
        at += rest.len();
        let sum = std::mem::take(&mut counts.sum);
        let number = |bits: u32| (sum >> bits) as u16;
        segment.weight += u32::from(number(0));
        segment.digits = segment.digits.saturating_add(number(16));
        segment.capitals = segment.capitals.saturating_add(number(32));
        // the two bits above are those of INK and LOOK, added up as well
        segment.commas = segment.commas.saturating_add(number(48) & 0x3fff);
    }
    // the last word's end is none of the edges
    segment.words += (counts.edges as u32).div_ceil(2);
}

/// What is added up of bytes.
#[derive(Default)]
struct Counts {
    /// The classes of all.
    sum: u64,
    /// How often white space and what is none meet.
    edges: u64,
    /// The class of the last byte.
    last: u64,
}

impl Counts {
    /// Adds some bytes; gives all the bits of their classes.
    #[inline]
    fn add(&mut self, bytes: &[u8]) -> u64 {
        let mut all = 0;
        for byte in bytes {
            let class = class(*byte);
            self.sum = self.sum.wrapping_add(class);
            self.edges += (class ^ self.last) >> 63;
            self.last = class;
            all |= class;
        }
        all
    }
}

/// Marks that are told from others by what follows.
fn look(bytes: &[u8], at: usize, segment: &mut Segment) {
    let next = |count: usize| bytes.get(at..at + count);
    match bytes.get(at).filter(|byte| class(**byte) & LOOK != 0) {
        Some(b'.' | b'!' | b'?') => {
            let ends = bytes.get(at + 1).is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'"' | b'\'' | b')' | 0xe2 | 0xc2));
            segment.stops = segment.stops.saturating_add(u16::from(ends));
        }
        Some(0xe3 | 0xef) => wide_mark(bytes, at, segment),
        // the danda and double danda of the Indic scripts: U+0964, U+0965
        Some(0xe0) => {
            segment.stops = segment.stops.saturating_add(u16::from(matches!(next(3), Some([_, 0xa5, 0xa4 | 0xa5]))));
        }
        Some(0xc2) => segment.copyright |= matches!(next(2), Some([_, 0xa9])),
        None => {}
        // the Arabic comma, semicolon and question mark (U+060C, U+061B, U+061F), and the full stop of Urdu (U+06D4)
        _ => match next(2) {
            Some([0xd8, 0x8c | 0x9b]) => segment.commas = segment.commas.saturating_add(1),
            Some([0xd8, 0x9f] | [0xdb, 0x94]) => segment.stops = segment.stops.saturating_add(1),
            _ => {}
        },
    }
}

/// The ideographic and full-width marks: U+3001, U+3002, U+FF0C, U+FF01, U+FF1F.
fn wide_mark(bytes: &[u8], at: usize, segment: &mut Segment) {
    match bytes.get(at..at + 3) {
        Some([0xe3, 0x80, 0x81] | [0xef, 0xbc, 0x8c]) => segment.commas = segment.commas.saturating_add(1),
        Some([0xe3, 0x80, 0x82] | [0xef, 0xbc, 0x81] | [0xef, 0xbc, 0x9f]) => segment.stops = segment.stops.saturating_add(1),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_other_scripts_are_counted() {
        let stops_and_commas = |text: &str| {
            let mut segment = Segment::default();
            count(text.as_bytes(), 0, &mut segment);
            (segment.stops, segment.commas)
        };
        assert_eq!(stops_and_commas("It rained, then snowed. \u{201c}Why?\u{201d} 3.5"), (2, 1));
        assert_eq!(stops_and_commas("किराया बीस रुपये रखा गया है।"), (1, 0));
        assert_eq!(stops_and_commas("نعم، هل يلتزم الأطفال؟"), (1, 1));
        assert_eq!(stops_and_commas("開いた、閉じた。"), (1, 1));
    }
}
