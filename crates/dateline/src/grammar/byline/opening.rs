//! A line in, the words that open it as a byline out: "Written by Jane Doe", "Von Jane Doe", "Autor: Jane Doe".

use crate::text::{ByFirstByte, WordSet};

/// Opening words, in lower case, by their first byte, the longer first where one begins another. A colon may follow each.
static OPENINGS: ByFirstByte = ByFirstByte::of(OPENING_WORDS);

const OPENING_WORDS: &[&str] = &[
    "article by",
    "authored by",
    "autorin/autor",
    "author(s)",
    "auteur(s)",
    "authors",
    "author",
    "autorin",
    "autoren",
    "autore",
    "autorzy",
    "autor",
    "auteur",
    "a cura di",
    "av",
    "af",
    "by",
    "contributors",
    "contributor",
    "contributed by",
    "created by",
    "compiled by",
    "di",
    "door",
    "erstellt von",
    "eingestellt von",
    "ein beitrag von",
    "ein text von",
    "ein artikel von",
    "eine analyse von",
    "ein kommentar von",
    "ein gastbeitrag von",
    "ein interview von",
    "escrito por",
    "ein bericht von",
    "guest post by",
    "geschrieben von",
    "geschreven door",
    "kirjoittaja",
    "oleh",
    "posted by",
    "published by",
    "propos recueillis par",
    "publié par",
    "par",
    "publicado por",
    "por",
    "penulis",
    "przez",
    "review by",
    "redaktion",
    "reported by",
    "reporting by",
    "report by",
    "rédigé par",
    "redacción",
    "redacção",
    "story by",
    "submitted by",
    "scritto da",
    "skriven av",
    "szerző",
    "this article was written by",
    "text & fotos",
    "text und fotos",
    "text und foto",
    "text von",
    "text by",
    "texto de",
    "texto",
    "tekst",
    "text",
    "verfasst von",
    "veröffentlicht von",
    "von",
    "written by",
    "words and pictures by",
    "words by",
    "yazan",
    "écrit par",
    "автор",
    "текст",
    "作者",
    "文",
    "編輯",
    "记者",
    "記者",
    "責任編集",
    "责编",
    "責編",
    "责任编辑",
];

/// Openings that are words of other languages or names too, so that a mark must follow.
static NEED_MARK: WordSet = WordSet::of(&[
    "text & fotos",
    "text und fotos",
    "text und foto",
    "redaktion",
    "contributor",
    "contributors",
    "author",
    "authors",
    "autor",
    "autorin",
    "autoren",
    "auteur",
    "autore",
    "texto",
    "tekst",
    "text",
    "текст",
    "автор",
    "penulis",
    "yazan",
    "autorzy",
    "kirjoittaja",
    "szerző",
    "作者",
    "文",
    "记者",
    "記者",
    "責任編集",
    "责编",
    "責編",
    "责任编辑",
    "編輯",
    "redacción",
    "redacção",
]);

/// Openings that prose begins with too, so that only names may follow.
static BARE: WordSet = WordSet::of(&["di", "av", "af", "oleh", "text", "tekst"]);

/// What opens a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The opening words, in lower case.
    pub(crate) words: &'static str,
    /// Where what follows them begins, in bytes.
    pub(crate) end: usize,
    has_colon: bool,
}

impl Opening {
    /// Whether prose begins so too.
    pub(crate) fn is_bare(self) -> bool {
        BARE.contains(self.words)
    }

    /// Whether it can be nothing else than the opening of a byline: "Written by", "Author:", but not "by" alone.
    pub(crate) fn is_plain(self) -> bool {
        self.has_colon || self.words.contains(' ')
    }
}

/// The opening that a line begins with.
pub(crate) fn opening(line: &str) -> Option<Opening> {
    OPENINGS.beginning_like(line).iter().find_map(|words| {
        let rest = without_prefix(line, words)?;
        let behind = rest.trim_start();
        let mark = behind.chars().next().filter(|c| matches!(c, ':' | '：' | '/' | '|'));
        let is_apart = mark.is_some() || (rest.starts_with(char::is_whitespace) && !NEED_MARK.contains(words));
        let end = line.len() - behind.len() + mark.map_or(0, char::len_utf8);
        is_apart.then_some(Opening { words, end, has_colon: matches!(mark, Some(':' | '：')) })
    })
}

/// Whether words, in lower case, are such an opening and nothing else.
pub(crate) fn is_opening(folded: &str) -> bool {
    OPENINGS.beginning_like(folded).contains(&folded)
}

/// What stands behind words in lower case, in whatever case a line has them.
pub(crate) fn without_prefix<'l>(line: &'l str, words: &str) -> Option<&'l str> {
    if words.is_ascii() {
        let (before, behind) = line.split_at_checked(words.len())?;
        return before.eq_ignore_ascii_case(words).then_some(behind);
    }
    let mut rest = line.chars();
    for want in words.chars() {
        if rest.next()?.to_lowercase().next() != Some(want) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_opening_comes_first() {
        for (index, words) in OPENING_WORDS.iter().enumerate() {
            let shorter = OPENING_WORDS.iter().take(index).find(|before| words.starts_with(**before));
            assert_eq!(shorter, None, "{words}");
        }
        assert!(OPENING_WORDS.iter().all(|words| is_opening(words)));
    }

    #[test]
    fn openings_end_where_the_name_begins() {
        for (line, rest) in [
            ("By Jane Doe", Some("Jane Doe")),
            ("WRITTEN BY: Jane", Some("Jane")),
            ("Text von Jane", Some("Jane")),
            ("Text: Jane", Some("Jane")),
            ("Text Jane", None),
            ("Bystander", None),
            ("作者：张三", Some("张三")),
        ] {
            assert_eq!(opening(line).and_then(|found| line.get(found.end..)).map(str::trim), rest, "{line}");
        }
    }
}
