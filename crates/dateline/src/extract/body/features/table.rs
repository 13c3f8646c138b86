//! The rows that a forest reads, so laid out that many are looked at together: a column a feature and a row a segment.

use std::ops::Range;

use super::COLUMNS;

/// Rows that are looked at together.
pub(in crate::extract::body) const LANES: usize = 32;

/// What one feature says of so many rows.
pub(super) type Column = [u8; LANES];

/// The columns of so many rows: few enough to stay near while they are written and a forest's trees are asked.
pub(in crate::extract::body) type Block = [Column; COLUMNS];

/// Fills blocks of rows one after the other, and hands on each of them with the number of its rows; there are less in the last one. What the last columns hold is the same for all rows.
pub(super) fn each_block<const N: usize>(
    rows: usize,
    last: [u8; N],
    mut fill: impl FnMut(Range<usize>, &mut Columns<'_>),
    mut take: impl FnMut(&Block, usize),
) {
    let mut block = [[0; LANES]; COLUMNS];
    block.iter_mut().rev().zip(last.iter().rev()).for_each(|(column, value)| *column = [*value; LANES]);
    for first in (0..rows).step_by(LANES) {
        let rows = first..rows.min(first + LANES);
        let mut columns = Columns(&mut block);
        fill(rows.clone(), &mut columns);
        debug_assert_eq!(columns.0.len(), N);
        take(&block, rows.len());
    }
}

/// The columns of a block that are still to be filled.
pub(super) struct Columns<'b>(&'b mut [Column]);

impl<'b> Columns<'b> {
    /// The next of them; `None` where there are not so many.
    pub(super) fn next<const N: usize>(&mut self) -> Option<&'b mut [Column; N]> {
        let (next, rest) = std::mem::take(&mut self.0).split_first_chunk_mut()?;
        self.0 = rest;
        Some(next)
    }
}

/// Writes what columns hold of one row.
#[inline]
pub(super) fn put<const N: usize>(columns: &mut [Column; N], lane: usize, cells: [u8; N]) {
    for (column, cell) in columns.iter_mut().zip(cells) {
        column[lane % LANES] = cell;
    }
}
