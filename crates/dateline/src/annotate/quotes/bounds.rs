//! Where what was said ends: a clause with its sentence, an object before a comma, a time or another clause.

use super::{
    attribution::Sentence,
    group::Form,
    item::{Item, Kind},
};
use crate::annotate::language::{
    AND, AUXILIARY, BUT, CONCESSION, DETERMINER, GERUND, POSSESSIVE, PREPOSITION, SCENE, SETTING, SUBORDINATOR, TIME,
};

/// No aside between dashes or commas is longer.
pub(super) const ASIDE: usize = 16;

/// Where the sentence's words end: before the points that close it.
pub(super) fn last_word(items: &[Item]) -> usize {
    items.iter().rposition(|item| !matches!(item.kind, Kind::End | Kind::Comma | Kind::Dash)).map_or(0, |at| at + 1)
}

/// Where a clause that begins at `first` ends: with the sentence, or where the one who speaks goes on to do something else.
pub(super) fn clause_end(sentence: &Sentence<'_>, first: usize) -> usize {
    let items = sentence.items;
    let end = last_word(items);
    for at in first + 1..end {
        let item = &items[at];
        let next = items.get(at + 1);
        let cue_at = |at: usize| sentence.groups.iter().find(|group| group.first == at).filter(|group| sentence.is_cue(group));
        let stops = match item.kind {
            Kind::Semicolon => true,
            Kind::Comma | Kind::Dash => {
                let behind_and = next.filter(|next| next.is(AND.and(BUT))).map(|_| at + 2);
                let gerund = cue_at(at + 1).is_some_and(|group| group.form == Form::Gerund);
                let goes_on = behind_and.is_some_and(|at| cue_at(at).is_some_and(|group| group.form == Form::Finite));
                let speaks = sentence
                    .groups
                    .iter()
                    .find(|group| group.first > at && group.form == Form::Finite)
                    .is_some_and(|group| sentence.is_cue(group));
                let against = next.is_some_and(|next| next.is(CONCESSION)) && speaks;
                // "said it was late, called it a mistake and left"
                let listed = cue_at(at + 1).is_some_and(|group| group.form == Form::Finite)
                    && !items.get(at + 1).is_some_and(|item| item.is(AUXILIARY));
                let goes_on = goes_on || listed || behind_and.is_some_and(|at| sentence.is_reporting_from(at));
                let reported = item.kind == Kind::Comma && sentence.is_reported_from(at + 1);
                let according = sentence.is_according(at + 1);
                gerund || goes_on || against || according || reported
            }
            // "said it was late, before adding", "said it was late before adding"
            Kind::Word if item.is(SUBORDINATOR) && item.is(SCENE) => cue_at(at + 1).is_some_and(|group| group.form == Form::Gerund),
            Kind::Word if sentence.is_according(at) => true,
            // "those who want to leave said …": the verb of the whole
            Kind::Word if sentence.is_verb_over(at, first) => true,
            // "…," the agency reported
            _ if items[at - 1].kind == Kind::Quote && sentence.ends_with_comma(&items[at - 1]) && sentence.is_reported_from(at) => true,
            Kind::Word if item.is(AND.and(BUT)) => cue_at(at + 1).is_some_and(|group| group.form == Form::Finite),
            _ => false,
        };
        if stops {
            return at;
        }
    }
    end.max(first)
}

/// Where an object that begins at `first` ends: before a comma, a time, another clause.
pub(super) fn object_end(sentence: &Sentence<'_>, first: usize) -> usize {
    let items = sentence.items;
    let end = last_word(items);
    for at in first..end {
        let item = &items[at];
        let stops = match item.kind {
            Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon => {
                !items.get(at + 1).is_some_and(|next| next.kind == Kind::Quote) && !in_list(items, at)
            }
            Kind::Word if at > first => {
                item.is(SUBORDINATOR)
                    || item.is(TIME)
                    || item.is(AND.and(BUT)) && sentence.groups.iter().any(|group| group.first == at + 1)
                    || item.is(SCENE) && items[at + 1..].iter().take(3).any(|item| item.is(SETTING.and(TIME)))
                    || item.is(GERUND) && items[at - 1].kind == Kind::Comma
                    || sentence.is_verb_over(at, first)
            }
            _ => false,
        };
        if stops {
            return at;
        }
    }
    end.max(first)
}

/// Whether a comma stands in a list: "the bank, the church and the school".
fn in_list(items: &[Item], comma: usize) -> bool {
    let rest = items.get(comma + 1..).unwrap_or_default();
    let reach = rest
        .iter()
        .take(8)
        .take_while(|item| item.is_content() || item.is(DETERMINER.and(POSSESSIVE).and(AND)) || item.kind == Kind::Comma);
    reach.into_iter().any(|item| item.is(AND)) && !rest.first().is_some_and(|item| item.is(AND))
}

/// Where an object with what it is called ends.
pub(super) fn complement_end(sentence: &Sentence<'_>, first: usize) -> usize {
    let end = object_end(sentence, first);
    let limit = sentence.groups.iter().map(|group| group.first).find(|first| *first >= end).unwrap_or(sentence.items.len());
    // "described the council during an interview as a relic"
    let ahead = sentence.items.get(end..limit).unwrap_or_default().iter().take(ASIDE);
    let called = ahead
        .take_while(|item| item.kind != Kind::Comma)
        .position(|item| item.is(PREPOSITION) && item.is(SUBORDINATOR) && !item.is(TIME) && !item.is(SCENE));
    match called {
        Some(at) if end > first => through_quote(sentence, object_end(sentence, end + at)),
        _ => through_quote(sentence, end),
    }
}

/// An object runs through to words between marks behind it, unless another verb comes first: "called him, among other things, "a liar"".
pub(super) fn through_quote(sentence: &Sentence<'_>, end: usize) -> usize {
    let limit = sentence.groups.iter().map(|group| group.first).find(|first| *first >= end).unwrap_or(sentence.items.len());
    let quote = sentence.items.get(end..limit).and_then(|rest| rest.iter().position(|item| item.kind == Kind::Quote));
    quote.map_or(end, |quote| end + quote + 1)
}
