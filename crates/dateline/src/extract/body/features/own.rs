//! A segment by itself, and where it stands in the page.

use super::{
    Basis, Row,
    scale::{log, plain, share},
};
use crate::{
    document::{Hint, Tag},
    extract::body::density::is_prose,
    model::Reason,
};

/// What is asked of a segment more than once.
#[derive(Clone, Copy)]
pub(super) struct Own {
    pub(super) tag: u8,
    pub(super) density: u8,
    pub(super) weight: u8,
    pub(super) prose: u8,
    pub(super) phrase: u8,
    is_headline: bool,
}

/// The classes of elements that are subheads.
pub(super) const SUBHEADS: std::ops::RangeInclusive<u8> = 4..=6;

/// The class of a list's item.
pub(super) const ITEM: u8 = 14;

/// The class of a line that names whose picture it stands beside.
pub(super) const CREDIT: u8 = 15;

impl Own {
    pub(super) fn of(basis: &Basis<'_, '_, '_>, row: usize) -> Option<Self> {
        let document = basis.page.document;
        let segment = basis.page.segments.get(row)?;
        Some(Self {
            tag: tag_class(document.tree().tag(document.at(segment.block))),
            density: share(segment.link_weight, segment.weight),
            weight: log(segment.weight),
            prose: if is_prose(segment) { log(segment.weight) } else { 0 },
            phrase: basis.page.said.get(row).and_then(Option::as_ref).map_or(0, phrase_class),
            is_headline: segment.weight <= 250 && basis.headline.as_ref().is_some_and(|headline| headline.is_said(document, segment)),
        })
    }
}

pub(super) fn write(basis: &Basis<'_, '_, '_>, all: &[Own], row: usize, cells: &mut Row) {
    let (Some(own), Some(segment)) = (all.get(row), basis.page.segments.get(row)) else { return };
    cells.extend([
        own.weight,
        log(segment.words),
        log(segment.weight - segment.link_weight),
        own.density,
        log(segment.links.into()),
        log(segment.commas.into()),
        log(segment.stops.into()),
        share(segment.digits.into(), segment.weight),
        share(segment.capitals.into(), segment.weight),
        plain((segment.weight / segment.words.max(1)) as usize * 4),
        share(segment.stops.into(), segment.words),
        first_class(segment.head),
        last_class(segment.tail),
        own.tag,
        own.phrase,
        u8::from(own.is_headline),
        own.prose,
    ]);
    write_place(basis, row, cells);
}

/// Where a segment stands: in the page, in the densest element, from the headline.
fn write_place(basis: &Basis<'_, '_, '_>, row: usize, cells: &mut Row) {
    let count = basis.page.segments.len();
    let (all, before) = (basis.sums.all(), basis.sums.within(0..row));
    cells.push(share(row as u32, count as u32));
    cells.push(log(row as u32));
    cells.push(log((count - row) as u32));
    cells.push(share(before.weight, all.weight));
    cells.push(share(before.prose, all.prose));
    cells.push(log(before.prose));
    cells.push(log(all.prose.saturating_sub(before.prose)));
    let headline = basis.page.headline_segment();
    cells.push(headline.map_or(0, |at| if row < at { 1 } else { 2 }));
    cells.push(headline.map_or(255, |at| log(row.abs_diff(at) as u32)));
    let outside = basis.page.outside.get(row).and_then(Option::as_ref);
    cells.push(outside.map_or(0, phrase_class));
    let container = &basis.container;
    let place = if row < container.start { 0 } else { 1 + u8::from(row >= container.end) };
    cells.push(place);
    cells.push(match place {
        0 => log((container.start - row) as u32),
        1 => log((row - container.start) as u32),
        _ => log((row - container.end) as u32),
    });
    cells.push(if place == 1 { log((container.end - row) as u32) } else { 0 });
    cells.flag(basis.keeps(row));
    let near = |range: std::ops::Range<usize>| plain(range.filter(|&index| basis.keeps(index)).count());
    cells.push(near(row.saturating_sub(4)..row));
    cells.push(near(row + 1..row + 5));
}

/// Classes of block elements, roughly from what holds articles to what does not.
fn tag_class(tag: Tag) -> u8 {
    match tag {
        Tag::P => 1,
        Tag::Blockquote => 2,
        Tag::Pre => 3,
        Tag::H2 => 4,
        Tag::H3 => 5,
        Tag::H4 | Tag::H5 | Tag::H6 => 6,
        Tag::H1 => 7,
        Tag::Article | Tag::Section | Tag::Main => 8,
        Tag::Div => 9,
        Tag::Td | Tag::Tr | Tag::Tbody | Tag::Table => 10,
        Tag::Th => 11,
        Tag::Dd | Tag::Dl => 12,
        Tag::Dt => 13,
        Tag::Li => ITEM,
        Tag::Ul | Tag::Ol => 15,
        Tag::Figcaption | Tag::Caption | Tag::Figure => 16,
        Tag::Summary | Tag::Details => 17,
        Tag::Header | Tag::Hgroup | Tag::Address => 18,
        Tag::Form | Tag::Fieldset | Tag::Legend => 19,
        Tag::Body | Tag::Html | Tag::Center => 20,
        Tag::Aside => 21,
        Tag::Nav | Tag::Menu => 22,
        Tag::Footer => 23,
        _ => 24,
    }
}

fn phrase_class(reason: &Reason) -> u8 {
    match reason {
        Reason::Related => 1,
        Reason::Sharing => 2,
        Reason::Subscription => 3,
        Reason::Comments => 4,
        Reason::Advertising => 5,
        Reason::Copyright => 6,
        Reason::Tags => 7,
        Reason::AuthorNote => 8,
        Reason::PageFurniture => 9,
        Reason::Navigation => 10,
        Reason::Byline => 11,
        Reason::Consent => 12,
        Reason::Hidden => 13,
        Reason::Caption => CREDIT,
        _ => 14,
    }
}

/// The class of the character that a segment begins with.
fn first_class(head: u32) -> u8 {
    let first = [head >> 16, head >> 8, head].into_iter().find(|part| *part != 0).unwrap_or_default() as u8;
    match first {
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        b'0'..=b'9' => 3,
        b'"' | b'\'' => 4,
        b'-' | b'*' | b'+' | b'>' | b'|' | b'/' | b'<' => 5,
        b'$' | b'#' | b'@' | b'%' => 6,
        b'(' | b'[' | b'{' => 7,
        // general punctuation: dashes, quote marks, bullets
        0xe2 => 8,
        // Latin-1 signs: the copyright sign, guillemets, pounds
        0xc2 => 9,
        0x80.. => 10,
        _ => 11,
    }
}

/// The class of the character that a segment ends with.
fn last_class(tail: u32) -> u8 {
    let bytes = tail.to_be_bytes();
    match bytes {
        [.., b'.'] => 1,
        [.., b'!' | b'?'] => 2,
        [.., b':'] => 3,
        [.., b',' | b';'] => 4,
        [.., b'"' | b'\''] => 5,
        [.., b')' | b']'] => 6,
        [.., b'0'..=b'9'] => 7,
        [.., b'a'..=b'z'] => 8,
        [.., b'A'..=b'Z'] => 9,
        // closing quote marks
        [_, 0xe2, 0x80, 0x98..=0x9f] | [_, _, 0xc2, 0xbb] => 5,
        // the ellipsis
        [_, 0xe2, 0x80, 0xa6] => 10,
        // full stops of Chinese, Japanese, Hindi, Urdu
        [_, 0xe3, 0x80, 0x82] | [_, 0xef, 0xbc, 0x81 | 0x9f] | [_, 0xe0, 0xa5, 0xa4] | [_, _, 0xdb, 0x94] => 1,
        // arrows and angle quotes
        [_, 0xe2, 0x86 | 0x96 | 0x9e, _] | [_, 0xe2, 0x80, 0xba] | [.., b'>'] => 11,
        [.., 0x80..=0xff] => 8,
        _ => 12,
    }
}

/// What the names of an element say, a flag a column.
pub(super) fn write_hint(hint: Hint, cells: &mut Row) {
    let mut flags = [0; Hint::ALL.len()];
    flags.iter_mut().zip(Hint::ALL).for_each(|(cell, flag)| *cell = u8::from(hint.any(flag)));
    cells.extend(flags);
}
