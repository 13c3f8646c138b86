//! The article itself.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use arrow_array::RecordBatch;
use dateline::{
    model,
    render::{Format, Html, Json, Markdown, Text},
    stage::Renderer,
};
use dateline_batch::frame;
use pyo3::{
    prelude::*,
    types::{PyBytes, PyString},
};

use crate::{
    arrow::Batch,
    batch::failed,
    block::{Block, Section},
    entity::{Organisation, Person, Place, Source},
    error::{InternalError, OptionError, core},
    found::{Annotation, Money, TimeExpression},
    metadata::{Author, Comments, Crumb, DateStamp, Dateline, Image, InputInfo, Publisher},
    quote::Quote,
    rows::Rows,
    span::{SourceSpan, SpanLike},
    trace::{Diagnostic, Evidence, Removal},
    view::{MatchArgs, Reduced, Shown, View, fields, parsed},
    whole::Whole,
};

/// One news article, whatever it was read from: schema `dateline/1`.
///
/// Spans are code points of `text`, so that `article.text[x.span.start:x.span.stop]` are the words of `x`. `to_dict()` and `to_json()` have the
/// offsets of the schema: UTF-8 bytes. Articles are frozen, compare by value, can be hashed, copied and pickled.
#[pyclass(frozen, eq, hash, module = "dateline")]
pub(crate) struct Article {
    whole: Arc<Whole>,
}

impl Article {
    pub(crate) fn new(article: model::Article) -> Self {
        Self { whole: Arc::new(Whole::new(article)) }
    }

    pub(crate) fn it(&self) -> &model::Article {
        self.whole.article()
    }

    fn one<T: View>(&self, it: &T::Model) -> T {
        T::new(&self.whole, it.clone())
    }

    fn all<T: View>(&self, list: &[T::Model]) -> Rows<T> {
        list.iter().map(|it| self.one(it)).collect()
    }

    fn bytes_of(&self, span: &SpanLike<'_>) -> dateline::Span {
        let (start, stop) = span.ends();
        self.whole.to_bytes(start, stop)
    }
}

impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.whole, &other.whole) || self.it() == other.it()
    }
}

impl Hash for Article {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let it = self.it();
        (&it.id, &it.headline, &it.canonical_url, &it.text).hash(hasher);
    }
}

/// A table of an article, for any library that reads Arrow.
fn framed(table: Result<RecordBatch, dateline_batch::Error>) -> PyResult<Batch> {
    table.map(Batch).map_err(|error| failed(&error))
}

fields!(Article: "headline", "text");

#[pymethods]
impl Article {
    /// What the caller named the input, or its path.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.it().id.as_deref()
    }

    /// What it was made from.
    #[getter]
    fn input(&self) -> InputInfo {
        self.one(&self.it().input)
    }

    /// What kind of page it is: `article`, `live`, `forum`, `listing`, `error` and others.
    #[getter]
    fn page_kind(&self) -> Option<&str> {
        self.it().page_kind.as_ref().map(model::PageKind::as_str)
    }

    /// How sure it is that the text is the article, whole and alone: 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        self.it().confidence
    }

    /// Whether the text looks cut (a paywall, "read more"); `None` where nothing tells.
    #[getter]
    fn truncated(&self) -> Option<bool> {
        self.it().truncated
    }

    /// What it is called.
    #[getter]
    fn headline(&self) -> Option<&str> {
        self.it().headline.as_deref()
    }

    /// The line above the headline.
    #[getter]
    fn kicker(&self) -> Option<&str> {
        self.it().kicker.as_deref()
    }

    /// The standfirst: the lines below the headline.
    #[getter]
    fn deck(&self) -> Option<&str> {
        self.it().deck.as_deref()
    }

    /// Who wrote it, as printed.
    #[getter]
    fn byline(&self) -> Option<&str> {
        self.it().byline.as_deref()
    }

    /// Who wrote it, one by one.
    #[getter]
    fn authors(&self) -> Rows<Author> {
        self.all(&self.it().authors)
    }

    /// Where and when it was written, by its own opening.
    #[getter]
    fn dateline(&self) -> Option<Dateline> {
        self.it().dateline.as_ref().map(|dateline| self.one(dateline))
    }

    /// When it was published.
    #[getter]
    fn published(&self) -> Option<DateStamp> {
        self.it().published.as_ref().map(|published| self.one(published))
    }

    /// When it was last changed.
    #[getter]
    fn modified(&self) -> Option<DateStamp> {
        self.it().modified.as_ref().map(|modified| self.one(modified))
    }

    /// Who published it.
    #[getter]
    fn publisher(&self) -> Publisher {
        self.one(&self.it().publisher)
    }

    /// The address that the page calls its own.
    #[getter]
    fn canonical_url(&self) -> Option<&str> {
        self.it().canonical_url.as_deref()
    }

    /// BCP 47 tag of its language.
    #[getter]
    fn language(&self) -> Option<&str> {
        self.it().language.as_deref()
    }

    /// Which way its text runs: `ltr` or `rtl`.
    #[getter]
    fn direction(&self) -> Option<&str> {
        self.it().direction.as_ref().map(model::Direction::as_str)
    }

    /// What the page says it is about, for search engines.
    #[getter]
    fn description(&self) -> Option<&str> {
        self.it().description.as_deref()
    }

    /// The section of the paper.
    #[getter]
    fn section(&self) -> Option<&str> {
        self.it().section.as_deref()
    }

    /// The way to it from the front page.
    #[getter]
    fn breadcrumbs(&self) -> Rows<Crumb> {
        self.all(&self.it().breadcrumbs)
    }

    /// Tags and topics.
    #[getter]
    fn tags(&self) -> Rows<&str> {
        self.it().tags.iter().map(String::as_str).collect()
    }

    /// The licence that the page names.
    #[getter]
    fn license(&self) -> Option<&str> {
        self.it().license.as_deref()
    }

    /// Whether the publisher claims that it can be read for free.
    #[getter]
    fn free_access(&self) -> Option<bool> {
        self.it().free_access
    }

    /// Its pictures.
    #[getter]
    fn images(&self) -> Rows<Image> {
        self.all(&self.it().images)
    }

    /// The body as one reads it: blocks in order, joined by blank lines.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.whole.text(py)
    }

    /// The body's blocks.
    #[getter]
    fn blocks(&self) -> Rows<Block> {
        self.all(&self.it().blocks)
    }

    /// The words of the paragraphs, in order.
    #[getter]
    fn paragraphs(&self) -> Rows<&str> {
        self.it().paragraphs().collect()
    }

    /// The body cut at its headings.
    #[getter]
    fn sections(&self) -> Rows<Section> {
        self.it().sections().into_iter().map(|section| Section::new(&self.whole, section.into())).collect()
    }

    /// What was said.
    #[getter]
    fn quotes(&self) -> Rows<Quote> {
        self.all(&self.it().quotes)
    }

    /// Who is named.
    #[getter]
    fn people(&self) -> Rows<Person> {
        self.all(&self.it().people)
    }

    /// Which organisations are named.
    #[getter]
    fn organisations(&self) -> Rows<Organisation> {
        self.all(&self.it().organisations)
    }

    /// Which places are named.
    #[getter]
    fn places(&self) -> Rows<Place> {
        self.all(&self.it().places)
    }

    /// Who is cited.
    #[getter]
    fn sources(&self) -> Rows<Source> {
        self.all(&self.it().sources)
    }

    /// Times in running text.
    #[getter]
    fn dates(&self) -> Rows<TimeExpression> {
        self.all(&self.it().dates)
    }

    /// Amounts of money.
    #[getter]
    fn money(&self) -> Rows<Money> {
        self.all(&self.it().money)
    }

    /// What annotators of others found.
    #[getter]
    fn annotations(&self) -> Rows<Annotation> {
        self.all(&self.it().annotations)
    }

    /// Readers' comments.
    #[getter]
    fn comments(&self) -> Comments {
        self.one(&self.it().comments)
    }

    /// The evidence for each metadata field, by the field's name.
    #[getter]
    fn evidence(&self) -> std::collections::BTreeMap<&str, Rows<Evidence>> {
        self.it().evidence.iter().map(|(field, evidence)| (field.as_str(), self.all(evidence))).collect()
    }

    /// What was left out of the text, and why.
    #[getter]
    fn removed(&self) -> Rows<Removal> {
        self.all(&self.it().removed)
    }

    /// What went wrong or was given up.
    #[getter]
    fn diagnostics(&self) -> Rows<Diagnostic> {
        self.all(&self.it().diagnostics)
    }

    /// What a person said: one of `people`, or its position there.
    #[pyo3(signature = (person: "Person | int"))]
    fn quotes_by(&self, person: &Bound<'_, PyAny>) -> PyResult<Rows<Quote>> {
        let place = match person.cast::<Person>() {
            Ok(person) => self.it().people.iter().position(|one| one == person.get().it()).and_then(|place| u32::try_from(place).ok()),
            Err(_) => Some(person.extract::<u32>()?),
        };
        Ok(place.map_or(Rows(Vec::new()), |place| self.it().quotes_by(place).map(|quote| self.one(quote)).collect()))
    }

    /// The bytes of what was handed in that a span of the text came from, in the order of the text: of a `str` those of its UTF-8, of a file its own.
    ///
    /// The span is a `Span` or its two ends, in code points. `None` for an article that was read from JSON without its source map.
    #[pyo3(signature = (span: "Span | tuple[int, int]"))]
    fn source_spans(&self, span: SpanLike<'_>) -> Option<Rows<SourceSpan>> {
        Some(self.it().source_spans(self.bytes_of(&span))?.into_iter().map(SourceSpan::from).collect())
    }

    /// The JSON of the schema `dateline/1`, parsed: its offsets are UTF-8 bytes of the text, not code points.
    ///
    /// With `source_spans` every object with a span has its `source`, too, and the article its `source_map`.
    #[pyo3(signature = (*, source_spans = false) -> "dict[str, typing.Any]")]
    fn to_dict<'py>(&self, py: Python<'py>, source_spans: bool) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.to_json(false, source_spans))
    }

    /// JSON of the schema `dateline/1`, on one line or with a key a line: its offsets are UTF-8 bytes of the text, not code points.
    ///
    /// With `source_spans` every object with a span has its `source`, too, and the article its `source_map`.
    #[pyo3(signature = (*, indent = false, source_spans = false))]
    fn to_json(&self, indent: bool, source_spans: bool) -> String {
        let json = if indent { Json::default() } else { Json::line() };
        Renderer::to_string(&json.with_source_spans(source_spans), self.it())
    }

    /// Reads an article from JSON of the schema `dateline/1`; keys that this version does not know are passed over.
    ///
    /// Raises `JsonError` for what is no such JSON, or has spans that do not lie on its text.
    #[staticmethod]
    #[pyo3(signature = (json: "str | bytes"))]
    fn from_json(json: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = match json.cast::<PyBytes>() {
            Ok(bytes) => std::str::from_utf8(bytes.as_bytes()).map_err(|error| crate::error::JsonError::new_err(error.to_string()))?,
            Err(_) => json.cast::<PyString>()?.to_str()?,
        };
        model::Article::from_json(text).map(Self::new).map_err(|error| core(&error))
    }

    /// Markdown: YAML front matter, unless left out, and CommonMark.
    #[pyo3(signature = (*, front_matter = true))]
    fn to_markdown(&self, front_matter: bool) -> String {
        let markdown = if front_matter { Markdown::default() } else { Markdown::without_front_matter() };
        markdown.to_string(self.it())
    }

    /// A page of HTML, or with `document=False` its body alone, to be put into another page.
    #[pyo3(signature = (*, document = true))]
    fn to_html(&self, document: bool) -> String {
        let html = if document { Html::default() } else { Html::fragment() };
        html.to_string(self.it())
    }

    /// Plain text, with the headline and what belongs to it, or with `head=False` the body alone.
    #[pyo3(signature = (*, head = true))]
    fn to_text(&self, head: bool) -> String {
        let text = if head { Text::default() } else { Text::body() };
        Renderer::to_string(&text, self.it())
    }

    /// The article in any format of the library: `markdown`, `json`, `jsonl`, `text`, `html`, `json-ld`, `ninjs`, `tei`.
    ///
    /// Raises `OptionError` for another name.
    fn render(&self, format: &str) -> PyResult<String> {
        let known = Format::from_name(format).ok_or_else(|| {
            let names = Format::ALL.map(Format::name).join(", ");
            OptionError::new_err(format!("format {format:?} is not known; use one of {names}"))
        })?;
        Ok(known.renderer().to_string(self.it()))
    }

    /// An Arrow table of the blocks of the body: `kind`, `level`, and their words and place.
    fn blocks_frame(&self) -> PyResult<Batch> {
        framed(frame::blocks(self.it()))
    }

    /// An Arrow table of the quotes: `kind`, `speaker`, `person`, `cue`, `via`, `confidence`, and their words and place.
    fn quotes_frame(&self) -> PyResult<Batch> {
        framed(frame::quotes(self.it()))
    }

    /// An Arrow table of the people: `name`, `role`, `organisation`, and how many times they are mentioned.
    fn people_frame(&self) -> PyResult<Batch> {
        framed(frame::people(self.it()))
    }

    /// An Arrow table of the organisations: `name`, `kind`, and how many times they are mentioned.
    fn organisations_frame(&self) -> PyResult<Batch> {
        framed(frame::organisations(self.it()))
    }

    /// An Arrow table of the places: `name`, `country`, and how many times they are mentioned.
    fn places_frame(&self) -> PyResult<Batch> {
        framed(frame::places(self.it()))
    }

    /// An Arrow table of the cited sources: `name`, `kind`, and how many times they are mentioned.
    fn sources_frame(&self) -> PyResult<Batch> {
        framed(frame::sources(self.it()))
    }

    /// An Arrow table of the mentions of people, organisations, places and sources: `of`, `name`, `as`, and their words and place.
    fn mentions_frame(&self) -> PyResult<Batch> {
        framed(frame::mentions(self.it()))
    }

    /// An Arrow table of the times in the words: `kind`, `value`, `mod`, `precision`, `anchor`, and their words and place.
    fn dates_frame(&self) -> PyResult<Batch> {
        framed(frame::dates(self.it()))
    }

    /// An Arrow table of the amounts of money: `amount`, `amount_max`, `currency`, `per`, `assumed`, and their words and place.
    fn money_frame(&self) -> PyResult<Batch> {
        framed(frame::money(self.it()))
    }

    /// An Arrow table of the finds of annotators of others: `kind`, `value`, `by`, and their words and place.
    fn annotations_frame(&self) -> PyResult<Batch> {
        framed(frame::annotations(self.it()))
    }

    /// An Arrow table of the evidence for the metadata: `field`, `value`, `from`, `confidence`, `chosen`.
    fn evidence_frame(&self) -> PyResult<Batch> {
        framed(frame::evidence(self.it()))
    }

    fn __repr__(&self) -> String {
        let it = self.it();
        let words = it.text.split_whitespace().count();
        let shown = Shown::new("Article").words(it.headline.as_deref().or_else(|| it.paragraphs().next()).unwrap_or_default());
        let shown = shown.named("published", it.published.as_ref().map(|published| published.value.as_str()));
        let shown = shown.named("language", it.language.as_deref()).number(words, "word", "words");
        let shown = shown.number(it.quotes.len(), "quote", "quotes").number(it.people.len(), "person", "people");
        shown.number(it.diagnostics.len(), "diagnostic", "diagnostics").done()
    }

    /// What a notebook shows: the article as one reads it, with all that was found in it marked.
    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyString>> {
        Ok(slf.py().import("dateline._notebook")?.call_method1("article_html", (slf,))?.cast_into()?)
    }

    #[classattr]
    fn __match_args__() -> MatchArgs<Self> {
        MatchArgs::new()
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }

    /// With the source map, so that an article that was pickled still leads back to its source.
    #[pyo3(signature = () -> "tuple[typing.Any, ...]")]
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py, (Bound<'py, PyBytes>,)>> {
        let json = serde_json::to_vec(slf.get().it()).map_err(|error| InternalError::new_err(error.to_string()))?;
        Ok((slf.get_type().getattr("from_json")?, (PyBytes::new(slf.py(), &json),)))
    }
}
