//! A sentence in, its attributions out: for each cue the one whose words they are, and what was said. Items are counted within the sentence.

use super::{
    content::{self, Right},
    group::{Form, Group, groups},
    item::{Item, Kind},
    phrase::{Phrase, noun_phrase_before, phrase_from, subject_before},
};
use crate::annotate::language::{
    ADVERB, AND, BUT, CONNECTIVE, DETERMINER, GERUND, INDEFINITE, Language, OBJECT_PRONOUN, OPENS_PHRASE, PARTICIPLE, POSSESSIVE,
    PREPOSITION, QUESTION, RELATIVE, SUBORDINATOR, THAT, THERE, TIME, TO, Takes, Verb,
};

/// From this confidence on, in hundredths, a cue is one of speech rather than of thought or stance.
pub(super) const SPEECH: u8 = 88;

/// A cue with its source and its content.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) cue: Phrase,
    pub(super) source: Option<Phrase>,
    pub(super) content: Vec<Phrase>,
    /// Whether what was said stands before the sentence: the quote that ends there.
    pub(super) before: bool,
    /// Whether what was said stands behind the sentence: "he said:".
    pub(super) behind: bool,
    /// Whether "according to" or the like attributes it.
    pub(super) according: bool,
    /// In hundredths.
    pub(super) confidence: u8,
}

/// A sentence and what is known of its verbs.
pub(super) struct Sentence<'a> {
    pub(super) items: &'a [Item],
    pub(super) language: &'a Language,
    pub(super) text: &'a str,
    pub(super) groups: Vec<Group>,
    /// The subject of each group.
    subjects: Vec<Option<Phrase>>,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(items: &'a [Item], language: &'a Language, text: &'a str) -> Self {
        let groups = groups(items, language, text);
        let mut sentence = Self { items, language, text, groups, subjects: Vec::new() };
        for number in 0..sentence.groups.len() {
            let subject = sentence.subject(number);
            sentence.subjects.push(subject);
        }
        sentence
    }

    /// The attributions of all cue verbs, in order.
    pub(super) fn attributions(&self) -> Vec<Attribution> {
        (0..self.groups.len()).filter_map(|number| self.attribution(number)).collect()
    }

    /// The subject of the first clause.
    pub(super) fn first_subject(&self) -> Option<Phrase> {
        self.groups.iter().zip(&self.subjects).find(|(group, _)| group.form == Form::Finite).and_then(|(_, subject)| *subject)
    }

    /// The subject of a group, by those of the groups before it.
    fn subject(&self, number: usize) -> Option<Phrase> {
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
                if apart { self.speaking_subject(number).or_else(earlier) } else { earlier() }
            }
            Form::Infinitive => earlier(),
            _ => self.whole_subject(group).or_else(|| subject_before(self.items, group.first)).or_else(|| {
                let joined = before.is_some_and(|item| item.is(CONNECTIVE) || matches!(item.kind, Kind::Comma | Kind::Quote));
                if joined { earlier() } else { None }
            }),
        }
    }

    /// The subject that everything before the verb is, back to where the clause begins: a name with all that explains it, relative clauses included.
    fn whole_subject(&self, group: &Group) -> Option<Phrase> {
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
            relative |= self.items[item.first.saturating_sub(1)].is(RELATIVE);
            if !relative {
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
        speaker.or_else(|| before().find(|(group, subject)| subject.is_some() && !relative(group))).and_then(|(_, subject)| *subject)
    }

    /// "Citing the weather, the minister left": the subject of the next clause.
    fn subject_behind(&self, number: usize) -> Option<Phrase> {
        let next = self.groups.iter().skip(number + 1).find(|group| group.form != Form::Gerund)?;
        subject_before(self.items, next.first)
    }

    fn attribution(&self, number: usize) -> Option<Attribution> {
        let group = *self.groups.get(number)?;
        let verb = group.verb.and_then(|verb| self.language.verb(verb))?;
        if group.form == Form::Passive {
            return self.passive(number, group, verb);
        }
        if let Some(asked) = self.asked(group, verb) {
            return Some(asked);
        }
        if let Some(inverted) = self.inverted(group, verb) {
            return Some(inverted);
        }
        let source = self.subjects.get(number).copied().flatten();
        if group.form == Form::Participle {
            return None;
        }
        let mut cue = Phrase { first: group.first, last: group.last };
        let right = content::right(self, group.last + 1, verb, &mut cue);
        let left = source.filter(|_| group.form == Form::Finite).and_then(|source| {
            if source.last < group.first && !self.items[source.first].is(RELATIVE) { content::left(self, source.first) } else { None }
        });
        let relative = source.and_then(|source| source.first.checked_sub(1)).filter(|at| self.items[*at].is(RELATIVE));
        let speech = verb.takes.any(Takes::QUOTE.or(Takes::CLAUSE));
        let mut found =
            Attribution { cue, source, content: Vec::new(), before: false, behind: false, according: false, confidence: verb.confidence };
        match (left.filter(|_| speech), right) {
            (Some(left), Some(right)) if left.quote && (right.quote || right.joined) => found.content = vec![left.phrase, right.phrase],
            (Some(left), right) if left.quote && right.as_ref().is_none_or(|right| !right.quote && !right.that) => {
                found.content = vec![left.phrase]
            }
            (_, Some(right)) if right.joined && relative.is_some() => {
                found.content = relative.map(|at| Phrase { first: at, last: at }).into_iter().chain([right.phrase]).collect();
            }
            (Some(left), Some(right)) if right.joined && (right.rest || !left.clause) => found.content = vec![left.phrase, right.phrase],
            (Some(left), Some(Right { joined: true, .. })) if left.clause => found.content = vec![left.phrase],
            (Some(left), None) if left.clause => found.content = vec![left.phrase],
            (_, Some(right)) => found.content = vec![right.phrase],
            (Some(left), None) if !left.scene && verb.takes.any(Takes::QUOTE) && verb.takes.any(Takes::CLAUSE) => {
                found.content = vec![left.phrase]
            }
            (_, None) if verb.takes.any(Takes::QUOTE) && group.form == Form::Finite => {
                found.behind = self.items.last().is_some_and(|last| last.kind == Kind::Colon) || self.items.len() == group.last + 1;
                found.before = !found.behind;
            }
            (_, None) => return None,
        }
        if group.form == Form::Gerund && group.first == 0 {
            for content in &mut found.content {
                content.last = self.before_comma(*content);
            }
        }
        let holds_quote =
            || found.content.iter().any(|content| self.items[content.first..=content.last].iter().any(|item| item.kind == Kind::Quote));
        let wanted = group.form != Form::Infinitive || holds_quote();
        (source.is_some() && wanted).then_some(found)
    }

    /// "Citing the weather, Smith left": what opens the sentence ends with its comma.
    fn before_comma(&self, content: Phrase) -> usize {
        let comma = (content.first..=content.last).find(|at| self.items[*at].kind == Kind::Comma);
        comma.and_then(|comma| comma.checked_sub(1)).filter(|last| *last >= content.first).unwrap_or(content.last)
    }

    /// "…," said Smith.
    fn inverted(&self, group: Group, verb: &Verb) -> Option<Attribution> {
        let stance = verb.takes.any(Takes::OBJECT) && !verb.takes.any(Takes::CLAUSE.or(Takes::QUESTION));
        if !verb.takes.any(Takes::QUOTE) || group.form != Form::Finite || stance {
            return None;
        }
        let before = group.first.checked_sub(1).map(|at| &self.items[at]);
        let left = match before {
            None => None,
            Some(item) if matches!(item.kind, Kind::Quote | Kind::Comma | Kind::Dash) => Some(content::left(self, group.first)?),
            Some(_) => return None,
        };
        let explained = before.is_some_and(|item| item.kind == Kind::Comma) && self.whole_subject(&group).is_some();
        // "…, said Smith": with no other verb behind it, whatever stands before is what was said
        let last = !self.groups.iter().any(|other| other.first > group.last && other.form == Form::Finite);
        let ends = last && verb.confidence >= SPEECH && self.items.get(group.last + 1).is_some_and(Item::is_name);
        if left.as_ref().is_some_and(|left| !left.quote && !left.clause && !ends) || explained {
            return None;
        }
        let mut source = phrase_from(self.items, group.last + 1)?;
        let verb_at = |at: usize| self.groups.iter().any(|other| other.first == at && other.form == Form::Finite && other.verb.is_some());
        if verb_at(source.last + 1) {
            // ", said Smith, the head of the bank, the agency reported": the last phrase between commas is another's
            let comma = self.items[source.first..=source.last].iter().rposition(|item| item.kind == Kind::Comma)?;
            source.last = (source.first + comma).checked_sub(1).filter(|last| *last >= source.first)?;
        }
        let behind = self.items.get(source.last + 1);
        let finite = self.groups.iter().any(|other| other.first == source.last + 1 && other.form != Form::Gerund);
        let opens = behind.is_some_and(|item| item.is(crate::annotate::language::AUXILIARY));
        if finite
            || opens && !self.items[source.first..=source.last].iter().any(|item| item.kind == Kind::Comma)
            || self.items[group.last + 1].is(THAT)
        {
            return None;
        }
        let mut cue = Phrase { first: group.first, last: group.last };
        let mut found = Attribution {
            cue,
            source: Some(source),
            content: Vec::new(),
            before: false,
            behind: false,
            according: false,
            confidence: verb.confidence,
        };
        let right = content::right(self, source.last + 1, verb, &mut cue);
        found.content.extend(left.map(|left| left.phrase));
        found.content.extend(right.filter(|right| right.quote).map(|right| right.phrase));
        if found.content.is_empty() {
            // "Said Smith: …"
            found.before = behind.is_none_or(|item| item.kind != Kind::Colon);
            found.behind = !found.before;
        }
        Some(found)
    }

    /// "… was praised by Smith": what is spoken of is the subject.
    fn passive(&self, number: usize, group: Group, verb: &Verb) -> Option<Attribution> {
        let subject = self.subjects.get(number).copied().flatten();
        let mut at = group.last + 1;
        let mut found = Attribution {
            cue: Phrase { first: group.first, last: group.last },
            source: None,
            content: Vec::new(),
            before: false,
            behind: false,
            according: false,
            confidence: verb.confidence,
        };
        let word = |at: usize| self.items.get(at).map(|item| &self.text[item.span.range()]);
        if word(at) == Some(self.language.by.as_str()) {
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
        (!found.content.is_empty()).then_some(found)
    }

    /// "Asked whether it rained, Smith said": a question of nobody in particular.
    fn asked(&self, group: Group, verb: &Verb) -> Option<Attribution> {
        let asks = verb.takes.any(Takes::QUESTION) && verb.takes.any(Takes::ADDRESSEE);
        let before = group.first.checked_sub(1).map(|at| &self.items[at]);
        if !asks || group.form != Form::Participle {
            return None;
        }
        if !before.is_none_or(|item| item.is(SUBORDINATOR.and(QUESTION)) || item.kind == Kind::Comma) {
            return None;
        }
        let mut cue = Phrase { first: group.first, last: group.last };
        let right = content::right(self, group.last + 1, verb, &mut cue)?;
        Some(Attribution { cue, source: None, content: vec![right.phrase], before: false, behind: false, according: false, confidence: 60 })
    }

    /// "According to Smith, …".
    pub(super) fn according(&self) -> Option<Attribution> {
        let (cue, source) = self.according_phrase()?;
        let mut found =
            Attribution { cue, source: Some(source), content: Vec::new(), before: false, behind: false, according: true, confidence: 92 };
        let starts = self.items[..cue.first]
            .iter()
            .all(|item| item.is(BUT.and(AND).and(CONNECTIVE).and(PREPOSITION).and(SUBORDINATOR)) || item.kind == Kind::Comma);
        if starts {
            let comma = self.said_behind(source)?;
            found.source = Some(Phrase { first: source.first, last: comma - 1 });
            if comma < self.items.len() && matches!(self.items[comma].kind, Kind::Comma | Kind::Colon) {
                let end = content::clause_end(self, comma + 1);
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

    /// Whether a reporting clause begins at `at` and ends the sentence: "the agency reported Friday".
    pub(super) fn is_reported_from(&self, at: usize) -> bool {
        let Some(number) = self.groups.iter().position(|group| group.first > at) else { return false };
        let group = self.groups[number];
        let speaks = group.form == Form::Finite
            && group
                .verb
                .and_then(|verb| self.language.verb(verb))
                .is_some_and(|verb| verb.takes.any(Takes::QUOTE) && verb.takes.any(Takes::CLAUSE));
        let subject = self.subjects.get(number).copied().flatten();
        let behind = self.items.get(group.last + 1);
        let ends = behind.is_none_or(|item| {
            item.kind == Kind::End
                || item.is(TIME.and(PREPOSITION))
                || item.kind == Kind::Comma && self.items.get(group.last + 2).is_some_and(|item| item.is(GERUND))
        });
        speaks && ends && subject.is_some_and(|subject| subject.first == at && subject.last + 1 == group.first)
    }

    /// Whether the words between marks end with a comma, as before an attribution.
    pub(super) fn ends_with_comma(&self, quote: &Item) -> bool {
        let words = self.text.get(quote.span.range()).unwrap_or_default();
        words.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',').ends_with(',')
    }

    /// Where the comma stands between the one whose words they are and the words: the first one, unless what follows it only explains.
    fn said_behind(&self, source: Phrase) -> Option<usize> {
        let points = |from: usize| (from..self.items.len()).find(|at| matches!(self.items[*at].kind, Kind::Comma | Kind::Colon));
        let Some(first) = points(source.first) else { return Some(source.last + 1) };
        if first > source.last + 1 {
            return Some(source.last + 1);
        }
        let Some(second) = points(first + 1) else { return Some(first) };
        let clause = self.groups.iter().any(|group| group.first > first && group.last < second && group.form == Form::Finite);
        let explains = self.items[first + 1].is(DETERMINER.and(RELATIVE)) && (!clause || self.items[first + 1].is(RELATIVE));
        Some(if explains { second } else { first })
    }

    fn according_phrase(&self) -> Option<(Phrase, Phrase)> {
        (0..self.items.len()).find_map(|first| {
            let length = self.according_at(first)?;
            Some((Phrase { first, last: first + length - 1 }, phrase_from(self.items, first + length)?))
        })
    }

    /// Whether "according to" or the like stands at `at`.
    pub(super) fn is_according(&self, at: usize) -> bool {
        self.according_at(at).is_some()
    }

    /// How many words the phrase has.
    fn according_at(&self, first: usize) -> Option<usize> {
        let word = |at: usize| self.items.get(at).filter(|item| item.kind == Kind::Word).map(|item| &self.text[item.span.range()]);
        self.items.get(first).filter(|item| item.is(OPENS_PHRASE))?;
        let found = self.language.according.iter().find(|phrase| {
            phrase.iter().enumerate().all(|(number, known)| word(first + number).is_some_and(|word| word.eq_ignore_ascii_case(known)))
        });
        found.map(Vec::len)
    }
}
