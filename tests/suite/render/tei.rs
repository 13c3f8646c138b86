//! TEI is well-formed, each element stands where the guidelines allow it, and the words are the article's. The schema comes with no package that a test could use;
//! the part of its grammar that the renderer can meet is written down here by hand.

use dateline::{Article, render::Tei, stage::Renderer};
use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::{articles::article, html::units};

const INLINE: &[&str] = &["hi", "ref", "code", "lb"];

/// The elements that may stand in an element.
fn children_of(name: &str) -> &'static [&'static str] {
    match name {
        "TEI" => &["teiHeader", "text"],
        "teiHeader" => &["fileDesc", "profileDesc"],
        "fileDesc" => &["titleStmt", "publicationStmt", "sourceDesc"],
        "titleStmt" => &["title", "author"],
        "author" => &["name", "roleName", "orgName", "email", "ptr"],
        "publicationStmt" => &["publisher", "date", "idno", "availability"],
        "availability" => &["licence"],
        "sourceDesc" | "abstract" => &["p"],
        "profileDesc" => &["abstract", "langUsage", "textClass", "particDesc", "settingDesc"],
        "langUsage" => &["language"],
        "textClass" => &["keywords"],
        "keywords" => &["term"],
        "particDesc" => &["listPerson", "listOrg"],
        "settingDesc" => &["listPlace"],
        "listPerson" => &["person"],
        "person" => &["persName", "occupation"],
        "listOrg" => &["org"],
        "org" => &["orgName"],
        "listPlace" => &["place"],
        "place" => &["placeName"],
        "text" => &["body"],
        "body" => &["div"],
        "div" => &["head", "byline", "p", "quote", "list", "table", "figure", "ab", "milestone", "div"],
        "quote" => &["p"],
        "list" => &["item"],
        "item" => &["hi", "ref", "code", "lb", "list"],
        "table" => &["head", "row"],
        "row" => &["cell"],
        "figure" => &["graphic", "p", "figDesc"],
        "p" | "head" | "cell" | "hi" | "ref" | "code" => INLINE,
        _ => &[],
    }
}

/// Elements that must hold another.
const NEVER_EMPTY: &[&str] =
    &["fileDesc", "body", "list", "table", "row", "keywords", "langUsage", "listPerson", "listOrg", "listPlace", "figure"];

fn wrong(document: &Document<'_>) -> Option<String> {
    document.descendants().filter(Node::is_element).find_map(|node| {
        let name = node.tag_name().name();
        let stranger = node.children().filter(Node::is_element).find(|child| !children_of(name).contains(&child.tag_name().name()));
        let is_empty = NEVER_EMPTY.contains(&name) && !node.children().any(|child| child.is_element());
        // what belongs to a division stands before those within it
        let mut behind = node.children().filter(Node::is_element).skip_while(|child| !child.has_tag_name((NAMESPACE, "div")));
        let is_late = name == "div" && behind.any(|child| !child.has_tag_name((NAMESPACE, "div")));
        stranger.map(|child| format!("{name} > {}", child.tag_name().name())).or((is_empty || is_late).then(|| name.to_owned()))
    })
}

const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

/// The words of the body, a line feed for each break.
fn words(document: &Document<'_>) -> String {
    let body = document.descendants().find(|node| node.has_tag_name((NAMESPACE, "body")));
    let nodes = body.into_iter().flat_map(|body| body.descendants());
    nodes
        .filter_map(|node| if node.has_tag_name((NAMESPACE, "lb")) { Some("\n") } else { node.text().filter(|_| node.is_text()) })
        .collect()
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn tei_is_well_formed_and_in_order(article in article()) {
        let printed = Tei::default().to_string(&article);
        let document = Document::parse(&printed).map_err(|error| TestCaseError::fail(format!("{error}: {printed}")))?;
        prop_assert_eq!(wrong(&document), None, "{}", printed);
        let words = words(&document);
        let mut rest = words.as_str();
        for unit in units(&article) {
            let found = rest.find(&unit);
            prop_assert!(found.is_some(), "{unit:?} in {printed}");
            rest = &rest[found.unwrap() + unit.len()..];
        }
    }
}

#[test]
fn subheads_open_divisions() {
    let json = r#"{"schema": "dateline/1", "language": "en", "headline": "Cow", "authors": [{"name": "Ann Ode", "role": "Reporter"}],
        "published": {"value": "2009-02-26T10:15+01:00", "precision": "minute", "raw": ""}, "text": "One.\n\nA\n\nTwo.\n\nB\n\nThree.\n\nC\n\nFour.",
        "blocks": [{"kind": "paragraph", "span": [0, 4]}, {"kind": "heading", "span": [6, 7], "level": 2}, {"kind": "paragraph", "span": [9, 13]},
            {"kind": "heading", "span": [15, 16], "level": 3}, {"kind": "paragraph", "span": [18, 24]},
            {"kind": "heading", "span": [26, 27], "level": 2}, {"kind": "paragraph", "span": [29, 34]}]}"#;
    let printed = Tei::default().to_string(&Article::from_json(json).unwrap());
    let body = printed.split("<body>\n").nth(1).unwrap();
    let expected = "<div type=\"article\">\n<head type=\"main\">Cow</head>\n<p>One.</p>\n<div>\n<head>A</head>\n<p>Two.</p>\n\
        <div>\n<head>B</head>\n<p>Three.</p>\n</div>\n</div>\n<div>\n<head>C</head>\n<p>Four.</p>\n</div>\n</div>\n</body>\n</text>\n</TEI>\n";
    assert_eq!(body, expected);
    assert!(printed.contains("<author><name>Ann Ode</name><roleName>Reporter</roleName></author>"));
    assert!(printed.contains("<date type=\"published\" when=\"2009-02-26\">2009-02-26T10:15+01:00</date>"));
}
