/* Eight threads extract at once with the same options, and all read one article at once. */
#undef NDEBUG
#define _POSIX_C_SOURCE 200809L
#include <assert.h>
#include <pthread.h>
#include <string.h>

#include "walk.h"

enum { THREADS = 8, ROUNDS = 20 };

static const char TEXT[] = "LONDON, March 3 - \"Nothing happened in the city,\" said Ida Holm on Tuesday.";

struct shared {
    const dateline_options *options;
    const dateline_article *article;
};

static void *work(void *argument) {
    const struct shared *shared = argument;
    dateline_str expected = dateline_article_text(shared->article);
    size_t everything = walk_article(shared->article);
    for (int i = 0; i < ROUNDS; ++i) {
        dateline_article *article = NULL;
        assert(dateline_extract((const uint8_t *)TEXT, sizeof TEXT - 1, shared->options, &article, NULL) == DATELINE_OK);
        dateline_str text = dateline_article_text(article);
        assert(text.len == expected.len && memcmp(text.ptr, expected.ptr, text.len) == 0);
        assert(dateline_article_quote_count(article) == dateline_article_quote_count(shared->article));
        assert(walk_article(article) == everything && walk_article(shared->article) == everything);
        dateline_article_free(article);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    dateline_options *options = dateline_options_new();
    dateline_article *article = NULL;
    assert(dateline_extract((const uint8_t *)TEXT, sizeof TEXT - 1, NULL, &article, NULL) == DATELINE_OK);
    struct shared shared = {options, article};
    for (int i = 0; i < THREADS; ++i) {
        assert(pthread_create(&threads[i], NULL, work, &shared) == 0);
    }
    for (int i = 0; i < THREADS; ++i) {
        assert(pthread_join(threads[i], NULL) == 0);
    }
    dateline_article_free(article);
    dateline_options_free(options);
    return 0;
}
