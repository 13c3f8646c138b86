//! The words of an article in, who said what out.
//!
//! Quote marks are paired paragraph by paragraph; each sentence is cut into items, what stands between marks being one; cue verbs and phrases, which are data of a
//! language, find their subject and their content; what follows a quote without a cue goes on from it.

mod adjective;
mod attribution;
mod bounds;
mod content;
mod draft;
mod group;
mod item;
mod label;
mod marks;
mod nested;
mod noun;
mod passive;
mod phrase;
mod resolve;
mod subject;
mod worth;

use serde::{Deserialize, Serialize};

use self::{draft::Reader, resolve::Resolver};
pub use super::language::{CueVerbs, Cues};
use super::{language::Language, sources::Kinds};
use crate::{
    model::{Annotations, Article, BlockKind},
    stage::{Annotator, Context},
    text::Span,
};

/// Whether quotes are looked for, and with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Options {
    /// Whether they are.
    pub find: bool,
    /// Cues that are added to those of the data files.
    pub cues: Cues,
}

impl Default for Options {
    fn default() -> Self {
        Self { find: true, cues: Cues::default() }
    }
}

/// The folders of languages, the first for texts that tell none.
const FOLDERS: [(&str, &str, &str); 2] =
    [("en", data_file!("en/words"), data_file!("en/cues")), ("es", data_file!("es/words"), data_file!("es/cues"))];

/// A language is told by this many bytes of a text at most.
const TELLING: usize = 4000;

/// Finds quotes, direct, mixed and indirect, with their speakers and cues.
pub(super) struct Quotes {
    languages: Vec<(&'static str, Language)>,
    /// For languages without a folder: quote marks alone.
    neutral: Language,
}

impl Quotes {
    /// The annotator under these options.
    pub(super) fn new(options: &Options) -> Self {
        let read = |(tag, words, cues): (&'static str, &str, &str)| Some((tag, Language::read(words, cues, &options.cues).ok()?));
        Self { languages: FOLDERS.into_iter().filter_map(read).collect(), neutral: Language::default() }
    }

    /// The language of an article: its tag's, or the one whose commonest words it has most of.
    fn language(&self, article: &Article) -> &Language {
        if let Some(tag) = article.language.as_deref() {
            let primary = tag.split(['-', '_']).next().unwrap_or(tag);
            let known = self.languages.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary));
            return known.map_or(&self.neutral, |(_, language)| language);
        }
        let end = (0..=TELLING.min(article.text.len())).rev().find(|at| article.text.is_char_boundary(*at)).unwrap_or(0);
        let words = article.text.get(..end).unwrap_or_default();
        let common = |language: &Language| language.commonness(words.split(|c: char| !c.is_alphanumeric()));
        // of equal ones the last is taken: so the first folder stands last here
        let best = self.languages.iter().rev().max_by_key(|(_, language)| common(language));
        best.map_or(&self.neutral, |(_, language)| language)
    }
}

impl Annotator for Quotes {
    fn name(&self) -> &'static str {
        "quotes"
    }

    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
        let article = context.article();
        let language = self.language(article);
        let mut reader = Reader::new(&article.text, language, Kinds::english());
        // a dateline is no part of the sentence that it opens
        let dateline = article.dateline.as_ref().map_or(0, |dateline| dateline.span.end);
        for block in &article.blocks {
            if !matches!(block.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) {
                let span = Span::new(block.span.start.max(dateline.min(block.span.end)), block.span.end);
                reader.read(span, context.words_in(span));
            }
        }
        let mut resolver = Resolver::new(&article.text, language, &article.people, article.blocks.iter().map(|block| block.span.start));
        annotations.quotes.extend(reader.finish().into_iter().map(|draft| resolver.quote(draft)));
    }
}
