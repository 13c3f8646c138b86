//! A line in, the words that open it as a byline out: "Written by Jane Doe", "Von Jane Doe", "Autor: Jane Doe".

/// Opening words, in lower case, the longer first where one begins another. A colon may follow each.
const OPENINGS: &[&str] = &[
    "article by",
    "story by",
    "this article was written by",
    "authored by",
    "written by",
    "review by",
    "guest post by",
    "words and pictures by",
    "text & fotos",
    "text und fotos",
    "text und foto",
    "text von",
    "redaktion",
    "contributors",
    "contributor",
    "autorin/autor",
    "author(s)",
    "auteur(s)",
    "contributed by",
    "submitted by",
    "posted by",
    "published by",
    "reported by",
    "reporting by",
    "created by",
    "words by",
    "text by",
    "report by",
    "by",
    "authors",
    "author",
    "autorin",
    "autoren",
    "autore",
    "autorzy",
    "autor",
    "erstellt von",
    "eingestellt von",
    "verfasst von",
    "geschrieben von",
    "veröffentlicht von",
    "ein beitrag von",
    "ein text von",
    "ein artikel von",
    "eine analyse von",
    "ein kommentar von",
    "ein gastbeitrag von",
    "ein interview von",
    "von",
    "propos recueillis par",
    "publié par",
    "écrit par",
    "rédigé par",
    "par",
    "auteur",
    "publicado por",
    "escrito por",
    "por",
    "texto de",
    "texto",
    "a cura di",
    "scritto da",
    "di",
    "door",
    "geschreven door",
    "tekst",
    "av",
    "af",
    "skriven av",
    "text",
    "автор",
    "текст",
    "oleh",
    "penulis",
    "yazan",
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
    "compiled by",
    "ein bericht von",
    "redacción",
    "redacção",
    "przez",
];

/// Openings that are words of other languages or names too, so that a mark must follow.
const NEED_MARK: &[&str] = &[
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
];

/// Openings that prose begins with too, so that only names may follow.
const BARE: &[&str] = &["di", "av", "af", "oleh", "text", "tekst"];

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
        BARE.contains(&self.words)
    }

    /// Whether it can be nothing else than the opening of a byline: "Written by", "Author:", but not "by" alone.
    pub(crate) fn is_plain(self) -> bool {
        self.has_colon || self.words.contains(' ')
    }
}

/// The opening that a line begins with.
pub(crate) fn opening(line: &str) -> Option<Opening> {
    OPENINGS.iter().find_map(|words| {
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
    OPENINGS.contains(&folded)
}

/// What stands behind words in lower case, in whatever case a line has them.
pub(crate) fn without_prefix<'l>(line: &'l str, words: &str) -> Option<&'l str> {
    // most are told apart by their first letter
    if let (Some(first), Some(want)) = (line.bytes().next().filter(u8::is_ascii), words.bytes().next())
        && first.to_ascii_lowercase() != want
    {
        return None;
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
        for (index, words) in OPENINGS.iter().enumerate() {
            let shorter = OPENINGS.iter().take(index).find(|before| words.starts_with(**before));
            assert_eq!(shorter, None, "{words}");
        }
        assert!(NEED_MARK.iter().chain(BARE).all(|words| is_opening(words)));
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
