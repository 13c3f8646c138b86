/**
 * @file dateline.hpp
 * @brief dateline for C++17: the handles of dateline.h that free themselves, ranges over lists, string views. No function throws, none allocates but where it says so.
 *
 * Views (everything but article, options, input, error and string) are borrowed from the article as in C: they are valid until it goes. A view of what is absent
 * converts to false, and answers everything with what is absent.
 */
#ifndef DATELINE_HPP
#define DATELINE_HPP

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline.h"

namespace dateline {

/** A span of the text or of the input, in bytes. */
using span = dateline_span;

/** Whether a span is absent. */
inline bool absent(span where) noexcept { return DATELINE_IS_NO_SPAN(where); }

namespace detail {

inline std::string_view view(dateline_str string) noexcept {
    return string.ptr == nullptr ? std::string_view() : std::string_view(string.ptr, string.len);
}

inline std::optional<bool> maybe(std::int32_t answer) noexcept { return answer < 0 ? std::nullopt : std::optional<bool>(answer == 1); }

template <class View, class Raw> View as(Raw raw) noexcept { return View(raw); }
template <> inline std::string_view as<std::string_view, dateline_str>(dateline_str raw) noexcept { return view(raw); }

/** A handle that is freed by `Free` when it goes out of scope; moved, not copied. */
template <class Handle, auto Free> class owner {
public:
    owner() noexcept = default;
    explicit owner(Handle *handle) noexcept : handle_(handle) {}
    owner(owner &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    owner &operator=(owner &&other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~owner() { Free(handle_); }

    /** Whether there is one. */
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** As C has it; still owned. */
    const Handle *get() const noexcept { return handle_; }
    Handle *get() noexcept { return handle_; }
    /** Where a function of C puts one; what was there is freed. */
    Handle **out() noexcept {
        Free(std::exchange(handle_, nullptr));
        return &handle_;
    }

protected:
    Handle *handle_ = nullptr;
};

} // namespace detail

/** A list of the article: a range that is walked with `for`, of random access. */
template <class View, class Handle, auto Count, auto At> class list {
public:
    class iterator {
    public:
        using value_type = View;
        using difference_type = std::ptrdiff_t;
        using pointer = const View *;
        using reference = View;
        using iterator_category = std::input_iterator_tag;

        iterator(const Handle *handle, std::size_t index) noexcept : handle_(handle), index_(index) {}
        View operator*() const noexcept { return detail::as<View>(At(handle_, index_)); }
        iterator &operator++() noexcept {
            ++index_;
            return *this;
        }
        iterator operator++(int) noexcept { return iterator(handle_, index_++); }
        bool operator==(const iterator &other) const noexcept { return index_ == other.index_; }
        bool operator!=(const iterator &other) const noexcept { return index_ != other.index_; }

    private:
        const Handle *handle_;
        std::size_t index_;
    };

    explicit list(const Handle *handle) noexcept : handle_(handle) {}
    std::size_t size() const noexcept { return Count(handle_); }
    bool empty() const noexcept { return size() == 0; }
    View operator[](std::size_t index) const noexcept { return detail::as<View>(At(handle_, index)); }
    iterator begin() const noexcept { return iterator(handle_, 0); }
    iterator end() const noexcept { return iterator(handle_, size()); }

private:
    const Handle *handle_;
};

/** Somebody who wrote the article. */
class author {
public:
    explicit author(const dateline_author *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** The name as it is printed. */
    std::string_view name() const noexcept { return detail::view(dateline_author_name(handle_)); }
    /** What they are: "Associated Press Writer". */
    std::string_view role() const noexcept { return detail::view(dateline_author_role(handle_)); }
    /** Whom they write for. */
    std::string_view affiliation() const noexcept { return detail::view(dateline_author_affiliation(handle_)); }
    /** Their page. */
    std::string_view url() const noexcept { return detail::view(dateline_author_url(handle_)); }
    /** Their address. */
    std::string_view email() const noexcept { return detail::view(dateline_author_email(handle_)); }

private:
    const dateline_author *handle_;
};

/** A date or a time as it was given. */
class date_stamp {
public:
    explicit date_stamp(const dateline_date_stamp *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** ISO 8601 in the precision that was given; TIMEX3 (`XXXX-03-26`) where the year is open. */
    std::string_view value() const noexcept { return detail::view(dateline_date_stamp_value(handle_)); }
    /** How exact it is: `decade`, `year`, `quarter`, `month`, `week`, `day`, `hour`, `minute`, `second`. */
    std::string_view precision() const noexcept { return detail::view(dateline_date_stamp_precision(handle_)); }
    /** The words or the attribute that it was read from. */
    std::string_view raw() const noexcept { return detail::view(dateline_date_stamp_raw(handle_)); }

private:
    const dateline_date_stamp *handle_;
};

/** A place as a dateline names it. */
class named_place {
public:
    explicit named_place(const dateline_named_place *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its name as written. */
    std::string_view name() const noexcept { return detail::view(dateline_named_place_name(handle_)); }
    /** ISO 3166-1 alpha-2 code of the country, where it is named or beyond doubt. */
    std::string_view country() const noexcept { return detail::view(dateline_named_place_country(handle_)); }

private:
    const dateline_named_place *handle_;
};

/** The line that says where and when a report was written. */
class dateline {
public:
    explicit dateline(const dateline_dateline *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its words, with the dash that ends it. */
    std::string_view raw() const noexcept { return detail::view(dateline_dateline_raw(handle_)); }
    /** Where it stands in the text. */
    ::dateline::span span() const noexcept { return dateline_dateline_span(handle_); }
    /** The places it names. */
    list<::dateline::named_place, dateline_dateline, dateline_dateline_place_count, dateline_dateline_place> places() const noexcept { return list<::dateline::named_place, dateline_dateline, dateline_dateline_place_count, dateline_dateline_place>(handle_); }
    /** Its date. */
    ::dateline::date_stamp date() const noexcept { return ::dateline::date_stamp(dateline_dateline_date(handle_)); }
    /** The agency it names. */
    std::string_view agency() const noexcept { return detail::view(dateline_dateline_agency(handle_)); }

private:
    const dateline_dateline *handle_;
};

/** One step of the way from the front page. */
class breadcrumb {
public:
    explicit breadcrumb(const dateline_breadcrumb *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** What it is called. */
    std::string_view name() const noexcept { return detail::view(dateline_breadcrumb_name(handle_)); }
    /** Where it leads. */
    std::string_view url() const noexcept { return detail::view(dateline_breadcrumb_url(handle_)); }

private:
    const dateline_breadcrumb *handle_;
};

/** A picture. */
class image {
public:
    explicit image(const dateline_image *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its address, resolved against the page's. */
    std::string_view url() const noexcept { return detail::view(dateline_image_url(handle_)); }
    /** What is said of it below. */
    std::string_view caption() const noexcept { return detail::view(dateline_image_caption(handle_)); }
    /** Who took or owns it. */
    std::string_view credit() const noexcept { return detail::view(dateline_image_credit(handle_)); }
    /** The words that stand for it where it cannot be shown. */
    std::string_view alt() const noexcept { return detail::view(dateline_image_alt(handle_)); }
    /** Pixels across. */
    std::int64_t width() const noexcept { return dateline_image_width(handle_); }
    /** Pixels down. */
    std::int64_t height() const noexcept { return dateline_image_height(handle_); }
    /** Whether it is the article's first picture. */
    bool lead() const noexcept { return dateline_image_lead(handle_) == 1; }

private:
    const dateline_image *handle_;
};

/** A stretch of words that is linked or set apart. */
class mark {
public:
    explicit mark(const dateline_mark *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** What it says: `link`, `emphasis`, `strong`, `code`, `strike`, `subscript`, `superscript`, or a later word. */
    std::string_view kind() const noexcept { return detail::view(dateline_mark_kind(handle_)); }
    /** Of which words. */
    ::dateline::span span() const noexcept { return dateline_mark_span(handle_); }
    /** Where a link leads, resolved against the page's address. */
    std::string_view href() const noexcept { return detail::view(dateline_mark_href(handle_)); }

private:
    const dateline_mark *handle_;
};

/** An item of a list. */
class list_item {
public:
    explicit list_item(const dateline_list_item *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its words, those of lists nested in it left out. */
    ::dateline::span span() const noexcept { return dateline_list_item_span(handle_); }
    /** How deep it is nested, 0 for the outermost list. */
    std::int32_t level() const noexcept { return dateline_list_item_level(handle_); }

private:
    const dateline_list_item *handle_;
};

/** A cell of a table. */
class cell {
public:
    explicit cell(const dateline_cell *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its words. */
    ::dateline::span span() const noexcept { return dateline_cell_span(handle_); }
    /** Whether it heads a row or a column. */
    bool header() const noexcept { return dateline_cell_header(handle_) == 1; }
    /** How many columns it spans. */
    std::int32_t colspan() const noexcept { return dateline_cell_colspan(handle_); }
    /** How many rows it spans. */
    std::int32_t rowspan() const noexcept { return dateline_cell_rowspan(handle_); }

private:
    const dateline_cell *handle_;
};

/** A block of the body. */
class block {
public:
    explicit block(const dateline_block *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its words; an empty span at its place where it has none. */
    ::dateline::span span() const noexcept { return dateline_block_span(handle_); }
    /** Links, emphasis and the like within its words, in order. */
    list<::dateline::mark, dateline_block, dateline_block_mark_count, dateline_block_mark> marks() const noexcept { return list<::dateline::mark, dateline_block, dateline_block_mark_count, dateline_block_mark>(handle_); }
    /** What it is: `paragraph`, `heading`, `list` and so on. */
    std::string_view kind() const noexcept { return detail::view(dateline_block_kind(handle_)); }
    /** The level of a heading, else -1. */
    std::int32_t level() const noexcept { return dateline_block_level(handle_); }
    /** Whether the items of a list are numbered. */
    std::optional<bool> ordered() const noexcept { return detail::maybe(dateline_block_ordered(handle_)); }
    /** The items of a list. */
    list<::dateline::list_item, dateline_block, dateline_block_item_count, dateline_block_item> items() const noexcept {
        return list<::dateline::list_item, dateline_block, dateline_block_item_count, dateline_block_item>(handle_);
    }
    /** The language of code. */
    std::string_view language() const noexcept { return detail::view(dateline_block_language(handle_)); }
    /** What is said of a table or a figure. */
    std::string_view caption() const noexcept { return detail::view(dateline_block_caption(handle_)); }
    /** Who took or owns the picture of a figure. */
    std::string_view credit() const noexcept { return detail::view(dateline_block_credit(handle_)); }
    /** Which of the article's images a figure shows, or DATELINE_NONE. */
    std::size_t image() const noexcept { return dateline_block_image(handle_); }
    /** The address of an embed. */
    std::string_view url() const noexcept { return detail::view(dateline_block_url(handle_)); }
    /** How many rows a table has. */
    std::size_t rows() const noexcept { return dateline_block_row_count(handle_); }
    /** How many cells a row of it has. */
    std::size_t columns(std::size_t row) const noexcept { return dateline_block_cell_count(handle_, row); }
    /** One cell of it. */
    ::dateline::cell cell(std::size_t row, std::size_t column) const noexcept {
        return ::dateline::cell(dateline_block_cell(handle_, row, column));
    }

private:
    const dateline_block *handle_;
};

/** Who said a quote. */
class speaker {
public:
    explicit speaker(const dateline_speaker *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Their fullest name in the article, or the words that stand for them. */
    std::string_view name() const noexcept { return detail::view(dateline_speaker_name(handle_)); }
    /** The words of the attribution that name them. */
    ::dateline::span span() const noexcept { return dateline_speaker_span(handle_); }
    /** Which of the people of the article they are. */
    std::size_t person() const noexcept { return dateline_speaker_person(handle_); }
    /** How the words were resolved to the person. */
    std::string_view resolved_by() const noexcept { return detail::view(dateline_speaker_resolved_by(handle_)); }

private:
    const dateline_speaker *handle_;
};

/** The words that attribute a quote. */
class cue {
public:
    explicit cue(const dateline_cue *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** The words. */
    std::string_view text() const noexcept { return detail::view(dateline_cue_text(handle_)); }
    /** Where they stand. */
    ::dateline::span span() const noexcept { return dateline_cue_span(handle_); }

private:
    const dateline_cue *handle_;
};

/** By way of whom a quote was reported. */
class via {
public:
    explicit via(const dateline_via *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Their name. */
    std::string_view name() const noexcept { return detail::view(dateline_via_name(handle_)); }
    /** Where it stands. */
    ::dateline::span span() const noexcept { return dateline_via_span(handle_); }

private:
    const dateline_via *handle_;
};

/** Something that somebody said. */
class quote {
public:
    explicit quote(const dateline_quote *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** How it is given: `direct`, `mixed`, `indirect`, or a later word. */
    std::string_view kind() const noexcept { return detail::view(dateline_quote_kind(handle_)); }
    /** The hull of its parts. */
    ::dateline::span span() const noexcept { return dateline_quote_span(handle_); }
    /** The stretches of words between the marks. */
    list<::dateline::span, dateline_quote, dateline_quote_part_count, dateline_quote_part> parts() const noexcept { return list<::dateline::span, dateline_quote, dateline_quote_part_count, dateline_quote_part>(handle_); }
    /** Who said it. */
    ::dateline::speaker speaker() const noexcept { return ::dateline::speaker(dateline_quote_speaker(handle_)); }
    /** The words that attribute it. */
    ::dateline::cue cue() const noexcept { return ::dateline::cue(dateline_quote_cue(handle_)); }
    /** By way of whom it was reported. */
    ::dateline::via via() const noexcept { return ::dateline::via(dateline_quote_via(handle_)); }
    /** How sure the reading is, 0 to 1. */
    double confidence() const noexcept { return dateline_quote_confidence(handle_); }

private:
    const dateline_quote *handle_;
};

/** One place in the text where something is named. */
class mention {
public:
    explicit mention(const dateline_mention *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Where. */
    ::dateline::span span() const noexcept { return dateline_mention_span(handle_); }
    /** In what way: `name`, `surname`, `acronym`, `description`, `pronoun`, or a later word. */
    std::string_view kind() const noexcept { return detail::view(dateline_mention_kind(handle_)); }

private:
    const dateline_mention *handle_;
};

/** A person. */
class person {
public:
    explicit person(const dateline_person *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** The fullest name that the article gives. */
    std::string_view name() const noexcept { return detail::view(dateline_person_name(handle_)); }
    /** What they are: "Foreign Minister". */
    std::string_view role() const noexcept { return detail::view(dateline_person_role(handle_)); }
    /** Where the role stands. */
    ::dateline::span role_span() const noexcept { return dateline_person_role_span(handle_); }
    /** Of what organisation. */
    std::string_view organisation() const noexcept { return detail::view(dateline_person_organisation(handle_)); }
    /** Every place in the text that names it. */
    list<::dateline::mention, dateline_person, dateline_person_mention_count, dateline_person_mention> mentions() const noexcept { return list<::dateline::mention, dateline_person, dateline_person_mention_count, dateline_person_mention>(handle_); }

private:
    const dateline_person *handle_;
};

/** An organisation. */
class organisation {
public:
    explicit organisation(const dateline_organisation *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its fullest name. */
    std::string_view name() const noexcept { return detail::view(dateline_organisation_name(handle_)); }
    /** What it is. */
    std::string_view kind() const noexcept { return detail::view(dateline_organisation_kind(handle_)); }
    /** Every place in the text that names it. */
    list<::dateline::mention, dateline_organisation, dateline_organisation_mention_count, dateline_organisation_mention> mentions() const noexcept { return list<::dateline::mention, dateline_organisation, dateline_organisation_mention_count, dateline_organisation_mention>(handle_); }

private:
    const dateline_organisation *handle_;
};

/** A place. */
class place {
public:
    explicit place(const dateline_place *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its name. */
    std::string_view name() const noexcept { return detail::view(dateline_place_name(handle_)); }
    /** ISO 3166-1 alpha-2 code of its country. */
    std::string_view country() const noexcept { return detail::view(dateline_place_country(handle_)); }
    /** Every place in the text that names it. */
    list<::dateline::mention, dateline_place, dateline_place_mention_count, dateline_place_mention> mentions() const noexcept { return list<::dateline::mention, dateline_place, dateline_place_mention_count, dateline_place_mention>(handle_); }

private:
    const dateline_place *handle_;
};

/** Somebody or something that is cited. */
class source {
public:
    explicit source(const dateline_source *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Its name or the words that stand for it. */
    std::string_view name() const noexcept { return detail::view(dateline_source_name(handle_)); }
    /** What it is: `agency`, `media`, `official`, `document`, `unnamed`, or a later word. */
    std::string_view kind() const noexcept { return detail::view(dateline_source_kind(handle_)); }
    /** Every place in the text that names it. */
    list<::dateline::mention, dateline_source, dateline_source_mention_count, dateline_source_mention> mentions() const noexcept { return list<::dateline::mention, dateline_source, dateline_source_mention_count, dateline_source_mention>(handle_); }

private:
    const dateline_source *handle_;
};

/** A time expression in running text. */
class date {
public:
    explicit date(const dateline_date *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Where it stands. */
    ::dateline::span span() const noexcept { return dateline_date_span(handle_); }
    /** Its words. */
    std::string_view raw() const noexcept { return detail::view(dateline_date_raw(handle_)); }
    /** Its TIMEX3 kind: `date`, `time`, `duration`, `set`. */
    std::string_view kind() const noexcept { return detail::view(dateline_date_kind(handle_)); }
    /** Its TIMEX3 value, ISO 8601 in the precision that the words give; of a range that is one expression `(first moment,moment behind the last,length)`. */
    std::string_view value() const noexcept { return detail::view(dateline_date_value(handle_)); }
    /** The TIMEX3 modifier, TIMEX3's attribute `mod`: `START`, `APPROX`, `BEFORE` and so on. */
    std::string_view modifier() const noexcept { return detail::view(dateline_date_modifier(handle_)); }
    /** How exact it is. */
    std::string_view precision() const noexcept { return detail::view(dateline_date_precision(handle_)); }
    /** What a relative expression was resolved against. */
    std::string_view anchor() const noexcept { return detail::view(dateline_date_anchor(handle_)); }

private:
    const dateline_date *handle_;
};

/** An amount of money. */
class money {
public:
    explicit money(const dateline_money *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Where it stands. */
    ::dateline::span span() const noexcept { return dateline_money_span(handle_); }
    /** Its words. */
    std::string_view raw() const noexcept { return detail::view(dateline_money_raw(handle_)); }
    /** The amount, or a range's lower end, as an exact decimal. */
    std::string_view amount() const noexcept { return detail::view(dateline_money_amount(handle_)); }
    /** A range's upper end. */
    std::string_view amount_max() const noexcept { return detail::view(dateline_money_amount_max(handle_)); }
    /** What a price is per: "barrel". */
    std::string_view per() const noexcept { return detail::view(dateline_money_per(handle_)); }
    /** ISO 4217 code. */
    std::string_view currency() const noexcept { return detail::view(dateline_money_currency(handle_)); }
    /** Whether the words leave the currency open. */
    bool assumed() const noexcept { return dateline_money_assumed(handle_) == 1; }

private:
    const dateline_money *handle_;
};

/** What an annotator of the caller's found. */
class annotation {
public:
    explicit annotation(const dateline_annotation *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** What it is, in the annotator's own words. */
    std::string_view kind() const noexcept { return detail::view(dateline_annotation_kind(handle_)); }
    /** Where it stands. */
    ::dateline::span span() const noexcept { return dateline_annotation_span(handle_); }
    /** What it says, where it says more than its words. */
    std::string_view value() const noexcept { return detail::view(dateline_annotation_value(handle_)); }
    /** Which annotator found it. */
    std::string_view by() const noexcept { return detail::view(dateline_annotation_by(handle_)); }

private:
    const dateline_annotation *handle_;
};

/** A reader's comment. */
class comment {
public:
    explicit comment(const dateline_comment *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Who wrote it. */
    std::string_view author() const noexcept { return detail::view(dateline_comment_author(handle_)); }
    /** When. */
    std::string_view date() const noexcept { return detail::view(dateline_comment_date(handle_)); }
    /** What. */
    std::string_view text() const noexcept { return detail::view(dateline_comment_text(handle_)); }

private:
    const dateline_comment *handle_;
};

/** A piece of evidence for a field of the metadata. */
class evidence {
public:
    explicit evidence(const dateline_evidence *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** The value as this evidence has it. */
    std::string_view value() const noexcept { return detail::view(dateline_evidence_value(handle_)); }
    /** The kind of evidence: `json-ld`, `open-graph`, `meta`, `microdata`, `markup`, `text`, `url`, `caller`, or a later word. */
    std::string_view from() const noexcept { return detail::view(dateline_evidence_from(handle_)); }
    /** The bytes of the input where it stands. */
    list<::dateline::span, dateline_evidence, dateline_evidence_source_count, dateline_evidence_source> sources() const noexcept { return list<::dateline::span, dateline_evidence, dateline_evidence_source_count, dateline_evidence_source>(handle_); }
    /** How far it is trusted, 0 to 1. */
    double confidence() const noexcept { return dateline_evidence_confidence(handle_); }
    /** Whether the article's field was taken from it. */
    bool chosen() const noexcept { return dateline_evidence_chosen(handle_) == 1; }

private:
    const dateline_evidence *handle_;
};

/** A part of the input that was left out. */
class removal {
public:
    explicit removal(const dateline_removal *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** Why: `navigation`, `related`, `advertising`, `comments` and so on, or a later word. */
    std::string_view reason() const noexcept { return detail::view(dateline_removal_reason(handle_)); }
    /** The bytes of the input that were left out. */
    list<::dateline::span, dateline_removal, dateline_removal_source_count, dateline_removal_source> sources() const noexcept { return list<::dateline::span, dateline_removal, dateline_removal_source_count, dateline_removal_source>(handle_); }

private:
    const dateline_removal *handle_;
};

/** Something that went wrong or was given up. */
class diagnostic {
public:
    explicit diagnostic(const dateline_diagnostic *handle) noexcept : handle_(handle) {}
    explicit operator bool() const noexcept { return handle_ != nullptr; }
    /** What it is about: `byte-limit`, `no-body`, `charset` and so on, or a later word. */
    std::string_view code() const noexcept { return detail::view(dateline_diagnostic_code(handle_)); }
    /** The same in words, for people. */
    std::string_view message() const noexcept { return detail::view(dateline_diagnostic_message(handle_)); }

private:
    const dateline_diagnostic *handle_;
};

/** Why a call did not succeed. */
class error : public detail::owner<dateline_error, dateline_error_free> {
public:
    /** One of `DATELINE_ERROR_*`, or -1 for no error. */
    std::int32_t code() const noexcept { return dateline_error_code(handle_); }
    /** The same in words. */
    std::string_view message() const noexcept { return detail::view(dateline_error_message(handle_)); }
};

/** A string that was made for the caller. */
class string : public detail::owner<dateline_string, dateline_string_free> {
public:
    /** What it holds. */
    std::string_view view() const noexcept { return detail::view(dateline_string_value(handle_)); }
};

/** What can be asked of an extraction. */
class options : public detail::owner<dateline_options, dateline_options_free> {
public:
    options() noexcept : owner(dateline_options_new()) {}
    /** Sets a `DATELINE_OPTION_*`; the code. */
    std::int32_t set(std::int32_t option, std::uint32_t value) noexcept { return dateline_options_set(handle_, option, value); }
    /** Sets all of them from JSON; an error that converts to false where that succeeded. */
    error set_json(std::string_view json) noexcept {
        error failure;
        dateline_options_set_json(handle_, json.data(), json.size(), failure.out());
        return failure;
    }
    /** Adds an annotator, a function as C has it, and what it is called with; the code. No exception may leave it. */
    std::int32_t add_annotator(std::string_view name, dateline_annotate_fn annotate, void *user) noexcept {
        return dateline_options_add_annotator(handle_, name.data(), name.size(), annotate, user);
    }
};

/** Adds a find, for annotators: where it stands, what kind it is, and its value, if any; the code. */
inline std::int32_t emit(dateline_finds *finds, span where, std::string_view kind, std::optional<std::string_view> value = std::nullopt) noexcept {
    const std::string_view text = value.value_or(std::string_view());
    const char *data = value && text.data() == nullptr ? "" : text.data();
    return dateline_emit(finds, where.start, where.end, kind.data(), kind.size(), data, text.size());
}

/** An input and what the caller knows of it; its bytes stay the caller's. */
class input : public detail::owner<dateline_input, dateline_input_free> {
public:
    explicit input(std::string_view bytes) noexcept {
        dateline_input_new(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size(), &handle_);
    }
    /** Sets a `DATELINE_INPUT_*`; the code. */
    std::int32_t set(std::int32_t what, std::string_view value) noexcept {
        return dateline_input_set(handle_, what, value.data(), value.size());
    }
    /** Says what kind of input it is, a `DATELINE_MEDIA_*`; the code. */
    std::int32_t set_media(std::int32_t media) noexcept { return dateline_input_set_media(handle_, media); }
};

/** An article. */
class article : public detail::owner<dateline_article, dateline_article_free> {
public:
    /** What the caller named the input. */
    std::string_view id() const noexcept { return detail::view(dateline_article_id(handle_)); }
    /** `text/html` or `text/plain`, as told or as sniffed. */
    std::string_view input_media_type() const noexcept { return detail::view(dateline_article_input_media_type(handle_)); }
    /** The charset of the input by its name in the WHATWG Encoding Standard, in lower case. */
    std::string_view input_encoding() const noexcept { return detail::view(dateline_article_input_encoding(handle_)); }
    /** How many bytes were handed in. */
    std::uint64_t input_length() const noexcept { return dateline_article_input_length(handle_); }
    /** The page's address, where the caller knew it. */
    std::string_view input_url() const noexcept { return detail::view(dateline_article_input_url(handle_)); }
    /** What kind of page it is: `article`, `live`, `forum`, `documentation`, `product`, `listing`, `index`, `service`, `error`, `other`, or a later word. */
    std::string_view page_kind() const noexcept { return detail::view(dateline_article_page_kind(handle_)); }
    /** How sure it is that the text is the article, whole and alone: 0 to 1. */
    double confidence() const noexcept { return dateline_article_confidence(handle_); }
    /** Whether the text looks cut (a paywall, "read more"). */
    std::optional<bool> truncated() const noexcept { return detail::maybe(dateline_article_truncated(handle_)); }
    /** What it is called. */
    std::string_view headline() const noexcept { return detail::view(dateline_article_headline(handle_)); }
    /** The line above the headline. */
    std::string_view kicker() const noexcept { return detail::view(dateline_article_kicker(handle_)); }
    /** The standfirst: the lines below the headline. */
    std::string_view deck() const noexcept { return detail::view(dateline_article_deck(handle_)); }
    /** Who wrote it, as printed. */
    std::string_view byline() const noexcept { return detail::view(dateline_article_byline(handle_)); }
    /** Who wrote it, one by one. */
    list<::dateline::author, dateline_article, dateline_article_author_count, dateline_article_author> authors() const noexcept { return list<::dateline::author, dateline_article, dateline_article_author_count, dateline_article_author>(handle_); }
    /** Where and when it was written, by its own opening. */
    ::dateline::dateline dateline() const noexcept { return ::dateline::dateline(dateline_article_dateline(handle_)); }
    /** When it was published. */
    ::dateline::date_stamp published() const noexcept { return ::dateline::date_stamp(dateline_article_published(handle_)); }
    /** When it was last changed. */
    ::dateline::date_stamp modified() const noexcept { return ::dateline::date_stamp(dateline_article_modified(handle_)); }
    /** Who published it. */
    std::string_view publisher_name() const noexcept { return detail::view(dateline_article_publisher_name(handle_)); }
    /** The publisher's site. */
    std::string_view publisher_url() const noexcept { return detail::view(dateline_article_publisher_url(handle_)); }
    /** The address of the publisher's logo. */
    std::string_view publisher_logo() const noexcept { return detail::view(dateline_article_publisher_logo(handle_)); }
    /** The address that the page calls its own. */
    std::string_view canonical_url() const noexcept { return detail::view(dateline_article_canonical_url(handle_)); }
    /** The BCP 47 tag of its language. */
    std::string_view language() const noexcept { return detail::view(dateline_article_language(handle_)); }
    /** Which way its text runs: `ltr` or `rtl`. */
    std::string_view direction() const noexcept { return detail::view(dateline_article_direction(handle_)); }
    /** What the page says it is about, for search engines. */
    std::string_view description() const noexcept { return detail::view(dateline_article_description(handle_)); }
    /** The section of the paper. */
    std::string_view section() const noexcept { return detail::view(dateline_article_section(handle_)); }
    /** The way to it from the front page. */
    list<::dateline::breadcrumb, dateline_article, dateline_article_breadcrumb_count, dateline_article_breadcrumb> breadcrumbs() const noexcept { return list<::dateline::breadcrumb, dateline_article, dateline_article_breadcrumb_count, dateline_article_breadcrumb>(handle_); }
    /** Tags and topics. */
    list<std::string_view, dateline_article, dateline_article_tag_count, dateline_article_tag> tags() const noexcept { return list<std::string_view, dateline_article, dateline_article_tag_count, dateline_article_tag>(handle_); }
    /** The licence that the page names. */
    std::string_view license() const noexcept { return detail::view(dateline_article_license(handle_)); }
    /** Whether the publisher claims that it can be read for free. */
    std::optional<bool> free_access() const noexcept { return detail::maybe(dateline_article_free_access(handle_)); }
    /** Its pictures. */
    list<::dateline::image, dateline_article, dateline_article_image_count, dateline_article_image> images() const noexcept { return list<::dateline::image, dateline_article, dateline_article_image_count, dateline_article_image>(handle_); }
    /** The body as one reads it: blocks in order, joined by blank lines. All spans of the text count its bytes. */
    std::string_view text() const noexcept { return detail::view(dateline_article_text(handle_)); }
    /** The body's blocks. */
    list<::dateline::block, dateline_article, dateline_article_block_count, dateline_article_block> blocks() const noexcept { return list<::dateline::block, dateline_article, dateline_article_block_count, dateline_article_block>(handle_); }
    /** What was said. */
    list<::dateline::quote, dateline_article, dateline_article_quote_count, dateline_article_quote> quotes() const noexcept { return list<::dateline::quote, dateline_article, dateline_article_quote_count, dateline_article_quote>(handle_); }
    /** Who is named. */
    list<::dateline::person, dateline_article, dateline_article_person_count, dateline_article_person> people() const noexcept { return list<::dateline::person, dateline_article, dateline_article_person_count, dateline_article_person>(handle_); }
    /** Which organisations are named. */
    list<::dateline::organisation, dateline_article, dateline_article_organisation_count, dateline_article_organisation> organisations() const noexcept { return list<::dateline::organisation, dateline_article, dateline_article_organisation_count, dateline_article_organisation>(handle_); }
    /** Which places are named. */
    list<::dateline::place, dateline_article, dateline_article_place_count, dateline_article_place> places() const noexcept { return list<::dateline::place, dateline_article, dateline_article_place_count, dateline_article_place>(handle_); }
    /** Who is cited. */
    list<::dateline::source, dateline_article, dateline_article_source_count, dateline_article_source> sources() const noexcept { return list<::dateline::source, dateline_article, dateline_article_source_count, dateline_article_source>(handle_); }
    /** Times in running text. */
    list<::dateline::date, dateline_article, dateline_article_date_count, dateline_article_date> dates() const noexcept { return list<::dateline::date, dateline_article, dateline_article_date_count, dateline_article_date>(handle_); }
    /** Amounts of money. */
    list<::dateline::money, dateline_article, dateline_article_money_count, dateline_article_money> money() const noexcept { return list<::dateline::money, dateline_article, dateline_article_money_count, dateline_article_money>(handle_); }
    /** What annotators of others found. */
    list<::dateline::annotation, dateline_article, dateline_article_annotation_count, dateline_article_annotation> annotations() const noexcept { return list<::dateline::annotation, dateline_article, dateline_article_annotation_count, dateline_article_annotation>(handle_); }
    /** How many readers' comments there are, by the page's own count or by counting; those on the page may be fewer. */
    std::uint32_t comment_total() const noexcept { return dateline_article_comment_total(handle_); }
    /** Readers' comments on the page. */
    list<::dateline::comment, dateline_article, dateline_article_comment_count, dateline_article_comment> comments() const noexcept { return list<::dateline::comment, dateline_article, dateline_article_comment_count, dateline_article_comment>(handle_); }
    /** What was left out of the text, and why. */
    list<::dateline::removal, dateline_article, dateline_article_removal_count, dateline_article_removal> removals() const noexcept { return list<::dateline::removal, dateline_article, dateline_article_removal_count, dateline_article_removal>(handle_); }
    /** What went wrong or was given up. */
    list<::dateline::diagnostic, dateline_article, dateline_article_diagnostic_count, dateline_article_diagnostic> diagnostics() const noexcept { return list<::dateline::diagnostic, dateline_article, dateline_article_diagnostic_count, dateline_article_diagnostic>(handle_); }
    /** For how many fields of the metadata there is evidence. */
    std::size_t evidence_fields() const noexcept { return dateline_article_evidence_field_count(handle_); }
    /** The name of one of them. */
    std::string_view evidence_field(std::size_t field) const noexcept { return detail::view(dateline_article_evidence_field(handle_, field)); }
    /** How many pieces of evidence there are for it. */
    std::size_t evidence_count(std::size_t field) const noexcept { return dateline_article_evidence_count(handle_, field); }
    /** One of them. */
    ::dateline::evidence evidence(std::size_t field, std::size_t index) const noexcept {
        return ::dateline::evidence(dateline_article_evidence(handle_, field, index));
    }
    /** The words under a span of the text. */
    std::string_view slice(span where) const noexcept { return detail::view(dateline_article_slice(handle_, where)); }
    /** The bytes of the input that a span came from, into the caller's array; how many there are, or DATELINE_NONE. */
    std::size_t source_spans(span where, span *out, std::size_t capacity) const noexcept {
        return dateline_article_source_spans(handle_, where, out, capacity);
    }
    /** It in a format, a `DATELINE_FORMAT_*`, with flags of `DATELINE_RENDER_*`; allocates, and is false where it failed. */
    string render(std::int32_t format, std::uint32_t flags = 0) const noexcept {
        string made;
        dateline_article_render(handle_, format, flags, made.out(), nullptr);
        return made;
    }
    /** It as an indented object of the schema `dateline/1`; allocates. */
    string json() const noexcept { return render(DATELINE_FORMAT_JSON); }
    /** It in a format, piece by piece to a function as C has it; the code. No exception may leave the function. */
    std::int32_t write(std::int32_t format, dateline_write_fn take, void *user, std::uint32_t flags = 0) const noexcept {
        return dateline_article_write(handle_, format, flags, take, user, nullptr);
    }
};

/** What a call that can fail gives: a value that converts to true, or an error. */
struct extracted {
    article value;
    ::dateline::error error;
    explicit operator bool() const noexcept { return static_cast<bool>(value); }
};

/** Finds the article in bytes of a kind that is sniffed. */
inline extracted extract(std::string_view bytes, const options *with = nullptr) noexcept {
    extracted result;
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    dateline_extract(data, bytes.size(), with == nullptr ? nullptr : with->get(), result.value.out(), result.error.out());
    return result;
}

/** Finds the article in a described input. */
inline extracted extract(const input &described, const options *with = nullptr) noexcept {
    extracted result;
    dateline_extract_input(described.get(), with == nullptr ? nullptr : with->get(), result.value.out(), result.error.out());
    return result;
}

/** Finds the article in each of many inputs, on this many threads, 0 for as many as the machine runs at once. Allocates the list, and throws what that throws. */
inline std::vector<extracted> extract_batch(const std::vector<input> &inputs, const options *with = nullptr, std::size_t threads = 0) {
    std::vector<extracted> results(inputs.size());
    std::vector<const dateline_input *> handles;
    std::vector<dateline_article *> articles(inputs.size());
    std::vector<dateline_error *> errors(inputs.size());
    handles.reserve(inputs.size());
    for (const input &one : inputs) {
        handles.push_back(one.get());
    }
    dateline_extract_batch(handles.data(), handles.size(), with == nullptr ? nullptr : with->get(), threads, articles.data(), errors.data());
    for (std::size_t i = 0; i < results.size(); ++i) {
        *results[i].value.out() = articles[i];
        *results[i].error.out() = errors[i];
    }
    return results;
}

/** Reads an article from JSON of the schema `dateline/1`. */
inline extracted from_json(std::string_view json) noexcept {
    extracted result;
    dateline_article_from_json(json.data(), json.size(), result.value.out(), result.error.out());
    return result;
}

/** The version of the library. */
inline std::string_view version() noexcept { return detail::view(dateline_version()); }

/** Whether the library is of the ABI that the program was compiled for. */
inline bool fits() noexcept { return dateline_abi_version() == DATELINE_ABI_VERSION; }

} // namespace dateline

#endif // DATELINE_HPP
