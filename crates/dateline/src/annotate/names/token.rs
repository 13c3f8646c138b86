//! The words of an article in, the tokens that names are made of out: possessives and compounds taken apart, each with what is known of it.

use std::collections::HashSet;

use super::{
    gazetteer::{Gazetteer, Meanings, WordFacts},
    lexicon::{Classes, Entry, Lexicon},
};
use crate::{
    grammar::scan::fold,
    stage::{Context, Word, WordShape},
    text::Span,
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
    folded: (u32, u32),
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
    places: (u32, u8),
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
    text: &'t str,
    list: Vec<Token>,
    /// The text in small letters, and behind it the folded forms of words that are not ASCII.
    folded: String,
    /// Where each sentence's tokens begin.
    sentences: Vec<u32>,
    /// Names of places, by the token that they begin with, the shorter before the longer: how many words each has, and its meanings.
    places: Vec<(u8, Meanings)>,
}

impl<'t> Tokens<'t> {
    /// The tokens of the article's text.
    pub(crate) fn new(context: &'t Context<'_>, lexicon: &Lexicon, gazetteer: &Gazetteer) -> Self {
        let text = context.article().text.as_str();
        let list = Vec::with_capacity(context.words().len());
        let mut tokens = Self { text, list, folded: text.to_ascii_lowercase(), sentences: Vec::new(), places: Vec::new() };
        let mut words = context.words().iter().peekable();
        for sentence in context.sentences() {
            tokens.sentences.push(tokens.list.len() as u32);
            while words.peek().is_some_and(|word| word.span.start < sentence.start) {
                words.next();
            }
            while let Some(word) = words.next_if(|word| word.span.start < sentence.end) {
                tokens.push_word(*word, lexicon, gazetteer);
            }
        }
        tokens.find_places(gazetteer);
        tokens
    }

    /// Looks up the places whose names begin with each token that has a capital: most are asked for more than once.
    fn find_places(&mut self, gazetteer: &Gazetteer) {
        for at in 0..self.list.len() {
            if !self.list.get(at).is_some_and(|token| token.is_capital() && opens_place(token)) {
                continue;
            }
            let mut places = std::mem::take(&mut self.places);
            let from = places.len();
            gazetteer.places(self.joined(at, usize::MAX), |length, meanings| places.push((length as u8, meanings)));
            if let Some(token) = self.list.get_mut(at) {
                token.places = (from as u32, (places.len() - from) as u8);
            }
            self.places = places;
        }
    }

    /// The folded words from `at` on with nothing but spaces between them, before `end`: no more than names of places have.
    fn joined(&self, at: usize, end: usize) -> impl Iterator<Item = &str> {
        let spaced = move |next: &usize| *next == at || self.list.get(*next).is_some_and(|token| token.gap == Gap::Space);
        (at..end.min(at.saturating_add(LONGEST_PLACE))).take_while(spaced).map(|at| self.folded(at))
    }

    /// The longest name of a place at the start of these tokens: how many it has, and its meanings.
    pub(crate) fn place(&self, start: usize, end: usize, gazetteer: &Gazetteer) -> Option<(usize, Meanings)> {
        let first = self.list.get(start).filter(|first| start < end && opens_place(first))?;
        if !first.is_capital() {
            let mut longest = None;
            gazetteer.places(self.joined(start, end), |length, meanings| longest = Some((length, meanings)));
            return longest;
        }
        let (from, count) = (first.places.0 as usize, usize::from(first.places.1));
        let known = self.places.get(from..from + count)?;
        let (length, meanings) = known.iter().rev().find(|(length, _)| usize::from(*length) <= end - start)?;
        Some((usize::from(*length), *meanings))
    }

    fn push_word(&mut self, word: Word, lexicon: &Lexicon, gazetteer: &Gazetteer) {
        let shape = match word.shape {
            WordShape::Number => Shape::Number,
            WordShape::Caseless => Shape::Caseless,
            WordShape::Lower => Shape::Lower,
            WordShape::Capitals => Shape::Capitals,
            WordShape::Capitalised => Shape::Capitalised,
        };
        if word.plain {
            return self.push(word.span, shape, true, lexicon, gazetteer);
        }
        let surface = self.slice(word.span);
        let hyphen = surface.find('-').or_else(|| surface.find('\u{2010}'));
        match hyphen.filter(|_| shape != Shape::Number && shape != Shape::Caseless) {
            Some(at) => self.push_compound(word.span, shape, at, lexicon, gazetteer),
            None => self.push(word.span, shape, false, lexicon, gazetteer),
        }
    }

    /// "Moscow-based", "Russia-U.S" and "anti-Iran" are taken apart; "Itar-Tass", "Suk-yeol" and "al-Assad" are not.
    fn push_compound(&mut self, span: Span, shape: Shape, at: usize, lexicon: &Lexicon, gazetteer: &Gazetteer) {
        let surface = self.slice(span);
        let (Some(first), Some(rest)) = (surface.get(..at), surface.get(at + 1..)) else {
            return self.push(span, shape, false, lexicon, gazetteer);
        };
        if rest.ends_with("-old") || rest.ends_with("-long") {
            return self.push(span, Shape::Lower, false, lexicon, gazetteer);
        }
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let (head, tail) = (fold(first), fold(rest));
        let whole = lexicon.entry(&format!("{head}-{tail}"));
        if whole.reach > 1 || whole.classes.any(Classes::PLACE.or(Classes::ORGANISATION).or(Classes::ROLE).or(Classes::STYLE)) {
            return self.push(
                span,
                if capital(rest) && shape == Shape::Lower { Shape::Capitalised } else { shape },
                false,
                lexicon,
                gazetteer,
            );
        }
        let tail_entry = lexicon.entry(&tail);
        let is_named = |folded: &str| {
            let entry = lexicon.entry(folded);
            let large = || gazetteer.longest_place(std::iter::once(folded)).is_some_and(|(_, meanings)| meanings.first().weight > 4);
            entry.classes.any(Classes::PLACE.or(Classes::DEMONYM).or(Classes::ORGANISATION)) || large()
        };
        let apart = if lexicon.entry(&head).classes.any(Classes::ROLE_DRESSING) && tail_entry.classes.any(Classes::STYLE.or(Classes::ROLE))
        {
            true
        } else if capital(first) {
            (tail_entry.classes.any(Classes::TAIL) && !capital(rest) && first.chars().count() > 1)
                || (is_named(&head) && (is_named(&tail) || tail_entry.classes.any(Classes::DEMONYM)))
        } else {
            capital(rest) && !lexicon.entry(&head).classes.any(Classes::PARTICLE) && first.chars().count() > 2
        };
        if !apart {
            let shape = if capital(rest) && shape == Shape::Lower { Shape::Capitalised } else { shape };
            return self.push(span, shape, false, lexicon, gazetteer);
        }
        let middle = span.start + at as u32;
        for part in [Span::new(span.start, middle), Span::new(middle + 1, span.end)] {
            let surface = self.slice(part);
            let small = surface.chars().any(char::is_lowercase);
            let shape = match surface.chars().next() {
                Some(first) if !first.is_uppercase() => Shape::Lower,
                _ if small => Shape::Capitalised,
                _ => Shape::Capitals,
            };
            self.push(part, shape, false, lexicon, gazetteer);
        }
    }

    /// Notes a token; `plain` are those of ASCII letters and digits alone.
    fn push(&mut self, mut span: Span, mut shape: Shape, plain: bool, lexicon: &Lexicon, gazetteer: &Gazetteer) {
        let mut possessive = false;
        if !plain && let Some(bare) = bare(self.slice(span)) {
            possessive = true;
            span.end = span.start + bare.len() as u32;
        }
        let surface = self.slice(span);
        let behind = self.text.get(span.end as usize..).unwrap_or_default();
        if !possessive && shape != Shape::Lower && surface.ends_with(['s', 'S']) && behind.starts_with(['\'', '\u{2019}']) {
            let next = behind.chars().nth(1);
            possessive = next.is_some_and(char::is_whitespace) && !self.inside_quote(span.end);
        }
        if shape == Shape::Capitalised && surface.chars().nth(1).is_none() {
            shape = Shape::Initial;
        }
        let dotted = shape == Shape::Initial || (shape == Shape::Capitals && !plain && surface.contains('.'));
        let stop = dotted && behind.starts_with('.') && !possessive && behind.len() > 1 && {
            // the full stop that ends a sentence, too, is left to it
            let ends = behind.trim_start_matches(['.', '"', '\u{201d}', ')']).trim_start_matches(' ');
            !ends.starts_with('\n')
        };
        span.end += u32::from(stop);
        let folded = if plain || surface.is_ascii() { (span.start, span.end) } else { self.fold_in(span) };
        let key = self.folded.get(folded.0 as usize..folded.1 as usize).unwrap_or_default();
        let key = if stop { key.trim_end_matches('.') } else { key };
        let entry = lexicon.entry(key);
        let facts = if matches!(shape, Shape::Capitalised | Shape::Capitals) { gazetteer.word(key) } else { WordFacts::default() };
        let sentence = self.sentences.len().saturating_sub(1) as u32;
        let first = self.sentences.last().is_none_or(|first| *first as usize == self.list.len());
        // behind a word and a space no clause begins
        let (gap, initial) = if self.is_spaced(span.start) {
            (Gap::Space, first)
        } else {
            let gap = self.gap_before(span.start);
            let clause = || self.text.get(..span.start as usize).is_some_and(ends_a_clause);
            (gap, first || matches!(gap, Gap::Quote | Gap::Break) || clause())
        };
        self.list.push(Token { span, folded, shape, gap, entry, facts, sentence, initial, possessive, places: (0, 0) });
    }

    /// Whether nothing but a single space stands before a token that begins here, and the word before it has no ending.
    fn is_spaced(&self, start: u32) -> bool {
        let last = self.list.last().filter(|last| !last.possessive && last.span.end + 1 == start);
        last.is_some_and(|last| self.text.as_bytes().get(last.span.end as usize) == Some(&b' '))
    }

    /// Whether a single quotation mark is open at this place of the line, so that a mark behind an "s" closes it.
    fn inside_quote(&self, at: u32) -> bool {
        let before = self.text.get(..at as usize).unwrap_or_default();
        let window: String = before.chars().rev().take(60).take_while(|c| *c != '\n').collect();
        window.contains('\u{2018}') || window.contains("' ") || window.ends_with('\'')
    }

    /// Folds a word that is not ASCII, and gives where it stands.
    fn fold_in(&mut self, span: Span) -> (u32, u32) {
        let from = self.folded.len() as u32;
        self.folded.push_str(&fold(self.slice(span)));
        (from, self.folded.len() as u32)
    }

    fn gap_before(&self, start: u32) -> Gap {
        let Some(last) = self.list.last() else { return Gap::Break };
        let between = self.text.get(last.span.end as usize..start as usize).unwrap_or_default();
        let between = if last.possessive { between.trim_start_matches(['\'', '\u{2019}', 's', 'S']) } else { between };
        gap(between, last)
    }

    fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
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
    pub(crate) fn sentence(&self, number: usize) -> std::ops::Range<usize> {
        let at = |number: usize| self.sentences.get(number).map_or(self.list.len(), |at| *at as usize);
        at(number)..at(number + 1)
    }

    pub(crate) fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// A token's letters, folded, with the full stop of an abbreviation like "u.s.".
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.list.get(at).and_then(|token| self.folded.get(token.folded.0 as usize..token.folded.1 as usize)).unwrap_or_default()
    }

    /// The folded words of these tokens, as one name.
    pub(crate) fn phrase(&self, range: std::ops::Range<usize>) -> String {
        let mut phrase = String::new();
        for at in range {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(self.folded(at));
        }
        phrase
    }

    /// The span from the first to the last of these tokens.
    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.list.get(range.start).map_or(0, |token| token.span.start);
        let end = self.list.get(range.end.saturating_sub(1)).map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// The span of these tokens with the full stop of an abbreviation that ends them: "Lt. Col.", "Karsten Inc."
    pub(crate) fn abbreviated(&self, range: std::ops::Range<usize>) -> Span {
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
        let mut phrase = self.folded(at).trim_end_matches('.').to_owned();
        for length in 2..=reach {
            let next = at + length - 1;
            if self.list.get(next).is_none_or(|next| !matches!(next.gap, Gap::Space | Gap::Ampersand)) {
                break;
            }
            phrase.push_str(if self.list.get(next).is_some_and(|next| next.gap == Gap::Ampersand) { " & " } else { " " });
            phrase.push_str(self.folded(next).trim_end_matches('.'));
            let entry = lexicon.entry(&phrase);
            if entry.classes.any(classes) {
                longest = Some((length, entry));
            }
        }
        longest
    }

    /// Which of these words the article has in small letters, too.
    pub(crate) fn in_small<'w>(&self, words: impl Iterator<Item = &'w str>) -> HashSet<&'w str> {
        let wanted: HashSet<&str> = words.collect();
        // most words of a text are none of them, which their length and first letter tell
        let mut forms = [0_u32; 32];
        let form = |word: &str| (word.len() % 32, 1 << (word.bytes().next().unwrap_or_default() % 32));
        for word in &wanted {
            let (length, letter) = form(word);
            if let Some(letters) = forms.get_mut(length) {
                *letters |= letter;
            }
        }
        let lower = self.list.iter().enumerate().filter(|(_, token)| token.shape == Shape::Lower).map(|(at, _)| self.folded(at));
        let likely = lower.filter(|word| {
            let (length, letter) = form(word);
            forms.get(length).is_some_and(|letters| letters & letter != 0)
        });
        likely.filter_map(|word| wanted.get(word).copied()).collect()
    }
}

/// No place's name has more words.
const LONGEST_PLACE: usize = 6;

/// Whether the name of a place can begin with a token: not with a small word, but for one in capitals.
fn opens_place(token: &Token) -> bool {
    !token.is(Classes::FUNCTION) || token.shape == Shape::Capitals
}

/// A word without its possessive ending, where it has one.
fn bare(word: &str) -> Option<&str> {
    let bare = ["'s", "\u{2019}s", "\u{2019}S"].into_iter().find_map(|ending| word.strip_suffix(ending));
    bare.filter(|bare| !bare.is_empty())
}

fn gap(between: &str, last: &Token) -> Gap {
    let trimmed = between.trim_matches([' ', '\u{a0}', '\t']);
    match trimmed {
        "" if between.is_empty() => Gap::Hyphen,
        "" => Gap::Space,
        "-" | "\u{2010}" | "\u{2013}" | "/" if between.len() == trimmed.len() => Gap::Hyphen,
        "." if last.is_capital() && (last.is(ABBREVIATED) || last.shape == Shape::Initial) => Gap::Space,
        "," => Gap::Comma,
        "&" => Gap::Ampersand,
        _ if trimmed.contains('\n') => Gap::Break,
        _ if trimmed.ends_with(['(', '[']) => Gap::Open,
        _ if trimmed.ends_with(['"', '\u{201c}', '\u{2018}', '\u{ab}', '\u{201e}', '\'', '`']) => Gap::Quote,
        _ if trimmed.starts_with([')', ']']) => Gap::Close,
        _ => Gap::Other,
    }
}

/// What is written with a full stop before a name or within it.
const ABBREVIATED: Classes = Classes::HONORIFIC.or(Classes::STYLE).or(Classes::COMPANY).or(Classes::PLACE_OPENER);

/// Whether a capital behind this text may only be that of a new clause: after a colon, a bullet, a long dash.
fn ends_a_clause(before: &str) -> bool {
    before
        .trim_end_matches([' ', '\u{a0}'])
        .ends_with([':', '\u{2022}', '*', '|', '\u{2014}', '\u{b7}', '>', '!', '?', '"', '\u{201c}', '\u{2018}', ';'])
}
