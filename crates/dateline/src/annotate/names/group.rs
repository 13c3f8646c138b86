//! Candidates in, groups out: all that are written alike are one thing in one article, and what they are is decided once, with what longer names say of shorter ones.

use std::ops::Range;

use super::{
    evidence::{Evidence, EvidenceSet, Kind, Score, add, best},
    gazetteer::Meanings,
    spot::Candidate,
    token::{Shape, Token, Tokens},
};
use crate::text::{name_hash, word_hash};

/// Candidates that are written alike.
#[derive(Debug)]
pub(crate) struct Group {
    /// Of their folded words.
    pub(crate) hash: u64,
    /// The tokens of the first of them.
    pub(crate) name: Range<usize>,
    /// The candidates, in the order of the text.
    pub(crate) members: Vec<usize>,
    pub(crate) own: EvidenceSet,
    /// What all surroundings together say.
    around: Score,
    pub(crate) score: Score,
    pub(crate) kind: Kind,
    pub(crate) meanings: Option<Meanings>,
    /// The group with the longer name that this one is short for.
    pub(crate) short_for: Option<usize>,
    /// Whether a member's capitals mean something.
    pub(crate) sure: bool,
}

/// The surroundings of a name that stands often count as the mean of them times this, in tenths: once, twice, three times, oftener.
const CONTEXTS: [i32; 4] = [10, 16, 20, 23];

/// The groups of an article, in the order of their first members.
pub(crate) fn groups(tokens: &Tokens<'_>, candidates: &[Candidate]) -> Vec<Group> {
    let mut groups: Vec<Group> =
        written_alike(tokens, candidates).into_iter().filter_map(|(hash, members)| group(candidates, hash, members)).collect();
    for (number, small) in small_elsewhere(tokens, &groups).into_iter().enumerate() {
        if let Some(group) = groups.get_mut(number) {
            note_initials(group, tokens, candidates, small);
            weigh(group);
        }
    }
    link(&mut groups, tokens, candidates);
    groups
}

/// The hashes of all names with the candidates that have them, in the order of the text. They are sorted: a table of hashes that a text can choose might be made slow by it.
fn written_alike(tokens: &Tokens<'_>, candidates: &[Candidate]) -> Vec<(u64, Vec<usize>)> {
    let hash = |candidate: &Candidate| tokens.hashes(candidate.tokens.clone()).reduce(name_hash).unwrap_or_default();
    let mut hashes: Vec<(u64, usize)> = candidates.iter().enumerate().map(|(number, candidate)| (hash(candidate), number)).collect();
    hashes.sort_unstable();
    let alike = hashes.chunk_by(|one, next| one.0 == next.0);
    let mut alike: Vec<(u64, Vec<usize>)> =
        alike.filter_map(|same| Some((same.first()?.0, same.iter().map(|(_, number)| *number).collect()))).collect();
    alike.sort_unstable_by_key(|(_, members)| members.first().copied());
    alike
}

/// The group of candidates whose names have this hash.
fn group(candidates: &[Candidate], hash: u64, members: Vec<usize>) -> Option<Group> {
    let first = candidates.get(*members.first()?)?;
    let mut group = Group {
        hash,
        name: first.tokens.clone(),
        members,
        own: EvidenceSet::default(),
        around: [0; 4],
        score: [0; 4],
        kind: Kind::Other,
        meanings: first.meanings,
        short_for: None,
        sure: false,
    };
    for candidate in group.members.iter().filter_map(|number| candidates.get(*number)) {
        group.own = group.own.with(candidate.own);
        group.around = add(group.around, &candidate.around.score());
        group.sure |= !candidate.weak;
    }
    Some(group)
}

/// Of each group, whether its name is a single word that the article has in small letters, too.
fn small_elsewhere(tokens: &Tokens<'_>, groups: &[Group]) -> Vec<bool> {
    let mut found = vec![false; groups.len()];
    let is_alone = |group: &Group| group.name.len() == 1 && tokens.folded(group.name.start).trim_end_matches('.').len() > 2;
    let alone = groups.iter().enumerate().filter(|(_, group)| is_alone(group));
    let mut alone: Vec<(u64, usize)> = alone.map(|(number, group)| (group.hash, number)).collect();
    alone.sort_unstable();
    // most words of a text are none of them, which a bit of their hashes tells
    let mut bits = [0_u64; 16];
    let bit = |hash: u64| ((hash >> 6) as usize % 16, 1 << (hash % 64));
    for (hash, _) in &alone {
        let (at, bit) = bit(*hash);
        if let Some(bits) = bits.get_mut(at) {
            *bits |= bit;
        }
    }
    for hash in tokens.small_words() {
        let (at, bit) = bit(hash);
        if bits.get(at).is_some_and(|bits| bits & bit != 0)
            && let Ok(known) = alone.binary_search_by_key(&hash, |(hash, _)| *hash)
            && let Some(found) = alone.get(known).and_then(|(_, number)| found.get_mut(*number))
        {
            *found = true;
        }
    }
    found
}

fn note_initials(group: &mut Group, tokens: &Tokens<'_>, candidates: &[Candidate], small: bool) {
    let mut firsts = group.members.iter().filter_map(|number| candidates.get(*number));
    let alone = firsts.clone().all(|candidate| candidate.tokens.len() == 1);
    let only = firsts.all(|candidate| tokens.get(candidate.tokens.start).is_some_and(|token| token.initial || candidate.weak));
    let plain = group.own.has(Evidence::CommonFirst);
    group
        .own
        .add_if(alone && only && (plain || !group.own.has(Evidence::Unknown)) && !group.own.has(Evidence::Acronym), Evidence::OnlyInitial);
    group.own.add_if(alone && small, Evidence::SmallElsewhere);
}

fn weigh(group: &mut Group) {
    let times = group.members.len().max(1);
    let scale = CONTEXTS.get(times - 1).or(CONTEXTS.last()).copied().unwrap_or(10);
    let around = group.around.map(|weight| weight * scale / (10 * times as i32));
    group.score = add(group.own.score(), &around);
    group.kind = best(&group.score).0;
}

/// Shorter names learn from longer ones: surnames, short names of companies, acronyms.
fn link(groups: &mut [Group], tokens: &Tokens<'_>, candidates: &[Candidate]) {
    let names = Names::new(groups, tokens);
    let longer = names.longer();
    let acronyms = acronyms(groups, candidates);
    for number in 0..groups.len() {
        if let Some(long) = acronyms.get(number).copied().flatten().filter(|long| *long != number) {
            let kind = groups.get(long).map(|long| long.kind);
            if let (Some(group), Some(kind)) = (groups.get_mut(number), kind) {
                group.kind = kind;
                group.short_for = Some(long);
            }
            continue;
        }
        let own = names.words(number);
        let Some(first) = own.first() else { continue };
        let from = longer.partition_point(|(word, _)| word < first);
        let longer = longer.iter().skip(from).take_while(|(word, _)| word == first).take(MOST_LONGER).map(|(_, group)| *group);
        let found = longer.into_iter().find_map(|long| {
            let (group, other, full) = (groups.get(number)?, groups.get(long)?, names.words(long));
            (long != number && full.len() > own.len()).then_some(())?;
            relation(group, own, other, full, tokens, candidates).map(|evidence| (long, evidence))
        });
        if let (Some((long, evidence)), Some(group)) = (found, groups.get_mut(number)) {
            group.own.add(evidence);
            weigh(group);
            let fits = if evidence == Evidence::PartOfPerson { Kind::Person } else { Kind::Organisation };
            group.short_for = (group.kind == fits).then_some(long);
        }
    }
}

/// Of the names that share a word no more are looked at, the first of the text.
const MOST_LONGER: usize = 8;

/// The hashes of the words of all names, one behind the other.
struct Names {
    words: Vec<u64>,
    /// Where each name's words end.
    ends: Vec<usize>,
}

impl Names {
    fn new(groups: &[Group], tokens: &Tokens<'_>) -> Self {
        let mut names = Self { words: Vec::with_capacity(groups.len() * 2), ends: Vec::with_capacity(groups.len()) };
        for group in groups {
            names.words.extend(tokens.hashes(group.name.clone()));
            names.ends.push(names.words.len());
        }
        names
    }

    fn words(&self, name: usize) -> &[u64] {
        let start = name.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(name).copied().unwrap_or(start);
        self.words.get(start..end).unwrap_or_default()
    }

    /// The words of names with several, each with its name, in the order of the words and then of the names.
    fn longer(&self) -> Vec<(u64, usize)> {
        let mut longer = Vec::with_capacity(self.words.len());
        for name in 0..self.ends.len() {
            let words = self.words(name);
            longer.extend(words.iter().filter(|_| words.len() > 1).map(|word| (*word, name)));
        }
        longer.sort_unstable();
        longer
    }
}

/// What a longer name says of a shorter one that is written with some of its words.
fn relation(group: &Group, own: &[u64], other: &Group, full: &[u64], tokens: &Tokens<'_>, candidates: &[Candidate]) -> Option<Evidence> {
    let sure_place = [Evidence::Country, Evidence::KnownPlace, Evidence::Area]
        .into_iter()
        .any(|evidence| group.own.has(evidence) && !group.own.has(Evidence::Doubtful));
    // a speaker's name in capitals before what he or she says: "PARATA: None at all."
    let speaker = other.kind == Kind::Person && full.last() == own.first() && tokens.phrase(group.name.clone()).chars().count() > 3;
    let acronym = (group.own.has(Evidence::Acronym) && !speaker) || group.own.has(Evidence::DemonymAlone);
    if sure_place || acronym || group.own.has(Evidence::PlaceHead) {
        return None;
    }
    match other.kind {
        Kind::Person if full.windows(own.len()).any(|window| window == own) => Some(Evidence::PartOfPerson),
        Kind::Organisation
            if full.starts_with(own) || (full.first().is_some_and(|first| *first == word_hash("the")) && full.get(1..) == Some(own)) =>
        {
            let place = [Evidence::Region, Evidence::LargeCity, Evidence::City].into_iter().any(|evidence| group.own.has(evidence));
            let first =
                group.members.first().and_then(|number| candidates.get(*number)).and_then(|candidate| tokens.get(candidate.tokens.start));
            let plain = own.len() == 1
                && first.is_some_and(|first: &Token| first.facts.level > 0 && first.facts.level < 5 && first.shape == Shape::Capitalised);
            (!place && !plain).then_some(Evidence::PartOfOrganisation)
        }
        _ => None,
    }
}

/// Which group each acronym is short for, where the article says so in brackets.
fn acronyms(groups: &[Group], candidates: &[Candidate]) -> Vec<Option<usize>> {
    let mut group_of = vec![None; candidates.len()];
    for (number, group) in groups.iter().enumerate() {
        for member in &group.members {
            if let Some(place) = group_of.get_mut(*member) {
                *place = Some(number);
            }
        }
    }
    let mut found = vec![None; groups.len()];
    for (at, _) in candidates.iter().enumerate().filter(|(_, candidate)| candidate.around.has(Evidence::AcronymOf)) {
        if let (Some(Some(short)), Some(Some(long))) = (group_of.get(at), at.checked_sub(1).and_then(|before| group_of.get(before)))
            && let Some(found) = found.get_mut(*short)
        {
            *found = found.or(Some(*long));
        }
    }
    found
}
