//! A stretch of text with its marks in, Markdown that reads as the same words out.
//!
//! Whatever a parser would take for markup is escaped, by a backslash or as a numeric character reference; HTML is never written. What
//! Markdown cannot say without HTML is left out: sub- and superscript, and emphasis in places where its delimiters would not be read
//! as such. The words always stay.

use std::collections::HashSet;

use super::emphasis::{closes, fit, is_delimited, may_close, opens};
use crate::{
    model::Mark,
    render::inline::{Event, Marks, Style},
    text::Span,
};

/// Where the words stand, which decides what has to be escaped and whether lines can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A paragraph or a list item: line breaks are kept.
    Paragraph,
    /// A heading, which is one line.
    Heading,
    /// A cell of a table, which is one line without bars.
    Cell,
}

/// How often the delimiters are looked at again after some had to be left out; then all go.
const PASSES: usize = 4;

/// The marks of a block that Markdown has a notation for.
pub(super) fn marks<'a>(text: &'a str, marks: &'a [Mark]) -> Marks<'a> {
    Marks::new(text, marks, |style| !matches!(style, Style::Subscript | Style::Superscript))
}

/// The words of a stretch of the article's text; lines are parted by `\n`.
pub(super) fn inline(text: &str, marks: &Marks<'_>, span: Span, place: Place) -> String {
    let unit = (span.start as usize, span.end as usize);
    let events = marks.events(span, |stretch| fit(text, unit, stretch));
    let mut dropped = HashSet::new();
    for _ in 0..PASSES {
        let mut writer = Writer::new(place);
        writer.events(&events, &dropped);
        let failed = writer.failed();
        if failed.is_empty() {
            return writer.finish();
        }
        dropped.extend(failed);
    }
    let mut writer = Writer::new(place);
    let all = (0..events.len()).collect();
    writer.events(&events, &all);
    writer.finish()
}

/// Words without marks: a caption, a title.
pub(super) fn plain(words: &str, place: Place) -> String {
    let mut writer = Writer::new(place);
    writer.lines(words);
    writer.finish()
}

/// One link whose words are these.
pub(super) fn link(words: &str, address: &str) -> String {
    let mut writer = Writer::new(Place::Heading);
    writer.syntax("[");
    writer.lines(words);
    writer.close_link(address);
    writer.finish()
}

/// A delimiter that has been written, and the event that opened its mark.
struct Delimiter {
    at: usize,
    sign: &'static str,
    opens: bool,
    mark: usize,
}

impl Delimiter {
    fn char(&self) -> Option<u8> {
        self.sign.bytes().next()
    }
}

struct Writer {
    out: String,
    place: Place,
    /// Where the current line begins in `out`.
    line: usize,
    delimiters: Vec<Delimiter>,
    /// Code that has not been written yet.
    code: String,
}

impl Writer {
    fn new(place: Place) -> Self {
        Self { out: String::new(), place, line: 0, delimiters: Vec::new(), code: String::new() }
    }

    fn events(&mut self, events: &[Event<'_>], dropped: &HashSet<usize>) {
        let mut open: Vec<usize> = Vec::new();
        let mut in_code = false;
        let last_words = events.iter().rposition(|event| matches!(event, Event::Text(_))).unwrap_or_default();
        for (index, event) in events.iter().enumerate() {
            match event {
                Event::Text(text) if in_code => self.code.push_str(text),
                Event::Text(text) => self.words(text, events.get(index + 1).is_some_and(|next| *next != Event::Break)),
                Event::Break => self.line_break(index < last_words),
                Event::Open(style, _) => {
                    open.push(index);
                    match style {
                        Style::Link => self.syntax("["),
                        Style::Code => in_code = true,
                        style => self.delimiter(*style, true, index, dropped),
                    }
                }
                Event::Close(style, address) => {
                    let Some(mark) = open.pop() else { continue };
                    match style {
                        Style::Link => self.close_link(address),
                        Style::Code => in_code = false,
                        style => self.delimiter(*style, false, mark, dropped),
                    }
                }
            }
        }
    }

    /// Words that may hold line breaks.
    fn lines(&mut self, words: &str) {
        let mut lines = words.trim_end_matches('\n').split('\n').peekable();
        while let Some(line) = lines.next() {
            self.words(line, false);
            if lines.peek().is_some() {
                self.line_break(true);
            }
        }
    }

    /// Words of one line; `joined` where something other than a line break follows them.
    fn words(&mut self, words: &str, joined: bool) {
        self.end_code();
        let mut rest = words.chars();
        while let Some(c) = rest.next() {
            let next = rest.clone().next();
            match c {
                '\0' => self.out.push(char::REPLACEMENT_CHARACTER),
                '\r' | '\u{b}' | '\u{c}' => self.reference(c),
                ' ' | '\t' if self.out.len() == self.line => self.reference(c),
                '|' if self.place == Place::Cell => self.reference(c),
                _ if c.is_ascii_punctuation() && self.is_markup(c, next, rest.as_str(), joined) => self.out.extend(['\\', c]),
                _ => self.out.push(c),
            }
        }
    }

    /// Whether a punctuation mark would be read as anything but itself here.
    fn is_markup(&self, c: char, next: Option<char>, rest: &str, joined: bool) -> bool {
        let before = self.out.chars().next_back();
        match c {
            '\\' | '`' | '*' | '[' | ']' | '~' => return true,
            '_' => return !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
            '<' => return next.map_or(joined, |next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => return is_reference(rest, joined),
            // before a link it would make a picture of it
            '!' if next.is_none() => return joined,
            // a footnote
            '^' => return before == Some('['),
            _ => {}
        }
        self.place == Place::Paragraph && self.begins_block(c, next)
    }

    /// Whether a punctuation mark would make something other than a paragraph of the line that it begins.
    fn begins_block(&self, c: char, next: Option<char>) -> bool {
        let line = self.out.get(self.line..).unwrap_or_default();
        let alone = next.is_none_or(|next| next.is_whitespace());
        match c {
            '.' | ')' => alone && (1..=9).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit()),
            '#' | '>' | '=' | '|' => line.is_empty(),
            '-' | '+' | ':' => line.is_empty() && !next.is_some_and(char::is_alphanumeric),
            _ => false,
        }
    }

    /// A character that only stands as a number.
    fn reference(&mut self, c: char) {
        self.out.push_str("&#");
        self.out.push_str(&u32::from(c).to_string());
        self.out.push(';');
    }

    /// A line break; `goes_on` where words follow.
    fn line_break(&mut self, goes_on: bool) {
        self.end_code();
        if self.place != Place::Paragraph {
            return self.words(" ", true);
        }
        if goes_on {
            self.end_line();
            self.out.push_str("\\\n");
            self.line = self.out.len();
        } else {
            self.reference('\n');
        }
    }

    /// White space at the end of a line would be cut off.
    fn end_line(&mut self) {
        if let Some(c) = self.out.chars().next_back().filter(|c| matches!(c, ' ' | '\t')) {
            self.out.pop();
            self.reference(c);
        }
    }

    fn syntax(&mut self, syntax: &str) {
        self.end_code();
        self.out.push_str(syntax);
    }

    fn close_link(&mut self, address: &str) {
        self.syntax("](");
        let mut rest = address.chars();
        while let Some(c) = rest.next() {
            match c {
                '|' => self.out.push_str("%7C"),
                '(' | ')' | '\\' => self.out.extend(['\\', c]),
                '&' if is_reference(rest.as_str(), true) => self.out.push_str("\\&"),
                _ => self.out.push(c),
            }
        }
        self.out.push(')');
    }

    /// Writes the code that has been gathered: all of a stretch at once, since two code spans side by side would be read as none.
    fn end_code(&mut self) {
        if self.code.is_empty() {
            return;
        }
        let code = std::mem::take(&mut self.code);
        if code.trim().is_empty() || (self.place == Place::Cell && code.contains('|')) {
            return self.words(&code, true);
        }
        let code = code.replace('\r', " ").replace('\0', "\u{fffd}");
        let fence = fence(&code, 1);
        let is_padded = code.starts_with('`') || code.ends_with('`') || (code.starts_with(' ') && code.ends_with(' '));
        let pad = if is_padded { " " } else { "" };
        self.out.extend([&fence, pad, &code, pad, &fence]);
    }

    fn delimiter(&mut self, style: Style, opens: bool, mark: usize, dropped: &HashSet<usize>) {
        if !is_delimited(style) || dropped.contains(&mark) {
            return;
        }
        self.end_code();
        let sign = match style {
            Style::Emphasis => "*",
            Style::Strong => "**",
            _ => "~~",
        };
        self.delimiters.push(Delimiter { at: self.out.len(), sign, opens, mark });
        self.out.push_str(sign);
    }

    /// The marks whose delimiters would not be read as such, or not as theirs.
    fn failed(&mut self) -> HashSet<usize> {
        self.end_code();
        let touch = |one: &Delimiter, next: &Delimiter| one.at + one.sign.len() == next.at && one.char() == next.char();
        let mut failed = HashSet::new();
        // the marks that are open, with the lengths of the runs that opened them
        let mut open: Vec<(usize, usize)> = Vec::new();
        for run in self.delimiters.chunk_by(touch) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let end = last.at + last.sign.len();
            let length = end - first.at;
            let before = self.out.get(..first.at).and_then(|out| out.chars().next_back());
            let after = self.out.get(end..).and_then(|out| out.chars().next());
            let opened = run.iter().filter(|delimiter| delimiter.opens).map(|delimiter| delimiter.mark);
            open.retain(|(mark, _)| run.iter().all(|delimiter| delimiter.mark != *mark));
            if run.iter().any(|delimiter| if delimiter.opens { !opens(before, after) } else { !closes(before, after) }) {
                failed.extend(run.iter().map(|delimiter| delimiter.mark));
            } else if first.opens != last.opens && !is_safe_turn(run) {
                failed.extend(opened);
            } else if first.char() == Some(b'*') {
                let may_be_closed = may_close(before, after) && open.iter().any(|&(_, opener)| !rule_of_three(opener, length));
                if may_be_closed {
                    failed.extend(opened.clone());
                }
                open.extend(opened.map(|mark| (mark, length)));
            }
        }
        failed
    }

    fn finish(mut self) -> String {
        self.end_code();
        self.end_line();
        if self.place == Place::Heading {
            // number signs behind a space would be taken for the heading's end
            let words = self.out.trim_end_matches('#');
            if words.len() < self.out.len() && (words.is_empty() || words.ends_with([' ', '\t'])) {
                self.out.insert(self.out.len() - 1, '\\');
            }
        }
        self.out
    }
}

/// Whether a run that closes one mark and opens another is read so: one of one sign and one of two, which the standard's rule of three keeps apart.
fn is_safe_turn(run: &[Delimiter]) -> bool {
    matches!(run, [first, last] if !first.opens && last.opens && first.sign.len() + last.sign.len() == 3)
}

/// Whether the standard keeps a run that could both open and close from closing what a run of another length opened.
fn rule_of_three(opener: usize, closer: usize) -> bool {
    (opener + closer).is_multiple_of(3) && !(opener.is_multiple_of(3) && closer.is_multiple_of(3))
}

/// Whether what stands behind an ampersand makes a character reference of it, or might with what follows.
fn is_reference(rest: &str, joined: bool) -> bool {
    let name = rest.trim_start_matches('#');
    match name.bytes().take(64).position(|byte| !byte.is_ascii_alphanumeric()) {
        Some(end) => end > 0 && name.as_bytes().get(end) == Some(&b';'),
        None => joined && name.len() < 64,
    }
}

/// Grave accents, one more than stand together anywhere in the code, and at least so many.
pub(super) fn fence(code: &str, least: usize) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}
