//! Dates by where they lie from now: "last year", "this coming Tuesday", "the end of the month", "earlier this week", "yesterday", "recently", "every Monday".

use super::{
    frame::{self, Tense},
    reader::{Found, Reader},
    value::{Amount, Point, Scale, Time, Value},
};
use crate::{
    annotate::lexicon::{Class, Unit},
    model::Precision,
};

impl Reader<'_> {
    /// "last week", "this summer", "next Friday", "this year's third quarter", "the same day".
    pub(super) fn shifted(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        if word.is(Class::Same) {
            return self.of_the_named(self.skip(i + 1, Class::Same), 0);
        }
        if word.is(Class::Latest) || word.is(Class::Comparable) {
            let i = self.skip(i + 1, Class::Fiscal) - 1;
            let unit = self.entry(i + 1).unit?;
            return match unit {
                Unit::Quarter | Unit::Period => Some(self.spoken_quarter(i + 2)),
                Unit::Year | Unit::Month | Unit::Week => Some(Found::reckoned(i + 2, self.frame.shifted(unit, -1)?)),
                _ => None,
            };
        }
        let shift = i64::from(word.shift?);
        // "this coming Tuesday", "this past spring"
        let (shift, at) = match self.entry(i + 1).shift {
            Some(more) if shift == 0 => (i64::from(more), i + 2),
            _ => (shift, i + 1),
        };
        let written = self.written(i).to_ascii_lowercase();
        if matches!(written.as_str(), "following" | "previous" | "preceding")
            && the
            && (self.frame.named.is_some() || self.frame.named_month.is_some())
        {
            let weekday = self.entry(at).weekday;
            if let Some(named) = self.frame.named.filter(|_| weekday > 0) {
                return Some(Found::reckoned(at + 1, Point::day(shifted_weekday(named, weekday, shift, true))));
            }
            return self.of_the_named(at, shift);
        }
        if the && word.is(Class::Gone) && !self.spaced_noun(i + 1) {
            return Some(Found::new(i + 1, Value::Reference("PAST_REF")));
        }
        let found = self.shifted_unit(at, shift, &written).or_else(|| self.shifted_name(at, shift))?;
        Some(self.within_the_year(found))
    }

    fn shifted_unit(&self, at: usize, shift: i64, how: &str) -> Option<Found> {
        let at = self.skip(self.skip(at, Class::Calendar), Class::Fiscal);
        if self.is(at, Class::Fiscal) || self.is(at, Class::Full) {
            return None;
        }
        if self.is(at, Class::Tonight) {
            return Some(self.reckon(at + 1, self.frame.shifted(Unit::Night, shift), Precision::Day));
        }
        let unit = self.entry(at).unit.filter(|_| !self.is(at, Class::Doubtful))?;
        if self.is(at, Class::Plural) {
            // "past years", "coming weeks"
            return (how != "this" && unit != Unit::Season).then(|| Found::new(at + 1, Value::Length(Amount::Vague, unit, None)));
        }
        let precision = if unit < Unit::Week { Precision::Day } else { Precision::Year };
        match unit {
            Unit::Season => return None,
            Unit::Period | Unit::Half => return None,
            Unit::Second | Unit::Minute | Unit::Hour => return Some(Found::new(at + 1, Value::Length(Amount::ONE, unit, None))),
            _ => {}
        }
        if how == "past" && unit != Unit::Year || shift != 0 && unit >= Unit::Decade && how != "next" {
            return Some(Found::new(at + 1, Value::Length(Amount::ONE, unit, None)));
        }
        if unit == Unit::Quarter && how == "current" {
            return Some(self.reckon(at + 1, self.frame.shifted(unit, 0), Precision::Quarter));
        }
        Some(self.reckon(at + 1, self.frame.shifted(unit, shift), precision))
    }

    /// Weekdays, months, seasons, parts of the day and holidays behind "last", "this" or "next".
    fn shifted_name(&self, at: usize, shift: i64) -> Option<Found> {
        let word = self.entry(at);
        let next = at + 1;
        if word.weekday > 0 && !word.is(Class::Weekdays) && self.is_name(at) {
            let near = self.is(at.wrapping_sub(1), Class::Nearest);
            let date = self.absolute(at, false).filter(|date| date.next > next);
            if date.is_some() {
                return date;
            }
            return Some(self.reckon(
                next,
                self.frame.today().map(|today| Point::day(shifted_weekday(today, word.weekday, shift, near))),
                Precision::Day,
            ));
        }
        if word.month > 0 && self.is_name(at) && !word.is(Class::Short) {
            let today = self.frame.today()?;
            let year = match shift {
                0 => today.year,
                1 => today.year + i32::from(word.month <= today.month),
                _ => today.year - i32::from(word.month >= today.month),
            };
            let with_day = self.absolute(at, false).and_then(|found| Some((found.next, found.as_point()?.scale)));
            let (next, scale) = with_day.filter(|(end, _)| *end > next).unwrap_or((next, Scale::Month(word.month)));
            return Some(Found::reckoned(next, Point::new(Some(year), scale)));
        }
        if !word.season.is_empty() && !word.is(Class::Plural) {
            let today = self.frame.today()?;
            let nearest = self.frame.year_of_season(word.season, if shift > 0 { Tense::Future } else { Tense::Past })?;
            // in summer, "last summer" was a year ago
            let within = shift < 0 && nearest == today.year && frame::is_within(word.season, today.month);
            let year = if shift == 0 { today.year } else { nearest - i32::from(within) };
            return Some(Found::reckoned(next, Point::new(Some(year), Scale::Season(word.season))));
        }
        if !word.part.is_empty() {
            let day = self.frame.shifted(Unit::Day, shift)?;
            return Some(Found::reckoned(next, day.at(Time::Part(word.part))));
        }
        None
    }

    /// "last year's third quarter", "April last year" stands elsewhere.
    fn within_the_year(&self, found: Found) -> Found {
        let Some(Point { year: Some(year), scale: Scale::Year, .. }) = found.as_point() else { return found };
        let s = found.next + 1;
        if !(self.is_apostrophe(found.next) && self.written(s) == "s") {
            return found;
        }
        let at = s + 1;
        if let Some(quarter) = self.quarter(at, false)
            && let Some(point) = quarter.as_point()
        {
            return Found::reckoned(quarter.next, Point { year: Some(year), ..point });
        }
        match self.entry(at).unit {
            Some(Unit::Quarter) => match self.frame.spoken_quarter() {
                Some((_, quarter)) => Found::reckoned(at + 1, Point::new(Some(year), Scale::Quarter(quarter))),
                None => found,
            },
            _ => found,
        }
    }

    /// "that day", "the same year", "the following month": from the day that the text named last.
    fn of_the_named(&self, at: usize, shift: i64) -> Option<Found> {
        let unit = self.entry(at).unit.filter(|unit| *unit >= Unit::Night && *unit != Unit::Period && !self.is(at, Class::Plural))?;
        if matches!(unit, Unit::Season | Unit::Half) || self.is(at, Class::Doubtful) {
            return None;
        }
        let from = self.frame.named.or(self.frame.today());
        let point = if unit == Unit::Quarter {
            self.frame.spoken_quarter().map(|(year, quarter)| Point::new(Some(year), Scale::Quarter(quarter)))
        } else if let (Unit::Year | Unit::Month, Some((year, month))) = (unit, self.frame.named_month) {
            let from = crate::grammar::calendar::Day { year, month: month.unwrap_or(1), day: 1 };
            frame::shifted(from, None, unit, shift).filter(|_| unit == Unit::Year || month.is_some())
        } else {
            from.and_then(|from| frame::shifted(from, None, unit, shift))
        };
        Some(self.reckon(at + 1, point, Precision::Day))
    }

    pub(super) fn reckon(&self, next: usize, point: Option<Point>, precision: Precision) -> Found {
        point.map_or_else(|| Found::new(next, Value::Open(precision)), |point| Found::reckoned(next, point))
    }

    /// "early next year", "late January", "mid-1990s", "the end of 1990", "earlier this week".
    pub(super) fn edge(&self, i: usize) -> Option<Found> {
        let word = self.entry(i);
        let relative = word.is(Class::RelativeMod);
        if word.modifier.is_empty() && !relative {
            return None;
        }
        let hyphen = self.skip_hyphen(i + 1);
        let of = if word.is(Class::Edge) { self.is(hyphen, Class::Of).then_some(hyphen + 1)? } else { hyphen };
        let the = self.skip(of, Class::The);
        let at = self.entry(the);
        let shift = at.shift.is_some();
        let found = if let (Some(unit), true) = (at.unit.filter(|_| at.season.is_empty() && !at.is(Class::Plural)), the > of) {
            // "the end of the year"
            match unit {
                Unit::Quarter => self.spoken_quarter(the + 1),
                Unit::Day | Unit::Week | Unit::Month | Unit::Year => self.reckon(the + 1, self.frame.shifted(unit, 0), Precision::Year),
                _ => return None,
            }
        } else {
            let season = !word.modifier.is_empty() && !at.season.is_empty();
            let named = self.absolute(the, the > of || season).filter(|_| !relative || !word.modifier.is_empty() || at.weekday > 0);
            let shifted = || if shift { self.shifted(the, false) } else { None };
            let day = || if at.day.is_some() { self.word(the, false) } else { None };
            let part = || (!at.part.is_empty() && !relative).then(|| self.part_of_today(the)).flatten();
            named.or_else(shifted).or_else(day).or_else(part)?
        };
        if found.as_point().is_none() && !matches!(found.value, Value::Open(_)) {
            return None;
        }
        Some(self.on_the_day(found).with_modifier(word.modifier))
    }

    /// "mid-afternoon yesterday": a part of the day with the day behind it.
    fn on_the_day(&self, found: Found) -> Found {
        let (Some(Point { time: time @ Some(Time::Part(_)), .. }), Some(_)) = (found.as_point(), self.entry(found.next).day) else {
            return found;
        };
        match self.word(found.next, false).and_then(|day| Some((day.next, day.as_point()?))) {
            Some((next, day)) => Found { next, value: Value::Point(Point { time, ..day }), ..found },
            None => found,
        }
    }

    /// "mid-afternoon", "the morning".
    pub(super) fn part_of_today(&self, i: usize) -> Option<Found> {
        let today = self.frame.today().map(Point::day);
        let part = Time::Part(self.entry(i).part);
        let found = today
            .map_or_else(|| Found::point(i + 1, Point::new(None, Scale::Nowhere).at(part)), |today| Found::reckoned(i + 1, today.at(part)));
        Some(found)
    }
}

/// The day of the week before today, in this week or in the next.
pub(super) fn shifted_weekday(today: crate::grammar::calendar::Day, weekday: u8, shift: i64, near: bool) -> crate::grammar::calendar::Day {
    let ahead = i64::from(weekday) - i64::from(crate::grammar::calendar::weekday(today));
    let days = match shift {
        0 => ahead,
        // "this coming Saturday" is nearer than "next Saturday"
        1 if near && ahead > 0 => ahead,
        1 => ahead + 7,
        _ if ahead < 0 => ahead,
        _ => ahead - 7,
    };
    frame::plus(today, days)
}
