//! Drafts and the people of the article in, quotes out: the words that attribute a quote resolved to a person where that is sure, and how.
//!
//! A name or a surname within the words is the person's; "he" is the last person who spoke, or else the last who was named, in this paragraph or the one before, and of no
//! other gender as far as titles and earlier pronouns tell; "the minister" is the last person whose role ends with that word.

use super::draft::Draft;
use crate::{
    annotate::language::{self, Classes, Language},
    model::{Cue, MentionKind, Person, Quote, Speaker, Via},
    text::Span,
};

/// Quotes of one article, in the order of its text.
pub(super) struct Resolver<'a> {
    text: &'a str,
    language: &'a Language,
    people: &'a [Person],
    /// Every mention with its person, in the order of the text.
    mentions: Vec<(Span, u32, MentionKind)>,
    /// What is known of each person's gender.
    genders: Vec<Option<Gender>>,
    /// Where the blocks begin.
    blocks: Vec<u32>,
    /// Those who spoke: where, and who.
    spoken: Vec<(u32, u32)>,
    /// Those who spoke and are nobody of the people: the words, and their last word.
    unnamed: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

/// How many earlier blocks a pronoun may reach over, and how many unnamed speakers a description is compared with.
const REACH: usize = 2;
const UNNAMED: usize = 8;

impl<'a> Resolver<'a> {
    pub(super) fn new(text: &'a str, language: &'a Language, people: &'a [Person], blocks: impl Iterator<Item = u32>) -> Self {
        let mut mentions: Vec<_> = people
            .iter()
            .zip(0..)
            .flat_map(|(person, number)| person.mentions.iter().map(move |mention| (mention.span, number, mention.kind.clone())))
            .collect();
        mentions.sort_by_key(|(span, number, _)| (*span, *number));
        let genders = vec![None; people.len()];
        let mut resolver =
            Self { text, language, people, mentions, genders, blocks: blocks.collect(), spoken: Vec::new(), unnamed: Vec::new() };
        resolver.note_titles();
        resolver
    }

    /// "Mr. Smith" tells a gender.
    fn note_titles(&mut self) {
        for (span, person, _) in &self.mentions {
            let before = self.text.get(..span.start as usize).unwrap_or_default().trim_end().trim_end_matches('.');
            let title = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let gender = if self.language.he_titles.iter().any(|known| known == title) {
                Gender::He
            } else if self.language.she_titles.iter().any(|known| known == title) {
                Gender::She
            } else {
                continue;
            };
            if let Some(slot) = self.genders.get_mut(*person as usize) {
                *slot = Some(gender);
            }
        }
    }

    /// The quote of a draft; drafts come in the order of the text.
    pub(super) fn quote(&mut self, draft: Draft) -> Quote {
        let words = |span: Span| self.text.get(span.range()).unwrap_or_default();
        let mut quote = Quote::new(draft.kind, draft.span, draft.parts);
        quote.cue = draft.cue.map(|span| Cue { text: words(span).to_owned(), span });
        quote.via = draft.via.map(|span| Via { name: words(span).to_owned(), span });
        quote.confidence = f64::from(draft.confidence) / 100.0;
        quote.speaker = draft.source.map(|span| self.speaker(span));
        quote
    }

    fn speaker(&mut self, span: Span) -> Speaker {
        let words = self.text.get(span.range()).unwrap_or_default();
        let found = self.named(span).or_else(|| self.pronoun(span, words)).or_else(|| self.described(span, words));
        if let Some((person, how)) = found {
            self.spoken.push((span.start, person));
            let name = self.people.get(person as usize).map_or(words, |person| person.name.as_str());
            return Speaker { name: name.to_owned(), span: Some(span), person: Some(person), resolved_by: Some(how.to_owned()) };
        }
        let earlier = self.introduced(span, words);
        self.unnamed.push(earlier.unwrap_or(span));
        let name = earlier.and_then(|earlier| self.text.get(earlier.range())).unwrap_or(words);
        Speaker { name: name.to_owned(), span: Some(span), person: None, resolved_by: earlier.map(|_| "description".to_owned()) }
    }

    /// The person whom the words name: not the one whose spokesman speaks, nor the one whose lawyer does.
    fn named(&self, span: Span) -> Option<(u32, &'static str)> {
        let first = self.mentions.partition_point(|(mention, _, _)| mention.start < span.start);
        let (mention, person, kind) = self.mentions.get(first).filter(|(mention, _, _)| span.contains(*mention))?;
        let before = self.text.get(span.start as usize..mention.start as usize)?;
        let behind = self.text.get(mention.end as usize..)?;
        let related = before
            .rsplit(',')
            .next()?
            .split_whitespace()
            .any(|word| self.language.word(&word.to_lowercase()).classes.any(language::PREPOSITION));
        if related || behind.starts_with("'s") || behind.starts_with("\u{2019}s") {
            return None;
        }
        Some((*person, if *kind == MentionKind::Surname { "surname" } else { "name" }))
    }

    fn pronoun(&mut self, span: Span, words: &str) -> Option<(u32, &'static str)> {
        let classes = if words.len() > 3 { Classes::NONE } else { self.language.word(&words.to_lowercase()).classes };
        let gender = if classes.any(language::HE) {
            Gender::He
        } else if classes.any(language::SHE) {
            Gender::She
        } else {
            return None;
        };
        let from = self.reach(span.start);
        let fits = |person: u32| self.genders.get(person as usize).copied().flatten().is_none_or(|known| known == gender);
        let spoke = self.spoken.iter().rev().take_while(|(at, _)| *at >= from).find(|(_, person)| fits(*person)).copied();
        let end = self.mentions.partition_point(|(mention, _, _)| mention.end <= span.start);
        let last =
            self.mentions.get(..end)?.iter().rev().take_while(|(mention, _, _)| mention.start >= from).find(|(_, person, _)| fits(*person));
        let subject = last.map(|(mention, _, _)| mention.start).and_then(|at| self.first_of_sentence(at, from, gender));
        let person = match (spoke, subject) {
            // somebody who was named behind the last speaker, at a sentence's beginning
            (Some((at, _)), Some((mention, person))) if mention > at => person,
            (Some((_, person)), _) | (None, Some((_, person))) => person,
            (None, None) => last.map(|(_, person, _)| *person)?,
        };
        if let Some(slot) = self.genders.get_mut(person as usize) {
            slot.get_or_insert(gender);
        }
        Some((person, "pronoun"))
    }

    /// The first person named in the sentence around `at`, and where; a sentence here begins behind a full stop or with its paragraph.
    fn first_of_sentence(&self, at: u32, from: u32, gender: Gender) -> Option<(u32, u32)> {
        let before = self.text.get(from as usize..at as usize)?;
        let start = from as usize + before.rfind(['.', '\n', '!', '?']).map_or(0, |stop| stop + 1);
        let first = self.mentions.partition_point(|(mention, _, _)| (mention.start as usize) < start);
        let (mention, person, _) = self.mentions.get(first)?;
        let opens = self.text.get(start..mention.start as usize)?.split_whitespace().count() <= 3;
        let fits = self.genders.get(*person as usize).copied().flatten().is_none_or(|known| known == gender);
        (opens && fits && mention.start <= at).then_some((mention.start, *person))
    }

    /// Where the blocks begin that a pronoun may reach over.
    fn reach(&self, at: u32) -> u32 {
        let block = self.blocks.partition_point(|start| *start <= at);
        block.checked_sub(1 + REACH).and_then(|block| self.blocks.get(block)).copied().unwrap_or(0)
    }

    /// "the minister": the last person who was named and whose role ends with that word.
    fn described(&self, span: Span, words: &str) -> Option<(u32, &'static str)> {
        let head = description(words, self.language)?;
        let end = self.mentions.partition_point(|(mention, _, _)| mention.end <= span.start);
        let role_ends = |person: u32| {
            let role = self.people.get(person as usize).and_then(|person| person.role.as_deref()).unwrap_or_default();
            let title = role.split([',', ' ']).any(|word| word.eq_ignore_ascii_case(head));
            title && !role.is_empty()
        };
        let found = self.mentions.get(..end)?.iter().rev().take(LOOK_BACK).find(|(_, person, _)| role_ends(*person))?;
        Some((found.1, "description"))
    }

    /// "the official" who was introduced as "a senior official who asked not to be named".
    fn introduced(&self, span: Span, words: &str) -> Option<Span> {
        let head = description(words, self.language)?;
        self.unnamed.iter().rev().take(UNNAMED).copied().find(|earlier| {
            let known = self.text.get(earlier.range()).unwrap_or_default();
            *earlier != span && known.len() > words.len() && known.split([',', ' ']).take(8).any(|word| word.eq_ignore_ascii_case(head))
        })
    }
}

/// No more mentions are compared with a description.
const LOOK_BACK: usize = 64;

/// The last word of a description: a determiner and at most three words in lower case.
fn description<'w>(words: &'w str, language: &Language) -> Option<&'w str> {
    let mut split = words.split(' ');
    let first = split.next()?;
    let definite = language.definite.iter().any(|known| known.eq_ignore_ascii_case(first));
    let rest: Vec<&str> = split.take(5).collect();
    let plain = (1..=3).contains(&rest.len()) && rest.iter().all(|word| word.starts_with(char::is_lowercase));
    rest.last().copied().filter(|_| definite && plain)
}
