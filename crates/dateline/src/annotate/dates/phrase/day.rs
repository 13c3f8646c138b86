//! Days: by name and number, by where they lie from today, with what is put beside them: "Friday, Jun-15", "the 15th day of next month", "next week Mon".

use super::{
    Phrases,
    when::{When, begin, monday},
};
use crate::{
    annotate::{
        dates::{
            frame::{self, Tense, plus},
            reader::Found,
            value::{Point, Scale, Time},
        },
        lexicon::{Class, Unit},
    },
    grammar::calendar::{self, Day},
};

impl Phrases<'_> {
    /// The day that begins at `i`, with what is put beside it.
    pub(super) fn day(&self, i: usize) -> Option<When> {
        self.day_with(i, false)
    }

    /// A day; where one is `expected`, forms count that may be numbers of something else.
    pub(super) fn day_with(&self, i: usize, expected: bool) -> Option<When> {
        // "on 5.12"
        let behind_on = i > 0 && self.is(i - 1, Class::On) && self.digits(i + 2).is_some() && self.ends_here(i + 3);
        let forms = [
            self.day_from_today(i),
            self.numeric_day(i, expected || behind_on),
            self.joined_month(i),
            self.spoken_day(i),
            self.named_day(i),
            self.short_weekday(i),
            self.nth_weekday(i),
            self.nth_day(i, expected),
            self.weekday_and_number(i),
            self.next_day(i),
            self.holiday_of(i),
            self.day_of_week_of(i),
        ];
        let day = forms.into_iter().flatten().fold(None, |best: Option<When>, day| match best {
            Some(best) if best.next >= day.next => Some(best),
            _ => Some(day),
        })?;
        Some(self.with_day_beside(i, day))
    }

    /// A day that is told by nothing wider, so that what is told by a day may be wider.
    pub(super) fn plain_day(&self, i: usize) -> Option<When> {
        let forms = [self.numeric_day(i, false), self.joined_month(i), self.spoken_day(i), self.named_day(i)];
        forms.into_iter().flatten().max_by_key(|day| day.next)
    }

    /// "tomorrow", "the day after".
    fn day_from_today(&self, i: usize) -> Option<When> {
        if self.is(i, Class::Tonight) {
            let day = self.frame.shifted(Unit::Day, 0)?;
            return Some(When::reckoned(i + 1, day.at(Time::Part("NI"))));
        }
        let (days, next) = self.turn(i, "day")?;
        let day = self.frame.shifted(Unit::Day, days.parse().ok()?);
        day.map(|day| When::reckoned(next, day))
    }

    /// What an article's reader takes for a day: as it is meant, and with what the words leave open.
    fn named_day(&self, i: usize) -> Option<When> {
        let the = self.is(i, Class::The);
        let core = if the { i + 1 } else { i };
        if self.digits(core).is_some() && self.joined_to_number(core) {
            return None;
        }
        // "the Jan. 23 meeting" is dated without the article
        let found = self.absolute(core, the)?;
        // "Mon 13th" is the 13th that is a Monday
        let weekday = self.entry(core).weekday;
        let month = (core..found.next)
            .any(|at| self.entry(at).month > 0 || self.is_mark(at, '/') || self.is_mark(at, '-') || self.is_mark(at, '.'));
        let numbered = found.next > core + 1 && weekday > 0 && !month;
        if numbered && found.as_point()?.known_day().is_some_and(|day| calendar::weekday(day) != weekday) {
            return None;
        }
        self.both(core, the, &found).filter(When::is_day)
    }

    /// "Sat", "Wed.": an abbreviation, where a day is expected before it or a time of day behind.
    fn short_weekday(&self, i: usize) -> Option<When> {
        let word = self.entry(i);
        let weekday = Some(word.weekday).filter(|weekday| *weekday > 0 && word.is(Class::Short) && self.is_capitalised(i))?;
        let next = if self.is_mark(i + 1, '.') && !self.spaced(i + 1) && self.spaced(i + 2) && !self.is_capitalised(i + 2) {
            i + 2
        } else {
            i + 1
        };
        let meant = i > 0 && (self.is(i - 1, Class::On) || self.entry(i - 1).shift.is_some());
        let timed = self.hour(self.skip(next, Class::At), true).is_some();
        if !(meant || timed) {
            return None;
        }
        let day = self.frame.weekday(weekday, self.tense(i, next))?;
        Some(When { relative: true, meant: Point::day(day), ..When::known(next, Point::new(None, Scale::Weekday(weekday))) })
    }

    /// "the first Friday of July", "last Monday in this month".
    fn nth_weekday(&self, i: usize) -> Option<When> {
        let the = self.skip(i, Class::The);
        let last = self.entry(the).shift == Some(-1) && self.written(the).eq_ignore_ascii_case("last");
        let (number, at) = if last { (5, the + 1) } else { self.day_of_month(the).filter(|(number, _)| *number <= 5)? };
        let weekday = Some(self.entry(at).weekday).filter(|weekday| {
            *weekday > 0
                && !self.is(at, Class::Weekdays)
                && (last || self.entry(at - 1).ordinal > 0 || self.is(at - 1, Class::OrdinalEnding))
        })?;
        let month = self.month_at(Some(at + 1).filter(|of| self.is(*of, Class::Of))? + 1)?;
        let mut of = month.meant;
        if let (Scale::Month(number), None) = (month.said.scale, month.said.year) {
            of.year = self.frame.month(number, self.tense(i, month.next));
        }
        let first = begin(&of)?;
        let ahead = (i64::from(weekday) - i64::from(calendar::weekday(first))).rem_euclid(7);
        let day = plus(first, ahead + 7 * (i64::from(number) - 1));
        let day = if last && day.month != first.month { plus(day, -7) } else { day };
        (day.month == first.month).then(|| When::reckoned(month.next, Point::day(day)))
    }

    /// A date by name or number as it is meant, together with the same as it was said.
    pub(super) fn both(&self, core: usize, the: bool, found: &Found) -> Option<When> {
        let meant = found.as_point().filter(|point| point.time.is_none())?;
        // a holiday that is another day each year is told by no day of its own
        let said = if found.relative { self.open.absolute(core, the).and_then(|open| open.as_point()).unwrap_or(meant) } else { meant };
        Some(When { next: found.next, said, meant, relative: found.relative, told: false })
    }

    /// "the 4th", "29th", "the 17" of a month that is not told; "the 15th day of next month", "the 21st this month".
    fn nth_day(&self, i: usize, expected: bool) -> Option<When> {
        let the = self.skip(i, Class::The);
        let (day, next) = self.day_of_month(the)?;
        let ordinal = self.is(next - 1, Class::OrdinalEnding) || self.entry(next - 1).ordinal > 0;
        if self.entry(next).unit == Some(Unit::Day) && self.is(next + 1, Class::Of) && ordinal {
            let month = self.month_at(next + 2)?;
            return self.day_in(i, day, month);
        }
        if let Some(month) =
            self.month_at(self.skip(next, Class::Of)).filter(|month| matches!(month.meant.scale, Scale::Month(_)) && month.relative)
        {
            return self.day_in(i, day, month);
        }
        // "the second", "fourth" alone are no days, and "90th percentile" neither
        let stands = (the > i || expected) && (self.digits(the).is_some() || the > i && expected) || ordinal && self.digits(the).is_some();
        let on = self.is(the.wrapping_sub(1), Class::On) && self.digits(the).is_some() && self.ends_here(next);
        let (stands, expected) = (stands || on, expected || on);
        let free = self.ends_here(next) || expected;
        let told = ordinal || expected || the > i && self.ends_here(next);
        (stands && free && told).then(|| self.day_of_a_month(i, next, day)).flatten()
    }

    /// Whether no noun follows that the words before would belong to.
    pub(super) fn ends_here(&self, next: usize) -> bool {
        let word = self.entry(next);
        let joined = !self.spaced(next) && !self.spaced(next + 1) && self.digits(next + 1).is_some();
        self.token(next).is_none_or(|token| token.kind == crate::annotate::token::Kind::Mark && !joined)
            || word.is(Class::Prepositions)
            || word.is(Class::And)
            || word.is(Class::Or)
            || self.turn(next, "open").is_some()
    }

    /// A day of a month that is not told: the nearest.
    pub(super) fn day_of_a_month(&self, from: usize, next: usize, day: u8) -> Option<When> {
        if !(1..=31).contains(&day) {
            return None;
        }
        let said = Point::new(None, Scale::DayOf(day));
        let today = self.frame.today();
        let past = self.tense(from, next) == Tense::Past;
        let meant = today.and_then(|today| {
            let near = |months: i64| {
                let (year, month) = frame::plus_months(today.year, today.month, months);
                Day { year, month, day }
            };
            let mut candidates = (if past { -2..=0 } else { 0..=2 }).map(near).filter(|day| calendar::is_day(*day));
            if past { candidates.rfind(|day| *day <= today) } else { candidates.find(|day| *day >= today) }
        });
        Some(When { relative: meant.is_some(), meant: meant.map_or(said, Point::day), ..When::known(next, said) })
    }

    fn month_at(&self, i: usize) -> Option<When> {
        let the = self.skip(i, Class::The);
        if the > i && self.entry(the).unit == Some(Unit::Month) {
            return Some(When::reckoned(the + 1, self.frame.shifted(Unit::Month, 0)?));
        }
        self.plain_span(the).filter(|span| matches!(span.said.scale, Scale::Month(_)))
    }

    fn day_in(&self, from: usize, day: u8, month: When) -> Option<When> {
        let Scale::Month(number) = month.said.scale else { return None };
        let scale = Scale::Day(number, day);
        if month.said.year.is_none() {
            return self.month_day(from, month.next, number, day);
        }
        let point = Point::new(month.said.year, scale);
        calendar::is_day(point.known_day()?).then_some(When { said: point, meant: point, ..month })
    }

    /// "Tue 13th", "Monday 21", "Friday the 26th", "monday the twenty fourth".
    fn weekday_and_number(&self, i: usize) -> Option<When> {
        let weekday = Some(self.entry(i).weekday).filter(|weekday| *weekday > 0 && !self.is(i, Class::Weekdays))?;
        let dot = if self.is_mark(i + 1, '.') && !self.spaced(i + 1) { i + 2 } else { i + 1 };
        let the = self.skip(dot, Class::The);
        let (day, next) = self.day_of_month(the)?;
        let time =
            self.hour(the, false).is_some() || self.is_mark(next, ':') || self.skip_hyphen(next) > next && self.digits(next + 1).is_some();
        let month = self.entry(self.skip(next, Class::Of)).month > 0;
        if time || month || self.entry(next).unit.is_some() || !self.spaced(the) {
            return None;
        }
        let today = self.frame.today()?;
        let fits = |months: &i64| {
            let (year, month) = frame::plus_months(today.year, today.month, *months);
            let day = Day { year, month, day };
            calendar::is_day(day) && calendar::weekday(day) == weekday
        };
        // the nearest month in which the day is that of the week: this one, the next ones, those before
        let months = (0..=2).chain((-2..0).rev()).chain(3..14).find(fits)?;
        let (year, month) = frame::plus_months(today.year, today.month, months);
        let meant = Point::day(Day { year, month, day });
        let said = if the > dot { meant } else { Point::new(None, Scale::Weekday(weekday)) };
        Some(When { next, said, meant, relative: true, told: false })
    }

    /// "next Monday", "this past Wednesday", "this 5/12", "next 6th of April", "previous Tuesday".
    fn next_day(&self, i: usize) -> Option<When> {
        let shift = self.entry(i).shift?;
        let weekday = self.entry(i + 1).weekday;
        if weekday > 0 && !self.is(i + 1, Class::Weekdays) && self.is_name(i + 1) && self.frame.today().is_none() {
            return Some(When::known(i + 2, Point::new(None, Scale::Weekday(weekday))));
        }
        let named = self.shifted(i, false).and_then(|found| Some(When::reckoned(found.next, found.as_point()?)));
        if let Some(day) = named.filter(When::is_bare_day) {
            return Some(day);
        }
        let day = self.numeric_day(i + 1, true).or_else(|| self.spoken_day(i + 1)).or_else(|| self.named_day(i + 1))?;
        let (Scale::Day(month, of_month), None) = (day.said.scale, day.said.year) else { return None };
        let today = self.frame.today()?;
        let this = Day { year: today.year, month, day: of_month };
        let year = match shift {
            0 => today.year,
            1 => today.year + i32::from(this < today || self.written(i).eq_ignore_ascii_case("next") && this <= plus(today, 7)),
            _ => today.year - i32::from(this >= today),
        };
        Some(When { meant: Point { year: Some(year), ..day.said }, relative: true, ..day })
    }

    /// "Easter of this year", "Independence Day next year", "last Easter".
    fn holiday_of(&self, i: usize) -> Option<When> {
        if let Some(shift) = self.entry(i).shift {
            let today = self.frame.today()?;
            let years = if shift > 0 { 0..=1 } else { -1..=0 };
            let days = years.filter_map(|years| self.holiday_in(i + 1, today.year + years));
            let (day, next) = match shift {
                0 => self.holiday_in(i + 1, today.year)?,
                1 => days.into_iter().find(|(day, _)| *day > today)?,
                _ => days.into_iter().rfind(|(day, _)| *day < today)?,
            };
            return Some(When::reckoned(next, Point::day(day)));
        }
        let found = self.holiday(i)?;
        let span = self.plain_span(self.skip(found.next, Class::Of)).filter(|span| span.said.scale == Scale::Year)?;
        let (day, _) = self.holiday_in(i, span.meant.year?)?;
        Some(When { next: span.next, ..When::reckoned(span.next, Point::day(day)) })
    }

    /// "Tuesday of last week", "next week Mon".
    fn day_of_week_of(&self, i: usize) -> Option<When> {
        let weekday_at = |at: usize| Some(self.entry(at).weekday).filter(|weekday| *weekday > 0 && !self.is(at, Class::Weekdays));
        let (weekday, week, next) = if let Some(weekday) = weekday_at(i) {
            let week = self
                .plain_span(self.skip(self.skip(i + 1, Class::Of), Class::The))
                .filter(|_| self.is(i + 1, Class::Of) || self.entry(i + 1).shift.is_some())?;
            (weekday, week, week.next)
        } else {
            let week = self.plain_span(i)?;
            let at = self.skip_turn(week.next, "on-day");
            (weekday_at(at)?, week, at + 1)
        };
        let (Scale::Week(number), Some(year)) = (week.meant.scale, week.meant.year) else { return None };
        Some(When::reckoned(next, Point::day(plus(monday(year, number), i64::from(weekday) - 1))))
    }

    /// "Friday (Jun-15)", "Tuesday, Jan 15", "tomorrow, 13/04/21": the same day told twice is one expression.
    fn with_day_beside(&self, i: usize, day: When) -> When {
        if !(self.entry(day.next.wrapping_sub(1)).weekday > 0 || day.relative && self.turn(i, "day").is_some()) || day.said.time.is_some() {
            return day;
        }
        let bracket = self.is_mark(day.next, '(');
        let mark = [',', '(', '-'].into_iter().any(|mark| self.is_mark(day.next, mark));
        let at = if mark { day.next + 1 } else { day.next };
        let at = self.skip(at, Class::The);
        // a weekday may be put before any date, what is reckoned from today before a full one only
        let weekday = self.entry(day.next - 1).weekday > 0;
        let named = || self.joined_month(at).or_else(|| self.spoken_day(at)).or_else(|| self.named_day(at));
        let beside = self.numeric_day(at, weekday).or_else(named).filter(|beside| {
            matches!(beside.said.scale, Scale::Day(..))
                && self.entry(at).weekday == 0
                && (weekday || beside.said.year.is_some())
                && !(beside.relative && beside.said == beside.meant)
        });
        match beside {
            Some(beside) if !bracket => beside,
            Some(beside) if self.is_mark(beside.next, ')') => When { next: beside.next + 1, ..beside },
            _ => day,
        }
    }
}
