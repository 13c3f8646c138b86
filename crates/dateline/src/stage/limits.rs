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
    /// What happens where one of them is exceeded.
    pub on_limit: OnLimit,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, nodes: 4 << 20, attributes: 4096, depth: 512, on_limit: OnLimit::Partial }
    }
}
