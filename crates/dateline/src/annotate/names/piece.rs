//! A run without titles in, candidates out: cut behind the words that end names, and led on over "of" where more of a name follows.

use std::ops::Range;

use super::{
    evidence::{Evidence, EvidenceSet},
    lexicon::Classes,
    spot::{Candidate, HEADS, Spotter},
    token::{Gap, Shape, Token},
};

impl Spotter<'_> {
    /// Makes candidates of the tokens between titles. Gives where to go on where a name goes on behind the run.
    pub(super) fn piece(&mut self, range: Range<usize>, titled: Option<Evidence>, limit: usize) -> Option<usize> {
        let Range { mut start, end } = range;
        while start < end
            && self.is_dressing(start, end)
            && self.known(start, end).is_none()
            && self.place(start, end).is_none_or(|(length, _)| length < 2)
        {
            start += 1;
        }
        if start >= end {
            return None;
        }
        let thing =
            end == start + 1 && self.token(start).is_some_and(|token| token.is(HEADS) && is_plain_word(token) && token.surname() < 3);
        if let Some(title) = titled.filter(|_| !self.is(start, Classes::DEMONYM) && !thing) {
            let cut = self.cut(start, end).filter(|(_, evidence)| *evidence == Evidence::CompanySuffix).map_or(end, |(cut, _)| cut);
            self.push(start..cut, title.into());
            return None;
        }
        if let Some(known) = self.known(start, end) {
            return self.known_piece(start..known, end, limit);
        }
        match self.cut(start, end) {
            Some((cut, evidence)) if cut == end => Some(self.headed(start..end, evidence, limit)),
            Some((cut, evidence)) => self.cut_inside(start, cut, end, evidence, limit),
            None => {
                self.unheaded(start..end);
                None
            }
        }
    }

    fn known_piece(&mut self, known: Range<usize>, end: usize, limit: usize) -> Option<usize> {
        if known.end == end {
            let opener = self.is(end - 1, Classes::ORGANISATION_OPENER) || self.is(end - 1, Classes::PLACE_OPENER);
            let led = if opener { self.lead_on(end, limit) } else { end };
            self.push(known.start..led, EvidenceSet::default());
            return (led > end).then_some(led);
        }
        let rest = known.end;
        self.push(known, EvidenceSet::default());
        self.piece(rest..end, None, limit)
    }

    /// Words that stand before names and are no part of them.
    fn is_dressing(&self, at: usize, end: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let alone = at + 1 == end;
        let dressing = token.is(Classes::ROLE_DRESSING) && token.given() == 0;
        dressing && token.shape == Shape::Capitalised && !(at + 1 < end && self.is(at + 1, HEADS)) && !alone
    }

    /// The end of a known name that begins here: of an organisation or a place with several words, or of one with a single word that stands alone.
    fn known(&self, start: usize, end: usize) -> Option<usize> {
        let (length, _) = self.tokens.longest_phrase(start, end, self.lexicon, Classes::ORGANISATION.or(Classes::PLACE))?;
        let cut = start + length;
        let headed = (cut..end).any(|at| self.is(at, HEADS.or(Classes::COMPANY)));
        (cut == end || (length > 1 && !headed)).then_some(cut)
    }

    /// The last word of the piece that ends a name, with what it speaks for: a company's suffix first.
    fn cut(&self, start: usize, end: usize) -> Option<(usize, Evidence)> {
        let suffix = (start + 1..end).find(|at| self.is(*at, Classes::COMPANY) && (self.tokens.folded(*at).len() > 2 || *at + 1 == end));
        if let Some(mut at) = suffix {
            while at + 1 < end && self.is(at + 1, Classes::COMPANY) {
                at += 1;
            }
            return Some((at + 1, Evidence::CompanySuffix));
        }
        let head = (start..end).rev().find(|at| self.is_head(*at, start, end))?;
        let token = self.token(head)?;
        let evidence = if token.is(Classes::THING_HEAD) && !token.is(Classes::ORGANISATION_HEAD) {
            Evidence::ThingHead
        } else if token.is(Classes::PLACE_HEAD) {
            Evidence::PlaceHead
        } else {
            Evidence::OrganisationHead
        };
        Some((head + 1, evidence))
    }

    /// Whether a word ends a name here: not where it may as well be a surname behind a given name.
    fn is_head(&self, at: usize, start: usize, end: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is(HEADS)) else { return false };
        let before = (at > start).then(|| self.token(at - 1)).flatten();
        let surname = at + 1 == end && token.surname() > 1 && before.is_some_and(|before| before.given() > 1) && at == start + 1;
        let given = at == start
            && end > start + 1
            && (token.surname() > 1 || token.given() > 1)
            && self.token(at + 1).is_some_and(|next| next.facts.level == 0);
        !surname && !given
    }

    /// A name that ends with the run, in a word that ends names: "of" may lead it on.
    fn headed(&mut self, range: Range<usize>, evidence: Evidence, limit: usize) -> usize {
        let last = range.end - 1;
        let opener = self.is(last, Classes::ORGANISATION_OPENER.or(Classes::PLACE_OPENER)) && evidence != Evidence::CompanySuffix;
        let end = match evidence {
            Evidence::CompanySuffix => self.second_suffix(range.end, limit),
            Evidence::ThingHead => self.lead_on(range.end, limit),
            _ if opener => self.lead_on(range.end, limit),
            _ => range.end,
        };
        let mut own = EvidenceSet::from(evidence);
        if end > range.end && evidence != Evidence::CompanySuffix && evidence != Evidence::ThingHead {
            own = EvidenceSet::from(if self.is(last, Classes::ORGANISATION_OPENER) {
                Evidence::OrganisationOpener
            } else {
                Evidence::PlaceHead
            });
        } else if range.len() == 1 {
            own = EvidenceSet::default();
        }
        let start = self.joined_before(range.start, evidence);
        self.push(start..end, own);
        end
    }

    /// "Hanmoor Vietnam Co., Ltd": a suffix behind a comma.
    fn second_suffix(&self, end: usize, limit: usize) -> usize {
        let comma = self.token(end).is_some_and(|token| {
            end < limit && token.is_capital() && token.is(Classes::COMPANY) && matches!(token.gap, Gap::Comma | Gap::Other)
        });
        let text = self.tokens.text();
        let close = |at: usize| {
            let (before, token) = (self.token(at - 1), self.token(at));
            let between = before.zip(token).and_then(|(before, token)| text.get(before.span.end as usize..token.span.start as usize));
            between.is_some_and(|between| matches!(between, ", " | "., "))
        };
        if comma && close(end) { end + 1 } else { end }
    }

    /// "Food and Drug Administration", "Standard and Poor's": one common word and an "and" before belong to it.
    fn joined_before(&mut self, start: usize, evidence: Evidence) -> usize {
        let Some(previous) = self.candidates.last() else { return start };
        let joined = evidence == Evidence::OrganisationHead
            && previous.tokens.end + 1 == start
            && self.is(start - 1, Classes::AND)
            && previous.tokens.len() <= 2
            && previous.around == EvidenceSet::default()
            && previous.tokens.clone().all(|at| self.token(at).is_some_and(is_plain_word))
            && self.token(start).is_some_and(is_plain_word);
        if !joined {
            return start;
        }
        let from = previous.tokens.start;
        self.candidates.pop();
        from
    }

    /// Where a name ends that goes on with "of", "for", "on" and more words with capitals; `end` where it does not.
    fn lead_on(&self, end: usize, limit: usize) -> usize {
        let small = |at: usize, class: Classes| {
            at < limit
                && self
                    .token(at)
                    .is_some_and(|token| token.is(class) && !token.is_capital() && matches!(token.gap, Gap::Space | Gap::Ampersand))
        };
        if !small(end, Classes::OF.or(Classes::FOR)) || self.token(end - 1).is_some_and(|token| token.possessive) {
            return end;
        }
        let mut at = end + 1;
        while small(at, Classes::ARTICLE) {
            at += 1;
        }
        let Some(mut led) = self.led(at, limit) else { return end };
        let opener = self.is(end - 1, Classes::ORGANISATION_OPENER) || self.is(end - 1, Classes::THING_HEAD);
        if !opener && self.token(at).is_some_and(is_plain_word) && self.place(at, led).is_none() {
            return end;
        }
        // "Ministry of Law, Justice and Parliamentary Affairs"
        while let Some(token) = self.token(led).filter(|_| led < limit) {
            let and = small(led, Classes::AND.or(Classes::OF));
            let next = if and { led + 1 } else { led };
            let comma = !and && token.gap == Gap::Comma;
            let listed = (and || comma)
                && self.token(next).is_some_and(|next| next.is_capital() && is_plain_word(next) && next.sentence == token.sentence);
            let closed = !comma
                || (next..limit.min(next + 6)).any(|at| {
                    small(at, Classes::AND) && self.token(at + 1).is_some_and(|after| after.is_capital() && is_plain_word(after))
                });
            if !listed || !closed {
                break;
            }
            match self.led(next, limit) {
                Some(further) => led = further,
                None => break,
            }
        }
        led
    }

    /// The end of the words with capitals that begin here: before a title, and of a place's name no more than that.
    fn led(&self, at: usize, limit: usize) -> Option<usize> {
        let token =
            self.token(at).filter(|token| at < limit && token.is_capital() && token.gap == Gap::Space || token.gap == Gap::Comma)?;
        if token.is(Classes::CALENDAR) || !token.is_capital() {
            return None;
        }
        let end = self.run_end(at, limit);
        let title = (at + 1..end).find(|at| self.is(*at, Classes::STYLE.or(Classes::HONORIFIC)) && !self.is(*at, HEADS)).unwrap_or(end);
        let place = self.place(at, end).map(|(length, _)| at + length);
        Some(place.filter(|place| *place < title && !self.is(*place, HEADS)).unwrap_or(title))
    }

    /// A piece with a word that ends names, and more behind it: "World Bank India", "University Hospital Basel", "Education Ministry John Doe".
    fn cut_inside(&mut self, start: usize, cut: usize, end: usize, evidence: Evidence, limit: usize) -> Option<usize> {
        let person = self.token(cut).is_some_and(|token| token.given() > 0) && end - cut <= 3;
        let place = self.place(cut, end).is_some_and(|(length, _)| cut + length == end);
        if evidence == Evidence::CompanySuffix
            || (cut > start + 1 && (person || place))
            || (evidence == Evidence::ThingHead && cut > start + 1)
        {
            self.push(start..cut, evidence.into());
            return self.piece(cut..end, None, limit);
        }
        let own = if cut > start + 1 || self.is(start, Classes::ORGANISATION_OPENER) { evidence.into() } else { EvidenceSet::default() };
        self.push(start..end, own);
        None
    }

    /// A piece in which no word ends a name.
    fn unheaded(&mut self, range: Range<usize>) {
        let Range { start, end } = range;
        if let Some((length, meanings)) = self.place(start, end).filter(|(length, _)| start + length < end) {
            let rest = start + length;
            let person = self.token(start).is_some_and(|token| token.given() > 0)
                || self.token(rest).is_some_and(|token| token.surname() > 2 && token.facts.level == 0 && length == 1);
            let named = self.token(rest).is_some_and(|token| token.given() > 1 && end - rest >= 2);
            let place = self
                .place(rest, end)
                .is_some_and(|(more, found)| rest + more == end && found.first().weight > 2 && meanings.first().weight > 2);
            if !person && (named || place) && meanings.first().weight > 3 {
                self.push(start..rest, EvidenceSet::default());
                return self.unheaded(rest..end);
            }
        }
        self.push(start..end, EvidenceSet::default());
    }

    /// Notes a candidate with what its words say.
    pub(super) fn push(&mut self, mut tokens: Range<usize>, mut own: EvidenceSet) {
        while tokens.end > tokens.start + 1
            && self.token(tokens.end - 1).is_some_and(|last| !last.is_capital() && last.shape != Shape::Number)
        {
            tokens.end -= 1;
        }
        if tokens.clone().all(|at| self.token(at).is_none_or(|token| token.shape == Shape::Initial)) || self.is_money(&tokens) {
            return;
        }
        if self.has_article(&tokens, own) {
            tokens.start -= 1;
        }
        let mut around = EvidenceSet::default();
        for title in [Evidence::Titled, Evidence::Honoured] {
            if own.has(title) {
                own.remove(title);
                around.add(title);
            }
        }
        let meanings = self.describe(&tokens, &mut own);
        self.candidates.push(Candidate { tokens, own, around, meanings, weak: false });
    }

    /// "US$435", "US dollars".
    fn is_money(&self, tokens: &Range<usize>) -> bool {
        let behind = self.tokens.text().get(self.tokens.span(tokens.clone()).end as usize..).unwrap_or_default();
        let dollars =
            self.token(tokens.end).is_some_and(|next| next.gap == Gap::Space) && self.tokens.folded(tokens.end).starts_with("dollar");
        tokens.len() == 1 && (behind.starts_with(['$', '\u{a3}', '\u{20ac}']) || dollars)
    }

    /// "The Jordan Times": an article with a capital that stands inside a sentence is part of the name.
    fn has_article(&self, tokens: &Range<usize>, own: EvidenceSet) -> bool {
        let head = own.has(Evidence::OrganisationHead);
        let joined = self.token(tokens.start).is_some_and(|token| token.gap == Gap::Space);
        let article = tokens.start.checked_sub(1).and_then(|at| self.token(at)).filter(|_| joined && head && tokens.len() > 1);
        article.is_some_and(|article| article.shape == Shape::Capitalised && !article.initial && article.is(Classes::ARTICLE))
    }

    /// Tokens of a line in capitals: only what is known as a place or an organisation.
    pub(super) fn spot_known(&mut self, sentence: Range<usize>) {
        let mut at = sentence.start;
        while at < sentence.end {
            let end = sentence.end;
            let phrase =
                self.tokens.longest_phrase(at, end, self.lexicon, Classes::PLACE.or(Classes::ORGANISATION)).map(|(length, _)| length);
            let place =
                self.place(at, end).filter(|(_, meanings)| meanings.first().weight > 2 || sentence.len() < 5).map(|(length, _)| length);
            let common = self
                .token(at)
                .is_some_and(|token| token.is(Classes::FUNCTION.or(Classes::DOUBTFUL).or(Classes::CALENDAR)) || !token.is_capital());
            let length = phrase.max(place).filter(|length| *length > 1 || !common);
            if let Some(length) = length {
                self.push(at..at + length, EvidenceSet::default());
                if let Some(candidate) = self.candidates.last_mut() {
                    candidate.weak = true;
                }
            }
            at += length.unwrap_or(1);
        }
    }
}

/// Whether a word is common in small letters and no name.
fn is_plain_word(token: &Token) -> bool {
    token.facts.level > 0 && token.given() < 2 && token.shape == Shape::Capitalised
}
