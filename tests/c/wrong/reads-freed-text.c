/* Wrong on purpose: a string is read when its article is gone. */
#include "dateline.h"

int main(void) {
    static const char text[] = "Rain fell.";
    dateline_article *article = NULL;
    dateline_extract((const uint8_t *)text, sizeof text - 1, NULL, &article, NULL);
    dateline_str words = dateline_article_text(article);
    dateline_article_free(article);
    return words.ptr[0] == 'R' ? 0 : 1;
}
