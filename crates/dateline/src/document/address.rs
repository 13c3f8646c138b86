//! Addresses that are resolved already in, told by their letters alone.
//!
//! Most links of a page are written as the URL Standard would write them again, or as a path from the root of the site. To take them apart and to put them together once more, which is what
//! resolving is, takes ten times as long as to see that.

use std::borrow::Cow;

use url::{Position, Url};

/// A reference resolved against an address, where that is to be seen.
pub(super) fn resolved<'r>(reference: &'r str, base: Option<&Url>) -> Option<Cow<'r, str>> {
    if reference.starts_with('/') {
        let base =
            base.filter(|base| matches!(base.scheme(), "http" | "https") && is_plain_path(reference) && !reference.starts_with("//"))?;
        return Some(Cow::Owned(format!("{}{reference}", &base[..Position::BeforePath])));
    }
    let behind = reference.strip_prefix("https://").or_else(|| reference.strip_prefix("http://"))?;
    let (host, path) = behind.split_at_checked(memchr::memchr(b'/', behind.as_bytes())?)?;
    (is_plain_host(host) && is_plain_path(path)).then_some(Cow::Borrowed(reference))
}

/// Labels of small letters, digits and hyphens. The last is no number, which would make an address of the Internet Protocol of it, and none holds another script's letters.
fn is_plain_host(host: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let mut labels = host.split('.');
    labels.all(|label| !label.is_empty() && label.bytes().all(is_plain) && !label.starts_with("xn--"))
        && host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// A path, a query and a fragment of characters that stand for themselves in each of them. No part of the path begins as "." and ".." do.
fn is_plain_path(path: &str) -> bool {
    let (mut is_path, mut is_fragment, mut before) = (true, false, 0);
    path.bytes().all(|byte| {
        let is_plain = match byte {
            b'.' | b'%' => !is_path || before != b'/',
            b'#' => !std::mem::replace(&mut is_fragment, true),
            b'?' | b'-' | b'_' | b'~' | b'!' | b'$' | b'&' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' | b':' | b'@' | b'/' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        is_path &= !matches!(byte, b'?' | b'#');
        before = byte;
        is_plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_what_the_standard_says() {
        let parts = [
            "",
            "/",
            "//",
            "a",
            "A",
            "b.c",
            "..",
            ".",
            "%2e",
            "%",
            "%41",
            "?",
            "#",
            "?a=b&c=d",
            "x y",
            "é",
            "\\",
            "'",
            "\"",
            "@",
            ":",
            ":80",
            "1.2",
            "0x1",
            "xn--a",
            "-",
            "|",
            "{",
            "^",
            "[",
            "\t",
            "&amp;",
            "~",
            "(1)",
            "index.html",
            "a;b",
            "*",
        ];
        let starts = [
            "",
            "/",
            "//",
            "https://",
            "http://",
            "HTTPS://",
            "https:/",
            "https:",
            "ftp://",
            "https://a.example",
            "https://a.example/",
            "http://a.example:80/",
        ];
        let bases = [
            None,
            Url::parse("https://me:secret@b.example:8080/c/d?e#f").ok(),
            Url::parse("http://b.example").ok(),
            Url::parse("file:///c/d").ok(),
            Url::parse("mailto:a@b.example").ok(),
        ];
        let mut seen = 0;
        for start in starts {
            for (one, two) in parts.iter().flat_map(|one| parts.iter().map(move |two| (one, two))) {
                for three in parts {
                    let reference = format!("{start}{one}{two}{three}");
                    for base in &bases {
                        let Some(found) = resolved(&reference, base.as_ref()) else { continue };
                        let standard = base.as_ref().map_or_else(|| Url::parse(&reference), |base| base.join(&reference));
                        assert_eq!(Some(found.as_ref()), standard.ok().as_ref().map(Url::as_str), "{reference}");
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 1000, "{seen}");
        for reference in
            ["https://www.gazette.example/2025/06/05/cow-leaves_meadow.html?utm_source=a&b=%20c#top", "https://gazette.example/a//b/"]
        {
            assert_eq!(resolved(reference, None).as_deref(), Some(reference));
        }
    }
}
