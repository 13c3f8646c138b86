//! What was found in the words of an article: every item is a span of its text.

use serde::{Deserialize, Serialize};

use super::vocabulary::open_vocabulary;
use crate::text::Span;

open_vocabulary! {
    /// How speech is given.
    QuoteKind {
        /// Word for word, between marks.
        Direct = "direct",
        /// Partly word for word: marks around a part of the clause.
        Mixed = "mixed",
        /// In the writer's words.
        Indirect = "indirect",
    }
}

open_vocabulary! {
    /// How a mention names its entity.
    MentionKind {
        /// The full or usual form, title left out.
        Name = "name",
        /// The surname alone.
        Surname = "surname",
        /// An acronym.
        Acronym = "acronym",
        /// A description: "the minister".
        Description = "description",
        /// A pronoun.
        Pronoun = "pronoun",
    }
}

open_vocabulary! {
    /// What a cited source is.
    SourceKind {
        /// A news agency.
        Agency = "agency",
        /// A newspaper, a broadcaster, a site.
        Media = "media",
        /// A person or an office.
        Official = "official",
        /// A paper, a statement, a filing.
        Document = "document",
        /// Somebody who is not named.
        Unnamed = "unnamed",
    }
}

open_vocabulary! {
    /// The TIMEX3 kind of a time expression.
    DateKind {
        /// A calendar date, however fuzzy.
        Date = "date",
        /// A time of day.
        Time = "time",
        /// A length of time.
        Duration = "duration",
        /// A time that comes again.
        Set = "set",
    }
}

/// Something that somebody said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// How it is given.
    pub kind: QuoteKind,
    /// The hull of its parts; of a mixed quote the clause that holds them.
    pub span: Span,
    /// The stretches of words between the marks (the marks left out), one a paragraph or a side of an interposed attribution.
    pub parts: Vec<Span>,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The words that attribute it.
    pub cue: Option<Cue>,
    /// By way of whom it was reported.
    pub via: Option<Via>,
    /// How sure the reading is, 0 to 1, rounded to hundredths.
    pub confidence: f64,
}

impl Quote {
    /// A quote whose speaker is not known yet.
    pub fn new(kind: QuoteKind, span: Span, parts: Vec<Span>) -> Self {
        Self { kind, span, parts, speaker: None, cue: None, via: None, confidence: 0.0 }
    }
}

/// Who said a quote.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// Their fullest name in the article, or the words that stand for them.
    pub name: String,
    /// The words of the attribution that name them.
    pub span: Option<Span>,
    /// Which of [`Article::people`](crate::Article::people) they are.
    pub person: Option<u32>,
    /// How the words were resolved to the person.
    pub resolved_by: Option<String>,
}

/// The words that attribute a quote: "said", "according to".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// By way of whom a quote was reported.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Via {
    /// Their name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// One place in the text where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// In what way.
    #[serde(rename = "as")]
    pub kind: MentionKind,
}

/// A person of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Person {
    /// The fullest name that the article gives.
    pub name: String,
    /// What they are: "Foreign Minister".
    pub role: Option<String>,
    /// Where that stands.
    pub role_span: Option<Span>,
    /// Of what.
    pub organisation: Option<String>,
    /// Every place that names them.
    pub mentions: Vec<Mention>,
}

/// An organisation of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Organisation {
    /// Its fullest name.
    pub name: String,
    /// What it is.
    pub kind: Option<String>,
    /// Every place that names it.
    pub mentions: Vec<Mention>,
}

/// A place of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Place {
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Every place in the text that names it.
    pub mentions: Vec<Mention>,
}

/// Somebody or something that the article cites.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// Its name or the words that stand for it.
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// Every place that names it.
    #[serde(default)]
    pub mentions: Vec<Mention>,
}

impl Source {
    /// A source without mentions yet.
    pub fn new(name: impl Into<String>, kind: SourceKind) -> Self {
        Self { name: name.into(), kind, mentions: Vec::new() }
    }
}

/// A date, time, duration or set in running text, with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub raw: String,
    /// Its TIMEX3 kind.
    pub kind: DateKind,
    /// Its TIMEX3 value, ISO 8601 in the precision that the words give; of a range that is one expression `(first moment,moment behind the last,length)`.
    pub value: Option<String>,
    /// The TIMEX3 modifier: `START`, `APPROX`, `BEFORE`.
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// How exact it is.
    pub precision: Option<super::Precision>,
    /// What a relative expression was resolved against.
    pub anchor: Option<String>,
}

impl TimeExpression {
    /// An expression that has not been resolved yet.
    pub fn new(span: Span, raw: impl Into<String>, kind: DateKind) -> Self {
        Self { span, raw: raw.into(), kind, value: None, modifier: None, precision: None, anchor: None }
    }
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Money {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub raw: String,
    /// The amount, or a range's lower end, as an exact decimal.
    pub amount: String,
    /// A range's upper end.
    pub amount_max: Option<String>,
    /// What a price is per: "barrel".
    pub per: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Whether the words leave the currency open.
    pub assumed: bool,
}

impl Money {
    /// An amount in a currency that the words name.
    pub fn new(span: Span, raw: impl Into<String>, amount: impl Into<String>, currency: Option<String>) -> Self {
        Self { span, raw: raw.into(), amount: amount.into(), amount_max: None, per: None, currency, assumed: false }
    }
}

/// What an annotator of somebody else's found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Annotation {
    /// What it is, in the annotator's own words.
    pub kind: String,
    /// Where it stands.
    pub span: Span,
    /// What it says, where it says more than its words.
    pub value: Option<String>,
    /// Which annotator found it.
    pub by: String,
}

impl Annotation {
    /// A find of the annotator `by`.
    pub fn new(kind: impl Into<String>, span: Span, value: Option<String>, by: impl Into<String>) -> Self {
        Self { kind: kind.into(), span, value, by: by.into() }
    }
}

/// Everything that annotators write.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Annotations {
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
}
