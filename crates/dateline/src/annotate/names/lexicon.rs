//! The data files of the languages in, one table of words and phrases with what they tell about names out.

use std::{collections::HashMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, MapAccess, Visitor},
};

use super::super::list::List;
use crate::{
    grammar::scan::fold,
    text::{hash::Hashed, phrase_hash, word_hash},
};

/// What tells names apart in one language: the form of `data/<language>/names.toml`, and of what a user adds to it. All words are matched whatever their case, without
/// marks; `places` and `demonyms` may end in the ISO 3166-1 code of a country ("burma MM").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NameLists {
    /// Before a person's name and no role: "Mr".
    pub honorifics: List,
    /// Before a person's name and a role at once: "President", "Gen".
    pub styles: List,
    /// Nouns that end the name of a role: "director".
    pub roles: List,
    /// Words before such a noun that belong to the role: "deputy".
    pub role_modifiers: List,
    /// Words before a role that are no part of it: "former".
    pub role_dressing: List,
    /// The last word of an organisation's name: "ministry".
    pub organisation_heads: List,
    /// Of those, the ones that more of the name may follow: "ministry of".
    pub organisation_openers: List,
    /// What ends a company's name: "ltd".
    pub company_suffixes: List,
    /// The last word of a place's name: "river".
    pub place_heads: List,
    /// The first word of a place's name: "mount".
    pub place_openers: List,
    /// The last word of what is neither: "agreement".
    pub thing_heads: List,
    /// What a place is: "the town of", "… province".
    pub place_nouns: List,
    /// What an organisation is: "the newspaper …".
    pub organisation_nouns: List,
    /// Of the people of a place: "Kenyan".
    pub demonyms: List,
    /// Capitalised, and no name of anybody or anywhere: "Monday".
    pub calendar: List,
    /// Small words that never open a name.
    pub function_words: List,
    /// Small words inside names of people: "von".
    pub particles: List,
    /// What a place stands behind: "in".
    pub place_prepositions: List,
    /// Verbs of speech.
    pub speech_verbs: List,
    /// Verbs of what people do.
    pub person_verbs: List,
    /// What may follow a name and a hyphen: "based".
    pub compound_tails: List,
    /// Known organisations.
    pub organisations: List,
    /// Known places.
    pub places: List,
    /// Names of places that are more often something else.
    pub doubtful_places: List,
    /// Roles whose "of" names a place: "mayor of …".
    pub place_roles: List,
    /// Articles: "the".
    pub articles: List,
    /// What opens a noun phrase: "the", "a", "his".
    pub determiners: List,
    /// "of".
    pub of_words: List,
    /// "for", "on", "against": what leads a name on, besides "of".
    pub for_words: List,
    /// "and".
    pub and_words: List,
    /// "in".
    pub in_words: List,
    /// "at".
    pub at_words: List,
    /// "from".
    pub from_words: List,
    /// "to".
    pub to_words: List,
    /// "by", "with".
    pub by_words: List,
    /// "who".
    pub who_words: List,
    /// "which".
    pub which_words: List,
    /// Given names.
    pub given_names: List,
    /// Surnames.
    pub surnames: List,
}

macro_rules! by_name {
    ($($field:ident)+) => {
        impl NameLists {
            const NAMES: &[&str] = &[$(stringify!($field)),+];

            fn list_mut(&mut self, name: &str) -> Option<&mut List> {
                match name {
                    $(stringify!($field) => Some(&mut self.$field),)+
                    _ => None,
                }
            }
        }
    };
}

by_name! {
    honorifics styles roles role_modifiers role_dressing organisation_heads organisation_openers company_suffixes place_heads place_openers thing_heads
    place_nouns organisation_nouns demonyms calendar function_words particles place_prepositions speech_verbs person_verbs compound_tails organisations
    places doubtful_places place_roles articles determiners of_words for_words and_words in_words at_words from_words to_words by_words who_words
    which_words given_names surnames
}

/// By hand: what is derived is one long function for each format that it is read from, of twenty kilobytes, as all the fields are alike.
impl<'de> Deserialize<'de> for NameLists {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Lists;

        impl<'de> Visitor<'de> for Lists {
            type Value = NameLists;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("lists of words by their names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NameLists, A::Error> {
                let mut lists = NameLists::default();
                while let Some(name) = map.next_key::<String>()? {
                    let list = lists.list_mut(&name).ok_or_else(|| de::Error::unknown_field(&name, NameLists::NAMES))?;
                    *list = map.next_value()?;
                }
                Ok(lists)
            }
        }

        deserializer.deserialize_map(Lists)
    }
}

/// A set of classes, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u64);

impl Classes {
    pub(crate) const HONORIFIC: Self = Self(1);
    pub(crate) const STYLE: Self = Self(1 << 1);
    pub(crate) const ROLE: Self = Self(1 << 2);
    pub(crate) const ROLE_MODIFIER: Self = Self(1 << 3);
    pub(crate) const ROLE_DRESSING: Self = Self(1 << 4);
    pub(crate) const ORGANISATION_HEAD: Self = Self(1 << 5);
    pub(crate) const ORGANISATION_OPENER: Self = Self(1 << 6);
    pub(crate) const COMPANY: Self = Self(1 << 7);
    pub(crate) const PLACE_HEAD: Self = Self(1 << 8);
    pub(crate) const PLACE_OPENER: Self = Self(1 << 9);
    pub(crate) const THING_HEAD: Self = Self(1 << 10);
    pub(crate) const PLACE_NOUN: Self = Self(1 << 11);
    pub(crate) const ORGANISATION_NOUN: Self = Self(1 << 12);
    pub(crate) const DEMONYM: Self = Self(1 << 13);
    pub(crate) const CALENDAR: Self = Self(1 << 14);
    pub(crate) const FUNCTION: Self = Self(1 << 15);
    pub(crate) const PARTICLE: Self = Self(1 << 16);
    pub(crate) const PLACE_PREPOSITION: Self = Self(1 << 17);
    pub(crate) const SPEECH: Self = Self(1 << 18);
    pub(crate) const PERSON_VERB: Self = Self(1 << 19);
    pub(crate) const TAIL: Self = Self(1 << 20);
    pub(crate) const ORGANISATION: Self = Self(1 << 21);
    pub(crate) const PLACE: Self = Self(1 << 22);
    pub(crate) const DOUBTFUL: Self = Self(1 << 23);
    pub(crate) const GIVEN: Self = Self(1 << 24);
    pub(crate) const SURNAME: Self = Self(1 << 25);
    pub(crate) const PLACE_ROLE: Self = Self(1 << 26);
    pub(crate) const ARTICLE: Self = Self(1 << 27);
    pub(crate) const DETERMINER: Self = Self(1 << 28);
    pub(crate) const OF: Self = Self(1 << 29);
    pub(crate) const FOR: Self = Self(1 << 30);
    pub(crate) const AND: Self = Self(1 << 31);
    pub(crate) const IN: Self = Self(1 << 32);
    pub(crate) const AT: Self = Self(1 << 33);
    pub(crate) const FROM: Self = Self(1 << 34);
    pub(crate) const BY: Self = Self(1 << 35);
    pub(crate) const WHO: Self = Self(1 << 36);
    pub(crate) const WHICH: Self = Self(1 << 37);
    pub(crate) const TO: Self = Self(1 << 38);

    /// Whether it has one of the others.
    pub(crate) fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is known of a word or a phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// What it is, alone.
    pub(crate) classes: Classes,
    /// The country that a place or a demonym names.
    pub(crate) country: Option<[u8; 2]>,
    /// How many words the longest phrase has that begins with it; at most [`LONGEST`].
    pub(crate) reach: u8,
}

/// How many words of a phrase are looked at.
const LONGEST: usize = 6;

/// The words and phrases of a language, by their hashes.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    entries: HashMap<u64, Entry, Hashed>,
}

impl Lexicon {
    /// The lists of the data file, and what the user adds.
    pub(crate) fn new(lists: &[NameLists]) -> Self {
        let mut lexicon = Self::default();
        for list in lists {
            for (words, classes) in classed(list) {
                for word in words.iter() {
                    lexicon.add(word, classes);
                    if classes == Classes::DEMONYM {
                        let (people, country) = split_country(word);
                        lexicon.put(&format!("{people}s"), country, classes);
                    }
                }
            }
        }
        lexicon
    }

    fn add(&mut self, words: &str, classes: Classes) {
        let (words, country) = split_country(words);
        self.put(words, country, classes);
        // in the text the ending stands apart
        if let Some(bare) = words.strip_suffix("'s") {
            self.put(bare, country, classes);
        }
    }

    fn put(&mut self, words: &str, country: Option<[u8; 2]>, classes: Classes) {
        let key = fold(words);
        let length = key.split(' ').count();
        if key.is_empty() || length > LONGEST {
            return;
        }
        if let Some((first, _)) = key.split_once(' ') {
            let opens = self.entries.entry(word_hash(first)).or_default();
            opens.reach = opens.reach.max(length as u8);
        }
        let entry = self.entries.entry(phrase_hash(&key)).or_default();
        entry.classes = entry.classes.or(classes);
        entry.country = entry.country.or(country);
    }

    /// What is known of a folded word or phrase by its hash.
    pub(crate) fn entry(&self, hash: u64) -> Entry {
        self.entries.get(&hash).copied().unwrap_or_default()
    }
}

/// The lists with what their words are.
fn classed(lists: &NameLists) -> [(&List, Classes); 39] {
    [
        (&lists.honorifics, Classes::HONORIFIC),
        (&lists.styles, Classes::STYLE),
        (&lists.roles, Classes::ROLE),
        (&lists.role_modifiers, Classes::ROLE_MODIFIER),
        (&lists.role_dressing, Classes::ROLE_DRESSING),
        (&lists.organisation_heads, Classes::ORGANISATION_HEAD),
        (&lists.organisation_openers, Classes::ORGANISATION_OPENER),
        (&lists.company_suffixes, Classes::COMPANY),
        (&lists.place_heads, Classes::PLACE_HEAD),
        (&lists.place_openers, Classes::PLACE_OPENER),
        (&lists.thing_heads, Classes::THING_HEAD),
        (&lists.place_nouns, Classes::PLACE_NOUN),
        (&lists.organisation_nouns, Classes::ORGANISATION_NOUN),
        (&lists.demonyms, Classes::DEMONYM),
        (&lists.calendar, Classes::CALENDAR),
        (&lists.function_words, Classes::FUNCTION),
        (&lists.particles, Classes::PARTICLE),
        (&lists.place_prepositions, Classes::PLACE_PREPOSITION),
        (&lists.speech_verbs, Classes::SPEECH),
        (&lists.person_verbs, Classes::PERSON_VERB),
        (&lists.compound_tails, Classes::TAIL),
        (&lists.organisations, Classes::ORGANISATION),
        (&lists.places, Classes::PLACE),
        (&lists.doubtful_places, Classes::DOUBTFUL),
        (&lists.place_roles, Classes::PLACE_ROLE),
        (&lists.articles, Classes::ARTICLE),
        (&lists.determiners, Classes::DETERMINER),
        (&lists.of_words, Classes::OF),
        (&lists.for_words, Classes::FOR),
        (&lists.and_words, Classes::AND),
        (&lists.in_words, Classes::IN),
        (&lists.at_words, Classes::AT),
        (&lists.from_words, Classes::FROM),
        (&lists.to_words, Classes::TO),
        (&lists.by_words, Classes::BY),
        (&lists.who_words, Classes::WHO),
        (&lists.which_words, Classes::WHICH),
        (&lists.given_names, Classes::GIVEN),
        (&lists.surnames, Classes::SURNAME),
    ]
}

/// "burma MM" is Burma, in Myanmar.
fn split_country(words: &str) -> (&str, Option<[u8; 2]>) {
    match words.rsplit_once(' ') {
        Some((name, code)) if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            (name, <[u8; 2]>::try_from(code.as_bytes()).ok())
        }
        _ => (words, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read_by_its_name() {
        let written = serde_json::to_value(NameLists::default()).unwrap();
        let names: Vec<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
        let mut known = NameLists::NAMES.to_vec();
        known.sort_unstable();
        assert_eq!(names, known);
        let filled: serde_json::Map<_, _> = names.iter().map(|name| ((*name).to_owned(), serde_json::json!([name]))).collect();
        let filled = serde_json::Value::Object(filled);
        let lists: NameLists = serde_json::from_value(filled.clone()).unwrap();
        assert_eq!(serde_json::to_value(lists).unwrap(), filled);
        assert!(serde_json::from_str::<NameLists>(r#"{"honorific": "Mr"}"#).is_err());
    }
}
