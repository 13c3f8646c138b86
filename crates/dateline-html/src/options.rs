//! How much of a page is read: limits, and which of them were met.

/// Limits of one parse. Each ends or flattens the tree where it is met; none fails.
///
/// ```
/// let mut options = dateline_html::Options::default();
/// options.max_nodes = 10_000;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// UTF-8 bytes of the source that are read; the rest is left out. 1 GiB unless set; never more than `u32::MAX - 1`.
    pub max_bytes: u32,
    /// How deep elements nest, the document itself being 0; deeper ones become siblings of those at the limit, as in
    /// browsers. 512 unless set.
    pub max_depth: u32,
    /// Nodes of the tree; what follows is left out. 8,000,000 unless set.
    pub max_nodes: u32,
    /// Attributes kept of one tag; further ones are left out. 131,072 unless set.
    pub max_attributes: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options { max_bytes: 1 << 30, max_depth: 512, max_nodes: 8_000_000, max_attributes: 1 << 17 }
    }
}

/// A limit that was met while a tree was built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LimitHit {
    /// [`Options::max_bytes`]: the end of the source was not read.
    Bytes,
    /// [`Options::max_depth`]: some elements were lifted.
    Depth,
    /// [`Options::max_nodes`]: the end of the source was not read.
    Nodes,
    /// [`Options::max_attributes`]: a tag lost its last attributes.
    Attributes,
    /// Unclosed formatting elements (`<b>`, `<font>` …) were being repeated in so many paragraphs that the tree outgrew
    /// the page; from there on they are ordinary elements, which are not repeated.
    Formatting,
    /// Unclosed `<object>`, `<applet>` and `<marquee>` were too many; further ones are ordinary elements.
    Markers,
}
