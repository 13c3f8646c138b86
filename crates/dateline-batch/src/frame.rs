//! An article in, flat tables of one kind of thing out: a row a thing, columns that every dataframe library takes.
//!
//! Spans are two columns, `start` and `stop`, in UTF-8 bytes of the text, and the words that lie there are a column of their own.

use arrow_array::RecordBatch;
use arrow_json::ReaderBuilder;
use arrow_schema::Field;
use dateline::{
    Article, Span,
    model::{BlockKind, Mention, Precision},
};
use serde::Serialize;

use crate::{
    Error,
    row::pieces,
    schema::{flag, number, share, text, with_version},
};

fn table<R: Serialize>(columns: Vec<Field>, rows: impl Iterator<Item = R>) -> Result<RecordBatch, Error> {
    let schema = with_version(columns);
    let mut decoder = ReaderBuilder::new(schema.clone()).build_decoder()?;
    decoder.serialize(&rows.collect::<Vec<_>>())?;
    Ok(decoder.flush()?.unwrap_or_else(|| RecordBatch::new_empty(schema)))
}

/// Where a span lies, and the words there.
#[derive(Serialize)]
struct Place<'a> {
    text: &'a str,
    start: u32,
    stop: u32,
}

impl<'a> Place<'a> {
    fn of(article: &'a Article, span: Span) -> Self {
        Self { text: article.slice(span), start: span.start, stop: span.end }
    }
}

fn with_place(mut columns: Vec<Field>) -> Vec<Field> {
    columns.extend([text("text"), number("start"), number("stop")]);
    columns
}

/// The blocks of the body: `kind`, `level`, and their place.
///
/// # Errors
///
/// None that an article can cause, unless it has more than a batch can hold; as all of these.
pub fn blocks(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        kind: &'a str,
        level: Option<u8>,
        #[serde(flatten)]
        place: Place<'a>,
    }
    let rows = article.blocks.iter().map(|block| Row {
        kind: block.kind.as_str(),
        level: if let BlockKind::Heading { level } = block.kind { Some(level) } else { None },
        place: Place::of(article, block.span),
    });
    table(with_place(vec![text("kind"), number("level")]), rows)
}

/// The quotes: `kind`, `speaker`, which of the people that is, `cue`, `via`, `confidence`, and their place.
///
/// # Errors
///
/// As [`blocks`].
pub fn quotes(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        kind: &'a str,
        speaker: Option<&'a str>,
        person: Option<u32>,
        cue: Option<&'a str>,
        via: Option<&'a str>,
        confidence: f64,
        #[serde(flatten)]
        place: Place<'a>,
    }
    let rows = article.quotes.iter().map(|quote| Row {
        kind: quote.kind.as_str(),
        speaker: quote.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        person: quote.speaker.as_ref().and_then(|speaker| speaker.person),
        cue: quote.cue.as_ref().map(|cue| cue.text.as_str()),
        via: quote.via.as_ref().map(|via| via.name.as_str()),
        confidence: quote.confidence,
        place: Place::of(article, quote.span),
    });
    table(with_place(vec![text("kind"), text("speaker"), number("person"), text("cue"), text("via"), share("confidence")]), rows)
}

/// The people: `name`, `role`, `organisation`, and how many times they are mentioned.
///
/// # Errors
///
/// As [`blocks`].
pub fn people(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        name: &'a str,
        role: Option<&'a str>,
        organisation: Option<&'a str>,
        mentions: usize,
    }
    let rows = article.people.iter().map(|person| Row {
        name: &person.name,
        role: person.role.as_deref(),
        organisation: person.organisation.as_deref(),
        mentions: person.mentions.len(),
    });
    table(vec![text("name"), text("role"), text("organisation"), number("mentions")], rows)
}

/// One named thing that has a kind.
#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    kind: Option<&'a str>,
    mentions: usize,
}

fn named<'a>(rows: impl Iterator<Item = Named<'a>>) -> Result<RecordBatch, Error> {
    table(vec![text("name"), text("kind"), number("mentions")], rows)
}

/// The organisations: `name`, `kind`, and how many times they are mentioned.
///
/// # Errors
///
/// As [`blocks`].
pub fn organisations(article: &Article) -> Result<RecordBatch, Error> {
    named(article.organisations.iter().map(|one| Named { name: &one.name, kind: one.kind.as_deref(), mentions: one.mentions.len() }))
}

/// The cited sources: `name`, `kind`, and how many times they are mentioned.
///
/// # Errors
///
/// As [`blocks`].
pub fn sources(article: &Article) -> Result<RecordBatch, Error> {
    named(article.sources.iter().map(|one| Named { name: &one.name, kind: Some(one.kind.as_str()), mentions: one.mentions.len() }))
}

/// The places: `name`, `country`, and how many times they are mentioned.
///
/// # Errors
///
/// As [`blocks`].
pub fn places(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        name: &'a str,
        country: Option<&'a str>,
        mentions: usize,
    }
    let rows = article.places.iter().map(|one| Row { name: &one.name, country: one.country.as_deref(), mentions: one.mentions.len() });
    table(vec![text("name"), text("country"), number("mentions")], rows)
}

/// Every mention of a person, an organisation, a place or a source: `of` which of these, its `name`, `as` what it is mentioned, and its place.
///
/// # Errors
///
/// As [`blocks`].
pub fn mentions(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        of: &'static str,
        name: &'a str,
        r#as: &'a str,
        #[serde(flatten)]
        place: Place<'a>,
    }
    fn rows<'a>(article: &'a Article, of: &'static str, name: &'a str, mentions: &'a [Mention]) -> impl Iterator<Item = Row<'a>> {
        mentions.iter().map(move |mention| Row { of, name, r#as: mention.kind.as_str(), place: Place::of(article, mention.span) })
    }
    let people = article.people.iter().flat_map(|one| rows(article, "person", &one.name, &one.mentions));
    let organisations = article.organisations.iter().flat_map(|one| rows(article, "organisation", &one.name, &one.mentions));
    let places = article.places.iter().flat_map(|one| rows(article, "place", &one.name, &one.mentions));
    let sources = article.sources.iter().flat_map(|one| rows(article, "source", &one.name, &one.mentions));
    table(with_place(vec![text("of"), text("name"), text("as")]), people.chain(organisations).chain(places).chain(sources))
}

/// The times in the words: `kind`, `value`, `mod`, `precision`, `anchor`, and their place.
///
/// # Errors
///
/// As [`blocks`].
pub fn dates(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        kind: &'a str,
        value: Option<&'a str>,
        r#mod: Option<&'a str>,
        precision: Option<&'a str>,
        anchor: Option<&'a str>,
        #[serde(flatten)]
        place: Place<'a>,
    }
    let rows = article.dates.iter().map(|date| Row {
        kind: date.kind.as_str(),
        value: date.value.as_deref(),
        r#mod: date.modifier.as_deref(),
        precision: date.precision.as_ref().map(Precision::as_str),
        anchor: date.anchor.as_deref(),
        place: Place::of(article, date.span),
    });
    table(with_place(["kind", "value", "mod", "precision", "anchor"].map(text).into()), rows)
}

/// The amounts of money: `amount` and `amount_max` as exact decimals in strings, `currency`, `per`, `assumed`, and their place.
///
/// # Errors
///
/// As [`blocks`].
pub fn money(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        amount: &'a str,
        amount_max: Option<&'a str>,
        currency: Option<&'a str>,
        per: Option<&'a str>,
        assumed: bool,
        #[serde(flatten)]
        place: Place<'a>,
    }
    let rows = article.money.iter().map(|money| Row {
        amount: &money.amount,
        amount_max: money.amount_max.as_deref(),
        currency: money.currency.as_deref(),
        per: money.per.as_deref(),
        assumed: money.assumed,
        place: Place::of(article, money.span),
    });
    table(with_place(vec![text("amount"), text("amount_max"), text("currency"), text("per"), flag("assumed")]), rows)
}

/// What annotators of others found: `kind`, `value`, `by`, and their place.
///
/// # Errors
///
/// As [`blocks`].
pub fn annotations(article: &Article) -> Result<RecordBatch, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        kind: &'a str,
        value: Option<&'a str>,
        by: &'a str,
        #[serde(flatten)]
        place: Place<'a>,
    }
    let rows = article.annotations.iter().map(|one| Row {
        kind: &one.kind,
        value: one.value.as_deref(),
        by: &one.by,
        place: Place::of(article, one.span),
    });
    table(with_place(["kind", "value", "by"].map(text).into()), rows)
}

/// The evidence for the metadata: `field`, `value`, `from`, `confidence`, `chosen`.
///
/// # Errors
///
/// As [`blocks`].
pub fn evidence(article: &Article) -> Result<RecordBatch, Error> {
    table(vec![text("field"), text("value"), text("from"), share("confidence"), flag("chosen")], pieces(article))
}
