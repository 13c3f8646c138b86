//! The words of an article in, its people, organisations and places out.
//!
//! One pass serves all three: what looks like a name is spotted ([`spot`]), what its words and its surroundings say of it is noted as evidence ([`describe`],
//! [`around`]), all that are written alike are weighed together and shorter names learn from longer ones ([`group`]). Lists of words come from the data files of the
//! language, names of places and of people from the gazetteers.

mod around;
mod describe;
mod entities;
mod evidence;
pub(crate) mod gazetteer;
mod group;
mod hash;
pub(crate) mod lexicon;
mod piece;
mod roles;
mod spot;
pub(crate) mod token;

use serde::{Deserialize, Serialize};

pub use self::lexicon::NameLists;
use self::{
    around::Surroundings,
    entities::{Entity, entities, title_case},
    evidence::Kind,
    gazetteer::{Gazetteer, PlaceKind},
    group::{Group, groups},
    lexicon::Lexicon,
    roles::{RoleReader, may_have_role},
    spot::Spotter,
    token::Tokens,
};
use crate::{
    model::{Annotations, Mention, Organisation, Person, Place},
    stage::{Annotator, Context},
    text::Span,
};

/// The lists of English.
const ENGLISH: &str = include_str!("../../../data/en/names.toml");

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
    /// Words and names that are added to those of the data files.
    pub lists: NameLists,
}

impl Default for Options {
    fn default() -> Self {
        Self { people: true, organisations: true, places: true, lists: NameLists::default() }
    }
}

/// Finds people, organisations and places.
pub(crate) struct Names {
    options: Options,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
}

impl Names {
    /// The annotator under these options.
    pub(crate) fn new(options: &Options) -> Self {
        let english: NameLists = toml::from_str(ENGLISH).unwrap_or_default();
        Self { lexicon: Lexicon::new(&[&english, &options.lists]), gazetteer: Gazetteer::new(), options: options.clone() }
    }
}

impl Annotator for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn languages(&self) -> Option<&[&'static str]> {
        Some(&["en"])
    }

    fn annotate(&self, context: &Context<'_>, found: &mut Annotations) {
        let tokens = Tokens::new(context, &self.lexicon, &self.gazetteer);
        let mut candidates = Spotter { tokens: &tokens, lexicon: &self.lexicon, gazetteer: &self.gazetteer, candidates: Vec::new() }.spot();
        let dateline = context.article().dateline.as_ref();
        Surroundings { tokens: &tokens, dateline: dateline.map(|dateline| dateline.span) }.note(&mut candidates);
        let groups = groups(&tokens, &candidates);
        let named = dateline.into_iter().flat_map(|dateline| &dateline.places).filter_map(|place| place.country.as_deref());
        let countries = self.countries(&groups, named);
        let entities = entities(&tokens, &candidates, &groups);
        let (kinds, names) = told(&entities, candidates.len());
        let reader = RoleReader { tokens: &tokens, lexicon: &self.lexicon, candidates: &candidates, kinds: &kinds };
        let roles: Vec<_> = entities.iter().map(|entity| self.role(entity, &reader, &names)).collect();
        for (entity, role) in entities.into_iter().zip(roles) {
            self.write(entity, role, &groups, &countries, found);
        }
    }
}

/// A role with its span and the organisation's name.
type FoundRole = (String, Span, Option<String>);

/// What each candidate was found to be, and its entity's name.
fn told(entities: &[Entity], candidates: usize) -> (Vec<Kind>, Vec<Option<String>>) {
    let (mut kinds, mut names) = (vec![Kind::Other; candidates], vec![None; candidates]);
    for entity in entities {
        for (_, number) in &entity.mentions {
            if let (Some(kind), Some(name)) = (kinds.get_mut(*number), names.get_mut(*number)) {
                *kind = entity.kind;
                *name = Some(entity.name.clone());
            }
        }
    }
    (kinds, names)
}

impl Names {
    /// The role of a person: of the first mention that has one.
    fn role(&self, entity: &Entity, reader: &RoleReader<'_>, names: &[Option<String>]) -> Option<FoundRole> {
        let mentions =
            entity.mentions.iter().filter(|_| entity.kind == Kind::Person).filter_map(|(_, number)| reader.candidates.get(*number));
        let role = mentions.filter(|candidate| may_have_role(candidate)).find_map(|candidate| reader.role(candidate))?;
        let span = reader.tokens.abbreviated(role.tokens);
        let words = reader.tokens.text().get(span.range())?.split_whitespace().collect::<Vec<_>>().join(" ");
        let organisation = role.organisation.and_then(|number| names.get(number).cloned().flatten());
        Some((words, span, organisation))
    }

    fn write(&self, entity: Entity, role: Option<FoundRole>, groups: &[Group], countries: &[[u8; 2]], found: &mut Annotations) {
        let mentions: Vec<Mention> = entity.mentions.into_iter().map(|(mention, _)| mention).collect();
        match entity.kind {
            Kind::Person if self.options.people => {
                let (role, role_span, organisation) = role.map_or((None, None, None), |(role, span, of)| (Some(role), Some(span), of));
                found.people.push(Person { name: entity.name, role, role_span, organisation, mentions });
            }
            Kind::Organisation if self.options.organisations => {
                found.organisations.push(Organisation { name: entity.name, mentions, ..Organisation::default() });
            }
            Kind::Place if self.options.places => {
                let group = entity.groups.first().and_then(|number| groups.get(*number));
                let country = group.and_then(|group| self.country(group, countries)).and_then(|code| String::from_utf8(code.to_vec()).ok());
                let name = group.map_or(entity.name.clone(), |group| title_case(&entity.name, &self.gazetteer, &group.key));
                found.places.push(Place { name, country, mentions });
            }
            _ => {}
        }
    }

    /// The countries that the dateline and the text name beyond doubt, those of the dateline first.
    fn countries<'c>(&self, groups: &[Group], dateline: impl Iterator<Item = &'c str>) -> Vec<[u8; 2]> {
        let mut countries: Vec<[u8; 2]> = dateline.filter_map(|code| code.as_bytes().try_into().ok()).collect();
        for group in groups.iter().filter(|group| group.kind == Kind::Place) {
            let country = group.meanings.map(gazetteer::Meanings::first).filter(|first| first.kind == PlaceKind::Country);
            let code = self.lexicon.entry(&group.key).country.or_else(|| country.and_then(|country| country.country));
            countries.extend(code.filter(|code| !countries.contains(code)));
        }
        countries
    }

    /// The country of a place: of several with its name the one in a country that is named, else the largest.
    fn country(&self, group: &Group, countries: &[[u8; 2]]) -> Option<[u8; 2]> {
        let listed = self.lexicon.entry(&group.key).country;
        let meanings = group.meanings;
        listed.or_else(|| {
            let meanings = meanings?;
            let largest = meanings.first();
            // a place of another size altogether is meant without more words: Paris, Moscow
            let named = |place: &gazetteer::PlaceFacts| {
                place.country.is_some_and(|country| countries.contains(&country)) && place.weight + 3 >= largest.weight
            };
            meanings.iter().find(named).unwrap_or(largest).country
        })
    }
}
