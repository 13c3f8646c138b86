//! The table that a forest reads: a column a feature and a row a segment, so laid out that many rows are looked at together.

/// Rows that are looked at together: each column has a multiple of them, the last filled up with zeros.
pub(in crate::extract::body) const LANES: usize = 32;

/// Columns of bytes, one behind the other.
pub(in crate::extract::body) struct Table {
    cells: Vec<u8>,
    rows: usize,
    /// Rows with those that fill up the last block.
    height: usize,
}

impl Table {
    pub(super) fn new(rows: usize, columns: usize) -> Self {
        let height = rows.next_multiple_of(LANES);
        Self { cells: vec![0; height * columns], rows, height }
    }

    pub(in crate::extract::body) fn rows(&self) -> usize {
        self.rows
    }

    /// The values of one column for one block of rows.
    pub(in crate::extract::body) fn block(&self, column: usize, block: usize) -> Option<&[u8; LANES]> {
        self.cells.get(column * self.height + block * LANES..)?.first_chunk()
    }

    /// One value.
    pub(in crate::extract::body) fn cell(&self, column: usize, row: usize) -> u8 {
        self.cells.get(column * self.height + row).copied().unwrap_or_default()
    }

    /// Writes the last columns, which are the same for every row.
    pub(super) fn fill_last(&mut self, values: &[u8]) {
        let rows = self.rows;
        let columns = self.cells.chunks_exact_mut(self.height.max(1)).rev();
        for (column, value) in columns.zip(values.iter().rev()) {
            column.iter_mut().take(rows).for_each(|cell| *cell = *value);
        }
    }
}

/// One row while it is filled from left to right.
pub(super) struct Row<'t> {
    cells: &'t mut [u8],
    /// Where the next cell is.
    next: usize,
    height: usize,
    filled: usize,
}

impl<'t> Row<'t> {
    pub(super) fn of(table: &'t mut Table, row: usize) -> Self {
        Self { height: table.height, next: row, cells: &mut table.cells, filled: 0 }
    }

    /// How many of its cells were written.
    pub(super) fn filled(&self) -> usize {
        self.filled
    }

    #[inline]
    pub(super) fn push(&mut self, value: u8) {
        if let Some(cell) = self.cells.get_mut(self.next) {
            *cell = value;
        }
        self.next += self.height;
        self.filled += 1;
    }

    #[inline]
    pub(super) fn flag(&mut self, value: bool) {
        self.push(u8::from(value));
    }
}
