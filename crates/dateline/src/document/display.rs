//! How an element takes part in the flow of words: what a browser's default style sheet says of it, as far as reading goes.

use dateline_html::{NodeId, NodeKind, Tag, Tree};

/// How an element is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Display {
    /// Within a line: its words go on from those before it.
    Inline,
    /// On lines of its own.
    Block,
    /// A line break.
    Break,
    /// Something that is shown but has no words of its own: a picture, a film, a frame.
    Replaced,
    /// Never shown, or no part of any text: scripts, styles, form controls, drawings.
    Never,
}

impl Display {
    /// Of an element by its tag; unknown elements are inline, as in browsers.
    pub const fn of(tag: Tag) -> Self {
        match tag {
            Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Body
            | Tag::Caption
            | Tag::Center
            | Tag::Dd
            | Tag::Details
            | Tag::Dialog
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::Frameset
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Html
            | Tag::Legend
            | Tag::Li
            | Tag::Listing
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::P
            | Tag::Plaintext
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Summary
            | Tag::Table
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr
            | Tag::Ul
            | Tag::Xmp => Self::Block,
            Tag::Br => Self::Break,
            Tag::Audio | Tag::Canvas | Tag::Embed | Tag::Iframe | Tag::Img | Tag::Object | Tag::Picture | Tag::Video => Self::Replaced,
            Tag::Button
            | Tag::Datalist
            | Tag::Head
            | Tag::Input
            | Tag::Math
            | Tag::Meter
            | Tag::Noembed
            | Tag::Noframes
            | Tag::Noscript
            | Tag::Optgroup
            | Tag::Option
            | Tag::Progress
            // how a word is read, beside the word, and its brackets: not to be read with it
            | Tag::Rp
            | Tag::Rt
            | Tag::Rtc
            | Tag::Script
            | Tag::Select
            | Tag::Style
            | Tag::Svg
            | Tag::Template
            | Tag::Textarea
            | Tag::Title => Self::Never,
            _ => Self::Inline,
        }
    }

    /// Of an element in its surroundings: as [`of`](Self::of) its tag, but a custom element (`<article-paragraph>`) that stands among blocks is one. Browsers lay it
    /// out inline until a style sheet says otherwise, and the style sheets of such pages do. Those that stand for pictures and films are what they stand for.
    pub fn in_tree(tree: &Tree<'_>, node: NodeId) -> Self {
        Self::of_element(tree, node, tree.tag(node))
    }

    /// The same, where the tag is known.
    pub(super) fn of_element(tree: &Tree<'_>, node: NodeId, tag: Tag) -> Self {
        match Self::of(tag) {
            Self::Inline if tag == Tag::Other && is_custom(tree, node) => match tree.name(node) {
                "amp-img" | "amp-anim" | "amp-video" | "amp-audio" | "amp-iframe" | "amp-youtube" | "amp-vimeo" | "lite-youtube"
                | "lite-vimeo" => Self::Replaced,
                _ if stands_among_blocks(tree, node) => Self::Block,
                _ => Self::Inline,
            },
            display => display,
        }
    }
}

fn is_custom(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.tag(node) == Tag::Other && tree.name(node).contains('-')
}

/// Whether neither the parent nor the siblings on both sides are lines of text that the element would be a part of.
fn stands_among_blocks(tree: &Tree<'_>, node: NodeId) -> bool {
    let holds_lines = |tag| matches!(tag, Tag::P | Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 | Tag::Pre | Tag::Summary);
    let in_blocks = tree.parent(node).is_some_and(|parent| {
        let tag = tree.tag(parent);
        !holds_lines(tag) && (Display::of(tag) == Display::Block || is_custom(tree, parent))
    });
    in_blocks
        && !is_line(tree, neighbour(tree, node, |node| tree.prev_sibling(node)))
        && !is_line(tree, neighbour(tree, node, |node| tree.next_sibling(node)))
}

/// The next sibling on one side that shows something; what stands behind several blank ones is not looked for.
fn neighbour(tree: &Tree<'_>, node: NodeId, step: impl Fn(NodeId) -> Option<NodeId>) -> Option<NodeId> {
    const LOOKED_AT: usize = 4;
    let shows = |node: &NodeId| match tree.kind(*node) {
        NodeKind::Text => tree.pieces(*node).any(|piece| !piece.text.trim_start().is_empty()),
        NodeKind::Element => true,
        _ => false,
    };
    std::iter::successors(step(node), |&node| step(node)).take(LOOKED_AT).find(shows)
}

fn is_line(tree: &Tree<'_>, node: Option<NodeId>) -> bool {
    node.is_some_and(|node| match tree.kind(node) {
        NodeKind::Text => true,
        _ => Display::of(tree.tag(node)) == Display::Inline && !is_custom(tree, node),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str, name: &str) -> Display {
        let options = dateline_html::Options::default();
        let tree = dateline_html::parse(page, &options);
        let node = tree.descendants(tree.root()).find(|&node| tree.name(node) == name).unwrap();
        Display::in_tree(&tree, node)
    }

    #[test]
    fn custom_elements_are_blocks_among_blocks() {
        assert_eq!(shown("<x-body><x-par>a</x-par> <x-par>b</x-par></x-body>", "x-par"), Display::Block);
        assert_eq!(shown("<div>\n<x-par>a</x-par><p>b</div>", "x-par"), Display::Block);
        assert_eq!(shown("<p>a <x-term>b</x-term>", "x-term"), Display::Inline);
        assert_eq!(shown("<div>a <x-term>b</x-term></div>", "x-term"), Display::Inline);
        assert_eq!(shown("<div><b>a</b><x-term>b</x-term></div>", "x-term"), Display::Inline);
        assert_eq!(shown("<div><blink>b</blink></div>", "blink"), Display::Inline);
    }
}
