//! Iterators over a tree: loops over its links.

use super::node::NONE;
use super::{NodeId, Piece, Tree, link};
use crate::attribute::{Attr, LAST};

/// The children of a node in order.
#[derive(Clone, Debug)]
pub struct Children<'t, 's> {
    tree: &'t Tree<'s>,
    next: Option<NodeId>,
}

impl Iterator for Children<'_, '_> {
    type Item = NodeId;

    #[inline]
    fn next(&mut self) -> Option<NodeId> {
        let id = self.next?;
        self.next = self.tree.next_sibling(id);
        Some(id)
    }
}

/// The ancestors of a node, its parent first.
#[derive(Clone, Debug)]
pub struct Ancestors<'t, 's> {
    tree: &'t Tree<'s>,
    next: Option<NodeId>,
}

impl Iterator for Ancestors<'_, '_> {
    type Item = NodeId;

    #[inline]
    fn next(&mut self) -> Option<NodeId> {
        let id = self.next?;
        self.next = self.tree.parent(id);
        Some(id)
    }
}

/// The descendants of a node in document order, without the node.
#[derive(Clone, Debug)]
pub struct Descendants<'t, 's> {
    tree: &'t Tree<'s>,
    root: NodeId,
    next: Option<NodeId>,
}

impl Iterator for Descendants<'_, '_> {
    type Item = NodeId;

    #[inline]
    fn next(&mut self) -> Option<NodeId> {
        let id = self.next?;
        self.next = self.tree.first_child(id).or_else(|| self.tree.after(id, self.root));
        Some(id)
    }
}

impl<'s> Tree<'s> {
    /// The children in order.
    #[must_use]
    pub fn children(&self, id: NodeId) -> Children<'_, 's> {
        Children { tree: self, next: self.first_child(id) }
    }

    /// The ancestors, the parent first.
    #[must_use]
    pub fn ancestors(&self, id: NodeId) -> Ancestors<'_, 's> {
        Ancestors { tree: self, next: self.parent(id) }
    }

    /// The descendants in document order.
    #[must_use]
    pub fn descendants(&self, id: NodeId) -> Descendants<'_, 's> {
        Descendants { tree: self, root: id, next: self.first_child(id) }
    }

    /// The node behind the subtree of `id`, within that of `root`.
    #[inline]
    pub(super) fn after(&self, mut id: NodeId, root: NodeId) -> Option<NodeId> {
        while id != root {
            if let Some(next) = self.next_sibling(id) {
                return Some(next);
            }
            id = self.parent(id)?;
        }
        None
    }
}

/// The pieces of a text node.
#[derive(Clone, Debug)]
pub struct Pieces<'t> {
    pub(super) tree: &'t Tree<'t>,
    pub(super) next: u32,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    #[inline]
    fn next(&mut self) -> Option<Piece<'t>> {
        let arena = &self.tree.arena;
        let record = arena.pieces.get(self.next as usize)?;
        self.next = record.next;
        let verbatim = record.replacement == NONE;
        let text = if verbatim {
            self.tree.source.get(record.start as usize..record.end as usize)
        } else {
            let own = arena.replacements.get(record.replacement as usize);
            own.and_then(|&(start, end)| arena.own.get(start as usize..end as usize))
        };
        Some(Piece { text: text.unwrap_or(""), source: record.start..record.end, verbatim })
    }
}

/// The attributes of an element.
#[derive(Clone, Debug)]
pub struct Attributes<'t> {
    pub(super) tree: &'t Tree<'t>,
    pub(super) next: u32,
}

impl<'t> Iterator for Attributes<'t> {
    type Item = Attr<'t>;

    #[inline]
    fn next(&mut self) -> Option<Attr<'t>> {
        let record = *link(self.next).and_then(|id| self.tree.attributes.get(id.index()))?;
        self.next = if record.flags & LAST != 0 { NONE } else { self.next + 1 };
        Some(self.tree.view(record))
    }
}
