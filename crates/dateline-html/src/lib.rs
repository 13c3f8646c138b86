//! HTML bytes in, a flat tree with source spans out.
//!
//! ```
//! use dateline_html::{Options, Tag, charset, parse};
//!
//! let decoded = charset::decode(b"<p class=lede>Rain &amp; wind<p>Sun", None, true);
//! let tree = parse(&decoded.text, &Options::default());
//!
//! let lede = tree.descendants(tree.root()).find(|&id| tree.tag(id) == Tag::P).ok_or("no paragraph")?;
//! assert_eq!(tree.attr(lede, "class").as_deref(), Some("lede"));
//! assert_eq!(tree.text_content(lede), "Rain & wind");
//!
//! // Every piece of text knows its bytes: here the reference is a piece of its own.
//! let text = tree.first_child(lede).ok_or("no text")?;
//! let sources: Vec<_> = tree.pieces(text).map(|piece| (piece.text, piece.source)).collect();
//! assert_eq!(sources, [("Rain ", 14..19), ("&", 19..24), (" wind", 24..29)]);
//! # Ok::<(), &str>(())
//! ```
//!
//! # What it does
//!
//! * [`charset`]: bytes to text in the HTML standard's order of evidence, and the way back from text to bytes.
//! * [`parse`]: text to a [`Tree`]: the tree that browsers build, held to the html5lib tokenizer suite and to html5ever's
//!   trees. Every element, attribute value and stretch of text knows where it stands.
//! * [`Builder`] makes the same tree for readers of other formats; [`Tree::add_fragment`] hangs in HTML that was found
//!   within a page's JSON.
//! * Limits on bytes, nodes, depth and attributes ([`Options`]), each with a default; what was met is told
//!   ([`Tree::limits_hit`]). Time and memory are linear in the page, whatever it holds; nothing recurses.
//!
//! # What it does not
//!
//! No scripts, no styles, no selectors, no serialising, no changes to a tree; no parse errors; no streaming: a page is
//! in memory. It knows nothing of articles.
//!
//! # How
//!
//! Tokens are made in jumps over the whole page, and go straight into the tree: names are numbers, text is ranges of the
//! source, and what the standard asks of open elements is answered from a word of bits for each and a count for each
//! name. `docs/html-layer.md` has the figures.

mod attribute;
pub mod charset;
mod construction;
#[cfg(feature = "differential")]
pub mod differential;
mod entity;
mod hash;
mod options;
mod tag;
mod tokenizer;
mod tree;

pub use attribute::{Attr, KnownName, KnownNames};
pub use entity::decode_value as decode_references;
pub use options::{LimitHit, Options};
pub use tag::Tag;
pub use tree::{
    Ancestors, AsMade, Attributes, Builder, Children, Descendants, Located, NodeId, NodeKind, Order, Piece, Pieces, SourceRange, Tree,
};

/// The tree of a page; spans are UTF-8 bytes of `source`. Never fails: where a limit is met the tree is a part, and
/// [`Tree::limits_hit`] says so. A byte order mark at the start is passed over; its bytes count.
#[must_use]
pub fn parse<'s>(source: &'s str, options: &Options) -> Tree<'s> {
    let limit = options.max_bytes.min(u32::MAX - 1) as usize;
    let read = source.get(..floor_char_boundary(source, limit)).unwrap_or("");
    let mut tokenizer = tokenizer::Tokenizer::new(read, options.max_attributes);
    tokenizer.skip_mark();
    let mut construction = construction::Construction::new(read, options);
    tokenizer.run(&mut construction);
    let construction::Constructed { arena, names, quirks, mut limits } = construction.finish();
    if read.len() < source.len() {
        limits.push(LimitHit::Bytes);
    }
    Tree { source: read, arena, attributes: tokenizer.attributes, names, limits, quirks }
}

/// The last character boundary at or before `at`.
fn floor_char_boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (0..4).map(|back| at.saturating_sub(back)).find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_pieces_of_the_source() {
        let source = "<p>a &amp; b\r\nc";
        let tree = parse(source, &Options::default());
        let p = tree.descendants(tree.root()).find(|&id| tree.tag(id) == Tag::P).unwrap();
        let text = tree.first_child(p).unwrap();
        assert_eq!(tree.text(text), "a & b\nc");
        for piece in tree.pieces(text) {
            if piece.verbatim {
                assert_eq!(&source[piece.source.start as usize..piece.source.end as usize], piece.text);
            }
        }
        assert_eq!(tree.span(text), SourceRange { start: 3, end: 15 });
    }

    #[test]
    fn white_space_is_known_and_what_is_more_is_not() {
        let tree = parse("<p> \n</p>\t<p>a </p> &amp;<b> </b>\n<!-- c -->", &Options::default());
        let texts: Vec<_> = tree.descendants(tree.root()).filter(|&id| tree.kind(id) == NodeKind::Text).collect();
        let said: Vec<_> = texts.iter().map(|&id| (tree.text(id).into_owned(), tree.is_blank(id))).collect();
        let said: Vec<_> = said.iter().map(|(text, is_blank)| (text.as_str(), *is_blank)).collect();
        assert_eq!(said, [(" \n", true), ("\t", true), ("a ", false), (" &", false), (" ", true), ("\n", true)]);
        assert!(!tree.is_blank(tree.root()) && !tree.is_blank(find(&tree, Tag::P)));
    }

    #[test]
    fn attributes_are_read_by_name() {
        const NAMES: KnownNames = KnownNames::of(&[KnownName::of("id"), KnownName::of("class")]);
        let tree = parse("<p href=x class=c data-x=y id=i title><b title=t></b><i></i>", &Options::default());
        let read = |tag| tree.attrs_among(find(&tree, tag), NAMES).map(|(_, attr)| attr.raw_value().to_owned()).collect::<Vec<_>>();
        assert_eq!(read(Tag::P), ["c", "i"]);
        assert!(read(Tag::B).is_empty() && read(Tag::I).is_empty());
    }

    fn find(tree: &Tree<'_>, tag: Tag) -> NodeId {
        tree.descendants(tree.root()).find(|&id| tree.tag(id) == tag).unwrap()
    }

    #[test]
    fn elements_know_their_tags() {
        let source = "<div id=a><b>x</b></div>tail<li>y";
        let tree = parse(source, &Options::default());
        let said = |span: SourceRange| &source[span.start as usize..span.end as usize];
        let div = find(&tree, Tag::Div);
        assert_eq!(said(tree.span(div)), "<div id=a>");
        assert_eq!(said(tree.end_span(div).unwrap()), "</div>");
        assert_eq!(said(tree.outer_span(div)), "<div id=a><b>x</b></div>");
        assert_eq!(said(tree.outer_span(find(&tree, Tag::B))), "<b>x</b>");
        assert_eq!(said(tree.outer_span(find(&tree, Tag::Li))), "<li>y");
        assert!(tree.span(find(&tree, Tag::Body)).is_empty());
        assert_eq!(tree.end_span(find(&tree, Tag::Li)), None);
    }

    #[test]
    fn attributes_belong_to_the_tag_and_not_to_its_copies() {
        let tree = parse("<p><b class=x>a<p>b<body lang=en><body lang=de dir=ltr>", &Options::default());
        let bold: Vec<_> = tree.descendants(tree.root()).filter(|&id| tree.tag(id) == Tag::B).collect();
        assert_eq!(bold.len(), 2);
        assert_eq!(tree.attr(bold[0], "class").as_deref(), Some("x"));
        assert_eq!(tree.attrs(bold[1]).count(), 0);
        let body = find(&tree, Tag::Body);
        assert_eq!(tree.attr(body, "lang").as_deref(), Some("en"));
        assert_eq!(tree.attr(body, "dir").as_deref(), Some("ltr"));
    }

    #[test]
    fn attributes_of_an_ignored_tag_fall_on_nothing() {
        let tree = parse("<frame class=x><p>a", &Options::default());
        assert_eq!(tree.descendants(tree.root()).map(|id| tree.attrs(id).count()).sum::<usize>(), 0);
    }

    #[test]
    fn depth_is_capped_and_nothing_is_lost() {
        let source = "<div>".repeat(2000) + "<a href=y>x</a>" + &"</div>".repeat(2000) + "z";
        let tree = parse(&source, &Options::default());
        assert_eq!(tree.limits_hit(), [LimitHit::Depth]);
        let order = tree.order();
        assert!(order.depth.iter().all(|&depth| depth <= 512));
        assert_eq!(tree.text_content(tree.root()), "xz");
        assert_eq!(tree.attr(find(&tree, Tag::A), "href").as_deref(), Some("y"));
        let last = tree.last_child(find(&tree, Tag::Body)).unwrap();
        assert_eq!(tree.text(last), "z");
    }

    #[test]
    fn a_form_that_leaves_the_stack_does_not_deepen_the_tree() {
        let source = "<form><div></form>".repeat(2000);
        let tree = parse(&source, &Options::default());
        assert!(tree.order().depth.iter().all(|&depth| depth <= 512));
    }

    #[test]
    fn limits_give_a_part_and_say_so() {
        let options = Options { max_nodes: 50, ..Options::default() };
        let source = "<p>x".repeat(1000);
        let tree = parse(&source, &options);
        assert!(tree.len() < 60);
        assert_eq!(tree.limits_hit(), [LimitHit::Nodes]);
        let options = Options { max_attributes: 2, max_bytes: 20, ..Options::default() };
        let tree = parse("<p a=1 b=2 c=3>\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}", &options);
        assert_eq!(tree.limits_hit(), [LimitHit::Attributes, LimitHit::Bytes]);
        assert_eq!(tree.attrs(find(&tree, Tag::P)).count(), 2);
    }

    #[test]
    fn copies_of_formatting_elements_are_bounded() {
        let source = "<p>".to_owned() + &"<b><i><u><s><tt><em><big><code>".repeat(3) + &"<p>x".repeat(20_000);
        let tree = parse(&source, &Options::default());
        assert!(tree.limits_hit().contains(&LimitHit::Formatting));
        assert!(tree.len() < 100_000);
        assert_eq!(tree.text_content(tree.root()).len(), 20_000);
    }

    #[test]
    fn many_attributes_are_kept_once_each() {
        let attributes: String = (0..1000).map(|i| format!(" a{}=v{i}", i % 500)).collect();
        let source = format!("<p{attributes}>");
        let tree = parse(&source, &Options::default());
        let p = find(&tree, Tag::P);
        assert_eq!(tree.attrs(p).count(), 500);
        assert_eq!(tree.attr(p, "a499").as_deref(), Some("v499"));
    }

    #[test]
    fn two_byte_text_read_as_one_byte_text_stays_small() {
        let source = "w\0o\0r\0d\0 \0".repeat(1000);
        let tree = parse(&source, &Options::default());
        assert_eq!(tree.text_content(tree.root()).trim_end(), "word ".repeat(1000).trim_end());
        let pieces: usize = tree.descendants(tree.root()).map(|id| tree.pieces(id).count()).sum();
        assert!(pieces < 400, "{pieces}");
    }

    #[test]
    fn a_fragment_found_elsewhere_keeps_its_way_back() {
        let source = r#"<script>{"body":"<p>a\u0026b<\/p>"}</script>"#;
        let mut tree = parse(source, &Options::default());
        // What the JSON says, and where each part of it stands in the page.
        let inner = "<p>a&b</p>";
        let parts = [(0..4, 17..21), (4..5, 21..27), (5..7, 27..29), (7..10, 30..33)];
        let fragment = parse(inner, &Options::default());
        let root = tree.add_fragment(&fragment, &mut |range, found| {
            for (inside, outside) in &parts {
                let start = range.start.max(inside.start);
                let end = range.end.min(inside.end);
                if start < end {
                    let same = inside.len() == outside.len();
                    let outer =
                        if same { outside.start + start - inside.start..outside.start + end - inside.start } else { outside.clone() };
                    found.push(Located { inner: start..end, outer });
                }
            }
        });
        assert_eq!(tree.kind(root), NodeKind::Fragment);
        assert_eq!(tree.parent(root), None);
        let text = tree.descendants(root).find(|&id| tree.kind(id) == NodeKind::Text).unwrap();
        let pieces: Vec<_> = tree.pieces(text).collect();
        assert_eq!(tree.text(text), "a&b");
        assert_eq!(pieces.iter().map(|piece| piece.verbatim).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(pieces[1].source, 21..27);
    }

    #[test]
    fn trees_are_shared_between_threads() {
        fn is<T: Send + Sync>() {}
        is::<Tree<'static>>();
    }
}
