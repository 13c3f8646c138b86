//! The elements of a page and what their names say in, candidates out: what a reader would see at the article's head.
//!
//! All of it hangs on one place, the headline's `<h1>`: what stands near it is this article's, what stands far is another's.

mod byline;
mod dates;
mod lines;
mod names;
mod place;

use std::ops::Range;

use super::{
    attributes::{HREF, REL},
    date::DateReader,
    head::Head,
    words,
};
use crate::{
    document::{Document, Hint, NodeId, Tag},
    model::{Crumb, MediaType, Origin},
    stage::{Candidate, Context, Field, MetadataExtractor, Value},
};
use byline::Signers;
use names::Names;
use place::Place;

/// Reads headings, `<time>`, bylines, post dates, decks, kickers, breadcrumbs and tags.
pub(super) struct Markup;

impl MetadataExtractor for Markup {
    fn name(&self) -> &'static str {
        "markup"
    }

    fn candidates(&self, document: &Document<'_>, context: &Context<'_>) -> Vec<Candidate> {
        if document.media_type() != MediaType::Html {
            return Vec::new();
        }
        let head = Head::of(document, context);
        let place = Place::find(document, &head);
        let mut reading = Reading {
            document,
            dates: DateReader::of(document).read_at(context.published()),
            place,
            out: Vec::new(),
            seen: Seen::default(),
            signers: Signers::default(),
            foreign: Vec::new(),
            behind_bylines: Vec::new(),
        };
        reading.headlines();
        reading.walk();
        reading.lines_near();
        reading.bylines_far();
        reading.dates_far();
        reading.out
    }
}

/// How many finds of a kind were made: pages repeat their cards by the hundred, and the first few say all.
#[derive(Default)]
struct Seen {
    times: u32,
    authors: u32,
    tried: u32,
    dates: u32,
    tags: u32,
    crumbs: bool,
}

/// How far a line is trusted that is no heading and says what a title of the page does.
const UNTAGGED: f64 = 0.6;

/// More of a kind are not looked at.
const MOST: u32 = 12;

/// More elements that call themselves an author's are not asked for names.
const MOST_TRIED: u32 = 200;

struct Reading<'a, 'i> {
    document: &'a Document<'i>,
    dates: DateReader<'a, 'i>,
    place: Place,
    out: Vec<Candidate>,
    seen: Seen,
    signers: Signers,
    /// The parts of the page that are about others, in order.
    foreign: Vec<Range<u32>>,
    /// Where the lines begin that follow a byline away from the headline.
    behind_bylines: Vec<u32>,
}

impl Reading<'_, '_> {
    fn add(&mut self, field: Field, value: Value, confidence: f64, node: NodeId) {
        self.out.push(Candidate::new(field, value, Origin::Markup, confidence).at(self.document.source_of(node)));
    }

    /// Every first-level heading, and the heading that the page's title agrees with where there is none.
    fn headlines(&mut self) {
        let headings = std::mem::take(&mut self.place.headings);
        for heading in &headings {
            if let Some(kicker) = heading.kicker.clone() {
                self.add(Field::Kicker, Value::Text(kicker), 0.7, heading.node);
            }
            let confidence = match (heading.tag, Some(heading.node) == self.place.node) {
                (Tag::H1, true) if headings.iter().filter(|one| one.tag == Tag::H1).count() == 1 => 0.86,
                (Tag::H1, true) => 0.84,
                (Tag::H1, false) => 0.35,
                // that a part of it alone is a title of the page is more than chance
                (_, true) if heading.kicker.is_some() => 0.8,
                // a lesser heading that says the whole of a title, in so many words that it is no label
                (_, true) if heading.is_title && heading.words.split_whitespace().count() >= 5 => 0.7,
                (_, true) => 0.5,
                (_, false) => continue,
            };
            let confidence = if heading.is_in_title { confidence } else { confidence * 0.97 };
            self.add(Field::Headline, Value::Text(heading.words.clone()), confidence, heading.node);
        }
        if let Some(node) = self.place.node.filter(|node| headings.iter().all(|heading| heading.node != *node)) {
            let words = self.words_of_line(node);
            self.add(Field::Headline, Value::Text(words), UNTAGGED, node);
        }
        self.place.headings = headings;
    }

    /// The words of the line that a node begins.
    fn words_of_line(&self, node: NodeId) -> String {
        let start = self.document.position(node);
        let line = self.document.segments_in(start..start + 1).first();
        words::clean(line.map_or_else(|| self.document.words(node), |line| self.document.words_between(line.start..line.end)))
    }

    /// The words of a node that has no more characters than these; `None` for those of others, which are not read to their end.
    fn short_words(&self, node: NodeId, characters: usize) -> Option<String> {
        let words = self.document.opening_words(self.document.subtree(node), characters * 4 + 1);
        (words.chars().count() <= characters).then_some(words)
    }

    /// All links and the elements whose names say something, in order, but for those parts of the page that are not this article's.
    fn walk(&mut self) {
        let document = self.document;
        let hints = document.hints();
        let mut links = document.by_tag(Tag::A).map(|link| document.position(link)).peekable();
        let mut next_named = 0;
        let mut position = 0;
        loop {
            if next_named < position || position == 0 {
                let is_named = |hint: &Hint| !hint.is_empty();
                let ahead = hints.get(position as usize..).unwrap_or_default();
                next_named = position + ahead.iter().position(is_named).unwrap_or(ahead.len()) as u32;
            }
            while links.next_if(|&link| link < position).is_some() {}
            position = links.peek().map_or(next_named, |&link| link.min(next_named));
            let Some(&hint) = hints.get(position as usize) else { break };
            position = self.element(position, hint);
        }
    }

    /// One element; where to go on behind it.
    fn element(&mut self, position: u32, hint: Hint) -> u32 {
        let node = self.document.at(position);
        if self.is_foreign(position, hint) {
            if hint.any(Hint::NAVIGATION) {
                self.breadcrumbs(node);
            }
            let end = self.document.end(position);
            self.foreign.push(position..end);
            return end;
        }
        let tag = self.document.tree().tag(node);
        if tag == Tag::Time {
            self.time(node, position);
        } else if tag == Tag::A {
            self.link(node, position);
        }
        if hint.any(Hint::BYLINE.with(Hint::DECK).with(Hint::AUTHOR_NOTE)) && tag != Tag::Time {
            self.named(node, position);
        }
        position + 1
    }

    /// Whether a part of the page is about others: menus, comments, related articles, unless the headline stands in it.
    fn is_foreign(&self, position: u32, hint: Hint) -> bool {
        const FOREIGN: Hint =
            Hint::NAVIGATION.with(Hint::COMMENTS).with(Hint::RELATED).with(Hint::CONSENT).with(Hint::ADVERTISING).with(Hint::SUBSCRIPTION);
        if !hint.any(FOREIGN) {
            return false;
        }
        let end = self.document.end(position);
        let most = (end - position) as usize * 2 > self.document.order().len();
        // "node--promoted" is what a content system calls the article that it shows on the front page
        let is_article = matches!(self.document.tree().tag(self.document.at(position)), Tag::Article | Tag::Main)
            && !hint.any(Hint::COMMENTS.with(Hint::RELATED));
        !self.place.is_in(position..end) && !most && !is_article
    }

    /// How near a place is to the headline: 1 beside it, less with distance, least before it.
    fn nearness(&self, position: u32) -> f64 {
        self.place.nearness(position)
    }

    fn link(&mut self, node: NodeId, position: u32) {
        let tree = self.document.tree();
        let rel = tree.find_known(node, REL).map_or("", |rel| rel.raw_value());
        let has = |word: &str| rel.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(word));
        if has("author") {
            self.authors(node, position, 0.8);
        } else if has("tag") || has("category") {
            self.tag(node);
        } else if has("license") {
            if let Some(href) = tree.attr(node, "href") {
                let url = self.document.resolve(&href);
                self.add(Field::License, Value::Text(url), 0.6, node);
            }
        } else if tree.find_known(node, HREF).is_some_and(|href| names::is_profile(href.raw_value())) {
            self.authors(node, position, 0.66);
        }
    }

    fn tag(&mut self, node: NodeId) {
        self.seen.tags += 1;
        let words = self.document.words(node);
        let tag = words.trim_start_matches('#').trim();
        if self.seen.tags <= 30 && !tag.is_empty() && tag.chars().count() <= 40 {
            self.add(Field::Tag, Value::Text(tag.to_owned()), 0.7, node);
        }
    }

    /// An element with a byline's, a post date's, a deck's or a kicker's name.
    fn named(&mut self, node: NodeId, position: u32) {
        let tree = self.document.tree();
        let names = Names::of(tree, node);
        if names.author && !names.comment {
            self.authors(node, position, 0.62);
        }
        if names.date {
            self.dated(node, position);
        }
        if (names.deck || names.kicker) && self.nearness(position) > 0.9 {
            let (field, lengths) = if names.kicker { (Field::Kicker, 1..=60) } else { (Field::Deck, 20..=600) };
            if self.out.iter().all(|known| known.field != field) {
                let words = self.short_words(node, *lengths.end()).filter(|words| lengths.contains(&words.chars().count()));
                if let Some(words) = words {
                    self.add(field, Value::Text(words), 0.65, node);
                }
            }
        }
    }

    fn authors(&mut self, node: NodeId, position: u32, confidence: f64) {
        self.seen.tried += 1;
        if self.seen.authors > MOST || self.seen.tried > MOST_TRIED {
            return;
        }
        if self.document.tree().tag(node) == Tag::A && byline::is_credited(&byline::words_before(self.document, node)) {
            return;
        }
        let people = byline::of(self.document, node, &mut self.signers);
        let is_link = self.document.tree().tag(node) == Tag::A;
        if people.is_empty() {
            return;
        }
        self.seen.authors += 1;
        let confidence = confidence * self.nearness(position);
        if confidence > 0.4
            && Names::of(self.document.tree(), node).byline
            && let Some(words) = self.short_words(node, byline::LONGEST)
        {
            self.add(Field::Byline, Value::Text(words), confidence, node);
        }
        for author in people {
            // a single word in an author's element is as often a label as a name, seldom so in a link to an author's page
            let is_full = author.name.contains(' ') || !author.name.is_ascii();
            let share = if is_full {
                1.0
            } else if is_link {
                0.8
            } else {
                0.65
            };
            self.add(Field::Author, Value::Author(author), confidence * share, node);
        }
    }

    /// The links of an element that calls itself so, from the front page down.
    fn breadcrumbs(&mut self, node: NodeId) {
        let tree = self.document.tree();
        if self.seen.crumbs || !names::says_breadcrumb(tree, node) {
            return;
        }
        let links = self.document.subtree(node).map(|position| self.document.at(position)).filter(|&node| tree.tag(node) == Tag::A);
        let crumbs: Vec<(NodeId, Crumb)> = links
            .take(10)
            .map(|link| {
                (link, Crumb { name: self.document.words(link), url: tree.attr(link, "href").map(|href| self.document.resolve(&href)) })
            })
            .filter(|(_, crumb)| !crumb.name.is_empty() && crumb.name.chars().count() <= 60)
            .collect();
        self.seen.crumbs = !crumbs.is_empty();
        crumbs.into_iter().for_each(|(link, crumb)| self.add(Field::Breadcrumb, Value::Crumb(crumb), 0.7, link));
    }
}

/// Words of a page as they are shown, for headings.
fn heading_words(document: &Document<'_>, node: NodeId) -> String {
    words::clean(document.words(node))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::metadata::testing::candidates;

    fn of(page: &str, field: Field) -> Vec<String> {
        candidates(&Markup, page).into_iter().filter(|one| one.field == field).map(|one| one.value.words()).collect()
    }

    #[test]
    fn the_head_of_an_article_as_shown() {
        let page = "<title>Cow leaves meadow - Gazette</title><ul class=breadcrumbs><li><a href=/>Home</a><li><a href=/farm>Farm</a></ul>\
            <article><span class=kicker>Animals</span><h1>Cow leaves meadow</h1><p class=standfirst>It was seen on the road to town this morning.</p>\
            <div class=byline>By <a rel=author href=/author/jane>Jane Doe</a></div><time datetime=2021-05-04T10:00>May 4</time>\
            <p>Text.</p></article>";
        assert_eq!(of(page, Field::Headline), ["Cow leaves meadow"]);
        assert_eq!(of(page, Field::Deck), ["It was seen on the road to town this morning."]);
        assert_eq!(of(page, Field::Kicker), ["Animals"]);
        assert!(of(page, Field::Author).iter().all(|name| name == "Jane Doe"));
        assert_eq!(of(page, Field::Published), ["2021-05-04T10:00"]);
        assert_eq!(of(page, Field::Breadcrumb), ["Home", "Farm"]);
    }

    #[test]
    fn updates_are_not_published() {
        let page = "<h1>Cow leaves meadow</h1><p>Last updated: <time datetime=2021-05-05>May 5</time></p>";
        assert_eq!(of(page, Field::Published), [""; 0]);
        assert!(of(page, Field::Modified).contains(&"2021-05-05".to_owned()));
    }

    #[test]
    fn a_date_behind_a_byline_far_from_the_headline_is_the_articles() {
        let paragraph = format!("<p>{}</p>", "The cow left its meadow in the morning and was seen on the road to town. ".repeat(4));
        let page = |card: &str| format!("<h1>Cow leaves meadow</h1>{}<div>{card}</div>", paragraph.repeat(12));
        assert_eq!(of(&page("<p>Written by <a>Jane Doe</a></p><p>May 4, 2021</p>"), Field::Published), ["2021-05-04"]);
        assert_eq!(of(&page("<p>Farm shop</p><p>May 4, 2021</p>"), Field::Published), [""; 0]);
    }

    #[test]
    fn comments_do_not_sign_the_article() {
        let page = "<h1>Cow leaves meadow</h1><p>Text of the article.</p><div class=comments><span class=author>John Roe</span><time datetime=2021-05-09></time></div>";
        assert_eq!(of(page, Field::Author), [""; 0]);
        assert_eq!(of(page, Field::Published), [""; 0]);
    }
}
