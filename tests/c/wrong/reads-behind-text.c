/* Wrong on purpose: strings end with no NUL, and this looks for one. */
#include <string.h>

#include "dateline.h"

int main(void) {
    static const char json[] = "{\"schema\": \"dateline/1\", \"text\": \"Rain fell.\"}";
    dateline_article *article = NULL;
    dateline_article_from_json(json, sizeof json - 1, &article, NULL);
    size_t length = strlen(dateline_article_text(article).ptr);
    dateline_article_free(article);
    return length < 10;
}
