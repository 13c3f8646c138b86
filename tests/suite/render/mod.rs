//! Every renderer over articles of random words and marks: what it prints is read back by a parser of the format and held against the article.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod articles;
mod html;
mod json;
mod json_ld;
mod markdown;
mod ninjs;
mod tei;

/// As many cases as the environment's `PROPTEST_CASES` says. What fails becomes a case by hand, not a seed in a file.
fn config() -> proptest::test_runner::Config {
    proptest::test_runner::Config { failure_persistence: None, ..Default::default() }
}
