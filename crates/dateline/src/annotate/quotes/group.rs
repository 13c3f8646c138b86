//! A sentence's items in, its verb groups out: auxiliaries, adverbs and the verb, and whether it is the verb of a clause.

use super::{
    attribution::SPEECH,
    item::{Item, Kind},
    phrase::noun_phrase_before,
};
use crate::annotate::language::{
    ADVERB, AND, AUXILIARY, BASE, BE, BUT, CONNECTIVE, Classes, DETERMINER, DO, FIRST, GERUND, HAVE, I, INDEFINITE, IT, Language, MODAL,
    NEGATION, NOUN_MOSTLY, NOUN_TOO, OBJECT_PRONOUN, PARTICIPLE, PAST, PLURAL, POSSESSIVE, PREPOSITION, QUESTION, RELATIVE, REPORTING,
    STUDY, SUBJECT_PRONOUN, SUBORDINATOR, THAT, THERE, THEY, THIRD, TIME, TIME_NOUN, TO, Takes, VERB, WE, YOU,
};

/// In hundredths: how sure a verb has to be whose participle and "by" attribute without "was".
const REDUCED: u8 = 80;

/// How a group's verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Of a clause: "said", "has said", "is saying".
    Finite,
    /// "saying", beside another verb.
    Gerund,
    /// "was told".
    Passive,
    /// "Asked whether", "when asked".
    Participle,
    /// "to say".
    Infinitive,
}

/// A verb with what helps it; items `first..=last` of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) form: Form,
    /// The cue verb that it is.
    pub(super) verb: Option<u16>,
}

/// The groups of a sentence, in order.
pub(super) fn groups(items: &[Item], language: &Language, text: &str) -> Vec<Group> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let group = group_at(items, at, language, text).map(|group| with_particle(group, items, language, text));
        at = group.map_or(at + 1, |group| group.last + 1);
        found.extend(group);
    }
    found
}

fn group_at(items: &[Item], at: usize, language: &Language, text: &str) -> Option<Group> {
    let item = items.get(at)?;
    if item.kind != Kind::Word {
        return None;
    }
    let first = adverbs_before(items, at);
    if item.is(AUXILIARY) && !item.is(CONNECTIVE) {
        return Some(helped(items, first, at));
    }
    let group = |form, verb| Some(Group { first, last: at, form, verb });
    if at > 0 && items[at - 1].is(TO) {
        return if item.is(BASE) && item.verb.is_some() { group(Form::Infinitive, item.verb) } else { None };
    }
    if item.is(GERUND) {
        let free = at == 0
            || (!items[at - 1].is(DETERMINER.and(POSSESSIVE)) || items[at - 1].is(INDEFINITE)) && items[at - 1].kind != Kind::Clitic;
        return if item.verb.is_some() && free { group(Form::Gerund, item.verb) } else { None };
    }
    let opens = at == 0 || items[at - 1].is(SUBORDINATOR);
    if is_reduced_passive(items, at, language, text) {
        return group(Form::Passive, item.verb);
    }
    if item.is(PARTICIPLE) && item.verb.is_some() && opens && !items.get(at + 1).is_some_and(Item::is_name) {
        return group(Form::Participle, item.verb);
    }
    if is_finite(items, at, language, text) { group(Form::Finite, item.verb) } else { None }
}

/// "A group known for its songs": a participle behind its noun, with a preposition of its verb.
fn is_reduced_passive(items: &[Item], at: usize, language: &Language, text: &str) -> bool {
    let Some(verb) = items[at].verb.and_then(|verb| language.verb(verb)) else { return false };
    let before = items[..at].iter().rev().find(|item| !item.is(ADVERB));
    let behind = items.get(at + 1).filter(|item| item.kind == Kind::Word).and_then(|item| text.get(item.span.range()));
    // "which Smith described as": the one before it speaks
    let spoken_of = || {
        let phrase = at.checked_sub(1).and_then(|last| noun_phrase_before(items, last));
        phrase.and_then(|phrase| phrase.first.checked_sub(1)).is_some_and(|at| items[at].is(RELATIVE.and(THAT).and(QUESTION)))
    };
    // "a plan criticized by Smith", but "he responded by leaving", "said by telephone"
    let object = verb.takes.any(Takes::OBJECT.or(Takes::COMPLEMENT)) && verb.confidence >= REDUCED;
    let doer = object && items.get(at + 2).is_some_and(|item| item.kind == Kind::Word && !item.is(GERUND));
    let fits = |behind: &str| verb.reduced.iter().any(|known| known == behind) || doer && behind == language.by;
    items[at].is(PARTICIPLE)
        && behind.is_some_and(fits)
        && before.is_some_and(|before| before.is_content() || before.is(OBJECT_PRONOUN) || matches!(before.kind, Kind::Comma | Kind::Dash))
        && !spoken_of()
}

/// The group with the word that makes another verb of it: "pointed out", "made it clear".
fn with_particle(group: Group, items: &[Item], language: &Language, text: &str) -> Group {
    let Some(verb) = group.verb.and_then(|verb| language.verb(verb)).filter(|verb| !verb.particles.is_empty()) else { return group };
    (group.last + 1..=group.last + 2)
        .find_map(|at| {
            let item = items.get(at).filter(|item| item.kind == Kind::Word)?;
            let (_, verb) = verb.particles.iter().find(|(word, _)| text.get(item.span.range()) == Some(word))?;
            let between = items.get(group.last + 1..at)?;
            between.iter().all(|item| item.is(IT.and(OBJECT_PRONOUN))).then_some(Group { last: at, verb: Some(*verb), ..group })
        })
        .unwrap_or(group)
}

fn adverbs_before(items: &[Item], at: usize) -> usize {
    let before = items[..at].iter().rev().take(3).take_while(|item| {
        item.kind == Kind::Word && item.is(ADVERB.and(NEGATION)) && !item.is(PREPOSITION.and(AND).and(BUT).and(AUXILIARY))
    });
    at - before.count()
}

/// A group that an auxiliary opens.
fn helped(items: &[Item], first: usize, at: usize) -> Group {
    let mut helper = items[at].classes;
    let mut last = at;
    let mut next = at + 1;
    while let Some(item) = items.get(next).filter(|item| item.kind == Kind::Word) {
        if item.is(AUXILIARY) {
            helper = item.classes;
            last = next;
        } else if item.is(TO) && helper.any(HAVE) {
            helper = MODAL;
            last = next;
        } else if !item.is(ADVERB.and(NEGATION)) || item.is(PREPOSITION) {
            // "has since said", "have both said"
            let within =
                helper.any(HAVE) && item.is(SUBORDINATOR.and(INDEFINITE)) && items.get(next + 1).is_some_and(|item| item.is(PARTICIPLE));
            if !within {
                break;
            }
        }
        next += 1;
        if next > at + 8 {
            break;
        }
    }
    let head = items.get(next).filter(|item| item.kind == Kind::Word && (item.verb.is_some() || item.is(PAST.and(GERUND))));
    let fits = |classes: Classes| head.is_some_and(|head| head.is(classes));
    let form = if helper.any(BE) && fits(GERUND) {
        Some(Form::Finite)
    } else if helper.any(BE) && fits(PARTICIPLE) {
        Some(Form::Passive)
    } else if helper.any(HAVE) && fits(PARTICIPLE) || helper.any(DO.and(MODAL)) && fits(BASE) {
        Some(Form::Finite)
    } else {
        None
    };
    match form {
        Some(form) => Group { first, last: next, form, verb: head.and_then(|head| head.verb) },
        None => Group { first, last, form: Form::Finite, verb: None },
    }
}

/// Whether the word at `at`, without an auxiliary, is the verb of a clause.
fn is_finite(items: &[Item], at: usize, language: &Language, text: &str) -> bool {
    let item = &items[at];
    let passed =
        |item: &&Item| item.kind == Kind::Word && item.is(ADVERB.and(CONNECTIVE)) && !item.is(PREPOSITION.and(AND).and(SUBORDINATOR));
    let before = items[..at].iter().rev().find(|item| !passed(item));
    let behind = items.get(at + 1);
    if before.is_some_and(|before| {
        before.is(DETERMINER.and(POSSESSIVE)) && !before.is(INDEFINITE.and(RELATIVE).and(THAT)) || before.kind == Kind::Clitic
    }) {
        return false;
    }
    let sure_subject = before.is_some_and(|before| before.is(SUBJECT_PRONOUN.and(RELATIVE)));
    if item.is(PAST) {
        return is_past(items, at, before, behind, language, text);
    }
    if item.is(VERB) {
        return true;
    }
    if item.verb.is_none() || item.is_name() && !item.is(FIRST) {
        return false;
    }
    let fitting = behind.is_some_and(|behind| fits_behind(item, behind, language, text));
    let opens = behind.is_some_and(opens_content)
        || fitting && before.is_some_and(|before| before.is_name() || before.is(PLURAL.and(SUBJECT_PRONOUN)));
    // "he states that it rained", but "states that voted"
    let relative = || items.get(at + 2).is_some_and(|next| next.is(AUXILIARY.and(PAST).and(VERB)));
    let says = |behind: &Item| behind.is(THAT) && !relative() || matches!(behind.kind, Kind::Quote | Kind::Colon);
    if item.is(NOUN_MOSTLY) && !behind.is_some_and(says) {
        return false;
    }
    if item.is(THIRD) {
        let study = before.is_some_and(|before| before.is(REPORTING.and(STUDY)) && !before.is(PLURAL));
        let subject = sure_subject
            || study
            || before.is_some_and(|before| before.is_name() || before.kind == Kind::Bracket || before.kind == Kind::Quote);
        let noun_like = before.is_none_or(|before| before.is(PREPOSITION.and(AND)) && !subject);
        let ends_turn =
            sure_subject || (study || before.is_some_and(Item::is_name)) && behind.is_some_and(|behind| behind.kind == Kind::End);
        let explained = at > 1 && opens && before.is_some_and(|before| matches!(before.kind, Kind::Comma | Kind::Dash));
        // "denies it and says": joined to a verb of the present
        let joined = before.is_some_and(|before| before.is(AND))
            && items[..at]
                .iter()
                .any(|item| item.is(THIRD.and(BE).and(HAVE)) && !item.is(PLURAL.and(NOUN_TOO)) || item.is(THIRD) && item.verb.is_some());
        let goes_on = opens || !item.is(NOUN_TOO) && behind.is_some_and(|behind| behind.is(PREPOSITION.and(ADVERB)));
        if item.is(NOUN_TOO) && ends_turn || explained || joined && goes_on {
            return true;
        }
        return if item.is(NOUN_TOO) {
            (subject && (fitting || !behind.is_some_and(stops_noun))) || (opens && !noun_like && before.is_some_and(Item::is_content))
        } else {
            !noun_like || subject
        };
    }
    if item.is(BASE) {
        // "Smith and Mr. Jones say"
        let joined_names = items[..at].iter().rev().take(6).take_while(|item| item.is_content() || item.is(AND)).any(|item| item.is(AND));
        let subject = before.is_some_and(|before| {
            !item.is(NOUN_TOO)
                && (before.is(PLURAL)
                    || before.kind == Kind::Number
                    || joined_names
                    || before.is(OBJECT_PRONOUN.and(THERE))
                    || matches!(before.kind, Kind::Comma | Kind::Dash) && opens)
                || before.is(WE.and(THEY).and(I).and(YOU).and(RELATIVE).and(INDEFINITE))
                || before.is(PLURAL) && before.is_content()
                || before.is(ADVERB)
        });
        let apart = !item.is(NOUN_TOO) && behind.is_none_or(|behind| matches!(behind.kind, Kind::Comma | Kind::End));
        let subject = subject || (opens || apart) && plural_head(items, at);
        // "people briefed on the matter say": what is never a noun, and says something
        let says = opens
            && !item.is(NOUN_TOO)
            && item
                .verb
                .and_then(|verb| language.verb(verb))
                .is_some_and(|verb| verb.takes.any(Takes::CLAUSE) && verb.confidence >= SPEECH)
            && before.is_some_and(|before| before.is_content() || before.is(TIME));
        // "records show": two plurals in a row are no noun
        let plural = before.is_some_and(|before| before.is(PLURAL) && before.is_content())
            && behind.is_none_or(|behind| {
                matches!(behind.kind, Kind::End | Kind::Comma)
                    || behind.is(ADVERB)
                    || behind.is_content() && !behind.is(VERB.and(AUXILIARY))
            });
        // "want to leave and view it as"
        let joined = opens
            && before.is_some_and(|before| before.is(AND.and(BUT)))
            && items[..at].iter().any(|item| item.is(MODAL.and(TO)) || item.is(BASE) && item.verb.is_some());
        return says || joined || subject && (!item.is(NOUN_TOO) || opens || plural);
    }
    false
}

/// Whether what stands before `at` is of several: "polls in the state", "two of the men".
fn plural_head(items: &[Item], at: usize) -> bool {
    let Some(phrase) = at.checked_sub(1).and_then(|last| noun_phrase_before(items, last)) else { return false };
    let words = &items[phrase.first..=phrase.last];
    let end =
        words.iter().skip(1).position(|item| item.is(PREPOSITION.and(THERE).and(TO)) && !item.is(AND)).map_or(words.len(), |at| at + 1);
    let head = &words[end - 1];
    (head.is(PLURAL.and(INDEFINITE)) || words[0].is(INDEFINITE.and(PLURAL))) && !head.is(TIME_NOUN) || head.kind == Kind::Number
}

fn is_past(items: &[Item], at: usize, before: Option<&Item>, behind: Option<&Item>, language: &Language, text: &str) -> bool {
    let item = &items[at];
    let Some(before) = before else {
        return item.verb.and_then(|verb| language.verb(verb)).is_some_and(|verb| verb.takes.any(Takes::QUOTE))
            && behind.is_some_and(Item::is_name)
            && items.iter().any(|item| matches!(item.kind, Kind::Colon | Kind::Quote));
    };
    // "… retired general Smith said": behind words between marks a participle before a name
    let names = before.kind == Kind::Quote && item.verb.is_none() && behind.is_some_and(Item::is_content);
    let prepositional = names || before.is(PREPOSITION) && !before.is(SUBORDINATOR);
    if prepositional || before.is(TO) || item.is_name() {
        return false;
    }
    if before.is(SUBJECT_PRONOUN.and(RELATIVE).and(AND).and(BUT)) {
        return true;
    }
    let Some(verb) = item.verb.and_then(|verb| language.verb(verb)) else {
        return !(item.is(PARTICIPLE) && behind.is_some_and(|behind| behind.is(PREPOSITION)) && later_verb(items, at, before, language));
    };
    // "people accused of theft": what takes an object and has none behind it is a participle
    let transitive = verb.takes.any(Takes::OBJECT) && !verb.takes.any(Takes::CLAUSE.or(Takes::INFINITIVE))
        || verb.takes.any(Takes::COMPLEMENT)
        || verb.takes == Takes::default();
    // "“…,” Smith declared."
    let spoken = verb.takes.any(Takes::QUOTE) && items[..at].iter().any(|item| item.kind == Kind::Quote);
    let bare = !spoken && behind.is_none_or(|behind| behind.is(PREPOSITION.and(TO)) || matches!(behind.kind, Kind::Comma | Kind::End));
    let fitting =
        behind.and_then(|behind| text.get(behind.span.range())).is_some_and(|word| verb.prepositions.iter().any(|known| known == word));
    !(item.is(PARTICIPLE) && transitive && bare && !fitting)
}

/// Whether the word behind a verb is a preposition or a particle of its own: "calls for".
fn fits_behind(item: &Item, behind: &Item, language: &Language, text: &str) -> bool {
    let Some(verb) = item.verb.and_then(|verb| language.verb(verb)) else { return false };
    let word = if behind.kind == Kind::Word { text.get(behind.span.range()) } else { None };
    word.is_some_and(|word| {
        verb.prepositions.iter().any(|known| known == word) || verb.particles.iter().any(|(particle, _)| particle.as_str() == word)
    })
}

/// Whether a verb follows that the word at `at` leaves its subject to: not one that only reports, "…, the paper said".
fn later_verb(items: &[Item], at: usize, before: &Item, language: &Language) -> bool {
    let Some(later) = items.iter().skip(at + 1).position(|item| item.is(AUXILIARY.and(PAST).and(VERB))).map(|more| at + 1 + more) else {
        return false;
    };
    let cue = items[later].verb.and_then(|verb| language.verb(verb)).is_some_and(|verb| verb.takes.any(Takes::CLAUSE));
    let apart = before.kind != Kind::Comma && items[at..later].iter().any(|item| item.kind == Kind::Comma);
    !(cue && apart && items.get(later + 1).is_none_or(|behind| matches!(behind.kind, Kind::End | Kind::Comma) || behind.is(TIME)))
}

/// Whether what stands behind a verb can open what is said.
fn opens_content(item: &Item) -> bool {
    item.kind == Kind::Quote
        || item.is(THAT.and(TO).and(QUESTION).and(DETERMINER).and(POSSESSIVE).and(SUBJECT_PRONOUN).and(OBJECT_PRONOUN).and(THERE))
        || item.is_name()
        || item.kind == Kind::Colon
}

/// What stands behind nouns rather than verbs.
fn stops_noun(item: &Item) -> bool {
    item.is(PREPOSITION.and(AND).and(AUXILIARY).and(VERB)) && !item.is(TO)
        || item.verb.is_some() && item.is(BASE.and(PAST)) && !item.is(GERUND)
        || matches!(item.kind, Kind::End)
}
