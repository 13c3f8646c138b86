//! A text's blocks in, its quotes out before anybody asks who the speakers are: attributions laid over the quote marks, what goes on joined to what it goes on from.

use super::{
    attribution::{Attribution, SPEECH, Sentence},
    item::{Item, Kind, items},
    marks::{Region, Style, regions},
    phrase::Phrase,
    worth,
};
use crate::{
    annotate::{
        language::{ADDITIVE, ADVERB, BE, HAVE, Language, NEGATION, PARTICIPLE},
        sources::Kinds,
    },
    model::QuoteKind,
    stage::Word,
    text::Span,
};

/// A quote on its way.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: QuoteKind,
    pub(super) span: Span,
    pub(super) parts: Vec<Span>,
    pub(super) source: Option<Span>,
    pub(super) cue: Option<Span>,
    pub(super) via: Option<Span>,
    /// Whether "according to" or the like attributes it.
    pub(super) according: bool,
    /// In hundredths.
    pub(super) confidence: u8,
}

/// A sentence has no more items than this; a longer one is cut.
const LONGEST_SENTENCE: usize = 300;

/// No more drafts are looked at for whoever spoke last.
const NEAR: usize = 8;

/// A cue without what only sets its tense or adds it to others: "(has) said", "(also) said".
fn cue(mut cue: Phrase, items: &[Item]) -> Phrase {
    let said = |at: usize| items.get(at + 1).is_some_and(|item| item.is(PARTICIPLE.and(ADVERB).and(BE).and(HAVE)));
    let helps = |at: usize| items.get(at).is_some_and(|item| item.is(HAVE) && !item.is(NEGATION)) && said(at);
    while cue.first < cue.last && (helps(cue.first) || items.get(cue.first).is_some_and(|item| item.is(ADDITIVE))) {
        cue.first += 1;
    }
    cue
}

/// Where the content of an attribution begins.
fn starts(attribution: &Attribution) -> Option<usize> {
    attribution.content.first().map(|content| content.first)
}

/// What is known while a text is read, block by block.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    language: &'a Language,
    pub(super) kinds: &'a Kinds,
    style: Style,
    regions: Vec<Region>,
    /// Which draft holds each region.
    owner: Vec<Option<usize>>,
    items: Vec<Item>,
    pub(super) drafts: Vec<Draft>,
    /// The draft that a following quote would go on from.
    last: Option<usize>,
    /// A draft whose words stand in the next block: "he said:".
    expecting: Option<usize>,
    /// Whether the last block's last quote has no closing mark.
    open: bool,
    /// Where this block begins, and the one before.
    block: u32,
    previous: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, language: &'a Language, kinds: &'a Kinds) -> Self {
        let style = Style::of(text);
        Self {
            text,
            language,
            kinds,
            style,
            regions: Vec::new(),
            owner: Vec::new(),
            items: Vec::new(),
            drafts: Vec::new(),
            last: None,
            expecting: None,
            open: false,
            block: 0,
            previous: 0,
        }
    }

    /// The drafts, in the order of the text; those without words are left out.
    pub(super) fn finish(mut self) -> Vec<Draft> {
        self.drafts.retain(|draft| !draft.span.is_empty());
        self.drafts.sort_by_key(|draft| (draft.span, draft.cue));
        self.drafts
    }

    /// Reads one block, whose words these are.
    pub(super) fn read(&mut self, block: Span, words: &[Word]) {
        (self.previous, self.block) = (self.block, block.start);
        let first = self.regions.len();
        regions(self.text, block, self.style, &mut self.regions);
        self.owner.resize(self.regions.len(), None);
        let mut cut = std::mem::take(&mut self.items);
        items(self.text, block, words, self.regions.get(first..).unwrap_or_default(), first, self.language, &mut cut);
        let bounds = self.sentences(&cut);
        self.take_expected(&cut);
        for (from, to) in &bounds {
            self.read_sentence(&cut, *from, *to);
        }
        self.join(&cut, &bounds, first);
        self.open = self.regions.get(first..).and_then(<[Region]>::last).is_some_and(|region| !region.closed);
        self.items = cut;
    }

    /// The bounds of the sentences.
    fn sentences(&self, items: &[Item]) -> Vec<(usize, usize)> {
        let mut bounds = Vec::new();
        let mut start = 0;
        for (at, item) in items.iter().enumerate() {
            let ends = match item.kind {
                Kind::End => true,
                Kind::Quote => self.quote_ends_sentence(item),
                _ => false,
            };
            let next = items.get(at + 1);
            let begins = next.is_none_or(|next| {
                next.is(crate::annotate::language::CAPITAL) || matches!(next.kind, Kind::Quote | Kind::Number | Kind::Bracket | Kind::Dash)
            });
            if ends && begins || at + 1 - start >= LONGEST_SENTENCE {
                bounds.push((start, at + 1));
                start = at + 1;
            }
        }
        if start < items.len() {
            bounds.push((start, items.len()));
        }
        bounds
    }

    fn quote_ends_sentence(&self, item: &Item) -> bool {
        let Some(region) = self.regions.get(item.region as usize) else { return false };
        let inner = self.text.get(region.inner.range()).unwrap_or_default();
        inner.trim_end().ends_with(['.', '!', '?', '\u{2026}', '\u{3002}']) || !region.closed
    }

    fn read_sentence(&mut self, items: &[Item], from: usize, to: usize) {
        let Some(inside) = items.get(from..to) else { return };
        let sentence = Sentence::new(inside, self.language, self.text);
        let mut found = sentence.attributions();
        let outer = sentence.according();
        let previous = from.checked_sub(1).and_then(|at| items.get(at)).filter(|item| item.kind == Kind::Quote).copied();
        let first = self.drafts.len();
        found.extend(outer);
        found.extend(sentence.heard());
        let quotes = inside.iter().any(|item| item.kind == Kind::Quote);
        if quotes {
            found.extend(sentence.labelled());
        }
        found.extend(sentence.polled());
        found.extend(sentence.adjectives());
        let holds = |at: usize| {
            found.iter().any(|other| other.behind || other.content.iter().any(|content| content.first <= at && at <= content.last))
        };
        let loose = |found: &Attribution| !found.content.iter().any(|content| holds(content.first));
        if quotes {
            let clauses = [sentence.introduced(), sentence.reporting()].map(|clause| clause.filter(loose));
            found.extend(clauses.into_iter().flatten());
        }
        // "said in a statement that": the noun only says where it was said
        let nouns: Vec<Attribution> =
            sentence.nouns().into_iter().filter(|noun| !found.iter().any(|other| starts(other) == starts(noun))).collect();
        found.extend(nouns);
        for attribution in &found {
            self.add(attribution, inside, previous);
        }
        self.expect(&sentence, inside);
        self.report_via(first);
        self.drop_within(first);
    }

    /// "The minister released a statement:" before a block that is a quote.
    fn expect(&mut self, sentence: &Sentence<'_>, items: &[Item]) {
        if self.expecting.is_some() || items.last().is_none_or(|last| last.kind != Kind::Colon) {
            return;
        }
        let Some(subject) = sentence.first_subject() else { return };
        let source = items.get(subject.first).zip(items.get(subject.last)).map(|(first, last)| first.span.hull(last.span));
        let kind = QuoteKind::Indirect;
        self.expecting = Some(self.drafts.len());
        self.drafts.push(Draft {
            kind,
            span: Span::default(),
            parts: Vec::new(),
            source,
            cue: None,
            via: None,
            according: false,
            confidence: 70,
        });
    }

    /// A draft for an attribution.
    fn add(&mut self, attribution: &Attribution, items: &[Item], previous: Option<Item>) {
        let span = |phrase: Phrase| Some(items.get(phrase.first)?.span.hull(items.get(phrase.last)?.span));
        let mut draft = Draft {
            kind: QuoteKind::Indirect,
            span: Span::default(),
            parts: Vec::new(),
            source: attribution.source.and_then(span),
            cue: if attribution.uncued { None } else { span(cue(attribution.cue, items)) },
            via: None,
            according: attribution.according,
            confidence: attribution.confidence,
        };
        let number = self.drafts.len();
        if attribution.before {
            let Some(quote) = previous else { return };
            match self.owner.get(quote.region as usize).copied().flatten() {
                None => {}
                // "“A.” Smith said." behind a quote that went on from the one before
                Some(_) => return,
            }
            self.own(&[quote], number);
            self.direct(&mut draft, &[quote]);
        } else if attribution.behind {
            self.expecting = Some(number);
        } else {
            let mut inside: Vec<Item> = Vec::new();
            for phrase in &attribution.content {
                inside.extend(items.get(phrase.first..=phrase.last).unwrap_or_default());
            }
            let spans: Vec<Span> = attribution.content.iter().filter_map(|phrase| span(*phrase)).collect();
            self.fill(&mut draft, &inside, &spans, number);
        }
        if draft.kind != QuoteKind::Indirect {
            self.last = Some(number);
        }
        self.drafts.push(draft);
    }

    /// The kind, span and parts of a draft by its content.
    fn fill(&mut self, draft: &mut Draft, items: &[Item], spans: &[Span], number: usize) {
        let quotes: Vec<Item> = items.iter().filter(|item| item.kind == Kind::Quote).copied().collect();
        let words = items.iter().any(|item| matches!(item.kind, Kind::Word | Kind::Number));
        if !quotes.is_empty() && !words {
            self.own(&quotes, number);
            // "he read “War and Peace”" is no quote
            let inner = |item: &Item| self.region(item).and_then(|region| self.text.get(region.inner.range()));
            if draft.confidence >= SPEECH || !quotes.iter().filter_map(inner).all(worth::is_title) {
                self.direct(draft, &quotes);
            }
            return;
        }
        let said: Vec<Item> = quotes
            .iter()
            .filter(|quote| self.region(quote).is_some_and(|region| worth::is_quote_in_clause(self.text, region)))
            .copied()
            .collect();
        draft.span = spans.iter().copied().reduce(Span::hull).unwrap_or_default();
        if said.is_empty() {
            draft.parts = spans.to_vec();
        } else {
            draft.kind = QuoteKind::Mixed;
            draft.parts = said.iter().filter_map(|item| Some(self.region(item)?.inner)).collect();
        }
        self.own(&quotes, number);
    }

    fn region(&self, item: &Item) -> Option<Region> {
        self.regions.get(item.region as usize).copied()
    }

    fn direct(&self, draft: &mut Draft, quotes: &[Item]) {
        draft.kind = QuoteKind::Direct;
        draft.parts = quotes.iter().filter_map(|item| Some(self.regions.get(item.region as usize)?.inner)).collect();
        draft.span = draft.parts.iter().copied().reduce(Span::hull).unwrap_or_default();
    }

    fn own(&mut self, quotes: &[Item], number: usize) {
        for quote in quotes {
            if let Some(owner) = self.owner.get_mut(quote.region as usize) {
                owner.get_or_insert(number);
            }
        }
    }

    /// "he said:" in the block before: this block's quote, or all of it.
    fn take_expected(&mut self, items: &[Item]) {
        let Some(number) = self.expecting.take() else { return };
        let Some(first) = items.first().filter(|item| item.kind == Kind::Quote).copied() else { return };
        let inner = self.regions.get(first.region as usize).map(|region| region.inner);
        if let (Some(draft), Some(inner)) = (self.drafts.get_mut(number), inner) {
            draft.kind = QuoteKind::Direct;
            draft.span = inner;
            draft.parts = vec![inner];
            self.own(&[first], number);
            self.last = Some(number);
        }
    }

    /// Quotes that nobody has claimed: what goes on from the quote before, what stands on its own.
    fn join(&mut self, items: &[Item], bounds: &[(usize, usize)], first: usize) {
        let whole = items.iter().all(|item| !matches!(item.kind, Kind::Word | Kind::Number));
        let mut before: Option<usize> = None;
        for (from, to) in bounds {
            let inside = items.get(*from..*to).unwrap_or_default();
            let bare = inside.iter().all(|item| !matches!(item.kind, Kind::Word | Kind::Number));
            for item in inside.iter().filter(|item| item.kind == Kind::Quote) {
                let region = item.region as usize;
                match self.owner.get(region).copied().flatten() {
                    Some(owner) => before = Some(owner),
                    None => {
                        let opened_again = region == first && self.open;
                        let onto = if opened_again {
                            self.last
                        } else if bare {
                            before.or(if whole { self.last } else { None })
                        } else {
                            None
                        };
                        let speaker = if onto.is_none() && bare { self.speaker_before(item.span, whole) } else { None };
                        self.go_on(*item, onto, bare, speaker);
                        before = self.owner.get(region).copied().flatten().or(before);
                    }
                }
            }
        }
        if !items.iter().any(|item| item.kind == Kind::Quote) {
            self.last = None;
        }
    }

    /// Whose words stand before a sentence that is nothing but a quote: "Smith said it was late. “…”". Where the quote is a paragraph of its own, in the paragraph before.
    fn speaker_before(&self, quote: Span, whole: bool) -> Option<Span> {
        let from = if whole { self.previous } else { self.block };
        let said = self.drafts.iter().rev().take(NEAR).filter(|draft| draft.confidence >= SPEECH && draft.cue.is_some());
        let last = said.filter(|draft| draft.span.start >= from && draft.span.end <= quote.start).max_by_key(|draft| draft.cue)?;
        last.source
    }

    fn go_on(&mut self, item: Item, onto: Option<usize>, bare: bool, speaker: Option<Span>) {
        let Some(region) = self.regions.get(item.region as usize).copied() else { return };
        if let Some((number, draft)) = onto.and_then(|number| Some((number, self.drafts.get_mut(number)?))) {
            draft.parts.push(region.inner);
            draft.span = draft.span.hull(region.inner);
            self.own(&[item], number);
            self.last = Some(number);
        } else if worth::is_quote_alone(self.text, region, bare) {
            let number = self.drafts.len();
            let mut draft = Draft {
                kind: QuoteKind::Direct,
                span: Span::default(),
                parts: Vec::new(),
                source: speaker,
                cue: None,
                via: None,
                according: false,
                confidence: if bare { 70 } else { 40 },
            };
            self.direct(&mut draft, &[item]);
            self.own(&[item], number);
            self.drafts.push(draft);
            self.last = Some(number);
        }
    }
}
