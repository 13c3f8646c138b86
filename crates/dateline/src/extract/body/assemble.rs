//! A choice of nodes becomes the article's text and blocks.

use std::collections::HashMap;

use dateline_html::Piece;

use super::{
    comments,
    figure::{self, Picture},
    prose::Prose,
    standfirst, table, within,
    writer::Writer,
};
use crate::{
    document::{Display, Document, NodeId, NodeKind, Tag},
    extract::Options,
    model::{Article, Block, BlockKind, Image, ListItem, MarkKind, MediaType, Reason, Removal, SourceMap},
    stage::{BodyCandidate, Skip},
    text::{Span, hash::Hashed},
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

/// What an element that has been entered means for the words in it.
enum Frame {
    Plain,
    Mark,
    Heading(u8),
    Quote,
    Embed,
    Code {
        language: Option<String>,
    },
    /// Preformatted sentences.
    Prose,
    List,
    Item,
}

struct Open {
    end: u32,
    frame: Frame,
}

/// A list that is being read, with all lists nested in it.
struct OpenList {
    ordered: bool,
    items: Vec<ListItem>,
    depth: u8,
    /// Whether the next words begin an item of their own.
    at_item: bool,
}

struct Assembler<'a, 'i> {
    document: &'a Document<'i>,
    skipped: &'a Skipped<'a>,
    images: &'a mut Vec<Image>,
    writer: Writer,
    blocks: Vec<Block>,
    open: Vec<Open>,
    list: Option<OpenList>,
    /// Pictures that stand within a paragraph: their blocks follow it.
    pictures: Vec<Picture>,
    /// Addresses of embeds that stand within a list: their blocks follow it.
    embeds: Vec<String>,
    breaks: u8,
    /// How the preformatted sentences are set that are being read.
    prose: Option<Prose>,
}

impl<'a, 'i> Assembler<'a, 'i> {
    fn new(document: &'a Document<'i>, skipped: &'a Skipped<'a>, images: &'a mut Vec<Image>) -> Self {
        let (writer, blocks, open, pictures) = (Writer::new(), Vec::new(), Vec::new(), Vec::new());
        Self { document, skipped, images, writer, blocks, open, list: None, pictures, embeds: Vec::new(), breaks: 0, prose: None }
    }

    /// Reads the subtree at `position..end`.
    fn read(&mut self, position: u32, end: u32) {
        let mut at = position;
        while at < end {
            self.leave(at);
            at = self.step(at);
        }
        self.leave(end);
        self.end_unit();
    }

    /// Reads one node and says which position comes next.
    fn step(&mut self, position: u32) -> u32 {
        let node = self.document.at(position);
        let tree = self.document.tree();
        if let Some(reason) = self.skipped.get(&node) {
            if **reason == Reason::Caption {
                self.captioned(node);
            }
            if tree.kind(node) != NodeKind::Element || self.document.display(node) == Display::Block {
                self.end_unit();
            }
            return self.document.end(position);
        }
        match tree.kind(node) {
            NodeKind::Text => {
                if self.breaks > 1 {
                    self.end_unit();
                }
                for piece in tree.pieces(node) {
                    if !piece.text.trim().is_empty() {
                        self.breaks = 0;
                    }
                    self.piece(&piece);
                }
                position + 1
            }
            NodeKind::Element => self.element(node, position),
            _ => position + 1,
        }
    }

    fn piece(&mut self, piece: &Piece<'_>) {
        let Some(mut prose) = self.prose else {
            self.writer.piece(piece);
            return;
        };
        prose.piece(piece, |part| match part {
            Some(part) => self.writer.piece(part),
            None => self.end_unit(),
        });
        self.prose = Some(prose);
    }

    /// What was left out as caption or credit: the picture may have gone with it, or it is of the one before.
    fn captioned(&mut self, node: NodeId) {
        let document = self.document;
        let tree = document.tree();
        let mut found = Vec::new();
        let mut positions = document.subtree(node);
        while let Some(position) = positions.next() {
            let inner = document.at(position);
            let tag = tree.tag(inner);
            if let Some(picture) = figure::picture(document, inner).filter(|_| matches!(tag, Tag::Figure | Tag::Picture | Tag::Img)) {
                found.push(picture);
                positions.start = document.end(position);
            } else if Display::of(tag) == Display::Replaced {
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

    fn element(&mut self, node: NodeId, position: u32) -> u32 {
        let (tree, end) = (self.document.tree(), self.document.end(position));
        let tag = tree.tag(node);
        match self.document.display(node) {
            Display::Never => {
                if tag == Tag::Noscript {
                    // what stands here for readers without scripts is the lazy picture beside it, once more and for real
                    self.pictures.extend(figure::picture(self.document, node));
                }
                return end;
            }
            Display::Break => {
                self.breaks = self.breaks.saturating_add(1);
                self.writer.line(tree.span(node));
            }
            Display::Replaced => {
                self.replaced(node);
                return end;
            }
            Display::Inline => self.inline(node, tag, end),
            Display::Block => {
                self.end_unit();
                return self.block(node, tag, position, end);
            }
        }
        position + 1
    }

    fn inline(&mut self, node: NodeId, tag: Tag, end: u32) {
        let kind = match tag {
            Tag::A => MarkKind::Link,
            Tag::Em | Tag::I => MarkKind::Emphasis,
            Tag::Strong | Tag::B => MarkKind::Strong,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt if !self.in_code() => MarkKind::Code,
            Tag::Del | Tag::S | Tag::Strike => MarkKind::Strike,
            Tag::Sub => MarkKind::Subscript,
            Tag::Sup => MarkKind::Superscript,
            _ => return,
        };
        let href = if tag == Tag::A { self.document.tree().attr(node, "href") } else { None };
        let href = href.filter(|href| !is_script(href)).map(|href| self.document.resolve(&href));
        if kind == MarkKind::Link && href.is_none() {
            return;
        }
        self.writer.open_mark(kind, href);
        self.open.push(Open { end, frame: Frame::Mark });
    }

    /// Enters a block element, or reads it whole where it is one block by itself.
    fn block(&mut self, node: NodeId, tag: Tag, position: u32, end: u32) -> u32 {
        let document = self.document;
        let frame = match tag {
            Tag::H1 => Frame::Heading(1),
            Tag::H2 => Frame::Heading(2),
            Tag::H3 => Frame::Heading(3),
            Tag::H4 => Frame::Heading(4),
            Tag::H5 => Frame::Heading(5),
            Tag::H6 => Frame::Heading(6),
            Tag::Blockquote if figure::is_embedded_post(document, node) => Frame::Embed,
            Tag::Blockquote => Frame::Quote,
            Tag::Pre if self.prose.is_none() && Prose::of(document, node).is_some() => {
                self.prose = Prose::of(document, node);
                Frame::Prose
            }
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => {
                self.writer.set_preformatted(true);
                Frame::Code { language: figure::code_language(document, node) }
            }
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir if self.list.is_some() || is_list(document, position) => {
                self.enter_list(tag == Tag::Ol);
                Frame::List
            }
            Tag::Li if self.list.is_some() => {
                if let Some(list) = &mut self.list {
                    list.at_item = true;
                }
                Frame::Item
            }
            // a rule within a list parts nothing that has a place of its own
            Tag::Hr if self.list.is_some() => return end,
            Tag::Hr => {
                self.push(Block::new(Span::new(self.writer.len(), self.writer.len()), BlockKind::Separator));
                return end;
            }
            Tag::Figure => {
                if let Some(picture) = figure::picture(document, node) {
                    self.picture(picture);
                    return end;
                }
                Frame::Plain
            }
            Tag::Table if self.list.is_none() => {
                if let Some(table) = table::data_table(document, node, self.skipped) {
                    if let Some(block) = table.write(document, &mut self.writer) {
                        self.blocks.push(block);
                    }
                    return end;
                }
                Frame::Plain
            }
            _ => Frame::Plain,
        };
        self.open.push(Open { end, frame });
        position + 1
    }

    fn enter_list(&mut self, ordered: bool) {
        match &mut self.list {
            Some(list) => list.depth = list.depth.saturating_add(1),
            None => self.list = Some(OpenList { ordered, items: Vec::new(), depth: 0, at_item: true }),
        }
    }

    /// Leaves the elements that end at or before a position.
    fn leave(&mut self, position: u32) {
        while self.open.last().is_some_and(|open| open.end <= position) {
            let Some(open) = self.open.last() else { return };
            if !matches!(open.frame, Frame::Mark) {
                self.end_unit();
            }
            let Some(open) = self.open.pop() else { return };
            match open.frame {
                Frame::Mark => self.writer.close_mark(),
                Frame::Code { .. } => self.writer.set_preformatted(self.in_code()),
                Frame::Item => {
                    if let Some(list) = &mut self.list {
                        list.at_item = true;
                    }
                }
                Frame::List => self.leave_list(),
                Frame::Prose => self.prose = None,
                Frame::Plain | Frame::Heading(_) | Frame::Quote | Frame::Embed => {}
            }
        }
    }

    fn leave_list(&mut self) {
        match self.list.take() {
            Some(mut list) if list.depth > 0 => {
                list.depth -= 1;
                // words of the outer item that follow a nested list are an item of their own: an item is one stretch of the text
                list.at_item = true;
                self.list = Some(list);
            }
            Some(OpenList { ordered, items, .. }) => {
                let Some(span) = items.iter().map(|item| item.span).reduce(Span::hull) else { return };
                let marks = self.writer.take_marks();
                self.push(Block { marks, ..Block::new(span, BlockKind::List { ordered, items }) });
                self.push_waiting();
            }
            None => {}
        }
    }

    fn in_code(&self) -> bool {
        self.open.iter().any(|open| matches!(open.frame, Frame::Code { .. }))
    }

    /// Ends the run of words since the last block boundary; what it is, the innermost open element with a meaning says.
    fn end_unit(&mut self) {
        self.breaks = 0;
        let Some(span) = self.writer.end_unit() else {
            if self.list.is_none() {
                self.push_waiting();
            }
            return;
        };
        if let Some(list) = &mut self.list {
            match list.items.last_mut().filter(|_| !list.at_item) {
                Some(item) => item.span = item.span.hull(span),
                None => list.items.push(ListItem::new(span, list.depth)),
            }
            list.at_item = false;
            self.writer.separate_by("\n");
            return;
        }
        let marks = self.writer.take_marks();
        let kind = self.open.iter().rev().find_map(|open| match &open.frame {
            Frame::Heading(level) => Some(BlockKind::Heading { level: *level }),
            Frame::Quote => Some(BlockKind::Quote),
            Frame::Embed => Some(BlockKind::Embed { url: None }),
            Frame::Code { language } => Some(BlockKind::Code { language: language.clone() }),
            _ => None,
        });
        self.push(Block { marks, ..Block::new(span, kind.unwrap_or(BlockKind::Paragraph)) });
        self.push_waiting();
    }

    fn push(&mut self, block: Block) {
        self.blocks.push(block);
        self.writer.separate_by("\n\n");
    }

    /// Something shown that has no words: a picture, a film, a frame.
    fn replaced(&mut self, node: NodeId) {
        let document = self.document;
        match document.tree().tag(node) {
            Tag::Img | Tag::Picture => {
                if let Some(picture) = figure::picture(document, node) {
                    self.picture(picture);
                }
            }
            _ => {
                if let Some(url) = figure::embed_url(document, node) {
                    self.end_unit();
                    self.embeds.push(url);
                    if self.list.is_none() {
                        self.push_waiting();
                    }
                }
            }
        }
    }

    fn picture(&mut self, picture: Picture) {
        self.pictures.push(picture);
        if !self.writer.in_unit() && self.list.is_none() {
            self.push_waiting();
        }
    }

    /// The blocks of the pictures and embeds that wait; a picture that was shown already is not shown again.
    fn push_waiting(&mut self) {
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

    /// The text, the map from it to the tree's source, and the blocks without separators at either end or doubled.
    fn finish(self) -> (String, SourceMap, Vec<Block>) {
        let (text, map) = self.writer.finish();
        let mut blocks = self.blocks;
        blocks.dedup_by(|after, before| after.kind == BlockKind::Separator && before.kind == BlockKind::Separator);
        if blocks.first().is_some_and(|block| block.kind == BlockKind::Separator) {
            blocks.remove(0);
        }
        if blocks.last().is_some_and(|block| block.kind == BlockKind::Separator) {
            blocks.pop();
        }
        (text, map, blocks)
    }
}

/// Whether a list is one to the reader, and not a way to lay out a page: none of its items holds headings, tables, pictures with captions or several paragraphs of length.
fn is_list(document: &Document<'_>, position: u32) -> bool {
    const LONG_PARAGRAPH: u32 = 200;
    let tree = document.tree();
    let structured = (position..document.end(position)).any(|at| {
        let node = document.at(at);
        tree.kind(node) == NodeKind::Element
            && matches!(
                tree.tag(node),
                Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::Table | Tag::Figure | Tag::Article | Tag::Section | Tag::Blockquote | Tag::Pre
            )
    });
    if structured {
        return false;
    }
    let mut item = 0;
    let mut long = 0;
    for segment in document.segments_in(position..document.end(position)) {
        let node = document.at(segment.block);
        let parent = if tree.tag(node) == Tag::Li { segment.block } else { tree.parent(node).map_or(0, |node| document.position(node)) };
        long = if parent == item { long } else { 0 } + u32::from(segment.weight > LONG_PARAGRAPH);
        item = parent;
        if long > 2 {
            return false;
        }
    }
    true
}

fn is_script(href: &str) -> bool {
    let scheme: String = href.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(11).collect();
    let scheme = scheme.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:"].iter().any(|bad| scheme.starts_with(bad))
}
