//! Tokens in, the time of day that stands at one of them out, with its half of the day and its zone.

use super::{Clock, names, parse::Reader, parse::small};
use crate::grammar::scan::Kind;

impl Reader<'_> {
    /// A time behind a date, with what stands between them.
    pub(super) fn clock_behind(&self, i: usize) -> Option<(Clock, usize)> {
        let mut next = i;
        if self.word(next) == Some("T") {
            return self.clock(next + 1);
        }
        // `2018-11-28CET11:59:00+0100`: a template without the space, which names the zone twice
        if self.word(next).is_some_and(|word| names::zone(word).is_some()) && self.number(next + 1).is_some() {
            return self.clock(next + 1);
        }
        for _ in 0..2 {
            next = self.skip(next, &[',', '|', '-', '–', '—', '·', '•', '@', ':', '/', ';']);
            next = self.skip_word(
                next,
                &[
                    "at", "à", "um", "ore", "kl", "klo", "às", "as", "a", "las", "alle", "ore", "o", "в", "om", "saat", "godz", "ora",
                    "pukul", "lúc",
                ],
            );
            next = self.skip(next, &['.']);
        }
        self.clock(next)
    }

    /// `10:15`, `10:15:30 PM EST`, `10 a.m.`, `10h15`, `10.15 Uhr`, `10時15分`.
    pub(super) fn clock(&self, i: usize) -> Option<(Clock, usize)> {
        let (hour, digits) = self.number(i)?;
        if digits > 2 {
            return None;
        }
        let mut next = i + 1;
        let mut minute = None;
        let mut second = None;
        let separated =
            self.is(next, ':') || self.is(next, '.') || self.word(next).is_some_and(|w| matches!(w, "h" | "H" | "時" | "时" | "시"));
        let dotted = self.is(next, '.');
        if separated {
            if let Some((value, 2)) = self.number(next + 1) {
                minute = small(value);
                next += 2;
                if self.is(next, ':')
                    && let Some((value, 2)) = self.number(next + 1)
                {
                    second = small(value);
                    next += 2;
                    if self.is(next, '.') && self.number(next + 1).is_some() && !self.token(next + 1)?.spaced {
                        next += 2;
                    }
                }
                next = self.skip_word(next, &["分", "분"]);
            } else if !dotted && !self.is(next, ':') {
                minute = Some(0);
                next += 1;
            }
        }
        let (half, after) = self.half(next);
        let named = self.skip_word(after, &["uhr", "hrs", "hours", "h", "uur"]);
        if (minute.is_none() || dotted) && half.is_none() && named == after {
            return None;
        }
        let hour = match (small(hour)?, half) {
            (12, Some(false)) => 0,
            (h @ 1..=11, Some(true)) => h + 12,
            (h, _) => h,
        };
        let minute = minute.unwrap_or(0);
        // an hour that was not written with minutes is still read as the full hour; both notations say so
        if hour > 23 || minute > 59 || second.is_some_and(|s| s > 60) {
            return None;
        }
        let (offset, next) = self.zone(named);
        Some((Clock { hour, minute, second, offset }, next))
    }

    /// `AM`, `p.m.`: whether it is the second half of the day.
    fn half(&self, i: usize) -> (Option<bool>, usize) {
        let half = |w: &str| match w.to_ascii_lowercase().as_str() {
            "am" => Some(false),
            "pm" => Some(true),
            _ => None,
        };
        let Some(word) = self.word(i).filter(|w| w.len() <= 2) else { return (None, i) };
        if let Some(second_half) = half(word) {
            return (Some(second_half), i + 1);
        }
        match (self.is(i + 1, '.'), self.word(i + 2)) {
            (true, Some(m)) if m.len() == 1 => match half(&format!("{word}{m}")) {
                Some(second_half) => (Some(second_half), self.skip(i + 3, &['.'])),
                None => (None, i),
            },
            _ => (None, i),
        }
    }

    /// `EST`, `(GMT)`, `+02:00`, `GMT+8`: the offset where it is certain, and where to read on.
    fn zone(&self, i: usize) -> (Option<i16>, usize) {
        let open = self.skip(i, &['(']);
        let close = |next: usize| if open > i { self.skip(next, &[')']) } else { next };
        if let Some(word) = self.word(open) {
            if let Some(minutes) = names::zone(word) {
                let (shift, next) = self.shift(open + 1);
                return (Some(shift.unwrap_or(minutes)), close(next));
            }
            if matches!(word, "ET" | "PT" | "CT" | "MT" | "IST" | "Eastern" | "Pacific" | "Central") {
                return (None, close(open + 1));
            }
            return (None, i);
        }
        if open > i {
            return (None, i);
        }
        self.shift(i)
    }

    /// `+02:00`, `-0500`, `+8`.
    fn shift(&self, i: usize) -> (Option<i16>, usize) {
        let sign = match self.token(i).map(|t| t.kind) {
            Some(Kind::Mark('+')) => 1,
            Some(Kind::Mark('-' | '−')) => -1,
            _ => return (None, i),
        };
        let attached = self.token(i + 1).is_some_and(|t| !t.spaced);
        let (minutes, next) = match self.number(i + 1) {
            Some((value, 4)) if attached => (value / 100 * 60 + value % 100, i + 2),
            Some((hours, 1 | 2)) if attached => match self.number(i + 3) {
                Some((minutes, 2)) if self.is(i + 2, ':') => (hours * 60 + minutes, i + 4),
                _ => (hours * 60, i + 2),
            },
            _ => return (None, i),
        };
        match i16::try_from(minutes) {
            Ok(minutes) if minutes <= 14 * 60 => (Some(sign * minutes), next),
            _ => (None, i),
        }
    }
}
