/* Many inputs at once: none, the same one often, some that are not there, on no thread and on more than there can be. */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dateline.h"

enum { COUNT = 1500, FEW = 40 };

static char texts[COUNT][64];
static dateline_input *inputs[COUNT];
static dateline_article *articles[COUNT];
static dateline_error *errors[COUNT];

static int32_t fail(const char *text, size_t len, dateline_finds *finds, void *user) {
    (void)len, (void)user;
    dateline_emit(finds, 0, 1, "x", 1, NULL, 0);
    return text[5] % 2;
}

static void free_all(size_t count) {
    for (size_t i = 0; i < count; ++i) {
        dateline_article_free(articles[i]);
        dateline_error_free(errors[i]);
        articles[i] = NULL;
        errors[i] = NULL;
    }
}

static void in_order(size_t count, size_t threads) {
    assert(dateline_extract_batch((const dateline_input *const *)inputs, count, NULL, threads, articles, errors) == DATELINE_OK);
    for (size_t i = 0; i < count; ++i) {
        dateline_str text = dateline_article_text(articles[i]);
        assert(errors[i] == NULL && text.len == strlen(texts[i]) && memcmp(text.ptr, texts[i], text.len) == 0);
    }
    free_all(count);
}

static void nothing(void) {
    assert(dateline_extract_batch(NULL, 0, NULL, 0, NULL, NULL) == DATELINE_OK);
    assert(dateline_extract_batch(NULL, 0, NULL, SIZE_MAX, articles, errors) == DATELINE_OK);
    const dateline_input *none[3] = {NULL, NULL, NULL};
    assert(dateline_extract_batch(none, 3, NULL, SIZE_MAX, articles, errors) == DATELINE_ERROR_NULL);
    assert(articles[0] == NULL && articles[2] == NULL && dateline_error_code(errors[2]) == DATELINE_ERROR_NULL);
    free_all(3);
    assert(dateline_extract_batch(none, 3, NULL, 1, articles, NULL) == DATELINE_ERROR_NULL);
}

/* Counts whose size in bytes overflows, and arrays that lie on each other, are refused before anything is written. */
static void arrays(void) {
    const dateline_input *const *first = (const dateline_input *const *)inputs;
    static const size_t beyond[] = {SIZE_MAX, SIZE_MAX / sizeof(void *) + 1, SIZE_MAX / sizeof(void *), (size_t)PTRDIFF_MAX / sizeof(void *) + 1};
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; ++i) {
        assert(dateline_extract_batch(first, beyond[i], NULL, 1, articles, errors) == DATELINE_ERROR_LENGTH);
    }
    union {
        dateline_article *articles[4];
        dateline_error *errors[4];
    } both = {{NULL, NULL, NULL, NULL}};
    assert(dateline_extract_batch(first, 2, NULL, 1, both.articles, both.errors) == DATELINE_ERROR_NULL);
    assert(dateline_extract_batch(first, 2, NULL, 1, both.articles, both.errors + 1) == DATELINE_ERROR_NULL);
    assert(dateline_extract_batch(first, 2, NULL, 1, both.articles + 1, both.errors) == DATELINE_ERROR_NULL);
    assert(both.articles[0] == NULL && both.articles[1] == NULL && both.articles[2] == NULL);
    assert(dateline_extract_batch(first, 2, NULL, 1, both.articles, both.errors + 2) == DATELINE_OK && both.errors[2] == NULL);
    dateline_article_free(both.articles[0]);
    dateline_article_free(both.articles[1]);
    assert(dateline_extract_batch(first, 2, NULL, 1, articles, NULL) == DATELINE_OK);
    free_all(2);
}

/* One input, in every place. */
static void the_same(void) {
    const dateline_input *same[FEW];
    for (size_t i = 0; i < FEW; ++i) {
        same[i] = inputs[3];
    }
    assert(dateline_extract_batch(same, FEW, NULL, 4, articles, errors) == DATELINE_OK);
    for (size_t i = 0; i < FEW; ++i) {
        assert(dateline_article_text(articles[i]).len == strlen(texts[3]));
    }
    free_all(FEW);
}

/* An annotator that fails takes its own finds away, no more. */
static void failing(void) {
    dateline_options *options = dateline_options_new();
    assert(dateline_options_add_annotator(options, "fails", 5, fail, NULL) == DATELINE_OK);
    assert(dateline_extract_batch((const dateline_input *const *)inputs, FEW, options, 3, articles, errors) == DATELINE_OK);
    for (size_t i = 0; i < FEW; ++i) {
        size_t failed = (size_t)(texts[i][5] % 2);
        assert(dateline_article_annotation_count(articles[i]) == 1 - failed);
        assert(dateline_article_diagnostic_count(articles[i]) >= failed);
    }
    free_all(FEW);
    dateline_options_free(options);
}

int main(int argc, char **argv) {
    (void)argv;
    for (size_t i = 0; i < COUNT; ++i) {
        sprintf(texts[i], "Snow %zu fell in the town on Tuesday.", i);
        assert(dateline_input_new((const uint8_t *)texts[i], strlen(texts[i]), &inputs[i]) == DATELINE_OK);
        assert(dateline_input_set_media(inputs[i], DATELINE_MEDIA_PLAIN) == DATELINE_OK);
    }
    nothing();
    arrays();
    the_same();
    failing();
    in_order(FEW, 0);
    in_order(FEW, 1);
    in_order(FEW, SIZE_MAX);
    /* valgrind has but 500 threads */
    if (argc == 1) {
        in_order(COUNT, 10000);
    }
    for (size_t i = 0; i < COUNT; ++i) {
        dateline_input_free(inputs[i]);
    }
    return 0;
}
