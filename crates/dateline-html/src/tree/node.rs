//! The flat arena's records.

/// No node, no piece, no attribute.
pub(crate) const NONE: u32 = u32::MAX;

/// A node of a [`Tree`](crate::Tree): its place in the arena. Ids are given out in the order of creation, which is
/// not quite document order; the document is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    /// The place in flat arrays of length [`Tree::len`](crate::Tree::len).
    #[inline]
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The id of a place. Of a place that no node has, the accessors give what they give of an empty text node.
    #[inline]
    #[must_use]
    pub fn from_index(index: usize) -> NodeId {
        NodeId(u32::try_from(index).unwrap_or(NONE))
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum NodeKind {
    /// The root of the page.
    Document,
    /// The root of a part that was read on its own and added later: [`Tree::add_fragment`](crate::Tree::add_fragment).
    Fragment,
    /// `<!DOCTYPE …>`.
    Doctype,
    /// `<!-- … -->` and what is read as one.
    Comment,
    /// An element. The contents of a `<template>` are its children.
    Element,
    /// Text: never two in a row.
    Text,
}

/// The namespace of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Space {
    Html,
    Svg,
    MathMl,
}

/// The name of a text node that is known to be white space.
pub(crate) const BLANK: u32 = 0;

/// Names below this are places in the table of tags, others (less this) places in the tree's own list.
pub(crate) const OWN_NAMES: u32 = 256;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) parent: u32,
    pub(crate) previous: u32,
    pub(crate) next: u32,
    /// Element: first child. Text: first piece. Comment and doctype: where the inside starts.
    pub(crate) first: u32,
    /// Element: last child. Text: last piece. Comment and doctype: where the inside ends.
    pub(crate) last: u32,
    /// Element: its name. Text: [`BLANK`], or none.
    pub(crate) name: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The first attribute's record.
    pub(crate) attributes: u32,
    /// Where the end tag starts.
    pub(crate) closed: u32,
    /// The end tag's length; 0 where none was seen.
    pub(crate) closed_len: u16,
    pub(crate) kind: NodeKind,
    pub(crate) space: Space,
}

impl Node {
    pub(crate) fn new(kind: NodeKind, start: u32, end: u32) -> Node {
        Node {
            parent: NONE,
            previous: NONE,
            next: NONE,
            first: NONE,
            last: NONE,
            name: NONE,
            start,
            end,
            attributes: NONE,
            closed: end,
            closed_len: 0,
            kind,
            space: Space::Html,
        }
    }

    /// Can it have children?
    #[inline]
    pub(crate) fn is_parent(&self) -> bool {
        matches!(self.kind, NodeKind::Element | NodeKind::Document | NodeKind::Fragment)
    }
}

/// A stretch of a text node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PieceRecord {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The next piece of the text node.
    pub(crate) next: u32,
    /// Which replacement it stands for; `NONE` where it is verbatim.
    pub(crate) replacement: u32,
}

/// What a tree is made of, while it is built and after.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    pub(crate) nodes: Vec<Node>,
    pub(crate) pieces: Vec<PieceRecord>,
    /// Stretches of `own`.
    pub(crate) replacements: Vec<(u32, u32)>,
    /// Replacement text; names and values of attributes that stand nowhere in the source.
    pub(crate) own: String,
}

impl Arena {
    pub(crate) fn push(&mut self, node: Node) -> u32 {
        let id = self.nodes.len() as u32;
        self.nodes.push(node);
        id
    }

    pub(crate) fn push_replacement(&mut self, text: &str) -> u32 {
        let start = self.own.len() as u32;
        self.own.push_str(text);
        self.replacements.push((start, self.own.len() as u32));
        (self.replacements.len() - 1) as u32
    }

    pub(crate) fn push_piece(&mut self, start: u32, end: u32, replacement: u32) -> u32 {
        let id = self.pieces.len() as u32;
        self.pieces.push(PieceRecord { start, end, next: NONE, replacement });
        id
    }

    #[inline]
    fn node(&mut self, id: u32) -> Option<&mut Node> {
        self.nodes.get_mut(id as usize)
    }

    /// Hangs a parentless node in as the last child.
    pub(crate) fn append(&mut self, parent: u32, child: u32) {
        let Some(node) = self.node(parent) else {
            return;
        };
        let last = node.last;
        node.last = child;
        if last == NONE {
            node.first = child;
        } else if let Some(last) = self.node(last) {
            last.next = child;
        }
        if let Some(node) = self.node(child) {
            node.parent = parent;
            node.previous = last;
            node.next = NONE;
        }
    }

    /// Hangs a parentless node in before another.
    pub(crate) fn insert_before(&mut self, sibling: u32, child: u32) {
        let Some(node) = self.node(sibling) else {
            return;
        };
        let (parent, previous) = (node.parent, node.previous);
        node.previous = child;
        if let Some(node) = self.node(child) {
            node.parent = parent;
            node.previous = previous;
            node.next = sibling;
        }
        if previous != NONE {
            if let Some(node) = self.node(previous) {
                node.next = child;
            }
        } else if let Some(node) = self.node(parent) {
            node.first = child;
        }
    }

    /// Takes a node out of its place.
    pub(crate) fn detach(&mut self, id: u32) {
        let Some(node) = self.node(id) else { return };
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        node.parent = NONE;
        node.previous = NONE;
        node.next = NONE;
        if parent == NONE {
            return;
        }
        if previous == NONE {
            if let Some(node) = self.node(parent) {
                node.first = next;
            }
        } else if let Some(node) = self.node(previous) {
            node.next = next;
        }
        if next == NONE {
            if let Some(node) = self.node(parent) {
                node.last = previous;
            }
        } else if let Some(node) = self.node(next) {
            node.previous = previous;
        }
    }

    /// Hangs all children of one node behind those of another.
    pub(crate) fn move_children(&mut self, from: u32, to: u32) {
        let Some(node) = self.node(from) else { return };
        let (first, last) = (node.first, node.last);
        node.first = NONE;
        node.last = NONE;
        if first == NONE {
            return;
        }
        let mut child = first;
        while let Some(node) = self.node(child) {
            node.parent = to;
            child = node.next;
        }
        let Some(node) = self.node(to) else { return };
        let before = node.last;
        node.last = last;
        if before == NONE {
            node.first = first;
        } else if let Some(node) = self.node(before) {
            node.next = first;
        }
        if let Some(node) = self.node(first) {
            node.previous = before;
        }
    }

    /// Adds linked pieces to the text node `text`, or to a new parentless one, which is given back.
    pub(crate) fn add_text(&mut self, text: Option<u32>, first: u32, last: u32) -> Option<u32> {
        let start = self.pieces.get(first as usize)?.start;
        let end = self.pieces.get(last as usize)?.end;
        let Some(text) = text else {
            let mut node = Node::new(NodeKind::Text, start, end);
            node.first = first;
            node.last = last;
            return Some(self.push(node));
        };
        let node = self.node(text)?;
        let before = node.last;
        node.last = last;
        node.name = NONE;
        node.start = node.start.min(start);
        node.end = node.end.max(end);
        if let Some(piece) = self.pieces.get_mut(before as usize) {
            piece.next = first;
        }
        None
    }

    /// The node, if it is text.
    pub(crate) fn text_at(&self, id: u32) -> Option<u32> {
        self.nodes.get(id as usize).filter(|node| node.kind == NodeKind::Text).map(|_| id)
    }

    /// Makes children of nodes at this depth their next siblings, so that none is deeper; tells whether there were any.
    pub(crate) fn flatten(&mut self, root: u32, max_depth: u32) -> bool {
        let mut flattened = false;
        let mut id = root;
        let mut depth = 0;
        loop {
            let Some(node) = self.nodes.get(id as usize).copied() else {
                return flattened;
            };
            let has_children = node.is_parent() && node.first != NONE;
            if has_children && depth >= max_depth && node.parent != NONE {
                self.lift_children(id);
                flattened = true;
            } else if has_children {
                depth += 1;
                id = node.first;
                continue;
            }
            let mut at = id;
            loop {
                let Some(node) = self.nodes.get(at as usize) else {
                    return flattened;
                };
                if at == root {
                    return flattened;
                }
                if node.next != NONE {
                    id = node.next;
                    break;
                }
                at = node.parent;
                depth -= 1;
            }
        }
    }

    /// Hangs a node's children in behind it.
    fn lift_children(&mut self, id: u32) {
        let Some(node) = self.node(id) else { return };
        let (parent, next, first, last) = (node.parent, node.next, node.first, node.last);
        node.first = NONE;
        node.last = NONE;
        node.next = first;
        let mut child = first;
        while child != NONE {
            let Some(node) = self.node(child) else { break };
            node.parent = parent;
            child = node.next;
        }
        if let Some(node) = self.node(first) {
            node.previous = id;
        }
        if let Some(node) = self.node(last) {
            node.next = next;
        }
        if next == NONE {
            if let Some(node) = self.node(parent) {
                node.last = last;
            }
        } else if let Some(node) = self.node(next) {
            node.previous = last;
        }
    }
}
