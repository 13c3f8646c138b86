//! HTML is well-formed, holds the article's words and nothing that acts.

use dateline::{
    Article,
    model::{Block, BlockKind},
    render::Html,
    stage::Renderer,
};
use proptest::prelude::*;
use roxmltree::{Document, Node, ParsingOptions};

use super::articles::article;

/// Elements that the renderer may write.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "link",
    "body",
    "article",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "time",
    "blockquote",
    "ul",
    "ol",
    "li",
    "pre",
    "code",
    "table",
    "caption",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "small",
    "img",
    "hr",
    "br",
    "a",
    "strong",
    "em",
    "s",
    "sub",
    "sup",
];

const ATTRIBUTES: &[&str] =
    &["lang", "dir", "charset", "rel", "href", "class", "datetime", "src", "alt", "width", "height", "colspan", "rowspan"];

/// What the renderer prints of words: no character that XML has no form for.
fn printable(words: &str) -> String {
    let is_bad = |c: char| matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}');
    words.chars().map(|c| if is_bad(c) { '\u{fffd}' } else { c }).collect()
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter_map(|node| if node.tag_name().name() == "br" { Some("\n") } else { node.text().filter(|_| node.is_text()) })
        .collect()
}

/// The words of each block, list item and cell, as the article has them.
pub(super) fn units(article: &Article) -> Vec<String> {
    let of_block = |block: &Block| match &block.kind {
        BlockKind::List { items, .. } => items.iter().map(|item| item.span).collect(),
        BlockKind::Table { rows, .. } => rows.iter().flatten().map(|cell| cell.span).collect(),
        BlockKind::Figure { .. } | BlockKind::Separator => Vec::new(),
        BlockKind::Embed { .. } if block.span.is_empty() => Vec::new(),
        _ => vec![block.span],
    };
    article.blocks.iter().flat_map(of_block).map(|span| printable(article.slice(span))).collect()
}

/// The same, as they stand in the page: an item's words are those before the list in it.
fn printed_units(page: &Document<'_>) -> Vec<String> {
    let article = page.descendants().find(|node| node.has_tag_name("article")).unwrap();
    let in_header = |node: &Node<'_, '_>| node.ancestors().any(|node| node.has_tag_name("header"));
    let is_address = |node: &Node<'_, '_>| node.parent().is_some_and(|parent| parent.has_tag_name("figure"));
    let is_unit =
        |node: &Node<'_, '_>| matches!(node.tag_name().name(), "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "li" | "th" | "td");
    let words = |node: Node<'_, '_>| {
        if !node.has_tag_name("li") {
            return text_of(node);
        }
        node.children().take_while(|child| !matches!(child.tag_name().name(), "ul" | "ol")).map(text_of).collect()
    };
    article.descendants().filter(|node| is_unit(node) && !in_header(node) && !is_address(node)).map(words).collect()
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn html_is_well_formed_and_clean(article in article(), whole in any::<bool>()) {
        let page = if whole { Html::default() } else { Html::fragment() }.to_string(&article);
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let parsed = Document::parse_with_options(&page, options).map_err(|error| TestCaseError::fail(format!("{error}: {page}")))?;
        for node in parsed.descendants().filter(Node::is_element) {
            prop_assert!(ELEMENTS.contains(&node.tag_name().name()), "{page}");
            for attribute in node.attributes() {
                prop_assert!(ATTRIBUTES.contains(&attribute.name()), "{page}");
                if matches!(attribute.name(), "href" | "src") {
                    let address = attribute.value().to_ascii_lowercase();
                    prop_assert!(!["javascript:", "vbscript:", "data:"].iter().any(|scheme| address.starts_with(scheme)), "{page}");
                }
            }
        }
        prop_assert_eq!(printed_units(&parsed), units(&article), "{}", page);
    }
}

#[test]
fn blocks_become_their_elements() {
    let json = r#"{"schema": "dateline/1", "language": "en", "direction": "ltr", "headline": "Cow & calf", "byline": "By Ann Ode",
        "published": {"value": "2009-02-26", "precision": "day", "raw": "Feb. 26"}, "images": [{"url": "/cow.jpg", "alt": "A cow", "width": 640}],
        "text": "It left.\n\nWhy?\n\nGrass\nHay\nDry\n\nWe saw it.\n\nAll of us.",
        "blocks": [
            {"kind": "paragraph", "span": [0, 8], "marks": [{"kind": "link", "span": [3, 7], "href": "https://a.example/?b&c"}]},
            {"kind": "figure", "span": [8, 8], "image": 0, "caption": "The cow", "credit": "A. Ode"},
            {"kind": "heading", "span": [10, 14], "level": 2},
            {"kind": "list", "span": [16, 29], "ordered": false, "items": [{"span": [16, 21]}, {"span": [22, 25]}, {"span": [26, 29], "level": 1}]},
            {"kind": "quote", "span": [31, 41]}, {"kind": "quote", "span": [43, 53]}, {"kind": "separator", "span": [53, 53]}
        ]}"#;
    let page = Html::fragment().to_string(&Article::from_json(json).unwrap());
    let expected = r#"<article lang="en" dir="ltr">
<header>
<h1>Cow &amp; calf</h1>
<p class="byline">By Ann Ode</p>
<p class="published"><time datetime="2009-02-26">2009-02-26</time></p>
</header>
<p>It <a href="https://a.example/?b&amp;c">left</a>.</p>
<figure>
<img src="/cow.jpg" alt="A cow" width="640"/>
<figcaption>The cow <small>A. Ode</small></figcaption>
</figure>
<h2>Why?</h2>
<ul>
<li>Grass</li>
<li>Hay<ul>
<li>Dry</li>
</ul>
</li>
</ul>
<blockquote>
<p>We saw it.</p>
<p>All of us.</p>
</blockquote>
<hr/>
</article>
"#;
    assert_eq!(page, expected);
}
