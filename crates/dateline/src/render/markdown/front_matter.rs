//! What is known of an article in, YAML front matter out.
//!
//! Every value is a double-quoted scalar: any string survives it, and none is taken for a number, a date or a truth value, which parsers of
//! different editions of YAML disagree on.

use std::fmt::Write;

use crate::model::Article;

/// The front matter with its fences; empty where nothing is known.
pub(super) fn front_matter(article: &Article) -> String {
    let mut lines = String::new();
    let address = article.canonical_url.as_ref().or(article.input.url.as_ref());
    let authors: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let tags: Vec<&str> = article.tags.iter().map(String::as_str).collect();
    value(&mut lines, "title", article.headline.as_deref());
    value(&mut lines, "kicker", article.kicker.as_deref());
    value(&mut lines, "deck", article.deck.as_deref());
    value(&mut lines, "byline", article.byline.as_deref());
    list(&mut lines, "authors", &authors);
    value(&mut lines, "dateline", article.dateline.as_ref().map(|dateline| dateline.raw.as_str()));
    value(&mut lines, "published", article.published.as_ref().map(|date| date.value.as_str()));
    value(&mut lines, "modified", article.modified.as_ref().map(|date| date.value.as_str()));
    value(&mut lines, "publisher", article.publisher.name.as_deref());
    value(&mut lines, "url", address.map(String::as_str));
    value(&mut lines, "language", article.language.as_deref());
    value(&mut lines, "section", article.section.as_deref());
    list(&mut lines, "tags", &tags);
    value(&mut lines, "license", article.license.as_deref());
    value(&mut lines, "description", article.description.as_deref());
    if lines.is_empty() { lines } else { format!("---\n{lines}---\n") }
}

fn value(lines: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        lines.push_str(key);
        lines.push_str(": ");
        scalar(lines, value);
        lines.push('\n');
    }
}

fn list(lines: &mut String, key: &str, values: &[&str]) {
    if values.is_empty() {
        return;
    }
    lines.push_str(key);
    lines.push_str(":\n");
    for value in values {
        lines.push_str("  - ");
        scalar(lines, value);
        lines.push('\n');
    }
}

/// A double-quoted scalar (YAML 1.2, 7.3.1): what is not printable there (5.1) or breaks lines in any edition is escaped.
fn scalar(lines: &mut String, value: &str) {
    lines.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => lines.extend(['\\', c]),
            '\n' => lines.push_str("\\n"),
            '\t' => lines.push_str("\\t"),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                // a String takes all that is written to it
                let _ = write!(lines, "\\u{:04x}", u32::from(c));
            }
            c => lines.push(c),
        }
    }
    lines.push('"');
}
