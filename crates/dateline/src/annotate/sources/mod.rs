//! The article's attributions and names in, the sources that it cites out: agencies, media, officials, documents, and those whom it does not name.
//!
//! It runs behind `names` and `quotes`. A person who speaks by name is one of the people already and no source here; the paper that printed what he said is one.

mod kinds;

use std::collections::BTreeMap;

pub(super) use self::kinds::Kinds;
use crate::{
    model::{Annotations, Mention, MentionKind, Source, SourceKind},
    stage::{Annotator, Context},
    text::Span,
};

/// Finds the sources that an article cites.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sources;

impl Annotator for Sources {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
        let kinds = Kinds::english();
        let article = context.article();
        let mut found = Found { text: &article.text, kinds, sources: Vec::new(), numbers: BTreeMap::new() };
        if let Some((agency, dateline)) = article.dateline.as_ref().and_then(|dateline| Some((dateline.agency.as_deref()?, dateline.span)))
        {
            let at = article.text.get(dateline.range()).and_then(|words| words.find(agency));
            let span = at.map(|at| Span::new(dateline.start + at as u32, dateline.start + (at + agency.len()) as u32));
            found.add(agency, SourceKind::Agency, span);
        }
        for organisation in &article.organisations {
            if let Some(kind) = kinds.of_name(&organisation.name) {
                for mention in &organisation.mentions {
                    found.add(kinds.bare(&organisation.name), kind.clone(), Some(mention.span));
                }
            }
        }
        for quote in article.quotes.iter().filter(|quote| quote.confidence >= CITED) {
            let speaker = quote.speaker.as_ref().filter(|speaker| speaker.person.is_none()).and_then(|speaker| speaker.span);
            for span in [speaker, quote.via.as_ref().map(|via| via.span)].into_iter().flatten() {
                found.cite(span);
            }
        }
        annotations.sources.extend(found.sources);
    }
}

/// What has been found, each source once.
struct Found<'a> {
    text: &'a str,
    kinds: &'a Kinds,
    sources: Vec<Source>,
    numbers: BTreeMap<String, usize>,
}

impl Found<'_> {
    /// The source that the words of an attribution stand for; a name of an agency or a medium within them is it.
    fn cite(&mut self, span: Span) {
        let known = |source: &Source| source.mentions.iter().any(|mention| span.contains(mention.span));
        if self.sources.iter().take(MOST).any(|source| matches!(source.kind, SourceKind::Agency | SourceKind::Media) && known(source)) {
            return;
        }
        let Some(words) = self.text.get(span.range()) else { return };
        if let Some(kind) = self.kinds.of_words(words) {
            let bare = self.kinds.bare(words);
            let start = span.start + words.find(bare).unwrap_or(0) as u32;
            let name = if kind == SourceKind::Unnamed { words } else { bare };
            let at = if kind == SourceKind::Unnamed { span } else { Span::new(start, start + bare.len() as u32) };
            self.add(name, kind, Some(at));
        }
    }

    fn add(&mut self, name: &str, kind: SourceKind, span: Option<Span>) {
        let key = name.to_lowercase();
        let number = *self.numbers.entry(key).or_insert(self.sources.len());
        if number == self.sources.len() {
            if self.sources.len() >= MOST {
                return;
            }
            self.sources.push(Source::new(name, kind));
        }
        let Some(source) = self.sources.get_mut(number) else { return };
        if let Some(span) = span.filter(|span| source.mentions.last().is_none_or(|last| last.span != *span)) {
            source.mentions.push(Mention { span, kind: MentionKind::Name });
        }
    }
}

/// Quotes of less confidence tell what somebody wants or thinks of something, and cite nobody.
const CITED: f64 = 0.8;

/// No article cites more sources than this; those behind are left out.
const MOST: usize = 500;
