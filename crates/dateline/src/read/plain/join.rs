//! A run of lines in, the pieces of its words out: what stands between two lines becomes a space, nothing, or takes a hyphen with it.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::{Line, is_wide};
use super::outline::Piece;

/// Turns lines into pieces, knowing the words of the whole text.
pub(super) struct Joiner<'t> {
    text: &'t str,
    lines: &'t [Line],
    /// Lower-case words of the text with their inner hyphens; empty where no line ends with a hyphen.
    words: HashSet<String>,
    /// The text was set with words split at line ends, by the share of its lines that end so.
    splits: bool,
}

/// Beginnings that keep their hyphen: `non-` at a line's end was written with one.
const HYPHENATED: &[&str] = &[
    "non", "anti", "ex", "self", "multi", "so", "well", "long", "short", "pre", "post", "co", "semi", "half", "mid", "pro", "vice", "high",
    "low", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "full", "part", "all", "old", "new", "then", "cross",
    "once", "first", "second", "third", "far", "inter", "quasi", "state", "market", "year", "month", "day", "week", "dollar", "medium",
    "single", "double", "cease", "e", "x", "u",
];

/// Ends of words that are none by themselves.
const ENDINGS: &[&str] = &[
    "ment", "ments", "tion", "tions", "sion", "sions", "ing", "ings", "ly", "ness", "ence", "ance", "ity", "ities", "tive", "tional",
    "ers", "ted", "ting", "ung", "ungen", "keit", "heit", "lich", "ción", "mente", "dad",
];

/// Words before which a hanging hyphen stays: `short- and long-term`.
const SUSPENDING: &[&str] = &["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of", "og", "och"];

impl<'t> Joiner<'t> {
    /// For the lines of `text`.
    pub(super) fn new(text: &'t str, lines: &'t [Line]) -> Joiner<'t> {
        let mut words = HashSet::new();
        if lines.iter().any(|l| l.text(text).ends_with('-')) {
            let mut cut = false;
            for line in lines {
                // neither half of a word that was split is evidence
                let mut pieces = line.text(text).split_whitespace().skip(usize::from(cut)).peekable();
                cut = line.text(text).ends_with('-');
                while let Some(word) = pieces.next() {
                    if !(pieces.peek().is_none() && word.ends_with('-')) && word.len() <= 64 {
                        words.insert(word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
                    }
                }
            }
        }
        let hyphens =
            lines.iter().filter(|l| l.text(text).strip_suffix(['-', '‐']).is_some_and(|stem| stem.ends_with(char::is_alphabetic))).count();
        Joiner { text, lines, words, splits: hyphens >= 3 && hyphens * 25 >= lines.len() }
    }

    /// The pieces of the words from byte `from` of the run's first line to the end of its last.
    pub(super) fn pieces(&self, run: Range<usize>, from: usize) -> Vec<Piece> {
        let mut out: Vec<Piece> = Vec::new();
        let Some(lines) = self.lines.get(run) else { return out };
        for (i, line) in lines.iter().enumerate() {
            let start = if i == 0 { line.start.max(from) } else { line.start };
            if let (Some(before), Some(Piece::Verbatim(last))) = (i.checked_sub(1).and_then(|p| lines.get(p)), out.last_mut()) {
                let (cut, with) = self.seam(before, line);
                last.end -= cut.min(last.end - last.start);
                let seam = if with.is_empty() { last.end..line.start } else { self.first_blank(last.end..line.start) };
                if last.start == last.end {
                    out.pop();
                }
                if !seam.is_empty() {
                    out.push(Piece::Replaced(with, seam));
                }
            }
            if start < line.end {
                out.push(Piece::Verbatim(start..line.end));
            }
        }
        out
    }

    /// The first run of white space in a gap between two lines: a joined space comes from it alone, not from what is invisible
    /// before it nor from the quotation marks of a mail behind it.
    fn first_blank(&self, gap: Range<usize>) -> Range<usize> {
        let between = self.text.get(gap.clone()).unwrap_or_default();
        let Some(from) = between.find(char::is_whitespace) else { return gap };
        let length = between.get(from..).and_then(|rest| rest.find(|c: char| !c.is_whitespace())).unwrap_or(between.len() - from);
        gap.start + from..gap.start + from + length
    }

    /// How many bytes of the first line's end fall away, and what stands between the two lines.
    fn seam(&self, a: &Line, b: &Line) -> (usize, &'static str) {
        let (head, tail) = (a.text(self.text), b.text(self.text));
        let (Some(last), Some(first)) = (head.chars().next_back(), tail.chars().next()) else { return (0, " ") };
        if last == '\u{ad}' {
            return (last.len_utf8(), "");
        }
        if is_wide(last) && is_wide(first) {
            return (0, "");
        }
        if !matches!(last, '-' | '‐') || !first.is_alphanumeric() {
            return (0, " ");
        }
        let stem = head.get(..head.len() - last.len_utf8()).unwrap_or("");
        let stem = stem.rsplit(char::is_whitespace).next().unwrap_or("");
        let rest = tail.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let hangs = SUSPENDING.contains(&rest.to_lowercase().as_str()) && !tail.get(rest.len()..).is_some_and(|t| t.starts_with('-'));
        if stem.is_empty() || !stem.ends_with(char::is_alphanumeric) || hangs {
            return (0, " ");
        }
        if self.was_split(stem, rest, first) { (last.len_utf8(), "") } else { (0, "") }
    }

    /// The hyphen only marks that the word was split at the line's end.
    fn was_split(&self, stem: &str, rest: &str, first: char) -> bool {
        if !first.is_lowercase() || stem.len() > 64 || rest.len() > 64 || !stem.ends_with(char::is_alphabetic) {
            return false;
        }
        let stem = stem.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let rest = rest.to_lowercase();
        if self.words.contains(&format!("{stem}{rest}")) {
            return true;
        }
        if self.words.contains(&format!("{stem}-{rest}")) || stem.contains('-') || HYPHENATED.contains(&stem.as_str()) {
            return false;
        }
        if ENDINGS.contains(&rest.as_str()) {
            return true;
        }
        // two whole words of the text are a compound; what is no word on its own was cut, if this text cuts words
        self.splits && !(self.words.contains(&rest) && (rest.len() > 3 || self.words.contains(&stem)))
    }
}
