//! Dates written in numbers, also those that an article would not be trusted with: "5/12", "2019/aug/01", "2016 10 16", "20170302".

use super::{Phrases, when::When};
use crate::{
    annotate::{
        dates::value::{Point, Scale},
        lexicon::Class,
        token::Kind,
    },
    grammar::calendar::{self, Day},
};

impl Phrases<'_> {
    /// A date in numbers; where `expected`, a full stop or a hyphen between day and month will do as well as a slash.
    pub(super) fn numeric_day(&self, i: usize, expected: bool) -> Option<When> {
        if !matches!(self.token(i)?.kind, Kind::Number) || self.joined_to_number(i) {
            return None;
        }
        self.compact(i).or_else(|| self.three_parts(i)).or_else(|| self.spaced_parts(i)).or_else(|| self.two_parts(i, expected))
    }

    /// Whether a number is part of a longer one: "133-03-03", "0.8/15", "$5/6".
    pub(super) fn joined_to_number(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return false };
        if self.is_mark(before, '$') {
            return true;
        }
        if self.spaced(i) {
            return false;
        }
        if ['+', '#'].into_iter().any(|mark| self.is_mark(before, mark)) {
            return true;
        }
        let joined = ['-', '/', '.', ',', ':'].into_iter().any(|mark| self.is_mark(before, mark));
        let number = !self.spaced(before) && before > 0 && self.digits(before - 1).is_some();
        // the hyphen of "10/1-11/7" stands between two dates
        let range = self.is_mark(before, '-') && before > 1 && self.is_mark(before - 2, '/');
        joined && number && !range
    }

    /// Whether a number goes on behind what would be a date whose parts stand between this mark.
    fn goes_on(&self, next: usize, mark: char) -> bool {
        let joined =
            |mark: char| self.is_mark(next, mark) && !self.spaced(next) && !self.spaced(next + 1) && self.digits(next + 1).is_some();
        let range = mark == '/' && self.is_mark(next, '-');
        ['-', '/', '.', ':'].into_iter().any(joined) && !range || self.is_mark(next, '%')
    }

    /// "Jun-15", "15-Jun": a day and a month by name that a hyphen or a slash joins.
    pub(super) fn joined_month(&self, i: usize) -> Option<When> {
        let mark = (self.is_mark(i + 1, '-') || self.is_mark(i + 1, '/')) && !self.spaced(i + 1) && !self.spaced(i + 2);
        let of = |month: usize, day: usize| {
            let (day, digits) = self.digits(day)?;
            let month = Some(self.entry(month).month).filter(|month| *month > 0)?;
            (digits <= 2 && (1..=31).contains(&day)).then_some((month, day as u8))
        };
        let (month, day) = of(i, i + 2).or_else(|| of(i + 2, i)).filter(|_| mark)?;
        let next = if self.is(i + 3, Class::OrdinalEnding) && !self.spaced(i + 3) { i + 4 } else { i + 3 };
        self.month_day(i, next, month, day)
    }

    /// "march fifteenth", "january first two thousand and thirty two", "twenty five January nineteen eighty six": in any letters, as one says it.
    pub(super) fn spoken_day(&self, i: usize) -> Option<When> {
        let (month, day, next) = match self.entry(i).month {
            0 => {
                let (day, next) = self.day_of_month(i).or_else(|| self.small_number(i).map(|(day, next)| (day as u8, next)))?;
                let of = self.skip(next, Class::Of);
                (Some(self.entry(of).month).filter(|month| *month > 0)?, day, of + 1)
            }
            month => {
                let (day, next) = self.day_of_month(self.skip(i + 1, Class::The))?;
                (month, day, next)
            }
        };
        if self.is_mark(next, ':') || self.joined_to_number(i) {
            return None;
        }
        let when = self.month_day(i, next, month, day)?;
        let year = match self.year_behind(next) {
            (Some(year), next) => Some((year, next)),
            (None, _) => self.year_in_words_behind(self.skip(self.skip_mark(next, ','), Class::Of)),
        };
        let Some((year, next)) = year else { return Some(when) };
        self.full(next, year, month, day)
    }

    /// "20170302".
    fn compact(&self, i: usize) -> Option<When> {
        let (number, 8) = self.digits(i)? else { return None };
        self.full(i + 1, (number / 10_000) as i32, (number / 100 % 100) as u8, (number % 100) as u8)
    }

    fn full(&self, next: usize, year: i32, month: u8, day: u8) -> Option<When> {
        let day = Day { year, month, day };
        ((1000..2200).contains(&year) && calendar::is_day(day)).then(|| When::known(next, Point::day(day)))
    }

    /// Day, month and year between hyphens, slashes or full stops, the month as a number or by name.
    fn three_parts(&self, i: usize) -> Option<When> {
        let mark = ['-', '/', '.'].into_iter().find(|mark| self.is_mark(i + 1, *mark) && self.is_mark(i + 3, *mark))?;
        if (i + 1..i + 5).any(|at| self.spaced(at)) || self.goes_on(i + 5, mark) {
            return None;
        }
        let parts = [i, i + 2, i + 4];
        let next = i + 5;
        if let Some(month) = parts.into_iter().map(|at| self.entry(at).month).find(|month| *month > 0) {
            let numbers: Vec<(u32, u32)> = parts.into_iter().filter_map(|at| self.digits(at)).collect();
            let [one, other] = numbers.as_slice() else { return None };
            let (year, day) = if one.1 == 4 { (one, other) } else { (other, one) };
            return (year.1 == 4 && day.1 <= 2).then(|| self.full(next, year.0 as i32, month, day.0 as u8)).flatten();
        }
        let [(first, digits), (second, 1 | 2), (third, last)] = [self.digits(i)?, self.digits(i + 2)?, self.digits(i + 4)?] else {
            return None;
        };
        if digits == 4 && last <= 2 {
            return self.full(next, first as i32, second as u8, third as u8);
        }
        if digits > 2 || first > 31 || second > 31 || !matches!(last, 2 | 4) {
            return None;
        }
        let year = if last == 4 { third as i32 } else { self.year_of_two(third as i32) };
        // the month stands first, but where it cannot, and where full stops stand between
        let month_first = first <= 12 && (mark != '.' || second > 12);
        let (month, day) = if month_first { (first, second) } else { (second, first) };
        self.full(next, year, month as u8, day as u8)
    }

    /// The year that two digits stand for: within the century that ends thirty-odd years from today.
    fn year_of_two(&self, of_century: i32) -> i32 {
        let today = self.frame.today().map_or(2000, |day| day.year);
        let year = today - today.rem_euclid(100) + of_century;
        if year >= today + 24 { year - 100 } else { year }
    }

    /// "2016 10 16".
    fn spaced_parts(&self, i: usize) -> Option<When> {
        let [(year, 4), (month, 2), (day, 2)] = [self.digits(i)?, self.digits(i + 1)?, self.digits(i + 2)?] else { return None };
        self.full(i + 3, year as i32, month as u8, day as u8)
    }

    /// "5/12", "29/03"; "7.6", "7-6" where a day is expected.
    fn two_parts(&self, i: usize, expected: bool) -> Option<When> {
        let [(first, 1 | 2), (second, 1 | 2)] = [self.digits(i)?, self.digits(i + 2)?] else { return None };
        // "Friday 7-6" is a day, "Friday 3-8" are hours
        let loose = self.is_mark(i + 1, '.') || self.is_mark(i + 1, '-') && first >= second;
        let mark = self.is_mark(i + 1, '/') || expected && loose;
        if !mark || self.spaced(i + 1) || self.spaced(i + 2) || self.goes_on(i + 3, if self.is_mark(i + 1, '/') { '/' } else { '-' }) {
            return None;
        }
        let (month, day) = if first <= 12 { (first, second) } else { (second, first) };
        self.month_day(i, i + 3, month as u8, day as u8)
    }

    /// A day of a month whose year is not told.
    pub(super) fn month_day(&self, from: usize, next: usize, month: u8, day: u8) -> Option<When> {
        if !calendar::is_day(Day { year: 2000, month, day }) {
            return None;
        }
        let said = Point::new(None, Scale::Day(month, day));
        let year = self.frame.year_of_day(month, day, self.tense(from, next));
        Some(When { relative: year.is_some(), meant: Point { year, ..said }, ..When::known(next, said) })
    }
}
