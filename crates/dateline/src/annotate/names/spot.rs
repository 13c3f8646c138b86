//! Tokens in, candidates out: the stretches of capitalised words that may be a name, cut where one name ends and the next begins.
//!
//! A run is a stretch of words with capitals, with the small words that names have inside. Titles cut it; so does the end of what a ministry, a company or a river is
//! called. What a candidate is stands open: only what its own words say of it is noted here.

use std::ops::Range;

use super::{
    evidence::{Evidence, EvidenceSet},
    gazetteer::{Meanings, PlaceKind},
    lexicon::{Classes, Lexicon},
    token::{Gap, Shape, Token, Tokens},
};

/// A stretch of tokens that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What its own words say of it.
    pub(crate) own: EvidenceSet,
    /// What its surroundings say.
    pub(crate) around: EvidenceSet,
    /// What the gazetteers know of it.
    pub(crate) meanings: Option<Meanings>,
    /// Whether its capitals mean nothing: in a line of capitals or a headline.
    pub(crate) weak: bool,
}

/// How many tokens of a run are looked at: no name is longer, and nothing here takes more than this for each token.
const LONGEST_RUN: usize = 24;

/// What spotting needs.
pub(crate) struct Spotter<'a> {
    pub(crate) tokens: &'a Tokens<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) candidates: Vec<Candidate>,
}

impl Spotter<'_> {
    /// The candidates of all sentences, in order.
    pub(crate) fn spot(mut self) -> Vec<Candidate> {
        for number in 0..self.tokens.sentence_count() {
            let sentence = self.tokens.sentence(number);
            if self.is_capitals(sentence.clone()) {
                self.spot_known(sentence);
            } else {
                let from = self.candidates.len();
                let headline = self.is_headline(sentence.clone());
                self.spot_runs(sentence);
                for candidate in self.candidates.iter_mut().skip(from).filter(|_| headline) {
                    candidate.weak = true;
                }
            }
        }
        self.candidates
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    /// Whether a sentence is in capitals: nearly all of its words, and enough of them to tell.
    fn is_capitals(&self, sentence: Range<usize>) -> bool {
        let (mut words, mut capitals) = (0, 0);
        for token in sentence.filter_map(|at| self.token(at)) {
            words += usize::from(!matches!(token.shape, Shape::Number | Shape::Caseless | Shape::Initial));
            capitals += usize::from(token.shape == Shape::Capitals);
        }
        capitals >= 2 && capitals * 10 >= words * 8
    }

    /// Whether nearly all longer words of a sentence begin with a capital, as in headlines.
    fn is_headline(&self, sentence: Range<usize>) -> bool {
        let behind = self.tokens.text().get(self.tokens.span(sentence.clone()).end as usize..).unwrap_or_default();
        if behind.starts_with(['.', '!', '?', '"', '\u{201d}', ',', ';']) {
            return false;
        }
        let (mut words, mut capitals) = (0, 0);
        for token in sentence.filter_map(|at| self.token(at)).filter(|token| token.span.end - token.span.start > 3) {
            words += usize::from(!matches!(token.shape, Shape::Number | Shape::Caseless));
            capitals += usize::from(token.is_capital());
        }
        words >= 4 && capitals * 10 >= words * 9
    }

    /// Whether a run can begin here, or go on.
    fn is_name_word(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_capital()) else { return false };
        let phrase = || {
            self.tokens
                .longest_phrase(at, at + 4, self.lexicon, Classes::STYLE.or(Classes::PLACE).or(Classes::ORGANISATION))
                .is_some_and(|(length, _)| length > 1 && self.token(at + length - 1).is_some_and(Token::is_capital))
        };
        let small = token.is(Classes::FUNCTION) && token.shape != Shape::Capitals && token.shape != Shape::Initial && !phrase();
        let pronoun = token.shape == Shape::Initial && self.tokens.folded(at) == "i";
        !small
            && !pronoun
            && (!token.is(Classes::CALENDAR) || self.follows_given_name(at) || self.is_short_surname(at) || self.opens_name(at))
    }

    /// "Jan Hruska", "April Jones": what is otherwise a month is a given name before another word with a capital.
    fn opens_name(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.shape == Shape::Capitalised && token.given() > 0 && !token.possessive) else {
            return false;
        };
        let next =
            self.token(at + 1).filter(|next| next.gap == Gap::Space && next.shape == Shape::Capitalised && !next.is(Classes::CALENDAR));
        let number = at.checked_sub(1).and_then(|before| self.token(before)).is_some_and(|before| before.shape == Shape::Number);
        let plain = next.is_some_and(|next| next.facts.level > 0 && next.facts.level < 4 && next.surname() < 2);
        next.is_some_and(|next| next.sentence == token.sentence) && !number && !plain
    }

    /// "Sun" and "Mar" are surnames, too: within a sentence, and not beside a number.
    fn is_short_surname(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.shape == Shape::Capitalised && !token.initial && token.is(Classes::SURNAME))
        else {
            return false;
        };
        let number = |at: usize| self.token(at).is_some_and(|token| token.shape == Shape::Number);
        token.span.end - token.span.start == 3 && !number(at + 1) && !at.checked_sub(1).is_some_and(number)
    }

    /// "Theresa May", "April Jones": what is otherwise a month or a day stands in a name.
    fn follows_given_name(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.shape == Shape::Capitalised) else { return false };
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        token.gap == Gap::Space
            && before
                .is_some_and(|before| before.is_capital() && (before.given() >= 2 || before.is(Classes::HONORIFIC)) && !before.possessive)
    }

    fn spot_runs(&mut self, sentence: Range<usize>) {
        let mut at = sentence.start;
        while at < sentence.end {
            if !self.is_name_word(at) {
                at += 1;
                continue;
            }
            let end = self.run_end(at, sentence.end);
            at = self.split(at, end, sentence.end).max(at + 1);
        }
    }

    /// Where the run that begins here ends.
    pub(super) fn run_end(&self, start: usize, limit: usize) -> usize {
        let limit = limit.min(start + LONGEST_RUN);
        let mut at = start + 1;
        while at < limit {
            let Some(token) = self.token(at) else { break };
            let before = self.token(at - 1);
            let joined = matches!(token.gap, Gap::Space | Gap::Ampersand) && !before.is_some_and(|before| self.closes(before, at - 1));
            if !joined {
                break;
            }
            if self.is_name_word(at) {
                at += 1;
                continue;
            }
            // "Ursula von der Leyen", "Banco de la Nación"
            let next = (at..limit.min(at + 3))
                .find(|next| self.token(*next).is_some_and(|token| token.gap == Gap::Space) && !self.is(*next, Classes::PARTICLE));
            match next
                .filter(|next| *next > at && self.is_name_word(*next) && self.token(*next).is_some_and(|token| token.gap == Gap::Space))
            {
                Some(next) => at = next + 1,
                None => break,
            }
        }
        at
    }

    /// Whether a possessive ends the run: that of a name does, that of a common word ("People's Republic") does not.
    fn closes(&self, token: &Token, at: usize) -> bool {
        if !token.possessive {
            return false;
        }
        let opens =
            at.checked_sub(1).and_then(|before| self.token(before)).is_none_or(|before| !before.is_capital() || token.gap != Gap::Space);
        let person = self.token(at + 1).is_some_and(|next| next.given() > 1);
        let plural = self.tokens.folded(at).ends_with('s') && token.facts.level > 0 && token.given() == 0 && token.surname() == 0;
        let common = token.facts.level > 0
            && token.facts.level <= 3
            && token.given() < 2
            && token.shape == Shape::Capitalised
            && (opens || plural || self.is(at + 1, HEADS))
            && !person;
        let phrase = self.tokens.longest_phrase(at, at + 4, self.lexicon, Classes::ORGANISATION.or(Classes::PLACE));
        !common && phrase.is_none_or(|(length, _)| length < 2)
    }

    /// Cuts a run into candidates and gives where to go on.
    fn split(&mut self, start: usize, end: usize, limit: usize) -> usize {
        let (mut start, mut end) = (self.skip_opening(start, end), end);
        let mut titled = None;
        let mut at = start;
        while at < end {
            let Some((length, title)) = self.title(at, end, limit) else {
                at += 1;
                continue;
            };
            if self.heads_name(at, length, end) {
                at += length;
                continue;
            }
            let left = self.without_modifiers(start, at);
            let from = self.candidates.len();
            self.piece(start..left, titled, limit);
            if let Some(before) =
                self.candidates.get_mut(from..).and_then(<[Candidate]>::last_mut).filter(|before| before.tokens.end == left)
            {
                before.around.add(Evidence::BeforeTitle);
            }
            at += length;
            if at >= end {
                let next = self.behind_title(at, limit);
                if !self.is_name_word(next) || self.token(next).is_some_and(|token| token.gap != Gap::Space) {
                    return next;
                }
                at = next;
                end = self.run_end(at, limit);
            }
            start = at;
            titled = Some(title);
        }
        self.piece(start..end, titled, limit).unwrap_or(end)
    }

    /// Where a title ends that goes on with "of" or "for" and words that are no name: "Minister of Culture and Sport".
    fn behind_title(&self, end: usize, limit: usize) -> usize {
        let small = |at: usize, class: Classes| {
            at < limit && self.token(at).is_some_and(|token| token.is(class) && !token.is_capital() && token.gap == Gap::Space)
        };
        if !small(end, Classes::OF.or(Classes::FOR)) {
            return end;
        }
        let mut at = if small(end + 1, Classes::ARTICLE) { end + 2 } else { end + 1 };
        let plain = |at: usize| {
            self.token(at).is_some_and(|token| {
                at < limit
                    && token.facts.level > 0
                    && token.given() < 2
                    && token.shape == Shape::Capitalised
                    && matches!(token.gap, Gap::Space | Gap::Comma)
            })
        };
        let headed = self.tokens.longest_phrase(at, limit, self.lexicon, Classes::ORGANISATION.or(Classes::PLACE)).is_some()
            || (at..limit.min(at + 6))
                .take_while(|at| plain(*at))
                .any(|at| self.is(at, Classes::ORGANISATION_HEAD) && self.is(at, Classes::ORGANISATION_OPENER));
        if !plain(at) || headed {
            return end;
        }
        while plain(at) || (small(at, Classes::AND.or(Classes::OF)) && plain(at + 1)) {
            at += 1;
        }
        at
    }

    /// The first word of a sentence has its capital for nothing: it is left out where it is a common word and the name goes on without it.
    fn skip_opening(&self, start: usize, end: usize) -> usize {
        let Some(token) = self.token(start).filter(|token| token.initial && end > start + 1) else { return start };
        let common = (token.facts.level > 0 && token.facts.level <= 5 && token.given() < 3) || token.is(Classes::SPEECH);
        let kept =
            token.is(Classes::DEMONYM.or(Classes::STYLE).or(Classes::HONORIFIC).or(Classes::PLACE_OPENER).or(Classes::ORGANISATION_HEAD))
                || token.entry.reach > 1
                || token.shape != Shape::Capitalised;
        let head = (start + 1..end).any(|at| self.is(at, HEADS.or(Classes::COMPANY)));
        let person = self.token(start + 1).is_some_and(|next| next.given() > 1);
        if common && !kept && (!head || person) && !self.is_place(start, end) { start + 1 } else { start }
    }

    fn is_place(&self, start: usize, end: usize) -> bool {
        self.place(start, end).is_some_and(|(_, meanings)| meanings.first().weight > 2)
    }

    /// The longest name of a place at the start of these tokens.
    pub(super) fn place(&self, start: usize, end: usize) -> Option<(usize, Meanings)> {
        self.tokens.place(start, end)
    }

    /// A title at this place: how many tokens it has, and what it speaks for.
    fn title(&self, at: usize, end: usize, limit: usize) -> Option<(usize, Evidence)> {
        let (length, entry) =
            self.tokens.longest_phrase(at, limit, self.lexicon, Classes::STYLE.or(Classes::HONORIFIC).or(Classes::ROLE))?;
        let token = self.token(at)?;
        let surname = length == 1 && (token.given() > 1 || (at + 1 == end && token.surname() > 0));
        let before =
            at.checked_sub(1).and_then(|before| self.token(before)).filter(|before| before.is_capital() && token.gap == Gap::Space);
        let particle = before.is_some_and(|before| before.is(Classes::PARTICLE) && !before.is(Classes::HONORIFIC));
        let inside = before.is_some_and(|before| before.given() > 0);
        if particle || (surname && inside) || (self.tokens.folded(at) == "st" && at + 1 < end && self.is_place(at, end)) {
            return None;
        }
        Some((length, if entry.classes.any(Classes::HONORIFIC) { Evidence::Honoured } else { Evidence::Titled }))
    }

    /// Whether the title is the beginning or the end of a longer name that is no person's: "General Assembly", "King Fahd University".
    fn heads_name(&self, at: usize, length: usize, end: usize) -> bool {
        let known = self
            .tokens
            .longest_phrase(at, end, self.lexicon, Classes::ORGANISATION.or(Classes::PLACE))
            .is_some_and(|(known, _)| known > length);
        let head = (at + length..end).find(|at| self.is(*at, HEADS) && !self.is(*at, Classes::STYLE));
        let far = head.is_some_and(|head| {
            let name = self.token(head).is_some_and(|token| token.surname() > 1 || token.given() > 0);
            head + 1 == end && !name
        });
        known || far
    }

    /// "Foreign" of "Foreign Minister" belongs to the title.
    fn without_modifiers(&self, start: usize, mut end: usize) -> usize {
        let known = |from: usize, to: usize| {
            self.tokens.longest_phrase(from, to, self.lexicon, Classes::ORGANISATION).is_some_and(|(length, _)| from + length == to)
        };
        while end > start && self.is(end - 1, Classes::ROLE_MODIFIER.or(Classes::ROLE_DRESSING).or(Classes::ROLE)) && !known(start, end) {
            if self.is(end - 1, Classes::ORGANISATION_HEAD) && end - 1 > start && !self.is(end - 2, Classes::DEMONYM) {
                break;
            }
            end -= 1;
        }
        end
    }
}

/// What ends a name.
pub(super) const HEADS: Classes = Classes::ORGANISATION_HEAD.or(Classes::PLACE_HEAD).or(Classes::THING_HEAD);

/// What the gazetteers' meanings speak for.
pub(super) fn place_evidence(meanings: Meanings, own: &mut EvidenceSet) {
    let first = meanings.first();
    own.add(match first.kind {
        PlaceKind::Country => Evidence::Country,
        PlaceKind::Region => Evidence::Region,
        PlaceKind::Area => Evidence::Area,
        PlaceKind::City if first.weight >= 5 => Evidence::LargeCity,
        PlaceKind::City if first.weight >= 3 => Evidence::City,
        PlaceKind::City => Evidence::Town,
    });
}
