//! A choice of nodes becomes the article's text and blocks.

mod address;
mod blocks;
mod code;
mod embed;
mod figure;
mod list;
mod media;
mod prose;
mod table;
mod writer;

use std::collections::HashMap;

use self::blocks::Assembler;
use super::{comments, standfirst, within};
use crate::{
    document::{Document, NodeId},
    extract::Options,
    model::{Article, MediaType, Reason, Removal},
    stage::{BodyCandidate, Skip},
    text::hash::Hashed,
};

/// The nodes to leave out and why.
pub(super) type Skipped<'a> = HashMap<NodeId, &'a Reason, Hashed>;

/// Reads the chosen nodes in the order of the document and fills the article's text, blocks, pictures, removals and source map.
pub(crate) fn assemble(document: &Document<'_>, body: &BodyCandidate, options: &Options, article: &mut Article) {
    let mut skips = body.skip.clone();
    skips.extend(within::left_out(document, body));
    let skipped: Skipped<'_> = skips.iter().map(|skip| (skip.node, &skip.reason)).collect();
    let mut kept: Vec<u32> = body.keep.iter().map(|&node| document.position(node)).collect();
    kept.sort_unstable();
    let mut assembler = Assembler::new(document, &skipped, &mut article.images);
    let mut read_to = 0;
    for position in kept {
        if position >= read_to {
            read_to = document.end(position);
            assembler.read(position, read_to);
        }
    }
    let (text, map, blocks) = assembler.finish();
    article.text = text;
    article.blocks = blocks;
    let deck = body.deck.map(|node| document.words(node)).filter(|words| !words.is_empty());
    article.deck = article.deck.take().or(deck);
    standfirst::part_from_text(article);
    article.source_map = Some(document.to_input(map));
    article.page_kind = Some(body.page_kind.clone());
    article.confidence = crate::model::rounded(body.score);
    if document.media_type() == MediaType::Html {
        article.comments = comments::read(document, &within::Shown::new(document, body), options.comments);
    }
    if options.removals {
        article.removed.extend(removals(document, &skips));
    }
}

/// What was left out and has words, in the order of the document.
fn removals(document: &Document<'_>, skips: &[Skip]) -> Vec<Removal> {
    let mut skipped: Vec<_> = skips.iter().map(|skip| (document.position(skip.node), skip)).collect();
    skipped.sort_by_key(|(position, _)| *position);
    let mut removals = Vec::new();
    let mut read_to = 0;
    for (position, skip) in skipped {
        if position < read_to || document.segments_in(document.subtree(skip.node)).is_empty() {
            continue;
        }
        read_to = document.end(position);
        removals.push(Removal::new(skip.reason.clone(), document.source_of(skip.node)));
    }
    removals
}
