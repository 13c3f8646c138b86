//! The Python package's native module, `dateline._core`: Python objects in, the library's answers out as Python objects.
//!
//! Nothing is decided here. What a class shows is what the model holds; what is converted is the unit of offsets, UTF-8 bytes in Rust and code points in Python
//! ([`code_points`]), once an article. An [`Article`](article::Article) holds the model in an `Arc`, and what it holds is built when it is asked for.

#![deny(unsafe_code)]

mod arrow;
mod article;
mod batch;
mod block;
mod capsule;
mod code_points;
mod entity;
mod error;
mod extract;
mod found;
mod input;
mod many;
mod metadata;
mod options;
mod quote;
mod rows;
mod span;
mod trace;
mod view;
mod whole;

/// The native module of dateline.
#[pyo3::pymodule]
mod _core {
    use pyo3::{exceptions::PyImportError, prelude::*};

    #[pymodule_export]
    use crate::{
        arrow::{Batch, BatchSchema},
        article::Article,
        batch::{batch_schema, extract_batch},
        block::{Block, Cell, ListItem, Mark, Section},
        entity::{Mention, Organisation, Person, Place, Source},
        extract::{extract, json_schema},
        found::{Annotation, Money, TimeExpression},
        input::Input,
        many::{Results, extract_many},
        metadata::{Author, Comment, Comments, Crumb, DateStamp, Dateline, DatelinePlace, Image, InputInfo, Publisher},
        options::{Annotator, Options},
        quote::{Cue, Quote, Speaker, Via},
        span::{SourceSpan, Span},
        trace::{Diagnostic, Evidence, Removal},
    };

    /// Refuses a second interpreter of one process: classes and texts are kept for one alone. A module of the interpreter's own tells which one it is.
    #[pymodule_init]
    fn init(py: Python<'_>) -> PyResult<()> {
        static FIRST: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
        let this = py.import("sys")?.as_ptr() as usize;
        if *FIRST.get_or_init(|| this) == this {
            return Ok(());
        }
        Err(PyImportError::new_err("dateline cannot be imported by a second interpreter of the process (a sub-interpreter)"))
    }

    #[expect(non_upper_case_globals, reason = "Python's name for it")]
    #[pymodule_export]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// The version of the schema of batches.
    #[pymodule_export]
    const SCHEMA_VERSION: i32 = dateline_batch::SCHEMA_VERSION;
}
