//! Files of words in, what each word can mean in dates and amounts out: everything that the annotators `dates` and `money` know of a language.
//!
//! The files under `data/` have the form that [`word_list`] reads; a class may have an argument behind it (`number 20: twenty`). What a class means is said in the
//! files themselves. A further language is a further set of files.

use std::{collections::HashMap, sync::LazyLock};

use super::token::LONGEST;
use crate::{grammar::calendar, text::word_list};

/// What one word can mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// A cardinal number.
    pub(super) number: Option<u64>,
    /// A factor between numbers, a power of ten or a dozen.
    pub(super) scale: Option<u64>,
    /// A factor that is written behind digits.
    pub(super) short_scale: Option<u64>,
    /// An ordinal number; 0 where it is none.
    pub(super) ordinal: u8,
    /// A month, 1 to 12; else 0.
    pub(super) month: u8,
    /// A day of the week, 1 (Monday) to 7; else 0.
    pub(super) weekday: u8,
    /// A unit of time.
    pub(super) unit: Option<Unit>,
    /// The argument of the classes that have one and are no number: which season, which part of the day, which reference.
    pub(super) season: &'static str,
    pub(super) part: &'static str,
    pub(super) reference: &'static str,
    pub(super) modifier: &'static str,
    pub(super) set: &'static str,
    /// Which way: -1 the last, 0 this, 1 the next.
    pub(super) shift: Option<i8>,
    /// How many days from today.
    pub(super) day: Option<i8>,
    /// Twelve or twenty-four o'clock.
    pub(super) clock: u8,
    /// The first year of a decade within its century.
    pub(super) decade: u8,
    /// ISO 4217 code of the currency that the word names, or whose hundredth it names.
    pub(super) currency: &'static str,
    pub(super) minor: &'static str,
    /// The currency of the dollars before whose sign the word stands: "HK$".
    pub(super) dollars: &'static str,
    /// ISO 3166-1 code of the country whose money it is.
    pub(super) country: &'static str,
    /// The classes without an argument.
    classes: u128,
}

/// Units of time, as words name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Period,
}

macro_rules! classes {
    ($($name:ident = $word:literal,)+) => {
        /// Classes of words that have no argument.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Class { $($name,)+ }

        impl Class {
            fn named(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

classes! {
    Plural = "units", Weekdays = "weekdays", Doubtful = "doubtful", OrdinalEnding = "ordinal-ending", Article = "article", And = "and",
    Half = "half", QuarterOf = "quarter-of", Couple = "couple", Few = "few", Of = "of", Am = "am", Pm = "pm", Oclock = "oclock", ClockWord = "clock", Present = "present",
    PastHour = "past-hour", ToHour = "to-hour", Tonight = "tonight", Adjective = "adjective", Same = "same", Latest = "latest",
    Comparable = "comparable", The = "the", Short = "abbreviated", Near = "near", ToCome = "to-come", Gone = "gone", End = "end", Prefix = "new", On = "on", At = "at", Edge = "edge", RelativeMod = "relative-mod", Ago = "ago",
    Earlier = "earlier", Later = "later", From = "from", Now = "now", Old = "old", Every = "every", Fiscal = "fiscal", Full = "full",
    Calendar = "calendar", Or = "or", So = "so", More = "more", Approximate = "approx", Than = "than", Compare = "compare", Least = "least",
    Bound = "bound", Up = "up", No = "no", FutureCue = "future", PastCue = "past", Intends = "intends", InYear = "in-year", Be = "be", Said = "said",
    Infinitive = "infinitive", Per = "per", Prepositions = "preposition",
    Price = "price", Another = "another",
}

impl Default for Entry {
    fn default() -> Self {
        Self::NOTHING
    }
}

impl Entry {
    /// A word that means nothing here.
    const NOTHING: Self = Self {
        number: None,
        scale: None,
        short_scale: None,
        ordinal: 0,
        month: 0,
        weekday: 0,
        unit: None,
        season: "",
        part: "",
        reference: "",
        modifier: "",
        set: "",
        shift: None,
        day: None,
        clock: 0,
        decade: 0,
        currency: "",
        minor: "",
        dollars: "",
        country: "",
        classes: 0,
    };

    /// Whether the word is of a class.
    pub(super) fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u64) != 0
    }

    fn set_class(&mut self, class: Class) {
        self.classes |= 1 << class as u64;
    }
}

/// The words of a language.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: Vec<Entry>,
    /// Hash and number of each word, open addressing; 0 is free.
    table: Vec<(u64, u16)>,
    words: Vec<&'static str>,
    /// Names of several words, by their first: the rest and what the class says of them.
    pub(super) phrases: HashMap<u16, Vec<(Vec<&'static str>, &'static str)>>,
    /// What is not looked up by words in lower case: the class, what it says, and how it is written.
    pub(super) money: Vec<(&'static str, &'static str, &'static str)>,
}

pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, a byte.
pub(super) fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The languages that there are files of.
pub(super) const LANGUAGES: &[&str] = &["en"];

/// What is known of dates in a language by its BCP 47 tag; where the language is not known, English.
pub(super) fn dates(_: Option<&str>) -> &'static Lexicon {
    static ENGLISH: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(&[include_str!("../../data/en/numbers.txt"), include_str!("../../data/en/dates.txt")]));
    &ENGLISH
}

/// What is known of money, likewise.
pub(super) fn money(_: Option<&str>) -> &'static Lexicon {
    static ENGLISH: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(&[include_str!("../../data/en/numbers.txt"), include_str!("../../data/en/money.txt")]));
    &ENGLISH
}

impl Lexicon {
    fn new(files: &[&'static str]) -> Self {
        let (table, words) = (vec![(0, 0); 4096], vec![""]);
        let mut lexicon = Self { entries: vec![Entry::default()], table, words, phrases: HashMap::new(), money: Vec::new() };
        for (class, words) in files.iter().flat_map(|file| word_list::classes(file)) {
            lexicon.add(class, words);
        }
        lexicon
    }

    fn add(&mut self, class: &'static str, words: &'static str) {
        let (name, argument) = class.split_once(' ').unwrap_or((class, ""));
        if let "phrase" = name {
            let mut parts = words.split(' ');
            let first = parts.next().unwrap_or_default();
            let id = self.take_in(first);
            let rest: Vec<_> = parts.collect();
            let phrases = self.phrases.entry(id).or_default();
            phrases.push((rest, argument));
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            return;
        }
        if let "family" | "symbol" | "short" | "letter" | "code" = name {
            self.money.push((name, argument, words));
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
            "part" => entry.part = argument,
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

    /// The number of a word of the files, which are in lower case.
    fn take_in(&mut self, word: &'static str) -> u16 {
        let hash = word.bytes().fold(SEED, mix);
        let known = self.find(hash, word.as_bytes());
        if known != 0 {
            return known;
        }
        let id = self.entries.len() as u16;
        self.entries.push(Entry::default());
        self.words.push(word);
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        while self.table.get(slot).is_some_and(|(_, id)| *id != 0) {
            slot = (slot + 1) & mask;
        }
        if let Some(free) = self.table.get_mut(slot) {
            *free = (hash, id);
        }
        id
    }

    /// The number of a word by the hash of its lower case; 0 where it is not known. The word may be in capitals.
    pub(super) fn find(&self, hash: u64, word: &[u8]) -> u16 {
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some((known, id)) = self.table.get(slot).filter(|(_, id)| *id != 0) {
            if *known == hash && self.words.get(usize::from(*id)).is_some_and(|known| known.as_bytes().eq_ignore_ascii_case(word)) {
                return *id;
            }
            slot = (slot + 1) & mask;
        }
        0
    }

    /// The number of any word; 0 where it is not known.
    pub(super) fn id(&self, word: &str) -> u16 {
        if word.len() > LONGEST {
            return 0;
        }
        let lower = word.to_lowercase();
        self.find(lower.bytes().fold(SEED, mix), lower.as_bytes())
    }

    /// What the word with this number can mean.
    pub(super) fn entry(&self, id: u16) -> &Entry {
        self.entries.get(usize::from(id)).unwrap_or(&NOTHING)
    }
}

static NOTHING: Entry = Entry::NOTHING;

impl Unit {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "night" => Self::Night,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "season" => Self::Season,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "period" => Self::Period,
            _ => return None,
        })
    }
}
