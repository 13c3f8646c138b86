//! A page's headings and the names of its elements in, where the headline stands and what an element calls itself out.

use dateline_html::Tree;

use super::heading_words;
use crate::{
    document::{Document, Hint, NodeId, NodeKind, Tag},
    extract::metadata::head::Head,
};

/// A heading that may be the headline.
pub(super) struct Heading {
    pub(super) node: NodeId,
    pub(super) tag: Tag,
    pub(super) words: String,
    /// The line above the headline, where it stands in the same element.
    pub(super) kicker: Option<String>,
}

impl Heading {
    /// A heading's words. Templates put the kicker above the headline, or the date or the number of comments behind it, into the same element: where the
    /// page's title is only a part of the heading that an element of it sets off, that part is the headline.
    fn read(document: &Document<'_>, node: NodeId, head: &Head) -> Self {
        let tree = document.tree();
        let heading = |words: String, kicker| Self { node, tag: tree.tag(node), words, kicker };
        let whole = heading_words(document, node);
        if whole.chars().count() > LONGEST {
            return heading(whole, None);
        }
        let is_title = head.is_title(&whole);
        let range = document.subtree(node);
        let is_text =
            |&position: &u32| tree.kind(document.at(position)) == NodeKind::Text && !document.words(document.at(position)).is_empty();
        let texts: Vec<u32> = range.clone().filter(is_text).take(MOST_TEXTS).collect();
        for &at in texts.iter().skip(1) {
            let (before, behind) = (document.words_between(range.start..at), document.words_between(at..range.end));
            // "Farm: Cow leaves meadow" may be one title and "Cow leaves meadow" another
            if if is_title { head.is_whole_title(&behind) } else { head.is_title(&behind) } {
                return heading(behind, Some(before));
            }
            if !is_title && head.is_title(&before) && before.contains(' ') {
                return heading(before, None);
            }
        }
        heading(whole, None)
    }
}

/// Headings of more texts are no headlines with a kicker.
const MOST_TEXTS: usize = 6;

/// Where the headline stands.
#[derive(Default)]
pub(super) struct Place {
    pub(super) headings: Vec<Heading>,
    pub(super) node: Option<NodeId>,
    pub(super) position: Option<u32>,
    /// Where the paragraphs begin: what stands behind some of them stands far from the headline, however many nodes lie between.
    paragraphs: Vec<u32>,
}

/// A segment with so many words, most of them not in links, is a paragraph.
const PARAGRAPH: u32 = 15;

/// Headings beyond this are not looked at.
const MOST_HEADINGS: usize = 40;

/// Longer headings, in characters, are none.
const LONGEST: usize = 300;

impl Place {
    /// The `<h1>` that the page's title agrees with, or the first in the article, or the first at all; without any, the second-level heading that the title
    /// agrees with.
    pub(super) fn find(document: &Document<'_>, head: &Head) -> Self {
        let tree = document.tree();
        let headings: Vec<Heading> = document
            .order()
            .iter()
            .map(|&node| (node, tree.tag(node)))
            .filter(|(_, tag)| matches!(tag, Tag::H1 | Tag::H2))
            .take(MOST_HEADINGS)
            .map(|(node, _)| Heading::read(document, node, head))
            .filter(|heading| !heading.words.is_empty() && heading.words.chars().count() <= LONGEST)
            .collect();
        let best = headings.iter().max_by_key(|heading| {
            let position = document.position(heading.node);
            let hint = document.hint(position);
            let in_article = tree.ancestors(heading.node).take(12).any(|node| matches!(tree.tag(node), Tag::Article | Tag::Main));
            let is_furniture =
                tree.ancestors(heading.node).take(12).any(|node| matches!(tree.tag(node), Tag::Nav | Tag::Aside | Tag::Footer));
            let titled = head.is_in_title(&heading.words);
            let is_first = heading.tag == Tag::H1;
            let score = 4 * u32::from(titled) + 4 * u32::from(is_first) + 2 * u32::from(in_article) + u32::from(hint.any(Hint::HEADLINE));
            (if is_furniture { score.saturating_sub(5) } else { score }, std::cmp::Reverse(position))
        });
        let best = best.filter(|heading| heading.tag == Tag::H1 || head.is_in_title(&heading.words)).map(|heading| heading.node);
        let segments = document.segments().iter().filter(|segment| segment.words >= PARAGRAPH && segment.link_density() < 0.4);
        let paragraphs = segments.map(|segment| segment.start).collect();
        Self { headings, node: best, position: best.map(|node| document.position(node)), paragraphs }
    }

    /// How near a place is to the headline: 1 right before or behind it, down to 0.5.
    pub(super) fn nearness(&self, position: u32) -> f64 {
        let Some(headline) = self.position else { return 0.75 };
        let (from, to) = (headline.min(position), headline.max(position));
        let first = self.paragraphs.partition_point(|&start| start <= from);
        let between = self.paragraphs.get(first..).unwrap_or_default().iter().take_while(|&&start| start < to).take(3).count();
        match (position >= headline, between) {
            (true, 0) if to - from <= 800 => 1.0,
            (true, 0..=2) => 0.88,
            (true, _) => 0.6,
            (false, 0) if to - from <= 60 => 0.95,
            (false, 0) if to - from <= 200 => 0.8,
            (false, _) => 0.6,
        }
    }
}

/// What an element's class, id and test names say beyond its [`Hint`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names {
    pub(super) author: bool,
    pub(super) byline: bool,
    pub(super) date: bool,
    pub(super) changed: bool,
    pub(super) published: bool,
    pub(super) deck: bool,
    pub(super) kicker: bool,
    pub(super) comment: bool,
    pub(super) breadcrumb: bool,
    /// An element for a name within a byline.
    pub(super) name: bool,
}

impl Names {
    pub(super) fn of(tree: &Tree<'_>, node: NodeId) -> Self {
        let names = ["class", "id", "data-testid", "itemprop"].into_iter().filter_map(|name| tree.attr(node, name));
        let names = names.map(|names| names.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
        let has = |words: &[&str]| words.iter().any(|word| names.contains(word));
        Self {
            author: has(&["author", "byline", "by-line", "autor", "writer", "auteur", "redakt"])
                && !has(&["authority", "avatar", "image", "img", "photo", "bio", "social"]),
            byline: has(&["byline", "by-line"]),
            date: has(&["date", "time", "publish", "posted", "post-meta", "entry-meta", "byline", "datum", "fecha", "meta"])
                && !has(&["timeline", "lifetime"]),
            changed: has(&["updated", "modified", "update", "changed", "revised", "aktualisiert"]),
            published: has(&["published", "publish", "posted", "created", "entry-date"]),
            deck: has(&[
                "standfirst",
                "deck",
                "dek",
                "subtitle",
                "sub-title",
                "subheadline",
                "sub-headline",
                "chapo",
                "vorspann",
                "article-lead",
                "article__lead",
                "intro",
                "excerpt",
                "summary",
                "lead",
            ]) && !has(&["leader", "leading", "kicker"]),
            kicker: has(&["kicker", "overline", "eyebrow", "dachzeile", "roofline", "topline", "spitzmarke"]),
            comment: has(&["comment"]),
            breadcrumb: has(&["breadcrumb", "crumbs"]),
            name: has(&[
                "author-name",
                "authorname",
                "author__name",
                "author_name",
                "byline-name",
                "byline__name",
                "writer-name",
                "name-author",
            ]) || tree.attr(node, "itemprop").is_some_and(|name| name == "name"),
        }
    }
}

/// Words before or around a date that make it that of the last change.
pub(super) fn says_changed(words: &str) -> bool {
    const CHANGED: &[&str] = &[
        "updated",
        "update:",
        "modified",
        "last edited",
        "last reviewed",
        "reviewed on",
        "aktualisiert",
        "geändert",
        "letzte änderung",
        "stand:",
        "mis à jour",
        "modifié",
        "actualizado",
        "actualizada",
        "modificado",
        "aggiornato",
        "aggiornamento",
        "atualizado",
        "bijgewerkt",
        "gewijzigd",
        "uppdaterad",
        "opdateret",
        "oppdatert",
        "päivitetty",
        "zaktualizowano",
        "aktualizacja",
        "aktualizováno",
        "обновлено",
        "оновлено",
        "güncelleme",
        "güncellendi",
        "diperbarui",
        "更新",
        "업데이트",
        "수정",
    ];
    const PUBLISHED: &[&str] =
        &["published", "posted", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato", "opublikowano", "опубликовано", "입력"];
    let words = words.to_lowercase();
    let last = |list: &[&str]| list.iter().filter_map(|word| words.rfind(word)).max();
    let first = |list: &[&str]| list.iter().filter_map(|word| words.find(word)).min();
    // "Published 3 May, updated 4 May": the first word is the first date's
    match (first(CHANGED), first(PUBLISHED)) {
        (Some(changed), Some(published)) => changed < published,
        (Some(_), None) => last(CHANGED).is_some(),
        _ => false,
    }
}

/// A byline's words without the date or the label of a profile behind them.
pub(super) fn byline_of(words: &str) -> &str {
    let cut = [" | ", " • ", " · ", " — ", " – ", " / "].into_iter().filter_map(|mark| words.find(mark)).min();
    let end = cut.filter(|&at| words.get(..at).is_some_and(|before| before.split_whitespace().count() >= 2));
    words.get(..end.unwrap_or(words.len())).unwrap_or(words)
}

/// The address of an author's page, by the words that sites use in it.
pub(super) fn is_profile(href: &str) -> bool {
    const WORDS: &[&str] = &[
        "/author/",
        "/authors/",
        "/autor/",
        "/autoren/",
        "/auteur/",
        "/auteurs/",
        "/autores/",
        "/autore/",
        "/by/",
        "/profile/author",
        "/people/",
        "/staff/",
        "/contributors/",
        "/contributor/",
        "/journalist/",
        "/journalists/",
        "/redakteur/",
        "/autorzy/",
        "/writers/",
        "/reporters/",
        "/reporter/",
        "/firma/",
        "/autorin/",
        "/columnist/",
        "/columnists/",
        "/blogger/",
        "/producers/",
        "/yazar/",
        "/penulis/",
        "/profil/autor",
        "/profile/",
        "/user/",
        "/users/",
        "/members/",
        "/redakteure/",
        "/redaktion/",
        "/our-team/",
        "/attorneys/",
        "/experts/",
    ];
    WORDS.iter().any(|word| href.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_change() {
        for words in ["Last updated:", "Aktualisiert am", "Stand: 3. Mai", "Updated May 4, published May 3"] {
            assert!(says_changed(words), "{words}");
        }
        for words in ["Published May 3, updated May 4", "May 3", "Posted on"] {
            assert!(!says_changed(words), "{words}");
        }
    }

    #[test]
    fn bylines_end_at_marks() {
        assert_eq!(byline_of("By Jane Doe | May 4, 2021"), "By Jane Doe");
        assert_eq!(byline_of("Jane | Joe"), "Jane | Joe");
    }
}
