//! OpenGraph and Twitter properties in, candidates out: what pages say of themselves for the cards of social networks.

use super::{
    attributes::{CONTENT, NAME, PROPERTY, lower},
    date::DateReader,
    name, words,
};
use crate::{
    document::{Document, NodeId, Tag},
    model::{Image, Origin},
    stage::{Candidate, Context, Field, MetadataExtractor, Value},
    text::WordSet,
};

/// Reads `og:`, `article:` and `twitter:` properties.
pub(super) struct OpenGraph;

impl MetadataExtractor for OpenGraph {
    fn name(&self) -> &'static str {
        "open-graph"
    }

    fn candidates(&self, document: &Document<'_>, _: &Context<'_>) -> Vec<Candidate> {
        let tree = document.tree();
        let mut reading = Reading { document, dates: DateReader::of(document), out: Vec::new(), image: None, labels: Vec::new() };
        for node in document.by_tag(Tag::Meta) {
            // either attribute names it: half of the pages write the wrong one
            let Some(name) = tree.find_known(node, PROPERTY).or_else(|| tree.find_known(node, NAME)) else { continue };
            let name = name.value();
            let name = lower(&name);
            let is_ours = ["og:", "article:", "twitter:", "book:"].iter().any(|prefix| name.starts_with(prefix));
            if is_ours && !UNREAD.contains(&name) {
                reading.property(&name, node);
            }
        }
        reading.finish()
    }
}

/// The commonest of the properties that say nothing of the article: their contents are not read.
static UNREAD: WordSet = WordSet::of(&[
    "og:type",
    "og:image:type",
    "og:locale:alternate",
    "article:publisher",
    "twitter:card",
    "twitter:site",
    "twitter:creator",
    "twitter:domain",
    "twitter:url",
]);

struct Reading<'a, 'i> {
    document: &'a Document<'i>,
    dates: DateReader<'a, 'i>,
    out: Vec<Candidate>,
    /// The picture that the properties which follow describe: its place in `out`.
    image: Option<usize>,
    /// Twitter's labels, by their number.
    labels: Vec<(String, String)>,
}

impl Reading<'_, '_> {
    fn property(&mut self, name: &str, node: NodeId) {
        let Some(attribute) = self.document.tree().find_known(node, CONTENT) else { return };
        let content = words::clean(attribute.value());
        if content.is_empty() {
            return;
        }
        let mut add = |field, value, confidence| {
            let source = vec![self.document.source_span(attribute.value_span().into())];
            self.out.push(Candidate::new(field, value, Origin::OpenGraph, confidence).at(source));
        };
        let text = |content: &str| Value::Text(content.to_owned());
        match name {
            "og:title" => add(Field::Headline, text(&content), 0.72),
            "twitter:title" | "twitter:text:title" => add(Field::Headline, text(&content), 0.66),
            "og:description" => add(Field::Description, text(&content), 0.7),
            "twitter:description" => add(Field::Description, text(&content), 0.6),
            "og:site_name" => add(Field::PublisherName, text(&content), 0.8),
            "og:url" => add(Field::CanonicalUrl, Value::Text(self.document.resolve(&content)), 0.6),
            "og:locale" => add(Field::Language, text(&content.replace('_', "-")), 0.4),
            "article:section" => add(Field::Section, text(&content), 0.8),
            "article:tag" => {
                content.split(',').map(words::fold).filter(|tag| !tag.is_empty()).for_each(|tag| add(Field::Tag, Value::Text(tag), 0.8))
            }
            "article:published_time" | "article:published" | "og:article:published_time" | "article:publish_date" => {
                self.dates(Field::Published, &content, 0.93, node)
            }
            "og:published_time" | "og:pubdate" | "article:post_date" => self.dates(Field::Published, &content, 0.8, node),
            "article:modified_time" | "article:modified" | "og:updated_time" | "article:updated_time" | "og:article:modified_time" => {
                self.dates(Field::Modified, &content, 0.9, node);
            }
            "article:author" | "og:article:author" | "og:author" | "book:author" | "article:author:name" => {
                for author in name::people(&content) {
                    add(Field::Author, Value::Author(author), 0.75);
                }
            }
            "og:image" | "og:image:url" | "twitter:image" | "twitter:image:src" | "og:image:secure_url" => self.image(name, &content, node),
            "og:image:width" | "og:image:height" | "og:image:alt" | "twitter:image:alt" => self.describe_image(name, content),
            _ => self.label(name, content, node),
        }
    }

    fn dates(&mut self, field: Field, raw: &str, confidence: f64, node: NodeId) {
        let source = self.source(node);
        let dates = self.dates.machine(raw).into_iter();
        self.out.extend(dates.map(|(date, share)| Candidate::date(field, date, Origin::OpenGraph, confidence * share).at(source.clone())));
    }

    fn source(&self, node: NodeId) -> Vec<crate::text::SourceSpan> {
        let attribute = self.document.tree().find_known(node, CONTENT);
        attribute.map(|attribute| self.document.source_span(attribute.value_span().into())).into_iter().collect()
    }

    fn image(&mut self, name: &str, url: &str, node: NodeId) {
        let url = self.document.resolve(url);
        let known = self.out.iter().position(|known| matches!(&known.value, Value::Image(image) if image.url == url));
        if known.is_none() {
            let confidence = if name == "og:image" { 0.85 } else { 0.7 };
            let image = Candidate::new(Field::Image, Value::Image(Image::new(url)), Origin::OpenGraph, confidence).at(self.source(node));
            self.out.push(image);
        }
        self.image = Some(known.unwrap_or(self.out.len() - 1));
    }

    fn describe_image(&mut self, name: &str, content: String) {
        let Some(Value::Image(image)) = self.image.and_then(|index| self.out.get_mut(index)).map(|candidate| &mut candidate.value) else {
            return;
        };
        match name {
            "og:image:width" => image.width = content.parse().ok(),
            "og:image:height" => image.height = content.parse().ok(),
            _ => image.alt = Some(content),
        }
    }

    /// `twitter:label1` "Written by" names what `twitter:data1` holds; WordPress writes both into every post.
    fn label(&mut self, name: &str, content: String, node: NodeId) {
        if let Some(number) = name.strip_prefix("twitter:label") {
            self.labels.push((number.to_owned(), content));
            return;
        }
        if let Some(label) = name.strip_prefix("twitter:misc:") {
            self.written_by(label, &content, node);
            return;
        }
        let Some(number) = name.strip_prefix("twitter:data") else { return };
        let label = self.labels.iter().find(|(label, _)| label == number).map_or(String::new(), |(_, label)| label.to_lowercase());
        self.written_by(&label, &content, node);
    }

    fn written_by(&mut self, label: &str, content: &str, node: NodeId) {
        if WRITTEN_BY.iter().any(|words| label.contains(words)) {
            let source = self.source(node);
            let people = name::people(content).into_iter();
            self.out.extend(
                people.map(|author| Candidate::new(Field::Author, Value::Author(author), Origin::OpenGraph, 0.82).at(source.clone())),
            );
        }
    }

    fn finish(self) -> Vec<Candidate> {
        self.out
    }
}

/// What WordPress and its translations call the label of the author.
const WRITTEN_BY: &[&str] = &[
    "written by",
    "author",
    "verfasst von",
    "geschrieben von",
    "autor",
    "écrit par",
    "rédigé par",
    "auteur",
    "escrito por",
    "scritto da",
    "geschreven door",
    "napisane przez",
    "napisał",
    "skriven av",
    "skrevet av",
    "skrevet af",
    "написано",
    "автор",
    "yazan",
    "ditulis oleh",
    "作者",
    "投稿者",
    "執筆者",
    "글쓴이",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::metadata::testing::candidates;

    #[test]
    fn the_label_says_what_the_data_is() {
        let page = "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jane Doe'>\
            <meta name=twitter:label2 content='Est. reading time'><meta name=twitter:data2 content='5 minutes'>";
        let found = candidates(&OpenGraph, page);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].field, found[0].value.words().as_str()), (Field::Author, "Jane Doe"));
        assert_eq!(&page[found[0].source[0].range()], "Jane Doe");
    }

    #[test]
    fn profiles_are_no_authors_and_modified_is_not_published() {
        let page = "<meta property=article:author content='https://social.example/jane'><meta property=article:modified_time content='2020-01-02'>\
            <meta property=og:image content=/a.jpg><meta property=og:image:width content=640>";
        let found = candidates(&OpenGraph, page);
        assert_eq!(found.iter().map(|one| one.field).collect::<Vec<_>>(), [Field::Modified, Field::Image]);
        assert!(matches!(&found[1].value, Value::Image(image) if image.width == Some(640)));
    }
}
