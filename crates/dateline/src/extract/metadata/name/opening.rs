//! A byline in, what follows the words that open it out: "Written by Jane Doe", "Von Jane Doe", "All posts by Jane Doe".

use crate::{
    grammar::byline::{is_opening, opening, without_prefix},
    text::ByFirstByte,
};

fn without_marks(value: &str) -> &str {
    value.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '•' | '·' | '/' | ',' | ':' | '*' | '(' | '（')
    })
}

pub(super) fn without_opening(value: &str) -> &str {
    let mut value = without_marks(value);
    // "Written by: By Jane Doe"
    for _ in 0..2 {
        match opening(value).and_then(|opening| value.get(opening.end..)).map(str::trim_start) {
            Some(rest) if !rest.is_empty() => value = rest,
            _ => break,
        }
    }
    value
}

/// Whether a line opens as bylines do, and whether that can be nothing else.
pub(in crate::extract::metadata) fn opens_byline(line: &str) -> Option<bool> {
    let line = without_marks(line);
    opening(line)
        .filter(|opening| line.get(opening.end..).is_some_and(|rest| !rest.trim_start().is_empty()))
        .map(|opening| opening.is_plain())
}

/// Whether a line opens a byline whose name stands on the next: "Written by", "Author:".
pub(in crate::extract::metadata) fn is_label(line: &str) -> bool {
    let label = line.trim().trim_end_matches([':', '：', '/', '-']).trim_end();
    if label.len() > LONGEST {
        return false;
    }
    let folded = label.to_lowercase();
    is_opening(&folded)
        || matches!(
            folded.as_str(),
            "article written by" | "about the author" | "über den autor" | "über die autorin" | "text und fotos" | "words"
        )
}

/// No opening is longer, in bytes.
const LONGEST: usize = 40;

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
            LABELS.iter().any(|label| without_prefix(before, label).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
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
    static CREDITS: ByFirstByte = ByFirstByte::of(&[
        "(c)",
        "bild",
        "credit",
        "courtesy",
        "check",
        "copyright",
        "edited",
        "expert review",
        "foto",
        "fact check",
        "grafik",
        "image",
        "illustration",
        "medically reviewed",
        "photo",
        "picture",
        "quelle",
        "reviewed",
        "source",
        "translated",
        "video",
        "©",
        "übersetz",
    ]);
    CREDITS.beginning_like(value).iter().any(|credit| without_prefix(value, credit).is_some()) || value.contains('©')
}
