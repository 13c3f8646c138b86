//! Articles in, Arrow record batches of one fixed schema out: what the Python package and the command share for data engines.
//!
//! [`Rows`] takes what became of each input, an article, nothing where there was nothing, or why it failed, and gives one row for each: a document that failed is a status in its
//! row and never an end to the rest. The columns are named and nested as in the JSON of `dateline/1`, and like there all offsets are UTF-8 bytes; the schema's version stands in its metadata and in a column.
//! [`frame`] has flat tables of one article, [`column()`] reads the pages or texts of an Arrow column. Nothing here extracts or starts threads.
//!
//! ```
//! use dateline_batch::{Rows, SCHEMA_VERSION, schema};
//!
//! let mut rows = Rows::new()?;
//! rows.article(&dateline::extract("OSLO, May 4 (NTB) - A cow left its meadow.").unwrap())?;
//! rows.null()?;
//! rows.failed("the charset \"utf-99\" is not known")?;
//! let batch = rows.finish()?;
//! assert_eq!((batch.num_rows(), batch.schema()), (3, schema()));
//! assert_eq!(batch.schema().metadata()["dateline.schema_version"], SCHEMA_VERSION.to_string());
//! # Ok::<(), dateline_batch::Error>(())
//! ```

mod column;
pub mod frame;
mod row;
mod schema;

pub use column::{Value, column};
pub use row::Rows;
pub use schema::{SCHEMA_VERSION, schema};

use arrow_schema::{ArrowError, DataType};

/// Why there is no batch: a column holds something other than pages and texts, or more than one batch can hold.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("a column of {0} holds no pages or texts; it must be binary or utf-8, large or view, or one of these in a table of one column")]
    Column(DataType),
    #[error("a batch cannot be made: {0}")]
    Arrow(String),
}

impl Error {
    /// Whether a column was handed in that holds something other than pages and texts.
    pub fn is_column(&self) -> bool {
        matches!(self.0, Kind::Column(_))
    }
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        Kind::Arrow(error.to_string()).into()
    }
}
