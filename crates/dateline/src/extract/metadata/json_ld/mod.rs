//! schema.org nodes in JSON-LD in, candidates for nearly every field out.
//!
//! A page may hold several scripts, each a node, an array, or a `@graph`; nodes refer to each other by `@id`. What is wanted is the one node that is this page's
//! article. Pages that list hundreds of others (a blog's front page, a feed of "more from us") hold nodes of the same types: they are
//! told apart by their address and their headline, in one pass.

mod graph;
mod schema;

use super::{date::DateReader, json::Kind, name, words};
use crate::{
    document::Document,
    model::{Author, Crumb, Image, Origin},
    stage::{Candidate, Context, Field, MetadataExtractor, Value},
    text::SourceSpan,
};
use graph::{Graph, Node, blocks};
use schema::Class;

/// Reads `<script type="application/ld+json">`.
pub(super) struct JsonLd;

impl MetadataExtractor for JsonLd {
    fn name(&self) -> &'static str {
        "json-ld"
    }

    fn candidates(&self, document: &Document<'_>, context: &Context<'_>) -> Vec<Candidate> {
        let blocks = blocks(document);
        if blocks.is_empty() {
            return Vec::new();
        }
        let graph = Graph::new(blocks);
        let mut reading = Reading { document, graph: &graph, dates: DateReader::of(document), out: Vec::new() };
        let mut articles = 0;
        for (node, class) in graph.nodes.iter().copied() {
            match class {
                Class::Article => articles += 1,
                Class::Page => reading.page(node),
                Class::Site => reading.site(node),
                Class::Publisher => reading.organisation(node, 0.4),
                Class::Breadcrumbs => reading.breadcrumbs(node),
                Class::Other => {}
            }
        }
        for (node, trust) in graph.articles(document, context, articles) {
            reading.article(node, trust);
        }
        reading.out
    }
}

/// What is made of the nodes.
struct Reading<'a, 't, 'i> {
    document: &'a Document<'i>,
    graph: &'a Graph<'t>,
    dates: DateReader<'a, 'i>,
    out: Vec<Candidate>,
}

impl Reading<'_, '_, '_> {
    fn source(&self, node: Node) -> Vec<SourceSpan> {
        let Some(block) = self.graph.blocks.get(node.0) else { return Vec::new() };
        let range = block.json.range(node.1);
        vec![self.document.source_span((block.start + range.start..block.start + range.end).into())]
    }

    fn add(&mut self, field: Field, value: Value, confidence: f64, node: Node) {
        let source = self.source(node);
        self.out.push(Candidate::new(field, value, Origin::JsonLd, confidence).at(source));
    }

    /// The words of the first string under a key.
    fn words_of(&self, node: Node, key: &str) -> Option<(String, Node)> {
        let found = self.graph.each(node, key).into_iter().find_map(|one| Some((words::clean(self.graph.text(one)?), one)))?;
        (!found.0.is_empty()).then_some(found)
    }

    fn add_words(&mut self, field: Field, node: Node, key: &str, confidence: f64) {
        if let Some((text, at)) = self.words_of(node, key) {
            self.add(field, Value::Text(text), confidence, at);
        }
    }

    fn article(&mut self, node: Node, trust: f64) {
        // newsrooms write the headline there, plug-ins for search engines the title for those
        let is_news = self.graph.types(node).iter().any(|one| one.contains("News") || one.contains("LiveBlog"));
        self.add_words(Field::Headline, node, "headline", if is_news { 0.8 } else { 0.6 } * trust);
        self.add_words(Field::Headline, node, "name", 0.5 * trust);
        self.add_words(Field::Headline, node, "alternativeHeadline", 0.2 * trust);
        self.add_words(Field::Description, node, "description", 0.8 * trust);
        // where a blog's data alone stands against the date that it prints, the print is right four times in five (wcxb)
        self.dates(node, if is_news { trust } else { 0.75 * trust });
        self.authors(node, trust);
        for one in self.graph.each(node, "publisher") {
            let publisher = self.graph.resolve(one);
            self.organisation(publisher, 0.9 * trust);
        }
        for one in self.graph.each(node, "articleSection") {
            if let Some(text) = self.graph.text(one).map(words::clean).filter(|text| !text.is_empty()) {
                self.add(Field::Section, Value::Text(text), 0.8 * trust, one);
            }
        }
        self.tags(node, trust);
        self.images(node, trust);
        self.add_words(Field::Language, node, "inLanguage", 0.5 * trust);
        self.access(node, trust);
        self.address(node, "license", Field::License, 0.9 * trust);
        self.address(node, "url", Field::CanonicalUrl, 0.6 * trust);
    }

    fn dates(&mut self, node: Node, trust: f64) {
        let keys = [
            (Field::Published, "datePublished", 0.96),
            (Field::Published, "uploadDate", 0.6),
            (Field::Published, "dateCreated", 0.5),
            (Field::Modified, "dateModified", 0.9),
        ];
        for (field, key, confidence) in keys {
            if let Some(at) = self.graph.each(node, key).into_iter().next() {
                let raw = self.graph.text(at).unwrap_or_default();
                for (date, share) in self.dates.machine(&raw) {
                    self.add(field, Value::Date(date), confidence * share * trust, at);
                }
            }
        }
    }

    fn authors(&mut self, node: Node, trust: f64) {
        for (key, confidence) in [("author", 0.93), ("creator", 0.75)] {
            for one in self.graph.each(node, key) {
                let person = self.graph.resolve(one);
                self.author(person, confidence * trust);
            }
        }
    }

    fn author(&mut self, person: Node, confidence: f64) {
        if let Some(raw) = self.graph.text(person) {
            for author in name::people(&words::clean(raw)) {
                self.add(Field::Author, Value::Author(author), confidence * 0.9, person);
            }
            return;
        }
        let is_person = self.graph.types(person).iter().all(|one| one.ends_with("Person"));
        let confidence = if is_person { confidence } else { confidence * 0.7 };
        // "name" may itself be a list of names
        for at in self.graph.each(person, "name") {
            let raw = self.graph.text(at).unwrap_or_default();
            let raw = words::clean(raw);
            let mut people = if is_person { name::people(&raw) } else { name::house(&raw).into_iter().collect() };
            if let [one] = people.as_mut_slice() {
                self.describe(one, person);
            }
            for author in people {
                self.add(Field::Author, Value::Author(author), confidence, at);
            }
        }
        let parts = [self.words_of(person, "givenName"), self.words_of(person, "familyName")];
        if let ([Some((given, at)), Some((family, _))], None) = (parts, self.graph.get(person, "name")) {
            self.add(Field::Author, Value::Author(Author::new(format!("{given} {family}"))), confidence, at);
        }
    }

    /// What a person's node says besides the name.
    fn describe(&self, author: &mut Author, person: Node) {
        if author.role.is_none() {
            author.role = self.words_of(person, "jobTitle").map(|(role, _)| role);
        }
        author.url =
            self.words_of(person, "url").map(|(url, _)| url).filter(|url| url.contains('/')).map(|url| self.document.resolve(&url));
        author.email = self.words_of(person, "email").map(|(email, _)| email.trim_start_matches("mailto:").to_owned());
        for key in ["affiliation", "worksFor"] {
            if author.affiliation.is_none() {
                let one = self.graph.each(person, key).into_iter().next().map(|one| self.graph.resolve(one));
                author.affiliation = one.and_then(|one| self.graph.text(one).or_else(|| Some(self.words_of(one, "name")?.0)));
            }
        }
    }

    fn organisation(&mut self, node: Node, confidence: f64) {
        if let Some(name) = self.graph.text(node).map(words::clean).filter(|name| !name.is_empty()) {
            self.add(Field::PublisherName, Value::Text(name), confidence * 0.9, node);
            return;
        }
        self.add_words(Field::PublisherName, node, "name", confidence);
        self.address(node, "url", Field::PublisherUrl, confidence);
        if let Some(logo) = self.graph.each(node, "logo").into_iter().next().map(|logo| self.graph.resolve(logo)) {
            let url = self.graph.text(logo).map(|url| (url, logo)).or_else(|| {
                let at = self.graph.get(logo, "url").or_else(|| self.graph.get(logo, "contentUrl"))?;
                Some((self.graph.text(at)?, at))
            });
            if let Some((url, at)) = url.filter(|(url, _)| !url.trim().is_empty()) {
                self.add(Field::PublisherLogo, Value::Text(self.document.resolve(&url)), confidence, at);
            }
        }
    }

    fn address(&mut self, node: Node, key: &str, field: Field, confidence: f64) {
        if let Some((url, at)) = self.words_of(node, key).filter(|(url, _)| url.contains('/')) {
            self.add(field, Value::Text(self.document.resolve(&url)), confidence, at);
        }
    }

    fn page(&mut self, node: Node) {
        self.add_words(Field::Headline, node, "headline", 0.5);
        self.add_words(Field::Headline, node, "name", 0.4);
        self.add_words(Field::Description, node, "description", 0.6);
        self.add_words(Field::Language, node, "inLanguage", 0.6);
        self.dates(node, 0.85);
        self.authors(node, 0.6);
        for one in self.graph.each(node, "publisher") {
            let publisher = self.graph.resolve(one);
            self.organisation(publisher, 0.6);
        }
    }

    fn site(&mut self, node: Node) {
        self.add_words(Field::PublisherName, node, "name", 0.6);
        self.address(node, "url", Field::PublisherUrl, 0.5);
    }

    fn breadcrumbs(&mut self, node: Node) {
        for one in self.graph.each(node, "itemListElement") {
            let item = self.graph.get(one, "item").map(|item| self.graph.resolve(item));
            let name = self.words_of(one, "name").or_else(|| self.words_of(item?, "name"));
            let Some((name, at)) = name else { continue };
            let url = item.and_then(|item| {
                self.graph.text(item).or_else(|| self.graph.text(self.graph.get(item, "@id").or_else(|| self.graph.get(item, "url"))?))
            });
            let crumb = Crumb { name, url: url.map(|url| self.document.resolve(&url)) };
            self.add(Field::Breadcrumb, Value::Crumb(crumb), 0.9, at);
        }
    }

    fn tags(&mut self, node: Node, trust: f64) {
        for one in self.graph.each(node, "keywords") {
            let text = self.graph.text(one).or_else(|| self.graph.text(self.graph.get(one, "name")?));
            let Some(text) = text else { continue };
            for tag in text.split([',', ';']).map(words::clean).filter(|tag| !tag.is_empty() && !tag.contains(':')) {
                self.add(Field::Tag, Value::Text(tag), 0.8 * trust, one);
            }
        }
    }

    fn images(&mut self, node: Node, trust: f64) {
        for key in ["image", "thumbnailUrl"] {
            for one in self.graph.each(node, key).into_iter().take(20) {
                let image = self.graph.resolve(one);
                let at = if self.graph.text(image).is_some() {
                    Some(image)
                } else {
                    self.graph.get(image, "url").or_else(|| self.graph.get(image, "contentUrl"))
                };
                let Some((url, at)) = at.and_then(|at| Some((self.graph.text(at)?, at))) else { continue };
                if url.trim().is_empty() {
                    continue;
                }
                let mut found = Image::new(self.document.resolve(&url));
                found.caption = self.words_of(image, "caption").map(|(caption, _)| caption);
                found.credit =
                    ["creditText", "copyrightHolder"].into_iter().find_map(|key| self.words_of(image, key)).map(|(credit, _)| credit);
                let pixels = |key| self.graph.text(self.graph.get(image, key)?)?.trim_end_matches("px").trim().parse().ok();
                (found.width, found.height) = (pixels("width"), pixels("height"));
                self.add(Field::Image, Value::Image(found), if key == "image" { 0.8 } else { 0.4 } * trust, at);
            }
        }
    }

    fn access(&mut self, node: Node, trust: f64) {
        let Some(at) = self.graph.get(node, "isAccessibleForFree") else { return };
        let flag = match self.graph.json(at).map(|json| json.kind(at.1)) {
            Some(Kind::Flag(flag)) => Some(flag),
            _ => match self.graph.text(at).unwrap_or_default().trim().to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" => Some(true),
                "false" | "no" | "0" => Some(false),
                _ => None,
            },
        };
        if let Some(flag) = flag {
            self.add(Field::FreeAccess, Value::Flag(flag), 0.9 * trust, at);
        }
    }
}
