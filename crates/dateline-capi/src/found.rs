//! An article in, what was found in its words out; times, amounts of money and the finds of others in, their fields out.

use dateline::model::{Annotation, Article, Money, Organisation, Person, Place, Quote, Source, TimeExpression};

use crate::value::{ByteSpan, Str, read};

/// How many there are of: what was said.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_quote_count(article: Option<&Article>) -> usize {
    read(article, |article| article.quotes.len())
}

/// One of: what was said.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_quote(article: Option<&Article>, index: usize) -> Option<&Quote> {
    read(article, |article| article.quotes.get(index))
}

/// How many there are of: who is named.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_person_count(article: Option<&Article>) -> usize {
    read(article, |article| article.people.len())
}

/// One of: who is named.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_person(article: Option<&Article>, index: usize) -> Option<&Person> {
    read(article, |article| article.people.get(index))
}

/// How many there are of: which organisations are named.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_organisation_count(article: Option<&Article>) -> usize {
    read(article, |article| article.organisations.len())
}

/// One of: which organisations are named.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_organisation(article: Option<&Article>, index: usize) -> Option<&Organisation> {
    read(article, |article| article.organisations.get(index))
}

/// How many there are of: which places are named.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_place_count(article: Option<&Article>) -> usize {
    read(article, |article| article.places.len())
}

/// One of: which places are named.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_place(article: Option<&Article>, index: usize) -> Option<&Place> {
    read(article, |article| article.places.get(index))
}

/// How many there are of: who is cited.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_source_count(article: Option<&Article>) -> usize {
    read(article, |article| article.sources.len())
}

/// One of: who is cited.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_source(article: Option<&Article>, index: usize) -> Option<&Source> {
    read(article, |article| article.sources.get(index))
}

/// How many there are of: times in running text.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_date_count(article: Option<&Article>) -> usize {
    read(article, |article| article.dates.len())
}

/// One of: times in running text.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_date(article: Option<&Article>, index: usize) -> Option<&TimeExpression> {
    read(article, |article| article.dates.get(index))
}

/// How many there are of: amounts of money.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_money_count(article: Option<&Article>) -> usize {
    read(article, |article| article.money.len())
}

/// One of: amounts of money.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_money(article: Option<&Article>, index: usize) -> Option<&Money> {
    read(article, |article| article.money.get(index))
}

/// How many there are of: what annotators of others found.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_annotation_count(article: Option<&Article>) -> usize {
    read(article, |article| article.annotations.len())
}

/// One of: what annotators of others found.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_annotation(article: Option<&Article>, index: usize) -> Option<&Annotation> {
    read(article, |article| article.annotations.get(index))
}

/// Where it stands.
///
/// UTF-8 bytes of the text; with `date` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_span(date: Option<&TimeExpression>) -> ByteSpan {
    read(date, |date| date.span.into())
}

/// Its words.
///
/// Borrowed from the article until it is freed; with `date` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_raw(date: Option<&TimeExpression>) -> Str {
    read(date, |date| Str::of(&date.raw))
}

/// Its TIMEX3 kind: `date`, `time`, `duration`, `set`.
///
/// Borrowed from the article until it is freed; with `date` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_kind(date: Option<&TimeExpression>) -> Str {
    read(date, |date| Str::of(date.kind.as_str()))
}

/// Its TIMEX3 value, ISO 8601 in the precision that the words give; of a range that is one expression `(first moment,moment behind the last,length)`.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_value(date: Option<&TimeExpression>) -> Str {
    read(date, |date| Str::maybe(date.value.as_deref()))
}

/// The TIMEX3 modifier, TIMEX3's attribute `mod`: `START`, `APPROX`, `BEFORE` and so on.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_modifier(date: Option<&TimeExpression>) -> Str {
    read(date, |date| Str::maybe(date.modifier.as_deref()))
}

/// How exact it is.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_precision(date: Option<&TimeExpression>) -> Str {
    read(date, |date| Str::maybe(date.precision.as_ref().map(|word| word.as_str())))
}

/// What a relative expression was resolved against.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_anchor(date: Option<&TimeExpression>) -> Str {
    read(date, |date| Str::maybe(date.anchor.as_deref()))
}

/// Where it stands.
///
/// UTF-8 bytes of the text; with `money` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_span(money: Option<&Money>) -> ByteSpan {
    read(money, |money| money.span.into())
}

/// Its words.
///
/// Borrowed from the article until it is freed; with `money` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_raw(money: Option<&Money>) -> Str {
    read(money, |money| Str::of(&money.raw))
}

/// The amount, or a range's lower end, as an exact decimal.
///
/// Borrowed from the article until it is freed; with `money` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_amount(money: Option<&Money>) -> Str {
    read(money, |money| Str::of(&money.amount))
}

/// A range's upper end.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `money` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_amount_max(money: Option<&Money>) -> Str {
    read(money, |money| Str::maybe(money.amount_max.as_deref()))
}

/// What a price is per: "barrel".
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `money` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_per(money: Option<&Money>) -> Str {
    read(money, |money| Str::maybe(money.per.as_deref()))
}

/// ISO 4217 code.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `money` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_currency(money: Option<&Money>) -> Str {
    read(money, |money| Str::maybe(money.currency.as_deref()))
}

/// Whether the words leave the currency open.
///
/// 1 or 0; with `money` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_money_assumed(money: Option<&Money>) -> i32 {
    read(money, |money| i32::from(money.assumed))
}

/// What it is, in the annotator's own words.
///
/// Borrowed from the article until it is freed; with `annotation` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_annotation_kind(annotation: Option<&Annotation>) -> Str {
    read(annotation, |annotation| Str::of(&annotation.kind))
}

/// Where it stands.
///
/// UTF-8 bytes of the text; with `annotation` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_annotation_span(annotation: Option<&Annotation>) -> ByteSpan {
    read(annotation, |annotation| annotation.span.into())
}

/// What it says, where it says more than its words.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `annotation` NULL. Any
/// thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_annotation_value(annotation: Option<&Annotation>) -> Str {
    read(annotation, |annotation| Str::maybe(annotation.value.as_deref()))
}

/// Which annotator found it.
///
/// Borrowed from the article until it is freed; with `annotation` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_annotation_by(annotation: Option<&Annotation>) -> Str {
    read(annotation, |annotation| Str::of(&annotation.by))
}
