//! A word before a full stop in, whether the full stop can end a sentence out; the words are data of a language.

use std::{borrow::Cow, sync::LazyLock};

use crate::text::{WordMap, word_list};

/// What a full stop behind a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It belongs to a title or the like: never an end.
    Title,
    /// It abbreviates before a number.
    Numbered,
    /// An end where a sentence begins behind it.
    Either,
    /// Of "a.m." and "p.m.".
    Clock,
}

/// What one language knows of sentence ends.
#[derive(Debug, Default)]
pub(super) struct Abbreviations {
    stops: WordMap<String, Stop>,
    starts: Words,
    exclaims: Words,
    of_a_clock: Words,
    before_a_clock: Words,
}

/// Words of one class.
type Words = WordMap<&'static str, ()>;

/// No abbreviation is longer, in bytes.
const LONGEST: usize = 16;

impl Abbreviations {
    /// Those of a language by its BCP 47 tag; where the language is not known, English; where it has no list, an empty one.
    pub(super) fn of(language: Option<&str>) -> &'static Self {
        static ENGLISH: LazyLock<Abbreviations> = LazyLock::new(|| Abbreviations::read(include_str!("../../../data/en/sentences.txt")));
        static NONE: LazyLock<Abbreviations> = LazyLock::new(Abbreviations::default);
        let primary = language.map_or("en", |tag| tag.split(['-', '_']).next().unwrap_or(tag));
        if primary.eq_ignore_ascii_case("en") { &ENGLISH } else { &NONE }
    }

    fn read(file: &'static str) -> Self {
        let mut read = Self::default();
        for (class, word) in word_list::classes(file) {
            let stop = match class {
                "title" => Stop::Title,
                "numbered" => Stop::Numbered,
                "either" => Stop::Either,
                "clock" => Stop::Clock,
                _ => {
                    let set = match class {
                        "starts" => &mut read.starts,
                        "exclaims" => &mut read.exclaims,
                        "of-a-clock" => &mut read.of_a_clock,
                        "before-a-clock" => &mut read.before_a_clock,
                        _ => continue,
                    };
                    set.insert(word, ());
                    continue;
                }
            };
            // the first class that has a word decides: "Sec." is a title before it is a second
            read.stops.entry(word.to_owned()).or_insert(stop);
            if word.starts_with(char::is_uppercase) {
                read.stops.entry(word.to_uppercase()).or_insert(stop);
            }
        }
        read
    }

    /// What the full stop behind this word may be; `None` where the word is none that is abbreviated.
    pub(super) fn stop(&self, word: &str) -> Option<Stop> {
        if word.is_empty() || word.len() > LONGEST {
            return None;
        }
        let found = self.stops.get(word).or_else(|| self.stops.get(lower(word).as_ref()));
        found.copied().or_else(|| is_dotted(word).then_some(Stop::Either))
    }

    /// Whether sentences begin with this word and names do not.
    pub(super) fn starts(&self, word: &str) -> bool {
        has(&self.starts, word)
    }

    /// Whether the word is a name that ends with an exclamation mark.
    pub(super) fn exclaims(&self, word: &str) -> bool {
        self.exclaims.contains_key(word)
    }

    /// Whether the word goes with a time of day: "9 a.m. Monday".
    pub(super) fn is_of_a_clock(&self, word: &str) -> bool {
        has(&self.of_a_clock, word)
    }

    /// Whether the word opens a time of day: "At 9 a.m."
    pub(super) fn is_before_a_clock(&self, word: &str) -> bool {
        has(&self.before_a_clock, word)
    }
}

fn has(set: &Words, word: &str) -> bool {
    word.len() <= LONGEST && set.contains_key(lower(word).replace('\u{2019}', "'").as_str())
}

/// A word in small letters; most are so already.
fn lower(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Letters with full stops between them, the last left out: "U.S", "J.K".
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    word.contains('.') && parts.all(|part| part.chars().count() == 1 && part.starts_with(char::is_alphabetic))
}
