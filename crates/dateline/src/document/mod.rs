//! The document: the one flat tree that readers fill and extractors walk, with its indexes and features.
//!
//! A web page and a pasted text become the same thing. Besides the tree itself a document knows the order of its nodes as one array (so that walks are loops and a
//! subtree is a range), what a reader already understood of single nodes ([`Role`]), the [`Segment`]s that a person would see as paragraphs, what the class
//! names say ([`Hint`]s), and the way from any place in it to the bytes of the input.

mod address;
mod display;
mod hint;
mod order;
mod role;
mod segment;

use std::{cell::OnceCell, collections::BTreeMap, ops::Range};

pub use dateline_html::{NodeId, NodeKind, Tag, Tree};
use dateline_html::{SourceRange, charset};
use url::Url;

pub use display::Display;
pub use hint::Hint;
use hint::Hints;
pub(crate) use order::counts_before;
use order::{ByTag, Order};
pub use role::Role;
pub use segment::Segment;

use crate::{
    model::{MediaType, Run, SourceMap},
    text::{SourceSpan, plain_run},
};

/// How an input was decoded.
#[derive(Clone, Debug)]
pub struct Charset {
    /// The charset's name in the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// The way from the decoded text to the bytes of the input.
    pub map: charset::SourceMap,
}

/// Sentences of less weight than this are a notice, not an article.
const NEXT_TO_NOTHING: u32 = 300;

/// One input as a tree, with its indexes.
#[derive(Debug)]
pub struct Document<'i> {
    media_type: MediaType,
    tree: Tree<'i>,
    charset: Charset,
    /// The nodes in document order.
    order: Vec<NodeId>,
    /// For each position of `order`, the one behind the node's last descendant.
    ends: Vec<u32>,
    /// For each position of `order`, the one of the node's parent; the root is its own.
    parents: Vec<u32>,
    /// For each position of `order`, the tag of what is an element.
    elements: Vec<Option<Tag>>,
    /// For each node its position in `order`.
    positions: Vec<u32>,
    roles: BTreeMap<NodeId, Role>,
    base: Option<Url>,
    segments: OnceCell<Cut>,
    /// For each position, and the one behind the last, how many segments begin before it.
    segments_before: OnceCell<Vec<u32>>,
    hints: OnceCell<Hints>,
    tags: OnceCell<ByTag>,
}

impl<'i> Document<'i> {
    /// A document of a tree, whose spans count the bytes of the decoded input, and the way from those to the bytes of the input.
    pub fn new(media_type: MediaType, tree: Tree<'i>, charset: Charset) -> Self {
        let Order { order, ends, parents, elements, positions } = Order::of(&tree);
        let (segments, segments_before, hints, tags) = (OnceCell::new(), OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (roles, base) = (BTreeMap::new(), None);
        Self { media_type, tree, charset, order, ends, parents, elements, positions, roles, base, segments, segments_before, hints, tags }
    }

    /// Says what a node is.
    #[must_use]
    pub fn with_role(mut self, node: NodeId, role: Role) -> Self {
        self.roles.insert(node, role);
        self
    }

    /// Says which address relative links are resolved against: the page's own, unless a `<base>` of it names another.
    #[must_use]
    pub fn with_base(mut self, url: Option<&str>) -> Self {
        let page = url.and_then(|url| Url::parse(url).ok());
        let base = self.by_tag(Tag::Base).find_map(|node| self.tree.attr(node, "href"));
        self.base = match (base, page) {
            (Some(base), Some(page)) => page.join(base.trim()).ok().or(Some(page)),
            (Some(base), None) => Url::parse(base.trim()).ok(),
            (None, page) => page,
        };
        self
    }

    /// A link or a picture's address, resolved. Without an address of the page a relative one stays as it is written.
    pub fn resolve(&self, reference: &str) -> String {
        let reference = reference.trim();
        if let Some(resolved) = address::resolved(reference, self.base.as_ref()) {
            return resolved.into_owned();
        }
        let resolved = match &self.base {
            Some(base) => base.join(reference).ok(),
            None => Url::parse(reference).ok(),
        };
        resolved.map_or_else(|| reference.to_owned(), String::from)
    }

    /// What kind of input it was made from.
    pub fn media_type(&self) -> MediaType {
        self.media_type
    }

    /// The charset's name in the WHATWG Encoding Standard.
    pub fn encoding(&self) -> &'static str {
        self.charset.encoding
    }

    /// The tree.
    pub fn tree(&self) -> &Tree<'i> {
        &self.tree
    }

    /// All nodes that hang in the tree, in document order.
    pub fn order(&self) -> &[NodeId] {
        &self.order
    }

    /// The node at a position of [`order`](Self::order); the root for one past its end.
    pub fn at(&self, position: u32) -> NodeId {
        self.order.get(position as usize).copied().unwrap_or_else(|| self.tree.root())
    }

    /// A node's position in [`order`](Self::order).
    pub fn position(&self, node: NodeId) -> u32 {
        self.positions.get(node.index()).copied().unwrap_or_default()
    }

    /// The positions of a node and all below it.
    pub fn subtree(&self, node: NodeId) -> Range<u32> {
        let start = self.position(node);
        start..self.end(start)
    }

    /// The position behind the last descendant of the node at a position.
    pub fn end(&self, position: u32) -> u32 {
        self.ends.get(position as usize).copied().unwrap_or(position + 1)
    }

    /// The position of the parent of the node at a position; the root's own for the root.
    pub fn parent(&self, position: u32) -> u32 {
        self.parents.get(position as usize).copied().unwrap_or_default()
    }

    /// The tag of the element at a position; `None` for what is no element.
    pub(crate) fn element(&self, position: u32) -> Option<Tag> {
        self.elements.get(position as usize).copied().flatten()
    }

    /// The same, as the tree gives it: [`Tag::Other`] for what is no element.
    pub(crate) fn tag(&self, position: u32) -> Tag {
        self.element(position).unwrap_or(Tag::Other)
    }

    /// Whether a node is another one or lies below it.
    pub fn is_within(&self, node: NodeId, ancestor: NodeId) -> bool {
        self.subtree(ancestor).contains(&self.position(node))
    }

    /// What the reader understood of a node.
    pub fn role(&self, node: NodeId) -> Option<&Role> {
        self.roles.get(&node)
    }

    /// The nodes of which the reader understood something, in the order of their making.
    pub fn roles(&self) -> impl Iterator<Item = (NodeId, &Role)> {
        self.roles.iter().map(|(node, role)| (*node, role))
    }

    /// The elements of a tag, in document order.
    pub fn by_tag(&self, tag: Tag) -> impl Iterator<Item = NodeId> + '_ {
        self.tags.get_or_init(|| ByTag::of(&self.elements, &self.order)).of_tag(tag).iter().copied()
    }

    /// The elements that carry a class, in document order.
    pub fn by_class<'a>(&'a self, class: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        self.order.iter().copied().filter(move |&node| {
            self.tree.attr(node, "class").is_some_and(|value| value.split_ascii_whitespace().any(|word| word == class))
        })
    }

    /// The words of a node and all below it, white space folded, what is never shown left out.
    pub fn words(&self, node: NodeId) -> String {
        self.words_between(self.subtree(node))
    }

    /// The words of the nodes at a range of positions, as [`words`](Self::words) gives them.
    pub fn words_between(&self, positions: Range<u32>) -> String {
        self.opening_words(positions, usize::MAX)
    }

    /// The first of those words: all of them, or at least so many bytes of them.
    pub(crate) fn opening_words(&self, positions: Range<u32>, bytes: usize) -> String {
        // there are not many more than the source between its ends has: so it does not grow often
        let source = self.tree.span(self.at(positions.start)).start..self.tree.span(self.at(positions.end.saturating_sub(1))).end;
        let mut words = String::with_capacity(source.len().clamp(16, 1024).min(bytes));
        self.each_text(positions, |text| {
            fold_into(text, &mut words);
            words.len() < bytes
        });
        words.truncate(words.trim_end().len());
        words
    }

    /// Gives each piece of text of the nodes at a range of positions, what is never shown left out and white space for each block and line break, for as long as `takes` wants more.
    pub(crate) fn each_text(&self, mut positions: Range<u32>, mut takes: impl FnMut(&str) -> bool) {
        while let Some(position) = positions.next() {
            let node = self.at(position);
            let goes_on = match self.element(position) {
                None => self.tree.pieces(node).all(|piece| takes(piece.text)),
                Some(tag) => match self.display_with(node, tag, self.cut().without_scripts) {
                    Display::Never => {
                        positions.start = self.end(position);
                        true
                    }
                    Display::Inline | Display::Replaced => true,
                    Display::Block | Display::Break => takes(" "),
                },
            };
            if !goes_on {
                return;
            }
        }
    }

    /// The segments of the whole document, cut when first asked for.
    pub fn segments(&self) -> &[Segment] {
        &self.cut().segments
    }

    /// How an element takes part in the flow of words.
    pub fn display(&self, node: NodeId) -> Display {
        self.display_with(node, self.tree.tag(node), self.cut().without_scripts)
    }

    fn display_with(&self, node: NodeId, tag: Tag, without_scripts: bool) -> Display {
        if without_scripts && tag == Tag::Noscript { Display::Block } else { Display::of_element(&self.tree, node, tag) }
    }

    /// Whether the page, without its scripts, has hardly a sentence to read, nor much else.
    pub(crate) fn shows_next_to_nothing(&self) -> bool {
        const LITTLE: u32 = 1500;
        let cut = self.cut();
        cut.sentences() < NEXT_TO_NOTHING && cut.segments.iter().map(|segment| segment.weight - segment.link_weight).sum::<u32>() < LITTLE
    }

    /// The document anew, if the tree was changed.
    #[must_use]
    pub(crate) fn with_tree(mut self, change: impl FnOnce(&mut Tree<'i>) -> bool) -> Self {
        if change(&mut self.tree) { Self::new(self.media_type, self.tree, self.charset) } else { self }
    }

    /// Cuts the segments as a browser with scripts would show the page; where that is next to nothing and `<noscript>` holds words of length, as one without them.
    fn cut(&self) -> &Cut {
        self.segments.get_or_init(|| {
            let cut = |without_scripts| {
                let display = |node, tag| self.display_with(node, tag, without_scripts);
                Cut { segments: segment::segments(&self.tree, &self.order, &self.ends, &self.elements, display), without_scripts }
            };
            let with = cut(false);
            if with.sentences() > NEXT_TO_NOTHING || self.by_tag(Tag::Noscript).next().is_none() {
                return with;
            }
            let without = cut(true);
            if without.sentences() > with.sentences() + NEXT_TO_NOTHING { without } else { with }
        })
    }

    /// The segments that begin within a range of positions.
    pub fn segments_in(&self, positions: Range<u32>) -> &[Segment] {
        self.segments().get(self.segment_range(positions)).unwrap_or_default()
    }

    /// The indexes of the segments that begin within a range of positions.
    pub fn segment_range(&self, positions: Range<u32>) -> Range<usize> {
        let before =
            self.segments_before.get_or_init(|| counts_before(self.segments().iter().map(|segment| segment.start), self.order.len()));
        let count = |position: u32| before.get(position as usize).or(before.last()).map_or(0, |&count| count as usize);
        count(positions.start)..count(positions.end)
    }

    /// What the class and id names of the element at a position say of it; read for the whole document when first asked for.
    pub fn hint(&self, position: u32) -> Hint {
        self.named().hints.get(position as usize).copied().unwrap_or_default()
    }

    /// A number that elements of the same class attribute have in common.
    pub(crate) fn class_hash(&self, position: u32) -> u32 {
        self.named().classes.get(position as usize).copied().unwrap_or_default()
    }

    /// The elements with an `itemprop` or, but for `<meta>`, a `property`, in document order.
    pub(crate) fn properties(&self) -> &[NodeId] {
        &self.named().properties
    }

    /// What class and id names say, by position.
    pub(crate) fn hints(&self) -> &[Hint] {
        &self.named().hints
    }

    fn named(&self) -> &Hints {
        self.hints.get_or_init(|| Hints::of(&self.tree, &self.order, &self.elements))
    }

    /// The bytes of the input that a range of the tree's source came from.
    pub fn source_span(&self, range: SourceRange) -> SourceSpan {
        let range = self.charset.map.source_range(range.start..range.end);
        SourceSpan::new(range.start, range.end)
    }

    /// The bytes of the input that a node and all below it came from; a list, as evidence and removals hold them.
    pub fn source_of(&self, node: NodeId) -> Vec<SourceSpan> {
        vec![self.source_span(self.tree.outer_span(node))]
    }

    /// A map from text to the tree's source turned into one to the bytes of the input.
    pub(crate) fn to_input(&self, map: SourceMap) -> SourceMap {
        if self.charset.map.is_identity() {
            return map;
        }
        let mut input = SourceMap::default();
        for run in map.runs() {
            self.push_decoded(*run, &mut input);
        }
        input
    }

    /// One run of a charset in which characters have other lengths than in UTF-8.
    fn push_decoded(&self, run: Run, input: &mut SourceMap) {
        let decoded = run.source_start..run.source_start.saturating_add(run.source_length);
        if !run.is_verbatim() {
            let source = self.charset.map.source_range(decoded);
            input.push(Run { source_start: source.start, source_length: source.end - source.start, ..run });
            return;
        }
        for part in self.charset.map.runs(decoded.clone()) {
            input.push(Run {
                text_start: run.text_start + (part.decoded.start - decoded.start),
                text_length: part.decoded.end - part.decoded.start,
                source_start: part.source.start,
                source_length: part.source.end - part.source.start,
            });
        }
    }
}

/// Appends text with its white space folded: none at the start, one space for each run of it.
fn fold_into(text: &str, words: &mut String) {
    let mut rest = text;
    loop {
        let inked = match rest.trim_ascii_start() {
            inked if inked.as_bytes().first().is_some_and(u8::is_ascii_graphic) => inked,
            other => other.trim_start(),
        };
        if inked.len() < rest.len() && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        if inked.is_empty() {
            return;
        }
        let end = folded_end(inked);
        words.push_str(inked.get(..end).unwrap_or_default());
        rest = inked.get(end..).unwrap_or_default();
    }
}

/// Where a text that begins with a word stops to be folded already: at its first white space that is not one space between two words, or at its end.
fn folded_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = plain_run(bytes);
    while let Some(&byte) = bytes.get(at) {
        let may_be_space = MAY_BE_SPACE.get(usize::from(byte)).copied().unwrap_or_default();
        let is_single_blank = byte == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic);
        if may_be_space && !is_single_blank && text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace) {
            return at;
        }
        at += 1;
    }
    at
}

/// For each byte whether white space begins with it: that beyond ASCII does with one of four.
static MAY_BE_SPACE: [bool; 256] = {
    let mut may_be = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may_be[byte] = matches!(byte as u8, b' ' | b'\t'..=b'\r' | 0xc2 | 0xe1..=0xe3);
        byte += 1;
    }
    may_be
};

/// The segments, and whether they were cut as by a browser without scripts.
#[derive(Debug)]
struct Cut {
    segments: Vec<Segment>,
    without_scripts: bool,
}

impl Cut {
    /// The weight of all segments that hold sentences.
    fn sentences(&self) -> u32 {
        self.segments.iter().filter(|segment| segment.stops > 0).map(|segment| segment.weight - segment.link_weight).sum()
    }
}
