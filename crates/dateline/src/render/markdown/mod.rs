//! An article in, Markdown out: YAML front matter, and a body in CommonMark with the tables and the strikethrough of GitHub's flavour.
//!
//! A parser reads from the body the blocks, words, links and emphasis that the article has, whatever characters its words are of. No HTML is
//! written. What that leaves no way to say is left out, the words never: sub- and superscript, emphasis that begins or ends inside a word at a
//! punctuation mark, the spans of table cells, line breaks in headings and cells (they become spaces), links to addresses that are not safe.

mod emphasis;
mod front_matter;
mod table;
mod words;

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use words::{Place, fence, inline, marks, plain};

use super::{address, inline::Marks, nesting::depths, text::names};
use crate::{
    model::{Article, Block, BlockKind, Image, ListItem},
    stage::Renderer,
};

/// Prints Markdown.
///
/// What is known of the article stands in YAML front matter, each key only where it has a value: `title`, `kicker`, `deck`, `byline`, `authors`,
/// `dateline`, `published`, `modified`, `publisher`, `url`, `language`, `section`, `tags`, `license`, `description`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Markdown {
    /// Whether there is front matter; without it the headline is a heading of the first level and deck, byline and date are paragraphs below it. On by default.
    pub front_matter: bool,
}

impl Default for Markdown {
    fn default() -> Self {
        Self { front_matter: true }
    }
}

impl Markdown {
    /// CommonMark alone, the headline as its first heading.
    #[must_use]
    pub fn without_front_matter() -> Self {
        Self { front_matter: false }
    }
}

impl Renderer for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        let mut page = Page { out, blocks: 0 };
        if self.front_matter {
            page.block(&front_matter::front_matter(article), "", "")?;
        } else {
            page.head(article)?;
        }
        page.body(article)?;
        if page.blocks == 0 { page.out.write_char('\n') } else { Ok(()) }
    }
}

/// How deep lists nest in Markdown; what is deeper stands at this depth. Each level indents every line below it further.
const LIST_DEPTH: usize = 16;

/// What a block is to the one below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    List { is_other: bool },
    Quote,
    Other,
}

struct Page<'w> {
    out: &'w mut dyn Write,
    /// How many have been written.
    blocks: usize,
}

impl Page<'_> {
    /// Writes a block of lines below a blank line: `first` before its first line, `rest` before the others. A block without words is none.
    fn block(&mut self, lines: &str, first: &str, rest: &str) -> fmt::Result {
        let lines = lines.strip_suffix('\n').unwrap_or(lines);
        if lines.is_empty() {
            return Ok(());
        }
        if self.blocks > 0 {
            self.out.write_char('\n')?;
        }
        self.blocks += 1;
        self.lines(lines, first, rest)
    }

    fn lines(&mut self, lines: &str, first: &str, rest: &str) -> fmt::Result {
        for (number, line) in lines.split('\n').enumerate() {
            self.out.write_str(if number == 0 { first } else { rest })?;
            self.out.write_str(line)?;
            self.out.write_char('\n')?;
        }
        Ok(())
    }

    fn head(&mut self, article: &Article) -> fmt::Result {
        let words = |words: Option<&str>| plain(words.unwrap_or_default(), Place::Paragraph);
        self.block(&words(article.kicker.as_deref()), "", "")?;
        self.block(&plain(article.headline.as_deref().unwrap_or_default(), Place::Heading), "# ", "")?;
        self.block(&words(article.deck.as_deref()), "", "")?;
        self.block(&words(article.byline.as_deref().or(Some(&names(article)))), "", "")?;
        self.block(&words(article.published.as_ref().map(|date| date.value.as_str())), "", "")
    }

    fn body(&mut self, article: &Article) -> fmt::Result {
        // two lists or quotations side by side would be read as one: lists change their signs, quotations are one
        let mut neighbour = Neighbour::Other;
        for block in &article.blocks {
            let blocks = self.blocks;
            let this = self.body_block(article, block, neighbour)?;
            if self.blocks > blocks || this == Neighbour::Quote {
                neighbour = this;
            }
        }
        Ok(())
    }

    /// Writes a block below its neighbour, and says what it is to the next one.
    fn body_block(&mut self, article: &Article, block: &Block, above: Neighbour) -> Result<Neighbour, fmt::Error> {
        let marks = marks(&article.text, &block.marks);
        let words = |place| inline(&article.text, &marks, block.span, place);
        match &block.kind {
            BlockKind::Heading { level } => {
                let sign = "#".repeat(usize::from((*level).clamp(1, 6))) + " ";
                self.block(&words(Place::Heading), &sign, "")?;
            }
            BlockKind::List { ordered, items } => {
                let signs = Signs { is_ordered: *ordered, is_other: above == Neighbour::List { is_other: false } };
                self.list(&article.text, &marks, items, signs)?;
                return Ok(Neighbour::List { is_other: signs.is_other });
            }
            BlockKind::Quote => return self.quote(&words(Place::Paragraph), above),
            BlockKind::Code { language } => self.code(article.slice(block.span), language.as_deref())?,
            BlockKind::Table { caption, rows } => {
                self.block(&plain(caption.as_deref().unwrap_or_default(), Place::Paragraph), "", "")?;
                self.block(&table::table(&article.text, &marks, rows), "", "")?;
            }
            BlockKind::Figure { image, caption, credit } => {
                let image = image.and_then(|index| article.images.get(index as usize));
                self.figure(image, caption.as_deref(), credit.as_deref())?;
            }
            BlockKind::Embed { url } => {
                self.block(&words(Place::Paragraph), "> ", "> ")?;
                if let Some(url) = url.as_deref().and_then(address::safe) {
                    self.block(&words::link(&url, &url), "", "")?;
                }
            }
            // neither the fence of front matter nor the line below a heading
            BlockKind::Separator => self.block("***", "", "")?,
            BlockKind::Paragraph | BlockKind::Other(_) => self.block(&words(Place::Paragraph), "", "")?,
        }
        Ok(Neighbour::Other)
    }

    fn quote(&mut self, words: &str, above: Neighbour) -> Result<Neighbour, fmt::Error> {
        if words.is_empty() {
            return Ok(above);
        }
        if above == Neighbour::Quote {
            self.out.write_str(">\n")?;
            self.lines(words, "> ", "> ")?;
        } else {
            self.block(words, "> ", "> ")?;
        }
        Ok(Neighbour::Quote)
    }

    /// Items without words are left out: a bare sign below a line of words would be read as a part of these.
    fn list(&mut self, text: &str, marks: &Marks<'_>, items: &[ListItem], signs: Signs) -> fmt::Result {
        let worded: Vec<ListItem> =
            items.iter().filter(|item| text.get(item.span.range()).is_some_and(|words| !words.is_empty())).cloned().collect();
        let mut lines = String::new();
        // per depth, how many items it has so far and where their words begin
        let mut open: Vec<(u32, usize)> = Vec::new();
        for (depth, item) in depths(&worded) {
            open.truncate(depth.min(LIST_DEPTH - 1) + 1);
            if open.len() <= depth.min(LIST_DEPTH - 1) {
                open.push((0, 0));
            }
            let outer = open.len().checked_sub(2).and_then(|outer| open.get(outer)).map_or(0, |&(_, indent)| indent);
            let Some((count, indent)) = open.last_mut() else { continue };
            *count += 1;
            let sign = signs.sign(*count);
            *indent = outer + sign.len();
            lines.push_str(&" ".repeat(outer));
            lines.push_str(&sign);
            let continued = format!("\n{}", " ".repeat(*indent));
            lines.push_str(&inline(text, marks, item.span, Place::Paragraph).replace('\n', &continued));
            lines.push('\n');
        }
        self.block(&lines, "", "")
    }

    fn code(&mut self, code: &str, language: Option<&str>) -> fmt::Result {
        let code = code.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
        let fence = fence(&code, 3);
        let is_word = |language: &&str| language.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-_.#".contains(&byte));
        let language = language.filter(is_word).unwrap_or_default();
        let end = if code.is_empty() || code.ends_with('\n') { "" } else { "\n" };
        self.block(&format!("{fence}{language}\n{code}{end}{fence}"), "", "")
    }

    /// A picture, and below it the caption in emphasis with the credit in brackets.
    fn figure(&mut self, image: Option<&Image>, caption: Option<&str>, credit: Option<&str>) -> fmt::Result {
        if let Some((image, address)) = image.and_then(|image| Some((image, address::safe(&image.url)?))) {
            let alt = image.alt.as_deref().unwrap_or_default();
            self.block(&format!("!{}", words::link(alt, &address)), "", "")?;
        }
        let caption = plain(caption.unwrap_or_default().trim(), Place::Heading);
        let credit = plain(credit.unwrap_or_default().trim(), Place::Heading);
        let line = match (caption.is_empty(), credit.is_empty()) {
            (false, false) => format!("*{caption}* ({credit})"),
            (false, true) => format!("*{caption}*"),
            (true, false) => format!("({credit})"),
            (true, true) => String::new(),
        };
        self.block(&line, "", "")
    }
}

/// What stands before the items of a list.
#[derive(Clone, Copy)]
struct Signs {
    is_ordered: bool,
    /// Whether it follows a list that has the usual ones.
    is_other: bool,
}

impl Signs {
    fn sign(self, number: u32) -> String {
        match (self.is_ordered, self.is_other) {
            (true, false) => format!("{number}. "),
            (true, true) => format!("{number}) "),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        }
    }
}
