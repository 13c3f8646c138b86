//! Segments: runs of inline content between block boundaries, which is what a person sees as paragraphs, headings, cells, lines of a menu.

use dateline_html::{NodeId, NodeKind, Tag, Tree};

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

/// Cuts a document into segments; `order` is its nodes in document order and `ends` for each position the one behind its last descendant.
pub(super) fn segments(tree: &Tree<'_>, order: &[NodeId], ends: &[u32], display: impl Fn(NodeId, Tag) -> Display) -> Vec<Segment> {
    let mut cutter = Cutter {
        tree,
        display,
        segments: Vec::with_capacity(order.len() / 8),
        open: Vec::with_capacity(64),
        current: None,
        links: 0,
        breaks: 0,
    };
    let mut position = 0;
    while let (Some(&node), Some(&end)) = (order.get(position), ends.get(position)) {
        position = cutter.step(node, position as u32, end) as usize;
    }
    cutter.finish()
}

/// An element that has been entered and not yet left.
struct Open {
    end: u32,
    position: u32,
    is_block: bool,
    is_link: bool,
}

struct Cutter<'t, 'i, F> {
    tree: &'t Tree<'i>,
    display: F,
    segments: Vec<Segment>,
    open: Vec<Open>,
    current: Option<Segment>,
    links: u32,
    breaks: u32,
}

impl<F: Fn(NodeId, Tag) -> Display> Cutter<'_, '_, F> {
    /// Takes one node and says which position comes next.
    fn step(&mut self, node: NodeId, position: u32, end: u32) -> u32 {
        self.leave(position);
        match self.tree.kind(node) {
            NodeKind::Text => self.text(node, position),
            NodeKind::Element => {
                let tag = self.tree.tag(node);
                match (self.display)(node, tag) {
                    Display::Never => return end,
                    Display::Break => {
                        self.breaks += 1;
                        if self.breaks == 2 {
                            self.cut();
                        }
                    }
                    display => self.enter(tag, display, position, end),
                }
            }
            _ => {}
        }
        position + 1
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

    fn text(&mut self, node: NodeId, position: u32) {
        // most text nodes are the blanks between two tags
        if self.tree.pieces(node).all(|piece| piece.text.bytes().all(|byte| class(byte) & INK == 0)) {
            return;
        }
        let block = self.open.iter().rev().find(|open| open.is_block).map_or(0, |open| open.position);
        let in_link = self.links > 0;
        let mut counted = self.current.unwrap_or(Segment { start: position, block, links: u16::from(in_link), ..Segment::default() });
        let before = counted.weight;
        for piece in self.tree.pieces(node) {
            count(piece.text.as_bytes(), &mut counted);
        }
        if counted.weight == before {
            return;
        }
        if in_link {
            counted.link_weight += counted.weight - before;
        }
        counted.end = position + 1;
        self.breaks = 0;
        self.current = Some(counted);
    }

    fn finish(mut self) -> Vec<Segment> {
        self.cut();
        self.segments
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
            0xe0 | 0xd8 | 0xdb | 0xef => INK | LOOK | 1,
            _ => INK | 1,
        };
        byte += 1;
    }
    classes
}

const fn class(byte: u8) -> u64 {
    CLASSES[byte as usize]
}

/// Counts the characters of UTF-8 text by their first bytes.
fn count(bytes: &[u8], segment: &mut Segment) {
    let is_ink = |byte: &u8| class(*byte) & INK != 0;
    let Some(first) = bytes.iter().position(is_ink) else { return };
    if segment.weight == 0 {
        segment.head = bytes.iter().skip(first).take(3).fold(0, |head, &byte| head << 8 | u32::from(byte));
    }
    let mut last = [0; 4];
    let ink = last.iter_mut().zip(bytes.iter().rev().filter(|byte| is_ink(byte))).map(|(place, byte)| *place = *byte).count();
    segment.tail = last.iter().take(ink).rev().fold(segment.tail, |tail, byte| tail << 8 | u32::from(*byte));
    let mut before = 0;
    let mut start = first;
    while let Some(stretch) = bytes.get(start..(start + STRETCH).min(bytes.len())).filter(|stretch| !stretch.is_empty()) {
        let (mut sum, mut words) = (0_u64, 0);
        for (at, &byte) in stretch.iter().enumerate() {
            let class = class(byte);
            words += (class & !before) >> 63;
            before = class;
            sum += class & !(INK | LOOK);
            if class & LOOK != 0 {
                look(bytes, start + at, segment);
            }
        }
        let number = |bits: u32| (sum >> bits) as u16;
        segment.weight += u32::from(number(0));
        segment.words += words as u32;
        segment.digits = segment.digits.saturating_add(number(16));
        segment.capitals = segment.capitals.saturating_add(number(32));
        segment.commas = segment.commas.saturating_add(number(48));
        start += STRETCH;
    }
}

/// Marks that are told from others by what follows.
fn look(bytes: &[u8], at: usize, segment: &mut Segment) {
    let next = |count: usize| bytes.get(at..at + count);
    match bytes.get(at) {
        Some(b'.' | b'!' | b'?') => {
            let ends = bytes.get(at + 1).is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'"' | b'\'' | b')' | 0xe2 | 0xc2));
            segment.stops = segment.stops.saturating_add(u16::from(ends));
        }
        Some(0xe3 | 0xef) => wide_mark(bytes, at, segment),
        // the danda and double danda of the Indic scripts: U+0964, U+0965
        Some(0xe0) => {
            segment.stops = segment.stops.saturating_add(u16::from(matches!(next(3), Some([_, 0xa5, 0xa4 | 0xa5]))));
        }
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
            count(text.as_bytes(), &mut segment);
            (segment.stops, segment.commas)
        };
        assert_eq!(stops_and_commas("It rained, then snowed. \u{201c}Why?\u{201d} 3.5"), (2, 1));
        assert_eq!(stops_and_commas("किराया बीस रुपये रखा गया है।"), (1, 0));
        assert_eq!(stops_and_commas("نعم، هل يلتزم الأطفال؟"), (1, 1));
        assert_eq!(stops_and_commas("開いた、閉じた。"), (1, 1));
    }
}
