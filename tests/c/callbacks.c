/* Functions of the caller's that call back into the library, emit what cannot be, refuse what they are handed, and change the options that they run under. */
#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "dateline.h"

static const char TEXT[] = "Z\xc3\x9cRICH, March 3 - \"Nothing happened in the city,\" said Ida Holm on Tuesday.";

static dateline_article *extract(const char *text, const dateline_options *options) {
    dateline_article *article = NULL;
    assert(dateline_extract((const uint8_t *)text, strlen(text), options, &article, NULL) == DATELINE_OK);
    return article;
}

/* Spans that lie on nothing add nothing; an empty one, and the whole text, do. */
static int32_t emit_everywhere(const char *text, size_t len, dateline_finds *finds, void *user) {
    static const size_t wrong[][2] = {{2, 3}, {0, 2}, {5, 4}, {SIZE_MAX, SIZE_MAX}, {0, SIZE_MAX}, {SIZE_MAX, 0}, {(size_t)1 << 32, (size_t)1 << 33}};
    (void)user;
    assert(text[1] == '\xc3');
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
        assert(dateline_emit(finds, wrong[i][0], wrong[i][1], "x", 1, NULL, 0) == DATELINE_ERROR_SPAN);
    }
    assert(dateline_emit(finds, len, len + 1, "x", 1, NULL, 0) == DATELINE_ERROR_SPAN);
    assert(dateline_emit(finds, 0, 1, "x", (size_t)PTRDIFF_MAX + 1, NULL, 0) == DATELINE_ERROR_LENGTH);
    assert(dateline_emit(finds, 0, 1, "x", 1, "y", SIZE_MAX) == DATELINE_ERROR_LENGTH);
    assert(dateline_emit(finds, 0, 1, "x", 1, NULL, 1) == DATELINE_ERROR_NULL);
    assert(dateline_emit(finds, 0, 1, "x", 1, "\xed\xa0\x80", 3) == DATELINE_ERROR_UTF8);
    assert(dateline_emit(finds, len, len, "end", 3, "", 0) == DATELINE_OK);
    /* what is handed in is copied: the words of the text itself may be handed back */
    assert(dateline_emit(finds, 0, len, text, len, text, len) == DATELINE_OK);
    return 0;
}

static void wrong_spans(void) {
    dateline_options *options = dateline_options_new();
    assert(dateline_options_add_annotator(options, "everywhere", 10, emit_everywhere, NULL) == DATELINE_OK);
    dateline_article *article = extract(TEXT, options);
    assert(dateline_article_annotation_count(article) == 2);
    dateline_str kind = dateline_annotation_kind(dateline_article_annotation(article, 1));
    dateline_str text = dateline_article_text(article);
    assert(kind.len == text.len && memcmp(kind.ptr, text.ptr, kind.len) == 0 && kind.ptr != text.ptr);
    dateline_article_free(article);
    dateline_options_free(options);
}

/* An annotator that extracts, with the very options that it runs under, and changes them meanwhile. */
struct nested {
    dateline_options *options;
    int depth;
    int calls;
};

static int32_t extract_again(const char *text, size_t len, dateline_finds *finds, void *user) {
    struct nested *nested = user;
    ++nested->calls;
    if (nested->depth < 3) {
        dateline_article *article = NULL;
        dateline_string *string = NULL;
        ++nested->depth;
        assert(dateline_options_set(nested->options, DATELINE_OPTION_EVIDENCE, (uint32_t)nested->depth % 2) == DATELINE_OK);
        assert(dateline_extract((const uint8_t *)text, len, nested->options, &article, NULL) == DATELINE_OK);
        assert(dateline_article_annotation_count(article) == 1);
        assert(dateline_article_render(article, DATELINE_FORMAT_HTML, 0, &string, NULL) == DATELINE_OK);
        dateline_string_free(string);
        dateline_article_free(article);
        --nested->depth;
        /* the pipeline that this runs in has been replaced twice by now */
        assert(dateline_options_add_annotator(nested->options, "more", 4, emit_everywhere, NULL) == DATELINE_OK);
        assert(dateline_options_set_json(nested->options, "{}", 2, NULL) == DATELINE_OK);
    }
    return dateline_emit(finds, 0, 1, "depth", 5, NULL, 0);
}

static void reentrance(void) {
    struct nested nested = {dateline_options_new(), 2, 0};
    assert(dateline_options_add_annotator(nested.options, "again", 5, extract_again, &nested) == DATELINE_OK);
    dateline_article *article = extract(TEXT, nested.options);
    /* the one that was added meanwhile holds for the extractions that begin afterwards */
    assert(nested.calls == 2 && dateline_article_annotation_count(article) == 1);
    dateline_article_free(article);
    nested.depth = 3;
    article = extract(TEXT, nested.options);
    assert(nested.calls == 3 && dateline_article_annotation_count(article) == 3);
    dateline_article_free(article);
    dateline_options_free(nested.options);
}

/* A page whose every format takes many pieces. */
static char *long_text(void) {
    enum { TIMES = 900 };
    static const char sentence[] = "The minister said on Tuesday that the road to the town would be closed for \xe2\x82\xac""5 million.\n\n";
    char *text = malloc(TIMES * (sizeof sentence - 1) + 1);
    assert(text != NULL);
    for (size_t i = 0; i < TIMES; ++i) {
        memcpy(text + i * (sizeof sentence - 1), sentence, sizeof sentence);
    }
    return text;
}

struct refusal {
    size_t pieces;
    size_t refused;
    int32_t code;
    const dateline_article *article;
};

static int32_t refuse_at(const char *data, size_t len, void *user) {
    struct refusal *refusal = user;
    assert(data != NULL && len > 0 && len < 20000 && ((unsigned char)data[0] & 0xc0) != 0x80);
    /* the article may be read, and printed, by the function that takes its output */
    dateline_string *string = NULL;
    assert(dateline_article_render(refusal->article, DATELINE_FORMAT_TEXT, DATELINE_RENDER_BARE, &string, NULL) == DATELINE_OK);
    dateline_string_free(string);
    return ++refusal->pieces == refusal->refused ? refusal->code : 0;
}

static void refusals(void) {
    char *text = long_text();
    dateline_article *article = extract(text, NULL);
    for (int32_t format = DATELINE_FORMAT_MARKDOWN; format <= DATELINE_FORMAT_TEI; ++format) {
        struct refusal all = {0, 0, 0, article};
        assert(dateline_article_write(article, format, 0, refuse_at, &all, NULL) == DATELINE_OK && all.pieces > 4);
        static const int32_t codes[] = {1, -1, INT32_MIN};
        for (size_t piece = 1; piece <= all.pieces; piece += piece < 3 ? 1 : all.pieces / 2) {
            struct refusal refusal = {0, piece, codes[piece % 3], article};
            dateline_error *error = NULL;
            assert(dateline_article_write(article, format, 0, refuse_at, &refusal, &error) == DATELINE_ERROR_CALLBACK);
            /* and is not called again */
            assert(refusal.pieces == piece && dateline_error_code(error) == DATELINE_ERROR_CALLBACK);
            dateline_error_free(error);
        }
    }
    dateline_article_free(article);
    free(text);
}

int main(void) {
    wrong_spans();
    reentrance();
    refusals();
    return 0;
}
