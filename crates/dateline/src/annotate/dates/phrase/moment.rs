//! Days with the time of the day: "October 14 for 8:00:31am", "friday march fifteenth nine a m", "10, tonight", "Sunday early morning at 8:00".

use super::{Phrase, Phrases, clock::Hour, when::When};
use crate::annotate::{
    dates::value::{Point, Scale, Time},
    lexicon::Class,
};

impl Phrases<'_> {
    /// The day, the time of day, or both in either order that begin at `i`.
    pub(super) fn moment(&self, i: usize) -> Option<When> {
        let (day, time) = (self.day_then_time(i), self.listed_day(i).or_else(|| self.time_then_day(i)));
        match (day, time) {
            (Some(day), Some(time)) => Some(if time.next > day.next { time } else { day }),
            (day, time) => day.or(time).or_else(|| self.part_then_day(i)),
        }
    }

    /// A day with the part of it that is told, and no time yet.
    pub(super) fn day_and_part(&self, i: usize, expected: bool) -> Option<When> {
        if let Some(this) = self.part_of_this(i) {
            return Some(this);
        }
        let day = self.day_with(i, expected)?;
        if !day.is_bare_day() || !self.spaced(day.next) {
            return Some(day);
        }
        let the = self.skip(day.next + 1, Class::The);
        let of = if self.is(day.next, Class::Of) && the > day.next + 1 || self.is(day.next, Class::At) { the } else { day.next };
        let at = self.skip_turn(of, "edge");
        Some(match self.turn(at, "part").filter(|_| !self.is(at, Class::Plural)) {
            Some((part, next)) if matches!(part, "MO" | "AF" | "EV" | "NI") => day.at(next, Time::Part(part), false),
            _ => day,
        })
    }

    fn day_then_time(&self, i: usize) -> Option<When> {
        let day = self.day_and_part(i, false)?;
        Some(self.hour_behind(&day).map_or(day, |hour| on_day(&day, hour)))
    }

    /// The time of day behind a day: "at 5", ", 10:15 a.m.", "3:30", "for 8:00".
    fn hour_behind(&self, day: &When) -> Option<Hour> {
        let comma = self.skip_mark(day.next, ',');
        let sign = self.skip_mark(self.skip_turn(comma, "around-time"), '@');
        let (_, at) = self.turn(sign, "at-time").unwrap_or(("", sign));
        let expected = at > comma && (sign > comma || self.is(sign, Class::At));
        let hour = self.hour(at, expected)?;
        // "Monday at 5 stores" is no time
        let free = hour.sure || self.ends_here(hour.next) || self.turn(hour.next, "on-day").is_some();
        let counted = self.entry(hour.next).unit.is_some();
        (free && !counted && self.spaced(at)).then_some(hour)
    }

    fn time_then_day(&self, i: usize) -> Option<When> {
        let behind_at = i > 0 && self.is(i - 1, Class::At);
        let hour = self.hour(i, true)?;
        let free = self.ends_here(hour.next)
            && self.spaced(i)
            && !self.is_mark(hour.next, '%')
            && !self.is_mark(hour.next, '-')
            && !self.is_mark(hour.next, '/');
        let sure = hour.sure || behind_at && free;
        let comma = self.skip_mark(hour.next, ',');
        let on = self.skip(comma, Class::On);
        if let Some(day) = self.day_and_part(on, false).filter(|day| !day.has_clock()) {
            let tonight = self.is(on, Class::Tonight);
            if sure || tonight {
                let whole = on_day(&day, hour);
                return Some(When { next: day.next, ..whole });
            }
        }
        sure.then(|| on_day(&When::known(hour.next, Point::new(None, Scale::Nowhere)), hour))
    }

    /// "18 and 19 June": the first takes its month from the second.
    fn listed_day(&self, i: usize) -> Option<When> {
        let (day, next) = self.day_of_month(i).filter(|_| self.digits(i).is_some() && self.spaced(i))?;
        let and =
            Some(next).filter(|next| self.is(*next, Class::And) || self.is(*next, Class::Or) && !self.is(*next, Class::Infinitive))?;
        let (_, second) = self.day_of_month(and + 1)?;
        let month = Some(self.entry(self.skip(second, Class::Of)).month).filter(|month| *month > 0)?;
        self.month_day(i, next, month, day)
    }

    /// "the morning of October 5th", "in the afternoon on Monday".
    fn part_then_day(&self, i: usize) -> Option<When> {
        let at = if self.is(i, Class::Of) { i + 1 } else { i };
        let the = self.skip(at, Class::The);
        let (part, next) = self.turn(self.skip_turn(the, "edge"), "part").filter(|(part, _)| part.len() == 2)?;
        let (_, on) = self.turn(next, "on-day")?;
        let day = self.day(on).filter(|day| day.is_bare_day() && the > i)?;
        Some(day.at(day.next, Time::Part(part), false))
    }

    /// "this afternoon", "last night", "tomorrow night" as a day with a part.
    pub(super) fn part_of_this(&self, i: usize) -> Option<When> {
        self.entry(i).shift?;
        let (part, _) = self.turn(i + 1, "part")?;
        let found = self.shifted(i, false)?;
        let point = found.as_point().filter(|point| point.time.is_some() || part == "NI")?;
        Some(When::reckoned(found.next, point.at(Time::Part(part))))
    }

    /// A part of the day without a day: "morning", "lunchtime".
    pub(super) fn part(&self, i: usize) -> Option<When> {
        let greeting = i > 0 && self.is(i - 1, Class::Figurative);
        let (part, next) =
            self.turn(i, "part").filter(|_| !greeting && !self.is(i, Class::Am) && !self.is(i, Class::Pm) && !self.is(i, Class::Plural))?;
        Some(When::known(next, Point::new(None, Scale::Nowhere).at(Time::Part(part))))
    }

    /// "in the morning", "at lunchtime", "morning".
    pub(super) fn part_alone(&self, i: usize) -> Option<Phrase> {
        let at = if self.is(i, Class::Of) || self.is(i, Class::At) { self.skip(i + 1, Class::The) } else { i };
        if at > i + 1
            && let Some((edge, part)) = self.edge_at(at).filter(|(_, part)| part.said.scale == Scale::Nowhere)
        {
            return Some(self.phrase_of(i, &part).with_modifier(super::span::modifier_of(edge)));
        }
        let part = self.part(at).or_else(|| {
            // "in the mornings"
            let part = Some(self.entry(at).part).filter(|part| at > i + 1 && !part.is_empty() && self.is(at, Class::Plural))?;
            Some(When::known(at + 1, Point::new(None, Scale::Nowhere).at(Time::Part(part))))
        })?;
        // a meal is a time only where it is said to be one
        let meal = matches!(part.said.time, Some(Time::Part("MEL" | "MEB" | "MED")));
        if meal && at == i && !self.written(i).to_ascii_lowercase().ends_with("time") {
            return None;
        }
        Some(self.phrase_of(i, &part))
    }
}

/// A day at an hour: the part of the day that was told says which half of it is meant.
pub(super) fn on_day(day: &When, hour: Hour) -> When {
    let hour = match day.said.time {
        Some(Time::Part("MO")) => hour.in_half(false),
        Some(Time::Part("AF" | "EV")) => hour.in_half(true),
        Some(Time::Part("NI")) => hour.in_half((5..12).contains(&hour.hour)),
        _ => hour,
    };
    day.at(hour.next, hour.time(), hour.told)
}
