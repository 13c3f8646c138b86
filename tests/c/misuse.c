/* What callers get wrong is answered with a code: NULL, lengths, numbers, strings, callbacks that fail. */
#undef NDEBUG
#include <assert.h>
#include <string.h>

#include "dateline.h"

static const char TEXT[] = "LONDON, March 3 - Nothing happened in the city on Tuesday, officials said.";

static int32_t refuse(const char *data, size_t len, void *user) {
    (void)data, (void)len, (void)user;
    return 7;
}

static int32_t find(const char *text, size_t len, dateline_finds *finds, void *user) {
    const char *city = text;
    assert(len > 6 && memcmp(city, "LONDON", 6) == 0);
    assert(dateline_emit(finds, 0, 6, "city", 4, "big", 3) == DATELINE_OK);
    assert(dateline_emit(finds, 0, 6, "city", 4, NULL, 0) == DATELINE_OK);
    assert(dateline_emit(finds, 5, len + 1, "city", 4, NULL, 0) == DATELINE_ERROR_SPAN);
    assert(dateline_emit(finds, 6, 5, "city", 4, NULL, 0) == DATELINE_ERROR_SPAN);
    assert(dateline_emit(finds, 0, 6, NULL, 0, NULL, 0) == DATELINE_ERROR_NULL);
    assert(dateline_emit(finds, 0, 6, "\xff", 1, NULL, 0) == DATELINE_ERROR_UTF8);
    assert(dateline_emit(NULL, 0, 6, "city", 4, NULL, 0) == DATELINE_ERROR_NULL);
    return *(int *)user;
}

static void extraction(void) {
    const uint8_t *data = (const uint8_t *)TEXT;
    dateline_article *article = NULL;
    dateline_error *error = NULL;
    assert(dateline_extract(data, sizeof TEXT - 1, NULL, NULL, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_extract(NULL, 3, NULL, &article, &error) == DATELINE_ERROR_NULL && article == NULL);
    assert(dateline_error_code(error) == DATELINE_ERROR_NULL && dateline_error_message(error).len > 0);
    dateline_error_free(error);
    assert(dateline_extract(data, (size_t)PTRDIFF_MAX + 1, NULL, &article, NULL) == DATELINE_ERROR_LENGTH && article == NULL);
    assert(dateline_extract(data, 3, NULL, (dateline_article **)(void *)&error, &error) == DATELINE_ERROR_NULL);
    assert(dateline_extract(NULL, 0, NULL, &article, NULL) == DATELINE_OK);
    assert(dateline_article_text(article).ptr != NULL && dateline_article_text(article).len == 0);
    assert(dateline_article_slice(article, (dateline_span){1, 2}).ptr == NULL);
    assert(dateline_article_slice(article, (dateline_span){SIZE_MAX, 0}).ptr == NULL);
    dateline_string *string = NULL;
    assert(dateline_article_render(article, 0, 0, &string, NULL) == DATELINE_ERROR_VALUE && string == NULL);
    assert(dateline_article_render(article, 99, 0, &string, NULL) == DATELINE_ERROR_VALUE);
    assert(dateline_article_render(article, DATELINE_FORMAT_TEXT, 64, &string, NULL) == DATELINE_ERROR_VALUE);
    assert(dateline_article_render(NULL, DATELINE_FORMAT_TEXT, 0, &string, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_article_render(article, DATELINE_FORMAT_TEXT, 0, NULL, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_article_write(article, DATELINE_FORMAT_JSON, 0, NULL, NULL, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_article_write(article, DATELINE_FORMAT_JSON, 0, refuse, NULL, &error) == DATELINE_ERROR_CALLBACK);
    dateline_error_free(error);
    dateline_article_free(article);
    assert(dateline_article_from_json("{}", 2, &article, NULL) == DATELINE_ERROR_JSON && article == NULL);
    assert(dateline_article_from_json("\xff", 1, &article, NULL) == DATELINE_ERROR_UTF8);
    assert(dateline_article_from_json(NULL, 0, &article, NULL) == DATELINE_ERROR_NULL);
}

/* No length is believed that no object can have, wherever one is handed in. */
static void lengths(void) {
    const size_t beyond = (size_t)PTRDIFF_MAX + 1;
    const uint8_t *data = (const uint8_t *)TEXT;
    dateline_article *article = NULL;
    dateline_error *error = NULL;
    dateline_input *input = NULL;
    dateline_options *options = dateline_options_new();
    assert(dateline_extract(data, SIZE_MAX, NULL, &article, &error) == DATELINE_ERROR_LENGTH && article == NULL);
    assert(dateline_error_code(error) == DATELINE_ERROR_LENGTH);
    dateline_error_free(error);
    assert(dateline_article_from_json(TEXT, beyond, &article, NULL) == DATELINE_ERROR_LENGTH && article == NULL);
    assert(dateline_input_new(data, beyond, &input) == DATELINE_ERROR_LENGTH && input == NULL);
    assert(dateline_input_new(data, 4, &input) == DATELINE_OK);
    assert(dateline_input_set(input, DATELINE_INPUT_URL, TEXT, beyond) == DATELINE_ERROR_LENGTH);
    assert(dateline_options_set_json(options, TEXT, beyond, NULL) == DATELINE_ERROR_LENGTH);
    assert(dateline_options_add_annotator(options, TEXT, beyond, NULL, NULL) == DATELINE_ERROR_LENGTH);
    const dateline_input *inputs[1] = {input};
    dateline_article *articles[1] = {NULL};
    assert(dateline_extract_batch(inputs, beyond, NULL, 1, articles, NULL) == DATELINE_ERROR_LENGTH && articles[0] == NULL);
    dateline_input_free(input);
    dateline_options_free(options);
}

/* Numbers that name nothing, at both ends. */
static void numbers(void) {
    static const int32_t wrong[] = {INT32_MIN, -1, 1000, INT32_MAX};
    dateline_options *options = dateline_options_new();
    dateline_input *input = NULL;
    dateline_article *article = NULL;
    dateline_string *string = NULL;
    assert(dateline_input_new((const uint8_t *)TEXT, sizeof TEXT - 1, &input) == DATELINE_OK);
    assert(dateline_extract_input(input, options, &article, NULL) == DATELINE_OK);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
        assert(dateline_options_set(options, wrong[i], 1) == DATELINE_ERROR_VALUE);
        assert(dateline_input_set(input, wrong[i], "x", 1) == DATELINE_ERROR_VALUE);
        assert(dateline_input_set_media(input, wrong[i]) == DATELINE_ERROR_VALUE);
        assert(dateline_article_render(article, wrong[i], 0, &string, NULL) == DATELINE_ERROR_VALUE && string == NULL);
        assert(dateline_article_write(article, wrong[i], 0, refuse, NULL, NULL) == DATELINE_ERROR_VALUE);
    }
    assert(dateline_article_render(article, DATELINE_FORMAT_JSON, UINT32_MAX, &string, NULL) == DATELINE_ERROR_VALUE);
    assert(dateline_options_set(options, DATELINE_OPTION_LIMIT_IS_ERROR, UINT32_MAX) == DATELINE_ERROR_VALUE);
    dateline_article_free(article);
    dateline_input_free(input);
    dateline_options_free(options);
}

static void nulls(void) {
    dateline_article_free(NULL);
    dateline_error_free(NULL);
    dateline_options_free(NULL);
    dateline_input_free(NULL);
    dateline_string_free(NULL);
    assert(dateline_article_headline(NULL).ptr == NULL && dateline_article_quote_count(NULL) == 0);
    assert(dateline_quote_speaker(NULL) == NULL && dateline_speaker_person(NULL) == DATELINE_NONE);
    assert(DATELINE_IS_NO_SPAN(dateline_quote_span(NULL)) && dateline_article_truncated(NULL) == -1);
    assert(dateline_error_code(NULL) == -1 && dateline_string_value(NULL).ptr == NULL);
    assert(dateline_article_source_spans(NULL, (dateline_span){0, 1}, NULL, 0) == DATELINE_NONE);
    assert(dateline_extract_input(NULL, NULL, NULL, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_options_set(NULL, DATELINE_OPTION_QUOTES, 1) == DATELINE_ERROR_NULL);
    assert(dateline_input_set_media(NULL, DATELINE_MEDIA_HTML) == DATELINE_ERROR_NULL);
    assert(dateline_input_new(NULL, 0, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_extract_batch(NULL, 2, NULL, 1, NULL, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_extract_batch(NULL, 0, NULL, 1, NULL, NULL) == DATELINE_OK);
}

static void described(void) {
    dateline_input *input = NULL;
    dateline_article *article = NULL;
    assert(dateline_input_new(NULL, 1, &input) == DATELINE_ERROR_NULL && input == NULL);
    assert(dateline_input_new((const uint8_t *)TEXT, sizeof TEXT - 1, &input) == DATELINE_OK);
    assert(dateline_input_set_media(input, 3) == DATELINE_ERROR_VALUE);
    assert(dateline_input_set(input, 0, "x", 1) == DATELINE_ERROR_VALUE);
    assert(dateline_input_set(input, DATELINE_INPUT_ID, "\xff", 1) == DATELINE_ERROR_UTF8);
    assert(dateline_input_set(input, DATELINE_INPUT_PUBLISHED, "soon", 4) == DATELINE_OK);
    assert(dateline_extract_input(input, NULL, &article, NULL) == DATELINE_ERROR_OPTION && article == NULL);
    assert(dateline_input_set(input, DATELINE_INPUT_PUBLISHED, NULL, 0) == DATELINE_OK);
    assert(dateline_extract_input(input, NULL, &article, NULL) == DATELINE_OK);
    dateline_article_free(article);
    const dateline_input *inputs[3] = {input, NULL, input};
    dateline_article *articles[3];
    dateline_error *errors[3];
    assert(dateline_extract_batch(inputs, 3, NULL, 2, articles, errors) == DATELINE_ERROR_NULL);
    assert(articles[0] != NULL && articles[1] == NULL && articles[2] != NULL);
    assert(errors[0] == NULL && dateline_error_code(errors[1]) == DATELINE_ERROR_NULL && errors[2] == NULL);
    for (int i = 0; i < 3; ++i) {
        dateline_article_free(articles[i]);
        dateline_error_free(errors[i]);
    }
    dateline_input_free(input);
}

static void options(void) {
    dateline_options *options = dateline_options_new();
    dateline_article *article = NULL;
    dateline_error *error = NULL;
    int code = 0;
    assert(dateline_options_set(options, 99, 1) == DATELINE_ERROR_VALUE);
    assert(dateline_options_set(options, DATELINE_OPTION_QUOTES, 2) == DATELINE_ERROR_VALUE);
    assert(dateline_options_set_json(options, "{\"limit\": 1}", 12, &error) == DATELINE_ERROR_OPTION);
    dateline_error_free(error);
    assert(dateline_options_add_annotator(options, "cities", 6, NULL, NULL) == DATELINE_ERROR_NULL);
    assert(dateline_options_add_annotator(options, "cities", 6, find, &code) == DATELINE_OK);
    assert(dateline_extract((const uint8_t *)TEXT, sizeof TEXT - 1, options, &article, NULL) == DATELINE_OK);
    assert(dateline_article_annotation_count(article) == 2);
    assert(memcmp(dateline_annotation_by(dateline_article_annotation(article, 0)).ptr, "cities", 6) == 0);
    dateline_article_free(article);
    code = 1;
    assert(dateline_extract((const uint8_t *)TEXT, sizeof TEXT - 1, options, &article, NULL) == DATELINE_OK);
    assert(dateline_article_annotation_count(article) == 0 && dateline_article_diagnostic_count(article) > 0);
    dateline_article_free(article);
    assert(dateline_options_set(options, DATELINE_OPTION_LIMIT_BYTES, 9) == DATELINE_OK);
    assert(dateline_options_set(options, DATELINE_OPTION_LIMIT_IS_ERROR, 1) == DATELINE_OK);
    assert(dateline_extract((const uint8_t *)TEXT, sizeof TEXT - 1, options, &article, NULL) == DATELINE_ERROR_LIMIT);
    dateline_options_free(options);
}

int main(void) {
    nulls();
    lengths();
    numbers();
    extraction();
    described();
    options();
    return 0;
}
