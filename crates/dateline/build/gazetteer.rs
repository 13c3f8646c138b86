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

/// How many entries a bucket has on average.
const PER_BUCKET: usize = 4;

/// No more words of a place's name are told of.
const LONGEST: u64 = 7;

/// Writes the tables `words`, of four bytes a slot, and `places`, of five, and `meanings`, of eight.
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
    table(&words, 4, WORD_BITS, out, "words")?;
    table(&places, 5, PLACE_BITS, out, "places")?;
    fs::write(out.join("meanings"), meanings.iter().flat_map(|packed| packed.to_le_bytes()).collect::<Vec<u8>>())?;
    Ok(())
}

fn entries(path: &Path) -> Result<Vec<(String, u64)>, Box<dyn Error>> {
    Ok(Map::new(fs::read(path)?)?.stream().into_str_vec()?)
}

/// Writes a table: the slots of all entries, of `size` bytes each, in the order of their hashes (the lower bits of the hash, and below them what is known), and where
/// each bucket of hashes starts among them, as its distance from where it would if all were equally full.
fn table(entries: &BTreeMap<u64, u64>, size: usize, bits: u32, out: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let buckets = entries.len().div_ceil(PER_BUCKET);
    let unused = 64 - 8 * size as u32;
    let (mut slots, mut starts) = (Vec::with_capacity(entries.len()), Vec::with_capacity(buckets + 1));
    let mut start =
        |bucket: usize, at: usize| i16::try_from(at as i64 - (bucket * PER_BUCKET) as i64).map(|distance| starts.push(distance));
    let (mut begun, mut first) = (0, 0);
    for (hash, known) in entries {
        if *known == 0 || known >> bits != 0 {
            return Err(format!("what the gazetteers know does not fit into {bits} bits: {known}").into());
        }
        let bucket = ((u128::from(*hash) * buckets as u128) >> 64) as usize;
        while begun <= bucket {
            first = slots.len();
            start(begun, first)?;
            begun += 1;
        }
        let name = hash << (unused + bits) >> unused;
        if slots[first..].iter().any(|other| (other ^ name) >> bits == 0) {
            return Err("two entries of the gazetteers are told apart by nothing".into());
        }
        slots.push(name | known);
    }
    while begun <= buckets {
        start(begun, slots.len())?;
        begun += 1;
    }
    fs::write(
        out.join(format!("{name}.slots")),
        slots.iter().flat_map(|slot| slot.to_le_bytes().into_iter().take(size)).collect::<Vec<u8>>(),
    )?;
    fs::write(out.join(format!("{name}.starts")), starts.iter().flat_map(|start| start.to_le_bytes()).collect::<Vec<u8>>())?;
    Ok(())
}
