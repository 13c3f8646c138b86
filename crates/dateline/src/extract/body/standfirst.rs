//! The sentences between headline and first paragraph: whether they are a deck, which is metadata, or open the text.
//!
//! Sites disagree, and so do those who label pages. What English pages set there is nearly always a second headline of whole sentences, and is left out of the labelled texts of wcxb and
//! scrapinghub in two of three cases. Elsewhere the article begins there: the German Vorspann, the French chapô, the Spanish bajada say what the first paragraph takes as said.
//! So an English standfirst is the deck, and any other one is kept as the first paragraph, unless it calls itself a deck.

use std::cell::LazyCell;

use super::density::{Page, is_prose};
use crate::{
    document::{Document, Segment, Tag},
    extract::told_by,
    model::Article,
    text::ByFirstByte,
};

/// Lines before the first paragraph that are looked at: bylines, dates, share buttons, captions and what else is read stand there as well.
const LINES: usize = 40;

/// A shorter line is a subtitle.
const SHORTEST: u32 = 60;

/// Letters by which a standfirst and the page's description are told to be the same; descriptions are often cut.
const ALIKE: usize = 60;

/// A segment that is the page's standfirst, and what it is to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standfirst {
    /// The first sentences of the text.
    Opening(usize),
    /// Metadata.
    Deck(usize),
}

/// The standfirst: the first paragraph that is kept, where it calls itself a deck, or one of the segments above it.
pub(super) fn find(page: &Page<'_, '_>, kept: &[bool], article: &Article) -> Option<Standfirst> {
    let is_kept = |row: usize| kept.get(row).copied().unwrap_or_default();
    let first = page.segments.iter().enumerate().position(|(row, segment)| is_kept(row) && is_prose(segment))?;
    let is_english = LazyCell::new(|| match article.language.as_deref() {
        Some(language) => language.to_ascii_lowercase().starts_with("en"),
        None => told_by(&opening(page, kept)).is_none_or(|language| language == "en"),
    });
    let after = || page.segments.iter().enumerate().skip(first + 1).any(|(row, segment)| is_kept(row) && is_prose(segment));
    if page.segments.get(first).is_some_and(|segment| Names::of(page.document, segment).is_deck_alone()) && *is_english && after() {
        return Some(Standfirst::Deck(first));
    }
    let headline = article.headline.as_deref().map(folded);
    let descriptions = LazyCell::new(|| descriptions(page.document, article));
    let mut found = None;
    for row in (first.saturating_sub(LINES)..first).rev() {
        let segment = page.segments.get(row)?;
        let words = page.document.words_between(segment.start..segment.end);
        let letters = folded(&words);
        // a link that says it stands in a list of what is read most
        let says_headline = segment.link_density() < 0.5 && headline.as_ref() == Some(&letters);
        let is_headline = page.document.tag(segment.block) == Tag::H1 || says_headline;
        if is_headline {
            return found;
        }
        if found.is_some() || is_kept(row) || segment.weight < SHORTEST || segment.link_density() > 0.3 {
            continue;
        }
        let said = descriptions.iter().any(|description| is_alike(description, &letters));
        let names = Names::of(page.document, segment);
        let is_standfirst = said || (names.opening && ends_sentence(&words));
        if is_standfirst {
            found = Some(if *is_english || names.deck { Standfirst::Deck(row) } else { Standfirst::Opening(row) });
        }
    }
    None
}

/// The first words of what is kept, enough to tell their language.
fn opening(page: &Page<'_, '_>, kept: &[bool]) -> String {
    const ENOUGH: usize = 2000;
    let mut words = String::new();
    for (segment, _) in page.segments.iter().zip(kept).filter(|(_, kept)| **kept) {
        if words.len() > ENOUGH {
            break;
        }
        words.push_str(&page.document.words_between(segment.start..segment.end));
        words.push('\n');
    }
    words
}

/// All that the head of the page says that it is about, folded: what is written for search engines often is not what is written for readers elsewhere.
fn descriptions(document: &Document<'_>, article: &Article) -> Vec<String> {
    let tree = document.tree();
    let is_description = |name: &str| name.get(name.len().saturating_sub(11)..).is_some_and(|end| end.eq_ignore_ascii_case("description"));
    let describes = |&node: &_| ["name", "property"].iter().any(|name| tree.attr(node, name).is_some_and(|name| is_description(&name)));
    let said = document.by_tag(Tag::Meta).filter(describes).filter_map(|node| tree.attr(node, "content"));
    article.description.iter().map(|words| folded(words)).chain(said.map(|words| folded(&words))).collect()
}

/// Takes the deck away from an article whose text says it: what opens the text is no deck.
pub(super) fn part_from_text(article: &mut Article) {
    let opens = |deck: &String| {
        let deck = folded(deck);
        let opening: String =
            article.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(deck.chars().count()).collect();
        deck == opening
    };
    article.deck = article.deck.take().filter(|deck| !opens(deck));
}

/// What an element and those around it call it.
struct Names {
    /// A line apart from the text.
    deck: bool,
    /// Where the text begins.
    opening: bool,
}

impl Names {
    fn of(document: &Document<'_>, segment: &Segment) -> Self {
        static DECK: ByFirstByte =
            ByFirstByte::of(&["deck", "dek", "standfirst", "sub-headline", "sub-title", "subhead", "subline", "subtitle"]);
        static OPENING: ByFirstByte = ByFirstByte::of(&[
            "abstract",
            "bajada",
            "chapo",
            "description",
            "einleitung",
            "entradilla",
            "excerpt",
            "ingress",
            "intro",
            "lead",
            "lede",
            "sumario",
            "summary",
            "teaser",
            "vorspann",
            "zajawka",
        ]);
        let tree = document.tree();
        let parents = std::iter::successors(Some(segment.block), |&position| Some(document.parent(position)));
        let nodes = parents.take(3).map(|position| document.at(position));
        let names: Vec<_> =
            nodes.flat_map(|node| ["class", "itemprop"].into_iter().filter_map(move |name| tree.attr(node, name))).collect();
        let says = |words: &ByFirstByte| names.iter().any(|name| words.first_in(name).is_some());
        Self { deck: says(&DECK), opening: says(&OPENING) }
    }

    fn is_deck_alone(&self) -> bool {
        self.deck && !self.opening
    }
}

fn is_alike(description: &str, letters: &str) -> bool {
    let length = description.chars().count().min(letters.chars().count()).min(ALIKE);
    length * 2 > ALIKE && description.chars().take(length).eq(letters.chars().take(length))
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '?', '!', '"', '\u{2026}', '\u{3002}', '\u{bb}', '\u{201c}', '\u{201d}'])
}

/// Letters and digits alone, in lower case.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for c in words.chars().filter(|c| c.is_alphanumeric()) {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(c.to_lowercase());
        }
    }
    folded
}
