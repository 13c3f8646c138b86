//! The walk over the chosen nodes: what of them is a block of its own, what a mark within one.

use dateline_html::Piece;

use super::{
    Skipped, code, embed,
    figure::{self, Picture},
    list::{OpenList, is_list},
    prose::Prose,
    table,
    writer::Writer,
};

use crate::{
    document::{Display, Document, NodeId, NodeKind, Tag},
    extract::body::post,
    model::{Block, BlockKind, Image, ListItem, MarkKind, Reason, SourceMap},
    text::Span,
};

/// What an element that has been entered means for the words in it.
enum Frame {
    Plain,
    Mark,
    Heading(u8),
    Quote,
    /// A post from elsewhere: where it stands by itself, and how many blocks come before it.
    Embed {
        url: Option<String>,
        blocks: usize,
    },
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

pub(super) struct Assembler<'a, 'i> {
    pub(super) document: &'a Document<'i>,
    skipped: &'a Skipped<'a>,
    pub(super) images: &'a mut Vec<Image>,
    pub(super) writer: Writer,
    pub(super) blocks: Vec<Block>,
    open: Vec<Open>,
    pub(super) list: Option<OpenList>,
    /// Pictures that stand within a paragraph: their blocks follow it.
    pub(super) pictures: Vec<Picture>,
    /// Addresses of embeds that stand within a list: their blocks follow it.
    pub(super) embeds: Vec<String>,
    breaks: u8,
    /// How the preformatted sentences are set that are being read.
    prose: Option<Prose>,
}

impl<'a, 'i> Assembler<'a, 'i> {
    pub(super) fn new(document: &'a Document<'i>, skipped: &'a Skipped<'a>, images: &'a mut Vec<Image>) -> Self {
        let (writer, blocks, open, pictures) = (Writer::new(), Vec::new(), Vec::new(), Vec::new());
        Self { document, skipped, images, writer, blocks, open, list: None, pictures, embeds: Vec::new(), breaks: 0, prose: None }
    }

    /// Reads the subtree at `position..end`.
    pub(super) fn read(&mut self, position: u32, end: u32) {
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
                    if !piece.text.trim_start().is_empty() {
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
        let href = href.filter(|href| !embed::is_script(href)).map(|href| self.document.resolve(&href));
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
            Tag::Blockquote if post::is_post(document, node) => {
                Frame::Embed { url: embed::post_url(document, node), blocks: self.blocks.len() }
            }
            Tag::Blockquote => Frame::Quote,
            Tag::Pre if self.prose.is_none() && Prose::of(document, node).is_some() => {
                self.prose = Prose::of(document, node);
                Frame::Prose
            }
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => {
                self.writer.set_preformatted(true);
                Frame::Code { language: code::language(document, node) }
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
                Frame::Embed { .. } => self.writer.separate_by("\n\n"),
                Frame::Plain | Frame::Heading(_) | Frame::Quote => {}
            }
        }
    }

    fn in_code(&self) -> bool {
        self.open.iter().any(|open| matches!(open.frame, Frame::Code { .. }))
    }

    /// Ends the run of words since the last block boundary; what it is, the innermost open element with a meaning says.
    pub(super) fn end_unit(&mut self) {
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
        let (kind, marks) = (self.kind(), self.writer.take_marks());
        let in_post = matches!(kind, BlockKind::Embed { .. });
        let begun = self.open.iter().rev().find_map(|open| if let Frame::Embed { blocks, .. } = open.frame { Some(blocks) } else { None });
        let is_last = begun.is_some_and(|blocks| blocks < self.blocks.len());
        match self.blocks.last_mut().filter(|block| in_post && is_last && block.kind == kind) {
            // a post is one block, however many paragraphs it has
            Some(post) => {
                post.span = post.span.hull(span);
                post.marks.extend(marks);
            }
            None => self.push(Block { marks, ..Block::new(span, kind) }),
        }
        if in_post {
            self.writer.separate_by("\n");
        }
        self.push_waiting();
    }

    /// What the words since the last block boundary are, by the innermost open element with a meaning.
    fn kind(&mut self) -> BlockKind {
        let meaning = |open: &Open| match &open.frame {
            Frame::Heading(level) => Some(BlockKind::Heading { level: *level }),
            Frame::Quote => Some(BlockKind::Quote),
            Frame::Embed { url, .. } => Some(BlockKind::Embed { url: url.clone() }),
            Frame::Code { language } => Some(BlockKind::Code { language: language.clone() }),
            _ => None,
        };
        self.open.iter().rev().find_map(meaning).unwrap_or(BlockKind::Paragraph)
    }

    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
        self.writer.separate_by("\n\n");
    }

    /// The text, the map from it to the tree's source, and the blocks without separators at either end or doubled.
    pub(super) fn finish(self) -> (String, SourceMap, Vec<Block>) {
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
