//! The first paragraph of an article in, its dateline out, the year of its date completed from the date of publication.

use super::metadata::stamp;
use crate::{
    grammar::{
        calendar::{self, Day, Order},
        dateline,
    },
    model::{Article, BlockKind, Dateline, DatelinePlace, Evidence, Origin},
    text::Span,
};

/// How sure a line is a dateline that the grammar takes for one.
const CONFIDENCE: f64 = 0.9;

/// Fills the article's dateline from its text. `reference` is the date by the caller's word; the article's own goes before it.
pub(crate) fn dateline(article: &mut Article, reference: Option<&str>, keep_evidence: bool) {
    let Some(first) = article.blocks.iter().find(|block| matches!(block.kind, BlockKind::Paragraph)).map(|block| block.span) else {
        return;
    };
    let text = article.slice(first);
    let Some(found) = dateline::recognise(text) else { return };
    let words = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let published = article.published.as_ref().map(|date| date.value.as_str());
    let day = published.or(reference).and_then(day_of);
    let date = found.date.map(|moment| {
        let raw = words(moment.range.clone());
        stamp(&day.map_or_else(|| moment.clone(), |day| moment.resolved(day)), raw)
    });
    let start = first.start + u32::try_from(found.range.start).unwrap_or_default();
    let span = Span::new(start, first.start + u32::try_from(found.range.end).unwrap_or_default());
    let raw = words(found.range);
    let dateline = Dateline {
        raw: raw.clone(),
        span,
        places: found.places.into_iter().map(|place| DatelinePlace::new(words(place.name), place.country.map(str::to_owned))).collect(),
        date,
        agency: found.agency.map(words),
    };
    article.dateline = Some(dateline);
    if keep_evidence {
        let source = article.source_spans(span).unwrap_or_default();
        let evidence = Evidence { chosen: true, ..Evidence::new(raw, Origin::Text, source, CONFIDENCE) };
        article.evidence.entry("dateline".to_owned()).or_default().push(evidence);
    }
}

/// The day of an ISO 8601 date or date and time.
fn day_of(value: &str) -> Option<Day> {
    calendar::at(value, 0, Order::Unknown)?.full_day()
}
