//! Segments made alike: the same element within the same elements. A template makes all paragraphs of an article alike, and all teasers, and all lines of a menu.

use std::collections::HashMap;

use super::{
    Basis, Row, Sum,
    scale::{log, share},
};
use crate::{
    document::{Document, Segment},
    extract::body::density::Page,
    text::hash::{Hashed, mix},
};

/// For each segment what all that are made like it hold; and how often the same words stand in the page.
pub(super) struct Patterns {
    /// By element and parent, and by elements up to the fourth.
    sums: [Vec<Sum>; 2],
    repeats: Vec<u32>,
}

const DEPTHS: [usize; 2] = [2, 4];

impl Patterns {
    pub(super) fn of(page: &Page<'_, '_>) -> Self {
        let sums = DEPTHS.map(|depth| {
            let keys: Vec<u64> = page.segments.iter().map(|segment| signature(page.document, segment, depth)).collect();
            let mut sums: HashMap<u64, Sum, Hashed> = HashMap::with_capacity_and_hasher(64, Hashed::default());
            for (key, segment) in keys.iter().zip(page.segments) {
                let sum = sums.entry(*key).or_default();
                *sum = sum.with(segment);
            }
            keys.iter().map(|key| sums.get(key).copied().unwrap_or_default()).collect()
        });
        let mut counts: HashMap<u64, u32, Hashed> = HashMap::with_capacity_and_hasher(page.segments.len(), Hashed::default());
        let key = |segment: &Segment| {
            let pair = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
            let few = pair(segment.capitals.into(), segment.digits.into());
            [pair(segment.weight, segment.words), pair(segment.head, segment.tail), few].into_iter().fold(0, mix)
        };
        for segment in page.segments {
            *counts.entry(key(segment)).or_default() += 1;
        }
        let repeats = page.segments.iter().map(|segment| counts.get(&key(segment)).copied().unwrap_or_default()).collect();
        Self { sums, repeats }
    }

    pub(super) fn write(&self, basis: &Basis<'_, '_, '_>, row: usize, cells: &mut Row<'_>) {
        let all = basis.sums.all();
        for sums in &self.sums {
            let sum = sums.get(row).copied().unwrap_or_default();
            cells.push(share(sum.prose, all.prose));
            cells.push(share(sum.linked, sum.weight));
            cells.push(log(sum.count));
            cells.push(share(sum.prose_count, sum.count));
            cells.push(log(sum.weight / sum.count.max(1)));
        }
        cells.push(log(self.repeats.get(row).copied().unwrap_or_default()));
    }
}

/// A number that segments have in common whose block element and the elements around it have the same tags and classes.
fn signature(document: &Document<'_>, segment: &Segment, depth: usize) -> u64 {
    let mut position = segment.block;
    let mut signature = 0_u32;
    for _ in 0..depth {
        let node = document.at(position);
        signature = signature.rotate_left(5) ^ (document.tree().tag(node) as u32) ^ document.class_hash(position);
        signature = signature.wrapping_mul(0x9e37_79b1);
        position = document.parent(position);
    }
    mix(0, signature.into())
}
