//! The first runs of a text in, its head out: kicker, headline, deck, byline, post date, in the orders in which they are pasted.

use super::super::lines::{self, Ending, Opening};
use super::super::outline::Role;
use super::super::wrap::is_title;
use super::signature::{is_post_date, stands_alone};
use super::{Assigner, Facts, HEAD, SHORT};
use crate::grammar::{byline, dateline};

/// Columns of a headline at most; two full lines of a page.
const HEADLINE: usize = 220;
/// Columns of a headline at most that is written like a sentence and stands right above the text.
const PLAIN_HEADLINE: usize = 120;

impl Assigner<'_> {
    /// The head of the story; returns the part where its body begins.
    pub(super) fn head(&mut self, tail: usize) -> usize {
        let limit = tail.min(HEAD);
        let mut headline = None;
        let mut signed = false;
        let mut at = 0;
        while at < limit {
            let Facts { words: Some(words), sentence } = self.facts(at) else { break };
            if self.quoted(at) || dateline::recognise(&words).is_some() {
                break;
            }
            if is_post_date(&words) {
                self.set(at, Role::PostDate);
            } else if !signed && byline::parse(&words).is_some() {
                self.set(at, Role::Byline);
                signed = true;
            } else if let Some(reason) = self.furniture(at, &words).filter(|_| tail > 1) {
                self.set(at, Role::Furniture(reason));
            } else if headline.is_none() && self.is_headline(at, tail, &words, sentence) {
                headline = Some(at);
                self.set(at, Role::Headline);
            } else if !signed && headline.is_some_and(|of| self.is_deck(at, of, tail, sentence)) {
                self.set(at, Role::Deck);
            } else if signed && headline.is_some() && byline::is_description(&words) {
                self.set(at, Role::Byline);
            } else {
                break;
            }
            at += 1;
        }
        self.settle_kicker(headline, at);
        at
    }

    /// The part is one of at most two short ones between the headline and what opens the body.
    fn is_deck(&self, part: usize, headline: usize, tail: usize, sentence: bool) -> bool {
        if part > headline + 2 {
            return false;
        }
        let opens = |i: usize| if sentence { self.signs(i, tail) } else { self.opens_body(i, tail) };
        opens(part + 1)
            || part == headline + 1 && opens(part + 2) && self.words(part + 1).is_some_and(|w| usize::from(lines::width(&w)) <= HEADLINE)
    }

    /// The part opens the body or stands directly above it: a dateline, a byline, a date.
    fn opens_body(&self, part: usize, tail: usize) -> bool {
        part < tail && self.words_opening(part).is_some_and(|w| dateline::recognise(&w).is_some() || stands_alone(&w))
    }

    /// The part is a byline or a date.
    fn signs(&self, part: usize, tail: usize) -> bool {
        part < tail && self.words(part).is_some_and(|w| stands_alone(&w))
    }

    /// The first words of a part, however long it is.
    fn words_opening(&self, part: usize) -> Option<String> {
        let lines = self.lines.get(self.parts.get(part)?.lines.clone())?;
        let mut out = String::new();
        for line in lines.iter().take(4) {
            let words = line.text(self.text);
            let end = (0..=words.len().min(300)).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(0);
            out.push_str(words.get(..end).unwrap_or(""));
            out.push(' ');
            if line.end - line.start > SHORT {
                break;
            }
        }
        Some(out)
    }

    /// The part is a headline: short, no sentence, and something that reads as a story follows.
    fn is_headline(&self, part: usize, tail: usize, words: &str, sentence: bool) -> bool {
        let Some(line) = self.first_line(part) else { return false };
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        if usize::from(lines::width(words)) > HEADLINE
            || letters < 3
            || words.starts_with('(') && words.ends_with(')')
            || part + 1 >= tail
            || matches!(line.opening, Opening::Bullet | Opening::Small) && !words.starts_with(|c: char| c.is_lowercase())
        {
            return false;
        }
        let styled = line.capitals || is_title(words);
        let opens = self.opens_body(part + 1, tail) || self.opens_body(part + 2, tail) && self.words(part + 1).is_some();
        // a sentence that lost its full stop is long and in small letters
        if !styled && !opens && (usize::from(lines::width(words)) > PLAIN_HEADLINE || words.split_whitespace().count() > 18) {
            return false;
        }
        let last = words.trim_end_matches(['"', '”', '’', '\'', '»', ')']).chars().next_back();
        let asks = matches!(last, Some('?' | '!' | '？' | '！'));
        if sentence && !asks {
            // a headline that was given a full stop: only where the body opens behind it, or in headline style
            return (opens || styled) && words.split_whitespace().count() <= 20 && !words.contains(". ");
        }
        if asks && !opens && !styled && self.gap(part + 1) == 0 {
            return false;
        }
        let goes_on = matches!(self.last_line(part).map(|l| l.ending), Some(Ending::Open | Ending::Colon)) && !styled;
        if goes_on && !opens {
            return false;
        }
        opens || self.reads_as_story(part + 1, tail)
    }

    /// One of the next parts is prose.
    fn reads_as_story(&self, part: usize, tail: usize) -> bool {
        (part..tail.min(part + 6)).any(|i| {
            let Some(p) = self.parts.get(i) else { return false };
            let (Some(first), Some(last)) = (self.lines.get(p.lines.start), self.last_line(i)) else { return false };
            matches!(last.ending, Ending::Sentence | Ending::Abbreviation | Ending::Colon) && last.end - first.start >= 60
        })
    }

    /// A label in capitals above what is a headline in small letters: the label was the kicker.
    fn settle_kicker(&mut self, headline: Option<usize>, body: usize) {
        let Some(of) = headline.filter(|of| of + 1 < body) else { return };
        let (Some(label), Some(words)) = (self.words(of), self.words(of + 1)) else { return };
        let capitals = |part: usize| self.first_line(part).is_some_and(|l| l.capitals);
        let short = label.split_whitespace().count() <= 3 && label.len() <= 30 && capitals(of) && !capitals(of + 1);
        let deck = self.parts.get(of + 1).is_some_and(|p| p.role == Role::Deck);
        if deck && short && words.split_whitespace().count() >= 3 {
            self.set(of, Role::Kicker);
            self.set(of + 1, Role::Headline);
        }
    }
}
