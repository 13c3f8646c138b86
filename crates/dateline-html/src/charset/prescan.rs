//! The first bytes of a page in, the encoding that a `<meta>` names out: HTML standard, "prescan a byte stream to determine
//! its encoding".

use encoding_rs::Encoding;

/// How far the standard looks.
const PRESCANNED: usize = 1024;

pub(super) fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let bytes = bytes.get(..PRESCANNED).unwrap_or(bytes);
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', bytes.get(at..)?) {
        at += found;
        let rest = &bytes[at..];
        if rest.starts_with(b"<!--") {
            // The dashes of `<!-->` are both ends of it.
            at += 2 + memchr::memmem::find(&rest[2..], b"-->")? + 3;
        } else if is_meta(rest) {
            let mut reader = Attributes { bytes, at: at + 5 };
            if let Some(encoding) = meta(&mut reader) {
                return Some(encoding);
            }
            at = reader.at;
        } else if matches!(rest, [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] | [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..]) {
            let name = rest.iter().position(|byte| is_space(*byte) || *byte == b'>')?;
            let mut reader = Attributes { bytes, at: at + name };
            while reader.next().is_some() {}
            at = reader.at;
        } else if matches!(rest, [b'<', b'!' | b'/' | b'?', ..]) {
            at += memchr::memchr(b'>', rest)? + 1;
        } else {
            at += 1;
        }
    }
    None
}

fn is_meta(rest: &[u8]) -> bool {
    rest.len() > 5 && rest[1..5].eq_ignore_ascii_case(b"meta") && (is_space(rest[5]) || rest[5] == b'/')
}

/// The encoding that the attributes of a `<meta>` name.
fn meta(reader: &mut Attributes<'_>) -> Option<&'static Encoding> {
    let mut seen: Vec<Vec<u8>> = Vec::new();
    let mut got_pragma = false;
    let mut need_pragma = None;
    let mut encoding = None;
    while let Some((name, value)) = reader.next() {
        if seen.contains(&name) {
            continue;
        }
        match name.as_slice() {
            b"http-equiv" => got_pragma |= value == b"content-type",
            b"content" if encoding.is_none() => {
                if let Some(found) = in_content(&value) {
                    encoding = Some(found);
                    need_pragma = Some(true);
                }
            }
            b"charset" => {
                encoding = Encoding::for_label(&value);
                need_pragma = Some(false);
            }
            _ => {}
        }
        seen.push(name);
    }
    if need_pragma? && !got_pragma {
        return None;
    }
    encoding
}

/// The encoding in `text/html; charset=…`.
fn in_content(content: &[u8]) -> Option<&'static Encoding> {
    let mut rest = content;
    loop {
        rest = &rest[memchr::memmem::find(rest, b"charset")? + 7..];
        let after = skip_space(rest);
        if let Some(value) = after.strip_prefix(b"=") {
            rest = skip_space(value);
            break;
        }
    }
    let (&first, behind) = rest.split_first()?;
    let value = if first == b'"' || first == b'\'' {
        &behind[..memchr::memchr(first, behind)?]
    } else {
        &rest[..rest.iter().position(|&byte| is_space(byte) || byte == b';').unwrap_or(rest.len())]
    };
    Encoding::for_label(value)
}

fn skip_space(bytes: &[u8]) -> &[u8] {
    &bytes[bytes.iter().position(|&byte| !is_space(byte)).unwrap_or(bytes.len())..]
}

fn is_space(byte: u8) -> bool {
    crate::tokenizer::is_space(byte)
}

/// "Get an attribute": names and values in lower case.
struct Attributes<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Attributes<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        while self.byte().is_some_and(|byte| is_space(byte) || byte == b'/') {
            self.at += 1;
        }
        if self.byte()? == b'>' {
            return None;
        }
        let mut name = Vec::new();
        loop {
            let byte = self.byte()?;
            if byte == b'=' && !name.is_empty() {
                self.at += 1;
                break;
            }
            if is_space(byte) {
                while self.byte().is_some_and(is_space) {
                    self.at += 1;
                }
                if self.byte()? != b'=' {
                    return Some((name, Vec::new()));
                }
                self.at += 1;
                break;
            }
            if byte == b'/' || byte == b'>' {
                return Some((name, Vec::new()));
            }
            name.push(byte.to_ascii_lowercase());
            self.at += 1;
        }
        while self.byte().is_some_and(is_space) {
            self.at += 1;
        }
        Some((name, self.value()?))
    }

    fn value(&mut self) -> Option<Vec<u8>> {
        let mut value = Vec::new();
        let quote = self.byte()?;
        if quote == b'"' || quote == b'\'' {
            self.at += 1;
            while self.byte()? != quote {
                value.push(self.byte()?.to_ascii_lowercase());
                self.at += 1;
            }
            self.at += 1;
            return Some(value);
        }
        while !(is_space(self.byte()?) || self.byte()? == b'>') {
            value.push(self.byte()?.to_ascii_lowercase());
            self.at += 1;
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::prescan;

    fn name(page: &str) -> Option<&'static str> {
        prescan(page.as_bytes()).map(encoding_rs::Encoding::name)
    }

    #[test]
    fn labels_are_found_where_the_standard_looks() {
        assert_eq!(name("<html><head><meta charset=\"Shift_JIS\">"), Some("Shift_JIS"));
        assert_eq!(name("<META CONTENT='text/html; charset = koi8-r' HTTP-EQUIV=Content-Type>"), Some("KOI8-R"));
        assert_eq!(name("<meta content='text/html; charset=koi8-r'>"), None);
        assert_eq!(name("<!-- <meta charset=koi8-r> --><meta charset=gbk >"), Some("GBK"));
        assert_eq!(name("<a title='<meta charset=koi8-r>'><meta/charset=big5>"), Some("Big5"));
        assert_eq!(name("<meta charset=nonsense><meta charset=euc-kr>"), Some("EUC-KR"));
        assert_eq!(name(&format!("{}<meta charset=euc-kr>", " ".repeat(1024))), None);
        assert_eq!(name("<meta charset=utf-8"), None);
        assert_eq!(name("<!-- <meta charset=koi8-r>"), None);
    }
}
