//! Forests of decision trees: features in, sums of leaves out.
//!
//! All nodes of one level of a tree ask the same question, so that a tree is a handful of comparisons whose outcomes are the bits of the leaf's number, made for
//! many rows at once and without a branch. `training/body` makes the files; its `write` says how they are laid out. Numbers are whole: the sums are the same on every machine.

use std::sync::LazyLock;

use super::features::{Block, LANES};

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
const FIRST_ROUNDS: usize = FIRST / ROUND;

pub(super) struct Forest {
    trees: Vec<Splits>,
    /// The leaves of the trees one behind the other, of each tree a set an output.
    leaves: Vec<[i16; LEAVES]>,
    /// What the sums begin with, one an output.
    biases: Vec<i32>,
    /// What one stands for in a sum.
    scale: f32,
}

/// The columns that a tree asks for and the greatest value that does not pass, what decides the highest bit of the leaf's number first. A tree of less depth begins with splits that
/// nothing passes.
type Splits = [(u8, u8); MOST_DEPTH];

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
        let mut leaves = Vec::with_capacity(usize::from(count) * usize::from(outputs));
        for _ in 0..count {
            let mut splits = [(0, u8::MAX); MOST_DEPTH];
            for split in splits.iter_mut().rev().take(depth.into()) {
                let [column, most] = bytes.take()?;
                *split = (column, most);
            }
            trees.push(splits);
            for _ in 0..outputs {
                let mut set = [0; LEAVES];
                for leaf in set.get_mut(..1 << depth)? {
                    *leaf = i16::from_le_bytes(bytes.take()?);
                }
                leaves.push(set);
            }
        }
        let biases = (0..outputs).map(|_| bytes.take().map(i32::from_le_bytes)).collect::<Option<_>>()?;
        (outputs > 0 && bytes.0.is_empty()).then_some(Self { trees, leaves, biases, scale })
    }

    /// The trees, each with its leaves.
    fn trees(&self) -> impl Iterator<Item = (&Splits, &[[i16; LEAVES]])> {
        self.trees.iter().zip(self.leaves.chunks_exact(self.biases.len().max(1)))
    }

    /// The first output for every row of a block, as the logarithm of the odds; only so many rows of it are filled.
    pub(super) fn of_block(&self, block: &Block, rows: usize) -> impl Iterator<Item = f32> {
        let settled = (SETTLED * self.scale) as i32;
        // what is not filled is settled from the start
        let mut sums = [i32::MIN / 2; LANES];
        sums.iter_mut().take(rows).for_each(|sum| *sum = self.biases.first().copied().unwrap_or_default());
        let outputs = self.biases.len().max(1);
        for (round, (trees, leaves)) in self.trees.chunks(ROUND).zip(self.leaves.chunks(ROUND * outputs)).enumerate() {
            if round >= FIRST_ROUNDS && sums.iter().all(|sum| *sum < settled) {
                break;
            }
            for (splits, leaves) in trees.iter().zip(leaves.iter().step_by(outputs)) {
                add_leaves(&mut sums, &leaf_numbers(splits, block), leaves);
            }
        }
        sums.into_iter().take(rows).map(|sum| sum as f32 / self.scale)
    }

    /// Every output for the first row of a block.
    pub(super) fn of_first(&self, block: &Block) -> Vec<f32> {
        let mut sums = self.biases.clone();
        for (splits, leaves) in self.trees() {
            let passes = |(column, most): &(u8, u8)| usize::from(block.get(usize::from(*column)).is_some_and(|[first, ..]| first > most));
            let leaf = splits.iter().fold(0, |leaf, split| leaf << 1 | passes(split));
            for (sum, leaves) in sums.iter_mut().zip(leaves) {
                *sum += i32::from(leaves[leaf % LEAVES]);
            }
        }
        sums.into_iter().map(|sum| sum as f32 / self.scale).collect()
    }
}

/// The number of the leaf of each row of a block.
fn leaf_numbers(splits: &Splits, block: &Block) -> [u8; LANES] {
    let mut numbers = [0_u8; LANES];
    for (column, most) in splits {
        let Some(values) = block.get(usize::from(*column)) else { continue };
        for (number, value) in numbers.iter_mut().zip(values) {
            *number = *number << 1 | u8::from(value > most);
        }
    }
    numbers
}

/// Adds to the sum of each row the leaf of its number.
fn add_leaves(sums: &mut [i32; LANES], numbers: &[u8; LANES], leaves: &[i16; LEAVES]) {
    let leaf = |number: u8| i32::from(leaves[usize::from(number) % LEAVES]);
    // four at a time, or the loop itself costs as much as what it does
    let ((sums, _), (numbers, _)) = (sums.as_chunks_mut(), numbers.as_chunks());
    for ([first, second, third, fourth], [a, b, c, d]) in sums.iter_mut().zip(numbers) {
        *first += leaf(*a);
        *second += leaf(*b);
        *third += leaf(*c);
        *fourth += leaf(*d);
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
