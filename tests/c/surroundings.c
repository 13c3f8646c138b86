/* The program around the library is left as it was: signals, streams, descriptors, its environment; a small stack is enough, and a child may go on. */
#undef NDEBUG
#define _DEFAULT_SOURCE
#include <assert.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dateline.h"

enum { DEPTH = 20000, SMALL = 256 << 10 };

static const char TEXT[] = "LONDON, March 3 - \"Nothing happened in the city,\" said Ida Holm on Tuesday.";

static void extract(const char *bytes, size_t len) {
    dateline_article *article = NULL;
    dateline_string *string = NULL;
    assert(dateline_extract((const uint8_t *)bytes, len, NULL, &article, NULL) == DATELINE_OK);
    for (int32_t format = DATELINE_FORMAT_MARKDOWN; format <= DATELINE_FORMAT_TEI; ++format) {
        assert(dateline_article_render(article, format, 0, &string, NULL) == DATELINE_OK);
        dateline_string_free(string);
    }
    dateline_article_free(article);
}

/* No handler and no mask is changed: SIGPIPE least of all, which Rust's own programs ignore. */
static void signals_stay(void) {
    static const int signals[] = {SIGPIPE, SIGSEGV, SIGBUS, SIGINT, SIGABRT, SIGFPE, SIGCHLD};
    enum { SIGNALS = sizeof signals / sizeof *signals };
    struct sigaction before[SIGNALS], after;
    stack_t stack_before, stack_after;
    sigset_t mask_before, mask_after;
    for (int i = 0; i < SIGNALS; ++i) {
        assert(sigaction(signals[i], NULL, &before[i]) == 0);
    }
    assert(sigaltstack(NULL, &stack_before) == 0 && sigprocmask(SIG_BLOCK, NULL, &mask_before) == 0);
    extract(TEXT, sizeof TEXT - 1);
    for (int i = 0; i < SIGNALS; ++i) {
        assert(sigaction(signals[i], NULL, &after) == 0 && after.sa_handler == before[i].sa_handler);
    }
    assert(sigaltstack(NULL, &stack_after) == 0 && stack_after.ss_flags == stack_before.ss_flags);
    assert(sigprocmask(SIG_BLOCK, NULL, &mask_after) == 0 && sigismember(&mask_before, SIGPIPE) == sigismember(&mask_after, SIGPIPE));
}

/* Nothing is printed, and nothing is left open. */
static void streams_stay(void) {
    int pipes[2], out = dup(1), err = dup(2);
    char byte;
    assert(pipe(pipes) == 0 && dup2(pipes[1], 1) == 1 && dup2(pipes[1], 2) == 2);
    close(pipes[1]);
    int next = dup(0);
    close(next);
    extract(TEXT, sizeof TEXT - 1);
    int same = dup(0);
    close(same);
    assert(dup2(out, 1) == 1 && dup2(err, 2) == 2);
    assert(read(pipes[0], &byte, 1) == 0 && same == next);
    close(pipes[0]);
    close(out);
    close(err);
}

/* Numbers are printed with points, whatever the program's locale. */
static void locale_stays(void) {
    const char *name = setlocale(LC_ALL, "C.UTF-8");
    char before[64] = "";
    if (name != NULL) {
        strncpy(before, name, sizeof before - 1);
    }
    extract(TEXT, sizeof TEXT - 1);
    assert(name == NULL || strcmp(before, setlocale(LC_ALL, NULL)) == 0);
}

/* A page that nests as deep as it can, on a thread with little stack. */
static void *deep(void *argument) {
    static const char open[] = "<div><blockquote><ul><li><b>";
    char *page = malloc(DEPTH * (sizeof open - 1) + sizeof TEXT);
    assert(page != NULL);
    for (size_t i = 0; i < DEPTH; ++i) {
        memcpy(page + i * (sizeof open - 1), open, sizeof open - 1);
    }
    memcpy(page + DEPTH * (sizeof open - 1), TEXT, sizeof TEXT);
    extract(page, DEPTH * (sizeof open - 1) + sizeof TEXT - 1);
    extract(TEXT, sizeof TEXT - 1);
    free(page);
    return argument;
}

static void little_stack(void) {
    pthread_t thread;
    pthread_attr_t attributes;
    assert(pthread_attr_init(&attributes) == 0 && pthread_attr_setstacksize(&attributes, SMALL) == 0);
    assert(pthread_create(&thread, &attributes, deep, NULL) == 0 && pthread_join(thread, NULL) == 0);
    pthread_attr_destroy(&attributes);
}

/* A child that was forked off goes on, with several threads of its own. */
static void child(void) {
    pid_t forked = fork();
    assert(forked >= 0);
    if (forked == 0) {
        dateline_input *input = NULL;
        assert(dateline_input_new((const uint8_t *)TEXT, sizeof TEXT - 1, &input) == DATELINE_OK);
        const dateline_input *inputs[3] = {input, input, input};
        dateline_article *articles[3];
        assert(dateline_extract_batch(inputs, 3, NULL, 3, articles, NULL) == DATELINE_OK);
        for (int i = 0; i < 3; ++i) {
            dateline_article_free(articles[i]);
        }
        dateline_input_free(input);
        _exit(0);
    }
    int status = -1;
    assert(waitpid(forked, &status, 0) == forked && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void) {
    signals_stay();
    streams_stay();
    locale_stays();
    little_stack();
    child();
    return 0;
}
