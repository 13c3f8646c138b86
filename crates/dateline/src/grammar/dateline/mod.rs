//! The start of a paragraph in, the dateline that opens it out: places, date, agency, and where it ends.
//!
//! A dateline is `PLACE[, Region][, date] [(Agency)] dash`, in many dresses: `WASHINGTON (AP) —`, `HEMPSTEAD, N.Y., Sept. 26 (UPI) —`,
//! `TOKYO/SEOUL (Reuters) -`, `PARÍS, 3 mar (EFE).-`, `New Delhi: `, `NEW YORK, Feb. 25, 2021 /PRNewswire/ --`, `【東京＝共同】`.
//! The same dress is worn by labels (`FILE -`, `EXCLUSIVE –`), speakers (`BLITZER:`) and scores, so every form needs evidence: a known
//! place, capitals, a date, an agency, a region, and a sentence behind it. The scan reads forward once over a bounded window.

mod agencies;
mod cjk;
mod evidence;
mod places;
mod scanner;

use std::ops::Range;

use super::calendar::Moment;

pub(crate) use agencies::is_agency;

/// A dateline at the start of a text. Ranges are bytes of that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// From its first letter to its dash, which is included.
    pub(crate) range: Range<usize>,
    /// Where the sentence behind it begins; the length of the text where nothing follows.
    pub(crate) body: usize,
    /// The places in their order; none for an agency alone (`(Reuters) -`).
    pub(crate) places: Vec<DatelinePlace>,
    /// The date, as far as it is said.
    pub(crate) date: Option<Moment>,
    /// The agency's name as written.
    pub(crate) agency: Option<Range<usize>>,
}

/// One place of a dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DatelinePlace {
    /// The name, its state or country left out.
    pub(crate) name: Range<usize>,
    /// ISO 3166-1 alpha-2: of the region that is named behind it, or of a well-known city.
    pub(crate) country: Option<&'static str>,
}

/// How far a dateline may reach, in bytes.
const REACH: usize = 240;

/// The dateline that `text` opens with, white space before it passed over.
pub(crate) fn recognise(text: &str) -> Option<Dateline> {
    let lead = text.len() - text.trim_start().len();
    let body = text.get(lead..)?;
    let mut reach = REACH.min(body.len());
    while !body.is_char_boundary(reach) {
        reach -= 1;
    }
    let window = text.get(..lead + reach)?;
    cjk::recognise(window, lead).or_else(|| scanner::recognise(window, lead)).map(|mut found| {
        let tail = text.get(found.range.end..).unwrap_or("");
        found.body = text.len() - tail.trim_start().len();
        found
    })
}

#[cfg(test)]
mod tests;
