//! The names that pages give to elements and addresses in, what they call themselves out.

use std::sync::LazyLock;

use aho_corasick::MatchKind;
use dateline_html::Tree;

use crate::{document::NodeId, text::Finder};

/// What an element's class, id and test names say beyond its [`Hint`](crate::document::Hint).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names {
    pub(super) author: bool,
    pub(super) byline: bool,
    pub(super) date: bool,
    pub(super) changed: bool,
    pub(super) today: bool,
    pub(super) published: bool,
    pub(super) deck: bool,
    pub(super) kicker: bool,
    pub(super) comment: bool,
    pub(super) breadcrumb: bool,
}

/// Whether an element is for a name within a byline; asked of every element of one, so that it reads no more than it needs.
pub(super) fn is_for_name(tree: &Tree<'_>, node: NodeId) -> bool {
    const NAMES: &[&str] =
        &["author-name", "authorname", "author__name", "author_name", "byline-name", "byline__name", "writer-name", "name-author"];
    let is_named = |names: std::borrow::Cow<'_, str>| {
        let names = names.to_ascii_lowercase();
        names.contains("name") && NAMES.iter().any(|name| names.contains(name))
    };
    ["class", "id", "data-testid"].into_iter().filter_map(|name| tree.attr(node, name)).any(is_named)
        || tree.attr(node, "itemprop").is_some_and(|name| name == "name")
}

/// The words that names are made of, each list with what it says.
const SAID: [(Said, &[&str]); 13] = [
    (Said::AUTHOR, &["author", "byline", "by-line", "autor", "writer", "auteur", "redakt"]),
    (Said::NO_AUTHOR, &["authority", "avatar", "image", "img", "photo", "bio", "social"]),
    (Said::BYLINE, &["byline", "by-line"]),
    (Said::DATE, &["date", "time", "publish", "posted", "post-meta", "entry-meta", "byline", "datum", "fecha", "meta"]),
    (Said::NO_DATE, &["timeline", "lifetime"]),
    (Said::CHANGED, &["updated", "modified", "update", "changed", "revised", "aktualisiert"]),
    (Said::PUBLISHED, &["published", "publish", "posted", "created", "entry-date"]),
    (
        Said::DECK,
        &[
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
        ],
    ),
    (Said::NO_DECK, &["leader", "leading", "kicker"]),
    (Said::KICKER, &["kicker", "overline", "eyebrow", "dachzeile", "roofline", "topline", "spitzmarke"]),
    (Said::COMMENT, &["comment"]),
    (Said::BREADCRUMB, &["breadcrumb", "crumbs"]),
    (Said::TODAY, &["today", "current-date", "currentdate", "current_date"]),
];

/// What words of names say: a set of flags.
#[derive(Clone, Copy, Default)]
struct Said(u16);

impl Said {
    const AUTHOR: Self = Self(1);
    const NO_AUTHOR: Self = Self(1 << 1);
    const BYLINE: Self = Self(1 << 2);
    const DATE: Self = Self(1 << 3);
    const NO_DATE: Self = Self(1 << 4);
    const CHANGED: Self = Self(1 << 5);
    const PUBLISHED: Self = Self(1 << 6);
    const DECK: Self = Self(1 << 7);
    const NO_DECK: Self = Self(1 << 8);
    const KICKER: Self = Self(1 << 9);
    const COMMENT: Self = Self(1 << 10);
    const BREADCRUMB: Self = Self(1 << 11);
    const TODAY: Self = Self(1 << 12);

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Names {
    pub(super) fn of(tree: &Tree<'_>, node: NodeId) -> Self {
        static WORDS: LazyLock<Finder> =
            LazyLock::new(|| Finder::of_lower(SAID.iter().flat_map(|(_, words)| words.iter().copied()), MatchKind::Standard));
        static SAYS: LazyLock<Vec<u16>> = LazyLock::new(|| SAID.iter().flat_map(|(said, words)| words.iter().map(|_| said.0)).collect());
        let mut said = Said::default();
        for names in ["class", "id", "data-testid", "itemprop"].into_iter().filter_map(|name| tree.attr(node, name)) {
            for found in WORDS.overlapping(&names) {
                said.0 |= SAYS.get(found.pattern().as_usize()).copied().unwrap_or_default();
            }
        }
        Self {
            author: said.has(Said::AUTHOR) && !said.has(Said::NO_AUTHOR),
            byline: said.has(Said::BYLINE),
            date: said.has(Said::DATE) && !said.has(Said::NO_DATE) && !said.has(Said::TODAY),
            changed: said.has(Said::CHANGED),
            today: said.has(Said::TODAY),
            published: said.has(Said::PUBLISHED),
            deck: said.has(Said::DECK) && !said.has(Said::NO_DECK),
            kicker: said.has(Said::KICKER),
            comment: said.has(Said::COMMENT),
            breadcrumb: said.has(Said::BREADCRUMB),
        }
    }
}

/// What stands before the date of the last change.
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

/// What stands before the date of publication.
const PUBLISHED: &[&str] =
    &["published", "posted", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato", "opublikowano", "опубликовано", "입력"];

/// Words before or around a date that make it that of the last change.
pub(super) fn says_changed(words: &str) -> bool {
    // "Published 3 May, updated 4 May": the first word is the first date's
    match (first_of(words, &CHANGES), first_of(words, &PUBLICATIONS)) {
        (Some(changed), Some(published)) => changed < published,
        (changed, _) => changed.is_some(),
    }
}

/// Whether words say that something was published.
pub(super) fn says_published(words: &str) -> bool {
    first_of(words, &PUBLICATIONS).is_some() && !says_changed(words)
}

/// Whether words say that something was published for the first time: "originally published on 3 May 2019, but updated since".
pub(super) fn says_first_published(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "originally published",
        "first published",
        "originally appeared",
        "erstmals veröffentlicht",
        "ursprünglich veröffentlicht",
        "zuerst erschienen",
        "publié initialement",
        "initialement publié",
        "publicado originalmente",
        "originalmente publicado",
        "pubblicato originariamente",
        "oorspronkelijk gepubliceerd",
    ];
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::of(WORDS.iter().copied(), MatchKind::LeftmostFirst));
    first_of(words, &FINDER).is_some()
}

/// Where the first word of change stands in a line, in bytes; `None` too for the few lines that lower case makes longer or shorter.
pub(super) fn change(line: &str) -> Option<usize> {
    first_of(line, &CHANGES).filter(|_| line.to_lowercase().len() == line.len())
}

static CHANGES: LazyLock<Finder> = LazyLock::new(|| Finder::of_lower(CHANGED.iter().copied(), MatchKind::LeftmostFirst));
static PUBLICATIONS: LazyLock<Finder> = LazyLock::new(|| Finder::of_lower(PUBLISHED.iter().copied(), MatchKind::LeftmostFirst));

/// Where the first of some words stands in a line, in bytes of the line in lower case.
fn first_of(line: &str, words: &Finder) -> Option<usize> {
    // capitals beyond ASCII's are not known to the finder
    if line.is_ascii() { words.first(line) } else { words.first(&line.to_lowercase()) }
}

/// A byline's words without the date or the label of a profile behind them.
pub(super) fn byline_of(words: &str) -> &str {
    // most lines hold none of the marks, nor a byte that one begins with
    if !words.bytes().any(|byte| matches!(byte, b'|' | b'/' | 0xc2 | 0xe2)) {
        return words;
    }
    let cut = [" | ", " • ", " · ", " — ", " – ", " / ", " ⋅ "].into_iter().filter_map(|mark| words.find(mark)).min();
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
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::of(WORDS.iter().copied(), MatchKind::Standard));
    FINDER.is_in(href)
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
    fn words_of_a_first_publication() {
        assert!(says_first_published("This story was originally published on 3 May 2019 but has been updated since"));
        assert!(says_first_published("Erstmals veröffentlicht am 3. Mai 2019"));
        assert!(!says_first_published("Published 3 May 2019"));
    }

    #[test]
    fn bylines_end_at_marks() {
        assert_eq!(byline_of("By Jane Doe | May 4, 2021"), "By Jane Doe");
        assert_eq!(byline_of("Jane | Joe"), "Jane | Joe");
    }
}
