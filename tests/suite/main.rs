//! The test suite: a module a topic, over `tests/corpus` and `tests/rules`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod annotated;
mod budgets;
mod case;
mod corpus;
mod floors;
mod invariants;
mod metadata;
mod properties;
mod quotes;
mod render;
mod roles;
mod rules;
mod source_map;
