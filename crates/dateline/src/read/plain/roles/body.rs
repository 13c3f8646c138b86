//! The runs of a text behind its head in, subheads, lists and furniture among and behind its paragraphs out.

use super::super::furniture::{self, Furniture};
use super::super::lines::{self, Ending, Opening};
use super::super::outline::Role;
use super::super::wrap::is_title;
use super::signature::is_post_date;
use super::{Assigner, Facts};
use crate::grammar::dateline;

impl Assigner<'_> {
    /// Furniture at the end; returns the part where it begins.
    pub(super) fn tail(&mut self) -> usize {
        let mut end = self.parts.len();
        // a heading that counts the comments: all that follows is the readers'
        let prose = (0..end).find(|i| self.reads_as_prose(*i)).unwrap_or(end);
        if let Some(opens) = (prose + 1..end).find(|i| self.words(*i).is_some_and(|w| furniture::opens_comments(&w))) {
            for part in opens..end {
                self.set(part, Role::Furniture(Furniture::Comments));
            }
            end = opens;
        }
        while end > prose + 1 {
            let Some(words) = self.words(end - 1) else { break };
            let reason = if is_post_date(&words) { None } else { Some(furniture::reason(&words, true)) };
            match reason {
                None => self.set(end - 1, Role::PostDate),
                Some(Some(reason)) => self.set(end - 1, Role::Furniture(reason)),
                Some(None) => break,
            }
            end -= 1;
        }
        end
    }

    /// Furniture in the midst of a text: on one line, for an opening says little about lines that were joined to it.
    pub(super) fn furniture(&self, part: usize, words: &str) -> Option<Furniture> {
        let one_line = self.parts.get(part).is_some_and(|p| p.lines.len() == 1);
        if one_line { furniture::reason(words, false) } else { furniture::whole(words) }
    }

    /// Where no body is left, all of the text was one.
    pub(super) fn keep_something(&mut self) {
        if !self.parts.iter().any(|p| matches!(p.role, Role::Paragraph | Role::ListItem { .. })) {
            for part in &mut self.parts {
                part.role = Role::Paragraph;
            }
        }
    }

    /// Subheads, and furniture among the paragraphs.
    pub(super) fn middle(&mut self, body: usize, tail: usize) {
        let usual = self.usual_gap(body, tail);
        for i in body..tail {
            let Facts { words: Some(words), sentence } = self.facts(i) else { continue };
            if self.quoted(i) {
                continue;
            }
            if let Some(reason) = self.furniture(i, &words).filter(|_| tail - body > 1) {
                self.set(i, Role::Furniture(reason));
            } else if !sentence && i + 1 < tail && self.is_subhead(i, body, &words, usual) {
                self.set(i, Role::Heading);
            }
        }
    }

    /// The most frequent number of blank lines between two parts of the body.
    pub(super) fn usual_gap(&self, body: usize, tail: usize) -> u16 {
        let mut counts = [0usize; 8];
        for i in body + 1..tail {
            if let Some(n) = counts.get_mut(usize::from(self.gap(i).min(7))) {
                *n += 1;
            }
        }
        let most = counts.iter().enumerate().max_by_key(|(gap, n)| (**n, 8 - *gap)).map_or(0, |(gap, _)| gap);
        u16::try_from(most).unwrap_or(0)
    }

    pub(super) fn is_subhead(&self, part: usize, body: usize, words: &str, usual: u16) -> bool {
        let (Some(first), Some(last), Some(next)) = (self.first_line(part), self.last_line(part), self.first_line(part + 1)) else {
            return false;
        };
        let count = words.split_whitespace().count();
        if words.len() > 100 || count > 12 || first.columns || words.starts_with('(') || dateline::recognise(words).is_some() {
            return false;
        }
        if !matches!(last.ending, Ending::Word | Ending::Colon) && !words.ends_with(['?', '!'])
            || matches!(first.opening, Opening::Small | Opening::Bullet | Opening::Quote)
        {
            return false;
        }
        let figures = words.split_whitespace().filter(|w| w.chars().any(|c| c.is_ascii_digit())).count();
        let prose_follows = self.reads_as_prose(part + 1);
        let prose_before = part == body || self.reads_as_prose(part - 1);
        let apart = self.gap(part) > usual || self.gap(part + 1) > usual && next.quoted == first.quoted;
        let styled = first.capitals || is_title(words) && figures == 0;
        if last.ending == Ending::Colon && (!apart || !styled && count > 5) {
            return false;
        }
        prose_follows
            && figures * 3 <= count
            && (styled && (prose_before || apart)
                || apart && prose_before
                || figures == 0 && prose_before && count <= 8 && part > body && !self.wrapped && !matches!(last.ending, Ending::Colon))
    }

    /// Two neighbours or more with the same kind of mark are a list; numbers must count up.
    pub(super) fn lists(&mut self, body: usize, tail: usize) {
        let mut i = body;
        while i < tail {
            let Some(ordered) = self.mark(i).map(|(_, ordered)| ordered) else {
                i += 1;
                continue;
            };
            let start = i;
            while i < tail
                && self.mark(i).is_some_and(|(_, o)| o == ordered)
                && self.parts.get(i).is_some_and(|p| p.role == Role::Paragraph)
            {
                i += 1;
            }
            if i - start >= 2 {
                for part in start..i {
                    if let (Some((from, _)), Some(part)) = (self.mark(part), self.parts.get_mut(part)) {
                        part.from += from;
                        part.role = Role::ListItem { ordered };
                    }
                }
            }
            i = i.max(start + 1);
        }
    }

    pub(super) fn mark(&self, part: usize) -> Option<(usize, bool)> {
        let line = self.first_line(part)?;
        (self.parts.get(part)?.role == Role::Paragraph).then(|| lines::mark(line.text(self.text)))?
    }
}
