//! How the article came to be: evidence for its metadata, what was left out, what went wrong, the way back to the input.

use dateline::model::{Article, Comment, Diagnostic, Evidence, Removal};

use crate::value::{Absent, ByteSpan, Index, Str, read};

/// How many readers' comments there are, by the page's own count or by counting; those on the page may be fewer.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_comment_total(article: Option<&Article>) -> u32 {
    read(article, |article| article.comments.count)
}

/// How many there are of: readers' comments on the page.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_comment_count(article: Option<&Article>) -> usize {
    read(article, |article| article.comments.items.len())
}

/// One of: readers' comments on the page.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_comment(article: Option<&Article>, index: usize) -> Option<&Comment> {
    read(article, |article| article.comments.items.get(index))
}

/// How many there are of: what was left out of the text, and why.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_removal_count(article: Option<&Article>) -> usize {
    read(article, |article| article.removed.len())
}

/// One of: what was left out of the text, and why.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_removal(article: Option<&Article>, index: usize) -> Option<&Removal> {
    read(article, |article| article.removed.get(index))
}

/// How many there are of: what went wrong or was given up.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_diagnostic_count(article: Option<&Article>) -> usize {
    read(article, |article| article.diagnostics.len())
}

/// One of: what went wrong or was given up.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_diagnostic(article: Option<&Article>, index: usize) -> Option<&Diagnostic> {
    read(article, |article| article.diagnostics.get(index))
}

/// Who wrote it.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `comment` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_comment_author(comment: Option<&Comment>) -> Str {
    read(comment, |comment| Str::maybe(comment.author.as_deref()))
}

/// When.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `comment` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_comment_date(comment: Option<&Comment>) -> Str {
    read(comment, |comment| Str::maybe(comment.date.as_deref()))
}

/// What.
///
/// Borrowed from the article until it is freed; with `comment` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_comment_text(comment: Option<&Comment>) -> Str {
    read(comment, |comment| Str::of(&comment.text))
}

/// The value as this evidence has it.
///
/// Borrowed from the article until it is freed; with `evidence` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_evidence_value(evidence: Option<&Evidence>) -> Str {
    read(evidence, |evidence| Str::of(&evidence.value))
}

/// The kind of evidence: `json-ld`, `open-graph`, `meta`, `microdata`, `markup`, `text`, `url`, `caller`, or a
/// later word.
///
/// Borrowed from the article until it is freed; with `evidence` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_evidence_from(evidence: Option<&Evidence>) -> Str {
    read(evidence, |evidence| Str::of(evidence.from.as_str()))
}

/// How many there are of: the bytes of the input where it stands.
///
/// With `evidence` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_evidence_source_count(evidence: Option<&Evidence>) -> usize {
    read(evidence, |evidence| evidence.source.len())
}

/// One of: the bytes of the input where it stands.
///
/// Bytes of the input; an absent span where `index` is not below the count, and with `evidence` NULL. Any
/// thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_evidence_source(evidence: Option<&Evidence>, index: usize) -> ByteSpan {
    read(evidence, |evidence| evidence.source.get(index).map_or(ByteSpan::ABSENT, |span| (*span).into()))
}

/// How far it is trusted, 0 to 1.
///
/// Rounded to hundredths; with `evidence` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_evidence_confidence(evidence: Option<&Evidence>) -> f64 {
    read(evidence, |evidence| evidence.confidence)
}

/// Whether the article's field was taken from it.
///
/// 1 or 0; with `evidence` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_evidence_chosen(evidence: Option<&Evidence>) -> i32 {
    read(evidence, |evidence| i32::from(evidence.chosen))
}

/// Why: `navigation`, `related`, `advertising`, `comments` and so on, or a later word.
///
/// Borrowed from the article until it is freed; with `removal` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_removal_reason(removal: Option<&Removal>) -> Str {
    read(removal, |removal| Str::of(removal.reason.as_str()))
}

/// How many there are of: the bytes of the input that were left out.
///
/// With `removal` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_removal_source_count(removal: Option<&Removal>) -> usize {
    read(removal, |removal| removal.source.len())
}

/// One of: the bytes of the input that were left out.
///
/// Bytes of the input; an absent span where `index` is not below the count, and with `removal` NULL. Any
/// thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_removal_source(removal: Option<&Removal>, index: usize) -> ByteSpan {
    read(removal, |removal| removal.source.get(index).map_or(ByteSpan::ABSENT, |span| (*span).into()))
}

/// What it is about: `byte-limit`, `no-body`, `charset` and so on, or a later word.
///
/// Borrowed from the article until it is freed; with `diagnostic` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_diagnostic_code(diagnostic: Option<&Diagnostic>) -> Str {
    read(diagnostic, |diagnostic| Str::of(diagnostic.code.as_str()))
}

/// The same in words, for people.
///
/// Borrowed from the article until it is freed; with `diagnostic` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_diagnostic_message(diagnostic: Option<&Diagnostic>) -> Str {
    read(diagnostic, |diagnostic| Str::of(&diagnostic.message))
}

/// For how many fields of the metadata there is evidence.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_evidence_field_count(article: Option<&Article>) -> usize {
    read(article, |article| article.evidence.len())
}

/// The name of a field for which there is evidence (`headline`, `published`), in alphabetical order.
///
/// Borrowed from the article until it is freed; absent where `field` is not below the count, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_evidence_field(article: Option<&Article>, field: usize) -> Str {
    read(article, |article| Str::maybe(article.evidence.keys().nth(field).map(String::as_str)))
}

/// How many pieces of evidence there are for a field, by the field's place among `dateline_article_evidence_field`.
///
/// 0 where `field` is not below the count, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_evidence_count(article: Option<&Article>, field: usize) -> usize {
    read(article, |article| article.evidence.values().nth(field).map_or(0, Vec::len))
}

/// One piece of evidence for a field, whether it was chosen or not.
///
/// Borrowed from the article until it is freed; NULL where `field` or `index` is not below its count, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_evidence(article: Option<&Article>, field: usize, index: usize) -> Option<&Evidence> {
    read(article, |article| article.evidence.values().nth(field)?.get(index))
}

/// The words under a span of the text, in UTF-8 bytes of it.
///
/// Borrowed from the article until it is freed; absent where the span does not lie on the text (out of bounds, off a character boundary), and
/// with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_slice(article: Option<&Article>, span: ByteSpan) -> Str {
    read(article, |article| Str::maybe(article.text.get(span.start..span.end)))
}

/// The bytes of the input that a span of the text came from, in the order of the text: the first `capacity` of them are written to `out`.
///
/// Returns how many there are, which may be more than `capacity`; `DATELINE_NONE` for an article that was read from JSON without its source map, and with
/// `article` NULL. `out` may be NULL to ask for the count alone. Ends of the span beyond the text are taken as the text's end. Nothing is kept of `out`. Any thread.
///
/// # Safety
///
/// `out` is NULL or holds `capacity` elements.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_article_source_spans(
    article: Option<&Article>,
    span: ByteSpan,
    out: *mut ByteSpan,
    capacity: usize,
) -> usize {
    read(article, |article| {
        let Some(sources) = article.source_spans(span.on_text(article)) else { return Index(None) };
        if !out.is_null() {
            for (place, source) in sources.iter().take(capacity).enumerate() {
                // SAFETY: `out` holds `capacity` elements by contract, and `place` is below that
                unsafe { out.add(place).write((*source).into()) };
            }
        }
        Index(Some(sources.len()))
    })
    .value()
}
