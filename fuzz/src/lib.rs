//! What the targets hold every article to, whatever the bytes were: the invariants of the test suite, without its expectations.

use dateline::{
    Article, Input,
    render::{Format, Json},
    stage::Renderer,
};

/// Extracts twice and checks the article.
///
/// # Panics
///
/// Where an invariant does not hold.
pub fn extract<'i>(bytes: &[u8], input: impl Fn() -> Input<'i>) {
    let article = dateline::extract(input()).expect("an input without options is never an error");
    let again = dateline::extract(input()).expect("an input without options is never an error");
    assert_eq!(article, again, "the same bytes gave two articles");
    spans_lie_on_the_text(&article);
    sources_lie_in_the_input(&article, bytes.len() as u32);
    print_and_read(&article);
}

/// Prints an article in every format and reads the JSON again.
///
/// # Panics
///
/// Where a format cannot be printed, or the JSON gives another article.
pub fn print_and_read(article: &Article) {
    for format in Format::ALL {
        let mut out = String::new();
        format.renderer().render(article, &mut out).expect("a string takes all that is written to it");
    }
    let printed = Json::line().with_source_spans(true).to_string(article);
    let read = Article::from_json(&printed).unwrap_or_else(|error| panic!("{error}\n{printed}"));
    assert_eq!(*article, read, "JSON gave another article");
}

fn spans_lie_on_the_text(article: &Article) {
    for span in article.spans() {
        assert!(article.holds(span), "{span:?} is not on the text");
    }
    let mut read_to = 0;
    for block in &article.blocks {
        assert!(block.span.start >= read_to, "{:?} begins before the block above it ends", block.span);
        read_to = block.span.end;
        for mark in &block.marks {
            assert!(mark.span.start >= block.span.start && mark.span.end <= block.span.end, "{mark:?} leaves its block");
        }
    }
}

fn sources_lie_in_the_input(article: &Article, length: u32) {
    let of_blocks = article.blocks.iter().filter(|block| !block.span.is_empty()).flat_map(|block| {
        let source = article.source_spans(block.span).expect("a fresh article has its map");
        assert!(!source.is_empty(), "{:?} comes from nowhere", block.span);
        source
    });
    let of_evidence = article.evidence.values().flatten().flat_map(|evidence| evidence.source.iter().copied());
    let of_removals = article.removed.iter().flat_map(|removal| removal.source.iter().copied());
    for source in of_blocks.chain(of_evidence).chain(of_removals) {
        assert!(source.start <= source.end && source.end <= length, "{source:?} is not in the input of {length} bytes");
    }
}
