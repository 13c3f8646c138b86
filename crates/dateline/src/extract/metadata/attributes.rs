//! The attributes that are asked for on many elements, by the numbers that the tree knows them by.

use std::borrow::Cow;

use dateline_html::KnownName;

pub(super) const CLASS: KnownName = KnownName::of("class");
pub(super) const CONTENT: KnownName = KnownName::of("content");
pub(super) const DATETIME: KnownName = KnownName::of("datetime");
pub(super) const HREF: KnownName = KnownName::of("href");
pub(super) const HTTP_EQUIV: KnownName = KnownName::of("http-equiv");
pub(super) const ID: KnownName = KnownName::of("id");
pub(super) const ITEMPROP: KnownName = KnownName::of("itemprop");
pub(super) const NAME: KnownName = KnownName::of("name");
pub(super) const PROPERTY: KnownName = KnownName::of("property");
pub(super) const REL: KnownName = KnownName::of("rel");
pub(super) const TEST_ID: KnownName = KnownName::of("data-testid");
pub(super) const TYPE: KnownName = KnownName::of("type");

/// A name that an attribute holds, without white space around it and in lower case, as most are written.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) }
}
