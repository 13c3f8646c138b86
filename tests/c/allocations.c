/* Getters allocate nothing: the allocator of the whole program, the library included, is counted while every getter is called. */
#undef NDEBUG
#include <assert.h>
#include <stdlib.h>

#include "walk.h"

static const char PAGE[] =
    "<!doctype html><html lang=en><head><title>Cow leaves meadow - The Herd</title><link rel=canonical href=https://example.org/cow>"
    "<meta property=og:title content='Cow leaves meadow'><meta property=og:site_name content='The Herd'>"
    "<meta property=article:published_time content=2009-05-05T08:00:00Z><meta property=article:tag content=cows>"
    "<meta name=description content='A cow left its meadow.'><meta name=author content='Ida Holm'></head><body>"
    "<nav><a href=/>Front</a> <a href=/farm>Farm</a></nav><article><h1>Cow leaves meadow</h1>"
    "<p>OSLO, May 4 (Herd) - A cow left its meadow on Tuesday and walked <a href=/town>to town</a>, the Ministry of Farms said.</p>"
    "<p>\"It was seen on the road to town, where it had never been before,\" Minister Kari Vik told Reuters on Tuesday.</p>"
    "<h2>What it cost</h2><ul><li>One cow of the farm</li><li>Two roads to the town</li></ul>"
    "<table><tr><th>Cow<th>Roads</tr><tr><td>One<td>Two</tr></table>"
    "<figure><img src=/cow.jpg alt=Cow width=640 height=480><figcaption>The cow on its road. Photo: Per Lund</figcaption></figure>"
    "<p>The farm would pay $354 million for a new fence around the meadow in Norway, she said on May 6, 2009.</p></article>"
    "<section id=comments class=comments><h3>Comments</h3><div class=comment><b class=author>Ola</b><p>I have seen the cow, too, and it was on its way home.</p></div>"
    "</section><footer>Copyright The Herd</footer></body></html>";

/* The sanitizers have an allocator of their own, so there the getters are merely called. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static size_t allocations;

void *malloc(size_t size) {
    ++allocations;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    ++allocations;
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    ++allocations;
    return __libc_realloc(old, size);
}
#define COUNTED 1
#else
static const size_t allocations = 0;
#define COUNTED 0
#endif

int main(int argc, char **argv) {
    (void)argv;
    dateline_article *article = NULL;
    assert(dateline_extract((const uint8_t *)PAGE, sizeof PAGE - 1, NULL, &article, NULL) == DATELINE_OK);
    size_t before = allocations;
    /* valgrind, too, has one of its own; whoever runs this under it says so by an argument */
    assert(before > 100 || !COUNTED || argc > 1);
    size_t seen = walk_article(article);
    assert(allocations == before);
    assert(seen > 150);
    assert(walk_article(NULL) == 0);
    dateline_article_free(article);
    return 0;
}
