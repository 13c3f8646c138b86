//! Adjectives of stance: "is confident that it will rain", "Republicans critical of the plan", "it is unclear whether it rained".

use super::{
    attribution::{Attribution, Sentence},
    bounds,
    group::Form,
    phrase::{Phrase, noun_phrase_before},
};
use crate::annotate::language::{
    ADVERB, BE, DETERMINER, HAVE, IT, NOUN_TOO, POSSESSIVE, PREPOSITION, STANCE, SUBJECT_PRONOUN, THAT, THERE, TO,
};

/// In hundredths.
const CONFIDENCE: u8 = 65;

impl Sentence<'_> {
    /// The attributions of all adjectives of stance, in order.
    pub(super) fn adjectives(&self) -> Vec<Attribution> {
        (0..self.items.len()).filter(|at| self.items[*at].is(STANCE)).filter_map(|at| self.adjective(at)).collect()
    }

    fn adjective(&self, at: usize) -> Option<Attribution> {
        let opener = self.items.get(at + 1)?;
        let known = self.opener(at + 1).filter(|number| self.items[at].noun.takes(*number));
        let bare = self.language.openers.iter().position(|known| known == "that").is_some_and(|that| self.items[at].noun.takes(that))
            && opener.is(SUBJECT_PRONOUN.and(DETERMINER).and(POSSESSIVE).and(THERE));
        let (first, end) = match known {
            // "convencido de que"
            Some(_) if opener.is(PREPOSITION) && self.items.get(at + 2)?.is(THAT) => (at + 3, bounds::clause_end(self, at + 3)),
            Some(_) if opener.is(PREPOSITION) && !opener.is(TO) => (at + 2, bounds::object_end(self, at + 2)),
            Some(_) if opener.is(THAT) => (at + 2, bounds::clause_end(self, at + 2)),
            Some(_) => (at + 1, bounds::clause_end(self, at + 1)),
            None if bare => (at + 1, bounds::clause_end(self, at + 1)),
            None => return None,
        };
        let content = Phrase { first, last: end.checked_sub(1).filter(|last| *last >= first)? };
        let last = if known.is_some() && opener.is(PREPOSITION) && !opener.is(TO) { at + 1 } else { at };
        let (first, source) = self.whose_stance(at)?;
        Some(Attribution { cue: Phrase { first, last }, source, content: vec![content], confidence: CONFIDENCE, ..Attribution::default() })
    }

    /// Where the cue begins, and the one whose stance it is: nobody in "it is unclear whether".
    fn whose_stance(&self, at: usize) -> Option<(usize, Option<Phrase>)> {
        let adverbs = self.items[..at].iter().rev().take_while(|item| item.is(ADVERB)).count();
        let edge = (at - adverbs).checked_sub(1)?;
        // "is confident", and participles that are adjectives: "was impressed"
        let number = self.groups.iter().position(|group| {
            group.last == edge && group.verb.is_none() && group.form == Form::Finite || group.last == at && group.form == Form::Passive
        });
        if let Some(number) = number {
            let group = self.groups[number];
            if !self.items[group.first..=group.last].iter().any(|item| item.is(BE)) {
                return None;
            }
            let subject = self.subject_of(number)?;
            let empty = subject.first == subject.last && self.items[subject.first].is(IT);
            return Some((group.first, Some(subject).filter(|_| !empty)));
        }
        let noun = &self.items[edge];
        let near = noun.is_content() && !noun.is(DETERMINER.and(HAVE)) && adverbs == 0 && !self.items[at].is(NOUN_TOO);
        near.then(|| noun_phrase_before(self.items, edge).map(|source| (at, Some(source))))?
    }
}
