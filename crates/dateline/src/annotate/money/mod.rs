//! An article's text in, the amounts of money that it names out: exact decimals with ISO 4217 codes.
//!
//! One pass over the tokens of each stretch of text. A number with a currency before or behind it is an amount; a number alone is one only behind "another", in the
//! currency of the amount before. Where many currencies share a name ("dollars", "pounds"), the country that is named decides, else the dateline's, else
//! custom, and the last two are marked as assumed. What a price is per stands apart.
//!
//! It does not read amounts that the words leave open ("millions of dollars"), nor convert between currencies.

mod currency;
mod decimal;
mod number;
mod reader;

use self::reader::{Found, Reader};
use super::{
    lexicon,
    token::{self, Tokens},
};
use crate::{
    model::{Annotations, Money as Amount},
    stage::{Annotator, Context},
    text::Span,
};

/// The annotator of amounts of money.
pub(super) struct Money;

impl Annotator for Money {
    fn name(&self) -> &'static str {
        "money"
    }

    fn languages(&self) -> Option<&[&str]> {
        Some(lexicon::LANGUAGES)
    }

    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
        let article = context.article();
        let lexicon = lexicon::english();
        let Some(tokens) = context.shared(|| Tokens::of(context)) else { return };
        let places = article.dateline.iter().flat_map(|dateline| &dateline.places);
        let home = places.filter_map(|place| place.country.as_deref()).next();
        for tokens in tokens.stretches() {
            let reader = Reader { text: &article.text, tokens, lexicon, home };
            let (mut at, mut before) = (0, None);
            while let Some((passed, token)) =
                tokens.get(at..).and_then(|behind| behind.iter().enumerate().find(|(_, token)| token.is_known()))
            {
                at += passed;
                // most tokens begin no amount
                let opens = match token.kind {
                    token::Kind::Word => lexicon.entry(token.id).opens_money,
                    token::Kind::Mark => token.id == u16::from(b'$') || token.id >= 0xa2,
                    token::Kind::Number => true,
                };
                let inherited = || before.as_ref().and_then(|before| reader.inherited(at, before));
                let found = if opens { reader.amount(at).map(|found| (at, found)).or_else(inherited) } else { None };
                let Some((first, found)) = found else {
                    at += 1;
                    continue;
                };
                annotations.money.extend(amount(&reader, first, &found));
                at = found.next.max(at + 1);
                before = Some(found.currency);
            }
        }
    }
}

/// The annotation of what was read at token `at`.
fn amount(reader: &Reader<'_>, at: usize, found: &Found) -> Option<Amount> {
    let (first, last) = (reader.tokens.get(at)?, reader.tokens.get(found.next.checked_sub(1)?)?);
    let span = Span::new(first.start, last.end);
    let raw = reader.text.get(span.range())?;
    let code = Some(found.currency.code).filter(|code| !code.is_empty()).map(str::to_owned);
    Some(Amount {
        amount_max: found.amount_max.map(|most| most.to_string()),
        per: reader.price_of(found.next),
        assumed: found.currency.assumed,
        ..Amount::new(span, raw, found.amount.to_string(), code)
    })
}
