//! The packed tables of `data/gazetteers` in, what they know of a word or a place's name out. `cargo xtask gazetteers` makes them; how a value is packed stands there
//! and here.

use fst::raw::{CompiledAddr, Fst};

/// Common words, given names and surnames.
const WORDS: &[u8] = include_bytes!("../../../data/gazetteers/words.fst");

/// Countries, regions, cities, continents.
const PLACES: &[u8] = include_bytes!("../../../data/gazetteers/places.fst");

/// What the word list knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordFacts {
    /// How common it is in small letters, 1 the most common; 0 where it is no common word.
    pub(crate) level: u8,
    /// How common it is as a given name, to 3; 0 where it is none.
    pub(crate) given: u8,
    /// How common it is as a surname, to 3; 0 where it is none.
    pub(crate) surname: u8,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    City,
    Region,
    Country,
    /// A continent, or a part of one.
    Area,
}

/// One meaning of a place's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceFacts {
    pub(crate) kind: PlaceKind,
    /// ISO 3166-1, but for areas.
    pub(crate) country: Option<[u8; 2]>,
    /// How large it is, to 7: below 10,000 people, 30,000, 100,000, 300,000, a million, three, eight.
    pub(crate) weight: u8,
}

/// The tables, where they lie in the binary.
pub(crate) struct Gazetteer {
    words: Option<Fst<&'static [u8]>>,
    places: Option<Fst<&'static [u8]>>,
}

impl Gazetteer {
    pub(crate) fn new() -> Self {
        Self { words: Fst::new(WORDS).ok(), places: Fst::new(PLACES).ok() }
    }

    /// What is known of a folded word.
    pub(crate) fn word(&self, folded: &str) -> WordFacts {
        let value = self.words.as_ref().and_then(|words| words.get(folded.as_bytes())).map_or(0, |output| output.value());
        WordFacts { level: (value & 7) as u8, given: (value >> 3 & 3) as u8, surname: (value >> 5 & 3) as u8 }
    }

    /// Where the names of places stand that begin with this folded word; none where there are none.
    pub(crate) fn place_start(&self, word: &str) -> Option<PlaceStart> {
        let places = self.places.as_ref()?;
        let start = walked(places, PlaceStart { node: places.root().addr(), output: 0 }, word.bytes())?;
        let node = places.node(start.node);
        (node.is_final() || node.find_input(b' ').is_some()).then_some(start)
    }

    /// Tells of every place whose name is a word that was looked up with none or some of the folded words behind it, the shortest first: how many words it has, and its meanings.
    pub(crate) fn places<'w>(&self, mut start: PlaceStart, words: impl Iterator<Item = &'w str>, mut found: impl FnMut(usize, Meanings)) {
        let Some(places) = self.places.as_ref() else { return };
        let mut words = words.enumerate();
        let mut length = 1;
        loop {
            let node = places.node(start.node);
            if node.is_final() {
                found(length, Meanings(start.output + node.final_output().value()));
            }
            let Some((index, word)) = words.next() else { return };
            let Some(next) = walked(places, start, b" ".iter().copied().chain(word.bytes())) else { return };
            (start, length) = (next, index + 2);
        }
    }

    /// The longest beginning of the folded words, one after the other, that is a place's name: how many words it has, and its meanings.
    pub(crate) fn longest_place<'w>(&self, mut words: impl Iterator<Item = &'w str>) -> Option<(usize, Meanings)> {
        let mut longest = None;
        let start = self.place_start(words.next()?)?;
        self.places(start, words, |length, meanings| longest = Some((length, meanings)));
        longest
    }
}

/// How far a name of a place has been followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceStart {
    node: CompiledAddr,
    output: u64,
}

/// Where one comes from there along these bytes; nowhere where no name has them.
fn walked(places: &Fst<&'static [u8]>, from: PlaceStart, bytes: impl Iterator<Item = u8>) -> Option<PlaceStart> {
    let PlaceStart { node, mut output } = from;
    let mut node = places.node(node);
    for byte in bytes {
        let transition = node.transition(node.find_input(byte)?);
        output += transition.out.value();
        node = places.node(transition.addr);
    }
    Some(PlaceStart { node: node.addr(), output })
}

/// The meanings of a place's name, at most four, the heaviest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meanings(u64);

impl Meanings {
    pub(crate) fn iter(self) -> impl Iterator<Item = PlaceFacts> {
        (0..4).map(move |index| (self.0 >> (16 * index)) as u16).take_while(|packed| *packed != 0).map(unpacked)
    }

    /// The heaviest.
    pub(crate) fn first(self) -> PlaceFacts {
        unpacked(self.0 as u16)
    }
}

fn unpacked(packed: u16) -> PlaceFacts {
    let letter = |bits: u16| b'A'.saturating_add((bits & 31) as u8).saturating_sub(1);
    let country = [letter(packed), letter(packed >> 5)];
    let kind = match packed >> 10 & 3 {
        0 => PlaceKind::City,
        1 => PlaceKind::Region,
        2 => PlaceKind::Country,
        _ => PlaceKind::Area,
    };
    PlaceFacts { kind, country: (country != *b"ZZ").then_some(country), weight: (packed >> 12 & 7) as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_know_words_and_places() {
        let gazetteer = Gazetteer::new();
        assert_eq!(gazetteer.word("maria").given, 3);
        assert_eq!(gazetteer.word("smith").surname, 3);
        assert_eq!(gazetteer.word("street").level, 1);
        assert_eq!(gazetteer.word("xqzt"), WordFacts::default());
        let longest = |words: &[&str]| gazetteer.longest_place(words.iter().copied());
        let (words, meanings) = longest(&["new", "york", "times"]).unwrap();
        assert_eq!((words, meanings.first().country), (2, Some(*b"US")));
        let (_, georgia) = longest(&["georgia"]).unwrap();
        assert_eq!(georgia.iter().map(|meaning| meaning.kind).collect::<Vec<_>>(), [PlaceKind::Country, PlaceKind::Region]);
        assert_eq!(longest(&["xqzt"]), None);
    }
}
