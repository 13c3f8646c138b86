//! A stretch of text in, its words, numbers and marks with what the lexicon knows of them out.

use std::ops::Range;

use super::lexicon::{self, Lexicon};
use crate::{
    stage::{Context, Word},
    text::Span,
};

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

impl Token {
    /// Whether it is more than a word that the lexicon does not have, which means nothing and begins nothing.
    #[inline]
    pub(super) fn is_known(&self) -> bool {
        self.kind != Kind::Word || self.id != 0
    }
}

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
        let text = &context.article().text;
        // words, and marks between some of them
        tokens.all.reserve(context.words().len() * 5 / 4);
        for stretch in context.stretches() {
            let first = tokens.all.len();
            let mut cutter = Cutter { text, lexicon: lexicon::english(), spaced: true, tokens: &mut tokens.all };
            let mut at = stretch.start;
            for word in context.words_in(stretch) {
                cutter.gap(at, word.span.start);
                cutter.word(word);
                at = word.span.end;
            }
            cutter.gap(at, stretch.end);
            tokens.stretches.push(first..tokens.all.len());
        }
        tokens
    }

    /// The tokens of each stretch.
    pub(super) fn stretches(&self) -> impl Iterator<Item = &[Token]> {
        self.stretches.iter().filter_map(|stretch| self.all.get(stretch.clone()))
    }
}

/// Cuts a stretch into tokens. Words, numbers and marks go over into each other without white space: "$5m" is three.
struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    /// White space stands before what comes next.
    spaced: bool,
    tokens: &'a mut Vec<Token>,
}

impl Cutter<'_> {
    /// Adds what stands in a word: one token in most.
    fn word(&mut self, word: &Word) {
        if word.letters {
            self.push(word.span, Kind::Word, self.lexicon.find(word.plain));
        } else {
            self.cut(word.span.start, word.span.end);
        }
    }

    /// Adds what stands between two words: nothing but a space in most places.
    fn gap(&mut self, start: u32, end: u32) {
        match self.text.as_bytes().get(start as usize..end as usize) {
            Some(b" ") => self.spaced = true,
            _ => self.cut(start, end),
        }
    }

    /// Adds what stands between two places.
    fn cut(&mut self, start: u32, end: u32) {
        let end = (end as usize).min(self.text.len());
        let mut at = start as usize;
        while let Some(c) = self.text.get(at..end).and_then(|rest| rest.chars().next()) {
            let next = match c {
                '0'..='9' => at + run(self.text, at, end, |c| c.is_ascii_digit()),
                _ if c.is_alphabetic() => at + run(self.text, at, end, |c| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')),
                _ => at + c.len_utf8(),
            };
            let span = Span::new(at as u32, next as u32);
            match c {
                '0'..='9' => self.push(span, Kind::Number, 0),
                _ if c.is_alphabetic() => self.push(span, Kind::Word, self.lexicon.id(self.text.get(at..next).unwrap_or_default())),
                _ if c.is_whitespace() => self.spaced = true,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
                _ => self.push(span, Kind::Mark, u16::try_from(u32::from(c)).unwrap_or(0)),
            }
            at = next;
        }
    }

    fn push(&mut self, span: Span, kind: Kind, id: u16) {
        self.tokens.push(Token { start: span.start, end: span.end, kind, spaced: self.spaced, id });
        self.spaced = false;
    }
}

/// How many bytes the characters of a kind have that stand together there.
fn run(text: &str, at: usize, end: usize, is_one: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    rest.find(|c| !is_one(c)).unwrap_or(rest.len())
}
