//! A value as a template put it into markup in, its words out: references that are still encoded read, tags cut out, white space folded.

use std::borrow::Cow;

use crate::text::plain_run;

/// The words of a value. References are read up to twice: content systems encode what is encoded already (`&amp;#039;`).
pub(super) fn clean<'t>(text: impl Into<Cow<'t, str>>) -> String {
    let mut text = text.into();
    for _ in 0..2 {
        if text.contains('&') {
            text = Cow::Owned(dateline_html::decode_references(&text).into_owned());
        }
    }
    if text.contains('<') {
        text = Cow::Owned(without_tags(&text));
    }
    folded(text.into_owned())
}

/// A text of its own with its white space folded.
pub(super) fn folded(text: String) -> String {
    if is_folded(&text) { text } else { fold(&text) }
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

/// Whether a text has single spaces between its words and nothing else to fold, as most have.
fn is_folded(text: &str) -> bool {
    let words = text.as_bytes();
    let plain = if words.first().is_some_and(u8::is_ascii_graphic) { plain_run(words) } else { 0 };
    // a run ends behind a letter or a blank
    let mut was_space = plain.checked_sub(1).is_none_or(|last| words.get(last) == Some(&b' '));
    for (at, byte) in text.bytes().enumerate().skip(plain) {
        let is_space = byte == b' ';
        let is_plain = byte.is_ascii_graphic() || (is_space && !was_space) || (byte >= 0x80 && is_plain_beyond_ascii(text, at, byte));
        if !is_plain {
            return false;
        }
        was_space = is_space;
    }
    !was_space || text.is_empty()
}

/// Whether what stands at a byte beyond ASCII is no white space, nor invisible.
fn is_plain_beyond_ascii(text: &str, at: usize, byte: u8) -> bool {
    // all that is begins with one of five bytes
    let may_be = matches!(byte, 0xc2 | 0xe1..=0xe3 | 0xef);
    !may_be || text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| !c.is_whitespace() && !is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
}

/// Cuts out what looks like tags: `<` with a letter or a slash behind it, up to the next `>`.
fn without_tags(text: &str) -> String {
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
    out
}

/// A text as it is compared: letters and digits in lower case, one space where anything else stands between them.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut gap = false;
    loop {
        let run = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (letters, behind) = rest.split_at_checked(run).unwrap_or((rest, ""));
        if !letters.is_empty() {
            close(&mut gap, &mut out);
            out.push_str(letters);
        }
        let Some(c) = behind.chars().next() else { break };
        rest = behind.get(c.len_utf8()..).unwrap_or_default();
        if c.is_ascii() {
            gap = true;
        } else if is_common_letter(c) || c.is_alphanumeric() {
            close(&mut gap, &mut out);
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
            gap = true;
        }
    }
    out.make_ascii_lowercase();
    out
}

/// Letters that most texts beyond ASCII are written in, which are told in one step: Latin, Cyrillic, kana, Chinese, Korean.
fn is_common_letter(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ѐ'..='ҁ' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '\u{4e00}'..='\u{9fff}' | '가'..='힣')
}

/// Sets a space where there is a gap, but none at the start.
fn close(gap: &mut bool, out: &mut String) {
    if std::mem::take(gap) && !out.is_empty() {
        out.push(' ');
    }
}

/// Whether words stand in others, one behind the other and whole; both in the form that texts are compared in.
pub(super) fn holds(text: &str, words: &str) -> bool {
    // to try long ones at each word of a long text would take the product of both
    if words.len() > LONG {
        return format!(" {text} ").contains(&format!(" {words} "));
    }
    let (mut rest, words) = (text.as_bytes(), words.as_bytes());
    while rest.len() >= words.len() {
        let is_here = rest.first() == words.first() && rest.starts_with(words);
        if is_here && matches!(rest.get(words.len()), None | Some(b' ')) {
            return true;
        }
        match memchr::memchr(b' ', rest) {
            Some(space) => rest = rest.get(space + 1..).unwrap_or_default(),
            None => break,
        }
    }
    false
}

/// Titles have fewer bytes.
const LONG: usize = 400;

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
        assert_eq!(normal("e\u{301}t\u{ad}\u{e9} \u{c9}T\u{c9}"), "et\u{e9} \u{e9}t\u{e9}");
    }

    #[test]
    fn words_stand_whole_in_others() {
        for (text, words) in [("cow leaves meadow", "cow"), ("cow leaves meadow", "leaves meadow"), ("cow", "cow"), ("the cows cow", "cow")]
        {
            assert!(holds(text, words), "{words}");
        }
        let long = "a ".repeat(600_000);
        assert!(holds(long.trim_end(), "a ".repeat(300).trim_end()) && !holds(long.trim_end(), &format!("{}b", "a ".repeat(300_000))));
        for (text, words) in [("cow leaves meadow", "leave"), ("cow leaves meadow", "ow leaves"), ("cow", "cow leaves"), ("cows", "cow")] {
            assert!(!holds(text, words), "{words}");
        }
    }

    #[test]
    fn white_space_is_folded_in_every_script() {
        for (text, folded) in
            [("Käse\u{a0}Brot", "Käse Brot"), ("張三\u{3000}記者", "張三 記者"), ("a  b", "a b"), (" a", "a"), ("“a” – b", "“a” – b")]
        {
            assert_eq!(fold(text), folded);
            assert_eq!(is_folded(text), text == folded, "{text}");
        }
    }
}
