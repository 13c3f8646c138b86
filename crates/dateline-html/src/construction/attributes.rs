//! The few attributes that the rules read, and those of a second `<html>` or `<body>`.

use std::collections::HashSet;

use super::{Construction, StartTag};
use crate::attribute::{LAST, Record, known, lower_name};
use crate::entity::decode_value;
use crate::tree::node::NONE;

/// How often the attributes of a second `<html>` or `<body>` are added to those of the first.
const MAX_MERGES: u32 = 16;

impl Construction<'_> {
    fn value(&self, start: &StartTag<'_>, name: u8) -> Option<std::borrow::Cow<'_, str>> {
        let record = start.records.iter().find(|record| record.number == name)?;
        Some(decode_value(self.source.get(record.value_range()).unwrap_or("")))
    }

    pub(super) fn is_hidden(&self, input: &StartTag<'_>) -> bool {
        self.value(input, const { known("type") }).is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
    }

    /// Does an `<annotation-xml>` say that HTML is inside?
    pub(super) fn holds_html(&self, annotation: &StartTag<'_>) -> bool {
        self.value(annotation, const { known("encoding") })
            .is_some_and(|encoding| ["text/html", "application/xhtml+xml"].iter().any(|html| encoding.eq_ignore_ascii_case(html)))
    }

    pub(super) fn is_coloured(&self, font: &StartTag<'_>) -> bool {
        font.records.iter().any(|record| const { [known("color"), known("face"), known("size")] }.contains(&record.number))
    }

    /// Adds a tag's attributes, those from `first` on, to an element that lacks them.
    pub(super) fn merge_attributes(&mut self, target: u32, attributes: &mut Vec<Record>, first: usize) {
        let Some(node) = self.arena.nodes.get_mut(target as usize) else {
            return;
        };
        if node.attributes == NONE {
            node.attributes = first as u32;
            return;
        }
        self.merges += 1;
        if self.merges > MAX_MERGES {
            attributes.truncate(first);
            return;
        }
        let added = attributes.split_off(first);
        let old = node.attributes as usize;
        let length = attributes[old..].iter().position(|record| record.flags & LAST != 0).map_or(0, |last| last + 1);
        node.attributes = attributes.len() as u32;
        attributes.extend_from_within(old..old + length);
        let name = |record: &Record| lower_name(self.source.get(record.name_range()).unwrap_or(""));
        let present: HashSet<_> = attributes[first..].iter().map(name).collect();
        let missing: Vec<Record> = added.into_iter().filter(|record| !present.contains(&name(record))).collect();
        attributes.extend(missing);
        for record in &mut attributes[first..] {
            record.flags &= !LAST;
        }
        if let Some(last) = attributes.last_mut() {
            last.flags |= LAST;
        }
    }
}
