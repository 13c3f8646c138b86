//! Dates by their names and numbers: "Friday", "Feb. 15", "the 15th of March", "April 1998", "1945", "the 1990s", "Q3", "fiscal 2024", "Christmas Eve".

use super::{
    frame::Tense,
    reader::{Found, Reader},
    value::{Point, Scale},
};
use crate::{
    annotate::lexicon::Class,
    grammar::calendar::{self, Day, Order},
};

impl Reader<'_> {
    /// A date by name or number.
    pub(super) fn absolute(&self, i: usize, the: bool) -> Option<Found> {
        // "the Oct. 23 quake" and "the 1996 games" are dated without the article
        let bare = |form: fn(&Self, usize) -> Option<Found>| if the { None } else { form(self, i) };
        let forms = [
            bare(Self::numeric),
            bare(Self::weekday),
            bare(Self::month_first),
            self.day_first(i, the),
            self.year(i).filter(|_| !the || self.entry(i).unit.is_some()),
            self.decade(i, the),
            self.quarter(i, the),
            self.fiscal_year(i, the),
            self.season(i, the),
            bare(Self::holiday),
        ];
        forms.into_iter().flatten().fold(None, |best: Option<Found>, form| match best {
            Some(best) if best.next >= form.next => Some(best),
            _ => Some(form),
        })
    }

    /// "2009-02-26", "26.02.2009", "02/26/2009", by the calendar's own grammar.
    fn numeric(&self, i: usize) -> Option<Found> {
        let (first, digits) = self.digits(i)?;
        let mark = ['-', '/', '.'].into_iter().find(|mark| self.is_mark(i + 1, *mark))?;
        let again = self.is_mark(i + 3, mark) && self.digits(i + 4).is_some();
        let separated = !self.spaced(i + 1) && !self.spaced(i + 2) && self.digits(i + 2).is_some();
        // three numbers, or a year and a month: "1.5" is none
        if !(separated && (again && (digits == 4 || first <= 31) || digits == 4 && mark == '-')) {
            return None;
        }
        let moment = calendar::at(self.text, self.token(i)?.start as usize, Order::MonthFirst)?;
        let (year, month) = (moment.year?, moment.month?);
        let scale = moment.day.map_or(Scale::Month(month), |day| Scale::Day(month, day));
        let parts = 1 + 2 * (1 + usize::from(moment.day.is_some()));
        let next = i + parts;
        // "2008-09" is a season of sport as well as a month, and "1-2-2009-3" a number of something
        let open = self.is_mark(next, '-') && !self.spaced(next);
        (!open).then(|| Found::point(next, Point::new(Some(year), scale)))
    }

    /// "Friday", "Friday, Feb. 13", "Tue., 13 May 2008".
    fn weekday(&self, i: usize) -> Option<Found> {
        let word = self.entry(i);
        if word.weekday == 0 || word.is(Class::Weekdays) || !self.is_name(i) {
            return None;
        }
        let abbreviated = self.written(i).len() < 6;
        let dot = if abbreviated && self.is_mark(i + 1, '.') && !self.spaced(i + 1) { i + 2 } else { i + 1 };
        let comma = self.skip(self.skip_mark(dot, ','), Class::The);
        if let Some(date) = self
            .month_first(comma)
            .or_else(|| self.day_first(comma, true))
            .filter(|date| date.as_point().is_some_and(|point| point.is_day()))
        {
            return Some(date);
        }
        // "Sun" and "Sat" alone are words, "Mon" a syllable
        if word.is(Class::Short) {
            return None;
        }
        let day = self.frame.weekday(word.weekday, self.tense(i, i + 1));
        Some(match day {
            Some(day) => Found::reckoned(i + 1, Point::day(day)),
            None => Found::point(i + 1, Point::new(None, Scale::Weekday(word.weekday))),
        })
    }

    /// "Feb. 15, 2009", "February 15th", "April 1998", "April".
    fn month_first(&self, i: usize) -> Option<Found> {
        let word = self.entry(i);
        if word.month == 0 || !self.is_name(i) {
            return None;
        }
        let dot = self.behind_month(i);
        let the = self.skip(dot, Class::The);
        if let Some((day, next)) = self
            .day_of_month(the)
            .filter(|(_, next)| !(self.is_mark(*next, ':') && self.digits(*next + 1).is_some()) && self.entry(*next).scale.is_none())
        {
            let (year, next) = self.year_behind(next);
            return self.day_point(i, next, year, word.month, day);
        }
        let (year, next) = self.year_behind(dot);
        if let Some(year) = year {
            return Some(Found::point(next, Point::new(Some(year), Scale::Month(word.month))));
        }
        // "may" and "march" are verbs, "Mar" and "Dec" are names
        if (word.is(Class::Doubtful) || word.is(Class::Short) && dot == i + 1) && !self.month_is_meant(i) {
            return None;
        }
        let year = self.frame.month(word.month, self.tense(i, i + 1));
        // a full stop stays with the sentence where it could end one
        let next = if dot > i + 1 && dot < self.tokens.len() { dot } else { i + 1 };
        let point = Point::new(year, Scale::Month(word.month));
        Some(if year.is_some() { Found::reckoned(next, point) } else { Found::point(next, point) })
    }

    /// What follows a month and the full stop that shortens it: "Feb.", "Sept."; that behind a whole name, however short, ends a sentence.
    fn behind_month(&self, i: usize) -> usize {
        let month = self.written(i);
        let is_whole = month.len() > 4 || ["may", "june", "july"].iter().any(|whole| month.eq_ignore_ascii_case(whole));
        if !is_whole && self.is_mark(i + 1, '.') && !self.spaced(i + 1) { i + 2 } else { i + 1 }
    }

    /// Whether a month that is a word as well stands where months do.
    fn month_is_meant(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map(|before| self.entry(before));
        before.is_some_and(|before| {
            before.is(Class::Prepositions)
                || before.shift.is_some()
                || before.is(Class::Every)
                || before.is(Class::Of)
                || !before.modifier.is_empty()
        }) && !self.is(i, Class::Short)
    }

    fn day_point(&self, i: usize, next: usize, year: Option<i32>, month: u8, day: u8) -> Option<Found> {
        if !calendar::is_day(Day { year: year.unwrap_or(2000), month, day }) {
            return None;
        }
        let scale = Scale::Day(month, day);
        if year.is_some() {
            return Some(Found::point(next, Point::new(year, scale)));
        }
        let year = self.frame.year_of_day(month, day, self.tense(i, next));
        let point = Point::new(year, scale);
        Some(if year.is_some() { Found::reckoned(next, point) } else { Found::point(next, point) })
    }

    /// "15th of March 2009", "26 February", "the fourth of July".
    fn day_first(&self, i: usize, the: bool) -> Option<Found> {
        let (day, next) = self.day_of_month(i)?;
        let of = self.skip(self.skip_hyphen(next), Class::Of);
        let word = self.entry(of);
        if word.month == 0 || !self.is_name(of) {
            // "the 4th"
            let bare = the && next > i + 1 && self.digits(i).is_some() && !self.spaced(i + 1) && self.is(i.wrapping_sub(2), Class::On);
            return bare.then(|| self.bare_day(i, next, day)).flatten();
        }
        let dot = self.behind_month(of);
        let (year, next) = self.year_behind(dot);
        let next = if year.is_none() && dot == self.tokens.len() { of + 1 } else { next };
        self.day_point(i, next, year, word.month, day)
    }

    /// "on the 4th": of the month that is nearest.
    fn bare_day(&self, i: usize, next: usize, day: u8) -> Option<Found> {
        let end = next == self.tokens.len() || !self.spaced(next) || self.is(next, Class::Prepositions) || self.is(next, Class::And);
        let today = self.frame.today()?;
        let ahead = self.tense(i, next) == Tense::Future;
        let months = if ahead { 0..=2 } else { -2..=0 };
        let near = |month: &(i32, u8)| Day { year: month.0, month: month.1, day };
        let mut candidates: Vec<Day> =
            months.map(|count| super::frame::plus_months(today.year, today.month, count)).map(|month| near(&month)).collect();
        if !ahead {
            candidates.reverse();
        }
        let found = candidates.into_iter().find(|day| calendar::is_day(*day) && if ahead { *day >= today } else { *day <= today })?;
        end.then(|| Found::reckoned(next, Point::day(found)))
    }

    /// The number of a day: "15", "15th", "fifteenth", "twenty-first".
    pub(super) fn day_of_month(&self, i: usize) -> Option<(u8, usize)> {
        if let Some((day @ 1..=31, 1 | 2)) = self.digits(i) {
            if ['.', '/'].into_iter().any(|mark| self.is_mark(i + 1, mark)) && !self.spaced(i + 2) && self.digits(i + 2).is_some() {
                return None;
            }
            let ending = self.is(i + 1, Class::OrdinalEnding) && !self.spaced(i + 1);
            return Some((day as u8, if ending { i + 2 } else { i + 1 }));
        }
        let word = self.entry(i);
        let tens = word.number.filter(|number| matches!(number, 20 | 30)).unwrap_or(0) as u8;
        let at = if tens > 0 { self.skip_hyphen(i + 1) } else { i };
        let ordinal = self.entry(at).ordinal;
        (ordinal > 0 && tens + ordinal <= 31 && (tens == 0 || ordinal < 10)).then_some((tens + ordinal, at + 1))
    }

    /// "summer 1998", "the winter of 1994", "this summer" is read elsewhere; "the summer".
    fn season(&self, i: usize, the: bool) -> Option<Found> {
        let word = self.entry(i);
        if word.season.is_empty() || self.is(i, Class::Plural) {
            return None;
        }
        let (year, next) = self.year_behind(i + 1);
        if year.is_none() && !(the && self.season_is_meant(i)) {
            return None;
        }
        let resolved = year.or_else(|| self.frame.year_of_season(word.season, self.tense(i, next)));
        let found = Found::point(next, Point::new(resolved, Scale::Season(word.season)));
        Some(Found { relative: year.is_none() && resolved.is_some(), ..found })
    }

    /// "the fall of the government" is no season.
    fn season_is_meant(&self, i: usize) -> bool {
        !(self.is(i, Class::Doubtful) && self.is(i + 1, Class::Of))
    }
}
