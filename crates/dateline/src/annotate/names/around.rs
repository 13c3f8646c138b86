//! Candidates in, what stands around each of them out.

use super::{
    evidence::Evidence,
    lexicon::Classes,
    spot::Candidate,
    token::{Gap, Shape, Token, Tokens},
};
use crate::text::Span;

/// What small words before a name speak for.
const BEFORE: [(Classes, Evidence); 6] = [
    (Classes::ARTICLE, Evidence::The),
    (Classes::IN, Evidence::In),
    (Classes::AT, Evidence::At),
    (Classes::FROM, Evidence::From),
    (Classes::TO, Evidence::From),
    (Classes::BY, Evidence::By),
];

/// Notes what stands around the candidates of an article.
pub(crate) struct Surroundings<'a> {
    pub(crate) tokens: &'a Tokens<'a>,
    /// Where the dateline stands.
    pub(crate) dateline: Option<Span>,
}

impl Surroundings<'_> {
    /// Notes them all.
    pub(crate) fn note(&self, candidates: &mut [Candidate]) {
        for at in 0..candidates.len() {
            let (before, rest) = candidates.split_at_mut(at);
            let Some((candidate, after)) = rest.split_first_mut() else { continue };
            self.note_before(candidate);
            self.note_behind(candidate);
            self.note_neighbours(before.last(), candidate, after.first());
        }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn note_before(&self, candidate: &mut Candidate) {
        let start = candidate.tokens.start;
        let Some(first) = self.token(start) else { return };
        candidate.around.add_if(first.gap == Gap::Quote && self.closes_quote(candidate), Evidence::Quoted);
        candidate.around.add_if(
            self.dateline.is_some_and(|dateline| dateline.start <= first.span.start && first.span.end <= dateline.end),
            Evidence::Dateline,
        );
        let before = start
            .checked_sub(1)
            .and_then(|at| self.token(at))
            .filter(|before| before.sentence == first.sentence && first.gap == Gap::Space);
        let Some(before) = before.filter(|before| !before.is_capital() || before.is(Classes::FUNCTION)) else { return };
        let around = &mut candidate.around;
        for (class, evidence) in BEFORE {
            around.add_if(before.is(class), evidence);
        }
        if before.is(Classes::OF.or(Classes::AT).or(Classes::FOR).or(Classes::BY)) {
            let noun = start.checked_sub(2).and_then(|at| self.token(at)).filter(|noun| noun.shape == Shape::Lower && !noun.possessive);
            let of = before.is(Classes::OF);
            around.add_if(of && noun.is_some_and(|noun| noun.is(Classes::PLACE_NOUN)), Evidence::PlaceNounBefore);
            let place = noun.is_some_and(|noun| noun.is(Classes::PLACE_ROLE));
            around.add_if(of && place, Evidence::PlaceRoleOf);
            around.add_if(!place && noun.is_some_and(|noun| noun.is(Classes::ROLE)), Evidence::RoleOf);
        }
        if before.shape == Shape::Lower {
            around.add_if(before.is(Classes::PLACE_PREPOSITION) && !before.is(Classes::IN), Evidence::PlacePreposition);
            around.add_if(before.is(Classes::ROLE) && !before.possessive, Evidence::RoleBefore);
            around.add_if(before.is(Classes::PLACE_NOUN) && !before.possessive, Evidence::PlaceNounBefore);
            around.add_if(before.is(Classes::SPEECH), Evidence::Speech);
            around.add_if(before.is(Classes::ORGANISATION_NOUN) && !before.is(Classes::ROLE), Evidence::OrganisationNounBefore);
        }
    }

    fn closes_quote(&self, candidate: &Candidate) -> bool {
        let end = self.tokens.span(candidate.tokens.clone()).end as usize;
        self.tokens.text().get(end..).is_some_and(|behind| {
            behind.starts_with(['"', '\u{201d}', '\u{2019}', '\u{bb}', '\''])
                && !behind.starts_with("\u{2019}s")
                && !behind.starts_with("'s")
        })
    }

    fn note_behind(&self, candidate: &mut Candidate) {
        let end = candidate.tokens.end;
        let Some(last) = self.token(end - 1) else { return };
        candidate.around.add_if(last.possessive, Evidence::Possessive);
        let Some(behind) = self.token(end).filter(|behind| behind.sentence == last.sentence) else { return };
        let around = &mut candidate.around;
        let lower = behind.shape == Shape::Lower && !last.possessive;
        around.add_if(last.possessive && behind.gap == Gap::Space && behind.shape == Shape::Lower && self.has_role(end), Evidence::HasRole);
        match behind.gap {
            Gap::Space if lower => {
                around.add_if(behind.is(Classes::SPEECH), Evidence::Speech);
                around.add_if(behind.is(Classes::PERSON_VERB), Evidence::PersonVerb);
                around.add_if(behind.is(Classes::PLACE_NOUN), Evidence::PlaceNounBehind);
                around.add_if(behind.is(Classes::ORGANISATION_NOUN), Evidence::OrganisationNounBehind);
                around.add_if(behind.is(Classes::WHO), Evidence::WhoBehind);
            }
            Gap::Hyphen => around.add_if(behind.is(Classes::TAIL) && behind.shape == Shape::Lower, Evidence::CompoundTail),
            Gap::Comma => self.note_comma(candidate, end),
            Gap::Open => {
                around.add_if(self.is_age(end), Evidence::AgeBehind);
                around.add_if(behind.is(Classes::ROLE) && behind.shape == Shape::Lower, Evidence::RoleBehind);
            }
            _ => {}
        }
    }

    fn note_comma(&self, candidate: &mut Candidate, end: usize) {
        let around = &mut candidate.around;
        let is = |class: Classes| self.token(end).is_some_and(|token| token.is(class));
        around.add_if(is(Classes::WHO), Evidence::WhoBehind);
        around.add_if(is(Classes::WHICH), Evidence::WhichBehind);
        around.add_if(self.is_age(end), Evidence::AgeBehind);
        around.add_if(self.has_role(end), Evidence::RoleBehind);
    }

    /// A number that is nothing but an age: alone between the marks.
    fn is_age(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.shape == Shape::Number) else { return false };
        let years = self.tokens.folded(at).parse::<u32>().is_ok_and(|years| (3..115).contains(&years));
        years && self.token(at + 1).is_none_or(|next| next.sentence != token.sentence || !matches!(next.gap, Gap::Space | Gap::Hyphen))
    }

    /// Whether a role begins here: a few words, the last of them a role's noun, in small letters.
    pub(crate) fn has_role(&self, at: usize) -> bool {
        let Some(first) = self.token(at) else { return false };
        for next in at..at + 6 {
            let Some(token) = self.token(next).filter(|token| token.sentence == first.sentence) else { return false };
            if next > at && !matches!(token.gap, Gap::Space | Gap::Hyphen) {
                return false;
            }
            if token.is(Classes::ROLE) && token.shape == Shape::Lower {
                return true;
            }
            let dressing = Classes::ROLE_MODIFIER.or(Classes::ROLE_DRESSING).or(Classes::DEMONYM).or(Classes::TAIL);
            if !token.is(dressing) && token.shape == Shape::Lower && next > at + 2 {
                return false;
            }
        }
        false
    }

    fn note_neighbours(&self, before: Option<&Candidate>, candidate: &mut Candidate, after: Option<&Candidate>) {
        let comma = |from: usize, to: usize| from == to && self.token(to).is_some_and(|token| token.gap == Gap::Comma);
        let known = |other: &Candidate| {
            [Evidence::Country, Evidence::Region, Evidence::KnownPlace].into_iter().any(|evidence| other.own.has(evidence))
        };
        let city = |other: &Candidate| known(other) || other.own.has(Evidence::LargeCity) || other.own.has(Evidence::City);
        let beside = after.is_some_and(|after| comma(candidate.tokens.end, after.tokens.start) && known(after))
            || before.is_some_and(|before| comma(before.tokens.end, candidate.tokens.start) && city(before));
        candidate.around.add_if(beside, Evidence::BesidePlace);
        if let Some(after) = after.filter(|after| after.tokens.start == candidate.tokens.end && self.is_bracketed(after)) {
            candidate.around.add_if(self.is_short_for(after, candidate), Evidence::AcronymBehind);
        }
        if let Some(before) = before.filter(|before| before.tokens.end == candidate.tokens.start && self.is_bracketed(candidate)) {
            candidate.around.add_if(self.is_short_for(candidate, before), Evidence::AcronymOf);
        }
    }

    fn is_bracketed(&self, candidate: &Candidate) -> bool {
        let open = self.token(candidate.tokens.start).is_some_and(|token| token.gap == Gap::Open && token.shape == Shape::Capitals);
        open && candidate.tokens.len() == 1
    }

    /// Whether an acronym is made of the initials of a name, or at least begins as it does and is as short as acronyms are.
    fn is_short_for(&self, short: &Candidate, long: &Candidate) -> bool {
        let letters: Vec<char> = self.tokens.folded(short.tokens.start).chars().filter(|c| c.is_alphanumeric()).collect();
        let initials: Vec<char> = long
            .tokens
            .clone()
            .filter(|at| self.token(*at).is_some_and(Token::is_capital))
            .filter_map(|at| self.tokens.folded(at).chars().next())
            .collect();
        let mut left = letters.iter();
        let found = initials.iter().filter(|initial| left.clone().next() == Some(initial) && left.next().is_some()).count();
        long.tokens.len() > 1
            && letters.len() >= 2
            && (found == letters.len() || (letters.first() == initials.first() && found + 2 >= letters.len() && found >= 2))
    }
}
