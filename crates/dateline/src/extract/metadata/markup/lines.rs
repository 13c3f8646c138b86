//! The short lines around the headline in, the bylines and dates that no name gives away out.

use super::{MOST, Reading, byline, names, names::Names};
use crate::{
    document::{NodeId, Segment},
    extract::metadata::name,
    grammar::{
        byline::without_prefix,
        calendar::{self, Order},
    },
    model::{Author, DateStamp},
    stage::{Candidate, Field, Value},
    text::ByFirstByte,
};

/// How many segments before and behind the headline are read.
const BEFORE: usize = 4;
const BEHIND: usize = 10;

/// A report's opening: "29.11.2022 - …", "Press release of 25 January 2022 | Berlin - …"; in characters.
const OPENING: usize = 60;

impl Reading<'_, '_> {
    /// The lines around the headline and its copies.
    pub(super) fn lines_near(&mut self) {
        for position in self.place.positions.clone() {
            let end = self.document.end(position);
            let segments = self.document.segments();
            let first = segments.partition_point(|segment| segment.start < position);
            let behind = segments.partition_point(|segment| segment.start < end);
            let before = segments.get(first.saturating_sub(BEFORE)..first).unwrap_or_default();
            let after = segments.get(behind..segments.len().min(behind + BEHIND)).unwrap_or_default();
            let lines: Vec<(Segment, f64)> = before.iter().map(|one| (*one, 0.42)).chain(after.iter().map(|one| (*one, 0.5))).collect();
            self.lines(&lines);
        }
    }

    fn lines(&mut self, lines: &[(Segment, f64)]) {
        let mut is_labelled = false;
        let mut paragraphs = 0;
        for (segment, confidence) in lines {
            let node = self.document.at(segment.start);
            if segment.weight as usize > byline::LONGEST {
                paragraphs += 1;
                if paragraphs <= 2 && *confidence >= 0.5 {
                    self.opening(segment, node);
                }
                is_labelled = false;
                continue;
            }
            let words = byline::lines(self.document, segment.start..segment.end).join(" ");
            if words.is_empty() || words.chars().count() > byline::LONGEST {
                is_labelled = false;
                continue;
            }
            self.line(&words, segment, *confidence, is_labelled);
            is_labelled = name::is_label(&words);
        }
    }

    /// The date with which a paragraph opens.
    fn opening(&mut self, segment: &Segment, node: NodeId) {
        let words = self.document.words_between(segment.start..segment.end);
        let end = words.char_indices().nth(OPENING).map_or(words.len(), |(at, _)| at);
        let opening = words.get(..end).unwrap_or_default();
        for (date, share) in self.dates.printed(opening) {
            self.add(Field::Published, Value::Date(date), 0.4 * share, node);
        }
    }

    /// One short line near the headline; `is_labelled` where the line before it was "Written by" alone.
    fn line(&mut self, words: &str, segment: &Segment, confidence: f64, is_labelled: bool) {
        let node = self.document.at(segment.start);
        self.dates_of(words, segment, confidence);
        let (people, share) = if is_labelled { (name::signed(names::byline_of(words)), 0.12) } else { byline::of_line(words) };
        self.signers(people, confidence + share, node);
    }

    /// The dates of a short line: that of publication, of the last change, or both.
    fn dates_of(&mut self, words: &str, segment: &Segment, confidence: f64) {
        if !self.dates.may_read(words) {
            return;
        }
        let node = self.document.at(segment.start);
        let tree = self.document.tree();
        let block = Names::of(tree, self.document.at(segment.block));
        if block.today {
            return;
        }
        let (first, second) = in_halves(words);
        let is_change = names::says_changed(first) || (block.changed && !block.published);
        let confidence = if is_sentence(words) { confidence * OF_SENTENCE } else { confidence };
        let field = if is_change { Field::Modified } else { Field::Published };
        for (field, half) in [(field, first), (Field::Modified, second)] {
            for (date, share) in self.dates.printed(half) {
                self.add(field, Value::Date(date), confidence * share, node);
            }
        }
    }

    /// Where no date was found near the headline: the first line of the article that says "Posted on" or the like, or else the first that is a date and hardly more,
    /// not far from the headline, right behind a byline, or with "Last updated" before it.
    pub(super) fn dates_far(&mut self) {
        let is_dated = |one: &Candidate| matches!(one.field, Field::Published | Field::Modified) && one.confidence >= KNOWN;
        if self.out.iter().any(is_dated) {
            return;
        }
        let headline = self.place.positions.first().copied().unwrap_or_default();
        let segments = self.document.segments();
        let first = segments.partition_point(|segment| segment.start < headline);
        let mut found: Option<(Field, DateStamp, NodeId, f64)> = None;
        let may_be = |segment: &&Segment| segment.digits >= 3 && segment.weight as usize <= LONGEST_DATED;
        for segment in segments.get(first..).unwrap_or_default().iter().filter(may_be).take(MOST_DATED) {
            if self.is_in_foreign(segment.start) {
                continue;
            }
            let words = byline::lines(self.document, segment.start..segment.end).join(" ");
            let Some((date, 1.0)) = self.dates.printed(&words).into_iter().next() else { continue };
            let node = self.document.at(segment.start);
            if date.value.len() < DAY {
                continue;
            }
            if names::says_published(&words) {
                found = Some((Field::Published, date, node, FAR));
                break;
            }
            let is_alone = words.len() <= date.raw.len() + MOST_BESIDE;
            if names::says_changed(&words) && is_alone {
                found = found.or(Some((Field::Modified, date, node, FAR)));
            } else if is_alone && (self.nearness(segment.start) >= AFTER_TWO || self.behind_bylines.contains(&segment.start)) {
                found = found.or(Some((Field::Published, date, node, BARE)));
            }
        }
        if let Some((field, date, node, confidence)) = found {
            self.add(field, Value::Date(date), confidence, node);
        }
    }

    /// Those who sign a line. A single word is as often a label as a name.
    fn signers(&mut self, people: Vec<Author>, confidence: f64, node: NodeId) {
        for author in people {
            let share = if author.name.contains(' ') || !author.name.is_ascii() { 1.0 } else { 0.7 };
            self.add(Field::Author, Value::Author(author), confidence * share, node);
        }
    }

    /// Lines anywhere in the article that can be nothing else than bylines: "Written by Jane Doe" in a box below the text.
    pub(super) fn bylines_far(&mut self) {
        let Some(&headline) = self.place.positions.first() else { return };
        let segments = self.document.segments();
        let first = segments.partition_point(|segment| segment.start <= headline);
        let mut is_labelled = false;
        let mut read = 0;
        let mut behind = segments.get(first..).unwrap_or_default().iter();
        while let Some(segment) = behind.next() {
            let is_short = segment.weight as usize <= byline::LONGEST && segment.words > 0;
            let may_be = is_short && (is_labelled || self.may_open_byline(segment));
            if !may_be || self.is_in_foreign(segment.start) {
                is_labelled &= segment.words == 0;
                continue;
            }
            read += 1;
            if read > MOST_FAR || self.seen.authors > MOST {
                break;
            }
            let words = byline::lines(self.document, segment.start..segment.end).join(" ");
            let is_plain = is_labelled || name::opens_byline(&words) == Some(true);
            is_labelled = !is_labelled && name::is_label(&words);
            if is_plain && !is_labelled {
                let node = self.document.at(segment.start);
                let people = name::signed(names::byline_of(&words));
                if !people.is_empty() {
                    self.seen.authors += 1;
                    self.behind_bylines.extend(behind.as_slice().first().map(|next| next.start));
                }
                self.signers(people, FAR, node);
            }
        }
    }

    fn is_in_foreign(&self, position: u32) -> bool {
        let behind = self.foreign.partition_point(|range| range.start <= position);
        behind.checked_sub(1).and_then(|last| self.foreign.get(last)).is_some_and(|range| range.contains(&position))
    }

    /// Whether a segment's first letters are those of an opening; asked of thousands, so that only few are put together and read.
    fn may_open_byline(&self, segment: &Segment) -> bool {
        static STEMS: ByFirstByte = ByFirstByte::of(&[
            "auth",
            "aut",
            "arti",
            "about",
            "a cura",
            "by",
            "contrib",
            "di ",
            "escri",
            "erst",
            "ein ",
            "gesch",
            "oleh",
            "post",
            "par",
            "por",
            "publi",
            "penul",
            "rédi",
            "redak",
            "repor",
            "revie",
            "stor",
            "skriv",
            "scritto",
            "text",
            "tekst",
            "von",
            "verf",
            "writ",
            "word",
            "yazan",
            "écri",
            "über",
            "автор",
            "текст",
            "作",
            "编",
            "編",
            "责",
            "責",
            "记",
            "記",
        ]);
        let tree = self.document.tree();
        let nodes = (segment.start..segment.end).map(|position| self.document.at(position));
        let first = nodes.flat_map(|node| tree.pieces(node)).find(|piece| !piece.text.trim_start().is_empty());
        first.is_some_and(|piece| {
            let opening = piece.text.trim_start_matches(|c: char| !c.is_alphabetic());
            STEMS.beginning_like(opening).iter().any(|stem| without_prefix(opening, stem).is_some())
        })
    }
}

/// How far a byline or a post date away from the headline is trusted.
const FAR: f64 = 0.42;

/// How far a date is that stands alone on its line, away from the headline.
const BARE: f64 = 0.36;

/// With dates of this confidence none is looked for far from the headline.
const KNOWN: f64 = 0.33;

/// Lines with a post date have no greater weight.
const LONGEST_DATED: usize = 80;

/// A day has so many bytes, what is less exact fewer.
const DAY: usize = 10;

/// How near a place is that has no more than two paragraphs between itself and the headline, or that no headline tells of.
const AFTER_TWO: f64 = 0.75;

/// What stands beside a date that has its line for itself, in bytes.
const MOST_BESIDE: usize = 24;

/// More lines with numbers are those of a table.
const MOST_DATED: usize = 40;

/// What a date within a sentence is worth of one on a line of its own.
const OF_SENTENCE: f64 = 0.75;

/// Whether a line reads like prose: many words, and an end.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?']) && line.split_whitespace().count() >= 10
}

/// More such lines are those of a list.
const MOST_FAR: u32 = 40;

/// A line up to its word of change and from it on, where a date stands before it: "5 April 2025 - Updated: 6 April 2025".
fn in_halves(line: &str) -> (&str, &str) {
    let Some(at) = names::change(line).filter(|&at| at > 0) else { return (line, "") };
    let (before, behind) = line.split_at_checked(at).unwrap_or((line, ""));
    let is_dated = |half: &str| calendar::find(half, Order::DayFirst).is_some_and(|moment| moment.year.is_some());
    if is_dated(before) && is_dated(behind) { (before, behind) } else { (line, "") }
}
