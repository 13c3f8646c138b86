//! A tree made by hand, for readers of other formats.

use std::ops::Range;

use super::node::{Arena, NONE, Node, NodeKind, OWN_NAMES};
use super::{NodeId, Tree};
use crate::attribute::{LAST, OWN, Record, number_of};
use crate::tag::Tag;

/// Builds a [`Tree`] over a source that is not HTML: elements are opened and closed, text is given as places of the source.
///
/// ```
/// use dateline_html::{Builder, Tag};
///
/// let source = "LONDON --\nRain.";
/// let mut builder = Builder::new(source);
/// builder.open(Tag::P, 0..15);
/// builder.text(0..9);
/// builder.replaced(" ", 9..10);
/// builder.text(10..15);
/// builder.close();
/// let tree = builder.finish();
/// assert_eq!(tree.text_content(tree.root()), "LONDON -- Rain.");
/// ```
#[derive(Debug)]
pub struct Builder<'s> {
    tree: Tree<'s>,
    open: Vec<u32>,
}

impl<'s> Builder<'s> {
    /// A document without children over this source, of which at most `u32::MAX - 1` bytes can be named.
    #[must_use]
    pub fn new(source: &'s str) -> Builder<'s> {
        let mut arena = Arena::default();
        let end = u32::try_from(source.len()).unwrap_or(NONE - 1);
        let root = arena.push(Node::new(NodeKind::Document, 0, end));
        let tree = Tree { source, arena, attributes: Vec::new(), names: Vec::new(), limits: Vec::new(), quirks: false };
        Builder { tree, open: vec![root] }
    }

    fn parent(&self) -> u32 {
        self.open.last().copied().unwrap_or(0)
    }

    /// Opens an element within the one that is open; `span` is what [`Tree::span`] will say.
    pub fn open(&mut self, tag: Tag, span: Range<u32>) -> NodeId {
        let mut node = Node::new(NodeKind::Element, span.start, span.end);
        node.name = if tag == Tag::Other { OWN_NAMES } else { tag as u32 };
        let id = self.tree.arena.push(node);
        let parent = self.parent();
        self.tree.arena.append(parent, id);
        self.open.push(id);
        NodeId(id)
    }

    /// Gives the element that was opened last, and that has no child yet, an attribute; `name` in lower case, `span`
    /// where its value comes from. An attribute that it has already stays as it is.
    pub fn attr(&mut self, name: &str, value: &str, span: Range<u32>) {
        let id = self.parent();
        let Ok(name_len) = u16::try_from(name.len()) else {
            return;
        };
        if self.tree.find_attr(NodeId(id), name).is_some() {
            return;
        }
        let own = &mut self.tree.arena.own;
        let start = own.len() as u32;
        own.push_str(name);
        own.push_str(value);
        own.push_str(&format!("{:08x}{:08x}", span.start, span.end));
        let record = Record {
            name: start,
            name_len,
            number: number_of(name),
            flags: OWN | LAST,
            value: start + u32::from(name_len),
            value_len: value.len() as u32,
        };
        let place = self.tree.attributes.len() as u32;
        let Some(node) = self.tree.arena.nodes.get_mut(id as usize) else {
            return;
        };
        if node.attributes == NONE {
            node.attributes = place;
        } else if let Some(last) = self.tree.attributes.last_mut() {
            last.flags &= !LAST;
        }
        self.tree.attributes.push(record);
    }

    /// Adds the source's own bytes of this range to the text of the open element; a range off the source or off its
    /// character boundaries adds nothing.
    pub fn text(&mut self, range: Range<u32>) {
        if self.tree.source.get(range.start as usize..range.end as usize).is_some_and(|text| !text.is_empty()) {
            let piece = self.tree.arena.push_piece(range.start, range.end, NONE);
            self.add(piece);
        }
    }

    /// Adds text that stands for this range of the source.
    pub fn replaced(&mut self, text: &str, range: Range<u32>) {
        if !text.is_empty() {
            let replacement = self.tree.arena.push_replacement(text);
            let piece = self.tree.arena.push_piece(range.start, range.end, replacement);
            self.add(piece);
        }
    }

    fn add(&mut self, piece: u32) {
        let parent = self.parent();
        let arena = &mut self.tree.arena;
        let last = arena.nodes.get(parent as usize).map_or(NONE, |node| node.last);
        let before = arena.text_at(last);
        if let Some(added) = arena.add_text(before, piece, piece) {
            arena.append(parent, added);
        }
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    /// The tree; what is still open is closed.
    #[must_use]
    pub fn finish(self) -> Tree<'s> {
        self.tree
    }
}
