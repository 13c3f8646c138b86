//! The words that stand for a source in, what kind of source it is out; the lists are data of a language.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::{annotate::list::List, grammar::dateline::is_agency, model::SourceKind};

/// The lists of a language.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::annotate) struct Kinds {
    agency: Agency,
    media: Media,
    document: Nouns,
    official: Nouns,
    unnamed: Unnamed,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Agency {
    nouns: List,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Media {
    nouns: List,
    names: List,
    endings: List,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    nouns: List,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unnamed {
    nouns: List,
    phrases: List,
    opening: List,
}

/// Words are looked at no further than this, in bytes.
const LONGEST: usize = 200;

impl Kinds {
    /// The lists of English.
    pub(in crate::annotate) fn english() -> &'static Self {
        static ENGLISH: LazyLock<Kinds> =
            LazyLock::new(|| toml::from_str(include_str!("../../../data/en/sources.toml")).unwrap_or_default());
        &ENGLISH
    }

    /// What a name is, where it is a source's: an agency or a medium.
    pub(in crate::annotate) fn of_name(&self, name: &str) -> Option<SourceKind> {
        let name = self.bare(name);
        let short = name.split(' ').take(4).count() <= 3 && name.starts_with(char::is_uppercase);
        if short && is_agency(name) && !self.is_medium(name) {
            return Some(SourceKind::Agency);
        }
        self.is_medium(name).then_some(SourceKind::Media)
    }

    fn is_medium(&self, name: &str) -> bool {
        let capital = name.starts_with(char::is_uppercase);
        let ends = || {
            self.media
                .endings
                .iter()
                .any(|ending| name.len() > ending.len() && name.ends_with(ending) && name[..name.len() - ending.len()].ends_with(' '))
        };
        capital && (self.media.names.iter().any(|known| known == name || known.strip_prefix("The ") == Some(name)) || ends())
    }

    /// What the words that attribute something stand for.
    pub(in crate::annotate) fn of_words(&self, words: &str) -> Option<SourceKind> {
        let words = words.get(..floor(words, LONGEST)).unwrap_or(words);
        if let Some(kind) = self.of_name(words) {
            return Some(kind);
        }
        let lower = words.to_lowercase();
        if self.unnamed.phrases.iter().any(|phrase| lower.contains(phrase)) {
            return Some(SourceKind::Unnamed);
        }
        let head = head(&lower);
        let ends = |list: &List| {
            list.iter().any(|noun| head.strip_suffix(noun).is_some_and(|before| before.is_empty() || before.ends_with([' ', '-'])))
        };
        let named = head.split(' ').count()
            < words.get(..head.len()).map_or(0, |head| head.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() * 2);
        if ends(&self.agency.nouns) {
            return Some(SourceKind::Agency);
        }
        if ends(&self.media.nouns) {
            return Some(SourceKind::Media);
        }
        if ends(&self.document.nouns) {
            return Some(SourceKind::Document);
        }
        if ends(&self.official.nouns) {
            return Some(SourceKind::Official);
        }
        (ends(&self.unnamed.nouns) && !named).then_some(SourceKind::Unnamed)
    }

    /// A name without "the" before it and "news agency" behind it.
    pub(in crate::annotate) fn bare<'w>(&self, words: &'w str) -> &'w str {
        let mut bare = words.trim();
        let opens = |word: &str| self.unnamed.opening.iter().any(|known| known.eq_ignore_ascii_case(word));
        if let Some((_, rest)) = bare.split_once(' ').filter(|(first, _)| opens(first)) {
            bare = rest.trim_start();
        }
        for noun in self.agency.nouns.iter() {
            bare = bare.strip_suffix(noun).map_or(bare, |name| if name.trim().is_empty() { bare } else { name.trim_end() });
        }
        bare
    }
}

/// The words up to the noun that they are about: before what explains it.
fn head(lower: &str) -> &str {
    let stops = [
        " of ",
        " for ",
        " from ",
        " who ",
        " that ",
        " which ",
        " in ",
        " on ",
        " at ",
        " by ",
        " with ",
        " to ",
        " close ",
        " familiar ",
        " released ",
        " issued ",
        " published ",
        " filed ",
        ",",
    ];
    let end = stops.iter().filter_map(|stop| lower.find(stop)).min().unwrap_or(lower.len());
    lower.get(..end).unwrap_or(lower).trim()
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
