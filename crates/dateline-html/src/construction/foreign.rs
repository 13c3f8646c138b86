//! SVG and MathML.

use super::class::{self, ANNOTATION, ANNOTATION_HTML, HTML, HTML_POINT, MATHML_TEXT, SVG};
use super::{Construction, DONE, EndTag, StartTag, Step};
use crate::tag::Tag;
use crate::tree::node::Space;

/// SVG's elements whose names are not all in lower case.
const SVG_NAMES: &[&str] = &[
    "altGlyph",
    "altGlyphDef",
    "altGlyphItem",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "clipPath",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    FOREIGN_OBJECT,
    "glyphRef",
    "linearGradient",
    "radialGradient",
    "textPath",
];
const FOREIGN_OBJECT: &str = "foreignObject";

impl Construction<'_> {
    /// Does a start tag at a current node of this class, which is not HTML's, follow the rules of foreign content?
    pub(super) fn stays_foreign(&self, start: &StartTag<'_>, class: u32) -> bool {
        if class & MATHML_TEXT != 0 {
            return ["mglyph", "malignmark"].iter().any(|name| start.raw_name.eq_ignore_ascii_case(name));
        }
        if class & (HTML_POINT | ANNOTATION_HTML) != 0 {
            return false;
        }
        !(class & ANNOTATION != 0 && start.tag == Tag::Svg)
    }

    pub(super) fn foreign_start(&mut self, start: &StartTag<'_>) -> Step {
        if self.breaks_out(start) {
            return self.break_out_start(start);
        }
        let current = self.stack.current();
        if current.class & SVG != 0 {
            let mut kept = start.name;
            let mut is_foreign_object = false;
            if start.tag == Tag::Other
                && let Some(name) = SVG_NAMES.iter().find(|name| name.eq_ignore_ascii_case(start.raw_name))
            {
                kept = self.names.of(name);
                is_foreign_object = *name == FOREIGN_OBJECT;
            }
            let class = class::of_foreign(Space::Svg, start.tag, is_foreign_object, false);
            self.insert_foreign(start, Space::Svg, kept, class);
        } else {
            let html_inside = start.tag == Tag::AnnotationXml && self.holds_html(start);
            let class = class::of_foreign(Space::MathMl, start.tag, false, html_inside);
            self.insert_foreign(start, Space::MathMl, start.name, class);
        }
        DONE
    }

    /// Is it a tag that SVG and MathML have not, so that they must have ended?
    fn breaks_out(&self, start: &StartTag<'_>) -> bool {
        use Tag::*;
        match start.tag {
            B | Big | Blockquote | Body | Br | Center | Code | Dd | Div | Dl | Dt | Em | Embed | H1 | H2 | H3 | H4 | H5 | H6 | Head
            | Hr | I | Img | Li | Listing | Menu | Meta | Nobr | Ol | P | Pre | Ruby | S | Small | Span | Strong | Strike | Sub | Sup
            | Table | Tt | U | Ul | Var => true,
            Font => self.is_coloured(start),
            _ => false,
        }
    }

    fn break_out(&mut self) {
        while self.stack.current().class & (HTML | MATHML_TEXT | HTML_POINT) == 0 {
            self.stack.pop();
        }
    }

    fn break_out_start(&mut self, start: &StartTag<'_>) -> Step {
        self.break_out();
        self.start_in(self.mode, start)
    }

    pub(super) fn foreign_end(&mut self, end: EndTag) -> Step {
        if matches!(end.tag, Tag::Br | Tag::P) {
            self.break_out();
            return self.end_in(self.mode, end);
        }
        // From the current node down: the element of the name, unless one of HTML's is met before; `<html>` itself ends it.
        let current = self.stack.len().saturating_sub(1);
        let met =
            self.stack.rev().find(|(index, entry)| *index == 0 || entry.name == end.name || *index < current && entry.class & HTML != 0);
        match met {
            None | Some((0, _)) => DONE,
            Some((index, entry)) if index < current && entry.class & HTML != 0 => self.end_in(self.mode, end),
            Some((index, entry)) => {
                self.close(entry.id);
                self.stack.truncate(index);
                DONE
            }
        }
    }
}
