//! Readers' comments: taken apart from the body, each with who wrote it and when.
//!
//! A comment is an element below one that names itself comments and that itself says, by its class, its id or its schema.org type, that it is a single one. What stands in it but not in a
//! comment below it is its own; of that, short lines with the names of bylines and dates are its author and its date, links and buttons are nothing, and the rest is its text.

use crate::{
    document::{Document, Hint, NodeKind, Segment, Tag},
    extract::body::{phrases, within::Shown},
    model::{Comment, Comments},
};

/// Comments of one page that are read; more are only counted.
const MOST: usize = 2000;

/// A longer line is no name and no date.
const SHORT: u32 = 60;

/// The comments of a page that are not part of its body; `items` says whether to read them or only to count.
pub(super) fn read(document: &Document<'_>, shown: &Shown, items: bool) -> Comments {
    let mut found: Vec<Comment> = Vec::new();
    let mut count = 0;
    let hints = document.hints();
    let mut read_to = 0;
    while let Some(ahead) = hints.get(read_to as usize..).and_then(|hints| hints.iter().position(|hint| hint.any(Hint::COMMENTS))) {
        let position = read_to + ahead as u32;
        // the frame of the page says what may be on it, not what is in it
        if matches!(document.tag(position), Tag::Html | Tag::Body) {
            read_to = position + 1;
            continue;
        }
        let end = document.end(position);
        for single in singles(document, position..end) {
            if shown.holds(single.position) {
                continue;
            }
            let Some(comment) = single.read(document) else { continue };
            count += 1;
            if items && found.len() < MOST {
                found.push(comment);
            }
        }
        read_to = end;
    }
    Comments { count, items: found }
}

/// An element that is one comment, and the comments below it.
struct Single {
    position: u32,
    below: Vec<std::ops::Range<u32>>,
}

/// The single comments of a range of positions, in order.
fn singles(document: &Document<'_>, range: std::ops::Range<u32>) -> Vec<Single> {
    let mut singles: Vec<Single> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for position in range {
        while open.last().and_then(|&at| singles.get(at)).is_some_and(|single| document.end(single.position) <= position) {
            open.pop();
        }
        let node = document.at(position);
        if document.tree().kind(node) != NodeKind::Element || !is_single(document, position) {
            continue;
        }
        if let Some(around) = open.last().and_then(|&at| singles.get_mut(at)) {
            around.below.push(position..document.end(position));
        }
        open.push(singles.len());
        singles.push(Single { position, below: Vec::new() });
    }
    singles
}

/// Whether an element says that it is one comment: not the list of them, not a part of one.
fn is_single(document: &Document<'_>, position: u32) -> bool {
    const WORDS: [&str; 16] = [
        "comment",
        "single-comment",
        "comment-item",
        "comment_item",
        "commentitem",
        "comment__item",
        "comment-container",
        "comment-wrapper",
        "comment-body",
        "comment-entry",
        "user-comment",
        "c-comment",
        "kommentar",
        "kommentar-item",
        "comentario",
        "commentscon",
    ];
    let (tree, node) = (document.tree(), document.at(position));
    if !matches!(tree.tag(node), Tag::Li | Tag::Article | Tag::Div | Tag::Section | Tag::Blockquote | Tag::Dd | Tag::Other) {
        return false;
    }
    let is_word = |class: std::borrow::Cow<'_, str>| {
        class.split_ascii_whitespace().any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
    };
    // "comment-1234", "li-comment-1234"
    let is_numbered = |id: std::borrow::Cow<'_, str>| {
        let id = id.to_ascii_lowercase();
        let number = id.find("comment").and_then(|at| id.get(at + "comment".len()..)).map(|rest| rest.trim_start_matches(['-', '_']));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    // a name with one of these words was found to have one
    let is_named = || tree.attr(node, "class").is_some_and(is_word) || tree.attr(node, "id").is_some_and(is_numbered);
    (document.hint(position).any(Hint::COMMENTS) && is_named())
        || tree.attr(node, "itemtype").is_some_and(|kind| kind.ends_with("schema.org/Comment") || kind.ends_with("schema.org/UserComments"))
        || tree.attr(node, "itemprop").is_some_and(|name| name == "comment")
}

impl Single {
    /// What it says by itself; `None` where it says nothing, as where one comment is wrapped in another element that calls itself one.
    fn read(&self, document: &Document<'_>) -> Option<Comment> {
        let mut comment = Comment::default();
        let mut lines: Vec<String> = Vec::new();
        for segment in document.segments_in(self.position..document.end(self.position)) {
            if self.below.iter().any(|below| below.contains(&segment.start)) {
                continue;
            }
            let words = document.words_between(segment.start..segment.end);
            match part(document, segment, self.position, &words) {
                Part::Author if comment.author.is_none() => comment.author = Some(author(&words)),
                Part::Date if comment.date.is_none() => comment.date = Some(stamp(document, segment).unwrap_or(words)),
                Part::Text => lines.push(words),
                Part::Author | Part::Date | Part::Nothing => {}
                Part::Both => {
                    let (name, date) = signature(document, segment);
                    comment.author = comment.author.take().or(name);
                    comment.date = comment.date.take().or(date);
                }
            }
        }
        comment.text = lines.join("\n\n");
        (!comment.text.is_empty()).then_some(comment)
    }
}

enum Part {
    Author,
    Date,
    /// Who and when on one line.
    Both,
    Text,
    Nothing,
}

/// What a line of a comment is.
fn part(document: &Document<'_>, segment: &Segment, top: u32, words: &str) -> Part {
    let names = names_around(document, segment, top);
    let says = |parts: &[&str]| parts.iter().any(|part| names.contains(part));
    let is_short = segment.weight <= SHORT;
    let has_time =
        (segment.start..segment.end).any(|position| document.tag(position) == Tag::Time) || document.tag(segment.block) == Tag::Time;
    let names_author =
        says(&["author", "vcard", "user", "byline", "nick", "writer", "name", "benutzer", "autor"]) && !says(&["comment-text", "message"]);
    let names_date =
        has_time || says(&["date", "time", "ago", "posted", "published", "datum", "fecha"]) || (says(&["meta"]) && segment.digits > 0);
    let is_action =
        says(&["reply", "action", "vote", "like", "report", "button", "toolbar", "avatar", "rating"]) || phrases::reason(words).is_some();
    match (is_short, names_author, names_date) {
        (true, true, true) if segment.digits > 0 => Part::Both,
        (true, _, true) if segment.digits > 0 || has_time => Part::Date,
        (true, true, _) => Part::Author,
        (true, ..) if is_action || (segment.link_density() > 0.9 && segment.words < 4) => Part::Nothing,
        _ => Part::Text,
    }
}

/// The classes of the elements from a segment's own up to the comment's, that one left out, and of those within the segment.
fn names_around(document: &Document<'_>, segment: &Segment, top: u32) -> String {
    let tree = document.tree();
    let around =
        std::iter::successors(Some(segment.block), |&position| Some(document.parent(position))).take_while(|&position| position > top);
    let mut names = String::new();
    for position in around.take(4).chain(segment.start..segment.end.min(segment.start + 8)) {
        for name in ["class", "itemprop", "rel"] {
            if let Some(value) = tree.attr(document.at(position), name) {
                names.push_str(&value.to_ascii_lowercase());
                names.push(' ');
            }
        }
    }
    // text nodes begin below the inline elements that hold them
    let mut holder = document.parent(segment.start);
    while holder > segment.block {
        if let Some(value) = tree.attr(document.at(holder), "class") {
            names.push_str(&value.to_ascii_lowercase());
            names.push(' ');
        }
        holder = document.parent(holder);
    }
    names
}

/// The moment that a `<time>` of a line is marked up with.
fn stamp(document: &Document<'_>, segment: &Segment) -> Option<String> {
    let tree = document.tree();
    let nodes = std::iter::once(segment.block).chain(segment.start..segment.end).chain(std::iter::once(document.parent(segment.start)));
    nodes
        .map(|position| document.at(position))
        .filter(|&node| tree.tag(node) == Tag::Time)
        .find_map(|node| tree.attr(node, "datetime").map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()))
}

/// A line of name and date: the name is what stands before the date's element, or before the first digit.
fn signature(document: &Document<'_>, segment: &Segment) -> (Option<String>, Option<String>) {
    let tree = document.tree();
    let time = (segment.start..segment.end).find(|&position| tree.tag(document.at(position)) == Tag::Time);
    let filled = |words: String| Some(author(&words)).filter(|words| !words.is_empty());
    if let Some(time) = time {
        let when = stamp(document, segment).unwrap_or_else(|| document.words_between(time..document.end(time)));
        return (filled(document.words_between(segment.start..time)), Some(when));
    }
    let words = document.words_between(segment.start..segment.end);
    let digit = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    let (name, date) = words.split_at(digit);
    (filled(name.to_owned()), Some(date.trim().to_owned()).filter(|date| !date.is_empty()))
}

/// A name without what stands around it: "Ann Lee says:".
fn author(words: &str) -> String {
    const AROUND: [&str; 9] = [" says", " said", " sagt", " sagte", " dit", " dice", " wrote", " schrieb", " schreibt"];
    let mut name = words.trim().trim_end_matches([':', ',', '-', '|', '\u{2013}', '\u{2014}', '\u{b7}']).trim_end();
    for verb in AROUND {
        name = name.strip_suffix(verb).unwrap_or(name);
    }
    name.trim_start_matches("By ").trim().to_owned()
}
