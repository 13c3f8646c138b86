//! Nouns of speech and stance: "his promise to resign", "criticism of the plan", "the claim that it rained".

use super::{
    attribution::{Attribution, Sentence},
    bounds, content,
    group::Form,
    item::Kind,
    phrase::{Phrase, noun_phrase_before, phrase_from},
};
use crate::annotate::language::{
    ADVERB, AUXILIARY, BE, DETERMINER, GERUND, INDEFINITE, OBJECT_PRONOUN, PARTICLE, POSSESSIVE, PREPOSITION, STANCE, THAT, TIME_ADJECTIVE,
    TO, Takes, WHETHER,
};

/// No more adjectives than this stand between the one whose words they are and the noun.
const ADJECTIVES: usize = 3;

/// No more words stand between a noun and the "is" behind it.
const LONGEST_BEHIND: usize = 12;

/// In hundredths: with the one whose words they are, and without.
const CONFIDENCE: (u8, u8) = (70, 50);

/// In hundredths: where nothing but the word behind the noun tells.
const BARE: u8 = 45;

impl Sentence<'_> {
    /// The attributions of all nouns of speech, in order.
    pub(super) fn nouns(&self) -> Vec<Attribution> {
        (0..self.items.len()).filter(|at| !self.items[*at].noun.is_empty()).filter_map(|at| self.noun(at)).collect()
    }

    fn noun(&self, at: usize) -> Option<Attribution> {
        if self.items[at].is(STANCE) || self.groups.iter().any(|group| group.first <= at && at <= group.last) {
            return None;
        }
        let fits = |at_opener: usize| self.opener(at_opener).is_some_and(|number| self.items[at].noun.takes(number));
        let from = self.from(at);
        let next = from.map_or(at, |from| from.last) + 1;
        if fits(next) {
            return self.opened(at, from, next);
        }
        // "his claim in May that"
        match content::scene_end(self.items, next).filter(|end| fits(*end)) {
            Some(end) => self.opened(at, from, end),
            None => self.equated(at).or_else(|| self.received(at, from)),
        }
    }

    /// What is said by the noun at `at`, which the word at `next` opens.
    fn opened(&self, at: usize, from: Option<Phrase>, next: usize) -> Option<Attribution> {
        let before = next - 1;
        let opener = self.items.get(next)?;
        let first = before + 2;
        // "opposition to the plan" is no "promise to go"
        let object = opener.is(TO) && !self.items.get(first).is_some_and(content::opens_infinitive);
        // "la promesa de que"
        let first = if opener.is(PREPOSITION) && self.items.get(first)?.is(THAT) { first + 1 } else { first };
        let clause = opener.is(THAT.and(TO)) && !object || first > before + 2;
        if opener.is(THAT) && self.items.get(first)?.is(AUXILIARY) {
            return None;
        }
        let (first, end) = match (clause, opener.is(TO) && !object) {
            (true, true) => (before + 1, bounds::clause_end(self, before + 1)),
            (true, false) => (first, bounds::clause_end(self, first)),
            _ => (first, bounds::object_end(self, first)),
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
        let renewed = self.renewed(at);
        let source = from.or(renewed.map(|(_, source)| source)).or_else(|| self.whose(at)).or_else(|| light.and_then(|(_, source)| source));
        let bare = source.is_none() && !clause && light.is_none();
        if bare && !self.language.alone.iter().any(|known| self.is_word(next, known)) {
            return None;
        }
        let last = if before == at && (opener.is(PREPOSITION) || object) { at + 1 } else { at };
        let first = renewed.map(|(first, _)| first).or(light.map(|(first, _)| first)).unwrap_or(at);
        let cue = Phrase { first, last };
        let confidence = match source {
            Some(_) => CONFIDENCE.0,
            None if bare => BARE,
            None => CONFIDENCE.1,
        };
        Some(Attribution { cue, source, content: vec![content], confidence, ..Attribution::default() })
    }

    /// The one behind a noun whose it is: "criticism from Smith".
    fn from(&self, at: usize) -> Option<Phrase> {
        let word = self.items.get(at + 1).filter(|item| item.kind == Kind::Word).map(|item| &self.text[item.span.range()])?;
        self.language.from.iter().find(|known| known == &word)?;
        let opener = self.items.get(at + 2)?;
        let named = opener.is_content() || opener.is(DETERMINER.and(POSSESSIVE).and(OBJECT_PRONOUN).and(INDEFINITE));
        phrase_from(self.items, at + 2).filter(|_| named && !opener.is(GERUND))
    }

    /// "He faced criticism from Smith": what is spoken of is who receives it.
    fn received(&self, at: usize, from: Option<Phrase>) -> Option<Attribution> {
        let source = from?;
        let number = self.groups.iter().rposition(|group| group.last < at)?;
        let group = self.groups[number];
        let takes = group.verb.and_then(|verb| self.language.verb(verb)).map(|verb| verb.takes)?;
        let near = at - group.last <= ADJECTIVES + 2 && takes.any(Takes::RECEIVES) && group.form != Form::Passive;
        let subject = self.subject_of(number).filter(|_| near)?;
        let cue = Phrase { first: group.first, last: at + 1 };
        Some(Attribution { cue, source: Some(source), content: vec![subject], confidence: CONFIDENCE.0, ..Attribution::default() })
    }

    /// "His claim was that it rained", "the question is whether it will".
    fn equated(&self, at: usize) -> Option<Attribution> {
        let group = self.groups.iter().find(|group| group.first > at)?;
        let is = self.items[group.last].is(BE) && group.verb.is_none() && group.form == Form::Finite;
        let behind = self.items[at + 1..group.first].iter();
        let source = self.whose(at);
        let near = source.is_some()
            && behind.len() <= LONGEST_BEHIND
            && behind.clone().all(|item| matches!(item.kind, Kind::Word | Kind::Number | Kind::Clitic));
        let opener = self.items.get(group.last + 1).filter(|_| is && near)?;
        let fits = self.opener(group.last + 1).is_some_and(|number| self.items[at].noun.takes(number));
        let clause = opener.is(THAT.and(WHETHER).and(TO)) && fits;
        let first = group.last + 1 + usize::from(opener.is(THAT));
        let end = bounds::clause_end(self, first);
        (clause && first < end).then(|| Attribution {
            cue: Phrase { first: at, last: group.last },
            source,
            content: vec![Phrase { first, last: end - 1 }],
            confidence: CONFIDENCE.0,
            ..Attribution::default()
        })
    }

    /// The verb that says nothing without the noun, where it begins and whose words they are: "(the mayor) made the case".
    fn light(&self, at: usize) -> Option<(usize, Option<Phrase>)> {
        let number = self.groups.iter().rposition(|group| group.last < at)?;
        let group = self.groups[number];
        // "spent millions in support of the plan"
        let led = at.checked_sub(1).filter(|led| *led > group.last && self.language.within.iter().any(|word| self.is_word(*led, word)));
        if let Some(led) = led.filter(|led| self.items[group.last + 1..*led].iter().all(|item| item.kind != Kind::Comma)) {
            return Some((led, self.subject_of(number)));
        }
        // a verb that is no cue does something with the noun: "avoided direct criticism of"
        let does = group.verb.is_none() && !self.items[group.last].is(BE);
        let takes = group.verb.and_then(|verb| self.language.verb(verb)).map(|verb| verb.takes);
        let takes = takes.or(does.then_some(Takes::LIGHT))?;
        let between = self.items.get(group.last + 1..at)?;
        let near = between.len() <= ADJECTIVES + 2
            && between.iter().all(|item| item.kind == Kind::Word && (item.is_content() || item.is(DETERMINER.and(ADVERB))))
            && matches!(group.form, Form::Finite | Form::Gerund | Form::Infinitive);
        if !near || !takes.any(Takes::LIGHT.or(Takes::RECEIVES)) {
            return None;
        }
        Some((group.first, if takes.any(Takes::LIGHT) { self.subject_of(number) } else { None }))
    }

    /// "(He) stepped up his attacks": what the subject does with its own claim or criticism is how it speaks. Where the verb begins and whose words they are.
    fn renewed(&self, at: usize) -> Option<(usize, Phrase)> {
        let number = self.groups.iter().rposition(|group| group.last < at)?;
        let group = self.groups[number];
        let between = self.items.get(group.last + 1..at)?;
        let own = between.iter().position(|item| item.is(POSSESSIVE))?;
        let near = own <= 1
            && between.len() <= ADJECTIVES + 2
            && between[..own].iter().all(|item| item.is(PARTICLE))
            && matches!(group.form, Form::Finite | Form::Gerund | Form::Infinitive)
            && !self.items[group.last].is(BE)
            && !self.is_cue(&group);
        self.subject_of(number).filter(|_| near).map(|source| (group.first, source))
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
            if item.is(DETERMINER) && !item.is(TIME_ADJECTIVE) || !item.is_content() && !item.is(ADVERB.and(TIME_ADJECTIVE)) {
                return None;
            }
        }
        None
    }
}
