//! An article in, one `dateline/1` object out.
//!
//! The model's own serialisation gives the keys and their order; nothing is copied or built up besides. What depends on the options, the layout, the
//! `source` beside each `span` and whether there is a `source_map`, is decided by the [formatter](Layout) while the tokens go by.

use std::{
    fmt::{self, Write},
    io,
};

use serde::{Deserialize, Serialize};
use serde_json::ser::Formatter;

use crate::{
    model::{Article, SourceMap},
    stage::Renderer,
    text::Span,
};

/// Prints JSON of the schema `dateline/1`, which [`Article::from_json`] reads back.
///
/// The options:
///
/// * [`source_spans`](Self::source_spans): every object with a text `span` (blocks, items, cells, marks, the dateline, annotations, mentions, speakers,
///   cues) has a `source` right behind it, the list of byte ranges of the input that the words came from, and the article has its `source_map`. An
///   article that was read from JSON without its map prints neither, as its source is not known.
/// * [`indent`](Self::indent): one key a line, for people; or else the whole object on one line, as in JSON Lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Json {
    /// Whether the way back to the input is printed. Off by default.
    pub source_spans: bool,
    /// Whether keys stand on lines of their own. On by default.
    pub indent: bool,
}

impl Default for Json {
    fn default() -> Self {
        Self { source_spans: false, indent: true }
    }
}

impl Json {
    /// One object a line: JSON Lines.
    #[must_use]
    pub fn line() -> Self {
        Self { indent: false, ..Self::default() }
    }

    /// Prints the way back to the input, or not.
    #[must_use]
    pub fn with_source_spans(mut self, source_spans: bool) -> Self {
        self.source_spans = source_spans;
        self
    }
}

impl Renderer for Json {
    fn name(&self) -> &'static str {
        if self.indent { "json" } else { "jsonl" }
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        let map = article.source_map.as_ref().filter(|_| self.source_spans);
        let layout = Layout { map, indent: self.indent, ..Layout::default() };
        let mut serializer = serde_json::Serializer::with_formatter(Pieces(out), layout);
        article.serialize(&mut serializer).map_err(|_| fmt::Error)?;
        out.write_char('\n')
    }
}

/// A writer of strings as a writer of bytes: serde_json writes whole pieces of UTF-8.
struct Pieces<'w>(&'w mut dyn Write);

impl io::Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        self.0.write_str(piece).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the value that is being written belongs to, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Watched {
    #[default]
    Nothing,
    /// The value of a key `confidence`.
    Confidence,
    /// The value of a key `span`, nothing of it seen yet.
    Span,
    /// Its array, with the numbers seen so far.
    Numbers(u8, u32, u32),
    /// All of it.
    Seen(Span),
}

/// The layout of the output, and what is put in and left out on the way.
///
/// Arrays stand on the line they begin on, so that `"span": [0, 132]` and a source map do not fill pages.
#[derive(Debug, Default)]
struct Layout<'a> {
    /// Where `source` comes from; `None` leaves out it and the map.
    map: Option<&'a SourceMap>,
    indent: bool,
    /// How many objects are open.
    depth: usize,
    /// Whether the object that was written last has a key.
    has_keys: bool,
    /// A key of the article that has been begun but not written, since it may have to be left out: whether it is the first.
    held: Option<bool>,
    /// Whether what goes by is left out: the map where it was not asked for.
    muted: bool,
    watched: Watched,
}

impl Layout<'_> {
    fn line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        if self.indent {
            writer.write_all(b"\n")?;
            for _ in 0..self.depth {
                writer.write_all(b"  ")?;
            }
        }
        Ok(())
    }

    fn key_start<W: ?Sized + io::Write>(&self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.line(writer)
    }

    fn colon(&self) -> &'static [u8] {
        if self.indent { b": " } else { b":" }
    }

    fn comma(&self) -> &'static [u8] {
        if self.indent { b", " } else { b"," }
    }

    fn source<W: ?Sized + io::Write>(&self, writer: &mut W, map: &SourceMap, span: Span) -> io::Result<()> {
        self.key_start(writer, false)?;
        writer.write_all(b"\"source\"")?;
        writer.write_all(self.colon())?;
        writer.write_all(b"[")?;
        for (number, range) in map.source_spans(span).into_iter().enumerate() {
            if number > 0 {
                writer.write_all(self.comma())?;
            }
            writer.write_all(b"[")?;
            writer.write_all(range.start.to_string().as_bytes())?;
            writer.write_all(self.comma())?;
            writer.write_all(range.end.to_string().as_bytes())?;
            writer.write_all(b"]")?;
        }
        writer.write_all(b"]")
    }
}

impl Formatter for Layout<'_> {
    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.watched = Watched::Nothing;
        self.depth += 1;
        self.has_keys = false;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.has_keys {
            self.line(writer)?;
        }
        self.has_keys = true;
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.watched = Watched::Nothing;
        if self.depth == 1 {
            self.held = Some(first);
            return Ok(());
        }
        self.key_start(writer, first)
    }

    fn begin_string<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.held.is_some() { Ok(()) } else { writer.write_all(b"\"") }
    }

    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if let Some(first) = self.held.take() {
            self.muted = fragment == "source_map" && self.map.is_none();
            if !self.muted {
                self.key_start(writer, first)?;
                writer.write_all(b"\"")?;
            }
        }
        self.watched = match (fragment, self.map) {
            ("confidence", _) => Watched::Confidence,
            ("span", Some(_)) => Watched::Span,
            _ => Watched::Nothing,
        };
        if self.muted { Ok(()) } else { writer.write_all(fragment.as_bytes()) }
    }

    fn end_string<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.muted { Ok(()) } else { writer.write_all(b"\"") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.muted { Ok(()) } else { writer.write_all(self.colon()) }
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.has_keys = true;
        if self.depth == 1 {
            self.muted = false;
        }
        match (std::mem::take(&mut self.watched), self.map) {
            (Watched::Seen(span), Some(map)) => self.source(writer, map, span),
            _ => Ok(()),
        }
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.watched = if self.watched == Watched::Span { Watched::Numbers(0, 0, 0) } else { Watched::Nothing };
        if self.muted { Ok(()) } else { writer.write_all(b"[") }
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.watched = match self.watched {
            Watched::Numbers(2, start, end) => Watched::Seen(Span::new(start, end)),
            _ => Watched::Nothing,
        };
        if self.muted { Ok(()) } else { writer.write_all(b"]") }
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first || self.muted { Ok(()) } else { writer.write_all(self.comma()) }
    }

    fn write_u32<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: u32) -> io::Result<()> {
        if let Watched::Numbers(count, _, last) = self.watched {
            self.watched = Watched::Numbers(count.saturating_add(1), last, value);
        }
        if self.muted { Ok(()) } else { writer.write_all(value.to_string().as_bytes()) }
    }

    /// serde_json has no figure for what is not finite and writes `null`, which could not be read back: whoever is unsure to
    /// that degree is not sure at all.
    fn write_null<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(if self.watched == Watched::Confidence { b"0.0" } else { b"null" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Evidence, Mark, MarkKind, Origin, Quote, QuoteKind, Run, Speaker};

    fn article() -> Article {
        let mut article = Article { text: "caf\u{e9} \u{201c}tea\u{201d}".into(), confidence: 0.5, ..Article::default() };
        let mut block = Block::new(Span::new(0, 15), BlockKind::Paragraph);
        block.marks.push(Mark::new(MarkKind::Emphasis, Span::new(0, 5)));
        article.blocks.push(block);
        let mut quote = Quote::new(QuoteKind::Direct, Span::new(9, 12), vec![Span::new(9, 12)]);
        quote.speaker = Some(Speaker { name: "x".into(), span: None, person: None, resolved_by: None });
        quote.confidence = f64::NAN;
        article.quotes.push(quote);
        article.evidence.insert("span".into(), vec![Evidence::new("v", Origin::Text, Vec::new(), 0.25)]);
        article.source_map = Some(vec![Run::from((0, 3, 10, 3)), Run::from((3, 2, 13, 8)), Run::from((5, 10, 21, 10))].into());
        article
    }

    #[test]
    fn without_source_spans_there_is_no_trace_of_them() {
        let mut article = article();
        let line = Json::line().to_string(&article);
        assert!(line.ends_with("}\n") && line.matches('\n').count() == 1);
        assert!(!line.contains("source_map") && !line.contains("\"source\":[["), "{line}");
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value, serde_json::from_str::<serde_json::Value>(&Json::default().to_string(&article)).unwrap());
        article.source_map = None;
        article.quotes[0].confidence = 0.0;
        assert_eq!(Article::from_json(&line).unwrap(), article);
    }

    #[test]
    fn with_source_spans_each_span_has_its_source() {
        let mut article = article();
        for json in [Json::line(), Json::default()] {
            let printed = json.with_source_spans(true).to_string(&article);
            let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
            assert_eq!(value["blocks"][0]["source"], serde_json::json!([[10, 31]]));
            assert_eq!(value["blocks"][0]["marks"][0]["source"], serde_json::json!([[10, 21]]));
            assert_eq!(value["quotes"][0]["source"], serde_json::json!([[25, 28]]));
            assert_eq!(value["quotes"][0]["speaker"].get("source"), None);
            assert_eq!(value["evidence"].get("source"), None);
            assert_eq!(value["source_map"], serde_json::json!([[0, 3, 10, 3], [3, 2, 13, 8], [5, 10, 21, 10]]));
            let read = Article::from_json(&printed).unwrap();
            article.quotes[0].confidence = 0.0;
            assert_eq!(read, article);
        }
        let line = Json::line().with_source_spans(true).to_string(&article);
        assert!(
            line.contains(
                r#"{"kind":"paragraph","span":[0,15],"source":[[10,31]],"marks":[{"kind":"emphasis","span":[0,5],"source":[[10,21]]}]}"#
            ),
            "{line}"
        );
    }

    #[test]
    fn an_article_without_its_map_prints_no_source() {
        let article = Article { source_map: None, ..article() };
        let printed = Json::line().with_source_spans(true).to_string(&article);
        assert!(!printed.contains("\"source\":[[") && !printed.contains("source_map"));
    }

    #[test]
    fn compact_is_what_serde_prints() {
        let article = Article { source_map: None, quotes: Vec::new(), ..article() };
        assert_eq!(Json::line().to_string(&article).trim_end(), serde_json::to_string(&article).unwrap());
    }

    #[test]
    fn arrays_stand_on_their_line() {
        let printed = Json::default().to_string(&article());
        assert!(printed.starts_with("{\n  \"schema\": \"dateline/1\",\n  \"offsets\": \"utf-8\",\n"), "{printed}");
        assert!(printed.contains("\n  \"blocks\": [{\n    \"kind\": \"paragraph\",\n    \"span\": [0, 15],\n"), "{printed}");
        assert!(printed.contains("\n  \"tags\": [],\n"), "{printed}");
        assert!(printed.ends_with("\n  \"diagnostics\": []\n}\n"), "{printed}");
    }
}
