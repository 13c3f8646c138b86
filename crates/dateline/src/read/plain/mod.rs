//! Pasted text in, a document out: headline, byline, paragraphs, subheads, lists and what was dropped, in source order.
//!
//! Text is pasted hard-wrapped at some width, a paragraph a line, or with a blank line behind every line; first lines are
//! narrower or indented, words are split at line ends, subheads fall over two lines, and at either end stands what is no part of the
//! story. Nothing of that is declared, so it is decided by evidence:
//!
//! 1. [`lines`] cuts the text into lines and notes how each begins and ends;
//! 2. [`wrap`] estimates the widths at which it was wrapped and decides, for the whole text at once, which lines continue;
//! 3. [`roles`] says what each run of lines is; [`furniture`] knows the phrases that are no part of a story;
//! 4. [`join`] turns lines into pieces, each a range of the source as it stands or replaced (a joined line break).
//!
//! Everything is linear in the text, and nothing is invented: a text that begins with a dateline or a sentence has no headline.

mod furniture;
mod join;
mod lines;
mod outline;
mod roles;
mod tree;
mod wrap;

use outline::Outline;

use crate::{
    document::Document,
    error::Error,
    model::{DiagnosticCode, MediaType},
    stage::{Context, Input, OnLimit, Reader},
};

/// The reader of plain text.
pub(super) struct PlainReader;

impl Reader for PlainReader {
    fn name(&self) -> &'static str {
        "plain"
    }

    fn media_type(&self) -> MediaType {
        MediaType::Plain
    }

    fn read<'i>(&self, input: &'i Input<'i>, context: &Context<'_>) -> Result<Document<'i>, Error> {
        let (text, charset) = super::decode(input, context)?;
        let (limit, of_work) = (context.limits().nodes, context.limits().nodes_of_work(text.len()));
        let (tree, roles, whole) = tree::grow(text, &outline(text), limit.min(of_work));
        if !whole && of_work < limit {
            super::over_work(of_work, context)?;
        } else if !whole {
            if context.limits().on_limit == OnLimit::Error {
                return Err(Error::over_limit("nodes", u64::from(limit)));
            }
            context.diagnose(DiagnosticCode::NodeLimit, format!("the text has more than {limit} nodes; the rest was left out"));
        }
        let document = Document::new(MediaType::Plain, tree, charset);
        Ok(roles.into_iter().fold(document, |document, (node, role)| document.with_role(node, role)))
    }
}

/// The outline of a text.
fn outline(text: &str) -> Outline {
    let lines = lines::split(text);
    let runs = wrap::runs(text, &lines);
    let parts = roles::assign(text, &lines, runs);
    let joiner = join::Joiner::new(text, &lines);
    Outline { items: parts.into_iter().map(|part| part.into_item(&joiner)).filter(|item| !item.pieces.is_empty()).collect() }
}

#[cfg(test)]
mod tests;
