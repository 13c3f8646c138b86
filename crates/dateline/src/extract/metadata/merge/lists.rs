//! Tags, breadcrumbs, pictures, language and direction in, the article's lists and codes out.

use super::{super::words::normal, Sheet, best, groups};
use crate::{
    model::{Article, Crumb, Direction, Image, Origin},
    stage::{Candidate, Field, Value},
};

/// More tags are an index.
const MOST_TAGS: usize = 50;

/// Chooses what is a list, and the language.
pub(super) fn choose(sheet: &mut Sheet<'_>, article: &mut Article) {
    tags(sheet, article);
    breadcrumbs(sheet, article);
    images(sheet, article);
    language(sheet, article);
    direction(sheet, article);
}

/// Every tag with enough evidence, once.
fn tags(sheet: &mut Sheet<'_>, article: &mut Article) {
    let candidates = sheet.of(Field::Tag);
    let groups = groups(candidates.iter().map(|&(index, candidate)| (normal(candidate.value.as_str()), index, candidate)));
    for (_, group) in groups.iter().filter(|(key, group)| !key.is_empty() && group.score() >= super::THRESHOLD).take(MOST_TAGS) {
        let first = group.members.first().and_then(|&index| sheet.candidates.get(index));
        article.tags.extend(first.map(|candidate| candidate.value.words()));
        group.members.iter().for_each(|&index| sheet.choose(index));
    }
}

/// The steps that the most trusted origin has, in its order.
fn breadcrumbs(sheet: &mut Sheet<'_>, article: &mut Article) {
    let candidates = sheet.of(Field::Breadcrumb);
    let Some(origin) = most_trusted(&candidates) else { return };
    for (index, candidate) in candidates.into_iter().filter(|(_, candidate)| candidate.from == origin) {
        let Value::Crumb(crumb) = &candidate.value else { continue };
        if !article.breadcrumbs.iter().any(|known: &Crumb| known.name == crumb.name) {
            article.breadcrumbs.push(crumb.clone());
            sheet.choose(index);
        }
    }
}

fn most_trusted(candidates: &[(usize, &Candidate)]) -> Option<Origin> {
    let best = candidates.iter().reduce(|a, b| if b.1.confidence > a.1.confidence { b } else { a })?;
    Some(best.1.from.clone())
}

/// The pictures that the page names for itself: the one with the most evidence leads.
fn images(sheet: &mut Sheet<'_>, article: &mut Article) {
    let candidates = sheet.of(Field::Image);
    let groups = groups(candidates.iter().map(|&(index, candidate)| (candidate.value.words(), index, candidate)));
    let mut images: Vec<(f64, Image)> = Vec::new();
    for (_, group) in &groups {
        let members = group.members.iter().filter_map(|&index| sheet.candidates.get(index));
        let mut all = members.filter_map(|candidate| match &candidate.value {
            Value::Image(image) => Some(image),
            _ => None,
        });
        let Some(mut image) = all.next().cloned() else { continue };
        for other in all {
            image.caption = image.caption.or_else(|| other.caption.clone());
            image.credit = image.credit.or_else(|| other.credit.clone());
            image.alt = image.alt.or_else(|| other.alt.clone());
            (image.width, image.height) = (image.width.or(other.width), image.height.or(other.height));
        }
        images.push((group.score(), image));
        group.members.iter().for_each(|&index| sheet.choose(index));
    }
    images.sort_by(|a, b| b.0.total_cmp(&a.0));
    article.images = images.into_iter().map(|(_, image)| image).collect();
    if let Some(lead) = article.images.first_mut() {
        lead.lead = true;
    }
}

/// The declared language: sources are compared by their primary subtag, and the one that says most is printed.
fn language(sheet: &mut Sheet<'_>, article: &mut Article) {
    let candidates: Vec<_> = sheet
        .of(Field::Language)
        .into_iter()
        .filter_map(|(index, candidate)| Some((index, candidate, tag(candidate.value.as_str())?)))
        .collect();
    let groups =
        groups(candidates.iter().map(|(index, candidate, tag)| (tag.split('-').next().unwrap_or(tag).to_owned(), *index, *candidate)));
    let Some((group, score)) = best(&groups) else { return };
    if score < super::THRESHOLD {
        return;
    }
    let members = candidates.iter().filter(|(index, _, _)| group.members.contains(index));
    let most = members.reduce(|a, b| if b.1.confidence > a.1.confidence { b } else { a });
    article.language = most.map(|(_, _, tag)| tag.clone());
    group.members.iter().for_each(|&index| sheet.choose(index));
}

/// A language tag in the case of BCP 47; `None` for what is none.
fn tag(raw: &str) -> Option<String> {
    let raw = raw.split([',', ';', ' ']).next()?.trim().replace('_', "-");
    let mut parts = raw.split('-').filter(|part| !part.is_empty());
    let primary = parts.next().filter(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    let mut tag = primary.to_ascii_lowercase();
    for part in parts.take(3) {
        if !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) || part.len() > 8 {
            break;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (first, rest) = part.split_at(1);
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    (tag != "und" && tag != "xx" && tag != "zxx").then_some(tag)
}

/// Languages that are written from right to left, by their primary subtags.
const RIGHT_TO_LEFT: &[&str] = &["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"];

/// What the page declares; where it declares nothing, what its language is written in.
fn direction(sheet: &mut Sheet<'_>, article: &mut Article) {
    let candidates = sheet.of(Field::Direction);
    let declared = candidates.into_iter().find_map(|(index, candidate)| match candidate.value.as_str().to_ascii_lowercase().as_str() {
        "ltr" => Some((index, Direction::LeftToRight)),
        "rtl" => Some((index, Direction::RightToLeft)),
        _ => None,
    });
    if let Some((index, direction)) = declared {
        sheet.choose(index);
        article.direction = Some(direction);
        return;
    }
    article.direction = article.language.as_deref().map(direction_of);
}

/// Which way a language is written.
pub(in crate::extract) fn direction_of(language: &str) -> Direction {
    let primary = language.split('-').next().unwrap_or(language);
    if RIGHT_TO_LEFT.contains(&primary) { Direction::RightToLeft } else { Direction::LeftToRight }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_written_as_the_standard_does() {
        for (raw, expected) in [
            ("EN_us", Some("en-US")),
            ("zh-hant-TW", Some("zh-Hant-TW")),
            ("de", Some("de")),
            ("english", None),
            ("", None),
            ("de, en", Some("de")),
        ] {
            assert_eq!(tag(raw).as_deref(), expected, "{raw}");
        }
    }
}
