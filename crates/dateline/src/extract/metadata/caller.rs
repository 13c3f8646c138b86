//! What the caller knows of an input in, a candidate for its date of publication out.

use super::date::DateReader;
use crate::{
    document::Document,
    model::Origin,
    stage::{Candidate, Context, Field, MetadataExtractor},
};

/// Reads what was handed in beside the bytes.
pub(super) struct Caller;

/// Enough to stand where the article itself has no date, too little to overrule one that it has: callers hand in the day of the crawl too.
const CONFIDENCE: f64 = 0.5;

impl MetadataExtractor for Caller {
    fn name(&self) -> &'static str {
        "caller"
    }

    fn candidates(&self, _: &Document<'_>, context: &Context<'_>) -> Vec<Candidate> {
        let dates = context.published().map(|raw| DateReader::alone().machine(raw)).unwrap_or_default();
        dates.into_iter().map(|(date, share)| Candidate::date(Field::Published, date, Origin::Caller, CONFIDENCE * share)).collect()
    }
}

/// Whether what a caller says of the day of publication is a date.
pub(crate) fn is_date(raw: &str) -> bool {
    !DateReader::alone().machine(raw).is_empty()
}
