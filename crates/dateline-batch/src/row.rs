//! What became of an input, as a row.

use arrow_array::RecordBatch;
use arrow_json::{ReaderBuilder, reader::Decoder};
use dateline::{Article, SourceSpan, model::*};
use serde::{Serialize, Serializer};

use crate::{Error, SCHEMA_VERSION, schema};

/// Rows of a batch, gathered one by one in the order of the inputs.
pub struct Rows {
    decoder: Decoder,
}

impl Rows {
    /// No rows yet.
    ///
    /// # Errors
    ///
    /// None that an input can cause.
    pub fn new() -> Result<Self, Error> {
        Ok(Self { decoder: ReaderBuilder::new(schema()).build_decoder()? })
    }

    /// A row of an article.
    ///
    /// # Errors
    ///
    /// Where the rows are more than one batch can hold.
    pub fn article(&mut self, article: &Article) -> Result<(), Error> {
        self.push("ok", None, Some(article))
    }

    /// A row for an input that was null.
    ///
    /// # Errors
    ///
    /// As [`article`](Self::article).
    pub fn null(&mut self) -> Result<(), Error> {
        self.push("null", None, None)
    }

    /// A row for an input that failed, and why.
    ///
    /// # Errors
    ///
    /// As [`article`](Self::article).
    pub fn failed(&mut self, error: &str) -> Result<(), Error> {
        self.push("failed", Some(error), None)
    }

    /// The batch of all rows.
    ///
    /// # Errors
    ///
    /// Where the rows are more than one batch can hold: some two gigabytes of one column.
    pub fn finish(mut self) -> Result<RecordBatch, Error> {
        Ok(self.decoder.flush()?.unwrap_or_else(|| RecordBatch::new_empty(schema())))
    }

    fn push(&mut self, status: &str, error: Option<&str>, article: Option<&Article>) -> Result<(), Error> {
        let row = Row { schema_version: SCHEMA_VERSION, status, error, article: article.map(Columns::of) };
        Ok(self.decoder.serialize(&[row])?)
    }
}

#[derive(Serialize)]
struct Row<'a> {
    schema_version: i32,
    status: &'a str,
    error: Option<&'a str>,
    #[serde(flatten)]
    article: Option<Columns<'a>>,
}

/// The columns that are the article's own.
#[derive(Serialize)]
struct Columns<'a> {
    id: Option<&'a str>,
    input: &'a InputInfo,
    page_kind: Option<&'a PageKind>,
    confidence: f64,
    truncated: Option<bool>,
    headline: Option<&'a str>,
    kicker: Option<&'a str>,
    deck: Option<&'a str>,
    byline: Option<&'a str>,
    authors: &'a [Author],
    dateline: Option<&'a Dateline>,
    published: Option<&'a DateStamp>,
    modified: Option<&'a DateStamp>,
    publisher: &'a Publisher,
    canonical_url: Option<&'a str>,
    language: Option<&'a str>,
    direction: Option<&'a Direction>,
    description: Option<&'a str>,
    section: Option<&'a str>,
    breadcrumbs: &'a [Crumb],
    tags: &'a [String],
    license: Option<&'a str>,
    free_access: Option<bool>,
    images: &'a [Image],
    text: &'a str,
    blocks: &'a [Block],
    quotes: &'a [Quote],
    people: &'a [Person],
    organisations: &'a [Organisation],
    places: &'a [Place],
    sources: &'a [Source],
    dates: &'a [TimeExpression],
    money: &'a [Money],
    annotations: &'a [Annotation],
    comments: &'a Comments,
    #[serde(serialize_with = "as_list")]
    evidence: &'a Article,
    removed: &'a [Removal],
    diagnostics: &'a [Diagnostic],
}

impl<'a> Columns<'a> {
    fn of(article: &'a Article) -> Self {
        Self {
            id: article.id.as_deref(),
            input: &article.input,
            page_kind: article.page_kind.as_ref(),
            confidence: article.confidence,
            truncated: article.truncated,
            headline: article.headline.as_deref(),
            kicker: article.kicker.as_deref(),
            deck: article.deck.as_deref(),
            byline: article.byline.as_deref(),
            authors: &article.authors,
            dateline: article.dateline.as_ref(),
            published: article.published.as_ref(),
            modified: article.modified.as_ref(),
            publisher: &article.publisher,
            canonical_url: article.canonical_url.as_deref(),
            language: article.language.as_deref(),
            direction: article.direction.as_ref(),
            description: article.description.as_deref(),
            section: article.section.as_deref(),
            breadcrumbs: &article.breadcrumbs,
            tags: &article.tags,
            license: article.license.as_deref(),
            free_access: article.free_access,
            images: &article.images,
            text: &article.text,
            blocks: &article.blocks,
            quotes: &article.quotes,
            people: &article.people,
            organisations: &article.organisations,
            places: &article.places,
            sources: &article.sources,
            dates: &article.dates,
            money: &article.money,
            annotations: &article.annotations,
            comments: &article.comments,
            evidence: article,
            removed: &article.removed,
            diagnostics: &article.diagnostics,
        }
    }
}

/// One piece of evidence with the name of its field: a list of these is read by every engine, and a map is not.
#[derive(Serialize)]
pub(crate) struct Piece<'a> {
    field: &'a str,
    value: &'a str,
    from: &'a Origin,
    source: &'a [SourceSpan],
    confidence: f64,
    chosen: bool,
}

pub(crate) fn pieces(article: &Article) -> impl Iterator<Item = Piece<'_>> {
    article.evidence.iter().flat_map(|(field, evidence)| {
        evidence.iter().map(move |one| Piece {
            field,
            value: &one.value,
            from: &one.from,
            source: &one.source,
            confidence: one.confidence,
            chosen: one.chosen,
        })
    })
}

fn as_list<S: Serializer>(article: &&Article, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(pieces(article))
}
