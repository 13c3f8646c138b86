//! An article in, its own fields out: metadata, text, blocks.

use dateline::model::{Article, Author, Block, Crumb, DateStamp, Dateline, Image};

use crate::value::{Str, read};

/// What the caller named the input.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_id(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.id.as_deref()))
}

/// `text/html` or `text/plain`, as told or as sniffed.
///
/// Borrowed from the article until it is freed; with `article` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_input_media_type(article: Option<&Article>) -> Str {
    read(article, |article| Str::of(&article.input.media_type))
}

/// The charset of the input by its name in the WHATWG Encoding Standard, in lower case.
///
/// Borrowed from the article until it is freed; with `article` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_input_encoding(article: Option<&Article>) -> Str {
    read(article, |article| Str::of(&article.input.encoding))
}

/// How many bytes were handed in.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_input_length(article: Option<&Article>) -> u64 {
    read(article, |article| article.input.length)
}

/// The page's address, where the caller knew it.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_input_url(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.input.url.as_deref()))
}

/// What kind of page it is: `article`, `live`, `forum`, `documentation`, `product`, `listing`, `index`, `service`,
/// `error`, `other`, or a later word.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_page_kind(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.page_kind.as_ref().map(|word| word.as_str())))
}

/// How sure it is that the text is the article, whole and alone: 0 to 1.
///
/// Rounded to hundredths; with `article` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_confidence(article: Option<&Article>) -> f64 {
    read(article, |article| article.confidence)
}

/// Whether the text looks cut (a paywall, "read more").
///
/// 1 or 0; -1 where nothing tells, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_truncated(article: Option<&Article>) -> i32 {
    read(article, |article| article.truncated.map_or(-1, i32::from))
}

/// What it is called.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_headline(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.headline.as_deref()))
}

/// The line above the headline.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_kicker(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.kicker.as_deref()))
}

/// The standfirst: the lines below the headline.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_deck(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.deck.as_deref()))
}

/// Who wrote it, as printed.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_byline(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.byline.as_deref()))
}

/// How many there are of: who wrote it, one by one.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_author_count(article: Option<&Article>) -> usize {
    read(article, |article| article.authors.len())
}

/// One of: who wrote it, one by one.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_author(article: Option<&Article>, index: usize) -> Option<&Author> {
    read(article, |article| article.authors.get(index))
}

/// Where and when it was written, by its own opening.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_dateline(article: Option<&Article>) -> Option<&Dateline> {
    read(article, |article| article.dateline.as_ref())
}

/// When it was published.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_published(article: Option<&Article>) -> Option<&DateStamp> {
    read(article, |article| article.published.as_ref())
}

/// When it was last changed.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_modified(article: Option<&Article>) -> Option<&DateStamp> {
    read(article, |article| article.modified.as_ref())
}

/// Who published it.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_publisher_name(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.publisher.name.as_deref()))
}

/// The publisher's site.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_publisher_url(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.publisher.url.as_deref()))
}

/// The address of the publisher's logo.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_publisher_logo(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.publisher.logo.as_deref()))
}

/// The address that the page calls its own.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_canonical_url(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.canonical_url.as_deref()))
}

/// The BCP 47 tag of its language.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_language(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.language.as_deref()))
}

/// Which way its text runs: `ltr` or `rtl`.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_direction(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.direction.as_ref().map(|word| word.as_str())))
}

/// What the page says it is about, for search engines.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_description(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.description.as_deref()))
}

/// The section of the paper.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_section(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.section.as_deref()))
}

/// How many there are of: the way to it from the front page.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_breadcrumb_count(article: Option<&Article>) -> usize {
    read(article, |article| article.breadcrumbs.len())
}

/// One of: the way to it from the front page.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_breadcrumb(article: Option<&Article>, index: usize) -> Option<&Crumb> {
    read(article, |article| article.breadcrumbs.get(index))
}

/// How many there are of: tags and topics.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_tag_count(article: Option<&Article>) -> usize {
    read(article, |article| article.tags.len())
}

/// One of: tags and topics.
///
/// Borrowed from the article until it is freed; absent where `index` is not below the count, and with `article`
/// NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_tag(article: Option<&Article>, index: usize) -> Str {
    read(article, |article| Str::maybe(article.tags.get(index).map(String::as_str)))
}

/// The licence that the page names.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_license(article: Option<&Article>) -> Str {
    read(article, |article| Str::maybe(article.license.as_deref()))
}

/// Whether the publisher claims that it can be read for free.
///
/// 1 or 0; -1 where nothing tells, and with `article` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_free_access(article: Option<&Article>) -> i32 {
    read(article, |article| article.free_access.map_or(-1, i32::from))
}

/// How many there are of: its pictures.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_image_count(article: Option<&Article>) -> usize {
    read(article, |article| article.images.len())
}

/// One of: its pictures.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_image(article: Option<&Article>, index: usize) -> Option<&Image> {
    read(article, |article| article.images.get(index))
}

/// The body as one reads it: blocks in order, joined by blank lines. All spans of the text count its bytes.
///
/// Borrowed from the article until it is freed; with `article` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_text(article: Option<&Article>) -> Str {
    read(article, |article| Str::of(&article.text))
}

/// How many there are of: the body's blocks.
///
/// With `article` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_block_count(article: Option<&Article>) -> usize {
    read(article, |article| article.blocks.len())
}

/// One of: the body's blocks.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_article_block(article: Option<&Article>, index: usize) -> Option<&Block> {
    read(article, |article| article.blocks.get(index))
}
