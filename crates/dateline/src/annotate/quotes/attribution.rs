//! A sentence in, its attributions out: for each cue the one whose words they are, and what was said. Items are counted within the sentence.

use super::{
    bounds,
    content::{self, Left, Right},
    group::{Form, Group, groups},
    item::{Item, Kind},
    phrase::{Phrase, noun_phrase_before, phrase_from},
};
use crate::annotate::language::{
    AUXILIARY, DETERMINER, GERUND, Language, POSSESSIVE, PREPOSITION, QUESTION, RELATIVE, REPORTING, SETTING, STUDY, SUBJECT_PRONOUN,
    SUBORDINATOR, SUPPORT, THAT, TIME, TO, Takes, Verb,
};

/// From this confidence on, in hundredths, a cue is one of speech rather than of thought or stance.
pub(super) const SPEECH: u8 = 88;

/// From this confidence on, in hundredths, an infinitive tells what somebody says.
const TELLS: u8 = 93;

/// In hundredths: how sure a cue has to be where nobody is found whose words they are, and how sure the attribution is then at most.
const UNNAMED: (u8, u8) = (80, 55);

/// No more words than this tell what a document is that says something.
const LONGEST_DOCUMENT: usize = 10;

/// In hundredths: how sure a verb has to be to end what somebody else is saying.
const REPORTS: u8 = 80;

/// What a clitic begins with.
const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];

/// A cue with its source and its content.
#[derive(Clone, Debug, Default)]
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
    /// Whether no word attributes it.
    pub(super) uncued: bool,
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
    pub(super) subjects: Vec<Option<Phrase>>,
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

    /// The subject of a group by its number.
    pub(super) fn subject_of(&self, number: usize) -> Option<Phrase> {
        self.subjects.get(number).copied().flatten()
    }

    /// Whether the group's verb is a cue of its own, rather than one that only helps another word to be one.
    pub(super) fn is_cue(&self, group: &Group) -> bool {
        group.verb.is_some() && !self.items[group.last].is(SUPPORT)
    }

    /// Whether a verb stands at `at` whose subject holds what begins at `first`.
    pub(super) fn is_verb_over(&self, at: usize, first: usize) -> bool {
        // in order, one behind the other: a sentence may be nothing but verbs, and this is asked of each
        let number = self.groups.binary_search_by_key(&at, |group| group.first).ok();
        let number = number.filter(|number| self.groups.get(*number).is_some_and(|group| group.form == Form::Finite));
        let before = self.groups.partition_point(|group| group.last < first);
        let within = before.checked_sub(1).and_then(|inner| self.subject_of(inner));
        if !within.is_some_and(|subject| self.items[subject.last].is(RELATIVE) || self.is_relative_that(subject.last)) {
            return false;
        }
        number.and_then(|number| self.subject_of(number)).is_some_and(|subject| subject.first + 1 < first && first <= subject.last)
    }

    /// Whether this word stands at `at`, in lower case.
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == Kind::Word && &self.text[item.span.range()] == word)
    }

    /// The attributions of all cue verbs, in order.
    pub(super) fn attributions(&self) -> Vec<Attribution> {
        (0..self.groups.len()).filter_map(|number| self.attribution(number)).collect()
    }

    fn attribution(&self, number: usize) -> Option<Attribution> {
        let mut group = *self.groups.get(number)?;
        let verb = group.verb.and_then(|verb| self.language.verb(verb))?;
        if group.form == Form::Passive {
            // "he's said it rained", "he's called for": "has", after all
            let has = self.text[self.items[group.first].span.range()].starts_with(APOSTROPHES);
            let opens = self.items.get(group.last + 1).is_some_and(|item| !item.is(TO.and(PREPOSITION)));
            let passive = if has && opens { None } else { self.passive(number, group, verb) };
            if passive.is_some() || !has {
                return passive;
            }
            group.form = Form::Finite;
        }
        if verb.takes.any(Takes::AFFECTS) {
            return self.affected(number, group, verb);
        }
        if verb.takes.any(Takes::RAISED) {
            return if group.form == Form::Finite { self.raised(number, group, verb) } else { None };
        }
        if let Some(asked) = self.asked(group, verb) {
            return Some(asked);
        }
        if let Some(inverted) = self.inverted(group, verb) {
            return Some(inverted);
        }
        let chain = self.chain(number, group);
        let source = chain.map_or_else(|| self.subject_of(number), |chain| self.subject_of(chain));
        let mut cue = Phrase { first: chain.map_or(group.first, |chain| self.groups[chain].first), last: group.last };
        let found_out = verb.takes.any(Takes::THAT_CLAUSE) && source.is_some_and(|source| self.is_study(source));
        let wider = found_out.then(|| Verb { takes: verb.takes.or(Takes::CLAUSE).or(Takes::OBJECT), ..verb.clone() });
        let right = content::right(self, group.last + 1, wider.as_ref().unwrap_or(verb), &mut cue);
        let that = right.as_ref().is_some_and(|right| right.that);
        let left = source.filter(|_| group.form == Form::Finite || chain.is_some()).and_then(|source| {
            if source.last < cue.first && !self.items[source.first].is(RELATIVE) { content::left(self, source.first) } else { None }
        });
        let mut found = Attribution { cue, source, confidence: verb.confidence, ..Attribution::default() };
        found.content = self.said(verb, source, left, right);
        if found.content.is_empty() {
            found.content.extend(self.quote_ahead(group, verb));
        }
        if found.content.is_empty() {
            if !verb.takes.any(Takes::QUOTE) || group.form != Form::Finite {
                return None;
            }
            found.behind = self.items.last().is_some_and(|last| last.kind == Kind::Colon) || self.items.len() == group.last + 1;
            found.before = !found.behind;
        }
        if group.form == Form::Gerund && self.opens_sentence(number) {
            for content in &mut found.content {
                content.last = self.before_comma(*content);
            }
        }
        let unnamed = source.is_none();
        if unnamed {
            found.confidence = found.confidence.min(UNNAMED.1);
        }
        // "…, said those who left": an inverted attribution whose speaker was not read
        let apart = group.first.checked_sub(1).is_some_and(|at| matches!(self.items[at].kind, Kind::Comma | Kind::Quote));
        let sure = !unnamed || verb.confidence >= UNNAMED.0 && !(apart && group.form == Form::Finite);
        (sure && self.is_wanted(group, chain.is_some(), that, verb, &found)).then_some(found)
    }

    /// Whether what a phrase names finds things out: a poll, a report, an inquiry.
    fn is_study(&self, phrase: Phrase) -> bool {
        self.items[phrase.first..=phrase.last].iter().any(|item| item.is(REPORTING.and(SETTING).and(STUDY)))
    }

    /// Words between marks further ahead, behind a comma or a colon: "Smith said on Monday, in reference to the vote, “…”".
    fn quote_ahead(&self, group: Group, verb: &Verb) -> Option<Phrase> {
        let speaks = verb.takes.any(Takes::QUOTE) && verb.confidence >= SPEECH && group.form == Form::Finite;
        let first = self.items.iter().skip(group.last + 1).position(|item| item.kind == Kind::Quote).filter(|_| speaks)? + group.last + 1;
        let apart = matches!(self.items[first - 1].kind, Kind::Comma | Kind::Colon);
        let other = self.groups.iter().any(|other| other.first > group.last && other.first < first && other.form == Form::Finite);
        (apart && !other).then(|| Phrase { first, last: bounds::clause_end(self, first) - 1 })
    }

    /// Whether an infinitive says something: "rose to say", "came to discuss" do, "a rally to support" does not. All other forms do.
    fn is_wanted(&self, group: Group, chained: bool, that: bool, verb: &Verb, found: &Attribution) -> bool {
        let quote = |content: &Phrase| self.items[content.first..=content.last].iter().any(|item| item.kind == Kind::Quote);
        group.form != Form::Infinitive
            || chained
            || that && verb.confidence >= SPEECH
            || verb.confidence >= TELLS
            || found.content.iter().any(quote)
    }

    /// What is said, of what stands before the one who speaks and what stands behind the verb; nothing where neither fits.
    fn said(&self, verb: &Verb, source: Option<Phrase>, left: Option<Left>, right: Option<Right>) -> Vec<Phrase> {
        let relative = source.and_then(|source| source.first.checked_sub(1)).filter(|at| self.is_relative(*at));
        let spoken_of = relative.map(|at| Phrase { first: at, last: at });
        let speech = verb.takes.any(Takes::QUOTE.or(Takes::CLAUSE).or(Takes::THAT_CLAUSE));
        match (left.filter(|_| speech), right) {
            (Some(left), Some(right)) if left.quote && (right.quote || right.joined) => vec![left.phrase, right.phrase],
            (Some(left), right) if left.quote && right.as_ref().is_none_or(|right| !right.quote && (!right.that || left.comma)) => {
                vec![left.phrase]
            }
            // "which he called a mistake", "a tax that they say hurts", "the tax they say hurts"
            (_, Some(right)) if (right.joined || verb.takes.any(Takes::COMPLEMENT)) && spoken_of.is_some() => {
                spoken_of.into_iter().chain([right.phrase]).collect()
            }
            (None, Some(right)) if right.joined => self.spoken_of(source).into_iter().chain([right.phrase]).collect(),
            (Some(left), Some(right)) if right.joined && (right.rest || !left.clause || left.scene) => vec![left.phrase, right.phrase],
            (Some(left), Some(Right { joined: true, .. })) if left.clause => vec![left.phrase],
            (_, Some(right)) => vec![right.phrase],
            (Some(left), None) if left.clause => vec![left.phrase],
            (Some(left), None) if !left.scene && verb.takes.any(Takes::QUOTE) && verb.takes.any(Takes::CLAUSE) => vec![left.phrase],
            // "what he said"
            (_, None) if verb.takes.any(Takes::CLAUSE.or(Takes::OBJECT)) => spoken_of.into_iter().collect(),
            (_, None) => Vec::new(),
        }
    }

    /// The group that a verb only goes on from: "continued (to argue)", "was quoted (as saying)".
    fn chain(&self, number: usize, group: Group) -> Option<usize> {
        if let Some(written) = self.written(number, group) {
            return Some(written);
        }
        let before = number.checked_sub(1).filter(|before| self.groups[*before].last + 2 == group.first)?;
        let outer = self.groups[before];
        let verb = outer.verb.and_then(|verb| self.language.verb(verb))?;
        let joined = match group.form {
            Form::Infinitive => outer.form != Form::Passive && verb.takes.any(Takes::CHAIN),
            Form::Gerund => {
                let quoted = verb.takes.any(Takes::AGENTLESS) && self.items[group.first - 1].is(SUBORDINATOR);
                outer.form == Form::Passive && quoted && verb.prepositions.iter().any(|word| self.is_word(group.first - 1, word))
            }
            _ => false,
        };
        joined.then_some(before)
    }

    /// "(released) a statement condemning the attack": the verb whose object the document is that says so.
    fn written(&self, number: usize, group: Group) -> Option<usize> {
        let relative = group.form == Form::Finite && group.first > 0 && self.items[group.first - 1].is(RELATIVE.and(THAT));
        let before = number.checked_sub(1).filter(|_| group.form == Form::Gerund || relative)?;
        let outer = self.groups[before];
        let words = self.items.get(outer.last + 1..group.first - usize::from(relative))?;
        let document = words.iter().any(|item| item.is(SETTING))
            && words.len() <= LONGEST_DOCUMENT
            && words.iter().all(|item| item.is_content() || item.is(DETERMINER.and(POSSESSIVE).and(TIME).and(PREPOSITION).and(TO)));
        let object = words.iter().take(2).any(|item| item.is(DETERMINER.and(POSSESSIVE)));
        let writes = outer.form != Form::Passive && !self.items[outer.last].is(AUXILIARY) && object;
        (document && writes).then_some(before)
    }

    /// "which", "what", and "that" where it stands for the noun before it.
    pub(super) fn is_relative(&self, at: usize) -> bool {
        let item = &self.items[at];
        let noun = at.checked_sub(1).is_some_and(|before| {
            self.items[before].is_content() && !self.groups.iter().any(|group| group.last == before && group.verb.is_some())
        });
        item.is(RELATIVE) || item.is(THAT) && noun || item.is(QUESTION) && !item.is(SUBORDINATOR.and(THAT))
    }

    /// "A tax they say hurts": what stands right before the one who speaks, where a clause without "that" hangs on it.
    fn spoken_of(&self, source: Option<Phrase>) -> Option<Phrase> {
        let edge = source.filter(|source| self.items[source.first].is(SUBJECT_PRONOUN))?.first.checked_sub(1)?;
        noun_phrase_before(self.items, edge).filter(|_| self.items[edge].is_content())
    }

    /// Whether what a gerund tells only opens the sentence: "Citing the weather, Smith left", "In a letter announcing the plan, Smith said".
    fn opens_sentence(&self, number: usize) -> bool {
        let group = self.groups[number];
        let first = &self.items[0];
        let led = first.is(PREPOSITION.and(SUBORDINATOR)) && self.items[..group.first].iter().all(|item| item.kind != Kind::Comma);
        group.first == 0 || led && !self.groups[..number].iter().any(|group| group.form == Form::Finite)
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
        let relative = |other: &Group| self.items[other.first - 1].is(RELATIVE);
        let last = !self.groups.iter().any(|other| other.first > group.last && other.form == Form::Finite && !relative(other));
        let closes = || {
            phrase_from(self.items, group.last + 1)
                .is_some_and(|phrase| self.items[phrase.last + 1..].iter().all(|item| item.kind == Kind::End))
        };
        let ends = last && verb.confidence >= SPEECH && (self.items.get(group.last + 1).is_some_and(Item::is_name) || closes());
        if left.as_ref().is_some_and(|left| !left.quote && !left.clause && !ends) || explained {
            return None;
        }
        let mut source = phrase_from(self.items, group.last + 1)?;
        let verb_at = |at: usize| {
            let says = |other: &&Group| other.first == at && other.form == Form::Finite && other.verb.is_some();
            self.groups.iter().find(says).is_some_and(|other| !self.items[other.last].is(SUPPORT))
        };
        if verb_at(source.last + 1) {
            // ", said Smith, the head of the bank, the agency reported": the last phrase between commas is another's
            let comma = self.items[source.first..=source.last].iter().rposition(|item| item.kind == Kind::Comma)?;
            source.last = (source.first + comma).checked_sub(1).filter(|last| *last >= source.first)?;
        }
        let behind = self.items.get(source.last + 1);
        let finite = self.groups.iter().any(|other| other.first == source.last + 1 && other.form != Form::Gerund);
        let opens = behind.is_some_and(|item| item.is(AUXILIARY));
        if finite
            || opens && !self.items[source.first..=source.last].iter().any(|item| item.kind == Kind::Comma)
            || self.items[group.last + 1].is(THAT)
        {
            return None;
        }
        let mut cue = Phrase { first: group.first, last: group.last };
        let mut found = Attribution { cue, source: Some(source), confidence: verb.confidence, ..Attribution::default() };
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
        let by = self.is_word(group.last + 1, &self.language.by);
        let source = if by { phrase_from(self.items, group.last + 2) } else { None };
        let from = source.map_or(group.last, |source| source.last) + 1;
        let right = content::right(self, from, verb, &mut cue)?;
        let mut content = right.phrase;
        if group.first == 0 {
            content.last = self.before_comma(content);
        }
        Some(Attribution { cue, source, content: vec![content], confidence: 60, ..Attribution::default() })
    }

    /// Whether a clause with a verb of speech begins at `at`: "(…, and) he noted that".
    pub(super) fn is_reporting_from(&self, at: usize) -> bool {
        let Some(number) = self.groups.iter().position(|group| group.first > at) else { return false };
        let group = self.groups[number];
        let said = group.verb.and_then(|verb| self.language.verb(verb)).is_some_and(|verb| verb.confidence >= REPORTS);
        let subject = self.subjects.get(number).copied().flatten();
        said && group.form == Form::Finite && subject.is_some_and(|subject| subject.first == at && subject.last + 1 == group.first)
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
}
