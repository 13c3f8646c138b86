//! The body of a page by the density of its text: which element holds most of what reads like prose and least of what does not.
//!
//! Each [`Segment`] of the page is given a worth: prose counts for as much as it has to read, links and scattered words count against. The container
//! is the element with the greatest sum, where parts of the page that call themselves comments, menus, promotions and the like count nothing. What is kept inside it is
//! decided segment by segment in [`boundary`].

use super::{
    boundary, credit,
    features::{Basis, Block, Features, Sums},
    phrases,
};
use crate::{
    document::{Document, Hint, NodeId, NodeKind, Segment, Tag},
    model::Reason,
};

/// From this many characters on a segment without a full stop is still taken for prose.
const LONG: u32 = 90;

/// Words from which on a segment with a full stop is prose.
const SENTENCE_WORDS: u32 = 7;

/// The same for scripts that do not space their words, in weight.
const SENTENCE_WEIGHT: u32 = 36;

/// What a part of the body costs at most that is left out of it: a list of fifty links in an article is one part to drop, not fifty reasons against the article.
const DROPPED: f32 = 150.0;

/// An element that names tags and holds more prose than this is none of them, but a post with its topics among its names.
const TOPICS: u32 = 800;

/// More of a single segment counts no more: one endless blob must not outweigh an article of many paragraphs.
const MOST: u32 = 1200;

/// The page with what the choice of its body needs, a value a segment.
pub(super) struct Page<'a, 'i> {
    pub(super) document: &'a Document<'i>,
    pub(super) segments: &'a [Segment],
    /// Where the page's `<h1>` stands, if it has a single one.
    headline: Option<u32>,
    /// Why a segment belongs to a part of the page that is none of the article, if it does.
    pub(super) outside: Vec<Option<Reason>>,
    /// Why a short segment is no part of an article, if its words say so.
    pub(super) said: Vec<Option<Reason>>,
    /// What each node is worth, by position.
    worth: Vec<f32>,
    /// Sums of the prose's weight.
    prose: Vec<u32>,
}

impl<'a, 'i> Page<'a, 'i> {
    pub(super) fn new(document: &'a Document<'i>) -> Self {
        let segments = document.segments();
        let prose = sums(segments.iter().map(|segment| if is_prose(segment) { segment.weight } else { 0 }));
        let mut headlines = document.by_tag(Tag::H1).map(|node| document.position(node));
        let headline = headlines.next().filter(|_| headlines.next().is_none());
        let said = segments.iter().map(|segment| says(document, segment)).collect();
        let mut page = Self { document, segments, headline, outside: vec![None; segments.len()], said, worth: Vec::new(), prose };
        page.mark_outside();
        page.worth = page.worths();
        page
    }

    /// Marks the segments of elements that call themselves something else than an article. Where most of the page's prose would go for one reason, be it in
    /// one element or in many (page builders wrap each paragraph in a "widget"), the name says something else than it usually does, and is not believed.
    fn mark_outside(&mut self) {
        let all = self.prose.last().copied().unwrap_or_default();
        let mut disbelieved: Vec<Reason> = Vec::new();
        loop {
            self.outside.fill(None);
            let mut taken: Vec<(Reason, u32)> = Vec::new();
            let mut marked_to = 0;
            for (position, hint) in (0..).zip(self.document.hints()) {
                if hint.is_empty() || position < marked_to {
                    continue;
                }
                let Some(reason) = self.element_reason(position, *hint).filter(|reason| !disbelieved.contains(reason)) else { continue };
                let end = self.document.end(position);
                let range = self.segment_range(position, end);
                let prose = self.prose_in(&range);
                if prose > share(all, &reason) || (reason == Reason::Tags && prose > TOPICS) {
                    continue;
                }
                match taken.iter_mut().find(|(known, _)| *known == reason) {
                    Some((_, sum)) => *sum += prose,
                    None => taken.push((reason.clone(), prose)),
                }
                for outside in self.outside.get_mut(range).into_iter().flatten() {
                    *outside = Some(reason.clone());
                }
                marked_to = end;
            }
            let before = disbelieved.len();
            disbelieved.extend(taken.into_iter().filter(|(reason, prose)| *prose > share(all, reason)).map(|(reason, _)| reason));
            if disbelieved.len() == before {
                return;
            }
        }
    }

    /// Why an element would be left out, by its names alone.
    fn element_reason(&self, position: u32, hint: Hint) -> Option<Reason> {
        let tag = self.document.tag(position);
        // what holds the page's own headline is not beside the article, whatever it is called
        let is_frame = matches!(tag, Tag::Html | Tag::Body | Tag::Main) || self.holds_headline(position);
        let names_body = hint.any(Hint::BODY) && !hint.any(Hint::HIDDEN.with(Hint::COMMENTS));
        if is_frame
            || names_body
            || matches!(tag, Tag::H1 | Tag::H2 | Tag::H3 | Tag::P | Tag::A | Tag::Span | Tag::Strong | Tag::Em | Tag::Time)
        {
            return None;
        }
        hint.reason()
    }

    /// Whether an element holds the only `<h1>` of the page and prose behind it.
    fn holds_headline(&self, position: u32) -> bool {
        let end = self.document.end(position);
        self.headline.is_some_and(|headline| (position..end).contains(&headline) && self.prose_in(&self.segment_range(headline, end)) > 0)
    }

    /// Which segment the page's only `<h1>` is.
    pub(super) fn headline_segment(&self) -> Option<usize> {
        self.headline.map(|position| self.segment_range(position, position + 1).start)
    }

    /// What is known of each segment: handed on block by block, with the number of segments in each.
    pub(super) fn features(&self, headline: Option<&str>, address: Option<&str>, take: impl FnMut(&Block, usize)) -> Features {
        let container = self.container();
        let range = container.map_or(0..0, |container| self.segment_range(container, self.document.end(container)));
        let headline = headline.map(boundary::Headline::of);
        let fates = container.map_or(Vec::new(), |container| boundary::fates(self, container, headline.as_ref()));
        let basis = Basis { page: self, sums: Sums::of(self.segments), container: range, fates, headline, address };
        Features::of(&basis, take)
    }

    /// The bytes of the tree's source that the densest element came from.
    #[cfg(feature = "training")]
    pub(super) fn container_source(&self) -> Option<std::ops::Range<u32>> {
        self.container().map(|position| self.document.tree().outer_span(self.document.at(position)).range())
    }

    /// The segments that begin at `start..end` of the order, as a range of indexes.
    pub(super) fn segment_range(&self, start: u32, end: u32) -> std::ops::Range<usize> {
        self.document.segment_range(start..end)
    }

    fn prose_in(&self, range: &std::ops::Range<usize>) -> u32 {
        self.prose.get(range.end).zip(self.prose.get(range.start)).map_or(0, |(end, start)| end - start)
    }

    /// The largest nodes that together hold the segments of a range of indexes and no others.
    pub(super) fn cover(&self, range: std::ops::Range<usize>) -> Vec<NodeId> {
        let tree = self.document.tree();
        let mut nodes = Vec::new();
        let (Some(first), Some(last)) = (self.segments.get(range.start), self.segments.get(range.end.wrapping_sub(1))) else {
            return nodes;
        };
        let mut position = first.start;
        let holds_others = |place: std::ops::Range<u32>| {
            let held = self.segment_range(place.start, place.end);
            held.start < range.start || held.end > range.end
        };
        while position < last.end {
            let mut node = self.document.at(position);
            if holds_others(self.document.subtree(node)) {
                position += 1;
                continue;
            }
            while let Some(parent) = tree.parent(node).filter(|&parent| !holds_others(self.document.subtree(parent))) {
                node = parent;
            }
            nodes.push(node);
            position = self.document.subtree(node).end.max(position + 1);
        }
        nodes
    }

    /// What each node is worth with all below it, by position: the sum of what its children are, where no child costs more than [`DROPPED`].
    fn worths(&self) -> Vec<f32> {
        let mut worths = vec![0.0; self.document.order().len()];
        for (segment, outside) in self.segments.iter().zip(&self.outside) {
            let holder = self.document.parent(segment.start).max(segment.block);
            if let Some(own) = worths.get_mut(holder as usize).filter(|_| outside.is_none()) {
                *own += worth(segment);
            }
        }
        // children stand behind their parents, so that one walk backwards sums up the whole tree
        for position in (1..worths.len()).rev() {
            let own = worths.get(position).copied().unwrap_or_default();
            if own == 0.0 {
                continue;
            }
            let parent = self.document.parent(position as u32);
            if let Some(sum) = worths.get_mut(parent as usize) {
                *sum += own.max(-DROPPED);
            }
        }
        worths
    }

    fn worth_of(&self, position: u32) -> f32 {
        self.worth.get(position as usize).copied().unwrap_or_default()
    }

    /// The position of the element that holds the body.
    fn container(&self) -> Option<u32> {
        let tree = self.document.tree();
        let is_parent = |position: u32| {
            let node = self.document.at(position);
            tree.kind(node) == NodeKind::Element && tree.first_child(node).is_some()
        };
        let mut best: Option<(u32, f32)> = None;
        for (position, &worth) in (0..).zip(&self.worth) {
            // the deepest of equal ones: it comes last in document order
            if worth > 0.0 && best.is_none_or(|(_, most)| worth >= most) && is_parent(position) {
                best = Some((position, worth));
            }
        }
        let (best, worth) = best?;
        let (best, worth) = self.first_article(best, worth).unwrap_or((best, worth));
        Some(self.named_body(best, worth).unwrap_or(best))
    }

    /// The first of several articles within the best element: below it follow what the site would have one read next. Where no single one has much of the whole,
    /// they are the posts of a discussion or the teasers of a list.
    fn first_article(&self, best: u32, worth: f32) -> Option<(u32, f32)> {
        const MUCH: f32 = 0.3;
        let end = self.document.end(best);
        let mut articles = Vec::new();
        let mut read_to = best + 1;
        for position in self.document.by_tag(Tag::Article).map(|node| self.document.position(node)) {
            if (read_to..end).contains(&position) {
                articles.push((position, self.worth_of(position)));
                read_to = self.document.end(position);
            }
        }
        let first = articles.iter().copied().find(|(_, own)| *own > worth * MUCH)?;
        let others: f32 = articles.iter().filter(|article| article.0 != first.0).map(|(_, own)| own.max(0.0)).sum();
        (first.1 + others > worth * 0.8 && others > 0.0).then_some(first)
    }

    /// An element within the best one that calls itself the body and holds nearly as much.
    fn named_body(&self, best: u32, worth: f32) -> Option<u32> {
        const NEARLY: f32 = 0.8;
        let hints = self.document.hints();
        let calls_itself_body = |position: u32| hints.get(position as usize).is_some_and(|hint| hint.any(Hint::BODY));
        (best + 1..self.document.end(best)).rev().find(|&position| calls_itself_body(position) && self.worth_of(position) >= worth * NEARLY)
    }
}

/// Why a short segment is no part of an article, if its words say so: "Read more", "Advertisement".
fn says(document: &Document<'_>, segment: &Segment) -> Option<Reason> {
    const SHORT: u32 = 250;
    if segment.weight > SHORT {
        return None;
    }
    let opening = phrases::may_begin(segment.head, || opening(document, segment))
        .then(|| document.opening_words(segment.start..segment.end, phrases::OPENING));
    let said = opening.and_then(|opening| phrases::reason(&opening));
    let credits =
        || (credit::may_end(segment.tail) || segment.copyright) && credit::credits(&document.words_between(segment.start..segment.end));
    said.or_else(|| credits().then_some(Reason::Caption))
}

/// The piece of text that a segment begins with, from its first word on.
fn opening<'d>(document: &'d Document<'_>, segment: &Segment) -> phrases::Opening<'d> {
    let mut pieces = document.tree().pieces(document.at(segment.start));
    let first = pieces.by_ref().map(|piece| piece.text.trim_start()).find(|text| !text.is_empty()).unwrap_or_default();
    phrases::Opening { text: first, is_all: segment.end == segment.start + 1 && pieces.next().is_none() }
}

/// How much of the page's prose an element that calls itself so may hold and still be left out.
fn share(all: u32, reason: &Reason) -> u32 {
    match reason {
        // readers often write more than the paper
        Reason::Comments => all / 10 * 8,
        Reason::Hidden => all / 10 * 4,
        _ => all / 3,
    }
}

/// The sums of the values before each place, and of all.
fn sums(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut sum = 0_u32;
    std::iter::once(0)
        .chain(values.map(|value| {
            sum = sum.saturating_add(value);
            sum
        }))
        .collect()
}

/// Whether a segment is a heading's.
pub(super) fn is_heading(document: &Document<'_>, segment: &Segment) -> bool {
    let tag = document.tag(segment.block);
    matches!(tag, Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
}

/// Whether a segment reads like sentences.
pub(super) fn is_prose(segment: &Segment) -> bool {
    let own = segment.weight - segment.link_weight;
    let sentence = segment.stops > 0 && (segment.words >= SENTENCE_WORDS || segment.weight >= SENTENCE_WEIGHT * 2);
    own * 2 > segment.weight && (sentence || own > LONG)
}

/// What a segment says for its surroundings being the body.
fn worth(segment: &Segment) -> f32 {
    let own = (segment.weight - segment.link_weight).min(MOST) as f32;
    if is_prose(segment) {
        return own * (1.0 - segment.link_density());
    }
    let linked = segment.link_weight.min(100) as f32;
    -(6.0 + linked * 0.5)
}
