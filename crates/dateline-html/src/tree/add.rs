//! A tree of another text (HTML found within a page's JSON) hung in beside the page's own.

use std::collections::HashMap;
use std::ops::Range;

use super::node::{NONE, Node, NodeKind, OWN_NAMES};
use super::{NodeId, Tree};
use crate::Tag;
use crate::attribute::{LAST, OWN, Record};

/// Where a stretch of the inner text comes from in the outer source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// UTF-8 bytes of the inner tree's source.
    pub inner: Range<u32>,
    /// UTF-8 bytes of the outer tree's source.
    pub outer: Range<u32>,
}

impl Tree<'_> {
    /// Copies another tree into this one as a detached [`NodeKind::Fragment`], which is given back.
    ///
    /// `locate` is asked for stretches of the inner source and pushes what they are made of, in order: where the outer
    /// bytes are the same the piece stays verbatim, else it is a replacement. Spans of the copies are those of the outer
    /// source.
    pub fn add_fragment(&mut self, fragment: &Tree<'_>, locate: &mut dyn FnMut(Range<u32>, &mut Vec<Located>)) -> NodeId {
        let names = self.names.iter().cloned().zip(OWN_NAMES..).collect();
        let mut adder = Adder { tree: self, locate, located: Vec::new(), names };
        let span = adder.hull(0..fragment.source.len() as u32);
        let root = adder.tree.arena.push(Node::new(NodeKind::Fragment, span.start, span.end));
        // A copy's parent is copied before it, since the walk is in document order.
        let mut copies = vec![NONE; fragment.len()];
        if let Some(place) = copies.first_mut() {
            *place = root;
        }
        for id in fragment.descendants(fragment.root()) {
            let Some(parent) = fragment.parent(id).and_then(|parent| copies.get(parent.index()).copied()) else {
                continue;
            };
            if let Some(copy) = adder.copy(fragment, id) {
                adder.tree.arena.append(parent, copy);
                copies[id.index()] = copy;
            }
        }
        NodeId(root)
    }

    /// As [`add_fragment`](Self::add_fragment), and hangs it in as the last child of the `<body>`; of the root where there is none.
    pub fn add_fragment_below_body(&mut self, fragment: &Tree<'_>, locate: &mut dyn FnMut(Range<u32>, &mut Vec<Located>)) {
        let root = self.root();
        let body = self.children(root).flat_map(|html| self.children(html)).find(|&node| self.tag(node) == Tag::Body);
        let added = self.add_fragment(fragment, locate);
        self.arena.append(body.unwrap_or(root).0, added.0);
    }
}

struct Adder<'a, 's> {
    tree: &'a mut Tree<'s>,
    locate: &'a mut dyn FnMut(Range<u32>, &mut Vec<Located>),
    located: Vec<Located>,
    /// The numbers of the outer tree's own names: a page may have a hundred thousand.
    names: HashMap<Box<str>, u32>,
}

impl Adder<'_, '_> {
    /// The outer stretch from the first to the last byte of an inner one.
    fn hull(&mut self, inner: Range<u32>) -> Range<u32> {
        self.located.clear();
        (self.locate)(inner, &mut self.located);
        let start = self.located.iter().map(|part| part.outer.start).min().unwrap_or(0);
        let end = self.located.iter().map(|part| part.outer.end).max().unwrap_or(start);
        start..end
    }

    /// A parentless copy of a node; comments and doctypes have none.
    fn copy(&mut self, fragment: &Tree<'_>, id: NodeId) -> Option<u32> {
        match fragment.kind(id) {
            NodeKind::Text => self.copy_text(fragment, id),
            NodeKind::Element => Some(self.copy_element(fragment, id)),
            _ => None,
        }
    }

    fn copy_element(&mut self, fragment: &Tree<'_>, id: NodeId) -> u32 {
        let inner = fragment.arena.nodes[id.index()];
        let span = self.hull(inner.start..inner.end);
        let mut node = Node::new(NodeKind::Element, span.start, span.end);
        node.space = inner.space;
        node.name = inner.name;
        if inner.name >= OWN_NAMES {
            node.name = self.own_name(fragment.name(id));
        }
        if let Some(end) = fragment.end_span(id) {
            let closed = self.hull(end.range());
            node.closed = closed.start;
            node.closed_len = u16::try_from(closed.end - closed.start).unwrap_or(0);
        }
        let first = self.tree.attributes.len();
        for attr in fragment.attrs(id) {
            let (name, value) = (attr.name(), attr.value());
            let span = self.hull(attr.value_span());
            let own = &mut self.tree.arena.own;
            let start = own.len() as u32;
            own.push_str(&name);
            own.push_str(&value);
            own.push_str(&format!("{:08x}{:08x}", span.start, span.end));
            let name_len = u16::try_from(name.len()).unwrap_or(0);
            self.tree.attributes.push(Record {
                name: start,
                name_len,
                number: attr.record.number,
                flags: OWN,
                value: start + u32::from(name_len),
                value_len: value.len() as u32,
            });
        }
        if let Some(last) = self.tree.attributes.get_mut(first..).and_then(<[Record]>::last_mut) {
            last.flags |= LAST;
            node.attributes = first as u32;
        }
        self.tree.arena.push(node)
    }

    /// The number of a name that is in no table.
    fn own_name(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.names.get(name) {
            return number;
        }
        let number = OWN_NAMES + self.tree.names.len() as u32;
        self.tree.names.push(Box::from(name));
        self.names.insert(Box::from(name), number);
        number
    }

    fn copy_text(&mut self, fragment: &Tree<'_>, id: NodeId) -> Option<u32> {
        let mut copy = None;
        for piece in fragment.pieces(id) {
            if !piece.verbatim {
                let outer = self.hull(piece.source.clone());
                self.add(&mut copy, piece.text, outer);
                continue;
            }
            self.located.clear();
            (self.locate)(piece.source.clone(), &mut self.located);
            for part in std::mem::take(&mut self.located) {
                let text = fragment.source.get(part.inner.start as usize..part.inner.end as usize).unwrap_or("");
                self.add(&mut copy, text, part.outer);
            }
        }
        copy
    }

    fn add(&mut self, copy: &mut Option<u32>, text: &str, outer: Range<u32>) {
        if text.is_empty() {
            return;
        }
        let arena = &mut self.tree.arena;
        let same = self.tree.source.get(outer.start as usize..outer.end as usize) == Some(text);
        let replacement = if same { NONE } else { arena.push_replacement(text) };
        let piece = arena.push_piece(outer.start, outer.end, replacement);
        if let Some(added) = arena.add_text(*copy, piece, piece) {
            *copy = Some(added);
        }
    }
}
