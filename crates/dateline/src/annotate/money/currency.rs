//! Currencies by their signs, codes and names: "$", "US$", "Rs", "MEUR", "U.S. dollars", "cents".

use super::reader::Reader;
use crate::annotate::lexicon::Class;

/// A currency as the words name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Currency {
    /// ISO 4217.
    pub(super) code: &'static str,
    /// The name that it shares with others; empty where it has its own.
    pub(super) family: &'static str,
    /// Whether nothing but the dateline, or custom, says which of the family it is.
    pub(super) assumed: bool,
    /// Whether the word names its hundredth.
    pub(super) minor: bool,
    /// Whether the word means other things as well.
    pub(super) doubtful: bool,
    /// Whether it was a sign.
    pub(super) symbol: bool,
    /// Whether it was an abbreviation.
    pub(super) short: bool,
    /// Whether the code says millions: "MEUR".
    pub(super) millions: bool,
    /// Whether only a large number makes it money.
    pub(super) needs_size: bool,
}

impl Currency {
    fn of(code: &'static str) -> Self {
        Self {
            code,
            family: "",
            assumed: false,
            minor: false,
            doubtful: false,
            symbol: false,
            short: false,
            millions: false,
            needs_size: false,
        }
    }
}

impl Reader<'_> {
    /// A currency before a number, and where the number begins.
    pub(super) fn currency_before(&self, i: usize) -> Option<(Currency, usize)> {
        if let Some(sign) = self.sign(i) {
            return Some((sign, i + 1));
        }
        self.dollars(i).or_else(|| self.short(i)).or_else(|| self.code(i)).or_else(|| self.name_before(i))
    }

    /// A currency behind a number, and where its words end.
    pub(super) fn currency_behind(&self, i: usize) -> Option<(Currency, usize)> {
        // "5 $10 notes", "3 USD50 cards": the sign belongs to the number that it touches
        if self.is_number(i + 1) && !self.spaced(i + 1) {
            return None;
        }
        if let Some(sign) = self.sign(i) {
            return Some((sign, i + 1));
        }
        self.currency_name(i).or_else(|| self.code(i)).or_else(|| self.short_behind(i))
    }

    /// "€", "$", "¥".
    fn sign(&self, i: usize) -> Option<Currency> {
        let token = self.tokens.get(i).filter(|token| token.kind == crate::annotate::token::Kind::Mark)?;
        let sign = char::from_u32(u32::from(token.id)).filter(|sign| !sign.is_ascii() || *sign == '$')?;
        let (_, name) = self.lexicon.signs.iter().find(|(known, _)| *known == sign)?;
        Some(Currency { symbol: true, ..self.resolve(name, None) })
    }

    /// "US$", "U.S. $", "A$", "Mex$".
    fn dollars(&self, i: usize) -> Option<(Currency, usize)> {
        if let Some(next) = self.united_states(i).filter(|next| self.mark_at(*next, &['$'])) {
            return Some((Currency { symbol: true, family: "dollar", ..Currency::of("USD") }, next + 1));
        }
        let entry = self.entry(i);
        if entry.dollars.is_empty() || !self.mark_at(i + 1, if entry.dollars == "GHS" { &['\u{20b5}', '\u{a2}'] } else { &['$'] }) {
            return None;
        }
        // "a $4 billion plan" and "A $4 billion plan" cost American dollars
        let written = self.written(i);
        let article = matches!(written, "a" | "A" | "s" | "j" | "n" | "z");
        if article && self.spaced(i + 1) || i > 0 && !self.spaced(i) && self.mark_at(i - 1, &['\'', '\u{2019}']) {
            return None;
        }
        Some((Currency { symbol: true, family: "dollar", ..Currency::of(entry.dollars) }, i + 2))
    }

    /// "Rs", "Rs.", "Tk", "R50 000".
    fn short(&self, i: usize) -> Option<(Currency, usize)> {
        let written = self.written(i);
        if written.len() > 6 {
            return None;
        }
        let (class, name) = self.lexicon.written.get(self.written(i)).filter(|(class, _)| *class != "code")?;
        let dot = self.mark_at(i + 1, &['.']) && !self.spaced(i + 1);
        let at = if dot { i + 2 } else { i + 1 };
        let letter = *class == "letter";
        if !self.is_number(at) || letter && (self.spaced(at) || dot) {
            return None;
        }
        Some((Currency { needs_size: letter, ..self.resolve(name, None) }, at))
    }

    /// "500 Kč", "100 kr".
    fn short_behind(&self, i: usize) -> Option<(Currency, usize)> {
        let (_, name) = self.lexicon.written.get(self.written(i)).filter(|(class, _)| *class == "short")?;
        Some((Currency { short: true, ..self.resolve(name, None) }, i + 1))
    }

    /// "USD", "115USD", "MEUR"; in small letters only the best known.
    fn code(&self, i: usize) -> Option<(Currency, usize)> {
        let written = self.written(i);
        if !matches!(written.len(), 3 | 4) || !written.is_ascii() {
            return None;
        }
        let code = |letters: &str| self.lexicon.written.get(letters).filter(|(class, _)| *class == "code").map(|(_, code)| *code);
        if let Some(code) = code(written) {
            return Some((Currency::of(code), i + 1));
        }
        if let "usd" | "eur" | "gbp" = written {
            return Some((Currency::of(code(written.to_ascii_uppercase().as_str())?), i + 1));
        }
        let millions = written.strip_prefix('M').filter(|rest| rest.len() == 3).and_then(code)?;
        Some((Currency { millions: true, ..Currency::of(millions) }, i + 1))
    }

    /// "US dollars 6000", "dollar 22.5 million": a name before digits.
    fn name_before(&self, i: usize) -> Option<(Currency, usize)> {
        let (currency, next) = self.currency_name(i)?;
        let stands = self.is_number(next) && !currency.minor && !currency.doubtful && (i == 0 || !self.is_number(i - 1));
        // "paid in euros 5 years ago" names no amount: a name before its number has a country, or the number is large
        let sized = next > i + 1 || self.number(next, true).is_some_and(|number| number.scaled);
        (stands && sized).then_some((currency, next))
    }

    /// "dollars", "U.S. dollars", "Hong Kong dollars", "Swiss francs", "pence".
    pub(super) fn currency_name(&self, i: usize) -> Option<(Currency, usize)> {
        let (country, at) = self.country(i).map_or((None, i), |(country, next)| (Some(country), next));
        let entry = self.entry(at);
        let minor = entry.currency.is_empty();
        let name = if minor { entry.minor } else { entry.currency };
        if name.is_empty() {
            return None;
        }
        let resolved = self.resolve(name, country);
        let doubtful = entry.is(Class::Shaky) && country.is_none() && self.home != Some("GB");
        Some((Currency { minor, doubtful, ..resolved }, at + 1))
    }

    /// A country's name before its currency.
    fn country(&self, i: usize) -> Option<(&'static str, usize)> {
        if let Some(next) = self.united_states(i) {
            return Some(("US", next));
        }
        let token = self.tokens.get(i).filter(|token| token.kind == crate::annotate::token::Kind::Word)?;
        if token.id == 0 {
            return None;
        }
        let phrase = self.lexicon.countries.get(&token.id).into_iter().flatten().find_map(|(rest, country)| {
            let fits = rest.iter().zip(i + 1..).all(|(word, at)| self.written(at).eq_ignore_ascii_case(word));
            fits.then_some((*country, i + 1 + rest.len()))
        });
        let country = self.entry(i).country;
        phrase.or_else(|| (!country.is_empty()).then_some((country, i + 1)))
    }

    /// "U.S." and where it ends.
    fn united_states(&self, i: usize) -> Option<usize> {
        let letters =
            self.written(i).eq_ignore_ascii_case("u") && self.mark_at(i + 1, &['.']) && self.written(i + 2).eq_ignore_ascii_case("s");
        letters.then(|| if self.mark_at(i + 3, &['.']) { i + 4 } else { i + 3 })
    }

    /// A code as it is; of a family the currency of the country that is named, else of the dateline's, else the most usual.
    fn resolve(&self, name: &'static str, country: Option<&str>) -> Currency {
        if name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Currency::of(name);
        }
        let members = || self.lexicon.families.iter().filter(|(family, _)| *family == name).map(|(_, member)| *member);
        let of = |country: &str| members().find_map(|member| member.split_once('=').filter(|(of, _)| *of == country).map(|(_, code)| code));
        if let Some(code) = country.and_then(of) {
            return Currency { family: name, ..Currency::of(code) };
        }
        let code = self.home.and_then(of).or_else(|| members().next()).unwrap_or_default();
        Currency { family: name, assumed: true, ..Currency::of(code) }
    }
}
