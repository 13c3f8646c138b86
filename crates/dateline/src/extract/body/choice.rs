//! Which segments of a page are the body: those that together are most likely to be the whole of it and nothing else.
//!
//! A forest of trees gives each segment the probability that it is of the body. From these follows, for every set of segments, what share of the body it may be expected to
//! hold and how much else: the set with the greatest expected F1 is kept, and this expectation is the article's confidence. So a page on which all is clear is cut at about one half,
//! and one on which little is clear keeps what is likely rather than nothing.

use super::{
    amend::Amender,
    boundary::Choice,
    density::Page,
    features::{FEW, Features},
    forest::{self, Forest},
    nature::{self, Nature},
    post, removal,
    standfirst::{self, Standfirst},
};
use crate::{
    document::{Document, Segment},
    model::{DiagnosticCode, MediaType, PageKind},
    stage::{BodyCandidate, BodyExtractor, Context, Skip},
};

/// Chooses the body of a page.
#[derive(Default)]
pub(super) struct Likely {
    /// Forests of the body and of the kinds instead of the library's: those of a fold, which have not seen the page.
    others: Option<[Forest; 2]>,
}

impl Likely {
    /// With forests of files; `None` where one of them is none.
    #[cfg(feature = "training")]
    pub(super) fn with(body: &[u8], kind: &[u8]) -> Option<Self> {
        Some(Self { others: Some([Forest::read(body)?, Forest::read(kind)?]) })
    }

    fn forests(&self) -> Option<[&Forest; 2]> {
        self.others.as_ref().map(|others| others.each_ref()).or_else(|| Some([forest::BODY.as_ref()?, forest::KIND.as_ref()?]))
    }
}

impl BodyExtractor for Likely {
    fn name(&self) -> &'static str {
        "likely"
    }

    fn body(&self, document: &Document<'_>, context: &Context<'_>) -> Option<BodyCandidate> {
        if document.media_type() != MediaType::Html || document.segments().is_empty() {
            return None;
        }
        let page = Page::new(document);
        let [body, kind] = self.forests()?;
        let (mut odds, mut kinds) = (Vec::with_capacity(page.segments.len()), Vec::new());
        let known = context.article();
        let address = known.canonical_url.as_deref().or(known.input.url.as_deref());
        let features = page.features(known.headline.as_deref(), address, |block, rows| {
            if kinds.is_empty() {
                kinds = kinds_of(kind.of_first(block), page.segments.len());
            }
            odds.extend(body.of_block(block, rows));
        });
        let article = kinds.first().map_or(0.0, |(_, likely)| *likely);
        let likely = likelihoods(&odds, &features, article);
        let caution = CAUTION + (CAUTION_OF_FEW - CAUTION) * fewness(page.segments.len());
        let (mut kept, score) = most_expected(page.segments, &likely, 1.0 - caution * article)?;
        Amender { features: &features, likely: &likely, article }.amend(&page, &mut kept);
        post::keep(&page, &mut kept);
        let standfirst = standfirst::find(&page, &kept, context.article());
        let deck = match standfirst {
            Some(Standfirst::Deck(row)) => Some(row),
            _ => None,
        };
        if let Some(Standfirst::Deck(row) | Standfirst::Opening(row)) = standfirst
            && let Some(kept) = kept.get_mut(row)
        {
            *kept = deck.is_none();
        }
        let choice = choose(&page, &kept, deck)?;
        let likeliest = kinds.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(PageKind::Unclassified, |(kind, _)| kind);
        let nature = nature::of(&page, &kept, context.article());
        let against = nature.and_then(Nature::against);
        if let Some(against) = against {
            context.diagnose(DiagnosticCode::NotAnArticle, against);
        }
        let score = if against.is_some() { score * DOUBTED } else { score };
        let page_kind = nature.map_or(likeliest, Nature::page_kind);
        let deck = deck.and_then(|row| page.cover(row..row + 1).first().copied());
        Some(BodyCandidate { score: f64::from(score), page_kind, keep: choice.keep, skip: choice.skip, deck })
    }
}

/// How much less it counts, on a page that is surely an article, to miss a word of it than to keep one that is not: the lines around an article look like it, and those of it are
/// sure. A trade: from 0 over 0.4 to 0.7, fundus' words go from 96.9 over 97.2 to 97.5, wcxb's articles, out of fold, from 95.6 over 95.5 to 95.2, snippets from 93.8 over 93.5 to 93.1
/// (forests of five folds each). On a page of few segments less speaks against what stands around the article, and the caution is greater.
const CAUTION: f32 = 0.4;
const CAUTION_OF_FEW: f32 = 0.7;

/// What is left of the confidence in the text of a page that is no article.
const DOUBTED: f32 = 0.25;

/// The kinds of pages that the forest tells apart, in its order: the article first.
const KINDS: [PageKind; 7] = [
    PageKind::Article,
    // pages of a shop that show many things, and pages that list many texts, are one to a reader
    PageKind::Listing,
    PageKind::Documentation,
    PageKind::Forum,
    PageKind::Listing,
    PageKind::Product,
    PageKind::Service,
];

/// How likely the page is of each kind, by the odds that the forest gives each. It has seen whole pages of the web; one of few segments, without the menus that tell kinds apart, is an article unless much speaks
/// against it.
fn kinds_of(mut odds: Vec<f32>, segments: usize) -> Vec<(PageKind, f32)> {
    const SURELY: f32 = 5.0;
    if let Some(article) = odds.first_mut() {
        *article += SURELY * fewness(segments);
    }
    let sum: f32 = odds.iter().map(|odds| odds.exp()).sum();
    KINDS.into_iter().zip(odds.into_iter().map(|odds| odds.exp() / sum)).collect()
}

/// How much a page lacks of what tells an article from its surroundings, for having few segments: 0 to 1.
fn fewness(segments: usize) -> f32 {
    (1.0 - segments as f32 / FEW as f32).max(0.0)
}

/// How likely each segment is of the body, given how likely the page is an article: where it is one, what is doubtful is rather left out, for the lines around an article look like
/// it, and what is not an article has no such lines. The numbers are those of `EXPONENT` in training/body/train.py, found on its sets.
fn likelihoods(odds: &[f32], features: &Features, article: f32) -> Vec<f32> {
    let likely = odds.iter().map(|odds| (1.0 / (1.0 + (-odds).exp())).powf(0.8 + 0.6 * article));
    likely.enumerate().map(|(row, likely)| features.corrected(row, likely, article)).collect()
}

/// The segments to keep and the F1 that may be expected of them; `None` where nothing is likely. `recall` is what a missed word counts where a wrong one counts one.
fn most_expected(segments: &[Segment], likely: &[f32], recall: f32) -> Option<(Vec<bool>, f32)> {
    /// What a page holds besides the body weighs at least this much in the expectation: a few unlikely words are no body.
    const DOUBT: f32 = 8.0;
    let length = |index: usize| segments.get(index).map_or(0.0, |segment| segment.weight as f32);
    let likelihood = |index: usize| likely.get(index).copied().unwrap_or_default();
    // numbers in the order of what is likely, of equals the first one first: the bits of numbers of floating point that are not negative are in their order
    let mut ranks: Vec<u64> = (0..segments.len()).map(|index| u64::from(!likelihood(index).to_bits()) << 32 | index as u64).collect();
    ranks.sort_unstable();
    let order = || ranks.iter().map(|rank| *rank as u32 as usize);
    let whole: f32 = order().map(|index| length(index) * likelihood(index)).sum::<f32>() + DOUBT;
    let (mut found, mut kept) = (0.0, 0.0);
    let (mut best, mut least, mut score) = (0.0, f32::INFINITY, 0.0);
    for index in order() {
        found += length(index) * likelihood(index);
        kept += length(index);
        let expected = (1.0 + recall) * found / (kept + recall * whole);
        if expected > best {
            (best, least, score) = (expected, likelihood(index), 2.0 * found / (kept + whole));
        }
    }
    let keeps = |index: usize| likelihood(index) >= least;
    (best > 0.0).then(|| ((0..segments.len()).map(keeps).collect(), score))
}

/// The nodes that hold what is kept, and all others, with their reasons.
fn choose(page: &Page<'_, '_>, kept: &[bool], deck: Option<usize>) -> Option<Choice> {
    let first = kept.iter().position(|kept| *kept)?;
    let last = kept.iter().rposition(|kept| *kept)?;
    let is_kept = |index: usize| kept.get(index).copied().unwrap_or_default();
    let why = |index: usize| removal::reason(page, index, first..last + 1, deck);
    let mut skip = Vec::new();
    let mut index = 0;
    while index < page.segments.len() {
        if is_kept(index) {
            index += 1;
            continue;
        }
        let reason = why(index);
        // what is outside is never in one run with what is inside: a node would hold both
        let limit = if index < first {
            first
        } else if index < last {
            last
        } else {
            page.segments.len()
        };
        let run = (index..limit).take_while(|&at| !is_kept(at) && why(at) == reason).count().max(1);
        skip.extend(page.cover(index..index + run).into_iter().map(|node| Skip { node, reason: reason.clone() }));
        index += run;
    }
    Some(Choice { keep: page.cover(first..last + 1), skip })
}
