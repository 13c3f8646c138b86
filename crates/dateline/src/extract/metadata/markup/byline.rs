//! An element or a line that signs the article in, who signs out.

use std::{collections::HashMap, ops::Range};

use super::names;
use crate::{
    document::{Display, Document, NodeId, NodeKind, Tag},
    extract::metadata::{
        attributes::{HREF, REL},
        name, words,
    },
    grammar::{
        byline,
        calendar::{self, Order},
    },
    model::Author,
    text::ByFirstByte,
};

/// Elements with more nodes hold more than a byline.
const MOST_NODES: u32 = 300;

/// Lines that say more, in characters, are no bylines.
pub(super) const LONGEST: usize = 160;

/// More lines of one element are not looked at: a biography.
const MOST_LINES: usize = 6;

/// Those who sign lines, each line read once: an element for an author mostly holds another with the same words, and that a link with them.
#[derive(Default)]
pub(super) struct Signers {
    by_line: HashMap<String, Vec<Author>>,
}

impl Signers {
    fn of(&mut self, line: &str) -> Vec<Author> {
        if let Some(known) = self.by_line.get(line) {
            return known.clone();
        }
        let authors = name::signed(line);
        self.by_line.insert(line.to_owned(), authors.clone());
        authors
    }
}

/// Who signs in an element: those whom its links to profiles or its elements for names name; without such the first of its lines that holds a name.
pub(super) fn of(document: &Document<'_>, node: NodeId, signers: &mut Signers) -> Vec<Author> {
    let range = document.subtree(node);
    if range.end - range.start > MOST_NODES {
        return Vec::new();
    }
    let lines = lines(document, range);
    let by_line = of_lines(&lines, signers);
    let inner = inner_names(document, node, signers);
    // "By <a>Jane Doe</a> and John Roe": the line knows more than its links where it holds all that they hold
    let is_whole = by_line.len() > inner.len() && inner.iter().all(|one| by_line.iter().any(|other| other.name == one.name));
    if inner.is_empty() || is_whole { by_line } else { inner }
}

/// Those who are named by links to their pages, or by elements that are for names.
fn inner_names(document: &Document<'_>, node: NodeId, signers: &mut Signers) -> Vec<Author> {
    let tree = document.tree();
    let mut links = Vec::new();
    let mut names = Vec::new();
    for position in document.subtree(node) {
        let inner = document.at(position);
        if tree.kind(inner) != NodeKind::Element {
            continue;
        }
        let is_link = tree.tag(inner) == Tag::A
            && (tree.find_known(inner, REL).is_some_and(|rel| rel.raw_value().split_ascii_whitespace().any(|word| word == "author"))
                || tree.find_known(inner, HREF).is_some_and(|href| names::is_profile(href.raw_value())));
        let list = if is_link {
            &mut links
        } else if inner != node && names::is_for_name(tree, inner) {
            &mut names
        } else {
            continue;
        };
        if is_credited(&words_before(document, inner)) {
            continue;
        }
        list.extend(of_lines(&lines(document, document.subtree(inner)), signers));
    }
    let mut found: Vec<Author> = Vec::new();
    for author in if links.is_empty() { names } else { links } {
        if found.iter().all(|known| known.name != author.name) {
            found.push(author);
        }
    }
    found
}

/// Whether words before a name give it another part in the article than that of its author.
pub(super) fn is_credited(before: &str) -> bool {
    static CREDITS: ByFirstByte = ByFirstByte::of(&[
        "bild",
        "check",
        "edited",
        "fact",
        "foto",
        "grafik",
        "illustra",
        "kamera",
        "photo",
        "producer",
        "review",
        "schnitt",
        "translat",
        "übersetz",
    ]);
    // a capital beyond ASCII is not known to the table
    CREDITS.first_in(before).is_some() || (!before.is_ascii() && CREDITS.first_in(&before.to_lowercase()).is_some())
}

/// Who signs in the first line that names somebody; a list that goes on goes on.
fn of_lines(lines: &[String], signers: &mut Signers) -> Vec<Author> {
    let mut found: Vec<Author> = Vec::new();
    for line in lines.iter().filter(|line| line.chars().count() <= LONGEST && !name::is_label(line)) {
        let goes_on = || ["and ", "und ", "et ", "y ", "& ", ", "].iter().any(|joiner| byline::without_prefix(line, joiner).is_some());
        if !found.is_empty() && !goes_on() {
            break;
        }
        for author in signers.of(names::byline_of(line)) {
            if found.iter().all(|known| known.name != author.name) {
                found.push(author);
            }
        }
    }
    found
}

/// The lines of an element as they are shown: a block ends one. A bar stands where two elements touch without white space ("by" and "Jane Doe", which a style
/// sheet sets apart).
pub(super) fn lines(document: &Document<'_>, positions: Range<u32>) -> Vec<String> {
    let tree = document.tree();
    let mut lines = vec![String::new()];
    let mut range = positions;
    while let Some(position) = range.next() {
        let node = document.at(position);
        match tree.kind(node) {
            NodeKind::Text => {
                if let Some(line) = lines.last_mut() {
                    tree.pieces(node).enumerate().for_each(|(index, piece)| append(piece.text, index == 0, line));
                }
            }
            NodeKind::Element => match Display::in_tree(tree, node) {
                Display::Never => range.start = document.end(position),
                Display::Block | Display::Break => {
                    if lines.len() > MOST_LINES {
                        break;
                    }
                    if lines.last().is_some_and(|line| !line.trim().is_empty()) {
                        lines.push(String::new());
                    }
                }
                Display::Inline | Display::Replaced => {}
            },
            _ => {}
        }
    }
    lines.into_iter().map(words::folded).filter(|line| !line.is_empty()).take(MOST_LINES).collect()
}

/// Appends a piece of text; `is_first` where it begins a text node.
fn append(text: &str, is_first: bool, line: &mut String) {
    let is_number = |c: char| c.is_ascii_digit();
    let touches = is_first
        && (line.ends_with(char::is_alphanumeric) && text.starts_with(char::is_uppercase)
            // "May 4, 2025" and "5 mins"
            || line.ends_with(is_number) && text.starts_with(is_number));
    if touches {
        line.push('|');
    }
    line.push_str(text);
}

/// The words that stand right before a node, or those that it opens with itself where none do.
pub(super) fn words_before(document: &Document<'_>, node: NodeId) -> String {
    let tree = document.tree();
    let mut found = String::new();
    let mut at = node;
    for _ in 0..3 {
        if let Some(before) = tree.prev_sibling(at) {
            let words = document.words(before);
            if !words.is_empty() {
                found = if found.is_empty() { words } else { format!("{words} {found}") };
                // "Last updated" may stand before "on" in an element of its own
                if found.chars().count() > PREPOSITION {
                    break;
                }
            }
            at = before;
        } else if let Some(parent) =
            tree.parent(at).filter(|&parent| !matches!(tree.tag(parent), Tag::Div | Tag::Section | Tag::Article | Tag::Body))
        {
            at = parent;
        } else {
            break;
        }
    }
    if found.is_empty() {
        return document.words(node).chars().take(24).collect();
    }
    let start = found.char_indices().rev().nth(29).map_or(0, |(at, _)| at);
    found.split_off(start)
}

/// Prepositions and marks before a date have fewer characters.
const PREPOSITION: usize = 3;

/// Who signs in a line near the headline, and what is to be added to its confidence: behind an opening word; or beside a date and nothing else ("Dec. 19, 2025 ·
/// Jane Doe").
pub(super) fn of_line(line: &str) -> (Vec<Author>, f64) {
    let short = names::byline_of(line);
    if let Some(byline) = byline::parse(short) {
        let names = byline.authors.iter().filter_map(|writer| short.get(writer.name.clone()));
        return (names.flat_map(name::people).collect(), 0.1);
    }
    if name::opens_byline(short).is_some() {
        // "Posted by Jane Doe in Farm, Animals"
        let people = name::signed(short.find(" in ").and_then(|at| short.get(..at)).unwrap_or(short).trim_end_matches([',', ' ']));
        if !people.is_empty() {
            return (people, 0.08);
        }
    }
    if !calendar::may_hold_year(line) {
        return (Vec::new(), 0.0);
    }
    let Some(moment) = calendar::find(line, Order::DayFirst).filter(|moment| moment.year.is_some()) else { return (Vec::new(), 0.0) };
    let sides = [line.get(..moment.range.start), line.get(moment.range.end..)];
    for side in sides.into_iter().flatten() {
        let side = names::byline_of(side.trim_matches(is_mark)).trim_matches(is_mark);
        let side = side.strip_suffix(" on").unwrap_or(side);
        if name::opens_byline(side).is_some() {
            return (name::signed(side), 0.06);
        }
        let is_small = |word: &str| matches!(word, "de" | "van" | "von" | "der" | "la" | "di");
        let is_name = side.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || is_small(word));
        let people = name::signed(side);
        if (2..=4).contains(&side.split_whitespace().count()) && is_name && !people.is_empty() {
            return (people, 0.0);
        }
    }
    (Vec::new(), 0.0)
}

/// What sets a date apart from a name on the same line.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '·' | '•' | '-' | '–' | '—' | ',' | '/' | ':' | '∙' | '⋅' | '@')
}
