//! The page as a whole: what kind of page it may be.

use super::{
    super::json_ld,
    Basis,
    address::{ADDRESS, address},
    scale::{log, share},
};
use crate::document::{Hint, Tag};

/// The page's features, the same for each of its segments. `patterns` is how many patterns its segments are made by. The last ones, [`ONLY_KIND`], are asked for its kind alone: a forest of segments that
/// could ask them would know pages by them.
pub(super) fn page(basis: &Basis<'_, '_, '_>, patterns: usize) -> [u8; PAGE] {
    let document = basis.page.document;
    let all = basis.sums.all();
    let held = basis.sums.within(basis.container.clone());
    let kept: u32 = basis.page.segments.iter().enumerate().map(|(row, segment)| if basis.keeps(row) { segment.weight } else { 0 }).sum();
    let sums = [
        log(all.count),
        log(all.weight),
        share(all.linked, all.weight),
        log(all.prose),
        share(all.prose, all.weight),
        log(all.prose / all.prose_count.max(1)),
        log(all.prose_count),
        share(held.prose, all.prose),
        share(held.linked, held.weight),
        log(kept),
        share(kept, held.weight),
    ];
    let counts = TAGS.map(|tag| document.by_tag(tag).count() as u32);
    let (hints, covered) = named(basis);
    let data: Vec<String> = json_ld(document).map(|node| document.tree().text_content(node)).collect();
    let mut values = [0; PAGE];
    let all = sums.into_iter().chain(counts.into_iter().chain(hints).map(log)).chain([declared(basis, &data)]);
    let more = address(basis.address).into_iter().chain(held_by(basis, patterns)).chain(covered).chain(said_of_things(basis, &data));
    let more = more.chain(MORE_TAGS.map(|tag| log(document.by_tag(tag).count() as u32)));
    let all = all.chain(more);
    values.iter_mut().zip(all).for_each(|(value, found)| *value = found);
    values
}

/// How many features a page has.
const PAGE: usize = 11 + TAGS.len() + HINTS.len() + 1 + ONLY_KIND;

/// How many of them are asked for the kind alone.
const ONLY_KIND: usize = ADDRESS + HOLDERS.len() + 2 + HINTS.len() + THINGS.len() + 1 + MORE_TAGS.len();

const TAGS: [Tag; 10] = [Tag::Article, Tag::H1, Tag::H2, Tag::H3, Tag::Time, Tag::Img, Tag::Input, Tag::Table, Tag::Pre, Tag::Li];
const HINTS: [Hint; 9] =
    [Hint::COMMENTS, Hint::POST, Hint::PRODUCT, Hint::CARD, Hint::DOCUMENTATION, Hint::REVIEW, Hint::QUESTION, Hint::HERO, Hint::BYLINE];

/// The elements whose share of the page tells a shop's list from a manual.
const HOLDERS: [Tag; 5] = [Tag::P, Tag::H2, Tag::Li, Tag::Div, Tag::Pre];
const MORE_TAGS: [Tag; 4] = [Tag::Code, Tag::Button, Tag::Form, Tag::Section];

/// Names of schema.org's types.
const THINGS: [&str; 6] = ["Offer", "Product", "Person", "DiscussionForumPosting", "ListItem", "Question"];

/// All of them.
const COUNTED: Hint = {
    let (mut all, mut index) = (Hint::COMMENTS, 0);
    while index < HINTS.len() {
        all = all.with(HINTS[index]);
        index += 1;
    }
    all
};

/// What share of the page's text stands in paragraphs, subheads, items …; and of digits, and how many patterns there are to so many segments.
fn held_by(basis: &Basis<'_, '_, '_>, patterns: usize) -> impl Iterator<Item = u8> {
    let (document, segments) = (basis.page.document, basis.page.segments);
    let (mut held, mut digits) = ([0_u32; HOLDERS.len()], 0_u32);
    for segment in segments {
        let tag = document.tag(segment.block);
        if let Some(sum) = HOLDERS.iter().position(|holder| *holder == tag).and_then(|at| held.get_mut(at)) {
            *sum = sum.saturating_add(segment.weight);
        }
        digits += u32::from(u32::from(segment.digits) * 10 > segment.weight);
    }
    let all = basis.sums.all();
    let rest = [share(digits, all.count), share(patterns as u32, all.count)];
    held.into_iter().map(move |sum| share(sum, all.weight)).chain(rest)
}

/// How many elements call themselves posts, things for sale …, and what share of the page's text stands in them.
fn named(basis: &Basis<'_, '_, '_>) -> ([u32; HINTS.len()], [u8; HINTS.len()]) {
    let document = basis.page.document;
    let mut counts = [0_u32; HINTS.len()];
    let mut covered = [(0_u32, 0_u32); HINTS.len()];
    for (position, hint) in (0..).zip(document.hints()).filter(|(_, hint)| hint.any(COUNTED)) {
        for ((count, (end, sum)), _) in counts.iter_mut().zip(&mut covered).zip(HINTS).filter(|(_, flag)| hint.any(*flag)) {
            *count += 1;
            // what stands in one that was counted is counted with it
            if position >= *end {
                *end = document.end(position);
                *sum += basis.sums.within(document.segment_range(position..*end)).weight;
            }
        }
    }
    (counts, covered.map(|(_, sum)| share(sum, basis.sums.all().weight)))
}

/// How many things of which types the page tells machines of, in its JSON-LD and beside what it shows, and how often it speaks of a cart.
fn said_of_things(basis: &Basis<'_, '_, '_>, data: &[String]) -> impl Iterator<Item = u8> {
    let (document, tree) = (basis.page.document, basis.page.document.tree());
    let mut counts = [0_u32; THINGS.len()];
    let mut count = |name: &str| {
        if let Some(count) = THINGS.iter().position(|thing| *thing == name).and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    };
    for words in data {
        for (at, name) in words.match_indices("\"@type\"") {
            let value = words.get(at + name.len()..).unwrap_or_default().trim_start_matches([' ', ':', '\n', '\t']);
            count(value.strip_prefix('"').and_then(|value| value.split('"').next()).unwrap_or_default());
        }
    }
    for &node in document.properties() {
        if let Some(kind) = tree.attr(node, "itemtype") {
            count(kind.rsplit('/').next().unwrap_or_default());
        }
    }
    let carts = memchr::memmem::find_iter(tree.source().as_bytes(), "cart").count();
    counts.into_iter().chain([carts as u32]).map(log)
}

/// What the page says that it is, by its schema.org types or `og:type`.
fn declared(basis: &Basis<'_, '_, '_>, data: &[String]) -> u8 {
    const TYPES: [(&str, u8); 10] = [
        ("NewsArticle", 1),
        ("BlogPosting", 2),
        ("\"Article\"", 3),
        ("DiscussionForumPosting", 4),
        ("QAPage", 4),
        ("Product\"", 5),
        ("TechArticle", 6),
        ("CollectionPage", 7),
        ("ItemList\"", 7),
        ("Service\"", 8),
    ];
    let named = data.iter().filter_map(|words| TYPES.iter().find(|(name, _)| words.contains(name)));
    if let Some(said) = named.map(|(_, class)| *class).min() {
        return said;
    }
    let (document, tree) = (basis.page.document, basis.page.document.tree());
    let og = document.by_tag(Tag::Meta).find(|&node| tree.attr(node, "property").is_some_and(|name| name == "og:type"));
    match og.and_then(|node| tree.attr(node, "content")).as_deref() {
        Some("article") => 9,
        Some("product" | "og:product" | "product.item") => 10,
        Some("website") => 11,
        Some(_) => 12,
        None => 0,
    }
}
