//! A window of text in, the parts of a dateline in their order out; whether they are one, `evidence` says.

use std::ops::Range;

use super::agencies::is_agency;
use super::evidence::{self, Found};
use super::{Dateline, DatelinePlace, places};
use crate::grammar::calendar::{self, Moment, Order};
use crate::grammar::scan::{self, Kind, Token};

/// No dateline has more tokens.
const TOKENS: usize = 80;
/// Nor a place's name more words: `ABOARD THE USS ABRAHAM LINCOLN` has five.
const NAME_WORDS: usize = 6;
/// Nor more places.
const PLACES: usize = 4;

/// Lower-case words inside names of places.
const PARTICLES: &[&str] = &[
    "de", "del", "do", "da", "dos", "das", "di", "la", "le", "el", "al", "ar", "as", "of", "the", "am", "an", "der", "den", "upon", "on",
    "sur", "sous", "les", "en", "bei", "in", "des", "du", "ob", "im", "van", "aan",
];

/// Words between two places.
const JOINERS: &[&str] = &["and", "und", "et", "y", "e", "en", "og", "och", "AND", "i"];

/// What sets the dateline off from the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Close {
    /// A dash of whatever length, or an underscore.
    Dash,
    /// A colon.
    Colon,
    /// An upright bar.
    Bar,
    /// Nothing: the agency's parenthesis closes it.
    None,
}

/// The dateline at byte `from` of `window`.
pub(super) fn recognise(window: &str, from: usize) -> Option<Dateline> {
    let tokens = scan::tokens(window, from, TOKENS);
    let mut scanner = Scanner { text: window, tokens: &tokens, i: 0, found: Found::default() };
    if scanner.is('(') {
        return scanner.agency_alone();
    }
    scanner.places()?;
    scanner.suffixes();
    let (close, end) = scanner.close()?;
    let start = tokens.first()?.start;
    scanner.found.close = close;
    evidence::holds(&scanner.found, window, end).then(|| Dateline {
        range: start..end,
        body: end,
        places: scanner.found.places.iter().map(|p| DatelinePlace { name: p.name.clone(), country: p.country }).collect(),
        date: scanner.found.date.clone(),
        agency: scanner.found.agency.clone(),
    })
}

struct Scanner<'t> {
    text: &'t str,
    tokens: &'t [Token],
    i: usize,
    found: Found,
}

impl<'t> Scanner<'t> {
    fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    fn is(&self, mark: char) -> bool {
        self.token(self.i).is_some_and(|t| t.is(mark))
    }

    fn word(&self, i: usize) -> Option<&'t str> {
        self.token(i).filter(|t| t.is_word()).map(|t| t.text(self.text))
    }

    fn slice(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// A dash that is no hyphen inside a word.
    fn dash_at(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        match token.kind {
            Kind::Mark('—' | '–' | '―' | '−' | '_' | '‒' | '‐') => true,
            Kind::Mark('-') => {
                token.spaced
                    || self.token(i + 1).is_none_or(|n| n.spaced || n.is('-') || n.is('('))
                    || i.checked_sub(1).and_then(|p| self.token(p)).is_some_and(|p| p.is(')') || p.is('.') || p.is('-'))
            }
            _ => false,
        }
    }

    /// `(Reuters) - Shares rose`, `(CNN)President …`: an agency and no place.
    fn agency_alone(&mut self) -> Option<Dateline> {
        let (inner, next) = self.group('(', ')')?;
        let content = self.slice(&inner);
        if !is_agency(content) || content.to_lowercase().contains("photo") || content.contains('/') {
            return None;
        }
        self.i = next;
        let (close, end) = self.close()?;
        let rest = self.text.get(end..)?.trim_start();
        let opens = rest.chars().next().is_none_or(|c| !c.is_lowercase());
        let start = self.tokens.first()?.start;
        (opens && matches!(close, Close::Dash | Close::None)).then(|| Dateline {
            range: start..end,
            body: end,
            places: Vec::new(),
            date: None,
            agency: Some(inner),
        })
    }

    /// The places, their regions, and the date among them.
    fn places(&mut self) -> Option<()> {
        loop {
            let name = self.name()?;
            let known = places::place(self.slice(&name));
            self.found.places.push(evidence::Named { name, country: known.and_then(|p| p.country), known: known.map(|p| p.kind) });
            self.parts();
            if self.found.places.len() == PLACES || !self.joined() {
                return Some(());
            }
        }
    }

    /// Passes over what joins two places, where another name follows.
    fn joined(&mut self) -> bool {
        let word = self.word(self.i).is_some_and(|w| JOINERS.contains(&w));
        let mark = self.is('/') || self.is('&') || self.is(';');
        let name_follows = self.word(self.i + 1).is_some_and(opens_name);
        // `/PRNewswire/` is an agency
        if self.is('/') && self.slashed_agency().is_some() {
            return false;
        }
        if (word || mark) && name_follows {
            self.i += 1;
            return true;
        }
        false
    }

    /// What stands between commas behind a place: regions, countries, the date.
    fn parts(&mut self) {
        for _ in 0..4 {
            if !self.is(',') {
                return;
            }
            let comma = self.i;
            self.i += 1;
            if self.is('(') || self.date() {
                return;
            }
            let Some(part) = self.name() else {
                self.i = comma;
                return;
            };
            let text = self.slice(&part);
            let known = places::place(text).map(|p| p.kind);
            if let Some(country) = places::part(text) {
                if let Some(place) = self.found.places.last_mut() {
                    place.country = Some(country);
                }
                self.found.region = true;
            } else if is_agency(text) {
                self.found.agency = Some(part);
                self.found.agency_known = true;
                return;
            } else if matches!(known, Some(places::PlaceKind::City)) && self.found.places.len() < PLACES {
                let country = places::place(text).and_then(|p| p.country);
                self.found.places.push(evidence::Named { name: part, country, known });
            } else {
                // a county, a district: nobody's table has them all, so the date or the agency must speak for it
                self.found.unknown_parts += 1;
                if let Some(place) = self.found.places.last_mut() {
                    place.country = None;
                }
            }
        }
    }

    /// A name: capitalised words with particles, hyphens, apostrophes and the full stops of abbreviations.
    fn name(&mut self) -> Option<Range<usize>> {
        let first = self.token(self.i)?;
        if !self.word(self.i).is_some_and(|w| opens_name(w) || w == "aboard") {
            return None;
        }
        let (start, mut end) = (first.start, first.end);
        let (mut words, mut particles) = (1, 0);
        self.i += 1;
        while let Some(token) = self.token(self.i) {
            match token.kind {
                Kind::Word => {
                    let word = token.text(self.text);
                    let attached = !token.spaced;
                    if !attached && (self.date_starts(self.i) || is_lower_agency(word)) {
                        break;
                    }
                    if opens_name(word) || attached {
                        particles = 0;
                        words += usize::from(!attached);
                    } else if PARTICLES.contains(&word) {
                        particles += 1;
                    } else {
                        break;
                    }
                    if words > NAME_WORDS || particles > 2 {
                        return None;
                    }
                    end = token.end;
                }
                Kind::Mark('.') if !token.spaced && !self.stop_before_dash() => {
                    let short = self.word(self.i - 1).is_some_and(|w| w.chars().count() <= 5);
                    if !short {
                        break;
                    }
                    end = token.end;
                }
                Kind::Mark('-' | '‐' | '\'' | '’' | 'ʼ' | '`' | '‘')
                    if !self.dash_at(self.i) && self.word(self.i + 1).is_some() && !token.spaced =>
                {
                    end = token.end
                }
                _ => break,
            }
            self.i += 1;
        }
        if particles > 0 {
            return None;
        }
        Some(start..end)
    }

    /// `LA HABANA.-`: the full stop here belongs to the dash; in `PALO ALTO, Calif.--` it does not.
    fn stop_before_dash(&self) -> bool {
        let attached = |i: usize| self.token(i).is_some_and(|t| !t.spaced);
        self.dash_at(self.i + 1) && attached(self.i + 1) && !(self.dash_at(self.i + 2) && attached(self.i + 2))
    }

    /// A month with a day beside it stands here, or a number.
    fn date_starts(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        calendar::at(self.text, token.start, Order::DayFirst).is_some_and(|m| m.day.is_some())
    }

    /// Reads a date at the current token.
    fn date(&mut self) -> bool {
        let Some(token) = self.token(self.i) else { return false };
        if self.found.date.is_some() {
            return false;
        }
        let moment = calendar::at(self.text, token.start, Order::DayFirst)
            .filter(|m| m.clock.is_none() && (m.day.is_some() || m.year.is_some() || long_weekday(self.slice(&m.range))));
        let moment = moment.or_else(|| self.day_of_month());
        let Some(mut moment) = moment else { return false };
        // a full stop that only abbreviates the month belongs to the date's surface, not to the dateline's end
        while let Some(next) = self.token(self.i).filter(|t| t.start < moment.range.end) {
            moment.range.end = moment.range.end.max(next.end);
            self.i += 1;
        }
        self.found.date = Some(moment);
        true
    }

    /// `MADRID, 4 (EUROPA PRESS)`: the day alone.
    fn day_of_month(&self) -> Option<Moment> {
        let token = self.token(self.i)?;
        let Kind::Number { value, digits: 1 | 2 } = token.kind else { return None };
        let day = u8::try_from(value).ok().filter(|d| (1..=31).contains(d))?;
        let closes = self.token(self.i + 1).is_some_and(|t| t.is('('))
            || self.token(self.i + 1).is_some_and(|t| t.is('.')) && self.token(self.i + 2).is_some_and(|t| t.is('('));
        closes.then_some(Moment { year: None, month: None, day: Some(day), weekday: None, clock: None, range: token.start..token.end })
    }

    /// Agencies and dates in parentheses, brackets or slashes, and a date behind them.
    fn suffixes(&mut self) {
        for _ in 0..4 {
            let before = self.i;
            if self.is(',') || self.is('.') && self.token(self.i + 1).is_some_and(|t| t.is('(') || t.is('/')) {
                let mark = self.i;
                self.i += 1;
                if !(self.is('(') || self.is('[') || self.is('/') || self.date()) {
                    self.i = mark;
                    return;
                }
            }
            // `NEW YORK--(BUSINESS WIRE)--`
            if self.dash_at(self.i)
                && self.token(self.i + 1).is_some_and(|t| t.is('-'))
                && self.token(self.i + 2).is_some_and(|t| t.is('('))
            {
                self.i += 2;
            }
            if let Some((inner, next)) = self.group('(', ')').or_else(|| self.group('[', ']')) {
                self.bracketed(inner, next);
            } else if let Some((inner, next)) = self.slashed_agency() {
                self.found.agency = Some(inner);
                self.found.agency_known = true;
                self.i = next;
            } else if let Some(token) = self.token(self.i).filter(|t| t.is_word() && t.spaced && is_lower_agency(t.text(self.text))) {
                self.found.agency = Some(token.start..token.end);
                self.found.agency_known = true;
                self.i += 1;
            } else if self.token(self.i).is_some_and(|t| t.is_word() || matches!(t.kind, Kind::Number { .. })) {
                self.date();
            }
            if self.i == before {
                return;
            }
        }
    }

    /// What stands in parentheses: a date, or whoever sends it.
    fn bracketed(&mut self, inner: Range<usize>, next: usize) {
        let content = self.slice(&inner);
        if let (None, Some(mut moment)) = (&self.found.date, calendar::whole(content, Order::Unknown)) {
            moment.range = inner.start + moment.range.start..inner.start + moment.range.end;
            self.found.date = Some(moment);
        } else if let (Some(country), Some(place)) = (places::part(content), self.found.places.last_mut()) {
            // `Lucknow (Uttar Pradesh) [India]`
            place.country = Some(country);
            self.found.region = true;
        } else {
            self.found.agency_known |= is_agency(content);
            self.found.odd_group |= content.contains(':') || content.contains('$') || content.chars().all(|c| !c.is_alphabetic());
            if self.found.agency.is_none() {
                self.found.agency = Some(inner);
            }
        }
        self.i = next;
    }

    /// The bytes between two marks and the token behind them, where it closes within a few words.
    fn group(&self, open: char, close: char) -> Option<(Range<usize>, usize)> {
        if !self.is(open) {
            return None;
        }
        let last = (self.i + 1..self.i + 16).find(|j| self.token(*j).is_some_and(|t| t.is(close)))?;
        let inner = self.token(self.i + 1)?.start..self.token(last - 1)?.end;
        (inner.start < inner.end && last > self.i + 1).then_some((inner, last + 1))
    }

    /// `/PRNewswire/`, `/CNW Telbec/`.
    fn slashed_agency(&self) -> Option<(Range<usize>, usize)> {
        if !self.is('/') {
            return None;
        }
        let last = (self.i + 2..self.i + 8).find(|j| self.token(*j).is_some_and(|t| t.is('/')))?;
        let inner = self.token(self.i + 1)?.start..self.token(last - 1)?.end;
        is_agency(self.slice(&inner)).then_some((inner, last + 1))
    }

    /// What closes the dateline, and the byte where it ends.
    fn close(&mut self) -> Option<(Close, usize)> {
        let behind = self.i.checked_sub(1).and_then(|p| self.token(p))?;
        let mut i = self.i;
        // `(EFE).-`, `/ --`
        if self.token(i).is_some_and(|t| (t.is('.') || t.is('/') || t.is(',')) && !t.spaced) && self.dash_at(i + 1) {
            i += 1;
        }
        if self.dash_at(i) {
            let mut end = self.token(i)?.end;
            while self.dash_at(i + 1) || self.token(i + 1).is_some_and(|t| t.is('-') && !t.spaced) {
                i += 1;
                end = self.token(i)?.end;
            }
            return Some((Close::Dash, end));
        }
        let token = self.token(i);
        match token.map(|t| t.kind) {
            Some(Kind::Mark(':')) => Some((Close::Colon, token?.end)),
            Some(Kind::Mark('|')) => Some((Close::Bar, token?.end)),
            // `Berlin (dpa). Die …`, `/TASS/. The …`
            Some(Kind::Mark('.')) if behind.is(')') || behind.is('/') => Some((Close::None, token?.end)),
            _ if behind.is(')') || behind.is('/') => Some((Close::None, behind.end)),
            _ => None,
        }
    }
}

/// A word that can open a name: a capital, or a letter of a script that has none.
fn opens_name(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
}

/// Agencies that are written in small letters, without parentheses.
fn is_lower_agency(word: &str) -> bool {
    matches!(word, "dpa" | "epd" | "sda" | "apa" | "afp" | "sid" | "kna")
}

/// A day of the week written out.
fn long_weekday(surface: &str) -> bool {
    surface.chars().count() >= 5
}
