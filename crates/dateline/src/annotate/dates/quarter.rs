//! Quarters and halves of years: "third quarter", "Q3 2019", "the first half of 1989", "the 1988 quarter", "the latest quarter".

use super::{
    reader::{Found, Reader},
    value::{Point, Scale},
};
use crate::{
    annotate::lexicon::{Class, Unit},
    model::Precision,
};

impl Reader<'_> {
    pub(super) fn spoken_quarter(&self, next: usize) -> Found {
        let point = self.frame.spoken_quarter().map(|(year, quarter)| Point::new(Some(year), Scale::Quarter(quarter)));
        self.reckon(next, point, Precision::Quarter)
    }

    /// "third quarter", "the first half of 1989", "Q3 2019", "3Q", "the 1988 quarter", "the year-ago quarter".
    pub(super) fn quarter(&self, i: usize, the: bool) -> Option<Found> {
        if let Some((quarter, next)) = self.quarter_letter(i) {
            let (year, next) = self.year_behind(self.skip_hyphen(next));
            return Some(self.quarter_point(next, year, Scale::Quarter(quarter)));
        }
        // "the 1988 second quarter", "the 1988 quarter", "2019 Q3"
        if let Some((year, next)) = self.year_number(i) {
            let at = self.skip_hyphen(next);
            if let Some((quarter, next)) =
                self.quarter_letter(at).or_else(|| self.quarter_words(at).and_then(|(scale, next)| Some((scale.quarter()?, next))))
            {
                return Some(self.quarter_point(next, Some(year), Scale::Quarter(quarter)));
            }
            let unit = self.entry(at).unit.filter(|_| !self.is(at, Class::Plural))?;
            let (_, quarter) = self.frame.spoken_quarter()?;
            return match unit {
                Unit::Quarter => Some(self.quarter_point(at + 1, Some(year), Scale::Quarter(quarter))),
                Unit::Period if self.frame.of_quarter => Some(self.quarter_point(at + 1, Some(year), Scale::Quarter(quarter))),
                _ => None,
            };
        }
        let at = self.skip_hyphen(self.skip(i, Class::Fiscal));
        let (scale, next) = self.quarter_words(at)?;
        // "the third-quarter results" are dated without the article
        if the && !self.spaced(next - 1) {
            return None;
        }
        let of = self.skip(next, Class::Of);
        if let Some((year, end)) = self.year_number(of).filter(|_| self.digits(of).is_none_or(|(_, digits)| digits == 4)) {
            return Some(self.quarter_point(end, Some(year), scale));
        }
        if of > next
            && let Some(point) = self.year_point(of)
        {
            return Some(self.quarter_point(point.next, point.as_point()?.year, scale));
        }
        Some(self.quarter_point(next, None, scale))
    }

    /// "this year", "last year", "the year" behind "of".
    fn year_point(&self, i: usize) -> Option<Found> {
        let at = self.skip(i, Class::The);
        let found = match self.entry(at).unit {
            Some(Unit::Year) if at > i => Found::reckoned(at + 1, self.frame.shifted(Unit::Year, 0)?),
            _ => self.shifted(at, at > i)?,
        };
        found.as_point().is_some_and(|point| point.scale == Scale::Year).then_some(found)
    }

    fn quarter_point(&self, next: usize, year: Option<i32>, scale: Scale) -> Found {
        if year.is_some() {
            return Found::point(next, Point::new(year, scale));
        }
        let year = match scale {
            Scale::Quarter(quarter) => self.frame.year_of_quarter(quarter),
            _ => self.frame.today().map(|today| today.year),
        };
        Found { relative: year.is_some(), ..Found::point(next, Point::new(year, scale)) }
    }

    /// "Q3", "3Q".
    pub(super) fn quarter_letter(&self, i: usize) -> Option<(u8, usize)> {
        let is_q = |at: usize| matches!(self.written(at), "Q" | "q");
        let joined = !self.spaced(i + 1);
        let number = if is_q(i) && joined {
            self.digits(i + 1)
        } else if is_q(i + 1) && joined {
            self.digits(i)
        } else {
            None
        };
        let (quarter @ 1..=4, 1) = number? else { return None };
        Some((quarter as u8, i + 2))
    }

    /// "third quarter", "third-quarter", "1st half".
    pub(super) fn quarter_words(&self, i: usize) -> Option<(Scale, usize)> {
        let (number, next) = self
            .digits(i)
            .filter(|_| self.is(i + 1, Class::OrdinalEnding) && !self.spaced(i + 1))
            .map_or_else(|| Some((self.entry(i).ordinal, i + 1)), |(number, _)| Some((u8::try_from(number).ok()?, i + 2)))?;
        let at = self.skip(self.skip_hyphen(next), Class::Fiscal);
        let singular = !self.is(at, Class::Plural);
        match (self.entry(at).unit?, number) {
            (Unit::Quarter, 1..=4) if singular => Some((Scale::Quarter(number), at + 1)),
            (Unit::Half, 0..=2)
                if (number > 0 || self.entry(i).shift == Some(-1)) && self.is(at + 1, Class::Of) && self.year_number(at + 2).is_some() =>
            {
                Some((Scale::Half(if number == 1 { 1 } else { 2 }), at + 1))
            }
            _ => None,
        }
    }
}

impl Scale {
    fn quarter(self) -> Option<u8> {
        match self {
            Self::Quarter(quarter) => Some(quarter),
            _ => None,
        }
    }
}
