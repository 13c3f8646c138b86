//! What the reader of plain text found, before it becomes a tree.

use std::ops::Range;

use super::furniture::Furniture;

/// A text's parts in source order.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// The parts.
    pub(super) items: Vec<Item>,
}

/// One part: what it is and the words that it holds.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// What it is.
    pub(super) role: Role,
    /// Depth of e-mail quoting, 0 for the text's own words.
    pub(super) quoted: u8,
    /// Its words in order; no piece is empty.
    pub(super) pieces: Vec<Piece>,
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The headline.
    Headline,
    /// A line above the headline that names the section or the kind of story.
    Kicker,
    /// A line under the headline that sums the story up.
    Deck,
    /// The line that names the writers.
    Byline,
    /// The line that dates the post.
    PostDate,
    /// A subhead.
    Heading,
    /// A paragraph of the story.
    Paragraph,
    /// An item of a list, its mark left out.
    ListItem {
        /// The mark is a number.
        ordered: bool,
    },
    /// No part of the story, and why.
    Furniture(Furniture),
}

/// A stretch of a part's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// The bytes of the source as they stand.
    Verbatim(Range<usize>),
    /// Bytes of the source (a line break with the white space around it, a hyphen at a line's end) for which something else, or nothing, stands.
    Replaced(&'static str, Range<usize>),
}

#[cfg(test)]
impl Item {
    /// The words as they read.
    pub(super) fn words(&self, text: &str) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Verbatim(range) => out.push_str(text.get(range.clone()).unwrap_or("")),
                Piece::Replaced(with, _) => out.push_str(with),
            }
        }
        out
    }
}
