//! Lists, with all lists nested in them, as one block each.

use super::blocks::Assembler;
use crate::{
    document::{Document, NodeKind, Tag},
    model::{Block, BlockKind, ListItem},
    text::Span,
};

/// A list that is being read, with all lists nested in it.
pub(super) struct OpenList {
    ordered: bool,
    pub(super) items: Vec<ListItem>,
    pub(super) depth: u8,
    /// Whether the next words begin an item of their own.
    pub(super) at_item: bool,
}

impl Assembler<'_, '_> {
    pub(super) fn enter_list(&mut self, ordered: bool) {
        match &mut self.list {
            Some(list) => list.depth = list.depth.saturating_add(1),
            None => self.list = Some(OpenList { ordered, items: Vec::new(), depth: 0, at_item: true }),
        }
    }

    pub(super) fn leave_list(&mut self) {
        match self.list.take() {
            Some(mut list) if list.depth > 0 => {
                list.depth -= 1;
                // words of the outer item that follow a nested list are an item of their own: an item is one stretch of the text
                list.at_item = true;
                self.list = Some(list);
            }
            Some(OpenList { ordered, items, .. }) => {
                let Some(span) = items.iter().map(|item| item.span).reduce(Span::hull) else { return };
                let marks = self.writer.take_marks();
                self.push(Block { marks, ..Block::new(span, BlockKind::List { ordered, items }) });
                self.push_waiting();
            }
            None => {}
        }
    }
}

/// Whether a list is one to the reader, and not a way to lay out a page: none of its items holds headings, tables, pictures with captions or several paragraphs of length.
pub(super) fn is_list(document: &Document<'_>, position: u32) -> bool {
    const LONG_PARAGRAPH: u32 = 200;
    let tree = document.tree();
    let structured = (position..document.end(position)).any(|at| {
        let node = document.at(at);
        tree.kind(node) == NodeKind::Element
            && matches!(
                tree.tag(node),
                Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::Table | Tag::Figure | Tag::Article | Tag::Section | Tag::Blockquote | Tag::Pre
            )
    });
    if structured {
        return false;
    }
    let mut item = 0;
    let mut long = 0;
    for segment in document.segments_in(position..document.end(position)) {
        let node = document.at(segment.block);
        let parent = if tree.tag(node) == Tag::Li { segment.block } else { tree.parent(node).map_or(0, |node| document.position(node)) };
        long = if parent == item { long } else { 0 } + u32::from(segment.weight > LONG_PARAGRAPH);
        item = parent;
        if long > 2 {
            return false;
        }
    }
    true
}
