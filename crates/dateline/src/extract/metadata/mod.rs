//! Candidates for the metadata, each with its evidence, and their weighing against each other.

mod attributes;
mod caller;
mod date;
mod head;
mod json;
mod json_ld;
mod markup;
mod merge;
mod meta;
mod microdata;
mod name;
mod open_graph;
mod reader;
mod relative;
mod stamp;
#[cfg(test)]
mod testing;
mod title;
mod url;
mod words;

pub(crate) use caller::is_date;
pub(super) use merge::direction_of;
pub(crate) use merge::merge;
pub(super) use stamp::stamp;

use crate::stage::MetadataExtractor;

/// The metadata extractors of the default pipeline.
pub(super) fn extractors() -> Vec<Box<dyn MetadataExtractor>> {
    vec![
        Box::new(json_ld::JsonLd),
        Box::new(open_graph::OpenGraph),
        Box::new(meta::Meta),
        Box::new(microdata::Microdata),
        Box::new(markup::Markup),
        Box::new(url::Address),
        Box::new(reader::ReaderRoles),
        Box::new(caller::Caller),
    ]
}
