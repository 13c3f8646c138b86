//! A page's headings in, where the headline stands and how near to it others stand out.

use std::{cmp::Reverse, ops::Range};

use super::{heading_words, names};
use crate::{
    document::{Document, Hint, NodeId, Segment, Tag},
    extract::metadata::{head::Head, words},
};

/// A heading that may be the headline.
pub(super) struct Heading {
    pub(super) node: NodeId,
    pub(super) tag: Tag,
    pub(super) words: String,
    /// The same in the form that texts are compared in.
    key: String,
    /// The line above the headline, where it stands in the same element.
    pub(super) kicker: Option<String>,
    /// Whether its words are a title of the page.
    pub(super) is_title: bool,
    /// Whether its words stand in a title of the page, or the title in them.
    pub(super) is_in_title: bool,
}

impl Heading {
    /// A heading's words. Templates put the kicker above the headline, or the date or the number of comments behind it, into the same element: where the
    /// page's title is only a part of the heading that an element of it sets off, that part is the headline.
    fn read(document: &Document<'_>, node: NodeId, head: &Head) -> Self {
        let tree = document.tree();
        let heading = |words: String, key: String, kicker, is_title| {
            let is_in_title = head.is_in_title(&key);
            Self { node, tag: tree.tag(node), words, key, kicker, is_title, is_in_title }
        };
        let whole = heading_words(document, node);
        let key = words::normal(&whole);
        if whole.chars().count() > LONGEST {
            return heading(whole, key, None, false);
        }
        let is_title = head.is_title(&key);
        let range = document.subtree(node);
        let is_text = |&position: &u32| tree.pieces(document.at(position)).any(|piece| !piece.text.trim_start().is_empty());
        let texts: Vec<u32> = range.clone().filter(is_text).take(MOST_TEXTS).collect();
        for &at in texts.iter().skip(1) {
            let behind = document.words_between(at..range.end);
            let key_behind = words::normal(&behind);
            // "Farm: Cow leaves meadow" may be one title and "Cow leaves meadow" another
            if if is_title { head.is_whole_title(&key_behind) } else { head.is_title(&key_behind) } {
                let is_title = head.is_title(&key_behind);
                return heading(behind, key_behind, Some(document.words_between(range.start..at)), is_title);
            }
            if !is_title {
                let before = document.words_between(range.start..at);
                let key_before = words::normal(&before);
                if head.is_title(&key_before) && before.contains(' ') {
                    return heading(before, key_before, None, true);
                }
            }
        }
        heading(whole, key, None, is_title)
    }

    /// Whether a heading is one text and begins with another letter than all titles of the page, so that it is none; told before its words are put together, since pages have
    /// dozens of lesser headings.
    fn begins_otherwise(document: &Document<'_>, node: NodeId, head: &Head) -> bool {
        let pieces = document.subtree(node).flat_map(|position| document.tree().pieces(document.at(position)));
        let mut texts = pieces.filter(|piece| !piece.text.trim_start().is_empty());
        let (Some(text), None) = (texts.next(), texts.next()) else { return false };
        let letter = text.text.chars().find(|c| c.is_alphanumeric()).and_then(|c| c.to_lowercase().next());
        letter.is_some_and(|letter| head.title_readings.iter().all(|title| !title.starts_with(letter)))
    }
}

/// Headings of more texts are no headlines with a kicker.
const MOST_TEXTS: usize = 6;

/// Where the headline stands.
#[derive(Default)]
pub(super) struct Place {
    pub(super) headings: Vec<Heading>,
    pub(super) node: Option<NodeId>,
    /// Its position and those of its copies: templates print it once for each width of the screen.
    pub(super) positions: Vec<u32>,
    /// Where the paragraphs begin: what stands behind some of them stands far from the headline, however many nodes lie between.
    paragraphs: Vec<u32>,
}

/// A segment with so many words, most of them not in links, is a paragraph.
const PARAGRAPH: u32 = 15;

/// More copies of a headline are those of a list.
const MOST_COPIES: usize = 3;

/// A title of fewer words may be a label.
const FEWEST: u32 = 3;

/// Marks that comparing leaves out.
const TOLERANCE: usize = 16;

/// More lines are not compared with the page's titles.
const MOST_LINES: usize = 200;

/// Headings beyond this are not looked at.
const MOST_HEADINGS: usize = 60;

/// Longer headings, in characters, are none.
const LONGEST: usize = 300;

impl Place {
    /// The `<h1>` that the page's title agrees with, or the first in the article, or the first at all; without any, the second-level heading that the title
    /// agrees with, or the line that does.
    pub(super) fn find(document: &Document<'_>, head: &Head) -> Self {
        let mut positions: Vec<u32> =
            [Tag::H1, Tag::H2, Tag::H3, Tag::H4].iter().flat_map(|&tag| document.by_tag(tag)).map(|node| document.position(node)).collect();
        positions.sort_unstable();
        let headings: Vec<Heading> = positions
            .into_iter()
            .take(MOST_HEADINGS)
            .map(|position| document.at(position))
            // a lesser heading is the headline only where it is the page's title
            .filter(|&node| matches!(document.tree().tag(node), Tag::H1 | Tag::H2) || !Heading::begins_otherwise(document, node, head))
            .map(|node| Heading::read(document, node, head))
            .filter(|heading| !heading.words.is_empty() && heading.words.chars().count() <= LONGEST)
            .filter(|heading| matches!(heading.tag, Tag::H1 | Tag::H2) || heading.is_title)
            .collect();
        let best = headings.iter().max_by_key(|heading| (Self::likeness(document, heading), Reverse(document.position(heading.node))));
        let best = best.filter(|heading| heading.tag == Tag::H1 || heading.is_in_title);
        if best.is_none_or(|best| best.tag != Tag::H1 && !best.is_title)
            && let Some(position) = Self::untagged(document, head)
        {
            return Self { node: Some(document.at(position)), positions: vec![position], headings, paragraphs: Self::paragraphs(document) };
        }
        let same = headings.iter().filter(|heading| best.is_some_and(|best| heading.key == best.key));
        let positions = same.map(|heading| document.position(heading.node)).take(MOST_COPIES).collect();
        let node = best.map(|heading| heading.node);
        Self { headings, node, positions, paragraphs: Self::paragraphs(document) }
    }

    /// Where the paragraphs begin.
    fn paragraphs(document: &Document<'_>) -> Vec<u32> {
        let segments = document.segments().iter().filter(|segment| segment.words >= PARAGRAPH && segment.link_density() < 0.4);
        segments.map(|segment| segment.start).collect()
    }

    /// The first line in no link that is a title of the page, where none of its headings is: templates set headlines as paragraphs too.
    fn untagged(document: &Document<'_>, head: &Head) -> Option<u32> {
        let longest = head.title_readings.iter().map(String::len).max().unwrap_or_default();
        let may_be = |segment: &&Segment| segment.words >= FEWEST && segment.links == 0 && (segment.weight as usize) < longest + TOLERANCE;
        let lines = document.segments().iter().filter(may_be).take(MOST_LINES);
        let is_title = |segment: &&Segment| head.is_title(&words::normal(&document.words_between(segment.start..segment.end)));
        lines.into_iter().find(is_title).map(|segment| segment.start)
    }

    /// How much speaks for a heading's being the headline.
    fn likeness(document: &Document<'_>, heading: &Heading) -> u32 {
        let tree = document.tree();
        let hint = document.hint(document.position(heading.node));
        let stands_in = |tags: &[Tag]| tree.ancestors(heading.node).take(12).any(|node| tags.contains(&tree.tag(node)));
        // a first-level heading of a word or two that is no title of the page is the site's name or the section's
        let words = heading.words.split_whitespace().count();
        let is_label = words < 3 && heading.words.is_ascii() && !heading.is_title;
        let score = 4 * u32::from(heading.is_in_title)
            + 3 * u32::from(heading.is_title)
            + if is_label { 1 } else { 6 } * u32::from(heading.tag == Tag::H1)
            + 2 * u32::from(stands_in(&[Tag::Article, Tag::Main]))
            + u32::from(hint.any(Hint::HEADLINE));
        if is_crumb(document, heading.node) {
            score.saturating_sub(9)
        } else if stands_in(&[Tag::Nav, Tag::Aside, Tag::Footer]) {
            score.saturating_sub(5)
        } else {
            score
        }
    }

    /// How near a place is to the headline: 1 right before or behind it, down to 0.5.
    pub(super) fn nearness(&self, position: u32) -> f64 {
        let most = self.positions.iter().map(|&headline| self.nearness_to(headline, position)).reduce(f64::max);
        most.unwrap_or(0.75)
    }

    fn nearness_to(&self, headline: u32, position: u32) -> f64 {
        let (from, to) = (headline.min(position), headline.max(position));
        let first = self.paragraphs.partition_point(|&start| start <= from);
        let between = self.paragraphs.get(first..).unwrap_or_default().iter().take_while(|&&start| start < to).take(3).count();
        match (position >= headline, between) {
            (true, 0) if to - from <= 800 => 1.0,
            (true, 0..=2) => 0.88,
            (true, _) => 0.6,
            (false, 0) if to - from <= 60 => 0.95,
            (false, 0) if to - from <= 200 => 0.8,
            (false, _) => 0.6,
        }
    }

    /// Whether the headline stands within a range of positions.
    pub(super) fn is_in(&self, range: Range<u32>) -> bool {
        self.positions.iter().any(|position| range.contains(position))
    }
}

/// Whether a heading is the last of the breadcrumbs: newsrooms set the title for search engines there as the page's `<h1>`, and above the text, as a second-level
/// heading, the headline that readers see.
fn is_crumb(document: &Document<'_>, heading: NodeId) -> bool {
    let tree = document.tree();
    let mut around = std::iter::once(heading).chain(tree.ancestors(heading)).take(CRUMB_REACH);
    around.any(|node| {
        let is_behind_link = || {
            let before = std::iter::successors(tree.prev_sibling(node), |&node| tree.prev_sibling(node)).take(MOST_BETWEEN);
            before.filter(|&item| tree.tag(item) == Tag::Li).any(|item| {
                let mut inner = document.subtree(item).map(|position| document.at(position)).take(MOST_BETWEEN);
                inner.any(|node| tree.tag(node) == Tag::A)
            })
        };
        names::says_breadcrumb(tree, node) || (tree.tag(node) == Tag::Li && is_behind_link())
    })
}

/// How many elements from a heading upwards may call themselves breadcrumbs.
const CRUMB_REACH: usize = 4;

/// A crumb's link is found among so many nodes.
const MOST_BETWEEN: usize = 8;
