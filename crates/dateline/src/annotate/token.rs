//! A stretch of text in, its words, numbers and marks with what the lexicon knows of them out.

use std::ops::Range;

use super::lexicon::{self, Lexicon};
use crate::{stage::Context, text::Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// ASCII digits.
    Number,
    /// Any other visible character.
    Mark,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte, in the text.
    pub(super) start: u32,
    /// One past the last byte.
    pub(super) end: u32,
    /// What it is.
    pub(super) kind: Kind,
    /// White space stands directly before it.
    pub(super) spaced: bool,
    /// A word's number in the lexicon, 0 where it is not there; a mark's code point, 0 beyond the first plane.
    pub(super) id: u16,
}

/// No word of a lexicon is longer, in bytes.
pub(super) const LONGEST: usize = 24;

/// The tokens of an article, stretch by stretch.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    all: Vec<Token>,
    stretches: Vec<Range<usize>>,
}

impl Tokens {
    /// Those of a text.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut tokens = Self::default();
        for stretch in context.stretches() {
            let first = tokens.all.len();
            read(&context.article().text, stretch, lexicon::english(), &mut tokens.all);
            tokens.stretches.push(first..tokens.all.len());
        }
        tokens
    }

    /// The tokens of each stretch.
    pub(super) fn stretches(&self) -> impl Iterator<Item = &[Token]> {
        self.stretches.iter().filter_map(|stretch| self.all.get(stretch.clone()))
    }
}

/// Adds the tokens of a stretch. Words, numbers and marks go over into each other without white space: "$5m" is three.
fn read(text: &str, stretch: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let (mut at, end) = (stretch.start as usize, (stretch.end as usize).min(bytes.len()));
    let mut spaced = true;
    while at < end {
        let start = at;
        let byte = bytes[at];
        let (kind, id) = if byte.is_ascii_alphabetic() {
            let (length, id) = ascii_word(&bytes[at..end], lexicon);
            at += length;
            // a letter beyond ASCII goes on with the word
            if at < end && bytes[at] >= 0x80 && next_char(text, at).is_some_and(char::is_alphabetic) {
                at = word_end(text, at, end);
                (Kind::Word, lexicon.id(text.get(start..at).unwrap_or_default()))
            } else {
                (Kind::Word, id)
            }
        } else if byte.is_ascii_digit() {
            at += bytes[at..end].iter().take_while(|byte| byte.is_ascii_digit()).count();
            (Kind::Number, 0)
        } else if byte.is_ascii_whitespace() {
            at += 1;
            spaced = true;
            continue;
        } else if byte < 0x80 {
            at += 1;
            (Kind::Mark, u16::from(byte))
        } else {
            let Some(c) = next_char(text, at) else { break };
            if c.is_alphabetic() {
                at = word_end(text, at, end);
                (Kind::Word, lexicon.id(text.get(start..at).unwrap_or_default()))
            } else {
                at += c.len_utf8();
                if c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
                    spaced |= c.is_whitespace();
                    continue;
                }
                (Kind::Mark, u16::try_from(u32::from(c)).unwrap_or(0))
            }
        };
        tokens.push(Token { start: start as u32, end: at as u32, kind, spaced, id });
        spaced = false;
    }
}

/// How long the run of ASCII letters is, and its number in the lexicon; its hash is made on the way.
fn ascii_word(bytes: &[u8], lexicon: &Lexicon) -> (usize, u16) {
    let mut hash = lexicon::SEED;
    let mut length = 0;
    for byte in bytes {
        if !byte.is_ascii_alphabetic() {
            break;
        }
        hash = lexicon::mix(hash, byte | 0x20);
        length += 1;
    }
    if length > LONGEST { (length, 0) } else { (length, lexicon.find(hash, &bytes[..length])) }
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Where the letters end that begin at `at`.
fn word_end(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    let letters = rest.char_indices().find(|(_, c)| !(c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')));
    at + letters.map_or(rest.len(), |(length, _)| length)
}
