//! Any bytes read as a web page give an article that holds together.
#![no_main]

use dateline::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dateline_fuzz::extract(bytes, || Input::html(bytes)));
