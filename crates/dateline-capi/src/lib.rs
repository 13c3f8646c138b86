//! Calls from C go in, the crate `dateline` answers them: conversion and nothing else.
//!
//! `include/dateline.h` is generated from this crate by `cargo xtask generate`; what holds for all of its functions stands at its head (`cbindgen.toml`).
//! Handles are the model's own types behind a pointer, so that a getter copies nothing. A handle that may be NULL is an `Option` of a reference, whose layout is
//! that of a pointer; what only a raw pointer can say is in `boundary`, `extract`, `render` and `callback`, each `unsafe` with its reason.
//!
//! No panic leaves: every body runs under [`std::panic::catch_unwind`].

pub mod article;
pub mod block;
pub mod callback;
pub mod entity;
pub mod error;
pub mod extract;
pub mod found;
pub mod input;
pub mod metadata;
pub mod options;
pub mod quote;
pub mod render;
pub mod trace;
pub mod version;

mod boundary;

pub mod value;
