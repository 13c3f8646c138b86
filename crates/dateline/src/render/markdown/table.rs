//! Rows of cells that may span in, the lines of a pipe table out.
//!
//! Pipe tables know no spans: a cell that spans stands in its first column and row, and what else it covers stays empty, so that every other cell is in the
//! column it belongs to. A table whose first row does not head it gets an empty head, which pipe tables must have.

use super::words::{Place, inline};
use crate::{model::Cell, render::inline::Marks, text::Span};

/// Places of the grid that may be looked at per cell; a table that has more, by absurd spans, is printed as if nothing spanned.
const PLACES_PER_CELL: usize = 16;
/// And in a small table.
const PLACES_AT_LEAST: usize = 4096;

/// A row of the grid: what begins in each column, up to the last.
type Row = Vec<Option<Span>>;

/// The table's lines; empty for a table without cells.
pub(super) fn table(text: &str, marks: &Marks<'_>, rows: &[Vec<Cell>]) -> String {
    let rows: Vec<&[Cell]> = rows.iter().map(Vec::as_slice).filter(|row| !row.is_empty()).collect();
    let grid = grid(&rows).unwrap_or_else(|| rows.iter().map(|row| row.iter().map(|cell| Some(cell.span)).collect()).collect());
    let columns = grid.iter().map(Vec::len).max().unwrap_or_default();
    if columns == 0 {
        return String::new();
    }
    let is_headed = rows.first().is_some_and(|row| row.iter().any(|cell| cell.header));
    let (head, body) = grid.split_at(usize::from(is_headed));
    let mut out = String::new();
    // parsers give rows that are short their empty cells, but the head must name every column
    line(&mut out, text, marks, head.first().map(Vec::as_slice).unwrap_or_default(), columns);
    out.push('|');
    (0..columns).for_each(|_| out.push_str(" --- |"));
    out.push('\n');
    body.iter().for_each(|row| line(&mut out, text, marks, row, 1));
    out
}

fn line(out: &mut String, text: &str, marks: &Marks<'_>, row: &[Option<Span>], at_least: usize) {
    out.push('|');
    for column in 0..row.len().max(at_least) {
        let words = row.get(column).copied().flatten().map(|span| inline(text, marks, span, Place::Cell)).unwrap_or_default();
        out.extend([" ", &words, if words.is_empty() { "|" } else { " |" }]);
    }
    out.push('\n');
}

/// Each cell in its column, columns in which nothing begins left out; `None` where the spans are absurd.
fn grid(rows: &[&[Cell]]) -> Option<Vec<Row>> {
    let cells: usize = rows.iter().map(|row| row.len()).sum();
    let mut budget = (cells * PLACES_PER_CELL).max(PLACES_AT_LEAST);
    // per column, the first row that no cell above reaches into
    let mut free_from: Vec<usize> = Vec::new();
    let mut begins: Vec<bool> = Vec::new();
    let mut placed: Vec<Vec<(usize, Span)>> = Vec::with_capacity(rows.len());
    for (number, row) in rows.iter().enumerate() {
        let mut column = 0;
        let mut line = Vec::with_capacity(row.len());
        for cell in *row {
            while free_from.get(column).is_some_and(|&from| from > number) {
                column += 1;
                budget = budget.checked_sub(1)?;
            }
            let width = usize::from(cell.colspan.max(1));
            budget = budget.checked_sub(width)?;
            let end = column + width;
            if free_from.len() < end {
                free_from.resize(end, 0);
                begins.resize(end, false);
            }
            for covered in free_from.iter_mut().take(end).skip(column) {
                *covered = (*covered).max(number + usize::from(cell.rowspan.max(1)));
            }
            if let Some(begins) = begins.get_mut(column) {
                *begins = true;
            }
            line.push((column, cell.span));
            column = end;
        }
        placed.push(line);
    }
    // the place of each column among those that are kept
    let kept: Vec<usize> = begins
        .iter()
        .scan(0, |count, &begins| {
            *count += usize::from(begins);
            Some(*count - usize::from(begins))
        })
        .collect();
    Some(placed.into_iter().map(|line| spread(&line, &kept)).collect())
}

fn spread(line: &[(usize, Span)], kept: &[usize]) -> Row {
    let mut row = Row::new();
    for (column, span) in line {
        row.resize(kept.get(*column).copied().unwrap_or_default(), None);
        row.push(Some(*span));
    }
    row
}
