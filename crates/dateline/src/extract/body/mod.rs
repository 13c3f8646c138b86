//! Where the article begins, where it ends, what to leave out inside: chosen as nodes, then put into blocks.

mod amend;
mod assemble;
mod boundary;
mod choice;
mod comments;
mod credit;
mod density;
mod features;
mod forest;
mod nature;
mod phrases;
mod plain;
mod post;
mod removal;
mod standfirst;
mod within;

pub(crate) use assemble::assemble;

#[cfg(feature = "training")]
use std::ops::Range;

#[cfg(feature = "training")]
use crate::document::Segment;
use crate::{
    document::{Document, NodeId, Tag},
    stage::BodyExtractor,
};

/// The body extractors of the default pipeline.
pub(super) fn extractors() -> Vec<Box<dyn BodyExtractor>> {
    vec![Box::new(choice::Likely::default()), Box::new(plain::Plain)]
}

/// The scripts that tell machines of the page.
fn json_ld<'a>(document: &'a Document<'_>) -> impl Iterator<Item = NodeId> + 'a {
    let tree = document.tree();
    document.by_tag(Tag::Script).filter(|&node| tree.attr(node, "type").is_some_and(|kind| kind.contains("ld+json")))
}

/// One segment of a page.
#[cfg(feature = "training")]
#[derive(Debug)]
pub struct TrainingRow {
    /// What it says.
    pub words: String,
    /// How much that counts in the choice.
    pub weight: u32,
    /// What the rules say of it, as a number.
    pub verdict: u8,
    /// A byte a feature.
    pub features: Vec<u8>,
}

/// What the model of the body is trained on.
#[cfg(feature = "training")]
#[derive(Debug)]
pub struct TrainingTable {
    /// The segments of the page in order.
    pub rows: Vec<TrainingRow>,
    /// The bytes of the decoded page that its densest element came from.
    pub densest: Option<Range<u32>>,
}

#[cfg(feature = "training")]
pub(crate) fn training_table(document: &Document<'_>, [headline, address]: [Option<&str>; 2]) -> TrainingTable {
    let page = density::Page::new(document);
    let mut rows: Vec<Vec<u8>> = Vec::new();
    let features = page.features(headline, address, |block, count| {
        rows.extend((0..count).map(|lane| block.iter().map(|column| column[lane]).collect()));
    });
    let row = |(index, segment): (usize, &Segment)| TrainingRow {
        words: document.words_between(segment.start..segment.end),
        weight: segment.weight,
        verdict: features.verdict(index),
        features: rows.get(index).cloned().unwrap_or_default(),
    };
    TrainingTable { rows: document.segments().iter().enumerate().map(row).collect(), densest: page.container_source() }
}

/// The extractor of the body with the forests of two files, to be measured on pages that they were not made from; `None` where a file is no forest.
#[cfg(feature = "training")]
pub(crate) fn with_forests(body: &[u8], kind: &[u8]) -> Option<Box<dyn BodyExtractor>> {
    Some(Box::new(choice::Likely::with(body, kind)?))
}
