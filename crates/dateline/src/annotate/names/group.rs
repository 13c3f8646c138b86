//! Candidates in, groups out: all that are written alike are one thing in one article, and what they are is decided once, with what longer names say of shorter ones.

use std::collections::HashMap;

use super::{
    evidence::{Evidence, EvidenceSet, Kind, Score, add, best},
    gazetteer::Meanings,
    spot::Candidate,
    token::{Shape, Token, Tokens},
};

/// Candidates that are written alike.
#[derive(Debug)]
pub(crate) struct Group {
    /// Their folded words.
    pub(crate) key: String,
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
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    for (number, candidate) in candidates.iter().enumerate() {
        let mut key = tokens.phrase(candidate.tokens.clone());
        key.truncate(key.trim_end_matches('.').len());
        let at = *by_key.entry(key).or_insert_with_key(|key| {
            groups.push(Group {
                key: key.clone(),
                members: Vec::new(),
                own: EvidenceSet::default(),
                around: [0; 4],
                score: [0; 4],
                kind: Kind::Other,
                meanings: candidate.meanings,
                short_for: None,
                sure: false,
            });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.own = group.own.with(candidate.own);
            group.around = add(group.around, &candidate.around.score());
            group.sure |= !candidate.weak;
            group.members.push(number);
        }
    }
    let alone = groups.iter().filter(|group| !group.key.contains(' ') && group.key.len() > 2).map(|group| group.key.as_str());
    let small = tokens.in_small(alone);
    let small: Vec<bool> = groups.iter().map(|group| small.contains(group.key.as_str())).collect();
    for (group, small) in groups.iter_mut().zip(small) {
        note_initials(group, tokens, candidates, small);
        weigh(group);
    }
    link(&mut groups, tokens, candidates);
    groups
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
    let keys: Vec<String> = groups.iter().map(|group| group.key.clone()).collect();
    let names = Names::new(&keys);
    let mut longer: HashMap<&str, Longer> = HashMap::new();
    for (number, words) in names.iter().enumerate().filter(|(_, words)| words.len() > 1) {
        for word in words {
            longer.entry(word).or_default().note(number);
        }
    }
    let acronyms = acronyms(groups, candidates);
    for number in 0..groups.len() {
        if let Some(long) = acronyms.get(&number).copied().filter(|long| *long != number) {
            let kind = groups.get(long).map(|long| long.kind);
            if let (Some(group), Some(kind)) = (groups.get_mut(number), kind) {
                group.kind = kind;
                group.short_for = Some(long);
            }
            continue;
        }
        let own = names.words(number);
        let longer = own.first().and_then(|first| longer.get(first)).map_or([].as_slice(), Longer::groups);
        let found = longer.iter().copied().find_map(|long| {
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

/// The words of all names, one behind the other.
struct Names<'k> {
    words: Vec<&'k str>,
    /// Where each name's words end.
    ends: Vec<usize>,
}

impl<'k> Names<'k> {
    fn new(keys: &'k [String]) -> Self {
        let mut names = Self { words: Vec::with_capacity(keys.len() * 2), ends: Vec::with_capacity(keys.len()) };
        for key in keys {
            names.words.extend(key.split(' '));
            names.ends.push(names.words.len());
        }
        names
    }

    fn words(&self, name: usize) -> &[&'k str] {
        let start = name.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(name).copied().unwrap_or(start);
        self.words.get(start..end).unwrap_or_default()
    }

    fn iter(&self) -> impl Iterator<Item = &[&'k str]> {
        (0..self.ends.len()).map(|name| self.words(name))
    }
}

/// The first groups whose names have a word and others: no more of them are looked at.
#[derive(Clone, Copy, Debug, Default)]
struct Longer {
    groups: [usize; 8],
    count: usize,
}

impl Longer {
    fn note(&mut self, group: usize) {
        if let Some(free) = self.groups.get_mut(self.count) {
            *free = group;
            self.count += 1;
        }
    }

    fn groups(&self) -> &[usize] {
        self.groups.get(..self.count).unwrap_or_default()
    }
}

/// What a longer name says of a shorter one that is written with some of its words.
fn relation(group: &Group, own: &[&str], other: &Group, full: &[&str], tokens: &Tokens<'_>, candidates: &[Candidate]) -> Option<Evidence> {
    let sure_place = [Evidence::Country, Evidence::KnownPlace, Evidence::Area]
        .into_iter()
        .any(|evidence| group.own.has(evidence) && !group.own.has(Evidence::Doubtful));
    // a speaker's name in capitals before what he or she says: "PARATA: None at all."
    let speaker = other.kind == Kind::Person && full.last() == own.first() && group.key.chars().count() > 3;
    let acronym = (group.own.has(Evidence::Acronym) && !speaker) || group.own.has(Evidence::DemonymAlone);
    if sure_place || acronym || group.own.has(Evidence::PlaceHead) {
        return None;
    }
    match other.kind {
        Kind::Person if full.windows(own.len()).any(|window| window == own) => Some(Evidence::PartOfPerson),
        Kind::Organisation
            if full.starts_with(own) || (full.first().is_some_and(|first| *first == "the") && full.get(1..) == Some(own)) =>
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
fn acronyms(groups: &[Group], candidates: &[Candidate]) -> HashMap<usize, usize> {
    let mut group_of = vec![None; candidates.len()];
    for (number, group) in groups.iter().enumerate() {
        for member in &group.members {
            if let Some(place) = group_of.get_mut(*member) {
                *place = Some(number);
            }
        }
    }
    let mut found = HashMap::new();
    for (at, _) in candidates.iter().enumerate().filter(|(_, candidate)| candidate.around.has(Evidence::AcronymOf)) {
        if let (Some(Some(short)), Some(Some(long))) = (group_of.get(at), at.checked_sub(1).and_then(|before| group_of.get(before))) {
            found.entry(*short).or_insert(*long);
        }
    }
    found
}
