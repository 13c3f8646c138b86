//! The mentions of a person in, the role that the text gives and of what out.
//!
//! Three places are looked at: directly before the name ("Foreign Minister Anton Gerlach"), behind it between commas ("Erik Lund, director of the Polar Institute,") and
//! before it with a comma ("The mayor of Gdynia, Marta Kowal,").

use std::ops::Range;

use super::{
    evidence::{Evidence, Kind},
    lexicon::{Classes, Lexicon},
    spot::Candidate,
    token::{Gap, Shape, Token, Tokens},
};

/// A role, as tokens, with the candidate that names the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    pub(crate) tokens: Range<usize>,
    pub(crate) organisation: Option<usize>,
}

/// What finding roles needs.
pub(crate) struct RoleReader<'a> {
    pub(crate) tokens: &'a Tokens<'a>,
    pub(crate) lexicon: &'a Lexicon,
    /// In the order of the text.
    pub(crate) candidates: &'a [Candidate],
    /// What each candidate was found to be.
    pub(crate) kinds: &'a [Kind],
}

/// How many words before or behind a name are looked at.
const REACH: usize = 16;

impl RoleReader<'_> {
    /// The role that stands beside one mention of a person.
    pub(crate) fn role(&self, candidate: &Candidate) -> Option<Role> {
        let before = self.before(candidate.tokens.start);
        let rank = before.as_ref().is_some_and(|(role, _)| role.tokens.len() == 1 && self.is_capital(role.tokens.start));
        let opens = before.as_ref().map_or(self.title_start(candidate.tokens.start), |(_, start)| *start);
        let apposed = (before.is_none() || rank).then(|| self.apposed(opens, candidate.tokens.end)).flatten();
        apposed.or(before.map(|(role, _)| role)).or_else(|| self.behind(candidate.tokens.end))
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn is(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capital)
    }

    fn gap(&self, at: usize) -> Gap {
        self.token(at).map_or(Gap::Break, |token| token.gap)
    }

    /// The candidate that begins at a token.
    fn candidate_at(&self, at: usize) -> Option<usize> {
        self.candidates.binary_search_by_key(&at, |candidate| candidate.tokens.start).ok()
    }

    /// The candidate that ends before a token.
    fn candidate_before(&self, at: usize) -> Option<usize> {
        let next = self.candidates.partition_point(|candidate| candidate.tokens.start < at);
        let found = next.checked_sub(1)?;
        self.candidates.get(found).filter(|candidate| candidate.tokens.end == at).map(|_| found)
    }

    fn kind(&self, candidate: usize) -> Kind {
        self.kinds.get(candidate).copied().unwrap_or(Kind::Other)
    }

    /// Where the honorifics before a name begin.
    fn title_start(&self, mut at: usize) -> usize {
        while self.gap(at) == Gap::Space && at > 0 && self.is(at - 1, Classes::HONORIFIC) && self.is_capital(at - 1) {
            at -= 1;
        }
        at
    }

    /// A role directly before a name, and where it begins with what belongs to it.
    fn before(&self, name: usize) -> Option<(Role, usize)> {
        let end = self.title_start(name);
        let joined = |at: usize| at > 0 && self.gap(at) == Gap::Space && self.token(at - 1).is_some_and(|token| !token.possessive);
        if !joined(end) {
            return None;
        }
        let phrase = (1..=4).rev().filter(|length| *length <= end).find(|length| {
            let whole = self.tokens.longest_phrase(end - length, end, self.lexicon, ROLES);
            whole.is_some_and(|(found, _)| found == *length)
        })?;
        let mut start = end - phrase;
        // a small "head" or "star" before a name that is not meant as a role has no article or organisation before it: nothing to tell, so it counts
        while joined(start) && self.is(start - 1, Classes::ROLE_MODIFIER.or(ROLES)) && !self.ends_organisation(start) {
            start -= 1;
        }
        let organisation =
            self.candidate_before(start).filter(|found| self.kind(*found) == Kind::Organisation && self.gap(start) == Gap::Space);
        Some((Role { tokens: start..end, organisation }, start))
    }

    /// Whether the word before a token is the last of an organisation's name with several words.
    fn ends_organisation(&self, at: usize) -> bool {
        self.candidate_before(at).is_some_and(|found| {
            self.kind(found) == Kind::Organisation
                && self.candidates.get(found).is_some_and(|found| {
                    found.tokens.len() > 1 || found.own.has(Evidence::KnownOrganisation) || !self.is(at - 1, Classes::ROLE_MODIFIER)
                })
        })
    }

    /// A role before a comma before a name, where the name is closed by a mark, too.
    fn apposed(&self, name: usize, end: usize) -> Option<Role> {
        let comma = self.gap(name) == Gap::Comma;
        let sentence = self.token(name)?.sentence;
        let closed =
            self.token(end).is_none_or(|next| next.sentence != sentence || !matches!(next.gap, Gap::Space | Gap::Hyphen | Gap::Ampersand));
        if !comma || !closed || self.token(end - 1).is_some_and(|last| last.possessive) {
            return None;
        }
        let mut start = name;
        while start > 0 && name - start < REACH && self.token(start - 1).is_some_and(|before| before.sentence == sentence) {
            start -= 1;
            if !matches!(self.gap(start), Gap::Space | Gap::Hyphen | Gap::Ampersand) {
                break;
            }
        }
        (start..name).find_map(|at| {
            let opens = at == start || self.is_determiner(at) || self.possessor(at).is_some();
            let (role, reached) = self.noun_phrase(at).filter(|_| opens)?;
            (reached == name).then_some(role)
        })
    }

    /// A role behind a name: after a comma, with the age between, or in brackets.
    fn behind(&self, end: usize) -> Option<Role> {
        let sentence = self.token(end.checked_sub(1)?)?.sentence;
        if self.token(end - 1)?.possessive {
            return None;
        }
        let mut at = end;
        let here = |at: usize| self.token(at).is_some_and(|token| token.sentence == sentence);
        if here(at) && self.gap(at) == Gap::Comma && self.token(at)?.shape == Shape::Number {
            at += 1;
        }
        let opens = matches!(self.gap(at), Gap::Comma) || (at == end && self.gap(at) == Gap::Open);
        if !here(at) || !opens {
            return None;
        }
        let (role, reached) = self.noun_phrase(at)?;
        let next = self.token(reached).filter(|next| next.sentence == sentence);
        let another = next.is_some_and(|next| next.is_capital() && next.gap == Gap::Space) && reached == role.tokens.end;
        // "Karl Moe, the mayor and a doctor": a list
        let listed = next.is_some() && self.is(reached, Classes::AND) && self.is_determiner(reached + 1);
        (!another && !listed).then_some(role)
    }

    fn is_determiner(&self, at: usize) -> bool {
        self.is(at, Classes::DETERMINER)
    }

    /// Where a possessive that begins here ends: "Sweden's", "the Polar Institute's", "the group's".
    fn possessor(&self, at: usize) -> Option<usize> {
        let first = if self.is_determiner(at) { at + 1 } else { at };
        let mut next = first;
        while next < first + 4 && (next == first || matches!(self.gap(next), Gap::Space | Gap::Hyphen)) {
            let last = self.candidate_at(next).and_then(|found| self.candidates.get(found)).map_or(next, |found| found.tokens.end - 1);
            let token = self.token(last)?;
            if token.possessive {
                return Some(last + 1);
            }
            if token.is(Classes::FUNCTION.or(Classes::SPEECH)) {
                return None;
            }
            next = last + 1;
        }
        None
    }

    /// A noun phrase with a role that begins here, and where it ends.
    fn noun_phrase(&self, start: usize) -> Option<(Role, usize)> {
        let (mut at, mut organisation) = (start, None);
        if let Some(next) = self.possessor(start).filter(|next| self.gap(*next) == Gap::Space) {
            organisation = self.candidate_before(next).filter(|found| self.kind(*found) == Kind::Organisation);
            at = next;
        }
        let determined = at > start || self.is_determiner(at);
        let from = at;
        let (first, end) = loop {
            if at > from && !matches!(self.gap(at), Gap::Space | Gap::Hyphen) || at > from + 6 {
                return None;
            }
            if let Some(found) = self.role_at(at) {
                break found;
            }
            let dressing = self.is_determiner(at)
                || self.is(at, Classes::ROLE_DRESSING.or(Classes::DEMONYM))
                || (self.gap(at) == Gap::Hyphen && self.is(at, Classes::TAIL));
            let adjective = determined
                && self.token(at).is_some_and(|token| {
                    !token.is(Classes::FUNCTION.or(Classes::SPEECH)) && matches!(token.shape, Shape::Lower | Shape::Number)
                });
            let name = self
                .candidate_at(at)
                .and_then(|found| self.candidates.get(found))
                .filter(|_| determined || self.gap(at + 1) == Gap::Hyphen);
            at = match name {
                Some(candidate) => candidate.tokens.end,
                None if dressing || adjective => at + 1,
                None => return None,
            };
        };
        let before = (first > from).then(|| self.candidate_before(first)).flatten().filter(|found| self.kind(*found) == Kind::Organisation);
        let organisation = organisation.or(before);
        Some(self.complement(Role { tokens: first..end, organisation }))
    }

    /// A role that begins here: modifiers and nouns to the last noun, with "and" between two.
    fn role_at(&self, start: usize) -> Option<(usize, usize)> {
        let mut end = None;
        let mut at = start;
        while at < start + 8 {
            if at > start && !matches!(self.gap(at), Gap::Space | Gap::Hyphen) {
                break;
            }
            if let Some((length, _)) = self.tokens.longest_phrase(at, at + 4, self.lexicon, ROLES) {
                if self.token(at + length - 1).is_some_and(|last| last.possessive) {
                    return None;
                }
                at += length;
                end = Some(at);
            } else if self.is(at, Classes::ROLE_MODIFIER) || (end == Some(at) && self.is(at, Classes::AND) && self.role_follows(at + 1)) {
                at += 1;
            } else {
                break;
            }
        }
        end.map(|end| (start, end))
    }

    fn role_follows(&self, start: usize) -> bool {
        let mut at = start;
        while at < start + 3 && self.is(at, Classes::ROLE_MODIFIER) && !self.is(at, ROLES) {
            at += 1;
        }
        self.is(at, ROLES) && self.token(at).is_some_and(|token| token.shape == Shape::Lower || self.is_capital(start - 2))
    }

    /// What follows a role with "of", "for", "at", "on": an organisation, or more of the role.
    fn complement(&self, mut role: Role) -> (Role, usize) {
        let mut at = role.tokens.end;
        for _ in 0..3 {
            let links = Classes::OF.or(Classes::FOR).or(Classes::AT).or(Classes::BY).or(Classes::IN).or(Classes::FROM).or(Classes::TO);
            let Some(link) = self.token(at).filter(|token| token.gap == Gap::Space && token.is(links) && !token.is_capital()) else {
                break;
            };
            let (article, first) = if self.is(at + 1, Classes::ARTICLE) { (true, at + 2) } else { (false, at + 1) };
            if let Some((organisation, end)) = self.organisation_at(first) {
                role.organisation = role.organisation.or(Some(organisation).filter(|_| !link.is(Classes::FROM)));
                at = end;
                break;
            }
            let (end, place) = self.plain_complement(first);
            let leads = link.is(Classes::OF.or(Classes::FOR));
            let kept = if place { leads || link.is(Classes::TO) } else { leads && !article && end > first && !self.is_determiner(first) };
            if kept {
                role.tokens.end = end;
            }
            if end == first {
                break;
            }
            at = end;
        }
        (role, at)
    }

    /// The organisation that a complement names, behind a few small words: "Russia's federal Fisheries Agency".
    fn organisation_at(&self, first: usize) -> Option<(usize, usize)> {
        let mut at = first;
        while at < first + 5 {
            if at > first && self.gap(at) != Gap::Space {
                return None;
            }
            if let Some(found) = self.candidate_at(at) {
                let candidate = self.candidates.get(found)?;
                let possessive = self.token(candidate.tokens.end - 1).is_some_and(|last| last.possessive);
                if self.kind(found) == Kind::Organisation && !possessive {
                    return Some((found, candidate.tokens.end));
                }
                if !possessive {
                    return None;
                }
                at = candidate.tokens.end;
                continue;
            }
            let small = self.token(at).is_some_and(|token| token.shape == Shape::Lower && !token.is(Classes::FUNCTION))
                || self.is(at, Classes::DEMONYM);
            if !small {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Where the words of a complement end that names no organisation, and whether it is a place.
    fn plain_complement(&self, first: usize) -> (usize, bool) {
        if let Some(candidate) =
            self.candidate_at(first).filter(|found| self.kind(*found) == Kind::Place).and_then(|found| self.candidates.get(found))
        {
            let possessive = self.token(candidate.tokens.end - 1).is_some_and(|last| last.possessive);
            return if possessive { (first, false) } else { (candidate.tokens.end, true) };
        }
        let capital = self.is_capital(first);
        let mut at = first;
        while at < first + 7 {
            let Some(token) = self.token(at).filter(|token| matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Ampersand)) else { break };
            let and = self.is(at, Classes::AND)
                && at > first
                && self.token(at + 1).is_some_and(|next| next.is_capital() == capital && next.gap == Gap::Space);
            let of = self.is(at, Classes::OF) && self.candidate_at(at + 1).is_some_and(|found| self.kind(found) == Kind::Place);
            let word =
                token.is_capital() == capital && !token.is(Classes::FUNCTION) && !token.is(Classes::SPEECH) && token.shape != Shape::Number;
            let place = of && at > first;
            if place {
                let end =
                    self.candidate_at(at + 1).and_then(|found| self.candidates.get(found)).map_or(at + 1, |candidate| candidate.tokens.end);
                return (end, true);
            }
            if !and && !word {
                break;
            }
            at += 1;
        }
        (at, false)
    }
}

const ROLES: Classes = Classes::ROLE.or(Classes::STYLE);

/// Whether a mention is where a role is to be looked for: one that stands between its surroundings as names do.
pub(crate) fn may_have_role(candidate: &Candidate) -> bool {
    !candidate.weak || candidate.around.has(Evidence::Titled)
}
