//! The subject of each verb: whose words they are, where it is a cue.

use super::{
    attribution::{SPEECH, Sentence},
    group::{Form, Group},
    item::{Item, Kind},
    phrase::{Phrase, noun_phrase_before, phrase_from, subject_before},
};
use crate::annotate::language::{
    ADVERB, AND, BUT, CONNECTIVE, DETERMINER, GERUND, INDEFINITE, OBJECT_PRONOUN, PARTICIPLE, POSSESSIVE, PREPOSITION, RELATIVE,
    SUBORDINATOR, THAT, THERE, TIME, TO,
};

impl Sentence<'_> {
    /// The subject of the first clause.
    pub(super) fn first_subject(&self) -> Option<Phrase> {
        self.groups.iter().zip(&self.subjects).find(|(group, _)| group.form == Form::Finite).and_then(|(_, subject)| *subject)
    }

    /// The subject of a group, by those of the groups before it.
    pub(super) fn subject(&self, number: usize) -> Option<Phrase> {
        let group = self.groups.get(number)?;
        let before = group.first.checked_sub(1).map(|at| &self.items[at]);
        let earlier = || self.subjects.iter().rev().flatten().next().copied();
        match group.form {
            Form::Gerund => match before {
                Some(item) if item.is_content() && item.kind != Kind::Number => noun_phrase_before(self.items, group.first - 1),
                _ => self.speaking_subject(number).or_else(earlier).or_else(|| self.subject_behind(number)),
            },
            // "X said that he was late, but called it a success": behind a comma the one who speaks goes on
            _ if before.is_some_and(|item| item.is(AND.and(BUT))) => {
                let apart =
                    group.first.checked_sub(2).is_some_and(|at| matches!(self.items[at].kind, Kind::Comma | Kind::Dash | Kind::Quote));
                let named = || phrase_from(self.items, 0).filter(|phrase| phrase.last < group.first);
                if apart { self.speaking_subject(number).or_else(earlier).or_else(named) } else { earlier().or_else(named) }
            }
            Form::Infinitive => earlier(),
            _ => self.whole_subject(group).or_else(|| subject_before(self.items, group.first)).or_else(|| {
                let comma = before.is_some_and(|item| item.kind == Kind::Comma);
                let joined = comma || before.is_some_and(|item| item.is(CONNECTIVE) || item.kind == Kind::Quote);
                // "a singer, known for her songs"
                let reduced = if comma && group.form == Form::Passive { self.noun_before(group.first - 1) } else { None };
                reduced.or_else(|| if joined { earlier() } else { None })
            }),
        }
    }

    /// The noun phrase before a comma.
    fn noun_before(&self, comma: usize) -> Option<Phrase> {
        noun_phrase_before(self.items, comma.checked_sub(1)?)
    }

    /// The subject that everything before the verb is, back to where the clause begins: a name with all that explains it, relative clauses included.
    pub(super) fn whole_subject(&self, group: &Group) -> Option<Phrase> {
        let edge = group.first.checked_sub(1)?;
        let bounds = |item: &Item| {
            matches!(item.kind, Kind::Quote | Kind::Semicolon | Kind::Colon | Kind::End)
                || item.is(THAT.and(BUT))
                || item.is(SUBORDINATOR) && !item.is(PREPOSITION)
        };
        let start = self.items[..edge].iter().rposition(bounds).map_or(0, |at| at + 1);
        let mut first = start;
        while first < edge && (matches!(self.items[first].kind, Kind::Comma | Kind::Dash) || self.items[first].is(AND.and(CONNECTIVE))) {
            first += 1;
        }
        let opener = self.items.get(first)?;
        if opener.is(PREPOSITION.and(SUBORDINATOR).and(TIME).and(GERUND).and(ADVERB).and(PARTICIPLE)) && !opener.is_name() {
            first += self.items.get(first..edge)?.iter().position(|item| item.kind == Kind::Comma)? + 1;
        }
        let opener = self.items.get(first).filter(|item| item.is_content() || item.is(DETERMINER.and(POSSESSIVE).and(INDEFINITE)))?;
        let inside = self.items.get(first..=edge)?;
        let complex = inside[..inside.len() - 1].iter().any(|item| item.kind == Kind::Comma || item.is(RELATIVE));
        let mut relative = false;
        for item in self.groups.iter().filter(|other| other.first >= first && other.last < group.first && other.form == Form::Finite) {
            let before = &self.items[item.first.saturating_sub(1)];
            relative |= before.is(RELATIVE);
            if !relative || !before.is(RELATIVE.and(AND)) {
                return None;
            }
        }
        let explained = inside.iter().position(|item| item.kind == Kind::Comma).is_none_or(|comma| comma + 2 < inside.len());
        let closed = self.items[edge].kind == Kind::Comma || !inside.iter().any(|item| item.kind == Kind::Comma);
        if !complex || !explained || !closed || opener.is(TO) || edge - first > 60 {
            return None;
        }
        let last = if self.items[edge].kind == Kind::Comma { edge - 1 } else { edge };
        let tail = self.items.get(last)?;
        let second = inside.iter().position(|item| item.kind == Kind::Comma).and_then(|comma| inside.get(comma + 1));
        let aside =
            second.is_some_and(|item| item.is(CONNECTIVE.and(PREPOSITION).and(SUBORDINATOR).and(TIME).and(GERUND)) && !item.is(RELATIVE));
        (!aside && (tail.is_content() || tail.is(OBJECT_PRONOUN.and(THERE)) || tail.kind == Kind::End)).then_some(Phrase { first, last })
    }

    /// The subject of the last verb of speech before a group, else that of the sentence's first verb.
    fn speaking_subject(&self, number: usize) -> Option<Phrase> {
        let before = || self.groups.iter().zip(&self.subjects).take(number).filter(|(group, _)| group.form == Form::Finite);
        let speaks = |group: &Group| group.verb.and_then(|verb| self.language.verb(verb)).is_some_and(|verb| verb.confidence >= SPEECH);
        let speaker = before().rev().find(|(group, subject)| subject.is_some() && speaks(group));
        let relative = |group: &Group| group.first > 0 && self.items[group.first - 1].is(RELATIVE.and(THAT));
        // "When he left, she called him, saying": the clause that opens the sentence speaks for nobody
        let opens =
            self.items.iter().position(|item| item.kind == Kind::Word && !item.is(AND.and(BUT).and(CONNECTIVE)) || item.is(SUBORDINATOR));
        let led = opens.is_some_and(|at| self.items[at].is(SUBORDINATOR));
        let from = if led { self.items.iter().position(|item| item.kind == Kind::Comma).unwrap_or(0) } else { 0 };
        let main = |from: usize| before().find(|(group, subject)| group.first > from && subject.is_some() && !relative(group));
        speaker
            .or_else(|| main(from))
            .or_else(|| before().find(|(group, subject)| subject.is_some() && !relative(group)))
            .and_then(|(_, subject)| *subject)
    }

    /// "Citing the weather, the minister left": the subject of the next clause.
    fn subject_behind(&self, number: usize) -> Option<Phrase> {
        let next = self.groups.iter().skip(number + 1).find(|group| group.form != Form::Gerund)?;
        subject_before(self.items, next.first)
    }
}
