//! One input in, one article out.

use pyo3::prelude::*;

use crate::{
    article::Article,
    input::{Known, Request},
    options::{Options, annotate, pipeline},
};

/// Reads a page or a text and finds the article in it.
///
/// The source is `bytes`, a `str`, which is the content itself, a path such as `pathlib.Path`, or an `Input`. What is known of it goes with it: the page's `url`; its `media_type`, `text/html` or
/// `text/plain`, which is sniffed otherwise; the `encoding` that HTTP named; the ISO 8601 date when it was `published`, which relative dates are resolved against where the article itself has none.
///
/// Raises `InputError` where a file cannot be read, `OptionError` for a charset, date or media type that is none, `LimitError` where the options ask for it. Content that is merely absent is
/// `None` and a diagnostic of the article. Other threads run meanwhile.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "they are keywords")]
#[pyo3(signature = (
    source: "bytes | bytearray | memoryview | str | os.PathLike[str] | Input", *,
    url = None, media_type = None, encoding = None, published = None, id = None, options = None
))]
pub(crate) fn extract(
    py: Python<'_>,
    source: &Bound<'_, PyAny>,
    url: Option<String>,
    media_type: Option<&str>,
    encoding: Option<String>,
    published: Option<String>,
    id: Option<String>,
    options: Option<Py<Options>>,
) -> PyResult<Article> {
    let known = Known::new(url, media_type, encoding, published, id)?;
    let request = Request::of(source, &known)?;
    let options = options.as_ref().map(Py::get);
    let mut article = py.detach(|| request.extract(&pipeline(options)))?;
    annotate(py, options, &mut article)?;
    Ok(Article::new(article))
}

/// The JSON Schema of `dateline/1`, which `Article.to_json` prints.
#[pyfunction]
pub(crate) fn json_schema() -> String {
    dateline::schema()
}
