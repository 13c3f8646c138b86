//! What metadata extractors hand in: one possible value of one field, with where it was found and how far it is to be trusted.

use crate::{
    model::{Author, Crumb, DateStamp, Image, Origin},
    text::SourceSpan,
};

/// The fields that candidates are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Field {
    /// The headline.
    Headline,
    /// The line above the headline.
    Kicker,
    /// The standfirst.
    Deck,
    /// The byline as printed.
    Byline,
    /// One author.
    Author,
    /// When it was published.
    Published,
    /// When it was last changed.
    Modified,
    /// The publisher's name.
    PublisherName,
    /// The publisher's site.
    PublisherUrl,
    /// The publisher's logo.
    PublisherLogo,
    /// The page's own address.
    CanonicalUrl,
    /// The language.
    Language,
    /// Which way the text runs.
    Direction,
    /// The description.
    Description,
    /// The section.
    Section,
    /// One step of the way from the front page; several stand in order.
    Breadcrumb,
    /// One tag.
    Tag,
    /// The licence.
    License,
    /// The publisher's claim that it can be read for free.
    FreeAccess,
    /// One picture.
    Image,
}

impl Field {
    /// The field's key in [`Article::evidence`](crate::Article::evidence).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Kicker => "kicker",
            Self::Deck => "deck",
            Self::Byline => "byline",
            Self::Author => "authors",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::PublisherName => "publisher.name",
            Self::PublisherUrl => "publisher.url",
            Self::PublisherLogo => "publisher.logo",
            Self::CanonicalUrl => "canonical_url",
            Self::Language => "language",
            Self::Direction => "direction",
            Self::Description => "description",
            Self::Section => "section",
            Self::Breadcrumb => "breadcrumbs",
            Self::Tag => "tags",
            Self::License => "license",
            Self::FreeAccess => "free_access",
            Self::Image => "images",
        }
    }
}

/// A candidate's value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// Words, an address, a code.
    Text(String),
    /// A date.
    Date(DateStamp),
    /// An author.
    Author(Author),
    /// A picture.
    Image(Image),
    /// A step of the way from the front page.
    Crumb(Crumb),
    /// Yes or no.
    Flag(bool),
}

impl Value {
    /// The value in words, as [`Evidence::value`](crate::model::Evidence::value) prints it.
    pub fn words(&self) -> String {
        self.as_str().to_owned()
    }

    /// The same without a copy.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Date(date) => &date.value,
            Self::Author(author) => &author.name,
            Self::Image(image) => &image.url,
            Self::Crumb(crumb) => &crumb.name,
            Self::Flag(true) => "true",
            Self::Flag(false) => "false",
        }
    }

    /// The same, of a value that is not needed any more.
    pub(crate) fn into_words(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Date(date) => date.value,
            Self::Author(author) => author.name,
            Self::Image(image) => image.url,
            Self::Crumb(crumb) => crumb.name,
            Self::Flag(_) => self.words(),
        }
    }
}

/// One possible value of one field.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Candidate {
    /// Which field it is for.
    pub field: Field,
    /// The value.
    pub value: Value,
    /// The kind of evidence.
    pub from: Origin,
    /// Where it stands in the input.
    pub source: Vec<SourceSpan>,
    /// How likely it is right, 0 to 1, as measured or judged for this kind of evidence.
    pub confidence: f64,
}

impl Candidate {
    /// A candidate whose place in the input is added by [`at`](Self::at).
    pub fn new(field: Field, value: Value, from: Origin, confidence: f64) -> Self {
        Self { field, value, from, source: Vec::new(), confidence }
    }

    /// A candidate of words.
    pub fn text(field: Field, text: impl Into<String>, from: Origin, confidence: f64) -> Self {
        Self::new(field, Value::Text(text.into()), from, confidence)
    }

    /// A candidate date.
    pub fn date(field: Field, date: DateStamp, from: Origin, confidence: f64) -> Self {
        Self::new(field, Value::Date(date), from, confidence)
    }

    /// Says where it stands in the input.
    #[must_use]
    pub fn at(mut self, source: Vec<SourceSpan>) -> Self {
        self.source = source;
        self
    }
}
