//! Years and what is made of them: "1945", "the year 2000", "2008-09", "nineteen ninety-seven", "the 1990s", "the 20th century", "fiscal 2024".

use super::{
    reader::{Found, Reader},
    value::{Amount, Point, Scale, Value},
};
use crate::annotate::lexicon::{Class, Unit};

/// Years that a bare number of four digits can be.
const YEARS: std::ops::Range<u32> = 1000..2200;

impl Reader<'_> {
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
    pub(super) fn year(&self, i: usize) -> Option<Found> {
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
        let prefix = before.checked_sub(1).is_some_and(|prefix| !self.spaced(i) && self.is(prefix, Class::Prefix));
        let named = prefix || self.is(before, Class::InYear) || word.month > 0 || before == usize::MAX || self.entry(before).month > 0;
        if word.unit.is_some() && self.is(after, Class::Plural) || word.scale.is_some() || word.is(Class::Counted) {
            return false;
        }
        let counted = self.spaced(after) && {
            let written = self.written(after);
            word.is(Class::Counted) || written.len() > 3 && written.ends_with('s') && written.starts_with(char::is_lowercase)
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
    pub(super) fn decade(&self, i: usize, the: bool) -> Option<Found> {
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
    pub(super) fn fiscal_year(&self, i: usize, the: bool) -> Option<Found> {
        if !(self.is(i, Class::Fiscal) || the && self.is(i, Class::Full)) {
            return None;
        }
        let unit = self.entry(i + 1).unit == Some(Unit::Year);
        let at = if unit { i + 2 } else { i + 1 };
        let Some((year, next)) = self.year_number(at) else {
            // "the full year" is this year's, "the fiscal year" may be any
            let year = self.frame.shifted(Unit::Year, 0).filter(|_| self.is(i, Class::Full));
            let any = || Found::new(at, Value::Length(Amount::ONE, Unit::Year, None));
            return (unit && the).then(|| year.map_or_else(any, |year| Found::reckoned(at, year)));
        };
        Some(Found::point(next, Point { fiscal: true, ..Point::new(Some(year), Scale::Year) }))
    }
}

/// The year with these last two digits that is nearest to a year; one far ahead is a century back.
fn near_year(today: i32, of_century: i32, century: i32) -> i32 {
    let year = today - today.rem_euclid(century) + of_century;
    if year > today + 10 { year - century } else { year }
}
