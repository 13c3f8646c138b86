//! Dates by where they lie from now: "last year", "this coming Tuesday", "the end of the month", "earlier this week", "yesterday", "recently", "every Monday".

use super::{
    frame::{self, Tense},
    reader::{Found, Reader},
    value::{Amount, Point, Scale, Time, Value, measure, week_of},
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
        if matches!(written.as_str(), "following" | "previous" | "preceding") && the && self.frame.named.is_some() {
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
        if word.weekday > 0 && !word.is(Class::Weekdays) && self.is_capitalised(at) {
            let date = self.absolute(at, false).filter(|date| date.next > next);
            if date.is_some() {
                return date;
            }
            return Some(self.reckon(
                next,
                self.frame.today().map(|today| Point::day(shifted_weekday(today, word.weekday, shift))),
                Precision::Day,
            ));
        }
        if word.month > 0 && self.is_capitalised(at) && !word.is(Class::Short) {
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
            let year = if shift == 0 { today.year } else { nearest };
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

    fn reckon(&self, next: usize, point: Option<Point>, precision: Precision) -> Found {
        point.map_or_else(|| Found::new(next, Value::Open(precision)), |point| Found::reckoned(next, point))
    }

    fn spoken_quarter(&self, next: usize) -> Found {
        let point = self.frame.spoken_quarter().map(|(year, quarter)| Point::new(Some(year), Scale::Quarter(quarter)));
        self.reckon(next, point, Precision::Quarter)
    }

    /// "third quarter", "the first half of 1989", "Q3 2019", "3Q", "the 1988 quarter", "the year-ago quarter".
    pub(super) fn quarter(&self, i: usize, the: bool) -> Option<Found> {
        if let Some((quarter, next)) = self.quarter_letter(i) {
            let (year, next) = self.year_behind(self.skip_hyphen(next));
            return Some(self.quarter_point(next, year, Scale::Quarter(quarter)));
        }
        // "the 1988 second quarter", "the 1988 quarter", "2019 Q3"
        if let Some((year, next)) = self.year_number(i) {
            let at = self.skip_hyphen(next);
            if let Some((quarter, next)) =
                self.quarter_letter(at).or_else(|| self.quarter_words(at).and_then(|(scale, next)| Some((scale.quarter()?, next))))
            {
                return Some(self.quarter_point(next, Some(year), Scale::Quarter(quarter)));
            }
            let unit = self.entry(at).unit.filter(|_| !self.is(at, Class::Plural))?;
            let (_, quarter) = self.frame.spoken_quarter()?;
            return match unit {
                Unit::Quarter => Some(self.quarter_point(at + 1, Some(year), Scale::Quarter(quarter))),
                Unit::Period if self.frame.of_quarter => Some(self.quarter_point(at + 1, Some(year), Scale::Quarter(quarter))),
                _ => None,
            };
        }
        let at = self.skip_hyphen(self.skip(i, Class::Fiscal));
        let (scale, next) = self.quarter_words(at)?;
        // "the third-quarter results" are dated without the article
        if the && !self.spaced(next - 1) {
            return None;
        }
        let of = self.skip(next, Class::Of);
        if let Some((year, end)) = self.year_number(of).filter(|_| self.digits(of).is_none_or(|(_, digits)| digits == 4)) {
            return Some(self.quarter_point(end, Some(year), scale));
        }
        if of > next
            && let Some(point) = self.year_point(of)
        {
            return Some(self.quarter_point(point.next, point.as_point()?.year, scale));
        }
        Some(self.quarter_point(next, None, scale))
    }

    /// "this year", "last year", "the year" behind "of".
    fn year_point(&self, i: usize) -> Option<Found> {
        let at = self.skip(i, Class::The);
        let found = match self.entry(at).unit {
            Some(Unit::Year) if at > i => Found::reckoned(at + 1, self.frame.shifted(Unit::Year, 0)?),
            _ => self.shifted(at, at > i)?,
        };
        found.as_point().is_some_and(|point| point.scale == Scale::Year).then_some(found)
    }

    fn quarter_point(&self, next: usize, year: Option<i32>, scale: Scale) -> Found {
        if year.is_some() {
            return Found::point(next, Point::new(year, scale));
        }
        let year = match scale {
            Scale::Quarter(quarter) => self.frame.year_of_quarter(quarter),
            _ => self.frame.today().map(|today| today.year),
        };
        Found { relative: year.is_some(), ..Found::point(next, Point::new(year, scale)) }
    }

    /// "Q3", "3Q".
    fn quarter_letter(&self, i: usize) -> Option<(u8, usize)> {
        let is_q = |at: usize| matches!(self.written(at), "Q" | "q");
        let joined = !self.spaced(i + 1);
        let number = if is_q(i) && joined {
            self.digits(i + 1)
        } else if is_q(i + 1) && joined {
            self.digits(i)
        } else {
            None
        };
        let (quarter @ 1..=4, 1) = number? else { return None };
        Some((quarter as u8, i + 2))
    }

    /// "third quarter", "third-quarter", "1st half".
    fn quarter_words(&self, i: usize) -> Option<(Scale, usize)> {
        let (number, next) = self
            .digits(i)
            .filter(|_| self.is(i + 1, Class::OrdinalEnding) && !self.spaced(i + 1))
            .map_or_else(|| Some((self.entry(i).ordinal, i + 1)), |(number, _)| Some((u8::try_from(number).ok()?, i + 2)))?;
        let at = self.skip(self.skip_hyphen(next), Class::Fiscal);
        let singular = !self.is(at, Class::Plural);
        match (self.entry(at).unit?, number) {
            (Unit::Quarter, 1..=4) if singular => Some((Scale::Quarter(number), at + 1)),
            (Unit::Half, 1 | 2) if self.is(at + 1, Class::Of) && self.year_number(at + 2).is_some() => Some((Scale::Half(number), at + 1)),
            _ => None,
        }
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
            let named = self.absolute(the, the > of).filter(|_| !relative || !word.modifier.is_empty() || at.weekday > 0);
            let shifted = || if shift { self.shifted(the, false) } else { None };
            let day = || if at.day.is_some() { self.word(the, false) } else { None };
            let part = || (!at.part.is_empty() && !relative).then(|| self.part_of_today(the)).flatten();
            named.or_else(shifted).or_else(day).or_else(part)?
        };
        if found.as_point().is_none() && !matches!(found.value, Value::Open(_)) {
            return None;
        }
        Some(found.with_modifier(word.modifier))
    }

    /// "mid-afternoon", "the morning".
    fn part_of_today(&self, i: usize) -> Option<Found> {
        let today = self.frame.today().map(Point::day);
        let part = Time::Part(self.entry(i).part);
        let found = today
            .map_or_else(|| Found::point(i + 1, Point::new(None, Scale::Nowhere).at(part)), |today| Found::reckoned(i + 1, today.at(part)));
        Some(found)
    }

    /// "today", "now", "recently", "the future", "the weekend", "daily", "weeks", "year-earlier".
    pub(super) fn word(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        if let Some(days) = word.day {
            return Some(self.reckon(i + 1, self.frame.shifted(Unit::Day, i64::from(days)), Precision::Day));
        }
        if word.is(Class::Tonight) {
            return Some(self.reckon(i + 1, self.frame.shifted(Unit::Night, 0), Precision::Day));
        }
        if !word.set.is_empty() {
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
            let unit = self.entry(i + 1).unit.filter(|_| word.is(Class::Adjective) && self.is(i + 1, Class::Plural));
            let next = if unit.is_some() { i + 2 } else { i + 1 };
            return (unit.is_some() || !word.is(Class::ToCome)).then(|| Found::new(next, Value::Reference(word.reference)));
        }
        if word.is(Class::Weekdays) && self.is_capitalised(i) {
            let part = Some(self.entry(i + 1).part).filter(|part| !part.is_empty());
            let value = format!("XXXX-WXX-{}{}", word.weekday, part.map_or(String::new(), |part| format!("T{part}")));
            return Some(Found::new(if part.is_some() { i + 2 } else { i + 1 }, Value::Set(value)));
        }
        self.unit_alone(i, the)
    }

    fn unit_alone(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        let unit = word.unit.filter(|_| word.season.is_empty() && !word.is(Class::Doubtful))?;
        let next = i + 1;
        if word.is(Class::Plural) {
            return (!the).then(|| Found::new(next, Value::Length(Amount::Vague, unit, None)));
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
    fn spaced_noun(&self, i: usize) -> bool {
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
        if word.month > 0 && self.is_capitalised(i + 1) {
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

/// The day of the week before today, in this week or in the next.
fn shifted_weekday(today: crate::grammar::calendar::Day, weekday: u8, shift: i64) -> crate::grammar::calendar::Day {
    let ahead = i64::from(weekday) - i64::from(crate::grammar::calendar::weekday(today));
    let days = match shift {
        0 => ahead,
        1 => ahead + 7,
        _ if ahead < 0 => ahead,
        _ => ahead - 7,
    };
    frame::plus(today, days)
}

impl Scale {
    fn quarter(self) -> Option<u8> {
        match self {
            Self::Quarter(quarter) => Some(quarter),
            _ => None,
        }
    }
}
