//! The words of an article in, the tokens that names are made of out: possessives and compounds taken apart, each with what is known of it.

use super::{
    gazetteer::{Places, WordFacts, each_place, places, word},
    lexicon::{Classes, Lexicon},
    token::{ABBREVIATED, Gap, Shape, Token, Tokens, opens_place},
};
use crate::{
    grammar::scan::fold,
    stage::{Context, Word, WordShape},
    text::{Span, word_hash},
};

/// Makes the tokens of a text.
pub(super) struct Tokenizer<'t, 'l> {
    tokens: Tokens<'t>,
    lexicon: &'l Lexicon,
    /// The tokens that names of places may begin with.
    starts: Vec<(usize, Places)>,
}

impl<'t, 'l> Tokenizer<'t, 'l> {
    /// For a text of about so many words.
    pub(super) fn new(text: &'t str, words: usize, lexicon: &'l Lexicon) -> Self {
        let list = Vec::with_capacity(words + words / 16);
        let tokens = Tokens { text, list, folded: text.to_ascii_lowercase(), sentences: Vec::new(), places: Vec::new() };
        Self { tokens, lexicon, starts: Vec::new() }
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
        let mut found = Vec::new();
        for (at, first) in std::mem::take(&mut self.starts) {
            let from = found.len();
            each_place(first, self.tokens.joined(at, usize::MAX), |length, meanings| found.push((length as u8, meanings)));
            if let Some(token) = self.tokens.list.get_mut(at) {
                token.places = (from as u32, (found.len() - from) as u8);
            }
        }
        self.tokens.places = found;
    }

    fn push_word(&mut self, word: Word) {
        let shape = match word.shape {
            WordShape::Number => Shape::Number,
            WordShape::Caseless => Shape::Caseless,
            WordShape::Lower => Shape::Lower,
            WordShape::Capitals => Shape::Capitals,
            WordShape::Capitalised => Shape::Capitalised,
        };
        // most words of a text
        if word.plain != 0 && shape == Shape::Lower {
            return self.note(word.span, (word.span.start, word.span.end), word.plain, shape, Marked { plain: true, ..Marked::default() });
        }
        if word.plain != 0 {
            return self.push(word.span, shape, word.plain);
        }
        let surface = self.slice(word.span);
        let hyphen = surface.find('-').or_else(|| surface.find('\u{2010}'));
        match hyphen.filter(|_| shape != Shape::Number && shape != Shape::Caseless) {
            Some(at) => self.push_compound(word.span, shape, at),
            None => self.push(word.span, shape, 0),
        }
    }

    /// "Moscow-based", "Russia-U.S" and "anti-Iran" are taken apart; "Itar-Tass", "Suk-yeol" and "al-Assad" are not.
    fn push_compound(&mut self, span: Span, shape: Shape, at: usize) {
        let surface = self.slice(span);
        let (Some(first), Some(rest)) = (surface.get(..at), surface.get(at + 1..)) else {
            return self.push(span, shape, 0);
        };
        if rest.ends_with("-old") || rest.ends_with("-long") {
            return self.push(span, Shape::Lower, 0);
        }
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let (head, tail) = (fold(first), fold(rest));
        let whole = self.lexicon.entry(word_hash(&format!("{head}-{tail}")));
        let (head, tail) = (word_hash(&head), word_hash(&tail));
        if whole.reach > 1 || whole.classes.any(Classes::PLACE.or(Classes::ORGANISATION).or(Classes::ROLE).or(Classes::STYLE)) {
            return self.push(span, if capital(rest) && shape == Shape::Lower { Shape::Capitalised } else { shape }, 0);
        }
        let tail_entry = self.lexicon.entry(tail);
        let is_named = |half: u64| {
            let entry = self.lexicon.entry(half);
            let large = || places(half).meanings.is_some_and(|meanings| meanings.first().weight > 4);
            entry.classes.any(Classes::PLACE.or(Classes::DEMONYM).or(Classes::ORGANISATION)) || large()
        };
        let apart =
            if self.lexicon.entry(head).classes.any(Classes::ROLE_DRESSING) && tail_entry.classes.any(Classes::STYLE.or(Classes::ROLE)) {
                true
            } else if capital(first) {
                (tail_entry.classes.any(Classes::TAIL) && !capital(rest) && first.chars().count() > 1)
                    || (is_named(head) && (is_named(tail) || tail_entry.classes.any(Classes::DEMONYM)))
            } else {
                capital(rest) && !self.lexicon.entry(head).classes.any(Classes::PARTICLE) && first.chars().count() > 2
            };
        if !apart {
            let shape = if capital(rest) && shape == Shape::Lower { Shape::Capitalised } else { shape };
            return self.push(span, shape, 0);
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
            self.push(part, shape, 0);
        }
    }

    /// Takes a word as a token; `plain` is the hash of those of ASCII letters and digits alone, else 0.
    fn push(&mut self, mut span: Span, mut shape: Shape, plain: u64) {
        let mut possessive = false;
        if plain == 0
            && let Some(bare) = bare(self.slice(span))
        {
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
        let dotted = shape == Shape::Initial || (shape == Shape::Capitals && plain == 0 && surface.contains('.'));
        let stop = dotted && behind.starts_with('.') && !possessive && behind.len() > 1 && {
            // the full stop that ends a sentence, too, is left to it
            let ends = behind.trim_start_matches(['.', '"', '\u{201d}', ')']).trim_start_matches(' ');
            !ends.starts_with('\n')
        };
        span.end += u32::from(stop);
        let folded = if plain != 0 || surface.is_ascii() { (span.start, span.end) } else { self.fold_in(span) };
        let hash = if plain == 0 { word_hash(self.tokens.letters(folded).trim_end_matches('.')) } else { plain };
        self.note(span, folded, hash, shape, Marked { plain: plain != 0, possessive, stop });
    }

    /// Notes a token with what is known of it; `hash` is of its letters alone.
    fn note(&mut self, span: Span, folded: (u32, u32), hash: u64, shape: Shape, marked: Marked) {
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
        let (entry, Marked { plain, possessive, stop }) = (self.lexicon.entry(hash), marked);
        let mut token = Token {
            span,
            folded,
            hash,
            plain,
            shape,
            gap,
            entry,
            facts: WordFacts::default(),
            sentence,
            initial,
            possessive,
            places: (0, 0),
        };
        if token.is_capital() {
            self.look_up(&mut token, stop);
        }
        self.tokens.list.push(token);
    }

    /// Looks a word with a capital up in the gazetteers: places are named with the full stop of an abbreviation, other words without.
    fn look_up(&mut self, token: &mut Token, stop: bool) {
        if token.shape != Shape::Initial {
            token.facts = word(token.hash);
        }
        if opens_place(token) {
            let places = places(if stop { word_hash(self.tokens.letters(token.folded)) } else { token.hash });
            if places.reach > 0 {
                self.starts.push((self.tokens.list.len(), places));
            }
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

/// What a token has beside its letters.
#[derive(Clone, Copy, Default)]
struct Marked {
    /// Nothing, but for a full stop.
    plain: bool,
    /// A possessive ending behind it.
    possessive: bool,
    /// The full stop of an abbreviation, which belongs to it.
    stop: bool,
}

/// A word without its possessive ending, where it has one.
fn bare(word: &str) -> Option<&str> {
    let bare = ["'s", "\u{2019}s", "\u{2019}S"].into_iter().find_map(|ending| word.strip_suffix(ending));
    bare.filter(|bare| !bare.is_empty())
}

fn gap(between: &str, last: &Token) -> Gap {
    // most gaps that are no single space
    if between == ", " {
        return Gap::Comma;
    }
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
    let last = before.trim_end_matches([' ', '\u{a0}']).chars().next_back();
    matches!(last, Some(':' | '\u{2022}' | '*' | '|' | '\u{2014}' | '\u{b7}' | '>' | '!' | '?' | '"' | '\u{201c}' | '\u{2018}' | ';'))
}
