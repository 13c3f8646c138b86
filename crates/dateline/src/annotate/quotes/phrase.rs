//! Noun phrases beside a verb: whose words they are. Indices into a sentence's items go in and come out.

use super::item::{Item, Kind, SMALL};
use crate::annotate::language::{
    ADVERB, AND, AUXILIARY, BASE, BELONGING, CAPITAL, CONNECTIVE, DETERMINER, GERUND, INDEFINITE, OBJECT_PRONOUN, PARTICIPLE, PAST, PLURAL,
    POSSESSIVE, PREPOSITION, REFLEXIVE, RELATIVE, SCENE, SETTING, SUBJECT_PRONOUN, SUBORDINATOR, SUPPORT, THAT, THERE, THIRD, TIME,
    TIME_ADJECTIVE, TIME_NOUN, TITLE_ABBREVIATION, TO, VERB,
};

/// Items `first..=last`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// No phrase has more items than this.
const LONGEST: usize = 48;

/// The subject that ends right before `end`: a pronoun, a relative, or a noun phrase with what stands behind it between commas.
pub(super) fn subject_before(items: &[Item], end: usize) -> Option<Phrase> {
    let last = end.checked_sub(1)?;
    let item = &items[last];
    if item.is(SUBJECT_PRONOUN.and(RELATIVE)) || item.is(THAT) && last > 0 && items[last - 1].is_content() {
        return Some(Phrase { first: last, last });
    }
    if matches!(item.kind, Kind::Comma | Kind::Dash) {
        return behind_apposition(items, last);
    }
    let passed = item.is(ADVERB) && !item.is(PREPOSITION.and(DETERMINER).and(AND)) || item.is(CONNECTIVE.and(THERE));
    if item.is(REFLEXIVE) || passed && !item.is(SUBORDINATOR) && last > 0 {
        return subject_before(items.get(..last)?, last);
    }
    let scene = scene_before(items, last);
    if scene <= last && scene > 0 {
        return subject_before(items.get(..scene)?, scene);
    }
    let phrase = noun_phrase_before(items, last)?;
    // "Smith in an interview (said)"
    let led = phrase.first.checked_sub(1).filter(|at| *at > 0 && items[*at].is(SCENE) && items[*at].is(PREPOSITION));
    let setting = led.filter(|_| items[last].is(SETTING) && items[phrase.first].is(DETERMINER.and(POSSESSIVE)));
    match setting {
        Some(led) => subject_before(items.get(..led)?, led).or(Some(phrase)),
        None => Some(phrase),
    }
}

/// Where a time that ends at `last` begins: "(who) in 2010", "(he) last week"; behind it where there is none.
fn scene_before(items: &[Item], last: usize) -> usize {
    let mut first = last + 1;
    while first > 0 && (items[first - 1].is(TIME.and(TIME_NOUN).and(TIME_ADJECTIVE)) || items[first - 1].kind == Kind::Number) {
        first -= 1;
    }
    if first > last {
        return last + 1;
    }
    // "the order released Friday": the time belongs to the phrase
    if first > 1 && items[first - 1].is(PARTICIPLE) && !items[first - 1].is(ADVERB) {
        return last + 1;
    }
    if first > 0 && items[first - 1].is(TIME_ADJECTIVE) {
        first -= 1;
    }
    let led = first.checked_sub(1).is_some_and(|at| items[at].is(PREPOSITION));
    let timed = items[first].is(TIME.and(TIME_ADJECTIVE)) && first < last || items[first].is(TIME);
    let determined = first >= 2 && items[first - 1].is(DETERMINER) && items[first - 2].is(PREPOSITION);
    if led {
        first - 1
    } else if determined {
        first - 2
    } else if timed {
        first
    } else {
        last + 1
    }
}

/// The noun phrase whose last item is `last`, without what stands between commas.
pub(super) fn noun_phrase_before(items: &[Item], last: usize) -> Option<Phrase> {
    let mut first = last + 1;
    // where an "and" was passed: the phrase without what stands before it
    let mut and = None;
    while first > 0 && last + 1 - first < LONGEST {
        let item = &items[first - 1];
        let before = first.checked_sub(2).map(|at| &items[at]);
        let joined = first <= last;
        let part = if joined && items[first].is(SUBJECT_PRONOUN) && !items[first].is(DETERMINER) {
            false
        } else if item.is(SUBJECT_PRONOUN.and(RELATIVE)) && !item.is(DETERMINER) {
            // "he and Smith (said)"
            joined && item.is(SUBJECT_PRONOUN) && items[first].is(AND)
        } else if item.kind == Kind::Clitic
            || item.kind == Kind::Bracket
            || item.kind == Kind::Number && !(joined && items[first].is(CAPITAL) && items[first].is(DETERMINER))
        {
            true
        } else if item.kind != Kind::Word {
            false
        } else if item.is(AND) {
            if joined && before.is_some_and(|before| before.is_content() || before.is(INDEFINITE.and(SUBJECT_PRONOUN))) {
                and.get_or_insert(first);
                true
            } else {
                false
            }
        } else if item.is(PREPOSITION) && (!item.is(SUBORDINATOR) || item.is(CAPITAL)) {
            // "Smith in an interview (said)"
            let scene = item.is(SCENE) && items[last].is(SETTING) && before.is_some_and(Item::is_name);
            joined
                && !scene
                && before.is_some_and(|before| before.is_content() || before.is(INDEFINITE.and(DETERMINER)) || before.kind == Kind::Quote)
                && !items[first].is(SUBJECT_PRONOUN)
        } else if item.is(DETERMINER.and(POSSESSIVE).and(INDEFINITE)) {
            !item.is(THAT) || joined
        } else if item.is(TO) {
            // "aides to Clinton", "a source close to him"
            // "aides to Clinton", "people close to Clinton"
            let several = before.is_some_and(|before| before.is(PLURAL)) || first >= 3 && items[first - 3].is(PLURAL);
            let named = joined && items[first].is(CAPITAL.and(DETERMINER).and(POSSESSIVE)) && several;
            // "a source speaking to the paper"
            let reduced = joined && items[first].is(CAPITAL.and(DETERMINER)) && before.is_some_and(|before| before.is(GERUND));
            (named || reduced) && before.is_some_and(Item::is_content)
                || joined && items[first].is(OBJECT_PRONOUN) && before.is_some_and(Item::is_content)
        } else if item.is(OBJECT_PRONOUN) && !joined && before.is_some_and(|before| before.is(PREPOSITION.and(TO))) {
            // "most of them", "a source close to him"
            true
        } else if item.is(AUXILIARY.and(THAT).and(THERE).and(TO).and(OBJECT_PRONOUN).and(SUBORDINATOR).and(CONNECTIVE)) {
            false
        } else {
            is_nominal(items, first - 1, last)
        };
        if !part {
            break;
        }
        first -= 1;
    }
    let opener = first.checked_sub(1).map(|at| &items[at]);
    if let Some(and) =
        and.filter(|_| opener.is_some_and(|opener| opener.is(AUXILIARY.and(VERB).and(PAST).and(TO).and(BASE).and(THIRD).and(GERUND))))
    {
        first = and;
    }
    trimmed(items, Phrase { first, last })
}

/// Whether a word is part of a noun phrase that ends at `last`, rather than the verb before it.
fn is_nominal(items: &[Item], at: usize, last: usize) -> bool {
    let item = &items[at];
    let before = at.checked_sub(1).map(|at| &items[at]);
    if item.is_name() || item.is(TITLE_ABBREVIATION) {
        return true;
    }
    let opened = before.is_none_or(|before| {
        before.is(DETERMINER.and(POSSESSIVE).and(SUBORDINATOR))
            || matches!(before.kind, Kind::Clitic | Kind::Comma)
            || before.kind == Kind::Quote && item.verb.is_none()
    });
    let attributive = at < last && opened;
    if item.is(PAST.and(VERB)) {
        let reduced = at < last
            && items[at + 1].is(PREPOSITION.and(TIME).and(TIME_ADJECTIVE))
            && item.is(PARTICIPLE)
            && before.is_some_and(Item::is_content);
        // "those surveyed"
        let some = at == last && item.is(PARTICIPLE) && before.is_some_and(|before| before.is(INDEFINITE) && before.is(DETERMINER));
        return attributive && item.is(PARTICIPLE) || reduced || some;
    }
    if item.is(GERUND) {
        return attributive || at == last || before.is_some_and(Item::is_content);
    }
    if item.is(BASE.and(THIRD)) && item.verb.is_some() {
        return before.is_none_or(|before| !before.is(SUBJECT_PRONOUN.and(AUXILIARY).and(TO).and(RELATIVE)));
    }
    item.is_content() || at < last && !item.is(SMALL)
}

/// The phrase without the adverbs, times and prepositional phrases that open it; nothing where nothing is left.
fn trimmed(items: &[Item], phrase: Phrase) -> Option<Phrase> {
    let Phrase { mut first, last } = phrase;
    while first <= last {
        let item = &items[first];
        let next = items[first..=last].get(1);
        // "this week", but "this source"
        let time = (item.is(TIME.and(TIME_NOUN)) || item.is(TIME_ADJECTIVE) && next.is_some_and(|next| next.is(TIME.and(TIME_NOUN))))
            && !next.is_some_and(|next| next.kind == Kind::Clitic);
        if item.is(PREPOSITION.and(AND).and(TO)) && !item.is(DETERMINER) || time && first < last || item.kind == Kind::Bracket {
            first += 1;
        } else {
            break;
        }
    }
    let head = items.get(last)?;
    let fits = first <= last && (head.is_content() || head.is(DETERMINER.and(INDEFINITE).and(OBJECT_PRONOUN)) || head.kind == Kind::Clitic);
    // "47%", but no number alone
    (fits && (first < last || head.kind == Kind::Word)).then_some(Phrase { first, last })
}

/// The subject before something between commas or dashes that ends at `comma`: "Smith, the mayor, (said)"; without it where it only sets the time or the link.
fn behind_apposition(items: &[Item], comma: usize) -> Option<Phrase> {
    let kind = items[comma].kind;
    let points = || (comma.saturating_sub(LONGEST)..comma).rev().filter(|at| items[*at].kind == kind);
    // "in Columbus, Ohio, (said)": the comma within a place opens nothing
    let within = |at: usize| at + 3 >= comma && items[at + 1..comma].iter().all(Item::is_name) && at > 1 && items[at - 1].is_name();
    let place = |at: &usize| within(*at) && items[..*at].iter().rev().skip(1).take(3).any(|item| item.is(PREPOSITION));
    let start = points().find(|at| !place(at));
    let Some(start) = start else {
        // "Sen. Reed (D-R.I.), said": a name and no more before a comma too many
        let named = comma.checked_sub(1).filter(|last| items[*last].is_name() || items[*last].kind == Kind::Bracket)?;
        return noun_phrase_before(items, named).filter(|phrase| phrase.first == 0);
    };
    let head = start.checked_sub(1)?;
    let opener = items.get(start + 1)?;
    let alone =
        items[head].is(SUBJECT_PRONOUN.and(RELATIVE)) && opener.is(ADVERB.and(CONNECTIVE).and(PREPOSITION).and(SUBORDINATOR).and(TIME));
    if alone {
        return Some(Phrase { first: head, last: head });
    }
    let whole = noun_phrase_before(items, head).map(|phrase| extended(items, phrase))?;
    let passing = opener.is(CONNECTIVE.and(PREPOSITION).and(SUBORDINATOR).and(TIME).and(GERUND)) && !opener.is(RELATIVE);
    let aside =
        passing && !opener.is(THAT) || items[start + 1..comma].iter().all(|item| item.kind == Kind::Word && item.classes.any(ADVERB));
    Some(Phrase { first: whole.first, last: if aside { head } else { comma - 1 } })
}

/// A phrase that is itself what explains the phrase before a comma, with that phrase: "Harvey, a delegate from Houston, Texas".
fn extended(items: &[Item], phrase: Phrase) -> Phrase {
    let mut wider = phrase;
    for _ in 0..4 {
        let opener = &items[wider.first];
        let Some(comma) = wider.first.checked_sub(1).filter(|at| items[*at].kind == Kind::Comma) else { break };
        let explains = opener.is(DETERMINER.and(RELATIVE)) && !opener.is(CAPITAL) || wider != phrase;
        let Some(before) = comma.checked_sub(1).and_then(|last| noun_phrase_before(items, last)) else { break };
        let led = before.first.checked_sub(1).map(|at| &items[at]);
        if led.is_some_and(|led| led.is(AUXILIARY.and(PAST).and(VERB).and(THIRD))) {
            // "said Smith, head of the bank, the agency reported": what stands before is another's
            return phrase;
        }
        let opens = led.is_none_or(|led| !led.is(PREPOSITION));
        if !explains || !opens || !items[before.first..=before.last].iter().any(Item::is_name) {
            break;
        }
        wider.first = before.first;
    }
    wider
}

/// The noun phrase that begins at `first`, with the phrases that explain it: where it ends.
pub(super) fn phrase_from(items: &[Item], first: usize) -> Option<Phrase> {
    let opener = items.get(first)?;
    if opener.is(SUBJECT_PRONOUN.and(OBJECT_PRONOUN)) {
        return Some(Phrase { first, last: first });
    }
    if opener.is(TIME) {
        return None;
    }
    let mut end = first;
    let mut relative = false;
    let most = items.len().min(first + LONGEST);
    while end < most {
        let item = &items[end];
        let next = items.get(end + 1);
        let part = match item.kind {
            Kind::Number | Kind::Clitic | Kind::Bracket => true,
            Kind::Quote => end > first,
            Kind::Comma => end > first && next.is_some_and(|next| goes_on(items, first, end, next)),
            Kind::Word if relative => true,
            Kind::Word if item.is(TIME.and(TIME_ADJECTIVE)) => {
                end == first || items[end - 1].is(DETERMINER.and(POSSESSIVE)) || items[end - 1].kind == Kind::Clitic
            }
            Kind::Word if item.is(PREPOSITION.and(TO)) => {
                // "said Smith from the steps" is no part of the name, "Smith of Leeds" is
                let named = end > first && items[end - 1].is_name() && items[first..end].iter().all(|item| item.kind == Kind::Word);
                let infinitive =
                    item.is(TO) && next.is_some_and(|next| next.is(BASE) || !next.is(CAPITAL.and(DETERMINER).and(POSSESSIVE).and(PLURAL)));
                end > first
                    && !item.is(SUBORDINATOR)
                    && !infinitive
                    && (!named || item.is(BELONGING))
                    && next.is_some_and(|next| next.is_content() && !next.is(GERUND) || next.is(DETERMINER.and(POSSESSIVE)))
                    && !sets_scene(items, end)
            }
            Kind::Word if item.is(AND) => end > first && next.is_some_and(|next| next.is_content() || next.is(DETERMINER.and(POSSESSIVE))),
            Kind::Word if item.is(RELATIVE) => end > first && (items[end - 1].kind != Kind::Comma || !has_cue(items, end)),
            Kind::Word if item.is(DETERMINER.and(POSSESSIVE).and(INDEFINITE)) => {
                // "(told) reporters the bridge was safe": another phrase begins
                end == first || !items[end - 1].is_content() || items[end - 1].is(DETERMINER)
            }
            Kind::Word => !item.is(SMALL) && (end == first || !item.is(VERB)),
            _ => false,
        };
        if !part {
            break;
        }
        relative = item.kind != Kind::Comma && (relative || item.kind == Kind::Word && item.is(RELATIVE));
        end += 1;
    }
    while end > first && items[end - 1].kind == Kind::Comma {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    items[first..=last]
        .iter()
        .any(|item| {
            item.kind == Kind::Word && (item.is_content() || item.is(INDEFINITE)) || item.kind == Kind::Number && opener.is(DETERMINER)
        })
        .then_some(Phrase { first, last })
}

/// Whether a comma at `comma` goes on with what explains the phrase: "said Smith, the mayor", "Smith, 43", "Paris, Texas".
fn goes_on(items: &[Item], first: usize, comma: usize, next: &Item) -> bool {
    let named = items[first..comma].iter().any(|item| item.is_name() || item.is_content());
    let gerund = next.is(GERUND) || next.is(PAST) && !next.is_content();
    named
        && !gerund
        && (next.is(DETERMINER.and(POSSESSIVE).and(RELATIVE)) && !next.is(THAT)
            || next.kind == Kind::Number
            || next.is_content() && !next.is(TIME) && !next.is(PAST))
}

/// "in an interview", "on Monday": where and when something was said, rather than part of a name.
fn sets_scene(items: &[Item], at: usize) -> bool {
    items[at].is(SCENE)
        && items[at + 1..]
            .iter()
            .take(4)
            .take_while(|item| item.kind == Kind::Word && !item.is(PREPOSITION))
            .any(|item| item.is(SETTING.and(TIME).and(TIME_NOUN)))
}

fn has_cue(items: &[Item], at: usize) -> bool {
    items[at..].iter().take(3).any(|item| item.verb.is_some() && item.is(PAST.and(THIRD)) && !item.is(SUPPORT))
}
