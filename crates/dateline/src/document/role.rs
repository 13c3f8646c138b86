//! What a reader already understood of single nodes.

use crate::model::Reason;

/// What a node is, where its reader could tell. Readers of pages leave this to the extractors; the reader of plain text, whose evidence is the layout that
/// is gone afterwards, says it here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The headline.
    Headline,
    /// The line above the headline.
    Kicker,
    /// The standfirst.
    Deck,
    /// Who wrote it.
    Byline,
    /// When it was posted.
    PostDate,
    /// No part of the article.
    Furniture(Reason),
}

impl Role {
    /// Why a node of this role is not in the text.
    pub fn reason(&self) -> Reason {
        match self {
            Self::Headline => Reason::Headline,
            Self::Kicker => Reason::Kicker,
            Self::Deck => Reason::Deck,
            Self::Byline => Reason::Byline,
            Self::PostDate => Reason::PostDate,
            Self::Furniture(reason) => reason.clone(),
        }
    }
}
