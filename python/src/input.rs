//! What is handed in, and what the caller knows of it.

use std::path::PathBuf;

// the macro calls itself by this name
#[cfg(feature = "stubs")]
use pyo3::type_hint_union;

use dateline::{Pipeline, model, model::MediaType};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    pybacked::{PyBackedBytes, PyBackedStr},
    types::{PyByteArray, PyBytes, PyMemoryView, PyString},
};

use crate::{
    error::{Failure, InputError, OptionError, guarded},
    rows::hinted,
    view::Shown,
};

/// The bytes, the words or the place of a page or text.
pub(crate) enum Content {
    Bytes(PyBackedBytes),
    Text(PyBackedStr),
    File(PathBuf),
}

impl Content {
    /// From `bytes` and what is like them, a `str`, which is content and no file's name, or a path.
    pub(crate) fn of(source: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = source.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.clone().into()));
        }
        if let Ok(text) = source.cast::<PyString>() {
            let text = PyBackedStr::try_from(text.clone());
            return text.map(Self::Text).map_err(|error| {
                let raised = InputError::new_err(format!("the str cannot be encoded as UTF-8: {error}"));
                raised.set_cause(source.py(), Some(error));
                raised
            });
        }
        if let Ok(bytes) = source.cast::<PyByteArray>() {
            return Ok(Self::Bytes(bytes.clone().into()));
        }
        if source.is_instance_of::<PyMemoryView>() {
            let bytes = source.call_method0("tobytes")?;
            return Ok(Self::Bytes(bytes.cast::<PyBytes>()?.clone().into()));
        }
        if source.hasattr("__fspath__")? {
            return source.extract().map(Self::File);
        }
        let given = source.get_type().name()?;
        Err(PyTypeError::new_err(format!("a source is bytes, str (the content itself) or a path such as pathlib.Path, not {given}")))
    }
}

/// What the caller knows of an input.
#[derive(Clone, Default)]
pub(crate) struct Known {
    pub(crate) url: Option<String>,
    pub(crate) media_type: Option<MediaType>,
    pub(crate) encoding: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) id: Option<String>,
}

impl Known {
    pub(crate) fn new(
        url: Option<String>,
        media_type: Option<&str>,
        encoding: Option<String>,
        published: Option<String>,
        id: Option<String>,
    ) -> PyResult<Self> {
        let kind = |name| {
            let unknown = || OptionError::new_err(format!("media type {name:?} is not known; use \"text/html\" or \"text/plain\""));
            MediaType::from_name(name).ok_or_else(unknown)
        };
        Ok(Self { url, media_type: media_type.map(kind).transpose()?, encoding, published, id })
    }

    fn describe<'i>(&'i self, mut input: dateline::Input<'i>) -> dateline::Input<'i> {
        if let Some(media_type) = self.media_type {
            input = input.media_type(media_type);
        }
        if let Some(encoding) = &self.encoding {
            input = input.charset(encoding);
        }
        if let Some(url) = &self.url {
            input = input.url(url);
        }
        if let Some(published) = &self.published {
            input = input.published(published);
        }
        if let Some(id) = &self.id {
            input = input.id(id);
        }
        input
    }
}

/// An input as a thread can work on it that is not Python's.
pub(crate) struct Request {
    pub(crate) content: Content,
    pub(crate) known: Known,
}

impl Request {
    /// From a source, or from an `Input`, which says itself what is known of it; what it leaves open, `known` fills in.
    pub(crate) fn of(source: &Bound<'_, PyAny>, known: &Known) -> PyResult<Self> {
        let Ok(input) = source.cast::<Input>() else {
            return Ok(Self { content: Content::of(source)?, known: known.clone() });
        };
        let own = input.get();
        let known = Known {
            url: own.known.url.clone().or_else(|| known.url.clone()),
            media_type: own.known.media_type.or(known.media_type),
            encoding: own.known.encoding.clone().or_else(|| known.encoding.clone()),
            published: own.known.published.clone().or_else(|| known.published.clone()),
            id: own.known.id.clone().or_else(|| known.id.clone()),
        };
        Ok(Self { content: Content::of(own.source.bind(source.py()))?, known })
    }

    /// The article, without the caller's own annotators. No thread of Python's needs to be attached.
    pub(crate) fn extract(&self, pipeline: &Pipeline) -> Result<model::Article, Failure> {
        let file;
        let input = match &self.content {
            Content::Bytes(bytes) => dateline::Input::from(&**bytes),
            Content::Text(text) => dateline::Input::from(&**text),
            Content::File(path) => {
                let name = path.to_string_lossy().into_owned();
                file = read(path, pipeline).map_err(|error| Failure::File(name.clone(), error))?;
                let input = dateline::Input::from(&file);
                if self.known.id.is_none() { input.id(name) } else { input }
            }
        };
        let input = self.known.describe(input);
        guarded(|| pipeline.extract(input))
    }
}

/// A file's bytes, up to the one after the limit: the pipeline sees that there were more.
fn read(path: &std::path::Path, pipeline: &Pipeline) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(u64::from(pipeline.options().limits.bytes) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

hinted! {
    /// A source as it was handed in.
    Handed: type_hint_union!(
        pyo3::type_hint_identifier!("builtins", "bytes"),
        pyo3::type_hint_identifier!("builtins", "bytearray"),
        pyo3::type_hint_identifier!("builtins", "memoryview"),
        pyo3::type_hint_identifier!("builtins", "str"),
        pyo3::type_hint_subscript!(pyo3::type_hint_identifier!("os", "PathLike"), pyo3::type_hint_identifier!("builtins", "str"))
    )
}

/// A source together with what is known of it, for `extract_many`.
///
/// The source is `bytes`, a `str`, which is the content itself, or a path such as `pathlib.Path`.
#[pyclass(frozen, module = "dateline")]
pub(crate) struct Input {
    source: Py<PyAny>,
    known: Known,
}

#[pymethods]
impl Input {
    #[new]
    #[pyo3(signature = (
        source: "bytes | bytearray | memoryview | str | os.PathLike[str]", *,
        url = None, media_type = None, encoding = None, published = None, id = None
    ))]
    fn __new__(
        source: Bound<'_, PyAny>,
        url: Option<String>,
        media_type: Option<&str>,
        encoding: Option<String>,
        published: Option<String>,
        id: Option<String>,
    ) -> PyResult<Self> {
        Content::of(&source)?;
        Ok(Self { source: source.unbind(), known: Known::new(url, media_type, encoding, published, id)? })
    }

    /// The bytes, the words or the path.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> Handed<'py> {
        Handed(self.source.bind(py).clone())
    }

    /// The page's address.
    #[getter]
    fn url(&self) -> Option<&str> {
        self.known.url.as_deref()
    }

    /// `text/html` or `text/plain`.
    #[getter]
    fn media_type(&self) -> Option<&str> {
        self.known.media_type.map(MediaType::as_str)
    }

    /// The charset that the transport named.
    #[getter]
    fn encoding(&self) -> Option<&str> {
        self.known.encoding.as_deref()
    }

    /// When it was published: an ISO 8601 date.
    #[getter]
    fn published(&self) -> Option<&str> {
        self.known.published.as_deref()
    }

    /// What the caller calls it.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.known.id.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let source = self.source.bind(py);
        let shown = match source.len() {
            Ok(length) => Shown::new("Input").plain(format_args!("{} of {length}", source.get_type().name()?)),
            Err(_) => Shown::new("Input").words(&source.str()?.to_string_lossy()),
        };
        Ok(shown.named("url", self.url()).named("id", self.id()).done())
    }
}
