//! What the reader of a plain text already understood: headline, byline and who is named in it, post date.

use super::stamp;
use crate::{
    document::{Document, NodeId, Role},
    grammar::{
        byline,
        calendar::{self, Order},
    },
    model::{Author, Origin},
    stage::{Candidate, Context, Field, MetadataExtractor, Value},
};

/// How sure the layout of a plain text is of what it shows.
const CONFIDENCE: f64 = 0.9;

/// Turns the roles that a reader gave to nodes into candidates.
pub(super) struct ReaderRoles;

impl MetadataExtractor for ReaderRoles {
    fn name(&self) -> &'static str {
        "reader-roles"
    }

    fn candidates(&self, document: &Document<'_>, _: &Context<'_>) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (node, role) in document.roles() {
            let field = match role {
                Role::Headline => Field::Headline,
                Role::Kicker => Field::Kicker,
                Role::Deck => Field::Deck,
                Role::Byline => {
                    candidates.extend(authors(document, node));
                    Field::Byline
                }
                Role::PostDate => {
                    candidates.extend(published(document, node));
                    continue;
                }
                Role::Furniture(_) => continue,
            };
            candidates.push(Candidate::text(field, document.words(node), Origin::Text, CONFIDENCE).at(document.source_of(node)));
        }
        candidates
    }
}

/// Those whom a byline names.
fn authors(document: &Document<'_>, node: NodeId) -> Vec<Candidate> {
    let words = document.words(node);
    let part = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().to_owned();
    let Some(byline) = byline::parse(&words) else { return Vec::new() };
    let candidate = |writer: byline::Writer| {
        let mut author = Author::new(part(writer.name));
        (author.role, author.affiliation) = (writer.role.map(part), writer.affiliation.map(part));
        Candidate::new(Field::Author, Value::Author(author), Origin::Text, CONFIDENCE).at(document.source_of(node))
    };
    byline.authors.into_iter().map(candidate).collect()
}

/// The date that a line of its own states; what could be two days is none.
fn published(document: &Document<'_>, node: NodeId) -> Option<Candidate> {
    let words = document.words(node);
    let moment = calendar::find(&words, Order::Unknown).filter(|moment| moment.year.is_some())?;
    let raw = words.get(moment.range.clone()).unwrap_or_default().to_owned();
    Some(Candidate::date(Field::Published, stamp(&moment, raw), Origin::Text, CONFIDENCE).at(document.source_of(node)))
}
