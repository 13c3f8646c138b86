//! The standfirst: the sentences between headline and first paragraph that sum the article up.

use super::density::Page;
use crate::{
    document::{Hint, Tag},
    model::{Article, Reason},
};

/// Lines between the headline and the first paragraph that are looked at: bylines, dates, share buttons, captions stand there as well.
const LINES: usize = 24;

/// The segment that is the page's standfirst, where it is none of the kept.
pub(super) fn standfirst(page: &Page<'_, '_>, kept: &[bool], article: &Article) -> Option<usize> {
    let first = (0..kept.len()).find(|&row| kept[row] && super::density::is_prose(&page.segments[row]))?;
    let description = article.description.as_deref().map(folded).filter(|d| d.len() > 30);
    let headline = article.headline.as_deref().map(folded);
    let mode = std::env::var("DLMODE").unwrap_or_default();
    let mut found = None;
    let lang = page.document.by_tag(Tag::Html).find_map(|n| page.document.tree().attr(n, "lang")).unwrap_or_default().to_lowercase();
    let english = lang.starts_with("en") || lang.is_empty();
    for row in (first.saturating_sub(LINES)..first).rev() {
        let segment = &page.segments[row];
        let words = page.document.words_between(segment.start..segment.end);
        let tag = page.document.tree().tag(page.document.at(segment.block));
        if tag == Tag::H1 || headline.as_ref().is_some_and(|h| *h == folded(&words)) {
            return found;
        }
        if kept[row] || segment.weight < 60 || segment.link_density() > 0.3 { continue }
        let f = folded(&words);
        let said = description.as_ref().is_some_and(|d| { let n = d.len().min(f.len()).min(60); d.as_bytes()[..n] == f.as_bytes()[..n] && f.len() > 40 });
        let class = |position| ["class","itemprop"].into_iter().filter_map(|name| page.document.tree().attr(page.document.at(position), name)).map(|x| x.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
        let block = segment.block; let parent = page.document.parent(block);
        let class = format!("{} {} {}", class(block), class(parent), class(page.document.parent(parent)));
        let has = |words: &[&str]| words.iter().any(|word| class.contains(word));
        let deck = has(&["standfirst", "deck", "dek", "subtitle", "subhead", "sub-headline"]);
        let lead = !deck && has(&["lead", "lede", "intro", "chapo", "vorspann", "einleitung", "teaser", "description", "bajada", "summary", "abstract", "excerpt", "entradilla", "sumario"]);
        let ends = words.ends_with(['.', '?', '!', '"', '…', '。', '»', '”', '“']);
        let clean = matches!(page.outside[row], None | Some(Reason::Related | Reason::PageFurniture | Reason::Byline | Reason::Sharing)) && page.said[row].is_none() && !page.document.hint(segment.block).any(Hint::CAPTION) && tag != Tag::Figcaption;
        let yes = (mode.contains('s') && said) || (mode.contains('S') && said && ends)
          || (mode.contains('f') && said && !english)
          || (mode.contains('L') && lead && ends) || (mode.contains('M') && lead && ends && !english)
          || (mode.contains('p') && !english && ends && clean) || (mode.contains('P') && ends && clean);
        if yes && found.is_none() { found = Some(row); if std::env::var_os("DLSHOW").is_some() { eprintln!("LEAD {lang} said={said} lead={lead} deck={deck} ends={ends} clean={clean} {:?} [{class}] {words}", page.outside[row]); } }
    }
    None
}

fn folded(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
