//! The tokens that names are made of, each with what is known of it.

use std::ops::Range;

use super::{
    gazetteer::{Meanings, WordFacts, longest_place},
    lexicon::{Classes, Entry, Lexicon},
    tokenizer::Tokenizer,
};
use crate::{
    stage::Context,
    text::{Span, name_hash, word_hash},
};

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing but a space, or the full stop of an abbreviation and a space.
    Space,
    /// A comma.
    Comma,
    /// An ampersand.
    Ampersand,
    /// A hyphen without spaces.
    Hyphen,
    /// A bracket that opens.
    Open,
    /// A bracket that closes, and maybe more.
    Close,
    /// A mark that opens a quotation.
    Quote,
    /// The end of a line or of a block, or the start of the text.
    Break,
    /// Anything else: dashes, stops, colons.
    Other,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In small letters.
    Lower,
    /// With a capital: "Farm", "McDonald", "al-Assad".
    Capitalised,
    /// In capitals: "NATO", "U.S.".
    Capitals,
    /// A single capital, with its full stop if it has one: "J.".
    Initial,
    /// A number.
    Number,
    /// Of a script without capitals.
    Caseless,
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Where it stands, without a possessive ending.
    pub(crate) span: Span,
    pub(super) folded: (u32, u32),
    /// Of its letters, folded, without the full stop of an abbreviation.
    pub(crate) hash: u64,
    /// Whether it is made of ASCII letters and digits alone.
    pub(crate) plain: bool,
    pub(crate) shape: Shape,
    pub(crate) gap: Gap,
    /// What the lexicon knows of it.
    pub(crate) entry: Entry,
    /// What the word list knows of it; only of what has a capital.
    pub(crate) facts: WordFacts,
    /// The sentence that it is in.
    pub(crate) sentence: u32,
    /// Whether a capital means nothing here: at the start of a sentence, a quotation, a line.
    pub(crate) initial: bool,
    /// Whether a possessive ending follows.
    pub(crate) possessive: bool,
    /// The names of places that begin here, as a range of [`Tokens::places`]; none where it has no capital.
    pub(super) places: (u32, u8),
}

impl Token {
    /// Whether it can be a word of a name.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Capitals | Shape::Initial)
    }

    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.entry.classes.any(classes)
    }

    /// How sure it is a given name: what lists say, 0 to 3.
    pub(crate) fn given(&self) -> u8 {
        if self.is(Classes::GIVEN) { 3 } else { self.facts.given }
    }

    /// How sure it is a surname: what lists say, 0 to 3.
    pub(crate) fn surname(&self) -> u8 {
        if self.is(Classes::SURNAME) { 3 } else { self.facts.surname }
    }
}

/// The tokens of an article.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) list: Vec<Token>,
    /// The text in small letters, and behind it the folded forms of words that are not ASCII.
    pub(super) folded: String,
    /// Where each sentence's tokens begin.
    pub(super) sentences: Vec<u32>,
    /// Names of places, by the token that they begin with, the shorter before the longer: how many words each has, and its meanings.
    pub(super) places: Vec<(u8, Meanings)>,
}

impl<'t> Tokens<'t> {
    /// The tokens of the article's text.
    pub(crate) fn new(context: &'t Context<'_>, lexicon: &Lexicon) -> Self {
        Tokenizer::new(context.article().text.as_str(), context.words().len(), lexicon).read(context)
    }

    /// These tokens.
    pub(crate) fn slice(&self, range: Range<usize>) -> &[Token] {
        self.list.get(range).unwrap_or_default()
    }

    /// The hashes of the words from `at` on with nothing but spaces between them, before `end`.
    pub(super) fn joined(&self, at: usize, end: usize) -> impl Iterator<Item = u64> + Clone {
        let spaced = move |next: &usize| *next == at || self.list.get(*next).is_some_and(|token| token.gap == Gap::Space);
        (at..end.min(at.saturating_add(LONGEST_PLACE))).take_while(spaced).map(|at| self.whole_hash(at))
    }

    /// The longest name of a place at the start of these tokens: how many it has, and its meanings.
    pub(crate) fn place(&self, start: usize, end: usize) -> Option<(usize, Meanings)> {
        let first = self.list.get(start).filter(|first| start < end && opens_place(first))?;
        if !first.is_capital() {
            return longest_place(self.joined(start, end));
        }
        let (from, count) = (first.places.0 as usize, usize::from(first.places.1));
        let known = self.places.get(from..from + count)?;
        let (length, meanings) = known.iter().rev().find(|(length, _)| usize::from(*length) <= end - start)?;
        Some((usize::from(*length), *meanings))
    }

    /// The token at this place.
    pub(crate) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// The tokens of a sentence, as a range.
    pub(crate) fn sentence(&self, number: usize) -> Range<usize> {
        let at = |number: usize| self.sentences.get(number).map_or(self.list.len(), |at| *at as usize);
        at(number)..at(number + 1)
    }

    pub(crate) fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// A token's letters, folded, with the full stop of an abbreviation like "u.s.".
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |token| self.letters(token.folded))
    }

    /// What stands there of [`Tokens::folded`](Self).
    pub(super) fn letters(&self, folded: (u32, u32)) -> &str {
        self.folded.get(folded.0 as usize..folded.1 as usize).unwrap_or_default()
    }

    /// The hash of a token's letters with the full stop of an abbreviation.
    pub(super) fn whole_hash(&self, at: usize) -> u64 {
        let folded = self.folded(at);
        if folded.ends_with('.') { word_hash(folded) } else { self.list.get(at).map_or(0, |token| token.hash) }
    }

    /// The hashes of the words of a name; a full stop at its end is none of it.
    pub(crate) fn hashes(&self, name: Range<usize>) -> impl Iterator<Item = u64> + Clone {
        let last = name.end.saturating_sub(1);
        name.map(move |at| if at == last { self.list.get(at).map_or(0, |token| token.hash) } else { self.whole_hash(at) })
    }

    /// The folded words of a name, without a full stop at its end.
    pub(crate) fn phrase(&self, name: Range<usize>) -> String {
        let mut phrase = String::new();
        for at in name {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(self.folded(at));
        }
        phrase.truncate(phrase.trim_end_matches('.').len());
        phrase
    }

    /// The span from the first to the last of these tokens.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let start = self.list.get(range.start).map_or(0, |token| token.span.start);
        let end = self.list.get(range.end.saturating_sub(1)).map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// The span of these tokens with the full stop of an abbreviation that ends them: "Lt. Col.", "Karsten Inc."
    pub(crate) fn abbreviated(&self, range: Range<usize>) -> Span {
        let mut span = self.span(range.clone());
        let last = range.end.checked_sub(1).and_then(|last| self.list.get(last));
        let short = last.is_some_and(|last| last.is(ABBREVIATED) && last.is_capital() && last.span.end - last.span.start < 5);
        if short && self.text.get(span.end as usize..).is_some_and(|behind| behind.starts_with('.')) {
            span.end += 1;
        }
        span
    }

    /// The longest phrase of these classes that begins here and ends before `end`: how many tokens it has, and what is known of it.
    pub(crate) fn longest_phrase(&self, at: usize, end: usize, lexicon: &Lexicon, classes: Classes) -> Option<(usize, Entry)> {
        let token = self.list.get(at)?;
        let mut longest = token.is(classes).then_some((1, token.entry));
        let reach = usize::from(token.entry.reach).min(end.saturating_sub(at));
        if reach < 2 {
            return longest;
        }
        let mut phrase = token.hash;
        for length in 2..=reach {
            let Some(next) = self.list.get(at + length - 1).filter(|next| matches!(next.gap, Gap::Space | Gap::Ampersand)) else { break };
            if next.gap == Gap::Ampersand {
                phrase = name_hash(phrase, word_hash("&"));
            }
            phrase = name_hash(phrase, next.hash);
            let entry = lexicon.entry(phrase);
            if entry.classes.any(classes) {
                longest = Some((length, entry));
            }
        }
        longest
    }

    /// The hashes of the words in small letters.
    pub(crate) fn small_words(&self) -> impl Iterator<Item = u64> {
        self.list.iter().filter(|token| token.shape == Shape::Lower).map(|token| token.hash)
    }
}

/// No place's name has more words.
const LONGEST_PLACE: usize = 6;

/// Whether the name of a place can begin with a token: not with a small word, but for one in capitals.
pub(super) fn opens_place(token: &Token) -> bool {
    !token.is(Classes::FUNCTION) || token.shape == Shape::Capitals
}

/// What is written with a full stop before a name or within it.
pub(super) const ABBREVIATED: Classes = Classes::HONORIFIC.or(Classes::STYLE).or(Classes::COMPANY).or(Classes::PLACE_OPENER);
