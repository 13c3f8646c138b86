//! Ranges: from one time to another, as one expression: "between 3 and 8am next Monday", "9 to 12 of June", "Nov-Feb 2017", "between Jan 2019 and now".

use super::{
    Phrase, Phrases,
    clock::Hour,
    moment::on_day,
    when::{When, begin, clock_length, interval, seconds, written},
};
use crate::{
    annotate::{
        dates::{
            frame::{Tense, plus, plus_months},
            value::{Point, Scale, Time},
        },
        lexicon::Class,
    },
    grammar::calendar::{self, Day},
    model::DateKind,
};

/// How a range is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    Not,
    From,
    Between,
}

impl Phrases<'_> {
    /// The range that begins at `i`.
    pub(super) fn range(&self, i: usize) -> Option<Phrase> {
        let forms = [self.of_hours(i), self.of_days_of_a_month(i), self.of_ends(i)];
        forms.into_iter().flatten().fold(None, |best: Option<Phrase>, form| match best {
            Some(best) if best.next >= form.next => Some(best),
            _ => Some(form),
        })
    }

    fn opened(&self, i: usize) -> (Opened, usize) {
        match self.turn(i, "open") {
            Some(("from", next)) => (Opened::From, next),
            Some((_, next)) => (Opened::Between, next),
            None => (Opened::Not, i),
        }
    }

    /// What joins the ends of a range: "to", "until", a hyphen or a tilde; "and" behind "between".
    fn link(&self, i: usize, opened: Opened) -> Option<usize> {
        if let Some((_, next)) = self.turn(i, "link") {
            return Some(next);
        }
        if opened == Opened::Between
            && let Some((_, next)) = self.turn(i, "link-and")
        {
            return Some(next);
        }
        let dash = ['-', '~', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'].into_iter().any(|mark| self.is_mark(i, mark));
        (dash && self.spaced(i) == self.spaced(i + 1)).then_some(i + 1)
    }

    fn a_range(&self, i: usize, from: &When, to: &When) -> Phrase {
        let kind = if from.has_clock() || to.has_clock() { DateKind::Time } else { DateKind::Date };
        let relative = from.relative && from.said == from.meant || to.relative && to.said == to.meant;
        Phrase { precision: to.precision(), relative, ..Phrase::new(i, to.next, interval(from, to), kind) }
    }

    /// From hour to hour, of a day that is told before or behind.
    fn of_hours(&self, i: usize) -> Option<Phrase> {
        let opens = self.turn(i, "open").is_some();
        let lead = if opens { None } else { self.day_and_part(i, self.is(i, Class::The)).filter(|day| !day.has_clock()) };
        let at = lead.map_or(i, |day| {
            let comma = self.skip_mark(day.next, ',');
            self.turn(comma, "at-time").map_or(comma, |(_, next)| next)
        });
        if lead.is_some() && !self.spaced(at) {
            return None;
        }
        let (opened, at) = self.opened(at);
        let from = self.hour(at, true)?;
        let within = if lead.is_none() { self.day_and_part(from.next, false).filter(|day| !day.has_clock()) } else { None };
        let behind = within.map_or(from.next, |day| day.next);
        let to = self.hour(self.link(behind, opened)?, true)?;
        let told = from.sure || to.sure || from.minute.is_some() && to.minute.is_some() && opened != Opened::Not;
        let day = lead.or(within);
        let behind = if day.is_none() { self.day_behind(to.next, told || opened != Opened::Not) } else { None };
        // "lost 3-1 on Saturday" is a score
        let dash = !told && day.is_none() && opened == Opened::Not && self.turn(from.next, "link").is_none();
        if dash && (to.minutes() <= from.minutes() || self.tense(i, i) == Tense::Past) {
            return None;
        }
        let free = told || self.ends_here(to.next) || behind.is_some();
        if !free || !(told || day.is_some() || behind.is_some()) {
            return None;
        }
        // "10/1-11/7" and "2014-2018" are none of hours
        if [from.next, to.next].into_iter().any(|next| self.is_mark(next, '/') || self.is_mark(next, '%')) {
            return None;
        }
        let next = behind.map_or(to.next, |day| day.next);
        let day = day.or(behind).unwrap_or(When::known(next, Point::new(None, Scale::Nowhere)));
        let (from, to) = in_order(&day, from, to);
        let mut ends = (on_day(&day, from), on_day(&day, to));
        ends.1.next = next;
        // past midnight
        if seconds(&ends.1.meant) < seconds(&ends.0.meant)
            && let Some(known) = ends.1.meant.known_day()
        {
            ends.1.meant = Point { time: ends.1.meant.time, ..Point::day(plus(known, 1)) };
            ends.1.said = if ends.1.said.year.is_some() { ends.1.meant } else { ends.1.said };
        }
        Some(self.a_range(i, &ends.0, &ends.1))
    }

    /// The day behind a range of hours: "on 1/1/2015", "yesterday", "this morning".
    fn day_behind(&self, i: usize, expected: bool) -> Option<When> {
        let comma = self.skip_mark(i, ',');
        let (_, on) = self.turn(comma, "on-day").unwrap_or(("", comma));
        self.day_and_part(on, on > comma && expected).filter(|day| !day.has_clock() && self.spaced(comma))
    }

    /// From one day to another of one month: "between 3 and 12 of Sept", "November 19-20", "from 4-23 in next month".
    fn of_days_of_a_month(&self, i: usize) -> Option<Phrase> {
        let (opened, at) = self.opened(i);
        self.month_then_days(i, opened, at).or_else(|| self.days_then_month(i, opened, at))
    }

    fn month_then_days(&self, i: usize, opened: Opened, at: usize) -> Option<Phrase> {
        let month = Some(self.entry(at).month).filter(|month| *month > 0)?;
        let dot = self.skip_mark(at + 1, '.');
        let (first, next) = self.day_of_month(self.skip(dot, Class::The))?;
        let (last, next) = self.day_of_month(self.skip(self.link(next, opened)?, Class::The))?;
        if self.entry(next).month > 0
            || self.is_mark(next, ':')
            || self.is_mark(next, '/')
            || self.half_of_day(next).0.is_some()
            || last < first
        {
            return None;
        }
        let (year, next) = self.year_behind(next);
        self.days_of(i, next, (year, month), first, last)
    }

    fn days_then_month(&self, i: usize, opened: Opened, at: usize) -> Option<Phrase> {
        let (first, next) = self.day_of_month(self.skip(at, Class::The))?;
        let (last, next) = self.day_of_month(self.skip(self.link(next, opened)?, Class::The))?;
        let of = self.skip(next, Class::Of);
        let span = self.plain_span_of(of).filter(|span| matches!(span.said.scale, Scale::Month(_)));
        let (month, year, next) = match span {
            Some(When { said: Point { scale: Scale::Month(month), year, .. }, next, .. }) => (month, year, next),
            _ => (Some(self.entry(of).month).filter(|month| *month > 0)?, None, of + 1),
        };
        if last < first {
            return self.days_from_the_month_before(i, next, (first, last), month);
        }
        self.days_of(i, next, (year, month), first, last)
    }

    fn days_of(&self, i: usize, next: usize, (year, month): (Option<i32>, u8), first: u8, last: u8) -> Option<Phrase> {
        let (from, to) = (self.month_day(i, next, month, first)?, self.month_day(i, next, month, last)?);
        let year_of =
            |when: When, year| When { said: Point { year, ..when.said }, meant: Point { year, ..when.said }, relative: false, ..when };
        let (from, to) = match year {
            Some(_) => (year_of(from, year), year_of(to, year)),
            None => (from, When { meant: Point { year: from.meant.year, ..to.meant }, ..to }),
        };
        Some(self.a_range(i, &from, &to))
    }

    /// "from the twenty-seventh to the third of April".
    fn days_from_the_month_before(&self, i: usize, next: usize, (first, last): (u8, u8), month: u8) -> Option<Phrase> {
        let to = self.month_day(i, next, month, last)?;
        let (year, before) = plus_months(to.meant.year.unwrap_or(2000), month, -1);
        let day = Day { year, month: before, day: first };
        let meant = Some(Point::day(day)).filter(|_| calendar::is_day(day))?;
        Some(self.a_range(i, &When { said: Point::new(None, Scale::DayOf(first)), meant, ..to }, &to))
    }

    /// From one end to another of any kind.
    fn of_ends(&self, i: usize) -> Option<Phrase> {
        let (opened, at) = self.opened(i);
        // "in 2014 through 2018"
        let at = if opened == Opened::Not && self.is(i, Class::Of) && self.year_number(i + 1).is_some() { i + 1 } else { at };
        let from = self.end_of_range(at)?;
        let to = self.end_of_range(self.link(from.next, opened)?)?;
        let (now, then) = (self.is_now(at), self.is_now(self.link(from.next, opened)?));
        if opened == Opened::Not && (now || then) {
            return None;
        }
        let to = self.with_year_behind(to);
        let (from, to) = self.years_of_each_other(from, to);
        if now || then {
            return self.range_with_now(i, from, to, now);
        }
        if from.has_clock() != to.has_clock() || from.said.scale == Scale::Nowhere && to.said.scale == Scale::Nowhere && !from.has_clock() {
            return None;
        }
        if from.said.time.is_some() && !from.has_clock() {
            return None;
        }
        let in_order = seconds(&from.meant).zip(seconds(&to.meant)).is_none_or(|(first, last)| first <= last);
        (in_order || from.said.scale == Scale::Nowhere).then(|| self.a_range(i, &from, &to))
    }

    fn is_now(&self, i: usize) -> bool {
        self.turn(i, "present-end").is_some()
    }

    fn end_of_range(&self, i: usize) -> Option<When> {
        if let Some((_, next)) = self.turn(i, "present-end") {
            let today = self.frame.today()?;
            return Some(When::reckoned(next, Point::day(today)));
        }
        let the = self.skip(i, Class::The);
        if let Some((edge, when)) = self.edge_at(the) {
            // up to the end of something is up to what follows it
            return match (edge, when.meant.scale) {
                ("END", Scale::Year) => Some(When::known(when.next, Point::new(Some(when.meant.year? + 1), Scale::Month(1)))),
                ("END", Scale::Month(month)) => {
                    let (year, month) = plus_months(when.meant.year?, month, 1);
                    Some(When::known(when.next, Point::new(Some(year), Scale::Month(month))))
                }
                _ => Some(when),
            };
        }
        let expected = self.is(i.wrapping_sub(1), Class::From);
        let moment = self.moment(i).or_else(|| self.day_with(i, expected));
        let span = self.span(i).or_else(|| self.month_of_range(i));
        match (moment, span) {
            (Some(moment), Some(span)) => Some(if span.next > moment.next { span } else { moment }),
            (moment, span) => moment.or(span),
        }
    }

    /// A month in any letters: at the end of a range it is nothing else.
    fn month_of_range(&self, i: usize) -> Option<When> {
        let month = Some(self.entry(i).month).filter(|month| *month > 0)?;
        let year = self.frame.month(month, self.tense(i, i + 1));
        let said = Point::new(None, Scale::Month(month));
        Some(When { relative: true, meant: Point { year, ..said }, ..When::known(i + 1, said) })
    }

    /// "5/1-5/7, 2020": the year behind both.
    fn with_year_behind(&self, to: When) -> When {
        if to.said.year.is_some() || to.said.time.is_some() || to.said.scale == Scale::Nowhere {
            return to;
        }
        match self.year_behind(to.next) {
            (Some(year), next) => {
                let point = Point { year: Some(year), ..to.said };
                When { next, said: point, meant: point, relative: false, ..to }
            }
            _ => to,
        }
    }

    /// An end that names no year takes it from the other; without any the second is the first of its kind behind the first.
    fn years_of_each_other(&self, from: When, to: When) -> (When, When) {
        let month = |when: &When| match when.said.scale {
            Scale::Month(month) | Scale::Day(month, _) => Some(month),
            _ => None,
        };
        if let (Scale::Weekday(_), Some(first), Some(last)) = (to.said.scale, from.meant.known_day(), to.meant.known_day()) {
            let behind = (calendar::serial(last) - calendar::serial(first)).rem_euclid(7);
            return (from, When { meant: Point { time: to.meant.time, ..Point::day(plus(first, behind)) }, ..to });
        }
        let (Some(first), Some(last)) = (month(&from), month(&to)) else { return (from, to) };
        match (from.said.year, to.said.year) {
            (None, Some(year)) if !to.relative => {
                let year = Some(year - i32::from(first > last));
                let point = Point { year, ..from.said };
                (When { said: point, meant: point, relative: false, ..from }, to)
            }
            (_, None) => {
                let after = |years: &i32| {
                    let point = Point { year: from.meant.year.map(|year| year + years), ..to.said };
                    begin(&point) >= begin(&from.meant)
                };
                let years = (0..=1).find(after).unwrap_or(0);
                let year = from.meant.year.map(|year| year + years);
                (from, When { meant: Point { year, ..to.said }, ..to })
            }
            _ => (from, to),
        }
    }

    /// "between now and eight o'clock", "from March to date".
    fn range_with_now(&self, i: usize, from: When, to: When, now: bool) -> Option<Phrase> {
        let other = if now { &to } else { &from };
        if !other.has_clock() {
            let from = if now || from.said.year.is_some() || matches!(from.said.scale, Scale::Day(..)) {
                from
            } else {
                When { said: from.meant, ..from }
            };
            return Some(self.a_range(i, &from, &to));
        }
        let present = self.frame.moment()?;
        let today = Point::day(self.frame.today()?);
        let (Some(Time::Clock { hour, .. }), Scale::Nowhere) = (other.said.time, other.said.scale) else { return None };
        let at = |hour: u8| {
            let point = Point { time: other.said.time.map(|time| with_hour(time, hour)), ..today };
            seconds(&point).map(|seconds| (seconds, point))
        };
        // the next such hour, or the last
        let mut hours = [hour, hour + 12].into_iter().take(if other.told { 1 } else { 2 }).filter(|hour| *hour < 24).filter_map(at);
        let (then, point) = if now { hours.find(|(then, _)| *then >= present)? } else { hours.rfind(|(then, _)| *then <= present)? };
        let length = clock_length((then - present).abs());
        let written = written(&point);
        let value = if now { format!("(PRESENT_REF,{written},{length})") } else { format!("({written},PRESENT_REF,{length})") };
        Some(Phrase { relative: true, ..Phrase::new(i, to.next, value, DateKind::Time) })
    }
}

fn with_hour(time: Time, hour: u8) -> Time {
    match time {
        Time::Clock { minute, second, offset, .. } => Time::Clock { hour, minute, second, offset },
        part @ Time::Part(_) => part,
    }
}

/// The hours of a range in the halves of the day that are meant: what one end says of it holds for the other, and the second is not before the first.
fn in_order(day: &When, from: Hour, to: Hour) -> (Hour, Hour) {
    let (from, to) = match day.said.time {
        Some(Time::Part("MO")) => (from.in_half(false), to.in_half(to.hour == 12)),
        Some(Time::Part("AF" | "EV")) => (from.in_half(true), to.in_half(true)),
        Some(Time::Part("NI")) => (from.in_half((5..12).contains(&from.hour)), to.in_half((5..12).contains(&to.hour))),
        _ => (from, to),
    };
    if to.hour == 0 && to.told && from.hour < 12 {
        // "10am-12am" ends at noon, as nobody would say midnight so
        return (Hour { told: true, ..from }, Hour { hour: 12, ..to });
    }
    match (from.told, to.told) {
        (false, true) => {
            let later = from.in_half(true);
            (if to.hour >= 12 && later.minutes() <= to.minutes() { later } else { from.in_half(false) }, to)
        }
        (_, false) if to.minutes() < from.minutes() => (from, to.in_half(true)),
        _ => (from, to),
    }
}
