//! The parts that stand where a dateline's parts stand in, whether they are one out.
//!
//! The rules are ordered by how much stands there: a date or an agency speaks for an unknown town, capitals and a sentence
//! behind the dash for a known one; a colon needs a known town that is nobody's name.

use std::ops::Range;

use super::agencies::is_label;
use super::places::{self, PlaceKind};
use super::scanner::Close;
use crate::grammar::calendar::Moment;

/// What was read before the close.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) places: Vec<Named>,
    pub(super) date: Option<Moment>,
    pub(super) agency: Option<Range<usize>>,
    pub(super) agency_known: bool,
    /// A state or country stands behind a place.
    pub(super) region: bool,
    /// Parts between commas that no table knows.
    pub(super) unknown_parts: usize,
    /// A parenthesis that is no agency: a ticker, a price, an age.
    pub(super) odd_group: bool,
    pub(super) close: Close,
}

impl Default for Found {
    fn default() -> Found {
        Found {
            places: Vec::new(),
            date: None,
            agency: None,
            agency_known: false,
            region: false,
            unknown_parts: 0,
            odd_group: false,
            close: Close::None,
        }
    }
}

/// A place as named, with what the tables know of it.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: Range<usize>,
    pub(super) country: Option<&'static str>,
    pub(super) known: Option<PlaceKind>,
}

/// The parts are a dateline, given the `window` and the byte where the close `end`s.
pub(super) fn holds(found: &Found, window: &str, end: usize) -> bool {
    let Some(first) = found.places.first() else { return false };
    let name = window.get(first.name.clone()).unwrap_or("");
    let rest = window.get(end..).unwrap_or("").trim_start();
    let known = first.known.is_some();
    let dated = found.date.is_some();
    if (!known && is_label(name)) || (found.odd_group && !found.agency_known) {
        return false;
    }
    if name.chars().count() < 2
        || rest.chars().next().is_some_and(char::is_lowercase) && !(found.agency_known || dated && (known || found.region))
    {
        return false;
    }
    if found.unknown_parts > 0 && !dated && !found.agency_known {
        return false;
    }
    let caps = in_capitals(name);
    let unknown_agency = found.agency.is_some() && !found.agency_known;
    match found.close {
        Close::Dash if unknown_agency => known && (dated || caps) || caps && dated,
        Close::Dash if dated || found.agency_known => known || caps || found.agency_known || found.region || is_prose(rest),
        // on a line of its own
        Close::Dash if rest.is_empty() => caps && matches!(first.known, Some(PlaceKind::City | PlaceKind::DoubtfulCity)),
        Close::Dash if found.region => (known || caps || first.country.is_some()) && is_prose(rest),
        Close::Dash => bare(first.known, name, caps) && is_prose(rest),
        Close::Colon if dated || found.agency_known => known || dated && found.agency_known || caps && dated && found.region,
        Close::Colon => first.known == Some(PlaceKind::City) && !unknown_agency && (is_prose(rest)),
        Close::Bar => (known && caps || dated || found.agency_known) && is_prose(rest),
        Close::None => found.agency_known && (known || dated || caps && found.region) && !rest.is_empty(),
    }
}

/// A place and a dash, nothing else.
fn bare(known: Option<PlaceKind>, name: &str, caps: bool) -> bool {
    match known {
        Some(PlaceKind::City | PlaceKind::DoubtfulCity) => true,
        Some(PlaceKind::Country | PlaceKind::Region) => caps && name.chars().count() > 3,
        None => caps && name.split_whitespace().count() <= 4 && places::sounds_like_town(name),
    }
}

/// All capitals; `McALLEN` is.
fn in_capitals(name: &str) -> bool {
    let rest = name.strip_prefix("Mc").unwrap_or(name);
    let mut letters = rest.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// The beginning of a sentence rather than of a headline, a score or a list: small words among the first.
fn is_prose(rest: &str) -> bool {
    let mut small = 0;
    let mut uncased = 0;
    for word in rest.split_whitespace().take(12) {
        match word.chars().find(|c| c.is_alphabetic()) {
            Some(c) if c.is_lowercase() && word.chars().next().is_some_and(char::is_alphabetic) => small += 1,
            Some(c) if !c.is_uppercase() => uncased += 1,
            _ => {}
        }
    }
    small >= 2 || uncased >= 1
}
