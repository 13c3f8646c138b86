//! What is handed in: bytes or a string, and what the caller knows of them.

use std::{borrow::Cow, sync::OnceLock};

use crate::model::MediaType;

/// An input and what the caller knows of it.
///
/// Whatever becomes an `Input` can be handed to [`extract`](crate::extract()): `&str`, `&[u8]`, `&String`, `&Vec<u8>`. Without [`html`](Self::html) or
/// [`text`](Self::text) the kind is sniffed from the first bytes.
///
/// ```
/// use dateline::Input;
///
/// let input = Input::html(b"<p>Rain in Spain.").url("https://example.org/rain").charset("utf-8").published("2021-05-01");
/// assert_eq!(dateline::extract(input).unwrap().input.url.as_deref(), Some("https://example.org/rain"));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Input<'a> {
    bytes: Cow<'a, [u8]>,
    /// Whether the bytes are a string's, and so UTF-8 whatever a `<meta>` in them says.
    is_string: bool,
    media_type: Option<MediaType>,
    charset: Option<Cow<'a, str>>,
    url: Option<Cow<'a, str>>,
    published: Option<Cow<'a, str>>,
    id: Option<Cow<'a, str>>,
    /// The text, where it is not the bytes themselves.
    transcoded: OnceLock<String>,
}

impl<'a> Input<'a> {
    fn new(bytes: Cow<'a, [u8]>, is_string: bool) -> Self {
        Self { bytes, is_string, media_type: None, charset: None, url: None, published: None, id: None, transcoded: OnceLock::new() }
    }

    /// Bytes or a string of a kind that is not known.
    pub fn sniffed(content: impl Into<Self>) -> Self {
        content.into()
    }

    /// A web page.
    pub fn html<T: AsRef<[u8]> + ?Sized>(bytes: &'a T) -> Self {
        Self::new(Cow::Borrowed(bytes.as_ref()), false).media_type(MediaType::Html)
    }

    /// Plain text.
    pub fn text(text: impl Into<Self>) -> Self {
        text.into().media_type(MediaType::Plain)
    }

    /// Says what kind of input it is.
    pub fn media_type(mut self, media_type: MediaType) -> Self {
        self.media_type = Some(media_type);
        self
    }

    /// The charset that the transport named (HTTP's `charset`): it goes before a `<meta>` of the page. A string is UTF-8 whatever this says.
    pub fn charset(mut self, label: impl Into<Cow<'a, str>>) -> Self {
        self.charset = Some(label.into());
        self
    }

    /// The address that the page was got from.
    pub fn url(mut self, url: impl Into<Cow<'a, str>>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// When it was published, if the caller knows: an ISO 8601 date or date and time. Relative dates are resolved against it where the article
    /// itself has no date; "2 hours ago" on a page, only where it is a moment with its time of day.
    pub fn published(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.published = Some(date.into());
        self
    }

    /// What the caller calls the input; printed as the article's `id`.
    pub fn id(mut self, id: impl Into<Cow<'a, str>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Leaves out all but the first `length` bytes, and what would be half a character of a string.
    pub(crate) fn cut(&mut self, length: usize) {
        let mut end = length.min(self.bytes.len());
        while self.is_string && end > 0 && self.bytes.get(end).is_some_and(|byte| byte & 0xc0 == 0x80) {
            end -= 1;
        }
        match &mut self.bytes {
            Cow::Borrowed(bytes) => *bytes = bytes.get(..end).unwrap_or(bytes),
            Cow::Owned(bytes) => bytes.truncate(end),
        }
    }

    /// The bytes as they were handed in.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Keeps text that was made from the bytes for as long as the input lives: a document borrows it, as it borrows bytes that are text already.
    pub(crate) fn keep(&self, text: String) -> &str {
        self.transcoded.get_or_init(|| text)
    }

    /// The kind, if the caller said it.
    pub fn known_media_type(&self) -> Option<MediaType> {
        self.media_type
    }

    /// The kind that the caller said, or else the one that the first bytes look like: a tag, a doctype or a comment at the start makes a page, and so
    /// does a closing tag of a page's usual elements within the first kilobytes.
    pub fn kind(&self) -> MediaType {
        self.media_type.unwrap_or_else(|| sniff(&self.bytes))
    }

    /// The transport's charset; `utf-8` for a string.
    pub fn known_charset(&self) -> Option<&str> {
        if self.is_string { Some("utf-8") } else { self.charset.as_deref() }
    }

    /// The page's address.
    pub fn known_url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// When it was published, by the caller's word.
    pub fn known_published(&self) -> Option<&str> {
        self.published.as_deref()
    }

    /// What the caller calls it.
    pub fn known_id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(Cow::Borrowed(text.as_bytes()), true)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Input<'_> {
    fn from(text: String) -> Self {
        Self::new(Cow::Owned(text.into_bytes()), true)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::new(Cow::Borrowed(bytes), false)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Input<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

impl<'a> From<&'a Vec<u8>> for Input<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        bytes.as_slice().into()
    }
}

impl From<Vec<u8>> for Input<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(Cow::Owned(bytes), false)
    }
}

/// How far into the input a page's tags are looked for where it does not begin with one.
const SNIFFED_BYTES: usize = 4096;

/// Closing tags that pasted text does not hold by chance; upper case is folded before.
const PAGE_TAGS: [&str; 8] = ["</head>", "</title>", "</p>", "</div>", "</body>", "</script>", "</a>", "</h1>"];

fn sniff(bytes: &[u8]) -> MediaType {
    // UTF-16 puts a NUL beside every ASCII character: without them its tags read like any other's
    let head: Vec<u8> = bytes.iter().copied().filter(|&byte| byte != 0).take(SNIFFED_BYTES).map(|byte| byte.to_ascii_lowercase()).collect();
    let head = head
        .strip_prefix(b"\xef\xbb\xbf")
        .or_else(|| head.strip_prefix(b"\xff\xfe"))
        .or_else(|| head.strip_prefix(b"\xfe\xff"))
        .unwrap_or(&head);
    let head = head.trim_ascii_start();
    let opens = head.strip_prefix(b"<").is_some_and(|rest| {
        rest.starts_with(b"!") || rest.starts_with(b"?xml") || {
            let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            rest.first().is_some_and(u8::is_ascii_alphabetic) && matches!(rest.get(name), Some(b'>' | b' ' | b'\n' | b'\r' | b'\t' | b'/'))
        }
    });
    let head = String::from_utf8_lossy(head);
    if opens || PAGE_TAGS.iter().any(|tag| head.contains(tag)) { MediaType::Html } else { MediaType::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        for page in ["<!DOCTYPE html>", " \n<html lang=en>", "\u{feff}<p>x", "<!-- x --><b>", "Preface <p>x</p>", "<P CLASS=x>"] {
            assert_eq!(Input::from(page).kind(), MediaType::Html, "{page}");
        }
        for text in ["", "LONDON, March 3 - x", "a < b", "<AKZO.AS> rose", "<3 you", "1 <2", "<akzo.as> fell"] {
            assert_eq!(Input::from(text).kind(), MediaType::Plain, "{text}");
        }
        let utf16: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Input::from(&utf16).kind(), MediaType::Html);
    }
}
