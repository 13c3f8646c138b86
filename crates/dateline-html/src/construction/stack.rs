//! The stack of open elements.

use super::class::{self, HTML};
use crate::tag::Tag;

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) id: u32,
    /// The number of its name in lower case.
    pub(super) name: u32,
    /// The sets that it belongs to.
    pub(super) class: u32,
}

impl Entry {
    /// Is it HTML's element of this name?
    #[inline]
    pub(super) fn is(self, name: u32) -> bool {
        self.name == name && self.class & HTML != 0
    }
}

/// What is current where nothing is open: the document.
const DOCUMENT: Entry = Entry { id: 0, name: u32::MAX, class: HTML };

/// The open elements, the first being `<html>`, and how many there are of each of HTML's names: most questions of the
/// standard ("has a `<p>` in button scope") are about elements that are not open at all.
#[derive(Debug)]
pub(super) struct Stack {
    entries: Vec<Entry>,
    counts: [u32; Tag::COUNT],
}

impl Stack {
    pub(super) fn new() -> Stack {
        Stack { entries: Vec::with_capacity(64), counts: [0; Tag::COUNT] }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    #[inline]
    pub(super) fn current(&self) -> Entry {
        self.entries.last().copied().unwrap_or(DOCUMENT)
    }

    pub(super) fn get(&self, index: usize) -> Entry {
        self.entries.get(index).copied().unwrap_or(DOCUMENT)
    }

    /// How many of this name are open, in the HTML namespace.
    #[inline]
    pub(super) fn count(&self, tag: Tag) -> u32 {
        self.counts.get(tag as usize).copied().unwrap_or(0)
    }

    #[inline]
    fn note(&mut self, entry: Entry, change: i32) {
        if entry.class & HTML != 0
            && let Some(count) = self.counts.get_mut(entry.name as usize)
        {
            *count = count.wrapping_add_signed(change);
        }
    }

    #[inline]
    pub(super) fn push(&mut self, entry: Entry) {
        self.note(entry, 1);
        self.entries.push(entry);
    }

    #[inline]
    pub(super) fn pop(&mut self) -> Entry {
        let Some(entry) = self.entries.pop() else {
            return DOCUMENT;
        };
        self.note(entry, -1);
        entry
    }

    pub(super) fn truncate(&mut self, length: usize) {
        while self.entries.len() > length {
            self.pop();
        }
    }

    pub(super) fn replace(&mut self, index: usize, entry: Entry) {
        self.note(self.get(index), -1);
        self.note(entry, 1);
        self.entries[index] = entry;
    }

    pub(super) fn insert(&mut self, index: usize, entry: Entry) {
        self.note(entry, 1);
        self.entries.insert(index, entry);
    }

    pub(super) fn remove(&mut self, index: usize) {
        self.note(self.get(index), -1);
        self.entries.remove(index);
    }

    /// Takes out an element, where it is open.
    pub(super) fn remove_element(&mut self, id: u32) {
        if let Some(index) = self.position(id) {
            self.remove(index);
        }
    }

    /// The place of an element, looked for from the current node down.
    #[inline]
    pub(super) fn position(&self, id: u32) -> Option<usize> {
        self.entries.iter().rposition(|entry| entry.id == id)
    }

    /// The places from the current node down.
    #[inline]
    pub(super) fn rev(&self) -> impl Iterator<Item = (usize, Entry)> + '_ {
        self.entries.iter().copied().enumerate().rev()
    }

    /// The first place from `from` up that belongs to a set.
    pub(super) fn first_in(&self, from: usize, set: u32) -> Option<usize> {
        self.entries.iter().enumerate().skip(from).find(|(_, entry)| entry.class & set != 0).map(|(index, _)| index)
    }

    /// The place of the HTML element of this name that is in the scope that `ends` ends.
    #[inline]
    pub(super) fn in_scope(&self, tag: Tag, ends: u32) -> Option<usize> {
        if self.count(tag) == 0 {
            return None;
        }
        self.scope(ends, |entry| entry.is(tag as u32))
    }

    /// Whether one is.
    #[inline]
    pub(super) fn has_in_scope(&self, tag: Tag, ends: u32) -> bool {
        self.in_scope(tag, ends).is_some()
    }

    /// The place of the first element that is `wanted` in the scope that `ends` ends.
    #[inline]
    pub(super) fn scope(&self, ends: u32, wanted: impl Fn(Entry) -> bool) -> Option<usize> {
        for (index, entry) in self.rev() {
            if wanted(entry) {
                return Some(index);
            }
            if entry.class & ends != 0 {
                return None;
            }
        }
        None
    }

    /// Pops what belongs to a set, but for elements of a name.
    #[inline]
    pub(super) fn close_implied(&mut self, set: u32, except: Option<Tag>) {
        loop {
            let current = self.current();
            if current.class & set == 0 || except.is_some_and(|tag| current.is(tag as u32)) {
                return;
            }
            self.pop();
        }
    }

    /// Pops until the current node belongs to a set; `<html>` belongs to all that are asked for.
    pub(super) fn pop_to(&mut self, set: u32) {
        while !self.entries.is_empty() && self.current().class & set == 0 {
            self.pop();
        }
    }

    /// Pops up to and with the first HTML element of a name, which is given back.
    #[inline]
    pub(super) fn pop_through(&mut self, tag: Tag) -> Entry {
        loop {
            let entry = self.pop();
            if entry.is(tag as u32) || self.entries.is_empty() {
                return entry;
            }
        }
    }

    /// The same with the first element of a set.
    pub(super) fn pop_through_set(&mut self, set: u32) -> Entry {
        loop {
            let entry = self.pop();
            if entry.class & set != 0 || self.entries.is_empty() {
                return entry;
            }
        }
    }
}

/// An entry for an HTML element.
#[inline]
pub(super) fn html_entry(id: u32, name: u32) -> Entry {
    Entry { id, name, class: class::of_html(name) }
}
