//! A short string in, the calendar date (and time of day) that it states out, no more precise than it is written.
//!
//! For post dates, datelines and metadata: `Thursday, February 26, 2009`, `26.02.2009, 10:15 Uhr`, `2009-02-26T10:15Z`,
//! `26 février 2009`, `2009年2月26日`. Values are ISO 8601 / TIMEX3 with `X` for what is not said (`XXXX-02-26`), and a
//! date without a year is completed by [`Moment::resolved`] from a date of reference.
//! It does not read relative dates ("last Friday") nor durations.

mod clock;
mod names;
mod parse;

use std::ops::Range;

pub(crate) use parse::{at, find, may_hold_number, may_hold_year, whole};

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    /// Year, four digits in what follows.
    pub(crate) year: i32,
    /// Month, 1 to 12.
    pub(crate) month: u8,
    /// Day of the month, from 1.
    pub(crate) day: u8,
}

/// The finest part of a date that is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Precision {
    /// The year alone.
    Year,
    /// Year and month.
    Month,
    /// A day, its year perhaps unsaid.
    Day,
    /// A day with hour and minute.
    Minute,
    /// A day with hour, minute and second.
    Second,
}

/// Which of two numbers is the day where nothing else tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// Unknown: `03/04/2009` is not read at all.
    #[default]
    Unknown,
    /// `26/02/2009`, most of the world.
    DayFirst,
    /// `02/26/2009`, the United States. Nothing in a plain text tells, but the address or the language of a page does.
    #[allow(dead_code)]
    MonthFirst,
}

/// A time of day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    /// Hour, 0 to 23.
    pub(crate) hour: u8,
    /// Minute.
    pub(crate) minute: u8,
    /// Second, where written.
    pub(crate) second: Option<u8>,
    /// Minutes east of Greenwich, where the zone as written fixes them.
    pub(crate) offset: Option<i16>,
}

/// A date as a text states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The year, where said.
    pub(crate) year: Option<i32>,
    /// The month, where said.
    pub(crate) month: Option<u8>,
    /// The day of the month, where said.
    pub(crate) day: Option<u8>,
    /// The day of the week, 1 (Monday) to 7, where said.
    pub(crate) weekday: Option<u8>,
    /// The time of day, where said.
    pub(crate) clock: Option<Clock>,
    /// The bytes that state it, the day of the week and the zone included.
    pub(crate) range: Range<usize>,
}

impl Clock {
    /// Appends it as ISO 8601 has it: `T10:15:30+01:00`.
    fn push(self, out: &mut String) {
        push_two('T', self.hour, out);
        push_two(':', self.minute, out);
        if let Some(second) = self.second {
            push_two(':', second, out);
        }
        match self.offset {
            Some(0) => out.push('Z'),
            Some(minutes) => {
                let [hours, minutes_of_hour] = [minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60].map(|part| part as u8);
                push_two(if minutes < 0 { '-' } else { '+' }, hours, out);
                push_two(':', minutes_of_hour, out);
            }
            None => {}
        }
    }
}

/// Appends a number below 100 with two digits and what stands before it.
fn push_two(before: char, number: u8, out: &mut String) {
    out.push(before);
    out.push(digit(number / 10));
    out.push(digit(number % 10));
}

/// Appends a year with at least four digits.
fn push_year(year: i32, out: &mut String) {
    match u16::try_from(year) {
        Ok(year @ 1000..=9999) => [1000, 100, 10, 1].iter().for_each(|place| out.push(digit((year / place % 10) as u8))),
        _ => out.push_str(&format!("{year:04}")),
    }
}

/// The last digit of a number.
fn digit(number: u8) -> char {
    char::from(b'0' + number % 10)
}

impl Moment {
    /// ISO 8601, with `X` for what is not said: `2009-02-26T10:15+01:00`, `2009-02`, `XXXX-02-26`, `XXXX-WXX-4`.
    pub(crate) fn value(&self) -> String {
        let mut out = String::with_capacity("2009-02-26T10:15:30+01:00".len());
        match self.year {
            Some(year) => push_year(year, &mut out),
            None => out.push_str("XXXX"),
        }
        match (self.month, self.day, self.weekday) {
            (Some(month), Some(day), _) => {
                push_two('-', month, &mut out);
                push_two('-', day, &mut out);
            }
            (Some(month), None, _) => push_two('-', month, &mut out),
            (None, Some(day), _) => {
                out.push_str("-XX");
                push_two('-', day, &mut out);
            }
            (None, None, Some(weekday)) if self.year.is_none() => {
                out.push_str("-WXX-");
                out.push(digit(weekday));
            }
            (None, None, _) => {}
        }
        if let (Some(clock), Some(_)) = (self.clock, self.day) {
            clock.push(&mut out);
        }
        out
    }

    /// The finest part that is stated.
    pub(crate) fn precision(&self) -> Precision {
        match (self.month, self.day, self.weekday, self.clock) {
            (_, Some(_), _, Some(Clock { second: Some(_), .. })) => Precision::Second,
            (_, Some(_), _, Some(_)) => Precision::Minute,
            (_, Some(_), _, None) => Precision::Day,
            (None, None, Some(_), _) => Precision::Day,
            (Some(_), None, _, _) => Precision::Month,
            (None, None, None, _) => Precision::Year,
        }
    }

    /// The day, where year, month and day are all said.
    pub(crate) fn full_day(&self) -> Option<Day> {
        Some(Day { year: self.year?, month: self.month?, day: self.day? })
    }

    /// The moment with what is unsaid completed from `reference`: the nearest such day that is not after the reference by more than
    /// [`AHEAD`] days. A moment without a day is returned as it is.
    pub(crate) fn resolved(&self, reference: Day) -> Moment {
        let mut out = self.clone();
        if out.year.is_some() {
            return out;
        }
        let day = match (out.month, out.day, out.weekday) {
            (Some(month), Some(day), _) => resolve(month, day, reference),
            (None, Some(day), _) => resolve_day(day, reference),
            (None, None, Some(weekday)) => Some(resolve_weekday(weekday, reference)),
            _ => None,
        };
        if let Some(day) = day {
            (out.year, out.month, out.day) = (Some(day.year), Some(day.month), Some(day.day));
        }
        out
    }
}

/// How many days after the date of reference a date without a year may lie: an article that is dated a day or two before
/// its dateline (zones, weeklies) is common, one that is dated a week before is not.
pub(crate) const AHEAD: i64 = 7;

/// The day of this month and day that lies nearest to `reference` without being later than it by more than [`AHEAD`] days;
/// `None` for what is no day in any year (30 February).
pub(crate) fn resolve(month: u8, day: u8, reference: Day) -> Option<Day> {
    let latest = serial(reference) + AHEAD;
    // 29 February lies back eight years at most (across 1900 or 2100)
    (0..=9).map(|back| Day { year: reference.year + 1 - back, month, day }).find(|d| is_day(*d) && serial(*d) <= latest)
}

/// The day with this number in its month, nearest before `reference` or a few days after it.
fn resolve_day(day: u8, reference: Day) -> Option<Day> {
    let latest = serial(reference) + AHEAD;
    (0..=3)
        .map(|back| {
            let months = reference.year * 12 + i32::from(reference.month) - back;
            Day { year: months.div_euclid(12), month: months.rem_euclid(12) as u8 + 1, day }
        })
        .find(|d| is_day(*d) && serial(*d) <= latest)
}

/// The last such day of the week up to `reference` itself.
fn resolve_weekday(weekday: u8, reference: Day) -> Day {
    let back = (i64::from(self::weekday(reference)) - i64::from(weekday)).rem_euclid(7);
    from_serial(serial(reference) - back)
}

/// The month that a word names in any of the languages known, 1 to 12.
pub(crate) fn month_named(word: &str) -> Option<u8> {
    names::month(word).map(|(month, _)| month)
}

/// The day of the week that a word names, 1 (Monday) to 7.
pub(crate) fn weekday_named(word: &str) -> Option<u8> {
    names::weekday(word)
}

/// Minutes east of Greenwich of a zone's letters, where they mean one offset only.
pub(crate) fn zone_named(letters: &str) -> Option<i16> {
    names::zone(letters)
}

/// The ISO 8601 week that a day is in, and the year that the week belongs to.
pub(crate) fn week(day: Day) -> (i32, u8) {
    // the week belongs to the year of its Thursday
    let thursday = from_serial(serial(day) + 4 - i64::from(weekday(day)));
    let first = Day { month: 1, day: 1, ..thursday };
    (thursday.year, ((serial(thursday) - serial(first)) / 7 + 1) as u8)
}

/// How many days a month has.
pub(crate) fn days_in(year: i32, month: u8) -> u8 {
    (28..=31).rev().find(|&day| is_day(Day { year, month, day })).unwrap_or(31)
}

/// Easter Sunday of the Western churches, by the Gregorian computus of Butcher.
pub(crate) fn easter(year: i32) -> Day {
    let (golden, century, of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let day = epact + sunday - 7 * late + 114;
    Day { year, month: (day / 31) as u8, day: (day % 31 + 1) as u8 }
}

/// The day of the week, 1 (Monday) to 7.
pub(crate) fn weekday(day: Day) -> u8 {
    // day 0 (1970-01-01) was a Thursday
    (serial(day) + 3).rem_euclid(7) as u8 + 1
}

/// The day exists.
pub(crate) fn is_day(day: Day) -> bool {
    let leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
    let last = match day.month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => return false,
    };
    (1..=last).contains(&day.day)
}

/// Days since 1970-01-01, by counting years from March on.
pub(crate) fn serial(day: Day) -> i64 {
    let shifted = i64::from(day.month <= 2);
    let year = i64::from(day.year) - shifted;
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month = (i64::from(day.month) + 9) % 12;
    let of_year = (153 * month + 2) / 5 + i64::from(day.day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The inverse of [`serial`].
pub(crate) fn from_serial(serial: i64) -> Day {
    let days = serial + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let calendar_month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(calendar_month <= 2);
    Day { year: year as i32, month: calendar_month as u8, day: day as u8 }
}

#[cfg(test)]
mod tests;
