//! Any bytes, decoded, give the tree that html5ever's own tokenizer gives.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let decoded = dateline_html::charset::decode(bytes, None, true);
    if let Err(difference) = dateline_html::differential::compare_trees(&decoded.text) {
        panic!("{difference}");
    }
});
