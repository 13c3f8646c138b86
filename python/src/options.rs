//! What can be asked of an extraction, by keywords; the pipeline that follows from it is built once.

use std::sync::{Arc, LazyLock, OnceLock};

use dateline::{Pipeline, Span, annotate::dates::Extent, model, model::Annotations, stage::OnLimit};
use pyo3::{
    exceptions::PyException,
    prelude::*,
    types::{PyString, PyTuple},
};

use crate::{
    error::{AnnotatorError, InternalError, OptionError},
    rows::Rows,
    view::{Reduced, hash_of, parsed},
    whole::Whole,
};

/// What can be asked of an extraction. What is not named is as the library has it by itself.
///
/// `max_bytes`, `max_nodes`, `max_attributes`, `max_depth`, `max_work` are how much one document may cost; `on_limit` is `"partial"`, an article of what was read until then, or `"error"`, a
/// `LimitError`. `evidence` and `removals` say whether these are kept, `comments` whether readers' comments are read and not only counted; `dates`, `money`, `people`, `organisations`, `places`, `quotes`,
/// `sources` whether they are looked for. `dates_extent` is how far an expression of time reaches: `"expression"` as TimeML marks times in reports, without prepositions; `"phrase"` as assistants take requests,
/// "from 4 to 5pm tomorrow" in one; `"auto"` the latter for a note of one short paragraph alone.
/// `annotators` are own ones, which run behind the library's. Build it once and share it: the first extraction prepares what the later ones use.
#[pyclass(frozen, eq, module = "dateline")]
pub(crate) struct Options {
    options: dateline::Options,
    annotators: Vec<Py<Annotator>>,
    pipeline: OnceLock<Arc<Pipeline>>,
}

impl PartialEq for Options {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Py<Annotator>, &Py<Annotator>)| one.is(other);
        self.options == other.options
            && self.annotators.len() == other.annotators.len()
            && self.annotators.iter().zip(&other.annotators).all(same)
    }
}

/// The pipeline under these options, or the library's own.
pub(crate) fn pipeline(options: Option<&Options>) -> Arc<Pipeline> {
    static DEFAULT: LazyLock<Arc<Pipeline>> = LazyLock::new(Arc::default);
    let build = |options: &Options| Arc::new(Pipeline::new(options.options.clone()));
    Arc::clone(options.map_or(&*DEFAULT, |options| options.pipeline.get_or_init(|| build(options))))
}

/// The annotators of an iterable; none where there is none.
fn gathered(annotators: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<Py<Annotator>>> {
    let Some(annotators) = annotators else { return Ok(Vec::new()) };
    annotators.try_iter()?.map(|one| Ok(one?.cast_into::<Annotator>()?.unbind())).collect()
}

/// Runs the caller's annotators over an article.
pub(crate) fn annotate(py: Python<'_>, options: Option<&Options>, article: &mut model::Article) -> PyResult<()> {
    for annotator in options.into_iter().flat_map(|options| &options.annotators) {
        annotator.get().annotate(py, article)?;
    }
    Ok(())
}

impl Options {
    fn json(&self) -> PyResult<String> {
        serde_json::to_string(&self.options).map_err(|error| InternalError::new_err(error.to_string()))
    }
}

#[pymethods]
impl Options {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "they are keywords")]
    #[pyo3(signature = (
        *, max_bytes = None, max_nodes = None, max_attributes = None, max_depth = None, max_work = None,
        on_limit: "typing.Literal['partial', 'error'] | None" = None,
        evidence = None, removals = None, comments = None,
        dates = None, dates_extent: "typing.Literal['auto', 'expression', 'phrase'] | None" = None,
        money = None, people = None, organisations = None, places = None, quotes = None, sources = None,
        annotators: "collections.abc.Iterable[Annotator] | None" = None
    ))]
    fn __new__(
        max_bytes: Option<u32>,
        max_nodes: Option<u32>,
        max_attributes: Option<u32>,
        max_depth: Option<u32>,
        max_work: Option<u32>,
        on_limit: Option<&str>,
        evidence: Option<bool>,
        removals: Option<bool>,
        comments: Option<bool>,
        dates: Option<bool>,
        dates_extent: Option<&str>,
        money: Option<bool>,
        people: Option<bool>,
        organisations: Option<bool>,
        places: Option<bool>,
        quotes: Option<bool>,
        sources: Option<bool>,
        annotators: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        fn set<T>(option: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *option = value;
            }
        }
        let on_limit = on_limit.map(|name| match name {
            "partial" => Ok(OnLimit::Partial),
            "error" => Ok(OnLimit::Error),
            _ => Err(OptionError::new_err(format!("on_limit {name:?} is not known; use \"partial\" or \"error\""))),
        });
        let extent = dates_extent.map(|name| match name {
            "auto" => Ok(Extent::Auto),
            "expression" => Ok(Extent::Expression),
            "phrase" => Ok(Extent::Phrase),
            _ => Err(OptionError::new_err(format!("dates_extent {name:?} is not known; use \"auto\", \"expression\" or \"phrase\""))),
        });
        let mut options = dateline::Options::default();
        set(&mut options.limits.bytes, max_bytes);
        set(&mut options.limits.nodes, max_nodes);
        set(&mut options.limits.attributes, max_attributes);
        set(&mut options.limits.depth, max_depth);
        set(&mut options.limits.work, max_work);
        set(&mut options.limits.on_limit, on_limit.transpose()?);
        set(&mut options.extract.evidence, evidence);
        set(&mut options.extract.removals, removals);
        set(&mut options.extract.comments, comments);
        set(&mut options.annotate.dates, dates);
        set(&mut options.annotate.dates_extent, extent.transpose()?);
        set(&mut options.annotate.money, money);
        set(&mut options.annotate.names.people, people);
        set(&mut options.annotate.names.organisations, organisations);
        set(&mut options.annotate.names.places, places);
        set(&mut options.annotate.quotes.find, quotes);
        set(&mut options.annotate.sources, sources);
        Ok(Self { options, annotators: gathered(annotators)?, pipeline: OnceLock::new() })
    }

    /// Options from JSON, as the command and C take them: an object with `limits`, `extract` and `annotate`, where own words for names and quotes can be added, too.
    ///
    /// Raises `OptionError` for what is not such an object.
    #[staticmethod]
    #[pyo3(signature = (json, *, annotators: "collections.abc.Iterable[Annotator] | None" = None))]
    fn from_json(json: &str, annotators: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let options = serde_json::from_str(json).map_err(|error| OptionError::new_err(format!("no options: {error}")))?;
        Ok(Self { options, annotators: gathered(annotators)?, pipeline: OnceLock::new() })
    }

    /// All options but the annotators, as JSON that `from_json` reads.
    fn to_json(&self) -> PyResult<String> {
        self.json()
    }

    /// All options but the annotators.
    #[pyo3(signature = () -> "dict[str, typing.Any]")]
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.json()?)
    }

    /// Its own annotators.
    #[getter]
    fn annotators(&self, py: Python<'_>) -> Rows<Py<Annotator>> {
        self.annotators.iter().map(|annotator| annotator.clone_ref(py)).collect()
    }

    fn __hash__(&self) -> PyResult<u64> {
        Ok(hash_of(&self.json()?))
    }

    fn __repr__(&self) -> PyResult<String> {
        let (own, default) = (flat(&self.options)?, flat(&dateline::Options::default())?);
        let changed = own.iter().filter(|pair| !default.contains(pair)).map(|(name, value)| format!("{name}={value}"));
        let mut parts: Vec<String> = changed.collect();
        if !self.annotators.is_empty() {
            let names: Vec<&str> = self.annotators.iter().map(|annotator| annotator.get().name.as_str()).collect();
            parts.push(format!("annotators=[{}]", names.join(", ")));
        }
        Ok(format!("Options({})", parts.join(", ")))
    }

    #[pyo3(signature = () -> "tuple[typing.Any, ...]")]
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py, (String, Bound<'py, PyTuple>)>> {
        let restore = slf.get_type().getattr("_from_state")?;
        Ok((restore, (slf.get().json()?, slf.get().annotators(slf.py()).into_pyobject(slf.py())?)))
    }

    #[staticmethod]
    #[pyo3(signature = (json, annotators: "tuple[Annotator, ...]"))]
    fn _from_state(json: &str, annotators: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::from_json(json, Some(annotators))
    }
}

/// The options under the names of their keywords.
fn flat(options: &dateline::Options) -> PyResult<Vec<(&'static str, String)>> {
    let words = |value: bool| String::from(if value { "True" } else { "False" });
    let (limits, extract, annotate) = (&options.limits, &options.extract, &options.annotate);
    let on_limit = if limits.on_limit == OnLimit::Error { "'error'" } else { "'partial'" };
    let extent = match annotate.dates_extent {
        Extent::Expression => "'expression'",
        Extent::Phrase => "'phrase'",
        _ => "'auto'",
    };
    Ok(vec![
        ("max_bytes", limits.bytes.to_string()),
        ("max_nodes", limits.nodes.to_string()),
        ("max_attributes", limits.attributes.to_string()),
        ("max_depth", limits.depth.to_string()),
        ("max_work", limits.work.to_string()),
        ("on_limit", on_limit.to_owned()),
        ("evidence", words(extract.evidence)),
        ("removals", words(extract.removals)),
        ("comments", words(extract.comments)),
        ("dates", words(annotate.dates)),
        ("dates_extent", extent.to_owned()),
        ("money", words(annotate.money)),
        ("people", words(annotate.names.people)),
        ("organisations", words(annotate.names.organisations)),
        ("places", words(annotate.names.places)),
        ("quotes", words(annotate.quotes.find)),
        ("sources", words(annotate.sources)),
    ])
}

/// A function of one's own that finds things in the words of an article: handed the text, it gives its finds, which stand in `Article.annotations`.
///
/// A find is `(start, stop, kind)` or `(start, stop, kind, value)`, in code points of the text; one that does not lie on the text is dropped, with a diagnostic. The function runs once an article, behind the
/// library's own annotators, and holds the interpreter's lock meanwhile, on the thread that asks for the article: it is slower than what is built in, and `extract_many` runs it on one thread. What it
/// raises is raised as an `AnnotatorError`. `Annotator` can stand above the function as a decorator; the name, the function's own where none is given, is the finds' `by`.
#[pyclass(frozen, module = "dateline")]
pub(crate) struct Annotator {
    function: Py<PyAny>,
    name: String,
}

impl Annotator {
    fn annotate(&self, py: Python<'_>, article: &mut model::Article) -> PyResult<()> {
        let found = self.finds(py, article).map_err(|error| {
            // an interrupt is nobody's error
            if !error.is_instance_of::<PyException>(py) {
                return error;
            }
            let raised = AnnotatorError::new_err(format!("annotator {:?}: {error}", self.name));
            raised.set_cause(py, Some(error));
            raised
        })?;
        article.annotate(found, &self.name);
        Ok(())
    }

    fn finds(&self, py: Python<'_>, article: &model::Article) -> PyResult<Annotations> {
        let whole = Whole::of_text(PyString::new(py, &article.text))?;
        let mut found = Annotations::default();
        let finds = self.function.bind(py).call1((whole.text(py),))?;
        if finds.is_none() {
            return Ok(found);
        }
        for find in finds.try_iter()? {
            let find = find?;
            let (start, stop, kind, value): (i64, i64, String, Option<String>) = match find.extract() {
                Ok(find) => find,
                Err(_) => {
                    let (start, stop, kind) = find.extract()?;
                    (start, stop, kind, None)
                }
            };
            let span = span(&whole, start, stop);
            found.annotations.push(model::Annotation::new(kind, span, value, self.name.as_str()));
        }
        Ok(found)
    }
}

/// A span in bytes; one that lies on no text where the ends do not lie on this one, which is then dropped and told of as any other.
fn span(whole: &Whole, start: i64, stop: i64) -> Span {
    match (u32::try_from(start), u32::try_from(stop)) {
        (Ok(start), Ok(stop)) if start <= stop && stop <= whole.length() => whole.to_bytes(start, stop),
        _ => Span { start: u32::MAX, end: u32::MAX },
    }
}

#[pymethods]
impl Annotator {
    #[new]
    #[pyo3(signature = (function: "collections.abc.Callable[[str], collections.abc.Iterable[tuple[int, int, str] | tuple[int, int, str, str | None]] | None]", *, name = None))]
    fn __new__(function: Bound<'_, PyAny>, name: Option<String>) -> PyResult<Self> {
        if !function.is_callable() {
            return Err(pyo3::exceptions::PyTypeError::new_err("an annotator is a function that takes the text"));
        }
        let name = match name {
            Some(name) => name,
            None => function.getattr("__name__").and_then(|name| name.extract()).unwrap_or_else(|_| "annotator".to_owned()),
        };
        Ok(Self { function: function.unbind(), name })
    }

    /// What the finds' `by` says.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// The function itself.
    #[pyo3(signature = (text) -> "typing.Any")]
    fn __call__<'py>(&self, py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
        self.function.bind(py).call1((text,))
    }

    fn __repr__(&self) -> String {
        format!("Annotator({:?})", self.name)
    }

    /// By its function, or, where it stands above it as a decorator and so has taken its name, by that name, as functions are.
    #[pyo3(signature = () -> "tuple[typing.Any, ...]")]
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py, (Bound<'py, PyAny>, String)>> {
        let own = slf.get();
        let function = own.function.bind(slf.py());
        let class = slf.get_type();
        if let (Ok(module), Ok(name)) = (function.getattr("__module__"), function.getattr("__qualname__")) {
            let name: String = name.extract()?;
            if Self::_from_name(&module, &name).is_ok_and(|found| found.is(slf)) {
                return Ok((class.getattr("_from_name")?, (module, name)));
            }
        }
        Ok((class.getattr("_from_state")?, (function.clone(), own.name.clone())))
    }

    #[staticmethod]
    #[pyo3(signature = (module: "str", name))]
    fn _from_name<'py>(module: &Bound<'py, PyAny>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let module = module.py().import(module.cast::<PyString>()?)?.into_any();
        name.split('.').try_fold(module, |found, name| found.getattr(name))
    }

    #[staticmethod]
    #[pyo3(signature = (function: "collections.abc.Callable[[str], typing.Any]", name))]
    fn _from_state(function: Bound<'_, PyAny>, name: String) -> PyResult<Self> {
        Self::__new__(function, Some(name))
    }
}
