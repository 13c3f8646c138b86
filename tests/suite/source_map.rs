//! Every page and text of the labelled sets: the bytes under `source_spans`, decoded anew, are the words of the span.
//!
//! The decoder here is none of ours: `encoding_rs` for the charset, html5ever's own tokenizer for entities and tags. White space is left out of the comparison, since
//! a reader folds it and the blank line between two blocks has no source.

use std::{
    cell::RefCell,
    env, fs,
    io::Read,
    path::{Path, PathBuf},
};

use dateline::{Article, Input, SourceSpan, Span, render::Json, stage::Renderer};
use encoding_rs::Encoding;
use html5ever::{
    tendril::StrTendril,
    tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};

use crate::invariants;

/// The words of a span that its source does not give back, shortened for a message; `None` where it does.
fn mismatch(article: &Article, source: &[u8], span: Span) -> Option<String> {
    let words = letters(article.slice(span));
    let Some(spans) = article.source_spans(span) else { return Some(format!("{span:?}: no source map")) };
    let found: String = spans.iter().map(|&part| letters(&decoded(article, source, part))).collect();
    let from_script =
        || spans.iter().map(|&part| letters(&characters(&invariants::unescaped(&raw(article, source, part))))).collect::<String>();
    (words != found && words != from_script()).then(|| {
        let same = words.chars().zip(found.chars()).take_while(|(one, other)| one == other).count();
        let cut = |text: &str| text.chars().skip(same.saturating_sub(12)).take(40).collect::<String>();
        format!("{span:?}: {:?} in the text, {:?} in the source", cut(&words), cut(&found))
    })
}

fn decoded(article: &Article, source: &[u8], part: SourceSpan) -> String {
    let text = raw(article, source, part);
    if article.input.media_type == "text/html" { characters(&text) } else { text }
}

/// The characters of a piece of the input as they stand there.
fn raw(article: &Article, source: &[u8], part: SourceSpan) -> String {
    let Some(bytes) = source.get(part.range()) else { return format!("({part:?} is not in the input)") };
    let encoding = Encoding::for_label(article.input.encoding.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// The character tokens of a piece of HTML, with a space where a tag stood.
fn characters(html: &str) -> String {
    struct Sink(RefCell<String>);
    impl TokenSink for Sink {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            match token {
                Token::CharacterTokens(text) => self.0.borrow_mut().push_str(&text),
                Token::NullCharacterToken => self.0.borrow_mut().push('\u{fffd}'),
                _ => self.0.borrow_mut().push(' '),
            }
            TokenSinkResult::Continue
        }
    }
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every span of an article, before and after a round trip through JSON: how many were held, and what does not hold.
fn held(article: &Article, source: &[u8]) -> (usize, Vec<String>) {
    let spans = article.spans();
    let mut wrong: Vec<String> = spans.iter().filter_map(|&span| mismatch(article, source, span)).collect();
    let printed = Json::line().with_source_spans(true).to_string(article);
    if Article::from_json(&printed).unwrap().source_map != article.source_map {
        wrong.push("the source map that was printed reads back as another".to_owned());
    }
    // what a reader of the JSON is told without doing sums
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    for (block, printed) in article.blocks.iter().zip(printed["blocks"].as_array().unwrap()) {
        if printed["source"] != serde_json::to_value(article.source_spans(block.span)).unwrap() {
            wrong.push(format!("{:?}: `source` is printed as {}", block.span, printed["source"]));
        }
    }
    (spans.len(), wrong)
}

/// Run by `cargo xtask score --spans`, which names the sets' folders in `DATELINE_SETS`.
#[test]
#[ignore = "reads the labelled sets beside the repository"]
fn of_labelled_sets() {
    let folders = env::var_os("DATELINE_SETS").expect("DATELINE_SETS names no folders");
    let (mut spans, mut wrong) = (0, 0);
    for folder in env::split_paths(&folders) {
        let (mut inputs, mut held_here, mut wrong_here) = (0, 0, Vec::new());
        for (id, source, is_page) in inputs_of(&folder) {
            let input = if is_page { Input::html(&source) } else { Input::text(std::str::from_utf8(&source).unwrap()) };
            let article = dateline::extract(input).unwrap();
            let (count, found) = held(&article, &source);
            inputs += 1;
            held_here += count;
            wrong_here.extend(found.into_iter().map(|line| format!("{id} {line}")));
        }
        println!("{}: {inputs} inputs, {held_here} spans, {} of them wrong", folder.display(), wrong_here.len());
        wrong_here.iter().take(10).for_each(|line| println!("  {line}"));
        spans += held_here;
        wrong += wrong_here.len();
    }
    println!("{spans} spans held against their source, {wrong} wrong");
    assert_eq!(wrong, 0, "spans that their source does not give back");
    assert!(spans > 0, "no spans were found");
}

/// A set's pages, or the texts of its labels: name, bytes, whether it is a page.
fn inputs_of(folder: &Path) -> Vec<(String, Vec<u8>, bool)> {
    let pages = folder.join("pages");
    if !pages.is_dir() {
        let gold = fs::read_to_string(folder.join("gold.jsonl")).unwrap();
        let labels = gold.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        return labels
            .map(|gold| (gold["id"].as_str().unwrap().to_owned(), gold["text"].as_str().unwrap().as_bytes().to_vec(), false))
            .collect();
    }
    let mut paths: Vec<PathBuf> = fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (named(path), page(path), true)).collect()
}

fn page(path: &Path) -> Vec<u8> {
    let packed = fs::read(path).unwrap();
    if path.extension().is_none_or(|extension| extension != "gz") {
        return packed;
    }
    let mut page = Vec::new();
    flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut page).unwrap();
    page
}

#[test]
fn entities_charsets_and_tags_are_undone() {
    for page in [
        "<title>t</title><p>Caf&eacute; &amp; bar: 3 &lt; 4, said <b>Mr</b>&nbsp;Smith of AT&ampT, who was there all day long.<p>A second paragraph of words, and then some.".as_bytes(),
        b"<meta charset=windows-1252><p>The caf\xe9 was full at noon, its owner said, and it would be full again at night.<p>A second paragraph of words, and some more.",
    ] {
        let article = dateline::extract(Input::html(page)).unwrap();
        let (count, wrong) = held(&article, page);
        assert!(count > 0 && wrong.is_empty(), "{count} spans, {wrong:?}");
    }
}

#[test]
fn a_wrong_map_is_seen() {
    let page = b"<p>A first paragraph of words, and then some more of them.<p>A second paragraph of words, and then some.";
    let article = dateline::extract(Input::html(page)).unwrap();
    let moved = [b"<!-- -->".as_slice(), page].concat();
    assert!(!held(&article, &moved).1.is_empty());
}
