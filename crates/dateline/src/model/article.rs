//! The article itself, and the views of it that users reach for.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    Annotation, Author, Block, BlockKind, Crumb, DateStamp, Dateline, Diagnostic, Evidence, Image, Money, Organisation, Person, Place,
    Publisher, Quote, Removal, Source, SourceMap, TimeExpression, vocabulary::open_vocabulary,
};
use crate::{
    error::Error,
    text::{SourceSpan, Span},
};

open_vocabulary! {
    /// What kind of page the input is.
    PageKind {
        /// An article.
        Article = "article",
        /// A live blog.
        Live = "live",
        /// A discussion.
        Forum = "forum",
        /// Documentation.
        Documentation = "documentation",
        /// A product for sale.
        Product = "product",
        /// A list of things.
        Listing = "listing",
        /// A front or section page.
        Index = "index",
        /// What a company or an office offers.
        Service = "service",
        /// An error page, a consent wall, an empty shell.
        Error = "error",
        /// None of these.
        Unclassified = "other",
    }
}

open_vocabulary! {
    /// Which way the text runs.
    Direction {
        /// Left to right.
        LeftToRight = "ltr",
        /// Right to left.
        RightToLeft = "rtl",
    }
}

/// Declares a type of one value: it prints that word and refuses to be read from any other.
macro_rules! constant {
    ($(#[$meta:meta])* $name:ident = $word:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name;

        impl $name {
            /// The word.
            pub const WORD: &'static str = $word;
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::WORD)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                if word == Self::WORD { Ok(Self) } else { Err(de::Error::custom(format_args!("{word:?} where {:?} was expected", Self::WORD))) }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "const": $word })
            }
        }
    };
}

constant! {
    /// The schema that an article is printed in.
    SchemaVersion = "dateline/1"
}

constant! {
    /// The unit of all offsets in JSON.
    Offsets = "utf-8"
}

/// What the article was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct InputInfo {
    /// `text/html` or `text/plain`, as told or as sniffed.
    pub media_type: String,
    /// The charset's name in the WHATWG Encoding Standard, in lower case.
    pub encoding: String,
    /// How many bytes were handed in.
    pub length: u64,
    /// The page's address, where the caller knew it.
    pub url: Option<String>,
}

/// Readers' comments, kept apart from the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Comments {
    /// How many there are, by the page's own count or by counting.
    pub count: u32,
    /// Those on the page.
    pub items: Vec<Comment>,
}

/// One reader's comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Comment {
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
    /// What.
    pub text: String,
}

/// One news article, whatever it was read from; schema `dateline/1`.
///
/// All spans are UTF-8 bytes of [`text`](Self::text) and lie on its character boundaries. The headline, kicker, deck and byline are not in the text; the
/// dateline is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Article {
    /// Always `dateline/1`.
    pub schema: SchemaVersion,
    /// Always `utf-8`: what the offsets count.
    pub offsets: Offsets,
    /// What the caller named the input.
    pub id: Option<String>,
    /// What it was made from.
    pub input: InputInfo,
    /// What kind of page it is.
    pub page_kind: Option<PageKind>,
    /// How sure it is that the text is the article, whole and alone: 0 to 1, rounded to hundredths.
    pub confidence: f64,
    /// Whether the text looks cut (a paywall, "read more"); absent where nothing tells.
    pub truncated: Option<bool>,
    /// What it is called.
    pub headline: Option<String>,
    /// The line above the headline.
    pub kicker: Option<String>,
    /// The standfirst: the lines below the headline.
    pub deck: Option<String>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// Who wrote it, one by one.
    pub authors: Vec<Author>,
    /// Where and when it was written, by its own opening.
    pub dateline: Option<Dateline>,
    /// When it was published.
    pub published: Option<DateStamp>,
    /// When it was last changed.
    pub modified: Option<DateStamp>,
    /// Who published it.
    pub publisher: Publisher,
    /// The address that the page calls its own.
    pub canonical_url: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// Which way its text runs.
    pub direction: Option<Direction>,
    /// What the page says it is about, for search engines.
    pub description: Option<String>,
    /// The section of the paper.
    pub section: Option<String>,
    /// The way to it from the front page.
    pub breadcrumbs: Vec<Crumb>,
    /// Tags and topics.
    pub tags: Vec<String>,
    /// The licence that the page names.
    pub license: Option<String>,
    /// Whether the publisher claims that it can be read for free.
    pub free_access: Option<bool>,
    /// Its pictures.
    pub images: Vec<Image>,
    /// The body as one reads it: blocks in order, joined by blank lines.
    pub text: String,
    /// The body's blocks.
    pub blocks: Vec<Block>,
    /// What was said.
    pub quotes: Vec<Quote>,
    /// Who is named.
    pub people: Vec<Person>,
    /// Which organisations are named.
    pub organisations: Vec<Organisation>,
    /// Which places are named.
    pub places: Vec<Place>,
    /// Who is cited.
    pub sources: Vec<Source>,
    /// Times in running text.
    pub dates: Vec<TimeExpression>,
    /// Amounts of money.
    pub money: Vec<Money>,
    /// What annotators of others found.
    pub annotations: Vec<Annotation>,
    /// Readers' comments.
    pub comments: Comments,
    /// The evidence for each metadata field, by the field's name.
    pub evidence: BTreeMap<String, Vec<Evidence>>,
    /// What was left out of the text, and why.
    pub removed: Vec<Removal>,
    /// What went wrong or was given up.
    pub diagnostics: Vec<Diagnostic>,
    /// The way back from the text to the input; in JSON only where the printer was asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_map: Option<SourceMap>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Section<'a> {
    /// The heading; absent for what stands before the first one.
    pub heading: Option<&'a Block>,
    /// The blocks below it, up to the next heading.
    pub blocks: &'a [Block],
}

impl Article {
    /// The words under a span; empty where the span does not lie on the text.
    ///
    /// ```
    /// let article = dateline::extract("LONDON, March 3 - Nothing happened.").unwrap();
    /// let dateline = article.dateline.as_ref().unwrap();
    /// assert_eq!(article.slice(dateline.span), "LONDON, March 3 -");
    /// ```
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The bytes of the input that a span of the text came from, in the order of the text; `None` for an article that was read from JSON
    /// without its source map.
    pub fn source_spans(&self, span: Span) -> Option<Vec<SourceSpan>> {
        self.source_map.as_ref().map(|map| map.source_spans(span))
    }

    /// The words of the paragraphs, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).map(|block| self.slice(block.span))
    }

    /// The body cut at its headings.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
        let mut sections = Vec::new();
        let mut rest = self.blocks.as_slice();
        let mut heading = None;
        loop {
            let end = rest.iter().position(is_heading).unwrap_or(rest.len());
            let (blocks, after) = rest.split_at(end);
            if heading.is_some() || !blocks.is_empty() {
                sections.push(Section { heading, blocks });
            }
            let Some((next, below)) = after.split_first() else { return sections };
            heading = Some(next);
            rest = below;
        }
    }

    /// What the person at this index of [`people`](Self::people) said.
    pub fn quotes_by(&self, person: u32) -> impl Iterator<Item = &Quote> {
        self.quotes.iter().filter(move |quote| quote.speaker.as_ref().and_then(|speaker| speaker.person) == Some(person))
    }

    /// Reads an article from `dateline/1` JSON; keys that this version does not know are passed over.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, not of this schema, or its spans do not lie on its text; see [`Error::is_json`].
    pub fn from_json(json: &str) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Schema {
            #[serde(rename = "schema")]
            _schema: SchemaVersion,
        }
        // every key but this one may be absent: without it any JSON object would pass for an empty article
        serde_json::from_str::<Schema>(json).map_err(|error| Error::json(&error))?;
        let article: Self = serde_json::from_str(json).map_err(|error| Error::json(&error))?;
        match article.first_bad_span() {
            Some(span) => Err(Error::json(&de::Error::custom(format_args!("span {span:?} does not lie on the text")))),
            None => Ok(article),
        }
    }
}
