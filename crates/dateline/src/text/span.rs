//! Two kinds of byte range that must never be mixed up: in an article's text, and in the input.

use std::{fmt, ops::Range};

use serde::{Deserialize, Serialize};

/// A text span: UTF-8 bytes `start..end` of [`Article::text`](crate::Article::text).
///
/// In JSON it is `[start, end]`. Both ends lie on character boundaries of the text that it belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// Where it begins, in bytes.
    pub start: u32,
    /// Where it ends (the first byte past it), in bytes.
    pub end: u32,
}

/// A source span: bytes `start..end` of the input as it was handed in, before any decoding.
///
/// In JSON it is `[start, end]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct SourceSpan {
    /// Where it begins, in bytes.
    pub start: u32,
    /// Where it ends (the first byte past it), in bytes.
    pub end: u32,
}

macro_rules! byte_range {
    ($name:ident) => {
        impl $name {
            /// The range `start..end`; an end before its start is taken as the empty range at `start`.
            pub const fn new(start: u32, end: u32) -> Self {
                Self { start, end: if end < start { start } else { end } }
            }

            /// How many bytes it covers.
            pub const fn len(self) -> u32 {
                self.end - self.start
            }

            /// Whether it covers nothing.
            pub const fn is_empty(self) -> bool {
                self.end == self.start
            }

            /// Whether `other` lies wholly within.
            pub const fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two share a byte.
            pub const fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The smallest range that covers both.
            pub fn hull(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }

            /// As a range that slices strings and byte buffers.
            pub const fn range(self) -> Range<usize> {
                self.start as usize..self.end as usize
            }
        }

        impl From<(u32, u32)> for $name {
            fn from((start, end): (u32, u32)) -> Self {
                Self::new(start, end)
            }
        }

        impl From<$name> for (u32, u32) {
            fn from(span: $name) -> Self {
                (span.start, span.end)
            }
        }

        impl From<Range<u32>> for $name {
            fn from(range: Range<u32>) -> Self {
                Self::new(range.start, range.end)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}..{}", self.start, self.end)
            }
        }
    };
}

byte_range!(Span);
byte_range!(SourceSpan);
