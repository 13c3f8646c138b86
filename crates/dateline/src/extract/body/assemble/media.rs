//! Pictures, films and frames on their way into blocks: each shown once, at its place, with its caption.

use super::{
    blocks::Assembler,
    embed,
    figure::{self, Picture},
};
use crate::{
    document::{Display, NodeId, Tag},
    model::{Block, BlockKind},
    text::Span,
};

impl Assembler<'_, '_> {
    /// What was left out as caption or credit: the picture may have gone with it, or it is of the one before.
    pub(super) fn captioned(&mut self, node: NodeId) {
        let document = self.document;
        let tree = document.tree();
        let mut found = Vec::new();
        let mut positions = document.subtree(node);
        while let Some(position) = positions.next() {
            let inner = document.at(position);
            let tag = tree.tag(inner);
            let may_be_picture = matches!(tag, Tag::Figure | Tag::Picture) || figure::is_picture(document, inner);
            if may_be_picture && let Some(picture) = figure::picture(document, inner) {
                found.push(picture);
                positions.start = document.end(position);
            } else if document.display(inner) == Display::Replaced {
                self.replaced(inner);
                positions.start = document.end(position);
            }
        }
        let (caption, credit) = figure::said(document, node);
        match found.as_mut_slice() {
            [] => self.caption_last(caption, credit),
            [only] if only.caption.is_none() && only.credit.is_none() => (only.caption, only.credit) = (caption, credit),
            _ => {}
        }
        found.into_iter().for_each(|picture| self.picture(picture));
    }

    /// Gives the picture right before its caption or credit, if it has none.
    fn caption_last(&mut self, said: Option<String>, by: Option<String>) {
        let Some(Block { kind: BlockKind::Figure { image, caption, credit }, .. }) = self.blocks.last_mut() else { return };
        let image = image.and_then(|index| self.images.get_mut(index as usize));
        if let Some(image) = image {
            image.caption = image.caption.take().or_else(|| said.clone());
            image.credit = image.credit.take().or_else(|| by.clone());
        }
        *caption = caption.take().or(said);
        *credit = credit.take().or(by);
    }

    /// Something shown that has no words: a picture, a film, a frame.
    pub(super) fn replaced(&mut self, node: NodeId) {
        let document = self.document;
        if document.tree().tag(node) == Tag::Picture || figure::is_picture(document, node) {
            if let Some(picture) = figure::picture(document, node) {
                self.picture(picture);
            }
        } else if let Some(url) = embed::url(document, node) {
            self.end_unit();
            self.embeds.push(url);
            if self.list.is_none() {
                self.push_waiting();
            }
        }
    }

    pub(super) fn picture(&mut self, picture: Picture) {
        self.pictures.push(picture);
        if !self.writer.in_unit() && self.list.is_none() {
            self.push_waiting();
        }
    }

    /// The blocks of the pictures and embeds that wait; a picture that was shown already is not shown again.
    pub(super) fn push_waiting(&mut self) {
        let at = Span::new(self.writer.len(), self.writer.len());
        for Picture { image, caption, credit } in std::mem::take(&mut self.pictures) {
            let index = match self.images.iter().position(|known| known.url == image.url) {
                Some(index) => index,
                None => {
                    self.images.push(image);
                    self.images.len() - 1
                }
            } as u32;
            let shown = |block: &Block| matches!(block.kind, BlockKind::Figure { image: Some(image), .. } if image == index);
            if self.blocks.iter().any(shown) {
                continue;
            }
            if let Some(image) = self.images.get_mut(index as usize) {
                image.caption = image.caption.take().or_else(|| caption.clone());
                image.credit = image.credit.take().or_else(|| credit.clone());
            }
            self.blocks.push(Block::new(at, BlockKind::Figure { image: Some(index), caption, credit }));
        }
        let embeds = std::mem::take(&mut self.embeds);
        self.blocks.extend(embeds.into_iter().map(|url| Block::new(at, BlockKind::Embed { url: Some(url) })));
    }
}
