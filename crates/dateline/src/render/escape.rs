//! Words in, words that HTML and XML read as nothing but themselves out.

use std::fmt::{self, Write};

/// Writes words, for the inside of an element or of a quoted attribute.
pub(in crate::render) fn words(out: &mut dyn Write, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(must_change) {
        let (plain, changed) = rest.split_at(at);
        out.write_str(plain)?;
        let mut chars = changed.chars();
        match chars.next() {
            Some('&') => out.write_str("&amp;")?,
            Some('<') => out.write_str("&lt;")?,
            Some('>') => out.write_str("&gt;")?,
            Some('"') => out.write_str("&quot;")?,
            // parsers make a line feed of it
            Some('\r') => out.write_str("&#13;")?,
            _ => out.write_char(char::REPLACEMENT_CHARACTER)?,
        }
        rest = chars.as_str();
    }
    out.write_str(rest)
}

/// What is markup, and what XML holds in no form at all.
fn must_change(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}

/// Writes an attribute with a space before it.
pub(in crate::render) fn attribute(out: &mut dyn Write, name: &str, value: &str) -> fmt::Result {
    write!(out, " {name}=\"")?;
    words(out, value)?;
    out.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        let mut out = String::new();
        words(&mut out, "a<b>&amp;\"c\"\r\u{0}\u{7f}\t\u{e9}").unwrap();
        assert_eq!(out, "a&lt;b&gt;&amp;amp;&quot;c&quot;&#13;\u{fffd}\u{fffd}\t\u{e9}");
        out.clear();
        attribute(&mut out, "href", "/?a&b=\"").unwrap();
        assert_eq!(out, " href=\"/?a&amp;b=&quot;\"");
    }
}
