//! The names that pages give to elements and addresses in, what they call themselves out.

use std::sync::LazyLock;

use dateline_html::Tree;

use crate::{
    document::NodeId,
    extract::metadata::attributes::{CLASS, ID, ITEMPROP, TEST_ID},
    text::{ByFirstByte, ClassWords, WordSet},
};

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
}

/// Whether an element is for a name within a byline; asked of every element of one, so that it reads no more than it needs.
pub(super) fn is_for_name(tree: &Tree<'_>, node: NodeId) -> bool {
    static NAMES: ByFirstByte = ByFirstByte::of(&[
        "author-name",
        "authorname",
        "author__name",
        "author_name",
        "byline-name",
        "byline__name",
        "name-author",
        "writer-name",
    ]);
    [CLASS, ID, TEST_ID].into_iter().filter_map(|name| tree.find_known(node, name)).any(|names| NAMES.first_in(names.raw_value()).is_some())
        || tree.find_known(node, ITEMPROP).is_some_and(|name| name.raw_value() == "name")
}

/// The words that names are made of, each list with what it says.
const SAID: [(Said, &[&str]); 12] = [
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
    (Said::TODAY, TODAY),
];

const TODAY: &[&str] = &["current-date", "currentdate", "current_date", "today"];

/// What words of names say: a set of flags.
#[derive(Clone, Copy)]
struct Said(u32);

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
    const TODAY: Self = Self(1 << 11);

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Names {
    pub(super) fn of(tree: &Tree<'_>, node: NodeId) -> Self {
        static WORDS: LazyLock<ClassWords> = LazyLock::new(|| ClassWords::of(SAID.iter().map(|(said, words)| (said.0, *words))));
        let said = Said(attributes(tree, node).fold(0, |said, names| said | WORDS.said_in(names)));
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
        }
    }
}

/// Whether an element's names say that it holds today's date; asked of every element of a dated one.
pub(super) fn says_today(tree: &Tree<'_>, node: NodeId) -> bool {
    static WORDS: ByFirstByte = ByFirstByte::of(TODAY);
    attributes(tree, node).any(|names| WORDS.first_in(names).is_some())
}

/// Whether an element calls itself breadcrumbs; asked of every one around a heading.
pub(super) fn says_breadcrumb(tree: &Tree<'_>, node: NodeId) -> bool {
    static WORDS: ByFirstByte = ByFirstByte::of(&["breadcrumb", "crumbs"]);
    attributes(tree, node).any(|names| WORDS.first_in(names).is_some())
}

/// The attributes that hold an element's names.
fn attributes<'t>(tree: &'t Tree<'_>, node: NodeId) -> impl Iterator<Item = &'t str> {
    [CLASS, ID, TEST_ID, ITEMPROP].into_iter().filter_map(move |name| tree.find_known(node, name)).map(|attribute| attribute.raw_value())
}

/// What stands before the date of the last change.
static CHANGED: ByFirstByte = ByFirstByte::of(&[
    "aktualisiert",
    "actualizado",
    "actualizada",
    "aggiornato",
    "aggiornamento",
    "atualizado",
    "aktualizacja",
    "aktualizováno",
    "bijgewerkt",
    "diperbarui",
    "geändert",
    "gewijzigd",
    "güncelleme",
    "güncellendi",
    "last edited",
    "last reviewed",
    "letzte änderung",
    "modified",
    "mis à jour",
    "modifié",
    "modificado",
    "opdateret",
    "oppdatert",
    "päivitetty",
    "reviewed on",
    "stand:",
    "updated",
    "update:",
    "uppdaterad",
    "zaktualizowano",
    "обновлено",
    "оновлено",
    "更新",
    "업데이트",
    "수정",
]);

/// What stands before the date of publication.
static PUBLISHED: ByFirstByte = ByFirstByte::of(&[
    "erstellt",
    "opublikowano",
    "published",
    "posted",
    "publié",
    "publicado",
    "pubblicato",
    "veröffentlicht",
    "опубликовано",
    "입력",
]);

/// Words before or around a date that make it that of the last change.
pub(super) fn says_changed(words: &str) -> bool {
    // "Published 3 May, updated 4 May": the first word is the first date's
    match (first_of(words, &CHANGED), first_of(words, &PUBLISHED)) {
        (Some(changed), Some(published)) => changed < published,
        (changed, _) => changed.is_some(),
    }
}

/// Whether words say that something was published.
pub(super) fn says_published(words: &str) -> bool {
    first_of(words, &PUBLISHED).is_some() && !says_changed(words)
}

/// Whether words say that something was published for the first time: "originally published on 3 May 2019, but updated since".
pub(super) fn says_first_published(words: &str) -> bool {
    static WORDS: ByFirstByte = ByFirstByte::of(&[
        "erstmals veröffentlicht",
        "first published",
        "initialement publié",
        "originally published",
        "originally appeared",
        "originalmente publicado",
        "oorspronkelijk gepubliceerd",
        "publié initialement",
        "publicado originalmente",
        "pubblicato originariamente",
        "ursprünglich veröffentlicht",
        "zuerst erschienen",
    ]);
    first_of(words, &WORDS).is_some()
}

/// Where the first word of change stands in a line, in bytes; `None` too for the few lines that lower case makes longer or shorter.
pub(super) fn change(line: &str) -> Option<usize> {
    first_of(line, &CHANGED).filter(|_| line.to_lowercase().len() == line.len())
}

/// Where the first of some words stands in a line, in bytes of the line in lower case.
fn first_of(line: &str, words: &ByFirstByte) -> Option<usize> {
    // capitals beyond ASCII's are not known to the table
    if line.is_ascii() { words.first_in(line) } else { words.first_in(&line.to_lowercase()) }
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
    static PARTS: WordSet = WordSet::of(&[
        "author",
        "authors",
        "autor",
        "autoren",
        "auteur",
        "auteurs",
        "autores",
        "autore",
        "by",
        "people",
        "staff",
        "contributors",
        "contributor",
        "journalist",
        "journalists",
        "redakteur",
        "autorzy",
        "writers",
        "reporters",
        "reporter",
        "firma",
        "autorin",
        "columnist",
        "columnists",
        "blogger",
        "producers",
        "yazar",
        "penulis",
        "profile",
        "user",
        "users",
        "members",
        "redakteure",
        "redaktion",
        "our-team",
        "attorneys",
        "experts",
    ]);
    let mut slashes = memchr::memchr_iter(b'/', href.as_bytes());
    let mut start = slashes.next().map_or(href.len(), |slash| slash + 1);
    slashes.any(|slash| {
        let part = href.get(start..slash).unwrap_or_default();
        start = slash + 1;
        PARTS.contains(part) || (part == "profil" && href.get(start..).is_some_and(|next| next.starts_with("autor")))
    })
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
