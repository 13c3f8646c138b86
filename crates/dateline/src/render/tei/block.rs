//! The body's blocks in, their elements in divisions out.

use std::fmt::{self, Write};

use super::{attribute, element, inline, marks, words};
use crate::{
    model::{Article, Block, BlockKind, Cell, ListItem},
    render::{address, inline::Marks, nesting::depths},
    text::Span,
};

/// Writes all blocks; a subhead opens a division.
pub(super) fn blocks(article: &Article, out: &mut dyn Write) -> fmt::Result {
    let mut open: Vec<u8> = Vec::new();
    let runs = article.blocks.chunk_by(|one, next| one.kind == BlockKind::Quote && next.kind == BlockKind::Quote);
    for run in runs {
        let is_quote = run.first().is_some_and(|block| block.kind == BlockKind::Quote);
        if is_quote {
            out.write_str("<quote>\n")?;
        }
        for block in run {
            if let BlockKind::Heading { level } = block.kind {
                while open.last().is_some_and(|&above| above >= level) {
                    open.pop();
                    out.write_str("</div>\n")?;
                }
                open.push(level);
                out.write_str("<div>\n<head>")?;
                inline(out, &marks(article, &block.marks), block.span)?;
                out.write_str("</head>\n")?;
            } else {
                write_block(article, block, out)?;
            }
        }
        if is_quote {
            out.write_str("</quote>\n")?;
        }
    }
    open.iter().try_for_each(|_| out.write_str("</div>\n"))
}

fn write_block(article: &Article, block: &Block, out: &mut dyn Write) -> fmt::Result {
    let marks = marks(article, &block.marks);
    match &block.kind {
        BlockKind::List { ordered, items } => list(out, &marks, *ordered, items),
        BlockKind::Code { language } => {
            out.write_str("<ab type=\"code\"")?;
            if let Some(language) = language {
                attribute(out, "subtype", &language.split_whitespace().collect::<Vec<_>>().join("-"))?;
            }
            out.write_str(" xml:space=\"preserve\">")?;
            words(out, article.slice(block.span))?;
            out.write_str("</ab>\n")
        }
        BlockKind::Table { caption, rows } => table(out, &marks, caption.as_deref(), rows),
        BlockKind::Figure { image, caption, credit } => figure(article, *image, caption.as_deref(), credit.as_deref(), out),
        BlockKind::Embed { url } => embed(out, &marks, block.span, url.as_deref()),
        BlockKind::Separator => out.write_str("<milestone unit=\"section\" rend=\"rule\"/>\n"),
        _ => paragraph(out, &marks, block.span),
    }
}

fn paragraph(out: &mut dyn Write, marks: &Marks<'_>, span: Span) -> fmt::Result {
    out.write_str("<p>")?;
    inline(out, marks, span)?;
    out.write_str("</p>\n")
}

/// A nested list stands in the item before it.
fn list(out: &mut dyn Write, marks: &Marks<'_>, ordered: bool, items: &[ListItem]) -> fmt::Result {
    let rendition = if ordered { "numbered" } else { "bulleted" };
    let mut open = 0;
    for (depth, item) in depths(items) {
        while open > depth + 1 {
            out.write_str("</item>\n</list>\n")?;
            open -= 1;
        }
        if open == depth + 1 {
            out.write_str("</item>\n<item>")?;
        } else {
            write!(out, "<list rend=\"{rendition}\">\n<item>")?;
            open += 1;
        }
        inline(out, marks, item.span)?;
    }
    (0..open).try_for_each(|_| out.write_str("</item>\n</list>\n"))
}

fn table(out: &mut dyn Write, marks: &Marks<'_>, caption: Option<&str>, rows: &[Vec<Cell>]) -> fmt::Result {
    // the schema has no table without rows and no row without cells
    if rows.iter().all(Vec::is_empty) {
        return element(out, "p", caption);
    }
    out.write_str("<table>\n")?;
    element(out, "head", caption)?;
    for row in rows.iter().filter(|row| !row.is_empty()) {
        out.write_str("<row>")?;
        for cell in row {
            let role = if cell.header { "label" } else { "data" };
            write!(out, "<cell role=\"{role}\"")?;
            if cell.colspan > 1 {
                write!(out, " cols=\"{}\"", cell.colspan)?;
            }
            if cell.rowspan > 1 {
                write!(out, " rows=\"{}\"", cell.rowspan)?;
            }
            out.write_str(">")?;
            inline(out, marks, cell.span)?;
            out.write_str("</cell>")?;
        }
        out.write_str("</row>\n")?;
    }
    out.write_str("</table>\n")
}

fn figure(article: &Article, image: Option<u32>, caption: Option<&str>, credit: Option<&str>, out: &mut dyn Write) -> fmt::Result {
    let (caption, credit) = (caption.filter(|words| !words.is_empty()), credit.filter(|words| !words.is_empty()));
    let image = image.and_then(|index| article.images.get(index as usize));
    let source = image.and_then(|image| Some((image, address::safe(&image.url)?)));
    if source.is_none() && caption.is_none() && credit.is_none() {
        return Ok(());
    }
    out.write_str("<figure>\n")?;
    if let Some((image, url)) = &source {
        out.write_str("<graphic")?;
        attribute(out, "url", url)?;
        if let Some(width) = image.width {
            write!(out, " width=\"{width}px\"")?;
        }
        if let Some(height) = image.height {
            write!(out, " height=\"{height}px\"")?;
        }
        out.write_str("/>\n")?;
    }
    element(out, "p", caption)?;
    if let Some(credit) = credit {
        out.write_str("<p rend=\"credit\">")?;
        words(out, credit)?;
        out.write_str("</p>\n")?;
    }
    element(out, "figDesc", source.and_then(|(image, _)| image.alt.as_deref()))?;
    out.write_str("</figure>\n")
}

/// A post from elsewhere: its words, its address as a link.
fn embed(out: &mut dyn Write, marks: &Marks<'_>, span: Span, url: Option<&str>) -> fmt::Result {
    let url = url.and_then(address::safe);
    if url.is_none() && span.is_empty() {
        return Ok(());
    }
    out.write_str("<figure type=\"embed\">\n")?;
    if !span.is_empty() {
        paragraph(out, marks, span)?;
    }
    if let Some(url) = url {
        out.write_str("<p><ref")?;
        attribute(out, "target", &url)?;
        out.write_str(">")?;
        words(out, &url)?;
        out.write_str("</ref></p>\n")?;
    }
    out.write_str("</figure>\n")
}
