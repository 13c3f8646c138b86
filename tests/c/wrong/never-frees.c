/* Wrong on purpose: nobody frees the article. */
#include "dateline.h"

int main(void) {
    static const char text[] = "Rain fell.";
    dateline_article *article = NULL;
    int32_t code = dateline_extract((const uint8_t *)text, sizeof text - 1, NULL, &article, NULL);
    article = NULL;
    return code;
}
