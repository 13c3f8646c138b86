//! What the choice by likelihoods leaves to rules, for each line is judged by itself there: lines made as those of the body are, lists of links between its paragraphs, terms beside what they stand for,
//! what opens over the page.

use std::{collections::HashMap, ops::Range};

use super::{
    density::{Page, is_prose},
    features::Features,
};
use crate::{
    document::{Hint, Segment, Tag},
    text::hash::Hashed,
};

/// What is to be known of the page besides its segments.
pub(super) struct Amender<'f> {
    pub(super) features: &'f Features,
    pub(super) likely: &'f [f32],
    /// How likely the page is an article.
    pub(super) article: f32,
}

impl Amender<'_> {
    /// Amends the choice, where the page is rather an article than not.
    pub(super) fn amend(&self, page: &Page<'_, '_>, kept: &mut [bool]) {
        if self.article > 0.5 {
            drop_dialogs(page, kept);
            self.keep_made_alike(page, kept);
            drop_link_lists(page, kept);
            keep_entries(page, kept);
        }
    }

    /// Keeps lines within the body of which most that are made alike are kept: questions between answers, steps between steps. On the articles of wcxb 191 segments that are of the body come in so and
    /// 23 that are not, with 0.2 and 0.7 for the two numbers; with 0.3 and 0.8 it is 78 and 6.
    fn keep_made_alike(&self, page: &Page<'_, '_>, kept: &mut [bool]) {
        /// What is less likely is something else.
        const LEAST: f32 = 0.2;
        /// The share of the weight of what is made alike.
        const MOST: f32 = 0.7;
        /// Of so few it is chance.
        const FEW: u32 = 3;
        /// Shorter lines are numbers, names and signs; and half digits are dates.
        const SHORT: u32 = 10;
        let Some(body) = span(kept) else { return };
        let rows = || page.segments.iter().zip(kept.iter()).enumerate();
        let is_missed = |row: usize, kept: bool| {
            let segment = page.segments.get(row).filter(|segment| segment.weight > SHORT && u32::from(segment.digits) * 2 < segment.weight);
            let is_line = |segment: &Segment| segment.link_density() <= 0.3 && !matches!(tag(page, segment), Tag::Td | Tag::Th | Tag::Div);
            let is_named = [&page.said, &page.outside].iter().any(|reasons| reasons.get(row).is_none_or(Option::is_some));
            !kept
                && body.contains(&row)
                && self.likely.get(row).is_some_and(|likely| *likely >= LEAST)
                && !is_named
                && segment.is_some_and(is_line)
        };
        let missed: Vec<usize> = rows().filter(|(row, (_, kept))| is_missed(*row, **kept)).map(|(row, _)| row).collect();
        if missed.is_empty() {
            return;
        }
        let mut made: HashMap<u32, (u32, u32, u32), Hashed> = HashMap::default();
        for (row, (segment, kept)) in rows() {
            let (count, all, held) = made.entry(self.features.made(row)).or_default();
            (*count, *all, *held) = (*count + 1, *all + segment.weight, *held + if *kept { segment.weight } else { 0 });
        }
        let is_body = |(count, all, held): &(u32, u32, u32)| *count >= FEW && *held as f32 >= *all as f32 * MOST;
        for row in missed {
            if made.get(&self.features.made(row)).is_some_and(is_body)
                && let Some(kept) = kept.get_mut(row)
            {
                *kept = !self.features.is_apart(row);
            }
        }
    }
}

/// From the first to the last line that is kept.
fn span(kept: &[bool]) -> Option<Range<usize>> {
    Some(kept.iter().position(|kept| *kept)?..kept.iter().rposition(|kept| *kept)?)
}

/// What the lines of a range weigh that are kept.
fn weight_kept(page: &Page<'_, '_>, kept: &[bool], rows: Range<usize>) -> u32 {
    let rows = page.segments.iter().zip(kept).skip(rows.start).take(rows.len());
    rows.filter(|(_, kept)| **kept).map(|(segment, _)| segment.weight).sum()
}

fn tag(page: &Page<'_, '_>, segment: &Segment) -> Tag {
    page.document.tag(segment.block)
}

/// Lists of nothing but links between two paragraphs lead to other articles, unless the first ends with a colon and so announces them.
fn drop_link_lists(page: &Page<'_, '_>, kept: &mut [bool]) {
    let is_kept = |kept: &[bool], row: usize| kept.get(row).copied().unwrap_or_default();
    let is_link = |row: usize| page.segments.get(row).is_some_and(|segment| segment.link_density() > 0.8 && tag(page, segment) == Tag::Li);
    let is_paragraph = |row: usize| page.segments.get(row).is_some_and(is_prose);
    let announces = |row: usize| page.segments.get(row).is_some_and(|segment| segment.tail as u8 == b':');
    let mut row = 1;
    while row < kept.len() {
        let end = (row..kept.len()).find(|&row| !(is_kept(kept, row) && is_link(row))).unwrap_or(kept.len());
        let is_between = [row - 1, end].into_iter().all(|row| is_kept(kept, row) && is_paragraph(row));
        if is_between && !announces(row - 1) {
            kept.get_mut(row..end).unwrap_or_default().fill(false);
        }
        row = end + 1;
    }
}

/// A list of terms and what they stand for is kept whole where most of it is: a term without its meaning says nothing, nor does a meaning without its term.
fn keep_entries(page: &Page<'_, '_>, kept: &mut [bool]) {
    for list in page.document.by_tag(Tag::Dl) {
        let rows = page.document.segment_range(page.document.subtree(list));
        let all: u32 = page.segments.get(rows.clone()).unwrap_or_default().iter().map(|segment| segment.weight).sum();
        if weight_kept(page, kept, rows.clone()) * 2 > all {
            kept.get_mut(rows).unwrap_or_default().fill(true);
        }
    }
}

/// What calls itself a dialog opens over the page when something is pressed, and is none of an article that is there without it.
fn drop_dialogs(page: &Page<'_, '_>, kept: &mut [bool]) {
    /// So much is an article.
    const ENOUGH: u32 = 1000;
    let tree = page.document.tree();
    let is_dialog = |position: u32| {
        let node = page.document.at(position);
        tree.tag(node) == Tag::Dialog || tree.attr(node, "role").is_some_and(|role| matches!(&*role, "dialog" | "alertdialog"))
    };
    let mut all = weight_kept(page, kept, 0..kept.len());
    for (position, _) in (0..).zip(page.document.hints()).filter(|(position, hint)| hint.any(Hint::FURNITURE) && is_dialog(*position)) {
        let rows = page.segment_range(position, page.document.end(position));
        let inside = weight_kept(page, kept, rows.clone());
        if all - inside > ENOUGH {
            kept.get_mut(rows).unwrap_or_default().fill(false);
            all -= inside;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Input, Pipeline,
        document::Document,
        stage::{BodyCandidate, BodyExtractor, Context},
    };

    /// Keeps the segments that hold no "maybe", which stands in those that are missed.
    struct Sure;

    impl BodyExtractor for Sure {
        fn name(&self) -> &'static str {
            "sure"
        }

        fn body(&self, document: &Document<'_>, _: &Context<'_>) -> Option<BodyCandidate> {
            let page = Page::new(document);
            let features = page.features(None, None, |_, _| ());
            let is_sure = |segment: &Segment| !document.words_between(segment.start..segment.end).contains("maybe");
            let mut kept: Vec<bool> = page.segments.iter().map(is_sure).collect();
            let likely = vec![0.4; kept.len()];
            Amender { features: &features, likely: &likely, article: 1.0 }.amend(&page, &mut kept);
            let rows = kept.iter().enumerate().filter(|(_, kept)| **kept);
            Some(rows.flat_map(|(row, _)| page.cover(row..row + 1)).fold(BodyCandidate::new(1.0), BodyCandidate::keep))
        }
    }

    fn text(page: &str) -> String {
        Pipeline::default().with_body_extractor(Sure).extract(Input::html(page.as_bytes())).unwrap().text
    }

    #[test]
    fn lines_made_as_the_body_is_are_kept() {
        let lines = |count: usize| "<p>It rained on the ferry and on the pier.</p>".repeat(count);
        let page = |before: usize, line: &str| format!("<div class=a>{}{line}{}</div>", lines(before), lines(1));
        assert!(text(&page(3, "<p>It may clear up, maybe.</p>")).contains("maybe"));
        assert!(!text(&page(3, "<p class=b>It may clear up, maybe.</p>")).contains("maybe"));
        assert!(!text(&page(0, "<p>It may clear up, maybe.</p>")).contains("maybe"));
        assert!(!text(&page(3, "<p><a href=/>It may clear up, maybe.</a></p>")).contains("maybe"));
    }

    #[test]
    fn lists_of_links_lead_elsewhere_unless_they_are_announced() {
        let page = |end: &str| {
            let paragraph = "<p>It rained on the ferry and on the pier all day long.";
            format!(
                "{paragraph} That is what they said{end}</p><ul><li><a href=/1>The pier is wet</a><li><a href=/2>So is the ferry</a></ul>{paragraph}"
            )
        };
        assert!(!text(&page(".")).contains("So is the ferry"));
        assert!(text(&page(":")).contains("So is the ferry"));
    }

    #[test]
    fn terms_are_kept_with_what_they_stand_for() {
        let page = |term: &str| format!("<p>It rained all day.</p><dl><dt>Rain<dd>20 mm on the pier<dt>{term}<dd>31 knots</dl>");
        assert!(text(&page("Wind, maybe")).contains("maybe"));
        assert!(!text(&page("The wind, of which nobody knew what it would do next, maybe")).contains("maybe"));
    }

    #[test]
    fn dialogs_beside_an_article_are_left_out() {
        let article = "<p>It rained on the ferry and on the pier all day long, and nobody knew why.</p>";
        let dialog = "<div role=dialog><p>Write to us, we shall answer before the year is out.</p></div>";
        assert!(!text(&format!("<main>{}</main>{dialog}", article.repeat(20))).contains("Write to us"));
        assert!(text(&format!("<main>{article}</main>{dialog}")).contains("Write to us"));
    }
}
