//! What is wider than a day: years, months, quarters, weeks by name, by number or by where they lie from now.

use super::{
    Phrase, Phrases,
    when::{When, begin, end, iso, written},
};
use crate::{
    annotate::{
        dates::{
            frame::plus,
            value::{Point, Scale, week_of},
        },
        lexicon::{Class, Unit},
    },
    grammar::calendar,
    model::DateKind,
};

impl Phrases<'_> {
    /// The span of the calendar that begins at `i`, with the article where it belongs to it.
    pub(super) fn span(&self, i: usize) -> Option<When> {
        let forms = [self.with_article(i), self.plain_span(i)];
        forms.into_iter().flatten().max_by_key(|span| span.next)
    }

    /// "the week", "the week of April 10th", "the first week of 2021", "the week after next", "the next decade".
    fn with_article(&self, i: usize) -> Option<When> {
        if !self.is(i, Class::The) {
            return None;
        }
        let unit = self.entry(i + 1).unit.filter(|_| !self.is(i + 1, Class::Plural) && !self.is(i + 1, Class::Doubtful));
        if let Some(week) =
            self.week_in(i + 1).or_else(|| self.of_the_name(i + 1).filter(|span| matches!(span.said.scale, Scale::Month(_))))
        {
            return Some(week);
        }
        if self.entry(i + 1).shift == Some(1) && self.entry(i + 2).unit == Some(Unit::Decade) && !self.is(i + 2, Class::Plural) {
            return Some(When::reckoned(i + 3, self.frame.shifted(Unit::Decade, 1)?));
        }
        let unit = unit?;
        if unit == Unit::Week
            && let Some((_, next)) = self.turn(i + 2, "after")
            && self.entry(next).shift == Some(1)
        {
            return Some(When::reckoned(next + 1, self.frame.shifted(Unit::Week, 2)?));
        }
        if matches!(unit, Unit::Week | Unit::Weekend)
            && let Some((_, at)) = self.turn(i + 2, "week-of")
            && let Some(day) = self.day(at).filter(When::is_bare_day)
        {
            return self.week_of_day(unit, day);
        }
        if self.hyphenated(i + 2) || self.turn(i + 2, "behind-us").is_some() || self.is(i + 2, Class::Earlier) && unit != Unit::Year {
            return None;
        }
        if unit == Unit::Week && self.digits(i + 2).is_some() || self.turn(i + 1, "year-to-now").is_some() {
            return None;
        }
        let shown = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::Weekend);
        // "the year of 2008" is told by its number
        let told =
            unit == Unit::Year && (self.year_number(i + 2).is_some() || self.is(i + 2, Class::Of) && self.year_number(i + 3).is_some());
        (shown && !told).then(|| Some(When::reckoned(i + 2, self.frame.shifted(unit, 0)?))).flatten()
    }

    fn hyphenated(&self, i: usize) -> bool {
        self.skip_hyphen(i) > i
    }

    fn week_of_day(&self, unit: Unit, day: When) -> Option<When> {
        let of = |point: &Point| Some(week_of(point.known_day()?));
        let week = of(&day.meant)?;
        if unit == Unit::Weekend {
            let Scale::Week(number) = week.scale else { return None };
            return Some(When { next: day.next, ..When::reckoned(day.next, Point::new(week.year, Scale::Weekend(number))) });
        }
        Some(When::reckoned(day.next, week))
    }

    /// A span without an article before it.
    pub(super) fn plain_span(&self, i: usize) -> Option<When> {
        let forms = [
            self.of_the_name(i),
            self.named_span(i),
            self.shifted_span(i),
            self.numbered_year(i),
            self.year_first(i),
            self.month_and_year(i),
            self.week_numbered(i),
            self.week_in(i),
        ];
        forms.into_iter().flatten().fold(None, |best: Option<When>, span| match best {
            Some(best) if best.next >= span.next => Some(best),
            _ => Some(span),
        })
    }

    /// "month of September", "week of September 16th": the unit before the name.
    fn of_the_name(&self, i: usize) -> Option<When> {
        let unit = self.entry(i).unit.filter(|_| !self.is(i, Class::Plural) && self.is(i + 1, Class::Of))?;
        match unit {
            Unit::Month => {
                let month = Some(self.entry(i + 2).month).filter(|month| *month > 0)?;
                let (year, next) = self.year_behind(i + 3);
                let said = Point::new(year, Scale::Month(month));
                let year = year.or_else(|| self.frame.month(month, self.tense(i, next)));
                Some(When { relative: said.year.is_none() && year.is_some(), meant: Point { year, ..said }, ..When::known(next, said) })
            }
            Unit::Week => self.week_of_day(unit, self.plain_day(self.skip(i + 2, Class::The)).filter(When::is_bare_day)?),
            _ => None,
        }
    }

    /// What an article's reader knows by name: "April", "2014", "Q3 2019", "the 1990s", "summer".
    fn named_span(&self, i: usize) -> Option<When> {
        let word = self.entry(i);
        let of_years =
            i > 1 && self.is_mark(i - 1, '-') && self.digits(i - 2).is_some_and(|(_, digits)| digits == 4) && !self.joined_to_number(i - 2);
        if self.digits(i).is_some() && (self.joined_to_number(i) && !of_years || self.beside_a_number(i)) {
            return None;
        }
        let century = self.decade(i, false);
        let found = match self.absolute(i, false).or(century) {
            Some(found) => found,
            None => return self.season_alone(i),
        };
        let when = self.both(i, false, &found)?;
        if when.is_day() || when.said.time.is_some() {
            return None;
        }
        // a month in small letters is one all the same, but not where it is another word
        if word.month > 0 && word.is(Class::Doubtful) && !self.is_name(i) {
            return None;
        }
        Some(when)
    }

    /// Whether a hyphen stands between the number and another, before it or behind it: "32 - 2015", "2015-32".
    fn beside_a_number(&self, i: usize) -> bool {
        let hyphen = |at: usize| self.is_mark(at, '-') && self.spaced(at) == self.spaced(at + 1);
        let year = |at: usize| self.digits(at).is_some_and(|(_, digits)| digits == 4);
        let (before, behind) =
            (i > 1 && hyphen(i - 1) && self.digits(i - 2).is_some() && !year(i - 2), hyphen(i + 1) && self.digits(i + 2).is_some());
        let month = self.digits(i + 2).is_some_and(|(month, digits)| digits == 2 && (1..=12).contains(&month));
        before || behind && !year(i + 2) && !month
    }

    /// "summer", "winter": no year is told.
    fn season_alone(&self, i: usize) -> Option<When> {
        let word = self.entry(i);
        if let Some(span) = self.month_alone(i) {
            return Some(span);
        }
        let season = Some(word.season).filter(|season| !season.is_empty() && !word.is(Class::Doubtful) && !word.is(Class::Plural))?;
        Some(When::known(i + 1, Point::new(None, Scale::Season(season))))
    }

    /// A month that is abbreviated or in small letters, behind a word that months stand behind: "in dec", "it may be in may".
    fn month_alone(&self, i: usize) -> Option<When> {
        let word = self.entry(i);
        let before = self.entry(i.wrapping_sub(1));
        let after = i > 0 && (before.is(Class::Prepositions) || before.is(Class::Of) || before.is(Class::For) || before.is(Class::The));
        let month = Some(word.month).filter(|month| *month > 0 && after && !self.is_mark(i.wrapping_sub(1), '$'))?;
        let year = self.frame.month(month, self.tense(i, i + 1));
        let said = Point::new(None, Scale::Month(month));
        Some(When { relative: year.is_some(), meant: Point { year, ..said }, ..When::known(i + 1, said) })
    }

    /// "this week", "next month", "last quarter", "this calendar year", "that weekend", "weekend".
    fn shifted_span(&self, i: usize) -> Option<When> {
        let word = self.entry(i);
        if word.unit == Some(Unit::Weekend) && !word.is(Class::Plural) {
            return Some(When::reckoned(i + 1, self.frame.shifted(Unit::Weekend, 0)?));
        }
        if word.is(Class::Same) && !self.is(i + 1, Class::Plural) {
            let unit = self
                .entry(i + 1)
                .unit
                .filter(|unit| matches!(unit, Unit::Week | Unit::Weekend | Unit::Month | Unit::Year | Unit::Quarter))?;
            return Some(When::reckoned(i + 2, self.frame.shifted(unit, 0)?));
        }
        if let Some((_, next)) = self.turn(i, "year-to-now") {
            return Some(When::reckoned(next, self.frame.shifted(Unit::Year, 0)?));
        }
        let shift = i64::from(word.shift?);
        let (shift, at) = match self.entry(i + 1).shift {
            Some(more) if shift == 0 => (i64::from(more), i + 2),
            _ => (shift, i + 1),
        };
        let calendar = self.skip_turn(at, "working");
        if calendar > at || self.is(at, Class::Calendar) {
            let at = if calendar > at { calendar } else { at + 1 };
            let unit = self
                .entry(at)
                .unit
                .filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Quarter) && !self.is(at, Class::Plural))?;
            return Some(When::reckoned(at + 1, self.frame.shifted(unit, shift)?));
        }
        let found = self.shifted(i, false)?;
        let span = When::reckoned(found.next, found.as_point()?);
        let fine = matches!(span.said.scale, Scale::Day(..) | Scale::Weekday(_)) || span.said.time.is_some();
        let hours = self.entry(found.next.wrapping_sub(1)).unit.is_some_and(|unit| unit <= Unit::Hour);
        (!fine && !hours).then_some(span)
    }

    /// "year 2008", "fiscal year 2008", "sy18", "calendar year 2008", "fiscal year".
    fn numbered_year(&self, i: usize) -> Option<When> {
        if self.is(i, Class::The) {
            return None;
        }
        if let Some(year) = self.year_in_full_words(i) {
            return Some(year);
        }
        let (kind, next) = self.turn(i, "year")?;
        let year = self.year_number(next).or_else(|| {
            let (year, 2) = self.digits(next).filter(|_| !self.spaced(next))? else { return None };
            Some((2000 + year as i32, next + 1))
        });
        let year = year.or_else(|| self.year_in_full_words(next).and_then(|when| Some((when.said.year?, when.next))));
        match (year, kind) {
            (Some((year, next)), "calendar") => Some(When::known(next, Point::new(Some(year), Scale::Year))),
            (Some((year, next)), kind) => Some(When::known(
                next,
                Point {
                    fiscal: kind == "FY",
                    scale: if kind == "FY" { Scale::Year } else { Scale::SchoolYear },
                    ..Point::new(Some(year), Scale::Year)
                },
            )),
            (None, "FY") if next > i + 1 => Some(When::known(next, Point { fiscal: true, ..Point::new(None, Scale::Year) })),
            _ => None,
        }
    }

    /// "two thousand and twenty".
    fn year_in_full_words(&self, i: usize) -> Option<When> {
        let thousand = self.entry(i).number == Some(2) && self.entry(i + 1).scale == Some(1000);
        let hundred = self.entry(i).number.is_some_and(|number| (11..20).contains(&number)) && self.entry(i + 1).scale == Some(100);
        let (year, next) = self.number_in_words(i).filter(|_| thousand || hundred)?;
        let counted = self.entry(next).unit.is_some() || self.entry(next).scale.is_some();
        ((1000..2200).contains(&year) && !counted && self.ends_here(next))
            .then(|| When::known(next, Point::new(Some(year as i32), Scale::Year)))
    }

    /// "2017 april", "2017-q1", "2019-H2".
    fn year_first(&self, i: usize) -> Option<When> {
        let (year, next) = self.year_number(i).filter(|_| self.digits(i).is_some_and(|(_, digits)| digits == 4))?;
        let at = self.skip_hyphen(next);
        let month = self.entry(at).month;
        if month > 0
            && self.digits(at + 1).is_none_or(|(_, digits)| digits == 4)
            && (self.is_capitalised(at) || !self.is(at, Class::Doubtful))
        {
            return Some(When::known(at + 1, Point::new(Some(year), Scale::Month(month))));
        }
        if let Some((quarter, next)) = self.quarter_letter(at) {
            return Some(When::known(next, Point::new(Some(year), Scale::Quarter(quarter))));
        }
        let half = matches!(self.written(at), "H" | "h") && !self.spaced(at + 1);
        match self.digits(at + 1).filter(|_| half)? {
            (half @ 1..=2, 1) => Some(When::known(at + 2, Point::new(Some(year), Scale::Half(half as u8)))),
            _ => None,
        }
    }

    /// "dec-2018", "dec/2018", "june of 1992", "October two thousand and five".
    fn month_and_year(&self, i: usize) -> Option<When> {
        let month = Some(self.entry(i).month).filter(|month| *month > 0)?;
        let dot = self.skip_mark(i + 1, '.');
        let mark = if ['-', '/'].into_iter().any(|mark| self.is_mark(i + 1, mark)) && !self.spaced(i + 1) {
            i + 2
        } else {
            self.skip(self.skip_mark(dot, ','), Class::Of)
        };
        let (year, next) = match self.digits(mark) {
            Some((year @ 1000..=2199, 4)) => (year as i32, mark + 1),
            Some(_) => return None,
            None => self.year_in_words_behind(mark)?,
        };
        Some(When::known(next, Point::new(Some(year), Scale::Month(month))))
    }

    /// A year in words behind a month or a day: what follows need not end there.
    pub(super) fn year_in_words_behind(&self, i: usize) -> Option<(i32, usize)> {
        let number = self.entry(i).number.filter(|number| *number == 2 || (11..=20).contains(number))?;
        let scale = self.entry(i + 1).scale;
        if scale == Some(1000) && number == 2 || scale == Some(100) && number < 20 {
            let (year, next) = self.number_in_words(i)?;
            return (1000..2200).contains(&year).then_some((year as i32, next));
        }
        self.year_number(i)
    }

    /// "week 31".
    fn week_numbered(&self, i: usize) -> Option<When> {
        let singular = self.entry(i).unit == Some(Unit::Week) && !self.is(i, Class::Plural);
        let (week @ 1..=53, _) = self.digits(i + 1).filter(|_| singular)? else { return None };
        let year = self.frame.today()?.year;
        Some(When::reckoned(i + 2, Point::new(Some(year), Scale::Week(week as u8))))
    }

    /// "first week of 2015", "last week of 2019", "3rd week of Jan".
    fn week_in(&self, i: usize) -> Option<When> {
        let ordinal = self
            .day_of_month(i)
            .filter(|(number, next)| *number <= 5 && (self.is(next - 1, Class::OrdinalEnding) || self.entry(next - 1).ordinal > 0));
        let last = self.entry(i).shift == Some(-1) && self.written(i).eq_ignore_ascii_case("last");
        let (number, at) = match ordinal {
            Some((number, next)) => (i64::from(number), next),
            None if last => (0, i + 1),
            None => return None,
        };
        if self.entry(at).unit != Some(Unit::Week) || !self.is(at + 1, Class::Of) {
            return None;
        }
        let span = self.plain_span_of(self.skip(at + 2, Class::The))?;
        let first = begin(&span.meant)?;
        let end = end(&span.meant)?;
        // a week belongs to the span in which its Thursday lies
        let thursday = |day| plus(day, (4 - i64::from(calendar::weekday(day))).rem_euclid(7));
        let day = if number == 0 { plus(thursday(plus(end, -7)), 0) } else { plus(thursday(first), 7 * (number - 1)) };
        Some(When { next: span.next, ..When::reckoned(span.next, week_of(day)) })
    }

    /// A span that others are counted in: not a week itself.
    pub(super) fn plain_span_of(&self, i: usize) -> Option<When> {
        let unit = self
            .entry(i)
            .unit
            .filter(|unit| matches!(unit, Unit::Year | Unit::Month | Unit::Quarter) && self.is(i.wrapping_sub(1), Class::The));
        if let Some(unit) = unit {
            return Some(When::reckoned(i + 1, self.frame.shifted(unit, 0)?));
        }
        let forms = [self.named_span(i), self.shifted_span(i), self.numbered_year(i), self.year_first(i), self.month_and_year(i)];
        forms.into_iter().flatten().max_by_key(|span| span.next)
    }

    /// "end of the week", "mid-November", "later this month", "early morning", "middle of 2000", "end of tomorrow".
    pub(super) fn edge_phrase(&self, i: usize) -> Option<Phrase> {
        if let Some(rest) = self.rest_of(i) {
            return Some(rest);
        }
        let (edge, when) = self.edge_at(i)?;
        if edge == "END" && when.is_bare_day() {
            // the end of a day is its last second
            let said = written(&if when.relative && when.said.year.is_some() { when.meant } else { when.said });
            return Some(Phrase { relative: when.relative, ..Phrase::new(i, when.next, format!("{said}T23:59:59"), DateKind::Time) });
        }
        Some(self.phrase_of(i, &when).with_modifier(modifier_of(edge)))
    }

    /// "rest of the week": from today to its end.
    fn rest_of(&self, i: usize) -> Option<Phrase> {
        let (_, next) = self.turn(i, "rest")?;
        let at = self.skip_turn(next, "my");
        let unit = self
            .entry(at)
            .unit
            .filter(|unit| at > next && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::Decade));
        let span = match unit {
            Some(Unit::Day) => {
                return Some(Phrase {
                    relative: true,
                    ..Phrase::new(i, at + 1, iso(self.frame.today()?), DateKind::Date).with_modifier("END")
                });
            }
            Some(unit) => When::reckoned(at + 1, self.frame.shifted(unit, 0)?),
            None => self.plain_span_of(next)?,
        };
        let (today, end) = (self.frame.today()?, end(&span.meant)?);
        let days = calendar::serial(end) - calendar::serial(today);
        let value = format!("({},{},P{}D)", iso(today), iso(end), days.max(0));
        Some(Phrase { relative: true, ..Phrase::new(i, span.next, value, DateKind::Date) })
    }

    /// Which part of a span is meant, and the span.
    pub(super) fn edge_at(&self, i: usize) -> Option<(&'static str, When)> {
        let (edge, next) = self.turn(i, "edge")?;
        let at = self.skip(self.skip_hyphen(next), Class::The);
        let of = self.is(at.wrapping_sub(1), Class::Of) || self.is(at.wrapping_sub(2), Class::Of);
        let unit = self.entry(at).unit.filter(|_| of && !self.is(at, Class::Plural));
        if let Some(unit) = unit.filter(|unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter)) {
            let mut when = When::reckoned(at + 1, self.frame.shifted(unit, 0)?);
            if unit == Unit::Day {
                // "early in the day Wednesday"
                if let Some(day) = self.day(at + 1).filter(When::is_bare_day) {
                    when = day;
                }
            }
            return Some((edge, when));
        }
        // "later this week" is the week's end, "30 minutes later" is none
        if let Some(part) = self.part(at).or_else(|| self.part_of_this(at)) {
            return Some((edge, part));
        }
        let day = self.day(at).filter(|day| day.is_bare_day() && matches!(edge, "END" | "LATE" | "START"));
        let when = self.plain_span(at).or(day)?;
        Some((edge, when))
    }
}

/// The TIMEX3 modifier of a part of a span.
pub(super) fn modifier_of(edge: &'static str) -> &'static str {
    match edge {
        "LATE" => "END",
        "EARLY" => "START",
        other => other,
    }
}
