//! The finite-state maps of `data/gazetteers`, small enough to be kept, go in; out come tables of hashes, which are no larger and quick to ask.
//! `src/annotate/names/gazetteer.rs` reads them.

use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
    fs,
    path::Path,
};

use fst::Map;

use crate::word_hash::{phrase_hash, word_hash};

/// How many bits of a slot say what is known of a word, and of a name.
const WORD_BITS: u32 = 7;
const PLACE_BITS: u32 = 15;

/// No more words of a place's name are told of.
const LONGEST: u64 = 7;

/// Writes `words.slots`, of five bytes each, `places.slots`, of six, and `meanings`, of eight.
pub(crate) fn write(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let words: BTreeMap<u64, u64> = entries(&data.join("words.fst"))?.iter().map(|(word, facts)| (phrase_hash(word), *facts)).collect();
    let (mut places, mut meanings, mut numbers) = (BTreeMap::<u64, u64>::new(), vec![0_u64], HashMap::new());
    for (name, packed) in entries(&data.join("places.fst"))? {
        let number = *numbers.entry(packed).or_insert_with(|| {
            meanings.push(packed);
            meanings.len() as u64 - 1
        });
        // above the number of its meanings stands how many words the longest name has that a word begins
        *places.entry(phrase_hash(&name)).or_default() |= number << 3;
        let first = places.entry(word_hash(name.split(' ').next().unwrap_or_default())).or_default();
        let words = (name.split(' ').count() as u64).min(LONGEST);
        *first = *first & !LONGEST | words.max(*first & LONGEST);
    }
    fs::write(out.join("words.slots"), slots::<5>(&words, WORD_BITS)?)?;
    fs::write(out.join("places.slots"), slots::<6>(&places, PLACE_BITS)?)?;
    fs::write(out.join("meanings"), meanings.iter().flat_map(|packed| packed.to_le_bytes()).collect::<Vec<u8>>())?;
    Ok(())
}

fn entries(path: &Path) -> Result<Vec<(String, u64)>, Box<dyn Error>> {
    Ok(Map::new(fs::read(path)?)?.stream().into_str_vec()?)
}

/// A table of `SIZE` bytes a slot, a fifth of them free. An entry lies in the first free one from where its hash points on: the lower bits of the hash, and below them what is known.
fn slots<const SIZE: usize>(entries: &BTreeMap<u64, u64>, bits: u32) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut slots = vec![0_u64; entries.len() * 5 / 4];
    let unused = 64 - 8 * SIZE as u32;
    for (hash, known) in entries {
        if *known == 0 || known >> bits != 0 {
            return Err(format!("what the gazetteers know does not fit into {bits} bits: {known}").into());
        }
        let mut at = ((u128::from(*hash) * slots.len() as u128) >> 64) as usize;
        let name = hash << (unused + bits) >> unused;
        while slots[at] != 0 {
            if slots[at] >> bits == name >> bits {
                return Err("two entries of the gazetteers are told apart by nothing".into());
            }
            at = (at + 1) % slots.len();
        }
        slots[at] = name | known;
    }
    Ok(slots.iter().flat_map(|slot| slot.to_le_bytes().into_iter().take(SIZE)).collect())
}
