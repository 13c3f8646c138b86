//! Articles of random blocks whose words are as awkward as can be, with random marks on them.

use dateline::{
    Article, Span,
    model::{
        Author, Block, BlockKind, Cell, DateStamp, Evidence, Image, ListItem, Mark, MarkKind, Origin, Precision, Quote, QuoteKind, Run,
    },
};
use proptest::prelude::*;

/// What markup is made of, in the places where it is.
const AWKWARD: &[&str] = &[
    "# ",
    "###",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "12) ",
    "> ",
    ">",
    "===",
    "---",
    "***",
    "___",
    "~~~",
    "```",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "[",
    "]",
    "](",
    "(",
    ")",
    "[x]: y",
    "![",
    "!",
    "<",
    "</p>",
    "<b>",
    "<!--",
    "<https://a.example>",
    "https://a.example/b_c",
    "&",
    "&amp;",
    "&#42;",
    "&lt",
    "\\",
    "\\\\",
    "|",
    "| - |",
    ":--",
    "    ",
    "\t",
    " ",
    "  ",
    "\n",
    "\n\n",
    "  \n",
    "\r",
    "\r\n",
    "\u{0}",
    "\u{b}",
    "\u{c}",
    "\u{a0}",
    "\u{200b}",
    "\u{2028}",
    "\u{3000}",
    "\u{201c}",
    "\u{201d}",
    "\u{2019}",
    "$5",
    "\u{4e2d}\u{6587}",
    "\u{3002}",
    "\u{ac}",
    "\u{20ac}",
    "\u{24b6}",
    "\u{301}",
    "\u{1f600}",
    "\u{feff}",
    "a",
    "b",
    "word",
    "Two words",
    "snake_case",
    "2009",
    "3.",
    "]]>",
    "{#id}",
    "{{x}}",
    "\"",
    "'",
    "^",
    "[^1]",
    ":",
    "=",
    "%",
    "@",
    "/",
    ";",
    "x;",
    "#",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(AWKWARD).prop_map(str::to_owned),
        2 => "[a-z]{1,6}",
        1 => any::<char>().prop_map(String::from),
        1 => Just(" ".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("https://a.example/b".to_owned()),
        Just("/c_(d)".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        Just("mailto:x@y.example".to_owned()),
        words().prop_map(|words| format!("http://a.example/{words}")),
        words(),
    ]
}

/// A mark as parts of the block's length.
#[derive(Clone, Debug)]
struct Sketch {
    kind: MarkKind,
    from: f64,
    to: f64,
    address: String,
}

fn sketch() -> impl Strategy<Value = Sketch> {
    const KINDS: &[&str] = &["link", "emphasis", "strong", "code", "strike", "subscript", "superscript", "else"];
    (prop::sample::select(KINDS), 0.0..1.0, 0.0..1.2, address()).prop_map(|(kind, from, to, address)| Sketch {
        kind: kind.into(),
        from,
        to,
        address,
    })
}

#[derive(Clone, Debug)]
enum Shape {
    Plain(BlockKind, String),
    List(bool, Vec<(u8, String)>),
    Table(Option<String>, Vec<Vec<(bool, u16, u16, String)>>),
}

fn shape() -> impl Strategy<Value = Shape> {
    let caption = || prop::option::of(words());
    let plain = prop_oneof![
        4 => Just(BlockKind::Paragraph),
        2 => (1u8..=6).prop_map(|level| BlockKind::Heading { level }),
        2 => Just(BlockKind::Quote),
        2 => prop::option::of("[a-z`\n+ ]{0,5}").prop_map(|language| BlockKind::Code { language }),
        1 => (prop::option::of(0u32..3), caption(), caption()).prop_map(|(image, caption, credit)| BlockKind::Figure { image, caption, credit }),
        1 => prop::option::of(address()).prop_map(|url| BlockKind::Embed { url }),
        1 => Just(BlockKind::Separator),
    ];
    let span = || prop_oneof![6 => Just(1u16), 1 => 0u16..4, 1 => Just(u16::MAX)];
    let cell = (any::<bool>(), span(), span(), words());
    prop_oneof![
        6 => (plain, words()).prop_map(|(kind, words)| Shape::Plain(kind, words)),
        2 => (any::<bool>(), prop::collection::vec((0u8..5, words()), 0..6)).prop_map(|(ordered, items)| Shape::List(ordered, items)),
        2 => (caption(), prop::collection::vec(prop::collection::vec(cell, 0..4), 0..4)).prop_map(|(caption, rows)| Shape::Table(caption, rows)),
    ]
}

/// The words of an article so far.
struct Text(String);

impl Text {
    fn push(&mut self, words: &str) -> Span {
        let start = self.0.len() as u32;
        self.0.push_str(words);
        Span::new(start, self.0.len() as u32)
    }

    fn boundary(&self, span: Span, part: f64) -> u32 {
        let at = (span.start as usize + (f64::from(span.len()) * part) as usize).min(self.0.len());
        (0..=at).rev().find(|&at| self.0.is_char_boundary(at)).unwrap_or_default() as u32
    }
}

fn block(text: &mut Text, shape: Shape, sketches: Vec<Sketch>) -> Block {
    let start = text.0.len() as u32;
    let kind = match shape {
        Shape::Plain(kind, words) => {
            let has_words = !matches!(kind, BlockKind::Figure { .. } | BlockKind::Separator);
            text.push(if has_words { &words } else { "" });
            kind
        }
        Shape::List(ordered, items) => {
            let item = |(level, words): (u8, String)| {
                let item = ListItem::new(text.push(&words), level);
                text.push("\n");
                item
            };
            BlockKind::List { ordered, items: items.into_iter().map(item).collect() }
        }
        Shape::Table(caption, rows) => {
            let mut cell = |(header, colspan, rowspan, words): (bool, u16, u16, String)| {
                let mut cell = Cell::new(text.push(&words));
                (cell.header, cell.colspan, cell.rowspan) = (header, colspan, rowspan);
                text.push("\t");
                cell
            };
            BlockKind::Table { caption, rows: rows.into_iter().map(|row| row.into_iter().map(&mut cell).collect()).collect() }
        }
    };
    let span = Span::new(start, text.0.len() as u32);
    let mut block = Block::new(span, kind);
    for sketch in sketches {
        let mut mark = Mark::new(sketch.kind, Span::new(text.boundary(span, sketch.from), text.boundary(span, sketch.to)));
        if mark.kind == MarkKind::Link {
            mark.href = Some(sketch.address);
        }
        block.marks.push(mark);
    }
    text.push("\n\n");
    block
}

fn image() -> impl Strategy<Value = Image> {
    (address(), prop::option::of(words()), prop::option::of(0u32..9)).prop_map(|(url, alt, width)| {
        let mut image = Image::new(url);
        (image.alt, image.width) = (alt, width);
        image
    })
}

/// An article of up to six blocks.
pub(super) fn article() -> impl Strategy<Value = Article> {
    let blocks = prop::collection::vec((shape(), prop::collection::vec(sketch(), 0..6)), 0..6);
    let head = (prop::option::of(words()), prop::option::of(words()), prop::collection::vec(words(), 0..3), prop::option::of(words()));
    (blocks, head, prop::collection::vec(image(), 2), 0u8..=100).prop_map(|(blocks, (headline, deck, names, date), images, confidence)| {
        let mut article = Article::default();
        let mut text = Text(String::new());
        article.blocks = blocks.into_iter().map(|(shape, sketches)| block(&mut text, shape, sketches)).collect();
        article.text = text.0;
        (article.headline, article.deck, article.images) = (headline, deck, images);
        article.authors = names.iter().map(Author::new).collect();
        article.tags = names;
        article.published = date.map(|date| DateStamp::new(date.clone(), Precision::Day, date));
        article.confidence = f64::from(confidence) / 100.0;
        let evidence = Evidence::new("value", Origin::Other("guess".into()), Vec::new(), article.confidence);
        article.evidence.insert("span".into(), vec![evidence]);
        if let Some(span) = article.blocks.first().map(|block| block.span) {
            article.quotes.push(Quote::new(QuoteKind::Direct, span, vec![span]));
        }
        let length = article.text.len() as u32;
        article.source_map =
            Some(vec![Run::from((0, length / 2, 7, length / 2)), Run::from((length / 2, length - length / 2, 1000, 5))].into());
        article
    })
}
