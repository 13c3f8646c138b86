//! How an article came to be: the evidence for its metadata, what was left out and why, what went wrong.

use serde::{Deserialize, Serialize};

use super::vocabulary::open_vocabulary;
use crate::text::SourceSpan;

open_vocabulary! {
    /// The kind of evidence that a value came from.
    Origin {
        /// A schema.org node in JSON-LD.
        JsonLd = "json-ld",
        /// An OpenGraph or `article:` property.
        OpenGraph = "open-graph",
        /// Another `<meta>` or `<link>` of the head, `<title>` included.
        Meta = "meta",
        /// schema.org microdata or RDFa in attributes.
        Microdata = "microdata",
        /// What an element is: `<h1>`, `<time>`, a byline's class.
        Markup = "markup",
        /// The words themselves.
        Text = "text",
        /// The page's address.
        Url = "url",
        /// The caller's own knowledge, handed in with the input.
        Caller = "caller",
    }
}

open_vocabulary! {
    /// Why a part of the input is not in the article's text.
    Reason {
        /// The site's navigation, search, menus.
        Navigation = "navigation",
        /// Header, footer or sidebar of the page.
        PageFurniture = "page-furniture",
        /// Links to other articles.
        Related = "related",
        /// Advertising or a promotion of the site's own.
        Advertising = "advertising",
        /// A newsletter form, a subscription box, a donation plea.
        Subscription = "subscription",
        /// Buttons to share, save, print.
        Sharing = "sharing",
        /// Readers' comments, or the line that counts them.
        Comments = "comments",
        /// Who wrote it, said once more.
        Byline = "byline",
        /// The headline said once more.
        Headline = "headline",
        /// The deck, which is metadata.
        Deck = "deck",
        /// The kicker, which is metadata.
        Kicker = "kicker",
        /// When it was posted, which is metadata.
        PostDate = "post-date",
        /// A note on the author.
        AuthorNote = "author-note",
        /// Tags and topics.
        Tags = "tags",
        /// Copyright and licence lines.
        Copyright = "copyright",
        /// A caption or credit, which belongs to its figure.
        Caption = "caption",
        /// Consent banners, notices of cookies, pop-ups.
        Consent = "consent",
        /// What a reader never sees: hidden elements.
        Hidden = "hidden",
        /// Said already elsewhere in the text.
        Duplicate = "duplicate",
        /// A wire's own marks: "(more)", "-30-", a bureau's sign-off.
        WireMark = "wire-mark",
        /// Text outside of the chosen body that no other reason fits.
        OutsideBody = "outside-body",
    }
}

open_vocabulary! {
    /// What a diagnostic is about.
    DiagnosticCode {
        /// Bytes that are not of the charset were replaced by U+FFFD.
        UndecodableBytes = "undecodable-bytes",
        /// The named charset is unknown or was overruled.
        Charset = "charset",
        /// The input is longer than the limit; the rest was not read.
        ByteLimit = "byte-limit",
        /// The tree has more nodes than the limit; the rest was not read.
        NodeLimit = "node-limit",
        /// A tag has more attributes than the limit; the rest was not kept.
        AttributeLimit = "attribute-limit",
        /// Elements nest deeper than the limit; deeper ones were made siblings.
        DepthLimit = "depth-limit",
        /// The work allowed for one document was used up.
        WorkLimit = "work-limit",
        /// No body was found.
        NoBody = "no-body",
        /// The page does not look like an article.
        NotAnArticle = "not-an-article",
        /// Structured data on the page could not be parsed.
        BadStructuredData = "bad-structured-data",
        /// A date was found that cannot be a date.
        BadDate = "bad-date",
        /// An annotator does not know the article's language.
        Language = "language",
        /// A stage wrote a span that does not lie on the text; it was dropped.
        BadSpan = "bad-span",
    }
}

/// One piece of evidence for a metadata field, whether it was chosen or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Evidence {
    /// The value as this evidence has it.
    pub value: String,
    /// The kind of evidence.
    pub from: Origin,
    /// Where it stands in the input.
    #[serde(default)]
    pub source: Vec<SourceSpan>,
    /// How far it is trusted, 0 to 1, rounded to hundredths.
    pub confidence: f64,
    /// Whether the article's field was taken from it.
    #[serde(default)]
    pub chosen: bool,
}

impl Evidence {
    /// Evidence that has not been chosen yet.
    pub fn new(value: impl Into<String>, from: Origin, source: Vec<SourceSpan>, confidence: f64) -> Self {
        Self { value: value.into(), from, source, confidence: rounded(confidence), chosen: false }
    }
}

/// To hundredths, so that the same article prints the same figure everywhere.
pub(crate) fn rounded(confidence: f64) -> f64 {
    (confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0
}

/// A part of the input that was left out of the text, and why.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Removal {
    /// Why.
    pub reason: Reason,
    /// Where it stands in the input.
    #[serde(default)]
    pub source: Vec<SourceSpan>,
}

impl Removal {
    /// A removal of these bytes of the input.
    pub fn new(reason: Reason, source: Vec<SourceSpan>) -> Self {
        Self { reason, source }
    }
}

/// Something that went wrong or was given up, without stopping the rest.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What it is about.
    pub code: DiagnosticCode,
    /// The same in words, for people.
    pub message: String,
}

impl Diagnostic {
    /// A diagnostic from its parts.
    pub fn new(code: DiagnosticCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}
