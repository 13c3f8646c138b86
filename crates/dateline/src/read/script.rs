//! The words of a page that only a script would show: the longest text among the string literals of its scripts.
//!
//! Pages that are drawn by scripts carry their article as data: as `articleBody` of a schema.org node, or somewhere in the state of a framework, as HTML or as plain lines. Where
//! a page shows next to nothing, the longest literal that reads like sentences is hung into the tree, each of its words with the way back through the escapes to the page.

use dateline_html::{Builder, LimitHit, Located, NodeKind, Options, Tag, Tree};
use memchr::memchr2;

/// Shorter literals (in bytes) are headlines, descriptions, labels.
const SHORTEST: usize = 400;

/// Longer ones are no article: so a page of escapes costs no more than it should.
const LONGEST: usize = 4 << 20;

/// Literals that a literal holds are looked for as well: state is often handed on as text.
const NESTED: usize = 2;

/// Hangs the longest text among the page's string literals into its tree, if one reads like an article; gives the limits that were met on the way, or `None` where there is no
/// such text. What the page itself has left of the limit of nodes is all that the text may have.
pub(super) fn add_text(tree: &mut Tree<'_>, options: &Options) -> Option<Vec<LimitHit>> {
    let text = longest(tree)?;
    let mut options = options.clone();
    options.max_nodes = options.max_nodes.saturating_sub(u32::try_from(tree.len()).unwrap_or(u32::MAX));
    let (inner, hit) = if text.words.contains('<') {
        let inner = dateline_html::parse(&text.words, &options);
        let hit = inner.limits_hit().to_vec();
        (inner, hit)
    } else {
        paragraphs(&text.words, options.max_nodes)
    };
    tree.add_fragment_below_body(&inner, &mut |range, located| text.locate(range, located));
    Some(hit)
}

fn longest(tree: &Tree<'_>) -> Option<Text> {
    let mut best: Option<(usize, Text)> = None;
    for script in tree.descendants(tree.root()).filter(|&node| tree.tag(node) == Tag::Script) {
        for node in tree.children(script).filter(|&node| tree.kind(node) == NodeKind::Text) {
            for piece in tree.pieces(node).filter(|piece| piece.verbatim) {
                let whole = Text::verbatim(piece.text, piece.source.start);
                look(&whole, 0, &mut best);
            }
        }
    }
    best.map(|(_, text)| text)
}

/// Looks for the literals of a text, and for those in them.
fn look(text: &Text, depth: usize, best: &mut Option<(usize, Text)>) {
    for literal in literals(&text.words).filter(|literal| (SHORTEST..LONGEST).contains(&literal.len())) {
        let words = text.unescaped(literal);
        let length = readable(&words.words);
        if best.as_ref().is_none_or(|(most, _)| length > *most) && length >= SHORTEST / 2 {
            *best = Some((length, words));
        } else if depth + 1 < NESTED && words.words.contains('"') {
            look(&words, depth + 1, best);
        }
    }
}

/// The string literals between double quotes, quotes left out.
fn literals(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let next = move |mut at: usize| loop {
        let found = at + memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes.get(found) == Some(&b'"') {
            return Some(found);
        }
        at = found + 2;
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next(at)? + 1;
        let end = next(start)?;
        at = end + 1;
        Some(start..end)
    })
}

/// How many bytes of a text can be read as sentences; nothing of what is data or code.
fn readable(text: &str) -> usize {
    let (mut length, mut stops, mut signs, mut in_tag) = (0, 0, 0, false);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if in_tag => continue,
            '{' | '}' | '[' | ']' | ';' | '=' | '|' | '_' | '\\' | '"' => signs += 1,
            '\u{3002}' => stops += 1,
            _ if c.is_whitespace() => stops += usize::from(matches!(last, '.' | '!' | '?')),
            _ => length += c.len_utf8(),
        }
        last = c;
    }
    let is_text = stops >= 3 && signs * 30 < length && length < stops * 1500;
    if is_text { length } else { 0 }
}

/// Lines as paragraphs, of two nodes each.
fn paragraphs(text: &str, most_nodes: u32) -> (Tree<'_>, Vec<LimitHit>) {
    let mut builder = Builder::new(text);
    let (mut start, mut left, mut hit) = (0, most_nodes / 2, Vec::new());
    for line in text.split_inclusive('\n') {
        let range = start as u32..(start + line.len()) as u32;
        start += line.len();
        if !line.trim().is_empty() {
            if left == 0 {
                hit.push(LimitHit::Nodes);
                break;
            }
            left -= 1;
            builder.open(Tag::P, range.clone());
            builder.text(range);
            builder.close();
        }
    }
    (builder.finish(), hit)
}

/// Words that were taken out of a page's script, with the way back.
struct Text {
    words: String,
    /// What the words are made of, in order: stretches of the page, and escapes, which are longer than what they stand for.
    runs: Vec<Located>,
}

impl Text {
    fn verbatim(words: &str, start: u32) -> Self {
        let length = words.len() as u32;
        Self { words: words.to_owned(), runs: vec![Located { inner: 0..length, outer: start..start + length }] }
    }

    /// A literal of it without its escapes.
    fn unescaped(&self, literal: std::ops::Range<usize>) -> Self {
        let mut text = Self { words: String::new(), runs: Vec::new() };
        let (mut at, end) = (literal.start, literal.end);
        while at < end {
            let rest = self.words.get(at..end).unwrap_or_default();
            let plain = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
            text.push(self, rest.get(..plain).unwrap_or_default(), at..at + plain);
            at += plain;
            if at < end {
                let (c, length) = escape(rest.get(plain..).unwrap_or_default());
                text.push(self, c.encode_utf8(&mut [0; 4]), at..at + length);
                at += length;
            }
        }
        text
    }

    /// Appends words that stand for a stretch of another text.
    fn push(&mut self, outer: &Self, words: &str, range: std::ops::Range<usize>) {
        if words.is_empty() {
            return;
        }
        let start = self.words.len() as u32;
        self.words.push_str(words);
        let inner = start..self.words.len() as u32;
        let mut located = Vec::new();
        outer.locate(range.start as u32..range.end as u32, &mut located);
        if words.len() == range.len() {
            let moved = |part: Located| Located {
                inner: part.inner.start - range.start as u32 + start..part.inner.end - range.start as u32 + start,
                outer: part.outer,
            };
            self.runs.extend(located.into_iter().map(moved));
        } else {
            let (first, last) = (located.first().map_or(0, |part| part.outer.start), located.last().map_or(0, |part| part.outer.end));
            self.runs.push(Located { inner, outer: first..last });
        }
    }

    /// What a stretch of the words is made of.
    fn locate(&self, range: std::ops::Range<u32>, located: &mut Vec<Located>) {
        let first = self.runs.partition_point(|run| run.inner.end <= range.start);
        for run in self.runs.iter().skip(first).take_while(|run| run.inner.start < range.end) {
            let is_verbatim = run.inner.len() == run.outer.len();
            let (before, after) =
                if is_verbatim { (range.start.saturating_sub(run.inner.start), run.inner.end.saturating_sub(range.end)) } else { (0, 0) };
            located.push(Located {
                inner: run.inner.start + before..run.inner.end - after,
                outer: run.outer.start + before..run.outer.end - after,
            });
        }
    }
}

/// The character of an escape at the front of a text, and the escape's length. What is no escape stands for itself.
fn escape(text: &str) -> (char, usize) {
    let hex =
        |at: usize| text.get(at..at + 4).filter(|_| text.get(at - 2..at) == Some("\\u")).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    match text.as_bytes().get(1) {
        Some(b'n' | b'r') => ('\n', 2),
        Some(b't' | b'b' | b'f') => (' ', 2),
        Some(b'u') => match (hex(2), hex(8)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                (char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}'), 12)
            }
            (Some(unit), _) => (char::from_u32(unit).unwrap_or('\u{fffd}'), 6),
            (None, _) => ('u', 2),
        },
        Some(_) => {
            let c = text.chars().nth(1).unwrap_or('\\');
            (c, 1 + c.len_utf8())
        }
        None => ('\\', 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_lead_back() {
        let source = r#"x = {"a": "one \u003cp\u003etwo \"three\" \ud83d\ude00\n"};"#;
        let whole = Text::verbatim(source, 100);
        let literal = literals(source).nth(1).unwrap();
        let text = whole.unescaped(literal);
        assert_eq!(text.words, "one <p>two \"three\" \u{1f600}\n");
        let mut located = Vec::new();
        let at = text.words.find("three").unwrap() as u32;
        text.locate(at..at + 5, &mut located);
        let outer = located[0].outer.clone();
        assert_eq!(&source[outer.start as usize - 100..outer.end as usize - 100], "three");
    }

    #[test]
    fn data_is_not_read() {
        assert_eq!(readable(&"{\"a\": 1, \"b\": [2, 3]}; ".repeat(50)), 0);
        assert!(readable(&"The cow left its meadow. It went to town. ".repeat(20)) > 400);
    }
}
