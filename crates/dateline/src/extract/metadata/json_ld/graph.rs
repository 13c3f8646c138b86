//! The scripts of a page in, schema.org's nodes in them out, and which of them are the page's own article.

use std::collections::HashMap;

use dateline_html::SourceRange;

use super::{
    super::{
        attributes::{CONTENT, NAME, TYPE},
        head::{Addresses, Head},
        json::{Id, Json, Kind},
        words,
    },
    schema::Class,
};
use crate::{
    document::{Document, NodeId, NodeKind, Tag},
    stage::Context,
    text::ByFirstByte,
};

/// One script's text and where it begins in the source of the tree.
pub(super) struct Block<'t> {
    pub(super) json: Json<'t>,
    pub(super) start: u32,
}

/// The page's scripts of this type, and what a framework wrote into `<meta name="script:ld+json" content="…">` for want of a way to write a script.
pub(super) fn blocks<'t>(document: &'t Document<'_>) -> Vec<Block<'t>> {
    static LD_JSON: ByFirstByte = ByFirstByte::of(&["ld+json"]);
    let tree = document.tree();
    let says_json_ld = |node: NodeId, name| tree.find_known(node, name).is_some_and(|kind| LD_JSON.first_in(&kind.value()).is_some());
    let scripts = document.by_tag(Tag::Script).filter(|&node| says_json_ld(node, TYPE));
    let texts =
        scripts.filter_map(|node| tree.children(node).find(|&child| tree.kind(child) == NodeKind::Text)).map(|text| tree.span(text));
    let metas = document.by_tag(Tag::Meta).filter(|&node| says_json_ld(node, NAME));
    let contents = metas.filter_map(|node| tree.find_known(node, CONTENT)).map(|content| content.value_span().into());
    texts
        .chain(contents)
        .filter_map(|span: SourceRange| {
            // a script's text holds no references, so that its source says the same; those of an attribute are read with the strings
            let json = Json::read(tree.source().get(span.start as usize..span.end as usize)?);
            Some(Block { json, start: span.start })
        })
        .collect()
}

/// A node: which script, which value.
pub(super) type Node = (usize, Id);

/// The nodes of all scripts.
pub(super) struct Graph<'t> {
    pub(super) blocks: Vec<Block<'t>>,
    /// Those that say something of the page itself, with what they are.
    pub(super) nodes: Vec<(Node, Class)>,
    by_id: HashMap<String, Node>,
}

impl<'t> Graph<'t> {
    pub(super) fn new(blocks: Vec<Block<'t>>) -> Self {
        let mut graph = Self { blocks, nodes: Vec::new(), by_id: HashMap::new() };
        for (index, block) in graph.blocks.iter().enumerate() {
            for id in block.json.all().filter(|&id| block.json.kind(id) == Kind::Object) {
                let Some(name) = block.json.get(id, "@id").and_then(|name| block.json.text(name)) else { continue };
                // a node that only refers has no member but its id
                if block.json.children(id).nth(1).is_some() {
                    graph.by_id.entry(name).or_insert((index, id));
                }
            }
        }
        graph.nodes = (0..graph.blocks.len()).flat_map(|index| graph.top_nodes(index)).collect();
        graph
    }

    /// The nodes that stand at the top of a script, in a graph or as a page's main entity; not those that a node only mentions.
    fn top_nodes(&self, index: usize) -> Vec<(Node, Class)> {
        const INWARD: [&str; 4] = ["@graph", "mainEntity", "breadcrumb", "subjectOf"];
        let Some(Block { json, .. }) = self.blocks.get(index) else { return Vec::new() };
        let mut open: Vec<Id> = json.roots().iter().rev().copied().collect();
        let mut nodes = Vec::new();
        while let Some(id) = open.pop() {
            match json.kind(id) {
                Kind::Array => open.extend(json.children(id).collect::<Vec<_>>().into_iter().rev()),
                Kind::Object => {
                    let class = self.class((index, id));
                    nodes.push(((index, id), class));
                    open.extend(json.children(id).filter(|&member| INWARD.contains(&json.key(member))));
                    if class == Class::Page {
                        open.extend(json.children(id).filter(|&member| matches!(json.key(member), "hasPart" | "mainEntityOfPage")));
                    }
                }
                _ => {}
            }
        }
        nodes
    }

    pub(super) fn json(&self, node: Node) -> Option<&Json<'t>> {
        self.blocks.get(node.0).map(|block| &block.json)
    }

    pub(super) fn get(&self, node: Node, key: &str) -> Option<Node> {
        Some((node.0, self.json(node)?.get(node.1, key)?))
    }

    pub(super) fn each(&self, node: Node, key: &str) -> Vec<Node> {
        let Some((block, id)) = self.get(node, key) else { return Vec::new() };
        self.json(node).map_or_else(Vec::new, |json| json.each(id).into_iter().map(|id| (block, id)).collect())
    }

    pub(super) fn text(&self, node: Node) -> Option<String> {
        self.json(node)?.text(node.1)
    }

    /// A node itself, or the one that it refers to by its id.
    pub(super) fn resolve(&self, node: Node) -> Node {
        let Some(json) = self.json(node) else { return node };
        let is_bare = json.kind(node.1) == Kind::Object && json.children(node.1).nth(1).is_none();
        let id = is_bare.then(|| self.get(node, "@id").and_then(|id| self.text(id))).flatten();
        id.and_then(|id| self.by_id.get(&id).copied()).unwrap_or(node)
    }

    pub(super) fn types(&self, node: Node) -> Vec<String> {
        self.each(node, "@type").into_iter().filter_map(|one| self.text(one)).collect()
    }

    fn class(&self, node: Node) -> Class {
        self.types(node).iter().map(|one| Class::of(one)).min().unwrap_or(Class::Other)
    }

    /// The address that a node says it stands at.
    fn addresses(&self, node: Node) -> Vec<String> {
        let page = self.get(node, "mainEntityOfPage");
        let of_page = page.and_then(|page| self.text(page).or_else(|| self.text(self.get(page, "@id").or_else(|| self.get(page, "url"))?)));
        let own = ["url", "@id"].into_iter().filter_map(|key| self.text(self.get(node, key)?));
        own.chain(of_page).collect()
    }

    /// The nodes that are this page's article, with how far each is trusted to be it.
    pub(super) fn articles(&self, document: &Document<'_>, context: &Context<'_>, count: usize) -> Vec<(Node, f64)> {
        let articles = self.nodes.iter().filter(|(_, class)| *class == Class::Article).map(|(node, _)| *node);
        if count < 2 {
            return articles.map(|node| (node, 1.0)).collect();
        }
        let (head, addresses) = (Head::of(document, context), Addresses::read(document, context));
        let mut scored: Vec<(Node, u32)> = articles.map(|node| (node, self.likeness(node, &head, &addresses))).collect();
        let best = scored.iter().map(|(_, score)| *score).max().unwrap_or_default();
        // many nodes of which none is like the page: a list of others
        if best == 0 && count > 3 {
            return Vec::new();
        }
        scored.retain(|(_, score)| *score == best || (*score > 0 && *score + 1 >= best));
        scored.truncate(4);
        let trust = if best == 0 { 0.6 } else { 1.0 };
        scored.into_iter().map(|(node, score)| (node, if score == best { trust } else { 0.5 })).collect()
    }

    /// How much speaks for a node's being this page's: its address 2, its headline 2.
    fn likeness(&self, node: Node, head: &Head, addresses: &Addresses) -> u32 {
        let is_here = self.addresses(node).iter().any(|address| addresses.has(address));
        let headline = ["headline", "name"].into_iter().find_map(|key| self.text(self.get(node, key)?));
        let is_titled = headline.is_some_and(|headline| head.is_in_title(&words::normal(&words::clean(headline))));
        2 * u32::from(is_here) + 2 * u32::from(is_titled)
    }
}
