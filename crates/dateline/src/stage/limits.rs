//! How much one document may cost.

use serde::{Deserialize, Serialize};

/// What happens where a limit is exceeded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OnLimit {
    /// What was read until then becomes the article, with a diagnostic.
    #[default]
    Partial,
    /// An [`Error`](crate::Error) for which `is_limit()` holds.
    Error,
}

/// Limits for one document, in units that do not depend on the machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of input that are read: 64 MiB. The largest page of the labelled sets has 4 MB.
    pub bytes: u32,
    /// Nodes of the tree: 4 million.
    pub nodes: u32,
    /// Attributes that are kept of one tag: 4,096.
    pub attributes: u32,
    /// How deep elements nest: 512, as in browsers.
    pub depth: u32,
    /// Work for the whole document: 16 Mi units, of which each is what a kibibyte takes to be read. A node of the tree counts
    /// as [`NODE`](Self::NODE) bytes, a byte of the article's text as [`TEXT`](Self::TEXT) for each annotator. Reading ends
    /// where nothing more could be paid for, and annotators that what is left does not pay for are not asked.
    pub work: u32,
    /// What happens where one of them is exceeded.
    pub on_limit: OnLimit,
}

impl Limits {
    /// What a node costs until the article is put together, in bytes that are read: metadata, body and blocks, by
    /// instructions over pages of all kinds.
    pub const NODE: u32 = 300;
    /// What a byte of text costs an annotator, in bytes that are read.
    pub const TEXT: u32 = 16;

    /// The work in bytes that are read.
    pub(crate) fn bytes_of_work(&self) -> u64 {
        u64::from(self.work) << 10
    }

    /// How many nodes can be paid for once so many bytes are read.
    pub(crate) fn nodes_of_work(&self, bytes: usize) -> u32 {
        let left = self.bytes_of_work().saturating_sub(bytes as u64);
        u32::try_from(left / u64::from(Self::NODE)).unwrap_or(u32::MAX)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, nodes: 4 << 20, attributes: 4096, depth: 512, work: 16 << 20, on_limit: OnLimit::Partial }
    }
}
