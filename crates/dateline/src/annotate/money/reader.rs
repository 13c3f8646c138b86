//! Tokens of a stretch in, the amount of money that begins at one of them out.

use super::{currency::Currency, decimal::Decimal};
use crate::annotate::{
    lexicon::{Class, Entry, Lexicon},
    token::{Kind, Token},
};

/// The tokens of one stretch, with what they are read by.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    /// The country of the dateline, ISO 3166-1.
    pub(super) home: Option<&'a str>,
}

/// An amount that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// One past its last token.
    pub(super) next: usize,
    pub(super) amount: Decimal,
    /// A range's upper end.
    pub(super) amount_max: Option<Decimal>,
    pub(super) currency: Currency,
}

/// A number with its factor, or a range of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) low: Decimal,
    pub(super) high: Option<Decimal>,
    /// Whether a factor was written, and whether it stands behind the number without white space.
    pub(super) scaled: bool,
    /// Whether it was written in digits, and in groups of them.
    pub(super) in_digits: bool,
    pub(super) grouped: bool,
    pub(super) next: usize,
}

impl<'a> Reader<'a> {
    /// The amount that begins at token `i`.
    pub(super) fn amount(&self, i: usize) -> Option<Found> {
        let token = self.tokens.get(i)?;
        match token.kind {
            Kind::Number => self.number_first(i),
            Kind::Mark => self.currency_first(i),
            Kind::Word => self.currency_first(i).or_else(|| self.number_first(i)),
        }
    }

    /// "$5 million", "US$1.2-1.4 trillion", "Rs 13 500", "USD 200", "MUSD 60", "dollar 22.5 million".
    fn currency_first(&self, i: usize) -> Option<Found> {
        let (currency, at) = self.currency_before(i)?;
        let number = self.number(at, true).filter(|number| number.in_digits)?;
        if currency.needs_size && !(number.scaled || number.low.reaches(1000)) {
            return None;
        }
        let (low, high) = match currency.millions {
            true => (number.low.times(1_000_000)?, None),
            false => (number.low, number.high),
        };
        let next = self.repeated_name(number.next, &currency, number.scaled || number.grouped);
        Some(Found { next, amount: low, amount_max: high, currency })
    }

    /// "$600 million dollars", "$15 (US)" is left as it is.
    fn repeated_name(&self, next: usize, currency: &Currency, large: bool) -> usize {
        match self.currency_name(next) {
            Some((named, end)) if currency.symbol && named.family == currency.family && end == next + 1 && large => end,
            _ => next,
        }
    }

    /// "354 million U.S. dollars", "one-yen", "10 €", "115USD", "3 dollars 50 cents", "14 cents".
    fn number_first(&self, i: usize) -> Option<Found> {
        let number = self.number(i, false)?;
        let hyphen = self.skip_hyphen(number.next);
        let (currency, next) = self.currency_behind(hyphen)?;
        // "a dollar-denominated bond" is worth nothing by itself
        if self.is(i, Class::Article) && !number.scaled && self.skip_hyphen(next) > next {
            return None;
        }
        // "a $4 billion suit": a sign or a short name goes with digits
        let unnamed = (currency.symbol || currency.short) && !number.in_digits;
        if unnamed || currency.doubtful && !(number.scaled || number.grouped && self.is_plain_behind(next)) {
            return None;
        }
        let factor = if currency.millions { 1_000_000 } else { 1 };
        let places = if currency.minor { 2 } else { 0 };
        let low = number.low.times(factor)?.hundredths(places);
        let high = number.high.and_then(|high| high.times(factor)).map(|high| high.hundredths(places));
        let found = Found { next, amount: low, amount_max: high, currency };
        Some(self.with_cents(found))
    }

    /// What "2,000 pounds" weighs is said behind "of".
    fn is_plain_behind(&self, i: usize) -> bool {
        !self.is(i, Class::Of)
    }

    /// "3 dollars 50 cents", "two pounds and ten pence".
    fn with_cents(&self, found: Found) -> Found {
        let at = self.skip(found.next, Class::And);
        if found.currency.minor || found.amount_max.is_some() {
            return found;
        }
        let cents = self.number(at, false).and_then(|number| {
            let (minor, next) = self.currency_name(number.next).filter(|(minor, _)| minor.minor)?;
            let same = minor.code == found.currency.code || minor.family == found.currency.family;
            (same && !number.low.reaches(100)).then_some((number.low.hundredths(2), next))
        });
        match cents.and_then(|(cents, next)| Some((found.amount.plus(cents)?, next))) {
            Some((amount, next)) => Found { next, amount, ..found },
            None => found,
        }
    }

    /// "another 20 billion": in the currency of the amount before.
    pub(super) fn inherited(&self, i: usize, before: &Currency) -> Option<(usize, Found)> {
        if !self.is(i, Class::Another) {
            return None;
        }
        let number = self.number(i + 1, false).filter(|number| number.scaled && number.low.reaches(1_000_000))?;
        // "another 20 million people" are people
        let named = self.tokens.get(number.next).is_some_and(|token| token.kind == Kind::Word && !self.is(number.next, Class::GoesOn));
        (!named).then(|| (i + 1, Found { next: number.next, amount: number.low, amount_max: number.high, currency: before.clone() }))
    }

    /// What an amount is the price of: "a share", "per barrel", "/kg".
    pub(super) fn price_of(&self, i: usize) -> Option<String> {
        let at =
            if self.is(i, Class::Per) || self.is(i, Class::Article) || self.mark_at(i, &['/']) { i + 1 } else { self.hyphenated_price(i)? };
        let word = self.written(at);
        let listed = self.is(at, Class::Price);
        let any = self.is(i, Class::Per) && !self.written(i).eq_ignore_ascii_case("each") && word.starts_with(char::is_lowercase);
        (listed || any).then(|| word.to_lowercase())
    }

    /// "$70-a-share".
    fn hyphenated_price(&self, i: usize) -> Option<usize> {
        let article = self.skip_hyphen(i);
        (article > i && self.is(article, Class::Article)).then(|| self.skip_hyphen(article + 1))
    }

    #[inline]
    pub(super) fn entry(&self, i: usize) -> &'a Entry {
        let id = self.tokens.get(i).filter(|token| token.kind == Kind::Word).map_or(0, |token| token.id);
        self.lexicon.entry(id)
    }

    #[inline]
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.entry(i).is(class)
    }

    #[inline]
    pub(super) fn mark_at(&self, i: usize, marks: &[char]) -> bool {
        self.tokens.get(i).is_some_and(|token| token.kind == Kind::Mark && marks.iter().any(|mark| u32::from(token.id) == u32::from(*mark)))
    }

    #[inline]
    pub(super) fn spaced(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|token| token.spaced)
    }

    #[inline]
    pub(super) fn skip(&self, i: usize, class: Class) -> usize {
        if self.is(i, class) { i + 1 } else { i }
    }

    pub(super) fn skip_hyphen(&self, i: usize) -> usize {
        let hyphen = self.mark_at(i, &['-', '\u{2010}', '\u{2011}']);
        if hyphen && !self.spaced(i) && !self.spaced(i + 1) { i + 1 } else { i }
    }

    #[inline]
    pub(super) fn written(&self, i: usize) -> &'a str {
        self.tokens.get(i).and_then(|token| self.text.get(token.start as usize..token.end as usize)).unwrap_or_default()
    }

    #[inline]
    pub(super) fn is_number(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.kind == Kind::Number)
    }
}
