//! What keeps time and memory linear in the page.
//!
//! * **Depth.** The stack of open elements is walked at nearly every tag. Beyond the limit an element is put into the tree
//!   without being opened, and what it would hold follows it.
//! * **Formatting.** Up to three unclosed elements of each of fourteen names are repeated in every further paragraph, so
//!   that four bytes make forty-five nodes. When such copies outnumber the page's own tags by far, the list of them is
//!   emptied, and from then on these names are ordinary ones.
//! * **Markers.** `<object>`, `<applet>` and `<marquee>` leave a marker in the list of formatting elements that a closing
//!   table cell can leave behind; the list is searched from its start at every `</b>`.

use super::class::HTML;
use super::formatting::Format;
use super::stack::Entry;
use super::{Construction, StartTag};
use crate::options::{LimitHit, Options};
use crate::tag::Tag;
use crate::tree::node::{Node, NodeKind, Space};

/// Copies of formatting elements that any page may have.
const FREE_COPIES: u32 = 4096;
/// Copies beyond those for each tag of the page.
const COPIES_PER_TAG: u32 = 2;
/// Markers that may be left behind.
const MAX_MARKERS: u32 = 64;

#[derive(Debug)]
pub(super) struct Limits {
    max_nodes: usize,
    max_depth: usize,
    hits: Vec<LimitHit>,
    /// The depth of the stack at which a start tag is looked at more closely.
    look_at: usize,
    /// Was the stack ever half as deep as the tree may be?
    deep: bool,
    /// Elements at the limit that were not opened, by tag: their end tags close nothing.
    lifted: Vec<u32>,
    /// Start tags so far.
    tags: u32,
    plain_formatting: bool,
    markers: u32,
    plain_markers: bool,
}

impl Limits {
    pub(super) fn new(options: &Options) -> Limits {
        // `html` alone is as shallow as a stack can be kept.
        let max_depth = options.max_depth.max(8) as usize;
        Limits {
            max_nodes: options.max_nodes as usize,
            max_depth,
            hits: Vec::new(),
            look_at: max_depth / 2 - 2,
            deep: false,
            lifted: Vec::new(),
            tags: 0,
            plain_formatting: false,
            markers: 0,
            plain_markers: false,
        }
    }

    pub(super) fn hit(&mut self, limit: LimitHit) {
        if !self.hits.contains(&limit) {
            self.hits.push(limit);
        }
    }

    pub(super) fn into_hits(self) -> Vec<LimitHit> {
        self.hits
    }

    /// How deep the tree may be, where it can be deeper. (It can be deeper than the stack was: a `<form>` leaves the stack
    /// before what it holds.)
    pub(super) fn depth_to_hold(&self) -> Option<u32> {
        self.deep.then_some(self.max_depth as u32)
    }

    /// The tag that the rules shall see.
    #[inline]
    pub(super) fn rule_tag(&self, tag: Tag) -> Tag {
        if !(self.plain_formatting || self.plain_markers) {
            return tag;
        }
        let plain = match tag {
            Tag::Object | Tag::Applet | Tag::Marquee => self.plain_markers,
            tag => self.plain_formatting && FORMATTING.contains(&tag),
        };
        if plain { Tag::Other } else { tag }
    }
}

const FORMATTING: &[Tag] = &[
    Tag::A,
    Tag::B,
    Tag::Big,
    Tag::Code,
    Tag::Em,
    Tag::Font,
    Tag::I,
    Tag::Nobr,
    Tag::S,
    Tag::Small,
    Tag::Strike,
    Tag::Strong,
    Tag::Tt,
    Tag::U,
];

impl Construction<'_> {
    pub(super) fn is_full(&mut self) -> bool {
        if self.arena.nodes.len() < self.limits.max_nodes {
            return false;
        }
        self.limits.hit(LimitHit::Nodes);
        true
    }

    /// Before a start tag: `true` where it is too deep, and its element was put in without being opened.
    #[inline]
    pub(super) fn lift(&mut self, start: &StartTag<'_>) -> bool {
        self.limits.tags += 1;
        let tags = self.limits.tags;
        if self.elements.saturating_sub(tags) > FREE_COPIES.saturating_add(COPIES_PER_TAG.saturating_mul(tags)) {
            self.stop_copying();
        }
        if matches!(start.tag, Tag::Object | Tag::Applet | Tag::Marquee) {
            self.count_marker();
        }
        self.forget_lifted();
        self.stack.len() + 1 >= self.limits.look_at && self.at_limit(start)
    }

    #[cold]
    fn at_limit(&mut self, start: &StartTag<'_>) -> bool {
        self.limits.deep = true;
        self.limits.look_at = self.limits.max_depth;
        if self.stack.len() + 1 < self.limits.max_depth {
            return false;
        }
        let current = self.stack.current();
        if !deepens(start, current) {
            return false;
        }
        self.limits.hit(LimitHit::Depth);
        self.limits.lifted.resize(Tag::COUNT + 1, 0);
        self.limits.lifted[(start.name as usize).min(Tag::COUNT)] += 1;
        let mut node = Node::new(NodeKind::Element, self.token.0, self.token.1);
        node.name = start.name;
        node.attributes = start.attributes();
        if current.class & HTML != 0 {
            node.space = match start.tag {
                Tag::Svg => Space::Svg,
                Tag::Math => Space::MathMl,
                _ => Space::Html,
            };
        } else if let Some(parent) = self.arena.nodes.get(current.id as usize) {
            node.space = parent.space;
        }
        let id = self.arena.push(node);
        self.arena.append(current.id, id);
        self.created = true;
        true
    }

    #[inline]
    fn forget_lifted(&mut self) {
        if !self.limits.lifted.is_empty() && self.stack.len() + 1 < self.limits.max_depth {
            self.limits.lifted.clear();
        }
    }

    /// Before an end tag: `true` where it is that of an element that was not opened.
    #[inline]
    pub(super) fn is_lifted(&mut self, tag: Tag, name: u32) -> bool {
        self.forget_lifted();
        if let Some(count) = self.limits.lifted.get_mut((name as usize).min(Tag::COUNT))
            && *count > 0
        {
            *count -= 1;
            return true;
        }
        if matches!(tag, Tag::Object | Tag::Applet | Tag::Marquee) && self.limits.markers > 0 && self.stack.count(tag) > 0 {
            self.limits.markers -= 1;
        }
        false
    }

    fn count_marker(&mut self) {
        self.limits.markers += 1;
        if self.limits.markers > MAX_MARKERS && !self.limits.plain_markers {
            self.limits.plain_markers = true;
            self.limits.hit(LimitHit::Markers);
        }
    }

    /// Lets no formatting element be opened again, nor any further one.
    #[cold]
    fn stop_copying(&mut self) {
        if !self.limits.plain_formatting {
            self.limits.plain_formatting = true;
            self.limits.hit(LimitHit::Formatting);
            self.formats.retain(|format| *format == Format::Marker);
        }
    }
}

/// Would this start tag make the stack deeper?
fn deepens(start: &StartTag<'_>, current: Entry) -> bool {
    if current.class & HTML == 0 && start.self_closing {
        return false;
    }
    let current = Tag::from_index(current.name as usize);
    match start.tag {
        // Never opened, or closed with their text.
        Tag::Area | Tag::Base | Tag::Basefont | Tag::Bgsound | Tag::Br | Tag::Col | Tag::Embed | Tag::Frame => false,
        Tag::Hr | Tag::Image | Tag::Img | Tag::Input | Tag::Keygen | Tag::Link | Tag::Meta | Tag::Param => false,
        Tag::Source | Tag::Track | Tag::Wbr | Tag::Script | Tag::Style | Tag::Title | Tag::Textarea => false,
        Tag::Iframe | Tag::Noembed | Tag::Noframes | Tag::Xmp | Tag::Plaintext => false,
        Tag::Html | Tag::Head | Tag::Body | Tag::Frameset => false,
        // These end the current element.
        Tag::Li => current != Tag::Li,
        Tag::Dd | Tag::Dt => !matches!(current, Tag::Dd | Tag::Dt),
        Tag::P => current != Tag::P,
        Tag::Option | Tag::Optgroup => !matches!(current, Tag::Option | Tag::Optgroup),
        Tag::Tr => !matches!(current, Tag::Tr | Tag::Td | Tag::Th),
        Tag::Td | Tag::Th => !matches!(current, Tag::Td | Tag::Th),
        Tag::Tbody | Tag::Thead | Tag::Tfoot => !matches!(current, Tag::Tbody | Tag::Thead | Tag::Tfoot),
        _ => true,
    }
}
