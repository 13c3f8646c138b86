//! Nodes into the arena: where they go, and how they know their place in the source.

use super::class::{self, FOSTER};
use super::stack::{Entry, html_entry};
use super::{Construction, Run, StartTag};
use crate::tag::Tag;
use crate::tree::node::{BLANK, NONE, Node, NodeKind, Space};

/// Where a node goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// Behind the last child of this node.
    Within(u32),
    /// Before this table; where that hangs nowhere, into the other node.
    Before { table: u32, otherwise: u32 },
}

impl Construction<'_> {
    /// The appropriate place for a node that is inserted into the current one.
    #[inline]
    pub(super) fn place(&self) -> Place {
        self.place_in(self.stack.current())
    }

    /// The same with another target.
    #[inline]
    pub(super) fn place_in(&self, target: Entry) -> Place {
        if self.fostering && target.class & FOSTER != 0 { self.foster_place() } else { Place::Within(target.id) }
    }

    fn foster_place(&self) -> Place {
        for (index, entry) in self.stack.rev() {
            if entry.is(Tag::Template as u32) {
                return Place::Within(entry.id);
            }
            if entry.is(Tag::Table as u32) {
                return Place::Before { table: entry.id, otherwise: self.stack.get(index.saturating_sub(1)).id };
            }
        }
        Place::Within(self.stack.get(0).id)
    }

    /// Hangs in a node that hangs nowhere.
    #[inline]
    pub(super) fn attach(&mut self, place: Place, node: u32) {
        match place {
            Place::Within(parent) => self.arena.append(parent, node),
            Place::Before { table, otherwise } => {
                if self.arena.nodes.get(table as usize).is_some_and(|table| table.parent != NONE) {
                    self.arena.insert_before(table, node);
                } else {
                    self.arena.append(otherwise, node);
                }
            }
        }
    }

    /// An element without a tag of its own: empty, where the token at hand starts.
    pub(super) fn create_implied(&mut self, tag: Tag) -> u32 {
        let mut node = Node::new(NodeKind::Element, self.token.0, self.token.0);
        node.name = tag as u32;
        self.elements += 1;
        self.arena.push(node)
    }

    /// Inserts and opens one.
    pub(super) fn insert_implied(&mut self, tag: Tag) -> Entry {
        let entry = html_entry(self.create_implied(tag), tag as u32);
        self.attach(self.place(), entry.id);
        self.stack.push(entry);
        entry
    }

    /// The element of a start tag.
    #[inline]
    fn create(&mut self, start: &StartTag<'_>, name: u32, space: Space) -> u32 {
        let mut node = Node::new(NodeKind::Element, self.token.0, self.token.1);
        node.name = name;
        node.space = space;
        node.attributes = start.attributes();
        self.elements += 1;
        self.created = true;
        self.arena.push(node)
    }

    /// Inserts the HTML element of a start tag, and opens it.
    #[inline]
    pub(super) fn insert(&mut self, start: &StartTag<'_>) -> Entry {
        let entry = self.insert_void(start);
        self.stack.push(entry);
        entry
    }

    /// Inserts the HTML element of a start tag.
    #[inline]
    pub(super) fn insert_void(&mut self, start: &StartTag<'_>) -> Entry {
        // What is taken for an ordinary element, by a limit, is in no set.
        let class = if start.tag == Tag::Other { class::HTML } else { class::of_html(start.name) };
        let entry = Entry { id: self.create(start, start.name, Space::Html), name: start.name, class };
        self.attach(self.place(), entry.id);
        entry
    }

    /// Inserts an element of SVG or MathML, and opens it unless it closes itself; `kept` is the name for the tree.
    pub(super) fn insert_foreign(&mut self, start: &StartTag<'_>, space: Space, kept: u32, class: u32) {
        let id = self.create(start, kept, space);
        self.attach(self.place(), id);
        if !start.self_closing {
            self.stack.push(Entry { id, name: start.name, class });
        }
    }

    /// The first `<html>`.
    pub(super) fn insert_root(&mut self, start: Option<&StartTag<'_>>) {
        let id = match start {
            Some(start) => self.create(start, start.name, Space::Html),
            None => self.create_implied(Tag::Html),
        };
        self.root = id;
        self.arena.append(0, id);
        self.stack.push(html_entry(id, Tag::Html as u32));
    }

    /// A run of text at the appropriate place.
    #[inline]
    pub(super) fn insert_text(&mut self, run: Run) {
        let place = self.place();
        let before = match place {
            Place::Within(parent) => self.arena.nodes.get(parent as usize).map_or(NONE, |node| node.last),
            Place::Before { table, otherwise } => match self.arena.nodes.get(table as usize) {
                Some(node) if node.parent != NONE => node.previous,
                _ => self.arena.nodes.get(otherwise as usize).map_or(NONE, |node| node.last),
            },
        };
        let before = self.arena.text_at(before);
        if let Some(added) = self.arena.add_text(before, run.first, run.last) {
            if run.is_space
                && let Some(node) = self.arena.nodes.get_mut(added as usize)
            {
                node.name = BLANK;
            }
            self.attach(place, added);
        }
    }

    /// The comment at hand, into a node or at a place.
    pub(super) fn insert_comment(&mut self, place: Place, inner: (u32, u32)) {
        let mut node = Node::new(NodeKind::Comment, self.token.0, self.token.1);
        (node.first, node.last) = inner;
        let id = self.arena.push(node);
        self.attach(place, id);
    }

    /// Notes the end tag at hand at the element that it closes: the first one.
    #[inline]
    pub(super) fn close(&mut self, id: u32) {
        if self.is_closing
            && let Some(node) = self.arena.nodes.get_mut(id as usize)
            && node.closed_len == 0
            && let Ok(length) = u16::try_from(self.token.1 - self.token.0)
        {
            node.closed = self.token.0;
            node.closed_len = length;
            self.is_closing = false;
        }
    }
}
