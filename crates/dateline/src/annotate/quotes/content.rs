//! What was said: the words behind a cue, or before it, with the bounds of the clause.

use super::{
    attribution::Sentence,
    bounds::{ASIDE, clause_end, complement_end, last_word, object_end, through_quote},
    group::{Form, Group},
    item::{Item, Kind},
    phrase::{Phrase, phrase_from},
};
use crate::annotate::language::{
    ADVERB, AND, APPROXIMATE, AUXILIARY, BASE, BELONGING, BUT, CAPITAL, CONNECTIVE, DETERMINER, GERUND, INDEFINITE, NEGATION,
    OBJECT_PRONOUN, PARTICIPLE, PLURAL, POSSESSIVE, PREPOSITION, QUESTION, SCENE, SUBJECT_PRONOUN, SUBORDINATOR, THAT, THERE, TIME,
    TIME_ADJECTIVE, TIME_NOUN, TO, Takes, Verb, WHETHER,
};

/// Content behind a cue.
pub(super) struct Right {
    pub(super) phrase: Phrase,
    /// Whether it begins with a quote.
    pub(super) quote: bool,
    /// Whether "that" opens it.
    pub(super) that: bool,
    /// Whether it goes on with what stands before the cue: "the matter, he said, is closed".
    pub(super) joined: bool,
    /// Whether it is the rest of a clause that has begun before the cue.
    pub(super) rest: bool,
}

/// Content before a cue.
pub(super) struct Left {
    pub(super) phrase: Phrase,
    /// Whether a quote ends it.
    pub(super) quote: bool,
    /// Whether that quote ends with a comma, as before an attribution.
    pub(super) comma: bool,
    /// Whether it holds the verb of a clause.
    pub(super) clause: bool,
    /// Whether it only sets the scene: "In a statement".
    pub(super) scene: bool,
}

/// What stands between the cue and the content is passed at most this many times.
const ADJUNCTS: usize = 5;

/// From this confidence on, in hundredths, whatever stands behind the verb is a clause, even where its own verb is not recognised.
pub(super) const SAYS: u8 = 95;

/// The content behind `at`, where there is some; a preposition that the verb asks for is taken into the cue.
pub(super) fn right(sentence: &Sentence<'_>, at: usize, verb: &Verb, cue: &mut Phrase) -> Option<Right> {
    // "ordered the men to go", and "ordered a meal"
    let both = verb.takes.any(Takes::ADDRESSEE) && verb.takes.any(Takes::OBJECT);
    right_of(sentence, at, verb, cue, verb.takes.any(Takes::ADDRESSEE))
        .or_else(|| if both { right_of(sentence, at, verb, cue, false) } else { None })
}

fn right_of(sentence: &Sentence<'_>, at: usize, verb: &Verb, cue: &mut Phrase, addressed: bool) -> Option<Right> {
    let items = sentence.items;
    let mut at = at;
    let mut passed_addressee = false;
    let first = at;
    for step in 0..ADJUNCTS {
        let item = items.get(at)?;
        let next = items.get(at + 1);
        let found = |first: usize, end: usize, quote: bool, that: bool, joined: bool| {
            (first < end).then(|| Right {
                phrase: Phrase { first, last: end - 1 },
                quote,
                that,
                joined,
                rest: joined && goes_on(sentence, first),
            })
        };
        let infinitive = item.is(TO) && verb.takes.any(Takes::INFINITIVE);
        match item.kind {
            Kind::Quote => return found(at, clause_end(sentence, at), true, false, false),
            Kind::Colon => {
                return found(
                    at + 1,
                    if next.is_some_and(|next| next.kind == Kind::Quote) { clause_end(sentence, at + 1) } else { last_word(items) },
                    true,
                    true,
                    false,
                );
            }
            Kind::Comma => match next {
                Some(next) if next.kind == Kind::Quote => return found(at + 1, clause_end(sentence, at + 1), true, false, false),
                Some(next) if next.is(THAT) => return found(at + 2, clause_end(sentence, at + 2), false, true, false),
                Some(next) if next.is(CONNECTIVE) && items.get(at + 2).is_some_and(|item| item.kind == Kind::Comma) => at += 3,
                Some(next) if next.is(AUXILIARY) || step == 0 && verb.takes.any(Takes::QUOTE) && goes_on(sentence, at + 1) => {
                    return found(at + 1, clause_end(sentence, at + 1), false, false, true);
                }
                Some(next) if next.is(GERUND) => return None,
                Some(next) if passed_addressee || step > 0 => {
                    let _ = next;
                    at += 1;
                }
                Some(next) if step == 0 && next.is(PREPOSITION) && aside_end(items, at).is_some() => at = aside_end(items, at)?,
                Some(_) if step == 0 && verb.takes.any(Takes::QUOTE) && opens_clause(sentence, at + 1, false) => {
                    return found(at + 1, clause_end(sentence, at + 1), false, false, true);
                }
                _ => return None,
            },
            Kind::Dash => {
                let aside = items[at + 1..].iter().take(ASIDE).position(|item| item.kind == Kind::Dash)?;
                at += aside + 2;
            }
            Kind::Word if item.is(WHETHER) && verb.takes.any(Takes::QUESTION) => {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word
                if item.is(SUBORDINATOR)
                    && !item.is(TIME.and(PREPOSITION))
                    && verb.takes.any(Takes::CLAUSE)
                    && !verb.takes.any(Takes::OBJECT)
                    && items[first..at].iter().all(|item| item.is(ADVERB)) =>
            {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word
                if step == 0
                    && sentence.groups.iter().any(|group| group.first == at && group.form == Form::Finite)
                    && verb.takes.any(Takes::CLAUSE) =>
            {
                return found(at, clause_end(sentence, at), false, false, true);
            }
            Kind::Word if verb.takes.any(Takes::CLAUSE) && approximates(items, at) => {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word
                if verb.prepositions.iter().any(|preposition| sentence.is_word(at, preposition))
                    && !infinitive
                    && !(verb.takes.any(Takes::CLAUSE) && next.is_some_and(|next| next.is(TIME))) =>
            {
                if at == cue.last + 1 {
                    cue.last = at;
                }
                let end = if verb.takes.any(Takes::COMPLEMENT) {
                    complement_end(sentence, at + 1)
                } else {
                    through_quote(sentence, object_end(sentence, at + 1))
                };
                return found(at + 1, end, next.is_some_and(|next| next.kind == Kind::Quote), false, false);
            }
            Kind::Word if item.is(THAT) && verb.takes.any(Takes::CLAUSE.or(Takes::THAT_CLAUSE)) => {
                return found(at + 1, clause_end(sentence, at + 1), false, true, false);
            }
            Kind::Word
                if item.is(QUESTION)
                    && (verb.takes.any(Takes::QUESTION) || !item.is(crate::annotate::language::RELATIVE))
                    && verb.takes.any(Takes::QUESTION.or(Takes::CLAUSE).or(Takes::OBJECT)) =>
            {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word if infinitive && next.is_some_and(opens_infinitive) => {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word if addressed && !passed_addressee => {
                passed_addressee = true;
                let Some(addressee) = addressee_from(items, at) else { continue };
                at = addressee.last + 1;
            }
            Kind::Word
                if item.is(TO)
                    && !infinitive
                    && !passed_addressee
                    && verb.takes.any(Takes::CLAUSE)
                    && next.is_some_and(|next| !opens_infinitive(next) || next.is(PLURAL)) =>
            {
                passed_addressee = true;
                at = phrase_from(items, at + 1)?.last + 1;
            }
            Kind::Word if item.is(NEGATION) && next.is_some_and(|next| next.is(TO)) && verb.takes.any(Takes::INFINITIVE) => {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word if item.is(ADVERB) && !item.is(PREPOSITION.and(AND)) => at += 1,
            // "did not say much about the plan"
            Kind::Word
                if step == 0
                    && item.is(DETERMINER)
                    && next.is_some_and(|next| next.is(PREPOSITION))
                    && verb.prepositions.iter().any(|preposition| sentence.is_word(at + 1, preposition)) =>
            {
                at += 1;
            }
            Kind::Word | Kind::Number if is_scene(items, at) => match behind_scene(items, at) {
                Some(behind) => {
                    // "spoke at length about": the verb's own preposition is no part of the scene
                    let own = |at: &usize| {
                        items[*at].kind == Kind::Word
                            && !items[*at].is(BELONGING)
                            && verb.prepositions.iter().any(|word| sentence.is_word(*at, word))
                    };
                    at = (at + 2..behind).find(own).unwrap_or(behind);
                }
                None if verb.takes.any(Takes::CLAUSE) && verb.confidence >= SAYS => {
                    return found(at, clause_end(sentence, at), false, false, false);
                }
                None => return None,
            },
            Kind::Word | Kind::Number if verb.takes.any(Takes::CLAUSE) && opens_clause(sentence, at, verb.confidence >= SAYS) => {
                return found(at, clause_end(sentence, at), false, false, false);
            }
            Kind::Word | Kind::Number if verb.takes.any(Takes::OBJECT.or(Takes::COMPLEMENT)) && opens_object(item) => {
                let end = if verb.takes.any(Takes::COMPLEMENT) {
                    complement_end(sentence, at)
                } else {
                    through_quote(sentence, object_end(sentence, at))
                };
                return found(at, end, false, false, false);
            }
            _ => return None,
        }
    }
    None
}

/// Whether the verb of a clause that has begun before the cue stands at `at`: "the vote, he said, was late", "too much, he said, limited the growth".
fn goes_on(sentence: &Sentence<'_>, at: usize) -> bool {
    let finite = |group: &&Group| group.first == at && matches!(group.form, Form::Finite | Form::Passive);
    sentence.items[at].is(AUXILIARY) || sentence.groups.iter().find(finite).is_some_and(|group| !sentence.is_cue(group))
}

/// "About half": what makes a number less exact opens no place.
fn approximates(items: &[Item], at: usize) -> bool {
    items[at].is(APPROXIMATE)
        && items.get(at + 1).is_some_and(|next| next.kind == Kind::Number || next.is(INDEFINITE) && next.is(DETERMINER))
}

/// What stands behind "to" where it is not a preposition.
pub(super) fn opens_infinitive(item: &Item) -> bool {
    item.kind == Kind::Quote
        || item.kind == Kind::Word
            && (item.is(BASE.and(ADVERB).and(AUXILIARY))
                || !item.is(DETERMINER.and(POSSESSIVE).and(OBJECT_PRONOUN).and(CAPITAL)) && item.verb.is_none())
}

/// Behind an aside between commas that is followed by "that" or a quote: ", without evidence, that".
fn aside_end(items: &[Item], comma: usize) -> Option<usize> {
    let close = comma + 1 + items.get(comma + 1..)?.iter().take(ASIDE).position(|item| item.kind == Kind::Comma)?;
    let next = items.get(close + 1)?;
    (next.is(THAT) || next.kind == Kind::Quote).then_some(close + 1)
}

/// Who is spoken to: a pronoun, a name, people; nothing where a clause begins instead.
fn addressee_from(items: &[Item], at: usize) -> Option<Phrase> {
    let opener = items.get(at)?;
    if opener.is(OBJECT_PRONOUN) {
        return Some(Phrase { first: at, last: at });
    }
    if opener.is(SUBJECT_PRONOUN)
        && !opener.is(crate::annotate::language::YOU.and(crate::annotate::language::IT).and(crate::annotate::language::SHE))
    {
        return None;
    }
    phrase_from(items, at)
}

/// Whether where or when it was said begins here: "on Monday", "in an interview", "Monday", "at the rally".
fn is_scene(items: &[Item], at: usize) -> bool {
    let item = &items[at];
    item.is(TIME) && items.get(at + 1).is_none_or(|next| next.kind != Kind::Clitic)
        || item.is(TIME_ADJECTIVE) && items.get(at + 1).is_some_and(|next| next.is(TIME.and(TIME_NOUN)))
        || item.is(PREPOSITION) && !item.is(CONNECTIVE)
}

fn behind_scene(items: &[Item], at: usize) -> Option<usize> {
    if items[at].is(PREPOSITION) {
        let phrase = phrase_from(items, at + 1).map(|phrase| phrase.last + 1);
        return phrase.or_else(|| items.get(at + 1).filter(|item| item.is(TIME)).map(|_| at + 2));
    }
    let length =
        items[at..].iter().take_while(|item| item.is(TIME.and(TIME_NOUN).and(TIME_ADJECTIVE)) || item.kind == Kind::Number).count();
    Some(at + length.max(1))
}

/// Where the scene ends that begins at `at`: behind "in May", "Tuesday"; nothing where there is none.
pub(super) fn scene_end(items: &[Item], at: usize) -> Option<usize> {
    let item = items.get(at)?;
    let scene = item.is(TIME.and(TIME_ADJECTIVE)) || item.is(SCENE) && item.is(PREPOSITION);
    if scene { behind_scene(items, at) } else { None }
}

/// Whether a clause begins at `at`: something that can be a subject, and a verb behind it.
fn opens_clause(sentence: &Sentence<'_>, at: usize, only: bool) -> bool {
    let item = &sentence.items[at];
    if item.is(SUBORDINATOR) && !item.is(PREPOSITION) {
        return true;
    }
    let subject = item.is_content() || item.is(DETERMINER.and(POSSESSIVE).and(SUBJECT_PRONOUN).and(THERE).and(INDEFINITE).and(GERUND));
    subject && (only || sentence.groups.iter().any(|group| group.first > at && group.form != Form::Gerund))
}

fn opens_object(item: &Item) -> bool {
    item.is_content() || item.is(DETERMINER.and(POSSESSIVE).and(OBJECT_PRONOUN).and(INDEFINITE).and(GERUND)) || item.is(SUBJECT_PRONOUN)
}

/// The content that ends right before `end`, where a comma or a quote's end sets it apart.
pub(super) fn left(sentence: &Sentence<'_>, end: usize) -> Option<Left> {
    let items = sentence.items;
    let edge = end.checked_sub(1)?;
    let last = match items[edge].kind {
        Kind::Quote => edge,
        Kind::Comma | Kind::Dash | Kind::End => edge.checked_sub(1)?,
        _ => return None,
    };
    let mut first = 0;
    while first < last
        && (items[first].is(BUT.and(AND).and(CONNECTIVE)) && items[first].kind == Kind::Word
            || items[first].kind == Kind::Comma
            || items[first].kind == Kind::Dash)
    {
        first += 1;
    }
    // "18:40 The river …": a live report's time is no part of what was said
    if first < last && items[first].kind == Kind::Number && items[first + 1].is(CAPITAL) && items[first + 1].is(DETERMINER.and(POSSESSIVE))
    {
        first += 1;
    }
    let quote = items[last].kind == Kind::Quote;
    let opener = &items[first];
    let asked =
        opener.is(PARTICIPLE) && sentence.groups.first().is_some_and(|group| group.first == first && group.form == Form::Participle);
    let opens = opener.is(PREPOSITION.and(SUBORDINATOR).and(TIME).and(GERUND).and(ADVERB)) || asked;
    let scene = !quote && opens && !opener.is(QUESTION);
    // behind a scene the clause begins with its comma: "In that step, officers can search, officials said"
    let comma = items[first..=last].iter().position(|item| item.kind == Kind::Comma).filter(|_| scene);
    if asked && comma.is_none() {
        // "Asked whether it rained, (Smith smiled)"
        return None;
    }
    let from = first + comma.unwrap_or_default();
    let holds_quote = items[first..=last].iter().any(|item| item.kind == Kind::Quote);
    let clause = holds_quote
        || sentence
            .groups
            .iter()
            .any(|group| group.first > from && group.last <= last && matches!(group.form, Form::Finite | Form::Passive));
    let comma_within = quote && sentence.ends_with_comma(&items[last]);
    Some(Left { phrase: Phrase { first, last }, quote, comma: comma_within, clause, scene: scene && (!clause || comma.is_none()) })
}
