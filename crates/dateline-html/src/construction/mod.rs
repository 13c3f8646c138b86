//! Tokens in, the arena out: the tree construction of the HTML standard, by its insertion modes.
//!
//! Where the standard and browsers leave room, and in its few departures from the standard, it does as html5ever does, to which its
//! trees are held (`differential`): of attributes it reads `type` of `<input>`, `encoding` of `<annotation-xml>` and whether a `<font>`
//! has a colour, a face or a size; so equal formatting elements are those of one name.
//!
//! Text is never looked at but for white space at its start: a run of it is pieces of the source, which land where the
//! standard appends characters.

mod after;
mod attributes;
mod before;
mod body;
mod body_end;
mod class;
mod doctype;
mod foreign;
mod formatting;
mod insert;
mod limits;
mod names;
mod stack;
mod table;
mod text;

use std::ops::Range;

use self::class::HTML;
use self::formatting::Format;
use self::insert::Place;
use self::limits::Limits;
use self::names::Names;
use self::stack::Stack;
use crate::attribute::Record;
use crate::options::{LimitHit, Options};
use crate::tag::Tag;
use crate::tokenizer::{Content, DoctypeToken, Output, TagToken};
use crate::tree::node::{Arena, NONE, Node, NodeKind};

/// The insertion modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    InFrameset,
    AfterFrameset,
    AfterAfterBody,
    AfterAfterFrameset,
}

/// What became of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// It is dealt with, and this is how the tokenizer goes on.
    Done(Content),
    /// It is processed once more, in the mode that is now set.
    Again,
}

/// It is dealt with, and data follows.
const DONE: Step = Step::Done(Content::Data);

/// A start tag on its way through the rules.
struct StartTag<'a> {
    /// Which rules it follows.
    tag: Tag,
    /// The number of its name in lower case.
    name: u32,
    raw_name: &'a str,
    self_closing: bool,
    records: &'a [Record],
    /// The place of the first of them.
    first: u32,
}

impl StartTag<'_> {
    /// What a node keeps of the attributes.
    #[inline]
    fn attributes(&self) -> u32 {
        if self.records.is_empty() { NONE } else { self.first }
    }
}

/// An end tag on its way through the rules.
#[derive(Clone, Copy)]
struct EndTag {
    tag: Tag,
    name: u32,
}

/// A run of text: linked pieces.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: u32,
    last: u32,
    /// White space at the start of the first piece, in bytes, where there are words behind.
    leading: u32,
    /// Is it nothing but white space?
    is_space: bool,
}

pub(crate) struct Construction<'s> {
    source: &'s str,
    arena: Arena,
    names: Names,
    quirks: bool,
    mode: Mode,
    /// The mode to go back to behind raw text and the text of tables.
    original: Mode,
    template_modes: Vec<Mode>,
    stack: Stack,
    formats: Vec<Format>,
    /// The text of a table, until it is clear whether there are words in it.
    pending: Vec<Run>,
    root: u32,
    head: u32,
    form: u32,
    frameset_ok: bool,
    /// Does what is inserted into a table go before it?
    fostering: bool,
    /// A line feed behind `<pre>`, `<textarea>` or `<listing>` is left out.
    ignore_line_feed: bool,
    /// Where the token at hand stands; elements without a tag of their own are empty at its start.
    token: (u32, u32),
    /// Is the token at hand an end tag that has closed nothing yet?
    is_closing: bool,
    /// Did the start tag at hand make an element?
    created: bool,
    /// An element that shall take the start tag's attributes as far as it has none of those names.
    merge: u32,
    merges: u32,
    /// Elements created so far.
    elements: u32,
    /// The run being gathered.
    run: Option<Run>,
    limits: Limits,
}

/// A tree without its attributes.
pub(crate) struct Constructed {
    pub(crate) arena: Arena,
    pub(crate) names: Vec<Box<str>>,
    pub(crate) quirks: bool,
    pub(crate) limits: Vec<LimitHit>,
}

impl<'s> Construction<'s> {
    pub(crate) fn new(source: &'s str, options: &Options) -> Self {
        let mut arena = Arena {
            nodes: Vec::with_capacity(source.len() / 48 + 8),
            pieces: Vec::with_capacity(source.len() / 96 + 8),
            ..Arena::default()
        };
        arena.push(Node::new(NodeKind::Document, 0, source.len() as u32));
        Construction {
            source,
            arena,
            names: Names::new(),
            quirks: false,
            mode: Mode::Initial,
            original: Mode::InBody,
            template_modes: Vec::new(),
            stack: Stack::new(),
            formats: Vec::new(),
            pending: Vec::new(),
            root: NONE,
            head: NONE,
            form: NONE,
            frameset_ok: true,
            fostering: false,
            ignore_line_feed: false,
            token: (0, 0),
            is_closing: false,
            created: false,
            merge: NONE,
            merges: 0,
            elements: 0,
            run: None,
            limits: Limits::new(options),
        }
    }

    /// Ends the page.
    pub(crate) fn finish(mut self) -> Constructed {
        let end = self.source.len() as u32;
        self.token = (end, end);
        self.end_of_page();
        if let Some(max_depth) = self.limits.depth_to_hold()
            && self.arena.flatten(0, max_depth)
        {
            self.limits.hit(LimitHit::Depth);
        }
        Constructed { arena: self.arena, names: self.names.into_own(), quirks: self.quirks, limits: self.limits.into_hits() }
    }

    #[inline]
    fn name_of(&mut self, tag: Option<Tag>, raw_name: &str) -> u32 {
        match tag {
            Some(tag) => tag as u32,
            None => self.names.of_raw(raw_name),
        }
    }

    fn start(&mut self, start: &StartTag<'_>) -> Content {
        loop {
            let step = if self.is_foreign_start(start) { self.foreign_start(start) } else { self.start_in(self.mode, start) };
            if let Step::Done(content) = step {
                return content;
            }
        }
    }

    fn start_in(&mut self, mode: Mode, start: &StartTag<'_>) -> Step {
        match mode {
            Mode::InBody => self.start_in_body(start),
            Mode::Initial => self.leave_again(),
            Mode::BeforeHtml => self.start_before_html(start),
            Mode::BeforeHead => self.start_before_head(start),
            Mode::InHead => self.start_in_head(start),
            Mode::InHeadNoscript => self.start_in_head_noscript(start),
            Mode::AfterHead => self.start_after_head(start),
            // Raw text holds no start tags.
            Mode::Text => DONE,
            Mode::InTable => self.start_in_table(start),
            Mode::InTableText => self.end_table_text(),
            Mode::InCaption => self.start_in_caption(start),
            Mode::InColumnGroup => self.start_in_column_group(start),
            Mode::InTableBody => self.start_in_table_body(start),
            Mode::InRow => self.start_in_row(start),
            Mode::InCell => self.start_in_cell(start),
            Mode::InTemplate => self.start_in_template(start),
            Mode::AfterBody | Mode::AfterAfterBody => self.start_after_body(start),
            Mode::InFrameset => self.start_in_frameset(start),
            Mode::AfterFrameset | Mode::AfterAfterFrameset => self.start_after_frameset(start),
        }
    }

    fn end(&mut self, end: EndTag) {
        loop {
            let is_foreign = self.stack.current().class & HTML == 0;
            let step = if is_foreign { self.foreign_end(end) } else { self.end_in(self.mode, end) };
            if step != Step::Again {
                return;
            }
        }
    }

    fn end_in(&mut self, mode: Mode, end: EndTag) -> Step {
        match mode {
            Mode::InBody => self.end_in_body(end),
            Mode::Initial => self.leave_again(),
            Mode::BeforeHtml | Mode::BeforeHead => self.end_before_html(end),
            Mode::InHead => self.end_in_head(end),
            Mode::InHeadNoscript => self.end_in_head_noscript(end),
            Mode::AfterHead => self.end_after_head(end),
            Mode::Text => self.end_text(),
            Mode::InTable => self.end_in_table(end),
            Mode::InTableText => self.end_table_text(),
            Mode::InCaption => self.end_in_caption(end),
            Mode::InColumnGroup => self.end_in_column_group(end),
            Mode::InTableBody => self.end_in_table_body(end),
            Mode::InRow => self.end_in_row(end),
            Mode::InCell => self.end_in_cell(end),
            Mode::InTemplate => self.end_in_template(end),
            Mode::AfterBody | Mode::AfterAfterBody => self.end_after_body(end),
            Mode::InFrameset => self.end_in_frameset(end),
            Mode::AfterFrameset | Mode::AfterAfterFrameset => self.end_after_frameset(end),
        }
    }
}

impl<'s> Output<'s> for Construction<'s> {
    #[inline]
    fn verbatim(&mut self, start: usize, end: usize) {
        let text = self.source.get(start..end).unwrap_or("");
        self.piece(start, end, None, text);
    }

    fn replaced(&mut self, text: &str, start: usize, end: usize) {
        self.piece(start, end, Some(text), text);
    }

    fn nul(&mut self, start: usize, count: usize) -> bool {
        self.nuls(start as u32, count)
    }

    #[inline]
    fn flush(&mut self) {
        if let Some(run) = self.run.take() {
            self.text(run);
        }
    }

    fn start_tag(&mut self, tag: TagToken<'s>, attributes: &mut Vec<Record>, first: usize) -> Content {
        if self.is_full() {
            attributes.truncate(first);
            return Content::Stop;
        }
        self.token = (tag.start as u32, tag.end as u32);
        self.ignore_line_feed = false;
        self.created = false;
        self.merge = NONE;
        let start = StartTag {
            tag: self.limits.rule_tag(tag.tag.unwrap_or(Tag::Other)),
            name: self.name_of(tag.tag, tag.raw_name),
            raw_name: tag.raw_name,
            self_closing: tag.self_closing,
            records: attributes.get(first..).unwrap_or(&[]),
            first: first as u32,
        };
        let content = if self.lift(&start) { Content::Data } else { self.start(&start) };
        if !self.created && attributes.len() > first {
            match self.merge {
                NONE => attributes.truncate(first),
                target => self.merge_attributes(target, attributes, first),
            }
        }
        content
    }

    fn end_tag(&mut self, tag: TagToken<'s>) -> Content {
        if self.is_full() {
            return Content::Stop;
        }
        let name = self.name_of(tag.tag, tag.raw_name);
        let tag_of_rules = self.limits.rule_tag(tag.tag.unwrap_or(Tag::Other));
        if self.is_lifted(tag_of_rules, name) {
            return Content::Data;
        }
        self.token = (tag.start as u32, tag.end as u32);
        self.ignore_line_feed = false;
        self.is_closing = true;
        self.end(EndTag { tag: tag_of_rules, name });
        if tag.tag == Some(Tag::Html) {
            self.close(self.root);
        }
        self.is_closing = false;
        Content::Data
    }

    fn comment(&mut self, start: usize, end: usize, inner: Range<usize>) -> Content {
        if self.is_full() {
            return Content::Stop;
        }
        self.token = (start as u32, end as u32);
        self.ignore_line_feed = false;
        if self.mode == Mode::InTableText {
            self.end_table_text();
        }
        let place = match self.mode {
            _ if self.stack.current().class & HTML == 0 => self.place(),
            Mode::Initial | Mode::BeforeHtml | Mode::AfterAfterBody | Mode::AfterAfterFrameset => Place::Within(0),
            Mode::AfterBody => Place::Within(self.root),
            _ => self.place(),
        };
        self.insert_comment(place, (inner.start as u32, inner.end as u32));
        Content::Data
    }

    fn doctype(&mut self, doctype: DoctypeToken, start: usize, end: usize) {
        self.token = (start as u32, end as u32);
        self.ignore_line_feed = false;
        if self.mode == Mode::Initial {
            self.insert_doctype(&doctype);
        }
    }

    #[inline]
    fn cdata_allowed(&self) -> bool {
        self.stack.current().class & HTML == 0
    }

    fn attributes_dropped(&mut self) {
        self.limits.hit(LimitHit::Attributes);
    }
}
