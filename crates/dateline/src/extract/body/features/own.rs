//! A segment by itself, and where it stands in the page.

use std::ops::Range;

use super::{
    Basis,
    scale::{log, plain, share},
    table::{Column, Columns, LANES, put},
};
use crate::{document::Tag, extract::body::density::is_prose, model::Reason};

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
            tag: tag_class(document.tag(segment.block)),
            density: share(segment.link_weight, segment.weight),
            weight: log(segment.weight),
            prose: if is_prose(segment) { log(segment.weight) } else { 0 },
            phrase: basis.page.said.get(row).and_then(Option::as_ref).map_or(0, phrase_class),
            is_headline: segment.weight <= 250 && basis.headline.as_ref().is_some_and(|headline| headline.is_said(document, segment)),
        })
    }
}

pub(super) fn write(basis: &Basis<'_, '_, '_>, all: &[Own], rows: Range<usize>, columns: &mut Columns<'_>) {
    let Some(said) = columns.next::<17>() else { return };
    for (lane, row) in rows.clone().enumerate() {
        let (Some(own), Some(segment)) = (all.get(row), basis.page.segments.get(row)) else { continue };
        let cells = [
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
        ];
        put(said, lane, cells);
    }
    write_places(basis, rows, columns);
}

/// Where segments stand: in the page, in the densest element, from the headline; and how many around them the rules would keep.
fn write_places(basis: &Basis<'_, '_, '_>, rows: Range<usize>, columns: &mut Columns<'_>) {
    let (Some(places), Some([keeps, kept_before, kept_behind])) = (columns.next::<13>(), columns.next()) else { return };
    let (count, all) = (basis.page.segments.len(), basis.sums.all());
    let (headline, container) = (basis.page.headline_segment(), &basis.container);
    for (lane, row) in rows.clone().enumerate() {
        let before = basis.sums.before(row);
        let outside = basis.page.outside.get(row).and_then(Option::as_ref);
        let (place, from_start, to_end) = if row < container.start {
            (0, container.start - row, 0)
        } else if row < container.end {
            (1, row - container.start, log((container.end - row) as u32))
        } else {
            (2, row - container.end, 0)
        };
        let cells = [
            share(row as u32, count as u32),
            log(row as u32),
            log((count - row) as u32),
            share(before.weight, all.weight),
            share(before.prose, all.prose),
            log(before.prose),
            log(all.prose - before.prose),
            headline.map_or(0, |at| if row < at { 1 } else { 2 }),
            headline.map_or(255, |at| log(row.abs_diff(at) as u32)),
            outside.map_or(0, phrase_class),
            place,
            log(from_start as u32),
            to_end,
        ];
        put(places, lane, cells);
    }
    const REACH: usize = 4;
    let mut kept = [0; LANES + 2 * REACH];
    for (at, kept) in kept.iter_mut().enumerate() {
        *kept = (rows.start + at).checked_sub(REACH).map_or(0, |row| u8::from(basis.keeps(row)));
    }
    let count = |column: &mut Column, from: usize| {
        let windows = kept.windows(REACH).skip(from);
        column.iter_mut().zip(windows).for_each(|(cell, kept)| *cell = kept.iter().sum());
    };
    keeps.iter_mut().zip(kept.iter().skip(REACH)).for_each(|(cell, kept)| *cell = *kept);
    count(kept_before, 0);
    count(kept_behind, REACH + 1);
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
