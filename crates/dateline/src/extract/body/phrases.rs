//! Short lines that say themselves that they are no part of an article, in the languages of the web that are read most.
//!
//! They are never the only evidence: only short segments are held against them, and a line must begin with the phrase or be it.

use std::{collections::HashMap, sync::LazyLock};

use crate::model::Reason;

/// Phrases that a line begins with, in lower case; one that ends in `$` must be the whole line.
const PHRASES: &[(Reason, &[&str])] = &[
    (
        Reason::Related,
        &[
            "read more",
            "read also",
            "also read",
            "related:",
            "related$",
            "related articles",
            "related stories",
            "related posts",
            "related news",
            "related topics",
            "related content",
            "see also:",
            "more on this",
            "more from",
            "more stories",
            "recommended",
            "you may also",
            "you might also",
            "don't miss",
            "must read",
            "read next",
            "up next",
            "continue reading",
            "next article",
            "previous article",
            "watch:",
            "video:",
            "trending",
            "most read",
            "most popular",
            "lesen sie auch",
            "lesen sie mehr",
            "mehr zum thema",
            "zum thema:",
            "das könnte sie auch",
            "auch interessant",
            "weiterlesen",
            "lire aussi",
            "à lire aussi",
            "a lire aussi",
            "voir aussi",
            "lea también",
            "lea tambien",
            "le puede interesar",
            "te puede interesar",
            "leia também",
            "leia mais",
            "veja também",
            "leggi anche",
            "lees ook",
            "läs också",
            "les også",
            "læs også",
            "lue myös",
            "czytaj też",
            "czytaj także",
            "čtěte také",
            "olvassa el",
            "citește și",
            "читайте также",
            "читайте також",
            "ayrıca bakınız",
            "baca juga",
            "関連記事",
            "相关阅读",
            "相關閱讀",
            "관련기사",
        ],
    ),
    (
        Reason::Sharing,
        &[
            "share this",
            "share on",
            "share$",
            "share:",
            "tweet$",
            "print$",
            "email$",
            "e-mail$",
            "follow us",
            "follow me",
            "follow @",
            "like us on",
            "find us on",
            "copy link",
            "facebook$",
            "twitter$",
            "whatsapp$",
            "teilen$",
            "drucken$",
            "artikel teilen",
            "partager$",
            "compartir$",
            "compartilhar$",
            "condividi$",
            "delen$",
            "dela$",
            "поделиться",
            "シェア",
            "分享",
        ],
    ),
    (
        Reason::Subscription,
        &[
            "sign up",
            "subscribe",
            "newsletter",
            "get the latest",
            "get our",
            "join our",
            "log in",
            "already a subscriber",
            "become a member",
            "support our",
            "enter your email",
            "jetzt abonnieren",
            "abonnieren sie",
            "melden sie sich",
            "abonnez-vous",
            "suscríbete",
            "assine",
            "iscriviti",
            "this content is only",
            "to continue reading",
        ],
    ),
    (
        Reason::Comments,
        &[
            "leave a comment",
            "leave a reply",
            "post a comment",
            "add a comment",
            "comments$",
            "comments:",
            "no comments",
            "view comments",
            "show comments",
            "comments (",
            "comment$",
            "join the conversation",
            "kommentare$",
            "kommentieren",
            "commentaires$",
            "comentarios$",
            "comentários$",
            "commenti$",
            "reacties$",
            "комментарии",
        ],
    ),
    (
        Reason::Advertising,
        &[
            "advertisement",
            "advertising$",
            "ad$",
            "sponsored",
            "anzeige$",
            "werbung$",
            "publicité$",
            "publicidad$",
            "publicidade$",
            "pubblicità$",
            "advertentie$",
            "annons$",
            "annonse$",
            "mainos$",
            "reklama$",
            "реклама$",
            "story continues below",
            "article continues",
            "広告",
        ],
    ),
    (
        Reason::Copyright,
        &[
            "copyright",
            "©",
            "(c) 20",
            "all rights reserved",
            "alle rechte vorbehalten",
            "tous droits réservés",
            "todos los derechos",
            "todos os direitos",
            "tutti i diritti",
        ],
    ),
    (
        Reason::Tags,
        &[
            "tags:",
            "tags$",
            "topics:",
            "filed under",
            "posted in",
            "categories:",
            "category:",
            "keywords:",
            "schlagworte",
            "etiquetas:",
            "mots-clés",
            "тэги:",
            "теги:",
        ],
    ),
    (Reason::AuthorNote, &["about the author", "über den autor", "über die autorin", "sobre el autor", "à propos de l'auteur"]),
    (
        Reason::PageFurniture,
        &[
            "skip to",
            "back to top",
            "nach oben",
            "loading",
            "click here to",
            "print this",
            "download pdf",
            "toggle",
            "close$",
            "menu$",
            "search$",
        ],
    ),
];

/// So many bytes of a line tell whether it begins with a phrase or is one: more than the longest has, in any case of its letters.
pub(super) const OPENING: usize = 64;

/// The phrases by the character that they begin with; of those that begin with the same in the order of the table.
static BY_FIRST: LazyLock<HashMap<char, Vec<Phrase>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<Phrase>> = HashMap::new();
    for (reason, phrases) in PHRASES {
        for phrase in *phrases {
            let (words, whole) = phrase.strip_suffix('$').map_or((*phrase, false), |words| (words, true));
            if let Some(first) = words.chars().next() {
                by_first.entry(first).or_default().push(Phrase { words, whole, reason });
            }
        }
    }
    by_first
});

/// The first three letters of those phrases that begin with so many of ASCII.
static OPENINGS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let phrases = PHRASES.iter().flat_map(|(_, phrases)| phrases.iter());
    let mut openings: Vec<u32> = phrases.filter_map(|phrase| letters(phrase.as_bytes().first_chunk()?)).collect();
    openings.sort_unstable();
    openings
});

/// Three letters of ASCII in lower case, as a number.
fn letters(bytes: &[u8; 3]) -> Option<u32> {
    bytes
        .iter()
        .all(u8::is_ascii_alphabetic)
        .then(|| bytes.iter().fold(0, |letters, byte| letters << 8 | u32::from(byte.to_ascii_lowercase())))
}

/// Whether a segment of this [`head`](crate::document::Segment::head) may be one of the phrases: few are, and this is cheaper than to read its words.
pub(super) fn may_begin(head: u32) -> bool {
    let [_, first @ ..] = head.to_be_bytes();
    letters(&first).is_none_or(|letters| OPENINGS.binary_search(&letters).is_ok())
}

struct Phrase {
    words: &'static str,
    /// Whether it must be the whole line.
    whole: bool,
    reason: &'static Reason,
}

/// Why a short line is no part of the article, if its words say so; of long ones [`OPENING`] bytes are enough.
pub(super) fn reason(line: &str) -> Option<Reason> {
    let line = line.trim();
    let first = line.chars().next()?.to_lowercase().next()?;
    let phrases = BY_FIRST.get(&first)?;
    let line = line.to_lowercase();
    let says = |phrase: &&Phrase| if phrase.whole { line == phrase.words } else { line.starts_with(phrase.words) };
    phrases.iter().find(says).map(|phrase| phrase.reason.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_shorter_than_what_is_read_of_a_line() {
        for (_, phrases) in PHRASES {
            assert!(phrases.iter().all(|phrase| phrase.len() + 8 < OPENING && phrase.to_uppercase().len() < OPENING));
        }
        let head = |line: &str| line.bytes().take(3).fold(0, |head, byte| head << 8 | u32::from(byte));
        assert!(PHRASES.iter().flat_map(|(_, phrases)| phrases.iter()).all(|phrase| may_begin(head(phrase.trim_end_matches('$')))));
        assert!(!may_begin(head("Xylophone")) && may_begin(head("Tweet")) && may_begin(head("\u{a9} 2020")));
        assert_eq!(reason("Share"), Some(Reason::Sharing));
        assert_eq!(reason("Shares rose"), None);
        assert_eq!(reason("Read more about it"), Some(Reason::Related));
    }
}
