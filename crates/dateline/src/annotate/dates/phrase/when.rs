//! A moment as it was said and as it is meant, and how both are written.

use super::super::{
    frame::{plus, plus_months},
    value::{Point, Scale, Time},
};
use crate::{
    grammar::calendar::{self, Day},
    model::Precision,
};

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct When {
    /// One past its last token.
    pub(super) next: usize,
    /// As it was said: what the words leave open is open.
    pub(super) said: Point,
    /// As it is meant: nearest to today.
    pub(super) meant: Point,
    /// Whether it was resolved against the frame.
    pub(super) relative: bool,
    /// Whether its time of day says which half of the day it is in.
    pub(super) told: bool,
}

impl When {
    pub(super) fn known(next: usize, point: Point) -> Self {
        Self { next, said: point, meant: point, relative: false, told: false }
    }

    pub(super) fn reckoned(next: usize, point: Point) -> Self {
        Self { relative: true, ..Self::known(next, point) }
    }

    pub(super) fn at(self, next: usize, time: Time, told: bool) -> Self {
        Self { next, said: self.said.at(time), meant: self.meant.at(time), told, ..self }
    }

    pub(super) fn is_day(&self) -> bool {
        self.said.is_day() || matches!(self.said.scale, Scale::DayOf(_))
    }

    /// A day without a time of it.
    pub(super) fn is_bare_day(&self) -> bool {
        self.said.time.is_none() && self.is_day()
    }

    pub(super) fn has_clock(&self) -> bool {
        matches!(self.said.time, Some(Time::Clock { .. }))
    }

    pub(super) fn precision(&self) -> Option<Precision> {
        Some(self.said.precision()).filter(|_| self.said.scale != Scale::Nowhere || self.has_clock())
    }
}

/// A point as TIMEX3 writes it, but a time no finer than it was said, and what is no unit of the calendar as its first day, the first day behind it and its length.
pub(super) fn written(point: &Point) -> String {
    let date = match (point.scale, point.year) {
        (Scale::Nowhere, _) => String::new(),
        (Scale::Season(season), None) => season.to_owned(),
        (Scale::Quarter(_) | Scale::Half(_) | Scale::Century | Scale::Decade, Some(_)) if !point.fiscal => {
            let months = months_of(point.scale);
            let length = if months % 12 == 0 { format!("P{}Y", months / 12) } else { format!("P{months}M") };
            begin(point).zip(end(point)).map_or_else(String::new, |(from, to)| format!("({},{},{length})", iso(from), iso(to)))
        }
        _ => Point { time: None, ..*point }.to_string(),
    };
    date + &time_written(point.time)
}

fn time_written(time: Option<Time>) -> String {
    match time {
        None => String::new(),
        Some(Time::Part(part)) => format!("T{part}"),
        Some(Time::Clock { hour, minute, second, .. }) => {
            let finer = [minute, second].into_iter().flatten().map(|part| format!(":{part:02}"));
            format!("T{hour:02}{}", finer.collect::<String>())
        }
    }
}

/// The end of a range: a time as it was said, a day, or the first day of what is wider.
pub(super) fn end_written(point: &Point) -> String {
    let time = time_written(point.time);
    let year = || point.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    match point.scale {
        Scale::Nowhere => time,
        Scale::Month(month) => format!("{}-{month:02}-01", year()),
        Scale::Day(..) | Scale::DayOf(_) | Scale::Weekday(_) => written(point),
        _ => begin(point).map_or_else(year, iso),
    }
}

pub(super) fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// How many months are in what is a whole number of them.
fn months_of(scale: Scale) -> i64 {
    match scale {
        Scale::Century => 1200,
        Scale::Decade => 120,
        Scale::Year | Scale::SchoolYear => 12,
        Scale::Half(_) => 6,
        Scale::Quarter(_) | Scale::Season(_) => 3,
        _ => 1,
    }
}

/// The first day of a point whose year is known.
pub(super) fn begin(point: &Point) -> Option<Day> {
    let year = point.year?;
    let first = |month| Day { year, month, day: 1 };
    Some(match point.scale {
        Scale::Century => Day { year: year - year.rem_euclid(100), ..first(1) },
        Scale::Decade => Day { year: year - year.rem_euclid(10), ..first(1) },
        Scale::Year | Scale::SchoolYear => first(1),
        Scale::Half(half) => first(if half == 1 { 1 } else { 7 }),
        Scale::Quarter(quarter) => first(quarter.clamp(1, 4) * 3 - 2),
        Scale::Month(month) => first(month),
        Scale::Week(week) => monday(year, week),
        Scale::Weekend(week) => plus(monday(year, week), 5),
        Scale::Day(month, day) => Day { year, month, day },
        Scale::Season(_) | Scale::Weekday(_) | Scale::DayOf(_) | Scale::Nowhere => return None,
    })
}

/// The first day behind a point whose year is known.
pub(super) fn end(point: &Point) -> Option<Day> {
    let from = begin(point)?;
    Some(match point.scale {
        Scale::Week(_) => plus(from, 7),
        Scale::Weekend(_) => plus(from, 2),
        Scale::Day(..) => plus(from, 1),
        scale => {
            let (year, month) = plus_months(from.year, from.month, months_of(scale));
            Day { year, month, day: 1 }
        }
    })
}

/// The Monday of an ISO week.
pub(super) fn monday(year: i32, week: u8) -> Day {
    let fourth = Day { year, month: 1, day: 4 };
    plus(fourth, 7 * (i64::from(week) - 1) - (i64::from(calendar::weekday(fourth)) - 1))
}

/// Seconds since a fixed midnight, of a day and a time of it.
pub(super) fn seconds(point: &Point) -> Option<i64> {
    let day = match point.scale {
        Scale::Nowhere => 0,
        _ => calendar::serial(begin(point)?),
    };
    Some(day * 86_400 + of_day(point.time))
}

fn of_day(time: Option<Time>) -> i64 {
    match time {
        Some(Time::Clock { hour, minute, second, .. }) => {
            i64::from(hour) * 3600 + i64::from(minute.unwrap_or(0)) * 60 + i64::from(second.unwrap_or(0))
        }
        _ => 0,
    }
}

/// The point so many seconds after a day's midnight, as exact as seconds are.
pub(super) fn point_at(seconds: i64) -> Point {
    let of_day = seconds.rem_euclid(86_400);
    let (hour, minute, second) = ((of_day / 3600) as u8, (of_day / 60 % 60) as u8, (of_day % 60) as u8);
    Point::day(calendar::from_serial(seconds.div_euclid(86_400))).at(Time::Clock {
        hour,
        minute: Some(minute),
        second: Some(second),
        offset: None,
    })
}

/// Seconds as a TIMEX3 length of hours, minutes and seconds.
pub(super) fn clock_length(seconds: i64) -> String {
    let parts = [(seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    let told: String = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, letter)| format!("{count}{letter}")).collect();
    format!("PT{}", if told.is_empty() { "0S" } else { &told })
}

/// A span of time from its first moment to that behind it.
pub(super) fn interval(from: &When, to: &When) -> String {
    let timed = from.has_clock() || to.has_clock();
    let (Some(first), Some(last)) = (seconds(&from.meant), seconds(&to.meant)) else {
        return format!("({},{},PX)", end_written(&from.said), end_written(&to.said));
    };
    let length = if timed {
        let nowhere = to.meant.scale == Scale::Nowhere;
        clock_length(if nowhere { (last - first).rem_euclid(86_400) } else { (last - first).max(0) })
    } else {
        day_length(&from.meant, &to.meant, (last - first) / 86_400)
    };
    format!("({},{},{length})", end_written(&from.said), end_written(&to.said))
}

/// The length of a span of days in the unit in which its ends were told: years, months, else days.
fn day_length(from: &Point, to: &Point, days: i64) -> String {
    let months = |point: &Point| Some(i64::from(begin(point)?.year) * 12 + i64::from(begin(point)?.month));
    let whole =
        |point: &Point| !matches!(point.scale, Scale::Day(..) | Scale::Week(_) | Scale::Weekend(_) | Scale::DayOf(_) | Scale::Weekday(_));
    match months(from).zip(months(to)).filter(|_| whole(from) && whole(to)) {
        Some((first, last)) if from.scale == Scale::Year && to.scale == Scale::Year => format!("P{}Y", (last - first) / 12),
        Some((first, last)) => format!("P{}M", last - first),
        None => format!("P{days}D"),
    }
}
