//! The schema of a batch: the model's, column by column.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use arrow_schema::{DataType, Field, Schema, SchemaRef};

/// The version of [`schema`]: another number where a column was added or changed.
pub const SCHEMA_VERSION: i32 = 1;

/// The schema of all batches. Names and nesting are those of the JSON of `dateline/1`, `span` a list of two numbers included; besides there are `schema_version`, `status` (`ok`, `null` or `failed`) and
/// `error`, and evidence is a list that names its field. All numbers are signed and all offsets UTF-8 bytes.
pub fn schema() -> SchemaRef {
    static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| with_version(columns()));
    Arc::clone(&SCHEMA)
}

/// A schema of these columns that says its version and what its offsets count.
pub(crate) fn with_version(columns: Vec<Field>) -> SchemaRef {
    let metadata =
        [("dateline.schema", "dateline/1"), ("dateline.schema_version", &SCHEMA_VERSION.to_string()), ("dateline.offsets", "utf-8")];
    let metadata: HashMap<String, String> = metadata.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    Arc::new(Schema::new_with_metadata(columns, metadata))
}

pub(crate) fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

pub(crate) fn number(name: &str) -> Field {
    Field::new(name, DataType::Int64, true)
}

pub(crate) fn share(name: &str) -> Field {
    Field::new(name, DataType::Float64, true)
}

pub(crate) fn flag(name: &str) -> Field {
    Field::new(name, DataType::Boolean, true)
}

fn list(name: &str, item: DataType) -> Field {
    Field::new_list(name, Field::new("item", item, true), true)
}

fn record(name: &str, fields: Vec<Field>) -> Field {
    Field::new_struct(name, fields, true)
}

fn records(name: &str, fields: Vec<Field>) -> Field {
    list(name, DataType::Struct(fields.into()))
}

fn range(name: &str) -> Field {
    list(name, DataType::Int64)
}

fn ranges(name: &str) -> Field {
    list(name, range("item").data_type().clone())
}

fn date(name: &str) -> Field {
    record(name, vec![text("value"), text("precision"), text("raw")])
}

fn mentions() -> Field {
    records("mentions", vec![range("span"), text("as")])
}

fn columns() -> Vec<Field> {
    let mut all =
        vec![Field::new("schema_version", DataType::Int32, false), Field::new("status", DataType::Utf8, false), text("error"), text("id")];
    all.extend(metadata());
    all.extend([text("text"), blocks()]);
    all.extend(annotations());
    all.extend(trace());
    all
}

fn metadata() -> Vec<Field> {
    let input = vec![text("media_type"), text("encoding"), number("length"), text("url")];
    let dateline = vec![text("raw"), range("span"), records("places", vec![text("name"), text("country")]), date("date"), text("agency")];
    let image = vec![text("url"), text("caption"), text("credit"), text("alt"), number("width"), number("height"), flag("lead")];
    vec![
        record("input", input),
        text("page_kind"),
        share("confidence"),
        flag("truncated"),
        text("headline"),
        text("kicker"),
        text("deck"),
        text("byline"),
        records("authors", ["name", "role", "affiliation", "url", "email"].map(text).into()),
        record("dateline", dateline),
        date("published"),
        date("modified"),
        record("publisher", ["name", "url", "logo"].map(text).into()),
        text("canonical_url"),
        text("language"),
        text("direction"),
        text("description"),
        text("section"),
        records("breadcrumbs", ["name", "url"].map(text).into()),
        list("tags", DataType::Utf8),
        text("license"),
        flag("free_access"),
        records("images", image),
    ]
}

fn blocks() -> Field {
    let cell = DataType::Struct(vec![range("span"), flag("header"), number("colspan"), number("rowspan")].into());
    let row = list("item", cell).data_type().clone();
    let block = vec![
        text("kind"),
        range("span"),
        number("level"),
        flag("ordered"),
        records("items", vec![range("span"), number("level")]),
        text("language"),
        number("image"),
        text("url"),
        text("caption"),
        text("credit"),
        list("rows", row),
        records("marks", vec![text("kind"), range("span"), text("href")]),
    ];
    records("blocks", block)
}

fn annotations() -> Vec<Field> {
    let quote = vec![
        text("kind"),
        range("span"),
        ranges("parts"),
        record("speaker", vec![text("name"), range("span"), number("person"), text("resolved_by")]),
        record("cue", vec![text("text"), range("span")]),
        record("via", vec![text("name"), range("span")]),
        share("confidence"),
    ];
    let date = vec![range("span"), text("raw"), text("kind"), text("value"), text("mod"), text("precision"), text("anchor")];
    let money = vec![range("span"), text("raw"), text("amount"), text("amount_max"), text("per"), text("currency"), flag("assumed")];
    vec![
        records("quotes", quote),
        records("people", vec![text("name"), text("role"), range("role_span"), text("organisation"), mentions()]),
        records("organisations", vec![text("name"), text("kind"), mentions()]),
        records("places", vec![text("name"), text("country"), mentions()]),
        records("sources", vec![text("name"), text("kind"), mentions()]),
        records("dates", date),
        records("money", money),
        records("annotations", vec![text("kind"), range("span"), text("value"), text("by")]),
    ]
}

fn trace() -> Vec<Field> {
    let evidence = vec![text("field"), text("value"), text("from"), ranges("source"), share("confidence"), flag("chosen")];
    vec![
        record("comments", vec![number("count"), records("items", ["author", "date", "text"].map(text).into())]),
        records("evidence", evidence),
        records("removed", vec![text("reason"), ranges("source")]),
        records("diagnostics", ["code", "message"].map(text).into()),
    ]
}
