//! Tables that hold data become table blocks; those that only lay out a page are read through.

use super::{Skipped, writer::Writer};
use crate::{
    document::{Display, Document, NodeId, NodeKind, Tag},
    model::{Block, BlockKind, Cell},
    text::Span,
};

/// No cell spans more than this: an attribute of ten digits must not become a table of as many columns.
const MAX_SPAN: u16 = 1000;

/// Words in a cell from which on it is taken for a part of the page's layout.
const LAYOUT_WEIGHT: u32 = 600;

/// A table that holds data.
pub(super) struct DataTable {
    caption: Option<String>,
    /// The cells of each row.
    rows: Vec<Vec<NodeId>>,
}

/// The table, if it holds data: at least two rows and two columns, no table in it, no headings, and no cell that is an article by itself.
pub(super) fn data_table(document: &Document<'_>, node: NodeId, skipped: &Skipped<'_>) -> Option<DataTable> {
    let tree = document.tree();
    let mut table = DataTable { caption: None, rows: Vec::new() };
    let mut positions = document.subtree(node);
    positions.start += 1;
    while positions.start < positions.end {
        let at = positions.start;
        positions.start += 1;
        let inner = document.at(at);
        if tree.kind(inner) != NodeKind::Element {
            continue;
        }
        // it is no part of the text, and stands with its table whether or not its words look like the body's
        if tree.tag(inner) == Tag::Caption {
            table.caption = Some(document.words(inner)).filter(|words| !words.is_empty());
            positions.start = document.end(at);
            continue;
        }
        if skipped.contains_key(&inner) {
            positions.start = document.end(at);
            continue;
        }
        match tree.tag(inner) {
            Tag::Table | Tag::H1 | Tag::H2 | Tag::H3 | Tag::Article | Tag::Section | Tag::Figure => return None,
            Tag::Tr => table.rows.push(Vec::new()),
            Tag::Td | Tag::Th => {
                let weight: u32 = document.segments_in(document.subtree(inner)).iter().map(|segment| segment.weight).sum();
                if weight > LAYOUT_WEIGHT {
                    return None;
                }
                table.rows.last_mut()?.push(inner);
            }
            _ => {}
        }
    }
    table.rows.retain(|row| !row.is_empty());
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    (table.rows.len() > 1 && columns > 1).then_some(table)
}

impl DataTable {
    /// Writes the cells, a tab between two of a row and a new line after it; `None` where they hold no words.
    pub(super) fn write(&self, document: &Document<'_>, writer: &mut Writer) -> Option<Block> {
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut hull: Option<Span> = None;
        for (index, row) in self.rows.iter().enumerate() {
            let mut cells = Vec::with_capacity(row.len());
            for (column, &node) in row.iter().enumerate() {
                if hull.is_some() {
                    writer.separate_by(if column == 0 { "\n" } else { "\t" });
                }
                let span = write_words(document, node, writer).unwrap_or_else(|| Span::new(writer.len(), writer.len()));
                if !span.is_empty() {
                    hull = Some(hull.map_or(span, |hull| hull.hull(span)));
                }
                cells.push(cell(document, node, span, self.rows.len() - index));
            }
            rows.push(cells);
        }
        writer.separate_by("\n\n");
        let marks = writer.take_marks();
        let block = Block::new(hull?, BlockKind::Table { caption: self.caption.clone(), rows });
        Some(Block { marks, ..block })
    }
}

fn cell(document: &Document<'_>, node: NodeId, span: Span, rows_left: usize) -> Cell {
    let tree = document.tree();
    let number = |name| tree.attr(node, name).and_then(|value| leading_number(&value));
    let rows_left = u16::try_from(rows_left).unwrap_or(u16::MAX);
    Cell {
        header: tree.tag(node) == Tag::Th,
        colspan: number("colspan").unwrap_or(1).clamp(1, MAX_SPAN),
        // none at all means down to the last row
        rowspan: number("rowspan").map_or(1, |rows| if rows == 0 { rows_left } else { rows.min(rows_left) }),
        ..Cell::new(span)
    }
}

/// The number that a value begins with, as the HTML standard reads it; one that is too large is the greatest there is.
fn leading_number(value: &str) -> Option<u16> {
    let value = value.trim_start();
    let value = value.strip_prefix('+').unwrap_or(value);
    let digits = value.bytes().take_while(u8::is_ascii_digit);
    digits.fold(None, |number: Option<u16>, digit| Some(number.unwrap_or(0).saturating_mul(10).saturating_add(u16::from(digit - b'0'))))
}

/// Writes all words of a cell as one unit, block boundaries in it as line breaks.
fn write_words(document: &Document<'_>, node: NodeId, writer: &mut Writer) -> Option<Span> {
    let tree = document.tree();
    let mut positions = document.subtree(node);
    positions.start += 1;
    while positions.start < positions.end {
        let at = positions.start;
        positions.start += 1;
        let inner = document.at(at);
        match tree.kind(inner) {
            NodeKind::Text => tree.pieces(inner).for_each(|piece| writer.piece(&piece)),
            NodeKind::Element => match document.display(inner) {
                Display::Never => positions.start = document.end(at),
                Display::Break | Display::Block => writer.line(tree.span(inner)),
                Display::Inline | Display::Replaced => {}
            },
            _ => {}
        }
    }
    writer.end_unit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Input, Pipeline,
        model::Reason,
        stage::{BodyCandidate, BodyExtractor, Context, Skip},
    };

    /// Keeps all but captions.
    struct NoCaptions;

    impl BodyExtractor for NoCaptions {
        fn name(&self) -> &'static str {
            "no captions"
        }

        fn body(&self, document: &Document<'_>, _: &Context<'_>) -> Option<BodyCandidate> {
            let nodes = || document.subtree(document.tree().root()).map(|position| document.at(position));
            let captions = nodes().filter(|node| document.tree().tag(*node) == Tag::Caption);
            let skip = captions.map(|node| Skip { node, reason: Reason::Caption }).collect();
            Some(BodyCandidate { skip, ..BodyCandidate::new(1.0).keep(document.tree().root()) })
        }
    }

    #[test]
    fn a_table_has_its_caption_though_it_is_no_part_of_the_text() {
        let page = b"<table><caption>Cost by year<tr><td>2026<td>0.4<tr><td>2027<td>0.2</table>";
        let article = Pipeline::default().with_body_extractor(NoCaptions).extract(Input::html(page)).unwrap();
        let [Block { kind: BlockKind::Table { caption, .. }, .. }] = article.blocks.as_slice() else { panic!("{:?}", article.blocks) };
        assert_eq!(caption.as_deref(), Some("Cost by year"));
        assert!(!article.text.contains("Cost"));
    }
}
