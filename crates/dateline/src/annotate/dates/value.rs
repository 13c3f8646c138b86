//! What an expression of time means, as TIMEX3 writes it.

use std::fmt::{self, Write as _};

use crate::{
    annotate::lexicon::Unit,
    grammar::calendar::{self, Day},
    model::{DateKind, Precision},
};

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A day, a month, a time: somewhere on the calendar.
    Point(Point),
    /// A length of time, of one or two units.
    Length(Amount, Unit, Option<(Amount, Unit)>),
    /// The present, the past, the future.
    Reference(&'static str),
    /// Something that comes again, its TIMEX3 value.
    Set(String),
    /// Somewhere on the calendar, but nothing says where.
    Open(Precision),
}

/// A place on the calendar with its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// `None` where it is not known.
    pub(super) year: Option<i32>,
    /// How wide it is.
    pub(super) scale: Scale,
    /// A part of the day, or a time of it.
    pub(super) time: Option<Time>,
    /// A year as business counts it.
    pub(super) fiscal: bool,
}

/// The width of a place on the calendar, with what there is to say beyond the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scale {
    Century,
    Decade,
    Year,
    /// A year as schools count it.
    SchoolYear,
    Half(u8),
    Quarter(u8),
    /// As TIMEX3 abbreviates it.
    Season(&'static str),
    Month(u8),
    Week(u8),
    Weekend(u8),
    Day(u8, u8),
    /// A day of a month that is not known.
    DayOf(u8),
    /// A day of the week in a week that is not known.
    Weekday(u8),
    /// No day is known: a time alone.
    Nowhere,
}

/// When in a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Time {
    /// As TIMEX3 abbreviates it: `MO`.
    Part(&'static str),
    /// A time as precise as it was said.
    Clock { hour: u8, minute: Option<u8>, second: Option<u8>, offset: Option<i16> },
}

/// How many: an exact decimal, or a number that the words leave open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Amount {
    Exact { mantissa: u64, decimals: u8 },
    Vague,
}

impl Amount {
    pub(super) const ONE: Self = Self::whole(1);

    pub(super) const fn whole(number: u64) -> Self {
        Self::Exact { mantissa: number, decimals: 0 }
    }

    /// The number, where it is a whole one.
    pub(super) fn count(self) -> Option<i64> {
        match self {
            Self::Exact { mantissa, decimals: 0 } => i64::try_from(mantissa).ok().filter(|number| *number < 100_000),
            _ => None,
        }
    }

    fn times(self, factor: u64) -> Self {
        match self {
            Self::Exact { mantissa, decimals } => Self::Exact { mantissa: mantissa.saturating_mul(factor), decimals },
            Self::Vague => Self::Vague,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Vague => out.write_char('X'),
            Self::Exact { mantissa, decimals } => {
                let unit = 10_u64.saturating_pow(u32::from(decimals));
                write!(out, "{}", mantissa / unit)?;
                let rest = mantissa % unit;
                if rest == 0 {
                    return Ok(());
                }
                let digits = format!("{rest:0width$}", width = usize::from(decimals));
                write!(out, ".{}", digits.trim_end_matches('0'))
            }
        }
    }
}

impl Point {
    pub(super) fn new(year: Option<i32>, scale: Scale) -> Self {
        Self { year, scale, time: None, fiscal: false }
    }

    pub(super) fn day(day: Day) -> Self {
        Self::new(Some(day.year), Scale::Day(day.month, day.day))
    }

    pub(super) fn at(self, time: Time) -> Self {
        Self { time: Some(time), ..self }
    }

    /// Whether it is a single day, known or not.
    pub(super) fn is_day(&self) -> bool {
        matches!(self.scale, Scale::Day(..) | Scale::Weekday(_))
    }

    /// The day, where it is one and known.
    pub(super) fn known_day(&self) -> Option<Day> {
        let Scale::Day(month, day) = self.scale else { return None };
        Some(Day { year: self.year?, month, day })
    }

    pub(super) fn precision(&self) -> Precision {
        match (self.time, self.scale) {
            (Some(Time::Clock { second: Some(_), .. }), _) => Precision::Second,
            (Some(Time::Clock { minute: Some(_), .. }), _) => Precision::Minute,
            (Some(Time::Clock { .. }), _) => Precision::Hour,
            (Some(Time::Part(_)), _) => Precision::Day,
            (None, Scale::Century | Scale::Decade) => Precision::Decade,
            (None, Scale::Year | Scale::SchoolYear) => Precision::Year,
            (None, Scale::Half(_) | Scale::Quarter(_) | Scale::Season(_)) => Precision::Quarter,
            (None, Scale::Month(_)) => Precision::Month,
            (None, Scale::Week(_) | Scale::Weekend(_)) => Precision::Week,
            (None, _) => Precision::Day,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = || self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        let prefix = if self.fiscal { "FY" } else { "" };
        match self.scale {
            Scale::Century => match self.year {
                Some(year) => write!(out, "{:02}XX", year.div_euclid(100))?,
                None => out.write_str("XXXX")?,
            },
            Scale::Decade => match self.year {
                Some(year) => write!(out, "{:03}X", year.div_euclid(10))?,
                None => out.write_str("XXXX")?,
            },
            Scale::Year => write!(out, "{prefix}{}", year())?,
            Scale::SchoolYear => write!(out, "SY{}", year())?,
            Scale::Half(half) => write!(out, "{}-H{half}", year())?,
            Scale::Quarter(quarter) => write!(out, "{}-Q{quarter}", year())?,
            Scale::Season(season) => write!(out, "{}-{season}", year())?,
            Scale::Month(month) => write!(out, "{}-{month:02}", year())?,
            Scale::Week(week) => write!(out, "{}-W{week:02}", year())?,
            Scale::Weekend(week) => write!(out, "{}-W{week:02}-WE", year())?,
            Scale::Day(month, day) => write!(out, "{}-{month:02}-{day:02}", year())?,
            Scale::DayOf(day) => write!(out, "XXXX-XX-{day:02}")?,
            Scale::Weekday(weekday) => write!(out, "XXXX-WXX-{weekday}")?,
            Scale::Nowhere => {}
        }
        match self.time {
            None => Ok(()),
            Some(Time::Part(part)) => write!(out, "T{part}"),
            Some(Time::Clock { hour, minute, second, offset }) => {
                write!(out, "T{hour:02}")?;
                // TIMEX3 writes "9 a.m." as T09:00, and leaves it to the precision that no minute was told; the end of a day is T24
                let full_hour = (hour < 24).then_some(0);
                for part in [minute.or(full_hour), second].into_iter().flatten() {
                    write!(out, ":{part:02}")?;
                }
                match offset {
                    Some(0) => out.write_char('Z'),
                    Some(minutes) => {
                        let sign = if minutes < 0 { '-' } else { '+' };
                        write!(out, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                    }
                    None => Ok(()),
                }
            }
        }
    }
}

impl Value {
    /// The TIMEX3 kind.
    pub(super) fn kind(&self) -> DateKind {
        match self {
            Self::Point(Point { time: Some(_), .. }) => DateKind::Time,
            Self::Point(_) | Self::Reference(_) | Self::Open(_) => DateKind::Date,
            Self::Length(..) => DateKind::Duration,
            Self::Set(_) => DateKind::Set,
        }
    }

    /// The TIMEX3 value; `None` where nothing says which it is.
    pub(super) fn written(&self) -> Option<String> {
        Some(match self {
            Self::Point(point) => point.to_string(),
            Self::Length(amount, unit, more) => length(*amount, *unit, *more),
            Self::Reference(reference) => (*reference).to_owned(),
            Self::Set(value) => value.clone(),
            Self::Open(_) => return None,
        })
    }

    /// How exact it is; references and what has no unit have none.
    pub(super) fn precision(&self) -> Option<Precision> {
        match self {
            Self::Point(point) => Some(point.precision()),
            Self::Length(_, unit, more) => unit_precision(more.map_or(*unit, |(_, finer)| finer)),
            Self::Open(precision) => Some(precision.clone()),
            Self::Reference(_) | Self::Set(_) => None,
        }
    }
}

fn unit_precision(unit: Unit) -> Option<Precision> {
    Some(match unit {
        Unit::Second => Precision::Second,
        Unit::Minute => Precision::Minute,
        Unit::Hour => Precision::Hour,
        Unit::Night | Unit::Day | Unit::Weekend => Precision::Day,
        Unit::Week | Unit::Fortnight => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter | Unit::Half | Unit::Season => Precision::Quarter,
        Unit::Year => Precision::Year,
        Unit::Decade | Unit::Century => Precision::Decade,
        Unit::Period => return None,
    })
}

/// `P2Y`, `PT1H30M`: what TIMEX3 has no letter for is counted in what it has one for.
fn length(amount: Amount, unit: Unit, more: Option<(Amount, Unit)>) -> String {
    if let (Amount::Exact { mantissa, decimals: 1 }, Some(half), None) = (amount, half_of(unit), more)
        && mantissa % 10 == 5
    {
        // "2 1/2 years" are P2Y6M
        let whole = (mantissa > 10).then_some((Amount::whole(mantissa / 10), unit));
        return match whole {
            Some((whole, unit)) => length(whole, unit, Some(half)),
            None => length(half.0, half.1, None),
        };
    }
    let (clock, part) = measure(amount, unit);
    let mut out = if clock { format!("PT{part}") } else { format!("P{part}") };
    if let Some((amount, unit)) = more {
        let (finer_clock, part) = measure(amount, unit);
        if finer_clock && !clock {
            out.push('T');
        }
        out.push_str(&part);
    }
    out
}

/// The half of a unit in the next finer one, where it is a whole number of those.
fn half_of(unit: Unit) -> Option<(Amount, Unit)> {
    Some(match unit {
        Unit::Year => (Amount::whole(6), Unit::Month),
        Unit::Day => (Amount::whole(12), Unit::Hour),
        Unit::Hour => (Amount::whole(30), Unit::Minute),
        Unit::Minute => (Amount::whole(30), Unit::Second),
        _ => return None,
    })
}

/// Whether a unit stands behind the `T`, and how much of it in TIMEX3's letters.
pub(super) fn measure(amount: Amount, unit: Unit) -> (bool, String) {
    let vague = amount == Amount::Vague;
    let (clock, factor, letter) = match unit {
        Unit::Second => (true, 1, "S"),
        Unit::Minute => (true, 1, "M"),
        Unit::Hour => (true, 1, "H"),
        Unit::Night | Unit::Day => (false, 1, "D"),
        Unit::Weekend => (false, 2, "D"),
        Unit::Week => (false, 1, "W"),
        Unit::Fortnight => (false, 2, "W"),
        Unit::Month => (false, 1, "M"),
        Unit::Season | Unit::Quarter => (false, if vague { 1 } else { 3 }, if vague { "Q" } else { "M" }),
        Unit::Half => (false, 6, "M"),
        Unit::Year => (false, 1, "Y"),
        Unit::Decade => (false, if vague { 1 } else { 10 }, if vague { "E" } else { "Y" }),
        Unit::Century => (false, if vague { 1 } else { 100 }, if vague { "C" } else { "Y" }),
        Unit::Period => (false, 1, "X"),
    };
    (clock, format!("{}{letter}", amount.times(factor)))
}

/// The week that a day is in.
pub(super) fn week_of(day: Day) -> Point {
    let (year, week) = calendar::week(day);
    Point::new(Some(year), Scale::Week(week))
}
