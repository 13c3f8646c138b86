//! The parts of the metadata in, their fields out: authors, dates, the dateline, breadcrumbs, pictures.

use dateline::model::{Author, Crumb, DateStamp, Dateline, DatelinePlace, Image};

use crate::value::{ByteSpan, Str, read};

/// The name as it is printed.
///
/// Borrowed from the article until it is freed; with `author` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_author_name(author: Option<&Author>) -> Str {
    read(author, |author| Str::of(&author.name))
}

/// What they are: "Associated Press Writer".
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_author_role(author: Option<&Author>) -> Str {
    read(author, |author| Str::maybe(author.role.as_deref()))
}

/// Whom they write for.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_author_affiliation(author: Option<&Author>) -> Str {
    read(author, |author| Str::maybe(author.affiliation.as_deref()))
}

/// Their page.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_author_url(author: Option<&Author>) -> Str {
    read(author, |author| Str::maybe(author.url.as_deref()))
}

/// Their address.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `author` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_author_email(author: Option<&Author>) -> Str {
    read(author, |author| Str::maybe(author.email.as_deref()))
}

/// ISO 8601 in the precision that was given; TIMEX3 (`XXXX-03-26`) where the year is open.
///
/// Borrowed from the article until it is freed; with `stamp` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_stamp_value(stamp: Option<&DateStamp>) -> Str {
    read(stamp, |stamp| Str::of(&stamp.value))
}

/// How exact it is: `decade`, `year`, `quarter`, `month`, `week`, `day`, `hour`, `minute`, `second`.
///
/// Borrowed from the article until it is freed; with `stamp` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_stamp_precision(stamp: Option<&DateStamp>) -> Str {
    read(stamp, |stamp| Str::of(stamp.precision.as_str()))
}

/// The words or the attribute that it was read from.
///
/// Borrowed from the article until it is freed; with `stamp` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_date_stamp_raw(stamp: Option<&DateStamp>) -> Str {
    read(stamp, |stamp| Str::of(&stamp.raw))
}

/// Its words, with the dash that ends it.
///
/// Borrowed from the article until it is freed; with `dateline` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_dateline_raw(dateline: Option<&Dateline>) -> Str {
    read(dateline, |dateline| Str::of(&dateline.raw))
}

/// Where it stands in the text.
///
/// UTF-8 bytes of the text; with `dateline` NULL an absent span. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_dateline_span(dateline: Option<&Dateline>) -> ByteSpan {
    read(dateline, |dateline| dateline.span.into())
}

/// How many there are of: the places it names.
///
/// With `dateline` NULL 0. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_dateline_place_count(dateline: Option<&Dateline>) -> usize {
    read(dateline, |dateline| dateline.places.len())
}

/// One of: the places it names.
///
/// Borrowed from the article until it is freed; NULL where `index` is not below the count, and with `dateline`
/// NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_dateline_place(dateline: Option<&Dateline>, index: usize) -> Option<&DatelinePlace> {
    read(dateline, |dateline| dateline.places.get(index))
}

/// Its date.
///
/// Borrowed from the article until it is freed; NULL where it is not known, and with `dateline` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_dateline_date(dateline: Option<&Dateline>) -> Option<&DateStamp> {
    read(dateline, |dateline| dateline.date.as_ref())
}

/// The agency it names.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `dateline` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_dateline_agency(dateline: Option<&Dateline>) -> Str {
    read(dateline, |dateline| Str::maybe(dateline.agency.as_deref()))
}

/// Its name as written.
///
/// Borrowed from the article until it is freed; with `place` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_named_place_name(place: Option<&DatelinePlace>) -> Str {
    read(place, |place| Str::of(&place.name))
}

/// ISO 3166-1 alpha-2 code of the country, where it is named or beyond doubt.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `place` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_named_place_country(place: Option<&DatelinePlace>) -> Str {
    read(place, |place| Str::maybe(place.country.as_deref()))
}

/// What it is called.
///
/// Borrowed from the article until it is freed; with `breadcrumb` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_breadcrumb_name(breadcrumb: Option<&Crumb>) -> Str {
    read(breadcrumb, |breadcrumb| Str::of(&breadcrumb.name))
}

/// Where it leads.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `breadcrumb` NULL. Any
/// thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_breadcrumb_url(breadcrumb: Option<&Crumb>) -> Str {
    read(breadcrumb, |breadcrumb| Str::maybe(breadcrumb.url.as_deref()))
}

/// Its address, resolved against the page's.
///
/// Borrowed from the article until it is freed; with `image` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_url(image: Option<&Image>) -> Str {
    read(image, |image| Str::of(&image.url))
}

/// What is said of it below.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `image` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_caption(image: Option<&Image>) -> Str {
    read(image, |image| Str::maybe(image.caption.as_deref()))
}

/// Who took or owns it.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `image` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_credit(image: Option<&Image>) -> Str {
    read(image, |image| Str::maybe(image.credit.as_deref()))
}

/// The words that stand for it where it cannot be shown.
///
/// Borrowed from the article until it is freed; absent where it is not known, and with `image` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_alt(image: Option<&Image>) -> Str {
    read(image, |image| Str::maybe(image.alt.as_deref()))
}

/// Pixels across.
///
/// -1 where it is not known, and with `image` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_width(image: Option<&Image>) -> i64 {
    read(image, |image| image.width.map_or(-1, i64::from))
}

/// Pixels down.
///
/// -1 where it is not known, and with `image` NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_height(image: Option<&Image>) -> i64 {
    read(image, |image| image.height.map_or(-1, i64::from))
}

/// Whether it is the article's first picture.
///
/// 1 or 0; with `image` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_image_lead(image: Option<&Image>) -> i32 {
    read(image, |image| i32::from(image.lead))
}
