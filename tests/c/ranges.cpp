// The C++ handles free themselves, lists are ranges, strings are views.
#undef NDEBUG
#include <cassert>
#include <utility>

#include "dateline.hpp"

int main() {
    using namespace std::string_view_literals;
    auto result = dateline::extract("LONDON, March 3 - \"Nothing happened in the city,\" said Ida Holm on Tuesday.");
    assert(result);
    dateline::article article = std::move(result.value);
    assert(article.dateline() && article.dateline().places()[0].country() == "GB"sv);
    assert(!article.published() && article.published().value().empty());
    std::size_t blocks = 0;
    for (const auto block : article.blocks()) {
        assert(!article.slice(block.span()).empty());
        ++blocks;
    }
    assert(blocks == article.blocks().size() && blocks == 1);
    assert(article.quotes().size() == 1 && article.quotes()[0].speaker().name() == "Ida Holm"sv);
    assert(article.slice(article.quotes()[0].parts()[0]) == "Nothing happened in the city,"sv);
    assert(!article.render(DATELINE_FORMAT_MARKDOWN).view().empty() && !article.render(99));

    dateline::input input("Rain fell."sv);
    assert(input.set(DATELINE_INPUT_CHARSET, "utf-99") == DATELINE_OK);
    dateline::options options;
    assert(options.set(DATELINE_OPTION_QUOTES, 0) == DATELINE_OK);
    auto failed = dateline::extract(input, &options);
    assert(!failed && failed.error.code() == DATELINE_ERROR_OPTION && !failed.error.message().empty());
    return 0;
}
