//! Days with names of their own: "Christmas Eve", "Thanksgiving", "Easter 2018".

use super::{
    frame::{Tense, plus},
    reader::{Found, Reader},
    value::{Point, Scale},
};
use crate::grammar::calendar::{self, Day};

impl Reader<'_> {
    /// The rule of the day that is named at `i`, and where its name ends.
    fn holiday_named(&self, i: usize) -> Option<(&'static str, usize)> {
        let token = self.token(i)?;
        let phrases = self.lexicon.phrases.get(&token.id).filter(|_| token.id != 0)?;
        phrases.iter().find_map(|(rest, rule)| self.phrase_ends(i + 1, rest).map(|next| (*rule, next)))
    }

    /// The day of a year that is named at `i`.
    pub(super) fn holiday_in(&self, i: usize, year: i32) -> Option<(Day, usize)> {
        let (rule, next) = self.holiday_named(i)?;
        Some((holiday(rule, year)?, next))
    }

    /// A day with a name of its own.
    pub(super) fn holiday(&self, i: usize) -> Option<Found> {
        let (rule, next) = self.holiday_named(i)?;
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
    pub(super) fn phrase_ends(&self, i: usize, rest: &[&str]) -> Option<usize> {
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

/// The day of a year that a rule of the lexicon names: `12-25`; `11W4-4`, the fourth Thursday of November, `11W4-4+1` the day after; `11V2`, the Tuesday after its first Monday; `E-2`, so
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
            let (which, behind) = which.split_once('+').unwrap_or((which, "0"));
            let days = to_weekday(weekday.parse().ok()?);
            let which: i64 = which.parse().ok()?;
            let day = plus(first, days + 7 * (which.min(5) - 1));
            Some(plus(if day.month == month { day } else { plus(day, -7) }, behind.parse().ok()?))
        }
    }
}
