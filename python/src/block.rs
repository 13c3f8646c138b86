//! The body's blocks.

use dateline::model::{self, BlockKind};
use serde::{Deserialize, Serialize};

use crate::{
    rows::Rows,
    span::Span,
    view::{Shown, View, view},
};

view! {
    /// One block of the body: a paragraph, a subhead, a list, a table, a picture. What its kind does not have is `None`.
    Block of model::Block;
    fields {
        /// What it is: `paragraph`, `heading`, `list`, `quote`, `code`, `table`, `figure`, `embed`, `separator` or another word.
        kind: &str = |this| this.it.kind.as_str();
        /// Its words in the text; empty, at its place, where it has none.
        span: Span = |this| this.span_of(this.it.span);
        /// Its words.
        text: &str = |this| this.slice(this.it.span);
        /// Links, emphasis and the like within its words, in order.
        marks: Rows<Mark> = |this| this.all(&this.it.marks);
        /// Of a heading: 1 to 6, as in HTML.
        level: Option<u8> = |this| if let BlockKind::Heading { level } = this.it.kind { Some(level) } else { None };
        /// Of a list: whether its items are numbered.
        ordered: Option<bool> = |this| if let BlockKind::List { ordered, .. } = this.it.kind { Some(ordered) } else { None };
        /// Of a list: its items, those of nested lists included, in the order of the text.
        items: Option<Rows<ListItem>> = |this| if let BlockKind::List { items, .. } = &this.it.kind { Some(this.all(items)) } else { None };
        /// Of code: its language, where the page says so.
        language: Option<&str> = |this| if let BlockKind::Code { language } = &this.it.kind { language.as_deref() } else { None };
        /// Of a table: its rows of cells.
        rows: Option<Rows<Rows<Cell>>> = |this| match &this.it.kind {
            BlockKind::Table { rows, .. } => Some(rows.iter().map(|cells| this.all(cells)).collect()),
            _ => None,
        };
        /// Of a figure: which of `Article.images` it shows.
        image: Option<u32> = |this| if let BlockKind::Figure { image, .. } = this.it.kind { image } else { None };
        /// Of a figure or a table: what is said of it.
        caption: Option<&str> = |this| match &this.it.kind {
            BlockKind::Figure { caption, .. } | BlockKind::Table { caption, .. } => caption.as_deref(),
            _ => None,
        };
        /// Of a figure: who took or owns it.
        credit: Option<&str> = |this| if let BlockKind::Figure { credit, .. } = &this.it.kind { credit.as_deref() } else { None };
        /// Of an embed: its address.
        url: Option<&str> = |this| if let BlockKind::Embed { url } = &this.it.kind { url.as_deref() } else { None };
    }

    fn __repr__(&self) -> String {
        Shown::new("Block").words(self.it.kind.as_str()).words(self.slice(self.it.span)).done()
    }
}

view! {
    /// One item of a list.
    ListItem of model::ListItem;
    fields {
        /// Its words' place, those of lists nested in it left out.
        span: Span = |this| this.span_of(this.it.span);
        /// How deep it is nested, 0 for the outermost list.
        level: u8 = |this| this.it.level;
        /// Its words.
        text: &str = |this| this.slice(this.it.span);
    }

    fn __repr__(&self) -> String {
        Shown::new("ListItem").words(self.slice(self.it.span)).plain(format_args!("level={}", self.it.level)).done()
    }
}

view! {
    /// One cell of a table.
    Cell of model::Cell;
    fields {
        /// Its words' place.
        span: Span = |this| this.span_of(this.it.span);
        /// Whether it heads a row or a column.
        header: bool = |this| this.it.header;
        /// How many columns it spans.
        colspan: u16 = |this| this.it.colspan;
        /// How many rows it spans.
        rowspan: u16 = |this| this.it.rowspan;
        /// Its words.
        text: &str = |this| this.slice(this.it.span);
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Cell").words(self.slice(self.it.span));
        if self.it.header { shown.plain("header").done() } else { shown.done() }
    }
}

view! {
    /// A stretch of words within a block that is linked or set apart.
    Mark of model::Mark;
    fields {
        /// What it says: `link`, `emphasis`, `strong`, `code`, `strike`, `subscript`, `superscript` or another word.
        kind: &str = |this| this.it.kind.as_str();
        /// Of which words.
        span: Span = |this| this.span_of(this.it.span);
        /// The words.
        text: &str = |this| this.slice(this.it.span);
        /// Where a link leads, resolved against the page's address.
        href: Option<&str> = |this| this.it.href.as_deref();
    }

    fn __repr__(&self) -> String {
        Shown::new("Mark").words(self.it.kind.as_str()).words(self.slice(self.it.span)).named("href", self.it.href.as_deref()).done()
    }
}

/// A heading and what stands below it, owned.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct OwnedSection {
    heading: Option<model::Block>,
    blocks: Vec<model::Block>,
}

impl From<model::Section<'_>> for OwnedSection {
    fn from(section: model::Section<'_>) -> Self {
        Self { heading: section.heading.cloned(), blocks: section.blocks.to_vec() }
    }
}

view! {
    /// A heading and what stands below it.
    Section of OwnedSection;
    fields {
        /// The heading; `None` for what stands before the first one.
        heading: Option<Block> = |this| this.it.heading.as_ref().map(|heading| this.one(heading));
        /// The blocks below it, up to the next heading.
        blocks: Rows<Block> = |this| this.all(&this.it.blocks);
    }

    fn __repr__(&self) -> String {
        let heading = self.it.heading.as_ref().map(|heading| self.slice(heading.span));
        Shown::new("Section").named("heading", heading).number(self.it.blocks.len(), "block", "blocks").done()
    }
}
