//! Documents become articles: candidates for the metadata, weighed against each other; the body, chosen and put into blocks.

mod body;
mod cut;
mod dateline;
#[cfg(feature = "language-detection")]
mod language;
mod metadata;

use serde::{Deserialize, Serialize};

pub(crate) use body::assemble;
#[cfg(feature = "training")]
pub use body::{TrainingRow, TrainingTable};
#[cfg(feature = "training")]
pub(crate) use body::{training_table, with_forests};
pub(crate) use cut::truncated;
pub(crate) use dateline::dateline;
#[cfg(feature = "language-detection")]
pub(crate) use language::language;
#[cfg(feature = "language-detection")]
use language::told_by;
pub(crate) use metadata::{is_date, merge};

use crate::stage::{BodyExtractor, MetadataExtractor};

/// The language that a text is surely in: none without a detector.
#[cfg(not(feature = "language-detection"))]
fn told_by(_: &str) -> Option<&'static str> {
    None
}

/// What extractors hand on besides the article itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Options {
    /// Whether the evidence for each metadata field is kept.
    pub evidence: bool,
    /// Whether it is kept what was left out of the text, and why.
    pub removals: bool,
    /// Whether readers' comments are read, and not only counted.
    pub comments: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { evidence: true, removals: true, comments: false }
    }
}

/// The metadata extractors of the default pipeline.
pub(crate) fn metadata_extractors() -> Vec<Box<dyn MetadataExtractor>> {
    metadata::extractors()
}

/// The body extractors of the default pipeline.
pub(crate) fn body_extractors() -> Vec<Box<dyn BodyExtractor>> {
    body::extractors()
}
