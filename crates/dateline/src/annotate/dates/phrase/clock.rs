//! Times of day as one says them: "7p", "11ish", "half past seven", "three thirty", "at 5", "7 in the morning".

use super::Phrases;
use crate::annotate::{
    dates::value::Time,
    lexicon::{Class, Unit},
};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hour {
    /// One past its last token.
    pub(super) next: usize,
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
    /// Whether the words say which half of the day it is in.
    pub(super) told: bool,
    /// Whether the words say that it is a time of day at all: a bare number may be anything.
    pub(super) sure: bool,
}

impl Hour {
    pub(super) fn time(self) -> Time {
        Time::Clock { hour: self.hour, minute: self.minute, second: self.second, offset: None }
    }

    /// In the half of the day that is told elsewhere.
    pub(super) fn in_half(self, afternoon: bool) -> Self {
        let hour = match (self.hour, afternoon) {
            (12, false) => 0,
            (1..=11, true) => self.hour + 12,
            (hour, _) => hour,
        };
        if self.told { self } else { Self { hour, told: true, ..self } }
    }

    pub(super) fn minutes(self) -> u32 {
        u32::from(self.hour) * 60 + u32::from(self.minute.unwrap_or(0))
    }
}

impl Phrases<'_> {
    /// The time of day at `i`; where `expected`, a bare number is one as well.
    pub(super) fn hour(&self, i: usize, expected: bool) -> Option<Hour> {
        if let Some((hour, next)) = self.turn(i, "clock") {
            let hour: u8 = hour.parse().ok()?;
            return Some(Hour { next, hour, minute: None, second: None, told: true, sure: true });
        }
        let read = self.past_hour(i).or_else(|| self.plain_hour(i, expected))?;
        let read = self.in_part_of_day(read);
        (read.sure || expected).then_some(read)
    }

    /// "half past seven", "20 min past eight", "fifteen past eight", "a quarter to nine".
    fn past_hour(&self, i: usize) -> Option<Hour> {
        let at = self.skip(i, Class::Article);
        let (minutes, next) = match self.entry(at) {
            word if word.is(Class::Half) => (30, at + 1),
            word if word.is(Class::QuarterOf) => (15, at + 1),
            _ => {
                let (minutes, next) = self.small_number(at)?;
                (minutes, next)
            }
        };
        let counted = self.entry(next).unit == Some(Unit::Minute) || self.is(at, Class::QuarterOf);
        let next = if self.entry(next).unit == Some(Unit::Minute) { next + 1 } else { next };
        let to = self.is(next, Class::Infinitive) && counted;
        if minutes > 59 || !(to || self.is(next, Class::Gone) && self.spaced(next)) {
            return None;
        }
        let hour = self.plain_hour(next + 1, true).filter(|hour| hour.minute.is_none() && (1..=23).contains(&hour.hour))?;
        let (of_hour, back) = if to { (60 - minutes, 1) } else { (minutes, 0) };
        Some(Hour { hour: hour.hour - back, minute: Some(of_hour as u8), sure: true, ..hour })
    }

    /// A whole number below a hundred, in digits or words.
    pub(super) fn small_number(&self, i: usize) -> Option<(u32, usize)> {
        if let Some((number, 1 | 2)) = self.digits(i) {
            return Some((number, i + 1));
        }
        let number = self.entry(i).number?;
        let tens = self.skip_hyphen(i + 1);
        let ones = self.entry(tens).number.filter(|ones| (1..10).contains(ones) && (20..100).contains(&number) && number % 10 == 0);
        let (number, next) = ones.map_or((number, i + 1), |ones| (number + ones, tens + 1));
        (number < 100).then(|| (u32::try_from(number).unwrap_or(0), next))
    }

    fn plain_hour(&self, i: usize, expected: bool) -> Option<Hour> {
        let in_digits = self.digits(i);
        let (hour, next) = match in_digits {
            Some((number, 4)) if expected && self.written(i).starts_with('0') => return four_digits(i + 1, number),
            // "1140 a.m.", "340pm"
            Some((number, 3 | 4)) if self.half_of_day(i + 1).0.is_some() => {
                let read = four_digits(i + 1, number).filter(|read| (1..=12).contains(&read.hour))?;
                return self.half_told(Hour { told: false, ..read });
            }
            Some((number, 1 | 2)) => (number, i + 1),
            Some(_) => return None,
            None => (u32::try_from(self.entry(i).number.filter(|number| (1..=12).contains(number))?).ok()?, i + 1),
        };
        if hour > 24 || self.is_mark(i.wrapping_sub(1), '$') {
            return None;
        }
        let mut read = Hour { next, hour: hour as u8, minute: None, second: None, told: hour > 12 || hour == 0, sure: false };
        let joined = |at: usize| !self.spaced(at) && !self.spaced(at + 1);
        let colon = self.is_mark(next, ':') && joined(next);
        if in_digits.is_some()
            && (colon || self.is_mark(next, '.') && joined(next))
            && let Some((minute @ 0..=59, 2)) = self.digits(next + 1)
        {
            read = Hour { next: next + 2, minute: Some(minute as u8), sure: colon, ..read };
            if self.is_mark(next + 2, ':')
                && joined(next + 2)
                && let Some((second @ 0..=59, 2)) = self.digits(next + 3)
            {
                read = Hour { next: next + 4, second: Some(second as u8), ..read };
            }
        } else if in_digits.is_none()
            && let Some((minute @ 10..=59, next)) = self.small_number(self.skip_hyphen(next))
        {
            // "three thirty", "six forty-three minutes"
            let next = if self.entry(next).unit == Some(Unit::Minute) { next + 1 } else { next };
            let with_minute = self.half_told(Hour { next, minute: Some(minute as u8), ..read });
            return with_minute.filter(|read| expected || read.sure).or_else(|| self.half_told(read));
        }
        self.half_told(read)
    }

    /// "am", "p.m.", "p . m .", "a", "o'clock", "ish" behind an hour.
    fn half_told(&self, read: Hour) -> Option<Hour> {
        let at = read.next;
        let spaced = self.spaced(at);
        if self.written(at).eq_ignore_ascii_case("ampm") {
            return Some(Hour { next: at + 1, sure: true, ..read });
        }
        if self.written(at).eq_ignore_ascii_case("ish") && !spaced {
            return Some(Hour { next: at + 1, sure: true, ..read });
        }
        if self.is_oclock(at) {
            return Some(Hour { next: self.behind_oclock(at), sure: true, ..read });
        }
        let (afternoon, next) = match self.half_of_day(at) {
            // "p . m ."
            (Some(afternoon), next) => {
                (afternoon, if self.spaced(next - 1) && self.is_mark(next - 2, '.') { self.skip_mark(next, '.') } else { next })
            }
            (None, _) => match self.half_in_letters(at) {
                Some(found) => found,
                None => return Some(read),
            },
        };
        if read.hour > 12 {
            // "17:30 pm" says nothing new, "30 am" is none
            return (read.minute.is_some() && afternoon).then_some(Hour { next, sure: true, told: true, ..read });
        }
        Some(Hour { next, sure: true, ..Hour { told: false, ..read }.in_half(afternoon) })
    }

    /// "9a", "seven p . m .", "nine a m".
    fn half_in_letters(&self, i: usize) -> Option<(bool, usize)> {
        let afternoon = match self.written(i) {
            "a" | "A" => false,
            "p" | "P" => true,
            _ => return None,
        };
        let dot = self.skip_mark(i + 1, '.');
        if self.written(dot).eq_ignore_ascii_case("m") {
            let end = dot + 1;
            return Some((afternoon, if dot > i + 1 { self.skip_mark(end, '.') } else { end }));
        }
        (!self.spaced(i)).then_some((afternoon, i + 1))
    }

    /// "7 in the morning", "20 past eight in the evening".
    fn in_part_of_day(&self, read: Hour) -> Hour {
        let the = self.skip(read.next + 1, Class::The);
        let night = self.is(read.next, Class::At);
        if !(self.is(read.next, Class::Of) && the > read.next + 1 || night) {
            return read;
        }
        match self.turn(the, "part") {
            Some(("MO", next)) if !night => Hour { next, sure: true, ..read.in_half(false) },
            Some(("AF" | "EV", next)) if !night => Hour { next, sure: true, ..read.in_half(true) },
            Some(("NI", next)) => Hour { next, sure: true, ..read.in_half((5..12).contains(&read.hour)) },
            _ => read,
        }
    }
}

fn four_digits(next: usize, number: u32) -> Option<Hour> {
    let (hour, minute) = (number / 100, number % 100);
    let told = hour == 0;
    (hour < 24 && minute < 60).then_some(Hour { next, hour: hour as u8, minute: Some(minute as u8), second: None, told, sure: true })
}
