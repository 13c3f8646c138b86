//! Attributes as the tokenizer leaves them (spans and a small number for a known name) and as they are read.

use std::borrow::Cow;
use std::ops::Range;

use crate::entity;
use crate::hash::{fold, fold_str, slot};

/// The names that pages and extractors use most; a name's number is its place here, plus one.
const NAMES: &[&str] = &[
    "id",
    "class",
    "href",
    "src",
    "alt",
    "title",
    "style",
    "rel",
    "type",
    "name",
    "content",
    "property",
    "itemprop",
    "itemtype",
    "itemscope",
    "itemid",
    "itemref",
    "role",
    "lang",
    "dir",
    "width",
    "height",
    "value",
    "datetime",
    "charset",
    "http-equiv",
    "media",
    "target",
    "srcset",
    "sizes",
    "data-src",
    "data-srcset",
    "data-original",
    "data-lazy-src",
    "data-id",
    "data-url",
    "data-type",
    "data-testid",
    "aria-label",
    "aria-hidden",
    "aria-labelledby",
    "aria-describedby",
    "aria-expanded",
    "aria-controls",
    "tabindex",
    "loading",
    "decoding",
    "cite",
    "colspan",
    "rowspan",
    "headers",
    "start",
    "hidden",
    "onclick",
    "method",
    "action",
    "for",
    "placeholder",
    "crossorigin",
    "integrity",
    "async",
    "defer",
    "color",
    "face",
    "size",
    "encoding",
    "viewbox",
    "fill",
    "d",
    "xmlns",
    "stroke",
    "about",
    "typeof",
    "resource",
    "vocab",
    "prefix",
    "rev",
    "align",
    "border",
    "cellpadding",
    "cellspacing",
    "bgcolor",
    "valign",
    "data-component",
    "data-module",
    "as",
    "fetchpriority",
    "poster",
    "controls",
    "allowfullscreen",
    "frameborder",
    "data-value",
    "data-index",
    "checked",
    "selected",
    "disabled",
    "autocomplete",
    "maxlength",
    "scope",
    "download",
    "nonce",
];

const BITS: u32 = 10;
/// Found by trying random odd numbers until no two names shared a slot.
const MULTIPLIER: u64 = 0x612e_7696_a6ce_cc1b;
static SLOTS: [u8; 1 << BITS] = slots();

const fn slots() -> [u8; 1 << BITS] {
    let mut slots = [0; 1 << BITS];
    assert!(NAMES.len() < 128, "the set of names seen in a tag is kept in 128 bits");
    let mut index = 0;
    while index < NAMES.len() {
        let at = slot(fold_str(NAMES[index].as_bytes()), MULTIPLIER, BITS);
        assert!(slots[at] == 0, "two attribute names share a slot");
        index += 1;
        slots[at] = index as u8;
    }
    slots
}

/// The number of a name that hashes to `hash`; 0 for a name outside the table.
#[inline]
pub(crate) fn number(hash: u64, name: &[u8]) -> u8 {
    let number = SLOTS[slot(hash, MULTIPLIER, BITS)];
    match NAMES.get(usize::from(number).wrapping_sub(1)) {
        // nearly all names are written in lower case, and two that are equal are compared at once
        Some(known) if known.as_bytes() == name || known.as_bytes().eq_ignore_ascii_case(name) => number,
        _ => 0,
    }
}

/// The number of a name in any case; 0 for a name outside the table.
#[inline]
pub(crate) fn number_of(name: &str) -> u8 {
    number(name.bytes().fold(0, |hash, byte| fold(hash, byte.to_ascii_lowercase())), name.as_bytes())
}

/// The name of a number; `None` for 0.
#[inline]
pub(crate) fn known_name(number: u8) -> Option<&'static str> {
    NAMES.get(usize::from(number).wrapping_sub(1)).copied()
}

/// A name of the table that pages use most, as a number: what is asked of every attribute of a page is compared so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KnownName(u8);

impl KnownName {
    /// The number of a name in lower case.
    ///
    /// # Panics
    ///
    /// Where the name is not in the table; in a constant that is an error of the compiler's.
    #[must_use]
    pub const fn of(name: &str) -> KnownName {
        KnownName(known(name))
    }

    pub(crate) fn number(self) -> u8 {
        self.0
    }

    /// The name of a number that is not 0.
    pub(crate) fn numbered(number: u8) -> KnownName {
        KnownName(number)
    }
}

/// Some names of the table: attributes that are none of them are passed over at one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownNames(u128);

impl KnownNames {
    /// The set of these.
    #[must_use]
    pub const fn of(names: &[KnownName]) -> KnownNames {
        let (mut set, mut index) = (0, 0);
        while index < names.len() {
            set |= 1 << names[index].0;
            index += 1;
        }
        KnownNames(set)
    }

    #[inline]
    pub(crate) fn holds(self, number: u8) -> bool {
        self.0 >> (number & 127) & 1 == 1
    }
}

/// The number of a name at compile time.
pub(crate) const fn known(name: &str) -> u8 {
    let number = SLOTS_AT_COMPILE_TIME[slot(fold_str(name.as_bytes()), MULTIPLIER, BITS)];
    assert!(number != 0 && is_same(NAMES[number as usize - 1].as_bytes(), name.as_bytes()), "not a known attribute name");
    number
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}
const SLOTS_AT_COMPILE_TIME: [u8; 1 << BITS] = slots();

/// The last attribute of its tag.
pub(crate) const LAST: u8 = 1;
/// Name and value stand, already decoded, in the tree's own buffer and not in the source.
pub(crate) const OWN: u8 = 2;

/// One attribute: where its name and value stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) name: u32,
    pub(crate) value: u32,
    pub(crate) value_len: u32,
    pub(crate) name_len: u16,
    pub(crate) number: u8,
    pub(crate) flags: u8,
}

impl Record {
    #[inline]
    pub(crate) fn name_range(&self) -> Range<usize> {
        self.name as usize..self.name as usize + usize::from(self.name_len)
    }

    #[inline]
    pub(crate) fn value_range(&self) -> Range<usize> {
        self.value as usize..self.value as usize + self.value_len as usize
    }
}

/// An attribute of an element: a view that decodes when asked.
#[derive(Clone, Copy, Debug)]
pub struct Attr<'t> {
    pub(crate) record: Record,
    /// The source, or the tree's own buffer.
    pub(crate) text: &'t str,
    /// Where an attribute without a place of its own in the source came from.
    pub(crate) own_span: (u32, u32),
}

impl<'t> Attr<'t> {
    /// The name in lower case, NUL as U+FFFD.
    #[must_use]
    pub fn name(&self) -> Cow<'t, str> {
        known_name(self.record.number).map_or_else(|| lower_name(self.raw_name()), Cow::Borrowed)
    }

    /// The name's number, if it is one of the table.
    #[inline]
    #[must_use]
    pub fn known_name(&self) -> Option<KnownName> {
        (self.record.number != 0).then_some(KnownName(self.record.number))
    }

    /// Whether this is its name, in lower case.
    pub(crate) fn has_name(&self, name: &str) -> bool {
        let raw = self.raw_name();
        raw.eq_ignore_ascii_case(name) || (raw.contains('\0') && lower_name(raw) == name)
    }

    /// The name as it stands in the source.
    #[must_use]
    pub fn raw_name(&self) -> &'t str {
        self.text.get(self.record.name_range()).unwrap_or("")
    }

    /// The value with its character references decoded and its line ends as `\n`; empty for an attribute without one.
    #[must_use]
    pub fn value(&self) -> Cow<'t, str> {
        if self.record.flags & OWN != 0 { Cow::Borrowed(self.raw_value()) } else { entity::decode_value(self.raw_value()) }
    }

    /// The value as it stands in the source, without its quotes.
    #[must_use]
    pub fn raw_value(&self) -> &'t str {
        self.text.get(self.record.value_range()).unwrap_or("")
    }

    /// Where the name stands, in UTF-8 bytes of the source.
    #[must_use]
    pub fn name_span(&self) -> Range<u32> {
        if self.record.flags & OWN != 0 {
            return self.own_span.0..self.own_span.1;
        }
        self.record.name..self.record.name + u32::from(self.record.name_len)
    }

    /// Where the value stands without its quotes, in UTF-8 bytes of the source; empty for an attribute without one.
    #[must_use]
    pub fn value_span(&self) -> Range<u32> {
        if self.record.flags & OWN != 0 {
            return self.own_span.0..self.own_span.1;
        }
        self.record.value..self.record.value + self.record.value_len
    }
}

/// A name as the HTML standard's tokenizer gives it: ASCII letters in lower case, NUL as U+FFFD.
pub(crate) fn lower_name(raw: &str) -> Cow<'_, str> {
    if raw.bytes().any(|byte| byte == 0 || byte.is_ascii_uppercase()) {
        Cow::Owned(raw.to_ascii_lowercase().replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_its_number() {
        for (index, name) in NAMES.iter().enumerate() {
            assert_eq!(usize::from(number_of(name)), index + 1, "{name}");
            assert_eq!(usize::from(number_of(&name.to_ascii_uppercase())), index + 1);
        }
        assert_eq!(number_of("data-something-else"), 0);
        assert_eq!(number_of(""), 0);
    }
}
