//! The body's blocks in, their elements out.

use std::fmt::{self, Write};

use super::{attribute, inline, marks, words};
use crate::{
    model::{Article, Block, BlockKind, Cell, ListItem},
    render::{address, inline::Marks, nesting::depths},
    text::Span,
};

/// Writes all blocks, neighbouring paragraphs of a quotation as one.
pub(super) fn blocks(article: &Article, out: &mut dyn Write) -> fmt::Result {
    for run in article.blocks.chunk_by(|one, next| one.kind == BlockKind::Quote && next.kind == BlockKind::Quote) {
        let is_quote = run.first().is_some_and(|block| block.kind == BlockKind::Quote);
        if is_quote {
            out.write_str("<blockquote>\n")?;
        }
        for block in run {
            write_block(article, block, out)?;
        }
        if is_quote {
            out.write_str("</blockquote>\n")?;
        }
    }
    Ok(())
}

fn write_block(article: &Article, block: &Block, out: &mut dyn Write) -> fmt::Result {
    let marks = marks(article, &block.marks);
    match &block.kind {
        BlockKind::Heading { level } => {
            // the headline is the page's h1: the body's headings stand below it
            let level = (*level).clamp(2, 6);
            write!(out, "<h{level}>")?;
            inline(out, &marks, block.span)?;
            writeln!(out, "</h{level}>")
        }
        BlockKind::List { ordered, items } => list(out, &marks, *ordered, items),
        BlockKind::Code { language } => {
            out.write_str("<pre><code")?;
            if let Some(language) = language {
                attribute(out, "class", &format!("language-{language}"))?;
            }
            out.write_str(">")?;
            words(out, article.slice(block.span))?;
            out.write_str("</code></pre>\n")
        }
        BlockKind::Table { caption, rows } => table(out, &marks, caption.as_deref(), rows),
        BlockKind::Figure { image, caption, credit } => figure(article, *image, caption.as_deref(), credit.as_deref(), out),
        BlockKind::Embed { url } => embed(out, &marks, block.span, url.as_deref()),
        BlockKind::Separator => out.write_str("<hr/>\n"),
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::Other(_) => paragraph(out, &marks, block.span),
    }
}

fn paragraph(out: &mut dyn Write, marks: &Marks<'_>, span: Span) -> fmt::Result {
    out.write_str("<p>")?;
    inline(out, marks, span)?;
    out.write_str("</p>\n")
}

/// A nested list stands in the item before it.
fn list(out: &mut dyn Write, marks: &Marks<'_>, ordered: bool, items: &[ListItem]) -> fmt::Result {
    let element = if ordered { "ol" } else { "ul" };
    let mut open = 0;
    for (depth, item) in depths(items) {
        while open > depth + 1 {
            write!(out, "</li>\n</{element}>\n")?;
            open -= 1;
        }
        if open == depth + 1 {
            out.write_str("</li>\n<li>")?;
        } else {
            write!(out, "<{element}>\n<li>")?;
            open += 1;
        }
        inline(out, marks, item.span)?;
    }
    for _ in 0..open {
        write!(out, "</li>\n</{element}>\n")?;
    }
    Ok(())
}

fn table(out: &mut dyn Write, marks: &Marks<'_>, caption: Option<&str>, rows: &[Vec<Cell>]) -> fmt::Result {
    out.write_str("<table>\n")?;
    if let Some(caption) = caption {
        out.write_str("<caption>")?;
        words(out, caption)?;
        out.write_str("</caption>\n")?;
    }
    out.write_str("<tbody>\n")?;
    for row in rows {
        out.write_str("<tr>")?;
        for cell in row {
            let element = if cell.header { "th" } else { "td" };
            write!(out, "<{element}")?;
            if cell.colspan > 1 {
                write!(out, " colspan=\"{}\"", cell.colspan)?;
            }
            if cell.rowspan > 1 {
                write!(out, " rowspan=\"{}\"", cell.rowspan)?;
            }
            out.write_str(">")?;
            inline(out, marks, cell.span)?;
            write!(out, "</{element}>")?;
        }
        out.write_str("</tr>\n")?;
    }
    out.write_str("</tbody>\n</table>\n")
}

fn figure(article: &Article, image: Option<u32>, caption: Option<&str>, credit: Option<&str>, out: &mut dyn Write) -> fmt::Result {
    let image = image.and_then(|index| article.images.get(index as usize));
    let source = image.and_then(|image| Some((image, address::safe(&image.url)?)));
    if source.is_none() && caption.is_none() && credit.is_none() {
        return Ok(());
    }
    out.write_str("<figure>\n")?;
    if let Some((image, url)) = source {
        out.write_str("<img")?;
        attribute(out, "src", &url)?;
        attribute(out, "alt", image.alt.as_deref().unwrap_or_default())?;
        if let Some(width) = image.width {
            write!(out, " width=\"{width}\"")?;
        }
        if let Some(height) = image.height {
            write!(out, " height=\"{height}\"")?;
        }
        out.write_str("/>\n")?;
    }
    if caption.is_some() || credit.is_some() {
        out.write_str("<figcaption>")?;
        words(out, caption.unwrap_or_default())?;
        if let Some(credit) = credit {
            let gap = if caption.is_some() { " " } else { "" };
            write!(out, "{gap}<small>")?;
            words(out, credit)?;
            out.write_str("</small>")?;
        }
        out.write_str("</figcaption>\n")?;
    }
    out.write_str("</figure>\n")
}

/// A post from elsewhere: its words as a quotation, its address as a link.
fn embed(out: &mut dyn Write, marks: &Marks<'_>, span: Span, url: Option<&str>) -> fmt::Result {
    let url = url.and_then(address::safe);
    if url.is_none() && span.is_empty() {
        return Ok(());
    }
    out.write_str("<figure>\n")?;
    if !span.is_empty() {
        out.write_str("<blockquote>\n")?;
        paragraph(out, marks, span)?;
        out.write_str("</blockquote>\n")?;
    }
    if let Some(url) = url {
        out.write_str("<p><a")?;
        attribute(out, "href", &url)?;
        out.write_str(">")?;
        words(out, &url)?;
        out.write_str("</a></p>\n")?;
    }
    out.write_str("</figure>\n")
}
