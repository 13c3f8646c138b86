//! Any bytes read as plain text, and any string, give an article that holds together.
#![no_main]

use dateline::{Input, model::MediaType};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    dateline_fuzz::extract(bytes, || Input::from(bytes).media_type(MediaType::Plain));
    if let Ok(text) = std::str::from_utf8(bytes) {
        // no kind given: sniffed
        dateline_fuzz::extract(bytes, || Input::from(text).url("https://example.org/story"));
    }
});
