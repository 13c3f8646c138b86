//! Files of words in, what each word can mean in dates and amounts out: everything that the annotators `dates` and `money` know of a language.
//!
//! The files under `data/` have the form that [`word_list`] reads; a class may have an argument behind it (`number 20: twenty`). What a class means is said in the
//! files themselves. A further language is a further set of files.

mod entry;

use std::{collections::HashMap, sync::LazyLock};

pub(super) use self::entry::{Class, Entry, Unit};

use crate::{
    grammar::calendar,
    text::{WordMap, hash::Hashed, word_hash, word_list},
};

/// The words of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    entries: Vec<Entry>,
    /// The number of each word by its hash.
    ids: HashMap<u64, u16, Hashed>,
    /// A bit for what a word's hash ends with: most words of a text are in no list, which two kilobytes tell without a look at the table.
    known: Vec<u64>,
    /// Names of several words, by their first: the rest and what the class says of them.
    pub(super) phrases: Phrases,
    /// Countries whose names have several words.
    pub(super) countries: Phrases,
    /// Turns of one or more words that join expressions of time or change what they say, by their first: the rest, and what the turn does.
    pub(super) turns: Phrases,
    /// Codes and abbreviations of currencies as they are written: the class, and the currency.
    pub(super) written: WordMap<&'static str, (&'static str, &'static str)>,
    /// Signs of currencies.
    pub(super) signs: Vec<(char, &'static str)>,
    /// The members of families of currencies.
    pub(super) families: Vec<(&'static str, &'static str)>,
}

/// Names of several words by the number of their first: the other words, and what the name means.
pub(super) type Phrases = HashMap<u16, Vec<(Vec<&'static str>, &'static str)>, Hashed>;

/// How many bits tell that a word may be known: two to this power, some twelve for each word.
const KNOWN_BITS: u32 = 14;

/// Where the bit of a hash stands, and the bit.
#[inline]
fn known_bit(hash: u64) -> (usize, u64) {
    ((hash >> 6) as usize & ((1 << (KNOWN_BITS - 6)) - 1), 1 << (hash & 63))
}

/// The languages that there are files of.
pub(super) const LANGUAGES: &[&str] = &["en"];

/// The words of English.
pub(super) fn english() -> &'static Lexicon {
    static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
        let numbers = include_str!("../../../data/en/numbers.txt");
        Lexicon::new(&[
            numbers,
            include_str!("../../../data/en/dates.txt"),
            include_str!("../../../data/en/turns.txt"),
            include_str!("../../../data/en/money.txt"),
        ])
    });
    &ENGLISH
}

impl Lexicon {
    fn new(files: &[&'static str]) -> Self {
        let mut lexicon = Self { entries: vec![Entry::default()], known: vec![0; 1 << (KNOWN_BITS - 6)], ..Self::default() };
        for (class, words) in files.iter().flat_map(|file| word_list::classes(file)) {
            lexicon.add(class, words);
        }
        lexicon.mark_openers();
        lexicon
    }

    /// Notes of each word whether anything can begin with it, so that most are passed over by one look.
    fn mark_openers(&mut self) {
        for (id, entry) in (0_u16..).zip(&mut self.entries) {
            entry.opens_phrase = self.phrases.contains_key(&id);
            entry.opens_time = entry.opens_phrase || entry.can_open_time();
            entry.opens_money |= self.countries.contains_key(&id) || entry.can_open_money();
        }
    }

    fn add(&mut self, class: &'static str, words: &'static str) {
        let (name, argument) = class.split_once(' ').unwrap_or((class, ""));
        if let "phrase" | "country-name" | "turn" = name {
            let mut parts = words.split(' ');
            let first = parts.next().unwrap_or_default();
            let id = self.take_in(first);
            let rest: Vec<_> = parts.collect();
            let of = match name {
                "phrase" => &mut self.phrases,
                "turn" => &mut self.turns,
                _ => &mut self.countries,
            };
            let phrases = of.entry(id).or_default();
            phrases.push((rest, argument));
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            return;
        }
        if let "family" | "symbol" | "short" | "letter" | "code" = name {
            self.add_money(name, argument, words);
            return;
        }
        let id = self.take_in(words);
        let Some(entry) = self.entries.get_mut(usize::from(id)) else { return };
        let number = || argument.parse::<u64>().ok();
        match name {
            "number" => entry.number = number(),
            "scale" => entry.scale = number(),
            "short-scale" => entry.short_scale = number(),
            "ordinal" => entry.ordinal = argument.parse().unwrap_or(0),
            "month" => entry.month = calendar::month_named(words).unwrap_or(0),
            "weekday" => entry.weekday = calendar::weekday_named(words).unwrap_or(0),
            "weekdays" => {
                entry.weekday = words.strip_suffix('s').and_then(calendar::weekday_named).unwrap_or(0);
                entry.set_class(Class::Weekdays);
            }
            "unit" | "units" => {
                entry.unit = Unit::named(argument);
                if name == "units" {
                    entry.set_class(Class::Plural);
                }
            }
            "season" => entry.season = argument,
            "part" | "parts" => {
                entry.part = argument;
                if name == "parts" {
                    entry.set_class(Class::Plural);
                }
            }
            "ref" | "adjective" => {
                entry.reference = argument;
                if name == "adjective" {
                    entry.set_class(Class::Adjective);
                }
            }
            "mod" => entry.modifier = argument,
            "set" => entry.set = argument,
            "shift" => entry.shift = argument.parse().ok(),
            "day" => entry.day = argument.parse().ok(),
            "clock-word" => entry.clock = argument.parse().unwrap_or(0),
            "decade-word" => entry.decade = argument.parse().unwrap_or(0),
            "currency" => entry.currency = argument,
            "minor" => entry.minor = argument,
            "dollars" => entry.dollars = argument,
            "country" => entry.country = argument,
            _ => {
                if let Some(class) = Class::named(class) {
                    entry.set_class(class);
                }
            }
        }
    }

    /// What is looked up as it is written: signs, codes, abbreviations, and the members of families.
    fn add_money(&mut self, class: &'static str, argument: &'static str, written: &'static str) {
        match class {
            "family" => self.families.push((argument, written)),
            "symbol" => self.signs.extend(written.chars().next().map(|sign| (sign, argument))),
            _ => {
                let code = if class == "code" { written } else { argument };
                let known = self.written.entry(written).or_insert((class, code));
                // a code that is an abbreviation as well is that
                *known = if known.0 == "code" { (class, code) } else { *known };
                let lower = written.to_lowercase();
                // "MEUR" are millions
                for word in [format!("m{lower}"), lower] {
                    let id = self.take_in(&word);
                    if let Some(entry) = self.entries.get_mut(usize::from(id)) {
                        entry.opens_money = true;
                    }
                }
            }
        }
    }

    /// The number of a word of the files, which are in lower case.
    fn take_in(&mut self, word: &str) -> u16 {
        let hash = word_hash(word);
        let (at, bit) = known_bit(hash);
        if let Some(bits) = self.known.get_mut(at) {
            *bits |= bit;
        }
        let entries = &mut self.entries;
        *self.ids.entry(hash).or_insert_with(|| {
            entries.push(Entry::default());
            entries.len() as u16 - 1
        })
    }

    /// The number of a word by the hash of its lower case; 0 where it is not known.
    #[inline]
    pub(super) fn find(&self, hash: u64) -> u16 {
        let (at, bit) = known_bit(hash);
        if self.known.get(at).is_none_or(|bits| bits & bit == 0) {
            return 0;
        }
        self.ids.get(&hash).copied().unwrap_or(0)
    }

    /// The number of any word; 0 where it is not known.
    pub(super) fn id(&self, word: &str) -> u16 {
        self.find(word_hash(&word.to_lowercase()))
    }

    /// What the word with this number can mean.
    #[inline]
    pub(super) fn entry(&self, id: u16) -> &Entry {
        self.entries.get(usize::from(id)).unwrap_or(&NOTHING)
    }
}

static NOTHING: Entry = Entry::NOTHING;
