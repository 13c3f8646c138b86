//! What relative expressions are resolved against, and the arithmetic of doing so.

use super::value::{Point, Scale, Time, week_of};
use crate::{
    annotate::lexicon::Unit,
    grammar::calendar::{self, Day},
    model::{Article, DateStamp},
};

/// What has been said when: the article's own date, and the dates that its text has named so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// The day that "today" is, with the time of day where it is known, and where that was taken from.
    own: Option<Own>,
    /// The day that the text named last.
    pub(super) named: Option<Day>,
    /// The quarter that the text spoke of last.
    pub(super) quarter: Option<(i32, u8)>,
    /// The month, or the year alone, that the text named last.
    pub(super) named_month: Option<(i32, Option<u8>)>,
    /// The day that was named last within the stretch.
    pub(super) named_here: Option<Day>,
    /// Whether quarters are what is compared.
    pub(super) of_quarter: bool,
}

#[derive(Clone, Copy, Debug)]
struct Own {
    day: Day,
    clock: Option<(u8, u8)>,
    from: &'static str,
}

/// Whether something lies ahead, by the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Open,
    Future,
}

impl Frame {
    /// The frame of an article: its dateline's date, else the day of publication.
    pub(super) fn of(article: &Article, known_published: Option<&str>) -> Self {
        let dateline = article.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        let published = article.published.as_ref();
        let own = dateline
            .and_then(|stamp| Own::read(&stamp.value, "dateline"))
            .or_else(|| published.and_then(|stamp: &DateStamp| Own::read(&stamp.value, "published")))
            .or_else(|| known_published.and_then(|value| Own::read(value, "published")));
        // a dateline has no time of day; that of the same day's publication does as well
        let clock = published.and_then(|stamp| Own::read(&stamp.value, "")).filter(|other| own.is_some_and(|own| own.day == other.day));
        let own = own.map(|own| Own { clock: own.clock.or_else(|| clock.and_then(|clock| clock.clock)), ..own });
        Self { own, ..Self::default() }
    }

    /// The day that "today" is, or the one that the text has just named.
    pub(super) fn today(&self) -> Option<Day> {
        self.own.map(|own| own.day).or(self.named)
    }

    /// Where [`Frame::today`] was taken from.
    pub(super) fn anchor(&self) -> Option<&'static str> {
        self.own.map(|own| own.from).or_else(|| self.named.map(|_| "text"))
    }

    /// Now, in seconds since a fixed midnight; a day whose time is not known begins with midnight.
    pub(super) fn moment(&self) -> Option<i64> {
        let (hour, minute) = self.own.and_then(|own| own.clock).unwrap_or((0, 0));
        Some(calendar::serial(self.today()?) * 86_400 + i64::from(hour) * 3600 + i64::from(minute) * 60)
    }

    /// The unit that lies `count` of its kind after today's.
    pub(super) fn shifted(&self, unit: Unit, count: i64) -> Option<Point> {
        let today = self.today()?;
        shifted(today, self.own.and_then(|own| own.clock), unit, count)
    }

    /// The month nearest to today in the direction of the tense: without one the last that has begun.
    pub(super) fn month(&self, month: u8, tense: Tense) -> Option<i32> {
        let today = self.today()?;
        Some(match tense {
            Tense::Future => today.year + i32::from(month < today.month),
            // the next three months are nearer than the last nine
            Tense::Open if (1..=3).contains(&(i32::from(month) - i32::from(today.month)).rem_euclid(12)) => {
                today.year + i32::from(month < today.month)
            }
            _ => today.year - i32::from(month > today.month),
        })
    }

    /// The year of a day of a month.
    pub(super) fn year_of_day(&self, month: u8, day: u8, tense: Tense) -> Option<i32> {
        let today = self.today()?;
        match tense {
            Tense::Future => (0..9)
                .map(|ahead| Day { year: today.year + ahead, month, day })
                .find(|day| calendar::is_day(*day) && calendar::serial(*day) + 3 >= calendar::serial(today)),
            _ => {
                let years = (-1..=1).map(|years| Day { year: today.year + years, month, day }).filter(|day| calendar::is_day(*day));
                // what is past by the verb may still lie a season ahead: "it set Nov. 10 as the deadline"
                let latest = if tense == Tense::Past { 90 } else { 200 };
                let days = years.map(|day| (calendar::serial(day) - calendar::serial(today), day)).filter(|(ahead, _)| *ahead <= latest);
                days.min_by_key(|(ahead, _)| ahead.abs()).map(|(_, day)| day).or_else(|| calendar::resolve(month, day, today))
            }
        }
        .map(|day| day.year)
    }

    /// The day of the week nearest to today: the last one, today itself included; ahead in the future tense.
    pub(super) fn weekday(&self, weekday: u8, tense: Tense) -> Option<Day> {
        let today = self.today()?;
        let back = (i64::from(calendar::weekday(today)) - i64::from(weekday)).rem_euclid(7);
        let days = match tense {
            Tense::Future => (7 - back) % 7,
            _ => -back,
        };
        Some(plus(today, days))
    }

    /// The year of the last quarter with this number that has begun.
    pub(super) fn year_of_quarter(&self, quarter: u8) -> Option<i32> {
        let today = self.today()?;
        Some(today.year - i32::from(quarter > quarter_of(today.month)))
    }

    /// The quarter that is spoken of: the last named, else the last that has ended.
    pub(super) fn spoken_quarter(&self) -> Option<(i32, u8)> {
        self.quarter.or_else(|| {
            let today = self.today()?;
            let quarter = quarter_of(today.month);
            Some(if quarter == 1 { (today.year - 1, 4) } else { (today.year, quarter - 1) })
        })
    }

    /// The year of a season: the last that has begun, or the next in the future tense.
    pub(super) fn year_of_season(&self, season: &str, tense: Tense) -> Option<i32> {
        let today = self.today()?;
        let begins = season_month(season);
        Some(match tense {
            Tense::Future => today.year + i32::from(begins + 2 < today.month),
            _ => today.year - i32::from(begins > today.month),
        })
    }

    /// Remembers what an expression has named.
    pub(super) fn remember(&mut self, point: &Point) {
        if let Some(day) = point.known_day() {
            self.named = Some(day);
            self.named_month = Some((day.year, Some(day.month)));
            self.named_here = Some(day);
        }
        match (point.scale, point.year) {
            (Scale::Quarter(quarter), Some(year)) => {
                self.of_quarter = true;
                // "the 1988 quarter" is what 1989's is compared with
                let begun = self.today().is_none_or(|today| (year, quarter) <= (today.year, quarter_of(today.month)));
                if begun && self.quarter.is_none_or(|spoken| spoken.1 != quarter || spoken.0 < year) {
                    self.quarter = Some((year, quarter));
                }
            }
            (Scale::Year, year) => {
                self.of_quarter = false;
                self.named_month = year.map(|year| (year, None)).or(self.named_month);
            }
            (Scale::Month(month), Some(year)) => self.named_month = Some((year, Some(month))),
            _ => {}
        }
    }
}

impl Own {
    /// Of an ISO 8601 date, with or without a time.
    fn read(value: &str, from: &'static str) -> Option<Self> {
        let mut parts = value.get(..10)?.split('-').map(|part| part.parse::<i32>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let day = Day { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        let part = |range| value.get(range).and_then(|digits: &str| digits.parse().ok());
        let clock = value.get(10..11).and(part(11..13)).zip(part(14..16));
        calendar::is_day(day).then_some(Self { day, clock, from })
    }
}

/// The day so many days later.
pub(super) fn plus(day: Day, days: i64) -> Day {
    calendar::from_serial(calendar::serial(day) + days.clamp(-4_000_000, 4_000_000))
}

/// The month so many months later, as year and month.
pub(super) fn plus_months(year: i32, month: u8, months: i64) -> (i32, u8) {
    let all = i64::from(year) * 12 + i64::from(month) - 1 + months.clamp(-1_000_000, 1_000_000);
    (all.div_euclid(12) as i32, all.rem_euclid(12) as u8 + 1)
}

pub(super) fn quarter_of(month: u8) -> u8 {
    (month.max(1) - 1) / 3 + 1
}

/// The month in which a season begins: winter is counted to the year in which it ends.
fn season_month(season: &str) -> u8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 1,
    }
}

/// The unit that lies `count` of its kind after that of a day.
pub(super) fn shifted(today: Day, clock: Option<(u8, u8)>, unit: Unit, count: i64) -> Option<Point> {
    let count = count.clamp(-100_000, 100_000);
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return clock_shifted(today, clock, unit, count),
        Unit::Day => Point::day(plus(today, count)),
        Unit::Night => Point::day(plus(today, count)).at(Time::Part("NI")),
        Unit::Week => week_of(plus(today, 7 * count)),
        Unit::Fortnight => week_of(plus(today, 14 * count)),
        Unit::Weekend => {
            let Point { year, scale, .. } = week_of(plus(today, 7 * count));
            let Scale::Week(week) = scale else { return None };
            Point::new(year, Scale::Weekend(week))
        }
        Unit::Month => {
            let (year, month) = plus_months(today.year, today.month, count);
            Point::new(Some(year), Scale::Month(month))
        }
        Unit::Quarter => {
            let (year, month) = plus_months(today.year, today.month, 3 * count);
            Point::new(Some(year), Scale::Quarter(quarter_of(month)))
        }
        Unit::Half => {
            let (year, month) = plus_months(today.year, today.month, 6 * count);
            Point::new(Some(year), Scale::Half(1 + u8::from(month > 6)))
        }
        Unit::Year => Point::new(Some(today.year + count as i32), Scale::Year),
        Unit::Decade => Point::new(Some(today.year + 10 * count as i32), Scale::Decade),
        Unit::Century => Point::new(Some(today.year + 100 * count as i32), Scale::Century),
        Unit::Season | Unit::Period => return None,
    })
}

fn clock_shifted(today: Day, clock: Option<(u8, u8)>, unit: Unit, count: i64) -> Option<Point> {
    let (hour, minute) = clock?;
    let step = match unit {
        Unit::Hour => 3600,
        Unit::Minute => 60,
        _ => 1,
    };
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + count * step;
    let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let second = (unit == Unit::Second).then_some((of_day % 60) as u8);
    let time = Time::Clock { hour: (of_day / 3600) as u8, minute: Some((of_day / 60 % 60) as u8), second, offset: None };
    Some(Point::day(plus(today, days)).at(time))
}

/// Whether a month is one of a season's three.
pub(super) fn is_within(season: &str, month: u8) -> bool {
    (season_month(season)..season_month(season) + 3).contains(&month)
}

/// The day that lies so many units after a day, in the width of the unit up to days: three weeks from Tuesday is a day.
pub(super) fn moved(day: Day, unit: Unit, count: i64) -> Option<Day> {
    Some(match unit {
        Unit::Day | Unit::Night => plus(day, count),
        Unit::Week => plus(day, 7 * count),
        Unit::Fortnight => plus(day, 14 * count),
        Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade => {
            let months = match unit {
                Unit::Month => count,
                Unit::Quarter => 3 * count,
                Unit::Year => 12 * count,
                _ => 120 * count,
            };
            let (year, month) = plus_months(day.year, day.month, months);
            Day { year, month, day: day.day.min(calendar::days_in(year, month)) }
        }
        _ => return None,
    })
}
