//! The page as a whole: what kind of page it may be.

use super::{
    Basis,
    scale::{log, share},
};
use crate::document::{Hint, Tag};

/// The page's features, the same for each of its segments.
pub(super) fn page(basis: &Basis<'_, '_, '_>) -> [u8; PAGE] {
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
    let mut hints = [0_u32; HINTS.len()];
    for hint in document.hints().iter().filter(|hint| hint.any(COUNTED)) {
        for (count, flag) in hints.iter_mut().zip(HINTS) {
            *count += u32::from(hint.any(flag));
        }
    }
    let mut values = [0; PAGE];
    let all = sums.into_iter().chain(counts.into_iter().chain(hints).map(log)).chain(std::iter::once_with(|| declared(basis)));
    values.iter_mut().zip(all).for_each(|(value, found)| *value = found);
    values
}

/// How many features a page has.
const PAGE: usize = 11 + TAGS.len() + HINTS.len() + 1;

const TAGS: [Tag; 10] = [Tag::Article, Tag::H1, Tag::H2, Tag::H3, Tag::Time, Tag::Img, Tag::Input, Tag::Table, Tag::Pre, Tag::Li];
const HINTS: [Hint; 9] =
    [Hint::COMMENTS, Hint::POST, Hint::PRODUCT, Hint::CARD, Hint::DOCUMENTATION, Hint::REVIEW, Hint::QUESTION, Hint::HERO, Hint::BYLINE];

/// All of them.
const COUNTED: Hint = {
    let (mut all, mut index) = (Hint::COMMENTS, 0);
    while index < HINTS.len() {
        all = all.with(HINTS[index]);
        index += 1;
    }
    all
};

/// What the page says that it is, by `og:type` or its schema.org types.
fn declared(basis: &Basis<'_, '_, '_>) -> u8 {
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
    let document = basis.page.document;
    let tree = document.tree();
    let mut said = 0;
    for node in document.by_tag(Tag::Script) {
        if !tree.attr(node, "type").is_some_and(|kind| kind.contains("ld+json")) {
            continue;
        }
        let words = tree.text_content(node);
        if let Some((_, class)) = TYPES.iter().find(|(name, _)| words.contains(name)) {
            said = if said == 0 { *class } else { said.min(*class) };
        }
    }
    if said > 0 {
        return said;
    }
    let og = document.by_tag(Tag::Meta).find(|&node| tree.attr(node, "property").is_some_and(|name| name == "og:type"));
    match og.and_then(|node| tree.attr(node, "content")).as_deref() {
        Some("article") => 9,
        Some("product" | "og:product" | "product.item") => 10,
        Some("website") => 11,
        Some(_) => 12,
        None => 0,
    }
}
