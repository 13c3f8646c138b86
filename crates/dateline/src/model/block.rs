//! The body's blocks: what a reader sees as paragraphs, subheads, lists, tables, pictures.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::vocabulary::open_vocabulary;
use crate::text::Span;

/// One block of the body.
///
/// In JSON its kind's own fields stand beside `kind` and `span`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Block {
    /// Its words in [`Article::text`](crate::Article::text), a line break within it as `\n`; empty, at its place, where it has none.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Links, emphasis and the like within its words, in order.
    pub marks: Vec<Mark>,
}

impl Block {
    /// A block without marks.
    pub fn new(span: Span, kind: BlockKind) -> Self {
        Self { span, kind, marks: Vec::new() }
    }
}

/// What a block is, with what only its kind has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// A paragraph of running text.
    Paragraph,
    /// A subhead.
    Heading {
        /// 1 to 6, as in HTML.
        level: u8,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items, those of nested lists included, in the order of the text.
        items: Vec<ListItem>,
    },
    /// A block quotation.
    Quote,
    /// Preformatted text.
    Code {
        /// The language, where the page says so.
        language: Option<String>,
    },
    /// A table.
    Table {
        /// What is said of it above or below.
        caption: Option<String>,
        /// Its rows of cells.
        rows: Vec<Vec<Cell>>,
    },
    /// A picture.
    Figure {
        /// Which of [`Article::images`](crate::Article::images) it shows.
        image: Option<u32>,
        /// What is said of it below.
        caption: Option<String>,
        /// Who took or owns it.
        credit: Option<String>,
    },
    /// A post, a video or the like from elsewhere; its words, where it has any, are in the text.
    Embed {
        /// Its address.
        url: Option<String>,
    },
    /// A break between sections: a rule or asterisks.
    Separator,
    /// A kind that this version does not know, as it was read.
    Other(Box<str>),
}

impl BlockKind {
    /// The word that stands for the kind in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading { .. } => "heading",
            Self::List { .. } => "list",
            Self::Quote => "quote",
            Self::Code { .. } => "code",
            Self::Table { .. } => "table",
            Self::Figure { .. } => "figure",
            Self::Embed { .. } => "embed",
            Self::Separator => "separator",
            Self::Other(word) => word,
        }
    }
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListItem {
    /// Its words, those of lists nested in it left out.
    pub span: Span,
    /// How deep it is nested, 0 for the outermost list.
    #[serde(default)]
    pub level: u8,
}

impl ListItem {
    /// An item at a level.
    pub fn new(span: Span, level: u8) -> Self {
        Self { span, level }
    }
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cell {
    /// Its words.
    pub span: Span,
    /// Whether it heads a row or a column.
    #[serde(default)]
    pub header: bool,
    /// How many columns it spans.
    #[serde(default = "one")]
    pub colspan: u16,
    /// How many rows it spans.
    #[serde(default = "one")]
    pub rowspan: u16,
}

fn one() -> u16 {
    1
}

impl Cell {
    /// A plain cell of one row and one column.
    pub fn new(span: Span) -> Self {
        Self { span, header: false, colspan: 1, rowspan: 1 }
    }
}

open_vocabulary! {
    /// What a mark says of the words under it.
    MarkKind {
        /// They link somewhere.
        Link = "link",
        /// They are stressed.
        Emphasis = "emphasis",
        /// They are strongly stressed.
        Strong = "strong",
        /// They are code.
        Code = "code",
        /// They are struck out.
        Strike = "strike",
        /// They stand below the line.
        Subscript = "subscript",
        /// They stand above the line.
        Superscript = "superscript",
    }
}

/// A stretch of words within a block that is linked or set apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mark {
    /// What it says.
    pub kind: MarkKind,
    /// Of which words.
    pub span: Span,
    /// Where a link leads, resolved against the page's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

impl Mark {
    /// A mark without a link.
    pub fn new(kind: MarkKind, span: Span) -> Self {
        Self { kind, span, href: None }
    }

    /// A link.
    pub fn link(span: Span, href: impl Into<String>) -> Self {
        Self { kind: MarkKind::Link, span, href: Some(href.into()) }
    }
}

/// A block as it stands in JSON: the fields of all kinds, those of other kinds absent.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Block"))]
struct Flat {
    kind: String,
    span: Span,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ordered: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    items: Option<Vec<ListItem>>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    language: Option<Option<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    image: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    url: Option<Option<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    caption: Option<Option<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    credit: Option<Option<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Vec<Cell>>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark>,
}

/// A field that stands in JSON, as `null` or with a value, or is not there at all.
mod present {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(value: &Option<Option<String>>, serializer: S) -> Result<S::Ok, S::Error> {
        value.as_ref().and_then(Option::as_ref).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
        Option::<String>::deserialize(deserializer).map(Some)
    }
}

impl Flat {
    fn of(block: &Block) -> Self {
        let mut flat = Self {
            kind: block.kind.as_str().to_owned(),
            span: block.span,
            level: None,
            ordered: None,
            items: None,
            language: None,
            image: None,
            url: None,
            caption: None,
            credit: None,
            rows: None,
            marks: block.marks.clone(),
        };
        match &block.kind {
            BlockKind::Heading { level } => flat.level = Some(*level),
            BlockKind::List { ordered, items } => {
                flat.ordered = Some(*ordered);
                flat.items = Some(items.clone());
            }
            BlockKind::Code { language } => flat.language = Some(language.clone()),
            BlockKind::Table { caption, rows } => {
                flat.caption = Some(caption.clone());
                flat.rows = Some(rows.clone());
            }
            BlockKind::Figure { image, caption, credit } => {
                flat.image = *image;
                flat.caption = Some(caption.clone());
                flat.credit = Some(credit.clone());
            }
            BlockKind::Embed { url } => flat.url = Some(url.clone()),
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Separator | BlockKind::Other(_) => {}
        }
        flat
    }

    fn into_block(self) -> Block {
        let kind = match self.kind.as_str() {
            "paragraph" => BlockKind::Paragraph,
            "heading" => BlockKind::Heading { level: self.level.unwrap_or(2).clamp(1, 6) },
            "list" => BlockKind::List { ordered: self.ordered.unwrap_or(false), items: self.items.unwrap_or_default() },
            "quote" => BlockKind::Quote,
            "code" => BlockKind::Code { language: self.language.flatten() },
            "table" => BlockKind::Table { caption: self.caption.flatten(), rows: self.rows.unwrap_or_default() },
            "figure" => BlockKind::Figure { image: self.image, caption: self.caption.flatten(), credit: self.credit.flatten() },
            "embed" => BlockKind::Embed { url: self.url.flatten() },
            "separator" => BlockKind::Separator,
            _ => BlockKind::Other(self.kind.into()),
        };
        Block { span: self.span, kind, marks: self.marks }
    }
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat::of(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Flat::deserialize(deserializer).map(Flat::into_block)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Block {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Block".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Flat::json_schema(generator)
    }
}
