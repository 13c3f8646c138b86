//! A date as the grammar reads it in, as the article prints it out.

use crate::{
    grammar::calendar::{self, Moment},
    model::{DateStamp, Precision},
};

/// The date with the words that it was read from.
pub(in crate::extract) fn stamp(moment: &Moment, raw: String) -> DateStamp {
    let precision = match moment.precision() {
        calendar::Precision::Year => Precision::Year,
        calendar::Precision::Month => Precision::Month,
        calendar::Precision::Day => Precision::Day,
        calendar::Precision::Minute => Precision::Minute,
        calendar::Precision::Second => Precision::Second,
    };
    DateStamp::new(moment.value(), precision, raw)
}
