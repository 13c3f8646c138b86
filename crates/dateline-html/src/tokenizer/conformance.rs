//! The public html5lib tokenizer suite, read where it is present (`../shared/bench/html5lib-tests`).

use std::ops::Range;
use std::path::Path;

use serde_json::{Value, json};

use super::{Content, DoctypeToken, Output, TagToken, Tokenizer, normal};
use crate::attribute::{Attr, Record, lower_name};

/// Differences that were chosen: file, description, and why. A case here that passes fails the test.
const CHOSEN: &[(&str, &str, &str)] = &[];

/// Tokens as the suite writes them.
struct Tokens<'s> {
    source: &'s str,
    tokens: Vec<Value>,
    in_cdata: bool,
}

impl Tokens<'_> {
    fn characters(&mut self, text: &str) {
        if let Some(Value::Array(last)) = self.tokens.last_mut()
            && last[0] == "Character"
            && let Value::String(said) = &mut last[1]
        {
            said.push_str(text);
            return;
        }
        self.tokens.push(json!(["Character", text]));
    }
}

impl<'s> Output<'s> for Tokens<'s> {
    fn verbatim(&mut self, start: usize, end: usize) {
        assert!(start < end);
        self.characters(&self.source[start..end]);
    }

    fn replaced(&mut self, text: &str, start: usize, end: usize) {
        assert!(start < end && self.source.is_char_boundary(start) && self.source.is_char_boundary(end));
        self.characters(text);
    }

    fn nul(&mut self, _start: usize, count: usize) -> bool {
        self.characters(&"\0".repeat(count));
        false
    }

    fn flush(&mut self) {}

    fn start_tag(&mut self, tag: TagToken<'s>, attributes: &mut Vec<Record>, first: usize) -> Content {
        let attributes: serde_json::Map<String, Value> = attributes[first..]
            .iter()
            .map(|&record| Attr { record, text: self.source, own_span: (0, 0) })
            .map(|attr| (attr.name().into_owned(), Value::from(attr.value())))
            .collect();
        let mut token = vec![json!("StartTag"), json!(lower_name(tag.raw_name)), Value::Object(attributes)];
        if tag.self_closing {
            token.push(json!(true));
        }
        self.tokens.push(Value::Array(token));
        Content::Data
    }

    fn end_tag(&mut self, tag: TagToken<'s>) -> Content {
        self.tokens.push(json!(["EndTag", lower_name(tag.raw_name)]));
        Content::Data
    }

    fn comment(&mut self, _start: usize, _end: usize, inner: Range<usize>) -> Content {
        self.tokens.push(json!(["Comment", normal(&self.source[inner])]));
        Content::Data
    }

    fn doctype(&mut self, doctype: DoctypeToken, _start: usize, _end: usize) {
        let DoctypeToken { name, public_id, system_id, force_quirks } = doctype;
        self.tokens.push(json!(["DOCTYPE", name, public_id, system_id, !force_quirks]));
    }

    fn cdata_allowed(&self) -> bool {
        self.in_cdata
    }

    fn attributes_dropped(&mut self) {}
}

/// Undoes the second round of `\uXXXX`; `None` for text with half a surrogate pair, which no `&str` holds.
fn unescape(text: &str) -> Option<String> {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\u") {
        units.extend(rest[..at].encode_utf16());
        units.push(u16::from_str_radix(&rest[at + 2..at + 6], 16).unwrap());
        rest = &rest[at + 6..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16(&units).ok()
}

fn unescape_value(value: &Value) -> Option<Value> {
    Some(match value {
        Value::String(text) => Value::String(unescape(text)?),
        Value::Array(values) => Value::Array(values.iter().map(unescape_value).collect::<Option<_>>()?),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| Some((unescape(key)?, unescape_value(value)?))).collect::<Option<_>>()?)
        }
        value => value.clone(),
    })
}

fn run(input: &str, state: &str, last_start_tag: &str) -> Value {
    let mut tokens = Tokens { source: input, tokens: Vec::new(), in_cdata: state == "CDATA section state" };
    let mut tokenizer = Tokenizer::new(input, 1000);
    let content = match state {
        "PLAINTEXT state" => Content::Plaintext,
        "RCDATA state" => Content::Rcdata,
        "RAWTEXT state" => Content::Rawtext,
        "Script data state" => Content::Script,
        _ => Content::Data,
    };
    if tokens.in_cdata {
        tokenizer.run_in_cdata(&mut tokens);
    } else {
        tokenizer.run_in(content, last_start_tag, &mut tokens);
    }
    Value::Array(tokens.tokens)
}

/// Runs one file; the descriptions of the cases that differ.
fn run_file(path: &Path, ran: &mut usize, skipped: &mut usize) -> Vec<(String, String)> {
    let suite: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut differing = Vec::new();
    for case in suite.get("tests").and_then(Value::as_array).into_iter().flatten() {
        let double = case.get("doubleEscaped").is_some_and(|value| value == true);
        let read = |value: &Value| {
            if double { unescape_value(value) } else { Some(value.clone()) }
        };
        let (Some(Value::String(input)), Some(expected)) = (read(&case["input"]), read(&case["output"])) else {
            *skipped += 1;
            continue;
        };
        let states = case.get("initialStates").and_then(Value::as_array).cloned();
        // A name that no end tag has.
        let last = case.get("lastStartTag").and_then(Value::as_str).unwrap_or("\u{1}");
        for state in states.unwrap_or_else(|| vec![json!("Data state")]) {
            *ran += 1;
            let found = run(&input, state.as_str().unwrap(), last);
            if found != expected {
                let description = case["description"].as_str().unwrap().to_owned();
                differing.push((description, format!("{state} {input:?}\n  expected {expected}\n  found    {found}")));
            }
        }
    }
    differing
}

#[test]
fn the_public_suite_passes_but_for_the_chosen_differences() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/html5lib-tests/tokenizer");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("note: {} is not here, so the html5lib suite was not run", folder.display());
        return;
    };
    let (mut ran, mut skipped) = (0, 0);
    let mut wrong = Vec::new();
    let mut chosen = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "test")) {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for (description, detail) in run_file(&path, &mut ran, &mut skipped) {
            if CHOSEN.iter().any(|(of, case, _)| *of == file && *case == description) {
                chosen.push((file.clone(), description));
            } else {
                wrong.push(format!("{file}: {description}: {detail}"));
            }
        }
    }
    for (file, case, _) in CHOSEN {
        assert!(chosen.iter().any(|(of, found)| of == file && found == case), "{file}: {case} is listed but passes");
    }
    eprintln!("{ran} cases ran, {skipped} skipped, {} differ by choice", chosen.len());
    assert!(wrong.is_empty(), "{} of {ran} cases differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(ran > 5000, "only {ran} cases");
}
