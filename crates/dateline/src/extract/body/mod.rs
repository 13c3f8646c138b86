//! Where the article begins, where it ends, what to leave out inside: chosen as nodes, then put into blocks.

mod assemble;
mod boundary;
mod choice;
mod comments;
mod density;
mod features;
mod figure;
mod forest;
mod nature;
mod phrases;
mod plain;
mod prose;
mod removal;
mod standfirst;
mod table;
mod within;
mod writer;

pub(crate) use assemble::assemble;

#[cfg(feature = "training")]
use std::ops::Range;

#[cfg(feature = "training")]
use crate::document::{Document, Segment};
use crate::stage::BodyExtractor;

/// The body extractors of the default pipeline.
pub(super) fn extractors() -> Vec<Box<dyn BodyExtractor>> {
    vec![Box::new(choice::Likely), Box::new(plain::Plain)]
}

/// What the model of the body is trained on.
#[cfg(feature = "training")]
#[derive(Debug)]
pub struct TrainingTable {
    /// Each segment of the page with its words and its features.
    pub rows: Vec<(String, Vec<u8>)>,
    /// The bytes of the decoded page that its densest element came from.
    pub densest: Option<Range<u32>>,
}

#[cfg(feature = "training")]
pub(crate) fn training_table(document: &Document<'_>, headline: Option<&str>) -> TrainingTable {
    let page = density::Page::new(document);
    let features = page.features(headline);
    let words = |segment: &Segment| document.words_between(segment.start..segment.end);
    let rows = document.segments().iter().enumerate().map(|(index, segment)| (words(segment), features.row(index))).collect();
    TrainingTable { rows, densest: page.container_source() }
}
