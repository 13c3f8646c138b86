//! The tree builder's calls in, the flat arena out.
//!
//! Text arrives as stand-ins ([`crate::stand_in`]), elements as names; positions are those of the token being processed.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, Tracer, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};

use crate::names::Names;
use crate::stand_in::{base_64, white_space_number};
use crate::tag::Tag;
use crate::tree::node::{Arena, NONE, Node, NodeKind, Space};

/// A node as the builder knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Handle {
    pub(crate) id: u32,
    /// The name that the builder sees; above it the namespace and [`INTEGRATION_POINT`].
    bits: u32,
}

const SPACE_SHIFT: u32 = 30;
/// An `<annotation-xml>` with HTML inside.
const INTEGRATION_POINT: u32 = 1 << 29;
const NAME: u32 = INTEGRATION_POINT - 1;

impl Handle {
    /// Stands for no node.
    pub(crate) const NONE: Handle = Handle { id: NONE, bits: NAME };

    #[inline]
    pub(crate) fn name(self) -> u32 {
        self.bits & NAME
    }

    /// Is it in the HTML namespace?
    pub(crate) fn is_html(self) -> bool {
        self.bits >> SPACE_SHIFT == Space::Html as u32
    }
}

pub(crate) struct Sink {
    pub(crate) arena: RefCell<Arena>,
    pub(crate) names: Names,
    pub(crate) quirks: Cell<bool>,
    /// Where the token starts and, of a start tag, ends; elements without a tag of their own are empty at its start.
    pub(crate) token: Cell<(u32, u32)>,
    /// The start tag that is being processed: the name that the builder sees, and the one that the tree keeps;
    /// `NONE` during any other token.
    pub(crate) current: Cell<(u32, u32)>,
    /// The node whose name the builder asked last.
    pub(crate) asked: Cell<Handle>,
    /// Where the inside of the comment being processed stands.
    pub(crate) inner: Cell<(u32, u32)>,
    /// The last element that was created with the current start tag's name; `NONE` where none was.
    pub(crate) created: Cell<u32>,
    /// Elements created so far: a bound on how the stack of open elements has grown.
    pub(crate) elements: Cell<u32>,
    /// An element that shall take the current tag's attributes as far as it has none of those names.
    pub(crate) merge: Cell<u32>,
    /// The name of the end tag that is being processed, the first element of that name that the builder looked at,
    /// and the last that it popped.
    pub(crate) watched: Cell<u32>,
    pub(crate) looked_at: Cell<u32>,
    pub(crate) popped: Cell<u32>,
    /// The piece of the text token that is being processed, and how much white space it starts with.
    pub(crate) piece: Cell<u32>,
    pub(crate) leading: Cell<u32>,
    /// The piece of the line feed behind `<pre>`.
    pub(crate) line_feed: Cell<u32>,
    /// How many NULs the token being processed stands for, and how many times the builder kept one.
    pub(crate) nuls: Cell<u32>,
    pub(crate) nuls_kept: Cell<u32>,
}

/// Name and namespace of an element, for the builder.
#[derive(Debug)]
pub(crate) struct Name<'a> {
    local: &'a LocalName,
    space: &'static Namespace,
}

impl ElemName for Name<'_> {
    #[inline(always)]
    fn ns(&self) -> &Namespace {
        self.space
    }

    #[inline(always)]
    fn local_name(&self) -> &LocalName {
        self.local
    }
}

static HTML: Namespace = ns!(html);
static SVG: Namespace = ns!(svg);
static MATH_ML: Namespace = ns!(mathml);
static SPACES: [&Namespace; 4] = [&HTML, &SVG, &MATH_ML, &MATH_ML];

impl Sink {
    pub(crate) fn new(source_length: usize) -> Sink {
        let mut arena = Arena {
            nodes: Vec::with_capacity(source_length / 48 + 8),
            pieces: Vec::with_capacity(source_length / 96 + 8),
            ..Arena::default()
        };
        arena.push(Node::new(NodeKind::Document, 0, source_length as u32));
        Sink {
            arena: RefCell::new(arena),
            names: Names::new(),
            quirks: Cell::new(false),
            token: Cell::new((0, 0)),
            current: Cell::new((NONE, NONE)),
            asked: Cell::new(Handle::NONE),
            inner: Cell::new((0, 0)),
            created: Cell::new(NONE),
            elements: Cell::new(0),
            merge: Cell::new(NONE),
            watched: Cell::new(NONE),
            looked_at: Cell::new(NONE),
            popped: Cell::new(NONE),
            piece: Cell::new(NONE),
            leading: Cell::new(0),
            line_feed: Cell::new(NONE),
            nuls: Cell::new(1),
            nuls_kept: Cell::new(0),
        }
    }

    /// The piece of a stand-in for text: without a number it is the one at hand.
    fn piece_of(&self, number: &[u8]) -> u32 {
        if number.is_empty() { self.piece.get() } else { base_64(number) }
    }

    /// First and last piece that a stand-in stands for.
    fn pieces(&self, arena: &mut Arena, text: &str) -> Option<(u32, u32)> {
        let (first, last) = match *text.as_bytes() {
            [b' '] => {
                // The builder cut the white space off; the rest follows or is dropped.
                let at = self.piece.get();
                let leading = self.leading.replace(0);
                let piece = arena.pieces.get_mut(at as usize)?;
                let (start, end) = (piece.start, piece.start + leading);
                piece.start = end;
                let cut = arena.push_piece(start, end, NONE);
                (cut, cut)
            }
            [b'\t'] => (self.piece.get(), self.piece.get()),
            [b'\n'] => (self.line_feed.get(), self.line_feed.get()),
            [b' ', b'x', ref number @ ..] => {
                let first = self.piece_of(number);
                (first, last_of(arena, first))
            }
            [b'x', ref number @ ..] => {
                let first = self.piece_of(number);
                // Its white space was cut off and dropped.
                if first == self.piece.get() {
                    let leading = self.leading.replace(0);
                    arena.pieces.get_mut(first as usize)?.start += leading;
                }
                (first, last_of(arena, first))
            }
            [b' ', ref number @ ..] => {
                let piece = white_space_number(number, self.piece.get());
                (piece, piece)
            }
            _ => {
                self.nuls_kept.set(self.nuls_kept.get() + 1);
                let start = self.token.get().0;
                let count = self.nuls.get();
                let replacement = arena.push_replacement(&"\u{fffd}".repeat(count as usize));
                let piece = arena.push_piece(start, start + count, replacement);
                (piece, piece)
            }
        };
        Some((first, last))
    }

    fn append_text(&self, parent: u32, text: &str) {
        let arena = &mut *self.arena.borrow_mut();
        let Some((first, last)) = self.pieces(arena, text) else {
            return;
        };
        let Some(last_child) = arena.nodes.get(parent as usize).map(|node| node.last) else {
            return;
        };
        let before = arena.text_at(last_child);
        if let Some(added) = arena.add_text(before, first, last) {
            arena.append(parent, added);
        }
    }
}

fn last_of(arena: &Arena, first: u32) -> u32 {
    let mut last = first;
    while let Some(piece) = arena.pieces.get(last as usize) {
        if piece.next == NONE {
            break;
        }
        last = piece.next;
    }
    last
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = ();
    type ElemName<'a> = Name<'a>;

    fn finish(self) {}

    #[inline]
    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, bits: NAME }
    }

    #[inline]
    fn elem_name<'a>(&'a self, target: &'a Handle) -> Name<'a> {
        let name = target.name();
        self.asked.set(*target);
        if name == self.watched.get() && self.looked_at.get() == NONE {
            self.looked_at.set(target.id);
        }
        Name { local: self.names.get(name), space: SPACES[(target.bits >> SPACE_SHIFT) as usize] }
    }

    fn create_element(&self, name: QualName, _attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let (seen, kept) = self.current.get();
        let (start, end) = self.token.get();
        let mut of_token = seen != NONE && *self.names.get(seen) == name.local;
        let (seen_name, kept_name) = if of_token {
            (seen, kept)
        } else {
            let number = self.names.number(&name.local);
            // Names that the builder spells its own way: `foreignObject`, and `img` for `image`.
            of_token = seen != NONE
                && (name.local.eq_ignore_ascii_case(self.names.get(seen)) || seen == Tag::Image as u32 && number == Tag::Img as u32);
            (number, number)
        };
        let space = if name.ns == HTML {
            Space::Html
        } else if name.ns == SVG {
            Space::Svg
        } else {
            Space::MathMl
        };
        let arena = &mut *self.arena.borrow_mut();
        let mut node = Node::new(NodeKind::Element, start, if of_token { end } else { start });
        node.name = kept_name;
        node.space = space;
        let id = arena.push(node);
        if of_token {
            // An earlier one of the name was a copy of another tag's element: that has no tag of its own.
            let before = self.created.replace(id);
            if let Some(node) = arena.nodes.get_mut(before as usize) {
                node.end = node.start;
                node.closed = node.start;
            }
        }
        self.elements.set(self.elements.get() + 1);
        let mut bits = seen_name | (space as u32) << SPACE_SHIFT;
        if flags.mathml_annotation_xml_integration_point {
            bits |= INTEGRATION_POINT;
        }
        Handle { id, bits }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        let (start, end) = self.token.get();
        let mut node = Node::new(NodeKind::Comment, start, end);
        (node.first, node.last) = self.inner.get();
        Handle { id: self.arena.borrow_mut().push(node), bits: NAME }
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        // HTML has none.
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(child) => {
                let arena = &mut *self.arena.borrow_mut();
                arena.detach(child.id);
                arena.append(parent.id, child.id);
            }
            NodeOrText::AppendText(text) => self.append_text(parent.id, &text),
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let parent = self.arena.borrow().nodes.get(element.id as usize).map_or(NONE, |node| node.parent);
        if parent == NONE {
            self.append(previous, child);
        } else {
            self.append_before_sibling(element, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {
        let (start, end) = self.token.get();
        let arena = &mut *self.arena.borrow_mut();
        let mut node = Node::new(NodeKind::Doctype, start, end);
        (node.first, node.last) = self.inner.get();
        let id = arena.push(node);
        arena.append(0, id);
    }

    fn pop(&self, node: &Handle) {
        self.popped.set(node.id);
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        *target
    }

    #[inline]
    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode == QuirksMode::Quirks);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let arena = &mut *self.arena.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => {
                arena.detach(child.id);
                arena.insert_before(sibling.id, child.id);
            }
            NodeOrText::AppendText(text) => {
                let Some((first, last)) = self.pieces(arena, &text) else {
                    return;
                };
                let Some(previous) = arena.nodes.get(sibling.id as usize).map(|node| node.previous) else {
                    return;
                };
                let before = arena.text_at(previous);
                if let Some(added) = arena.add_text(before, first, last) {
                    arena.insert_before(sibling.id, added);
                }
            }
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, _attrs: Vec<Attribute>) {
        self.merge.set(target.id);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.arena.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.arena.borrow_mut().move_children(node.id, new_parent.id);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        handle.bits & INTEGRATION_POINT != 0
    }

    fn allow_declarative_shadow_roots(&self, _intended_parent: &Handle) -> bool {
        false
    }
}

/// Finds how deep the builder's stack of open elements is: it shows the document, the stack and then whatever else it
/// holds, so the first sight of the current node ends the stack.
pub(crate) struct Stack<'a> {
    pub(crate) current: u32,
    pub(crate) count: Cell<u32>,
    pub(crate) depth: Cell<u32>,
    /// Told each element of the stack.
    pub(crate) visit: Option<&'a dyn Fn(Handle)>,
}

impl Tracer for Stack<'_> {
    type Handle = Handle;

    fn trace_handle(&self, node: &Handle) {
        if self.depth.get() == NONE {
            if let Some(visit) = self.visit {
                visit(*node);
            }
            if node.id == self.current {
                self.depth.set(self.count.get());
            }
            self.count.set(self.count.get() + 1);
        }
    }
}
