//! The words of an article in, the tokens that names are made of out: possessives and compounds taken apart, each with what is known of it.

use super::{
    gazetteer::{Gazetteer, PlaceStart, WordFacts},
    lexicon::{Classes, Lexicon},
    recent::Recent,
    token::{ABBREVIATED, Gap, Shape, Token, Tokens, opens_place},
};
use crate::{
    grammar::scan::fold,
    stage::{Context, Word, WordShape},
    text::Span,
};

/// Makes the tokens of a text.
pub(super) struct Tokenizer<'t, 'l> {
    tokens: Tokens<'t>,
    lexicon: &'l Lexicon,
    gazetteer: &'l Gazetteer,
    recent: Recent<'l>,
    /// The tokens that names of places may begin with.
    starts: Vec<(usize, PlaceStart)>,
}

impl<'t, 'l> Tokenizer<'t, 'l> {
    /// For a text of about so many words.
    pub(super) fn new(text: &'t str, words: usize, lexicon: &'l Lexicon, gazetteer: &'l Gazetteer) -> Self {
        let list = Vec::with_capacity(words + words / 16);
        let tokens = Tokens { text, list, folded: text.to_ascii_lowercase(), sentences: Vec::new(), places: Vec::new() };
        Self { tokens, lexicon, gazetteer, recent: Recent::new(gazetteer), starts: Vec::new() }
    }

    /// Reads the text's words, sentence by sentence.
    pub(super) fn read(mut self, context: &Context<'_>) -> Tokens<'t> {
        let mut words = context.words().iter().peekable();
        for sentence in context.sentences() {
            self.tokens.sentences.push(self.tokens.list.len() as u32);
            while words.peek().is_some_and(|word| word.span.start < sentence.start) {
                words.next();
            }
            while let Some(word) = words.next_if(|word| word.span.start < sentence.end) {
                self.push_word(*word);
            }
        }
        self.find_places();
        self.tokens
    }

    /// Looks up the places whose names begin with each token that has a capital: most are asked for more than once.
    fn find_places(&mut self) {
        let mut places = Vec::new();
        for (at, start) in std::mem::take(&mut self.starts) {
            let from = places.len();
            self.gazetteer
                .places(start, self.tokens.joined(at, usize::MAX).skip(1), |length, meanings| places.push((length as u8, meanings)));
            if let Some(token) = self.tokens.list.get_mut(at) {
                token.places = (from as u32, (places.len() - from) as u8);
            }
        }
        self.tokens.places = places;
    }

    fn push_word(&mut self, word: Word) {
        let shape = match word.shape {
            WordShape::Number => Shape::Number,
            WordShape::Caseless => Shape::Caseless,
            WordShape::Lower => Shape::Lower,
            WordShape::Capitals => Shape::Capitals,
            WordShape::Capitalised => Shape::Capitalised,
        };
        if word.plain {
            return self.push(word.span, shape, true);
        }
        let surface = self.slice(word.span);
        let hyphen = surface.find('-').or_else(|| surface.find('\u{2010}'));
        match hyphen.filter(|_| shape != Shape::Number && shape != Shape::Caseless) {
            Some(at) => self.push_compound(word.span, shape, at),
            None => self.push(word.span, shape, false),
        }
    }

    /// "Moscow-based", "Russia-U.S" and "anti-Iran" are taken apart; "Itar-Tass", "Suk-yeol" and "al-Assad" are not.
    fn push_compound(&mut self, span: Span, shape: Shape, at: usize) {
        let surface = self.slice(span);
        let (Some(first), Some(rest)) = (surface.get(..at), surface.get(at + 1..)) else {
            return self.push(span, shape, false);
        };
        if rest.ends_with("-old") || rest.ends_with("-long") {
            return self.push(span, Shape::Lower, false);
        }
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let (head, tail) = (fold(first), fold(rest));
        let whole = self.lexicon.entry(&format!("{head}-{tail}"));
        if whole.reach > 1 || whole.classes.any(Classes::PLACE.or(Classes::ORGANISATION).or(Classes::ROLE).or(Classes::STYLE)) {
            return self.push(span, if capital(rest) && shape == Shape::Lower { Shape::Capitalised } else { shape }, false);
        }
        let tail_entry = self.lexicon.entry(&tail);
        let is_named = |folded: &str| {
            let entry = self.lexicon.entry(folded);
            let large = || self.gazetteer.longest_place(std::iter::once(folded)).is_some_and(|(_, meanings)| meanings.first().weight > 4);
            entry.classes.any(Classes::PLACE.or(Classes::DEMONYM).or(Classes::ORGANISATION)) || large()
        };
        let apart =
            if self.lexicon.entry(&head).classes.any(Classes::ROLE_DRESSING) && tail_entry.classes.any(Classes::STYLE.or(Classes::ROLE)) {
                true
            } else if capital(first) {
                (tail_entry.classes.any(Classes::TAIL) && !capital(rest) && first.chars().count() > 1)
                    || (is_named(&head) && (is_named(&tail) || tail_entry.classes.any(Classes::DEMONYM)))
            } else {
                capital(rest) && !self.lexicon.entry(&head).classes.any(Classes::PARTICLE) && first.chars().count() > 2
            };
        if !apart {
            let shape = if capital(rest) && shape == Shape::Lower { Shape::Capitalised } else { shape };
            return self.push(span, shape, false);
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
            self.push(part, shape, false);
        }
    }

    /// Takes a word as a token; `plain` are those of ASCII letters and digits alone.
    fn push(&mut self, mut span: Span, mut shape: Shape, plain: bool) {
        // most words of a text
        if plain && shape == Shape::Lower {
            return self.note(span, (span.start, span.end), shape, false, false);
        }
        let mut possessive = false;
        if !plain && let Some(bare) = bare(self.slice(span)) {
            possessive = true;
            span.end = span.start + bare.len() as u32;
        }
        let surface = self.slice(span);
        let behind = self.tokens.text.get(span.end as usize..).unwrap_or_default();
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
        self.note(span, folded, shape, possessive, stop);
    }

    /// Notes a token with what is known of it; `stop` where it has the full stop of an abbreviation.
    fn note(&mut self, span: Span, folded: (u32, u32), shape: Shape, possessive: bool, stop: bool) {
        let key = self.tokens.folded.get(folded.0 as usize..folded.1 as usize).unwrap_or_default();
        let key = if stop { key.trim_end_matches('.') } else { key };
        let entry = self.lexicon.entry(key);
        let sentence = self.tokens.sentences.len().saturating_sub(1) as u32;
        let first = self.tokens.sentences.last().is_none_or(|first| *first as usize == self.tokens.list.len());
        // behind a word and a space no clause begins
        let (gap, initial) = if self.is_spaced(span.start) {
            (Gap::Space, first)
        } else {
            let gap = self.gap_before(span.start);
            let clause = || self.tokens.text.get(..span.start as usize).is_some_and(ends_a_clause);
            (gap, first || matches!(gap, Gap::Quote | Gap::Break) || clause())
        };
        let mut token =
            Token { span, folded, shape, gap, entry, facts: WordFacts::default(), sentence, initial, possessive, places: (0, 0) };
        if token.is_capital() {
            self.look_up(&mut token);
        }
        self.tokens.list.push(token);
    }

    /// Looks a word with a capital up in the gazetteers.
    fn look_up(&mut self, token: &mut Token) {
        let known = self.recent.look_up(&self.tokens.folded, token.folded);
        if token.shape != Shape::Initial {
            token.facts = known.facts;
        }
        if let Some(start) = known.place.filter(|_| opens_place(token)) {
            self.starts.push((self.tokens.list.len(), start));
        }
    }

    /// Whether nothing but a single space stands before a token that begins here, and the word before it has no ending.
    fn is_spaced(&self, start: u32) -> bool {
        let last = self.tokens.list.last().filter(|last| !last.possessive && last.span.end + 1 == start);
        last.is_some_and(|last| self.tokens.text.as_bytes().get(last.span.end as usize) == Some(&b' '))
    }

    /// Whether a single quotation mark is open at this place of the line, so that a mark behind an "s" closes it.
    fn inside_quote(&self, at: u32) -> bool {
        let before = self.tokens.text.get(..at as usize).unwrap_or_default();
        let window: String = before.chars().rev().take(60).take_while(|c| *c != '\n').collect();
        window.contains('\u{2018}') || window.contains("' ") || window.ends_with('\'')
    }

    /// Folds a word that is not ASCII, and gives where it stands.
    fn fold_in(&mut self, span: Span) -> (u32, u32) {
        let from = self.tokens.folded.len() as u32;
        self.tokens.folded.push_str(&fold(self.slice(span)));
        (from, self.tokens.folded.len() as u32)
    }

    fn gap_before(&self, start: u32) -> Gap {
        let Some(last) = self.tokens.list.last() else { return Gap::Break };
        let between = self.tokens.text.get(last.span.end as usize..start as usize).unwrap_or_default();
        let between = if last.possessive { between.trim_start_matches(['\'', '\u{2019}', 's', 'S']) } else { between };
        gap(between, last)
    }

    fn slice(&self, span: Span) -> &'t str {
        self.tokens.text.get(span.range()).unwrap_or_default()
    }
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

/// Whether a capital behind this text may only be that of a new clause: after a colon, a bullet, a long dash.
fn ends_a_clause(before: &str) -> bool {
    before
        .trim_end_matches([' ', '\u{a0}'])
        .ends_with([':', '\u{2022}', '*', '|', '\u{2014}', '\u{b7}', '>', '!', '?', '"', '\u{201c}', '\u{2018}', ';'])
}
