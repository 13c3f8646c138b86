//! Stretches between marks in, whether they are somebody's words out: what is short, is a title or is only set apart is not a quote.

use super::marks::Region;

/// No more words than this are looked at.
const MOST: usize = 12;

/// Whether a stretch within a clause of indirect speech is said so, word for word.
pub(super) fn is_quote_in_clause(text: &str, region: Region) -> bool {
    let inner = text.get(region.inner.range()).unwrap_or_default();
    !is_set_apart(text, region) && (!is_title(inner) || ends_speech(inner))
}

/// Whether a stretch that no cue claims is somebody's words; `bare` where its sentence is nothing but quotes.
pub(super) fn is_quote_alone(text: &str, region: Region, bare: bool) -> bool {
    let inner = text.get(region.inner.range()).unwrap_or_default();
    let words = inner.split_whitespace().take(MOST).count();
    if is_title(inner) || is_set_apart(text, region) {
        return false;
    }
    if bare { words >= 4 } else { words >= 8 && (inner.starts_with(char::is_uppercase) || ends_speech(inner)) }
}

fn ends_speech(inner: &str) -> bool {
    inner.trim_end().ends_with(['.', ',', '!', '?', '\u{2026}', '\u{2014}'])
}

/// "so-called", "dubbed", "known as" before the marks.
fn is_set_apart(text: &str, region: Region) -> bool {
    let before = text.get(..region.outer.start as usize).unwrap_or_default().trim_end();
    ["so-called", "known as", "titled", "entitled"].iter().any(|words| before.ends_with(words))
}

/// Words that nearly all begin with capitals: a book, a song, a programme.
pub(super) fn is_title(inner: &str) -> bool {
    let inner = inner.trim_end_matches([',', '.', '!', '?']);
    let (mut large, mut small, mut count) = (0, 0, 0);
    for word in inner.split_whitespace().take(MOST) {
        count += 1;
        if word.starts_with(char::is_uppercase) {
            large += 1;
        } else if word.len() > 4 {
            small += 1;
        }
    }
    count >= 2 && small == 0 && large * 2 > count && !inner.starts_with("I ") && large >= 2
}
