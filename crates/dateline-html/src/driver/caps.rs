//! What keeps the tree builder's time and memory linear in the page.
//!
//! * **Depth.** The builder walks its stack of open elements at nearly every tag. Beyond the limit an element is put into
//!   the tree without the builder, empty, and what it would hold follows it. The builder does not tell when it pops, but
//!   it shows its stack when asked; it is asked when the elements created since could have filled it.
//! * **Formatting.** Up to three unclosed elements of each of fourteen names are repeated in every further paragraph, so
//!   that four bytes make forty-five nodes. When such copies outnumber the page's own tags by far, all are closed, and
//!   from then on the builder sees these names under others.
//! * **Markers.** `<object>`, `<applet>` and `<marquee>` leave a marker in the builder's list of formatting elements
//!   that a closing table cell can leave behind; the list is searched from its start at every `</b>`.

use std::cell::Cell;

use html5ever::LocalName;
use html5ever::tokenizer::{TagKind, Token, TokenSink};
use html5ever::tree_builder::TreeBuilder;

use crate::options::{LimitHit, Options};
use crate::sink::{Handle, Sink, Stack};
use crate::tag::Tag;
use crate::tokenizer::TagToken;
use crate::tree::node::{NONE, Node, NodeKind, Space};

/// Copies of formatting elements that any page may have.
const FREE_COPIES: u32 = 4096;
/// Copies beyond those for each tag of the page.
const COPIES_PER_TAG: u32 = 2;
/// Copies until the open ones are closed again: more come to light behind each table cell.
const FURTHER_COPIES: u32 = 256;
/// Markers that may be left behind.
const MAX_MARKERS: u32 = 64;

pub(crate) struct Caps {
    max_depth: u32,
    limits: Vec<LimitHit>,
    /// The depth of the stack when it was last looked at, and how many elements there were then.
    depth: u32,
    elements: u32,
    /// The current node, while the stack is known to be full and unchanged.
    full: Option<Handle>,
    /// Where the stack is looked at again.
    look_at: u32,
    /// Was the stack ever half as deep as the tree may be?
    deep: bool,
    /// Elements at the limit that the builder does not know, by tag: their end tags are not for it.
    lifted: Vec<u32>,
    any_lifted: bool,
    /// Start tags so far.
    tags: u32,
    /// How many copies of formatting elements may be made, beyond those for each tag.
    copies: u32,
    plain_formatting: bool,
    markers: u32,
    plain_markers: bool,
}

impl Caps {
    pub(crate) fn new(options: &Options) -> Caps {
        let mut caps = Caps {
            // `html` alone is as shallow as a stack can be kept.
            max_depth: options.max_depth.max(8),
            limits: Vec::new(),
            depth: 0,
            elements: 0,
            full: None,
            look_at: 0,
            deep: false,
            lifted: vec![0; Tag::COUNT + 1],
            any_lifted: false,
            tags: 0,
            plain_formatting: false,
            markers: 0,
            plain_markers: false,
            copies: 0,
        };
        caps.look_at = caps.half();
        caps.copies = FREE_COPIES;
        caps
    }

    fn half(&self) -> u32 {
        self.max_depth / 2 - 2
    }

    pub(crate) fn hit(&mut self, limit: LimitHit) {
        if !self.limits.contains(&limit) {
            self.limits.push(limit);
        }
    }

    pub(crate) fn into_limits(self) -> Vec<LimitHit> {
        self.limits
    }

    /// Can the tree be deeper than the limit? (It can be deeper than the stack was: a `<form>` leaves the stack before
    /// what it holds.)
    pub(crate) fn may_be_deep(&self) -> bool {
        self.deep
    }

    /// The name that the builder shall see.
    #[inline]
    pub(crate) fn seen_name(&self, sink: &Sink, name: u32) -> u32 {
        if !(self.plain_formatting || self.plain_markers) {
            return name;
        }
        let tag = Tag::from_index(name as usize);
        let plain = match tag {
            Tag::Object | Tag::Applet | Tag::Marquee => self.plain_markers,
            tag => self.plain_formatting && is_formatting(tag),
        };
        if plain { sink.names.number(&LocalName::from(format!("plain-{}", tag.name()))) } else { name }
    }

    /// Looks at the builder's stack.
    fn look(&mut self, builder: &TreeBuilder<Handle, Sink>, visit: Option<&dyn Fn(Handle)>) -> Handle {
        builder.sink.asked.set(Handle::NONE);
        let _ = builder.adjusted_current_node_present_but_not_in_html_namespace();
        let current = builder.sink.asked.get();
        let stack = Stack { current: current.id, count: Cell::new(0), depth: Cell::new(NONE), visit };
        builder.trace_handles(&stack);
        self.depth = if stack.depth.get() == NONE { 0 } else { stack.depth.get() };
        self.elements = builder.sink.elements.get();
        current
    }

    /// Before a start tag goes to the builder: `Some(element)` where it does not go there, being too deep.
    #[inline]
    pub(crate) fn before_start(&mut self, builder: &TreeBuilder<Handle, Sink>, tag: &TagToken<'_>, name: u32) -> Option<u32> {
        self.tags += 1;
        let elements = builder.sink.elements.get();
        if elements.saturating_sub(self.tags) > self.copies.saturating_add(COPIES_PER_TAG.saturating_mul(self.tags)) {
            self.stop_copying(builder);
        }
        if matches!(tag.tag, Some(Tag::Object | Tag::Applet | Tag::Marquee)) {
            self.count_marker();
        }
        // One element more for `<head>`, which is pushed again for a while.
        if self.depth + (elements - self.elements) + 1 < self.look_at {
            return None;
        }
        self.at_limit(builder, tag, name)
    }

    #[cold]
    fn at_limit(&mut self, builder: &TreeBuilder<Handle, Sink>, tag: &TagToken<'_>, name: u32) -> Option<u32> {
        let unchanged = self.elements == builder.sink.elements.get();
        let current = match self.full {
            Some(current) if unchanged => current,
            _ => {
                let current = self.look(builder, None);
                if !self.deep && self.depth + 1 >= self.half() {
                    self.deep = true;
                    self.look_at = self.max_depth;
                }
                if self.depth + 1 < self.max_depth {
                    self.full = None;
                    self.forget_lifted();
                    return None;
                }
                self.full = Some(current);
                current
            }
        };
        if !self.is_lifted(tag, current) {
            // The builder may pop.
            self.full = None;
            return None;
        }
        self.hit(LimitHit::Depth);
        self.lifted[(name as usize).min(Tag::COUNT)] += 1;
        self.any_lifted = true;
        let arena = &mut *builder.sink.arena.borrow_mut();
        let mut node = Node::new(NodeKind::Element, tag.start as u32, tag.end as u32);
        node.name = name;
        if let Some(parent) = arena.nodes.get(current.id as usize) {
            node.space = if current.is_html() { foreign_root(tag.tag) } else { parent.space };
        }
        let id = arena.push(node);
        arena.append(current.id, id);
        Some(id)
    }

    /// Is this start tag one that would make the stack deeper?
    fn is_lifted(&self, tag: &TagToken<'_>, current: Handle) -> bool {
        if !current.is_html() && tag.self_closing {
            return false;
        }
        let current = Tag::from_index(current.name() as usize);
        match tag.tag.unwrap_or(Tag::Other) {
            // Never pushed, or popped with their text.
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

    fn forget_lifted(&mut self) {
        if self.any_lifted {
            self.lifted.fill(0);
            self.any_lifted = false;
        }
    }

    /// Before an end tag goes to the builder: `true` where it is that of an element the builder does not know.
    #[inline]
    pub(crate) fn before_end(&mut self, builder: &TreeBuilder<Handle, Sink>, tag: &TagToken<'_>, name: u32) -> bool {
        if self.any_lifted
            && let Some(count) = self.lifted.get_mut((name as usize).min(Tag::COUNT))
            && *count > 0
        {
            *count -= 1;
            return true;
        }
        self.full = None;
        if matches!(tag.tag, Some(Tag::Object | Tag::Applet | Tag::Marquee)) && self.markers > 0 {
            let open = Cell::new(false);
            self.look(builder, Some(&|handle| open.set(open.get() || handle.name() == name)));
            if open.get() {
                self.markers -= 1;
            }
        }
        false
    }

    fn count_marker(&mut self) {
        self.markers += 1;
        if self.markers > MAX_MARKERS && !self.plain_markers {
            self.plain_markers = true;
            self.hit(LimitHit::Markers);
        }
    }

    /// Closes all open formatting elements, and lets the builder see no more of them.
    #[cold]
    fn stop_copying(&mut self, builder: &TreeBuilder<Handle, Sink>) {
        self.plain_formatting = true;
        self.copies = builder.sink.elements.get().saturating_sub(self.tags).saturating_sub(COPIES_PER_TAG.saturating_mul(self.tags));
        self.copies = self.copies.saturating_add(FURTHER_COPIES);
        self.hit(LimitHit::Formatting);
        builder.sink.token.set((builder.sink.token.get().1, builder.sink.token.get().1));
        for tag in FORMATTING {
            // Three of a name, for `<font>` three with and three without attributes.
            for _ in 0..6 {
                let token = html5ever::tokenizer::Tag {
                    kind: TagKind::EndTag,
                    name: builder.sink.names.get(*tag as u32).clone(),
                    self_closing: false,
                    attrs: Vec::new(),
                    had_duplicate_attributes: false,
                };
                let _ = builder.process_token(Token::TagToken(token), 1);
            }
        }
        self.full = None;
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

fn is_formatting(tag: Tag) -> bool {
    FORMATTING.contains(&tag)
}

fn foreign_root(tag: Option<Tag>) -> Space {
    match tag {
        Some(Tag::Svg) => Space::Svg,
        Some(Tag::Math) => Space::MathMl,
        _ => Space::Html,
    }
}
