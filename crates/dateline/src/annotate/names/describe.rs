//! A candidate's tokens in, what its own words say of it out.

use std::ops::Range;

use super::{
    evidence::{Evidence, EvidenceSet},
    gazetteer::{Meanings, PlaceKind, word},
    lexicon::Classes,
    spot::{HEADS, Spotter, place_evidence},
    token::{Shape, Token},
};
use crate::text::word_hash;

impl Spotter<'_> {
    /// Notes what the words of a candidate say, and gives what the gazetteers know of it.
    pub(super) fn describe(&self, tokens: &Range<usize>, own: &mut EvidenceSet) -> Option<Meanings> {
        let (Some(first), Some(last)) = (self.token(tokens.start), self.token(tokens.end - 1)) else { return None };
        let words = self.tokens.slice(tokens.clone());
        own.add(match words.iter().filter(|word| word.is_capital()).count() {
            0 | 1 => Evidence::OneWord,
            2 => Evidence::TwoWords,
            3 => Evidence::ThreeWords,
            _ => Evidence::ManyWords,
        });
        let alone = tokens.len() == 1;
        own.add_if(alone && first.shape == Shape::Capitals, Evidence::Acronym);
        own.add_if(alone && first.shape == Shape::Capitals && self.tokens.folded(tokens.start).len() == 2, Evidence::TwoLetters);
        own.add_if(
            !alone && words.iter().any(|word| word.shape == Shape::Capitals) && !words.iter().all(|word| word.shape == Shape::Capitals),
            Evidence::CapitalsInside,
        );
        let surface = self.tokens.text().get(first.span.range()).unwrap_or_default();
        let plural = surface.strip_suffix('s').is_some_and(|letters| letters.len() > 1 && letters.chars().all(char::is_uppercase));
        own.add_if(alone && plural, Evidence::PluralAcronym);
        let letters = words.len() > 1
            && first.shape == Shape::Capitals
            && surface.len() == 2
            && words.get(1).is_some_and(|next| next.shape == Shape::Capitalised && next.facts.level == 0);
        own.add_if(letters && !first.is(Classes::PLACE.or(Classes::ORGANISATION)), Evidence::LettersFirst);
        self.describe_person(tokens, words, own);
        self.describe_words(words, own);
        own.add_if(alone && last.is(Classes::THING_HEAD) && !last.is(Classes::ORGANISATION_HEAD), Evidence::ThingHead);
        own.add_if(!alone && first.is(Classes::PLACE_OPENER), Evidence::PlaceOpener);
        own.add_if(first.is(Classes::DEMONYM) && !alone, Evidence::DemonymFirst);
        let people =
            |word: &Token| word.is(Classes::DEMONYM) || (!alone && word.is(Classes::PLACE_OPENER) && !last.is(Classes::PLACE_OPENER));
        let phrase = self
            .tokens
            .longest_phrase(tokens.start, tokens.end, self.lexicon, Classes::DEMONYM)
            .is_some_and(|(length, _)| length == tokens.len());
        own.add_if(phrase || words.iter().all(people), Evidence::DemonymAlone);
        let folded = self.tokens.folded(tokens.end - 1);
        own.add_if(
            alone && folded.len() > 5 && ["ism", "isms", "phobia", "ology"].iter().any(|ending| folded.ends_with(ending)),
            Evidence::Teaching,
        );
        let head = alone && last.is(HEADS) && last.facts.level > 0 && last.shape == Shape::Capitalised;
        own.add_if(head && !last.is(Classes::ORGANISATION.or(Classes::PLACE)), Evidence::GenericAlone);
        own.add_if(alone && last.is(Classes::ROLE.or(Classes::STYLE).or(Classes::HONORIFIC)) && last.given() < 2, Evidence::RoleAlone);
        self.describe_known(tokens, own)
    }

    fn describe_person(&self, tokens: &Range<usize>, words: &[Token], own: &mut EvidenceSet) {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let steps = [
            [Evidence::GivenRare, Evidence::SurnameRare],
            [Evidence::GivenSome, Evidence::SurnameSome],
            [Evidence::GivenCommon, Evidence::SurnameCommon],
        ];
        let given = first.given().max(self.first_part(tokens.start));
        if let Some([evidence, _]) = usize::from(given).checked_sub(1).and_then(|step| steps.get(step)) {
            own.add(*evidence);
        }
        // a surname comes first in many languages
        let surname = last.surname().max(if words.len() > 1 { first.surname().saturating_sub(1) } else { 0 });
        if let Some([_, evidence]) = usize::from(surname).checked_sub(1).and_then(|step| steps.get(step)) {
            own.add(*evidence);
        }
        let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
        own.add_if(inner.iter().any(|word| word.is(Classes::PARTICLE) && word.shape != Shape::Capitals), Evidence::ParticleInside);
        let letter = words.iter().rposition(|word| word.shape == Shape::Initial);
        let inside = letter.is_some_and(|at| at + 1 < words.len() || first.given() > 0);
        own.add_if(words.len() > 1 && inside && first.shape != Shape::Capitals, Evidence::LetterInside);
        own.add_if(tokens.clone().any(|at| self.has_small_second_part(at)), Evidence::SmallSecondPart);
    }

    /// "Mei-Ling", "Jean-Marc": what the first half says.
    fn first_part(&self, at: usize) -> u8 {
        if self.token(at).is_some_and(|token| token.plain) {
            return 0;
        }
        self.tokens.folded(at).split_once('-').map_or(0, |(first, _)| {
            let hash = word_hash(first);
            if self.lexicon.entry(hash).classes.any(Classes::GIVEN) { 3 } else { word(hash).given }
        })
    }

    fn has_small_second_part(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.shape == Shape::Capitalised && !token.plain) else { return false };
        let surface = self.tokens.text().get(token.span.range()).unwrap_or_default();
        surface.split_once('-').is_some_and(|(first, rest)| {
            first.starts_with(char::is_uppercase)
                && first.len() < 8
                && rest.len() < 8
                && rest.starts_with(char::is_lowercase)
                && !rest.contains('-')
        })
    }

    fn describe_words(&self, words: &[Token], own: &mut EvidenceSet) {
        let common = |word: &Token| word.facts.level > 0 && word.facts.level < 7 && word.shape == Shape::Capitalised;
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        own.add_if(common(first), Evidence::CommonFirst);
        own.add_if(words.len() > 1 && common(last), Evidence::CommonLast);
        let capitals = words.iter().filter(|word| word.is_capital());
        own.add_if(words.len() > 1 && capitals.clone().all(common), Evidence::CommonAll);
        own.add_if(capitals.clone().all(|word| word.facts.level == 0 && word.shape == Shape::Capitalised), Evidence::Unknown);
        let text = |word: &Token| self.tokens.text().get(word.span.range()).unwrap_or_default();
        let figures = words
            .iter()
            .any(|word| word.shape == Shape::Number || text(word).bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'&')));
        own.add_if(figures, Evidence::Figures);
        let camel = |word: &Token| {
            if word.plain && !text(word).bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
                return false;
            }
            let inner = text(word).char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at);
            let small = text(word).chars().nth(1).is_some_and(char::is_lowercase);
            let before = inner.and_then(|at| text(word).get(..at)).unwrap_or_default();
            small
                && before.chars().all(char::is_alphabetic)
                && !matches!(before, "" | "Mc" | "Mac" | "De" | "Di" | "La" | "Le" | "Van" | "Fitz" | "Du" | "Al" | "El")
        };
        own.add_if(words.len() < 3 && words.iter().any(camel), Evidence::CamelCase);
    }

    /// Whether a neighbour is in capitals, too, or the candidate opens a dateline.
    fn in_capitals(&self, tokens: &Range<usize>) -> bool {
        let first = self.token(tokens.start).is_some_and(|token| self.tokens.sentence(token.sentence as usize).start == tokens.start);
        let near = |at: Option<usize>| at.and_then(|at| self.token(at)).is_some_and(|token| token.shape == Shape::Capitals);
        first || near(tokens.start.checked_sub(1)) || near(Some(tokens.end))
    }

    fn describe_known(&self, tokens: &Range<usize>, own: &mut EvidenceSet) -> Option<Meanings> {
        let phrase = self.tokens.longest_phrase(
            tokens.start,
            tokens.end,
            self.lexicon,
            Classes::ORGANISATION.or(Classes::PLACE).or(Classes::DOUBTFUL),
        );
        let (length, classes) = phrase.map_or((0, Classes::default()), |(length, entry)| (length, entry.classes));
        let whole = if length == tokens.len() { classes } else { Classes::default() };
        let small = self.tokens.len() > tokens.start && tokens.len() == 1 && self.is(tokens.start, Classes::FUNCTION);
        own.add_if(whole.any(Classes::ORGANISATION), Evidence::KnownOrganisation);
        own.add_if(whole.any(Classes::PLACE) && !(small && self.tokens.folded(tokens.start).len() > 3), Evidence::KnownPlace);
        let country = |at: usize| {
            let listed =
                self.token(at).is_some_and(|token| token.is(Classes::PLACE) && !token.is(Classes::DOUBTFUL.or(Classes::PLACE_HEAD)));
            listed
                || self.place(at, tokens.end).is_some_and(|(_, found)| matches!(found.first().kind, PlaceKind::Country | PlaceKind::Area))
        };
        let opens =
            self.token(tokens.start).is_some_and(|first| first.given() < 3 && !first.is(Classes::PLACE_OPENER.or(Classes::DEMONYM)));
        let last = tokens.len() > 1 && opens && country(tokens.end - 1) && !country(tokens.start);
        own.add_if(last && !whole.any(Classes::PLACE), Evidence::PlaceLast);
        let place = self.place(tokens.start, tokens.end);
        let meanings = place.filter(|(length, _)| *length == tokens.len()).map(|(_, meanings)| meanings);
        // a town's name is not written as an acronym where the line is not
        let acronym = own.has(Evidence::Acronym)
            && tokens.end - tokens.start == 1
            && self.tokens.folded(tokens.start).len() <= 6
            && !self.in_capitals(tokens);
        let meanings = meanings.filter(|meanings| !acronym || meanings.first().kind == PlaceKind::Country);
        own.add_if(meanings.is_none() && place.is_some_and(|(_, meanings)| meanings.first().weight > 3), Evidence::PlaceFirst);
        if let Some(meanings) = meanings {
            place_evidence(meanings, own);
            own.add_if(whole.any(Classes::DOUBTFUL), Evidence::Doubtful);
        }
        meanings
    }
}
