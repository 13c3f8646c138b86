//! Titles in, the headline out: what stands both in the head and as a heading, without the name of the site.

use super::{
    super::words::normal,
    Sheet,
    site::{self, Site},
};
use crate::{
    model::{Article, Origin},
    stage::{Candidate, Field},
};

/// Less evidence gives no headline.
const THRESHOLD: f64 = 0.3;

/// A title read one way.
struct Reading {
    index: usize,
    text: String,
    key: String,
    from: Origin,
    confidence: f64,
}

/// Chooses the headline.
pub(super) fn choose(sheet: &mut Sheet<'_>, site: &Site, article: &mut Article) {
    let readings = readings(&sheet.of(Field::Headline), site);
    let mut groups: Vec<(String, super::Group)> = Vec::new();
    for (place, reading) in readings.iter().enumerate() {
        match groups.iter_mut().find(|(key, _)| *key == reading.key) {
            Some((_, group)) => group.add(place, &reading.from, reading.confidence),
            None => {
                let mut group = super::Group::default();
                group.add(place, &reading.from, reading.confidence);
                groups.push((reading.key.clone(), group));
            }
        }
    }
    let Some((group, score)) = super::best(&groups) else { return };
    if score < THRESHOLD {
        return;
    }
    let members: Vec<&Reading> = group.members.iter().filter_map(|&place| readings.get(place)).collect();
    // the spelling that readers see goes before that for machines
    let rank = |reading: &Reading| match reading.from {
        Origin::Text => 3,
        Origin::Markup => 2,
        Origin::JsonLd | Origin::Microdata => 1,
        _ => 0,
    };
    let best = members.iter().fold(None, |best: Option<&&Reading>, one| match best {
        Some(best) if (rank(best), best.confidence) >= (rank(one), one.confidence) => Some(best),
        _ => Some(one),
    });
    article.headline = best.map(|reading| reading.text.clone());
    members.iter().for_each(|reading| sheet.choose(reading.index));
}

/// Each candidate in the one way that it is best read: as it stands, without the site's name, or without the part at its end or start where what is left is what
/// another source says.
fn readings(candidates: &[(usize, &Candidate)], site: &Site) -> Vec<Reading> {
    let mut readings: Vec<Reading> = candidates
        .iter()
        .map(|&(index, candidate)| {
            let raw = candidate.value.words();
            let cut = site.cut(&raw);
            let is_name = cut.is_none() && site.is_name(&raw);
            let text = cut.unwrap_or(raw);
            let confidence = if is_name { candidate.confidence * 0.2 } else { candidate.confidence };
            Reading { index, key: normal(&text), text, from: candidate.from.clone(), confidence }
        })
        .filter(|reading| !reading.key.is_empty())
        .collect();
    let keys: Vec<(Origin, String)> = readings.iter().map(|reading| (reading.from.clone(), reading.key.clone())).collect();
    for reading in &mut readings {
        if keys.iter().any(|(from, key)| *from != reading.from && *key == reading.key) {
            continue;
        }
        let shorter = shorter(&reading.text).into_iter().find(|text| {
            let key = normal(text);
            !key.is_empty() && keys.iter().any(|(from, known)| *from != reading.from && *known == key)
        });
        if let Some(text) = shorter {
            (reading.key, reading.text) = (normal(&text), text);
        }
    }
    readings
}

/// A title without one or more of its parts at the end or at the start, the longest first.
fn shorter(title: &str) -> Vec<String> {
    let splits = site::splits(title);
    let ends = splits.iter().rev().take(4).filter_map(|&(at, _)| title.get(..at));
    let starts = splits.iter().take(3).filter_map(|&(at, length)| title.get(at + length..));
    ends.chain(starts).map(|part| part.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Options;

    fn headline(candidates: &[(&str, Origin, f64)]) -> Option<String> {
        let mut article = Article::default();
        let candidates =
            candidates.iter().map(|(text, from, confidence)| Candidate::text(Field::Headline, *text, from.clone(), *confidence)).collect();
        super::super::merge(candidates, &Options::default(), &mut article);
        article.headline
    }

    #[test]
    fn titles_agree_without_what_is_added_to_them() {
        let candidates = [
            ("Cow leaves its meadow for good", Origin::JsonLd, 0.8),
            ("Cow leaves meadow | Farm | Gazette", Origin::Meta, 0.55),
            ("Cow leaves meadow", Origin::Markup, 0.8),
        ];
        assert_eq!(headline(&candidates).as_deref(), Some("Cow leaves meadow"));
    }

    #[test]
    fn nothing_is_no_headline() {
        assert_eq!(headline(&[]), None);
        assert_eq!(headline(&[("...", Origin::Markup, 0.8)]), None);
    }
}
