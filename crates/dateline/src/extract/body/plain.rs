//! The body of a plain text: all of it but what its reader found to be metadata or furniture.

use crate::{
    document::Document,
    model::{MediaType, PageKind},
    stage::{BodyCandidate, BodyExtractor, Context, Skip},
};

/// Keeps all of a plain text that has no role.
pub(super) struct Plain;

/// How sure a plain text's body is: its reader keeps what it cannot name, so what is wrong is a line too much.
const SCORE: f64 = 0.97;

impl BodyExtractor for Plain {
    fn name(&self) -> &'static str {
        "plain"
    }

    fn body(&self, document: &Document<'_>, _: &Context<'_>) -> Option<BodyCandidate> {
        if document.media_type() != MediaType::Plain || document.segments().is_empty() {
            return None;
        }
        let skip = document.roles().map(|(node, role)| Skip { node, reason: role.reason() }).collect();
        Some(BodyCandidate { score: SCORE, page_kind: PageKind::Article, keep: vec![document.tree().root()], skip, deck: None })
    }
}
