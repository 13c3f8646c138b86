//! The flat tree and how it is read.

mod add;
mod build;
pub(crate) mod node;
mod order;
mod walk;

use std::borrow::Cow;
use std::ops::Range;

pub use self::add::Located;
pub use self::build::Builder;
pub use self::node::{NodeId, NodeKind};
pub use self::order::{AsMade, Order};
pub use self::walk::{Ancestors, Attributes, Children, Descendants, Pieces};

use self::node::{Arena, BLANK, NONE, Node, OWN_NAMES, Space};
use crate::attribute::{Attr, KnownName, KnownNames, LAST, OWN, Record, known_name};
use crate::options::LimitHit;
use crate::tag::Tag;
use crate::tokenizer::normal;

/// A stretch of the source, in UTF-8 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SourceRange {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl SourceRange {
    /// Does it hold no byte?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The stretch as a range.
    #[must_use]
    pub fn range(self) -> Range<u32> {
        self.start..self.end
    }
}

impl From<Range<u32>> for SourceRange {
    fn from(range: Range<u32>) -> SourceRange {
        SourceRange { start: range.start, end: range.end }
    }
}

/// A stretch of a text node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// What it says.
    pub text: &'t str,
    /// Where that comes from, in UTF-8 bytes of the source.
    pub source: Range<u32>,
    /// Is `text` the very bytes of `source`? If not the piece is indivisible: a decoded character reference, a line end
    /// that was a carriage return, NULs that became U+FFFD.
    pub verbatim: bool,
}

/// A page as a flat tree over its source: nodes with links, text as pieces of the source, attributes as spans of it.
///
/// It is plain data, `Send` and `Sync`, and never changes but by [`add_fragment`](Tree::add_fragment). All its walks
/// are loops.
#[derive(Debug)]
pub struct Tree<'s> {
    pub(crate) source: &'s str,
    pub(crate) arena: Arena,
    pub(crate) attributes: Vec<Record>,
    pub(crate) names: Vec<Box<str>>,
    pub(crate) limits: Vec<LimitHit>,
    pub(crate) quirks: bool,
}

impl<'s> Tree<'s> {
    #[inline]
    fn node(&self, id: NodeId) -> Option<&Node> {
        self.arena.nodes.get(id.index())
    }

    #[inline]
    fn element(&self, id: NodeId) -> Option<&Node> {
        self.node(id).filter(|node| node.kind == NodeKind::Element)
    }

    /// What was parsed.
    #[must_use]
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The document node.
    #[must_use]
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// How many nodes the arena has; some may hang nowhere, where the rules of HTML took them out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.arena.nodes.len()
    }

    /// Never: a tree has its document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.arena.nodes.is_empty()
    }

    /// The limits that were met, each once, in the order of their first time.
    #[must_use]
    pub fn limits_hit(&self) -> &[LimitHit] {
        &self.limits
    }

    /// Does the doctype, or its lack, put the page in quirks mode?
    #[must_use]
    pub fn is_quirky(&self) -> bool {
        self.quirks
    }

    /// What the node is.
    #[inline]
    #[must_use]
    pub fn kind(&self, id: NodeId) -> NodeKind {
        self.node(id).map_or(NodeKind::Text, |node| node.kind)
    }

    /// The element's tag, whatever its namespace; [`Tag::Other`] for names outside the table and for what is no element.
    #[inline]
    #[must_use]
    pub fn tag(&self, id: NodeId) -> Tag {
        self.element(id).map_or(Tag::Other, |node| Tag::from_index(node.name as usize))
    }

    /// The element's local name as HTML gives it (lower case, but `foreignObject`); empty for what is no element.
    #[must_use]
    pub fn name(&self, id: NodeId) -> &str {
        let Some(node) = self.element(id) else {
            return "";
        };
        match node.name.checked_sub(OWN_NAMES) {
            Some(own) => self.names.get(own as usize).map_or("", |name| name),
            None => Tag::from_index(node.name as usize).name(),
        }
    }

    /// Is it an element of the HTML namespace, and not of SVG or MathML?
    #[must_use]
    pub fn is_html(&self, id: NodeId) -> bool {
        self.element(id).is_some_and(|node| node.space == Space::Html)
    }

    /// The parent; none of the roots and of nodes that hang nowhere.
    #[inline]
    #[must_use]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        link(self.node(id)?.parent)
    }

    /// The first child.
    #[inline]
    #[must_use]
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).filter(|node| node.is_parent()).and_then(|node| link(node.first))
    }

    /// The last child.
    #[inline]
    #[must_use]
    pub fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).filter(|node| node.is_parent()).and_then(|node| link(node.last))
    }

    /// The sibling after it.
    #[inline]
    #[must_use]
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        link(self.node(id)?.next)
    }

    /// The sibling before it.
    #[inline]
    #[must_use]
    pub fn prev_sibling(&self, id: NodeId) -> Option<NodeId> {
        link(self.node(id)?.previous)
    }

    /// Where the node stands: an element's start tag (empty, at its place, where it has none), a text's hull, a comment
    /// or doctype with its marks, the whole source for the document.
    #[must_use]
    pub fn span(&self, id: NodeId) -> SourceRange {
        self.node(id).map_or(SourceRange::default(), |node| SourceRange { start: node.start, end: node.end })
    }

    /// The element's end tag, where one was seen.
    #[must_use]
    pub fn end_span(&self, id: NodeId) -> Option<SourceRange> {
        let node = self.element(id).filter(|node| node.closed_len > 0)?;
        Some(SourceRange { start: node.closed, end: node.closed + u32::from(node.closed_len) })
    }

    /// From the start tag to the end tag, or, where none was seen, to the end of the last descendant.
    #[must_use]
    pub fn outer_span(&self, id: NodeId) -> SourceRange {
        let mut span = self.span(id);
        if let Some(end) = self.end_span(id) {
            span.end = span.end.max(end.end);
            return span;
        }
        let mut last = id;
        while let Some(child) = self.last_child(last) {
            last = child;
            span.end = span.end.max(self.end_span(last).map_or(self.span(last).end, |end| end.end));
        }
        span
    }

    /// The element's attributes in source order, each name once.
    #[inline]
    #[must_use]
    pub fn attrs(&self, id: NodeId) -> Attributes<'_> {
        let first = self.element(id).map_or(NONE, |node| node.attributes);
        Attributes { tree: self, next: first }
    }

    /// Those of the element's attributes, in source order, that have one of these names.
    #[inline]
    pub fn attrs_among(&self, id: NodeId, names: KnownNames) -> impl Iterator<Item = (KnownName, Attr<'_>)> {
        let first = self.element(id).map_or(NONE, |node| node.attributes);
        let mut records = self.attributes.get(first as usize..).unwrap_or_default().iter();
        std::iter::from_fn(move || {
            loop {
                let record = *records.next()?;
                if record.flags & LAST != 0 {
                    records = [].iter();
                }
                if names.holds(record.number) {
                    return Some((KnownName::numbered(record.number), self.view(record)));
                }
            }
        })
    }

    /// The value of the attribute of this name (in lower case), decoded; empty for one without a value.
    #[must_use]
    pub fn attr(&self, id: NodeId, name: &str) -> Option<Cow<'_, str>> {
        self.find_attr(id, name).map(|attr| attr.value())
    }

    /// The attribute of this name (in lower case).
    #[must_use]
    pub fn find_attr(&self, id: NodeId, name: &str) -> Option<Attr<'_>> {
        let first = self.element(id)?.attributes;
        let records = self.attributes.get(first as usize..)?;
        for record in records {
            // comparing a few short names costs less than hashing the one that is looked for
            let is_it = match known_name(record.number) {
                Some(known) => known == name,
                None => self.view(*record).has_name(name),
            };
            if is_it {
                return Some(self.view(*record));
            }
            if record.flags & LAST != 0 {
                break;
            }
        }
        None
    }

    /// The attribute of this name.
    #[inline]
    #[must_use]
    pub fn find_known(&self, id: NodeId, name: KnownName) -> Option<Attr<'_>> {
        let records = self.attributes.get(self.element(id)?.attributes as usize..)?;
        for record in records {
            if record.number == name.number() {
                return Some(self.view(*record));
            }
            if record.flags & LAST != 0 {
                break;
            }
        }
        None
    }

    #[inline]
    pub(crate) fn view(&self, record: Record) -> Attr<'_> {
        if record.flags & OWN == 0 {
            return Attr { record, text: self.source, own_span: (0, 0) };
        }
        self.own_view(record)
    }

    /// Of an attribute that stands in the tree's own buffer.
    fn own_view(&self, record: Record) -> Attr<'_> {
        // The span stands before the name: two numbers of four bytes each would not be text, so it is a replacement.
        let at = record.name as usize + usize::from(record.name_len) + record.value_len as usize;
        let span = self.arena.own.get(at..at + 16).unwrap_or("");
        let number = |range: Range<usize>| span.get(range).and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(0);
        Attr { record, text: &self.arena.own, own_span: (number(0..8), number(8..16)) }
    }

    /// The pieces of a text node; none of others.
    #[inline]
    #[must_use]
    pub fn pieces(&self, id: NodeId) -> Pieces<'_> {
        let first = self.node(id).filter(|node| node.kind == NodeKind::Text).map_or(NONE, |node| node.first);
        Pieces { tree: self, next: first }
    }

    /// Whether a text node is known to be white space (line breaks, tabs, form feeds, blanks) and nothing else: what most of them are is told while the tree is built. One that took up
    /// more than a run of text is not known.
    #[inline]
    #[must_use]
    pub fn is_blank(&self, id: NodeId) -> bool {
        self.node(id).is_some_and(|node| node.kind == NodeKind::Text && node.name == BLANK)
    }

    /// What a text node says, or a comment between its marks; empty of others.
    #[must_use]
    pub fn text(&self, id: NodeId) -> Cow<'_, str> {
        let Some(node) = self.node(id) else {
            return Cow::Borrowed("");
        };
        if node.kind == NodeKind::Comment {
            let inner = self.source.get(node.first as usize..node.last as usize).unwrap_or("");
            return if inner.bytes().any(|byte| byte == b'\r' || byte == 0) { Cow::Owned(normal(inner)) } else { Cow::Borrowed(inner) };
        }
        let mut pieces = self.pieces(id);
        let Some(first) = pieces.next() else {
            return Cow::Borrowed("");
        };
        let Some(second) = pieces.next() else {
            return Cow::Borrowed(first.text);
        };
        let mut text = String::from(first.text);
        text.push_str(second.text);
        for piece in pieces {
            text.push_str(piece.text);
        }
        Cow::Owned(text)
    }

    /// What the text nodes of a subtree say, in document order.
    #[must_use]
    pub fn text_content(&self, id: NodeId) -> String {
        let mut text = String::new();
        for piece in self.pieces(id) {
            text.push_str(piece.text);
        }
        for id in self.descendants(id) {
            for piece in self.pieces(id) {
                text.push_str(piece.text);
            }
        }
        text
    }
}

#[inline]
fn link(id: u32) -> Option<NodeId> {
    (id != NONE).then_some(NodeId(id))
}
