//! The words of an article in, its people, organisations and places out.
//!
//! One pass serves all three: what looks like a name is spotted (`spot`), what its words and its surroundings say of it is noted as evidence (`describe`,
//! `around`), all that are written alike are weighed together and shorter names learn from longer ones (`group`). Lists of words come from the data files of the
//! language, names of places and of people from the gazetteers.

mod around;
mod describe;
mod entities;
mod evidence;
pub(crate) mod gazetteer;
mod group;
pub(crate) mod lexicon;
mod piece;
mod roles;
mod spot;
pub(crate) mod token;
mod tokenizer;
mod write;

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use serde::{Deserialize, Serialize};

pub use self::lexicon::NameLists;
use self::{
    around::Surroundings,
    entities::entities,
    group::groups,
    lexicon::{Classes, Lexicon},
    spot::Spotter,
    token::Tokens,
    write::{Writer, countries, roles_of},
};
use crate::{
    grammar::scan::fold,
    model::{Annotations, DiagnosticCode},
    stage::{Annotator, Context, Word, WordShape},
    text::word_hash,
};

/// The data files, by language.
const DATA: [(&str, &str); 2] = [("en", data_file!("en/names")), ("es", data_file!("es/names"))];

/// The lexicons of the data files, read once.
static DEFAULT: LazyLock<BTreeMap<String, Arc<Lexicon>>> = LazyLock::new(|| {
    let read = |data| serde_json::from_str::<NameLists>(data).unwrap_or_default();
    DATA.into_iter().map(|(language, data)| (language.to_owned(), Arc::new(Lexicon::new(&[read(data)])))).collect()
});

/// What is looked for, and with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Options {
    /// Whether people are.
    pub people: bool,
    /// Whether organisations are.
    pub organisations: bool,
    /// Whether places are.
    pub places: bool,
    /// Words and names by language (`en`), added to those of the data files. A language that has no data file is known by these alone.
    pub lists: BTreeMap<String, NameLists>,
}

impl Default for Options {
    fn default() -> Self {
        Self { people: true, organisations: true, places: true, lists: BTreeMap::new() }
    }
}

/// Finds people, organisations and places.
pub(crate) struct Names {
    options: Options,
    /// By language.
    lexicons: BTreeMap<String, Arc<Lexicon>>,
}

impl Names {
    /// The annotator under these options.
    pub(crate) fn new(options: &Options) -> Self {
        let mut lexicons: BTreeMap<String, Arc<Lexicon>> = DEFAULT.clone();
        for (language, lists) in &options.lists {
            let language = language.to_ascii_lowercase();
            let own = DATA.iter().filter(|(name, _)| *name == language).filter_map(|(_, data)| serde_json::from_str(data).ok());
            let lists: Vec<NameLists> = own.chain([lists.clone()]).collect();
            lexicons.insert(language, Arc::new(Lexicon::new(&lists)));
        }
        Self { lexicons, options: options.clone() }
    }
}

impl Annotator for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn annotate(&self, context: &Context<'_>, found: &mut Annotations) {
        let Some(lexicon) = self.lexicon(context) else {
            let language = context.article().language.as_deref().map_or("of the text".to_owned(), |language| format!("{language:?}"));
            return context.diagnose(DiagnosticCode::Language, format!("names does not know the language {language}"));
        };
        let tokens = Tokens::new(context, lexicon);
        let mut candidates = Spotter { tokens: &tokens, lexicon, candidates: Vec::new() }.spot();
        let dateline = context.article().dateline.as_ref();
        Surroundings { tokens: &tokens, dateline: dateline.map(|dateline| dateline.span) }.note(&mut candidates);
        let groups = groups(&tokens, &candidates);
        let named = dateline.into_iter().flat_map(|dateline| &dateline.places).filter_map(|place| place.country.as_deref());
        let countries = countries(lexicon, &groups, named);
        let entities = entities(&tokens, &candidates, &groups);
        let roles = roles_of(&entities, &tokens, lexicon, &candidates);
        let writer = Writer { options: &self.options, lexicon, tokens: &tokens, groups: &groups, countries: &countries };
        for (entity, role) in entities.into_iter().zip(roles) {
            writer.write(entity, role, found);
        }
    }
}

/// How many words in small letters are looked at to tell a language, below how many none is told, and the least share of small words of it, in per cent: running text of a language has some fifty.
const SAMPLE: usize = 80;
const SHORT: usize = 16;
const LEAST_SHARE: usize = 25;

impl Names {
    /// The lexicon of the article's language; where it names none, that with the most small words in the text. A short text tells nothing and is taken for English.
    fn lexicon(&self, context: &Context<'_>) -> Option<&Lexicon> {
        if let Some(language) = context.article().language.as_deref() {
            let primary = language.split(['-', '_']).next().unwrap_or(language).to_ascii_lowercase();
            return self.lexicons.get(&primary).map(Arc::as_ref);
        }
        let text = context.article().text.as_str();
        let lower = context.words().iter().filter(|word| word.shape == WordShape::Lower);
        let hash = |word: &Word| match word.plain {
            0 => text.get(word.span.range()).map_or(0, |word| word_hash(&fold(word))),
            plain => plain,
        };
        let words: Vec<u64> = lower.take(SAMPLE).map(hash).collect();
        let share = |lexicon: &Lexicon| {
            let small = words.iter().filter(|word| lexicon.entry(**word).classes.any(Classes::FUNCTION)).count();
            small * 100 / words.len().max(1)
        };
        let english = self.lexicons.get("en").map(|lexicon| (share(lexicon), lexicon.as_ref()));
        if words.len() < SHORT {
            return english.map(|(_, lexicon)| lexicon);
        }
        let all = english.into_iter().chain(self.lexicons.values().map(|lexicon| (share(lexicon), lexicon.as_ref())));
        let best = all.reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.filter(|(share, _)| *share >= LEAST_SHARE).map(|(_, lexicon)| lexicon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_files_are_read() {
        for (language, data) in DATA {
            let lists: NameLists = serde_json::from_str(data).unwrap();
            for (name, list) in [("styles", &lists.styles), ("roles", &lists.roles), ("function_words", &lists.function_words)] {
                assert!(list.iter().count() > 30, "{language}: {name}");
            }
        }
    }
}
