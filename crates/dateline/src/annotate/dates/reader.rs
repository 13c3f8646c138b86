//! Tokens of a stretch in, the expression of time that begins at one of them out: the longest that any of the forms reads.

use super::{
    frame::{Frame, Tense},
    value::{Point, Time, Value},
};
use crate::annotate::{
    lexicon::{Class, Entry, Lexicon, Unit},
    token::{Kind, Token},
};

/// The tokens of one stretch, with what they are read by.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    pub(super) frame: &'a Frame,
}

/// An expression that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// One past its last token.
    pub(super) next: usize,
    /// What it means.
    pub(super) value: Value,
    /// The TIMEX3 modifier; empty where there is none.
    pub(super) modifier: &'static str,
    /// Whether it was resolved against the frame.
    pub(super) relative: bool,
    /// Whether it is only there to compare with: what is spoken of stays what it was.
    pub(super) compared: bool,
}

impl Found {
    pub(super) fn new(next: usize, value: Value) -> Self {
        Self { next, value, modifier: "", relative: false, compared: false }
    }

    pub(super) fn point(next: usize, point: Point) -> Self {
        Self::new(next, Value::Point(point))
    }

    /// Of a place on the calendar that was reckoned from the frame.
    pub(super) fn reckoned(next: usize, point: Point) -> Self {
        Self { relative: true, ..Self::point(next, point) }
    }

    pub(super) fn with_modifier(self, modifier: &'static str) -> Self {
        Self { modifier, ..self }
    }

    pub(super) fn as_point(&self) -> Option<Point> {
        match self.value {
            Value::Point(point) => Some(point),
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// The expression that begins at token `i`.
    pub(super) fn expression(&self, i: usize) -> Option<Found> {
        let token = self.tokens.get(i)?;
        let opens = match token.kind {
            Kind::Word => self.lexicon.entry(token.id).opens_time && self.may_follow(token, i + 1),
            Kind::Number => true,
            Kind::Mark => matches!(token.id, 0x27 | 0x2019) && !self.spaced(i + 1) && self.digits(i + 1).is_some(),
        };
        if !opens {
            return None;
        }
        let found = self.longest(i)?;
        Some(self.with_day_part(self.with_clock_behind(found)))
    }

    /// Whether a date by name or number can begin with the token.
    fn may_be_absolute(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        let word = self.entry(i);
        token.kind != Kind::Word
            || word.month > 0
            || word.weekday > 0
            || word.ordinal > 0
            || word.number.is_some()
            || word.decade > 0
            || word.unit == Some(Unit::Year)
            || !word.season.is_empty()
            || word.is(Class::Fiscal)
            || word.shift == Some(-1)
            || word.is(Class::Full)
            || word.is(Class::QuarterLetter)
            || word.opens_phrase
    }

    /// Whether anything can follow: behind "the" and "a" most words are none that is known here.
    fn may_follow(&self, token: &Token, next: usize) -> bool {
        let article = self.lexicon.entry(token.id);
        if !(article.is(Class::The) || article.is(Class::Article)) {
            return true;
        }
        self.tokens.get(next).is_some_and(|next| {
            next.kind != Kind::Word
                || self.lexicon.entry(next.id).opens_time
                || self.lexicon.entry(next.id).is(Class::Calendar)
                || self.lexicon.entry(next.id).is(Class::More)
        })
    }

    fn longest(&self, i: usize) -> Option<Found> {
        let at = self.entry(i);
        let the = at.is(Class::The);
        let core = if the { i + 1 } else { i };
        let forms = [
            self.clock(i),
            if self.may_be_absolute(core) { self.absolute(core, the) } else { None },
            self.edge(core),
            self.shifted(core, the),
            self.counted(core, the),
            if the { self.length_with_article(core) } else { self.bounded(i) },
            self.length(i),
            self.again(i),
            self.word(core, the),
        ];
        let mut best: Option<Found> = None;
        for form in forms.into_iter().flatten() {
            if best.as_ref().is_none_or(|best| form.next > best.next) {
                best = Some(form);
            }
        }
        best.filter(|best| best.next > core)
    }

    /// "Friday night", "tomorrow morning": a part of the day behind the day.
    fn with_day_part(&self, found: Found) -> Found {
        let Some(point) = found.as_point().filter(|point| point.time.is_none() && point.is_day()) else { return found };
        let part = self.entry(found.next);
        // "Friday night's" and "Friday night", not "Friday, night"
        if part.part.is_empty() || !self.spaced(found.next) {
            return found;
        }
        let weekday = self.entry(found.next - 1).weekday;
        if part.is(Class::Plural) && weekday > 0 {
            return Found::new(found.next + 1, Value::Set(format!("XXXX-WXX-{weekday}T{}", part.part)));
        }
        Found { next: found.next + 1, value: Value::Point(point.at(Time::Part(part.part))), ..found }
    }

    /// "Monday at 9 a.m.", "May 4, 10:15 a.m.": the time of day behind the day.
    fn with_clock_behind(&self, found: Found) -> Found {
        let Some(point) = found.as_point().filter(|point| point.time.is_none() && point.is_day()) else { return found };
        let mut next = found.next;
        if self.is_mark(next, ',') {
            next += 1;
        }
        if self.entry(next).is(Class::At) {
            next += 1;
        }
        let Some((time, next)) = self.time_of_day(next, false) else { return found };
        Found { next, value: Value::Point(point.at(time)), ..found }
    }

    #[inline]
    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    #[inline]
    pub(super) fn entry(&self, i: usize) -> &Entry {
        let id = self.tokens.get(i).filter(|token| token.kind == Kind::Word).map_or(0, |token| token.id);
        self.lexicon.entry(id)
    }

    #[inline]
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.entry(i).is(class)
    }

    #[inline]
    pub(super) fn is_mark(&self, i: usize, mark: char) -> bool {
        self.tokens.get(i).is_some_and(|token| token.kind == Kind::Mark && u32::from(token.id) == u32::from(mark))
    }

    pub(super) fn is_apostrophe(&self, i: usize) -> bool {
        self.is_mark(i, '\'') || self.is_mark(i, '\u{2019}')
    }

    /// Whether white space stands before the token, or a hyphen joins it.
    #[inline]
    pub(super) fn spaced(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.spaced)
    }

    /// One past `i` where a hyphen without white space around it stands there.
    pub(super) fn skip_hyphen(&self, i: usize) -> usize {
        let hyphen = ['-', '\u{2010}', '\u{2011}', '\u{2013}'].into_iter().any(|mark| self.is_mark(i, mark));
        if hyphen && !self.spaced(i) && !self.spaced(i + 1) { i + 1 } else { i }
    }

    #[inline]
    pub(super) fn skip(&self, i: usize, class: Class) -> usize {
        if self.is(i, class) { i + 1 } else { i }
    }

    pub(super) fn skip_mark(&self, i: usize, mark: char) -> usize {
        if self.is_mark(i, mark) { i + 1 } else { i }
    }

    /// A number in digits without a comma or a point in it, and how many digits it has.
    #[inline]
    pub(super) fn digits(&self, i: usize) -> Option<(u32, u32)> {
        let token = self.tokens.get(i).filter(|token| token.kind == Kind::Number)?;
        let length = token.end - token.start;
        let value = self.slice(token).parse().ok()?;
        (length <= 8).then_some((value, length))
    }

    pub(super) fn slice(&self, token: &Token) -> &str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    #[inline]
    pub(super) fn written(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| self.slice(token))
    }

    pub(super) fn is_capitalised(&self, i: usize) -> bool {
        self.written(i).starts_with(char::is_uppercase)
    }

    /// Whether a month or a day of the week is one as it is written: with a capital, or in full where it is no other word.
    pub(super) fn is_name(&self, i: usize) -> bool {
        let word = self.entry(i);
        self.is_capitalised(i) || !(word.is(Class::Doubtful) || word.is(Class::Short))
    }

    /// How many tokens are looked at on either side for what tells the tense.
    const AROUND: usize = 12;

    /// Whether what stands at the tokens `from..to` lies ahead, by the words around it in its clause.
    pub(super) fn tense(&self, from: usize, to: usize) -> Tense {
        match self.tense_before(from) {
            // "Until Thursday, they had not called"
            Tense::Future if from > 0 && self.is(from - 1, Class::Until) && self.tense_behind(to) == Tense::Past => Tense::Past,
            Tense::Open => match self.tense_behind(to) {
                Tense::Open if from > 0 && self.is(from - 1, Class::Deadline) || self.asks_before(from) => Tense::Future,
                told => told,
            },
            told => told,
        }
    }

    /// "Book a table for Friday", "Please call Ann on Monday": what is asked for lies ahead.
    fn asks_before(&self, from: usize) -> bool {
        (from.saturating_sub(Self::AROUND)..from).rev().take_while(|i| !self.ends_clause(*i)).any(|i| {
            // "let's"
            let us = i > 2 && self.written(i - 1) == "s" && self.is_apostrophe(i - 2) && self.is(i - 3, Class::Asks);
            let first = i == 0 || us || self.ends_clause(i - 1) || self.is(i - 1, Class::Asks);
            first && self.is(i, Class::Request)
        })
    }

    fn tense_before(&self, from: usize) -> Tense {
        // "as early as Tuesday"
        if from > 0 && self.is(from - 1, Class::As) {
            return Tense::Future;
        }
        let mut infinitive = false;
        for i in (from.saturating_sub(Self::AROUND)..from).rev() {
            if self.ends_clause(i) {
                break;
            }
            let word = self.entry(i);
            // "has been set for Friday", "a summit set for Rome"
            let set =
                word.is(Class::Intends) && i > 0 && self.is(i - 1, Class::Be) || word.is(Class::Determined) && self.is(i + 1, Class::For);
            // "agreed to pay", "promised an answer by September", but "had agreed by September"
            let ahead = infinitive || self.is(from - 1, Class::Deadline) && !(i > 0 && self.is(i - 1, Class::Had));
            if word.is(Class::FutureCue) || set || (ahead && word.is(Class::Intends)) {
                // "had been due to expire Friday" is told on the Monday after
                let over = i > 1 && self.is(i - 1, Class::Been) && self.is(i - 2, Class::Had);
                return if over { Tense::Past } else { Tense::Future };
            }
            let after_be = i > 0 && self.is(i - 1, Class::Be);
            if word.is(Class::Present) {
                // "is to resume", "are supposed to conclude"
                return if infinitive { Tense::Future } else { Tense::Open };
            }
            if !after_be && (word.is(Class::PastCue) || self.is_past_form(i) && !infinitive) {
                return if infinitive { Tense::Open } else { Tense::Past };
            }
            infinitive |= word.is(Class::Infinitive);
        }
        Tense::Open
    }

    /// "On Friday will", "Friday's meeting will".
    fn tense_behind(&self, to: usize) -> Tense {
        // "In January, the firm bought"
        let to = self.skip_mark(to, ',');
        for i in to..(to + 8).min(self.tokens.len()) {
            if self.ends_clause(i) {
                break;
            }
            if self.is(i, Class::FutureCue) {
                return Tense::Future;
            }
            if self.is(i, Class::PastCue) || self.is_past_form(i) {
                return Tense::Past;
            }
        }
        Tense::Open
    }

    fn ends_clause(&self, i: usize) -> bool {
        if self.is_mark(i, '.') {
            // the full stop of "a.m." and "Sen." ends nothing
            return self.spaced(i + 1) && self.is_capitalised(i + 1) && i > 0 && self.written(i - 1).len() > 3;
        }
        [',', ';', ':', '!', '?', '"', '\u{201c}', '\u{201d}', '\u{2014}', '(', ')'].into_iter().any(|mark| self.is_mark(i, mark))
    }

    fn is_past_form(&self, i: usize) -> bool {
        let word = self.written(i);
        // "succeed" and "need" are no past forms, "agreed" is
        let past = word.ends_with("ed") && (!word.ends_with("eed") || matches!(word, "agreed" | "freed" | "guaranteed" | "decreed"));
        word.len() > 3 && past && word.starts_with(char::is_lowercase) && !word.starts_with("un")
    }
}
