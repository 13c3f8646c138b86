//! Entities in, the article's people, organisations and places out, with roles and countries.

use super::{
    Options,
    entities::{Entity, single_spaced, title_case},
    evidence::Kind,
    gazetteer::{Meanings, PlaceFacts, PlaceKind},
    group::Group,
    lexicon::Lexicon,
    roles::{RoleReader, may_have_role},
    spot::Candidate,
    token::Tokens,
};
use crate::{
    model::{Annotations, Mention, Organisation, Person, Place},
    text::Span,
};

/// A role as it is written.
#[derive(Debug)]
pub(crate) struct WrittenRole {
    words: String,
    span: Span,
    organisation: Option<String>,
}

/// The role of each entity: that of the first mention of a person that has one.
pub(crate) fn roles_of(entities: &[Entity], tokens: &Tokens<'_>, lexicon: &Lexicon, candidates: &[Candidate]) -> Vec<Option<WrittenRole>> {
    let (mut kinds, mut names) = (vec![Kind::Other; candidates.len()], vec![None; candidates.len()]);
    for entity in entities {
        for (_, number) in &entity.mentions {
            if let (Some(kind), Some(name)) = (kinds.get_mut(*number), names.get_mut(*number)) {
                *kind = entity.kind;
                *name = Some(entity.name.as_str());
            }
        }
    }
    let reader = RoleReader { tokens, lexicon, candidates, kinds: &kinds };
    let role = |entity: &Entity| {
        let mentions = entity.mentions.iter().filter(|_| entity.kind == Kind::Person).filter_map(|(_, number)| candidates.get(*number));
        let role = mentions.filter(|candidate| may_have_role(candidate)).find_map(|candidate| reader.role(candidate))?;
        let span = tokens.abbreviated(role.tokens);
        let words = single_spaced(tokens.text().get(span.range())?);
        let organisation = role.organisation.and_then(|number| names.get(number).copied().flatten()).map(str::to_owned);
        Some(WrittenRole { words, span, organisation })
    };
    entities.iter().map(role).collect()
}

/// The countries that the dateline and the text name beyond doubt, those of the dateline first.
pub(crate) fn countries<'c>(lexicon: &Lexicon, groups: &[Group], dateline: impl Iterator<Item = &'c str>) -> Vec<[u8; 2]> {
    let mut countries: Vec<[u8; 2]> = dateline.filter_map(|code| code.as_bytes().try_into().ok()).collect();
    for group in groups.iter().filter(|group| group.kind == Kind::Place) {
        let country = group.meanings.map(Meanings::first).filter(|first| first.kind == PlaceKind::Country);
        let code = lexicon.entry(group.hash).country.or_else(|| country.and_then(|country| country.country));
        countries.extend(code.filter(|code| !countries.contains(code)));
    }
    countries
}

/// What writing needs.
pub(crate) struct Writer<'a> {
    pub(crate) options: &'a Options,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) tokens: &'a Tokens<'a>,
    pub(crate) groups: &'a [Group],
    /// The countries that the article names.
    pub(crate) countries: &'a [[u8; 2]],
}

impl Writer<'_> {
    /// Writes one entity, where its kind is asked for.
    pub(crate) fn write(&self, entity: Entity, role: Option<WrittenRole>, found: &mut Annotations) {
        let mentions: Vec<Mention> = entity.mentions.into_iter().map(|(mention, _)| mention).collect();
        match entity.kind {
            Kind::Person if self.options.people => {
                let (role, role_span, organisation) =
                    role.map_or((None, None, None), |role| (Some(role.words), Some(role.span), role.organisation));
                found.people.push(Person { name: entity.name, role, role_span, organisation, mentions });
            }
            Kind::Organisation if self.options.organisations => {
                found.organisations.push(Organisation { name: entity.name, mentions, ..Organisation::default() });
            }
            Kind::Place if self.options.places => {
                let group = entity.groups.first().and_then(|number| self.groups.get(*number));
                let country = group.and_then(|group| self.country(group)).and_then(|code| String::from_utf8(code.to_vec()).ok());
                let name = group.map_or(entity.name.clone(), |group| title_case(&entity.name, self.tokens.hashes(group.name.clone())));
                found.places.push(Place { name, country, mentions });
            }
            _ => {}
        }
    }

    /// The country of a place: of several with its name the one in a country that is named, else the largest.
    fn country(&self, group: &Group) -> Option<[u8; 2]> {
        let listed = self.lexicon.entry(group.hash).country;
        listed.or_else(|| {
            let meanings = group.meanings?;
            let largest = meanings.first();
            // a place of another size altogether is meant without more words: Paris, Moscow
            let named = |place: &PlaceFacts| {
                place.country.is_some_and(|country| self.countries.contains(&country)) && place.weight + 3 >= largest.weight
            };
            meanings.iter().find(named).unwrap_or(largest).country
        })
    }
}
