//! An article in, a clean page out: elements for what they mean, no scripts, no styles, no markup of anybody's but this renderer's.
//!
//! The output is well-formed as XML, too: every element is closed, every attribute quoted.

mod block;

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::{
    address,
    escape::{attribute, words},
    inline::{Event, Marks, Style},
    text::names,
};
use crate::{
    model::{Article, DateStamp, Direction, Mark},
    stage::Renderer,
    text::Span,
};

/// Prints HTML: `<article>` with a `<header>` and the body's blocks.
///
/// Links and pictures keep their addresses where these are relative or of the schemes `http`, `https` and `mailto`; other links (`javascript:`,
/// `data:`) are left out and their words stay. Characters that no page may hold (controls) become U+FFFD.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Html {
    /// Whether the article stands in a whole document; without it the output is the `<article>` alone, to be put into a page. On by default.
    pub document: bool,
}

impl Default for Html {
    fn default() -> Self {
        Self { document: true }
    }
}

impl Html {
    /// The `<article>` alone.
    #[must_use]
    pub fn fragment() -> Self {
        Self { document: false }
    }
}

impl Renderer for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        if !self.document {
            return render_article(article, out, true);
        }
        out.write_str("<!DOCTYPE html>\n<html")?;
        language(article, out)?;
        out.write_str(">\n<head>\n<meta charset=\"utf-8\"/>\n<title>")?;
        words(out, article.headline.as_deref().unwrap_or_default())?;
        out.write_str("</title>\n")?;
        if let Some(url) = article.canonical_url.as_deref().and_then(address::safe) {
            out.write_str("<link rel=\"canonical\"")?;
            attribute(out, "href", &url)?;
            out.write_str("/>\n")?;
        }
        out.write_str("</head>\n<body>\n")?;
        render_article(article, out, false)?;
        out.write_str("</body>\n</html>\n")
    }
}

/// The body's blocks alone.
pub(super) fn body(article: &Article, out: &mut dyn Write) -> fmt::Result {
    block::blocks(article, out)
}

fn render_article(article: &Article, out: &mut dyn Write, alone: bool) -> fmt::Result {
    out.write_str("<article")?;
    if alone {
        language(article, out)?;
    }
    out.write_str(">\n")?;
    header(article, out)?;
    block::blocks(article, out)?;
    out.write_str("</article>\n")
}

fn language(article: &Article, out: &mut dyn Write) -> fmt::Result {
    if let Some(language) = &article.language {
        attribute(out, "lang", language)?;
    }
    match &article.direction {
        Some(direction @ (Direction::LeftToRight | Direction::RightToLeft)) => attribute(out, "dir", direction.as_str()),
        _ => Ok(()),
    }
}

fn header(article: &Article, out: &mut dyn Write) -> fmt::Result {
    let names = names(article);
    let byline = article.byline.as_deref().unwrap_or(&names);
    let mut head = String::new();
    line(&mut head, "p", Some("kicker"), article.kicker.as_deref().unwrap_or_default())?;
    line(&mut head, "h1", None, article.headline.as_deref().unwrap_or_default())?;
    line(&mut head, "p", Some("deck"), article.deck.as_deref().unwrap_or_default())?;
    line(&mut head, "p", Some("byline"), byline)?;
    date(&mut head, "published", article.published.as_ref())?;
    date(&mut head, "modified", article.modified.as_ref())?;
    if head.is_empty() { Ok(()) } else { write!(out, "<header>\n{head}</header>\n") }
}

/// One element of words; nothing where there are none.
fn line(out: &mut dyn Write, element: &str, class: Option<&str>, text: &str) -> fmt::Result {
    if text.is_empty() {
        return Ok(());
    }
    write!(out, "<{element}")?;
    if let Some(class) = class {
        attribute(out, "class", class)?;
    }
    out.write_str(">")?;
    words(out, text)?;
    writeln!(out, "</{element}>")
}

fn date(out: &mut dyn Write, class: &str, date: Option<&DateStamp>) -> fmt::Result {
    let Some(date) = date else { return Ok(()) };
    write!(out, "<p class=\"{class}\"><time")?;
    // a value with an open year (XXXX-03-26) is one of TIMEX3, not of HTML
    if date.value.bytes().all(|byte| byte.is_ascii_digit() || b"-:.+TWZ".contains(&byte)) {
        attribute(out, "datetime", &date.value)?;
    }
    out.write_str(">")?;
    words(out, &date.value)?;
    out.write_str("</time></p>\n")
}

/// The words of a stretch of the text, with the elements of their marks.
fn inline(out: &mut dyn Write, marks: &Marks<'_>, span: Span) -> fmt::Result {
    for event in marks.events(span, |_| {}) {
        match event {
            Event::Text(text) => words(out, text)?,
            Event::Break => out.write_str("<br/>")?,
            Event::Open(Style::Link, address) => {
                out.write_str("<a")?;
                attribute(out, "href", &address)?;
                out.write_str(">")?;
            }
            Event::Open(style, _) => write!(out, "<{}>", element(style))?,
            Event::Close(style, _) => write!(out, "</{}>", element(style))?,
        }
    }
    Ok(())
}

const fn element(style: Style) -> &'static str {
    match style {
        Style::Link => "a",
        Style::Strong => "strong",
        Style::Emphasis => "em",
        Style::Strike => "s",
        Style::Subscript => "sub",
        Style::Superscript => "sup",
        Style::Code => "code",
    }
}

fn marks<'a>(article: &'a Article, marks: &'a [Mark]) -> Marks<'a> {
    Marks::new(&article.text, marks, |_| true)
}
