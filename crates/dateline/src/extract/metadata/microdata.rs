//! schema.org in attributes (microdata's `itemprop`, RDFa's `property`) in, candidates out.

use std::collections::BTreeMap;

use super::{
    attributes::{ITEMPROP, PROPERTY},
    date::DateReader,
    name, words,
};
use crate::{
    document::{Document, Hint, NodeId, Tag},
    model::Origin,
    stage::{Candidate, Context, Field, MetadataExtractor, Value},
};

/// Reads `itemprop` and `property` of elements in the body.
pub(super) struct Microdata;

/// Properties beyond this are those of lists.
const MOST: usize = 120;

/// Properties of no item stand together within so many nodes.
const NEIGHBOURS: u32 = 40;

/// How many ancestors are asked whose property it is.
const REACH: usize = 24;

impl MetadataExtractor for Microdata {
    fn name(&self) -> &'static str {
        "microdata"
    }

    fn candidates(&self, document: &Document<'_>, _: &Context<'_>) -> Vec<Candidate> {
        let tree = document.tree();
        let dates = DateReader::of(document);
        let mut out = Vec::new();
        let headline = document.by_tag(Tag::H1).next();
        let mut article: Option<NodeId> = None;
        let mut first: BTreeMap<Field, u32> = BTreeMap::new();
        let named = document.properties().iter().filter_map(|&node| {
            let property = tree.find_known(node, ITEMPROP).or_else(|| tree.find_known(node, PROPERTY))?;
            Some((node, property.value()))
        });
        for (node, property) in named.take(MOST) {
            for name in property.split_ascii_whitespace() {
                let name = name.rsplit([':', '/']).next().unwrap_or(name);
                let Some((field, confidence)) = meaning(name) else { continue };
                let Some(item) = item_of(document, node).filter(|_| !is_of_others(document, node, headline)) else { continue };
                // a date within a link is that of the article which the link leads to
                if matches!(field, Field::Published | Field::Modified)
                    && tree.ancestors(node).take(REACH).any(|one| tree.tag(one) == Tag::A)
                {
                    continue;
                }
                // of what belongs to no item the first of a kind and what stands with it: the others are cards
                if item == tree.root() {
                    let position = document.position(node);
                    if position > first.entry(field).or_insert(position).saturating_add(NEIGHBOURS) {
                        continue;
                    }
                }
                // of several items that of the headline, or else the first: the others are cards of related articles
                if item != tree.root()
                    && article.is_none_or(|known| headline.is_some_and(|h1| !document.is_within(h1, known) && document.is_within(h1, item)))
                {
                    article = Some(item);
                    out.clear();
                }
                // an item within the article's is a card of another, an item around it the page
                if article.is_some_and(|known| item != known && !document.is_within(known, item)) {
                    continue;
                }
                read(document, node, field, confidence, &dates, &mut out);
            }
        }
        out
    }
}

fn meaning(name: &str) -> Option<(Field, f64)> {
    Some(match name {
        "headline" => (Field::Headline, 0.75),
        "alternativeHeadline" => (Field::Deck, 0.3),
        "author" | "creator" => (Field::Author, 0.7),
        "datePublished" => (Field::Published, 0.9),
        "dateCreated" => (Field::Published, 0.7),
        "dateModified" => (Field::Modified, 0.85),
        "articleSection" => (Field::Section, 0.7),
        "keywords" => (Field::Tag, 0.6),
        "description" => (Field::Description, 0.4),
        _ => return None,
    })
}

/// Whether a property stands in a part of the page that is about others: comments, related articles.
fn is_of_others(document: &Document<'_>, node: NodeId, headline: Option<NodeId>) -> bool {
    const OTHERS: Hint = Hint::COMMENTS.with(Hint::RELATED).with(Hint::NAVIGATION);
    document.tree().ancestors(node).take(REACH).any(|ancestor| {
        document.hint(document.position(ancestor)).any(OTHERS) && !headline.is_some_and(|headline| document.is_within(headline, ancestor))
    })
}

/// The item that a property belongs to: the nearest element above it that has a type; the root for a property of no item. `None` where the item is
/// none of an article: a comment, a person, a product, a picture.
fn item_of(document: &Document<'_>, node: NodeId) -> Option<NodeId> {
    let tree = document.tree();
    if tree.ancestors(node).take(4).any(|ancestor| matches!(tree.tag(ancestor), Tag::Figure | Tag::Figcaption)) {
        return None;
    }
    let scope = tree
        .ancestors(node)
        .take(REACH)
        .find_map(|ancestor| Some((ancestor, tree.attr(ancestor, "itemtype").or_else(|| tree.attr(ancestor, "typeof"))?)));
    let Some((item, kind)) = scope else { return Some(tree.root()) };
    let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or(&kind);
    let is_other = matches!(
        kind,
        "Comment"
            | "UserComments"
            | "Person"
            | "Organization"
            | "ImageObject"
            | "WPSideBar"
            | "WPFooter"
            | "ItemList"
            | "Product"
            | "Offer"
            | "Event"
            | "JobPosting"
    );
    (!is_other).then_some(item)
}

fn read(document: &Document<'_>, node: NodeId, field: Field, confidence: f64, dates: &DateReader<'_, '_>, out: &mut Vec<Candidate>) {
    let tree = document.tree();
    let attribute = ["content", "datetime"].into_iter().find_map(|name| tree.attr(node, name)).filter(|value| !value.trim().is_empty());
    let mut add =
        |value, confidence, node| out.push(Candidate::new(field, value, Origin::Microdata, confidence).at(document.source_of(node)));
    match field {
        Field::Published | Field::Modified => {
            let raw = attribute.map_or_else(|| document.words(node), |value| value.into_owned());
            dates.printed(&raw).into_iter().for_each(|(date, share)| add(Value::Date(date), confidence * share, node));
        }
        Field::Author => {
            let is_name = |inner: NodeId| {
                tree.attr(inner, "itemprop")
                    .or_else(|| tree.attr(inner, "property"))
                    .is_some_and(|name| name == "name" || name == "schema:name")
            };
            let names: Vec<NodeId> =
                document.subtree(node).skip(1).take(200).map(|position| document.at(position)).filter(|&inner| is_name(inner)).collect();
            for named in if names.is_empty() { vec![node] } else { names } {
                let raw = tree
                    .attr(named, "content")
                    .filter(|value| !value.trim().is_empty())
                    .map_or_else(|| document.words(named), |value| value.into_owned());
                if raw.chars().count() <= 160 {
                    name::people(&words::clean(raw)).into_iter().for_each(|author| add(Value::Author(author), confidence, named));
                }
            }
        }
        Field::Tag => {
            let raw = attribute.map_or_else(|| document.words(node), |value| value.into_owned());
            raw.split(',').map(words::clean).filter(|tag| !tag.is_empty()).take(30).for_each(|tag| add(Value::Text(tag), confidence, node));
        }
        _ => {
            let text = attribute.map_or_else(|| document.words(node), words::clean);
            if !text.is_empty() && text.chars().count() <= 600 {
                add(Value::Text(text), confidence, node);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::metadata::testing::candidates;

    #[test]
    fn items_say_whose_their_properties_are() {
        let page = "<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Cow</h1>\
            <span itemprop=author itemscope itemtype='https://schema.org/Person'><b itemprop=name>Jane Doe</b>, reporter</span>\
            <meta itemprop=datePublished content=2020-02-03>\
            <div itemprop=comment itemscope itemtype='https://schema.org/Comment'><i itemprop=author>John Roe</i></div></article>";
        let found = candidates(&Microdata, page);
        let all: Vec<(Field, String)> = found.iter().map(|one| (one.field, one.value.words())).collect();
        let expected = [(Field::Headline, "Cow"), (Field::Author, "Jane Doe"), (Field::Published, "2020-02-03")];
        assert_eq!(all, expected.map(|(field, words)| (field, words.to_owned())));
    }
}
