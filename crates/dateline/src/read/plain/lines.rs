//! A text in, its lines that are not blank out, each with what the reflow needs to know of its two ends.

use crate::grammar::dateline;

/// Lines at the top among which datelines, bylines and dates are looked for.
pub(super) const HEAD: usize = 16;

/// Deeper quotations of quotations are not told apart.
const DEEPEST: u8 = 20;

/// A line that is not blank, its white space trimmed. Positions are bytes, widths columns (East Asian characters two).
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// First byte of its words.
    pub(super) start: usize,
    /// One past their last byte.
    pub(super) end: usize,
    /// Columns of white space before them.
    pub(super) indent: u16,
    /// Columns of the words.
    pub(super) width: u16,
    /// Columns of the first word: what would have had to fit on the line before.
    pub(super) first_word: u16,
    /// Blank lines before it.
    pub(super) blanks: u16,
    /// Depth of e-mail quoting.
    pub(super) quoted: u8,
    /// How it ends.
    pub(super) ending: Ending,
    /// How it begins.
    pub(super) opening: Opening,
    /// All its letters are capitals.
    pub(super) capitals: bool,
    /// It holds a run of three spaces or a tab: columns of a table.
    pub(super) columns: bool,
    /// A dateline opens it: one of the first lines does.
    pub(super) opener: bool,
    /// Quotation marks: often rewritten after the text was wrapped, so that the line may once have been narrower by so many columns.
    pub(super) marks: u8,
    /// It reads as a row of results: `Net 1.2 mln vs 1.1 mln`.
    pub(super) row: bool,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With the end of a sentence.
    Sentence,
    /// With a full stop that may be an abbreviation's.
    Abbreviation,
    /// With a colon.
    Colon,
    /// With a comma, a hyphen, an opening bracket, an article, a preposition: the sentence goes on.
    Open,
    /// With a word.
    Word,
}

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// With a small letter, or punctuation that belongs to what went before.
    Small,
    /// With a capital.
    Capital,
    /// With a letter of a script that has no case.
    Uncased,
    /// With a digit or a sign.
    Figure,
    /// With a quotation mark or a bracket that opens.
    Quote,
    /// With the mark of a list item.
    Bullet,
}

impl Line {
    /// The words.
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Words after which no paragraph ends.
const OPEN_WORDS: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "by", "for", "from", "with", "that", "as", "its", "their", "his", "her",
    "is", "was", "were", "are", "has", "have", "had", "be", "been", "into", "than", "but", "which", "who", "will", "would", "der", "die",
    "das", "den", "dem", "des", "und", "oder", "von", "im", "ein", "eine", "le", "la", "les", "du", "et", "un", "une", "el", "los", "las",
    "y", "o", "que", "del", "il", "di", "e", "che", "da", "em", "no", "na", "и", "в", "на", "с", "по",
];

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "st", "vs", "rev", "hon", "pres", "adm", "no",
    "jan", "feb", "aug", "sept", "oct", "nov", "dec", "fig", "e.g", "i.e", "cf", "etc", "bzw", "z.b", "sr", "sra", "mt", "ft",
];

/// Sentence ends of the scripts that news is written in.
const SENTENCE_ENDS: &[char] = &['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '．', '‽'];

/// Marks that may stand behind a sentence's end.
const CLOSERS: &[char] = &['"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '）', '〉', '》', '*'];

/// The lines of `text`. Every line break that Unicode has counts, and a CR LF as one.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut blanks) = (0, 0u16);
    let mut chars = text.char_indices().peekable();
    let mut push = |lines: &mut Vec<Line>, from: usize, to: usize| match line(text, from, to, blanks) {
        Some(line) => {
            lines.push(line);
            blanks = 0;
        }
        None => blanks = blanks.saturating_add(1),
    };
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        push(&mut lines, start, at);
        start = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(_, n)| *n == '\n').is_some() {
            start += 1;
        }
        if c == '\u{2029}' {
            push(&mut lines, start, start);
        }
    }
    push(&mut lines, start, text.len());
    unquote(&mut lines);
    for line in lines.iter_mut().take(HEAD) {
        line.opener = dateline::recognise(line.text(text)).is_some();
    }
    lines
}

/// Where every line is quoted, the text itself was: what all share is no quotation within it.
fn unquote(lines: &mut [Line]) {
    let shared = lines.iter().map(|l| l.quoted).min().unwrap_or(0);
    for line in lines {
        line.quoted -= shared;
    }
}

/// White space, and what is invisible in pasted text.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{0}')
}

/// One line; `None` where it is blank.
fn line(text: &str, from: usize, to: usize, blanks: u16) -> Option<Line> {
    let raw = text.get(from..to)?;
    let mut body = raw.trim_start_matches(is_blank);
    let mut indent = columns_of(raw.get(..raw.len() - body.len())?);
    let mut quoted = 0u8;
    // `> > words`, but neither `>words` alone, nor an arrow
    while let Some(rest) = body.strip_prefix('>') {
        if !(rest.is_empty() || rest.starts_with([' ', '\t', '>'])) {
            break;
        }
        quoted = (quoted + 1).min(DEEPEST);
        body = rest.trim_start_matches(is_blank);
        indent = columns_of(rest.get(..rest.len() - body.len())?);
    }
    let words = body.trim_end_matches(is_blank);
    if words.is_empty() {
        return None;
    }
    let start = to - body.len();
    let first = words.chars().next()?;
    let first_word = match words.split(char::is_whitespace).next() {
        Some(word) if !is_wide(first) => width(word),
        _ => 2,
    };
    Some(Line {
        start,
        end: start + words.len(),
        indent,
        width: width(words),
        first_word,
        blanks,
        quoted,
        ending: ending(words),
        opening: opening(words),
        capitals: in_capitals(words),
        columns: words.contains("   ") || words.contains('\t'),
        marks: words.chars().filter(|c| matches!(c, '"' | '“' | '”')).take(9).count() as u8,
        opener: false,
        row: is_row(words),
    })
}

/// Columns of white space; a tab leads to the next multiple of eight.
fn columns_of(space: &str) -> u16 {
    space.chars().fold(0u16, |n, c| match c {
        '\t' => n.saturating_add(8) / 8 * 8,
        '\u{3000}' => n.saturating_add(2),
        '\u{feff}' | '\u{200b}' | '\u{0}' => n,
        _ => n.saturating_add(1),
    })
}

/// Columns that a string takes, saturating.
pub(super) fn width(words: &str) -> u16 {
    if words.is_ascii() {
        return u16::try_from(words.len()).unwrap_or(u16::MAX);
    }
    words.chars().fold(0u16, |n, c| {
        n.saturating_add(match c {
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => 0,
            c if is_wide(c) => 2,
            _ => 1,
        })
    })
}

/// Chinese and Japanese characters: two columns wide, and joined without a space. (Hangul is as wide but has spaces.)
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303e}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
}

/// The last word, lower case, without the marks around it.
fn last_word(words: &str) -> String {
    let start = words.char_indices().rev().take(24).find(|(_, c)| c.is_whitespace()).map_or(0, |(i, c)| i + c.len_utf8());
    let word = words.get(start..).unwrap_or("");
    let word = if word.len() > 96 { "" } else { word };
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim_end_matches('.').to_lowercase()
}

fn ending(words: &str) -> Ending {
    let body = words.trim_end_matches(CLOSERS);
    let Some(last) = body.chars().next_back() else { return Ending::Word };
    match last {
        '.' if body.ends_with("...") => Ending::Sentence,
        '.' => {
            let word = last_word(body);
            let initials = word.len() == 1 || word.contains('.') && word.split('.').all(|p| p.chars().count() <= 2);
            if (initials && word.chars().any(char::is_alphabetic)) || ABBREVIATIONS.contains(&word.as_str()) {
                Ending::Abbreviation
            } else {
                Ending::Sentence
            }
        }
        c if SENTENCE_ENDS.contains(&c) => Ending::Sentence,
        ':' | '：' => Ending::Colon,
        ',' | ';' | '-' | '–' | '—' | '(' | '[' | '/' | '&' | '、' | '，' | '；' | '،' | '“' | '„' | '«' | '\u{ad}' => {
            Ending::Open
        }
        _ if OPEN_WORDS.contains(&last_word(words).as_str()) => Ending::Open,
        _ => Ending::Word,
    }
}

fn opening(words: &str) -> Opening {
    if mark(words).is_some() {
        return Opening::Bullet;
    }
    let mut chars = words.chars();
    let Some(first) = chars.next() else { return Opening::Figure };
    match first {
        '"' | '\'' | '“' | '”' | '‘' | '„' | '«' | '»' | '‹' | '(' | '[' | '`' | '「' | '『' | '（' | '¿' | '¡' | '<' => {
            match chars.find(|c| c.is_alphanumeric()) {
                Some(c) if c.is_lowercase() => Opening::Small,
                // what stands in brackets explains what went before more often than it opens a paragraph
                _ if matches!(first, '(' | '[') => Opening::Figure,
                _ => Opening::Quote,
            }
        }
        ',' | ';' | ':' | ')' | ']' | '.' | '!' | '?' | '%' | '、' | '。' | '，' => Opening::Small,
        c if c.is_lowercase() => Opening::Small,
        c if c.is_uppercase() => Opening::Capital,
        c if c.is_alphabetic() => Opening::Uncased,
        _ => Opening::Figure,
    }
}

/// The mark that opens a list item: its length with the white space behind it, and whether it counts.
pub(super) fn mark(words: &str) -> Option<(usize, bool)> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    let behind = |at: usize| {
        let rest = words.get(at..)?;
        let trimmed = rest.trim_start();
        (rest.len() > trimmed.len() && !trimmed.is_empty()).then(|| words.len() - trimmed.len())
    };
    match first {
        '•' | '◦' | '‣' | '▪' | '●' | '○' | '■' | '▶' | '►' => behind(first.len_utf8()).map(|at| (at, false)),
        '-' | '*' | '+' | '–' | '·' => {
            let at = behind(first.len_utf8())?;
            // a dash between two figures of a table is none
            words
                .get(at..)?
                .chars()
                .next()
                .is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '“' | '\'' | '<' | '$'))
                .then_some((at, false))
        }
        '0'..='9' => {
            let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let close = words.get(digits..)?.chars().next().filter(|c| matches!(c, '.' | ')'))?;
            (digits <= 2).then(|| behind(digits + close.len_utf8()))?.map(|at| (at, true))
        }
        '(' => {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            (matches!(digits, 1 | 2) && rest.get(digits..)?.starts_with(')')).then(|| behind(digits + 2))?.map(|at| (at, true))
        }
        _ => None,
    }
}

/// Figures set against figures: `Net profit 1.2 mln vs loss 1.1 mln`, but no sentence that compares them.
fn is_row(words: &str) -> bool {
    let Some((before, after)) = words.split_once(" vs ") else { return false };
    let figure = |s: &str| {
        s.contains(|c: char| c.is_ascii_digit())
            || ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "nil"].iter().any(|n| s.split(' ').any(|w| w == *n))
    };
    words.len() <= 100
        && figure(before)
        && figure(after)
        && after.split_whitespace().count() <= 6
        && !after.ends_with('.')
        && !after.contains(", ")
        && words.starts_with(char::is_alphabetic)
        && words.split(' ').next().is_some_and(|first| !OPEN_WORDS.contains(&first))
}

/// Capitals alone, and enough of them to be no acronym at a paragraph's end.
fn in_capitals(words: &str) -> bool {
    let mut letters = 0;
    for c in words.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_uppercase());
    }
    letters >= 4
}
