//! Names in, the authors out.

use super::{super::words::normal, Group, Sheet, groups, site::Site};
use crate::{
    model::{Article, Author, Origin},
    stage::{Candidate, Field, Value},
    text::SourceSpan,
};

/// Less evidence gives no author. A name in an author's element far from the headline (0.37) is right on nine in ten of those of wcxb's articles that name nobody
/// else.
const THRESHOLD: f64 = 0.36;

/// A name of the same list with less of the best one's evidence than this is somebody else's: a related article's, a photographer's.
const SHARE: f64 = 0.7;

/// A name that stands in another list than the best one needs nearly as much evidence.
const SHARE_OF_OTHERS: f64 = 0.95;

/// Chooses the authors. The site itself is one only where it signs and nobody else does.
pub(super) fn choose(sheet: &mut Sheet<'_>, site: &Site, article: &mut Article) {
    let all: Vec<Named<'_>> = sheet
        .of(Field::Author)
        .into_iter()
        .filter_map(|(index, candidate)| match &candidate.value {
            Value::Author(author) => Some((index, candidate, author)),
            _ => None,
        })
        .collect();
    let (houses, persons): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, _, author)| site.is_house(&author.name) || is_house(&author.name));
    // a single word in a field is often a user's name; a full name that signs near the headline is the author's
    let is_full = |named: &Named<'_>| named.2.name.contains(' ') || !named.2.name.is_ascii();
    let is_signed = |named: &Named<'_>| named.1.from == Origin::Markup && named.1.confidence >= SIGNED && is_full(named);
    let only_full = persons.iter().any(is_signed) && persons.iter().any(|named| !is_full(named));
    let persons: Vec<Named<'_>> = if only_full { persons.into_iter().filter(is_full).collect() } else { persons };
    if take(sheet, &persons, THRESHOLD, article) {
        return;
    }
    // a house signs where readers see its name as the signature, or where all agree; one field may be filled for want of an author
    let is_shown = |author: &Author| {
        let key = key(&author.name);
        houses.iter().any(|(_, one, other)| one.from == Origin::Markup && one.confidence >= SHOWN && self::key(&other.name) == key)
    };
    let signing: Vec<Named<'_>> = houses.iter().filter(|(_, _, author)| is_shown(author)).copied().collect();
    if !take(sheet, &signing, SHOWN, article) {
        take(sheet, &houses, AGREED, article);
    }
}

/// A signature in an author's element or a link to an author's page right at the headline.
const SIGNED: f64 = 0.6;

/// A house that is not seen to sign must be named by several origins.
const AGREED: f64 = 0.89;

/// What is printed as a signature near the headline is trusted so far.
const SHOWN: f64 = 0.4;

/// Words that name a firm, an association, a paper rather than a person.
fn is_house(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "gmbh",
        "ag",
        "inc",
        "llc",
        "ltd",
        "corp",
        "kg",
        "ev",
        "verein",
        "verband",
        "bund",
        "stiftung",
        "foundation",
        "institute",
        "institut",
        "university",
        "universität",
        "association",
        "society",
        "verlag",
        "zeitung",
        "magazin",
        "magazine",
        "news",
        "online",
        "media",
        "medien",
        "press",
        "presse",
        "times",
        "group",
        "company",
        "council",
        "ministry",
        "ministerium",
        "department",
        "agency",
        "agentur",
        "radio",
        "tv",
        "club",
        "bank",
        "trust",
        "clinic",
        "hospital",
    ];
    normal(name).split(' ').any(|word| WORDS.contains(&word)) || name.contains("e.V")
}

type Named<'c> = (usize, &'c Candidate, &'c Author);

/// Takes the names with the most evidence, if it is enough.
fn take(sheet: &mut Sheet<'_>, candidates: &[Named<'_>], threshold: f64, article: &mut Article) -> bool {
    let groups = groups(candidates.iter().map(|&(index, candidate, author)| (key(&author.name), index, candidate)));
    let Some((best, most)) = super::best(&groups).filter(|(_, most)| *most >= threshold) else { return false };
    // names that sign in many places are those of other articles and of comments, but for the first near the headline
    if most < SIGNED && places(&groups, sheet, threshold) > MOST_PLACES {
        if most < FIRST {
            return false;
        }
        article.authors.extend(author(best, sheet));
        best.members.iter().for_each(|&index| sheet.choose(index));
        return true;
    }
    // the list that the best name stands in: that of its most trusted origin
    let list = best
        .by_origin
        .iter()
        .fold(None, |list: Option<&(Origin, f64)>, one| if list.is_some_and(|list| list.1 >= one.1) { list } else { Some(one) });
    let of_list = |group: &Group| list.and_then(|(origin, most)| Some((group.by_origin.iter().find(|(from, _)| from == origin)?.1, *most)));
    let lines = signed_lines(best, sheet);
    for (_, group) in &groups {
        let score = group.score();
        let is_beside = group
            .members
            .iter()
            .filter_map(|&index| sheet.candidates.get(index))
            .any(|one| is_signed_line(one) && lines.contains(&one.source));
        let belongs = is_beside
            || match of_list(group) {
                Some((own, most)) => own >= most * SHARE && score >= threshold,
                None => score >= most * SHARE_OF_OTHERS && group.by_origin.len() > 1,
            };
        if belongs && (most >= FIRST || shares_place(group, best, sheet)) {
            article.authors.extend(author(group, sheet));
            group.members.iter().for_each(|&index| sheet.choose(index));
        }
    }
    true
}

/// Whether two names stand in one place.
fn shares_place(one: &Group, other: &Group, sheet: &Sheet<'_>) -> bool {
    let sources = |group: &Group| group.members.iter().filter_map(|&index| Some(&sheet.candidates.get(index)?.source)).collect::<Vec<_>>();
    let others = sources(other);
    sources(one).into_iter().any(|source| others.contains(&source))
}

/// In how many places the names with enough evidence stand.
fn places(groups: &[(String, Group)], sheet: &Sheet<'_>, threshold: f64) -> usize {
    let named = groups.iter().filter(|(_, group)| group.score() >= threshold);
    let firsts = named.filter_map(|(_, group)| Some(&sheet.candidates.get(*group.members.first()?)?.source));
    let mut places: Vec<_> = firsts.collect();
    places.dedup();
    places.len()
}

/// The first of a list of names is that of the page where it is trusted so far; of names that are all trusted less only those of one place are.
const FIRST: f64 = 0.5;

/// Names of more places are those of a list.
const MOST_PLACES: usize = 2;

/// The printed lines near the headline in which a name signs. Whoever signs beside it signs too, though the content system's field knows one user.
fn signed_lines(group: &Group, sheet: &Sheet<'_>) -> Vec<Vec<SourceSpan>> {
    let members = group.members.iter().filter_map(|&index| sheet.candidates.get(index));
    members.filter(|one| is_signed_line(one)).map(|one| one.source.clone()).collect()
}

fn is_signed_line(candidate: &Candidate) -> bool {
    let length = candidate.source.iter().map(|span| span.end - span.start).sum::<u32>();
    candidate.from == Origin::Markup && candidate.confidence >= BYLINE && length <= LINE
}

/// An element of more bytes is more than one line.
const LINE: u32 = 200;

/// A byline near the headline is trusted so far.
const BYLINE: f64 = 0.55;

/// A name as names are compared: its words in order, those of "Doe, Jane" turned.
fn key(name: &str) -> String {
    match name.split_once(", ") {
        Some((family, given)) => normal(&format!("{given} {family}")),
        None => normal(name),
    }
}

/// One author of all that the group's members know.
fn author(group: &Group, sheet: &Sheet<'_>) -> Option<Author> {
    let members = group.members.iter().filter_map(|&index| sheet.candidates.get(index));
    let mut all = members.filter_map(|candidate| match &candidate.value {
        Value::Author(author) => Some(author),
        _ => None,
    });
    let mut author = all.next()?.clone();
    for other in all {
        // capitals alone are how a style sheet of old prints a name
        if author.name.chars().all(|c| !c.is_lowercase()) && other.name.chars().any(char::is_lowercase) {
            author.name.clone_from(&other.name);
        }
        author.role = author.role.or_else(|| other.role.clone());
        author.affiliation = author.affiliation.or_else(|| other.affiliation.clone());
        author.url = author.url.or_else(|| other.url.clone());
        author.email = author.email.or_else(|| other.email.clone());
    }
    Some(author)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Options;

    #[test]
    fn the_site_is_no_author_and_strangers_are_left_out() {
        let named = |name: &str, from, confidence| Candidate::new(Field::Author, Value::Author(Author::new(name)), from, confidence);
        let candidates = vec![
            Candidate::text(Field::PublisherName, "Village Gazette", Origin::OpenGraph, 0.8),
            named("Village Gazette", Origin::JsonLd, 0.9),
            named("JANE DOE", Origin::JsonLd, 0.9),
            named("Jane Doe", Origin::Markup, 0.6),
            named("John Roe", Origin::Markup, 0.5),
        ];
        let mut article = Article::default();
        super::super::merge(candidates, &Options::default(), &mut article);
        assert_eq!(article.authors, [Author::new("Jane Doe")]);
    }
}
