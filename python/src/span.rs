//! Ranges: of an article's text, in code points, and of what was handed in, in bytes.

use pyo3::{
    prelude::*,
    types::{PyTuple, PyType},
};

use crate::{
    error::OptionError,
    rows::hinted,
    view::{MatchArgs, fields},
    whole::Whole,
};

hinted! {
    /// The two ends of a range, one after the other.
    Ends: pyo3::type_hint_subscript!(
        pyo3::type_hint_identifier!("collections.abc", "Iterator"),
        pyo3::type_hint_identifier!("builtins", "int")
    )
}

/// Declares a range of two numbers.
macro_rules! range {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, ord, hash, module = "dateline")]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name {
            /// Where it begins.
            #[pyo3(get)]
            start: u32,
            /// Where it ends: the first place behind it.
            #[pyo3(get)]
            stop: u32,
        }

        fields!($name: "start", "stop");

        #[pymethods]
        impl $name {
            #[new]
            fn __new__(start: u32, stop: u32) -> PyResult<Self> {
                if stop < start {
                    return Err(OptionError::new_err(format!("a span cannot stop at {stop}, before its start at {start}")));
                }
                Ok(Self { start, stop })
            }

            #[classattr]
            fn __match_args__() -> MatchArgs<Self> {
                MatchArgs::new()
            }

            fn __len__(&self) -> usize {
                self.stop.saturating_sub(self.start) as usize
            }

            /// A span is true, an empty one included: whether there is one is what is asked.
            fn __bool__(&self) -> bool {
                true
            }

            fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Ends<'py>> {
                Ok(Ends(PyTuple::new(py, [self.start, self.stop])?.try_iter()?.into_any()))
            }

            fn __repr__(&self) -> String {
                format!(concat!(stringify!($name), "({}, {})"), self.start, self.stop)
            }

            #[pyo3(signature = () -> "tuple[typing.Any, ...]")]
            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (u32, u32)) {
                (slf.get_type(), (slf.get().start, slf.get().stop))
            }
        }
    };
}

range! {
    /// A stretch of `Article.text` in code points: `article.text[span.start:span.stop]`.
    Span
}

range! {
    /// A stretch of what was handed in, in bytes; of a `str` those of its UTF-8, of a file its own.
    SourceSpan
}

impl Span {
    /// A span of bytes of an article's text.
    pub(crate) fn of(whole: &Whole, span: dateline::Span) -> Self {
        let (start, stop) = whole.to_code_points(span);
        Self { start, stop }
    }

    pub(crate) fn ends(self) -> (u32, u32) {
        (self.start, self.stop)
    }
}

impl From<dateline::SourceSpan> for SourceSpan {
    fn from(span: dateline::SourceSpan) -> Self {
        Self { start: span.start, stop: span.end }
    }
}

/// A span as it is handed in: a `Span`, or its two ends.
#[derive(FromPyObject)]
pub(crate) enum SpanLike<'py> {
    #[pyo3(transparent)]
    Span(Bound<'py, Span>),
    #[pyo3(transparent)]
    Ends((u32, u32)),
}

impl SpanLike<'_> {
    pub(crate) fn ends(&self) -> (u32, u32) {
        match self {
            Self::Span(span) => span.get().ends(),
            Self::Ends(ends) => *ends,
        }
    }
}
