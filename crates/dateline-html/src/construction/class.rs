//! An element's name and namespace in, the sets of the HTML standard that it belongs to out, as bits.

use crate::tag::Tag;
use crate::tree::node::Space;

/// In the HTML namespace.
pub(super) const HTML: u32 = 1;
/// Ends the search for an element "in scope".
pub(super) const SCOPE: u32 = 1 << 1;
/// Ends it "in list item scope", beside those of [`SCOPE`].
pub(super) const LIST: u32 = 1 << 2;
/// Ends it "in button scope", beside those of [`SCOPE`].
pub(super) const BUTTON: u32 = 1 << 3;
/// Ends it "in table scope".
pub(super) const TABLE_SCOPE: u32 = 1 << 4;
/// Closed where end tags are implied.
pub(super) const IMPLIED: u32 = 1 << 5;
/// Closed where end tags are implied thoroughly, beside those of [`IMPLIED`].
pub(super) const THOROUGH: u32 = 1 << 6;
/// "Special": ends the search for the element that an end tag closes.
pub(super) const SPECIAL: u32 = 1 << 7;
/// `<address>`, `<div>`, `<p>`: special, but not to list items.
pub(super) const PLAIN_BLOCK: u32 = 1 << 8;
/// `<h1>` to `<h6>`.
pub(super) const HEADING: u32 = 1 << 9;
/// Where rows are added.
pub(super) const BODY_CONTEXT: u32 = 1 << 10;
/// Where cells are added.
pub(super) const ROW_CONTEXT: u32 = 1 << 11;
/// `<td>` and `<th>`.
pub(super) const CELL: u32 = 1 << 12;
/// What text and elements are fostered out of.
pub(super) const FOSTER: u32 = 1 << 13;
/// `<table>`, `<tbody>`, `<tfoot>`.
pub(super) const TABLE_OUTER: u32 = 1 << 14;
/// MathML's elements with text inside: start tags and text are HTML there.
pub(super) const MATHML_TEXT: u32 = 1 << 15;
/// SVG's elements with HTML inside.
pub(super) const HTML_POINT: u32 = 1 << 16;
/// MathML's `<annotation-xml>`.
pub(super) const ANNOTATION: u32 = 1 << 17;
/// An `<annotation-xml>` with HTML inside.
pub(super) const ANNOTATION_HTML: u32 = 1 << 18;
pub(super) const SVG: u32 = 1 << 19;

static CLASSES: [u32; Tag::COUNT] = classes();

const fn classes() -> [u32; Tag::COUNT] {
    use Tag::*;
    let mut classes = [HTML; Tag::COUNT];
    let sets: &[(u32, &[Tag])] = &[
        (SCOPE, &[Applet, Caption, Html, Table, Td, Th, Marquee, Object, Select, Template]),
        (LIST, &[Ol, Ul]),
        (BUTTON, &[Button]),
        (TABLE_SCOPE, &[Html, Table, Template]),
        (IMPLIED, &[Dd, Dt, Li, Option, Optgroup, P, Rb, Rp, Rt, Rtc]),
        (THOROUGH, &[Caption, Colgroup, Tbody, Td, Tfoot, Th, Thead, Tr]),
        (PLAIN_BLOCK, &[Address, Div, P]),
        (HEADING, &[H1, H2, H3, H4, H5, H6]),
        (BODY_CONTEXT, &[Tbody, Tfoot, Thead, Template, Html]),
        (ROW_CONTEXT, &[Tr, Template, Html]),
        (CELL, &[Td, Th]),
        (FOSTER, &[Table, Tbody, Tfoot, Thead, Tr]),
        (TABLE_OUTER, &[Table, Tbody, Tfoot]),
        (SPECIAL, &[Address, Applet, Area, Article, Aside, Base, Basefont, Bgsound, Blockquote, Body, Br, Button, Caption]),
        (SPECIAL, &[Center, Col, Colgroup, Dd, Details, Dir, Div, Dl, Dt, Embed, Fieldset, Figcaption, Figure, Footer, Form]),
        (SPECIAL, &[Frame, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, Iframe, Img, Input, Isindex]),
        (SPECIAL, &[Li, Link, Listing, Main, Marquee, Menu, Meta, Nav, Noembed, Noframes, Noscript, Object, Ol, P, Param]),
        (SPECIAL, &[Plaintext, Pre, Script, Section, Select, Source, Style, Summary, Table, Tbody, Td, Template, Textarea]),
        (SPECIAL, &[Tfoot, Th, Thead, Title, Tr, Track, Ul, Wbr, Xmp]),
    ];
    let mut set = 0;
    while set < sets.len() {
        let (class, tags) = sets[set];
        let mut index = 0;
        while index < tags.len() {
            classes[tags[index] as usize] |= class;
            index += 1;
        }
        set += 1;
    }
    classes
}

/// The sets of an HTML element.
#[inline]
pub(super) fn of_html(name: u32) -> u32 {
    CLASSES.get(name as usize).copied().unwrap_or(HTML)
}

/// The sets of an element of SVG or MathML; `html_inside` tells of an `<annotation-xml>` that it says so.
pub(super) fn of_foreign(space: Space, tag: Tag, is_foreign_object: bool, html_inside: bool) -> u32 {
    match (space, tag) {
        (Space::Svg, Tag::Desc | Tag::Title) => SVG | HTML_POINT | SCOPE,
        (Space::Svg, _) if is_foreign_object => SVG | HTML_POINT | SCOPE,
        (Space::Svg, _) => SVG,
        (_, Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext) => MATHML_TEXT | SCOPE,
        (_, Tag::AnnotationXml) if html_inside => ANNOTATION | ANNOTATION_HTML,
        (_, Tag::AnnotationXml) => ANNOTATION,
        _ => 0,
    }
}
