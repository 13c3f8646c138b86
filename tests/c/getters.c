/* Every part of the model is asked of an article; strings are borrowed, chained getters take NULL. */
#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "dateline.h"

static const char PAGE[] =
    "<!doctype html><html lang=en><head><title>Cow leaves meadow</title>"
    "<meta property=og:title content='Cow leaves meadow'><meta name=author content='Ida Holm'></head><body><article>"
    "<h1>Cow leaves meadow</h1><p>OSLO, May 4 (Herd) - A cow left its meadow on Tuesday and walked <a href=/town>to town</a>.</p>"
    "<p>\"It was seen on the road to town, where it had never been before,\" said Minister Kari Vik on Tuesday.</p>"
    "<ul><li>One cow of the farm</li><li>Two roads to the town</li></ul>"
    "<p>The farm would pay $354 million for a new fence around the meadow, she said.</p></article></body></html>";

static int same(dateline_str string, const char *expected) {
    return string.ptr != NULL && string.len == strlen(expected) && memcmp(string.ptr, expected, string.len) == 0;
}

static int32_t collect(const char *data, size_t len, void *user) {
    (void)data;
    *(size_t *)user += len;
    return 0;
}

static void read_metadata(const dateline_article *article) {
    assert(same(dateline_article_headline(article), "Cow leaves meadow"));
    assert(same(dateline_article_language(article), "en"));
    assert(dateline_article_kicker(article).ptr == NULL);
    assert(dateline_article_input_length(article) == sizeof PAGE - 1);
    assert(dateline_article_author_count(article) == 1);
    assert(same(dateline_author_name(dateline_article_author(article, 0)), "Ida Holm"));
    assert(dateline_article_author(article, 1) == NULL);
    assert(dateline_author_name(dateline_article_author(article, 1)).ptr == NULL);
    const dateline_dateline *line = dateline_article_dateline(article);
    assert(dateline_dateline_place_count(line) == 1);
    assert(same(dateline_named_place_country(dateline_dateline_place(line, 0)), "NO"));
    size_t evidence = 0;
    for (size_t field = 0; field < dateline_article_evidence_field_count(article); ++field) {
        assert(dateline_article_evidence_field(article, field).ptr != NULL);
        for (size_t i = 0; i < dateline_article_evidence_count(article, field); ++i, ++evidence) {
            assert(dateline_evidence_value(dateline_article_evidence(article, field, i)).ptr != NULL);
        }
    }
    assert(evidence > 0);
}

static void read_blocks(const dateline_article *article) {
    size_t lists = 0, links = 0;
    for (size_t i = 0; i < dateline_article_block_count(article); ++i) {
        const dateline_block *block = dateline_article_block(article, i);
        assert(dateline_article_slice(article, dateline_block_span(block)).ptr != NULL);
        if (same(dateline_block_kind(block), "list")) {
            ++lists;
            assert(dateline_block_ordered(block) == 0);
            assert(dateline_block_item_count(block) == 2);
            assert(dateline_list_item_level(dateline_block_item(block, 1)) == 0);
        }
        assert(dateline_block_row_count(block) == 0 && dateline_block_cell(block, 0, 0) == NULL);
        for (size_t m = 0; m < dateline_block_mark_count(block); ++m) {
            links += same(dateline_mark_kind(dateline_block_mark(block, m)), "link");
        }
    }
    assert(lists == 1 && links == 1);
}

static void read_sources(const dateline_article *article) {
    dateline_span span = dateline_block_span(dateline_article_block(article, 0));
    size_t count = dateline_article_source_spans(article, span, NULL, 0);
    assert(count > 0 && count != DATELINE_NONE);
    dateline_span *sources = malloc(count * sizeof *sources);
    assert(sources != NULL && dateline_article_source_spans(article, span, sources, count) == count);
    dateline_str words = dateline_article_slice(article, span);
    size_t length = sources[0].end - sources[0].start;
    assert(length <= words.len && memcmp(PAGE + sources[0].start, words.ptr, length) == 0);
    free(sources);
}

static void print(const dateline_article *article) {
    for (int32_t format = DATELINE_FORMAT_MARKDOWN; format <= DATELINE_FORMAT_TEI; ++format) {
        for (uint32_t flags = 0; flags <= (DATELINE_RENDER_SOURCE_SPANS | DATELINE_RENDER_BARE); ++flags) {
            dateline_string *string = NULL;
            size_t written = 0;
            assert(dateline_article_render(article, format, flags, &string, NULL) == DATELINE_OK);
            assert(dateline_article_write(article, format, flags, collect, &written, NULL) == DATELINE_OK);
            assert(dateline_string_value(string).len == written && written > 0);
            dateline_string_free(string);
        }
    }
    dateline_string *json = NULL;
    dateline_article *again = NULL;
    assert(dateline_article_json(article, &json, NULL) == DATELINE_OK);
    dateline_str text = dateline_string_value(json);
    assert(dateline_article_from_json(text.ptr, text.len, &again, NULL) == DATELINE_OK);
    assert(same(dateline_article_headline(again), "Cow leaves meadow"));
    assert(dateline_article_source_spans(again, (dateline_span){0, 4}, NULL, 0) == DATELINE_NONE);
    dateline_article_free(again);
    dateline_string_free(json);
}

static dateline_article *extract_with(const dateline_options *options, const char *bytes) {
    dateline_article *article = NULL;
    assert(dateline_extract((const uint8_t *)bytes, strlen(bytes), options, &article, NULL) == DATELINE_OK);
    return article;
}

/* Readers' comments are counted, and read where that is asked for. */
static void ask_for_comments(void) {
    static const char page[] =
        "<article><h1>Cow leaves meadow</h1><p>A cow left its meadow on Tuesday and walked to town, where nobody had seen one before.</p>"
        "<p>It was seen on the road to town, where it had never been before, the minister said.</p></article>"
        "<section id=comments class=comments><h3>Comments</h3><div class=comment><b class=author>Ola</b>"
        "<p>I have seen the cow, too, and it was on its way home.</p></div></section>";
    dateline_options *options = dateline_options_new();
    dateline_article *article = extract_with(options, page);
    assert(dateline_article_comment_count(article) == 0 && dateline_article_comment_total(article) == 1);
    dateline_article_free(article);
    assert(dateline_options_set(options, DATELINE_OPTION_COMMENTS, 1) == DATELINE_OK);
    article = extract_with(options, page);
    assert(same(dateline_comment_author(dateline_article_comment(article, 0)), "Ola"));
    dateline_article_free(article);
    dateline_options_free(options);
}

/* What stands before a date is part of it where phrases are asked for, and in notes. */
static void ask_for_extents(void) {
    static const char note[] = "Remind the minister of all before 2018.";
    static const char *const dates[] = {"before 2018", "2018", "before 2018"};
    dateline_options *options = dateline_options_new();
    for (uint32_t extent = DATELINE_EXTENT_AUTO; extent <= DATELINE_EXTENT_PHRASE; ++extent) {
        assert(dateline_options_set(options, DATELINE_OPTION_DATES_EXTENT, extent) == DATELINE_OK);
        dateline_article *article = extract_with(options, note);
        assert(same(dateline_date_raw(dateline_article_date(article, 0)), dates[extent]));
        dateline_article_free(article);
    }
    assert(dateline_options_set(options, DATELINE_OPTION_DATES_EXTENT, DATELINE_EXTENT_PHRASE + 1) == DATELINE_ERROR_VALUE);
    dateline_options_free(options);
}

int main(void) {
    ask_for_comments();
    ask_for_extents();
    dateline_article *article = NULL;
    dateline_error *error = NULL;
    assert(dateline_abi_version() == DATELINE_ABI_VERSION);
    assert(dateline_version().len >= 5);
    assert(dateline_extract((const uint8_t *)PAGE, sizeof PAGE - 1, NULL, &article, &error) == DATELINE_OK);
    assert(article != NULL && error == NULL);
    read_metadata(article);
    read_blocks(article);
    read_sources(article);
    print(article);
    assert(dateline_article_money_count(article) == 1);
    assert(same(dateline_money_currency(dateline_article_money(article, 0)), "USD"));
    assert(dateline_article_quote_count(article) > 0);
    const dateline_quote *quote = dateline_article_quote(article, 0);
    assert(dateline_quote_part_count(quote) > 0 && dateline_quote_part(quote, 0).end > 0);
    assert(dateline_speaker_name(dateline_quote_speaker(quote)).ptr != NULL);
    dateline_article_free(article);
    return 0;
}
