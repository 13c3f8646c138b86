//! Single words and what comes again: "today", "now", "recently", "the weekend", "weeks", "year-end", "daily", "every Monday".

use super::{
    frame::Tense,
    reader::{Found, Reader},
    value::{Amount, Point, Scale, Value, measure, week_of},
};
use crate::{
    annotate::lexicon::{Class, Unit},
    model::Precision,
};

impl Reader<'_> {
    /// "today", "now", "recently", "the future", "the weekend", "daily", "weeks", "year-earlier".
    pub(super) fn word(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        if let Some(days) = word.day {
            return Some(self.reckon(i + 1, self.frame.shifted(Unit::Day, i64::from(days)), Precision::Day));
        }
        if word.is(Class::Tonight) {
            return Some(self.reckon(i + 1, self.frame.shifted(Unit::Night, 0), Precision::Day));
        }
        // "up 20% annually" is a rate
        let rate = i > 0 && (self.is_mark(i - 1, '%') || self.is(i - 1, Class::Percent));
        if !word.set.is_empty() && !rate {
            return Some(Found::new(i + 1, Value::Set(word.set.to_owned())));
        }
        if the
            && (word.is(Class::ToCome)
                || word.is(Class::Near) && (self.is(i + 1, Class::ToCome) || self.entry(i + 1).unit == Some(Unit::Period)))
        {
            return Some(Found::new(if word.is(Class::Near) { i + 2 } else { i + 1 }, Value::Reference("FUTURE_REF")));
        }
        if !word.reference.is_empty() && !the {
            // "recent years"; "recent" alone, but not "future"
            if let Some(unit) = self.entry(i + 1).unit.filter(|_| word.is(Class::Adjective) && self.is(i + 1, Class::Plural)) {
                return Some(Found::new(i + 2, Value::Length(Amount::Vague, unit, None)));
            }
            return (!word.is(Class::ToCome)).then(|| Found::new(i + 1, Value::Reference(word.reference)));
        }
        if word.is(Class::Weekdays) {
            let part = Some(self.entry(i + 1).part).filter(|part| !part.is_empty());
            let value = format!("XXXX-WXX-{}{}", word.weekday, part.map_or(String::new(), |part| format!("T{part}")));
            return Some(Found::new(if part.is_some() { i + 2 } else { i + 1 }, Value::Set(value)));
        }
        // "in the morning"
        if the && !word.part.is_empty() && !word.is(Class::Plural) && !self.is(i + 1, Class::Of) && word.unit.is_none() {
            return self.part_of_today(i);
        }
        self.unit_alone(i, the)
    }

    fn unit_alone(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        let unit = word.unit.filter(|_| word.season.is_empty() && !word.is(Class::Doubtful))?;
        let next = i + 1;
        if self.is(self.skip_hyphen(next), Class::Old) {
            return None;
        }
        if word.is(Class::Plural) {
            // "three-quarters"
            let fraction = i > 0 && unit == Unit::Quarter && self.skip_hyphen(i - 1) == i;
            return (!the && !fraction).then(|| Found::new(next, Value::Length(Amount::Vague, unit, None)));
        }
        let hyphen = self.skip_hyphen(next);
        if unit == Unit::Year && hyphen > next && (self.is(hyphen, Class::Ago) || self.is(hyphen, Class::Earlier)) {
            // "the year-ago quarter", "year-earlier period", "year-earlier"
            let behind = hyphen + 1;
            let unit_behind = self.entry(behind).unit.filter(|unit| matches!(unit, Unit::Quarter | Unit::Period));
            let end = if unit_behind.is_some() { behind + 1 } else { behind };
            // "the year-ago results"
            if the && unit_behind.is_none() {
                return self.quarter_words(behind).map(|(_, next)| self.year_before_the_quarter(next));
            }
            return Some(self.year_before_the_quarter(end));
        }
        if unit == Unit::Year
            && let Some(next) = self.year_end(next)
        {
            let year = self.frame.today().map(|today| Point::new(Some(today.year), Scale::Day(12, 31)));
            return Some(self.reckon(next, year, Precision::Day));
        }
        if !the {
            return None;
        }
        match unit {
            Unit::Weekend => Some(self.reckon(next, self.the_weekend(i), Precision::Week)),
            Unit::Quarter => Some(self.spoken_quarter(next)),
            Unit::Week if self.is(next, Class::Of) => self.week_of_a_day(next + 1),
            Unit::Week | Unit::Month => Some(self.reckon(next, self.frame.shifted(unit, 0), Precision::Month)),
            // "the year ended March 31" is one of twelve months, and seldom a calendar's
            Unit::Year if i > 1 && self.is(i - 2, Class::OfTheYear) && !self.is(next, Class::Ending) => {
                Some(self.reckon(next, self.frame.shifted(unit, 0), Precision::Year))
            }
            Unit::Year => Some(Found::new(next, Value::Length(Amount::ONE, unit, None))),
            _ => None,
        }
    }

    /// "year-end", "year's end".
    fn year_end(&self, i: usize) -> Option<usize> {
        let at = if self.is_apostrophe(i) && self.written(i + 1) == "s" { i + 2 } else { self.skip_hyphen(i) };
        self.is(at, Class::End).then_some(at + 1)
    }

    /// Whether a word stands there that "past" would belong to.
    pub(super) fn spaced_noun(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| token.kind != crate::annotate::token::Kind::Mark && token.spaced)
    }

    /// "the weekend": the last one, or the next.
    fn the_weekend(&self, i: usize) -> Option<Point> {
        let saturday = match self.tense(i, i + 1) {
            Tense::Future => self.frame.weekday(6, Tense::Future)?,
            _ => self.frame.weekday(6, Tense::Past)?,
        };
        let Point { year, scale: Scale::Week(week), .. } = week_of(saturday) else { return None };
        Some(Point::new(year, Scale::Weekend(week)))
    }

    /// "the week of March 6".
    fn week_of_a_day(&self, i: usize) -> Option<Found> {
        let day = self.absolute(i, false)?;
        let week = week_of(day.as_point()?.known_day()?);
        Some(Found { relative: day.relative, ..Found::point(day.next, week) })
    }

    /// "every day", "each Monday", "every two years", "every Friday night".
    pub(super) fn again(&self, i: usize) -> Option<Found> {
        if !self.is(i, Class::Every) {
            return None;
        }
        let word = self.entry(i + 1);
        let set = |next, value: String| Some(Found::new(next, Value::Set(value)));
        if word.weekday > 0 {
            let part = Some(self.entry(i + 2).part).filter(|part| !part.is_empty());
            let next = if part.is_some() { i + 3 } else { i + 2 };
            return set(next, format!("XXXX-WXX-{}{}", word.weekday, part.map_or(String::new(), |part| format!("T{part}"))));
        }
        if word.month > 0 && self.is_name(i + 1) {
            return set(i + 2, format!("XXXX-{:02}", word.month));
        }
        if !word.part.is_empty() {
            return set(i + 2, format!("T{}", word.part));
        }
        if !word.season.is_empty() {
            return set(i + 2, format!("XXXX-{}", word.season));
        }
        let (amount, at) = self.amount(i + 1).unwrap_or((Amount::ONE, self.skip(i + 1, Class::More)));
        let unit = self.entry(at).unit.filter(|unit| !matches!(unit, Unit::Period | Unit::Half) && !self.is(at, Class::Doubtful))?;
        let (clock, length) = match unit {
            Unit::Quarter if amount == Amount::ONE => (false, "1Q".to_owned()),
            Unit::Weekend if amount == Amount::ONE => (false, "1WE".to_owned()),
            _ => measure(amount, unit),
        };
        set(at + 1, format!("P{}{length}", if clock { "T" } else { "" }))
    }
}
