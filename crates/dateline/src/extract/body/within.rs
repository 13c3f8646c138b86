//! What is left out within the chosen nodes besides what the extractor named: words that nobody sees, the line numbers of code, and what is said twice.
//!
//! An extractor decides by segments; these are smaller than one (a hidden span in a paragraph) or show only when all of the text is known (a pull quote, the copy
//! of the article that is there for the printer).

use std::{collections::HashMap, ops::Range};

use dateline_html::KnownName;
use memchr::memmem;

use super::density::{is_heading, is_prose};
use crate::{
    document::{Document, Hint, NodeId, Segment, Tag},
    model::{MediaType, Reason},
    stage::{BodyCandidate, Skip},
};

/// A segment of this weight is not said twice by chance; refrains, "Read more" and answers of one word are shorter.
const SAID_ONCE: u32 = 80;

/// A copy is at least this part of the text: one in four. Menus for a week and references of an interface repeat single paragraphs.
const COPY_SHARE: u32 = 4;

/// A pull quote has about this many bytes.
const PULLED: Range<usize> = 24..600;

/// Pull quotes of one article that are looked for: each costs a search of the text.
const PULL_QUOTES: usize = 32;

/// More headings in a row than this, or headings that read like paragraphs, are how the page writes its text.
const LONELY: usize = 2;

/// Hidden words of more than this are an article behind a button, and shown when it is pressed.
const HIDDEN_BYTES: usize = 400;

/// The nodes to leave out of a choice, each with its reason; none of them lies in one that the choice leaves out already.
pub(super) fn left_out(document: &Document<'_>, body: &BodyCandidate) -> Vec<Skip> {
    if document.media_type() != MediaType::Html {
        return Vec::new();
    }
    let mut shown = Shown::new(document, body);
    let mut skips = unseen(document, &shown);
    shown.without(document, &skips);
    let repeated = repeated(document, &shown);
    shown.without(document, &repeated);
    skips.extend(repeated);
    let pulled = pulled(document, &shown);
    shown.without(document, &pulled);
    skips.extend(pulled);
    skips.extend(lonely_headings(document, &shown));
    skips
}

/// The positions of a document's order that are kept and not skipped, as ranges in order.
pub(super) struct Shown {
    ranges: Vec<Range<u32>>,
}

impl Shown {
    pub(super) fn new(document: &Document<'_>, body: &BodyCandidate) -> Self {
        let mut kept: Vec<Range<u32>> = body.keep.iter().map(|&node| document.subtree(node)).collect();
        kept.sort_unstable_by_key(|range| range.start);
        let mut ranges: Vec<Range<u32>> = Vec::with_capacity(kept.len());
        for range in kept {
            if ranges.last().is_none_or(|last| range.start >= last.end) {
                ranges.push(range);
            }
        }
        let mut shown = Self { ranges };
        shown.without(document, &body.skip);
        shown
    }

    /// Takes what is skipped out of it.
    fn without(&mut self, document: &Document<'_>, skips: &[Skip]) {
        let mut gaps: Vec<Range<u32>> = skips.iter().map(|skip| document.subtree(skip.node)).collect();
        gaps.sort_unstable_by_key(|gap| gap.start);
        let mut left = Vec::with_capacity(self.ranges.len() + gaps.len());
        let mut gaps = gaps.into_iter().peekable();
        for mut range in std::mem::take(&mut self.ranges) {
            while let Some(gap) = gaps.next_if(|gap| gap.start < range.end) {
                if gap.start > range.start {
                    left.push(range.start..gap.start);
                }
                range.start = range.start.max(gap.end);
            }
            if range.start < range.end {
                left.push(range);
            }
        }
        self.ranges = left;
    }

    /// Whether a position is among them.
    pub(super) fn holds(&self, position: u32) -> bool {
        let next = self.ranges.partition_point(|range| range.end <= position);
        self.ranges.get(next).is_some_and(|range| range.contains(&position))
    }

    fn segments<'d>(&self, document: &'d Document<'_>) -> impl Iterator<Item = &'d Segment> {
        self.ranges.iter().flat_map(|range| document.segments_in(range.clone()))
    }

    /// The elements, in order, with their tags.
    fn elements(&self, document: &Document<'_>) -> impl Iterator<Item = (u32, Tag)> {
        self.ranges.iter().cloned().flatten().filter_map(|position| Some((position, document.element(position)?)))
    }
}

/// Elements that say that they are hidden, unless much of the text would go with them: then a script shows them, and the names lie. And the numbers beside the lines of code.
fn unseen(document: &Document<'_>, shown: &Shown) -> Vec<Skip> {
    let mut skips = Vec::new();
    let mut hidden = 0;
    let mut read_to = 0;
    for (position, tag) in shown.elements(document) {
        let may_be_hidden = document.hint(position).any(Hint::HIDDEN);
        if position < read_to || !(may_be_hidden || tag == Tag::Pre) {
            continue;
        }
        let node = document.at(position);
        let hidden_bytes = (may_be_hidden && is_unseen(document, node)).then(|| document.words(node).len());
        let reason = match hidden_bytes.filter(|bytes| *bytes < HIDDEN_BYTES) {
            Some(bytes) => {
                hidden += bytes;
                Reason::Hidden
            }
            None if tag == Tag::Pre && counts_lines(&document.words(node)) => Reason::PageFurniture,
            None => continue,
        };
        skips.push(Skip { node, reason });
        read_to = document.end(position);
    }
    let all: u32 = shown.segments(document).map(|segment| segment.weight).sum();
    if hidden as u32 > all / 3 {
        skips.retain(|skip| skip.reason != Reason::Hidden);
    }
    skips
}

/// Whether words are the numbers from one on.
fn counts_lines(words: &str) -> bool {
    let mut count = 0;
    words.split_ascii_whitespace().all(|word| {
        count += 1;
        word.parse() == Ok(count)
    }) && count > 1
}

/// Whether an element is hidden by more than a class of any name: "label-hidden" is about something else, and what is only "hidden" folds out.
fn is_unseen(document: &Document<'_>, node: NodeId) -> bool {
    const FOR_SCREEN_READERS: [&str; 5] = ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"];
    let tree = document.tree();
    let class = tree.attr(node, "class").unwrap_or_default();
    let styled = tree.attr(node, "style").is_some_and(|style| style.contains("none") || style.contains("hidden"));
    let for_nobody = tree.attr(node, "aria-hidden").is_some_and(|value| value == "true");
    styled
        || for_nobody
        || tree.attr(node, "hidden").is_some()
        || class.split_ascii_whitespace().any(|word| FOR_SCREEN_READERS.contains(&word))
}

/// Stretches of the text that were read before in the same order: the copy for the printer or for small screens. A single paragraph that comes back later is meant to.
fn repeated(document: &Document<'_>, shown: &Shown) -> Vec<Skip> {
    let long: Vec<&Segment> = shown.segments(document).filter(|segment| segment.weight >= SAID_ONCE).collect();
    let all: u32 = long.iter().map(|segment| segment.weight).sum();
    // what does not count alike does not read alike: the words of a page that says nothing twice are not looked at (weights differ where one of two has blanks that do not break)
    let counts = |segment: &Segment| (segment.capitals, segment.digits, segment.commas);
    let mut alike: HashMap<_, u32> = HashMap::with_capacity(long.len());
    long.iter().for_each(|segment| *alike.entry(counts(segment)).or_default() += 1);
    let mut first_read = HashMap::new();
    let mut original = |(index, segment): (usize, &&Segment)| {
        if alike.get(&counts(segment)).is_none_or(|count| *count < 2) {
            return None;
        }
        let first = *first_read.entry(document.words_between(segment.start..segment.end)).or_insert(index);
        (first < index).then_some(first)
    };
    let originals: Vec<Option<usize>> = long.iter().enumerate().map(&mut original).collect();
    let mut skips = Vec::new();
    let mut index = 0;
    while let Some(original) = originals.get(index) {
        let follows = |ahead: usize| original.is_some_and(|first| originals.get(index + ahead) == Some(&Some(first + ahead)));
        let run = (0..).take_while(|&ahead| follows(ahead)).count().max(1);
        let copy = long.get(index..index + run).unwrap_or_default();
        let weight: u32 = copy.iter().map(|segment| segment.weight).sum();
        // right behind itself: a caption, once below the picture and once for its enlargement
        let is_stutter = original.is_some_and(|first| first + 1 == index);
        if original.is_some() && (is_stutter || weight >= all / COPY_SHARE) {
            skips.extend(copy.iter().flat_map(|segment| nodes_of(document, segment)).map(|node| Skip { node, reason: Reason::Duplicate }));
        }
        index += run;
    }
    skips
}

/// The nodes that hold a segment and nothing else: its block, or the pieces of a line in one that holds more.
fn nodes_of(document: &Document<'_>, segment: &Segment) -> Vec<NodeId> {
    let block = document.at(segment.block);
    if document.segments_in(document.subtree(block)) == std::slice::from_ref(segment) {
        return vec![block];
    }
    let mut nodes = Vec::new();
    let mut position = segment.start;
    while position < segment.end {
        if document.end(position) <= segment.end {
            nodes.push(document.at(position));
            position = document.end(position);
        } else {
            position += 1;
        }
    }
    nodes
}

/// Quotations and boxes whose words stand in the text around them as well.
fn pulled(document: &Document<'_>, shown: &Shown) -> Vec<Skip> {
    let elements = shown.elements(document).map(|(position, tag)| (position, document.at(position), tag));
    let set_apart = elements.filter(|(_, node, tag)| *tag == Tag::Aside || is_pull_quote(document, *node));
    let candidates: Vec<(u32, NodeId)> = set_apart.take(PULL_QUOTES).map(|(position, node, _)| (position, node)).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut text = String::new();
    let mut starts = Vec::new();
    for segment in shown.segments(document) {
        starts.push((segment.start, text.len()));
        text.push_str(&document.words_between(segment.start..segment.end).to_lowercase());
        text.push('\n');
    }
    let offset = |position: u32| {
        let index = starts.partition_point(|(start, _)| *start < position);
        starts.get(index).map_or(text.len(), |(_, offset)| *offset)
    };
    let mut skips = Vec::new();
    for (position, node) in candidates {
        // what is pulled out of a sentence begins with a capital
        let words = document.words(node).to_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let within = |part: Option<&str>| part.is_some_and(|part| memmem::find(part.as_bytes(), words.as_bytes()).is_some());
        let is_pulled =
            PULLED.contains(&words.len()) && (within(text.get(..offset(position))) || within(text.get(offset(document.end(position))..)));
        if is_pulled {
            skips.push(Skip { node, reason: Reason::Duplicate });
        }
    }
    skips
}

/// Headings at the end below which nothing is left: what they announced is no part of the text.
fn lonely_headings(document: &Document<'_>, shown: &Shown) -> Vec<Skip> {
    let segments: Vec<&Segment> = shown.segments(document).collect();
    let Some(last) = segments.iter().rposition(|segment| !is_heading(document, segment)) else { return Vec::new() };
    let behind = segments.get(last + 1..).unwrap_or_default();
    let Some(first) = behind.first().filter(|_| behind.len() <= LONELY && !behind.iter().any(|segment| is_prose(segment))) else {
        return Vec::new();
    };
    let mut below = shown.elements(document).skip_while(|(position, _)| *position < first.start);
    if below.any(|(position, tag)| shows_something(document, position, tag)) {
        return Vec::new();
    }
    behind.iter().flat_map(|segment| nodes_of(document, segment)).map(|node| Skip { node, reason: Reason::OutsideBody }).collect()
}

/// Whether an element shows something without words: a picture, a film, what is embedded.
fn shows_something(document: &Document<'_>, position: u32, tag: Tag) -> bool {
    matches!(tag, Tag::Img | Tag::Iframe | Tag::Video | Tag::Audio | Tag::Object | Tag::Embed | Tag::Svg)
        || (tag == Tag::Other && document.tree().name(document.at(position)).starts_with("amp-"))
}

/// Whether an element calls itself a pull quote, which repeats what the text says, as boxes do. Other quotations may repeat what was said above: answers in a discussion do.
fn is_pull_quote(document: &Document<'_>, node: NodeId) -> bool {
    const CLASS: KnownName = KnownName::of("class");
    document.tree().find_known(node, CLASS).is_some_and(|class| {
        // few names have the letter
        if memchr::memchr3(b'q', b'Q', b'&', class.raw_value().as_bytes()).is_none() {
            return false;
        }
        let class = class.value();
        let names_pull_quote = |name: &[u8]| name.eq_ignore_ascii_case(b"pullquote");
        let hyphened = |name: &[u8]| name.eq_ignore_ascii_case(b"pull-quote");
        class.as_bytes().windows(9).any(names_pull_quote) || class.as_bytes().windows(10).any(hyphened)
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        Input, Pipeline,
        document::{Document, Tag},
        stage::{BodyCandidate, BodyExtractor, Context},
    };

    /// Keeps all of `<main>`.
    struct Main;

    impl BodyExtractor for Main {
        fn name(&self) -> &'static str {
            "main"
        }

        fn body(&self, document: &Document<'_>, _: &Context<'_>) -> Option<BodyCandidate> {
            Some(BodyCandidate::new(1.0).keep(document.by_tag(Tag::Main).next()?))
        }
    }

    fn text(page: &str) -> String {
        Pipeline::default().with_body_extractor(Main).extract(Input::html(page.as_bytes())).unwrap().text
    }

    #[test]
    fn headings_above_nothing_are_left_out() {
        assert_eq!(text("<main><p>The ferry sails.<h2>Questions</h2><h3>And answers</h3></main>"), "The ferry sails.");
        assert_eq!(text("<main><h2>Ferry</h2><p>The ferry sails.</main>"), "Ferry\n\nThe ferry sails.");
    }

    #[test]
    fn headings_above_pictures_and_text_set_as_headings_stay() {
        let above_picture = "<main><p>The ferry sails.<h2>In pictures</h2><figure><img src=/ferry.jpg alt='A ferry'></figure></main>";
        assert!(text(above_picture).contains("In pictures"));
        assert_eq!(text("<main><h2>Ferry</h2><h3>It sails.</h3></main>"), "Ferry\n\nIt sails.");
        assert_eq!(text("<main><p>Ferry<h3>It sails.</h3><h3>It stops.</h3><h3>It sails.</h3></main>").matches("It").count(), 3);
    }
}
