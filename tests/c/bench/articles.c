/*
 * How fast pages become articles by the C library: what `cargo xtask bench c` sets beside the same in Rust.
 *
 * articles PAGES PASSES: PAGES is a file of pages, each behind its length in eight bytes, the lowest first. The pages are gone through PASSES times and the
 * fastest pass counts. What is timed is from a page's bytes to its article, on one thread, as in the bench in Rust; and, beside it, every string, mark and
 * quote of the articles by the getters. Prints one JSON object.
 */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dateline.h"

static uint8_t *pages;
static size_t pages_len;

static int load(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        return 0;
    }
    long length = ftell(file);
    rewind(file);
    pages = malloc(length > 0 ? (size_t)length : 1);
    pages_len = pages == NULL ? 0 : fread(pages, 1, (size_t)length, file);
    fclose(file);
    return pages_len > 0;
}

static size_t length_at(size_t at) {
    size_t length = 0;
    for (size_t i = 8; i-- > 0;) {
        length = length << 8 | pages[at + i];
    }
    return length;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Asks for what a program that shows an article asks for; returns how many getters were called. */
static size_t read_article(const dateline_article *article, size_t *bytes) {
    size_t asked = 4;
    *bytes += dateline_article_headline(article).len + dateline_article_byline(article).len + dateline_article_text(article).len;
    for (size_t i = 0, count = dateline_article_block_count(article); i < count; ++i) {
        const dateline_block *block = dateline_article_block(article, i);
        dateline_span span = dateline_block_span(block);
        *bytes += dateline_block_kind(block).len + dateline_article_slice(article, span).len;
        size_t marks = dateline_block_mark_count(block);
        for (size_t m = 0; m < marks; ++m) {
            *bytes += dateline_mark_href(dateline_block_mark(block, m)).len;
        }
        asked += 5 + 2 * marks;
    }
    for (size_t i = 0, count = dateline_article_quote_count(article); i < count; ++i) {
        *bytes += dateline_speaker_name(dateline_quote_speaker(dateline_article_quote(article, i))).len;
        asked += 3;
    }
    return asked;
}

int main(int argc, char **argv) {
    if (argc != 3 || !load(argv[1])) {
        fputs("usage: articles PAGES PASSES\n", stderr);
        return 2;
    }
    double best = 0, best_reading = 0;
    size_t count = 0, bytes = 0, failed = 0, asked = 0, seen = 0;
    for (int pass = 0; pass < atoi(argv[2]); ++pass) {
        double extracting = 0, reading = 0;
        count = bytes = failed = asked = 0;
        for (size_t at = 0; at + 8 <= pages_len; ++count) {
            size_t length = length_at(at);
            dateline_article *article = NULL;
            dateline_input *input = NULL;
            double start = seconds();
            failed += dateline_input_new(pages + at + 8, length, &input) != DATELINE_OK;
            dateline_input_set_media(input, DATELINE_MEDIA_HTML);
            failed += dateline_extract_input(input, NULL, &article, NULL) != DATELINE_OK;
            dateline_input_free(input);
            double made = seconds();
            asked += read_article(article, &seen);
            double read = seconds();
            dateline_article_free(article);
            extracting += made - start;
            reading += read - made;
            bytes += length;
            at += 8 + length;
        }
        best = pass == 0 || extracting < best ? extracting : best;
        best_reading = pass == 0 || reading < best_reading ? reading : best_reading;
    }
    printf("{\"pages\": %zu, \"failed\": %zu, \"bytes\": %zu, \"seconds\": %.6f, \"getters\": %zu, \"getter_seconds\": %.6f}\n", count, failed, bytes, best,
           asked, best_reading);
    free(pages);
    return seen == 0;
}
