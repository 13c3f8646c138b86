//! Candidates become the article's fields: for each the value with the most evidence behind it, or none where the evidence is thin.
//!
//! Candidates that say the same are put together. Those of one origin count once, since one template wrote them all; those of different origins
//! strengthen each other: what two sources say that err one time in five each is wrong one time in twenty-five.

mod authors;
mod dates;
mod headline;
mod lists;
mod site;

use std::collections::BTreeMap;

use crate::{
    extract::Options,
    model::{Article, Evidence, Origin},
    stage::{Candidate, Field, Value},
};
pub(in crate::extract) use lists::direction_of;
use site::Site;

/// Weighs the candidates and fills the article's metadata.
pub(crate) fn merge(candidates: Vec<Candidate>, options: &Options, article: &mut Article) {
    let mut sheet = Sheet::new(&candidates);
    let site = Site::of(&sheet, article.input.url.as_deref());
    headline::choose(&mut sheet, &site, article);
    authors::choose(&mut sheet, &site, article);
    dates::choose(&mut sheet, article);
    lists::choose(&mut sheet, article);
    words(&mut sheet, article);
    let Sheet { chosen, derived, by_field, .. } = sheet;
    if options.evidence {
        let derived = derived.into_iter().map(|candidate| (candidate, true));
        for (candidate, chosen) in candidates.into_iter().zip(chosen).chain(derived) {
            let Candidate { field, value, from, source, confidence } = candidate;
            let evidence = Evidence { chosen, ..Evidence::new(value.into_words(), from, source, confidence) };
            match article.evidence.get_mut(field.key()) {
                Some(known) => known.push(evidence),
                None => {
                    let mut all = Vec::with_capacity(by_field.get(&field).map_or(1, Vec::len));
                    all.push(evidence);
                    article.evidence.insert(field.key().to_owned(), all);
                }
            }
        }
    }
}

/// The candidates by field, and which of them were chosen.
struct Sheet<'c> {
    candidates: &'c [Candidate],
    by_field: BTreeMap<Field, Vec<usize>>,
    chosen: Vec<bool>,
    /// What was chosen for one field for want of better from what was found for another.
    derived: Vec<Candidate>,
}

impl<'c> Sheet<'c> {
    fn new(candidates: &'c [Candidate]) -> Self {
        let mut by_field: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
        for (index, candidate) in candidates.iter().enumerate() {
            by_field.entry(candidate.field).or_default().push(index);
        }
        Self { candidates, by_field, chosen: vec![false; candidates.len()], derived: Vec::new() }
    }

    /// The candidates for a field with their places, in the order of the extractors.
    fn of(&self, field: Field) -> Vec<(usize, &'c Candidate)> {
        let places = self.by_field.get(&field).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|&index| Some((index, self.candidates.get(index)?))).collect()
    }

    fn choose(&mut self, index: usize) {
        if let Some(chosen) = self.chosen.get_mut(index) {
            *chosen = true;
        }
    }
}

/// Candidates that say the same thing.
#[derive(Default)]
struct Group {
    /// Their places, the most trusted first.
    members: Vec<usize>,
    /// The most that one of each origin is trusted.
    by_origin: Vec<(Origin, f64)>,
}

impl Group {
    fn add(&mut self, index: usize, from: &Origin, confidence: f64) {
        self.members.push(index);
        match self.by_origin.iter_mut().find(|(origin, _)| origin == from) {
            Some((_, most)) => *most = most.max(confidence),
            None => self.by_origin.push((from.clone(), confidence)),
        }
    }

    /// How likely it is right when each origin errs on its own.
    fn score(&self) -> f64 {
        1.0 - self.by_origin.iter().map(|(_, confidence)| 1.0 - confidence.clamp(0.0, 1.0)).product::<f64>()
    }
}

/// Puts candidates together by a key, in the order of the keys' first coming.
fn groups<'a>(keyed: impl IntoIterator<Item = (String, usize, &'a Candidate)>) -> Vec<(String, Group)> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (key, index, candidate) in keyed {
        let place = *places.entry(key.clone()).or_insert_with(|| {
            groups.push((key, Group::default()));
            groups.len() - 1
        });
        if let Some((_, group)) = groups.get_mut(place) {
            group.add(index, &candidate.from, candidate.confidence);
        }
    }
    groups
}

/// The group with the highest score, of equal ones the first.
fn best(groups: &[(String, Group)]) -> Option<(&Group, f64)> {
    let scored = groups.iter().map(|(_, group)| (group, group.score()));
    scored.fold(None, |best, (group, score)| if best.is_some_and(|(_, most)| most >= score) { best } else { Some((group, score)) })
}

/// Fields that are words, an address or a code, each taken where at least this much speaks for it.
const THRESHOLD: f64 = 0.5;

fn words(sheet: &mut Sheet<'_>, article: &mut Article) {
    article.kicker = text(sheet, Field::Kicker);
    article.deck = text(sheet, Field::Deck);
    article.byline = text(sheet, Field::Byline);
    article.description = text(sheet, Field::Description);
    article.section = text(sheet, Field::Section);
    article.publisher.name = text(sheet, Field::PublisherName);
    article.publisher.url = text(sheet, Field::PublisherUrl);
    article.publisher.logo = text(sheet, Field::PublisherLogo);
    article.canonical_url = text(sheet, Field::CanonicalUrl);
    article.license = text(sheet, Field::License);
    let flags = sheet.of(Field::FreeAccess);
    if let Some((index, Candidate { value: Value::Flag(flag), .. })) = flags.first().copied() {
        article.free_access = Some(*flag);
        sheet.choose(index);
    }
}

/// The value of a field of words with the most evidence.
fn text(sheet: &mut Sheet<'_>, field: Field) -> Option<String> {
    let candidates = sheet.of(field);
    let is_alone = candidates.len() == 1;
    let keyed = candidates.iter().filter_map(|&(index, candidate)| match &candidate.value {
        // what stands alone is compared with nothing
        Value::Text(_) if is_alone => Some((String::new(), index, candidate)),
        Value::Text(text) => Some((super::words::normal(text), index, candidate)),
        _ => None,
    });
    let groups = groups(keyed);
    let (group, score) = best(&groups)?;
    if score < THRESHOLD {
        return None;
    }
    group.members.iter().for_each(|&index| sheet.choose(index));
    let most = group
        .members
        .iter()
        .filter_map(|&index| sheet.candidates.get(index))
        .reduce(|a, b| if b.confidence > a.confidence { b } else { a })?;
    Some(most.value.words())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(candidates: Vec<Candidate>) -> Article {
        let mut article = Article::default();
        merge(candidates, &Options::default(), &mut article);
        article
    }

    #[test]
    fn origins_strengthen_each_other_and_repetition_does_not() {
        let one = |text: &str, from, confidence| Candidate::text(Field::Section, text, from, confidence);
        let article = merged(vec![
            one("Farm", Origin::JsonLd, 0.6),
            one("Farm", Origin::JsonLd, 0.6),
            one("farm", Origin::JsonLd, 0.6),
            one("Animals", Origin::Meta, 0.55),
            one("ANIMALS", Origin::OpenGraph, 0.54),
        ]);
        assert_eq!(article.section.as_deref(), Some("Animals"));
        let chosen: Vec<bool> = article.evidence["section"].iter().map(|evidence| evidence.chosen).collect();
        assert_eq!(chosen, [false, false, false, true, true]);
    }

    #[test]
    fn thin_evidence_is_none() {
        assert_eq!(merged(vec![Candidate::text(Field::Section, "Farm", Origin::Url, 0.3)]).section, None);
    }
}
