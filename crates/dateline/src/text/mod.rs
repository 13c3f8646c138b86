//! Spans and the small text tools that every other floor stands on; knows nothing of articles.

mod span;
mod word;

pub use span::{SourceSpan, Span};
pub use word::Word;
pub(crate) use word::words;
