//! An article in, a document of the Text Encoding Initiative (P5) out: header, then the text in divisions.

mod block;
mod header;

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::{
    escape::{attribute, words},
    inline::{Event, Marks, Style},
};
use crate::{
    model::{Article, Direction, Mark},
    stage::Renderer,
    text::Span,
};

/// Prints TEI P5; docs/mapping.md says what becomes of each field.
///
/// Every subhead begins a division, which stands in that of the next higher one. What is named in the text stands in the header's lists. Links keep their
/// addresses where these are relative or of the schemes `http`, `https` and `mailto`. Characters that XML has no form for become U+FFFD.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Tei {
    /// Whether the people, organisations and places of the text are listed. On by default.
    pub names: bool,
}

impl Default for Tei {
    fn default() -> Self {
        Self { names: true }
    }
}

impl Renderer for Tei {
    fn name(&self) -> &'static str {
        "tei"
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        out.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"")?;
        if let Some(language) = &article.language {
            attribute(out, "xml:lang", language)?;
        }
        out.write_str(">\n")?;
        header::header(article, self.names, out)?;
        out.write_str("<text")?;
        if article.direction == Some(Direction::RightToLeft) {
            attribute(out, "style", "direction: rtl")?;
        }
        out.write_str(">\n<body>\n<div type=\"article\">\n")?;
        head(article, out)?;
        block::blocks(article, out)?;
        out.write_str("</div>\n</body>\n</text>\n</TEI>\n")
    }
}

/// What stands above the body.
fn head(article: &Article, out: &mut dyn Write) -> fmt::Result {
    for (kind, text) in [("kicker", &article.kicker), ("main", &article.headline), ("deck", &article.deck)] {
        if let Some(text) = text {
            write!(out, "<head type=\"{kind}\">")?;
            words(out, text)?;
            out.write_str("</head>\n")?;
        }
    }
    element(out, "byline", article.byline.as_deref())
}

/// One element of words; nothing where there are none.
fn element(out: &mut dyn Write, name: &str, text: Option<&str>) -> fmt::Result {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(()) };
    write!(out, "<{name}>")?;
    words(out, text)?;
    writeln!(out, "</{name}>")
}

/// The words of a stretch of the text, with the elements of their marks.
fn inline(out: &mut dyn Write, marks: &Marks<'_>, span: Span) -> fmt::Result {
    for event in marks.events(span, |_| {}) {
        match event {
            Event::Text(text) => words(out, text)?,
            Event::Break => out.write_str("<lb/>")?,
            Event::Open(Style::Link, address) => {
                out.write_str("<ref")?;
                attribute(out, "target", &address)?;
                out.write_str(">")?;
            }
            Event::Close(Style::Link, _) => out.write_str("</ref>")?,
            Event::Open(Style::Code, _) => out.write_str("<code>")?,
            Event::Close(Style::Code, _) => out.write_str("</code>")?,
            Event::Open(style, _) => write!(out, "<hi rend=\"{}\">", rendition(style))?,
            Event::Close(..) => out.write_str("</hi>")?,
        }
    }
    Ok(())
}

const fn rendition(style: Style) -> &'static str {
    match style {
        Style::Strong => "bold",
        Style::Emphasis => "italic",
        Style::Strike => "strikethrough",
        Style::Subscript => "subscript",
        Style::Superscript => "superscript",
        Style::Link | Style::Code => "plain",
    }
}

fn marks<'a>(article: &'a Article, marks: &'a [Mark]) -> Marks<'a> {
    Marks::new(&article.text, marks, |_| true)
}
