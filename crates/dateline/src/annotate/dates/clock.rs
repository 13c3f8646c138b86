//! Times of day: "10:35 a.m.", "0735 GMT", "5 o'clock", "noon", "half past seven", with the zone and the day behind.

use super::{
    reader::{Found, Reader},
    value::{Point, Scale, Time},
};
use crate::{
    annotate::lexicon::{Class, Unit},
    grammar::calendar,
};

impl Reader<'_> {
    /// A time of day that begins at `i`, with the day behind it where one is named.
    pub(super) fn clock(&self, i: usize) -> Option<Found> {
        let (time, next) = self.time_of_day(i, true)?;
        let comma = self.skip_mark(next, ',');
        let on = self.skip(comma, Class::On);
        if let Some(day) = self.absolute(on, false).or_else(|| self.word(on, false))
            && let Some(point) = day.as_point().filter(|point| point.is_day() && point.time.is_none())
        {
            return Some(Found { next: day.next, value: super::value::Value::Point(point.at(time)), ..day });
        }
        // a time alone is today's
        let today = self.frame.named_here.or(self.frame.today()).map(Point::day);
        Some(match today {
            Some(today) => Found::reckoned(next, today.at(time)),
            None => Found::point(next, Point::new(None, Scale::Nowhere).at(time)),
        })
    }

    /// The time of day and where its words end. Where it stands alone, it has to say itself what it is: a colon alone may be a score or a verse.
    pub(super) fn time_of_day(&self, i: usize, alone: bool) -> Option<(Time, usize)> {
        let word = self.entry(i);
        if word.clock > 0 && i > 0 && self.is(i - 1, Class::Figurative) {
            return None;
        }
        if word.clock > 0 {
            let (offset, next) = self.zone(i + 1);
            return Some((Time::Clock { hour: word.clock, minute: (word.clock == 12).then_some(0), second: None, offset }, next));
        }
        if let Some(found) = self.past_the_hour(i) {
            return Some(found);
        }
        let (hour, digits) = self.digits(i).or_else(|| {
            let number = word.number.filter(|number| (1..=12).contains(number) && self.is_oclock(i + 1))?;
            Some((number as u32, 2))
        })?;
        if digits == 4 {
            return self.military(i, hour, alone);
        }
        if digits > 2 || hour > 24 || self.is_mark(i.wrapping_sub(1), '$') {
            return None;
        }
        let (mut minute, mut second, mut next) = (None, None, i + 1);
        let joined = |at: usize| !self.spaced(at) && !self.spaced(at + 1);
        let colon = self.is_mark(next, ':') && joined(next);
        if (colon || self.is_mark(next, '.') && joined(next))
            && let Some((value @ 0..=59, 2)) = self.digits(next + 1)
        {
            minute = Some(value as u8);
            next += 2;
            if colon
                && self.is_mark(next, ':')
                && joined(next)
                && let Some((value @ 0..=59, 2)) = self.digits(next + 1)
            {
                second = Some(value as u8);
                next += 2;
            }
        }
        let (afternoon, after) = self.half_of_day(next);
        // "4 in the morning"
        if afternoon.is_none() && alone && self.is(after, Class::Prepositions) && self.is(after + 1, Class::The) {
            let part = self.entry(after + 2).part;
            if !part.is_empty() && (1..=12).contains(&hour) {
                let hour = if part == "MO" || hour == 12 { hour } else { hour + 12 };
                return Some((Time::Clock { hour: hour as u8, minute, second, offset: None }, after + 3));
            }
        }
        let oclock = self.is_oclock(after).then(|| self.behind_oclock(after));
        let (offset, behind) = self.zone(oclock.unwrap_or(after));
        let told = afternoon.is_some() || oclock.is_some() || (minute.is_some() && (offset.is_some() || behind > after));
        let stands = told || (colon && minute.is_some() && !alone);
        if !stands || (afternoon.is_some() && hour > 12) {
            return None;
        }
        let hour = match (hour, afternoon) {
            (12, Some(false)) => 0,
            (1..=11, Some(true)) => hour + 12,
            _ => hour,
        };
        Some((Time::Clock { hour: hour as u8, minute, second, offset }, behind))
    }

    /// "half past seven", "twenty past eight", "a quarter to nine".
    fn past_the_hour(&self, i: usize) -> Option<(Time, usize)> {
        let at = self.skip(i, Class::Article);
        let (minutes, next) = if self.is(at, Class::Half) {
            (30, at + 1)
        } else if self.is(at, Class::QuarterOf) {
            (15, at + 1)
        } else {
            let (minutes, next) = self.amount(at)?;
            (minutes.count().filter(|minutes| (1..30).contains(minutes))?, next)
        };
        let next = if self.entry(next).unit == Some(Unit::Minute) { next + 1 } else { next };
        let to = self.is(next, Class::Infinitive) && next == at + 1 && !self.is(at, Class::Half) && self.digits(at).is_none();
        if !(self.is(next, Class::Gone) || to) {
            return None;
        }
        let (hour, behind) = self.amount(next + 1).filter(|_| !self.is(next + 1, Class::Article))?;
        let hour = hour.count().filter(|hour| (1..=12).contains(hour))?;
        // "half past seven people" is nonsense, but "ten to twelve people" is not
        if to && !self.is_oclock(behind) && self.spaced(behind) && !self.is(behind, Class::Prepositions) {
            return None;
        }
        let behind = if self.is_oclock(behind) { self.behind_oclock(behind) } else { behind };
        let of_hour = if to { 60 - minutes } else { minutes };
        let hour = if to { hour - 1 } else { hour };
        Some((Time::Clock { hour: hour as u8, minute: Some(of_hour as u8), second: None, offset: None }, behind))
    }

    /// "0735 GMT", "1900 hours local time": four digits need what follows.
    fn military(&self, i: usize, digits: u32, alone: bool) -> Option<(Time, usize)> {
        let (hour, minute) = (digits / 100, digits % 100);
        let (offset, next) = self.zone(i + 1);
        if hour > 24 || minute > 59 || next == i + 1 || !alone && offset.is_none() {
            return None;
        }
        Some((Time::Clock { hour: hour as u8, minute: Some(minute as u8), second: None, offset }, next))
    }

    pub(super) fn is_oclock(&self, i: usize) -> bool {
        self.is(i, Class::Oclock)
            || (self.written(i).eq_ignore_ascii_case("o") && self.is_apostrophe(i + 1) && self.is(i + 2, Class::ClockWord))
    }

    pub(super) fn behind_oclock(&self, i: usize) -> usize {
        if self.is(i, Class::Oclock) { i + 1 } else { i + 3 }
    }

    /// "am", "p.m.": whether it is the second half of the day, and where it ends, its last full stop included where more follows.
    pub(super) fn half_of_day(&self, i: usize) -> (Option<bool>, usize) {
        let word = self.entry(i);
        if word.is(Class::Am) || word.is(Class::Pm) {
            return (Some(word.is(Class::Pm)), i + 1);
        }
        let first = self.written(i);
        let afternoon = match first {
            "a" | "A" => false,
            "p" | "P" => true,
            _ => return (None, i),
        };
        if !(self.is_mark(i + 1, '.') && self.written(i + 2).eq_ignore_ascii_case("m")) {
            return (None, i);
        }
        let next = i + 3;
        let dot = self.is_mark(next, '.') && !self.spaced(next);
        (Some(afternoon), if dot { next + 1 } else { next })
    }

    /// "GMT", "EST", "local time": minutes east of Greenwich where they are certain, and where the words end.
    fn zone(&self, i: usize) -> (Option<i16>, usize) {
        let letters = self.written(i);
        if letters.len() >= 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
            if let Some(minutes) = calendar::zone_named(letters) {
                return (Some(minutes), i + 1);
            }
            if matches!(letters, "ET" | "PT" | "CT" | "MT") {
                return (None, i + 1);
            }
        }
        (None, i)
    }
}
