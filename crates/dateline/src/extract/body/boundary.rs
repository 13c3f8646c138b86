//! Within the container: which segments are the article, where it begins and where it ends.

use super::{
    density::{Page, is_prose},
    phrases,
};
use crate::{
    document::{Hint, NodeId, Segment, Tag},
    model::Reason,
    stage::{Context, Skip},
};

/// What is kept of a container and what is left out.
pub(super) struct Choice {
    pub(super) keep: Vec<NodeId>,
    pub(super) skip: Vec<Skip>,
    pub(super) score: f64,
    /// How much is kept.
    pub(super) weight: u32,
}

/// Decides for each segment of the container at a position.
pub(super) fn choose(page: &Page<'_, '_>, container: u32, context: &Context<'_>) -> Choice {
    let end = page.document.end(container);
    let range = page.segment_range(container, end);
    let first = range.start;
    let segments = page.segments.get(range.clone()).unwrap_or_default();
    let outside = page.outside.get(range).unwrap_or_default();
    let mut judged = Judged { page, first, segments, fates: outside.to_vec(), headline: context.article().headline.as_deref().map(folded) };
    judged.drop_by_own_words();
    judged.trim_head();
    judged.trim_tail();
    judged.drop_link_runs();
    judged.drop_lonely_headings();
    judged.choice(container)
}

/// The segments of the container, each with the reason to leave it out, if any.
struct Judged<'p, 'a, 'i> {
    page: &'p Page<'a, 'i>,
    /// The index of the container's first segment among the page's.
    first: usize,
    segments: &'p [Segment],
    fates: Vec<Option<Reason>>,
    headline: Option<String>,
}

impl Judged<'_, '_, '_> {
    fn tag(&self, segment: &Segment) -> Tag {
        self.page.document.tree().tag(self.page.document.at(segment.block))
    }

    fn is_heading(&self, segment: &Segment) -> bool {
        matches!(self.tag(segment), Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
    }

    /// The words of a segment, white space folded.
    fn words(&self, segment: &Segment) -> String {
        self.page.document.words_between(segment.start..segment.end)
    }

    fn drop(&mut self, index: usize, reason: Reason) {
        if let Some(fate) = self.fates.get_mut(index) {
            fate.get_or_insert(reason);
        }
    }

    fn is_kept(&self, index: usize) -> bool {
        self.fates.get(index).is_some_and(Option::is_none)
    }

    /// Lines that say themselves what they are: "Read more", "Advertisement", a byline's class.
    fn drop_by_own_words(&mut self) {
        const SHORT: u32 = 140;
        for (index, segment) in self.segments.iter().enumerate() {
            if !self.is_kept(index) || segment.weight > SHORT {
                continue;
            }
            let hint = self.page.document.hint(segment.block);
            if hint.any(Hint::BYLINE) && !is_prose(segment) {
                self.drop(index, Reason::Byline);
            } else if hint.any(Hint::CAPTION) && self.tag(segment) != Tag::Caption {
                self.drop(index, Reason::Caption);
            } else if let Some(reason) = phrases::reason(&self.words(segment)) {
                self.drop(index, reason);
            }
        }
    }

    /// The first segment that reads like the article.
    fn first_prose(&self) -> Option<usize> {
        (0..self.segments.len()).find(|&index| self.is_kept(index) && self.segments.get(index).is_some_and(is_prose))
    }

    /// Before the first paragraph: the headline, lines about the article, scattered words. Subheads and list items right before it stay.
    fn trim_head(&mut self) {
        let Some(first) = self.first_prose() else { return };
        for index in 0..=first {
            let Some(segment) = self.segments.get(index).filter(|_| self.is_kept(index)) else { continue };
            let is_headline = self.tag(segment) == Tag::H1
                || (segment.weight < 250 && self.headline.as_ref().is_some_and(|headline| *headline == folded(&self.words(segment))));
            if is_headline {
                self.drop(index, Reason::Headline);
                (0..index).for_each(|before| self.drop(before, Reason::PageFurniture));
            } else if index < first && !(self.is_heading(segment) && index + 2 >= first) {
                self.drop(index, Reason::PageFurniture);
            }
        }
    }

    /// Behind the last paragraph: what does not read like one.
    fn trim_tail(&mut self) {
        let is_end = |index: &usize| {
            self.is_kept(*index) && self.segments.get(*index).is_some_and(|segment| is_prose(segment) || self.ends_text(segment))
        };
        let Some(last) = (0..self.segments.len()).rev().find(is_end) else { return };
        (last + 1..self.segments.len()).for_each(|index| self.drop(index, Reason::OutsideBody));
    }

    /// A short last line, or an item of a list or table in the body.
    fn ends_text(&self, segment: &Segment) -> bool {
        let in_item = matches!(self.tag(segment), Tag::Li | Tag::Td | Tag::Dd);
        segment.link_weight == 0 && segment.words > 2 && (segment.stops > 0 || in_item)
    }

    /// Runs of segments that are all links: other articles, menus. A single link line between paragraphs is one too.
    fn drop_link_runs(&mut self) {
        for index in 0..self.segments.len() {
            let Some(segment) = self.segments.get(index).filter(|_| self.is_kept(index)) else { continue };
            if segment.link_density() > 0.8 && !is_prose(segment) && !self.is_heading(segment) && self.tag(segment) != Tag::Td {
                self.drop(index, Reason::Related);
            }
        }
    }

    /// Headings below which nothing is left.
    fn drop_lonely_headings(&mut self) {
        let mut has_words = false;
        for index in (0..self.segments.len()).rev() {
            let Some(segment) = self.segments.get(index).filter(|_| self.is_kept(index)) else { continue };
            if !self.is_heading(segment) {
                has_words = true;
            } else if has_words {
                has_words = false;
            } else if self.next_kept(index).is_none() || segment.link_density() > 0.5 {
                self.drop(index, Reason::OutsideBody);
            }
        }
    }

    fn next_kept(&self, index: usize) -> Option<usize> {
        (index + 1..self.segments.len()).find(|&next| self.is_kept(next))
    }

    /// The container, and the nodes that cover each run of dropped segments of one reason.
    fn choice(&self, container: u32) -> Choice {
        let mut skip = Vec::new();
        let mut index = 0;
        while let Some(reason) = self.fates.get(index) {
            let run = self.fates.iter().skip(index).take_while(|fate| *fate == reason).count();
            if let Some(reason) = reason {
                let nodes = self.page.cover(self.first + index..self.first + index + run);
                skip.extend(nodes.into_iter().map(|node| Skip { node, reason: reason.clone() }));
            }
            index += run;
        }
        let kept = || self.segments.iter().zip(&self.fates).filter(|(_, fate)| fate.is_none()).map(|(segment, _)| segment);
        let weight: u32 = kept().map(|segment| segment.weight).sum();
        let prose: u32 = kept().filter(|segment| is_prose(segment)).map(|segment| segment.weight).sum();
        let score = f64::from(prose) / f64::from(weight.max(1)) * (f64::from(weight) / 600.0).min(1.0);
        Choice { keep: vec![self.page.document.at(container)], skip, score, weight }
    }
}

/// Words to compare headlines by: letters and digits in lower case.
fn folded(words: &str) -> String {
    let words: Vec<String> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}
