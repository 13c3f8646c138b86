//! The names that pages give to elements and addresses in, what they call themselves out.

use dateline_html::Tree;

use crate::document::NodeId;

/// What an element's class, id and test names say beyond its [`Hint`](crate::document::Hint).
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
    match (first_of(words, CHANGED), first_of(words, PUBLISHED)) {
        (Some(changed), Some(published)) => changed < published,
        (changed, _) => changed.is_some(),
    }
}

/// Where the first word of change stands in a line, in bytes; `None` too for the few lines that lower case makes longer or shorter.
pub(super) fn change(line: &str) -> Option<usize> {
    first_of(line, CHANGED).filter(|_| line.to_lowercase().len() == line.len())
}

/// Where the first of some words stands in a line, in bytes of the line in lower case.
fn first_of(line: &str, list: &[&str]) -> Option<usize> {
    let folded = line.to_lowercase();
    list.iter().filter_map(|word| folded.find(word)).min()
}

/// A byline's words without the date or the label of a profile behind them.
pub(super) fn byline_of(words: &str) -> &str {
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
