//! The Article model: plain owned data, the JSON schema `dateline/1` in Rust types.
//!
//! Three coordinate systems appear in it. A [`Span`](crate::Span) counts UTF-8 bytes of [`Article::text`]; a
//! [`SourceSpan`](crate::SourceSpan) counts bytes of the input as it was handed in; a block index is a position in
//! [`Article::blocks`]. Everything here is `Send + Sync`, without lifetimes, and serialises both ways. Nothing in this module reads
//! pages or text: readers, extractors and annotators fill it, renderers print it.

mod annotate;
mod annotation;
mod article;
mod block;
mod media_type;
mod metadata;
mod source_map;
mod spans;
mod trace;
mod vocabulary;

pub use annotation::{
    Annotation, Annotations, Cue, DateKind, Mention, MentionKind, Money, Organisation, Person, Place, Quote, QuoteKind, Source, SourceKind,
    Speaker, TimeExpression, Via,
};
pub use article::{Article, Comment, Comments, Direction, InputInfo, Offsets, PageKind, SchemaVersion, Section};
pub use block::{Block, BlockKind, Cell, ListItem, Mark, MarkKind};
pub use media_type::MediaType;
pub use metadata::{Author, Crumb, DateStamp, Dateline, DatelinePlace, Image, Precision, Publisher};
pub use source_map::{Run, SourceMap};
pub(crate) use trace::rounded;
pub use trace::{Diagnostic, DiagnosticCode, Evidence, Origin, Reason, Removal};
