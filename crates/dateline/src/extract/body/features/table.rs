//! The rows that a forest reads, so laid out that many are looked at together: a column a feature and a row a segment.

use super::COLUMNS;

/// Rows that are looked at together.
pub(in crate::extract::body) const LANES: usize = 32;

/// The columns of so many rows: few enough to stay near while they are written and a forest's trees are asked.
pub(in crate::extract::body) type Block = [[u8; LANES]; COLUMNS];

/// Fills rows one after the other, each from left to right, and hands on each block of them with the number of its rows; there are less in the last one.
pub(super) fn each_block(rows: usize, mut fill: impl FnMut(usize, &mut Row), mut take: impl FnMut(&Block, usize)) {
    let mut lanes = [const { Row { cells: [0; COLUMNS], filled: 0 } }; LANES];
    let mut block = [[0; LANES]; COLUMNS];
    for first in (0..rows).step_by(LANES) {
        for (row, lane) in (first..rows).zip(&mut lanes) {
            lane.filled = 0;
            fill(row, lane);
        }
        for (column, cells) in block.iter_mut().enumerate() {
            cells.iter_mut().zip(&lanes).for_each(|(cell, lane)| *cell = lane.cells[column]);
        }
        take(&block, LANES.min(rows - first));
    }
}

/// One row while it is filled from left to right.
pub(super) struct Row {
    cells: [u8; COLUMNS],
    filled: usize,
}

impl Row {
    /// How many of its cells were written.
    pub(super) fn filled(&self) -> usize {
        self.filled
    }

    #[inline]
    pub(super) fn push(&mut self, value: u8) {
        self.extend([value]);
    }

    #[inline]
    pub(super) fn flag(&mut self, value: bool) {
        self.push(u8::from(value));
    }

    /// Writes several values, one after the other.
    #[inline]
    pub(super) fn extend<const N: usize>(&mut self, values: [u8; N]) {
        if let Some(cells) = self.cells.get_mut(self.filled..self.filled + N) {
            cells.copy_from_slice(&values);
        }
        self.filled += N;
    }
}
