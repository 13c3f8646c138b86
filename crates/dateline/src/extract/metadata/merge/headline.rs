//! Titles in, the headline out: what stands both in the head and as a heading, without the name of the site.

use std::{cell::LazyCell, collections::BTreeSet};

use super::{
    super::{title, words::normal},
    Sheet,
    site::Site,
};
use crate::{
    model::{Article, Origin},
    stage::{Candidate, Field},
};

/// Less evidence gives no headline.
const THRESHOLD: f64 = 0.3;

/// More titles are those of a list.
const MOST: usize = 200;

/// Where titles come from. Those of one family are filled from one field of the content system (that for search engines and cards), so that their
/// agreement proves nothing: on wcxb's articles a sole `<h1>` that differs from what `<title>`, og:title and twitter:title say with one voice is right twice as
/// often as they are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// What readers see.
    Shown,
    /// For search engines and cards.
    Head,
    /// Structured data.
    Structured,
}

impl Family {
    fn of(from: &Origin) -> Self {
        match from {
            Origin::Markup | Origin::Text => Self::Shown,
            Origin::JsonLd | Origin::Microdata => Self::Structured,
            _ => Self::Head,
        }
    }
}

/// A title read one way.
struct Reading {
    index: usize,
    text: String,
    key: String,
    from: Origin,
    family: Family,
    confidence: f64,
}

/// Readings of the same words.
struct Group {
    key: String,
    members: Vec<usize>,
    by_family: Vec<(Family, f64)>,
}

impl Group {
    fn add(&mut self, place: usize, reading: &Reading) {
        self.members.push(place);
        match self.by_family.iter_mut().find(|(known, _)| *known == reading.family) {
            Some((_, most)) => *most = most.max(reading.confidence),
            None => self.by_family.push((reading.family, reading.confidence)),
        }
    }

    fn score(&self) -> f64 {
        1.0 - self.by_family.iter().map(|(_, confidence)| 1.0 - confidence.clamp(0.0, 1.0)).product::<f64>()
    }
}

/// Chooses the headline.
pub(super) fn choose(sheet: &mut Sheet<'_>, site: &Site, article: &mut Article) {
    let mut candidates = sheet.of(Field::Headline);
    candidates.truncate(MOST);
    let kickers = kickers(sheet);
    let readings = readings(&candidates, site, &kickers);
    let mut groups: Vec<Group> = Vec::new();
    for (place, reading) in readings.iter().enumerate() {
        match groups.iter_mut().find(|group| group.key == reading.key) {
            Some(group) => group.add(place, reading),
            None => {
                let mut group = Group { key: reading.key.clone(), members: Vec::new(), by_family: Vec::new() };
                group.add(place, reading);
                groups.push(group);
            }
        }
    }
    let best = groups.iter().fold(None, |best: Option<&Group>, group| match best {
        Some(best) if best.score() >= group.score() => Some(best),
        _ => Some(group),
    });
    let Some(group) = best.filter(|group| group.score() >= THRESHOLD) else { return };
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
fn readings(candidates: &[(usize, &Candidate)], site: &Site, kickers: &[String]) -> Vec<Reading> {
    let mut readings: Vec<Reading> = candidates
        .iter()
        .map(|&(index, candidate)| {
            let raw = candidate.value.as_str();
            let cut = site.cut(raw);
            let is_name = cut.is_none() && site.is_name(raw);
            let text = cut.unwrap_or_else(|| raw.to_owned());
            let text = without_kicker(&text, kickers).map(str::to_owned).unwrap_or(text);
            let confidence = if is_name { candidate.confidence * 0.2 } else { candidate.confidence };
            Reading { index, key: normal(&text), text, from: candidate.from.clone(), family: Family::of(&candidate.from), confidence }
        })
        .filter(|reading| !reading.key.is_empty())
        .collect();
    let others: BTreeSet<(String, Family)> = readings.iter().map(|reading| (reading.key.clone(), reading.family)).collect();
    for reading in readings.iter_mut().filter(|reading| reading.family != Family::Shown) {
        let family = reading.family;
        let is_said = |text: &String| {
            let key = normal(text);
            // of their own family only where it says it without the addition: "Cow leaves meadow-Farm, Gazette" beside "Cow leaves meadow"
            let families =
                [Family::Shown, Family::Head, Family::Structured].into_iter().filter(|other| *other != family || key.len() >= LONG);
            !key.is_empty() && families.into_iter().any(|other| others.contains(&(key.clone(), other)))
        };
        if let Some(text) = shorter(&reading.text).into_iter().find(is_said) {
            (reading.key, reading.text) = (normal(&text), text);
        }
    }
    doubt_strangers(&mut readings);
    join_families(&mut readings);
    readings
}

/// Structured data that says what `<title>` does was filled from the same field: where a heading says otherwise (wcxb, fundus and snippets: 52 pages), the heading
/// is right on 29 and they on 12.
fn join_families(readings: &mut [Reading]) {
    let titles: BTreeSet<String> =
        readings.iter().filter(|reading| reading.from == Origin::Meta).map(|reading| reading.key.clone()).collect();
    for reading in readings.iter_mut().filter(|reading| reading.family == Family::Structured && titles.contains(&reading.key)) {
        reading.family = Family::Head;
    }
}

/// The kickers that stand within the headline's own element.
fn kickers(sheet: &Sheet<'_>) -> Vec<String> {
    let found = sheet.of(Field::Kicker).into_iter().filter(|(_, candidate)| candidate.confidence >= WITHIN);
    found.map(|(_, candidate)| normal(candidate.value.as_str())).filter(|key| !key.is_empty()).take(MOST_KICKERS).collect()
}

/// A kicker within the headline's element is trusted so far, one that is only called so less.
const WITHIN: f64 = 0.7;

const MOST_KICKERS: usize = 3;

/// A title without the kicker that it opens with.
fn without_kicker<'t>(title: &'t str, kickers: &[String]) -> Option<&'t str> {
    if kickers.is_empty() {
        return None;
    }
    let key = normal(title);
    let kicker = kickers.iter().find(|kicker| key.strip_prefix(kicker.as_str()).is_some_and(|rest| rest.trim_start().contains(' ')))?;
    let ends = title.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at).take(MOST_MARKS);
    let end = ends.filter_map(|at| title.get(..at)).find(|before| normal(before) == *kicker)?.len();
    title
        .get(end..)
        .map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '„' | '«' | '\'' | '‘' | '(' | '[')))
}

/// A kicker has fewer spaces and marks.
const MOST_MARKS: usize = 24;

/// A title of so many bytes is no name of a section or a site.
const LONG: usize = 24;

/// A heading that shares no word with any title of the page is the site's or the section's name where it is short, and seldom the headline where it is not.
fn doubt_strangers(readings: &mut [Reading]) {
    let heads: Vec<&str> = readings.iter().filter(|reading| reading.family != Family::Shown).map(|reading| reading.key.as_str()).collect();
    if heads.is_empty() {
        return;
    }
    let known = LazyCell::new(|| heads.iter().flat_map(|head| head.split(' ')).collect::<BTreeSet<&str>>());
    let doubt = |reading: &Reading| match reading.key.split(' ').count() {
        // most headings say what a title does
        _ if heads.contains(&reading.key.as_str()) => None,
        words if words == 1 && !reading.key.is_ascii() => None,
        words => (!reading.key.split(' ').any(|word| known.contains(word))).then_some(if words < 4 { 0.4 } else { 0.8 }),
    };
    let shown = readings.iter().enumerate().filter(|(_, reading)| reading.from == Origin::Markup);
    let doubts: Vec<(usize, f64)> = shown.filter_map(|(place, reading)| Some((place, doubt(reading)?))).collect();
    for (place, share) in doubts {
        if let Some(reading) = readings.get_mut(place) {
            reading.confidence *= share;
        }
    }
}

/// A title without one or more of its parts at the end or at the start, the longest first.
fn shorter(title: &str) -> Vec<String> {
    let splits = title::splits(title);
    let ends = splits.iter().rev().take(4).filter_map(|&(at, _)| title.get(..at));
    // what stands before a colon is the headline's own kicker
    let marks = splits.iter().take(3).filter(|&&(at, length)| title.get(at..at + length).is_some_and(|mark| !mark.contains(':')));
    let starts = marks.filter_map(|&(at, length)| title.get(at + length..));
    // a hyphen without spaces is a part of words, but the last one may be what a template sets before the section
    let hyphen = title.rfind('-').and_then(|at| title.get(..at)).filter(|before| before.len() >= LONG);
    ends.chain(starts).chain(hyphen).map(|part| part.trim().to_owned()).collect()
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
