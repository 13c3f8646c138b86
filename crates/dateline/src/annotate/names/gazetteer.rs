//! The hash of a word or of a place's name in, what the gazetteers know of it out. `cargo xtask gazetteers` makes the lists of `data/gazetteers`, and the build script tables of
//! them: one look at it, where a walk through a finite-state map took some ten, all over a megabyte. How a value is packed stands there and here.

use crate::text::name_hash;

/// The entries of a list by the hashes of their names.
#[derive(Clone, Copy)]
struct Table {
    /// Where each bucket of hashes starts among the slots, less where it would if every bucket had as many, [`PER_BUCKET`].
    starts: &'static [u8],
    slots: &'static [u8],
}

/// How many entries a bucket has on average.
const PER_BUCKET: usize = 4;

/// Common words, given names and surnames.
const WORDS: Table = Table {
    starts: include_bytes!(concat!(env!("OUT_DIR"), "/words.starts")),
    slots: include_bytes!(concat!(env!("OUT_DIR"), "/words.slots")),
};

/// Countries, regions, cities, continents, and the words that their names begin with.
const PLACES: Table = Table {
    starts: include_bytes!(concat!(env!("OUT_DIR"), "/places.starts")),
    slots: include_bytes!(concat!(env!("OUT_DIR"), "/places.slots")),
};

/// What the places of one name are, by the numbers in the slots.
const MEANINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/meanings"));

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

/// What is known of the names of places that begin with a word or with several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    /// How many words the longest of them has, where it is one word that they begin with; 0 where there are none.
    pub(crate) reach: u8,
    /// Of the place that is called just so.
    pub(crate) meanings: Option<Meanings>,
}

/// What is known of a word by its hash.
pub(crate) fn word(hash: u64) -> WordFacts {
    let known = WORDS.known::<4, 7>(hash);
    WordFacts { level: (known & 7) as u8, given: (known >> 3 & 3) as u8, surname: (known >> 5 & 3) as u8 }
}

/// What is known of the places that are called so by hash, or whose names begin so.
pub(crate) fn places(hash: u64) -> Places {
    let known = PLACES.known::<5, 15>(hash);
    let (reach, number) = ((known & 7) as u8, (known >> 3) as usize);
    let packed = MEANINGS.as_chunks::<8>().0.get(number).map_or(0, |packed| u64::from_le_bytes(*packed));
    Places { reach, meanings: (packed != 0).then_some(Meanings(packed)) }
}

impl Table {
    /// What is known of a hash, in the lower `BITS` of the slots of `SIZE` bytes: the upper ones have as much of the hash as fits. So a word that is in no list is taken for
    /// another one once in some eight million times.
    fn known<const SIZE: usize, const BITS: u32>(self, hash: u64) -> u64 {
        let starts = self.starts.as_chunks::<2>().0;
        let bucket = ((u128::from(hash) * starts.len().saturating_sub(1) as u128) >> 64) as usize;
        let start = |bucket: usize| {
            let distance = starts.get(bucket).map_or(0, |bytes| i16::from_le_bytes(*bytes));
            (bucket * PER_BUCKET).wrapping_add_signed(distance.into())
        };
        let unused = 64 - 8 * SIZE as u32;
        let name = hash << (unused + BITS) >> unused;
        for slot in self.slots.as_chunks::<SIZE>().0.get(start(bucket)..start(bucket + 1)).unwrap_or_default() {
            let slot = slot.iter().rev().fold(0, |slot, byte| slot << 8 | u64::from(*byte));
            if (slot ^ name) >> BITS == 0 {
                return slot ^ name;
            }
        }
        0
    }
}

/// Tells of every place whose name is a word with none or some of those behind it, the shortest first: how many words it has, and its meanings. `first` is what is
/// known of the word.
pub(crate) fn each_place(first: Places, hashes: impl Iterator<Item = u64>, mut found: impl FnMut(usize, Meanings)) {
    let mut name = None;
    for (at, hash) in hashes.take(usize::from(first.reach)).enumerate() {
        let whole = name.map_or(hash, |before| name_hash(before, hash));
        let meanings = if at == 0 { first.meanings } else { places(whole).meanings };
        if let Some(meanings) = meanings {
            found(at + 1, meanings);
        }
        name = Some(whole);
    }
}

/// The longest beginning of some words that is a place's name: how many words it has, and its meanings.
pub(crate) fn longest_place(hashes: impl Iterator<Item = u64> + Clone) -> Option<(usize, Meanings)> {
    let mut longest = None;
    let first = places(hashes.clone().next()?);
    each_place(first, hashes, |length, meanings| longest = Some((length, meanings)));
    longest
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
    use crate::text::word_hash;

    #[test]
    fn tables_know_words_and_places() {
        let facts = |letters: &str| word(word_hash(letters));
        assert_eq!(facts("maria").given, 3);
        assert_eq!(facts("smith").surname, 3);
        assert_eq!(facts("street").level, 1);
        assert_eq!(facts("xqzt"), WordFacts::default());
        let longest = |words: &[&str]| longest_place(words.iter().map(|word| word_hash(word)));
        let (words, meanings) = longest(&["new", "york", "times"]).unwrap();
        assert_eq!((words, meanings.first().country), (2, Some(*b"US")));
        let (_, georgia) = longest(&["georgia"]).unwrap();
        assert_eq!(georgia.iter().map(|meaning| meaning.kind).collect::<Vec<_>>(), [PlaceKind::Country, PlaceKind::Region]);
        assert_eq!(longest(&["xqzt"]), None);
    }
}
