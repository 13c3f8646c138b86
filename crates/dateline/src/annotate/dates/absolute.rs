//! Dates by their names and numbers: "Friday", "Feb. 15", "the 15th of March", "April 1998", "1945", "the 1990s", "Q3", "fiscal 2024", "Christmas Eve".

use super::{
    frame::{Tense, plus},
    reader::{Found, Reader},
    value::{Amount, Point, Scale, Value},
};
use crate::{
    annotate::lexicon::{Class, Unit},
    grammar::calendar::{self, Day, Order},
};

/// Years that a bare number of four digits can be.
const YEARS: std::ops::Range<u32> = 1000..2200;

impl Reader<'_> {
    /// A date by name or number.
    pub(super) fn absolute(&self, i: usize, the: bool) -> Option<Found> {
        // "the Oct. 23 quake" and "the 1996 games" are dated without the article
        let bare = |form: fn(&Self, usize) -> Option<Found>| if the { None } else { form(self, i) };
        let forms = [
            bare(Self::numeric),
            bare(Self::weekday),
            bare(Self::month_first),
            self.day_first(i, the),
            self.year(i).filter(|_| !the || self.entry(i).unit.is_some()),
            self.decade(i, the),
            self.quarter(i, the),
            self.fiscal_year(i, the),
            self.season(i, the),
            bare(Self::holiday),
        ];
        forms.into_iter().flatten().fold(None, |best: Option<Found>, form| match best {
            Some(best) if best.next >= form.next => Some(best),
            _ => Some(form),
        })
    }

    /// "2009-02-26", "26.02.2009", "02/26/2009", by the calendar's own grammar.
    fn numeric(&self, i: usize) -> Option<Found> {
        let (first, digits) = self.digits(i)?;
        let separated = ['-', '/', '.'].into_iter().any(|mark| self.is_mark(i + 1, mark)) && !self.spaced(i + 1) && !self.spaced(i + 2);
        if !(separated && self.digits(i + 2).is_some() && (digits == 4 || first <= 31)) {
            return None;
        }
        let moment = calendar::at(self.text, self.token(i)?.start as usize, Order::MonthFirst)?;
        let (year, month) = (moment.year?, moment.month?);
        let scale = moment.day.map_or(Scale::Month(month), |day| Scale::Day(month, day));
        let parts = 1 + 2 * (1 + usize::from(moment.day.is_some()));
        let next = i + parts;
        // "2008-09" is a season of sport as well as a month, and "1-2-2009-3" a number of something
        let open = self.is_mark(next, '-') && !self.spaced(next);
        (!open).then(|| Found::point(next, Point::new(Some(year), scale)))
    }

    /// "Friday", "Friday, Feb. 13", "Tue., 13 May 2008".
    fn weekday(&self, i: usize) -> Option<Found> {
        let word = self.entry(i);
        if word.weekday == 0 || word.is(Class::Weekdays) || !self.is_capitalised(i) {
            return None;
        }
        let abbreviated = self.written(i).len() < 6;
        let dot = if abbreviated && self.is_mark(i + 1, '.') && !self.spaced(i + 1) { i + 2 } else { i + 1 };
        let comma = self.skip(self.skip_mark(dot, ','), Class::The);
        if let Some(date) = self
            .month_first(comma)
            .or_else(|| self.day_first(comma, true))
            .filter(|date| date.as_point().is_some_and(|point| point.is_day()))
        {
            return Some(date);
        }
        // "Sun" and "Sat" alone are words, "Mon" a syllable
        if word.is(Class::Short) {
            return None;
        }
        let day = self.frame.weekday(word.weekday, self.tense(i, i + 1));
        Some(match day {
            Some(day) => Found::reckoned(i + 1, Point::day(day)),
            None => Found::point(i + 1, Point::new(None, Scale::Weekday(word.weekday))),
        })
    }

    /// "Feb. 15, 2009", "February 15th", "April 1998", "April".
    fn month_first(&self, i: usize) -> Option<Found> {
        let word = self.entry(i);
        if word.month == 0 || !self.is_capitalised(i) {
            return None;
        }
        let abbreviated = self.written(i).len() < 5;
        let dot = if abbreviated && self.is_mark(i + 1, '.') && !self.spaced(i + 1) { i + 2 } else { i + 1 };
        let the = self.skip(dot, Class::The);
        if let Some((day, next)) = self
            .day_of_month(the)
            .filter(|(_, next)| !(self.is_mark(*next, ':') && self.digits(*next + 1).is_some()) && self.entry(*next).scale.is_none())
        {
            let (year, next) = self.year_behind(next);
            return self.day_point(i, next, year, word.month, day);
        }
        let (year, next) = self.year_behind(dot);
        if let Some(year) = year {
            return Some(Found::point(next, Point::new(Some(year), Scale::Month(word.month))));
        }
        // "may" and "march" are verbs, "Mar" and "Dec" are names
        if (word.is(Class::Doubtful) || word.is(Class::Short) && dot == i + 1) && !self.month_is_meant(i) {
            return None;
        }
        let year = self.frame.month(word.month, self.tense(i, i + 1));
        // a full stop stays with the sentence where it could end one
        let next = if dot > i + 1 && dot < self.tokens.len() { dot } else { i + 1 };
        let point = Point::new(year, Scale::Month(word.month));
        Some(if year.is_some() { Found::reckoned(next, point) } else { Found::point(next, point) })
    }

    /// Whether a month that is a word as well stands where months do.
    fn month_is_meant(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map(|before| self.entry(before));
        before.is_some_and(|before| {
            before.is(Class::Prepositions) || before.shift.is_some() || before.is(Class::Every) || before.is(Class::Of)
        }) && !self.is(i, Class::Short)
    }

    fn day_point(&self, i: usize, next: usize, year: Option<i32>, month: u8, day: u8) -> Option<Found> {
        if !calendar::is_day(Day { year: year.unwrap_or(2000), month, day }) {
            return None;
        }
        let scale = Scale::Day(month, day);
        if year.is_some() {
            return Some(Found::point(next, Point::new(year, scale)));
        }
        let year = self.frame.year_of_day(month, day, self.tense(i, next));
        let point = Point::new(year, scale);
        Some(if year.is_some() { Found::reckoned(next, point) } else { Found::point(next, point) })
    }

    /// "15th of March 2009", "26 February", "the fourth of July".
    fn day_first(&self, i: usize, the: bool) -> Option<Found> {
        let (day, next) = self.day_of_month(i)?;
        let of = self.skip(self.skip_hyphen(next), Class::Of);
        let word = self.entry(of);
        if word.month == 0 || !self.is_capitalised(of) {
            // "the 4th"
            let bare = the && next > i + 1 && self.digits(i).is_some() && !self.spaced(i + 1) && self.is(i.wrapping_sub(2), Class::On);
            return bare.then(|| self.bare_day(i, next, day)).flatten();
        }
        let abbreviated = self.written(of).len() < 5;
        let dot = if abbreviated && self.is_mark(of + 1, '.') && !self.spaced(of + 1) { of + 2 } else { of + 1 };
        let (year, next) = self.year_behind(dot);
        let next = if year.is_none() && dot == self.tokens.len() { of + 1 } else { next };
        self.day_point(i, next, year, word.month, day)
    }

    /// "on the 4th": of the month that is nearest.
    fn bare_day(&self, i: usize, next: usize, day: u8) -> Option<Found> {
        let end = next == self.tokens.len() || !self.spaced(next) || self.is(next, Class::Prepositions) || self.is(next, Class::And);
        let today = self.frame.today()?;
        let ahead = self.tense(i, next) == Tense::Future;
        let months = if ahead { 0..=2 } else { -2..=0 };
        let near = |month: &(i32, u8)| Day { year: month.0, month: month.1, day };
        let mut candidates: Vec<Day> =
            months.map(|count| super::frame::plus_months(today.year, today.month, count)).map(|month| near(&month)).collect();
        if !ahead {
            candidates.reverse();
        }
        let found = candidates.into_iter().find(|day| calendar::is_day(*day) && if ahead { *day >= today } else { *day <= today })?;
        end.then(|| Found::reckoned(next, Point::day(found)))
    }

    /// The number of a day: "15", "15th", "fifteenth", "twenty-first".
    fn day_of_month(&self, i: usize) -> Option<(u8, usize)> {
        if let Some((day @ 1..=31, 1 | 2)) = self.digits(i) {
            if ['.', '/'].into_iter().any(|mark| self.is_mark(i + 1, mark)) && !self.spaced(i + 2) && self.digits(i + 2).is_some() {
                return None;
            }
            let ending = self.is(i + 1, Class::OrdinalEnding) && !self.spaced(i + 1);
            return Some((day as u8, if ending { i + 2 } else { i + 1 }));
        }
        let word = self.entry(i);
        let tens = word.number.filter(|number| matches!(number, 20 | 30)).unwrap_or(0) as u8;
        let at = if tens > 0 { self.skip_hyphen(i + 1) } else { i };
        let ordinal = self.entry(at).ordinal;
        (ordinal > 0 && tens + ordinal <= 31 && (tens == 0 || ordinal < 10)).then_some((tens + ordinal, at + 1))
    }

    /// A year behind a month or a day, with the comma before it.
    pub(super) fn year_behind(&self, i: usize) -> (Option<i32>, usize) {
        let comma = self.skip(self.skip_mark(i, ','), Class::Of);
        match self.year_number(comma) {
            Some((year, next)) => (Some(year), next),
            None => (None, i),
        }
    }

    /// A year in four digits, in words ("nineteen ninety-seven"), or in two behind an apostrophe.
    pub(super) fn year_number(&self, i: usize) -> Option<(i32, usize)> {
        if let Some((year, 4)) = self.digits(i) {
            let decimal = (self.is_mark(i + 1, ',') || self.is_mark(i + 1, '.'))
                && !self.spaced(i + 1)
                && !self.spaced(i + 2)
                && self.digits(i + 2).is_some();
            return (YEARS.contains(&year) && !decimal).then_some((year as i32, i + 1));
        }
        if self.is_apostrophe(i)
            && !self.spaced(i + 1)
            && let Some((year, 2)) = self.digits(i + 1)
        {
            let today = self.frame.today().map_or(2000, |day| day.year);
            return Some((near_year(today, year as i32, 100), i + 2));
        }
        self.year_in_words(i)
    }

    fn year_in_words(&self, i: usize) -> Option<(i32, usize)> {
        let century = self.entry(i).number.filter(|number| (13..=20).contains(number))?;
        let at = self.skip_hyphen(i + 1);
        let tens = self.entry(at).number.filter(|number| (10..=99).contains(number))?;
        let ones = self.skip_hyphen(at + 1);
        let (of_century, next) = match self.entry(ones).number {
            Some(number @ 1..=9) if tens % 10 == 0 => (tens + number, ones + 1),
            _ => (tens, at + 1),
        };
        Some(((century * 100 + of_century) as i32, next))
    }

    /// "1945", "the year 2000", "2008-09", where no unit or name makes it a number of something.
    fn year(&self, i: usize) -> Option<Found> {
        let at = if self.entry(i).unit == Some(Unit::Year) && !self.is(i, Class::Plural) { i + 1 } else { i };
        if at > i
            && let Some((year, next)) = self.year_two_thousand(at)
        {
            return Some(Found::point(next, Point::new(Some(year), Scale::Year)));
        }
        let (year, mut next) = self.year_number(at)?;
        if self.digits(at).is_some() && !self.is_year_here(at) {
            return None;
        }
        // "2008-09", "2008/2009"
        let slash = if self.is_mark(next, '/') && !self.spaced(next) && !self.spaced(next + 1) { next + 1 } else { self.skip_hyphen(next) };
        if slash > next
            && let Some((end, 2)) = self.digits(slash).filter(|(end, _)| *end == (year.unsigned_abs() + 1) % 100)
            && end < 100
        {
            next = slash + 1;
        }
        Some(Found::point(next, Point::new(Some(year), Scale::Year)))
    }

    /// "two thousand", "two thousand and twenty", behind "the year".
    fn year_two_thousand(&self, i: usize) -> Option<(i32, usize)> {
        let (year, next) = self.number_in_words(i)?;
        (1000..2200).contains(&year).then_some((year as i32, next))
    }

    /// Whether a number of four digits is a year where it stands: not an amount, not a part of a number, not a count of something.
    fn is_year_here(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        let after = i + 1;
        let touches = |at: usize, marks: &[char]| marks.iter().any(|mark| self.is_mark(at, *mark));
        if touches(before, &['$', '\u{20ac}', '\u{a3}', '#', '\u{a5}', '+'])
            || (touches(before, &[',', '.', ':', '/']) && !self.spaced(i) && !self.spaced(before))
        {
            return false;
        }
        if touches(after, &['%', '\u{b0}']) && !self.spaced(after) {
            return false;
        }
        // "2,000 men" are no year, and "2000 feet" neither: what is counted stands in the plural
        let word = self.entry(after);
        let named = self.is(before, Class::InYear) || word.month > 0 || before == usize::MAX || self.entry(before).month > 0;
        if word.unit.is_some() && self.is(after, Class::Plural) || word.scale.is_some() {
            return false;
        }
        let counted = self.spaced(after) && {
            let written = self.written(after);
            written.len() > 3 && written.ends_with('s') && written.starts_with(char::is_lowercase)
        };
        self.stands_free(i) && (named || !counted)
    }

    /// Whether no name is joined to the number: not "Boeing-1990", but "mid-1996", "post-1959" and the second of "1991-1994".
    fn stands_free(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(2) else { return true };
        if !self.is_mark(before + 1, '-') || self.spaced(i) {
            return true;
        }
        let prefix = !self.entry(before).modifier.is_empty() || self.is(before, Class::Prefix);
        prefix || self.digits(before).is_some_and(|(_, digits)| digits == 4)
    }

    /// "1990s", "the '90s", "the nineties"; "the 20th century".
    fn decade(&self, i: usize, the: bool) -> Option<Found> {
        let today = self.frame.today().map_or(2000, |day| day.year);
        if let Some(decade) = Some(self.entry(i).decade).filter(|decade| *decade > 0 && the) {
            return Some(Found::point(i + 1, Point::new(Some(near_year(today, i32::from(decade), 100)), Scale::Decade)));
        }
        let at = if self.is_apostrophe(i) { i + 1 } else { i };
        let (number, digits) = self.digits(at)?;
        let ending = self.written(at + 1);
        if matches!(ending, "s") && !self.spaced(at + 1)
            || self.is_apostrophe(at + 1) && !self.spaced(at + 1) && self.written(at + 2) == "s" && digits == 4 && number % 10 == 0
        {
            let next = if ending == "s" { at + 2 } else { at + 3 };
            let year = match digits {
                4 if YEARS.contains(&number) && number % 10 == 0 => number as i32,
                2 if number % 10 == 0 && (the || at > i) => near_year(today, number as i32, 100),
                _ => return None,
            };
            return Some(Found::point(next, Point::new(Some(year), Scale::Decade)));
        }
        let century = self.is(at + 1, Class::OrdinalEnding) && self.entry(self.skip_hyphen(at + 2)).unit == Some(Unit::Century);
        (century && (1..=30).contains(&number)).then(|| {
            let next = self.skip_hyphen(at + 2) + 1;
            Found::point(next, Point::new(Some((number as i32 - 1) * 100), Scale::Century))
        })
    }

    /// "fiscal 2024", "fiscal year 2024".
    fn fiscal_year(&self, i: usize, the: bool) -> Option<Found> {
        if !(self.is(i, Class::Fiscal) || the && self.is(i, Class::Full)) {
            return None;
        }
        let unit = self.entry(i + 1).unit == Some(Unit::Year);
        let at = if unit { i + 2 } else { i + 1 };
        let Some((year, next)) = self.year_number(at) else {
            return (unit && the).then(|| Found::new(at, Value::Length(Amount::ONE, Unit::Year, None)));
        };
        Some(Found::point(next, Point { fiscal: true, ..Point::new(Some(year), Scale::Year) }))
    }

    /// "summer 1998", "the winter of 1994", "this summer" is read elsewhere; "the summer".
    fn season(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        if word.season.is_empty() || self.is(i, Class::Plural) {
            return None;
        }
        let (year, next) = self.year_behind(i + 1);
        if year.is_none() && !(the && self.season_is_meant(i)) {
            return None;
        }
        let resolved = year.or_else(|| self.frame.year_of_season(word.season, self.tense(i, next)));
        let found = Found::point(next, Point::new(resolved, Scale::Season(word.season)));
        Some(Found { relative: year.is_none() && resolved.is_some(), ..found })
    }

    /// "the fall of the government" is no season.
    fn season_is_meant(&self, i: usize) -> bool {
        !(self.is(i, Class::Doubtful) && self.is(i + 1, Class::Of))
    }

    /// A day with a name of its own.
    fn holiday(&self, i: usize) -> Option<Found> {
        let token = self.token(i)?;
        let phrases = self.lexicon.phrases.get(&token.id).filter(|_| token.id != 0 && self.is_capitalised(i))?;
        let (rule, next) = phrases.iter().find_map(|(rest, rule)| self.phrase_ends(i + 1, rest).map(|next| (*rule, next)))?;
        let (year, next) = self.year_behind(next);
        let day_of = |year| holiday(rule, year);
        if let Some(year) = year {
            return Some(Found::point(next, Point::day(day_of(year)?)));
        }
        let Some(today) = self.frame.today() else {
            let day = day_of(2001).filter(|_| rule.as_bytes().get(2) == Some(&b'-'))?;
            return Some(Found::point(next, Point::new(None, Scale::Day(day.month, day.day))));
        };
        let day = match self.tense(i, next) {
            Tense::Future => (0..2).filter_map(|ahead| day_of(today.year + ahead)).find(|day| *day >= today),
            _ => (-1..2).rev().filter_map(|ahead| day_of(today.year + ahead)).find(|day| *day <= plus(today, calendar::AHEAD * 4)),
        };
        Some(Found::reckoned(next, Point::day(day?)))
    }

    /// Where the words of a phrase end that go on at `i`; words of two tokens ("day's", "st.") are compared letter by letter.
    fn phrase_ends(&self, i: usize, rest: &[&str]) -> Option<usize> {
        let mut at = i;
        for word in rest {
            let mut left = *word;
            while !left.is_empty() {
                let written = self.written(at);
                let plain = if written == "\u{2019}" { "'" } else { written };
                let head = left.get(..plain.len()).filter(|head| !plain.is_empty() && head.eq_ignore_ascii_case(plain))?;
                left = left.get(head.len()..)?;
                at += 1;
            }
        }
        Some(at)
    }
}

/// The year with these last two digits that is nearest to a year; one far ahead is a century back.
fn near_year(today: i32, of_century: i32, century: i32) -> i32 {
    let year = today - today.rem_euclid(century) + of_century;
    if year > today + 10 { year - century } else { year }
}

/// The day of a year that a rule of the lexicon names: `12-25`; `11W4-4`, the fourth Thursday of November; `11V2`, the Tuesday after its first Monday; `E-2`, so
/// many days from Easter.
fn holiday(rule: &str, year: i32) -> Option<Day> {
    if let Some(days) = rule.strip_prefix('E') {
        return Some(plus(calendar::easter(year), days.parse().ok()?));
    }
    let month: u8 = rule.get(..2)?.parse().ok()?;
    let first = Day { year, month, day: 1 };
    let to_weekday = |weekday: u8| (i64::from(weekday) - i64::from(calendar::weekday(first))).rem_euclid(7);
    match rule.get(2..3)? {
        "-" => Some(Day { day: rule.get(3..)?.parse().ok()?, ..first }),
        "V" => Some(plus(first, to_weekday(1) + 1)),
        _ => {
            let (weekday, which) = rule.get(3..)?.split_once('-')?;
            let days = to_weekday(weekday.parse().ok()?);
            let which: i64 = which.parse().ok()?;
            let day = plus(first, days + 7 * (which.min(5) - 1));
            Some(if day.month == month { day } else { plus(day, -7) })
        }
    }
}
