/*
 * Asks an article for everything that there is of it, by every getter of the header, each list to one beyond its end.
 *
 * What is not there is asked just as well: getters take NULL. Returns how many answers were something.
 */
#ifndef WALK_H
#define WALK_H

#include "dateline.h"

static inline size_t walk_str(dateline_str string) {
    /* the bytes are read, the last one, too: valgrind looks on */
    return string.ptr != NULL && (string.len == 0 || string.ptr[0] + string.ptr[string.len - 1] != 0);
}

static inline size_t walk_span(dateline_span span) {
    return !DATELINE_IS_NO_SPAN(span) && span.start <= span.end;
}

static inline size_t walk_author(const dateline_author *author) {
    size_t seen = author != NULL;
    seen += walk_str(dateline_author_name(author));
    seen += walk_str(dateline_author_role(author));
    seen += walk_str(dateline_author_affiliation(author));
    seen += walk_str(dateline_author_url(author));
    seen += walk_str(dateline_author_email(author));
    return seen;
}

static inline size_t walk_date_stamp(const dateline_date_stamp *date_stamp) {
    size_t seen = date_stamp != NULL;
    seen += walk_str(dateline_date_stamp_value(date_stamp));
    seen += walk_str(dateline_date_stamp_precision(date_stamp));
    seen += walk_str(dateline_date_stamp_raw(date_stamp));
    return seen;
}

static inline size_t walk_named_place(const dateline_named_place *named_place) {
    size_t seen = named_place != NULL;
    seen += walk_str(dateline_named_place_name(named_place));
    seen += walk_str(dateline_named_place_country(named_place));
    return seen;
}

static inline size_t walk_dateline(const dateline_dateline *line) {
    size_t seen = line != NULL;
    seen += walk_str(dateline_dateline_raw(line));
    seen += walk_span(dateline_dateline_span(line));
    for (size_t i = 0; i <= dateline_dateline_place_count(line); ++i) {
        seen += walk_named_place(dateline_dateline_place(line, i));
    }
    seen += walk_date_stamp(dateline_dateline_date(line));
    seen += walk_str(dateline_dateline_agency(line));
    return seen;
}

static inline size_t walk_breadcrumb(const dateline_breadcrumb *breadcrumb) {
    size_t seen = breadcrumb != NULL;
    seen += walk_str(dateline_breadcrumb_name(breadcrumb));
    seen += walk_str(dateline_breadcrumb_url(breadcrumb));
    return seen;
}

static inline size_t walk_image(const dateline_image *image) {
    size_t seen = image != NULL;
    seen += walk_str(dateline_image_url(image));
    seen += walk_str(dateline_image_caption(image));
    seen += walk_str(dateline_image_credit(image));
    seen += walk_str(dateline_image_alt(image));
    seen += dateline_image_width(image) >= 0;
    seen += dateline_image_height(image) >= 0;
    seen += dateline_image_lead(image) >= 0;
    return seen;
}

static inline size_t walk_mark(const dateline_mark *mark) {
    size_t seen = mark != NULL;
    seen += walk_str(dateline_mark_kind(mark));
    seen += walk_span(dateline_mark_span(mark));
    seen += walk_str(dateline_mark_href(mark));
    return seen;
}

static inline size_t walk_list_item(const dateline_list_item *item) {
    size_t seen = item != NULL;
    seen += walk_span(dateline_list_item_span(item));
    seen += dateline_list_item_level(item) >= 0;
    return seen;
}

static inline size_t walk_cell(const dateline_cell *cell) {
    size_t seen = cell != NULL;
    seen += walk_span(dateline_cell_span(cell));
    seen += dateline_cell_header(cell) >= 0;
    seen += dateline_cell_colspan(cell) >= 0;
    seen += dateline_cell_rowspan(cell) >= 0;
    return seen;
}

static inline size_t walk_block(const dateline_block *block) {
    size_t seen = block != NULL;
    seen += walk_span(dateline_block_span(block));
    for (size_t i = 0; i <= dateline_block_mark_count(block); ++i) {
        seen += walk_mark(dateline_block_mark(block, i));
    }
    seen += walk_str(dateline_block_kind(block));
    seen += dateline_block_level(block) >= 0;
    seen += dateline_block_ordered(block) >= 0;
    for (size_t i = 0; i <= dateline_block_item_count(block); ++i) {
        seen += walk_list_item(dateline_block_item(block, i));
    }
    seen += walk_str(dateline_block_language(block));
    seen += walk_str(dateline_block_caption(block));
    seen += walk_str(dateline_block_credit(block));
    seen += dateline_block_image(block) != DATELINE_NONE;
    seen += walk_str(dateline_block_url(block));
    for (size_t i = 0; i <= dateline_block_row_count(block); ++i) {
        for (size_t k = 0; k <= dateline_block_cell_count(block, i); ++k) {
            seen += walk_cell(dateline_block_cell(block, i, k));
        }
    }
    return seen;
}

static inline size_t walk_speaker(const dateline_speaker *speaker) {
    size_t seen = speaker != NULL;
    seen += walk_str(dateline_speaker_name(speaker));
    seen += walk_span(dateline_speaker_span(speaker));
    seen += dateline_speaker_person(speaker) != DATELINE_NONE;
    seen += walk_str(dateline_speaker_resolved_by(speaker));
    return seen;
}

static inline size_t walk_cue(const dateline_cue *cue) {
    size_t seen = cue != NULL;
    seen += walk_str(dateline_cue_text(cue));
    seen += walk_span(dateline_cue_span(cue));
    return seen;
}

static inline size_t walk_via(const dateline_via *via) {
    size_t seen = via != NULL;
    seen += walk_str(dateline_via_name(via));
    seen += walk_span(dateline_via_span(via));
    return seen;
}

static inline size_t walk_quote(const dateline_quote *quote) {
    size_t seen = quote != NULL;
    seen += walk_str(dateline_quote_kind(quote));
    seen += walk_span(dateline_quote_span(quote));
    for (size_t i = 0; i <= dateline_quote_part_count(quote); ++i) {
        seen += walk_span(dateline_quote_part(quote, i));
    }
    seen += walk_speaker(dateline_quote_speaker(quote));
    seen += walk_cue(dateline_quote_cue(quote));
    seen += walk_via(dateline_quote_via(quote));
    seen += dateline_quote_confidence(quote) >= 0;
    return seen;
}

static inline size_t walk_mention(const dateline_mention *mention) {
    size_t seen = mention != NULL;
    seen += walk_span(dateline_mention_span(mention));
    seen += walk_str(dateline_mention_kind(mention));
    return seen;
}

static inline size_t walk_person(const dateline_person *person) {
    size_t seen = person != NULL;
    seen += walk_str(dateline_person_name(person));
    seen += walk_str(dateline_person_role(person));
    seen += walk_span(dateline_person_role_span(person));
    seen += walk_str(dateline_person_organisation(person));
    for (size_t i = 0; i <= dateline_person_mention_count(person); ++i) {
        seen += walk_mention(dateline_person_mention(person, i));
    }
    return seen;
}

static inline size_t walk_organisation(const dateline_organisation *organisation) {
    size_t seen = organisation != NULL;
    seen += walk_str(dateline_organisation_name(organisation));
    seen += walk_str(dateline_organisation_kind(organisation));
    for (size_t i = 0; i <= dateline_organisation_mention_count(organisation); ++i) {
        seen += walk_mention(dateline_organisation_mention(organisation, i));
    }
    return seen;
}

static inline size_t walk_place(const dateline_place *place) {
    size_t seen = place != NULL;
    seen += walk_str(dateline_place_name(place));
    seen += walk_str(dateline_place_country(place));
    for (size_t i = 0; i <= dateline_place_mention_count(place); ++i) {
        seen += walk_mention(dateline_place_mention(place, i));
    }
    return seen;
}

static inline size_t walk_source(const dateline_source *source) {
    size_t seen = source != NULL;
    seen += walk_str(dateline_source_name(source));
    seen += walk_str(dateline_source_kind(source));
    for (size_t i = 0; i <= dateline_source_mention_count(source); ++i) {
        seen += walk_mention(dateline_source_mention(source, i));
    }
    return seen;
}

static inline size_t walk_date(const dateline_date *date) {
    size_t seen = date != NULL;
    seen += walk_span(dateline_date_span(date));
    seen += walk_str(dateline_date_raw(date));
    seen += walk_str(dateline_date_kind(date));
    seen += walk_str(dateline_date_value(date));
    seen += walk_str(dateline_date_modifier(date));
    seen += walk_str(dateline_date_precision(date));
    seen += walk_str(dateline_date_anchor(date));
    return seen;
}

static inline size_t walk_money(const dateline_money *money) {
    size_t seen = money != NULL;
    seen += walk_span(dateline_money_span(money));
    seen += walk_str(dateline_money_raw(money));
    seen += walk_str(dateline_money_amount(money));
    seen += walk_str(dateline_money_amount_max(money));
    seen += walk_str(dateline_money_per(money));
    seen += walk_str(dateline_money_currency(money));
    seen += dateline_money_assumed(money) >= 0;
    return seen;
}

static inline size_t walk_annotation(const dateline_annotation *annotation) {
    size_t seen = annotation != NULL;
    seen += walk_str(dateline_annotation_kind(annotation));
    seen += walk_span(dateline_annotation_span(annotation));
    seen += walk_str(dateline_annotation_value(annotation));
    seen += walk_str(dateline_annotation_by(annotation));
    return seen;
}

static inline size_t walk_comment(const dateline_comment *comment) {
    size_t seen = comment != NULL;
    seen += walk_str(dateline_comment_author(comment));
    seen += walk_str(dateline_comment_date(comment));
    seen += walk_str(dateline_comment_text(comment));
    return seen;
}

static inline size_t walk_evidence(const dateline_evidence *evidence) {
    size_t seen = evidence != NULL;
    seen += walk_str(dateline_evidence_value(evidence));
    seen += walk_str(dateline_evidence_from(evidence));
    for (size_t i = 0; i <= dateline_evidence_source_count(evidence); ++i) {
        seen += walk_span(dateline_evidence_source(evidence, i));
    }
    seen += dateline_evidence_confidence(evidence) >= 0;
    seen += dateline_evidence_chosen(evidence) >= 0;
    return seen;
}

static inline size_t walk_removal(const dateline_removal *removal) {
    size_t seen = removal != NULL;
    seen += walk_str(dateline_removal_reason(removal));
    for (size_t i = 0; i <= dateline_removal_source_count(removal); ++i) {
        seen += walk_span(dateline_removal_source(removal, i));
    }
    return seen;
}

static inline size_t walk_diagnostic(const dateline_diagnostic *diagnostic) {
    size_t seen = diagnostic != NULL;
    seen += walk_str(dateline_diagnostic_code(diagnostic));
    seen += walk_str(dateline_diagnostic_message(diagnostic));
    return seen;
}

static inline size_t walk_article(const dateline_article *article) {
    size_t seen = article != NULL;
    seen += walk_str(dateline_article_id(article));
    seen += walk_str(dateline_article_input_media_type(article));
    seen += walk_str(dateline_article_input_encoding(article));
    seen += dateline_article_input_length(article) != 0;
    seen += walk_str(dateline_article_input_url(article));
    seen += walk_str(dateline_article_page_kind(article));
    seen += dateline_article_confidence(article) >= 0;
    seen += dateline_article_truncated(article) >= 0;
    seen += walk_str(dateline_article_headline(article));
    seen += walk_str(dateline_article_kicker(article));
    seen += walk_str(dateline_article_deck(article));
    seen += walk_str(dateline_article_byline(article));
    for (size_t i = 0; i <= dateline_article_author_count(article); ++i) {
        seen += walk_author(dateline_article_author(article, i));
    }
    seen += walk_dateline(dateline_article_dateline(article));
    seen += walk_date_stamp(dateline_article_published(article));
    seen += walk_date_stamp(dateline_article_modified(article));
    seen += walk_str(dateline_article_publisher_name(article));
    seen += walk_str(dateline_article_publisher_url(article));
    seen += walk_str(dateline_article_publisher_logo(article));
    seen += walk_str(dateline_article_canonical_url(article));
    seen += walk_str(dateline_article_language(article));
    seen += walk_str(dateline_article_direction(article));
    seen += walk_str(dateline_article_description(article));
    seen += walk_str(dateline_article_section(article));
    for (size_t i = 0; i <= dateline_article_breadcrumb_count(article); ++i) {
        seen += walk_breadcrumb(dateline_article_breadcrumb(article, i));
    }
    for (size_t i = 0; i <= dateline_article_tag_count(article); ++i) {
        seen += walk_str(dateline_article_tag(article, i));
    }
    seen += walk_str(dateline_article_license(article));
    seen += dateline_article_free_access(article) >= 0;
    for (size_t i = 0; i <= dateline_article_image_count(article); ++i) {
        seen += walk_image(dateline_article_image(article, i));
    }
    seen += walk_str(dateline_article_text(article));
    for (size_t i = 0; i <= dateline_article_block_count(article); ++i) {
        seen += walk_block(dateline_article_block(article, i));
    }
    for (size_t i = 0; i <= dateline_article_quote_count(article); ++i) {
        seen += walk_quote(dateline_article_quote(article, i));
    }
    for (size_t i = 0; i <= dateline_article_person_count(article); ++i) {
        seen += walk_person(dateline_article_person(article, i));
    }
    for (size_t i = 0; i <= dateline_article_organisation_count(article); ++i) {
        seen += walk_organisation(dateline_article_organisation(article, i));
    }
    for (size_t i = 0; i <= dateline_article_place_count(article); ++i) {
        seen += walk_place(dateline_article_place(article, i));
    }
    for (size_t i = 0; i <= dateline_article_source_count(article); ++i) {
        seen += walk_source(dateline_article_source(article, i));
    }
    for (size_t i = 0; i <= dateline_article_date_count(article); ++i) {
        seen += walk_date(dateline_article_date(article, i));
    }
    for (size_t i = 0; i <= dateline_article_money_count(article); ++i) {
        seen += walk_money(dateline_article_money(article, i));
    }
    for (size_t i = 0; i <= dateline_article_annotation_count(article); ++i) {
        seen += walk_annotation(dateline_article_annotation(article, i));
    }
    seen += dateline_article_comment_total(article) != 0;
    for (size_t i = 0; i <= dateline_article_comment_count(article); ++i) {
        seen += walk_comment(dateline_article_comment(article, i));
    }
    for (size_t i = 0; i <= dateline_article_removal_count(article); ++i) {
        seen += walk_removal(dateline_article_removal(article, i));
    }
    for (size_t i = 0; i <= dateline_article_diagnostic_count(article); ++i) {
        seen += walk_diagnostic(dateline_article_diagnostic(article, i));
    }
    for (size_t i = 0; i <= dateline_article_evidence_field_count(article); ++i) {
        seen += walk_str(dateline_article_evidence_field(article, i));
    }
    for (size_t i = 0; i <= dateline_article_evidence_field_count(article); ++i) {
        for (size_t k = 0; k <= dateline_article_evidence_count(article, i); ++k) {
            seen += walk_evidence(dateline_article_evidence(article, i, k));
        }
    }
    seen += walk_str(dateline_article_slice(article, (dateline_span){0, 0}));
    return seen;
}

#endif
