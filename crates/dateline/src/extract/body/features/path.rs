//! The way from the root to a place of the page, kept while the page is gone through in order: each element of it is looked at once.

use crate::document::{Document, Hint, Tag};

/// The open elements around the place that was asked for last, that place included, from the root down.
pub(super) struct Path<'d, 'i> {
    document: &'d Document<'i>,
    steps: Vec<Step>,
    /// Positions that are on the way up and not yet on the path.
    climbed: Vec<u32>,
}

/// One element of the path.
struct Step {
    position: u32,
    end: u32,
    /// What its own names and those of all around it say.
    says: Hint,
}

impl<'d, 'i> Path<'d, 'i> {
    pub(super) fn new(document: &'d Document<'i>) -> Self {
        Self { document, steps: Vec::with_capacity(32), climbed: Vec::with_capacity(32) }
    }

    /// Goes on to a position that lies behind those before; gives what all names around it say together, and how deep the element at `block`, one of those around it, lies.
    pub(super) fn to(&mut self, position: u32, block: u32) -> (Hint, u8) {
        while self.steps.last().is_some_and(|step| step.end <= position) {
            self.steps.pop();
        }
        let known = self.steps.last().map(|step| step.position);
        let mut next = position;
        while Some(next) != known {
            self.climbed.push(next);
            if next == 0 {
                break;
            }
            next = self.document.parent(next);
        }
        while let Some(position) = self.climbed.pop() {
            let around = self.steps.last().map_or(Hint::default(), |step| step.says);
            self.steps.push(Step { position, end: self.document.end(position), says: around.with(self.says(position)) });
        }
        let depth = self.steps.partition_point(|step| step.position < block);
        (self.steps.last().map_or(Hint::default(), |step| step.says), u8::try_from(depth).unwrap_or(u8::MAX))
    }

    /// What an element's own names say. The frame of the page carries names that are about the page, not about what is in it.
    fn says(&self, position: u32) -> Hint {
        let tag = self.document.tree().tag(self.document.at(position));
        if matches!(tag, Tag::Html | Tag::Body) { Hint::default() } else { self.document.hint(position) }
    }
}
