//! What stands about an article rather than in it: names, dates, places of issue, pictures.

use serde::{Deserialize, Serialize};

use super::vocabulary::open_vocabulary;
use crate::text::Span;

open_vocabulary! {
    /// How exact a date or time is: as exact as the words that gave it.
    Precision {
        /// A decade: `199X`.
        Decade = "decade",
        /// A year.
        Year = "year",
        /// A quarter or a half of a year.
        Quarter = "quarter",
        /// A month.
        Month = "month",
        /// A week.
        Week = "week",
        /// A calendar day.
        Day = "day",
        /// An hour of a day.
        Hour = "hour",
        /// A minute.
        Minute = "minute",
        /// A second or finer.
        Second = "second",
    }
}

/// A date or a time as the words or the markup give it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateStamp {
    /// ISO 8601 in the precision that was given: `2009-02-26`, `2009-02`, `2009-02-26T10:15+01:00`. The zone is the one that was
    /// written, and absent where none was. Where the year is open the value is as in TIMEX3: `XXXX-03-26`.
    pub value: String,
    /// How exact it is.
    pub precision: Precision,
    /// The words or the attribute that it was read from.
    pub raw: String,
}

impl DateStamp {
    /// A date from its parts.
    pub fn new(value: impl Into<String>, precision: Precision, raw: impl Into<String>) -> Self {
        Self { value: value.into(), precision, raw: raw.into() }
    }
}

/// Somebody who wrote the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Author {
    /// The name as it is printed.
    pub name: String,
    /// What they are: "Associated Press Writer".
    pub role: Option<String>,
    /// Whom they write for.
    pub affiliation: Option<String>,
    /// Their page.
    pub url: Option<String>,
    /// Their address.
    pub email: Option<String>,
}

impl Author {
    /// An author of whom only the name is known.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// The line that opens a report and says where and when it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Dateline {
    /// Its words, with the dash that ends it.
    pub raw: String,
    /// Where it stands in the text.
    pub span: Span,
    /// The places it names.
    pub places: Vec<DatelinePlace>,
    /// Its date, where it has one.
    pub date: Option<DateStamp>,
    /// The agency it names.
    pub agency: Option<String>,
}

/// A place as a dateline names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct DatelinePlace {
    /// Its name as written.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of the country, where it is named or beyond doubt.
    pub country: Option<String>,
}

impl DatelinePlace {
    /// A place and its country's code.
    pub fn new(name: impl Into<String>, country: Option<String>) -> Self {
        Self { name: name.into(), country }
    }
}

/// Who published the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Publisher {
    /// Its name.
    pub name: Option<String>,
    /// Its site.
    pub url: Option<String>,
    /// Its logo.
    pub logo: Option<String>,
}

/// One step of the way from the site's front page to the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Crumb {
    /// What it is called.
    pub name: String,
    /// Where it leads.
    pub url: Option<String>,
}

/// A picture of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Image {
    /// Its address, resolved against the page's.
    pub url: String,
    /// What is said of it below.
    pub caption: Option<String>,
    /// Who took or owns it.
    pub credit: Option<String>,
    /// The words that stand for it where it cannot be shown.
    pub alt: Option<String>,
    /// Pixels across.
    pub width: Option<u32>,
    /// Pixels down.
    pub height: Option<u32>,
    /// Whether it is the article's first picture.
    pub lead: bool,
}

impl Image {
    /// A picture of which only the address is known.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }
}
