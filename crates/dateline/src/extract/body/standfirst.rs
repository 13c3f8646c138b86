//! The sentences between headline and first paragraph: whether they are a deck, which is metadata, or open the text.
//!
//! Sites disagree, and so do those who label pages. What English pages set there is nearly always a second headline of whole sentences, and is left out of the labelled texts of wcxb and
//! scrapinghub in two of three cases. Elsewhere the article begins there: the German Vorspann, the French chapô, the Spanish bajada say what the first paragraph takes as said.
//! So an English standfirst is the deck, and any other one is kept as the first paragraph, unless it calls itself a deck.

use super::density::{Page, is_prose};
use crate::{
    document::{Document, Segment, Tag},
    model::Article,
};

/// Lines before the first paragraph that are looked at: bylines, dates, share buttons and captions stand there as well.
const LINES: usize = 24;

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
    let is_english = article.language.as_deref().is_none_or(|language| language.to_ascii_lowercase().starts_with("en"));
    let after = || page.segments.iter().enumerate().skip(first + 1).any(|(row, segment)| is_kept(row) && is_prose(segment));
    if is_english && page.segments.get(first).is_some_and(|segment| Names::of(page.document, segment).is_deck_alone()) && after() {
        return Some(Standfirst::Deck(first));
    }
    let headline = article.headline.as_deref().map(folded);
    let description = article.description.as_deref().map(folded);
    let mut found = None;
    for row in (first.saturating_sub(LINES)..first).rev() {
        let segment = page.segments.get(row)?;
        let words = page.document.words_between(segment.start..segment.end);
        let letters = folded(&words);
        let is_headline = page.document.tag(segment.block) == Tag::H1 || headline.as_ref() == Some(&letters);
        if is_headline {
            return found;
        }
        if found.is_some() || is_kept(row) || segment.weight < SHORTEST || segment.link_density() > 0.3 {
            continue;
        }
        let said = description.as_ref().is_some_and(|description| is_alike(description, &letters));
        let names = Names::of(page.document, segment);
        let is_standfirst = said || (names.opening && ends_sentence(&words));
        if is_standfirst {
            found = Some(if is_english || names.deck { Standfirst::Deck(row) } else { Standfirst::Opening(row) });
        }
    }
    None
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
        const DECK: &[&str] = &["standfirst", "deck", "dek", "subtitle", "sub-title", "subhead", "sub-headline", "subline"];
        const OPENING: &[&str] = &[
            "lead",
            "lede",
            "intro",
            "chapo",
            "vorspann",
            "einleitung",
            "teaser",
            "description",
            "bajada",
            "entradilla",
            "sumario",
            "summary",
            "abstract",
            "excerpt",
            "ingress",
            "zajawka",
        ];
        let tree = document.tree();
        let parents = std::iter::successors(Some(segment.block), |&position| Some(document.parent(position)));
        let nodes = parents.take(3).map(|position| document.at(position));
        let names: Vec<String> = nodes
            .flat_map(|node| ["class", "itemprop"].into_iter().filter_map(move |name| tree.attr(node, name)))
            .map(|name| name.to_ascii_lowercase())
            .collect();
        let says = |words: &[&str]| names.iter().any(|name| words.iter().any(|word| name.contains(word)));
        Self { deck: says(DECK), opening: says(OPENING) }
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
