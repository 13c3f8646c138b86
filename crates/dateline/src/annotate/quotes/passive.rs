//! Attributions without a subject that speaks: passives ("is expected to rain", "was praised by Smith"), what only seems ("he appeared to agree") and hearsay
//! ("reportedly"). What is said then begins with the subject; whose words they are stands behind "by", or nowhere.

use super::{
    attribution::{Attribution, Sentence},
    bounds, content,
    group::{Form, Group},
    item::Kind,
    phrase::{Phrase, phrase_from},
};
use crate::annotate::language::{
    ADVERB, DETERMINER, HEARSAY, INDEFINITE, IT, OBJECT_PRONOUN, POSSESSIVE, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, TIME, TO, Takes,
    Verb,
};

/// In hundredths: "reportedly" attributes, but to nobody.
const HEARD: u8 = 55;

impl Sentence<'_> {
    /// "… was praised by Smith": what is spoken of is the subject.
    pub(super) fn passive(&self, number: usize, group: Group, verb: &Verb) -> Option<Attribution> {
        let said = self
            .groups
            .get(number + 1)
            .is_some_and(|next| next.first == group.last + 2 && next.form == Form::Gerund && next.verb.is_some());
        if verb.takes.only_supports() || said && self.items[group.last + 1].is(SUBORDINATOR) {
            // "was quoted as saying" is said by the verb behind it
            return None;
        }
        let subject = self.subject_of(number);
        let mut at = group.last + 1;
        let mut found =
            Attribution { cue: Phrase { first: group.first, last: group.last }, confidence: verb.confidence, ..Attribution::default() };
        if self.is_word(at, &self.language.by) {
            found.source = phrase_from(self.items, at + 1);
            at = found.source?.last + 1;
            found.content.extend(subject);
            let mut cue = found.cue;
            found.content.extend(content::right(self, at, verb, &mut cue).map(|right| right.phrase));
        }
        if found.source.is_none() && verb.takes.any(Takes::QUESTION) && verb.takes.any(Takes::ADDRESSEE) {
            let mut cue = found.cue;
            found.content.extend(content::right(self, at, verb, &mut cue).map(|right| right.phrase));
            found.cue = cue;
        }
        let led = verb.reduced.is_empty()
            || self.items.get(at).is_some_and(|item| item.is(TO.and(THAT)))
            || verb.reduced.iter().any(|word| self.is_word(at, word));
        if found.content.is_empty() && verb.takes.any(Takes::AGENTLESS) && led {
            found.content.push(self.raised_content(subject?, group, at));
            found.confidence = found.confidence.min(HEARD);
        }
        (!found.content.is_empty()).then_some(found)
    }

    /// "The plan angered voters": what is thought of is the subject.
    pub(super) fn affected(&self, number: usize, group: Group, verb: &Verb) -> Option<Attribution> {
        let subject = self.subject_of(number).filter(|_| group.form == Form::Finite)?;
        let opener = self.items.get(group.last + 1)?;
        let object = opener.is_content() || opener.is(DETERMINER.and(POSSESSIVE).and(OBJECT_PRONOUN).and(INDEFINITE));
        let source = phrase_from(self.items, group.last + 1).filter(|_| object)?;
        Some(Attribution {
            cue: Phrase { first: group.first, last: group.last },
            source: Some(source),
            content: vec![subject],
            confidence: verb.confidence,
            ..Attribution::default()
        })
    }

    /// "It seems to rain", "he appeared to agree": by nobody in particular.
    pub(super) fn raised(&self, number: usize, group: Group, verb: &Verb) -> Option<Attribution> {
        let behind = self.items.get(group.last + 1).filter(|item| item.kind == Kind::Word)?;
        let fits = behind.is(TO) && verb.takes.any(Takes::INFINITIVE)
            || behind.is(THAT) && verb.takes.any(Takes::CLAUSE)
            || verb.takes.any(Takes::OBJECT) && !behind.is(PREPOSITION.and(TIME).and(TO))
            || verb.prepositions.iter().any(|preposition| self.is_word(group.last + 1, preposition));
        let subject = self.subject_of(number).filter(|_| fits)?;
        Some(Attribution {
            cue: Phrase { first: group.first, last: group.last },
            content: vec![self.raised_content(subject, group, group.last + 1)],
            confidence: verb.confidence,
            ..Attribution::default()
        })
    }

    /// What is said, with the subject of the verb that says so; without it in "it is said that".
    fn raised_content(&self, subject: Phrase, group: Group, at: usize) -> Phrase {
        let that = self.items.get(at).is_some_and(|item| item.is(THAT));
        let empty = subject.first == subject.last && self.items[subject.first].is(IT) && that;
        let from = if empty { at + 1 } else { subject.first };
        let end = bounds::clause_end(self, group.last).max(group.last + 1);
        Phrase { first: from, last: (end - 1).max(from) }
    }

    /// "The mayor has reportedly left".
    pub(super) fn heard(&self) -> Option<Attribution> {
        let at = self.items.iter().position(|item| item.kind == Kind::Word && item.is(HEARSAY))?;
        let near = |group: &Group| {
            (group.first <= at && at <= group.last)
                || group.last < at && self.items[group.last + 1..at].iter().all(|item| item.is(ADVERB))
                || at < group.first && self.items[at + 1..group.first].iter().all(|item| item.is(ADVERB))
        };
        let (number, group) = self.groups.iter().enumerate().find(|(_, group)| group.form != Form::Gerund && near(group))?;
        let subject = self.subject_of(number)?;
        let end = bounds::clause_end(self, group.last.max(at));
        let first = subject.first;
        let relative = self.items[first].is(RELATIVE.and(THAT)) && first == subject.last;
        (first < end && !relative).then(|| Attribution {
            cue: Phrase { first: at, last: at },
            content: vec![Phrase { first, last: end - 1 }],
            confidence: HEARD,
            ..Attribution::default()
        })
    }
}
