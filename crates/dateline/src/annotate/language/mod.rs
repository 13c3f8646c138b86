//! A language as data: its folder goes in (`data/<language>/*.toml`, and what the user adds), a table of words comes out that annotators ask word by word.

mod class;
mod verbs;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

pub use self::verbs::CueVerbs;
use super::list::List;
use crate::text::{WordMap, hash::Hashed, word_hash};

pub(in crate::annotate) use self::{
    class::*,
    verbs::{Takes, Verb},
};

/// What the table knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::annotate) struct Entry {
    /// What it can be.
    pub(in crate::annotate) classes: Classes,
    /// The cue verb that it can be a form of.
    pub(in crate::annotate) verb: Option<u16>,
    /// What can stand behind it where it is a noun or an adjective that attributes.
    pub(in crate::annotate) noun: NounTakes,
    /// Whether it stands in a list, rather than being guessed by its ending.
    pub(in crate::annotate) listed: bool,
}

/// The words that a noun's content begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::annotate) struct NounTakes(u16);

/// The openers that a noun or an adjective of speech can have, in the order of their bits.
const OPENERS: usize = 16;

impl NounTakes {
    /// Whether the opener of this number can stand behind it.
    pub(in crate::annotate) const fn takes(self, opener: usize) -> bool {
        self.0 >> opener & 1 == 1
    }

    /// Whether it attributes nothing.
    pub(in crate::annotate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Cues that are added to those of the data files, of every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Cues {
    /// Verbs, in groups by what they take.
    pub verbs: Vec<CueVerbs>,
    /// Phrases before the one whose words they are: "according to".
    pub according: List,
    /// Nouns of statement and stance by the word that opens what is said: under `that` "claim", under `of` "criticism". Each is one word, in the singular.
    /// A language knows at most 16 such words for nouns and adjectives together, its own first.
    pub nouns: BTreeMap<String, List>,
    /// Adjectives of stance by the word that opens what is thought: under `that` "confident", under `of` "wary". Each is one word.
    pub adjectives: BTreeMap<String, List>,
}

impl Cues {
    /// The lists of a file with these behind them.
    fn extend(&self, file: &mut CueFile) {
        let joined = |list: &List| list.iter().collect::<Vec<_>>().join(" ");
        file.verbs.extend(self.verbs.iter().map(verbs::Group::from));
        file.phrases.according.extend(self.according.iter().map(str::to_owned));
        for (lists, more) in [(&mut file.nouns, &self.nouns), (&mut file.adjectives, &self.adjectives)] {
            for (opener, words) in more {
                let list = lists.entry(opener.clone()).or_default();
                *list = format!("{list} {}", joined(words));
            }
        }
    }
}

/// The words of one language.
#[derive(Default)]
pub(in crate::annotate) struct Language {
    /// By their hashes.
    words: HashMap<u64, Entry, Hashed>,
    verbs: Vec<Verb>,
    endings: Endings,
    /// A bit for the last letter of each ending.
    last_letters: u32,
    /// What opens the content of a noun, the source of an attribution first.
    pub(in crate::annotate) openers: Vec<String>,
    /// Phrases before the one whose words they are, word by word.
    pub(in crate::annotate) according: Vec<Vec<String>>,
    /// Before a poll or the like, by which something is said: "in (a poll)".
    pub(in crate::annotate) polled: Vec<String>,
    /// Before the one whose a noun of speech is: "criticism (from) Smith".
    pub(in crate::annotate) from: Vec<String>,
    /// What opens the content of a noun of speech that is nobody's: "questions (about) the plan".
    pub(in crate::annotate) alone: Vec<String>,
    /// Before a noun of speech, what makes it the subject's: "(in) support of the plan".
    pub(in crate::annotate) within: Vec<String>,
    /// Before the one who does it, behind a passive: "by".
    pub(in crate::annotate) by: String,
    /// Before a name, what tells a gender; and what opens a description.
    pub(in crate::annotate) he_titles: Vec<String>,
    pub(in crate::annotate) she_titles: Vec<String>,
    pub(in crate::annotate) definite: Vec<String>,
    frequent: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: BTreeMap<String, String>,
    endings: Endings,
    #[serde(default)]
    people: People,
    #[serde(default)]
    language: Telling,
}

/// What tells the language of a text.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Telling {
    frequent: String,
}

/// What tells who is meant.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    he_titles: String,
    she_titles: String,
    definite: String,
}

/// How words end that no list holds.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Endings {
    adverb: Vec<String>,
    past: Vec<String>,
    gerund: Vec<String>,
    plural: Vec<String>,
}

impl Endings {
    fn last_letters(&self) -> u32 {
        let all = [&self.adverb, &self.past, &self.gerund, &self.plural];
        all.into_iter().flatten().filter_map(|ending| ending.bytes().next_back()).fold(0, |letters, last| letters | letter_bit(last))
    }
}

/// A bit for a letter, whatever its case.
fn letter_bit(letter: u8) -> u32 {
    1 << (letter % 32)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueFile {
    inflection: verbs::Inflection,
    #[serde(default)]
    irregular: BTreeMap<String, [String; 4]>,
    verbs: Vec<verbs::Group>,
    #[serde(default)]
    nouns: BTreeMap<String, String>,
    #[serde(default)]
    adjectives: BTreeMap<String, String>,
    #[serde(default)]
    phrases: Phrases,
}

impl CueFile {
    /// The words that open what nouns and adjectives say.
    fn openers(&self) -> BTreeSet<String> {
        self.nouns.keys().chain(self.adjectives.keys()).cloned().collect()
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    according: Vec<String>,
    by: String,
    #[serde(default)]
    polled: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    alone: String,
    #[serde(default)]
    within: String,
}

impl Language {
    /// The language of a folder's two files.
    pub(in crate::annotate) fn read(words: &str, cues: &str, more: &Cues) -> serde_json::Result<Self> {
        let words: Words = serde_json::from_str(words)?;
        let mut cues: CueFile = serde_json::from_str(cues)?;
        let openers = cues.openers();
        more.extend(&mut cues);
        let verbs = verbs::Verbs::read(&cues.verbs, &cues.inflection, &cues.irregular);
        let mut table: WordMap<Box<str>, Entry> = WordMap::default();
        for (class, list) in &words.words {
            let class = Classes::named(class).unwrap_or_default();
            for word in list.split_whitespace() {
                table.entry(word.into()).or_default().classes |= class;
            }
        }
        for (form, (verb, classes)) in &verbs.forms {
            let entry = table.entry(form.as_str().into()).or_default();
            entry.verb = Some(*verb);
            entry.classes |= *classes;
            if verbs.verbs.get(usize::from(*verb)).is_some_and(|verb| verb.takes.only_supports() && verb.prepositions.is_empty()) {
                entry.classes |= SUPPORT;
            }
        }
        let added: BTreeSet<String> = cues.openers().difference(&openers).cloned().collect();
        let openers: Vec<String> = openers.into_iter().chain(added).take(OPENERS).collect();
        for (number, opener) in openers.iter().enumerate() {
            let words = |lists: &BTreeMap<String, String>| list(lists.get(opener).map_or("", String::as_str));
            for noun in words(&cues.nouns) {
                for form in [plural(&noun), noun] {
                    table.entry(form.into()).or_default().noun.0 |= 1 << number;
                }
            }
            for adjective in words(&cues.adjectives) {
                let entry = table.entry(adjective.into()).or_default();
                entry.noun.0 |= 1 << number;
                entry.classes |= STANCE;
            }
        }
        for phrase in &cues.phrases.according {
            let first = phrase.split_whitespace().next().unwrap_or_default();
            table.entry(first.into()).or_default().classes |= OPENS_PHRASE;
        }
        for (word, entry) in &mut table {
            entry.listed = true;
            if words.endings.plural.iter().any(|ending| word.len() > 3 && word.ends_with(ending.as_str())) {
                entry.classes |= PLURAL;
            }
        }
        let according = cues.phrases.according.iter().map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect();
        Ok(Self {
            words: table.into_iter().map(|(word, entry)| (word_hash(&word), entry)).collect(),
            verbs: verbs.verbs,
            last_letters: words.endings.last_letters(),
            endings: words.endings,
            openers,
            according,
            polled: list(&cues.phrases.polled),
            from: list(&cues.phrases.from),
            alone: list(&cues.phrases.alone),
            within: list(&cues.phrases.within),
            by: cues.phrases.by,
            he_titles: list(&words.people.he_titles),
            she_titles: list(&words.people.she_titles),
            definite: list(&words.people.definite),
            frequent: list(&words.language.frequent),
        })
    }

    /// What is known of a word, which is in lower case.
    pub(in crate::annotate) fn word(&self, word: &str) -> Entry {
        self.hashed(word_hash(word), word)
    }

    /// What is known of a word, whose ASCII letters may be in capitals, by the hash of its lower case.
    pub(in crate::annotate) fn hashed(&self, hash: u64, word: &str) -> Entry {
        if let Some(entry) = self.words.get(&hash) {
            return *entry;
        }
        // most words that are in no list end otherwise
        if word.bytes().next_back().is_none_or(|last| self.last_letters & letter_bit(last) == 0) {
            return Entry::default();
        }
        let ending = |length: usize| word.len().checked_sub(length).filter(|stem| *stem > 2).and_then(|stem| word.as_bytes().get(stem..));
        let ends = |endings: &[String]| {
            endings.iter().any(|known| ending(known.len()).is_some_and(|ending| ending.eq_ignore_ascii_case(known.as_bytes())))
        };
        let mut classes = Classes::NONE;
        for (endings, class) in [
            (&self.endings.adverb, ADVERB),
            (&self.endings.past, PAST | PARTICIPLE),
            (&self.endings.gerund, GERUND),
            (&self.endings.plural, PLURAL),
        ] {
            if ends(endings) {
                classes |= class;
                break;
            }
        }
        Entry { classes, ..Entry::default() }
    }

    /// How many of these words are among its commonest.
    pub(in crate::annotate) fn commonness<'w>(&self, words: impl Iterator<Item = &'w str>) -> usize {
        words.filter(|word| self.frequent.iter().any(|known| known.eq_ignore_ascii_case(word))).count()
    }

    /// The cue verb of this number.
    pub(in crate::annotate) fn verb(&self, index: u16) -> Option<&Verb> {
        self.verbs.get(usize::from(index))
    }
}

fn list(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

/// The plural of a noun of speech.
fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}
