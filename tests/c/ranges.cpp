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

    // text goes out as JSON and comes back; what is no article is an error
    const auto json = article.json();
    const auto again = dateline::from_json(json.view());
    assert(again && again.value.text() == article.text() && !dateline::from_json("{}"sv));
    std::size_t written = 0;
    const auto count = [](const char *, std::size_t len, void *user) -> std::int32_t {
        *static_cast<std::size_t *>(user) += len;
        return 0;
    };
    assert(article.write(DATELINE_FORMAT_JSON, count, &written) == DATELINE_OK && written == json.view().size());

    // an annotator, options from JSON, many inputs at once
    dateline::options own;
    assert(!own.set_json(R"({"annotate": {"quotes": {"find": false}}})"sv) && own.set_json("{"sv).code() == DATELINE_ERROR_OPTION);
    const auto annotate = [](const char *, std::size_t, dateline_finds *finds, void *) -> std::int32_t {
        return dateline::emit(finds, {0, 4}, "rain"sv, ""sv) + dateline::emit(finds, {0, 4}, "rain"sv);
    };
    assert(own.add_annotator("weather"sv, annotate, nullptr) == DATELINE_OK);
    std::vector<dateline::input> inputs;
    inputs.emplace_back("Rain fell."sv);
    inputs.emplace_back("Snow fell."sv);
    assert(inputs[1].set(DATELINE_INPUT_CHARSET, "utf-99"sv) == DATELINE_OK);
    const auto results = dateline::extract_batch(inputs, &own, 2);
    assert(results.size() == 2 && results[0] && !results[1] && results[1].error.code() == DATELINE_ERROR_OPTION);
    assert(results[0].value.annotations().size() == 2 && results[0].value.annotations()[0].by() == "weather"sv);
    assert(dateline::fits() && !dateline::version().empty());
    return 0;
}
