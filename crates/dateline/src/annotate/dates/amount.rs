//! Numbers and the units behind them: lengths of time, and points that lie so long ago.

use super::{
    frame,
    reader::{Found, Reader},
    value::{Amount, Point, Scale, Value},
};
use crate::annotate::lexicon::{Class, Unit};

impl Reader<'_> {
    /// A number in digits or words and where it ends: "12", "1,500", "2.5", "twenty-one", "two hundred", "a", "a couple of", "several".
    pub(super) fn amount(&self, i: usize) -> Option<(Amount, usize)> {
        if self.digits(i).is_some() {
            return self.amount_in_digits(i);
        }
        let word = self.entry(i);
        if word.is(Class::Half) {
            // "half an hour", "half a year"
            let next = self.skip(i + 1, Class::Article);
            return Some((Amount::Exact { mantissa: 5, decimals: 1 }, next));
        }
        if word.is(Class::Article) && self.is(i + 1, Class::Couple) {
            return Some((Amount::whole(2), self.skip(i + 2, Class::Of)));
        }
        if word.is(Class::Couple) {
            return Some((Amount::whole(2), self.skip(i + 1, Class::Of)));
        }
        if word.is(Class::Few) || (word.is(Class::Article) && self.is(i + 1, Class::Few)) {
            return Some((Amount::Vague, if word.is(Class::Few) { i + 1 } else { i + 2 }));
        }
        let (value, next) = self.number_in_words(i)?;
        let (next, half) = self.and_a_half(next);
        let amount =
            if half { Amount::Exact { mantissa: value.saturating_mul(10).saturating_add(5), decimals: 1 } } else { Amount::whole(value) };
        Some((amount, next))
    }

    fn amount_in_digits(&self, i: usize) -> Option<(Amount, usize)> {
        let (value, _) = self.digits(i)?;
        let (mut mantissa, mut decimals, mut next) = (u64::from(value), 0, i + 1);
        let joined = |at: usize| !self.spaced(at) && !self.spaced(at + 1);
        while self.is_mark(next, ',') && joined(next) && self.digits(next + 1).is_some_and(|(_, digits)| digits == 3) {
            mantissa = mantissa.saturating_mul(1000).saturating_add(self.digits(next + 1).map_or(0, |(part, _)| u64::from(part)));
            next += 2;
        }
        if self.is_mark(next, '.') && joined(next) {
            let (part, digits) = self.digits(next + 1)?;
            mantissa = mantissa.saturating_mul(10_u64.saturating_pow(digits)).saturating_add(u64::from(part));
            decimals = digits as u8;
            next += 2;
        } else if let (Some((1, 1)), true, Some((2, 1))) = (self.digits(next), self.is_mark(next + 1, '/'), self.digits(next + 2)) {
            return Some((Amount::Exact { mantissa: mantissa.saturating_mul(10).saturating_add(5), decimals: 1 }, next + 3));
        } else if let Some(scale) = self.entry(next).scale.filter(|_| self.spaced(next)) {
            return Some((Amount::whole(mantissa.saturating_mul(scale)), next + 1));
        }
        let (next, half) = self.and_a_half(next);
        if half && decimals == 0 {
            return Some((Amount::Exact { mantissa: mantissa.saturating_mul(10).saturating_add(5), decimals: 1 }, next));
        }
        Some((Amount::Exact { mantissa, decimals }, next))
    }

    /// "and a half", "-and-a-half".
    fn and_a_half(&self, i: usize) -> (usize, bool) {
        let and = self.skip_hyphen(i);
        if !self.is(and, Class::And) {
            return (i, false);
        }
        let article = self.skip_hyphen(and + 1);
        let half = if self.is(article, Class::Article) { self.skip_hyphen(article + 1) } else { article };
        if self.is(half, Class::Half) { (half + 1, true) } else { (i, false) }
    }

    /// "twenty-one", "two hundred and six", "a hundred", "three thousand".
    pub(super) fn number_in_words(&self, i: usize) -> Option<(u64, usize)> {
        let first = self.entry(i);
        let (mut total, mut part, mut next) = match (first.number, first.scale) {
            (Some(number), _) => (0_u64, number, i + 1),
            (None, Some(scale)) => (0, scale, i + 1),
            (None, None) if first.is(Class::Article) => {
                return match self.entry(i + 1).scale {
                    Some(_) => self.number_in_words(i + 1),
                    None => Some((1, i + 1)),
                };
            }
            _ => return None,
        };
        // no number has more words
        for _ in 0..12 {
            let at = self.skip_hyphen(next);
            let word = self.entry(at);
            if let Some(number) = word.number.filter(|number| *number > 0) {
                let fits = (part % 100 == 0 && part > 0) || (part % 10 == 0 && (20..100).contains(&(part % 100)) && number < 10);
                if !fits {
                    break;
                }
                part = part.saturating_add(number);
                next = at + 1;
            } else if let Some(scale) = word.scale {
                if scale == 100 || scale == 12 {
                    part = part.saturating_mul(scale);
                } else {
                    total = total.saturating_add(part.saturating_mul(scale));
                    part = 0;
                }
                next = at + 1;
            } else if word.is(Class::And) && part % 100 == 0 && self.entry(at + 1).number.is_some() && (part > 0 || total > 0) {
                part = part.saturating_add(self.entry(at + 1).number.unwrap_or(0));
                next = at + 2;
            } else {
                break;
            }
        }
        Some((total.saturating_add(part), next))
    }

    /// A length of time, and what follows it to make a point of it: "three years", "5 1/2 hours", "a decade ago", "10-year", "two weeks from Tuesday".
    pub(super) fn length(&self, i: usize) -> Option<Found> {
        let (amount, at) = self.amount(i)?;
        let (at, ranges) = self.range_end(at);
        let article = self.is(i, Class::Article);
        let hyphen = self.skip_hyphen(at);
        // "two more weeks", "an additional year"; "2 business days"
        let at = if hyphen > at { hyphen } else { self.skip(self.skip(at, Class::More), Class::Calendar) };
        let unit = self.entry(at).unit?;
        // "three-quarters" and "one-half" are fractions
        if unit == Unit::Half || unit == Unit::Quarter && hyphen == at && self.is(at, Class::Plural) {
            return None;
        }
        // "48th day", "third quarter", "a spring"
        if (self.is(at, Class::Doubtful) || self.is(at, Class::Short) && self.is_capitalised(at))
            && (article || !self.is(at, Class::Plural))
            || unit == Unit::Period
            || (unit == Unit::Quarter && article)
        {
            return None;
        }
        if matches!(unit, Unit::Season | Unit::Half) && article {
            return None;
        }
        let next = at + 1;
        let compared = self.skip_hyphen(next);
        if compared > next && (self.is(compared, Class::Ago) || self.is(compared, Class::Earlier)) {
            // "a year-earlier loss"
            return None;
        }
        if self.is(self.skip_hyphen(next), Class::Old) {
            return None;
        }
        if hyphen == at && next < self.tokens.len() && self.skip_hyphen(next) > next {
            // "10-year-old" is gone by now; "a year-long"
            return Some(Found::new(next, Value::Length(amount, unit, None)));
        }
        if let Some(found) = self.against_today(amount, unit, next) {
            return Some(found);
        }
        // "$5 million a year" is a price
        if article && i > 0 && (self.digits(i - 1).is_some() || self.entry(i - 1).scale.is_some()) {
            return None;
        }
        if ranges {
            return Some(Found::new(next, Value::Length(amount, unit, None)).with_modifier("EQUAL_OR_MORE"));
        }
        Some(self.with_finer(amount, unit, next))
    }

    /// "two to three weeks", "12-18 months": where the upper number ends, and whether there is one. What is told is the lower.
    fn range_end(&self, at: usize) -> (usize, bool) {
        let hyphen = self.skip_hyphen(at);
        let from = if hyphen > at && self.digits(hyphen).is_some() { hyphen } else { self.skip(at, Class::Or) };
        let upper = (from > at && !self.is(from, Class::Article)).then(|| self.amount(from)).flatten();
        match upper.filter(|(_, end)| self.entry(*end).unit.is_some() && self.is(*end, Class::Plural)) {
            Some((_, end)) => (end, true),
            None => (at, false),
        }
    }

    /// "the nine months", "the four days": not "the two-day".
    pub(super) fn length_with_article(&self, i: usize) -> Option<Found> {
        let found = self.length(i).filter(|_| !self.is(i, Class::Article))?;
        let plural = matches!(found.value, Value::Length(..)) && self.is(found.next - 1, Class::Plural);
        (plural && self.spaced(found.next - 1)).then_some(found)
    }

    /// "two hours and 15 minutes", "a minute and a half", "a year or two", "two weeks or so".
    fn with_finer(&self, amount: Amount, unit: Unit, next: usize) -> Found {
        let (behind, half) = self.and_a_half(next);
        if half && let Some(count) = amount.count() {
            let mantissa = u64::try_from(count).unwrap_or(0).saturating_mul(10).saturating_add(5);
            return Found::new(behind, Value::Length(Amount::Exact { mantissa, decimals: 1 }, unit, None));
        }
        let and = self.skip(next, Class::And);
        if let Some((finer_amount, at)) = self.amount(and)
            && let Some(finer) = self.entry(at).unit.filter(|finer| *finer < unit && !self.is(at, Class::Doubtful))
            && (self.is(and, Class::Article) || !matches!(unit, Unit::Week | Unit::Fortnight))
            && and < at
        {
            let whole = Value::Length(amount, unit, Some((finer_amount, finer)));
            if and == next || matches!(unit, Unit::Hour | Unit::Minute | Unit::Year) {
                return Found::new(at + 1, whole);
            }
        }
        Found::new(next, Value::Length(amount, unit, None))
    }

    /// "ago", "earlier", "later", "from now", "before Tuesday".
    fn against_today(&self, amount: Amount, unit: Unit, next: usize) -> Option<Found> {
        let word = self.entry(next);
        let (sign, next) = if word.is(Class::Ago) || (word.is(Class::Earlier) && !self.is(next, Class::Prepositions)) {
            (-1, next + 1)
        } else if word.is(Class::From) && self.is(next + 1, Class::Now) {
            (1, next + 2)
        } else if word.is(Class::Later) && !self.is(next, Class::Prepositions) {
            return self.after_the_named(amount, unit, next + 1);
        } else {
            return None;
        };
        if amount == Amount::Vague {
            return Some(Found::new(next, Value::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })));
        }
        let count = amount.count()? * sign;
        if unit == Unit::Year && count == -1 && self.frame.of_quarter {
            return Some(self.year_before_the_quarter(next));
        }
        let (unit, count) = match unit {
            Unit::Fortnight => (Unit::Week, count * 2),
            Unit::Decade => (Unit::Year, count * 10),
            _ => (unit, count),
        };
        Some(match self.frame.shifted(unit, count) {
            Some(point) => Found::reckoned(next, point),
            None => Found::new(next, Value::Open(crate::model::Precision::Day)),
        })
    }

    /// "a year earlier" where quarters are compared.
    pub(super) fn year_before_the_quarter(&self, next: usize) -> Found {
        match self.frame.spoken_quarter() {
            Some((year, quarter)) => {
                let found = Found::reckoned(next, Point::new(Some(year - 1), Scale::Quarter(quarter)));
                Found { compared: true, ..found }
            }
            None => Found::new(next, Value::Open(crate::model::Precision::Quarter)),
        }
    }

    /// "two days later": after the day that the text named last.
    fn after_the_named(&self, amount: Amount, unit: Unit, next: usize) -> Option<Found> {
        let from = self.frame.named.or(self.frame.today());
        let point = from.zip(amount.count()).and_then(|(from, count)| match unit {
            Unit::Year | Unit::Month => frame::shifted(from, None, unit, count),
            _ => frame::moved(from, unit, count).map(Point::day),
        });
        Some(point.map_or_else(|| Found::new(next, Value::Length(amount, unit, None)), |point| Found::reckoned(next, point)))
    }

    /// "about two years", "more than four decades ago", "at least 72 hours", "up to 180 days", "over a week".
    pub(super) fn bounded(&self, i: usize) -> Option<Found> {
        let word = self.entry(i);
        let (modifier, at) = if word.is(Class::Approximate) {
            ("APPROX", i + 1)
        } else if word.is(Class::Compare) && self.is(i + 1, Class::Than) {
            (
                if self.written(i).eq_ignore_ascii_case("more") || self.written(i).eq_ignore_ascii_case("longer") {
                    "MORE_THAN"
                } else {
                    "LESS_THAN"
                },
                i + 2,
            )
        } else if word.is(Class::At) && self.is(i + 1, Class::Least) {
            (if self.written(i + 1).eq_ignore_ascii_case("least") { "EQUAL_OR_MORE" } else { "EQUAL_OR_LESS" }, i + 2)
        } else if word.is(Class::Up) && self.is(i + 1, Class::Infinitive) {
            ("EQUAL_OR_LESS", i + 2)
        } else if word.is(Class::No) && self.is(i + 1, Class::Compare) && self.is(i + 2, Class::Than) {
            ("EQUAL_OR_LESS", i + 3)
        } else if word.is(Class::Bound) {
            (if self.written(i).eq_ignore_ascii_case("over") { "MORE_THAN" } else { "LESS_THAN" }, i + 1)
        } else {
            return None;
        };
        // "over the past two years" begins with the article
        if self.is(at, Class::The) {
            return None;
        }
        let found = self.length(at).or_else(|| self.clock(at).filter(|_| word.is(Class::Approximate)))?;
        Some(found.with_modifier(modifier))
    }

    /// Several units that are counted from an end or from now: "past two months", "next few days", "first nine months", "last three weeks".
    pub(super) fn counted(&self, i: usize, _: bool) -> Option<Found> {
        let word = self.entry(i);
        if word.shift.is_none() && word.ordinal != 1 && !word.is(Class::Latest) {
            return None;
        }
        let (amount, at) = self.amount(i + 1).filter(|_| !self.is(i + 1, Class::Article))?;
        let at = self.skip(self.skip_hyphen(at), Class::Calendar);
        let unit = self.entry(at).unit.filter(|_| !self.is(at, Class::Doubtful))?;
        if !self.is(at, Class::Plural) && amount != Amount::ONE && !self.is(i + 1, Class::Couple) {
            return None;
        }
        Some(Found::new(at + 1, Value::Length(amount, unit, None)))
    }
}
