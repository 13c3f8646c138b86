//! Within the container: which segments are the article, where it begins and where it ends.

use super::density::{Page, is_heading, is_prose};
use crate::{
    document::{Document, Hint, NodeId, Segment, Tag},
    model::Reason,
    stage::Skip,
};

/// What is kept of a container and what is left out.
pub(super) struct Choice {
    pub(super) keep: Vec<NodeId>,
    pub(super) skip: Vec<Skip>,
}

/// Why each segment of the container at a position is left out, if it is.
pub(super) fn fates(page: &Page<'_, '_>, container: u32, headline: Option<&Headline>) -> Vec<Option<Reason>> {
    judge(page, container, headline).fates
}

fn judge<'p, 'a, 'i>(page: &'p Page<'a, 'i>, container: u32, headline: Option<&'p Headline>) -> Judged<'p, 'a, 'i> {
    let end = page.document.end(container);
    let range = page.segment_range(container, end);
    let first = range.start;
    let segments = page.segments.get(range.clone()).unwrap_or_default();
    let outside = page.outside.get(range).unwrap_or_default();
    let mut judged = Judged { page, segments, first, fates: outside.to_vec(), headline };
    judged.drop_by_own_words();
    judged.trim_head();
    judged.trim_tail();
    judged.drop_link_runs();
    judged.drop_lonely_headings();
    judged
}

/// Why a short line is no part of an article, if it says so itself: "Read more", "Advertisement", a byline's class.
pub(super) fn own_reason(page: &Page<'_, '_>, index: usize) -> Option<Reason> {
    const SHORT: u32 = 140;
    let segment = page.segments.get(index).filter(|segment| segment.weight <= SHORT)?;
    let hint = page.document.hint(segment.block);
    if hint.any(Hint::BYLINE) && !is_prose(segment) {
        return Some(Reason::Byline);
    }
    if hint.any(Hint::CAPTION) && page.document.tag(segment.block) != Tag::Caption {
        return Some(Reason::Caption);
    }
    page.said.get(index).cloned().flatten()
}

/// The segments of the container, each with the reason to leave it out, if any.
struct Judged<'p, 'a, 'i> {
    page: &'p Page<'a, 'i>,
    segments: &'p [Segment],
    /// The index of the container's first segment among the page's.
    first: usize,
    fates: Vec<Option<Reason>>,
    headline: Option<&'p Headline>,
}

impl Judged<'_, '_, '_> {
    fn tag(&self, segment: &Segment) -> Tag {
        self.page.document.tag(segment.block)
    }

    fn is_heading(&self, segment: &Segment) -> bool {
        is_heading(self.page.document, segment)
    }

    fn drop(&mut self, index: usize, reason: Reason) {
        if let Some(fate) = self.fates.get_mut(index) {
            fate.get_or_insert(reason);
        }
    }

    fn is_kept(&self, index: usize) -> bool {
        self.fates.get(index).is_some_and(Option::is_none)
    }

    fn drop_by_own_words(&mut self) {
        for index in 0..self.segments.len() {
            if self.is_kept(index)
                && let Some(reason) = own_reason(self.page, self.first + index)
            {
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
                || (segment.weight < 250 && self.headline.is_some_and(|headline| headline.is_said(self.page.document, segment)));
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
}

/// The headline, to be found again in the page.
pub(super) struct Headline {
    words: String,
    letters: u32,
}

impl Headline {
    pub(super) fn of(headline: &str) -> Self {
        Self { letters: headline.bytes().filter(u8::is_ascii_alphanumeric).count() as u32, words: folded(headline) }
    }

    /// Whether a segment says the headline once more, punctuation and case apart.
    pub(super) fn is_said(&self, document: &Document<'_>, segment: &Segment) -> bool {
        // a look at the length saves nearly all comparisons
        segment.weight >= self.letters
            && segment.words <= self.words.len() as u32
            && segment.weight as usize <= self.words.len() * 3 + 40
            && self.are_words_of(document, segment)
    }

    fn are_words_of(&self, document: &Document<'_>, segment: &Segment) -> bool {
        let mut rest = self.words.chars();
        // where a word has ended another must follow, or nothing
        let (mut in_word, mut begun, mut same) = (false, false, true);
        document.each_text(segment.start..segment.end, |text| {
            for c in text.chars() {
                if !c.is_alphanumeric() {
                    in_word = false;
                    continue;
                }
                same = (in_word || !begun || rest.next() == Some(' ')) && c.to_lowercase().all(|c| rest.next() == Some(c));
                (in_word, begun) = (true, true);
                if !same {
                    return false;
                }
            }
            true
        });
        same && rest.next().is_none()
    }
}

/// Words to compare headlines by: letters and digits in lower case.
fn folded(words: &str) -> String {
    let lower = |word: &str| word.chars().flat_map(char::to_lowercase).collect();
    let words: Vec<String> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(lower).collect();
    words.join(" ")
}
