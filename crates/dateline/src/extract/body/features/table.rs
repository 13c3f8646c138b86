//! The table that a forest reads: a column a feature and a row a segment, so laid out that many rows are looked at together.

/// Rows that are looked at together.
pub(in crate::extract::body) const LANES: usize = 32;

/// Blocks of [`LANES`] rows one behind the other, each with its columns of bytes; the last is filled up with zeros. A block is small enough to stay near while its rows are written and
/// its trees are asked.
pub(in crate::extract::body) struct Table {
    cells: Vec<u8>,
    rows: usize,
    columns: usize,
}

impl Table {
    pub(super) fn new(rows: usize, columns: usize) -> Self {
        Self { cells: vec![0; rows.next_multiple_of(LANES) * columns], rows, columns }
    }

    pub(in crate::extract::body) fn rows(&self) -> usize {
        self.rows
    }

    /// The values of one column for one block of rows.
    pub(in crate::extract::body) fn block(&self, column: usize, block: usize) -> Option<&[u8; LANES]> {
        self.cells.get((block * self.columns + column) * LANES..)?.first_chunk()
    }

    /// One value.
    pub(in crate::extract::body) fn cell(&self, column: usize, row: usize) -> u8 {
        self.block(column, row / LANES).and_then(|block| block.get(row % LANES)).copied().unwrap_or_default()
    }

    /// Writes the last columns, which are the same for every row.
    pub(super) fn fill_last(&mut self, values: &[u8]) {
        for block in self.cells.chunks_exact_mut((self.columns * LANES).max(1)) {
            let columns = block.chunks_exact_mut(LANES).rev();
            columns.zip(values.iter().rev()).for_each(|(column, value)| column.fill(*value));
        }
    }
}

/// One row while it is filled from left to right.
pub(super) struct Row<'t> {
    /// What is left of the block, from the row's next cell on.
    cells: &'t mut [u8],
    filled: usize,
}

impl<'t> Row<'t> {
    pub(super) fn of(table: &'t mut Table, row: usize) -> Self {
        let start = row / LANES * table.columns * LANES + row % LANES;
        Self { cells: table.cells.get_mut(start..).unwrap_or_default(), filled: 0 }
    }

    /// How many of its cells were written.
    pub(super) fn filled(&self) -> usize {
        self.filled
    }

    #[inline]
    pub(super) fn push(&mut self, value: u8) {
        if let Some(cell) = self.cells.get_mut(self.filled * LANES) {
            *cell = value;
        }
        self.filled += 1;
    }

    #[inline]
    pub(super) fn flag(&mut self, value: bool) {
        self.push(u8::from(value));
    }
}
