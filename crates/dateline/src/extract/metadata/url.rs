//! A page's address in, the date that stands in its path out.

use url::Url;

use crate::{
    document::{Document, Tag},
    grammar::calendar,
    model::{DateStamp, Origin, Precision},
    stage::{Candidate, Context, Field, MetadataExtractor},
    text::SourceSpan,
};

/// Reads the page's address: that which the caller knows, the canonical one, that of OpenGraph.
pub(super) struct Address;

/// Few addresses hold a day, and those that do have it of the content system: all of those measured were right.
const DAY: f64 = 0.9;

/// A month says less.
const MONTH: f64 = 0.45;

impl MetadataExtractor for Address {
    fn name(&self) -> &'static str {
        "url"
    }

    fn candidates(&self, document: &Document<'_>, context: &Context<'_>) -> Vec<Candidate> {
        let known = context.url().map(|url| (url.to_owned(), Vec::new()));
        known.or_else(|| canonical(document)).and_then(|(url, source)| published(&url, source)).into_iter().collect()
    }
}

/// The address that the page calls its own, and where it stands.
fn canonical(document: &Document<'_>) -> Option<(String, Vec<SourceSpan>)> {
    let tree = document.tree();
    let link = document.by_tag(Tag::Link).find(|&node| tree.attr(node, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")));
    let meta = || document.by_tag(Tag::Meta).find(|&node| tree.attr(node, "property").is_some_and(|name| name == "og:url"));
    let attribute = link.and_then(|node| tree.find_attr(node, "href")).or_else(|| tree.find_attr(meta()?, "content"))?;
    Some((document.resolve(&attribute.value()), vec![document.source_span(attribute.value_span().into())]))
}

fn published(address: &str, source: Vec<SourceSpan>) -> Option<Candidate> {
    let url = Url::parse(address).ok()?;
    let (date, confidence) = date_in(url.path())?;
    Some(Candidate::date(Field::Published, date, Origin::Url, confidence).at(source))
}

/// The day of the folder that an address lies in: `/2025/06/05/`.
pub(super) fn day_in_folders(address: &str) -> Option<DateStamp> {
    let parts: Vec<&str> = address.split('/').collect();
    parts.windows(4).find_map(|parts| {
        let [year, month, day, _] = parts else { return None };
        let lengths = [year.len(), month.len(), day.len()] == [4, 2, 2];
        let value = lengths.then(|| format!("{year}-{month}-{day}"))?;
        let date: jiff::civil::Date = value.parse().ok()?;
        (1990..2100).contains(&date.year()).then(|| DateStamp::new(value, Precision::Day, format!("{year}/{month}/{day}")))
    })
}

/// The first of `/2025/06/05/`, `/2025-06-05-`, `/20250605/`, `/2025/06/` in a path.
fn date_in(path: &str) -> Option<(DateStamp, f64)> {
    let bytes = path.as_bytes();
    let digits = |from: usize, count: usize| -> Option<u32> {
        let part = path.get(from..from + count)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten()
    };
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..path.len()).filter(|&at| is_digit(at) && !at.checked_sub(1).is_some_and(is_digit));
    let mut month_only = None;
    for at in starts {
        let Some(year) = digits(at, 4).filter(|year| (1990..2100).contains(year)) else { continue };
        let separator = bytes.get(at + 4).copied().filter(|byte| matches!(byte, b'/' | b'-' | b'_' | b'.'));
        let (month, day, end) = match separator {
            Some(separator) => {
                let wide = if is_digit(at + 6) { 2 } else { 1 };
                let Some(month) = digits(at + 5, wide) else { continue };
                let next = at + 5 + wide;
                let has_day = bytes.get(next) == Some(&separator) && is_digit(next + 1);
                let wide = if is_digit(next + 2) { 2 } else { 1 };
                if !has_day {
                    if separator == b'/' && bytes.get(next).is_none_or(|&byte| byte == b'/') && (1..=12).contains(&month) && next == at + 7
                    {
                        month_only = month_only
                            .or(path.get(at..next).map(|raw| DateStamp::new(format!("{year:04}-{month:02}"), Precision::Month, raw)));
                    }
                    continue;
                }
                (month, digits(next + 1, wide).unwrap_or_default(), next + 1 + wide)
            }
            None => match (digits(at + 4, 2), digits(at + 6, 2)) {
                (Some(month), Some(day)) => (month, day, at + 8),
                _ => continue,
            },
        };
        let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { continue };
        let exists = i16::try_from(year).is_ok_and(|year| jiff::civil::Date::new(year, month, day).is_ok());
        if exists && !is_digit(end) {
            let raw = path.get(at..end).unwrap_or_default();
            return Some((DateStamp::new(format!("{year:04}-{month:02}-{day:02}"), Precision::Day, raw), DAY));
        }
    }
    day_first(path).or_else(|| month_only.map(|stamp| (stamp, MONTH)))
}

/// `/05-06-2025`, `/5.6.2025/`: a part of the path that is a day, its number first and greater than any month's or the same; or `/2025/june/05/`, `/2025/jun/5-cow`.
fn day_first(path: &str) -> Option<(DateStamp, f64)> {
    let parts: Vec<&str> = path.split('/').collect();
    parts.iter().enumerate().find_map(|(index, part)| {
        let numbers: Vec<&str> = part.split(['-', '.', '_']).collect();
        let (year, month, day, raw) = match numbers.as_slice() {
            [day, month, year] if part.len() <= LONGEST_DAY => {
                (*year, month.parse::<i8>().ok()?, day.parse::<i8>().ok()?, (*part).to_owned())
            }
            _ => {
                let (name, next) = (parts.get(index + 1)?, parts.get(index + 2)?);
                let day = next.get(..next.find(|c: char| !c.is_ascii_digit()).unwrap_or(next.len()))?;
                let month = Some(*name).filter(|name| name.len() >= 3).and_then(calendar::month_named)?;
                (*part, i8::try_from(month).ok()?, day.parse().ok()?, format!("{part}/{name}/{day}"))
            }
        };
        let is_day_first = day > 12 || day == month || raw.contains('/');
        let year: i16 =
            Some(year).filter(|year| year.len() == 4).and_then(|year| year.parse().ok()).filter(|year| (1990..2100).contains(year))?;
        jiff::civil::Date::new(year, month, day).ok().filter(|_| is_day_first)?;
        Some((DateStamp::new(format!("{year:04}-{month:02}-{day:02}"), Precision::Day, raw), DAY))
    })
}

/// A day of numbers has no more bytes.
const LONGEST_DAY: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_paths() {
        for (path, value) in [
            ("/2025/06/05/cow", Some("2025-06-05")),
            ("/news/2025-06-05-cow.html", Some("2025-06-05")),
            ("/a/20250605/cow", Some("2025-06-05")),
            ("/2025/6/5/cow", Some("2025-06-05")),
            ("/2025/06/cow", Some("2025-06")),
            ("/news/29-10-2025", Some("2025-10-29")),
            ("/news/05-10-2025", None),
            ("/2025/october/03/cow", Some("2025-10-03")),
            ("/2025/may/3-cow", Some("2025-05-03")),
            ("/2025/farm/03/cow", None),
            ("/cow-2025", None),
            ("/2025/13/45/cow", None),
            ("/123456789", None),
            ("/id/202506051234", None),
            ("/best-cows-2025-26", None),
        ] {
            assert_eq!(date_in(path).map(|(stamp, _)| stamp.value).as_deref(), value, "{path}");
        }
    }
}
