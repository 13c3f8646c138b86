//! The words that stand for a source in, what kind of source it is out; the lists are data of a language.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use memchr::memmem::Finder;
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
    #[serde(skip)]
    index: Index,
}

/// The lists in the forms in which they are looked up.
#[derive(Default)]
struct Index {
    /// The nouns of all lists, each with the place in [`KINDS`] of the first that has it.
    nouns: HashMap<String, usize>,
    /// How many words, hyphens counted as gaps between words, the longest noun has.
    longest: usize,
    /// The phrases of those who are not named.
    phrases: Vec<Finder<'static>>,
    /// Names of media, with and without their article, and the words that end others.
    media: HashSet<String>,
    endings: HashSet<String>,
}

/// What a noun stands for: where several lists have it, the first of them.
const KINDS: [SourceKind; 5] = [SourceKind::Agency, SourceKind::Media, SourceKind::Document, SourceKind::Official, SourceKind::Unnamed];

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
        static ENGLISH: LazyLock<Kinds> = LazyLock::new(|| {
            let kinds: Kinds = serde_json::from_str(data_file!("en/sources")).unwrap_or_default();
            kinds.indexed()
        });
        &ENGLISH
    }

    fn indexed(mut self) -> Self {
        let lists = [&self.agency.nouns, &self.media.nouns, &self.document.nouns, &self.official.nouns, &self.unnamed.nouns];
        for (kind, list) in lists.into_iter().enumerate() {
            for noun in list.iter() {
                self.index.nouns.entry(noun.to_owned()).or_insert(kind);
                self.index.longest = self.index.longest.max(noun.split([' ', '-']).count());
            }
        }
        for name in self.media.names.iter() {
            self.index.media.extend([Some(name), name.strip_prefix("The ")].into_iter().flatten().map(str::to_owned));
        }
        self.index.endings = self.media.endings.iter().map(str::to_owned).collect();
        self.index.phrases = self.unnamed.phrases.iter().map(|phrase| Finder::new(phrase).into_owned()).collect();
        self
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
        let ends = || name.rsplit_once(' ').is_some_and(|(_, last)| self.index.endings.contains(last));
        name.starts_with(char::is_uppercase) && (self.index.media.contains(name) || ends())
    }

    /// What the words that attribute something stand for.
    pub(in crate::annotate) fn of_words(&self, words: &str) -> Option<SourceKind> {
        let words = words.get(..floor(words, LONGEST)).unwrap_or(words);
        if let Some(kind) = self.of_name(words) {
            return Some(kind);
        }
        let lower = words.to_lowercase();
        if self.index.phrases.iter().any(|phrase| phrase.find(lower.as_bytes()).is_some()) {
            return Some(SourceKind::Unnamed);
        }
        let head = head(&lower);
        let named = head.split(' ').count()
            < words.get(..head.len()).map_or(0, |head| head.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() * 2);
        let kind = self.of_noun(head)?;
        (kind != SourceKind::Unnamed || !named).then_some(kind)
    }

    /// What the noun stands for that these words in lower case end with.
    fn of_noun(&self, head: &str) -> Option<SourceKind> {
        let starts = head.rmatch_indices([' ', '-']).map(|(at, _)| at + 1).chain([0]).take(self.index.longest);
        let kinds = starts.filter_map(|start| self.index.nouns.get(head.get(start..)?));
        kinds.min().and_then(|kind| KINDS.get(*kind)).cloned()
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

/// What opens an explanation of the noun before it.
const EXPLAINS: [&str; 18] = [
    "of",
    "for",
    "from",
    "who",
    "that",
    "which",
    "in",
    "on",
    "at",
    "by",
    "with",
    "to",
    "close",
    "familiar",
    "released",
    "issued",
    "published",
    "filed",
];

/// The words up to the noun that they are about: before what explains it.
fn head(lower: &str) -> &str {
    let end = lower.match_indices([' ', ',']).find_map(|(at, mark)| {
        let word = lower.get(at + 1..)?.split_once(' ').map(|(word, _)| word);
        (mark == "," || word.is_some_and(|word| EXPLAINS.contains(&word))).then_some(at)
    });
    lower.get(..end.unwrap_or(lower.len())).unwrap_or(lower).trim()
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
