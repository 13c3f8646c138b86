//! Nouns of speech and stance: "his promise to resign", "criticism of the plan", "the claim that it rained".

use super::{
    attribution::{Attribution, Sentence},
    content,
    group::Form,
    item::Kind,
    phrase::{Phrase, noun_phrase_before},
};
use crate::annotate::language::{AUXILIARY, DETERMINER, POSSESSIVE, PREPOSITION, THAT, TO};

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
        let opener = self.items.get(at + 1).filter(|item| item.kind == Kind::Word)?;
        let word = &self.text[opener.span.range()];
        let number = self.language.openers.iter().position(|known| known == word)?;
        if !self.items[at].noun.takes(number) {
            return None;
        }
        let first = at + 2;
        let clause = opener.is(THAT.and(TO));
        if opener.is(THAT) && self.items.get(first)?.is(AUXILIARY) {
            return None;
        }
        let (first, end) = match (clause, opener.is(TO)) {
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
        let source = self.whose(at);
        if source.is_none() && !clause {
            return None;
        }
        let cue = Phrase { first: at, last: if opener.is(PREPOSITION) { at + 1 } else { at } };
        let confidence = if source.is_some() { CONFIDENCE.0 } else { CONFIDENCE.1 };
        Some(Attribution { cue, source, content: vec![content], before: false, behind: false, according: false, confidence })
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
