//! What holds for every article, whatever it was made from.

use dateline::{Article, Span, render};

/// Fails where one of the promises of the model is broken; `source` is what the article was made from.
pub(crate) fn hold(article: &Article, source: &[u8], what: &str) {
    spans_lie_on_the_text(article, what);
    blocks_follow_each_other(article, what);
    sources_give_the_words_back(article, source, what);
    json_round_trips(article, what);
    renderers_succeed(article, what);
    for value in article.evidence.values().flatten().map(|evidence| evidence.confidence).chain([article.confidence]) {
        assert!((0.0..=1.0).contains(&value), "{what}: confidence {value}");
    }
}

fn spans_lie_on_the_text(article: &Article, what: &str) {
    for span in article.spans() {
        assert!(article.holds(span), "{what}: {span:?} of {}", article.text.len());
    }
}

fn blocks_follow_each_other(article: &Article, what: &str) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "{what}: {:?} begins before {end}", block.span);
        end = block.span.end;
        let words = article.slice(block.span);
        assert_eq!(words.trim_end(), words, "{what}: white space at the end of a block");
        for mark in &block.marks {
            assert!(block.span.contains(mark.span), "{what}: mark {:?} outside of {:?}", mark.span, block.span);
        }
    }
    assert_eq!(end as usize, article.text.len(), "{what}: words behind the last block");
}

/// The bytes under each block's source, decoded, are its words.
fn sources_give_the_words_back(article: &Article, source: &[u8], what: &str) {
    let encoding = encoding_rs::Encoding::for_label(article.input.encoding.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    let is_html = article.input.media_type == "text/html";
    for block in &article.blocks {
        check_source(article, source, block.span, encoding, is_html, what);
        // and of a part of it
        let middle = (block.span.start + block.span.end) / 2;
        let middle = (middle..block.span.end).find(|&at| article.text.is_char_boundary(at as usize)).unwrap_or(block.span.end);
        let half = article.slice(Span::new(block.span.start, middle));
        // code may begin with white space
        let start = block.span.start + (half.len() - half.trim_start().len()) as u32;
        let first_word = half.split_whitespace().next().unwrap_or_default();
        check_source(article, source, Span::new(start, start + first_word.len() as u32), encoding, is_html, what);
    }
}

fn check_source(article: &Article, source: &[u8], span: Span, encoding: &'static encoding_rs::Encoding, is_html: bool, what: &str) {
    let spans = article.source_spans(span).expect("an extracted article has its source map");
    let wanted = bare(article.slice(span));
    let mut found = String::new();
    for range in spans {
        let bytes = source.get(range.range()).unwrap_or_else(|| panic!("{what}: source {range:?} of {}", source.len()));
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        // what looks like markup is text in a text, and in some elements of a page; what stood in a script has the script's escapes too
        let readings = [bare(&text), bare(&decoded(&text)), bare(&decoded(&unescaped(&text)))];
        let fits = |reading: &&String| wanted.get(found.len()..).is_some_and(|rest| rest.starts_with(*reading));
        let reading = if is_html { readings.iter().find(fits).unwrap_or(&readings[1]) } else { &readings[0] };
        found.push_str(reading);
    }
    assert_eq!(found, wanted, "{what}: source of {span:?}");
}

/// Markup that stands for a character, decoded; a `<br>` is no character.
fn decoded(text: &str) -> String {
    if !text.contains(['&', '<']) {
        return text.to_owned();
    }
    let options = dateline_html::Options::default();
    let page = format!("<div>{text}");
    let tree = dateline_html::parse(&page, &options);
    tree.text_content(tree.root())
}

/// A piece of a string literal, without its escapes.
pub(crate) fn unescaped(text: &str) -> String {
    serde_json::from_str(&format!("\"{}\"", text.replace('\n', "\\n"))).unwrap_or_else(|_| text.to_owned())
}

/// Letters, digits and marks alone: white space is folded, hyphens at line ends and invisible characters are left out.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0' | '\u{fffd}'))
        .collect()
}

fn json_round_trips(article: &Article, what: &str) {
    let plain = serde_json::to_string(article).unwrap();
    let read = Article::from_json(&plain).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(&read, article, "{what}: JSON round trip");
}

fn renderers_succeed(article: &Article, what: &str) {
    for format in render::Format::ALL {
        let mut out = String::new();
        format.renderer().render(article, &mut out).unwrap_or_else(|error| panic!("{what}: {format:?}: {error}"));
    }
}
