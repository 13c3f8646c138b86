//! Stretches of text in (paragraphs, items, cells), their sentences out.
//!
//! A scan for what can end a sentence, each decided by the word before it and the word behind it; nothing is looked at further away than a word. A sentence holds the
//! quote marks and brackets that close behind its full stop, and neither the white space before it nor that behind it. Sentences within quote marks are sentences.
//!
//! The crates that do this are sets of regular expressions after pySBD, not kept for years; what the English golden rules of pragmatic_segmenter ask for, and the
//! abbreviations of news, stands in `tests/rules/sentences.toml`.

mod abbreviation;
mod listing;

use self::{
    abbreviation::{Abbreviations, Stop},
    listing::Listing,
};
use super::Span;

/// The sentences of these stretches of a text, in order. What the words mean is taken from the language (a BCP 47 tag), English where it is not known.
pub(crate) fn sentences(text: &str, stretches: impl IntoIterator<Item = Span>, language: Option<&str>) -> Vec<Span> {
    let abbreviations = Abbreviations::of(language);
    let mut found = Vec::new();
    for stretch in stretches {
        if let Some(words) = text.get(stretch.range()) {
            let mut splitter = Splitter { text: words, abbreviations, offset: stretch.start, start: 0, found: &mut found };
            splitter.split();
        }
    }
    found
}

/// The bytes that may end a sentence, or begin a character that does.
const DECIDES: [bool; 256] = {
    let mut decides = [false; 256];
    let mut byte = 0x80;
    while byte < 256 {
        decides[byte] = true;
        byte += 1;
    }
    decides[b'.' as usize] = true;
    decides[b'!' as usize] = true;
    decides[b'?' as usize] = true;
    decides[b'\n' as usize] = true;
    decides
};

/// No word that is asked for is looked at any further than this, in bytes.
const LONGEST_WORD: usize = 48;

/// A clock at the very beginning ends no sentence: "At about 5 a.m. Mr. Smith left." In bytes.
const LONGEST_CLOCK: usize = 40;

struct Splitter<'t, 'f> {
    text: &'t str,
    abbreviations: &'static Abbreviations,
    /// Where the stretch begins in the text.
    offset: u32,
    /// Where the sentence begins that is being read.
    start: usize,
    found: &'f mut Vec<Span>,
}

impl Splitter<'_, '_> {
    fn split(&mut self) {
        let lines_are_items = lines_are_items(self.text);
        let opened = Listing::opened(self.text);
        let mut at = opened.as_ref().map_or(0, |(_, length)| *length);
        let mut listing = opened.map(|(listing, _)| listing);
        loop {
            at += self.passed(at, listing.is_some());
            let Some(c) = self.rest(at).chars().next() else { break };
            let next = at + c.len_utf8();
            if is_end(c) {
                let run = self.run(at);
                if let Some(end) = self.end_behind(at, &run) {
                    self.close(end);
                }
                at = run.end;
                continue;
            }
            if c == '\n' && (lines_are_items || !self.goes_on(next)) {
                self.close(at);
            } else if c.is_whitespace()
                && let Some(listing) = &mut listing
                && let Some(length) = listing.next_item(self.rest(next))
            {
                self.close(at);
                at = next + length;
                continue;
            }
            at = next;
        }
        self.close(self.text.len());
    }

    /// How many bytes from `at` on decide nothing: letters, and spaces where no list is counted.
    fn passed(&self, at: usize, listed: bool) -> usize {
        let decides = |byte: &u8| DECIDES[usize::from(*byte)] || (listed && matches!(byte, b' ' | b'\t'..=b'\r'));
        let bytes = self.text.as_bytes().get(at..).unwrap_or_default();
        bytes.iter().position(decides).unwrap_or(bytes.len())
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Ends the sentence at `end`; one without words is none.
    fn close(&mut self, end: usize) {
        let words = self.text.get(self.start..end).unwrap_or_default();
        let trimmed = words.trim();
        if !trimmed.is_empty() {
            let start = self.start + (words.len() - words.trim_start().len());
            self.found.push(Span::new(self.offset + start as u32, self.offset + (start + trimmed.len()) as u32));
        }
        let behind = self.rest(end);
        self.start = end + (behind.len() - behind.trim_start().len());
    }

    /// Whether a new line goes on with the sentence of the line before it.
    fn goes_on(&self, at: usize) -> bool {
        self.rest(at).chars().take(LONGEST_WORD).find(|c| !c.is_whitespace()).is_none_or(char::is_lowercase)
    }

    /// The end marks from `at` on: "!?", "...", ". . .".
    fn run(&self, at: usize) -> Run {
        let (mut end, mut dots, mut spaced, mut last) = (at, 0, false, '.');
        let mut chars = self.rest(at).char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            if is_end(c) {
                dots += u32::from(c == '.');
                (end, last) = (at + offset + c.len_utf8(), c);
            } else if c == ' ' && last == '.' && chars.peek().is_some_and(|(_, next)| *next == '.') {
                spaced = true;
            } else {
                break;
            }
        }
        Run { end, dots, spaced, last }
    }

    /// Where the sentence ends that these marks end; `None` where they end none.
    fn end_behind(&self, at: usize, run: &Run) -> Option<usize> {
        let behind = self.rest(run.end);
        let end = run.end + behind.len() - behind.trim_start_matches(is_closing).len();
        let after = self.rest(end);
        if is_wide(run.last) || after.trim_start().is_empty() {
            return Some(end);
        }
        if !after.starts_with(char::is_whitespace) {
            return (end == run.end && run.dots == 1 && self.is_run_together(at, after)).then_some(end);
        }
        let next = first_word(after);
        if !begins_a_sentence(next) {
            return None;
        }
        let before = self.word_before(at);
        let ends = match (run.last, run.dots) {
            ('.', 1) if run.end == at + 1 => self.stop_ends(at, before, next, end > run.end),
            // three with spaces or in brackets leave something out, a fourth ends the sentence
            ('.', 3) if run.spaced || self.text.get(..at).is_some_and(|before| before.ends_with(['[', '('])) => false,
            ('!', 0) => !self.abbreviations.exclaims(before),
            _ => true,
        };
        ends.then_some(end)
    }

    /// "world.Today": a full stop between a word and a capital, where a space was forgotten.
    fn is_run_together(&self, at: usize, after: &str) -> bool {
        let before = self.word_before(at);
        let plain = |word: &str| word.chars().all(char::is_alphabetic) || word.chars().all(|c| c.is_ascii_digit() || c == ',');
        let known = before.chars().last().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        let mut following = after.chars();
        let capital = following.next().is_some_and(char::is_uppercase) && following.next().is_some_and(char::is_alphabetic);
        let before = before.rsplit('.').next().unwrap_or_default();
        let mut word = after.chars().take(LONGEST_WORD);
        let sets_off = word.find(|c| c.is_whitespace() || matches!(c, '@' | '/' | '='));
        known && capital && before.len() > 1 && plain(before) && sets_off.is_some_and(char::is_whitespace)
    }

    /// The word that ends at `at`, quote marks and brackets before it left out.
    fn word_before(&self, at: usize) -> &str {
        let before = self.text.get(self.start..at).unwrap_or_default();
        let mut from = before.len();
        for c in before.chars().rev() {
            if c.is_whitespace()
                || matches!(c, '(' | '[' | '"' | '\u{201c}' | '\u{2018}' | '\u{2014}' | '/')
                || before.len() - from > LONGEST_WORD
            {
                break;
            }
            from -= c.len_utf8();
        }
        before.get(from..).unwrap_or_default()
    }

    /// Whether the single full stop at `at` ends the sentence, `before` and `next` being the words around it.
    fn stop_ends(&self, at: usize, before: &str, next: &str, closed: bool) -> bool {
        let starts = || self.abbreviations.starts(next);
        let said = self.text.get(self.start..at).unwrap_or_default().trim_start();
        // "1." and "a." at the very beginning count or name
        if said.len() == before.len() && (is_initial(before) || (before.len() <= 3 && before.bytes().all(|byte| byte.is_ascii_digit()))) {
            return before.is_empty();
        }
        match self.abbreviations.stop(before) {
            Some(Stop::Title) => false,
            Some(Stop::Numbered) => !next.starts_with(|c: char| c.is_ascii_digit()),
            Some(Stop::Either) => closed || starts(),
            Some(Stop::Clock) => !self.abbreviations.is_of_a_clock(next) && !self.opens_with_clock(said),
            None if is_initial(before) => match before {
                // the pronoun, where no name stands before it
                "I" => starts() || !self.name_before(at),
                _ => starts(),
            },
            None => true,
        }
    }

    /// "At 5 a.m." and nothing else so far.
    fn opens_with_clock(&self, said: &str) -> bool {
        said.len() <= LONGEST_CLOCK && !said.contains(',') && self.abbreviations.is_before_a_clock(first_word(said))
    }

    /// Whether the word before the one that ends at `at` has a capital.
    fn name_before(&self, at: usize) -> bool {
        let end = at.saturating_sub(self.word_before(at).len());
        let before = self.text.get(self.start..end).unwrap_or_default().trim_end();
        let word = self.word_before(self.start + before.len());
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    }
}

/// Marks that may end a sentence.
struct Run {
    end: usize,
    dots: u32,
    spaced: bool,
    last: char,
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '\u{2026}' | '\u{203c}' | '\u{2049}' | '\u{61f}' | '\u{6d4}') || is_wide(c)
}

/// Full stops of scripts that set no space behind them, and the danda: always an end.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{ff0e}' | '\u{964}')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | '\u{bb}' | ')' | ']' | '}' | '\u{300d}' | '\u{300f}' | '\u{ff09}' | '*' | '_')
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// The first word of what follows, without the marks before it.
fn first_word(after: &str) -> &str {
    let marks = after.char_indices().take(LONGEST_WORD).find(|(_, c)| c.is_alphanumeric());
    let opened = marks.and_then(|(at, _)| after.get(at..)).unwrap_or_default();
    let mut end = 0;
    for c in opened.chars() {
        if end > LONGEST_WORD || !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-' | '.')) {
            break;
        }
        end += c.len_utf8();
    }
    opened.get(..end).unwrap_or_default().trim_end_matches(['.', '-', '\'', '\u{2019}'])
}

/// Whether a sentence can begin with this word: not in lower case, but for the likes of "iPhone".
fn begins_a_sentence(word: &str) -> bool {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(first), second) if first.is_lowercase() => second.is_some_and(char::is_uppercase),
        (Some(_), _) => true,
        (None, _) => false,
    }
}

/// Lines of which none ends with a full stop are items, one and all, even in lower case.
fn lines_are_items(text: &str) -> bool {
    let lines = || text.lines().map(str::trim_end);
    lines().nth(2).is_some()
        && lines().all(|line| !line.is_empty() && line.len() < 60 && !line.ends_with(['.', '!', '?', ',', ':', ';', '-']))
}

#[cfg(test)]
mod tests;
