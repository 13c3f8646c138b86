//! Where the article begins, where it ends, what to leave out inside: chosen as nodes, then put into blocks.

mod assemble;
mod boundary;
mod density;
mod figure;
mod phrases;
mod plain;
mod prose;
mod table;
mod within;
mod writer;

pub(crate) use assemble::assemble;

use crate::stage::BodyExtractor;

/// The body extractors of the default pipeline.
pub(super) fn extractors() -> Vec<Box<dyn BodyExtractor>> {
    vec![Box::new(density::Density), Box::new(plain::Plain)]
}
