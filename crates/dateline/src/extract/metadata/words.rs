//! A value as a template put it into markup in, its words out: references that are still encoded read, tags cut out, white space folded.

use std::borrow::Cow;

/// The words of a value. References are read up to twice: content systems encode what is encoded already (`&amp;#039;`).
pub(super) fn clean(text: &str) -> String {
    let mut text = Cow::Borrowed(text);
    for _ in 0..2 {
        if text.contains('&') {
            text = Cow::Owned(dateline_html::decode_references(&text).into_owned());
        }
    }
    fold(&without_tags(&text))
}

/// White space folded to single spaces, none at the ends; what has no width or is a control character left out.
pub(super) fn fold(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = true;
        } else if !is_invisible(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}

/// Whether a text is ASCII with single spaces between its words and nothing else to fold, as most are.
fn is_folded(text: &str) -> bool {
    let mut before = b' ';
    let is_plain = text.bytes().all(|byte| {
        let is_plain = byte.is_ascii_graphic() || (byte == b' ' && before != b' ');
        before = byte;
        is_plain
    });
    is_plain && (before != b' ' || text.is_empty())
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
}

/// Cuts out what looks like tags: `<` with a letter or a slash behind it, up to the next `>`.
fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let behind = rest.get(open + 1..).unwrap_or_default();
        out.push_str(rest.get(..open).unwrap_or_default());
        let close = behind.find('>').filter(|_| behind.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        match close {
            Some(close) => {
                let tag = behind.get(..close).unwrap_or_default().trim_start_matches('/');
                if tag.starts_with("br") || tag.starts_with('p') || tag.starts_with("div") || tag.starts_with("li") {
                    out.push(' ');
                }
                rest = behind.get(close + 1..).unwrap_or_default();
            }
            None => {
                out.push('<');
                rest = behind;
                if !rest.contains('>') {
                    break;
                }
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A text as it is compared: letters and digits in lower case, one space where anything else stands between them.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else if !matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
            gap = true;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_cleaned() {
        assert_eq!(clean("  Rock &amp;amp; Roll&nbsp;\n <em>now</em> "), "Rock & Roll now");
        assert_eq!(clean("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
        assert_eq!(clean("one<br/>two</p><p>three"), "one two three");
        assert_eq!(clean("so\u{ad}ft\u{200b}"), "soft");
        assert_eq!(clean("a <b"), "a <b");
    }

    #[test]
    fn texts_are_compared_by_letters_and_digits() {
        assert_eq!(normal("\u{201c}It\u{2019}s  OVER!\u{201d} \u{2013} 2:1"), "it s over 2 1");
        assert_eq!(normal("..."), "");
    }
}
