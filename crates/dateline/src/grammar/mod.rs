//! Short strings in, what they say in the press's own conventions out: calendar dates, datelines, bylines.
//!
//! Readers, extractors and annotators all meet these forms, so they stand below them all. Everything here is a scan over
//! a bounded number of tokens: no regular expression, no backtracking beyond a fixed window, no clock.

pub(crate) mod byline;
pub(crate) mod calendar;
pub(crate) mod dateline;
pub(crate) mod scan;
