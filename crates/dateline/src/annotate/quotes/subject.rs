//! The subject of each verb: whose words they are, where it is a cue.

use super::{
    attribution::{SPEECH, Sentence},
    group::{Form, Group},
    item::Kind,
    phrase::{Phrase, noun_phrase_before, phrase_from, subject_before},
};
use crate::annotate::language::{
    ADVERB, AND, BUT, CONNECTIVE, DETERMINER, GERUND, INDEFINITE, OBJECT_PRONOUN, PARTICIPLE, POSSESSIVE, PREPOSITION, RELATIVE,
    SUBORDINATOR, THAT, THERE, TIME, TO, Takes,
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
                Some(item) if (item.is_content() || item.is(INDEFINITE) && !item.is(PREPOSITION)) && item.kind != Kind::Number => {
                    noun_phrase_before(self.items, group.first - 1)
                }
                _ => self.speaking_subject(number).or_else(earlier).or_else(|| self.subject_behind(number)),
            },
            // "X said that he was late, but called it a success": behind a comma the one who speaks goes on
            _ if before.is_some_and(|item| item.is(AND.and(BUT))) => {
                let apart =
                    group.first.checked_sub(2).is_some_and(|at| matches!(self.items[at].kind, Kind::Comma | Kind::Dash | Kind::Quote));
                let named = || phrase_from(self.items, 0).filter(|phrase| phrase.last < group.first);
                let spoke = if apart { self.speaking_subject(number) } else { self.also_speaking(number) };
                spoke.or_else(earlier).or_else(named)
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
        let bounds = |at: &usize| {
            let item = &self.items[*at];
            matches!(item.kind, Kind::Quote | Kind::Semicolon | Kind::Colon | Kind::End)
                || item.is(BUT)
                || item.is(THAT) && !self.is_relative_that(*at)
                || item.is(SUBORDINATOR) && !item.is(PREPOSITION)
        };
        let start = (0..edge).rev().find(bounds).map_or(0, |at| at + 1);
        let mut first = start;
        while first < edge && (matches!(self.items[first].kind, Kind::Comma | Kind::Dash) || self.items[first].is(AND.and(CONNECTIVE))) {
            first += 1;
        }
        if self.items.get(first + 1).is_some_and(|next| self.items[first].is(ADVERB) && next.is_content()) {
            first += 1;
        }
        let opener = self.items.get(first)?;
        if opener.is(PREPOSITION.and(SUBORDINATOR).and(TIME).and(GERUND).and(ADVERB).and(PARTICIPLE)) && !opener.is_name() {
            first += self.items.get(first..edge)?.iter().position(|item| item.kind == Kind::Comma)? + 1;
        }
        let first = self.behind_clauses(first, group)?;
        let opener = self.items.get(first).filter(|item| item.is_content() || item.is(DETERMINER.and(POSSESSIVE).and(INDEFINITE)))?;
        let inside = self.items.get(first..=edge)?;
        let complex = inside[..inside.len() - 1].iter().any(|item| item.kind == Kind::Comma || item.is(RELATIVE.and(THAT)));
        let explained = inside.iter().position(|item| item.kind == Kind::Comma).is_none_or(|comma| comma + 2 < inside.len());
        let comma = inside.iter().position(|item| item.kind == Kind::Comma);
        let relative = comma.is_some_and(|comma| self.is_subject_relative(first + comma + 1, group.first));
        let closed = self.items[edge].kind == Kind::Comma || comma.is_none() || relative;
        if !complex || !explained || !closed || opener.is(TO) || edge - first > 60 {
            return None;
        }
        let last = if matches!(self.items[edge].kind, Kind::Comma | Kind::Dash) { edge - 1 } else { edge };
        let tail = self.items.get(last)?;
        let second = inside.iter().position(|item| item.kind == Kind::Comma).and_then(|comma| inside.get(comma + 1));
        let aside =
            second.is_some_and(|item| item.is(CONNECTIVE.and(PREPOSITION).and(SUBORDINATOR).and(TIME).and(GERUND)) && !item.is(RELATIVE));
        (!aside && (tail.is_content() || tail.is(OBJECT_PRONOUN.and(THERE)) || tail.kind == Kind::End)).then_some(Phrase { first, last })
    }

    /// Whether a relative clause between two commas or dashes and nothing else explains a subject: "Smith, who said it rained, (left)".
    fn is_aside(&self, first: usize, edge: usize) -> bool {
        let kind = self.items[edge].kind;
        let mut points = self.items.get(first..edge).unwrap_or_default().iter().zip(first..).filter(|(item, _)| item.kind == kind);
        let opens = points.next().and_then(|(_, at)| self.items.get(at + 1)).is_some_and(|item| item.is(RELATIVE));
        matches!(kind, Kind::Comma | Kind::Dash) && opens && points.next().is_none()
    }

    /// Whether "that" stands at `at` for the noun before it, as the subject of a clause: "groups that have backed him (say)".
    pub(super) fn is_relative_that(&self, at: usize) -> bool {
        let clause = |group: &Group| group.first == at + 1 && group.form != Form::Gerund;
        self.items[at].is(THAT) && self.is_relative(at) && self.groups.iter().any(clause)
    }

    /// Whether a relative stands at `at` that is the subject of a clause before `end`: "who is the mayor".
    fn is_subject_relative(&self, at: usize, end: usize) -> bool {
        let clause = |group: &Group| group.first == at + 1 && group.last < end && group.form == Form::Finite;
        self.items.get(at).is_some_and(|item| item.is(RELATIVE)) && self.groups.iter().any(clause)
    }

    /// Where a subject can begin that relative clauses explain: behind the comma of a clause of its own, "Although it rained, a man who spoke (said)".
    fn behind_clauses(&self, mut first: usize, group: &Group) -> Option<usize> {
        let edge = group.first.checked_sub(1)?;
        let mut relative = false;
        for other in self.groups.iter().filter(|other| other.last < group.first && other.form == Form::Finite) {
            if other.first < first {
                continue;
            }
            let before = &self.items[other.first.saturating_sub(1)];
            let related = before.is(RELATIVE) || other.first > 0 && self.is_relative_that(other.first - 1);
            relative |= related;
            if relative && self.is_aside(first, edge) {
                continue;
            }
            if !relative || !related && !before.is(AND) {
                self.items.get(first.checked_sub(1)?).filter(|item| item.is(SUBORDINATOR))?;
                let rest = self.items.get(other.last + 1..edge)?;
                first = other.last + 2 + rest.iter().position(|item| item.kind == Kind::Comma)?;
                relative = false;
            }
        }
        Some(first)
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

    /// "Smith said the vote was late and told reporters that": of two verbs of speech the one who speaks.
    fn also_speaking(&self, number: usize) -> Option<Phrase> {
        let speaks = |group: &Group| {
            let verb = group.verb.and_then(|verb| self.language.verb(verb));
            group.form == Form::Finite && verb.is_some_and(|verb| verb.confidence >= SPEECH && verb.takes.any(Takes::CLAUSE))
        };
        let mut before = self.groups.iter().zip(&self.subjects).take(number).rev();
        let also = self.groups.get(number).is_some_and(speaks);
        before.find(|(group, subject)| also && subject.is_some() && speaks(group)).and_then(|(_, subject)| *subject)
    }

    /// "Citing the weather, the minister left": the subject of the next clause.
    fn subject_behind(&self, number: usize) -> Option<Phrase> {
        let next = self.groups.iter().skip(number + 1).find(|group| group.form != Form::Gerund)?;
        subject_before(self.items, next.first)
    }
}
