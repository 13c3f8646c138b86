//! Any text is an article or an error, and what was read as an article can be printed in every format and read again.
#![no_main]

use dateline::Article;

libfuzzer_sys::fuzz_target!(|json: &str| {
    if let Ok(article) = Article::from_json(json) {
        dateline_fuzz::print_and_read(&article);
    }
});
