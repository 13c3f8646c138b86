//! The list of active formatting elements: how `<b>` and its like are opened again in what follows, and the adoption
//! agency, which sorts out what was nested wrongly.

use super::class::{SCOPE, SPECIAL};
use super::stack::html_entry;
use super::{Construction, StartTag};
use crate::tag::Tag;

/// How often the adoption agency starts anew for one tag.
const ADOPTIONS: usize = 8;
/// How many formatting elements it takes along between a block and the element that is closed.
const TAKEN_ALONG: u32 = 3;
/// How many equal elements the list holds.
const EQUAL: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// What lies before is not opened again behind it.
    Marker,
    Element {
        id: u32,
        tag: Tag,
        /// Of a `<font>`: has it attributes that make it HTML within SVG? Of attributes only this counts for two elements
        /// to be equal.
        coloured: bool,
    },
}

impl Format {
    fn is(self, wanted: u32) -> bool {
        matches!(self, Format::Element { id, .. } if id == wanted)
    }
}

#[derive(Clone, Copy)]
enum Bookmark {
    Replace(u32),
    Behind(u32),
}

impl Construction<'_> {
    fn format_of(&self, id: u32) -> Option<usize> {
        self.formats.iter().position(|format| format.is(id))
    }

    fn forget_format(&mut self, id: u32) {
        if let Some(index) = self.format_of(id) {
            self.formats.remove(index);
        }
    }

    /// From the end of the list to its last marker.
    fn open_formats(&self) -> impl Iterator<Item = (usize, u32, Tag, bool)> + '_ {
        self.formats.iter().enumerate().rev().map_while(|(index, format)| match *format {
            Format::Marker => None,
            Format::Element { id, tag, coloured } => Some((index, id, tag, coloured)),
        })
    }

    pub(super) fn clear_formats_to_marker(&mut self) {
        while let Some(Format::Element { .. }) = self.formats.pop() {}
    }

    /// Opens again what the last block, when it was closed, left open.
    #[inline]
    pub(super) fn reconstruct(&mut self) {
        if let Some(&Format::Element { id, .. }) = self.formats.last()
            && self.stack.position(id).is_none()
        {
            self.reopen();
        }
    }

    fn reopen(&mut self) {
        let is_open = |format: &Format| match *format {
            Format::Marker => true,
            Format::Element { id, .. } => self.stack.position(id).is_some(),
        };
        let first = self.formats.iter().rposition(is_open).map_or(0, |open| open + 1);
        for index in first..self.formats.len() {
            let Format::Element { tag, coloured, .. } = self.formats[index] else {
                continue;
            };
            let id = self.insert_implied(tag).id;
            self.formats[index] = Format::Element { id, tag, coloured };
        }
    }

    /// Inserts a formatting element.
    pub(super) fn insert_formatting(&mut self, start: &StartTag<'_>) {
        let (tag, coloured) = (start.tag, start.tag == Tag::Font && self.is_coloured(start));
        let equal = self.open_formats().filter(|&(_, _, other, other_coloured)| (other, other_coloured) == (tag, coloured));
        let (count, earliest) = equal.fold((0, 0), |(count, _), (index, ..)| (count + 1, index));
        if count >= EQUAL {
            self.formats.remove(earliest);
        }
        let id = self.insert(start).id;
        self.formats.push(Format::Element { id, tag, coloured });
    }

    /// Before an `<a>`: closes the one that is open.
    pub(super) fn close_link(&mut self) {
        let Some((_, id, ..)) = self.open_formats().find(|&(_, _, tag, _)| tag == Tag::A) else {
            return;
        };
        self.adopt(Tag::A);
        self.forget_format(id);
        self.stack.remove_element(id);
    }

    /// The adoption agency algorithm.
    pub(super) fn adopt(&mut self, subject: Tag) {
        let current = self.stack.current();
        if current.is(subject as u32) && self.format_of(current.id).is_none() {
            self.close(current.id);
            self.stack.pop();
            return;
        }
        for _ in 0..ADOPTIONS {
            let Some((index, id, tag, coloured)) = self.open_formats().find(|&(_, _, tag, _)| tag == subject) else {
                return self.close_any(subject as u32);
            };
            let Some(place) = self.stack.position(id) else {
                self.formats.remove(index);
                return;
            };
            if self.stack.scope(SCOPE, |entry| entry.id == id).is_none() {
                return;
            }
            self.close(id);
            let Some(block) = self.stack.first_in(place, SPECIAL) else {
                self.stack.truncate(place);
                self.formats.remove(index);
                return;
            };
            self.adopt_block(id, place, block, Format::Element { id, tag, coloured });
        }
    }

    /// One turn of it: the element at `place` ends before the block at `block`, and is opened again within it.
    fn adopt_block(&mut self, element: u32, place: usize, block: usize, format: Format) {
        let Format::Element { tag, coloured, .. } = format else { return };
        let ancestor = self.stack.get(place - 1);
        let furthest = self.stack.get(block);
        let mut bookmark = Bookmark::Replace(element);
        let mut last = furthest.id;
        let mut index = block;
        for turn in 1.. {
            index -= 1;
            let node = self.stack.get(index);
            if node.id == element {
                break;
            }
            let listed = self.format_of(node.id);
            let (Some(listed), true) = (listed, turn <= TAKEN_ALONG) else {
                if let Some(listed) = listed {
                    self.formats.remove(listed);
                }
                self.stack.remove(index);
                continue;
            };
            let Format::Element { tag, coloured, .. } = self.formats[listed] else {
                continue;
            };
            let copy = html_entry(self.create_implied(tag), tag as u32);
            self.stack.replace(index, copy);
            self.formats[listed] = Format::Element { id: copy.id, tag, coloured };
            if last == furthest.id {
                bookmark = Bookmark::Behind(copy.id);
            }
            self.arena.detach(last);
            self.arena.append(copy.id, last);
            last = copy.id;
        }
        self.arena.detach(last);
        let place = self.place_in(ancestor);
        self.attach(place, last);

        let copy = html_entry(self.create_implied(tag), tag as u32);
        self.arena.move_children(furthest.id, copy.id);
        self.arena.append(furthest.id, copy.id);
        let entry = Format::Element { id: copy.id, tag, coloured };
        match bookmark {
            Bookmark::Replace(id) => {
                if let Some(index) = self.format_of(id) {
                    self.formats[index] = entry;
                }
            }
            Bookmark::Behind(id) => {
                if let Some(index) = self.format_of(id) {
                    self.formats.insert(index + 1, entry);
                }
                self.forget_format(element);
            }
        }
        self.stack.remove_element(element);
        if let Some(index) = self.stack.position(furthest.id) {
            self.stack.insert(index + 1, copy);
        }
    }
}
