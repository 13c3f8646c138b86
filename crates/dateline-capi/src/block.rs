//! The blocks of the body in, their words, marks, items and cells out.

use dateline::model::{Block, BlockKind, Cell, ListItem, Mark};

use crate::value::{Absent, ByteSpan, Index, Str, read};

/// Its words; an empty span at its place where it has none.
///
/// UTF-8 bytes of the text; with `block` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_span(block: Option<&Block>) -> ByteSpan {
    read(block, |block| block.span.into())
}

/// How many there are of: links, emphasis and the like within its words, in order.
///
/// With `block` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_mark_count(block: Option<&Block>) -> usize {
    read(block, |block| block.marks.len())
}

/// One of: links, emphasis and the like within its words, in order.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `block` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_mark(block: Option<&Block>, index: usize) -> Option<&Mark> {
    read(block, |block| block.marks.get(index))
}

/// Its words, those of lists nested in it left out.
///
/// UTF-8 bytes of the text; with `item` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_list_item_span(item: Option<&ListItem>) -> ByteSpan {
    read(item, |item| item.span.into())
}

/// How deep it is nested, 0 for the outermost list.
///
/// With `item` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_list_item_level(item: Option<&ListItem>) -> i32 {
    read(item, |item| i32::from(item.level))
}

/// Its words.
///
/// UTF-8 bytes of the text; with `cell` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_cell_span(cell: Option<&Cell>) -> ByteSpan {
    read(cell, |cell| cell.span.into())
}

/// Whether it heads a row or a column.
///
/// 1 or 0; with `cell` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_cell_header(cell: Option<&Cell>) -> i32 {
    read(cell, |cell| i32::from(cell.header))
}

/// How many columns it spans.
///
/// With `cell` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_cell_colspan(cell: Option<&Cell>) -> i32 {
    read(cell, |cell| i32::from(cell.colspan))
}

/// How many rows it spans.
///
/// With `cell` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_cell_rowspan(cell: Option<&Cell>) -> i32 {
    read(cell, |cell| i32::from(cell.rowspan))
}

/// What it says: `link`, `emphasis`, `strong`, `code`, `strike`, `subscript`, `superscript`, or a later word.
///
/// Borrowed from the article until it is freed; with `mark` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_mark_kind(mark: Option<&Mark>) -> Str {
    read(mark, |mark| Str::of(mark.kind.as_str()))
}

/// Of which words.
///
/// UTF-8 bytes of the text; with `mark` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_mark_span(mark: Option<&Mark>) -> ByteSpan {
    read(mark, |mark| mark.span.into())
}

/// Where a link leads, resolved against the page's address.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `mark` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_mark_href(mark: Option<&Mark>) -> Str {
    read(mark, |mark| Str::maybe(mark.href.as_deref()))
}

/// What it is: `paragraph`, `heading`, `list`, `quote`, `code`, `table`, `figure`, `embed`, `separator`, or a later word.
///
/// Borrowed from the article until it is freed; with `block` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_kind(block: Option<&Block>) -> Str {
    read(block, |block| Str::of(block.kind.as_str()))
}

/// The level of a heading, 1 to 6.
///
/// -1 for a block of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_level(block: Option<&Block>) -> i32 {
    read(block, |block| if let BlockKind::Heading { level } = &block.kind { i32::from(*level) } else { -1 })
}

/// Whether the items of a list are numbered.
///
/// 1 or 0; -1 for a block of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_ordered(block: Option<&Block>) -> i32 {
    read(block, |block| if let BlockKind::List { ordered, .. } = &block.kind { i32::from(*ordered) } else { -1 })
}

/// How many items a list has, those of lists nested in it included.
///
/// 0 for a block of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_item_count(block: Option<&Block>) -> usize {
    read(block, |block| if let BlockKind::List { items, .. } = &block.kind { items.len() } else { 0 })
}

/// One item of a list, in the order of the text.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_item(block: Option<&Block>, index: usize) -> Option<&ListItem> {
    read(block, |block| if let BlockKind::List { items, .. } = &block.kind { items.get(index) } else { None })
}

/// The language of a block of code, where the page says so.
///
/// Borrowed from the article until it is freed; absent for a block of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_language(block: Option<&Block>) -> Str {
    read(block, |block| if let BlockKind::Code { language } = &block.kind { Str::maybe(language.as_deref()) } else { Str::ABSENT })
}

/// What is said of a table or a figure.
///
/// Borrowed from the article until it is freed; absent where it has none or is of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_caption(block: Option<&Block>) -> Str {
    read(block, |block| match &block.kind {
        BlockKind::Table { caption, .. } | BlockKind::Figure { caption, .. } => Str::maybe(caption.as_deref()),
        _ => Str::ABSENT,
    })
}

/// Who took or owns the picture of a figure.
///
/// Borrowed from the article until it is freed; absent where it is not known or the block is of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_credit(block: Option<&Block>) -> Str {
    read(block, |block| if let BlockKind::Figure { credit, .. } = &block.kind { Str::maybe(credit.as_deref()) } else { Str::ABSENT })
}

/// Which of the article's images a figure shows.
///
/// An index; `DATELINE_NONE` where it shows none of them or the block is of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_image(block: Option<&Block>) -> usize {
    read(block, |block| Index(if let BlockKind::Figure { image, .. } = &block.kind { image.map(|index| index as usize) } else { None }))
        .value()
}

/// The address of an embed.
///
/// Borrowed from the article until it is freed; absent where it is not known or the block is of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_url(block: Option<&Block>) -> Str {
    read(block, |block| if let BlockKind::Embed { url } = &block.kind { Str::maybe(url.as_deref()) } else { Str::ABSENT })
}

/// How many rows a table has.
///
/// 0 for a block of another kind, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_row_count(block: Option<&Block>) -> usize {
    read(block, |block| rows(block).len())
}

/// How many cells a row of a table has.
///
/// 0 for a block of another kind, where `row` is not below the count, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_cell_count(block: Option<&Block>, row: usize) -> usize {
    read(block, |block| rows(block).get(row).map_or(0, Vec::len))
}

/// One cell of a table.
///
/// Borrowed from the article until it is freed; NULL where `row` or `index` is not below its count, and with `block` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_block_cell(block: Option<&Block>, row: usize, index: usize) -> Option<&Cell> {
    read(block, |block| rows(block).get(row)?.get(index))
}

fn rows(block: &Block) -> &[Vec<Cell>] {
    if let BlockKind::Table { rows, .. } = &block.kind { rows } else { &[] }
}
