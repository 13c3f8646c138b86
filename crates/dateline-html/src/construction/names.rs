//! Names of elements that the table of tags has not, in the order of their first appearance on the page.

use std::collections::HashMap;

use crate::tree::node::{NONE, OWN_NAMES};

/// Slots of the names seen last.
const RECENT: usize = 64;

#[derive(Debug)]
pub(super) struct Names {
    numbers: HashMap<Box<str>, u32>,
    own: Vec<Box<str>>,
    /// Spellings seen last, at a place that their length and last letter tell.
    recent: Vec<(Box<str>, u32)>,
}

impl Names {
    pub(super) fn new() -> Names {
        Names { numbers: HashMap::new(), own: Vec::new(), recent: Vec::new() }
    }

    /// The number of a name as the source spells it.
    pub(super) fn of_raw(&mut self, raw: &str) -> u32 {
        if self.recent.is_empty() {
            self.recent.resize(RECENT, (Box::from(""), NONE));
        }
        let slot = (raw.len() * 7 + usize::from(raw.as_bytes().last().copied().unwrap_or(0))) % RECENT;
        if let Some((name, number)) = self.recent.get(slot)
            && &**name == raw
        {
            return *number;
        }
        let number = self.of(&crate::attribute::lower_name(raw));
        self.recent[slot] = (Box::from(raw), number);
        number
    }

    /// The number of a name as it is.
    pub(super) fn of(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = OWN_NAMES + self.own.len() as u32;
        self.numbers.insert(Box::from(name), number);
        self.own.push(Box::from(name));
        number
    }

    pub(super) fn into_own(self) -> Vec<Box<str>> {
        self.own
    }
}
