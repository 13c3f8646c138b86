//! JSON as pages really hold it in, its values with their places out.
//!
//! What stands in `<script type="application/ld+json">` is written by templates: wrapped in CDATA marks or comments, with commas before closing brackets,
//! semicolons behind the last one, line breaks and unescaped quotes inside strings, several values one after the other. A strict reader loses a tenth of
//! it; and no strict reader says where in the page a value stands. This one takes whatever it can, in one pass, without recursion.

/// One value: a place in the reader's flat list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Id(u32);

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `null`, and whatever word is no value.
    Null,
    /// `true`, `false`.
    Flag(bool),
    /// A number.
    Number,
    /// A string.
    Text,
    /// `[…]`.
    Array,
    /// `{…}`.
    Object,
}

const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
struct Value {
    kind: Kind,
    /// Bytes of the text; of a string those between its quotes.
    start: u32,
    end: u32,
    /// The member's name, as it is written between its quotes.
    key: (u32, u32),
    first: u32,
    last: u32,
    next: u32,
}

/// No script of a page holds more values; what comes after is not read, which bounds the memory.
const MOST_VALUES: usize = 200_000;

/// A quote that was encoded, though nothing is to be encoded in a script.
const ENCODED_QUOTE: &str = "&quot;";

/// A text and the values in it.
pub(super) struct Json<'t> {
    text: &'t str,
    values: Vec<Value>,
    roots: Vec<Id>,
}

impl<'t> Json<'t> {
    /// Reads whatever values the text holds.
    pub(super) fn read(text: &'t str) -> Self {
        let mut reader = Reader { text, at: 0, open: Vec::new(), key: None, json: Self { text, values: Vec::new(), roots: Vec::new() } };
        reader.run();
        reader.json
    }

    /// The values that stand in no other.
    pub(super) fn roots(&self) -> &[Id] {
        &self.roots
    }

    /// All values, each behind the one that it stands in.
    pub(super) fn all(&self) -> impl Iterator<Item = Id> + use<> {
        (0..self.values.len() as u32).map(Id)
    }

    fn value(&self, id: Id) -> Option<&Value> {
        self.values.get(id.0 as usize)
    }

    /// What a value is.
    pub(super) fn kind(&self, id: Id) -> Kind {
        self.value(id).map_or(Kind::Null, |value| value.kind)
    }

    /// The values in an array or an object, in order.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut next = self.value(id).map_or(NONE, |value| value.first);
        std::iter::from_fn(move || {
            let id = Id(next);
            next = self.value(id)?.next;
            Some(id)
        })
    }

    /// The name that a member of an object has, as it is written; empty for what has none.
    pub(super) fn key(&self, id: Id) -> &'t str {
        self.value(id).and_then(|value| self.text.get(value.key.0 as usize..value.key.1 as usize)).unwrap_or_default()
    }

    /// The first member of this name that is not null; vocabularies as in `schema:name` are passed over.
    pub(super) fn get(&self, id: Id, key: &str) -> Option<Id> {
        if self.kind(id) != Kind::Object {
            return None;
        }
        self.children(id).find(|&member| {
            let name = self.key(member);
            name.strip_suffix(key).is_some_and(|before| before.is_empty() || before.ends_with([':', '/']))
                && self.kind(member) != Kind::Null
        })
    }

    /// A value itself, or the values of an array: what JSON-LD takes for the same.
    pub(super) fn each(&self, id: Id) -> Vec<Id> {
        if self.kind(id) == Kind::Array { self.children(id).collect() } else { vec![id] }
    }

    /// The words of a string, its escapes read; a number as it is written. `None` for all else.
    pub(super) fn text(&self, id: Id) -> Option<String> {
        let value = self.value(id)?;
        let raw = self.text.get(value.start as usize..value.end as usize)?;
        match value.kind {
            Kind::Text => Some(unescape(raw)),
            Kind::Number => Some(raw.to_owned()),
            _ => None,
        }
    }

    /// Where a value stands, in bytes of the text; a string without its quotes.
    pub(super) fn range(&self, id: Id) -> std::ops::Range<u32> {
        self.value(id).map_or(0..0, |value| value.start..value.end)
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    open: Vec<u32>,
    key: Option<(u32, u32)>,
    json: Json<'t>,
}

impl Reader<'_> {
    fn run(&mut self) {
        while self.json.values.len() < MOST_VALUES {
            self.skip();
            let Some(byte) = self.byte(0) else { break };
            match byte {
                b'{' => self.begin(Kind::Object),
                b'[' => self.begin(Kind::Array),
                b'}' | b']' => self.close(),
                b'"' | b'\'' => self.string(byte),
                b'&' if self.is_encoded_quote() => self.encoded_string(),
                b',' | b';' | b':' => self.at += 1,
                _ => self.word(),
            }
        }
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// Passes over white space, control characters, comments and the marks of CDATA sections and of comments in HTML.
    fn skip(&mut self) {
        const MARKS: [&str; 4] = ["<!--", "-->", "<![CDATA[", "]]>"];
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let bytes = rest.as_bytes();
            match bytes.first() {
                Some(byte) if byte.is_ascii_whitespace() || byte.is_ascii_control() => self.at += 1,
                Some(0xc2 | 0xe2 | 0xef) if rest.starts_with(['\u{a0}', '\u{feff}', '\u{2028}', '\u{2029}', '\u{200b}']) => {
                    self.at += rest.chars().next().map_or(1, char::len_utf8);
                }
                Some(b'/') if bytes.get(1) == Some(&b'/') => self.at += memchr::memchr(b'\n', bytes).unwrap_or(bytes.len()),
                Some(b'/') if bytes.get(1) == Some(&b'*') => {
                    self.at += memchr::memmem::find(bytes, b"*/").map_or(bytes.len(), |found| found + 2);
                }
                Some(b'<' | b'-' | b']') => match MARKS.iter().find(|mark| rest.starts_with(**mark)) {
                    Some(mark) => self.at += mark.len(),
                    None => return,
                },
                _ => return,
            }
        }
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) -> u32 {
        let id = self.json.values.len() as u32;
        let key = self.key.take().unwrap_or_default();
        self.json.values.push(Value { kind, start: start as u32, end: end as u32, key, first: NONE, last: NONE, next: NONE });
        let Some(&parent) = self.open.last() else {
            self.json.roots.push(Id(id));
            return id;
        };
        let before = self.json.values.get_mut(parent as usize).map(|parent| {
            if parent.first == NONE {
                parent.first = id;
            }
            std::mem::replace(&mut parent.last, id)
        });
        if let Some(before) = before.and_then(|before| self.json.values.get_mut(before as usize)) {
            before.next = id;
        }
        id
    }

    fn begin(&mut self, kind: Kind) {
        let id = self.push(kind, self.at, self.at);
        self.open.push(id);
        self.at += 1;
    }

    fn close(&mut self) {
        self.at = (self.at + 1).min(self.text.len());
        self.key = None;
        if let Some(value) = self.open.pop().and_then(|id| self.json.values.get_mut(id as usize)) {
            value.end = self.at as u32;
        }
    }

    fn in_object(&self) -> bool {
        self.open.last().and_then(|&id| self.json.values.get(id as usize)).is_some_and(|value| value.kind == Kind::Object)
    }

    fn string(&mut self, quote: u8) {
        let start = self.at + 1;
        let end = self.end_of_string(start, quote);
        self.at = (end + 1).min(self.text.len());
        self.member_or_value(Kind::Text, start, end);
    }

    fn is_encoded_quote(&self) -> bool {
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with(ENCODED_QUOTE))
    }

    /// A string whose quotes a template has encoded, as it does in attributes: `&quot;headline&quot;`.
    fn encoded_string(&mut self) {
        let start = self.at + ENCODED_QUOTE.len();
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        // one within the words stands behind a backslash
        let is_end = |at: &usize| at.checked_sub(1).and_then(|before| rest.get(before)) != Some(&b'\\');
        let end = memchr::memmem::find_iter(rest, ENCODED_QUOTE.as_bytes()).find(is_end).unwrap_or(rest.len());
        self.at = (start + end + ENCODED_QUOTE.len()).min(self.text.len());
        self.member_or_value(Kind::Text, start, start + end);
    }

    /// The quote that ends a string: the first one that something follows which can follow a string.
    fn end_of_string(&self, start: usize, quote: u8) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr2(quote, b'\\', rest)) {
            at += found;
            if bytes.get(at) == Some(&b'\\') {
                at += 2;
                continue;
            }
            let behind = bytes.get(at + 1..).unwrap_or_default();
            let blank = behind.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if matches!(behind.get(blank), None | Some(b',' | b':' | b'}' | b']' | b';' | b'/' | b'<')) {
                return at;
            }
            at += 1 + blank;
        }
        bytes.len()
    }

    /// A string or a word is a member's name where an object waits for one and a colon follows.
    fn member_or_value(&mut self, kind: Kind, start: usize, end: usize) {
        if self.in_object() && self.key.is_none() {
            self.skip();
            if self.byte(0) == Some(b':') {
                self.at += 1;
                self.key = Some((start as u32, end as u32));
            }
            return;
        }
        self.push(kind, start, end);
    }

    fn word(&mut self) {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| matches!(byte, b',' | b':' | b'}' | b']' | b'{' | b'[' | b'"' | b';') || byte.is_ascii_whitespace());
        let length = length.unwrap_or(rest.len()).max(1);
        self.at = start + length;
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        let kind = match self.text.get(start..self.at).unwrap_or_default() {
            "true" => Kind::Flag(true),
            "false" => Kind::Flag(false),
            word if word.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+' || c == '.') => Kind::Number,
            _ => Kind::Null,
        };
        self.member_or_value(kind, start, self.at);
    }
}

/// A string's content with its escapes read; one that is none stands for the character behind the backslash.
fn unescape(raw: &str) -> String {
    if !raw.contains('\\') {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        text.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let Some(escaped) = rest.chars().next() else { break };
        rest = rest.get(escaped.len_utf8()..).unwrap_or_default();
        match escaped {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' | 'f' => text.push(' '),
            'u' => {
                let (c, length) = code_unit(rest);
                text.push(c);
                rest = rest.get(length..).unwrap_or_default();
            }
            other => text.push(other),
        }
    }
    text.push_str(rest);
    text
}

/// The character that `XXXX`, or `XXXX\uXXXX` for a pair of surrogates, stands for, and how many bytes it takes.
fn code_unit(rest: &str) -> (char, usize) {
    let unit = |from: usize| rest.get(from..from + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let Some(high) = unit(0) else { return ('u', 0) };
    let is_pair = (0xd800..0xdc00).contains(&high) && rest.get(4..6) == Some("\\u");
    if let Some(low) = unit(6).filter(|low| is_pair && (0xdc00..0xe000).contains(low)) {
        let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
        return (char::from_u32(code).unwrap_or('\u{fffd}'), 10);
    }
    (char::from_u32(high).unwrap_or('\u{fffd}'), 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, key: &str) -> Option<String> {
        let json = Json::read(text);
        json.roots().iter().find_map(|&root| json.text(json.get(root, key)?))
    }

    #[test]
    fn well_formed_json_is_read_with_its_places() {
        let text = r#"{"a": [1, {"b": "x\u00e9\n\ud83d\ude00"}, null, true], "c": "d"}"#;
        let json = Json::read(text);
        let root = json.roots()[0];
        let items: Vec<Kind> = json.children(json.get(root, "a").unwrap()).map(|id| json.kind(id)).collect();
        assert_eq!(items, [Kind::Number, Kind::Object, Kind::Null, Kind::Flag(true)]);
        let inner = json.all().find_map(|id| json.get(id, "b")).unwrap();
        assert_eq!(json.text(inner).unwrap(), "x\u{e9}\n\u{1f600}");
        let range = json.range(json.get(root, "c").unwrap());
        assert_eq!(&text[range.start as usize..range.end as usize], "d");
        assert_eq!(json.range(root), 0..text.len() as u32);
    }

    #[test]
    fn what_templates_break_is_read_all_the_same() {
        for text in [
            "/*<![CDATA[*/ {\"a\": \"b\",} /*]]>*/",
            "<!-- {\"a\": \"b\"}; -->",
            "// <![CDATA[\n{\"a\": \"b\"}\n// ]]>",
            "\u{feff}{\"x\": \"one\ntwo\u{1}\", \"a\": \"b\",,}",
            "[{\"x\": \"said \"no\" twice\", \"a\": \"b\"}][{]",
            "{a: 'b'}",
            "{\"@graph\": [], \"schema:a\": \"b\"",
            "{\"x\": {\"y\": [1, 2,], }, \"a\": \"b\"}",
            "{&quot;x&quot;:&quot;said \\&quot;no\\&quot; twice&quot;,&quot;a&quot;:&quot;b&quot;}",
        ] {
            let json = Json::read(text);
            let found = json.all().find_map(|id| json.text(json.get(id, "a")?));
            assert_eq!(found.as_deref(), Some("b"), "{text}");
        }
        assert_eq!(first("{\"a\": null, \"a\": \"b\"}", "a").as_deref(), Some("b"));
    }

    #[test]
    fn nothing_breaks_the_reader() {
        for text in [
            "",
            "{",
            "\"",
            "{\"a",
            "{\"a\":",
            "]]]]",
            "\\",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\",
            "{&quot;a&quot;:&quot;b",
            "&quot;",
            "\u{e9}\u{e9}",
            "{\"\u{e9}\":\u{e9}}",
            ":::,,,",
        ] {
            let json = Json::read(text);
            for id in json.all() {
                let range = json.range(id);
                assert!(text.get(range.start as usize..range.end as usize).is_some(), "{text}");
                let _ = json.text(id);
            }
        }
        assert!(Json::read(&"[".repeat(500_000)).all().count() <= MOST_VALUES);
    }
}
