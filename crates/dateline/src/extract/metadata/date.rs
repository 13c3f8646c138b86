//! A date as markup or a line of a page states it in, a [`DateStamp`] as exact as what was written out.

use std::{cell::OnceCell, collections::BTreeSet};

use jiff::civil::DateTime;

use super::{head, relative, stamp};
use crate::{
    document::{Document, Segment},
    grammar::calendar::{self, Order},
    model::{DateStamp, Precision},
};

/// Reads dates of one page; knows which of two numbers its language puts first, and asks its other dates where the language does not tell.
#[derive(Debug)]
pub(super) struct DateReader<'a, 'i> {
    order: Order,
    page: Option<&'a Document<'i>>,
    by_page: OnceCell<Order>,
    /// The days that lines of the page name beyond doubt.
    days: OnceCell<BTreeSet<String>>,
    /// When the page was read, which "2 hours ago" counts from.
    read_at: Option<DateTime>,
}

impl<'a, 'i> DateReader<'a, 'i> {
    /// For what stands on no page.
    pub(super) fn alone() -> Self {
        Self { order: Order::Unknown, page: None, by_page: OnceCell::new(), days: OnceCell::new(), read_at: None }
    }

    /// For a page.
    pub(super) fn of(document: &'a Document<'i>) -> Self {
        Self {
            order: order_of(head::language(document).as_deref()),
            page: Some(document),
            by_page: OnceCell::new(),
            days: OnceCell::new(),
            read_at: None,
        }
    }

    /// The same, with distances read from the moment that a caller names. A day alone is no time of reading: callers name that of publication so.
    pub(super) fn read_at(self, moment: Option<&str>) -> Self {
        let found = moment.and_then(|moment| calendar::whole(moment, Order::Unknown)).filter(|moment| moment.clock.is_some());
        Self { read_at: found.and_then(|moment| moment.value().get(..16)?.parse().ok()), ..self }
    }

    /// The dates that the value of an attribute or a member may mean, each with its share of the belief in it: one, or two where day and month could be
    /// either way round and nothing on the page tells. Empty for what is no date.
    pub(super) fn machine(&self, raw: &str) -> Vec<(DateStamp, f64)> {
        if !calendar::may_hold_year(raw) {
            return Vec::new();
        }
        let text = super::words::fold(raw);
        if let Some(stamp) = epoch(&text) {
            return vec![(stamp, 1.0)];
        }
        if let Some(stamp) = read(&text, self.order) {
            return vec![(stamp, 1.0)];
        }
        // where one of two orders is said no other finds a date, and where none is both do or neither does
        if self.order != Order::Unknown {
            return Vec::new();
        }
        let Some(day_first) = read(&text, Order::DayFirst) else { return Vec::new() };
        let Some(month_first) = read(&text, Order::MonthFirst) else { return vec![(day_first, 0.45)] };
        match self.order_of_page() {
            Order::DayFirst => vec![(day_first, 1.0)],
            Order::MonthFirst => vec![(month_first, 1.0)],
            // "02/12/2025" where a list of articles has "December 2, 2025"
            Order::Unknown => match (self.is_named(&day_first), self.is_named(&month_first)) {
                (true, false) => vec![(day_first, 1.0)],
                (false, true) => vec![(month_first, 1.0)],
                _ => vec![(day_first, 0.45), (month_first, 0.45)],
            },
        }
    }

    /// Whether a line may hold a date that [`printed`](Self::printed) reads.
    pub(super) fn may_read(&self, line: &str) -> bool {
        calendar::may_hold_year(line) || (self.read_at.is_some() && calendar::may_hold_number(line))
    }

    /// The first date in a line of the page with its year said, where the line is short enough to be there for its sake.
    pub(super) fn printed(&self, line: &str) -> Vec<(DateStamp, f64)> {
        if line.len() > LONGEST_LINE {
            return Vec::new();
        }
        let dates = self.machine(line);
        match self.read_at.filter(|_| dates.is_empty()).and_then(|moment| relative::day(line, moment)) {
            Some(day) => vec![(day, 1.0)],
            None => dates,
        }
    }

    /// Whether a line of the page names a day beyond doubt.
    fn is_named(&self, day: &DateStamp) -> bool {
        let days = self.days.get_or_init(|| {
            let dates = self.dated_lines().filter_map(|line| calendar::find(&line, Order::Unknown));
            dates.filter(|date| date.full_day().is_some()).filter_map(|date| date.value().get(..DAY).map(str::to_owned)).collect()
        });
        day.value.get(..DAY).is_some_and(|day| days.contains(day))
    }

    /// The short lines of the page with numbers enough for a date.
    fn dated_lines(&self) -> impl Iterator<Item = String> {
        let may_be = |segment: &&Segment| (FEWEST_DIGITS..=24).contains(&segment.digits) && segment.weight as usize <= LONGEST_LINE;
        self.page.into_iter().flat_map(move |page| {
            page.segments().iter().filter(may_be).take(MOST_LINES).map(|line| page.words_between(line.start..line.end))
        })
    }

    /// What the other dates of the page tell of the order: "25/12/2024" has its day first. Read only where a date leaves it open.
    fn order_of_page(&self) -> Order {
        *self.by_page.get_or_init(|| {
            let orders = self.dated_lines().map(|line| order_in(&line)).filter(|order| *order != Order::Unknown);
            let mut orders = orders.take(MOST_WITNESSES);
            match orders.next() {
                Some(first) if orders.all(|order| order == first) => first,
                _ => Order::Unknown,
            }
        })
    }
}

/// The date in a text, its numbers in this order.
fn read(text: &str, order: Order) -> Option<DateStamp> {
    let moment = calendar::find(text, order).filter(|moment| moment.year.is_some_and(|year| (1900..2100).contains(&year)))?;
    let raw = text.get(moment.range.clone()).unwrap_or(text).to_owned();
    Some(stamp(&moment, raw))
}

/// The order that a date of a line has of necessity: its day is no month. Unknown for a line without such a date.
fn order_in(line: &str) -> Order {
    let numbers = |part: &str| -> Option<(u8, u8)> {
        let mut parts = part.split(['/', '-', '.']);
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_date = year.len() == 4 && first.len() <= 2 && parts.next().is_none() && year.bytes().all(|byte| byte.is_ascii_digit());
        is_date.then(|| Some((first.parse().ok()?, second.parse().ok()?))).flatten()
    };
    let pairs = line.split(|c: char| c.is_whitespace() || c == ',' || c == '|').filter_map(numbers);
    pairs
        .map(|(first, second)| match (first, second) {
            (13..=31, 1..=12) => Order::DayFirst,
            (1..=12, 13..=31) => Order::MonthFirst,
            _ => Order::Unknown,
        })
        .find(|order| *order != Order::Unknown)
        .unwrap_or_default()
}

/// A day in ISO 8601 has so many bytes.
const DAY: usize = 10;

/// "3 May 2025" has so many digits.
const FEWEST_DIGITS: u16 = 5;

/// More lines with numbers are those of a table.
const MOST_LINES: usize = 300;

/// So many dates tell enough.
const MOST_WITNESSES: usize = 12;

/// Lines that hold a date and are longer, in bytes, are sentences.
pub(super) const LONGEST_LINE: usize = 160;

/// Which number comes first: the month in the United States and what follows it, the day elsewhere; open for English that does not say whose.
fn order_of(language: Option<&str>) -> Order {
    match language {
        None => Order::Unknown,
        Some("en-us" | "en-ph" | "es-us" | "fil" | "en-pr") => Order::MonthFirst,
        Some(english) if english == "en" || english.starts_with("en-001") => Order::Unknown,
        Some(_) => Order::DayFirst,
    }
}

/// Seconds or milliseconds since 1970 between 1990 and 2100, which are a moment of universal time.
fn epoch(text: &str) -> Option<DateStamp> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    if !(631_152_000..4_102_444_800).contains(&seconds) {
        return None;
    }
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(DateStamp::new(moment.to_string(), Precision::Second, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        extract::metadata::{markup::Markup, testing::candidates},
        stage::Field,
    };

    fn values(language: &str, raw: &str) -> Vec<String> {
        let order = order_of((!language.is_empty()).then_some(language));
        DateReader { order, ..DateReader::alone() }.machine(raw).into_iter().map(|(stamp, _)| stamp.value).collect()
    }

    #[test]
    fn machine_dates_of_every_dress() {
        for (raw, value) in [
            ("2025-06-05", "2025-06-05"),
            ("2025-06-05T10:15:30+02:00", "2025-06-05T10:15:30+02:00"),
            ("2025-06-05T10:15:30.123Z", "2025-06-05T10:15:30Z"),
            ("2025-06-05T10:15:30+0200", "2025-06-05T10:15:30+02:00"),
            ("2025-06-05 10:15:30", "2025-06-05T10:15:30"),
            ("2025-06-05T10:15", "2025-06-05T10:15"),
            ("2018-11-28CET11:59:00+0100", "2018-11-28T11:59:00+01:00"),
            ("Tue Jan 28 15:28:56 CET 2020", "2020-01-28T15:28:56+01:00"),
            ("Tue, 28 Jan 2020 15:28:56 GMT", "2020-01-28T15:28:56Z"),
            ("Tue Jan 28 2020 15:28:56 GMT+0100 (CET)", "2020-01-28T15:28:56+01:00"),
            ("13/11/2025 09:21:40", "2025-11-13T09:21:40"),
            ("20250605", "2025-06-05"),
            ("1748427296", "2025-05-28T10:14:56Z"),
            ("1748427296000", "2025-05-28T10:14:56Z"),
            ("2025-06", "2025-06"),
            ("June 5, 2025", "2025-06-05"),
            ("Published: 5. Juni 2025, 10:15 Uhr", "2025-06-05T10:15"),
        ] {
            assert_eq!(values("", raw), [value], "{raw}");
        }
        for raw in ["", "0", "yesterday", "2 hours ago", "0000-00-00", "2025-13-45", "7"] {
            assert_eq!(values("", raw), [""; 0], "{raw}");
        }
    }

    #[test]
    fn a_day_that_the_page_names_elsewhere_is_the_one_that_is_meant() {
        let page =
            |elsewhere: &str| format!("<html lang=en><h1>Cow leaves meadow</h1><p>02/12/2024</p><p>Text.</p><ul><li>{elsewhere}</ul>");
        let of = |elsewhere: &str| -> Vec<String> {
            let found = candidates(&Markup, &page(elsewhere)).into_iter().filter(|one| one.field == Field::Published);
            found.map(|one| one.value.words()).filter(|day| day.ends_with("12") || day.ends_with("-02")).collect()
        };
        assert!(of("Cow leaves meadow, December 2, 2024").iter().all(|day| day == "2024-12-02"));
        assert!(of("12 February 2024").iter().all(|day| day == "2024-02-12"));
        assert!(of("3 May 2024").contains(&"2024-12-02".to_owned()) && of("3 May 2024").contains(&"2024-02-12".to_owned()));
    }

    #[test]
    fn day_and_month_by_language() {
        assert_eq!(values("en-us", "03/04/2025"), ["2025-03-04"]);
        assert_eq!(values("en-gb", "03/04/2025"), ["2025-04-03"]);
        assert_eq!(values("en", "03/04/2025"), ["2025-04-03", "2025-03-04"]);
    }

    #[test]
    fn day_and_month_by_the_other_dates_of_a_line() {
        for (line, order) in [
            ("Posted 25/12/2024 by Jane", Order::DayFirst),
            ("12/25/2024", Order::MonthFirst),
            ("03/04/2025", Order::Unknown),
            ("1.2.3.2024", Order::Unknown),
            ("03/04/2025 | 31-01-2025", Order::DayFirst),
            ("2024-12-25", Order::Unknown),
        ] {
            assert_eq!(order_in(line), order, "{line}");
        }
    }
}
