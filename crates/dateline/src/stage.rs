//! The stages that an article passes through, as traits that anybody can implement, and what the stages hand each other.
//!
//! ```text
//! Input ─Reader→ Document ─MetadataExtractor→ candidates ─(merge)→ Article ─BodyExtractor→ text, blocks ─Annotator→ annotations ─Renderer→ words
//! ```
//!
//! All traits are object-safe and `Send + Sync`; a [`Pipeline`](crate::Pipeline) holds them as boxes. A stage never panics on any input: what it
//! cannot read it leaves out, with a diagnostic.

mod body;
mod candidate;
mod context;
mod input;
mod limits;

use std::fmt;

pub use body::{BodyCandidate, Skip};
pub use candidate::{Candidate, Field, Value};
pub(crate) use context::Views;
pub use context::{Context, Word, WordShape};
pub use input::Input;
pub use limits::{Limits, OnLimit};

use crate::{
    document::Document,
    error::Error,
    model::{Annotations, Article, MediaType},
};

/// Turns an input into a [`Document`].
pub trait Reader: Send + Sync {
    /// Its name, for diagnostics.
    fn name(&self) -> &'static str;

    /// The media type that it reads; the pipeline hands it the inputs that are, or look like, that.
    fn media_type(&self) -> MediaType;

    /// Reads the input.
    ///
    /// # Errors
    ///
    /// Only where the input is not to be read at all, or a limit is exceeded and [`Limits::on_limit`] asks for an error.
    fn read<'i>(&self, input: &'i Input<'i>, context: &Context<'_>) -> Result<Document<'i>, Error>;
}

/// Finds candidates for metadata fields. It never overwrites: the pipeline weighs the candidates of all extractors.
///
/// An extractor for a site that prints its section in an attribute of its own:
///
/// ```
/// use dateline::{model::Origin, stage::{Candidate, Context, Field, MetadataExtractor}, Document};
///
/// struct SectionAttribute;
///
/// impl MetadataExtractor for SectionAttribute {
///     fn name(&self) -> &'static str { "section-attribute" }
///
///     fn candidates(&self, document: &Document<'_>, _: &Context<'_>) -> Vec<Candidate> {
///         let tree = document.tree();
///         document
///             .order()
///             .iter()
///             .filter_map(|&node| Some((node, tree.attr(node, "data-desk")?)))
///             .map(|(node, desk)| Candidate::text(Field::Section, desk, Origin::Markup, 0.9).at(document.source_of(node)))
///             .collect()
///     }
/// }
///
/// let pipeline = dateline::Pipeline::default().with_metadata_extractor(SectionAttribute);
/// let article = pipeline.extract("<html><body data-desk=Sport><h1>Late goal</h1><p>It was late in the game when the goal fell.</p>").unwrap();
/// assert_eq!(article.section.as_deref(), Some("Sport"));
/// ```
pub trait MetadataExtractor: Send + Sync {
    /// Its name, for diagnostics.
    fn name(&self) -> &'static str;

    /// The candidates that it sees in the document, in any order.
    fn candidates(&self, document: &Document<'_>, context: &Context<'_>) -> Vec<Candidate>;
}

/// Chooses the nodes that are the body.
///
/// A rule for one site, which outbids the general extractor where it applies:
///
/// ```
/// use dateline::{stage::{BodyCandidate, BodyExtractor, Context}, model::Reason, Document};
///
/// struct VillageGazette;
///
/// impl BodyExtractor for VillageGazette {
///     fn name(&self) -> &'static str { "village-gazette" }
///
///     fn body(&self, document: &Document<'_>, context: &Context<'_>) -> Option<BodyCandidate> {
///         if !context.url()?.starts_with("https://gazette.example/") {
///             return None;
///         }
///         let story = document.by_class("the-story").next()?;
///         let weather = document.by_class("weather").map(|node| (node, Reason::Advertising));
///         Some(BodyCandidate::new(1.0).keep(story).skip_all(weather))
///     }
/// }
///
/// let page = "<nav>Home</nav><div class=the-story>A cow has left the meadow.<p class=weather>Rain</p></div><p>Much longer text about something else.</p>";
/// let input = dateline::Input::html(page.as_bytes()).url("https://gazette.example/cow");
/// let pipeline = dateline::Pipeline::default().with_body_extractor(VillageGazette);
/// assert_eq!(pipeline.extract(input).unwrap().text, "A cow has left the meadow.");
/// ```
pub trait BodyExtractor: Send + Sync {
    /// Its name, for diagnostics.
    fn name(&self) -> &'static str;

    /// Its choice, or `None` where it sees no body. Of several extractors' choices the one with the highest score is taken; of equal ones
    /// that of the extractor that was added last.
    fn body(&self, document: &Document<'_>, context: &Context<'_>) -> Option<BodyCandidate>;
}

/// Finds things in the words of an article.
///
/// An annotator for ticker symbols, whose finds stand in [`Article::annotations`]:
///
/// ```
/// use dateline::{model::{Annotation, Annotations}, stage::{Annotator, Context}, Span};
///
/// struct Tickers;
///
/// impl Annotator for Tickers {
///     fn name(&self) -> &'static str { "tickers" }
///
///     fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
///         let text = &context.article().text;
///         for (open, _) in text.match_indices('<') {
///             let Some(length) = text[open..].find('>') else { break };
///             let symbol = &text[open + 1..open + length];
///             if !symbol.is_empty() && symbol.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.') {
///                 let span = Span::new(open as u32 + 1, (open + length) as u32);
///                 annotations.annotations.push(Annotation::new("ticker", span, Some(symbol.into()), self.name()));
///             }
///         }
///     }
/// }
///
/// let pipeline = dateline::Pipeline::default().with_annotator(Tickers);
/// let article = pipeline.extract(dateline::Input::text("Akzo NV <AKZO.AS> said on Monday that it would close a plant.")).unwrap();
/// assert_eq!(article.annotations[0].value.as_deref(), Some("AKZO.AS"));
/// ```
pub trait Annotator: Send + Sync {
    /// Its name: what [`Annotation::by`](crate::model::Annotation::by) of its finds says.
    fn name(&self) -> &'static str;

    /// The languages that it knows, as primary subtags (`en`); `None` where it needs none. For an article in another language it is not run, and
    /// a diagnostic says so; an article whose language is unknown is shown to every annotator.
    fn languages(&self) -> Option<&[&str]> {
        None
    }

    /// Adds what it finds. Its spans must lie on the text; others are dropped with a diagnostic.
    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations);
}

/// Prints an article.
pub trait Renderer: Send + Sync {
    /// Its name: the format's.
    fn name(&self) -> &'static str;

    /// Writes the article.
    ///
    /// # Errors
    ///
    /// Only those of the writer.
    fn render(&self, article: &Article, out: &mut dyn fmt::Write) -> fmt::Result;

    /// The article as a string of this format.
    fn to_string(&self, article: &Article) -> String {
        let mut out = String::new();
        // a String takes all that is written to it
        let _ = self.render(article, &mut out);
        out
    }
}
