//! Forests of decision trees: features in, sums of leaves out.
//!
//! All nodes of one level of a tree ask the same question, so that a tree is a handful of comparisons whose outcomes are the bits of the leaf's number, made for
//! many rows at once and without a branch. `training/body` makes the files; its `write` says how they are laid out. Numbers are whole: the sums are the same on every machine.

use std::sync::LazyLock;

use super::features::{Block, LANES, Table};

/// The probability that a segment is of the body.
pub(super) static BODY: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::read(include_bytes!("../../../models/body.forest")));

/// The kind of the page.
pub(super) static KIND: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::read(include_bytes!("../../../models/kind.forest")));

/// Leaves of a tree of the greatest depth.
const LEAVES: usize = 64;
const MOST_DEPTH: usize = LEAVES.ilog2() as usize;

/// A block of rows whose odds are all less than this after the [`FIRST`] trees, or after a [`ROUND`] more, holds nothing of the body, and the other trees are not asked: so it goes with the
/// menus and footers of long pages. Of 51,200 rows of wcxb's pages none that was below it ended above -3.2.
const SETTLED: f32 = -3.5;
const FIRST: usize = 72;
const ROUND: usize = 24;

pub(super) struct Forest {
    trees: Vec<Tree>,
    /// What the sums begin with, one an output.
    biases: Vec<i32>,
    /// What one stands for in a sum.
    scale: f32,
}

struct Tree {
    /// The columns asked for and the greatest value that does not pass, what decides the highest bit of the leaf's number first. A tree of less depth begins with splits that nothing passes.
    splits: [(u8, u8); MOST_DEPTH],
    /// One set an output.
    leaves: Vec<[i16; LEAVES]>,
}

/// Takes numbers from the front of a file.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }
}

impl Forest {
    /// A forest of a file; `None` where it is none.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(file.strip_prefix(b"DLF1")?);
        let count = u16::from_le_bytes(bytes.take()?);
        let [depth, outputs] = bytes.take()?;
        let scale = f32::from(u16::from_le_bytes(bytes.take()?));
        if usize::from(depth) > MOST_DEPTH {
            return None;
        }
        let mut trees = Vec::with_capacity(count.into());
        for _ in 0..count {
            let mut splits = [(0, u8::MAX); MOST_DEPTH];
            for split in splits.iter_mut().rev().take(depth.into()) {
                let [column, most] = bytes.take()?;
                *split = (column, most);
            }
            let mut leaves = vec![[0; LEAVES]; outputs.into()];
            for set in &mut leaves {
                for leaf in set.get_mut(..1 << depth)? {
                    *leaf = i16::from_le_bytes(bytes.take()?);
                }
            }
            trees.push(Tree { splits, leaves });
        }
        let biases = (0..outputs).map(|_| bytes.take().map(i32::from_le_bytes)).collect::<Option<_>>()?;
        bytes.0.is_empty().then_some(Self { trees, biases, scale })
    }

    /// The first output for every row of a table, as the logarithm of the odds.
    pub(super) fn of_rows(&self, table: &Table) -> Vec<f32> {
        let settled = (SETTLED * self.scale) as i32;
        let mut sums = vec![self.biases.first().copied().unwrap_or_default(); table.rows()];
        // what fills the last block up is settled from the start
        sums.resize(table.rows().next_multiple_of(LANES), i32::MIN / 2);
        for (block, sums) in table.blocks().iter().zip(sums.as_chunks_mut::<LANES>().0) {
            for (count, tree) in self.trees.iter().enumerate() {
                if count >= FIRST && count % ROUND == 0 && sums.iter().all(|sum| *sum < settled) {
                    break;
                }
                let Some(leaves) = tree.leaves.first() else { continue };
                for (sum, leaf) in sums.iter_mut().zip(tree.leaf_numbers(block)) {
                    *sum += i32::from(leaves[usize::from(leaf) % LEAVES]);
                }
            }
        }
        sums.truncate(table.rows());
        sums.into_iter().map(|sum| sum as f32 / self.scale).collect()
    }

    /// Every output for one row of a table.
    pub(super) fn of_row(&self, table: &Table, row: usize) -> Vec<f32> {
        let mut sums = self.biases.clone();
        for tree in &self.trees {
            let passes = |(column, most): &(u8, u8)| usize::from(table.cell(usize::from(*column), row) > *most);
            let leaf = tree.splits.iter().fold(0, |leaf, split| leaf << 1 | passes(split));
            for (sum, leaves) in sums.iter_mut().zip(&tree.leaves) {
                *sum += i32::from(leaves[leaf % LEAVES]);
            }
        }
        sums.into_iter().map(|sum| sum as f32 / self.scale).collect()
    }
}

impl Tree {
    /// The number of the leaf of each row of a block.
    fn leaf_numbers(&self, block: &Block) -> [u8; LANES] {
        let mut numbers = [0_u8; LANES];
        for (column, most) in self.splits {
            let Some(values) = block.get(usize::from(column)) else { continue };
            for (number, value) in numbers.iter_mut().zip(values) {
                *number = *number << 1 | u8::from(*value > most);
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_models_are_read() {
        assert_eq!(BODY.as_ref().unwrap().biases.len(), 1);
        assert_eq!(KIND.as_ref().unwrap().biases.len(), 7);
    }

    #[test]
    fn what_is_no_forest_is_none() {
        let model = include_bytes!("../../../models/kind.forest");
        for length in [0, 3, 9, model.len() - 1] {
            assert!(Forest::read(&model[..length]).is_none());
        }
    }
}
