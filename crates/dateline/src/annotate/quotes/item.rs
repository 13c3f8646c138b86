//! A paragraph in, its items out: words and points with what the language knows of them; what stands between quote marks or brackets is one item.

use super::marks::Region;
use crate::{
    annotate::language::{self, Classes, Entry, Language, NounTakes},
    stage::Word,
    text::Span,
};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Comma,
    /// A full stop, a question or exclamation mark.
    End,
    Colon,
    Semicolon,
    Dash,
    /// All between quote marks.
    Quote,
    /// All between brackets.
    Bracket,
    /// "'s" behind a noun.
    Clitic,
    Other,
}

/// One item of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) classes: Classes,
    pub(super) verb: Option<u16>,
    pub(super) noun: NounTakes,
    /// Which region a quote is.
    pub(super) region: u32,
}

impl Item {
    /// Whether it is a word of one of these classes.
    #[inline]
    pub(super) fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether it is a word that names: a capital that no sentence has put there, or one that is no small word.
    pub(super) fn is_name(&self) -> bool {
        self.kind == Kind::Word && self.is(language::CAPITAL) && !self.is(SMALL)
    }

    /// Whether it can be a noun, an adjective or a name, as far as anybody knows.
    pub(super) fn is_content(&self) -> bool {
        match self.kind {
            Kind::Number | Kind::Bracket => true,
            Kind::Word => self.is_name() || !self.is(SMALL),
            _ => false,
        }
    }
}

/// Words that are never a noun's part.
pub(super) const SMALL: Classes = language::SUBJECT_PRONOUN
    .and(language::OBJECT_PRONOUN)
    .and(language::RELATIVE)
    .and(language::THAT)
    .and(language::TO)
    .and(language::AUXILIARY)
    .and(language::NEGATION)
    .and(language::ADVERB)
    .and(language::CONNECTIVE)
    .and(language::PREPOSITION)
    .and(language::AND)
    .and(language::BUT)
    .and(language::SUBORDINATOR)
    .and(language::QUESTION)
    .and(language::THERE)
    .and(language::POSSESSIVE)
    .and(language::DETERMINER);

/// What a capital leaves to a word.
const NAMES: Classes =
    language::PLURAL.and(language::TIME).and(language::TITLE_ABBREVIATION).and(language::SETTING).and(language::I).and(language::ADDRESSEE);

/// Words are looked up no further than this, in bytes; longer ones are in no list.
const LONGEST: usize = 24;
/// No headline is longer, in bytes; and no word in one that is longer than this is written small.
const LONGEST_TITLE: usize = 200;
const SMALL_WORD: usize = 4;
/// No bracket spans more bytes than this.
const LONGEST_BRACKET: usize = 200;

/// Cuts a paragraph into items. `words` and `regions` are those of the paragraph, `first` the number of its first region.
pub(super) fn items(
    text: &str,
    paragraph: Span,
    words: &[Word],
    regions: &[Region],
    first: usize,
    language: &Language,
    into: &mut Vec<Item>,
) {
    into.clear();
    let titled = is_titled(text.get(paragraph.range()).unwrap_or_default());
    let mut cutter = Cutter { text, at: paragraph.start as usize, end: paragraph.end as usize, words, language, titled, into };
    let mut starts = true;
    for (number, region) in regions.iter().enumerate() {
        cutter.cut_to(region.outer.start as usize, &mut starts);
        let kind = Item { region: (first + number) as u32, ..blank(Kind::Quote, region.outer) };
        cutter.into.push(kind);
        cutter.at = region.outer.end as usize;
    }
    cutter.cut_to(paragraph.end as usize, &mut starts);
}

fn blank(kind: Kind, span: Span) -> Item {
    Item { span, kind, classes: Classes::NONE, verb: None, noun: NounTakes::default(), region: 0 }
}

/// Whether every word is written large that is more than a small one, as in many headlines.
fn is_titled(paragraph: &str) -> bool {
    if paragraph.len() > LONGEST_TITLE {
        return false;
    }
    let words = || paragraph.split_whitespace().filter(|word| word.len() > SMALL_WORD);
    words().all(|word| !word.starts_with(char::is_lowercase)) && words().count() >= 3
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// Those that are still to come.
    words: &'a [Word],
    language: &'a Language,
    /// Whether capitals tell nothing.
    titled: bool,
    into: &'a mut Vec<Item>,
}

impl<'a> Cutter<'a> {
    fn cut_to(&mut self, to: usize, starts: &mut bool) {
        while let Some(c) = self.text.get(self.at..to).and_then(|rest| rest.chars().next()) {
            if c == ' ' {
                self.at += 1;
                continue;
            }
            if c.is_alphanumeric() || matches!(c, '@' | '#') {
                self.word(to, *starts);
                *starts = false;
                continue;
            }
            let mut end = self.at + c.len_utf8();
            let kind = match c {
                ',' | '\u{3001}' => Kind::Comma,
                '.' | '!' | '?' | '\u{2026}' | '\u{3002}' => Kind::End,
                ':' => Kind::Colon,
                ';' => Kind::Semicolon,
                '\u{2014}' | '\u{2013}' | '\u{2015}' => Kind::Dash,
                '-' => self.hyphen(end),
                // a sentence between brackets is read as one
                '(' if *starts => {
                    self.at = end;
                    continue;
                }
                ')' => {
                    self.at = end;
                    continue;
                }
                '(' | '[' => {
                    if let Some(close) = self.bracket(end, to) {
                        self.into.push(blank(Kind::Bracket, Span::new(self.at as u32, close as u32)));
                        self.at = close;
                        continue;
                    }
                    Kind::Other
                }
                '$' | '\u{20ac}' | '\u{a3}' | '%' => Kind::Number,
                '&' => Kind::Word,
                _ if c.is_whitespace() || matches!(c, '\'' | '\u{2019}') => {
                    self.at = end;
                    continue;
                }
                _ => Kind::Other,
            };
            if c == '-' && kind == Kind::Dash {
                end = end.max(self.at + self.text.get(self.at..to).unwrap_or_default().bytes().take_while(|byte| *byte == b'-').count());
            }
            let mut item = blank(kind, Span::new(self.at as u32, end as u32));
            if c == '&' {
                item.classes = language::AND;
            }
            self.at = end;
            *starts = kind == Kind::End || kind == Kind::Colon;
            self.into.push(item);
        }
        self.at = self.at.max(to);
    }

    /// A hyphen that stands free or is doubled is a dash.
    fn hyphen(&self, end: usize) -> Kind {
        let rest = self.text.as_bytes().get(end);
        if rest.is_none_or(|next| next.is_ascii_whitespace() || *next == b'-') { Kind::Dash } else { Kind::Other }
    }

    fn bracket(&self, from: usize, to: usize) -> Option<usize> {
        let most = to.min(from + LONGEST_BRACKET);
        let close = self.text.as_bytes().get(from..most)?.iter().position(|byte| matches!(byte, b')' | b']'))?;
        Some(from + close + 1)
    }

    /// The word that begins here, where it is made of ASCII letters and digits alone and ends before `to`.
    fn plain_word(&mut self, to: usize) -> Option<&'a Word> {
        while let Some((_, rest)) = self.words.split_first().filter(|(word, _)| (word.span.start as usize) < self.at) {
            self.words = rest;
        }
        let word = self.words.first().filter(|word| word.plain != 0 && word.span.start as usize == self.at)?;
        let end = word.span.end as usize;
        // here more marks join words than elsewhere
        let joins = matches!(self.text.as_bytes().get(end), Some(b':' | b'/' | b'@' | b'_' | 0x80..));
        (end <= to && !joins).then_some(word)
    }

    fn word(&mut self, to: usize, starts: bool) {
        if let Some(word) = self.plain_word(to) {
            return self.push_word(self.text.get(word.span.range()).unwrap_or_default(), starts, true, true, word.plain);
        }
        let rest = self.text.get(self.at..to).unwrap_or_default();
        let mut end = rest.len();
        let mut plain = true;
        // most words are ASCII letters and nothing else
        let letters = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(end);
        let first = rest.chars().next().map_or(0, char::len_utf8).max(letters);
        let mut chars = rest.get(first..).unwrap_or_default().char_indices().map(|(at, c)| (first + at, c)).peekable();
        while let Some(&(at, c)) = chars.peek() {
            let next = rest.as_bytes().get(at + c.len_utf8());
            let joins = match c {
                '\'' | '\u{2019}' | '.' | ',' | ':' | '-' | '\u{2010}' | '\u{2011}' | '/' | '@' => {
                    let digits = !matches!(c, ',' | ':') || next.is_some_and(u8::is_ascii_digit);
                    digits && rest.get(at + c.len_utf8()..).is_some_and(|after| after.starts_with(char::is_alphanumeric))
                }
                '_' | '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' => true,
                _ => c.is_alphanumeric(),
            };
            if !joins {
                end = at;
                break;
            }
            plain &= c.is_ascii();
            chars.next();
        }
        self.push_word(rest.get(..end).unwrap_or_default(), starts, plain, end == letters, 0);
    }

    /// The word, and what hangs on it ("'s", "'ll") on its own; a full stop that abbreviates belongs to it. Its hash is 0 where it is not known yet.
    fn push_word(&mut self, word: &str, starts: bool, plain: bool, letters: bool, hash: u64) {
        let start = self.at;
        let apostrophe = if !letters && word.len() <= LONGEST { word.rfind(['\'', '\u{2019}']) } else { None };
        let (stem, tail) = match apostrophe {
            Some(at) => {
                let tail = word[at..].trim_start_matches(['\'', '\u{2019}']);
                let cut = matches!(tail.to_ascii_lowercase().as_str(), "s" | "ll" | "d" | "ve" | "re" | "m");
                if cut { (&word[..at], Some((at, tail))) } else { (word, None) }
            }
            None => (word, None),
        };
        self.at = start + word.len();
        let digit = stem.starts_with(|c: char| c.is_ascii_digit());
        let mut item = blank(if digit { Kind::Number } else { Kind::Word }, Span::new(start as u32, (start + stem.len()) as u32));
        if !digit {
            let entry = if hash != 0 && word.len() <= LONGEST { self.language.hashed(hash, word) } else { self.look_up(stem, plain) };
            (item.classes, item.verb, item.noun) = (entry.classes, entry.verb, entry.noun);
            if stem.starts_with(|c: char| c.is_uppercase() || c == '@') {
                self.enlarge(&mut item, entry, starts);
            }
        }
        if tail.is_none() && self.text.as_bytes().get(self.at) == Some(&b'.') && self.abbreviates(stem, &mut item) {
            self.at += 1;
            item.span.end += 1;
        }
        let pronoun = item.is(language::SUBJECT_PRONOUN | language::THERE | language::RELATIVE | language::QUESTION | language::THAT);
        self.into.push(item);
        if tail.is_none() && stem.ends_with('s') && self.text.as_bytes().get(self.at).is_some_and(|byte| matches!(byte, b'\'' | 0xe2)) {
            self.push_possessive();
        }
        if let Some((at, tail)) = tail {
            let mut clitic = blank(Kind::Word, Span::new((start + at) as u32, (start + word.len()) as u32));
            match tail.as_bytes() {
                [b's' | b'S'] if !pronoun => clitic.kind = Kind::Clitic,
                [b'l' | b'L' | b'd' | b'D', ..] => clitic.classes = language::MODAL,
                [b'v' | b'V', ..] => clitic.classes = language::HAVE,
                _ => clitic.classes = language::BE,
            }
            self.into.push(clitic);
        }
    }

    /// The apostrophe behind a plural, which makes it another's: "the voters' view".
    fn push_possessive(&mut self) {
        let mut chars = self.text.get(self.at..self.end).unwrap_or_default().chars();
        let Some(apostrophe) = chars.next().filter(|c| matches!(c, '\'' | '\u{2019}')) else { return };
        if chars.next() != Some(' ') {
            return;
        }
        if chars.next().is_some_and(char::is_alphabetic) {
            let end = self.at + apostrophe.len_utf8();
            self.into.push(blank(Kind::Clitic, Span::new(self.at as u32, end as u32)));
            self.at = end;
        }
    }

    /// What a capital leaves of what a word can be.
    fn enlarge(&self, item: &mut Item, entry: Entry, starts: bool) {
        if self.titled && !starts && (entry.verb.is_some() || entry.classes.any(SMALL)) {
            return;
        }
        if !starts {
            // a capital within a sentence is a name's, whatever the word means in lower case
            (item.classes, item.verb, item.noun) = (item.classes.only(NAMES), None, NounTakes::default());
        } else if !entry.listed {
            let adverb = entry.classes.any(language::ADVERB) && self.text.as_bytes().get(self.at) == Some(&b',');
            if !adverb && !entry.classes.any(language::GERUND | language::PAST) {
                item.classes = item.classes.only(NAMES);
            }
        }
        item.classes |= if starts { language::FIRST | language::CAPITAL } else { language::CAPITAL };
    }

    fn look_up(&self, word: &str, plain: bool) -> Entry {
        if word.len() > LONGEST {
            return Entry::default();
        }
        if !plain || !word.is_ascii() {
            return self.language.word(&word.to_lowercase().replace('\u{2019}', "'"));
        }
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.language.word(word);
        }
        let mut lower = [0; LONGEST];
        let Some(buffer) = lower.get_mut(..word.len()) else { return Entry::default() };
        buffer.copy_from_slice(word.as_bytes());
        buffer.make_ascii_lowercase();
        self.language.word(std::str::from_utf8(buffer).unwrap_or_default())
    }

    /// Whether the full stop behind a word is the word's own: an initial, dots inside, an abbreviation of the language, or a word in lower case behind it.
    fn abbreviates(&self, word: &str, item: &mut Item) -> bool {
        if self.text.as_bytes().get(self.at + 1) == Some(&b',') {
            return true;
        }
        let initial = word.len() == 1 && word.starts_with(char::is_uppercase);
        let dotted = word.len() <= LONGEST && word.contains('.') && word.starts_with(char::is_alphabetic);
        let mut with_stop = word.to_owned();
        if word.len() < LONGEST && !initial {
            with_stop.push('.');
            let entry = self.look_up(&with_stop, true);
            if entry.classes.any(language::TITLE_ABBREVIATION | language::TIME) {
                item.classes |= entry.classes;
                return self.goes_on(entry.classes.any(language::TITLE_ABBREVIATION));
            }
        }
        (initial && self.goes_on(true) && word != "I") || (dotted && self.goes_on(false))
    }

    /// Whether the sentence goes on behind a full stop; `before_name` where a capital does not begin one.
    fn goes_on(&self, before_name: bool) -> bool {
        let rest = self.text.get(self.at + 1..self.end).unwrap_or_default();
        let mut behind = rest.chars().skip_while(|c| *c == ' ');
        match behind.next() {
            None | Some('\n') => false,
            Some(c) => before_name || !c.is_uppercase() || self.goes_on_with_name(rest),
        }
    }

    /// "U.S. President": after an abbreviation with dots a capital is more often a name's than a sentence's, unless the word is a small one.
    fn goes_on_with_name(&self, rest: &str) -> bool {
        let word = rest.trim_start_matches(' ').split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        !self.look_up(word, word.is_ascii()).classes.any(SMALL)
    }
}
