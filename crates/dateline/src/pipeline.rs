//! The stages put together: an input in, an [`Article`] out.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    annotate,
    document::Document,
    error::Error,
    extract,
    model::{Annotations, Article, Diagnostic, DiagnosticCode, InputInfo, PageKind},
    read,
    stage::{Annotator, BodyCandidate, BodyExtractor, Candidate, Context, Input, Limits, MetadataExtractor, OnLimit, Reader, Views},
};

/// What can be asked of a [`Pipeline`], composed of each stage's own options.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Options {
    /// How much one document may cost.
    pub limits: Limits,
    /// What extractors look for.
    pub extract: extract::Options,
    /// What annotators look for.
    pub annotate: annotate::Options,
}

/// The stages in their order, built once and shared by threads.
///
/// ```
/// use dateline::{Input, Pipeline};
///
/// let pipeline = &Pipeline::default();
/// let articles: Vec<_> = std::thread::scope(|scope| {
///     let threads: Vec<_> = ["OSLO, May 4 - Snow fell.", "ROME, May 4 - The sun shone."]
///         .map(|text| scope.spawn(move || pipeline.extract(Input::text(text))))
///         .into_iter()
///         .collect();
///     threads.into_iter().map(|thread| thread.join().unwrap().unwrap()).collect()
/// });
/// assert_eq!(articles[1].dateline.as_ref().unwrap().places[0].name, "ROME");
/// ```
pub struct Pipeline {
    options: Options,
    readers: Vec<Box<dyn Reader>>,
    metadata: Vec<Box<dyn MetadataExtractor>>,
    bodies: Vec<Box<dyn BodyExtractor>>,
    annotators: Vec<Box<dyn Annotator>>,
}

impl Default for Pipeline {
    fn default() -> Self {
        Self::new(Options::default())
    }
}

impl Pipeline {
    /// The default stages under these options.
    pub fn new(options: Options) -> Self {
        Self {
            readers: read::readers(),
            metadata: extract::metadata_extractors(),
            bodies: extract::body_extractors(),
            annotators: annotate::annotators(&options.annotate),
            options,
        }
    }

    /// Adds a reader; of those that read a media type the one that was added last is asked.
    #[must_use]
    pub fn with_reader(mut self, reader: impl Reader + 'static) -> Self {
        self.readers.push(Box::new(reader));
        self
    }

    /// Adds a metadata extractor: its candidates are weighed with all others.
    #[must_use]
    pub fn with_metadata_extractor(mut self, extractor: impl MetadataExtractor + 'static) -> Self {
        self.metadata.push(Box::new(extractor));
        self
    }

    /// Adds a body extractor: the choice with the highest score is taken.
    #[must_use]
    pub fn with_body_extractor(mut self, extractor: impl BodyExtractor + 'static) -> Self {
        self.bodies.push(Box::new(extractor));
        self
    }

    /// Adds an annotator behind the others, whose finds it sees.
    #[must_use]
    pub fn with_annotator(mut self, annotator: impl Annotator + 'static) -> Self {
        self.annotators.push(Box::new(annotator));
        self
    }

    /// Its options.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Reads an input, finds the article in it and annotates it.
    ///
    /// # Errors
    ///
    /// Where the input names a charset or a date that is none, or exceeds a limit and [`Limits::on_limit`] asks for an error. Whatever else is wrong with an
    /// input becomes a diagnostic of the article.
    pub fn extract<'i>(&self, input: impl Into<Input<'i>>) -> Result<Article, Error> {
        let mut input = input.into();
        if let Some(published) = input.known_published().filter(|published| !extract::is_date(published)) {
            return Err(Error::option("date", published, "an ISO 8601 date such as \"2009-02-26\" or \"2009-02-26T10:15+01:00\""));
        }
        let mut article = Article { id: input.known_id().map(str::to_owned), ..Article::default() };
        article.input = InputInfo {
            media_type: input.kind().as_str().to_owned(),
            encoding: String::new(),
            length: input.bytes().len() as u64,
            url: input.known_url().map(str::to_owned),
        };
        self.hold_byte_limit(&mut input, &mut article)?;
        let document = self.read(&input, &mut article)?;
        let candidates = self.candidates(&document, &input, &mut article);
        extract::merge(candidates, &self.options.extract, &mut article);
        let body = self.choose_body(&document, &input, &mut article);
        extract::assemble(&document, &body, &self.options.extract, &mut article);
        let nodes = document.tree().len() as u64;
        drop(document);
        extract::dateline(&mut article, input.known_published(), self.options.extract.evidence);
        #[cfg(feature = "language-detection")]
        extract::language(&mut article, self.options.extract.evidence);
        extract::truncated(&mut article);
        self.annotate(&input, nodes, &mut article)?;
        Ok(article)
    }

    /// A page as the model of the body is trained on it.
    ///
    /// # Errors
    ///
    /// As [`extract`](Self::extract).
    #[cfg(feature = "training")]
    pub fn training_table<'i>(&self, input: impl Into<Input<'i>>) -> Result<extract::TrainingTable, Error> {
        let input = input.into();
        let mut article = Article::default();
        let document = self.read(&input, &mut article)?;
        let candidates = self.candidates(&document, &input, &mut article);
        extract::merge(candidates, &self.options.extract, &mut article);
        Ok(extract::training_table(&document, [article.headline.as_deref(), article.canonical_url.as_deref()]))
    }

    /// The default stages, but the body chosen by the forests of two files; `None` where a file is no forest.
    #[cfg(feature = "training")]
    #[must_use]
    pub fn with_forests(body: &[u8], kind: &[u8]) -> Option<Self> {
        Some(Self { bodies: vec![extract::with_forests(body, kind)?], ..Self::default() })
    }

    fn hold_byte_limit(&self, input: &mut Input<'_>, article: &mut Article) -> Result<(), Error> {
        let limits = &self.options.limits;
        let (length, of_work) = (input.bytes().len() as u64, limits.bytes_of_work());
        let limit = of_work.min(u64::from(limits.bytes));
        if length <= limit {
            return Ok(());
        }
        if limits.on_limit == OnLimit::Error {
            return Err(Error::too_long(length, limit));
        }
        input.cut(limit as usize);
        let code = if limit < u64::from(limits.bytes) { DiagnosticCode::WorkLimit } else { DiagnosticCode::ByteLimit };
        article.diagnostics.push(Diagnostic::new(code, format!("the input has {length} bytes; the first {limit} were read")));
        Ok(())
    }

    fn read<'i>(&self, input: &'i Input<'i>, article: &mut Article) -> Result<Document<'i>, Error> {
        let kind = input.kind();
        let context = Context::new(article, input, &self.options.limits);
        let reader = self.readers.iter().rev().find(|reader| reader.media_type() == kind);
        let document = reader
            .ok_or_else(|| Error::option("media type", kind.as_str(), "one that a reader of the pipeline reads"))?
            .read(input, &context)?;
        let diagnostics = context.into_diagnostics();
        article.diagnostics.extend(diagnostics);
        article.input.encoding = document.encoding().to_ascii_lowercase();
        Ok(document)
    }

    fn candidates(&self, document: &Document<'_>, input: &Input<'_>, article: &mut Article) -> Vec<Candidate> {
        let context = Context::new(article, input, &self.options.limits);
        let candidates = self.metadata.iter().flat_map(|extractor| extractor.candidates(document, &context)).collect();
        let diagnostics = context.into_diagnostics();
        article.diagnostics.extend(diagnostics);
        candidates
    }

    /// The choice with the highest score, of equal ones the last; an empty one where nobody sees a body.
    fn choose_body(&self, document: &Document<'_>, input: &Input<'_>, article: &mut Article) -> BodyCandidate {
        let context = Context::new(article, input, &self.options.limits);
        let choices = self.bodies.iter().filter_map(|extractor| extractor.body(document, &context));
        let best = choices.max_by(|a, b| a.score.total_cmp(&b.score));
        if best.is_none() {
            context.diagnose(DiagnosticCode::NoBody, "no part of the input reads like an article's body");
        }
        let diagnostics = context.into_diagnostics();
        article.diagnostics.extend(diagnostics);
        best.unwrap_or_else(|| BodyCandidate { page_kind: PageKind::Unclassified, ..BodyCandidate::new(0.0) })
    }

    /// Asks the annotators, as long as the work pays for them.
    fn annotate(&self, input: &Input<'_>, nodes: u64, article: &mut Article) -> Result<(), Error> {
        let limits = &self.options.limits;
        let read = input.bytes().len() as u64 + nodes * u64::from(Limits::NODE);
        let mut left = limits.bytes_of_work().saturating_sub(read);
        let cost = article.text.len() as u64 * u64::from(Limits::TEXT);
        let views = Rc::<Views>::default();
        for annotator in &self.annotators {
            let context = Context::with_views(article, input, limits, Rc::clone(&views));
            let mut found = Annotations::default();
            if cost > left {
                if limits.on_limit == OnLimit::Error {
                    return Err(Error::over_limit("units of work", u64::from(limits.work)));
                }
                let message = format!("{} units of work do not pay for {}, which was not asked", limits.work, annotator.name());
                context.diagnose(DiagnosticCode::WorkLimit, message);
            } else if knows_language(annotator.as_ref(), &context) {
                left -= cost;
                annotator.annotate(&context, &mut found);
            }
            let diagnostics = context.into_diagnostics();
            article.diagnostics.extend(diagnostics);
            article.annotate(found, annotator.name());
        }
        Ok(())
    }
}

/// Whether an annotator knows the article's language; where not, says so.
fn knows_language(annotator: &dyn Annotator, context: &Context<'_>) -> bool {
    let (Some(known), Some(language)) = (annotator.languages(), context.article().language.as_deref()) else { return true };
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    let knows = known.iter().any(|one| one.eq_ignore_ascii_case(primary));
    if !knows {
        context.diagnose(DiagnosticCode::Language, format!("{} does not know the language {language:?}", annotator.name()));
    }
    knows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_that_is_wrong_is_an_error() {
        let pipeline = Pipeline::default();
        for input in [Input::text("Rain.").published("soon"), Input::html(b"Rain.").charset("utf-99")] {
            assert!(pipeline.extract(input).unwrap_err().is_option());
        }
        assert!(pipeline.extract(Input::text("Rain.").published("2009-02-26")).is_ok());
    }

    #[test]
    fn limits_hold_for_what_a_script_holds_as_well() {
        for line in ["<p>The cow left its meadow. ", "The cow left its meadow.\\n"] {
            let page = format!("<body><script>x = {{\"text\": \"{}\"}};</script>", line.repeat(400));
            let whole = Pipeline::default().extract(Input::html(page.as_bytes())).unwrap();
            assert!(whole.text.len() > 8000 && whole.diagnostics.is_empty(), "{:?}", whole.diagnostics);
            let mut options = Options::default();
            options.limits.nodes = 100;
            let article = Pipeline::new(options.clone()).extract(Input::html(page.as_bytes())).unwrap();
            assert!((200..4000).contains(&article.text.len()), "{}", article.text.len());
            assert!(article.diagnostics.iter().any(|diagnostic| diagnostic.code == DiagnosticCode::NodeLimit));
            options.limits.on_limit = OnLimit::Error;
            assert!(Pipeline::new(options).extract(Input::html(page.as_bytes())).unwrap_err().is_limit());
        }
    }

    #[test]
    fn over_the_byte_limit_the_start_is_read_or_it_is_an_error() {
        let mut options = Options::default();
        options.limits.bytes = 9;
        let article = Pipeline::new(options.clone()).extract(Input::text("Rain f\u{e9}\u{e9}ll.")).unwrap();
        assert_eq!(article.text, "Rain f\u{e9}");
        assert_eq!(article.diagnostics[0].code, DiagnosticCode::ByteLimit);
        options.limits.on_limit = OnLimit::Error;
        assert!(Pipeline::new(options).extract(Input::text("Rain f\u{e9}\u{e9}ll.")).unwrap_err().is_limit());
    }
}
