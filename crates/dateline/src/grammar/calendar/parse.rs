//! Tokens in, the date that stands at one of them out, with the time of day before or behind it.

use super::names;
use super::{Day, Moment, Order, is_day};
use crate::grammar::scan::{self, Kind, Token};

/// No date with its time and zone is longer than this many tokens.
const LONGEST: usize = 40;

/// The date at byte `from` of `text`; white space before it is passed over.
pub(crate) fn at(text: &str, from: usize, order: Order) -> Option<Moment> {
    let tokens = scan::tokens(text, from, LONGEST);
    Reader { text, tokens: &tokens, order }.moment(0).map(|(m, _)| m)
}

/// The first date in `text`, of which at most the first thousand tokens are read.
pub(crate) fn find(text: &str, order: Order) -> Option<Moment> {
    if !may_hold_number(text) {
        return None;
    }
    let tokens = scan::tokens(text, 0, 1000);
    let reader = Reader { text, tokens: &tokens, order };
    (0..tokens.len()).find_map(|i| {
        let (moment, _) = reader.moment(i)?;
        // a bare day of the week or a number is no date among other words
        (moment.month.is_some() && (moment.day.is_some() || moment.year.is_some())).then_some(moment)
    })
}

/// Whether there is a digit, or a character that may be one of another script: a date has a number, most lines have none.
pub(crate) fn may_hold_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit() || is_of_other_digit(byte))
}

/// Whether a date with its year may be there: most lines with a number have fewer digits than the year alone, and no apostrophe before two of them.
pub(crate) fn may_hold_year(text: &str) -> bool {
    let (mut digits, mut is_cut, mut is_other) = (0, false, false);
    for byte in text.bytes() {
        digits += u32::from(byte.is_ascii_digit());
        is_cut |= matches!(byte, b'\'' | 0xe2);
        is_other |= is_of_other_digit(byte);
    }
    is_other || digits >= 4 || (digits >= 2 && is_cut)
}

/// The first bytes of Arabic, Indian and Thai digits and of those as wide as Chinese characters.
fn is_of_other_digit(byte: u8) -> bool {
    matches!(byte, 0xd9 | 0xdb | 0xe0 | 0xef)
}

/// The date that `text` is, and nothing else; here a year alone is one too.
pub(crate) fn whole(text: &str, order: Order) -> Option<Moment> {
    let tokens = scan::tokens(text, 0, LONGEST);
    let reader = Reader { text, tokens: &tokens, order };
    if let [Token { kind: Kind::Number { value, digits: 4 }, start, end, .. }] = tokens[..] {
        let year = i32::try_from(value).ok().filter(|y| (1000..2200).contains(y));
        return year.map(|year| Moment { year: Some(year), ..Moment::empty(start..end) });
    }
    let (moment, next) = reader.moment(0)?;
    tokens.get(next..)?.iter().all(|t| t.is('.') || t.is(',')).then_some(moment)
}

impl Moment {
    /// Nothing said, at this place.
    fn empty(range: std::ops::Range<usize>) -> Moment {
        Moment { year: None, month: None, day: None, weekday: None, clock: None, range }
    }
}

/// Year, month and day as far as they are written.
#[derive(Default, Clone, Copy)]
struct Parts {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

/// Reads the tokens of a text.
pub(super) struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    order: Order,
}

impl Reader<'_> {
    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    pub(super) fn word(&self, i: usize) -> Option<&str> {
        self.token(i).filter(|t| t.is_word()).map(|t| t.text(self.text))
    }

    pub(super) fn number(&self, i: usize) -> Option<(u32, u8)> {
        match self.token(i)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn is(&self, i: usize, mark: char) -> bool {
        self.token(i).is_some_and(|t| t.is(mark))
    }

    /// One past `i` where the token there is one of these marks.
    pub(super) fn skip(&self, i: usize, marks: &[char]) -> usize {
        if marks.iter().any(|m| self.is(i, *m)) { i + 1 } else { i }
    }

    /// One past `i` where the word there is one of these (lower case).
    pub(super) fn skip_word(&self, i: usize, words: &[&str]) -> usize {
        match self.word(i) {
            Some(word) if is_one(word, words) => i + 1,
            _ => i,
        }
    }

    /// Date, time before or behind it, day of the week before or behind it.
    fn moment(&self, start: usize) -> Option<(Moment, usize)> {
        let mut i = start;
        let mut clock = None;
        if let Some((early, next)) = self.clock(i) {
            let next = self.skip(next, &[',', '|', '·', '-', '–']);
            i = self.skip_word(next, &["on", "am", "le", "el", "del", "il", "den", "of"]);
            clock = Some(early);
        }
        let mut weekday = None;
        if let Some((number, next)) = self.weekday(i) {
            weekday = Some(number);
            i = next;
        }
        let (parts, mut next) = match self.parts(i) {
            Some(found) => found,
            // the day of the week alone
            None if weekday.is_some() && clock.is_none() => (Parts::default(), start + 1),
            None => return None,
        };
        let mut parts = parts;
        if weekday.is_none() && parts.day.is_some() {
            (weekday, next) = self.weekday_behind(next);
        }
        if clock.is_none()
            && parts.day.is_some()
            && let Some((late, after)) = self.clock_behind(next)
        {
            clock = Some(late);
            next = after;
            if let (None, Some((year, 4))) = (parts.year, self.number(next)) {
                // Thu Feb 26 10:15:00 EST 2009
                parts.year = i32::try_from(year).ok().filter(|y| (1000..2200).contains(y));
                next += usize::from(parts.year.is_some());
            }
        }
        let first = self.token(start)?.start;
        let last = self.token(next.checked_sub(1)?)?.end;
        let Parts { year, month, day } = parts;
        Some((Moment { year, month, day, weekday, clock, range: first..last }, next))
    }

    /// A day of the week with what sets it apart from the date.
    fn weekday(&self, i: usize) -> Option<(u8, usize)> {
        let word = self.word(i)?;
        if let "T" | "CN" = word {
            return None;
        }
        let number = names::weekday(word)?;
        let mut next = self.skip(i + 1, &['.']);
        if self.is(next, '-') && self.word(next + 1).is_some_and(|w| w.eq_ignore_ascii_case("feira")) {
            next += 2;
        }
        next = self.skip(next, &[',', '،']);
        next = self.skip_word(next, &["the", "den", "der", "le", "el", "dia", "día", "o", "on"]);
        Some((number, self.skip(next, &[','])))
    }

    /// A day of the week behind the date: `(Thursday)`, `, Thursday`, `星期四` is not read.
    fn weekday_behind(&self, i: usize) -> (Option<u8>, usize) {
        let open = self.skip(i, &['(', ',']);
        let long = |w: &&str| w.chars().count() >= 3;
        match self.word(open).filter(long).and_then(names::weekday) {
            Some(number) if open > i || self.token(open).is_some_and(|t| t.spaced) => {
                (Some(number), if self.is(i, '(') { self.skip(open + 1, &[')']) } else { open + 1 })
            }
            _ => (None, i),
        }
    }

    /// Year, month and day in whatever order.
    fn parts(&self, i: usize) -> Option<(Parts, usize)> {
        let found = match self.number(i) {
            Some((year, 4)) => self.year_first(i, year),
            Some((day, 1 | 2)) => self.numeric(i, day).or_else(|| self.day_first(i, day)),
            Some((packed, 8)) => self.packed(i, packed),
            Some(_) => None,
            None => self.month_first(i),
        };
        let (parts, next) = found?;
        let valid = match (parts.year, parts.month, parts.day) {
            // 2000 is a leap year, so 29 February passes where no year is said
            (year, Some(month), Some(day)) => is_day(Day { year: year.unwrap_or(2000), month, day }),
            (_, Some(month), None) => (1..=12).contains(&month),
            _ => false,
        };
        valid.then_some((parts, next))
    }

    /// `2009-02-26`, `2009年2月26日`, `2009. február 26.`, `2009 February 26`.
    fn year_first(&self, i: usize, year: u32) -> Option<(Parts, usize)> {
        let year = i32::try_from(year).ok().filter(|y| (1000..2200).contains(y));
        for separator in ['-', '/', '.'] {
            if !self.is(i + 1, separator) {
                continue;
            }
            if let (Some((month, 1 | 2)), true, Some((day, 1 | 2))) = (self.number(i + 2), self.is(i + 3, separator), self.number(i + 4)) {
                let next = if separator == '.' { self.skip(i + 5, &['.']) } else { i + 5 };
                return Some((Parts { year, month: small(month), day: small(day) }, next));
            }
            if separator == '-'
                && let (Some((month, 2)), false) = (self.number(i + 2), self.is(i + 3, '-'))
            {
                return Some((Parts { year, month: small(month), day: None }, i + 3));
            }
        }
        if self.word(i + 1).is_some_and(|w| w == "年" || w == "년") {
            let (month, _) = self.number(i + 2)?;
            if !self.word(i + 3).is_some_and(|w| w == "月" || w == "월") {
                return None;
            }
            let day = match (self.number(i + 4), self.word(i + 5)) {
                (Some((day, 1 | 2)), Some("日" | "일" | "号")) => small(day),
                _ => None,
            };
            let next = if day.is_some() { i + 6 } else { i + 4 };
            return Some((Parts { year, month: small(month), day }, next));
        }
        let named = self.skip(i + 1, &['.', ',']);
        let (month, _) = names::month(self.word(named)?)?;
        let (day, digits) = self.number(named + 1)?;
        (digits <= 2).then_some((Parts { year, month: Some(month), day: small(day) }, self.skip(named + 2, &['.'])))
    }

    /// `26.02.2009`, `26/2/09`, `02/26/2009`: an order that the numbers decide, or the hint, or the dot.
    fn numeric(&self, i: usize, first: u32) -> Option<(Parts, usize)> {
        let separator = ['.', '/', '-'].into_iter().find(|s| self.is(i + 1, *s))?;
        let (second, digits) = self.number(i + 2)?;
        if digits > 2 || !self.is(i + 3, separator) {
            return None;
        }
        let (year, digits) = self.number(i + 4)?;
        let year = match digits {
            4 => i32::try_from(year).ok().filter(|y| (1000..2700).contains(y)),
            // POSIX's pivot
            2 => i32::try_from(year).ok().map(|y| if y < 69 { 2000 + y } else { 1900 + y }),
            _ => None,
        }?;
        let day_first = match (first > 12, second > 12, self.order) {
            (true, false, _) => true,
            (false, true, _) => false,
            (true, true, _) => return None,
            (false, false, Order::DayFirst) => true,
            (false, false, Order::MonthFirst) => false,
            (false, false, Order::Unknown) if separator == '.' || first == second => true,
            (false, false, Order::Unknown) => return None,
        };
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        Some((Parts { year: Some(year), month: small(month), day: small(day) }, i + 5))
    }

    /// `26 February 2009`, `26th of February`, `26. Februar`, `26 de febrero de 2009`, `ngày 26 tháng 2 năm 2009`.
    fn day_first(&self, i: usize, day: u32) -> Option<(Parts, usize)> {
        if self.word(i + 1).is_some_and(|w| w == "月" || w == "월") {
            let (of_month, _) = self.number(i + 2)?;
            let closed = self.word(i + 3).is_some_and(|w| matches!(w, "日" | "일" | "号"));
            return closed.then_some((Parts { year: None, month: small(day), day: small(of_month) }, i + 4));
        }
        let mut next = self.skip(i + 1, &['.', 'º', 'ª']);
        if self.token(next).is_some_and(|t| !t.spaced) {
            next = self.skip_word(next, &["st", "nd", "rd", "th", "er", "re", "e", "de", "º", "ª", "ே"]);
        }
        if self.token(i + 1).is_some_and(|t| !t.spaced && t.is('-')) {
            next = i + 2;
        }
        next = self.skip_word(next, &["of", "de", "d", "di", "del", "da", "tháng", "ngày"]);
        next = self.skip(next, &['\'', '’', ',']);
        if let (true, Some((month, 1 | 2))) = (self.word(next.wrapping_sub(1)) == Some("tháng"), self.number(next)) {
            let (year, next) = self.year_behind(next + 1, false);
            return Some((Parts { year, month: small(month), day: small(day) }, next));
        }
        let (month, buddhist) = names::month(self.word(next)?)?;
        next = self.skip(next + 1, &['.']);
        let (year, next) = self.year_behind(next, buddhist);
        Some((Parts { year, month: Some(month), day: small(day) }, next))
    }

    /// `February 26, 2009`, `Feb. 26`, `Sept 3rd`, `February 2009`.
    fn month_first(&self, i: usize) -> Option<(Parts, usize)> {
        let (month, buddhist) = names::month(self.word(i)?)?;
        let dot = self.skip(i + 1, &['.']);
        let the = self.skip_word(self.skip(dot, &['-', '/']), &["the"]);
        if let Some((day, 1 | 2)) = self.number(the) {
            // "June 7:30" is an hour
            if !(self.is(the + 1, ':') && self.number(the + 2).is_some()) {
                let mut next = the + 1;
                if self.token(next).is_some_and(|t| !t.spaced) {
                    next = self.skip_word(next, &["st", "nd", "rd", "th", "er"]);
                }
                let (year, next) = self.year_behind(next, buddhist);
                return Some((Parts { year, month: Some(month), day: small(day) }, next));
            }
        }
        let (year, next) = self.year_behind(dot, buddhist);
        year.is_some().then_some((Parts { year, month: Some(month), day: None }, next))
    }

    /// `20090226`, as URLs and file names have it.
    fn packed(&self, i: usize, packed: u32) -> Option<(Parts, usize)> {
        let year = i32::try_from(packed / 10_000).ok().filter(|y| (1900..2100).contains(y))?;
        Some((Parts { year: Some(year), month: small(packed / 100 % 100), day: small(packed % 100) }, i + 1))
    }

    /// A year with the comma, the "de" or the apostrophe before it, and where to read on.
    fn year_behind(&self, i: usize, buddhist: bool) -> (Option<i32>, usize) {
        let comma = self.skip(i, &[',', '،', '-', '/', '.']);
        let mut at = self.skip_word(comma, &["de", "del", "of", "năm", "พ", "พ.ศ"]);
        if self.token(at).is_some_and(|t| t.is('\'') || t.is('’')) {
            at += 1;
            return match self.number(at) {
                Some((year, 2)) => (i32::try_from(year).ok().map(|y| if y < 69 { 2000 + y } else { 1900 + y }), at + 1),
                _ => (None, i),
            };
        }
        let Some((year, 4)) = self.number(at) else { return (None, i) };
        let Ok(year) = i32::try_from(year) else { return (None, i) };
        let year = if buddhist && year > 2400 { year - 543 } else { year };
        if (1000..2200).contains(&year) { (Some(year), self.skip_word(at + 1, &["г", "р", "m"])) } else { (None, i) }
    }
}

/// Whether a word is one of a few in lower case.
fn is_one(word: &str, words: &[&str]) -> bool {
    if word.is_ascii() {
        words.iter().any(|one| one.eq_ignore_ascii_case(word))
    } else {
        word.len() <= 12 && words.contains(&word.to_lowercase().as_str())
    }
}

/// A number of one byte, where it is one.
pub(super) fn small(value: u32) -> Option<u8> {
    u8::try_from(value).ok()
}
