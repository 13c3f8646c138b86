//! The way from the root to a place of the page, kept while the page is gone through in order: each element of it is looked at once.

use std::ops::Range;

use super::{Basis, Sums};
use crate::document::{Hint, Tag};

/// The open elements around the place that was asked for last, from the root down.
pub(super) struct Path<'b, 'p, 'a, 'i> {
    basis: &'b Basis<'p, 'a, 'i>,
    steps: Vec<Step>,
    /// Positions that are on the way up and not yet on the path.
    climbed: Vec<u32>,
}

/// One element of the path.
pub(super) struct Step {
    pub(super) positions: Range<u32>,
    /// What its own names and those of all around it say.
    says: Hint,
    /// The indexes of the segments in it.
    pub(super) segments: Range<usize>,
    /// Where on the path the nearest element around it stands that holds more of them; the root, where there is none.
    pub(super) larger: usize,
    /// What is written of these segments, once it was asked for.
    cells: Option<[u8; 5]>,
}

impl<'b, 'p, 'a, 'i> Path<'b, 'p, 'a, 'i> {
    pub(super) fn new(basis: &'b Basis<'p, 'a, 'i>) -> Self {
        Self { basis, steps: Vec::with_capacity(32), climbed: Vec::with_capacity(32) }
    }

    /// Goes on to a position that lies behind those before; gives what all names around it say together.
    pub(super) fn to(&mut self, position: u32) -> Hint {
        let document = self.basis.page.document;
        while self.steps.last().is_some_and(|step| step.positions.end <= position) {
            self.steps.pop();
        }
        let known = self.steps.last().map(|step| step.positions.start);
        let mut next = document.parent(position);
        while Some(next) != known {
            self.climbed.push(next);
            if next == 0 {
                break;
            }
            next = document.parent(next);
        }
        while let Some(position) = self.climbed.pop() {
            let step = self.step(position);
            self.steps.push(step);
        }
        self.steps.last().map_or(Hint::default(), |step| step.says)
    }

    /// The step to a position from the one before it.
    fn step(&self, position: u32) -> Step {
        let document = self.basis.page.document;
        let positions = position..document.end(position);
        let segments = document.segment_range(positions.clone());
        let says = self.says(position);
        let Some(around) = self.steps.last() else { return Step { positions, says, segments, larger: 0, cells: None } };
        let larger = if around.segments.len() > segments.len() { self.steps.len() - 1 } else { around.larger };
        Step { positions, says: around.says.with(says), segments, larger, cells: None }
    }

    /// How deep the element at a position, one of those of the path, lies.
    pub(super) fn depth(&self, position: u32) -> usize {
        self.steps.iter().rposition(|step| step.positions.start < position).map_or(0, |above| above + 1)
    }

    /// The element so deep.
    pub(super) fn at(&self, depth: usize) -> Option<&Step> {
        self.steps.get(depth)
    }

    /// The same, and what is written of the segments in it.
    #[inline]
    pub(super) fn held(&mut self, depth: usize) -> Option<(&Step, [u8; 5])> {
        let step = self.steps.get_mut(depth)?;
        let cells = match step.cells {
            Some(cells) => cells,
            None => *step.cells.insert(cells(&self.basis.sums, &step.segments)),
        };
        Some((step, cells))
    }

    /// What an element's own names say. The frame of the page carries names that are about the page, not about what is in it.
    fn says(&self, position: u32) -> Hint {
        let document = self.basis.page.document;
        let tag = document.tag(position);
        if matches!(tag, Tag::Html | Tag::Body) { Hint::default() } else { document.hint(position) }
    }
}

/// What is written of a stretch of segments; set apart, since nearly every segment asks for what one before it asked for.
#[inline(never)]
fn cells(sums: &Sums, segments: &Range<usize>) -> [u8; 5] {
    sums.within(segments.clone()).cells(sums.all())
}
