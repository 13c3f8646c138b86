//! Why a segment is no part of the body, in the words of [`Reason`]: by what it says, by what the elements around it call themselves, by where it stands.

use std::ops::Range;

use super::{
    boundary,
    density::{Page, is_prose},
};
use crate::{document::Tag, model::Reason};

/// Lines around the body that are looked at one by one; further away, and among readers' comments, an element's name is enough.
const NEAR: usize = 40;

/// Why the segment at an index is left out of a body that spans `body`; `deck` is the index of the deck, if there is one.
pub(super) fn reason(page: &Page<'_, '_>, index: usize, body: Range<usize>, deck: Option<usize>) -> Reason {
    if deck == Some(index) {
        return Reason::Deck;
    }
    let around = page.outside.get(index).cloned().flatten();
    let is_near = index + NEAR >= body.start && index < body.end + NEAR;
    if !is_near || around == Some(Reason::Comments) {
        return around.unwrap_or(Reason::PageFurniture);
    }
    let is_caption = || page.segments.get(index).is_some_and(|segment| page.document.tag(segment.block) == Tag::Caption);
    let is_headline = page.headline_segment() == Some(index);
    let own = if is_headline { Some(Reason::Headline) } else { boundary::own_reason(page, index) };
    let is_link = || page.segments.get(index).is_some_and(|segment| segment.link_density() > 0.5 && !is_prose(segment));
    own.or(around).unwrap_or_else(|| {
        if is_caption() {
            Reason::Caption
        } else if is_link() {
            Reason::Related
        } else {
            Reason::OutsideBody
        }
    })
}
