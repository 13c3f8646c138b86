//! Quotes in, their speakers, cues and parts out.

use dateline::model::{Cue, Quote, Speaker, Via};

use crate::value::{Absent, ByteSpan, Index, Str, read};

/// How it is given: `direct`, `mixed`, `indirect`, or a later word.
///
/// Borrowed from the article until it is freed; with `quote` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_kind(quote: Option<&Quote>) -> Str {
    read(quote, |quote| Str::of(quote.kind.as_str()))
}

/// The hull of its parts.
///
/// UTF-8 bytes of the text; with `quote` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_span(quote: Option<&Quote>) -> ByteSpan {
    read(quote, |quote| quote.span.into())
}

/// How many there are of: the stretches of words between the marks.
///
/// With `quote` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_part_count(quote: Option<&Quote>) -> usize {
    read(quote, |quote| quote.parts.len())
}

/// One of: the stretches of words between the marks.
///
/// UTF-8 bytes of the text; an absent span where `index` is not below the count, and with `quote` NULL. Any
/// thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_part(quote: Option<&Quote>, index: usize) -> ByteSpan {
    read(quote, |quote| quote.parts.get(index).map_or(ByteSpan::ABSENT, |span| (*span).into()))
}

/// Who said it.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `quote` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_speaker(quote: Option<&Quote>) -> Option<&Speaker> {
    read(quote, |quote| quote.speaker.as_ref())
}

/// The words that attribute it.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `quote` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_cue(quote: Option<&Quote>) -> Option<&Cue> {
    read(quote, |quote| quote.cue.as_ref())
}

/// By way of whom it was reported.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `quote` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_via(quote: Option<&Quote>) -> Option<&Via> {
    read(quote, |quote| quote.via.as_ref())
}

/// How sure the reading is, 0 to 1.
///
/// Rounded to hundredths; with `quote` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_quote_confidence(quote: Option<&Quote>) -> f64 {
    read(quote, |quote| quote.confidence)
}

/// Their fullest name in the article, or the words that stand for them.
///
/// Borrowed from the article until it is freed; with `speaker` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_speaker_name(speaker: Option<&Speaker>) -> Str {
    read(speaker, |speaker| Str::of(&speaker.name))
}

/// The words of the attribution that name them.
///
/// UTF-8 bytes of the text; an absent span where it is not known, and with `speaker` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_speaker_span(speaker: Option<&Speaker>) -> ByteSpan {
    read(speaker, |speaker| speaker.span.map_or(ByteSpan::ABSENT, ByteSpan::from))
}

/// Which of the people of the article they are.
///
/// An index; `DATELINE_NONE` where it is not known, and with `speaker` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_speaker_person(speaker: Option<&Speaker>) -> usize {
    read(speaker, |speaker| Index(speaker.person.map(|index| index as usize))).value()
}

/// How the words were resolved to the person.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `speaker` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_speaker_resolved_by(speaker: Option<&Speaker>) -> Str {
    read(speaker, |speaker| Str::maybe(speaker.resolved_by.as_deref()))
}

/// The words.
///
/// Borrowed from the article until it is freed; with `cue` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_cue_text(cue: Option<&Cue>) -> Str {
    read(cue, |cue| Str::of(&cue.text))
}

/// Where they stand.
///
/// UTF-8 bytes of the text; with `cue` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_cue_span(cue: Option<&Cue>) -> ByteSpan {
    read(cue, |cue| cue.span.into())
}

/// Their name.
///
/// Borrowed from the article until it is freed; with `via` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_via_name(via: Option<&Via>) -> Str {
    read(via, |via| Str::of(&via.name))
}

/// Where it stands.
///
/// UTF-8 bytes of the text; with `via` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_via_span(via: Option<&Via>) -> ByteSpan {
    read(via, |via| via.span.into())
}
