//! Numbers as amounts are written: "1,450,000", "12,34,567.89", "50 000", "five hundred thousand", "1.2–1.4 trillion", "half a million".

use super::{
    decimal::Decimal,
    reader::{Number, Reader},
};
use crate::annotate::lexicon::Class;

/// No number in words has more of them.
const WORDS: usize = 16;

impl Reader<'_> {
    /// The number at token `i`, with its factor; a range where another follows. Behind a currency thousands may be set apart by spaces.
    pub(super) fn number(&self, i: usize, behind_currency: bool) -> Option<Number> {
        if !self.is_number(i) {
            return self.number_in_words(i);
        }
        let (low, next) = self.digits(i, behind_currency)?;
        let grouped = self.mark_at(i + 1, &[',']) && next > i + 1;
        let (low, scaled_low, after) = self.scaled(low, next)?;
        if let Some((upper, at)) = self.upper_end(after, behind_currency)
            && let Some((high, scaled_high, end)) = self.scaled(upper, at)
        {
            // "$1.2-1.4 trillion": the factor is that of both
            let low = if scaled_low || !scaled_high { low } else { self.scaled_like(low, at, end)? };
            return Some(Number { low, high: Some(high), scaled: scaled_high, in_digits: true, grouped, next: end });
        }
        Some(Number { low, high: None, scaled: scaled_low, in_digits: true, grouped, next: after })
    }

    /// The digits at token `i` with their commas, spaces and point.
    fn digits(&self, i: usize, behind_currency: bool) -> Option<(Decimal, usize)> {
        let (mut number, mut digits) = (Decimal::read(self.written(i))?, self.written(i).len());
        let mut next = i + 1;
        loop {
            let comma = self.mark_at(next, &[',', '\'']) && !self.spaced(next) && !self.spaced(next + 1) && self.is_number(next + 1);
            let space = behind_currency && self.is_number(next) && self.written(next).len() == 3 && self.spaced(next) && digits <= 3;
            let (group, end) = match (comma, space) {
                (true, _) => (self.written(next + 1), next + 2),
                (_, true) => (self.written(next), next + 1),
                _ => break,
            };
            // groups of two are those of lakhs: "12,34,567"
            if !matches!(group.len(), 2 | 3) {
                break;
            }
            number = number.followed_by(group)?;
            digits += group.len();
            next = end;
        }
        if self.mark_at(next, &['.']) && !self.spaced(next) && !self.spaced(next + 1) && self.is_number(next + 1) {
            number = number.with_fraction(self.written(next + 1))?;
            next += 2;
        }
        Some((number, next))
    }

    /// With the factors behind it: "million", "bn", "lakh crore".
    fn scaled(&self, number: Decimal, next: usize) -> Option<(Decimal, bool, usize)> {
        let (mut number, mut at, mut scaled) = (number, next, false);
        for _ in 0..2 {
            let word = self.skip_hyphen(at);
            let entry = self.entry(word);
            let short = || entry.short_scale.filter(|_| !scaled && self.is_short_scale(word));
            let Some(factor) = entry.scale.or_else(short) else { break };
            number = number.times(factor)?;
            (at, scaled) = (word + 1, true);
        }
        Some((number, scaled, at))
    }

    /// Whether "m", "bn" and their like stand for a factor: directly behind the digits, or two letters and more.
    fn is_short_scale(&self, i: usize) -> bool {
        let written = self.written(i);
        let joined = !self.spaced(i);
        // "5 l" are litres
        written.len() > 1 || joined || self.ends_here(i + 1) && written != "l"
    }

    fn ends_here(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|token| token.kind == crate::annotate::token::Kind::Mark)
    }

    /// The same number with the factors that stand between two tokens.
    fn scaled_like(&self, number: Decimal, from: usize, to: usize) -> Option<Decimal> {
        self.scaled(number, from).filter(|(_, _, end)| *end == to).map(|(number, ..)| number)
    }

    /// The upper end of a range without a currency of its own: "-14 billion", "–1.4 trillion".
    fn upper_end(&self, i: usize, behind_currency: bool) -> Option<(Decimal, usize)> {
        let dash = self.mark_at(i, &['-', '\u{2013}', '\u{2014}']) && self.spaced(i) == self.spaced(i + 1) && self.is_number(i + 1);
        if !dash || self.spaced(i) {
            return None;
        }
        self.digits(i + 1, behind_currency)
    }

    /// "five million", "half a million", "a quarter million", "three quarters of a billion", "twenty-five".
    fn number_in_words(&self, i: usize) -> Option<Number> {
        if let Some((fraction, next)) = self.fraction(i) {
            let (low, scaled, next) = self.scaled(fraction, next)?;
            return scaled.then_some(Number { low, high: None, scaled, in_digits: false, grouped: false, next });
        }
        let article = self.is(i, Class::Article);
        let first = if article { i + 1 } else { i };
        // "million-dollar homes" name no amount
        if !article && self.entry(i).number.is_none() {
            return None;
        }
        let (mut total, mut part, mut at) = (0_u64, 0_u64, first);
        let mut scaled = false;
        for _ in 0..WORDS {
            let word = if at > first { self.skip_hyphen(at) } else { at };
            let entry = self.entry(word);
            if let Some(number) = entry.number {
                let fits = part == 0 || (part % 10 == 0 && part % 100 >= 20 && number < 10) || (part % 100 == 0 && number < 100);
                if !fits || article {
                    break;
                }
                part += number;
            } else if let Some(scale) = entry.scale {
                part = part.max(1);
                if scale == 100 || scale == 12 {
                    part = part.checked_mul(scale)?;
                } else {
                    total = total.checked_add(part.checked_mul(scale)?)?;
                    part = 0;
                }
                scaled |= scale >= 1000;
            } else if entry.is(Class::And) && at > first && part % 100 == 0 && self.entry(word + 1).number.is_some() {
                at = word + 1;
                continue;
            } else {
                break;
            }
            at = word + 1;
        }
        let value = total.checked_add(part)?;
        if at == first && article {
            // "a dollar"
            return Some(Number { low: Decimal::new(1, 0), high: None, scaled: false, in_digits: false, grouped: false, next: first });
        }
        (at > first).then_some(Number {
            low: Decimal::new(u128::from(value), 0),
            high: None,
            scaled,
            in_digits: false,
            grouped: false,
            next: at,
        })
    }

    /// "half", "half a", "a quarter", "three quarters".
    fn fraction(&self, i: usize) -> Option<(Decimal, usize)> {
        let at = self.skip(i, Class::Article);
        if self.is(at, Class::Half) {
            return Some((Decimal::new(5, 1), self.skip(at + 1, Class::Article)));
        }
        let count = match self.entry(at).number {
            Some(number @ 1..=3) => Some((number, self.skip_hyphen(at + 1))),
            _ => None,
        };
        let (count, quarters) = count.unwrap_or((1, at));
        if !self.is(quarters, Class::QuarterOf) {
            return None;
        }
        let of = self.skip(self.skip(quarters + 1, Class::Of), Class::Article);
        Some((Decimal::new(u128::from(count) * 25, 2), of))
    }
}
