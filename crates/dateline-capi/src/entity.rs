//! People, organisations, places and sources in, their names and mentions out.

use dateline::model::{Mention, Organisation, Person, Place, Source};

use crate::value::{Absent, ByteSpan, Str, read};

/// Where.
///
/// UTF-8 bytes of the text; with `mention` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_mention_span(mention: Option<&Mention>) -> ByteSpan {
    read(mention, |mention| mention.span.into())
}

/// In what way: `name`, `surname`, `acronym`, `description`, `pronoun`, or a later word.
///
/// Borrowed from the article until it is freed; with `mention` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_mention_kind(mention: Option<&Mention>) -> Str {
    read(mention, |mention| Str::of(mention.kind.as_str()))
}

/// The fullest name that the article gives.
///
/// Borrowed from the article until it is freed; with `person` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_person_name(person: Option<&Person>) -> Str {
    read(person, |person| Str::of(&person.name))
}

/// What they are: "Foreign Minister".
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `person` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_person_role(person: Option<&Person>) -> Str {
    read(person, |person| Str::maybe(person.role.as_deref()))
}

/// Where the role stands.
///
/// UTF-8 bytes of the text; an absent span where it is not known, and with `person` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_person_role_span(person: Option<&Person>) -> ByteSpan {
    read(person, |person| person.role_span.map_or(ByteSpan::ABSENT, ByteSpan::from))
}

/// Of what organisation.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `person` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_person_organisation(person: Option<&Person>) -> Str {
    read(person, |person| Str::maybe(person.organisation.as_deref()))
}

/// How many there are of: every place in the text that names it.
///
/// With `person` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_person_mention_count(person: Option<&Person>) -> usize {
    read(person, |person| person.mentions.len())
}

/// One of: every place in the text that names it.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `person` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_person_mention(person: Option<&Person>, index: usize) -> Option<&Mention> {
    read(person, |person| person.mentions.get(index))
}

/// Its fullest name.
///
/// Borrowed from the article until it is freed; with `organisation` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_organisation_name(organisation: Option<&Organisation>) -> Str {
    read(organisation, |organisation| Str::of(&organisation.name))
}

/// What it is.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `organisation` NULL. Any
/// thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_organisation_kind(organisation: Option<&Organisation>) -> Str {
    read(organisation, |organisation| Str::maybe(organisation.kind.as_deref()))
}

/// How many there are of: every place in the text that names it.
///
/// With `organisation` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_organisation_mention_count(organisation: Option<&Organisation>) -> usize {
    read(organisation, |organisation| organisation.mentions.len())
}

/// One of: every place in the text that names it.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `organisation`
/// NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_organisation_mention(organisation: Option<&Organisation>, index: usize) -> Option<&Mention> {
    read(organisation, |organisation| organisation.mentions.get(index))
}

/// Its name.
///
/// Borrowed from the article until it is freed; with `place` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_place_name(place: Option<&Place>) -> Str {
    read(place, |place| Str::of(&place.name))
}

/// ISO 3166-1 alpha-2 code of its country.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `place` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_place_country(place: Option<&Place>) -> Str {
    read(place, |place| Str::maybe(place.country.as_deref()))
}

/// How many there are of: every place in the text that names it.
///
/// With `place` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_place_mention_count(place: Option<&Place>) -> usize {
    read(place, |place| place.mentions.len())
}

/// One of: every place in the text that names it.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `place` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_place_mention(place: Option<&Place>, index: usize) -> Option<&Mention> {
    read(place, |place| place.mentions.get(index))
}

/// Its name or the words that stand for it.
///
/// Borrowed from the article until it is freed; with `source` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_source_name(source: Option<&Source>) -> Str {
    read(source, |source| Str::of(&source.name))
}

/// What it is: `agency`, `media`, `official`, `document`, `unnamed`, or a later word.
///
/// Borrowed from the article until it is freed; with `source` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_source_kind(source: Option<&Source>) -> Str {
    read(source, |source| Str::of(source.kind.as_str()))
}

/// How many there are of: every place in the text that names it.
///
/// With `source` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_source_mention_count(source: Option<&Source>) -> usize {
    read(source, |source| source.mentions.len())
}

/// One of: every place in the text that names it.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `source` NULL.
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_source_mention(source: Option<&Source>, index: usize) -> Option<&Mention> {
    read(source, |source| source.mentions.get(index))
}
