//! Nouns of speech and stance: "his promise to resign", "criticism of the plan", "the claim that it rained".

use super::{
    attribution::{Attribution, Sentence},
    content,
    group::Form,
    item::Kind,
    phrase::{Phrase, noun_phrase_before},
};
use crate::annotate::language::{ADVERB, AUXILIARY, DETERMINER, HAVE, POSSESSIVE, PREPOSITION, STANCE, THAT, TO, Takes};

/// No more adjectives than this stand between the one whose words they are and the noun.
const ADJECTIVES: usize = 3;

/// In hundredths: with the one whose words they are, and without.
const CONFIDENCE: (u8, u8) = (70, 50);

impl Sentence<'_> {
    /// The attributions of all nouns of speech, in order.
    pub(super) fn nouns(&self) -> Vec<Attribution> {
        (0..self.items.len()).filter(|at| !self.items[*at].noun.is_empty()).filter_map(|at| self.noun(at)).collect()
    }

    fn noun(&self, at: usize) -> Option<Attribution> {
        if self.groups.iter().any(|group| group.first <= at && at <= group.last) {
            return None;
        }
        let opener = self.items.get(at + 1)?;
        if self.items[at].is(STANCE) || !self.opener(at + 1).is_some_and(|number| self.items[at].noun.takes(number)) {
            return None;
        }
        let first = at + 2;
        // "opposition to the plan" is no "promise to go"
        let object = opener.is(TO) && !self.items.get(first).is_some_and(content::opens_infinitive);
        let clause = opener.is(THAT.and(TO)) && !object;
        if opener.is(THAT) && self.items.get(first)?.is(AUXILIARY) {
            return None;
        }
        let (first, end) = match (clause, opener.is(TO) && !object) {
            (true, true) => (at + 1, content::clause_end(self, at + 1)),
            (true, false) => (first, content::clause_end(self, first)),
            _ => (first, content::object_end(self, first)),
        };
        // "his promise to resign came too late": the noun is the subject of another verb
        let verb = self
            .groups
            .iter()
            .find(|group| group.first > first && group.form != Form::Gerund && group.form != Form::Infinitive)
            .map(|group| group.first);
        let end = verb.filter(|verb| *verb < end && !opener.is(THAT)).unwrap_or(end);
        let content = Phrase { first, last: end.checked_sub(1).filter(|last| *last >= first)? };
        let light = self.light(at);
        let source = self.whose(at).or_else(|| light.and_then(|(_, source)| source));
        if source.is_none() && !clause && light.is_none() {
            return None;
        }
        let last = if opener.is(PREPOSITION) || object { at + 1 } else { at };
        let cue = Phrase { first: light.map_or(at, |(first, _)| first), last };
        let confidence = if source.is_some() { CONFIDENCE.0 } else { CONFIDENCE.1 };
        Some(Attribution { cue, source, content: vec![content], confidence, ..Attribution::default() })
    }

    /// The verb that says nothing without the noun, where it begins and whose words they are: "(the mayor) made the case".
    fn light(&self, at: usize) -> Option<(usize, Option<Phrase>)> {
        let number = self.groups.iter().rposition(|group| group.last < at)?;
        let group = self.groups[number];
        let has = group.verb.is_none() && self.items[group.last].is(HAVE);
        let takes = group.verb.and_then(|verb| self.language.verb(verb)).map(|verb| verb.takes);
        let takes = takes.or(has.then_some(Takes::LIGHT))?;
        let between = self.items.get(group.last + 1..at)?;
        let near = between.len() <= ADJECTIVES + 2
            && between.iter().all(|item| item.kind == Kind::Word && (item.is_content() || item.is(DETERMINER.and(ADVERB))))
            && matches!(group.form, Form::Finite | Form::Gerund);
        if !near || !takes.any(Takes::LIGHT.or(Takes::RECEIVES)) {
            return None;
        }
        Some((group.first, if takes.any(Takes::LIGHT) { self.subject_of(number) } else { None }))
    }

    /// The number of the word at `at` among those that open what a noun or an adjective says.
    pub(super) fn opener(&self, at: usize) -> Option<usize> {
        let item = self.items.get(at).filter(|item| item.kind == Kind::Word)?;
        self.language.openers.iter().position(|known| known == &self.text[item.span.range()])
    }

    /// The one whose the noun is: "his claim", "the minister's claim".
    fn whose(&self, at: usize) -> Option<Phrase> {
        for before in (at.saturating_sub(ADJECTIVES + 1)..at).rev() {
            let item = &self.items[before];
            if item.kind == Kind::Clitic {
                return noun_phrase_before(self.items, before.checked_sub(1)?);
            }
            if item.is(POSSESSIVE) {
                return Some(Phrase { first: before, last: before });
            }
            if item.is(DETERMINER) || !item.is_content() {
                return None;
            }
        }
        None
    }
}
