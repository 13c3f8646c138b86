//! Tokens in, the tree builder's calls out: hands it stand-ins for text, stripped attributes, and no more depth,
//! repetition or length than the limits allow.

mod caps;

use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName, ns};

use self::caps::Caps;
use crate::attribute::{LAST, Record, known, lower_name};
use crate::entity::decode_value;
use crate::options::{LimitHit, Options};
use crate::sink::{Handle, Sink};
use crate::stand_in::{space_stand_in, text_stand_in};
use crate::tag::Tag;
use crate::tokenizer::text::NUL_RUN;
use crate::tokenizer::{Content, DoctypeToken, Output, TagToken, is_space};
use crate::tree::node::NONE;

/// The line number that every token is given: lines are not counted.
const LINE: u64 = 1;
/// Pieces in a row, without a tag between them, that short stand-ins tell apart.
const SHORT_STAND_INS: u32 = 16_000;
/// How often the attributes of a second `<html>` or `<body>` are added to those of the first.
const MAX_MERGES: u32 = 16;

pub(crate) struct Driver<'s> {
    source: &'s str,
    pub(crate) builder: TreeBuilder<Handle, Sink>,
    pub(crate) caps: Caps,
    max_nodes: usize,
    /// The first piece of the run being gathered.
    group: u32,
    /// White space at its start.
    leading: u32,
    /// The first text behind `<pre>`, `<textarea>` or `<listing>` may lose a line feed.
    after_pre: bool,
    /// Every run is cut into white space and words: framesets keep the one and drop the other.
    cut_all: bool,
    saw_template: bool,
    /// A table, or a part of one in a template, was opened: only there does the builder keep text back.
    saw_table: bool,
    /// Text tokens since the last other one.
    texts: u32,
    merges: u32,
    /// Names that are not in the table of tags, by a hash of their spelling.
    recent: Vec<(Box<str>, u32)>,
    /// What the attributes that the builder reads are called.
    names: ReadNames,
}

struct ReadNames {
    r#type: LocalName,
    encoding: LocalName,
    color: LocalName,
}

impl<'s> Driver<'s> {
    pub(crate) fn new(source: &'s str, options: &Options) -> Self {
        let builder_options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        Driver {
            source,
            builder: TreeBuilder::new(Sink::new(source.len()), builder_options),
            caps: Caps::new(options),
            max_nodes: options.max_nodes as usize,
            group: NONE,
            leading: 0,
            after_pre: false,
            cut_all: false,
            saw_template: false,
            saw_table: false,
            texts: 0,
            merges: 0,
            recent: vec![(Box::from(""), NONE); 64],
            names: ReadNames { r#type: LocalName::from("type"), encoding: LocalName::from("encoding"), color: LocalName::from("color") },
        }
    }

    /// Ends the page and gives the arena back.
    pub(crate) fn finish(self) -> (Sink, Caps) {
        let end = self.source.len() as u32;
        self.builder.sink.token.set((end, end));
        let _ = self.builder.process_token(Token::EOFToken, LINE);
        self.builder.end();
        (self.builder.sink, self.caps)
    }

    #[inline]
    fn sink(&self) -> &Sink {
        &self.builder.sink
    }

    fn is_full(&mut self) -> bool {
        if self.sink().arena.borrow().nodes.len() < self.max_nodes {
            return false;
        }
        self.caps.hit(LimitHit::Nodes);
        true
    }

    /// Text that is not NUL goes to the builder through here.
    fn process_text(&mut self, stand_in: StrTendril) {
        self.texts += 1;
        self.after_pre = false;
        let _ = self.builder.process_token(Token::CharacterTokens(stand_in), LINE);
    }

    fn push_piece(&mut self, start: usize, end: usize, replacement: Option<&str>) -> u32 {
        let arena = &mut *self.builder.sink.arena.borrow_mut();
        let replacement = replacement.map_or(NONE, |text| arena.push_replacement(text));
        arena.push_piece(start as u32, end as u32, replacement)
    }

    /// A piece of white space alone.
    fn space(&mut self, piece: u32) {
        let sink = self.sink();
        sink.piece.set(piece);
        sink.leading.set(0);
        let stand_in = if self.saw_table { space_stand_in(piece, self.texts >= SHORT_STAND_INS) } else { StrTendril::from_slice("\t") };
        self.process_text(stand_in);
    }

    /// One piece of a run, of which `text` is what it says.
    fn piece(&mut self, mut start: usize, end: usize, replacement: Option<&str>, text: &str) {
        let mut text = text;
        if self.group == NONE {
            if self.after_pre && text.starts_with('\n') {
                let piece = self.push_piece(start, if replacement.is_some() { end } else { start + 1 }, replacement);
                self.sink().line_feed.set(piece);
                self.process_text(StrTendril::from_slice("\n"));
                if replacement.is_some() || start + 1 == end {
                    return;
                }
                start += 1;
                text = &text[1..];
            }
            if self.cut_all && replacement.is_none() {
                return self.cut(start, text);
            }
            let leading = text.bytes().position(|byte| !is_space(byte)).unwrap_or(text.len());
            let piece = self.push_piece(start, end, replacement);
            if leading == text.len() {
                return self.space(piece);
            }
            self.group = piece;
            self.leading = leading as u32;
            if self.cut_all {
                self.flush();
            }
        } else {
            let piece = self.push_piece(start, end, replacement);
            if let Some(before) = self.builder.sink.arena.borrow_mut().pieces.get_mut(piece as usize - 1) {
                before.next = piece;
            }
        }
    }

    /// Hands on white space and words by turns.
    fn cut(&mut self, mut start: usize, mut text: &str) {
        while let Some(first) = text.bytes().next() {
            let space = is_space(first);
            let length = text.bytes().position(|byte| is_space(byte) != space).unwrap_or(text.len());
            let piece = self.push_piece(start, start + length, None);
            if space {
                self.space(piece);
            } else {
                self.group = piece;
                self.leading = 0;
                self.flush();
            }
            start += length;
            text = &text[length..];
        }
    }

    /// The number of the name that the tree keeps.
    fn name(&mut self, tag: &TagToken<'s>) -> u32 {
        if let Some(tag) = tag.tag {
            return tag as u32;
        }
        let raw = tag.raw_name;
        let slot = (raw.len() * 7 + usize::from(raw.as_bytes()[raw.len() - 1])) % self.recent.len();
        if let Some((name, number)) = self.recent.get(slot)
            && &**name == raw
        {
            return *number;
        }
        let number = self.sink().names.number(&LocalName::from(&*lower_name(raw)));
        self.recent[slot] = (Box::from(raw), number);
        number
    }

    /// The attributes that the builder reads of this tag.
    fn read_attributes(&self, tag: Option<Tag>, records: &[Record]) -> Vec<Attribute> {
        let attribute = |name: &LocalName, value: &str| {
            vec![Attribute { name: QualName::new(None, ns!(), name.clone()), value: StrTendril::from_slice(value) }]
        };
        let find = |number: u8| records.iter().find(|record| record.number == number);
        let value = |record: &Record| decode_value(self.source.get(record.value_range()).unwrap_or(""));
        match tag {
            Some(Tag::Input) => match find(const { known("type") }) {
                Some(record) if value(record).eq_ignore_ascii_case("hidden") => attribute(&self.names.r#type, "hidden"),
                _ => Vec::new(),
            },
            Some(Tag::AnnotationXml) => match find(const { known("encoding") }) {
                Some(record) => attribute(&self.names.encoding, &value(record)),
                None => Vec::new(),
            },
            Some(Tag::Font)
                if records.iter().any(|record| const { [known("color"), known("face"), known("size")] }.contains(&record.number)) =>
            {
                attribute(&self.names.color, "")
            }
            _ => Vec::new(),
        }
    }

    /// Adds a tag's attributes to an element that lacks them.
    fn merge(&mut self, target: u32, attributes: &mut Vec<Record>, first: usize) {
        let arena = &mut *self.builder.sink.arena.borrow_mut();
        let Some(node) = arena.nodes.get_mut(target as usize) else {
            return;
        };
        if node.attributes == NONE {
            node.attributes = first as u32;
            return;
        }
        self.merges += 1;
        if self.merges > MAX_MERGES {
            attributes.truncate(first);
            return;
        }
        let added = attributes.split_off(first);
        let old = node.attributes as usize;
        let length = attributes[old..].iter().position(|record| record.flags & LAST != 0).map_or(0, |last| last + 1);
        node.attributes = attributes.len() as u32;
        attributes.extend_from_within(old..old + length);
        let name = |record: &Record| lower_name(self.source.get(record.name_range()).unwrap_or(""));
        let present: std::collections::HashSet<_> = attributes[first..].iter().map(name).collect();
        let missing: Vec<Record> = added.into_iter().filter(|record| !present.contains(&name(record))).collect();
        attributes.extend(missing);
        for record in &mut attributes[first..] {
            record.flags &= !LAST;
        }
        if let Some(last) = attributes.last_mut() {
            last.flags |= LAST;
        }
    }

    /// Hands the builder a start tag.
    fn process_start(&mut self, tag: &TagToken<'s>, name: u32, attrs: Vec<Attribute>) -> Content {
        self.texts = 0;
        self.after_pre = false;
        self.saw_table |= tag.tag.is_some_and(is_of_table);
        let seen = self.caps.seen_name(&self.builder.sink, name);
        let sink = &self.builder.sink;
        sink.token.set((tag.start as u32, tag.end as u32));
        sink.current.set((seen, name));
        sink.created.set(NONE);
        sink.merge.set(NONE);
        let token = html5ever::tokenizer::Tag {
            kind: TagKind::StartTag,
            name: sink.names.get(seen).clone(),
            self_closing: tag.self_closing,
            attrs,
            had_duplicate_attributes: false,
        };
        let result = self.builder.process_token(Token::TagToken(token), LINE);
        self.builder.sink.current.set((NONE, NONE));
        match tag.tag {
            Some(Tag::Pre | Tag::Textarea | Tag::Listing) => self.after_pre = true,
            Some(Tag::Frameset) => self.cut_all = true,
            Some(Tag::Template) => self.saw_template = true,
            // In a column group of a template words are dropped and white space is kept.
            Some(Tag::Col | Tag::Colgroup) if self.saw_template => self.cut_all = true,
            _ => {}
        }
        match result {
            TokenSinkResult::RawData(RawKind::Rcdata) => Content::Rcdata,
            TokenSinkResult::RawData(RawKind::Rawtext) => Content::Rawtext,
            TokenSinkResult::RawData(_) => Content::Script,
            TokenSinkResult::Plaintext => Content::Plaintext,
            _ => Content::Data,
        }
    }

    /// Notes the end tag at the element that it closed.
    fn note_end(&mut self, tag: &TagToken<'s>, name: u32) {
        let sink = &self.builder.sink;
        let arena = &mut *sink.arena.borrow_mut();
        let mut id = sink.looked_at.get();
        if id == NONE {
            let popped = sink.popped.get();
            let found = if tag.tag == Some(Tag::Html) { arena.nodes.first().map_or(NONE, |root| root.last) } else { popped };
            if arena.nodes.get(found as usize).is_some_and(|node| node.name == name) {
                id = found;
            }
        }
        if let Some(node) = arena.nodes.get_mut(id as usize)
            && node.closed_len == 0
            && let Ok(length) = u16::try_from(tag.end - tag.start)
        {
            node.closed = tag.start as u32;
            node.closed_len = length;
        }
    }
}

/// Whether an element can bring the builder to where it gathers the text of tables.
fn is_of_table(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Caption | Tag::Colgroup | Tag::Col | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th)
}

impl<'s> Output<'s> for Driver<'s> {
    #[inline]
    fn verbatim(&mut self, start: usize, end: usize) {
        let text = self.source.get(start..end).unwrap_or("");
        self.piece(start, end, None, text);
    }

    fn replaced(&mut self, text: &str, start: usize, end: usize) {
        self.piece(start, end, Some(text), text);
    }

    fn nul(&mut self, start: usize, count: usize) -> bool {
        let mut done = 0;
        while done < count {
            let part = if done == 0 { 1 } else { (count - done).min(NUL_RUN) };
            let sink = self.sink();
            sink.token.set(((start + done) as u32, (start + done + part) as u32));
            sink.nuls.set(part as u32);
            let kept = sink.nuls_kept.get();
            self.after_pre = false;
            let _ = self.builder.process_token(Token::NullCharacterToken, LINE);
            if self.sink().nuls_kept.get() == kept {
                // The builder drops one NUL as it drops another.
                return true;
            }
            done += part;
        }
        false
    }

    #[inline]
    fn flush(&mut self) {
        if self.group == NONE {
            return;
        }
        let piece = std::mem::replace(&mut self.group, NONE);
        let sink = self.sink();
        sink.piece.set(piece);
        sink.leading.set(self.leading);
        let stand_in = match self.saw_table {
            true => text_stand_in(piece, self.leading > 0),
            false => StrTendril::from_slice(if self.leading > 0 { " x" } else { "x" }),
        };
        self.process_text(stand_in);
    }

    fn start_tag(&mut self, tag: TagToken<'s>, attributes: &mut Vec<Record>, first: usize) -> Content {
        if self.is_full() {
            attributes.truncate(first);
            return Content::Stop;
        }
        let name = self.name(&tag);
        let records = attributes.get(first..).unwrap_or(&[]);
        let (content, id) = match self.caps.before_start(&self.builder, &tag, name) {
            Some(id) => (Content::Data, id),
            None => {
                let attrs = self.read_attributes(tag.tag, records);
                let content = self.process_start(&tag, name, attrs);
                (content, self.sink().created.get())
            }
        };
        if attributes.len() > first {
            let merge = self.sink().merge.replace(NONE);
            if merge != NONE {
                self.merge(merge, attributes, first);
            } else if let Some(node) = self.builder.sink.arena.borrow_mut().nodes.get_mut(id as usize) {
                node.attributes = first as u32;
            } else {
                attributes.truncate(first);
            }
        }
        content
    }

    fn end_tag(&mut self, tag: TagToken<'s>) -> Content {
        if self.is_full() {
            return Content::Stop;
        }
        let name = self.name(&tag);
        if self.caps.before_end(&self.builder, &tag, name) {
            return Content::Data;
        }
        self.texts = 0;
        self.after_pre = false;
        let seen = self.caps.seen_name(&self.builder.sink, name);
        let sink = &self.builder.sink;
        sink.token.set((tag.start as u32, tag.end as u32));
        sink.watched.set(seen);
        sink.looked_at.set(NONE);
        sink.popped.set(NONE);
        let token = html5ever::tokenizer::Tag {
            kind: TagKind::EndTag,
            name: sink.names.get(seen).clone(),
            self_closing: tag.self_closing,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        };
        let _ = self.builder.process_token(Token::TagToken(token), LINE);
        self.builder.sink.watched.set(NONE);
        self.note_end(&tag, name);
        Content::Data
    }

    fn comment(&mut self, start: usize, end: usize, inner: Range<usize>) -> Content {
        if self.is_full() {
            return Content::Stop;
        }
        self.texts = 0;
        self.after_pre = false;
        self.sink().token.set((start as u32, end as u32));
        self.sink().inner.set((inner.start as u32, inner.end as u32));
        let _ = self.builder.process_token(Token::CommentToken(StrTendril::new()), LINE);
        Content::Data
    }

    fn doctype(&mut self, doctype: DoctypeToken, start: usize, end: usize) {
        self.texts = 0;
        self.after_pre = false;
        self.sink().token.set((start as u32, end as u32));
        // The inside of `<!doctype …>`.
        let close = if self.source.as_bytes().get(end.wrapping_sub(1)) == Some(&b'>') { end - 1 } else { end };
        self.sink().inner.set((start as u32 + 9, close as u32));
        let tendril = |text: Option<String>| text.map(|text| StrTendril::from_slice(&text));
        let token = Doctype {
            name: tendril(doctype.name),
            public_id: tendril(doctype.public_id),
            system_id: tendril(doctype.system_id),
            force_quirks: doctype.force_quirks,
        };
        let _ = self.builder.process_token(Token::DoctypeToken(token), LINE);
    }

    fn cdata_allowed(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn attributes_dropped(&mut self) {
        self.caps.hit(LimitHit::Attributes);
    }
}
