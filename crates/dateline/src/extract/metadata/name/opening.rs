//! A byline in, what follows the words that open it out: "Written by Jane Doe", "Von Jane Doe", "All posts by Jane Doe".

/// Words that open a byline; each may be followed by a colon.
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
    "contributor",
    "contributors",
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
    "author",
    "authors",
    "autor",
    "autorin",
    "autoren",
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
    "texto",
    "a cura di",
    "scritto da",
    "di",
    "autore",
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
];

/// Openings that are words of other languages or names too: they need a colon.
const WITH_COLON: &[&str] = &[
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
];

/// What opens a byline.
struct Opened<'v> {
    /// What stands behind it.
    rest: &'v str,
    /// Whether it can be nothing else than the opening of a byline: "Written by", "Author:", but not "by" alone.
    is_plain: bool,
}

fn opened(value: &str) -> Option<Opened<'_>> {
    OPENINGS.iter().find_map(|opening| {
        let rest = strip_prefix_folded(value, opening)?;
        let trimmed = rest.trim_start();
        let behind_mark = trimmed.strip_prefix([':', '：', '/', '|']);
        let is_word_end = behind_mark.is_some() || rest.starts_with(char::is_whitespace);
        let is_opening = is_word_end && (behind_mark.is_some() || !WITH_COLON.contains(opening));
        let is_plain = trimmed.starts_with([':', '：']) || opening.contains(' ');
        is_opening.then(|| Opened { rest: behind_mark.unwrap_or(trimmed).trim_start(), is_plain })
    })
}

fn without_marks(value: &str) -> &str {
    value.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '•' | '·' | '/' | ',' | ':' | '*' | '(' | '（')
    })
}

pub(super) fn without_opening(value: &str) -> &str {
    let mut value = without_marks(value);
    // "Written by: By Jane Doe"
    for _ in 0..2 {
        match opened(value) {
            Some(Opened { rest, .. }) if !rest.is_empty() => value = rest,
            _ => break,
        }
    }
    value
}

/// Whether a line opens as bylines do, and whether that can be nothing else.
pub(in crate::extract::metadata) fn opens_byline(line: &str) -> Option<bool> {
    opened(without_marks(line)).filter(|opened| !opened.rest.is_empty()).map(|opened| opened.is_plain)
}

/// Whether words, in lower case, are such an opening and nothing else.
pub(super) fn is_opening(folded: &str) -> bool {
    OPENINGS.contains(&folded)
}

/// Whether a line opens a byline whose name stands on the next: "Written by", "Author:".
pub(in crate::extract::metadata) fn is_label(line: &str) -> bool {
    let folded = line.trim().trim_end_matches([':', '：', '/', '-']).trim_end().to_lowercase();
    is_opening(&folded)
        || matches!(
            folded.as_str(),
            "article written by" | "about the author" | "über den autor" | "über die autorin" | "text und fotos" | "words"
        )
}

/// "All posts by Jane Doe", "Comment von Jane Doe": what stands behind the word, where it cannot be a part of the name.
pub(super) fn behind_by(value: &str) -> &str {
    // most values hold none of the words
    let is_mark = |word: &str| matches!(word, "by" | "By" | "BY" | "von" | "Von" | "par" | "Par" | "por" | "Por" | "of" | "OF");
    if !value.split(' ').any(is_mark) {
        return value;
    }
    let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    for (mark, own_word) in [
        (" by ", true),
        (" By ", true),
        (" BY ", true),
        (" von ", false),
        (" Von ", true),
        (" par ", true),
        (" Par ", true),
        (" por ", true),
        (" Por ", true),
        (" of ", false),
        (" OF ", false),
    ] {
        let Some(at) = value.find(mark) else { continue };
        let behind = value.get(at + mark.len()..).unwrap_or_default();
        let mut words = behind.split_whitespace();
        let named = capital(words.next());
        let again = capital(words.next());
        let before = value.get(..at).unwrap_or_default();
        let is_label =
            LABELS.iter().any(|label| strip_prefix_folded(before, label).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
        // "Herbert von Karajan" has one word behind it, "Ursula von der Leyen" a small one
        if named && (own_word || is_label || (again && mark != " of " && mark != " OF " && !before.contains(' '))) {
            return behind;
        }
    }
    value
}

/// What opens the label of a link to all that somebody wrote: "Show all articles of Jane Doe".
const LABELS: &[&str] = &[
    "show all",
    "view all",
    "see all",
    "all posts",
    "all articles",
    "more",
    "alle beiträge",
    "alle artikel",
    "mehr",
    "weitere",
    "posts",
    "articles",
];

/// Who took a picture, who checked or reviewed: no author.
pub(super) fn is_credit(value: &str) -> bool {
    const CREDITS: &[&str] = &[
        "foto",
        "photo",
        "image",
        "bild",
        "picture",
        "illustration",
        "quelle",
        "source",
        "credit",
        "courtesy",
        "check",
        "video",
        "grafik",
        "fact check",
        "reviewed",
        "medically reviewed",
        "edited",
        "expert review",
        "translated",
        "übersetz",
        "©",
        "(c)",
        "copyright",
    ];
    let folded = value.to_lowercase();
    CREDITS.iter().any(|credit| folded.starts_with(credit)) || value.contains('©')
}

/// What stands behind a prefix in whatever case.
fn strip_prefix_folded<'v>(value: &'v str, prefix: &str) -> Option<&'v str> {
    // most are told apart by their first letter
    if let (Some(first), Some(want)) = (value.bytes().next().filter(u8::is_ascii), prefix.bytes().next())
        && first.to_ascii_lowercase() != want
    {
        return None;
    }
    let mut rest = value.chars();
    for want in prefix.chars() {
        if rest.next()?.to_lowercase().next() != Some(want) {
            return None;
        }
    }
    Some(rest.as_str())
}
