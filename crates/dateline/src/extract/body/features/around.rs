//! What stands around a segment: its neighbours in reading order and the elements that hold it.

use std::ops::Range;

use super::{
    Basis, Row, Sum,
    own::{self, Own},
    path::Path,
    scale::{log, plain, share},
};
use crate::document::{Document, Tag};

/// Elements around a segment whose content is counted.
const LEVELS: usize = 6;

/// The elements that are pictures, films and frames: captions stand beside them.
const PICTURES: [Tag; 5] = [Tag::Img, Tag::Picture, Tag::Video, Tag::Iframe, Tag::Svg];

/// What the elements of a page hold and say, each read when it is first asked for: few of a page's elements hold a segment.
pub(super) struct Surroundings<'b, 'p, 'a, 'i> {
    basis: &'b Basis<'p, 'a, 'i>,
    path: Path<'b, 'i>,
    /// The positions of the pictures in order.
    pictures: Vec<u32>,
    elements: Vec<Element>,
    /// For each position the place of its element among those; 0, where none is, for those that were not asked for.
    places: Vec<u32>,
    /// What the whole page holds.
    all: Sum,
}

/// What one element holds.
#[derive(Clone, Copy)]
struct Element {
    /// The indexes of its first segment and of the one behind its last.
    first: u32,
    last: u32,
    /// The nearest element around it that holds more segments.
    larger: u32,
    cells: [u8; 5],
    pictures: u8,
}

impl Element {
    const NONE: Self = Self { first: 0, last: 0, larger: 0, cells: [0; 5], pictures: 0 };
}

impl<'b, 'p, 'a, 'i> Surroundings<'b, 'p, 'a, 'i> {
    pub(super) fn of(basis: &'b Basis<'p, 'a, 'i>) -> Self {
        let document = basis.page.document;
        let mut pictures: Vec<u32> =
            PICTURES.into_iter().flat_map(|tag| document.by_tag(tag)).map(|node| document.position(node)).collect();
        pictures.sort_unstable();
        let mut elements = Vec::with_capacity(basis.page.segments.len() * 2 + 1);
        elements.push(Element::NONE);
        Self { basis, path: Path::new(document), pictures, elements, places: vec![0; document.order().len()], all: basis.sums.all() }
    }

    /// Writes what stands around a row behind the one before.
    pub(super) fn write(&mut self, own: &[Own], row: usize, cells: &mut Row) {
        let basis = self.basis;
        let document = basis.page.document;
        let Some(segment) = basis.page.segments.get(row) else { return };
        let (says, depth) = self.path.to(segment.start, segment.block);
        own::write_hint(says, cells);
        cells.push(depth);
        for distance in [-3_isize, -2, -1, 1, 2, 3] {
            let neighbour = row.checked_add_signed(distance).and_then(|at| own.get(at));
            cells.extend(neighbour.map_or([0; 4], |own| [own.tag, own.weight, own.prose, own.density]));
        }
        for reach in [5, 12, 30] {
            for range in [row.saturating_sub(reach)..row, row + 1..row + 1 + reach] {
                let sum = basis.sums.within(range);
                cells.extend([log(sum.prose), share(sum.linked, sum.weight)]);
            }
        }
        let mut position = segment.block;
        for _ in 0..LEVELS {
            let Element { first, last, larger, cells: held, .. } = *self.element(position);
            cells.extend(held);
            cells.extend([log((row as u32).saturating_sub(first)), log(last.saturating_sub(row as u32))]);
            position = larger;
        }
        let parent = document.parent(segment.block);
        let grandparent = document.parent(parent);
        cells.extend([parent, grandparent].map(|position| document.tree().tag(document.at(position)) as u8));
        let Element { first, last, pictures: in_parent, .. } = *self.element(parent);
        let in_grandparent = self.element(grandparent).pictures;
        cells.push(plain((last - first) as usize));
        let before = row.checked_sub(1).and_then(|row| basis.page.segments.get(row)).map_or(0, |segment| segment.end);
        let after = basis.page.segments.get(row + 1).map_or(document.order().len() as u32, |segment| segment.start);
        cells.push(self.pictures_in(before..segment.start.max(before)));
        cells.push(self.pictures_in(segment.end..after.max(segment.end)));
        cells.extend([in_parent, in_grandparent]);
    }

    fn pictures_in(&self, positions: Range<u32>) -> u8 {
        let before = |position: u32| self.pictures.partition_point(|picture| *picture < position);
        log((before(positions.end) - before(positions.start)) as u32)
    }

    #[inline]
    fn element(&mut self, position: u32) -> &Element {
        let known = self.places.get(position as usize).copied().unwrap_or_default() as usize;
        let place = if known > 0 { known } else { self.add(position) };
        self.elements.get(place).unwrap_or(&Element::NONE)
    }

    /// Reads the element at a position and says which place it has.
    fn add(&mut self, position: u32) -> usize {
        let (place, element) = (self.elements.len(), self.read(position));
        self.elements.push(element);
        if let Some(known) = self.places.get_mut(position as usize) {
            *known = place as u32;
        }
        place
    }

    fn read(&self, position: u32) -> Element {
        let document = self.basis.page.document;
        let held = position..document.end(position);
        let range = document.segment_range(held.clone());
        let sum = self.basis.sums.within(range.clone());
        Element {
            first: range.start as u32,
            last: range.end as u32,
            larger: larger(document, position, range.len()),
            cells: sum.cells(self.all),
            pictures: self.pictures_in(held),
        }
    }
}

/// The nearest element around the one at a position that holds more segments.
fn larger(document: &Document<'_>, mut position: u32, count: usize) -> u32 {
    while position > 0 {
        position = document.parent(position);
        if document.segment_range(position..document.end(position)).len() > count {
            break;
        }
    }
    position
}
