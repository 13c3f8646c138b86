//! What stands around segments: their neighbours in reading order and the elements that hold them.

use std::ops::Range;

use super::{
    Basis, Sums,
    own::Own,
    path::Path,
    scale::{log, plain, share},
    table::{Column, Columns, LANES, put},
};
use crate::document::{Hint, Tag, counts_before};

/// Elements around a segment whose content is counted.
const LEVELS: usize = 6;

/// The elements that are pictures, films and frames: captions stand beside them.
const PICTURES: [Tag; 5] = [Tag::Img, Tag::Picture, Tag::Video, Tag::Iframe, Tag::Svg];

/// The page as it is gone through, segment by segment.
pub(super) struct Surroundings<'b, 'p, 'a, 'i> {
    basis: &'b Basis<'p, 'a, 'i>,
    path: Path<'b, 'p, 'a, 'i>,
    /// For each position, and the one behind the last, how many pictures stand before it.
    pictures: Vec<u32>,
}

impl<'b, 'p, 'a, 'i> Surroundings<'b, 'p, 'a, 'i> {
    pub(super) fn of(basis: &'b Basis<'p, 'a, 'i>) -> Self {
        let document = basis.page.document;
        let mut pictures: Vec<u32> =
            PICTURES.into_iter().flat_map(|tag| document.by_tag(tag)).map(|node| document.position(node)).collect();
        pictures.sort_unstable();
        Self { basis, path: Path::new(basis), pictures: counts_before(pictures.into_iter(), document.order().len()) }
    }

    /// Writes what stands around some rows.
    pub(super) fn write(&mut self, own: &[Own], rows: Range<usize>, columns: &mut Columns<'_>) {
        let (Some(names), Some([depths])) = (columns.next(), columns.next()) else { return };
        write_neighbours(own, rows.start, columns);
        write_stretches(&self.basis.sums, rows.clone(), columns);
        let (Some(levels), Some(places)) = (columns.next(), columns.next()) else { return };
        let mut says = [Hint::default(); LANES];
        let segments = self.basis.page.segments;
        let mut before = rows.start.checked_sub(1).and_then(|row| segments.get(row)).map_or(0, |segment| segment.end);
        for ((says, lane), row) in says.iter_mut().zip(0..).zip(rows) {
            let Some(segment) = segments.get(row) else { break };
            *says = self.path.to(segment.start);
            let depth = self.path.depth(segment.block);
            depths[lane % LANES] = plain(depth);
            self.write_levels(row, depth, lane, levels);
            let after = segments.get(row + 1).map_or(self.basis.page.document.order().len() as u32, |segment| segment.start);
            put(places, lane, self.place(depth, before..segment.start, segment.end..after));
            before = segment.end;
        }
        write_names(&says, names);
    }

    /// Writes what the element so deep on the path and the larger ones around it hold.
    fn write_levels(&mut self, row: usize, mut depth: usize, lane: usize, levels: &mut [Column; LEVELS * 7]) {
        let (levels, _) = levels.as_chunks_mut();
        for level in levels {
            let Some((step, [prose, linked, count, share, each])) = self.path.held(depth) else { return };
            let (before, behind) = (row.saturating_sub(step.segments.start), step.segments.end.saturating_sub(row));
            put(level, lane, [prose, linked, count, share, each, log(before as u32), log(behind as u32)]);
            depth = step.larger;
        }
    }

    /// What the two elements around that so deep are and hold, and how many pictures stand in the gaps before and behind a segment.
    fn place(&self, depth: usize, before: Range<u32>, behind: Range<u32>) -> [u8; 7] {
        let document = self.basis.page.document;
        let [parent, grandparent] = [1, 2].map(|up| self.path.at(depth.saturating_sub(up)));
        let [tag_of_parent, tag_of_grandparent] =
            [parent, grandparent].map(|step| step.map_or(Tag::Other, |step| document.tag(step.positions.start))).map(|tag| tag as u8);
        let [in_parent, in_grandparent] = [parent, grandparent].map(|step| step.map_or(0, |step| self.pictures_in(step.positions.clone())));
        [
            tag_of_parent,
            tag_of_grandparent,
            plain(parent.map_or(0, |step| step.segments.len())),
            self.pictures_in(before),
            self.pictures_in(behind),
            in_parent,
            in_grandparent,
        ]
    }

    fn pictures_in(&self, positions: Range<u32>) -> u8 {
        let before = |position: u32| self.pictures.get(position as usize).copied().unwrap_or_default();
        log(before(positions.end).saturating_sub(before(positions.start)))
    }
}

/// Writes what the names around some rows say, a flag a column.
fn write_names(says: &[Hint; LANES], columns: &mut [Column; Hint::ALL.len()]) {
    for (column, flag) in columns.iter_mut().zip(Hint::ALL) {
        column.iter_mut().zip(says).for_each(|(cell, says)| *cell = u8::from(says.any(flag)));
    }
}

/// Writes what is asked of the three segments before each row and of the three behind it: each column is that of the rows themselves, moved by a few.
fn write_neighbours(own: &[Own], first: usize, columns: &mut Columns<'_>) {
    const REACH: usize = 3;
    let mut near = [[0; LANES + 2 * REACH]; 4];
    for lane in 0..LANES + 2 * REACH {
        let Some(own) = (first + lane).checked_sub(REACH).and_then(|row| own.get(row)) else { continue };
        near.iter_mut().zip([own.tag, own.weight, own.prose, own.density]).for_each(|(column, cell)| column[lane] = cell);
    }
    for moved in [0, 1, 2, 4, 5, 6] {
        let Some(columns) = columns.next::<4>() else { return };
        for (column, near) in columns.iter_mut().zip(&near) {
            column.iter_mut().zip(near.iter().skip(moved)).for_each(|(cell, near)| *cell = *near);
        }
    }
}

/// Writes what the stretches before and behind some rows hold.
fn write_stretches(sums: &Sums, rows: Range<usize>, columns: &mut Columns<'_>) {
    for reach in [5, 12, 30] {
        let Some(columns) = columns.next() else { return };
        for (lane, row) in rows.clone().enumerate() {
            let before = sums.within(row.saturating_sub(reach)..row);
            let behind = sums.within(row + 1..row + 1 + reach);
            let cells = [log(before.prose), share(before.linked, before.weight), log(behind.prose), share(behind.linked, behind.weight)];
            put(columns, lane, cells);
        }
    }
}
