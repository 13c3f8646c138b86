//! Lengths of time, and moments and ranges that are counted by them: "in two weeks", "3 days from Tuesday", "from 10 am for 3 hours", "within 5 minutes", "3h".

use super::{
    Phrase, Phrases,
    counted::Count,
    when::{When, clock_length, end_written, iso, point_at, seconds, written},
};
use crate::{
    annotate::{
        dates::{
            frame::{Tense, plus},
            value::{Amount, Point, Scale, Value},
        },
        lexicon::{Class, Unit},
    },
    grammar::calendar,
    model::DateKind,
};

impl Phrases<'_> {
    /// A moment or a range that a length of time is counted to or from.
    pub(super) fn reckoned(&self, i: usize) -> Option<Phrase> {
        let forms = [
            self.in_a_while(i),
            self.ago_or_from(i),
            self.more_than_before(i),
            self.weekday_of_while(i),
            self.starting_for(i),
            self.for_starting(i),
            self.until_later(i),
        ];
        forms.into_iter().flatten().max_by_key(|phrase| phrase.next)
    }

    fn now(&self) -> Option<When> {
        let today = self.frame.today()?;
        let point = Point::day(today);
        Some(When::reckoned(0, self.frame.moment().map_or(point, point_at)))
    }

    fn today(&self) -> Option<When> {
        Some(When::reckoned(0, Point::day(self.frame.today()?)))
    }

    /// Now for what is counted in hours, today for what is counted in days.
    fn start_of(&self, count: &Count) -> Option<When> {
        if count.seconds().is_some() { self.now() } else { self.today() }
    }

    /// "in two weeks", "in 5 minutes", "within 5 minutes", "in two years since 2011", "in 3 days on Friday".
    fn in_a_while(&self, i: usize) -> Option<Phrase> {
        let (_, at) = self.turn(i, "in")?;
        if self.turn(i, "within").is_some()
            && let Some(range) = self.counted_phrase(self.skip(at, Class::The))
        {
            return Some(Phrase { from: i, ..range });
        }
        let count = self.count(at)?;
        if self.turn(i, "within").is_some() {
            let from = self.start_of(&count)?;
            let to = self.away(&from, 1, &count)?;
            let length = count.seconds().map_or_else(|| count.length(), clock_length);
            let value = format!("({},{},{length})", written(&from.meant), written(&to.meant));
            let kind = if count.seconds().is_some() { DateKind::Time } else { DateKind::Date };
            return Some(Phrase { relative: true, ..Phrase::new(i, count.next, value, kind) });
        }
        if let Some((_, since)) = self.turn(count.next, "after")
            && let Some(from) = self.anchor(since)
        {
            let to = self.away(&from, 1, &count)?;
            return Some(self.phrase_of(i, &When { next: from.next, ..to }));
        }
        let to = self.away(&self.start_of(&count)?, 1, &count)?;
        let next = self.skip_turn(count.next, "on-day");
        let weekday = i64::from(self.entry(next).weekday);
        let told_again = self.day(next).filter(|day| next > count.next && day.is_bare_day() && weekday > 0);
        let near = told_again.zip(to.meant.known_day()).map(|(told, day)| {
            // that day of the week which is nearest
            let ahead = (weekday - i64::from(calendar::weekday(day)) + 3).rem_euclid(7) - 3;
            When::reckoned(told.next, Point::day(plus(day, ahead)))
        });
        Some(self.phrase_of(i, &near.unwrap_or(When { next: count.next, ..to })))
    }

    /// What a length may be counted from: a day or the beginning of what is wider.
    fn anchor(&self, i: usize) -> Option<When> {
        let the = self.skip(i, Class::The);
        let (moment, span) = (self.moment(i), self.plain_span(the));
        match (moment, span) {
            (Some(moment), Some(span)) => Some(if span.next > moment.next { span } else { moment }),
            (moment, span) => moment.or(span),
        }
    }

    /// "two months ago", "3 minutes from now", "a fortnight later", "two days before yesterday", "3 days from Tuesday".
    fn ago_or_from(&self, i: usize) -> Option<Phrase> {
        let (count, to) = self.away_from_another(i)?;
        let _ = count;
        Some(self.phrase_of(i, &to))
    }

    fn away_from_another(&self, i: usize) -> Option<(Count, When)> {
        let count = self.count(i)?;
        if let Some((_, next)) = self.turn(count.next, "ago") {
            return Some((count, When { next, ..self.away(&self.start_of(&count)?, -1, &count)? }));
        }
        let of_span = self.entry(count.next + 1).shift.is_some() || self.is(count.next + 1, Class::Of);
        if let Some((_, next)) = self.turn(count.next, "from-now").filter(|(_, next)| !(of_span && *next == count.next + 1)) {
            return Some((count, When { next, ..self.away(&self.start_of(&count)?, 1, &count)? }));
        }
        let (sign, at) = match (self.turn(count.next, "after"), self.turn(count.next, "before")) {
            (Some((_, next)), _) => (1, next),
            (_, Some((_, next))) => (-1, next),
            _ => return None,
        };
        let from = self.anchor(at)?;
        // counted from a day that lies ahead as like as not
        let from = self.ahead(at, from);
        Some((count, When { next: from.next, ..self.away(&from, sign, &count)? }))
    }

    /// A bare weekday that something is counted from is the next one.
    fn ahead(&self, at: usize, from: When) -> When {
        let weekday = self.entry(at).weekday;
        match self.frame.weekday(weekday, Tense::Future).filter(|_| weekday > 0 && from.next == at + 1) {
            Some(day) => When { said: Point::day(day), meant: Point::day(day), ..from },
            None => from,
        }
    }

    /// "more than 2 days before yesterday".
    fn more_than_before(&self, i: usize) -> Option<Phrase> {
        let (modifier, at) = self.turn(i, "length")?;
        let (count, to) = self.away_from_another(at)?;
        let back = self.turn(count.next, "before").is_some() || self.turn(count.next, "ago").is_some();
        let modifier = if (modifier == "MORE_THAN") == back { "BEFORE" } else { "AFTER" };
        Some(self.phrase_of(i, &to).with_modifier(modifier))
    }

    /// "Monday two weeks from now": that day of the week so far away.
    fn weekday_of_while(&self, i: usize) -> Option<Phrase> {
        let weekday = Some(self.entry(i).weekday).filter(|weekday| *weekday > 0 && !self.is(i, Class::Weekdays))?;
        let (count, to) = self.away_from_another(self.skip_mark(i + 1, ','))?;
        let day = to.meant.known_day().filter(|_| count.unit >= Unit::Week)?;
        let day = plus(day, i64::from(weekday) - i64::from(calendar::weekday(day)));
        Some(self.phrase_of(i, &When { next: to.next, ..When::reckoned(to.next, Point::day(day)) }))
    }

    /// "from 10 am for 3 hours", "14th Feb from 9:30am for 7 hours".
    fn starting_for(&self, i: usize) -> Option<Phrase> {
        let opened = self.skip_turn(i, "open");
        let from = if opened > i {
            self.moment(opened).or_else(|| self.hour_alone(opened))?
        } else {
            let day = self.day(i).filter(When::is_bare_day)?;
            let (_, at) = self.turn(day.next, "open")?;
            super::moment::on_day(&day, self.hour(at, true)?)
        };
        let (_, at) = self.turn(from.next, "during")?;
        let (length, next) = self.whole_length(at)?;
        self.span_of(i, next, &from, &length)
    }

    fn hour_alone(&self, i: usize) -> Option<When> {
        let hour = self.hour(i, true)?;
        Some(super::moment::on_day(&When::known(hour.next, Point::new(None, Scale::Nowhere)), hour))
    }

    /// "for 3 hours from 10 am", "for 1 week, from 20th dec", "a day starting this Friday at 5 pm".
    fn for_starting(&self, i: usize) -> Option<Phrase> {
        let (during, at) = self.turn(i, "during").map_or((false, i), |(_, at)| (true, at));
        let (length, next) = self.whole_length(at)?;
        let comma = self.skip_mark(next, ',');
        let (_, at) = self.turn(comma, "start").filter(|_| during || !self.is(comma, Class::From))?;
        let from = self.moment(at).or_else(|| self.hour_alone(at))?;
        self.span_of(i, from.next, &from, &length)
    }

    /// A length of one or several units: "3 hours 30 minutes", "2.5 hours".
    fn whole_length(&self, i: usize) -> Option<(Vec<Count>, usize)> {
        let mut length = vec![self.count(i)?];
        while let Some(last) = length.last().copied().filter(|_| length.len() < 4)
            && let Some(finer) = self.count(self.skip(last.next, Class::And)).filter(|finer| finer.unit < last.unit)
        {
            length.push(finer);
        }
        let next = length.last()?.next;
        Some((length, next))
    }

    fn span_of(&self, i: usize, next: usize, from: &When, length: &[Count]) -> Option<Phrase> {
        let all: Option<i64> = length.iter().map(Count::seconds).sum();
        if let Some(all) = all {
            let start = seconds(&from.meant)?;
            let written_length = clock_length(all);
            let until = point_at(start + all);
            let time = written(&Point { scale: Scale::Nowhere, year: None, ..until });
            let until = if from.said == from.meant || from.said.scale == Scale::Nowhere {
                if from.said.scale == Scale::Nowhere { time } else { written(&until) }
            } else {
                format!("{}{time}", written(&Point { time: None, ..from.said }))
            };
            let value = format!("({},{until},{written_length})", end_written(&from.said));
            return Some(Phrase::new(i, next, value, DateKind::Time));
        }
        let [count] = length else { return None };
        let from = &self.still_to_come(*from);
        let to = self.away(from, 1, count)?;
        let ahead =
            |point: &Point| if point.time.is_some() { seconds(point).map(|at| written(&point_at(at))) } else { point.known_day().map(iso) };
        let value = format!("({},{},{})", ahead(&from.meant)?, ahead(&to.meant)?, count.length());
        Some(Phrase { relative: true, ..Phrase::new(i, next, value, DateKind::Date) })
    }

    /// A day whose year is not told is the next such day where something begins with it.
    fn still_to_come(&self, from: When) -> When {
        match (from.said.scale, from.said.year, self.frame.today()) {
            (Scale::Day(month, day), None, Some(today)) => {
                let year = self.frame.year_of_day(month, day, Tense::Future).unwrap_or(today.year);
                When { meant: Point { year: Some(year), ..from.said }, ..from }
            }
            _ => from,
        }
    }

    /// "from now until 3 min later".
    fn until_later(&self, i: usize) -> Option<Phrase> {
        let (_, at) = self.turn(i, "open")?;
        let (_, now) = self.turn(at, "present-end")?;
        let (_, at) = self.turn(now, "link")?;
        let count = self.count(at)?;
        let length = count.seconds()?;
        let next = self.skip_turn(count.next, "from-now");
        let to = self.away(&self.now()?, 1, &count)?;
        let value = format!("(PRESENT_REF,{},{})", written(&to.meant), clock_length(length));
        Some(Phrase { relative: true, ..Phrase::new(i, next, value, DateKind::Time) })
    }

    /// A length of time that is counted from nothing: "3h", "all day", "few hours", "more than 4 days", "one hour and a half".
    pub(super) fn length_phrase(&self, i: usize) -> Option<Phrase> {
        if let Some((modifier, at)) = self.turn(i, "length")
            && let Some(length) = self.plain_length(at)
        {
            return Some(Phrase { from: i, ..length }.with_modifier(modifier));
        }
        self.plain_length(i)
    }

    fn plain_length(&self, i: usize) -> Option<Phrase> {
        if let Some((_, at)) = self.turn(i, "whole")
            && let Some(unit) = self.entry(at).unit.filter(|unit| {
                matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Night) && !self.is(at, Class::Plural)
            })
        {
            let count = Count { next: at + 1, amount: Amount::ONE, unit, business: false };
            return Some(Phrase::new(i, at + 1, count.length(), DateKind::Duration));
        }
        // "½ hour"
        if self.is_mark(i, '\u{bd}')
            && let Some(unit) = self.entry(i + 1).unit
        {
            let length = Value::Length(Amount::Exact { mantissa: 5, decimals: 1 }, unit, None);
            return Some(Phrase::new(i, i + 2, length.written()?, DateKind::Duration));
        }
        let found = self
            .length(i)
            .filter(|found| matches!(found.value, Value::Length(..)) && !self.is(found.next - 1, Class::Later))
            .map(|found| Phrase::of_found(i, &found));
        let count = self.count(i).filter(|count| self.may_be_length(i, count));
        let count = count.map(|count| Phrase::new(i, count.next, count.length(), DateKind::Duration));
        [found, count].into_iter().flatten().max_by_key(|phrase| phrase.next)
    }

    /// Whether a number and what looks like a unit are a length: a letter has to touch its number, "a second" and "one night" want more.
    fn may_be_length(&self, i: usize, count: &Count) -> bool {
        let letter = self.entry(count.next - 1).unit.is_none();
        if letter {
            let long = self.written(count.next - 1).len() > 1;
            return self.digits(i).is_some() && (long || !self.spaced(count.next - 1)) && !self.is_mark(i.wrapping_sub(1), '$');
        }
        let some = self.turn(i, "some").is_some();
        let old = self.is(self.skip_hyphen(count.next), Class::Old);
        let quarter = matches!(count.unit, Unit::Quarter) && self.skip_hyphen(i + 1) > i + 1;
        (some || self.digits(i).is_some() || self.entry(i).number.is_some()) && !old && !quarter && !self.is_mark(i.wrapping_sub(1), '$')
    }
}
