//! Spans and the small text tools that every other floor stands on; knows nothing of articles.

mod by_first_byte;
mod class_words;
pub(crate) mod hash;
mod plain_run;
mod sentence;
mod span;
mod word;
mod word_hash;
pub(crate) mod word_list;
mod word_set;

pub(crate) use by_first_byte::ByFirstByte;
pub(crate) use class_words::ClassWords;
pub(crate) use hash::WordMap;
pub(crate) use plain_run::plain_run;
pub(crate) use sentence::sentences;
pub use span::{SourceSpan, Span};
pub(crate) use word::words;
pub use word::{Word, WordShape};
pub(crate) use word_hash::{name_hash, phrase_hash, word_hash};
pub(crate) use word_set::WordSet;
