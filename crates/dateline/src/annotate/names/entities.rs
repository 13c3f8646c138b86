//! Groups in, people, organisations and places out, each with all its mentions.

use std::collections::BTreeMap;

use super::{
    evidence::{Evidence, Kind},
    gazetteer::longest_place,
    group::Group,
    spot::Candidate,
    token::{Shape, Tokens},
};
use crate::{
    model::{Mention, MentionKind},
    text::Span,
};

/// One person, organisation or place of the article.
#[derive(Debug)]
pub(crate) struct Entity {
    pub(crate) kind: Kind,
    /// The longest of its names, as it stands in the text.
    pub(crate) name: String,
    /// Its groups, the one with the longest name first.
    pub(crate) groups: Vec<usize>,
    /// Where it is named, in the order of the text, with the candidate.
    pub(crate) mentions: Vec<(Mention, usize)>,
}

/// The entities of an article, in the order of their first mentions.
pub(crate) fn entities(tokens: &Tokens<'_>, candidates: &[Candidate], groups: &[Group]) -> Vec<Entity> {
    let mut heads: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate().filter(|(_, group)| is_entity(group)) {
        let head = group.short_for.filter(|long| groups.get(*long).is_some_and(|long| is_entity(long) && long.kind == group.kind));
        // a longer name may itself be short for another
        let head = head
            .and_then(|head| groups.get(head).and_then(|group| group.short_for).filter(|next| *next != number).or(Some(head)))
            .unwrap_or(number);
        heads.entry(head).or_default().push(number);
    }
    let mut entities: Vec<Entity> =
        heads.into_iter().filter_map(|(head, members)| entity(tokens, candidates, groups, head, members)).collect();
    entities.sort_by_key(|entity| entity.mentions.first().map(|(mention, _)| mention.span.start));
    entities
}

/// Whether a group is a person, an organisation or a place, and not only seen where capitals mean nothing.
fn is_entity(group: &Group) -> bool {
    let known = [
        Evidence::KnownPlace,
        Evidence::KnownOrganisation,
        Evidence::Country,
        Evidence::LargeCity,
        Evidence::City,
        Evidence::Area,
        Evidence::GivenCommon,
    ];
    group.kind != Kind::Other && (group.sure || known.into_iter().any(|evidence| group.own.has(evidence)))
}

fn entity(tokens: &Tokens<'_>, candidates: &[Candidate], groups: &[Group], head: usize, mut members: Vec<usize>) -> Option<Entity> {
    members.sort_by_key(|number| *number != head);
    let main = groups.get(head)?;
    let mut mentions = Vec::new();
    for group in members.iter().filter_map(|number| groups.get(*number)) {
        for number in &group.members {
            let candidate = candidates.get(*number)?;
            let kind = mention_kind(tokens, candidate, group, main);
            mentions.push((Mention { span: mention_span(tokens, candidate), kind }, *number));
        }
    }
    mentions.sort_by_key(|(mention, _)| mention.span.start);
    let longest = main.members.iter().filter_map(|number| candidates.get(*number));
    let mut names = longest.filter_map(|candidate| tokens.text().get(mention_span(tokens, candidate).range()));
    let name = names.clone().find(|name| name.chars().any(char::is_lowercase)).or_else(|| names.next()).map(single_spaced)?;
    Some(Entity { kind: main.kind, name, groups: members, mentions })
}

/// Words with single spaces between them; most have them so.
pub(crate) fn single_spaced(words: &str) -> String {
    let plain = words.is_ascii() && !words.contains("  ") && !words.bytes().any(|byte| byte.is_ascii_control());
    if plain { words.trim_matches(' ').to_owned() } else { words.split_whitespace().collect::<Vec<_>>().join(" ") }
}

fn mention_kind(tokens: &Tokens<'_>, candidate: &Candidate, group: &Group, main: &Group) -> MentionKind {
    let acronym = candidate.tokens.len() == 1 && tokens.get(candidate.tokens.start).is_some_and(|token| token.shape == Shape::Capitals);
    match group.kind {
        Kind::Organisation if acronym => MentionKind::Acronym,
        Kind::Person if group.short_for.is_some() && !tokens.phrase(main.name.clone()).starts_with(&tokens.phrase(group.name.clone())) => {
            MentionKind::Surname
        }
        Kind::Person if group.short_for.is_none() && candidate.tokens.len() == 1 && candidate.around.has(Evidence::Honoured) => {
            MentionKind::Surname
        }
        _ => MentionKind::Name,
    }
}

/// The span of a mention: with the full stop of a company's suffix, but not with that of a sentence.
fn mention_span(tokens: &Tokens<'_>, candidate: &Candidate) -> Span {
    if candidate.own.has(Evidence::CompanySuffix) {
        tokens.abbreviated(candidate.tokens.clone())
    } else {
        tokens.span(candidate.tokens.clone())
    }
}

/// The name of a place that is only written in capitals, with capitals at the beginning of its words alone.
pub(crate) fn title_case(name: &str, hashes: impl Iterator<Item = u64> + Clone) -> String {
    let known = longest_place(hashes).is_some();
    if !known || name.chars().any(char::is_lowercase) || name.chars().count() <= 3 || name.contains('.') {
        return name.to_owned();
    }
    let mut title = String::with_capacity(name.len());
    let mut inside = false;
    for c in name.chars() {
        if inside {
            title.extend(c.to_lowercase());
        } else {
            title.push(c);
        }
        inside = c.is_alphabetic() || c == '\'' || c == '\u{2019}';
    }
    title
}
