//! Several units that are counted from now or from an end of something: "next 3 days", "5 past minutes", "the last four months of 2021".

use super::{
    Phrase, Phrases,
    when::{When, begin, clock_length, end, iso, point_at, written},
};
use crate::{
    annotate::{
        dates::{
            frame::{moved, plus, plus_months, quarter_of},
            value::{Amount, Point, Value, measure},
        },
        lexicon::{Class, Unit},
    },
    grammar::calendar::Day,
    model::DateKind,
};

/// A number of units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) next: usize,
    pub(super) amount: Amount,
    pub(super) unit: Unit,
    /// Whether only days on which one works count.
    pub(super) business: bool,
}

impl Count {
    pub(super) fn number(&self) -> i64 {
        self.amount.count().unwrap_or(3)
    }

    /// As TIMEX3 writes the length.
    pub(super) fn length(&self) -> String {
        if self.business {
            return format!("P{}BD", self.number());
        }
        if self.unit == Unit::Weekend {
            return format!("P{}WE", self.number());
        }
        match self.amount {
            Amount::Vague => {
                let (clock, length) = measure(Amount::whole(3), self.unit);
                format!("P{}{length}", if clock { "T" } else { "" })
            }
            amount => Value::Length(amount, self.unit, None).written().unwrap_or_default(),
        }
    }

    /// In seconds, where it has that many.
    pub(super) fn seconds(&self) -> Option<i64> {
        let step = match self.unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 3600,
            _ => return None,
        };
        match self.amount {
            Amount::Exact { mantissa, decimals } if decimals < 6 => {
                Some(i64::try_from(mantissa).ok()?.min(100_000_000) * step / 10_i64.pow(u32::from(decimals)))
            }
            _ => Some(self.number() * step),
        }
    }
}

impl Phrases<'_> {
    /// A number and a unit, between which words like "next" may stand.
    pub(super) fn count(&self, i: usize) -> Option<Count> {
        let (amount, at) = match self.turn(i, "some") {
            Some((_, next)) if !self.is(i, Class::Couple) => (Amount::Vague, next),
            _ => self.amount(i)?,
        };
        self.unit_of(amount, at)
    }

    fn unit_of(&self, amount: Amount, at: usize) -> Option<Count> {
        let business = self.is(at, Class::Calendar) && !self.written(at).eq_ignore_ascii_case("calendar");
        let at = self.skip(self.skip(at, Class::Calendar), Class::More);
        if let Some(unit) = self.entry(at).unit.filter(|unit| !matches!(unit, Unit::Period | Unit::Half | Unit::Season)) {
            return Some(Count { next: at + 1, amount, unit, business: business && unit == Unit::Day });
        }
        let (unit, next) = self.turn(at, "letter")?;
        Some(Count { next, amount, unit: Unit::named(unit)?, business })
    }

    /// "next 3 days", "2 next days", "last minute", "first ten days of last year".
    pub(super) fn counted_phrase(&self, i: usize) -> Option<Phrase> {
        let the = self.skip(i, Class::The);
        self.counted_from_an_end(the).map(|phrase| Phrase { from: i, ..phrase }).or_else(|| {
            let (sign, count) = self.counted_from_now(the)?;
            // "the next two decades" keeps its article, "the last 3 months" does not
            if the > i && count.unit != Unit::Decade {
                return None;
            }
            self.range_from_today(i, sign, count)
        })
    }

    fn counted_from_now(&self, i: usize) -> Option<(i64, Count)> {
        let direction = |at: usize| {
            let (ahead, behind) = (self.turn(at, "ahead"), self.turn(at, "behind-us"));
            ahead.map(|(_, next)| (1, next)).or(behind.map(|(_, next)| (-1, next)))
        };
        if let Some((sign, next)) = direction(i) {
            // "last minute", "next hour"
            let single = self
                .entry(next)
                .unit
                .filter(|unit| *unit <= Unit::Hour && !self.is(next, Class::Plural) && !self.is(next, Class::Doubtful));
            if let Some(unit) = single.or(self.entry(next).unit.filter(|unit| *unit == Unit::Fortnight)) {
                return Some((sign, Count { next: next + 1, amount: Amount::ONE, unit, business: false }));
            }
            return self
                .count(next)
                .filter(|_| !self.is(next, Class::Article) || self.is(next + 1, Class::Couple) || self.is(next + 1, Class::Few))
                .map(|count| (sign, count));
        }
        let (amount, at) = self.amount(i).filter(|_| !self.is(i, Class::Article))?;
        let (sign, next) = direction(at)?;
        let count = self.unit_of(amount, next).filter(|_| self.is(next, Class::Plural) || amount == Amount::ONE)?;
        Some((sign, count))
    }

    fn range_from_today(&self, i: usize, sign: i64, count: Count) -> Option<Phrase> {
        let number = count.number();
        if let Some(seconds) = count.seconds() {
            let now = self.frame.moment()?;
            let (from, to) = if sign > 0 { (now, now + seconds) } else { (now - seconds, now) };
            let value = format!("({},{},{})", written(&point_at(from)), written(&point_at(to)), clock_length(seconds));
            return Some(Phrase { relative: true, ..Phrase::new(i, count.next, value, DateKind::Time) });
        }
        let today = self.frame.today()?;
        let (from, to) = match count.unit {
            Unit::Quarter => aligned(Day { month: quarter_of(today.month) * 3 - 2, day: 1, ..today }, 3, sign, number),
            Unit::Decade => aligned(Day { year: today.year - today.year.rem_euclid(10), month: 1, day: 1 }, 120, sign, number),
            Unit::Weekend => return None,
            _ if count.business => business_days(today, sign, number),
            unit => {
                // what is ahead begins tomorrow, what is behind ended with yesterday
                let start = if sign > 0 { plus(today, 1) } else { today };
                let other = moved(start, unit, sign * number)?;
                if sign > 0 { (start, other) } else { (other, start) }
            }
        };
        let value = format!("({},{},{})", iso(from), iso(to), count.length());
        Some(Phrase { relative: true, ..Phrase::new(i, count.next, value, DateKind::Date) })
    }

    /// "last 3 weeks of this year", "first ten days of last year".
    fn counted_from_an_end(&self, i: usize) -> Option<Phrase> {
        let first = self.entry(i).ordinal == 1;
        let last = self.entry(i).shift == Some(-1) && self.written(i).eq_ignore_ascii_case("last");
        let count = self.count(i + 1).filter(|_| first || last)?;
        let of = Some(count.next).filter(|next| self.is(*next, Class::Of))? + 1;
        let span = self.plain_span_of(self.skip(of, Class::The))?;
        let (begins, ends) = (begin(&span.meant)?, end(&span.meant)?);
        let number = count.number();
        let (from, to) = if count.unit == Unit::Week {
            // whole weeks: those whose Thursday lies in the span
            let thursday = |day| plus(day, (4 - i64::from(crate::grammar::calendar::weekday(day))).rem_euclid(7));
            let monday = plus(if first { thursday(begins) } else { thursday(plus(ends, -7)) }, -3);
            if first { (monday, plus(monday, 7 * number)) } else { (plus(monday, -7 * (number - 1)), plus(monday, 7)) }
        } else if first {
            (begins, moved(begins, count.unit, number)?)
        } else {
            (moved(ends, count.unit, -number)?, ends)
        };
        let value = format!("({},{},{})", iso(from), iso(to), count.length());
        let relative = span.relative;
        Some(Phrase { relative, ..Phrase::new(i, span.next, value, DateKind::Date) })
    }

    /// The moment a number of units away from another.
    pub(super) fn away(&self, from: &When, sign: i64, count: &Count) -> Option<When> {
        if let Some(length) = count.seconds() {
            let start = super::when::seconds(&from.meant)?;
            return Some(When::reckoned(count.next, point_at(start + sign * length)));
        }
        let day = moved(begin(&from.date())?, count.unit, sign * count.number())?;
        Some(When::reckoned(count.next, Point { time: from.meant.time, ..Point::day(day) }))
    }
}

/// Whole quarters or decades before or behind the one that is now.
fn aligned(first: Day, months: i64, sign: i64, number: i64) -> (Day, Day) {
    let shifted = |count: i64| {
        let (year, month) = plus_months(first.year, first.month, count * months);
        Day { year, month, day: 1 }
    };
    if sign > 0 { (shifted(1), shifted(1 + number)) } else { (shifted(-number), shifted(0)) }
}

fn business_days(today: Day, sign: i64, number: i64) -> (Day, Day) {
    let start = if sign > 0 { plus(today, 1) } else { today };
    let (mut at, mut left) = (start, number.clamp(0, 1000));
    while left > 0 {
        let counted = if sign > 0 { at } else { plus(at, -1) };
        left -= i64::from(crate::grammar::calendar::weekday(counted) < 6);
        at = plus(at, sign);
    }
    if sign > 0 { (start, at) } else { (at, start) }
}
