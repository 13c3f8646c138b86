//! What stands around a segment: its neighbours in reading order and the elements that hold it.

use super::{
    Basis, Row, Sum,
    own::{self, Own},
    scale::{log, plain, share},
};
use crate::document::{Document, Hint, Tag};

/// Elements around a segment whose content is counted.
const LEVELS: usize = 6;

/// What the elements of a page hold and say, by position, each read when it is first asked for.
pub(super) struct Surroundings<'b, 'p, 'a, 'i> {
    basis: &'b Basis<'p, 'a, 'i>,
    /// What the elements around each position say by their names, from the root down.
    hints: Vec<Hint>,
    depths: Vec<u8>,
    /// Pictures, films and frames before each position: captions stand beside them.
    pictures: Vec<u32>,
    elements: Vec<Option<Element>>,
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
}

impl<'b, 'p, 'a, 'i> Surroundings<'b, 'p, 'a, 'i> {
    pub(super) fn of(basis: &'b Basis<'p, 'a, 'i>) -> Self {
        let document = basis.page.document;
        let count = document.order().len();
        let (mut hints, mut depths): (Vec<Hint>, Vec<u8>) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let (mut pictures, mut seen) = (Vec::with_capacity(count + 1), 0);
        for position in 0..count as u32 {
            let parent = document.parent(position) as usize;
            // the frame of the page carries names that are about the page, not about what is in it
            let tag = document.tree().tag(document.at(position));
            let own = if matches!(tag, Tag::Html | Tag::Body) { Hint::default() } else { document.hint(position) };
            pictures.push(seen);
            seen += u32::from(matches!(tag, Tag::Img | Tag::Picture | Tag::Video | Tag::Iframe | Tag::Svg));
            hints.push(hints.get(parent).copied().unwrap_or_default().with(own));
            depths.push(depths.get(parent).map_or(0, |depth| depth.saturating_add(1)));
        }
        pictures.push(seen);
        Self { basis, hints, depths, pictures, elements: vec![None; count], all: basis.sums.all() }
    }

    pub(super) fn write(&mut self, own: &[Own], row: usize, cells: &mut Row<'_>) {
        let basis = self.basis;
        let document = basis.page.document;
        let Some(segment) = basis.page.segments.get(row) else { return };
        own::write_hint(self.hints.get(segment.start as usize).copied().unwrap_or_default(), cells);
        cells.push(self.depths.get(segment.block as usize).copied().unwrap_or_default());
        for distance in [-3_isize, -2, -1, 1, 2, 3] {
            let neighbour = row.checked_add_signed(distance).and_then(|at| own.get(at));
            cells.push(neighbour.map_or(0, |own| own.tag));
            cells.push(neighbour.map_or(0, |own| own.weight));
            cells.push(neighbour.map_or(0, |own| own.prose));
            cells.push(neighbour.map_or(0, |own| own.density));
        }
        for reach in [5, 12, 30] {
            for range in [row.saturating_sub(reach)..row, row + 1..row + 1 + reach] {
                let sum = basis.sums.within(range);
                cells.push(log(sum.prose));
                cells.push(share(sum.linked, sum.weight));
            }
        }
        let mut position = segment.block;
        for _ in 0..LEVELS {
            let element = self.element(position);
            element.cells.into_iter().for_each(|cell| cells.push(cell));
            cells.push(log((row as u32).saturating_sub(element.first)));
            cells.push(log(element.last.saturating_sub(row as u32)));
            position = element.larger;
        }
        let (parent, grandparent) = (document.parent(segment.block), document.parent(document.parent(segment.block)));
        for position in [parent, grandparent] {
            cells.push(document.tree().tag(document.at(position)) as u8);
        }
        cells.push(plain(document.segment_range(parent..document.end(parent)).len()));
        let before = row.checked_sub(1).and_then(|row| basis.page.segments.get(row)).map_or(0, |segment| segment.end);
        let after = basis.page.segments.get(row + 1).map_or(document.order().len() as u32, |segment| segment.start);
        cells.push(self.pictures_in(before..segment.start.max(before)));
        cells.push(self.pictures_in(segment.end..after.max(segment.end)));
        cells.push(self.pictures_in(parent..document.end(parent)));
        cells.push(self.pictures_in(grandparent..document.end(grandparent)));
    }

    fn pictures_in(&self, positions: std::ops::Range<u32>) -> u8 {
        let before = |position: u32| self.pictures.get(position as usize).copied().unwrap_or_default();
        log(before(positions.end).saturating_sub(before(positions.start)))
    }

    fn element(&mut self, position: u32) -> Element {
        if let Some(Some(element)) = self.elements.get(position as usize) {
            return *element;
        }
        let document = self.basis.page.document;
        let range = document.segment_range(position..document.end(position));
        let sum = self.basis.sums.within(range.clone());
        let element = Element {
            first: range.start as u32,
            last: range.end as u32,
            larger: larger(document, position, range.len()),
            cells: [
                share(sum.prose, self.all.prose),
                share(sum.linked, sum.weight),
                log(sum.count),
                share(sum.prose_count, sum.count),
                log(sum.weight / sum.count.max(1)),
            ],
        };
        if let Some(place) = self.elements.get_mut(position as usize) {
            *place = Some(element);
        }
        element
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
