//! Segments made alike: the same element within the same elements. A template makes all paragraphs of an article alike, and all teasers, and all lines of a menu.

use std::{collections::HashMap, ops::Range};

use super::{
    Basis, Sum,
    scale::log,
    table::{Columns, put},
};
use crate::{
    document::{Document, Segment},
    extract::body::density::Page,
    text::hash::{Hashed, mix},
};

/// For each segment what all that are made like it hold; and how often the same words stand in the page.
pub(super) struct Patterns {
    /// By element and parent, and by elements up to the fourth: the group of each segment, and what is written of each group.
    made: [(Vec<u32>, Vec<[u8; 5]>); 2],
    /// The same by words.
    said: (Vec<u32>, Vec<u8>),
}

const DEPTHS: [usize; 2] = [2, 4];

impl Patterns {
    pub(super) fn of(basis: &Basis<'_, '_, '_>) -> Self {
        let Page { document, segments, .. } = basis.page;
        let signatures: Vec<[u64; 2]> = segments.iter().map(|segment| signatures(document, segment)).collect();
        let all = basis.sums.all();
        let made = [0, 1].map(|depth| {
            let groups = groups(signatures.iter().map(|signatures| signatures[depth]));
            let mut sums: Vec<Sum> = Vec::new();
            for (group, segment) in groups.iter().zip(*segments) {
                add(&mut sums, *group, |sum: Sum| sum.with(segment));
            }
            let cells = sums.into_iter().map(|sum| sum.cells(all)).collect();
            (groups, cells)
        });
        let groups = groups(segments.iter().map(words_of));
        let mut counts: Vec<u32> = Vec::new();
        groups.iter().for_each(|group| add(&mut counts, *group, |count| count + 1));
        Self { made, said: (groups, counts.into_iter().map(log).collect()) }
    }

    pub(super) fn write(&self, rows: Range<usize>, columns: &mut Columns<'_>) {
        for (groups, values) in &self.made {
            let Some(columns) = columns.next() else { return };
            for (lane, row) in rows.clone().enumerate() {
                put(columns, lane, of_group(groups, values, row));
            }
        }
        let Some([repeats]) = columns.next() else { return };
        for (cell, row) in repeats.iter_mut().zip(rows) {
            *cell = self.repeats(row);
        }
    }

    /// How many groups there are by elements up to the fourth.
    pub(super) fn count(&self) -> usize {
        let [_, (_, values)] = &self.made;
        values.len()
    }

    /// The groups by elements up to the fourth.
    pub(super) fn into_made(self) -> Vec<u32> {
        let [_, (groups, _)] = self.made;
        groups
    }

    /// How often the words of a row stand in the page.
    pub(super) fn repeats(&self, row: usize) -> u8 {
        let (groups, values) = &self.said;
        of_group(groups, values, row)
    }
}

/// Numbers from 0 on for equal keys, in the order in which they come.
fn groups(keys: impl ExactSizeIterator<Item = u64>) -> Vec<u32> {
    let mut known: HashMap<u64, u32, Hashed> = HashMap::with_capacity_and_hasher(keys.len(), Hashed::default());
    let mut last = None;
    keys.map(|key| match last {
        // items of a list, paragraphs: mostly the one before is of the same group
        Some((before, group)) if before == key => group,
        _ => {
            let next = known.len() as u32;
            let group = *known.entry(key).or_insert(next);
            last = Some((key, group));
            group
        }
    })
    .collect()
}

/// Adds one to what is known of a group, which may be the next new one.
fn add<V: Copy + Default>(values: &mut Vec<V>, group: u32, with: impl Fn(V) -> V) {
    match values.get_mut(group as usize) {
        Some(value) => *value = with(*value),
        None => values.push(with(V::default())),
    }
}

fn of_group<V: Copy + Default>(groups: &[u32], values: &[V], row: usize) -> V {
    groups.get(row).and_then(|group| values.get(*group as usize)).copied().unwrap_or_default()
}

/// A number that segments have in common that count alike and begin and end alike: as good as their words.
fn words_of(segment: &Segment) -> u64 {
    let pair = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
    let few = pair(segment.capitals.into(), segment.digits.into());
    [pair(segment.weight, segment.words), pair(segment.head, segment.tail), few].into_iter().fold(0, mix)
}

/// Numbers that segments have in common whose block element and the elements around it have the same tags and classes: one for each of the [`DEPTHS`].
fn signatures(document: &Document<'_>, segment: &Segment) -> [u64; 2] {
    let mut position = segment.block;
    let mut signature = 0_u32;
    let mut after = |levels: usize| {
        for _ in 0..levels {
            let made = document.tag(position) as u32 ^ document.class_hash(position);
            signature = (signature.rotate_left(5) ^ made).wrapping_mul(0x9e37_79b1);
            position = document.parent(position);
        }
        mix(0, signature.into())
    };
    let [near, far] = DEPTHS;
    [after(near), after(far - near)]
}
