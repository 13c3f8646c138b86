//! Runs of lines in, what each is out: the head of the story, its body with subheads and lists, and what is dropped at either end.

mod body;
mod head;
mod signature;

use std::ops::Range;

pub(super) use signature::{is_post_date, is_signature};

use super::furniture;
use super::join::Joiner;
use super::lines::{Ending, Line};
use super::outline::{Item, Role};
use crate::grammar::dateline;

/// A run of lines with its role.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The lines.
    lines: Range<usize>,
    /// Where the words begin, behind the mark of a list item.
    from: usize,
    /// What it is.
    role: Role,
    quoted: u8,
}

impl Part {
    /// The part with its words.
    pub(super) fn into_item(self, joiner: &Joiner<'_>) -> Item {
        Item { role: self.role, quoted: self.quoted, pieces: joiner.pieces(self.lines, self.from) }
    }
}

/// Words longer than this are no headline, no subhead, no byline; in bytes.
const SHORT: usize = 400;
/// Parts among which the head of a story is looked for.
const HEAD: usize = 8;

/// What is known of a run before its role.
struct Facts {
    words: Option<String>,
    sentence: bool,
}

struct Assigner<'t> {
    text: &'t str,
    lines: &'t [Line],
    parts: Vec<Part>,
    /// Paragraphs run over several lines and nothing but their ends sets them apart, so that a short line may be an accident.
    wrapped: bool,
}

/// The parts of a text, in order.
pub(super) fn assign(text: &str, lines: &[Line], runs: Vec<Range<usize>>) -> Vec<Part> {
    let parts = runs
        .into_iter()
        .filter_map(|run| {
            let first = lines.get(run.start)?;
            Some(Part { from: first.start, quoted: first.quoted, lines: run, role: Role::Paragraph })
        })
        .collect();
    let mut assigner = Assigner { text, lines, parts, wrapped: false };
    assigner.merge_split_heads();
    assigner.attach_lone_datelines();
    let tail = assigner.tail();
    let body = assigner.head(tail);
    assigner.wrapped = assigner.is_wrapped(body, tail);
    assigner.middle(body, tail);
    assigner.lists(body, tail);
    assigner.keep_something();
    assigner.parts
}

impl Assigner<'_> {
    fn first_line(&self, part: usize) -> Option<&Line> {
        self.lines.get(self.parts.get(part)?.lines.start)
    }

    fn last_line(&self, part: usize) -> Option<&Line> {
        self.lines.get(self.parts.get(part)?.lines.end.checked_sub(1)?)
    }

    /// The words of a short part, lines joined by spaces.
    fn words(&self, part: usize) -> Option<String> {
        let lines = self.lines.get(self.parts.get(part)?.lines.clone())?;
        let bytes = lines.last()?.end - lines.first()?.start;
        if bytes > SHORT + 40 * lines.len() || lines.len() > 8 {
            return None;
        }
        Some(lines.iter().map(|l| l.text(self.text)).collect::<Vec<_>>().join(" "))
    }

    fn facts(&self, part: usize) -> Facts {
        let sentence = self.last_line(part).is_some_and(|l| matches!(l.ending, Ending::Sentence));
        Facts { words: self.words(part), sentence }
    }

    fn quoted(&self, part: usize) -> bool {
        self.parts.get(part).is_none_or(|p| p.quoted > 0)
    }

    fn set(&mut self, part: usize, role: Role) {
        if let Some(part) = self.parts.get_mut(part) {
            part.role = role;
        }
    }

    /// Paragraphs of the body run over several lines that stand no closer than the paragraphs themselves.
    fn is_wrapped(&self, body: usize, tail: usize) -> bool {
        let usual = self.usual_gap(body, tail);
        let several = self.parts.iter().filter(|p| p.lines.len() > 1);
        several.filter(|p| self.lines.get(p.lines.start + 1).is_some_and(|l| l.blanks >= usual)).count() > 1
    }

    /// Blank lines between a part and the one before it.
    fn gap(&self, part: usize) -> u16 {
        self.first_line(part).map_or(0, |l| l.blanks)
    }

    /// A subhead in capitals that fell over two lines: `FRUITFUL`, `TRIPS`, and more room behind than between.
    fn merge_split_heads(&mut self) {
        let mut merged: Vec<Part> = Vec::with_capacity(self.parts.len());
        for i in 0..self.parts.len() {
            let Some(part) = self.parts.get(i).cloned() else { continue };
            let joins = i > 0
                && self.is_stub(i)
                && self.is_stub(i - 1)
                && self.gap(i + 1) > self.gap(i)
                && self.gap(i - 1) >= self.gap(i)
                && merged.last().is_some_and(|m| m.quoted == part.quoted && m.lines.len() < 3);
            match merged.last_mut() {
                Some(last) if joins => last.lines.end = part.lines.end,
                _ => merged.push(part),
            }
        }
        self.parts = merged;
    }

    /// One short line in capitals, or a few capitalised words, without a sentence's end.
    fn is_stub(&self, part: usize) -> bool {
        let (Some(p), Some(line)) = (self.parts.get(part), self.first_line(part)) else { return false };
        let words = line.text(self.text);
        let title = words.split_whitespace().all(|w| w.chars().next().is_some_and(|c| c.is_uppercase()));
        p.lines.len() == 1
            && line.width <= 40
            && (line.capitals || title)
            && matches!(line.ending, Ending::Word)
            && words.split_whitespace().count() <= 4
            && !words.chars().any(|c| c.is_ascii_digit())
            && furniture::whole(words).is_none()
    }

    /// A dateline on a line of its own opens the paragraph that follows.
    fn attach_lone_datelines(&mut self) {
        for i in 0..self.parts.len().min(HEAD) {
            let Some(words) = self.words(i) else { continue };
            let lone = dateline::recognise(&words).is_some_and(|d| d.body >= words.len() && d.range.end >= words.trim_end().len());
            let follows = self.parts.get(i + 1).is_some_and(|next| Some(next.quoted) == self.parts.get(i).map(|p| p.quoted));
            if lone && follows {
                let end = self.parts.get(i + 1).map(|p| p.lines.end);
                if let (Some(part), Some(end)) = (self.parts.get_mut(i), end) {
                    part.lines.end = end;
                }
                self.parts.remove(i + 1);
                return;
            }
        }
    }

    /// The part is a paragraph of prose.
    fn reads_as_prose(&self, part: usize) -> bool {
        let (Some(first), Some(last)) = (self.first_line(part), self.last_line(part)) else { return false };
        matches!(last.ending, Ending::Sentence | Ending::Abbreviation | Ending::Colon) && last.end - first.start >= 40 && !last.columns
    }
}
