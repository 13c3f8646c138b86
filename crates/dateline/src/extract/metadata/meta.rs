//! `<meta name>`, `<title>`, `<link>` and the attributes of `<html>` in, candidates out.

use super::{
    attributes::{CONTENT, HREF, HTTP_EQUIV, NAME, PROPERTY, REL, lower},
    date::DateReader,
    name, title, words,
};
use crate::{
    document::{Document, NodeId, Tag},
    model::Origin,
    stage::{Candidate, Context, Field, MetadataExtractor, Value},
    text::{ByFirstByte, SourceSpan},
};

/// Reads the head of a page but for what [`OpenGraph`](super::open_graph::OpenGraph) reads.
pub(super) struct Meta;

impl MetadataExtractor for Meta {
    fn name(&self) -> &'static str {
        "meta"
    }

    fn candidates(&self, document: &Document<'_>, _: &Context<'_>) -> Vec<Candidate> {
        let mut reading = Reading { document, dates: DateReader::of(document), out: Vec::new() };
        for node in document.by_tag(Tag::Html).take(1) {
            reading.attribute(node, "lang", Field::Language, 0.8);
            reading.attribute(node, "dir", Field::Direction, 0.9);
        }
        for node in document.by_tag(Tag::Body).take(1) {
            reading.attribute(node, "dir", Field::Direction, 0.8);
        }
        if let Some(title) = document.by_tag(Tag::Title).find(|&node| document.tree().is_html(node)) {
            let text = words::clean(document.tree().text_content(title));
            if !text.is_empty() {
                reading.dated_title(&text, title);
                reading.out.push(Candidate::text(Field::Headline, text, Origin::Meta, 0.55).at(document.source_of(title)));
            }
        }
        document.by_tag(Tag::Meta).for_each(|node| reading.meta(node));
        document.by_tag(Tag::Link).for_each(|node| reading.link(node));
        reading.out
    }
}

/// What the content of a `<meta>` is read as.
#[derive(Clone, Copy)]
enum Content {
    Words,
    People,
    Date,
    List,
    Address,
}

/// The field that a name stands for, how its content is read and how far it is trusted: the names of Dublin Core, of the analytics that newsrooms use, of
/// search engines and of scholarly indexes.
fn meaning(name: &str) -> Option<(Field, Content, f64)> {
    Some(match name {
        "title" => (Field::Headline, Content::Words, 0.5),
        "dc.title" | "dcterms.title" | "dc:title" | "dcterms:title" => (Field::Headline, Content::Words, 0.6),
        "parsely-title" | "sailthru.title" | "citation_title" | "headline" | "hdl" | "cxenseparse:title" | "article:title" | "bt:title"
        | "fb_title" => (Field::Headline, Content::Words, 0.7),
        "author" | "authors" | "article.author" | "article:author_name" | "autor" => (Field::Author, Content::People, 0.7),
        "dc.creator" | "dcterms.creator" | "dc:creator" | "dcterms:creator" | "dc.contributor" => (Field::Author, Content::People, 0.7),
        "parsely-author" | "sailthru.author" | "byl" | "citation_author" | "cxenseparse:author" | "byline" | "bt:author" | "creator"
        | "article_author" | "rbauthors" | "vr:author" => (Field::Author, Content::People, 0.82),
        "parsely-pub-date"
        | "article.published"
        | "pubdate"
        | "publish-date"
        | "publish_date"
        | "publication_date"
        | "publishdate"
        | "published-date"
        | "published_date"
        | "date-published"
        | "dc.date.issued"
        | "dcterms.issued"
        | "datepublished"
        | "sailthru.date"
        | "cxenseparse:recs:publishtime"
        | "cxenseparse:publishtime"
        | "citation_publication_date"
        | "citation_online_date"
        | "published"
        | "published_time"
        | "article_date_original"
        | "originalpublicationdate"
        | "ptime"
        | "dcterms.date"
        | "rbpubdate"
        | "pdate"
        | "vr:published_time"
        | "iso-8601-publish-date"
        | "published_at"
        | "created" => (Field::Published, Content::Date, 0.88),
        // what kind of date it is they do not say: against one that is printed it is right one time in five (wcxb, snippets)
        "date" | "dc.date" | "dc:date" => (Field::Published, Content::Date, 0.41),
        "dc.date.created" | "dcterms.created" | "dc.created" | "citation_date" | "release_date" | "creation_date" | "date_published" => {
            (Field::Published, Content::Date, 0.64)
        }
        "last-modified" | "revised" | "dcterms.modified" | "dc.date.modified" | "lastmod" | "utime" | "article.updated" | "modified"
        | "datemodified" | "last_updated_date" | "updated" | "moddate" => (Field::Modified, Content::Date, 0.8),
        "description" | "dc.description" | "dcterms.description" | "dcterms.abstract" | "abstract" => {
            (Field::Description, Content::Words, 0.75)
        }
        "keywords" => (Field::Tag, Content::List, 0.45),
        "news_keywords" | "parsely-tags" | "sailthru.tags" | "dc.subject" => (Field::Tag, Content::List, 0.6),
        "section" | "parsely-section" | "article.section" | "cg" | "article-section" | "articlesection" | "cxenseparse:section" => {
            (Field::Section, Content::Words, 0.7)
        }
        "publisher" | "dc.publisher" | "dcterms.publisher" | "citation_journal_title" => (Field::PublisherName, Content::Words, 0.7),
        "application-name" | "apple-mobile-web-app-title" => (Field::PublisherName, Content::Words, 0.45),
        "dc.rights" | "dcterms.license" | "dcterms.rights" | "rights" | "license" => (Field::License, Content::Address, 0.7),
        "language" | "dc.language" | "dcterms.language" | "content-language" => (Field::Language, Content::Words, 0.5),
        // those with a prefix of OpenGraph's are read there
        other if ["og:", "article:", "twitter:", "book:", "al:"].iter().any(|prefix| other.starts_with(prefix)) => return None,
        other if PUBLISHED.first_in(other).is_some() => (Field::Published, Content::Date, 0.7),
        other if MODIFIED.first_in(other).is_some() => (Field::Modified, Content::Date, 0.6),
        _ => return None,
    })
}

/// Words in names of one site alone that tell what they stand for.
static PUBLISHED: ByFirstByte = ByFirstByte::of(&["publish", "pubdate"]);
static MODIFIED: ByFirstByte = ByFirstByte::of(&["lastupdate", "modified"]);

struct Reading<'a, 'i> {
    document: &'a Document<'i>,
    dates: DateReader<'a, 'i>,
    out: Vec<Candidate>,
}

impl Reading<'_, '_> {
    fn attribute(&mut self, node: NodeId, name: &str, field: Field, confidence: f64) {
        let Some(attribute) = self.document.tree().find_attr(node, name) else { return };
        let value = words::fold(&attribute.value());
        if !value.is_empty() {
            let source = vec![self.document.source_span(attribute.value_span().into())];
            self.out.push(Candidate::text(field, value, Origin::Meta, confidence).at(source));
        }
    }

    /// The date that stands as a part of its own at a title's end: "Cow leaves meadow | Gazette | 28.04.2023".
    fn dated_title(&mut self, title: &str, node: NodeId) {
        let last = title::splits(title).last().and_then(|&(at, length)| title.get(at + length..)).unwrap_or_default();
        if last.starts_with(|c: char| c.is_ascii_digit()) && last.len() <= 40 {
            let dates = self.dates.machine(last).into_iter();
            let source = self.document.source_of(node);
            self.out
                .extend(dates.map(|(date, share)| Candidate::date(Field::Published, date, Origin::Meta, 0.55 * share).at(source.clone())));
        }
    }

    fn meta(&mut self, node: NodeId) {
        let tree = self.document.tree();
        let names = [NAME, PROPERTY, HTTP_EQUIV].into_iter().filter_map(|name| tree.find_known(node, name));
        let found = names.map(|name| name.value()).find_map(|name| meaning(&lower(&name)));
        let (Some((field, content, confidence)), Some(attribute)) = (found, tree.find_known(node, CONTENT)) else { return };
        let text = words::clean(attribute.value());
        if text.is_empty() {
            return;
        }
        let source: Vec<SourceSpan> = vec![self.document.source_span(attribute.value_span().into())];
        let mut add = |value, confidence| self.out.push(Candidate::new(field, value, Origin::Meta, confidence).at(source.clone()));
        match content {
            Content::Words => add(Value::Text(text), confidence),
            Content::People => name::people(&text).into_iter().for_each(|author| add(Value::Author(author), confidence)),
            Content::Date => self.dates.machine(&text).into_iter().for_each(|(date, share)| add(Value::Date(date), confidence * share)),
            Content::List => text
                .split([',', ';'])
                .map(words::fold)
                .filter(|tag| !tag.is_empty())
                .take(60)
                .for_each(|tag| add(Value::Text(tag), confidence)),
            Content::Address => add(Value::Text(text), confidence),
        }
    }

    fn link(&mut self, node: NodeId) {
        let tree = self.document.tree();
        let Some(rel) = tree.find_known(node, REL) else { return };
        let (field, confidence) = match lower(&rel.value()).as_ref() {
            "canonical" => (Field::CanonicalUrl, 0.9),
            "license" => (Field::License, 0.9),
            "image_src" => {
                if let Some(href) = tree.attr(node, "href").filter(|href| !href.trim().is_empty()) {
                    let image = crate::model::Image::new(self.document.resolve(&href));
                    self.out.push(Candidate::new(Field::Image, Value::Image(image), Origin::Meta, 0.6).at(self.document.source_of(node)));
                }
                return;
            }
            _ => return,
        };
        let Some(attribute) = tree.find_known(node, HREF).filter(|href| !href.raw_value().trim().is_empty()) else { return };
        let source = vec![self.document.source_span(attribute.value_span().into())];
        self.out.push(Candidate::text(field, self.document.resolve(&attribute.value()), Origin::Meta, confidence).at(source));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::metadata::testing::candidates;

    #[test]
    fn names_of_many_vocabularies() {
        let page = "<html lang=de dir=ltr><title>Kuh weg | Der Anzeiger</title><meta name=author content='Käthe Müller'><meta name=DC.date.issued content=2020-02-03>\
            <meta name=last-modified content=2020-02-04><meta name=keywords content='Kuh, Weide'><link rel=canonical href=https://anzeiger.example/kuh>";
        let found = candidates(&Meta, page);
        let of = |field: Field| found.iter().filter(|one| one.field == field).map(|one| one.value.words()).collect::<Vec<_>>();
        assert_eq!(of(Field::Language), ["de"]);
        assert_eq!(of(Field::Headline), ["Kuh weg | Der Anzeiger"]);
        assert_eq!(of(Field::Author), ["Käthe Müller"]);
        assert_eq!(of(Field::Published), ["2020-02-03"]);
        assert_eq!(of(Field::Modified), ["2020-02-04"]);
        assert_eq!(of(Field::Tag), ["Kuh", "Weide"]);
        assert_eq!(of(Field::CanonicalUrl), ["https://anzeiger.example/kuh"]);
    }
}
