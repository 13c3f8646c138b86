//! Names of elements in, numbers out, and the other way: places in the table of tags, and beyond it those of one page.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::LazyLock;

use html5ever::LocalName;

use crate::tag::Tag;
use crate::tree::node::OWN_NAMES;

/// Names by number, so that the builder can be handed a reference to each.
pub(crate) struct Names {
    table: &'static [LocalName],
    /// Lists of 64, 128, 256 … names that are not in the table of tags.
    own: [OnceCell<Box<[OnceCell<LocalName>]>>; 26],
    numbers: RefCell<HashMap<LocalName, u32>>,
}

/// The names of the table of tags, interned once.
static TABLE: LazyLock<Vec<LocalName>> = LazyLock::new(|| {
    let names = (0..Tag::COUNT).map(|index| Tag::from_index(index).name());
    names.map(LocalName::from).collect()
});

impl Names {
    pub(crate) fn new() -> Names {
        Names { table: &TABLE, own: Default::default(), numbers: RefCell::default() }
    }

    /// List and place of an own name.
    fn place(index: u32) -> (usize, usize) {
        let list = (index / 64 + 1).ilog2();
        (list as usize, (index - 64 * ((1 << list) - 1)) as usize)
    }

    #[inline]
    pub(crate) fn get(&self, name: u32) -> &LocalName {
        match self.table.get(name as usize) {
            Some(local) => local,
            None => self.get_own(name),
        }
    }

    fn get_own(&self, name: u32) -> &LocalName {
        let (list, place) = Names::place(name.saturating_sub(OWN_NAMES));
        let found = self.own.get(list).and_then(OnceCell::get).and_then(|list| list.get(place)).and_then(OnceCell::get);
        // A number that was never given out: any name does.
        found.unwrap_or(&self.table[0])
    }

    /// The number of a name, which it is given if it has none.
    pub(crate) fn number(&self, local: &LocalName) -> u32 {
        let known = Tag::from_name(local);
        if known != Tag::Other && known.name() == &**local {
            return known as u32;
        }
        let mut numbers = self.numbers.borrow_mut();
        if let Some(&number) = numbers.get(local) {
            return number;
        }
        let index = numbers.len() as u32;
        let (list, place) = Names::place(index);
        let Some(list_cell) = self.own.get(list) else {
            return Tag::Div as u32;
        };
        let list = list_cell.get_or_init(|| (0..64usize << list).map(|_| OnceCell::new()).collect());
        if let Some(cell) = list.get(place) {
            let _ = cell.set(local.clone());
        }
        numbers.insert(local.clone(), index + OWN_NAMES);
        index + OWN_NAMES
    }

    /// The own names in the order of their numbers.
    pub(crate) fn into_own(self) -> Vec<Box<str>> {
        let count = self.numbers.borrow().len() as u32;
        (0..count).map(|index| Box::from(&**self.get_own(index + OWN_NAMES))).collect()
    }
}
