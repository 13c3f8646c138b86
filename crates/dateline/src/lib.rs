//! News articles in, one typed [`Article`] out, whose every part leads back to the bytes it came from.
//!
//! ```
//! let page = "<html lang=en><title>Cow leaves meadow</title><h1>Cow leaves meadow</h1>\
//!     <p>OSLO, May 4 (Herd) - A cow left its meadow on Tuesday, a farmer said.\
//!     <p>It was seen on the road to town, where it had never been before.";
//! let article = dateline::extract(page)?;
//!
//! assert_eq!(article.headline.as_deref(), Some("Cow leaves meadow"));
//! let first = article.blocks[0].span;
//! assert!(article.slice(first).starts_with("OSLO"));
//! let source = article.source_spans(first).unwrap();
//! assert_eq!(&page.as_bytes()[source[0].range()], article.slice(first).as_bytes());
//! # Ok::<(), dateline::Error>(())
//! ```

// what only the features that were left out would use
#![cfg_attr(not(all(feature = "annotators", feature = "language-detection", feature = "plain-text")), allow(dead_code, unused_imports))]

pub mod annotate;
pub mod document;
mod error;
pub mod extract;
mod grammar;
pub mod model;
mod pipeline;
mod read;
pub mod render;
pub mod stage;
mod text;

pub use document::Document;
pub use error::Error;
#[cfg(feature = "training")]
pub use extract::{TrainingRow, TrainingTable};
pub use model::Article;
pub use pipeline::{Options, Pipeline};
pub use stage::Input;
pub use text::{SourceSpan, Span};

use std::sync::LazyLock;

/// Reads an input and finds the article in it, with the default options.
///
/// # Errors
///
/// Only where the input's description is wrong (an unknown charset, a date that is none); see [`Pipeline::extract`].
///
/// ```
/// let article = dateline::extract("LONDON, March 3 - Nothing happened, officials said.")?;
/// assert_eq!(article.dateline.unwrap().places[0].country.as_deref(), Some("GB"));
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn extract<'i>(input: impl Into<Input<'i>>) -> Result<Article, Error> {
    static DEFAULT: LazyLock<Pipeline> = LazyLock::new(Pipeline::default);
    DEFAULT.extract(input)
}

/// Reads an input and finds the article in it. Where many inputs share the options, build a [`Pipeline`] once.
///
/// # Errors
///
/// As [`Pipeline::extract`].
pub fn extract_with<'i>(input: impl Into<Input<'i>>, options: &Options) -> Result<Article, Error> {
    Pipeline::new(options.clone()).extract(input)
}

/// The JSON Schema of `dateline/1`, generated from the model's types: pretty-printed, one trailing newline.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Article);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
