//! A page in, the first difference between this crate's tree and html5ever's own out; for tests and fuzzing.
//!
//! The reference is html5ever's tokenizer and tree builder, fed the whole page, into a sink that shares nothing with
//! this crate's. Between the two, start tags are stripped to what the builder reads, as this crate strips them: with all
//! attributes its limit on equal formatting elements, which compares attributes, would count differently.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt::{self, Write};

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, QualName, TokenizerResult, ns};

use crate::{NodeId, NodeKind, Options, Tree, parse};

/// Where two trees part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The line of both outlines, from 0.
    pub line: usize,
    /// What this crate has there.
    pub ours: String,
    /// What html5ever has there.
    pub reference: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ours {:?}, html5ever {:?}", self.line, self.ours, self.reference)
    }
}

/// Do both make the same tree (names, namespaces, structure, text, comments, order)? `Ok(false)` where a limit was met,
/// so that they need not.
///
/// # Errors
///
/// The first line in which the outlines differ.
pub fn compare_trees(source: &str) -> Result<bool, Difference> {
    let tree = parse(source, &Options::default());
    if !tree.limits_hit().is_empty() {
        return Ok(false);
    }
    let ours = outline(&tree);
    let reference = reference_outline(source);
    if ours == reference {
        return Ok(true);
    }
    let mut lines = ours.lines().zip(reference.lines()).enumerate();
    let (line, ours, reference) = match lines.find(|(_, (ours, reference))| ours != reference) {
        Some((line, (ours, reference))) => (line, ours, reference),
        None => {
            let line = ours.lines().count().min(reference.lines().count());
            (line, ours.lines().nth(line).unwrap_or(""), reference.lines().nth(line).unwrap_or(""))
        }
    };
    Err(Difference { line, ours: ours.into(), reference: reference.into() })
}

fn line(text: &mut String, depth: usize, kind: &str, space: &str, name: &str) {
    let _ = writeln!(text, "{depth} {kind} {space} {name:?}");
}

/// A node a line, in document order.
#[must_use]
pub fn outline(tree: &Tree<'_>) -> String {
    let mut text = String::new();
    let order = tree.order();
    for (&id, &depth) in order.nodes.iter().zip(&order.depth) {
        line_of(tree, id, depth as usize, &mut text);
    }
    text
}

fn line_of(tree: &Tree<'_>, id: NodeId, depth: usize, text: &mut String) {
    match tree.kind(id) {
        NodeKind::Document | NodeKind::Fragment => {}
        NodeKind::Doctype => line(text, depth, "doctype", "", ""),
        NodeKind::Comment => line(text, depth, "comment", "", &tree.text(id)),
        NodeKind::Element => line(text, depth, "element", if tree.is_html(id) { "html" } else { "foreign" }, tree.name(id)),
        NodeKind::Text => line(text, depth, "text", "", &tree.text(id)),
    }
}

/// The outline of html5ever's tree.
#[must_use]
pub fn reference_outline(source: &str) -> String {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Reference::default(), options);
    // It would drop a mark at each call of `feed`, and it wants a call after each script.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Strip { builder }, options);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(source));
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    let nodes = tokenizer.sink.builder.sink.nodes.into_inner();
    let mut text = String::new();
    let mut stack = vec![(0usize, 0usize)];
    while let Some((id, depth)) = stack.pop() {
        let node = &nodes[id];
        match &node.data {
            Data::Document => {}
            Data::Doctype => line(&mut text, depth, "doctype", "", ""),
            Data::Comment(comment) => line(&mut text, depth, "comment", "", comment),
            Data::Text(said) => line(&mut text, depth, "text", "", said),
            Data::Element(name) => {
                line(&mut text, depth, "element", if name.ns == ns!(html) { "html" } else { "foreign" }, &name.local);
            }
        }
        stack.extend(node.children.iter().rev().map(|&child| (child, depth + 1)));
    }
    text
}

/// Hands tokens on with stripped attributes.
struct Strip {
    builder: TreeBuilder<usize, Reference>,
}

impl TokenSink for Strip {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        let token = match token {
            Token::TagToken(tag) => Token::TagToken(strip(tag)),
            // The builder takes it for the token behind `<pre>`, and would then keep a line feed behind `<pre></>`.
            Token::ParseError(_) => return TokenSinkResult::Continue,
            token => token,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

fn strip(mut tag: Tag) -> Tag {
    let named = |attribute: &Attribute, name: &str| &*attribute.name.local == name;
    match &*tag.name {
        _ if tag.kind == TagKind::EndTag => tag.attrs.clear(),
        "input" => tag.attrs.retain(|attribute| named(attribute, "type")),
        "annotation-xml" => tag.attrs.retain(|attribute| named(attribute, "encoding")),
        "font" => {
            let coloured = tag.attrs.iter().any(|attribute| ["color", "face", "size"].iter().any(|name| named(attribute, name)));
            tag.attrs.clear();
            if coloured {
                tag.attrs.push(Attribute { name: QualName::new(None, ns!(), LocalName::from("color")), value: StrTendril::new() });
            }
        }
        _ => tag.attrs.clear(),
    }
    tag.had_duplicate_attributes = false;
    tag
}

enum Data {
    Document,
    Doctype,
    Comment(String),
    Text(String),
    Element(QualName),
}

struct Item {
    data: Data,
    parent: Option<usize>,
    children: Vec<usize>,
    integration_point: bool,
}

/// A tree of strings and lists of children.
pub(crate) struct Reference {
    nodes: RefCell<Vec<Item>>,
}

impl Default for Reference {
    fn default() -> Self {
        let reference = Reference { nodes: RefCell::default() };
        reference.add(Data::Document);
        reference
    }
}

impl Reference {
    fn add(&self, data: Data) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Item { data, parent: None, children: Vec::new(), integration_point: false });
        nodes.len() - 1
    }

    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = at.checked_sub(1).and_then(|before| nodes[parent].children.get(before)).copied();
                if let Some(Data::Text(said)) = before.map(|before| &mut nodes[before].data) {
                    said.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(Data::Text(String::from(&*text)))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        nodes[id].parent = Some(parent);
        nodes[parent].children.insert(at, id);
    }

    fn place(&self, id: usize) -> Option<(usize, usize)> {
        let nodes = self.nodes.borrow();
        let parent = nodes[id].parent?;
        nodes[parent].children.iter().rposition(|&child| child == id).map(|at| (parent, at))
    }
}

impl TreeSink for Reference {
    type Handle = usize;
    type Output = ();
    type ElemName<'a> = OwnedName;

    fn finish(self) {}
    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> OwnedName {
        match &self.nodes.borrow()[*target].data {
            Data::Element(name) => OwnedName(name.clone()),
            _ => OwnedName(QualName::new(None, ns!(), LocalName::from(""))),
        }
    }

    fn create_element(&self, name: QualName, _attrs: Vec<Attribute>, flags: ElementFlags) -> usize {
        let id = self.add(Data::Element(name));
        self.nodes.borrow_mut()[id].integration_point = flags.mathml_annotation_xml_integration_point;
        id
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.add(Data::Comment(String::from(&*text)))
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> usize {
        self.create_comment(data)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(id) = child {
            self.remove_from_parent(&id);
        }
        let at = self.nodes.borrow()[*parent].children.len();
        self.insert(*parent, at, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        if self.nodes.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {
        let id = self.add(Data::Doctype);
        self.append(&0, NodeOrText::AppendNode(id));
    }

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(id) = child {
            self.remove_from_parent(&id);
        }
        if let Some((parent, at)) = self.place(*sibling) {
            self.insert(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, _target: &usize, _attrs: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &usize) {
        if let Some((parent, at)) = self.place(*target) {
            let mut nodes = self.nodes.borrow_mut();
            nodes[parent].children.remove(at);
            nodes[*target].parent = None;
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        for &child in &children {
            nodes[child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.extend(children);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &usize) -> bool {
        self.nodes.borrow()[*handle].integration_point
    }

    fn allow_declarative_shadow_roots(&self, _intended_parent: &usize) -> bool {
        false
    }
}

/// A name that needs no loan of the tree.
#[derive(Debug)]
pub(crate) struct OwnedName(QualName);

impl html5ever::tree_builder::ElemName for OwnedName {
    fn ns(&self) -> &html5ever::Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}
