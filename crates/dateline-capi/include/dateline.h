/**
 * @file dateline.h
 * @brief dateline for C: news articles, as web pages or plain text, into one typed article.
 *
 * Generated from crates/dateline-capi by `cargo xtask generate`; not to be edited.
 *
 * What holds for every function, unless it says otherwise:
 *
 * - Ownership: what a function hands out through `out` or `error`, and what a `_new` returns, belongs to the caller, who frees it with the `_free` of its type.
 *   Whatever a getter returns is borrowed: it lives until the handle that it was asked of, or the article which that belongs to, is freed. Getters allocate nothing.
 * - Strings are UTF-8 with a length, not NUL-terminated. Those that are handed in are copied, unless the function says otherwise.
 * - NULL: a getter answers NULL with the absent value of its type, so that getters can be chained. No function is undefined for NULL.
 * - Units: offsets of the text are UTF-8 bytes of `dateline_article_text`; offsets of the input are bytes as handed in, before decoding.
 * - Threads: any number of threads may read one handle at once. Changing or freeing a handle needs it to be used by no other thread. There is no global state.
 * - Errors: functions that can fail return an int32_t, DATELINE_OK or DATELINE_ERROR_*; the numbers never change their meaning. Absent content is no error.
 * - Memory: limits of the options bound what one input may take. Where the system has none left the process is aborted, as the standard library of Rust does.
 * - The program around is left as it was: nothing is printed, errno is not used, no signal handler, locale or descriptor is touched; 256 KiB of stack are enough. Once loaded
 *   the library stays: dlclose keeps it.
 * - Words such as the kind of a block are strings, since later versions may add some: pass over those that you do not know.
 */


#ifndef DATELINE_H
#define DATELINE_H

#include <stddef.h>
#include <stdint.h>
/** An index or a count that is absent. */
#define DATELINE_NONE SIZE_MAX

/** Whether a `dateline_span` is absent. */
#define DATELINE_IS_NO_SPAN(span) ((span).start == SIZE_MAX)

/** An article. Belongs to the caller, who frees it with `dateline_article_free`. Never changes: any number of threads may read one at once. */
typedef struct dateline_article dateline_article;

/* The parts of an article: each is borrowed from it, lives until it is freed, never changes, and may be read by any number of threads at once. */

/** Somebody who wrote the article; borrowed from it. Any thread. */
typedef struct dateline_author dateline_author;
/** A date or a time as the words or the markup give it; borrowed from the article. Any thread. */
typedef struct dateline_date_stamp dateline_date_stamp;
/** The line that says where and when a report was written; borrowed from the article. Any thread. */
typedef struct dateline_dateline dateline_dateline;
/** A place as a dateline names it; borrowed from the article. Any thread. */
typedef struct dateline_named_place dateline_named_place;
/** One step of the way from the front page; borrowed from the article. Any thread. */
typedef struct dateline_breadcrumb dateline_breadcrumb;
/** A picture; borrowed from the article. Any thread. */
typedef struct dateline_image dateline_image;
/** A block of the body; borrowed from the article. Any thread. */
typedef struct dateline_block dateline_block;
/** A stretch of words that is linked or set apart; borrowed from the article. Any thread. */
typedef struct dateline_mark dateline_mark;
/** An item of a list; borrowed from the article. Any thread. */
typedef struct dateline_list_item dateline_list_item;
/** A cell of a table; borrowed from the article. Any thread. */
typedef struct dateline_cell dateline_cell;
/** Something that somebody said; borrowed from the article. Any thread. */
typedef struct dateline_quote dateline_quote;
/** Who said a quote; borrowed from the article. Any thread. */
typedef struct dateline_speaker dateline_speaker;
/** The words that attribute a quote; borrowed from the article. Any thread. */
typedef struct dateline_cue dateline_cue;
/** By way of whom a quote was reported; borrowed from the article. Any thread. */
typedef struct dateline_via dateline_via;
/** One place in the text where something is named; borrowed from the article. Any thread. */
typedef struct dateline_mention dateline_mention;
/** A person; borrowed from the article. Any thread. */
typedef struct dateline_person dateline_person;
/** An organisation; borrowed from the article. Any thread. */
typedef struct dateline_organisation dateline_organisation;
/** A place; borrowed from the article. Any thread. */
typedef struct dateline_place dateline_place;
/** Somebody or something that is cited; borrowed from the article. Any thread. */
typedef struct dateline_source dateline_source;
/** A time expression in running text; borrowed from the article. Any thread. */
typedef struct dateline_date dateline_date;
/** An amount of money; borrowed from the article. Any thread. */
typedef struct dateline_money dateline_money;
/** What an annotator of the caller's found; borrowed from the article. Any thread. */
typedef struct dateline_annotation dateline_annotation;
/** A reader's comment; borrowed from the article. Any thread. */
typedef struct dateline_comment dateline_comment;
/** A piece of evidence for a field of the metadata; borrowed from the article. Any thread. */
typedef struct dateline_evidence dateline_evidence;
/** A part of the input that was left out; borrowed from the article. Any thread. */
typedef struct dateline_removal dateline_removal;
/** Something that went wrong or was given up; borrowed from the article. Any thread. */
typedef struct dateline_diagnostic dateline_diagnostic;


/**
 * It succeeded.
 */
#define DATELINE_OK 0

/**
 * A pointer that must not be NULL is, or two pointers that must differ are one.
 */
#define DATELINE_ERROR_NULL 1

/**
 * A length is beyond `PTRDIFF_MAX`.
 */
#define DATELINE_ERROR_LENGTH 2

/**
 * A string is not UTF-8.
 */
#define DATELINE_ERROR_UTF8 3

/**
 * A format, a media type or another number is none of those that are known.
 */
#define DATELINE_ERROR_VALUE 4

/**
 * An option or the description of an input (charset, date, options as JSON) is bad.
 */
#define DATELINE_ERROR_OPTION 5

/**
 * The input exceeds a limit, and the options ask for an error then.
 */
#define DATELINE_ERROR_LIMIT 6

/**
 * JSON is not an article of the schema `dateline/1`.
 */
#define DATELINE_ERROR_JSON 7

/**
 * A callback of the caller's returned something other than 0.
 */
#define DATELINE_ERROR_CALLBACK 8

/**
 * A span does not lie on the text.
 */
#define DATELINE_ERROR_SPAN 9

/**
 * A bug of the library's; nothing was changed.
 */
#define DATELINE_ERROR_INTERNAL 10

/**
 * The library was built without the feature that this takes.
 */
#define DATELINE_ERROR_UNSUPPORTED 11

/**
 * A kind that is not known: it is sniffed from the first bytes.
 */
#define DATELINE_MEDIA_SNIFFED 0

/**
 * A web page.
 */
#define DATELINE_MEDIA_HTML 1

/**
 * Plain text.
 */
#define DATELINE_MEDIA_PLAIN 2

/**
 * The address that the page was got from.
 */
#define DATELINE_INPUT_URL 1

/**
 * The charset that the transport named: it goes before a `<meta>` of the page.
 */
#define DATELINE_INPUT_CHARSET 2

/**
 * When it was published, an ISO 8601 date or date and time: relative dates are resolved against it where the article has no date.
 */
#define DATELINE_INPUT_PUBLISHED 3

/**
 * What the caller calls the input.
 */
#define DATELINE_INPUT_ID 4

/**
 * Bytes of input that are read; the rest is passed over, with a diagnostic.
 */
#define DATELINE_OPTION_LIMIT_BYTES 1

/**
 * Nodes of the tree that are built.
 */
#define DATELINE_OPTION_LIMIT_NODES 2

/**
 * Attributes that are kept of one tag.
 */
#define DATELINE_OPTION_LIMIT_ATTRIBUTES 3

/**
 * How deep elements nest.
 */
#define DATELINE_OPTION_LIMIT_DEPTH 4

/**
 * Whether an exceeded limit is an error, `DATELINE_ERROR_LIMIT`: 0 or 1.
 */
#define DATELINE_OPTION_LIMIT_IS_ERROR 5

/**
 * Whether the evidence for the metadata is kept: 0 or 1.
 */
#define DATELINE_OPTION_EVIDENCE 6

/**
 * Whether it is kept what was left out of the text, and why: 0 or 1.
 */
#define DATELINE_OPTION_REMOVALS 7

/**
 * Whether dates and times in the words are looked for: 0 or 1.
 */
#define DATELINE_OPTION_DATES 8

/**
 * Whether amounts of money are looked for: 0 or 1.
 */
#define DATELINE_OPTION_MONEY 9

/**
 * Whether people are looked for: 0 or 1.
 */
#define DATELINE_OPTION_PEOPLE 10

/**
 * Whether organisations are looked for: 0 or 1.
 */
#define DATELINE_OPTION_ORGANISATIONS 11

/**
 * Whether places are looked for: 0 or 1.
 */
#define DATELINE_OPTION_PLACES 12

/**
 * Whether quotes are looked for: 0 or 1.
 */
#define DATELINE_OPTION_QUOTES 13

/**
 * Whether cited sources are looked for: 0 or 1.
 */
#define DATELINE_OPTION_SOURCES 14

/**
 * Whether readers' comments are read, and not only counted: 0, as it is by itself, or 1.
 */
#define DATELINE_OPTION_COMMENTS 15

/**
 * How far an expression of time reaches in the text: a `DATELINE_EXTENT_*`.
 */
#define DATELINE_OPTION_DATES_EXTENT 16

/**
 * Work for one input, in units of what a kibibyte takes to be read. Reading ends where nothing more could be paid for, and annotators that what is left
 * does not pay for are not asked.
 */
#define DATELINE_OPTION_LIMIT_WORK 17

/**
 * As a phrase in a note, which is one short paragraph without a headline or a dateline, as an expression everywhere else. So it is by itself.
 */
#define DATELINE_EXTENT_AUTO 0

/**
 * As TimeML marks times in reports: prepositions are left out, and both ends of a range are expressions of their own.
 */
#define DATELINE_EXTENT_EXPRESSION 1

/**
 * As assistants take requests: "from 4 to 5pm tomorrow" and "before 2018" are one expression each.
 */
#define DATELINE_EXTENT_PHRASE 2

/**
 * YAML front matter and CommonMark.
 */
#define DATELINE_FORMAT_MARKDOWN 1

/**
 * One indented object of the schema `dateline/1`.
 */
#define DATELINE_FORMAT_JSON 2

/**
 * The same on one line, as in JSON Lines.
 */
#define DATELINE_FORMAT_JSONL 3

/**
 * Plain text.
 */
#define DATELINE_FORMAT_TEXT 4

/**
 * A page.
 */
#define DATELINE_FORMAT_HTML 5

/**
 * A schema.org `NewsArticle` as JSON-LD.
 */
#define DATELINE_FORMAT_JSON_LD 6

/**
 * A news object of the IPTC's ninjs, version 3.
 */
#define DATELINE_FORMAT_NINJS 7

/**
 * TEI P5.
 */
#define DATELINE_FORMAT_TEI 8

/**
 * JSON with the way back to the input: a `source` beside every `span`, and the `source_map`. Other formats pass it over.
 */
#define DATELINE_RENDER_SOURCE_SPANS 1

/**
 * Less about the body: Markdown without front matter, HTML as a fragment, text as the body alone. Other formats pass it over.
 */
#define DATELINE_RENDER_BARE 2

/**
 * The number of the ABI that this header describes; `dateline_abi_version` gives that of the library.
 */
#define DATELINE_ABI_VERSION 1

/**
 * An input: bytes, which stay the caller's and must live for as long as it, and what the caller knows of them.
 *
 * Belongs to the caller, who frees it with `dateline_input_free`. Once it is set up any number of threads may extract from it at once; no setter may run meanwhile.
 */
typedef struct dateline_input dateline_input;

/**
 * Why a call did not succeed: a code and a message for people.
 *
 * Belongs to the caller, who frees it with `dateline_error_free`. Never changes: any number of threads may read one at once.
 */
typedef struct dateline_error dateline_error;

/**
 * What an annotator of the caller's emits to.
 *
 * Belongs to the library and is valid until the annotator returns. Only the thread that the annotator was called on may use it.
 */
typedef struct dateline_finds dateline_finds;

/**
 * A string that was made for the caller.
 *
 * Belongs to the caller, who frees it with `dateline_string_free`. Never changes: any number of threads may read one at once.
 */
typedef struct dateline_string dateline_string;

/**
 * What can be asked of an extraction.
 *
 * Belongs to the caller, who frees it with `dateline_options_free`. Any number of threads may extract with it and set it at once: what is set holds for the extractions
 * that begin afterwards, those under way go on as they began. Build it once and share it: the first extraction prepares what the later ones use.
 */
typedef struct dateline_options dateline_options;

/**
 * A string: UTF-8 of `len` bytes, not NUL-terminated, borrowed from the handle that it was asked of.
 *
 * `ptr` is NULL where the value is absent; an empty string that is present has another `ptr`. Plain data: may be copied and read by any thread for as long as
 * the handle lives.
 */
typedef struct {
  /**
   * Its first byte, or NULL.
   */
  const char *ptr;
  /**
   * How many bytes it has.
   */
  size_t len;
} dateline_str;

/**
 * Bytes `start` to `end`, the latter excluded, of an article's text or of the input: each function says of which.
 *
 * Absent where both are `DATELINE_NONE`. Plain data.
 */
typedef struct {
  /**
   * The first byte.
   */
  size_t start;
  /**
   * The first byte behind it.
   */
  size_t end;
} dateline_span;

/**
 * An annotator of the caller's. It is handed the article's text, UTF-8 of `len` bytes that are valid until it returns, and `finds` to emit to, until it returns.
 * Anything but 0 says that it failed: what it emitted is dropped, and the article gets a diagnostic of the code `annotator`. It is called on the thread that extracts.
 */
typedef int32_t (*dateline_annotate_fn)(const char *text,
                                        size_t len,
                                        dateline_finds *finds,
                                        void *user);

/**
 * Takes output: `data` is UTF-8 of `len` bytes, valid until it returns, cut at character boundaries, never empty. Anything but 0 ends the rendering with
 * `DATELINE_ERROR_CALLBACK`. It is called on the thread that renders. It may call any function of this library, but must not free the article; no exception and no `longjmp`
 * may leave it.
 */
typedef int32_t (*dateline_write_fn)(const char *data, size_t len, void *user);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * What the caller named the input.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_id(const dateline_article *article);

/**
 * `text/html` or `text/plain`, as told or as sniffed.
 *
 * Borrowed from the article until it is freed; with `article` NULL absent. Any thread.
 */
dateline_str dateline_article_input_media_type(const dateline_article *article);

/**
 * The charset of the input by its name in the WHATWG Encoding Standard, in lower case.
 *
 * Borrowed from the article until it is freed; with `article` NULL absent. Any thread.
 */
dateline_str dateline_article_input_encoding(const dateline_article *article);

/**
 * How many bytes were handed in.
 *
 * With `article` NULL 0. Any thread.
 */
uint64_t dateline_article_input_length(const dateline_article *article);

/**
 * The page's address, where the caller knew it.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_input_url(const dateline_article *article);

/**
 * What kind of page it is: `article`, `live`, `forum`, `documentation`, `product`, `listing`, `index`, `service`,
 * `error`, `other`, or a later word.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_page_kind(const dateline_article *article);

/**
 * How sure it is that the text is the article, whole and alone: 0 to 1.
 *
 * Rounded to hundredths; with `article` NULL -1. Any thread.
 */
double dateline_article_confidence(const dateline_article *article);

/**
 * Whether the text looks cut (a paywall, "read more").
 *
 * 1 or 0; -1 where nothing tells, and with `article` NULL. Any thread.
 */
int32_t dateline_article_truncated(const dateline_article *article);

/**
 * What it is called.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_headline(const dateline_article *article);

/**
 * The line above the headline.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_kicker(const dateline_article *article);

/**
 * The standfirst: the lines below the headline.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_deck(const dateline_article *article);

/**
 * Who wrote it, as printed.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_byline(const dateline_article *article);

/**
 * How many there are of: who wrote it, one by one.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_author_count(const dateline_article *article);

/**
 * One of: who wrote it, one by one.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_author *dateline_article_author(const dateline_article *article,
                                               size_t index);

/**
 * Where and when it was written, by its own opening.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `article` NULL. Any thread.
 */
const dateline_dateline *dateline_article_dateline(const dateline_article *article);

/**
 * When it was published.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `article` NULL. Any thread.
 */
const dateline_date_stamp *dateline_article_published(const dateline_article *article);

/**
 * When it was last changed.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `article` NULL. Any thread.
 */
const dateline_date_stamp *dateline_article_modified(const dateline_article *article);

/**
 * Who published it.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_publisher_name(const dateline_article *article);

/**
 * The publisher's site.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_publisher_url(const dateline_article *article);

/**
 * The address of the publisher's logo.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_publisher_logo(const dateline_article *article);

/**
 * The address that the page calls its own.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_canonical_url(const dateline_article *article);

/**
 * The BCP 47 tag of its language.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_language(const dateline_article *article);

/**
 * Which way its text runs: `ltr` or `rtl`.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_direction(const dateline_article *article);

/**
 * What the page says it is about, for search engines.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_description(const dateline_article *article);

/**
 * The section of the paper.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_section(const dateline_article *article);

/**
 * How many there are of: the way to it from the front page.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_breadcrumb_count(const dateline_article *article);

/**
 * One of: the way to it from the front page.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_breadcrumb *dateline_article_breadcrumb(const dateline_article *article,
                                                       size_t index);

/**
 * How many there are of: tags and topics.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_tag_count(const dateline_article *article);

/**
 * One of: tags and topics.
 *
 * Borrowed from the article until it is freed; absent where `index` is not below the count, and with `article`
 * NULL. Any thread.
 */
dateline_str dateline_article_tag(const dateline_article *article,
                                  size_t index);

/**
 * The licence that the page names.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_license(const dateline_article *article);

/**
 * Whether the publisher claims that it can be read for free.
 *
 * 1 or 0; -1 where nothing tells, and with `article` NULL. Any thread.
 */
int32_t dateline_article_free_access(const dateline_article *article);

/**
 * How many there are of: its pictures.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_image_count(const dateline_article *article);

/**
 * One of: its pictures.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_image *dateline_article_image(const dateline_article *article,
                                             size_t index);

/**
 * The body as one reads it: blocks in order, joined by blank lines. All spans of the text count its bytes.
 *
 * Borrowed from the article until it is freed; with `article` NULL absent. Any thread.
 */
dateline_str dateline_article_text(const dateline_article *article);

/**
 * How many there are of: the body's blocks.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_block_count(const dateline_article *article);

/**
 * One of: the body's blocks.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_block *dateline_article_block(const dateline_article *article,
                                             size_t index);

/**
 * Its words; an empty span at its place where it has none.
 *
 * UTF-8 bytes of the text; with `block` NULL an absent span. Any thread.
 */
dateline_span dateline_block_span(const dateline_block *block);

/**
 * How many there are of: links, emphasis and the like within its words, in order.
 *
 * With `block` NULL 0. Any thread.
 */
size_t dateline_block_mark_count(const dateline_block *block);

/**
 * One of: links, emphasis and the like within its words, in order.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `block` NULL.
 * Any thread.
 */
const dateline_mark *dateline_block_mark(const dateline_block *block,
                                         size_t index);

/**
 * Its words, those of lists nested in it left out.
 *
 * UTF-8 bytes of the text; with `item` NULL an absent span. Any thread.
 */
dateline_span dateline_list_item_span(const dateline_list_item *item);

/**
 * How deep it is nested, 0 for the outermost list.
 *
 * With `item` NULL -1. Any thread.
 */
int32_t dateline_list_item_level(const dateline_list_item *item);

/**
 * Its words.
 *
 * UTF-8 bytes of the text; with `cell` NULL an absent span. Any thread.
 */
dateline_span dateline_cell_span(const dateline_cell *cell);

/**
 * Whether it heads a row or a column.
 *
 * 1 or 0; with `cell` NULL -1. Any thread.
 */
int32_t dateline_cell_header(const dateline_cell *cell);

/**
 * How many columns it spans.
 *
 * With `cell` NULL -1. Any thread.
 */
int32_t dateline_cell_colspan(const dateline_cell *cell);

/**
 * How many rows it spans.
 *
 * With `cell` NULL -1. Any thread.
 */
int32_t dateline_cell_rowspan(const dateline_cell *cell);

/**
 * What it says: `link`, `emphasis`, `strong`, `code`, `strike`, `subscript`, `superscript`, or a later word.
 *
 * Borrowed from the article until it is freed; with `mark` NULL absent. Any thread.
 */
dateline_str dateline_mark_kind(const dateline_mark *mark);

/**
 * Of which words.
 *
 * UTF-8 bytes of the text; with `mark` NULL an absent span. Any thread.
 */
dateline_span dateline_mark_span(const dateline_mark *mark);

/**
 * Where a link leads, resolved against the page's address.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `mark` NULL. Any thread.
 */
dateline_str dateline_mark_href(const dateline_mark *mark);

/**
 * What it is: `paragraph`, `heading`, `list`, `quote`, `code`, `table`, `figure`, `embed`, `separator`, or a later word.
 *
 * Borrowed from the article until it is freed; with `block` NULL absent. Any thread.
 */
dateline_str dateline_block_kind(const dateline_block *block);

/**
 * The level of a heading, 1 to 6.
 *
 * -1 for a block of another kind, and with `block` NULL. Any thread.
 */
int32_t dateline_block_level(const dateline_block *block);

/**
 * Whether the items of a list are numbered.
 *
 * 1 or 0; -1 for a block of another kind, and with `block` NULL. Any thread.
 */
int32_t dateline_block_ordered(const dateline_block *block);

/**
 * How many items a list has, those of lists nested in it included.
 *
 * 0 for a block of another kind, and with `block` NULL. Any thread.
 */
size_t dateline_block_item_count(const dateline_block *block);

/**
 * One item of a list, in the order of the text.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `block` NULL. Any thread.
 */
const dateline_list_item *dateline_block_item(const dateline_block *block,
                                              size_t index);

/**
 * The language of a block of code, where the page says so.
 *
 * Borrowed from the article until it is freed; absent for a block of another kind, and with `block` NULL. Any thread.
 */
dateline_str dateline_block_language(const dateline_block *block);

/**
 * What is said of a table or a figure.
 *
 * Borrowed from the article until it is freed; absent where it has none or is of another kind, and with `block` NULL. Any thread.
 */
dateline_str dateline_block_caption(const dateline_block *block);

/**
 * Who took or owns the picture of a figure.
 *
 * Borrowed from the article until it is freed; absent where it is not known or the block is of another kind, and with `block` NULL. Any thread.
 */
dateline_str dateline_block_credit(const dateline_block *block);

/**
 * Which of the article's images a figure shows.
 *
 * An index; `DATELINE_NONE` where it shows none of them or the block is of another kind, and with `block` NULL. Any thread.
 */
size_t dateline_block_image(const dateline_block *block);

/**
 * The address of an embed.
 *
 * Borrowed from the article until it is freed; absent where it is not known or the block is of another kind, and with `block` NULL. Any thread.
 */
dateline_str dateline_block_url(const dateline_block *block);

/**
 * How many rows a table has.
 *
 * 0 for a block of another kind, and with `block` NULL. Any thread.
 */
size_t dateline_block_row_count(const dateline_block *block);

/**
 * How many cells a row of a table has.
 *
 * 0 for a block of another kind, where `row` is not below the count, and with `block` NULL. Any thread.
 */
size_t dateline_block_cell_count(const dateline_block *block,
                                 size_t row);

/**
 * One cell of a table.
 *
 * Borrowed from the article until it is freed; NULL where `row` or `index` is not below its count, and with `block` NULL. Any thread.
 */
const dateline_cell *dateline_block_cell(const dateline_block *block,
                                         size_t row,
                                         size_t index);

/**
 * Adds a find: what kind it is, where it stands in UTF-8 bytes of the text, and its value, which may be NULL.
 *
 * `kind` and `value` are UTF-8 of their lengths in bytes and copied. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `finds` or `kind` is NULL, `DATELINE_ERROR_SPAN` where
 * the span does not lie on the text (out of bounds, off a character boundary), `DATELINE_ERROR_LENGTH` or `DATELINE_ERROR_UTF8`: then nothing is added. Only on the thread
 * that the annotator was called on.
 *
 * # Safety
 *
 * `kind` and `value` are each NULL or hold as many bytes as is said.
 */
int32_t dateline_emit(dateline_finds *finds,
                      size_t start,
                      size_t end,
                      const char *kind,
                      size_t kind_len,
                      const char *value,
                      size_t value_len);

/**
 * Where.
 *
 * UTF-8 bytes of the text; with `mention` NULL an absent span. Any thread.
 */
dateline_span dateline_mention_span(const dateline_mention *mention);

/**
 * In what way: `name`, `surname`, `acronym`, `description`, `pronoun`, or a later word.
 *
 * Borrowed from the article until it is freed; with `mention` NULL absent. Any thread.
 */
dateline_str dateline_mention_kind(const dateline_mention *mention);

/**
 * The fullest name that the article gives.
 *
 * Borrowed from the article until it is freed; with `person` NULL absent. Any thread.
 */
dateline_str dateline_person_name(const dateline_person *person);

/**
 * What they are: "Foreign Minister".
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `person` NULL. Any thread.
 */
dateline_str dateline_person_role(const dateline_person *person);

/**
 * Where the role stands.
 *
 * UTF-8 bytes of the text; an absent span where it is not known, and with `person` NULL. Any thread.
 */
dateline_span dateline_person_role_span(const dateline_person *person);

/**
 * Of what organisation.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `person` NULL. Any thread.
 */
dateline_str dateline_person_organisation(const dateline_person *person);

/**
 * How many there are of: every place in the text that names it.
 *
 * With `person` NULL 0. Any thread.
 */
size_t dateline_person_mention_count(const dateline_person *person);

/**
 * One of: every place in the text that names it.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `person` NULL.
 * Any thread.
 */
const dateline_mention *dateline_person_mention(const dateline_person *person,
                                                size_t index);

/**
 * Its fullest name.
 *
 * Borrowed from the article until it is freed; with `organisation` NULL absent. Any thread.
 */
dateline_str dateline_organisation_name(const dateline_organisation *organisation);

/**
 * What it is.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `organisation` NULL. Any
 * thread.
 */
dateline_str dateline_organisation_kind(const dateline_organisation *organisation);

/**
 * How many there are of: every place in the text that names it.
 *
 * With `organisation` NULL 0. Any thread.
 */
size_t dateline_organisation_mention_count(const dateline_organisation *organisation);

/**
 * One of: every place in the text that names it.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `organisation`
 * NULL. Any thread.
 */
const dateline_mention *dateline_organisation_mention(const dateline_organisation *organisation,
                                                      size_t index);

/**
 * Its name.
 *
 * Borrowed from the article until it is freed; with `place` NULL absent. Any thread.
 */
dateline_str dateline_place_name(const dateline_place *place);

/**
 * ISO 3166-1 alpha-2 code of its country.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `place` NULL. Any thread.
 */
dateline_str dateline_place_country(const dateline_place *place);

/**
 * How many there are of: every place in the text that names it.
 *
 * With `place` NULL 0. Any thread.
 */
size_t dateline_place_mention_count(const dateline_place *place);

/**
 * One of: every place in the text that names it.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `place` NULL.
 * Any thread.
 */
const dateline_mention *dateline_place_mention(const dateline_place *place,
                                               size_t index);

/**
 * Its name or the words that stand for it.
 *
 * Borrowed from the article until it is freed; with `source` NULL absent. Any thread.
 */
dateline_str dateline_source_name(const dateline_source *source);

/**
 * What it is: `agency`, `media`, `official`, `document`, `unnamed`, or a later word.
 *
 * Borrowed from the article until it is freed; with `source` NULL absent. Any thread.
 */
dateline_str dateline_source_kind(const dateline_source *source);

/**
 * How many there are of: every place in the text that names it.
 *
 * With `source` NULL 0. Any thread.
 */
size_t dateline_source_mention_count(const dateline_source *source);

/**
 * One of: every place in the text that names it.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `source` NULL.
 * Any thread.
 */
const dateline_mention *dateline_source_mention(const dateline_source *source,
                                                size_t index);

/**
 * The code, one of `DATELINE_ERROR_*`.
 *
 * With `error` NULL -1. Any thread.
 */
int32_t dateline_error_code(const dateline_error *error);

/**
 * The message, in English, without a full stop or a line break at its end.
 *
 * Borrowed from the error until it is freed; with `error` NULL absent. Any thread.
 */
dateline_str dateline_error_message(const dateline_error *error);

/**
 * Frees an error and all that was borrowed from it. NULL is passed over; freeing one twice is undefined.
 *
 * Any thread, but no other may be using it.
 *
 * # Safety
 *
 * `error` is NULL or came from this library and has not been freed.
 */
void dateline_error_free(dateline_error *error);

/**
 * Reads an input of `len` bytes, of a kind that is sniffed, and finds the article in it. `options` may be NULL.
 *
 * `data` is not kept; NULL with a length of 0 is an empty input, which gives an article without text. What `out` receives belongs to the caller, who frees it with
 * `dateline_article_free`; what `error` receives, where that is not NULL, belongs to the caller, too, and is NULL after success.
 *
 * Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `out` is NULL or the same as `error`, or `data` is NULL with another length than 0; `DATELINE_ERROR_LENGTH`;
 * `DATELINE_ERROR_LIMIT` where the options ask for it; `DATELINE_ERROR_INTERNAL`: then `out` receives NULL. Content that is merely absent is no error. Any thread, any number
 * at once.
 *
 * # Safety
 *
 * `data` is NULL or holds `len` bytes; `out` and `error` are each NULL or may be written to.
 */
int32_t dateline_extract(const uint8_t *data,
                         size_t len,
                         const dateline_options *options,
                         dateline_article **out,
                         dateline_error **error);

/**
 * Reads a described input and finds the article in it. `options` may be NULL.
 *
 * What `out` receives belongs to the caller, as does what `error` receives, where that is not NULL. The article does not need the input any more. Returns
 * `DATELINE_OK` or what else `dateline_extract` does; besides, `DATELINE_ERROR_NULL` where `input` is NULL, and `DATELINE_ERROR_OPTION` where it names a charset or a date that is none. Any thread, any number at once.
 *
 * # Safety
 *
 * The input's bytes are still there; `out` and `error` are each NULL or may be written to.
 */
int32_t dateline_extract_input(const dateline_input *input,
                               const dateline_options *options,
                               dateline_article **out,
                               dateline_error **error);

/**
 * Reads `count` inputs on `threads` threads, 0 for as many as the machine runs at once, and finds the article in each. `options` may be NULL. No more threads are used than there
 * are inputs, nor more than 1,024, nor than the system gives.
 *
 * `out` holds `count` elements and receives the articles in the order of the inputs, NULL for one that failed; `errors` is NULL or holds as many and receives an error
 * where the article is NULL. All of them belong to the caller. One input may stand in the array more than once.
 *
 * Returns `DATELINE_OK` where all succeeded, and else the code of the first input that did not; `DATELINE_ERROR_NULL` where `inputs` or `out` is NULL with another `count` than
 * 0, one of the inputs is, or `out` and `errors` overlap; `DATELINE_ERROR_LENGTH` where `count` is too large for an array. Where an array is NULL, they overlap
 * or `count` is too large nothing is written to `out` and `errors`. Any thread; returns when all is done.
 *
 * # Safety
 *
 * `inputs`, `out` and, unless NULL, `errors` hold `count` elements; the bytes of the inputs are still there.
 */
int32_t dateline_extract_batch(const dateline_input *const *inputs,
                               size_t count,
                               const dateline_options *options,
                               size_t threads,
                               dateline_article **out,
                               dateline_error **errors);

/**
 * Reads an article from JSON of the schema `dateline/1`, UTF-8 of `len` bytes, which are not kept.
 *
 * What `out` receives belongs to the caller, who frees it with `dateline_article_free`; `error` may be NULL. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL`, `DATELINE_ERROR_LENGTH`,
 * `DATELINE_ERROR_UTF8` or `DATELINE_ERROR_JSON`, or `DATELINE_ERROR_UNSUPPORTED` in a library without the feature json-input: then `out` receives NULL. Any thread.
 *
 * # Safety
 *
 * `json` is NULL or holds `len` bytes; `out` and `error` are each NULL or may be written to.
 */
int32_t dateline_article_from_json(const char *json,
                                   size_t len,
                                   dateline_article **out,
                                   dateline_error **error);

/**
 * Frees an article and all that was borrowed from it. NULL is passed over; freeing one twice is undefined.
 *
 * Any thread, but no other may be using it.
 *
 * # Safety
 *
 * `article` is NULL or came from this library and has not been freed.
 */
void dateline_article_free(dateline_article *article);

/**
 * How many there are of: what was said.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_quote_count(const dateline_article *article);

/**
 * One of: what was said.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_quote *dateline_article_quote(const dateline_article *article,
                                             size_t index);

/**
 * How many there are of: who is named.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_person_count(const dateline_article *article);

/**
 * One of: who is named.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_person *dateline_article_person(const dateline_article *article,
                                               size_t index);

/**
 * How many there are of: which organisations are named.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_organisation_count(const dateline_article *article);

/**
 * One of: which organisations are named.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_organisation *dateline_article_organisation(const dateline_article *article,
                                                           size_t index);

/**
 * How many there are of: which places are named.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_place_count(const dateline_article *article);

/**
 * One of: which places are named.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_place *dateline_article_place(const dateline_article *article,
                                             size_t index);

/**
 * How many there are of: who is cited.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_source_count(const dateline_article *article);

/**
 * One of: who is cited.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_source *dateline_article_source(const dateline_article *article,
                                               size_t index);

/**
 * How many there are of: times in running text.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_date_count(const dateline_article *article);

/**
 * One of: times in running text.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_date *dateline_article_date(const dateline_article *article,
                                           size_t index);

/**
 * How many there are of: amounts of money.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_money_count(const dateline_article *article);

/**
 * One of: amounts of money.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_money *dateline_article_money(const dateline_article *article,
                                             size_t index);

/**
 * How many there are of: what annotators of others found.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_annotation_count(const dateline_article *article);

/**
 * One of: what annotators of others found.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_annotation *dateline_article_annotation(const dateline_article *article,
                                                       size_t index);

/**
 * Where it stands.
 *
 * UTF-8 bytes of the text; with `date` NULL an absent span. Any thread.
 */
dateline_span dateline_date_span(const dateline_date *date);

/**
 * Its words.
 *
 * Borrowed from the article until it is freed; with `date` NULL absent. Any thread.
 */
dateline_str dateline_date_raw(const dateline_date *date);

/**
 * Its TIMEX3 kind: `date`, `time`, `duration`, `set`.
 *
 * Borrowed from the article until it is freed; with `date` NULL absent. Any thread.
 */
dateline_str dateline_date_kind(const dateline_date *date);

/**
 * Its TIMEX3 value, ISO 8601 in the precision that the words give; of a range that is one expression `(first moment,moment behind the last,length)`.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
 */
dateline_str dateline_date_value(const dateline_date *date);

/**
 * The TIMEX3 modifier, TIMEX3's attribute `mod`: `START`, `APPROX`, `BEFORE` and so on.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
 */
dateline_str dateline_date_modifier(const dateline_date *date);

/**
 * How exact it is.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
 */
dateline_str dateline_date_precision(const dateline_date *date);

/**
 * What a relative expression was resolved against.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `date` NULL. Any thread.
 */
dateline_str dateline_date_anchor(const dateline_date *date);

/**
 * Where it stands.
 *
 * UTF-8 bytes of the text; with `money` NULL an absent span. Any thread.
 */
dateline_span dateline_money_span(const dateline_money *money);

/**
 * Its words.
 *
 * Borrowed from the article until it is freed; with `money` NULL absent. Any thread.
 */
dateline_str dateline_money_raw(const dateline_money *money);

/**
 * The amount, or a range's lower end, as an exact decimal.
 *
 * Borrowed from the article until it is freed; with `money` NULL absent. Any thread.
 */
dateline_str dateline_money_amount(const dateline_money *money);

/**
 * A range's upper end.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `money` NULL. Any thread.
 */
dateline_str dateline_money_amount_max(const dateline_money *money);

/**
 * What a price is per: "barrel".
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `money` NULL. Any thread.
 */
dateline_str dateline_money_per(const dateline_money *money);

/**
 * ISO 4217 code.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `money` NULL. Any thread.
 */
dateline_str dateline_money_currency(const dateline_money *money);

/**
 * Whether the words leave the currency open.
 *
 * 1 or 0; with `money` NULL -1. Any thread.
 */
int32_t dateline_money_assumed(const dateline_money *money);

/**
 * What it is, in the annotator's own words.
 *
 * Borrowed from the article until it is freed; with `annotation` NULL absent. Any thread.
 */
dateline_str dateline_annotation_kind(const dateline_annotation *annotation);

/**
 * Where it stands.
 *
 * UTF-8 bytes of the text; with `annotation` NULL an absent span. Any thread.
 */
dateline_span dateline_annotation_span(const dateline_annotation *annotation);

/**
 * What it says, where it says more than its words.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `annotation` NULL. Any
 * thread.
 */
dateline_str dateline_annotation_value(const dateline_annotation *annotation);

/**
 * Which annotator found it.
 *
 * Borrowed from the article until it is freed; with `annotation` NULL absent. Any thread.
 */
dateline_str dateline_annotation_by(const dateline_annotation *annotation);

/**
 * A new input over `len` bytes, which are not copied: they must stay as they are until the input is freed. NULL with a length of 0 is an empty input.
 *
 * What `out` receives belongs to the caller. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `out` is NULL, or `data` with another length than 0; `DATELINE_ERROR_LENGTH`:
 * then `out` receives NULL. Any thread.
 *
 * # Safety
 *
 * `data` is NULL or holds `len` bytes; `out` is NULL or may be written to.
 */
int32_t dateline_input_new(const uint8_t *data,
                           size_t len,
                           dateline_input **out);

/**
 * Frees an input, not its bytes. NULL is passed over; freeing one twice is undefined. Articles made from it stay.
 *
 * Any thread, but no other may be using it.
 *
 * # Safety
 *
 * `input` is NULL or came from this library and has not been freed.
 */
void dateline_input_free(dateline_input *input);

/**
 * Says what kind of input it is, a `DATELINE_MEDIA_*`.
 *
 * Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `input` is NULL; `DATELINE_ERROR_VALUE` for another number: the input is then as it was. One thread at a time.
 */
int32_t dateline_input_set_media(dateline_input *input,
                                 int32_t media);

/**
 * Says what the caller knows of the input: `what` is a `DATELINE_INPUT_*`, `value` UTF-8 of `len` bytes, copied; NULL takes it back.
 *
 * Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `input` is NULL; `DATELINE_ERROR_VALUE` for another number; `DATELINE_ERROR_LENGTH` or `DATELINE_ERROR_UTF8` for the value: the input
 * is then as it was. Whether a charset or a date is one is said by the extraction. One thread at a time.
 *
 * # Safety
 *
 * `value` is NULL or holds `len` bytes.
 */
int32_t dateline_input_set(dateline_input *input,
                           int32_t what,
                           const char *value,
                           size_t len);

/**
 * The name as it is printed.
 *
 * Borrowed from the article until it is freed; with `author` NULL absent. Any thread.
 */
dateline_str dateline_author_name(const dateline_author *author);

/**
 * What they are: "Associated Press Writer".
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
 */
dateline_str dateline_author_role(const dateline_author *author);

/**
 * Whom they write for.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
 */
dateline_str dateline_author_affiliation(const dateline_author *author);

/**
 * Their page.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
 */
dateline_str dateline_author_url(const dateline_author *author);

/**
 * Their address.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
 */
dateline_str dateline_author_email(const dateline_author *author);

/**
 * ISO 8601 in the precision that was given; TIMEX3 (`XXXX-03-26`) where the year is open.
 *
 * Borrowed from the article until it is freed; with `stamp` NULL absent. Any thread.
 */
dateline_str dateline_date_stamp_value(const dateline_date_stamp *stamp);

/**
 * How exact it is: `decade`, `year`, `quarter`, `month`, `week`, `day`, `hour`, `minute`, `second`.
 *
 * Borrowed from the article until it is freed; with `stamp` NULL absent. Any thread.
 */
dateline_str dateline_date_stamp_precision(const dateline_date_stamp *stamp);

/**
 * The words or the attribute that it was read from.
 *
 * Borrowed from the article until it is freed; with `stamp` NULL absent. Any thread.
 */
dateline_str dateline_date_stamp_raw(const dateline_date_stamp *stamp);

/**
 * Its words, with the dash that ends it.
 *
 * Borrowed from the article until it is freed; with `dateline` NULL absent. Any thread.
 */
dateline_str dateline_dateline_raw(const dateline_dateline *dateline);

/**
 * Where it stands in the text.
 *
 * UTF-8 bytes of the text; with `dateline` NULL an absent span. Any thread.
 */
dateline_span dateline_dateline_span(const dateline_dateline *dateline);

/**
 * How many there are of: the places it names.
 *
 * With `dateline` NULL 0. Any thread.
 */
size_t dateline_dateline_place_count(const dateline_dateline *dateline);

/**
 * One of: the places it names.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `dateline`
 * NULL. Any thread.
 */
const dateline_named_place *dateline_dateline_place(const dateline_dateline *dateline,
                                                    size_t index);

/**
 * Its date.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `dateline` NULL. Any thread.
 */
const dateline_date_stamp *dateline_dateline_date(const dateline_dateline *dateline);

/**
 * The agency it names.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `dateline` NULL. Any thread.
 */
dateline_str dateline_dateline_agency(const dateline_dateline *dateline);

/**
 * Its name as written.
 *
 * Borrowed from the article until it is freed; with `place` NULL absent. Any thread.
 */
dateline_str dateline_named_place_name(const dateline_named_place *place);

/**
 * ISO 3166-1 alpha-2 code of the country, where it is named or beyond doubt.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `place` NULL. Any thread.
 */
dateline_str dateline_named_place_country(const dateline_named_place *place);

/**
 * What it is called.
 *
 * Borrowed from the article until it is freed; with `breadcrumb` NULL absent. Any thread.
 */
dateline_str dateline_breadcrumb_name(const dateline_breadcrumb *breadcrumb);

/**
 * Where it leads.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `breadcrumb` NULL. Any
 * thread.
 */
dateline_str dateline_breadcrumb_url(const dateline_breadcrumb *breadcrumb);

/**
 * Its address, resolved against the page's.
 *
 * Borrowed from the article until it is freed; with `image` NULL absent. Any thread.
 */
dateline_str dateline_image_url(const dateline_image *image);

/**
 * What is said of it below.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `image` NULL. Any thread.
 */
dateline_str dateline_image_caption(const dateline_image *image);

/**
 * Who took or owns it.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `image` NULL. Any thread.
 */
dateline_str dateline_image_credit(const dateline_image *image);

/**
 * The words that stand for it where it cannot be shown.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `image` NULL. Any thread.
 */
dateline_str dateline_image_alt(const dateline_image *image);

/**
 * Pixels across.
 *
 * -1 where it is not known, and with `image` NULL. Any thread.
 */
int64_t dateline_image_width(const dateline_image *image);

/**
 * Pixels down.
 *
 * -1 where it is not known, and with `image` NULL. Any thread.
 */
int64_t dateline_image_height(const dateline_image *image);

/**
 * Whether it is the article's first picture.
 *
 * 1 or 0; with `image` NULL -1. Any thread.
 */
int32_t dateline_image_lead(const dateline_image *image);

/**
 * New options: all as the library has them by itself.
 *
 * Belongs to the caller, who frees it with `dateline_options_free`. NULL only after a bug of the library's. Any thread.
 */
dateline_options *dateline_options_new(void);

/**
 * Frees options. NULL is passed over; freeing them twice is undefined. Articles made with them stay.
 *
 * Any thread, but no other may be using them.
 *
 * # Safety
 *
 * `options` is NULL or came from this library and has not been freed.
 */
void dateline_options_free(dateline_options *options);

/**
 * Sets one option, a `DATELINE_OPTION_*`, to a value.
 *
 * Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `options` is NULL; `DATELINE_ERROR_VALUE` where there is no such option, or it cannot have that value: the
 * options are then as they were. Any thread, others may be extracting with them.
 *
 * # Safety
 *
 * `options` is NULL or came from this library and has not been freed.
 */
int32_t dateline_options_set(dateline_options *options,
                             int32_t option,
                             uint32_t value);

/**
 * Sets all options from JSON: an object with `limits`, `extract` and `annotate`, as in Rust. What it does not name is as the library has it by itself, whatever was set
 * before; annotators of the caller's stay. Words that are added to the library's own, `annotate.names.lists` and `annotate.quotes.cues`, are set by this alone.
 *
 * `json` is UTF-8 of `len` bytes and not kept. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` for NULL, `DATELINE_ERROR_LENGTH`, `DATELINE_ERROR_UTF8`, or
 * `DATELINE_ERROR_OPTION` for what is not such an object, `DATELINE_ERROR_UNSUPPORTED` in a library without the feature json-input: the options are then as they were. `error` may be NULL; what it
 * receives belongs to the caller. Any thread, others may be extracting with them.
 *
 * # Safety
 *
 * `options` is NULL or came from this library and has not been freed; `json` is NULL or holds `len` bytes; `error` is NULL or may be written to.
 */
int32_t dateline_options_set_json(dateline_options *options,
                                  const char *json,
                                  size_t len,
                                  dateline_error **error);

/**
 * Adds an annotator of the caller's, which runs behind the library's own; what it emits is in the article's annotations, with `name` as `by`.
 *
 * `name` is UTF-8 of `name_len` bytes and copied. `user` is handed to the callback as it is, and must live for as long as the options. The callback is called once an
 * article, by the thread that extracts it: by several at once where several extract. It may call any function of this library, an extraction with these same options
 * included, but must not free what is in use, these options and its input among them, and must return: no exception and no `longjmp` may leave it.
 *
 * Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `options`, `name` or `annotate` is NULL, `DATELINE_ERROR_LENGTH` or `DATELINE_ERROR_UTF8` for the name. Any thread,
 * others may be extracting with them.
 *
 * # Safety
 *
 * `options` is NULL or came from this library and has not been freed; `name` is NULL or holds `name_len` bytes; `annotate` and `user` are as said above.
 */
int32_t dateline_options_add_annotator(dateline_options *options,
                                       const char *name,
                                       size_t name_len,
                                       dateline_annotate_fn annotate,
                                       void *user);

/**
 * How it is given: `direct`, `mixed`, `indirect`, or a later word.
 *
 * Borrowed from the article until it is freed; with `quote` NULL absent. Any thread.
 */
dateline_str dateline_quote_kind(const dateline_quote *quote);

/**
 * The hull of its parts.
 *
 * UTF-8 bytes of the text; with `quote` NULL an absent span. Any thread.
 */
dateline_span dateline_quote_span(const dateline_quote *quote);

/**
 * How many there are of: the stretches of words between the marks.
 *
 * With `quote` NULL 0. Any thread.
 */
size_t dateline_quote_part_count(const dateline_quote *quote);

/**
 * One of: the stretches of words between the marks.
 *
 * UTF-8 bytes of the text; an absent span where `index` is not below the count, and with `quote` NULL. Any
 * thread.
 */
dateline_span dateline_quote_part(const dateline_quote *quote,
                                  size_t index);

/**
 * Who said it.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `quote` NULL. Any thread.
 */
const dateline_speaker *dateline_quote_speaker(const dateline_quote *quote);

/**
 * The words that attribute it.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `quote` NULL. Any thread.
 */
const dateline_cue *dateline_quote_cue(const dateline_quote *quote);

/**
 * By way of whom it was reported.
 *
 * Borrowed from the article until it is freed; NULL where it is not known, and with `quote` NULL. Any thread.
 */
const dateline_via *dateline_quote_via(const dateline_quote *quote);

/**
 * How sure the reading is, 0 to 1.
 *
 * Rounded to hundredths; with `quote` NULL -1. Any thread.
 */
double dateline_quote_confidence(const dateline_quote *quote);

/**
 * Their fullest name in the article, or the words that stand for them.
 *
 * Borrowed from the article until it is freed; with `speaker` NULL absent. Any thread.
 */
dateline_str dateline_speaker_name(const dateline_speaker *speaker);

/**
 * The words of the attribution that name them.
 *
 * UTF-8 bytes of the text; an absent span where it is not known, and with `speaker` NULL. Any thread.
 */
dateline_span dateline_speaker_span(const dateline_speaker *speaker);

/**
 * Which of the people of the article they are.
 *
 * An index; `DATELINE_NONE` where it is not known, and with `speaker` NULL. Any thread.
 */
size_t dateline_speaker_person(const dateline_speaker *speaker);

/**
 * How the words were resolved to the person.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `speaker` NULL. Any thread.
 */
dateline_str dateline_speaker_resolved_by(const dateline_speaker *speaker);

/**
 * The words.
 *
 * Borrowed from the article until it is freed; with `cue` NULL absent. Any thread.
 */
dateline_str dateline_cue_text(const dateline_cue *cue);

/**
 * Where they stand.
 *
 * UTF-8 bytes of the text; with `cue` NULL an absent span. Any thread.
 */
dateline_span dateline_cue_span(const dateline_cue *cue);

/**
 * Their name.
 *
 * Borrowed from the article until it is freed; with `via` NULL absent. Any thread.
 */
dateline_str dateline_via_name(const dateline_via *via);

/**
 * Where it stands.
 *
 * UTF-8 bytes of the text; with `via` NULL an absent span. Any thread.
 */
dateline_span dateline_via_span(const dateline_via *via);

/**
 * Prints an article in a format, a `DATELINE_FORMAT_*`, with `flags` of `DATELINE_RENDER_*`, to a function of the caller's, in pieces of at most some kilobytes.
 *
 * `user` is handed to the function as it is. `error` may be NULL; what it receives belongs to the caller. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `article` or `write` is NULL;
 * `DATELINE_ERROR_VALUE` for another format or flag; `DATELINE_ERROR_UNSUPPORTED` in a library without the feature renderers, for all but JSON; `DATELINE_ERROR_CALLBACK` where the function returned something other than 0, which ends the output. Any thread.
 *
 * # Safety
 *
 * `write` takes what its type says; `error` is NULL or may be written to.
 */
int32_t dateline_article_write(const dateline_article *article,
                               int32_t format,
                               uint32_t flags,
                               dateline_write_fn write,
                               void *user,
                               dateline_error **error);

/**
 * Prints an article in a format, a `DATELINE_FORMAT_*`, with `flags` of `DATELINE_RENDER_*`, to a string.
 *
 * What `out` receives belongs to the caller, who frees it with `dateline_string_free`; `error` may be NULL. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `article` or `out` is NULL;
 * `DATELINE_ERROR_VALUE` for another format or flag, `DATELINE_ERROR_UNSUPPORTED` in a library without the feature renderers, for all but JSON: then `out` receives NULL. Any thread.
 *
 * # Safety
 *
 * `out` and `error` are each NULL or may be written to.
 */
int32_t dateline_article_render(const dateline_article *article,
                                int32_t format,
                                uint32_t flags,
                                dateline_string **out,
                                dateline_error **error);

/**
 * Prints an article as one indented object of the schema `dateline/1`: `dateline_article_render` with `DATELINE_FORMAT_JSON` and no flags.
 *
 * What `out` receives belongs to the caller, who frees it with `dateline_string_free`; `error` may be NULL. Returns `DATELINE_OK`, or `DATELINE_ERROR_NULL` where `article` or `out` is
 * NULL. Any thread.
 *
 * # Safety
 *
 * `out` and `error` are each NULL or may be written to.
 */
int32_t dateline_article_json(const dateline_article *article,
                              dateline_string **out,
                              dateline_error **error);

/**
 * What a string holds.
 *
 * Borrowed from the string until it is freed; with `string` NULL absent. Any thread.
 */
dateline_str dateline_string_value(const dateline_string *string);

/**
 * Frees a string and what was borrowed from it. NULL is passed over; freeing one twice is undefined.
 *
 * Any thread, but no other may be using it.
 *
 * # Safety
 *
 * `string` is NULL or came from this library and has not been freed.
 */
void dateline_string_free(dateline_string *string);

/**
 * How many readers' comments there are, by the page's own count or by counting; those on the page may be fewer.
 *
 * With `article` NULL 0. Any thread.
 */
uint32_t dateline_article_comment_total(const dateline_article *article);

/**
 * How many there are of: readers' comments on the page.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_comment_count(const dateline_article *article);

/**
 * One of: readers' comments on the page.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_comment *dateline_article_comment(const dateline_article *article,
                                                 size_t index);

/**
 * How many there are of: what was left out of the text, and why.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_removal_count(const dateline_article *article);

/**
 * One of: what was left out of the text, and why.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_removal *dateline_article_removal(const dateline_article *article,
                                                 size_t index);

/**
 * How many there are of: what went wrong or was given up.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_diagnostic_count(const dateline_article *article);

/**
 * One of: what went wrong or was given up.
 *
 * Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `article` NULL.
 * Any thread.
 */
const dateline_diagnostic *dateline_article_diagnostic(const dateline_article *article,
                                                       size_t index);

/**
 * Who wrote it.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `comment` NULL. Any thread.
 */
dateline_str dateline_comment_author(const dateline_comment *comment);

/**
 * When.
 *
 * Borrowed from the article until it is freed; absent where it is not known, and with `comment` NULL. Any thread.
 */
dateline_str dateline_comment_date(const dateline_comment *comment);

/**
 * What.
 *
 * Borrowed from the article until it is freed; with `comment` NULL absent. Any thread.
 */
dateline_str dateline_comment_text(const dateline_comment *comment);

/**
 * The value as this evidence has it.
 *
 * Borrowed from the article until it is freed; with `evidence` NULL absent. Any thread.
 */
dateline_str dateline_evidence_value(const dateline_evidence *evidence);

/**
 * The kind of evidence: `json-ld`, `open-graph`, `meta`, `microdata`, `markup`, `text`, `url`, `caller`, or a
 * later word.
 *
 * Borrowed from the article until it is freed; with `evidence` NULL absent. Any thread.
 */
dateline_str dateline_evidence_from(const dateline_evidence *evidence);

/**
 * How many there are of: the bytes of the input where it stands.
 *
 * With `evidence` NULL 0. Any thread.
 */
size_t dateline_evidence_source_count(const dateline_evidence *evidence);

/**
 * One of: the bytes of the input where it stands.
 *
 * Bytes of the input; an absent span where `index` is not below the count, and with `evidence` NULL. Any
 * thread.
 */
dateline_span dateline_evidence_source(const dateline_evidence *evidence,
                                       size_t index);

/**
 * How far it is trusted, 0 to 1.
 *
 * Rounded to hundredths; with `evidence` NULL -1. Any thread.
 */
double dateline_evidence_confidence(const dateline_evidence *evidence);

/**
 * Whether the article's field was taken from it.
 *
 * 1 or 0; with `evidence` NULL -1. Any thread.
 */
int32_t dateline_evidence_chosen(const dateline_evidence *evidence);

/**
 * Why: `navigation`, `related`, `advertising`, `comments` and so on, or a later word.
 *
 * Borrowed from the article until it is freed; with `removal` NULL absent. Any thread.
 */
dateline_str dateline_removal_reason(const dateline_removal *removal);

/**
 * How many there are of: the bytes of the input that were left out.
 *
 * With `removal` NULL 0. Any thread.
 */
size_t dateline_removal_source_count(const dateline_removal *removal);

/**
 * One of: the bytes of the input that were left out.
 *
 * Bytes of the input; an absent span where `index` is not below the count, and with `removal` NULL. Any
 * thread.
 */
dateline_span dateline_removal_source(const dateline_removal *removal,
                                      size_t index);

/**
 * What it is about: `byte-limit`, `no-body`, `charset` and so on, or a later word.
 *
 * Borrowed from the article until it is freed; with `diagnostic` NULL absent. Any thread.
 */
dateline_str dateline_diagnostic_code(const dateline_diagnostic *diagnostic);

/**
 * The same in words, for people.
 *
 * Borrowed from the article until it is freed; with `diagnostic` NULL absent. Any thread.
 */
dateline_str dateline_diagnostic_message(const dateline_diagnostic *diagnostic);

/**
 * For how many fields of the metadata there is evidence.
 *
 * With `article` NULL 0. Any thread.
 */
size_t dateline_article_evidence_field_count(const dateline_article *article);

/**
 * The name of a field for which there is evidence (`headline`, `published`), in alphabetical order.
 *
 * Borrowed from the article until it is freed; absent where `field` is not below the count, and with `article` NULL. Any thread.
 */
dateline_str dateline_article_evidence_field(const dateline_article *article,
                                             size_t field);

/**
 * How many pieces of evidence there are for a field, by the field's place among `dateline_article_evidence_field`.
 *
 * 0 where `field` is not below the count, and with `article` NULL. Any thread.
 */
size_t dateline_article_evidence_count(const dateline_article *article,
                                       size_t field);

/**
 * One piece of evidence for a field, whether it was chosen or not.
 *
 * Borrowed from the article until it is freed; NULL where `field` or `index` is not below its count, and with `article` NULL. Any thread.
 */
const dateline_evidence *dateline_article_evidence(const dateline_article *article,
                                                   size_t field,
                                                   size_t index);

/**
 * The words under a span of the text, in UTF-8 bytes of it.
 *
 * Borrowed from the article until it is freed; absent where the span does not lie on the text (out of bounds, off a character boundary), and
 * with `article` NULL. Any thread.
 */
dateline_str dateline_article_slice(const dateline_article *article,
                                    dateline_span span);

/**
 * The bytes of the input that a span of the text came from, in the order of the text: the first `capacity` of them are written to `out`.
 *
 * Returns how many there are, which may be more than `capacity`; `DATELINE_NONE` for an article that was read from JSON without its source map, and with
 * `article` NULL. `out` may be NULL to ask for the count alone. Ends of the span beyond the text are taken as the text's end. Nothing is kept of `out`. Any thread.
 *
 * # Safety
 *
 * `out` is NULL or holds `capacity` elements.
 */
size_t dateline_article_source_spans(const dateline_article *article,
                                     dateline_span span,
                                     dateline_span *out,
                                     size_t capacity);

/**
 * The ABI of the library: equal to `DATELINE_ABI_VERSION` of the header that a program was compiled with, or the two do not fit.
 *
 * It rises where a function, a code or a structure is changed or taken away; what is added does not change it. Any thread.
 */
uint32_t dateline_abi_version(void);

/**
 * The version of the library: `0.1.0`.
 *
 * Static: valid for as long as the library is loaded. Any thread.
 */
dateline_str dateline_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* DATELINE_H */
