//! Attributions without a verb: "According to Smith, …", "Smith: “…”", "“…” — Smith", "In a poll of voters, …".

use super::{
    attribution::{Attribution, Sentence},
    bounds, content,
    group::Form,
    item::{Item, Kind},
    phrase::{Phrase, phrase_from},
};
use crate::annotate::language::{
    AND, AUXILIARY, BE, BUT, CONNECTIVE, DETERMINER, OPENS_PHRASE, POSSESSIVE, PREPOSITION, RELATIVE, REPORTING, SUBORDINATOR, VIEWPOINT,
};

/// No label has more words than this.
const LONGEST: usize = 8;

/// In hundredths: by who stands before a colon or behind a dash, and by a poll.
const CONFIDENCE: (u8, u8) = (80, 60);

impl Sentence<'_> {
    /// What is said by whoever stands before a colon or behind a dash, and nothing else does: "Smith: “…”", "A DAY OF RAIN - Smith: “…”", "“…” — Smith “…” — Jones".
    pub(super) fn labelled(&self) -> Vec<Attribution> {
        let kind = |at: usize| self.items.get(at).map(|item| item.kind);
        let said = |source: Phrase, quote: usize| Attribution {
            source: Some(source),
            content: vec![Phrase { first: quote, last: quote }],
            uncued: true,
            confidence: CONFIDENCE.0,
            ..Attribution::default()
        };
        let mut found = Vec::new();
        for at in (0..self.items.len()).filter(|at| kind(*at) == Some(Kind::Quote)) {
            let behind = if kind(at + 1) == Some(Kind::Dash) { self.names(at + 2) } else { None };
            let signed = behind.filter(|names| matches!(kind(names.last + 1), None | Some(Kind::Quote | Kind::End)));
            let before = if at > 1 && kind(at - 1) == Some(Kind::Colon) { self.names_before(at - 1) } else { None };
            found.extend(signed.or(before).map(|source| said(source, at)));
        }
        found
    }

    /// "“…,” Smith pressed": a clause behind words between marks that end with their comma attributes them, whatever its verb.
    pub(super) fn reporting(&self) -> Option<Attribution> {
        let quote = self.items.iter().position(|item| item.kind == Kind::Quote && self.ends_with_comma(item))?;
        let number = self.groups.iter().position(|group| group.first > quote && group.form == Form::Finite)?;
        let group = self.groups[number];
        let source = self.subject_of(number).filter(|source| source.first == quote + 1 && source.last < group.first)?;
        let acts = !self.items[group.last].is(AUXILIARY);
        acts.then(|| Attribution {
            cue: Phrase { first: group.first, last: group.last },
            source: Some(source),
            content: vec![Phrase { first: quote, last: quote }],
            confidence: CONFIDENCE.0,
            ..Attribution::default()
        })
    }

    /// The names right before `end`, which open the sentence or stand behind a dash.
    fn names_before(&self, end: usize) -> Option<Phrase> {
        let start = (0..end).rev().find(|at| self.items[*at].kind == Kind::Dash).map_or(0, |dash| dash + 1);
        self.names(start).filter(|names| names.last + 1 == end)
    }

    /// "He sent a message: “…”": the words between marks behind a colon are those of whoever the clause before it is about.
    pub(super) fn introduced(&self) -> Option<Attribution> {
        let colon = (1..self.items.len()).find(|at| self.items[*at].kind == Kind::Colon)?;
        let end = bounds::clause_end(self, colon + 1);
        if self.items.get(colon + 1)?.kind != Kind::Quote {
            return None;
        }
        let number = self.groups.iter().rposition(|group| group.last < colon && group.form == Form::Finite)?;
        if self.items[self.groups[number].last].is(BE) {
            return None;
        }
        let source = self.subject_of(number)?;
        let cue = Phrase { first: self.groups[number].first, last: self.groups[number].last };
        let confidence = CONFIDENCE.0;
        Some(Attribution {
            cue,
            source: Some(source),
            content: vec![Phrase { first: colon + 1, last: end - 1 }],
            confidence,
            ..Attribution::default()
        })
    }

    /// The words from `first` on that are names.
    fn names(&self, first: usize) -> Option<Phrase> {
        let count = self.items.get(first..)?.iter().take(LONGEST).take_while(|item| item.is_name() && item.verb.is_none()).count();
        count.checked_sub(1).map(|more| Phrase { first, last: first + more })
    }

    /// "In a poll of voters, most were for it".
    pub(super) fn polled(&self) -> Option<Attribution> {
        let opener = self.items.first().filter(|item| item.kind == Kind::Word && item.is(PREPOSITION))?;
        let word = &self.text[opener.span.range()];
        self.language.polled.iter().find(|known| known.eq_ignore_ascii_case(word))?;
        let comma = self.items.iter().position(|item| item.kind == Kind::Comma)?;
        let named = self.items.get(1..comma)?;
        let whose = named.iter().any(|item| item.is(POSSESSIVE) || item.kind == Kind::Clitic);
        let says = |item: &Item| item.is(REPORTING) || whose && item.is(VIEWPOINT);
        let head = named.iter().take_while(|item| !item.is(PREPOSITION)).any(says);
        let end = bounds::clause_end(self, comma + 1);
        (head && comma + 1 < end).then(|| Attribution {
            cue: Phrase { first: 0, last: 0 },
            source: Some(Phrase { first: 1, last: comma - 1 }),
            content: vec![Phrase { first: comma + 1, last: end - 1 }],
            confidence: CONFIDENCE.1,
            ..Attribution::default()
        })
    }

    /// "According to Smith, …".
    pub(super) fn according(&self) -> Option<Attribution> {
        let (cue, source) = self.according_phrase()?;
        let mut found = Attribution { cue, source: Some(source), according: true, confidence: 92, ..Attribution::default() };
        let starts = self.items[..cue.first]
            .iter()
            .all(|item| item.is(BUT.and(AND).and(CONNECTIVE).and(PREPOSITION).and(SUBORDINATOR)) || item.kind == Kind::Comma);
        if starts {
            let comma = self.said_behind(source)?;
            found.source = Some(Phrase { first: source.first, last: comma - 1 });
            if comma < self.items.len() && matches!(self.items[comma].kind, Kind::Comma | Kind::Colon) {
                let end = bounds::clause_end(self, comma + 1);
                found.content.push(Phrase { first: comma + 1, last: end.checked_sub(1)? });
            } else {
                found.before = true;
            }
        } else {
            found.content.push(content::left(self, cue.first)?.phrase);
        }
        found.content.retain(|content| content.first <= content.last);
        (found.before || !found.content.is_empty()).then_some(found)
    }

    /// Where the comma stands between the one whose words they are and the words: the first one, unless what follows it only explains.
    fn said_behind(&self, source: Phrase) -> Option<usize> {
        let points = |from: usize| (from..self.items.len()).find(|at| matches!(self.items[*at].kind, Kind::Comma | Kind::Colon));
        let Some(first) = points(source.first) else { return Some(source.last + 1) };
        if first > source.last + 1 {
            // "According to a poll out on Thursday, …": up to the comma, whatever it is
            return Some(first);
        }
        let Some(second) = points(first + 1) else { return Some(first) };
        let clause = self.groups.iter().any(|group| group.first > first && group.last < second && group.form == Form::Finite);
        let explains = self.items[first + 1].is(DETERMINER.and(RELATIVE)) && (!clause || self.items[first + 1].is(RELATIVE));
        Some(if explains { second } else { first })
    }

    fn according_phrase(&self) -> Option<(Phrase, Phrase)> {
        (0..self.items.len()).filter(|first| self.items[*first].is(OPENS_PHRASE)).find_map(|first| {
            let length = self.according_at(first)?;
            let from = first + length;
            let words = || {
                let length =
                    self.items.get(from..)?.iter().take_while(|item| matches!(item.kind, Kind::Word | Kind::Number | Kind::Clitic)).count();
                length.checked_sub(1).map(|more| Phrase { first: from, last: from + more })
            };
            Some((Phrase { first, last: from - 1 }, phrase_from(self.items, from).or_else(words)?))
        })
    }

    /// Whether "according to" or the like stands at `at`.
    #[inline]
    pub(super) fn is_according(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.is(OPENS_PHRASE)) && self.according_at(at).is_some()
    }

    /// How many words the phrase has.
    fn according_at(&self, first: usize) -> Option<usize> {
        let word = |at: usize| self.items.get(at).filter(|item| item.kind == Kind::Word).map(|item| &self.text[item.span.range()]);
        let found = self.language.according.iter().find(|phrase| {
            phrase.iter().enumerate().all(|(number, known)| word(first + number).is_some_and(|word| word.eq_ignore_ascii_case(known)))
        });
        found.map(Vec::len)
    }
}
