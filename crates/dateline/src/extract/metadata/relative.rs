//! "2 hours ago" and the moment that it counts from in, the day that it means out.
//!
//! Pages print when something appeared as a distance from the time of reading. Without that time it is no date; with it, it is one of the day: what was two hours
//! ago at 12:10 need not have been at 10:10.

use jiff::{Span, civil::DateTime};

use crate::model::{DateStamp, Precision};

/// Longer lines, in bytes, are no distances.
const LONGEST: usize = 48;

/// What makes a number and a unit a distance back: with the word before or behind it, in whatever order a language has them.
const BACK: &[&str] = &[
    "ago",
    "vor",
    "il y a",
    "hace",
    "há",
    "fa",
    "geleden",
    "sedan",
    "siden",
    "sitten",
    "temu",
    "назад",
    "тому",
    "önce",
    "lalu",
    "yang lalu",
    "trước",
    "ezelőtt",
    "acum",
    "πριν",
    "před",
    "前",
    "전",
    "منذ",
    "पहले",
];

/// One, in words.
const ONE: &[&str] = &["a", "an", "one", "einem", "einer", "eine", "un", "une", "una", "uno", "uma", "um", "een", "en", "ett", "et", "bir"];

/// Units by how they begin, with how many minutes they are; of those that begin alike the longer first.
const UNITS: &[(&str, i64)] = &[
    ("minggu", WEEK),
    ("sec", 0),
    ("sek", 0),
    ("seg", 0),
    ("сек", 0),
    ("秒", 0),
    ("초", 0),
    ("ثانية", 0),
    ("min", 1),
    ("мин", 1),
    ("хв", 1),
    ("分", 1),
    ("분", 1),
    ("dakika", 1),
    ("menit", 1),
    ("phút", 1),
    ("perc", 1),
    ("λεπτ", 1),
    ("دق", 1),
    ("मिनट", 1),
    ("hour", HOUR),
    ("hr", HOUR),
    ("stunde", HOUR),
    ("std", HOUR),
    ("heure", HOUR),
    ("hora", HOUR),
    ("ora", HOUR),
    ("ore", HOUR),
    ("uur", HOUR),
    ("uren", HOUR),
    ("timm", HOUR),
    ("time", HOUR),
    ("tunti", HOUR),
    ("godz", HOUR),
    ("час", HOUR),
    ("годин", HOUR),
    ("saat", HOUR),
    ("jam", HOUR),
    ("giờ", HOUR),
    ("óra", HOUR),
    ("hodin", HOUR),
    ("ώρ", HOUR),
    ("小时", HOUR),
    ("小時", HOUR),
    ("時間", HOUR),
    ("시간", HOUR),
    ("ساع", HOUR),
    ("घंटे", HOUR),
    ("day", DAY),
    ("tag", DAY),
    ("jour", DAY),
    ("día", DAY),
    ("dia", DAY),
    ("giorn", DAY),
    ("dag", DAY),
    ("päivä", DAY),
    ("dni", DAY),
    ("dzień", DAY),
    ("дн", DAY),
    ("день", DAY),
    ("gün", DAY),
    ("hari", DAY),
    ("ngày", DAY),
    ("nap", DAY),
    ("zile", DAY),
    ("ημέρ", DAY),
    ("天", DAY),
    ("日", DAY),
    ("일", DAY),
    ("يوم", DAY),
    ("أيام", DAY),
    ("दिन", DAY),
    ("week", WEEK),
    ("woche", WEEK),
    ("semaine", WEEK),
    ("semana", WEEK),
    ("settiman", WEEK),
    ("uge", WEEK),
    ("veck", WEEK),
    ("uke", WEEK),
    ("viikko", WEEK),
    ("tydz", WEEK),
    ("tygod", WEEK),
    ("недел", WEEK),
    ("тиж", WEEK),
    ("hafta", WEEK),
    ("tuần", WEEK),
    ("hét", WEEK),
    ("týd", WEEK),
    ("周", WEEK),
    ("週", WEEK),
    ("주", WEEK),
];

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;

/// The day that a line's distance from the time of reading means; `None` for a line that is no such distance, and for one of months or years, which mean no day.
pub(super) fn day(line: &str, read_at: DateTime) -> Option<DateStamp> {
    if line.len() > LONGEST {
        return None;
    }
    let folded = line.to_lowercase();
    let words: Vec<&str> = words(&folded);
    let is_back = BACK.iter().any(|mark| match mark.is_ascii() || mark.chars().count() > 1 {
        true => format!(" {} ", words.join(" ")).contains(&format!(" {mark} ")),
        false => words.iter().any(|word| word.ends_with(mark)),
    });
    if !is_back {
        return None;
    }
    let minutes = words.iter().zip(words.iter().skip(1)).find_map(|(number, unit)| {
        let number: i64 = if ONE.contains(number) { 1 } else { number.parse().ok().filter(|number| (0..=999).contains(number))? };
        Some(number * UNITS.iter().find(|(stem, _)| unit.starts_with(stem))?.1)
    })?;
    let moment = read_at.checked_sub(Span::new().minutes(minutes)).ok()?;
    Some(DateStamp::new(moment.date().to_string(), Precision::Day, line))
}

/// The words of a line: numbers stand apart from the letters that follow without a space ("2小时前", "3h").
fn words(line: &str) -> Vec<&str> {
    let is_between = |c: char| !c.is_alphanumeric() && !('\u{900}'..='\u{97f}').contains(&c);
    let parts = line.split(is_between).filter(|part| !part.is_empty());
    parts
        .flat_map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            let (number, letters) = part.split_at_checked(digits).unwrap_or((part, ""));
            [number, letters]
        })
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_of_many_languages_count_from_the_time_of_reading() {
        let read_at: DateTime = "2025-06-05T01:30".parse().unwrap();
        for (line, expected) in [
            ("2 hours ago", "2025-06-04"),
            ("an hour ago", "2025-06-05"),
            ("Published 3 days ago", "2025-06-02"),
            ("1 week ago", "2025-05-29"),
            ("vor 2 Stunden", "2025-06-04"),
            ("vor einer Minute", "2025-06-05"),
            ("il y a 3 jours", "2025-06-02"),
            ("hace 2 semanas", "2025-05-22"),
            ("há 2 horas", "2025-06-04"),
            ("2 ore fa", "2025-06-04"),
            ("3 dagen geleden", "2025-06-02"),
            ("2 godziny temu", "2025-06-04"),
            ("2 часа назад", "2025-06-04"),
            ("3 gün önce", "2025-06-02"),
            ("2 jam lalu", "2025-06-04"),
            ("3 ngày trước", "2025-06-02"),
            ("2小时前", "2025-06-04"),
            ("2 時間前", "2025-06-04"),
            ("2시간 전", "2025-06-04"),
            ("منذ 3 أيام", "2025-06-02"),
        ] {
            let found = day(line, read_at).map(|stamp| (stamp.value, stamp.precision));
            assert_eq!(found, Some((expected.to_owned(), Precision::Day)), "{line}");
        }
    }

    #[test]
    fn what_is_no_distance() {
        let read_at: DateTime = "2025-06-05T01:30".parse().unwrap();
        for line in ["", "2 hours", "long ago", "5 min read", "2 months ago", "99999999999 hours ago", "ago", "0000-00-00"] {
            assert_eq!(day(line, read_at), None, "{line}");
        }
    }
}
