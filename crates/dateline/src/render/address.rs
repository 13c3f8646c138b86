//! An address as a page or a file gives it in, one that is safe to print as a link out.

use std::borrow::Cow;

/// Schemes that a link may have. Whatever else there is (`javascript:`, `vbscript:`, `data:`, `file:`, an application's own) acts on
/// the reader's machine and not on the web.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// The address with what the URL Standard strips (outer controls and spaces, tabs and line breaks anywhere) taken away and what it percent-encodes
/// and parsers of markup trip over (controls, white space of any kind, `"`, `<`, `>`, the grave accent) percent-encoded; `None` where nothing is left or its scheme is not
/// [allowed](SCHEMES). An address without a scheme is relative and allowed.
///
/// Browsers strip before they look for a scheme, so `java\nscript:` has to be judged after stripping, too.
pub(super) fn safe(address: &str) -> Option<Cow<'_, str>> {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let address = if trimmed.contains(must_change) { Cow::Owned(cleaned(trimmed)) } else { Cow::Borrowed(trimmed) };
    if address.is_empty() || !is_allowed(&address) { None } else { Some(address) }
}

fn must_change(c: char) -> bool {
    c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`')
}

fn cleaned(address: &str) -> String {
    use std::fmt::Write;
    let mut clean = String::with_capacity(address.len() + 16);
    for c in address.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            c if must_change(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    // a String takes all that is written to it
                    let _ = write!(clean, "%{byte:02X}");
                }
            }
            c => clean.push(c),
        }
    }
    clean
}

fn is_allowed(address: &str) -> bool {
    let Some(end) = address.find([':', '/', '?', '#', '\\']) else { return true };
    let (scheme, rest) = address.split_at(end);
    // a colon behind a slash, a question mark or a hash is part of a path, a query or a fragment
    !rest.starts_with(':') || SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_data_are_refused() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript\r:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "blob:https://example.org/1",
            "java\u{0}script:x",
            "x y:z",
            ":",
            "",
            "  ",
        ] {
            assert_eq!(safe(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn addresses_are_kept_and_cleaned() {
        for good in
            ["https://example.org/a_(b)?c=d&e=f#g", "HTTP://x", "mailto:a@example.org", "/a:b", "a/b", "?q=a:b", "#a:b", "//x/y", "a"]
        {
            assert_eq!(safe(good).as_deref(), Some(good));
        }
        assert_eq!(safe(" https://example.org/a b\n\"<`>\u{a0} ").as_deref(), Some("https://example.org/a%20b%22%3C%60%3E%C2%A0"));
    }
}
