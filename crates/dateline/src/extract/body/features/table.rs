//! The table that a forest reads: a column a feature and a row a segment, so laid out that many rows are looked at together.

use super::COLUMNS;

/// Rows that are looked at together.
pub(in crate::extract::body) const LANES: usize = 32;

/// The columns of so many rows.
pub(in crate::extract::body) type Block = [[u8; LANES]; COLUMNS];

/// Blocks of rows one behind the other; the last is filled up with zeros. A block is small enough to stay near while its rows are written and its trees are asked.
pub(in crate::extract::body) struct Table {
    blocks: Vec<Block>,
    rows: usize,
}

impl Table {
    /// Of rows one after the other, each of which is filled from left to right by what is handed it.
    pub(super) fn of(rows: usize, mut fill: impl FnMut(usize, &mut Row)) -> Self {
        let mut blocks = Vec::with_capacity(rows.div_ceil(LANES));
        for first in (0..rows).step_by(LANES) {
            let mut lanes = [const { Row { cells: [0; COLUMNS], filled: 0 } }; LANES];
            for (row, lane) in (first..rows).zip(&mut lanes) {
                fill(row, lane);
            }
            let mut block = [[0; LANES]; COLUMNS];
            for (column, cells) in block.iter_mut().enumerate() {
                cells.iter_mut().zip(&lanes).for_each(|(cell, lane)| *cell = lane.cells[column]);
            }
            blocks.push(block);
        }
        Self { blocks, rows }
    }

    pub(in crate::extract::body) fn rows(&self) -> usize {
        self.rows
    }

    pub(in crate::extract::body) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// One value.
    pub(in crate::extract::body) fn cell(&self, column: usize, row: usize) -> u8 {
        let block = self.blocks.get(row / LANES).and_then(|block| block.get(column));
        block.and_then(|cells| cells.get(row % LANES)).copied().unwrap_or_default()
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
