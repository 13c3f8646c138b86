//! Markdown reads back, by a parser of CommonMark, as the article's blocks, words and links, and its front matter by a parser of YAML.

use std::cmp::Reverse;

use dateline::{
    Article, Span,
    model::{Block, BlockKind, Mark, MarkKind},
    render::Markdown,
    stage::Renderer,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use yaml_rust2::{Yaml, YamlLoader};

use super::articles::article;

/// A character with what it is set apart by: flags of styles and the address of a link.
#[derive(Clone, Debug, PartialEq)]
struct Char {
    c: char,
    styles: u8,
    link: String,
}

const EMPHASIS: u8 = 1;
const STRONG: u8 = 2;
const STRIKE: u8 = 4;
const CODE: u8 = 8;

/// A block as the parser sees it; items and cells are blocks of their own.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    kind: String,
    chars: Vec<Char>,
}

impl Seen {
    fn text(&self) -> String {
        self.chars.iter().map(|char| char.c).collect()
    }
}

/// What the parser reads from a body.
struct Reading {
    seen: Vec<Seen>,
    styles: Vec<u8>,
    links: Vec<String>,
    lists: Vec<bool>,
    in_quote: bool,
}

impl Reading {
    fn of(body: &str) -> Vec<Seen> {
        let mut reading = Self { seen: Vec::new(), styles: vec![0], links: vec![String::new()], lists: Vec::new(), in_quote: false };
        Parser::new_ext(
            body,
            Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS,
        )
        .for_each(|event| reading.event(event));
        reading.seen
    }

    fn begin(&mut self, kind: impl Into<String>) {
        self.seen.push(Seen { kind: kind.into(), chars: Vec::new() });
    }

    fn text(&mut self, text: &str, styles: u8) {
        let (styles, link) = (self.styles.last().unwrap() | styles, self.links.last().unwrap().clone());
        let chars = &mut self.seen.last_mut().unwrap().chars;
        chars.extend(text.chars().map(|c| Char { c, styles, link: link.clone() }));
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.text(&text, 0),
            Event::Code(text) => self.text(&text, CODE),
            Event::SoftBreak => self.text("<soft>", 0),
            Event::HardBreak => self.text("\n", 0),
            Event::Rule => self.begin("separator"),
            other => self.begin(format!("{other:?}")),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let style = match tag {
            Tag::Paragraph => return self.begin(if self.in_quote { "quote" } else { "paragraph" }),
            Tag::Heading { level, .. } => return self.begin(format!("heading {}", level as u8)),
            Tag::BlockQuote(_) => return self.in_quote = true,
            Tag::CodeBlock(kind) => return self.begin(format!("code {kind:?}")),
            Tag::List(start) => return self.lists.push(start.is_some()),
            Tag::Item => return self.begin(format!("item {} {}", self.lists.last().unwrap(), self.lists.len() - 1)),
            Tag::TableCell => return self.begin("cell"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow => return,
            Tag::Link { dest_url, .. } => return self.links.push(dest_url.to_string()),
            Tag::Image { dest_url, .. } => return self.links.push(format!("image {dest_url}")),
            Tag::Emphasis => EMPHASIS,
            Tag::Strong => STRONG,
            Tag::Strikethrough => STRIKE,
            other => return self.begin(format!("{other:?}")),
        };
        self.styles.push(self.styles.last().unwrap() | style);
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::BlockQuote(_) => self.in_quote = false,
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link | TagEnd::Image => {
                self.links.pop();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.styles.pop();
            }
            _ => {}
        }
    }
}

/// An address as it may be printed; empty where it may not. The rules are written anew here: a link that is not safe must not slip through by one bug.
fn printed(address: &str) -> String {
    let kept: String = address.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let mut out = String::new();
    for c in kept.chars() {
        if c.is_control() || c.is_whitespace() || "\"<>`".contains(c) {
            c.to_string().bytes().for_each(|byte| out += &format!("%{byte:02X}"));
        } else {
            out.push(c);
        }
    }
    let scheme = out.split(['/', '?', '#', '\\']).next().unwrap().split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if scheme.is_some_and(|scheme| !["http", "https", "mailto"].contains(&&*scheme)) { String::new() } else { out.replace('|', "%7C") }
}

/// The words of a stretch with the marks that Markdown can show at best.
fn marked(article: &Article, block: &Block, span: Span) -> Vec<Char> {
    let mut links: Vec<(&Mark, String)> = block
        .marks
        .iter()
        .filter_map(|mark| Some((mark, mark.href.as_deref().map(printed).filter(|address| !address.is_empty())?)))
        .collect();
    links.sort_by_key(|(mark, _)| (mark.span.start, Reverse(mark.span.end)));
    let mut chars = Vec::new();
    for (at, c) in article.slice(span).char_indices() {
        let at = span.start + at as u32;
        let holds = |mark: &Mark| mark.span.start <= at && at < mark.span.end;
        let style = |mark: &Mark| match mark.kind {
            MarkKind::Emphasis => EMPHASIS,
            MarkKind::Strong => STRONG,
            MarkKind::Strike => STRIKE,
            MarkKind::Code => CODE,
            _ => 0,
        };
        let styles = block.marks.iter().filter(|mark| holds(mark)).fold(0, |styles, mark| styles | style(mark));
        let link = links.iter().find(|(mark, _)| holds(mark)).map(|(_, address)| address.clone()).unwrap_or_default();
        chars.push(Char { c: if c == '\0' { '\u{fffd}' } else { c }, styles, link });
    }
    chars
}

fn unmarked(text: &str) -> Vec<Char> {
    text.chars().map(|c| Char { c: if c == '\0' { '\u{fffd}' } else { c }, styles: 0, link: String::new() }).collect()
}

/// The blocks that a parser should see.
fn expected(article: &Article) -> Vec<Seen> {
    let mut seen = Vec::new();
    // blocks without words are not printed, but for these: a picture, code, a separator
    let mut push = |kind: &str, chars: Vec<Char>| {
        if !chars.is_empty() || matches!(kind, "picture" | "code" | "separator") {
            let kind = if kind == "picture" { "paragraph" } else { kind };
            seen.push(Seen { kind: kind.to_owned(), chars });
        }
    };
    for block in &article.blocks {
        let words = || marked(article, block, block.span);
        match &block.kind {
            BlockKind::Heading { level } => push(&format!("heading {level}"), one_line(words())),
            BlockKind::Quote => push("quote", words()),
            BlockKind::List { ordered, items } => {
                let mut levels: Vec<u8> = Vec::new();
                for item in items.iter().filter(|item| !item.span.is_empty()) {
                    levels.retain(|&level| level < item.level);
                    levels.push(item.level);
                    push(&format!("item {ordered} {}", levels.len() - 1), marked(article, block, item.span));
                }
            }
            BlockKind::Table { caption, rows } => {
                push("paragraph", unmarked(caption.as_deref().unwrap_or_default().trim_end_matches('\n')));
                rows.iter().flatten().for_each(|cell| push("cell", one_line(marked(article, block, cell.span))));
            }
            BlockKind::Code { .. } => {
                let code = article.slice(block.span).replace("\r\n", "\n").replace('\r', "\n");
                let end = if code.is_empty() || code.ends_with('\n') { "" } else { "\n" };
                push("code", unmarked(&(code + end)));
            }
            BlockKind::Figure { image, caption, credit } => {
                if let Some(image) =
                    image.and_then(|image| article.images.get(image as usize)).filter(|image| !printed(&image.url).is_empty())
                {
                    let mut alt = one_line(unmarked(image.alt.as_deref().unwrap_or_default().trim_end_matches('\n')));
                    alt.iter_mut().for_each(|char| char.link = format!("image {}", printed(&image.url)));
                    push("picture", alt);
                }
                let mut line = one_line(unmarked(caption.as_deref().unwrap_or_default().trim()));
                line.iter_mut().for_each(|char| char.styles = EMPHASIS);
                let credit = credit.as_deref().unwrap_or_default().trim();
                if !credit.is_empty() {
                    line.extend(unmarked(if line.is_empty() { "(" } else { " (" }));
                    line.extend(one_line(unmarked(credit)));
                    line.extend(unmarked(")"));
                }
                push("paragraph", line);
            }
            BlockKind::Embed { url } => {
                push("quote", words());
                let address = url.as_deref().map(printed).unwrap_or_default();
                let words = url.as_deref().map(|url| printed_words(url, &address)).unwrap_or_default();
                push("paragraph", words.chars().map(|c| Char { c, styles: 0, link: address.clone() }).collect());
            }
            BlockKind::Separator => push("separator", Vec::new()),
            _ => push("paragraph", words()),
        }
    }
    seen
}

/// The words of an embed's link: its address, bars and all.
fn printed_words(url: &str, address: &str) -> String {
    if url.contains('|') && !url.contains("%7C") { address.replace("%7C", "|") } else { address.to_owned() }
}

fn one_line(chars: Vec<Char>) -> Vec<Char> {
    chars.into_iter().map(|char| Char { c: if char.c == '\n' { ' ' } else { char.c }, ..char }).collect()
}

/// Holds what was seen of a block against what should be: the same words and links, and no style where there is none.
fn compare(seen: &Seen, expected: &Seen) -> Result<(), String> {
    let same_kind = seen.kind == expected.kind || (expected.kind == "code" && seen.kind.starts_with("code"));
    // white space at a link's ends is left out of it
    let same_link = |seen: &Char, expected: &Char| seen.link == expected.link || (seen.link.is_empty() && expected.c.is_whitespace());
    let in_code = |char: &Char, other: &Char| char.styles & CODE != 0 && char.c == ' ' && other.c == '\r';
    let same_words = seen.chars.len() == expected.chars.len()
        && seen.chars.iter().zip(&expected.chars).all(|(seen, expected)| {
            (seen.c == expected.c || in_code(seen, expected)) && same_link(seen, expected) && seen.styles & !expected.styles == 0
        });
    if same_kind && same_words {
        Ok(())
    } else {
        Err(format!("seen {} {:?}\nexpected {} {:?}", seen.kind, seen.text(), expected.kind, expected.text()))
    }
}

fn check_body(article: &Article, body: &str) -> Result<(), String> {
    let mut seen = Reading::of(body);
    // what pads a table, and an empty picture, has no words
    seen.retain(|seen| seen.kind != "cell" || !seen.chars.is_empty());
    let expected = expected(article);
    for (seen, expected) in seen.iter().zip(&expected) {
        compare(seen, expected)?;
    }
    if seen.len() == expected.len() {
        return Ok(());
    }
    let kinds = |list: &[Seen]| list.iter().map(|seen| seen.kind.clone()).collect::<Vec<_>>();
    Err(format!("seen {:?}\nexpected {:?}", kinds(&seen), kinds(&expected)))
}

fn yaml_words(yaml: &Yaml) -> Vec<String> {
    yaml.as_vec().map(|list| list.iter().map(|item| item.as_str().unwrap().to_owned()).collect()).unwrap_or_default()
}

fn check_front_matter(article: &Article, front_matter: &str) {
    let documents = YamlLoader::load_from_str(front_matter).unwrap_or_else(|error| panic!("{error}: {front_matter}"));
    let yaml = documents.first().cloned().unwrap_or(Yaml::Null);
    assert_eq!(yaml["title"].as_str(), article.headline.as_deref());
    assert_eq!(yaml["deck"].as_str(), article.deck.as_deref());
    assert_eq!(yaml["published"].as_str(), article.published.as_ref().map(|date| date.value.as_str()));
    assert_eq!(yaml_words(&yaml["authors"]), article.authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>());
    assert_eq!(yaml_words(&yaml["tags"]), article.tags);
}

/// Front matter and body.
fn parts(page: &str) -> (&str, &str) {
    page.strip_prefix("---\n").and_then(|page| page.split_once("\n---\n")).unwrap_or(("", page))
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn markdown_reads_back(article in article()) {
        let page = Markdown::default().to_string(&article);
        prop_assert!(page.ends_with('\n'));
        let (front_matter, body) = parts(&page);
        check_front_matter(&article, front_matter);
        check_body(&article, body).map_err(|error| TestCaseError::fail(format!("{error}\n{body}")))?;
    }
}

fn paragraph(text: &str, marks: &[(&str, &str)]) -> Article {
    let mut article = Article::default();
    article.text = text.to_owned();
    let mut block = Block::new(Span::new(0, text.len() as u32), BlockKind::Paragraph);
    for (kind, words) in marks {
        let start = text.find(words).unwrap();
        let span = Span::new(start as u32, (start + words.len()) as u32);
        block.marks.push(if let Some(address) = kind.strip_prefix("link ") {
            Mark::link(span, address)
        } else {
            Mark::new((*kind).into(), span)
        });
    }
    article.blocks.push(block);
    article
}

/// Marks as pages have them are all kept.
#[test]
fn usual_marks_are_kept() {
    /// Words, the marks on some of them, and what is printed.
    type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);
    let cases: &[Case] = &[
        ("one two three", &[("emphasis", "two")], "one *two* three"),
        ("one two three", &[("emphasis", "two three"), ("strong", "three")], "one *two **three***"),
        ("one two three", &[("strong", "one two three"), ("emphasis", "one")], "***one* two three**"),
        ("onetwothree", &[("emphasis", "one"), ("strong", "two")], "*one***two**three"),
        ("un-believe-able", &[("emphasis", "believe")], "un-*believe*-able"),
        ("unbelievable", &[("strong", "believ")], "un**believ**able"),
        ("one two three", &[("emphasis", " two ")], "one *two* three"),
        ("said \u{201c}No.\u{201d} He", &[("emphasis", "\u{201c}No.\u{201d}")], "said *\u{201c}No.\u{201d}* He"),
        (
            "\u{4e2d}\u{201c}\u{56fd}\u{201d}\u{6587}",
            &[("strong", "\u{201c}\u{56fd}\u{201d}")],
            "\u{4e2d}\u{201c}**\u{56fd}**\u{201d}\u{6587}",
        ),
        (
            "see the page now",
            &[("link https://a.example/b_(c)", "the page"), ("emphasis", "page")],
            "see [the *page*](https://a.example/b_\\(c\\)) now",
        ),
        ("see it!here", &[("link /x", "here")], "see it\\![here](/x)"),
        ("bad link", &[("link javascript:x", "link")], "bad link"),
        ("run a`b now", &[("code", "a`b")], "run ``a`b`` now"),
        ("old price", &[("strike", "old")], "~~old~~ price"),
        ("H2O", &[("subscript", "2")], "H2O"),
        ("one\ntwo", &[], "one\\\ntwo"),
        ("AT&T and &amp; and a < b <b>", &[], "AT&T and \\&amp; and a < b \\<b>"),
        ("snake_case and _this_", &[], "snake_case and \\_this\\_"),
        ("1. one", &[], "1\\. one"),
        ("1.5 million", &[], "1.5 million"),
        ("-30-", &[], "-30-"),
        ("# no\n> no\n=\n+ no", &[], "\\# no\\\n\\> no\\\n\\=\\\n\\+ no"),
    ];
    for (text, marks, printed) in cases {
        let article = paragraph(text, marks);
        assert_eq!(Markdown::default().to_string(&article), format!("{printed}\n"), "{text}");
        check_body(&article, printed).unwrap();
    }
}

/// Neighbours that a parser would take for one stay apart, and paragraphs of one quotation stay together.
#[test]
fn blocks_become_their_markdown() {
    let json = r##"{"schema": "dateline/1", "headline": "Cow: \"calf\"", "authors": [{"name": "Ann Ode"}], "tags": ["#1"], "input": {"url": "https://a.example/"},
        "images": [{"url": "/cow.jpg", "alt": "A [cow]"}], "text": "Grass\nHay\nDry\n\nTo do #\n\nWe saw it.\n\nAll of us.\n\na|b\tc\td\te\n\nx = `1`",
        "blocks": [
            {"kind": "list", "span": [0, 5], "ordered": false, "items": [{"span": [0, 5]}]},
            {"kind": "list", "span": [6, 13], "ordered": false, "items": [{"span": [6, 9], "level": 1}, {"span": [10, 13], "level": 9}]},
            {"kind": "heading", "span": [15, 22], "level": 2},
            {"kind": "quote", "span": [24, 34]}, {"kind": "quote", "span": [36, 46]},
            {"kind": "separator", "span": [46, 46]},
            {"kind": "figure", "span": [46, 46], "image": 0, "caption": "The *cow*", "credit": "A. Ode"},
            {"kind": "table", "span": [48, 57], "caption": null, "rows": [
                [{"span": [48, 51], "header": true, "rowspan": 2}, {"span": [52, 53], "header": true, "colspan": 2}],
                [{"span": [54, 55], "header": false}, {"span": [56, 57]}]]},
            {"kind": "code", "span": [59, 66], "language": "python"}
        ]}"##;
    let expected = r##"---
title: "Cow: \"calf\""
authors:
  - "Ann Ode"
url: "https://a.example/"
tags:
  - "#1"
---

- Grass

* Hay
  * Dry

## To do \#

> We saw it.
>
> All of us.

***

![A \[cow\]](/cow.jpg)

*The \*cow\** (A. Ode)

| a&#124;b | c | |
| --- | --- | --- |
| | d | e |

```python
x = `1`
```
"##;
    let article = Article::from_json(json).unwrap();
    assert_eq!(Markdown::default().to_string(&article), expected);
    let bare = Markdown::without_front_matter().to_string(&article);
    assert!(bare.starts_with("# Cow: \"calf\"\n\nAnn Ode\n\n- Grass\n"), "{bare}");
}

/// A cell that claims thousands of columns, in every row, costs no more than its words.
#[test]
fn absurd_spans_cost_nothing() {
    let cell = r#"{"span": [0, 1], "colspan": 65535, "rowspan": 65535}"#;
    let rows = vec![format!("[{}]", vec![cell; 20].join(",")); 50].join(",");
    let json = format!(
        r#"{{"schema": "dateline/1", "text": "x", "blocks": [{{"kind": "table", "span": [0, 1], "caption": null, "rows": [{rows}]}}]}}"#
    );
    let page = Markdown::default().to_string(&Article::from_json(&json).unwrap());
    assert!(page.len() < 50 * 20 * 8, "{}", page.len());
    assert_eq!(page.matches('x').count(), 1000);
}
