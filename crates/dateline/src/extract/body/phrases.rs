//! Short lines that say themselves that they are no part of an article, in the languages of the web that are read most.
//!
//! They are never the only evidence: only short segments are held against them, and a line must begin with the phrase or be it.

use std::{collections::HashMap, sync::LazyLock};

use crate::{model::Reason, text::hash::Hashed};

/// Phrases that a line begins with, in lower case; one that ends in `$` must be the whole line.
const PHRASES: &[(Reason, &[&str])] = &[
    (
        Reason::Caption,
        &[
            "photo:",
            "photos:",
            "photo by",
            "photo credit",
            "photograph:",
            "picture:",
            "image:",
            "images:",
            "image credit",
            "(credit:",
            "credit:",
            "foto:",
            "fotos:",
            "foto ©",
            "foto von",
            "bild:",
            "bilder:",
            "bildquelle",
            "bildnachweis",
            "abbildung:",
            "symbolbild",
            "crédit photo",
            "crédits photo",
            "crédit :",
            "photo :",
            "fotografía:",
            "foto de",
            "imagem:",
            "foto di",
            "fot.",
            "beeld:",
            "kuva:",
        ],
    ),
    (
        Reason::Related,
        &[
            "lea más",
            "lea mas",
            "lea:",
            "lee también",
            "lee tambien",
            "lee más",
            "lee:",
            "lee además",
            "lea además",
            "mira:",
            "mira también",
            "mirá:",
            "mirá también",
            "vea:",
            "vea también",
            "ver también",
            "ver más:",
            "más información:",
            "más noticias",
            "también te puede",
            "también puede leer",
            "también lee",
            "te recomendamos",
            "le recomendamos",
            "entérate",
            "conozca más",
            "conoce más",
            "noticias relacionadas",
            "notas relacionadas",
            "temas relacionados",
            "saiba mais",
            "veja mais",
            "leia:",
            "confira também",
            "notícias relacionadas",
            "vous aimerez aussi",
            "sur le même sujet",
            "sur le même thème",
            "à lire:",
            "à lire :",
            "lire :",
            "lire:",
            "lire la suite",
            "articles similaires",
            "articles liés",
            "en savoir plus",
            "pour aller plus loin$",
            "auch lesen",
            "lesen sie hier",
            "lesen sie dazu",
            "lest auch",
            "mehr dazu:",
            "mehr dazu$",
            "mehr zu:",
            "mehr lesen",
            "mehr erfahren",
            "weitere artikel",
            "weitere nachrichten",
            "weitere meldungen",
            "weitere informationen$",
            "weitere beiträge",
            "ähnliche artikel",
            "ähnliche beiträge",
            "verwandte artikel",
            "verwandte themen",
            "das könnte dich auch",
            "das könnte dir auch",
            "diese artikel könnten",
            "neueste artikel",
            "neueste beiträge",
            "meistgelesen",
            "aktuelle artikel",
            "passend zum thema",
            "zum weiterlesen",
            "potrebbe interessarti",
            "ti potrebbe interessare",
            "leggi tutto",
            "leggi pure",
            "per approfondire",
            "articoli correlati",
            "lees meer",
            "lees verder",
            "meer over",
            "läs mer",
            "relaterade artiklar",
            "les mer",
            "læs mere",
            "lue lisää",
            "dowiedz się więcej",
            "czytaj więcej",
            "przeczytaj też",
            "przeczytaj także",
            "zobacz też",
            "zobacz także",
            "zobacz również",
            "czytaj również",
            "polecamy$",
            "polecane",
            "přečtěte si",
            "čtěte více",
            "související",
            "kapcsolódó",
            "citeşte şi",
            "citește mai",
            "по теме:",
            "смотрите также",
            "читать также",
            "подробнее:",
            "ilgili haberler",
            "baca selengkapnya",
            "related reading",
            "related coverage",
            "in other news",
            "check out:",
            "here's more",
            "you may like",
            "more like this",
            "latest articles",
            "recent posts",
            "also on",
            "もっと読む",
            "あわせて読みたい",
            "おすすめ記事",
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
            "share article",
            "share story",
            "share link",
            "share via",
            "teilen bei",
            "teilen via",
            "teilen auf",
            "den artikel mit",
            "artikel empfehlen",
            "beitrag teilen",
            "auf facebook teilen",
            "folgen sie uns",
            "folge uns",
            "partager sur",
            "partagez",
            "partager cet",
            "suivez-nous",
            "comparte$",
            "comparte esta",
            "comparta",
            "síguenos",
            "siga-nos",
            "compartilhe",
            "condividi su",
            "seguici",
            "udostępnij",
            "podziel się",
            "del på",
            "jaa$",
            "artikel drucken",
            "seite drucken",
            "bookmark",
            "merken$",
            "artikel merken",
            "imprimir$",
            "imprimer$",
            "stampa$",
            "valora esta",
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
            "you have reached your limit",
            "this article is for subscribers",
            "subscribers only",
            "unlock this",
            "start your free",
            "register for free",
            "sign in",
            "create a free account",
            "create an account",
            "if you enjoyed reading",
            "support us",
            "donate",
            "newsletter abonnieren",
            "zum newsletter",
            "jetzt testen",
            "jetzt anmelden",
            "bitte anmelden",
            "sie sind nicht eingeloggt",
            "sie sind aktuell nicht",
            "bereits abonnent",
            "ja. ich bin abonnent",
            "weiterlesen mit",
            "s'abonner",
            "inscrivez-vous",
            "déjà abonné",
            "suscribirse",
            "suscríbase",
            "regístrate",
            "inicia sesión",
            "assine já",
            "cadastre-se",
            "abbonati",
            "accedi$",
            "prenumerera",
            "zaloguj",
            "zapisz się",
            "zapraszamy też do subskrypcji",
            "tilaa",
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
            "comment by",
            "write a comment",
            "be the first to comment",
            "you must be logged in",
            "comments are closed",
            "one comment",
            "kommentar schreiben",
            "kommentar verfassen",
            "schreibe einen kommentar",
            "schreiben sie einen kommentar",
            "diskutieren sie",
            "um einen kommentar",
            "so können sie kommentieren",
            "keine kommentare",
            "laisser un commentaire",
            "poster un commentaire",
            "ajouter un commentaire",
            "deja un comentario",
            "deja tu comentario",
            "escribe un comentario",
            "dejar un comentario",
            "deixe um comentário",
            "deixe seu comentário",
            "lascia un commento",
            "geef een reactie",
            "plaats een reactie",
            "dodaj komentarz",
            "skomentuj",
            "komentarze",
            "napsat komentář",
            "оставить комментарий",
            "добавить комментарий",
            "コメント$",
            "コメントを",
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
            "continue reading below",
            "scroll to continue",
            "werbung:",
            "- werbung -",
            "- anzeige -",
            "anzeige:",
            "reklame$",
            "annuncio$",
            "la noticia continúa",
            "sigue leyendo después",
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
            "tag:",
            "in this article:",
            "read more about:",
            "themen:",
            "stichworte",
            "stichwörter",
            "abgelegt unter",
            "veröffentlicht in:",
            "kategorien:",
            "kategorie:",
            "étiquettes",
            "temas:",
            "etiquetas$",
            "categorías:",
            "categorias:",
            "argomenti:",
            "tagi:",
            "tagi$",
            "słowa kluczowe",
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
    (
        Reason::AuthorNote,
        &[
            "about the writer",
            "zum autor",
            "zur autorin",
            "zur person$",
            "über den verfasser",
            "acerca del autor",
            "sobre el autor",
            "sobre o autor",
            "l'autore",
            "over de auteur",
            "o autorze",
            "about the author",
            "über den autor",
            "über die autorin",
            "sobre el autor",
            "à propos de l'auteur",
        ],
    ),
    (
        Reason::PageFurniture,
        &[
            "enlarge image",
            "view image",
            "open image",
            "show more$",
            "show less$",
            "load more",
            "bild anzeigen",
            "bild vergrößern",
            "bild schließen",
            "zum vergrößern",
            "klicken zum",
            "mehr anzeigen$",
            "mehr laden",
            "nach oben$",
            "zurück zur übersicht",
            "zurück$",
            "suche$",
            "menü$",
            "artikel anhören",
            "seite empfehlen",
            "retour en haut",
            "voir plus$",
            "volver arriba",
            "ver más$",
            "torna su",
            "carica altro",
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
static BY_FIRST: LazyLock<HashMap<char, Vec<Phrase>, Hashed>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<Phrase>, Hashed> = HashMap::default();
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

/// Those phrases that begin with three letters of ASCII, by these.
static OPENINGS: LazyLock<Vec<(u32, &str)>> = LazyLock::new(|| {
    let phrases = PHRASES.iter().flat_map(|(_, phrases)| phrases.iter()).map(|phrase| phrase.trim_end_matches('$'));
    let mut openings: Vec<_> = phrases.filter_map(|phrase| Some((letters(phrase.as_bytes().first_chunk()?)?, phrase))).collect();
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

/// Whether a line of this [`head`](crate::document::Segment::head) that begins with a text may be one of the phrases: few are, and this is cheaper than to read its words.
pub(super) fn may_begin<'t>(head: u32, text: impl FnOnce() -> &'t str) -> bool {
    let [_, first @ ..] = head.to_be_bytes();
    if let Some(first) = letters(&first) {
        let start = OPENINGS.partition_point(|(letters, _)| *letters < first);
        let mut phrases = OPENINGS.iter().skip(start).take_while(|(letters, _)| *letters == first).map(|(_, phrase)| *phrase).peekable();
        return phrases.peek().is_some() && {
            let text = text();
            phrases.any(|phrase| may_be(text, phrase))
        };
    }
    let text = text();
    match text.chars().next().filter(char::is_ascii) {
        Some(first) => {
            BY_FIRST.get(&first.to_ascii_lowercase()).is_some_and(|phrases| phrases.iter().any(|phrase| may_be(text, phrase.words)))
        }
        None => true,
    }
}

/// Whether a line that begins with a text may begin with a phrase, as far as this can be told letter by letter: up to white space, to what is not ASCII, or to the end of either.
fn may_be(text: &str, phrase: &str) -> bool {
    let differs = |(a, b): &(u8, u8)| a != b || *a == b' ';
    let lower = text.bytes().map(|byte| byte.to_ascii_lowercase());
    match lower.zip(phrase.bytes()).find(differs) {
        Some((a, b)) => !a.is_ascii() || !b.is_ascii() || (b == b' ' && char::from(a).is_whitespace()),
        None => true,
    }
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
    // one byte tells most of them apart
    let third = |words: &str| words.as_bytes().get(2).copied();
    let may_be = |phrase: &&Phrase| third(phrase.words).is_none_or(|byte| third(&line) == Some(byte));
    phrases.iter().filter(may_be).find(says).map(|phrase| phrase.reason.clone())
}

/// The words before a colon with which captions in many languages name whoever took the picture.
pub(super) const CREDIT_LABELS: [&str; 17] = [
    "photo",
    "photos",
    "photograph",
    "photographs",
    "picture",
    "pictures",
    "image",
    "foto",
    "fotos",
    "bild",
    "bilder",
    "video",
    "map",
    "mapa",
    "grafik",
    "illustration",
    "credit",
];

/// The ends of names of agencies and archives, in lower case.
const SOURCES: &[&str] = &[
    "getty images",
    "afp",
    "dpa",
    "istock",
    "istock.com",
    "istockphoto",
    "shutterstock",
    "shutterstock.com",
    "picture alliance",
    "reuters",
    "epa",
    "ap photo",
    "adobe stock",
    "adobestock",
    "stock.adobe.com",
    "fotolia",
    "fotolia.com",
    "unsplash",
    "pixabay",
    "pexels",
    "imago",
    "imago images",
    "alamy",
    "wikimedia commons",
    "flickr",
    "archivo",
    "efe",
];

/// Whether a segment of this [`tail`](crate::document::Segment::tail) may end with whose picture it is about: cheaper than to read its words.
pub(super) fn may_end(tail: u32) -> bool {
    let bytes = tail.to_be_bytes().map(|byte| byte.to_ascii_lowercase());
    let [.., last] = bytes;
    let ends = |name: &&str| name.as_bytes().iter().rev().zip(bytes.iter().rev()).all(|(a, b)| a == b);
    matches!(last, b')' | b']') || SOURCES.iter().any(ends)
}

/// Whether a line ends with whose picture stands beside it ("… (dpa)", "… / Getty Images", "… (Image: J. Doe)"), or says so behind a sign ("… \u{a9} AFP").
pub(super) fn credits(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    // a sign in the middle: who says it, behind what is seen
    if lower.char_indices().any(|(at, c)| c == '\u{a9}' && at > 0) {
        return true;
    }
    let end = lower.trim_end_matches(['.', ')', ']', ' ']);
    let bracketed = lower.trim_end_matches(['.', ' ']).strip_suffix([')', ']']).and_then(|inner| inner.rsplit_once(['(', '[']));
    let is_labelled =
        bracketed.and_then(|(_, inside)| inside.split_once(':')).is_some_and(|(label, _)| CREDIT_LABELS.contains(&label.trim()));
    is_labelled
        || SOURCES
            .iter()
            .any(|name| end.strip_suffix(name).is_some_and(|before| before.trim_end().ends_with(['/', '(', '|', '\u{a9}', '[', ':'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_shorter_than_what_is_read_of_a_line() {
        for (_, phrases) in PHRASES {
            assert!(phrases.iter().all(|phrase| phrase.len() + 8 < OPENING && phrase.to_uppercase().len() < OPENING));
        }
        let may_begin = |line: &str| may_begin(line.bytes().take(3).fold(0, |head, byte| head << 8 | u32::from(byte)), || line);
        assert!(PHRASES.iter().flat_map(|(_, phrases)| phrases.iter()).all(|phrase| may_begin(phrase.trim_end_matches('$'))));
        assert!(!may_begin("Xylophone") && may_begin("Tweet") && may_begin("\u{a9} 2020"));
        assert!(may_begin("(Credit: Jane Doe)") && !may_begin("(it rained)") && !may_begin("12 May"));
        assert!(may_begin("Read\n more") && may_begin("Foto\u{a0}de") && may_begin("Sha") && !may_begin("Shady") && !may_begin("Red more"));
        assert_eq!(reason("Share"), Some(Reason::Sharing));
        assert_eq!(reason("Shares rose"), None);
        assert_eq!(reason("Read more about it"), Some(Reason::Related));
    }

    #[test]
    fn credits_are_told_from_sentences() {
        for line in [
            "The ferry at its pier. (Photo: Jane Doe / Getty Images)",
            "Das Rathaus \u{a9} AFP / Jan Halm",
            "Am Hafen (dpa)",
            "The pier (Image: J. Doe )",
        ] {
            assert!(credits(line), "{line}");
        }
        for line in [
            "The picture: it shows a ferry.",
            "He works for Reuters.",
            "So schreibt es die dpa.",
            "Fotografen kamen aus Rom.",
            "He left (at noon: sharp)",
        ] {
            assert!(!credits(line), "{line}");
        }
        let tail =
            |line: &str| line.bytes().rev().take(4).collect::<Vec<_>>().iter().rev().fold(0, |tail, byte| tail << 8 | u32::from(*byte));
        assert!(may_end(tail("Am Hafen (dpa)")) && may_end(tail("Jane Doe / AFP")) && !may_end(tail("It rained.")));
        assert_eq!(reason("Photo: Jane Doe"), Some(Reason::Caption));
    }
}
