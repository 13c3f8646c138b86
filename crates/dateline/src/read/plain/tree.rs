//! An outline in, the tree that a page of the same text would make out, with the roles of its nodes.

use std::ops::Range;

use dateline_html::{Builder, NodeId, Tag, Tree};

use super::outline::{Item, Outline, Piece, Role};
use crate::document;

/// Nodes that one part may need: its element, a list or quotation around it, its words.
const NODES: u32 = 4;

/// Grows the tree, and says whether all of the outline went into it or more than `limit` nodes would have come of it. The headline is an `h1`, subheads are `h2`, runs of list items a list, quoted mail stands in a `blockquote` a level.
pub(super) fn grow<'s>(text: &'s str, outline: &Outline, limit: u32) -> (Tree<'s>, Vec<(NodeId, document::Role)>, bool) {
    let mut grower = Grower { builder: Builder::new(text), roles: Vec::new(), quoted: 0, list: None };
    let fits = usize::try_from(limit / NODES).unwrap_or(usize::MAX);
    for item in outline.items.iter().take(fits) {
        grower.item(item);
    }
    (grower.builder.finish(), grower.roles, outline.items.len() <= fits)
}

struct Grower<'s> {
    builder: Builder<'s>,
    roles: Vec<(NodeId, document::Role)>,
    /// How many block quotes are open.
    quoted: u8,
    /// The list that is open: whether it counts.
    list: Option<bool>,
}

impl Grower<'_> {
    fn item(&mut self, item: &Item) {
        let span = hull(&item.pieces);
        let ordered = match item.role {
            Role::ListItem { ordered } => Some(ordered),
            _ => None,
        };
        if self.list.is_some() && (self.list != ordered || self.quoted != item.quoted) {
            self.builder.close();
            self.list = None;
        }
        while self.quoted > item.quoted {
            self.builder.close();
            self.quoted -= 1;
        }
        while self.quoted < item.quoted {
            self.builder.open(Tag::Blockquote, span.clone());
            self.quoted += 1;
        }
        if let (None, Some(counts)) = (self.list, ordered) {
            self.builder.open(if counts { Tag::Ol } else { Tag::Ul }, span.clone());
            self.list = ordered;
        }
        let node = self.builder.open(tag(item.role), span);
        if let Some(role) = role(item.role) {
            self.roles.push((node, role));
        }
        for piece in &item.pieces {
            match piece {
                Piece::Verbatim(range) => self.builder.text(narrow(range)),
                Piece::Replaced(with, range) => self.builder.replaced(with, narrow(range)),
            }
        }
        self.builder.close();
    }
}

/// Sources are held below 4 GiB by the limits.
fn narrow(range: &Range<usize>) -> Range<u32> {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    narrow(range.start)..narrow(range.end)
}

/// The bytes from the first piece to the last.
fn hull(pieces: &[Piece]) -> Range<u32> {
    let range = |piece: &Piece| match piece {
        Piece::Verbatim(range) | Piece::Replaced(_, range) => narrow(range),
    };
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => range(first).start..range(last).end,
        _ => 0..0,
    }
}

fn tag(role: Role) -> Tag {
    match role {
        Role::Headline => Tag::H1,
        Role::Heading => Tag::H2,
        Role::ListItem { .. } => Tag::Li,
        _ => Tag::P,
    }
}

/// What the document is told; paragraphs, subheads and items speak by their tags.
fn role(role: Role) -> Option<document::Role> {
    Some(match role {
        Role::Headline => document::Role::Headline,
        Role::Kicker => document::Role::Kicker,
        Role::Deck => document::Role::Deck,
        Role::Byline => document::Role::Byline,
        Role::PostDate => document::Role::PostDate,
        Role::Furniture(furniture) => document::Role::Furniture(furniture.reason()),
        Role::Heading | Role::Paragraph | Role::ListItem { .. } => return None,
    })
}
