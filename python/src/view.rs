//! What all the classes have in common that show a part of an article.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    marker::PhantomData,
    sync::Arc,
};

use pyo3::{
    prelude::*,
    types::{PyString, PyTuple},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    error::{InternalError, JsonError},
    rows::Rows,
    span::Span,
    whole::Whole,
};

/// A class that shows a part of the model, a copy of it, and the article that it stands in.
pub(crate) trait View: Sized + pyo3::PyClass {
    /// What it shows.
    type Model: Serialize + DeserializeOwned + PartialEq + Clone;

    fn new(whole: &Arc<Whole>, it: Self::Model) -> Self;
    fn whole(&self) -> &Arc<Whole>;
    fn it(&self) -> &Self::Model;

    /// The JSON of what it shows.
    fn json(&self) -> PyResult<String> {
        serde_json::to_string(self.it()).map_err(|error| InternalError::new_err(error.to_string()))
    }

    /// What has to be kept to be read back from a pickle: the text, which all parts of one article share in one pickle, and the JSON.
    fn state<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyString>, String)> {
        Ok((self.whole().text(py), self.json()?))
    }

    /// What was kept, read back.
    fn from_state(text: Bound<'_, PyString>, json: &str) -> PyResult<Self> {
        let it = serde_json::from_str(json).map_err(|error| JsonError::new_err(error.to_string()))?;
        Ok(Self::new(&Arc::new(Whole::of_text(text)?), it))
    }

    /// The same of the same text.
    fn equals(&self, other: &Self) -> bool {
        let same_text = Arc::ptr_eq(self.whole(), other.whole()) || self.whole().article().text == other.whole().article().text;
        same_text && self.it() == other.it()
    }

    fn hash_into(&self, hasher: &mut impl Hasher) {
        // what cannot be printed has no place in a set anyway
        self.json().unwrap_or_default().hash(hasher);
    }

    /// One of what it shows, as it is shown.
    fn one<T: View>(&self, it: &T::Model) -> T {
        T::new(self.whole(), it.clone())
    }

    /// All of a list.
    fn all<T: View>(&self, list: &[T::Model]) -> Rows<T> {
        list.iter().map(|it| self.one(it)).collect()
    }

    /// A span of the text in code points.
    fn span_of(&self, span: dateline::Span) -> Span {
        Span::of(self.whole(), span)
    }

    /// The words under a span.
    fn slice(&self, span: dateline::Span) -> &str {
        self.whole().words(span)
    }
}

/// A hash that is the same in every process: pickled sets are read by others.
pub(crate) fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Declares a class that shows a part of the model: its fields, in the order in which patterns match them, and what is
/// special about it are written out, the rest is the same for all.
macro_rules! view {
    (
        $(#[$meta:meta])* $name:ident of $model:ty;
        fields { $($(#[$doc:meta])* $field:ident: $type:ty = $get:expr;)+ }
        $($methods:tt)*
    ) => {
        $(#[$meta])*
        #[pyo3::pyclass(frozen, eq, hash, module = "dateline")]
        pub(crate) struct $name {
            whole: std::sync::Arc<crate::whole::Whole>,
            it: $model,
        }

        impl crate::view::View for $name {
            type Model = $model;

            fn new(whole: &std::sync::Arc<crate::whole::Whole>, it: $model) -> Self {
                Self { whole: std::sync::Arc::clone(whole), it }
            }

            fn whole(&self) -> &std::sync::Arc<crate::whole::Whole> {
                &self.whole
            }

            fn it(&self) -> &$model {
                &self.it
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                crate::view::View::equals(self, other)
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, hasher: &mut H) {
                crate::view::View::hash_into(self, hasher);
            }
        }

        crate::view::fields!($name: $(stringify!($field)),+);

        #[pyo3::pymethods]
        impl $name {
            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> $type {
                    let get: fn(&Self) -> $type = $get;
                    get(self)
                }
            )+

            $($methods)*

            #[classattr]
            fn __match_args__() -> crate::view::MatchArgs<Self> {
                crate::view::MatchArgs::new()
            }

            /// As the JSON of the article has it: offsets are UTF-8 bytes of the text.
            #[pyo3(signature = () -> "dict[str, typing.Any]")]
            fn to_dict<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                crate::view::parsed(py, &crate::view::View::json(self)?)
            }

            /// As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
            fn to_json(&self) -> pyo3::PyResult<String> {
                crate::view::View::json(self)
            }

            fn __copy__(slf: pyo3::Bound<'_, Self>) -> pyo3::Bound<'_, Self> {
                slf
            }

            fn __deepcopy__<'py>(slf: pyo3::Bound<'py, Self>, _memo: pyo3::Bound<'py, pyo3::PyAny>) -> pyo3::Bound<'py, Self> {
                slf
            }

            #[pyo3(signature = () -> "tuple[typing.Any, ...]")]
            fn __reduce__<'py>(slf: &pyo3::Bound<'py, Self>) -> pyo3::PyResult<crate::view::Reduced<'py>> {
                use pyo3::types::PyAnyMethods as _;
                let state = crate::view::View::state(slf.get(), slf.py())?;
                Ok((slf.get_type().getattr("_from_state")?, state))
            }

            #[staticmethod]
            fn _from_state(text: pyo3::Bound<'_, pyo3::types::PyString>, json: &str) -> pyo3::PyResult<Self> {
                <Self as crate::view::View>::from_state(text, json)
            }
        }
    };
}

pub(crate) use view;

/// What `__reduce__` gives: what restores, and the state that it is handed.
pub(crate) type Reduced<'py, S = (Bound<'py, PyString>, String)> = (Bound<'py, PyAny>, S);

/// JSON as Python's own objects.
pub(crate) fn parsed<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}

/// The fields of a class, in the order in which patterns match them.
pub(crate) trait Fields {
    const NAMES: &'static [&'static str];
    /// The same as a type, a literal each: what checkers of patterns go by.
    #[cfg(feature = "stubs")]
    const TYPE: pyo3::inspect::PyStaticExpr;
}

/// Declares the fields of a class.
macro_rules! fields {
    ($name:ident: $($field:expr),+) => {
        impl crate::view::Fields for $name {
            const NAMES: &'static [&'static str] = &[$($field),+];
            #[cfg(feature = "stubs")]
            const TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
                pyo3::type_hint_identifier!("builtins", "tuple"),
                $(pyo3::type_hint_subscript!(
                    pyo3::type_hint_identifier!("typing", "Literal"),
                    pyo3::inspect::PyStaticExpr::Constant { value: pyo3::inspect::PyStaticConstant::Str($field) }
                )),+
            );
        }
    };
}

pub(crate) use fields;

/// What `__match_args__` is.
pub(crate) struct MatchArgs<T>(PhantomData<T>);

impl<T> MatchArgs<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'py, T: Fields> IntoPyObject<'py> for MatchArgs<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = T::TYPE;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, T::NAMES)
    }
}

/// A class's name and what is worth showing of it, as `repr` prints it.
pub(crate) struct Shown(String, bool);

impl Shown {
    pub(crate) fn new(class: &str) -> Self {
        Self(format!("{class}("), false)
    }

    fn part(mut self, part: &str) -> Self {
        if self.1 {
            self.0.push_str(", ");
        }
        self.0.push_str(part);
        self.1 = true;
        self
    }

    /// Words, shortened.
    pub(crate) fn words(self, words: &str) -> Self {
        let part = quoted(words);
        self.part(&part)
    }

    /// Anything that prints as Python would.
    pub(crate) fn plain(self, value: impl std::fmt::Display) -> Self {
        let part = value.to_string();
        self.part(&part)
    }

    /// Words under a name, where there are any.
    pub(crate) fn named(self, name: &str, words: Option<&str>) -> Self {
        match words {
            Some(words) => self.plain(format_args!("{name}={}", quoted(words))),
            None => self,
        }
    }

    /// A number of things of a name, where there are any.
    pub(crate) fn number(self, count: usize, one: &str, more: &str) -> Self {
        match count {
            0 => self,
            1 => self.plain(format_args!("1 {one}")),
            _ => self.plain(format_args!("{count} {more}")),
        }
    }

    pub(crate) fn done(mut self) -> String {
        self.0.push(')');
        self.0
    }
}

/// How many characters of words `repr` shows.
const SHOWN: usize = 60;

/// Words in quotes on one line, cut where they are long.
fn quoted(words: &str) -> String {
    let mut shown: String = words.chars().take(SHOWN).collect();
    if words.chars().nth(SHOWN).is_some() {
        shown = format!("{}\u{2026}", shown.trim_end());
    }
    let mark = if shown.contains('\'') && !shown.contains('"') { '"' } else { '\'' };
    let mut out = String::from(mark);
    for character in shown.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if character == mark => out.extend(['\\', mark]),
            // what would turn the line around or break the terminal
            _ if character.is_control()
                || matches!(character, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                out.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => out.push(character),
        }
    }
    out.push(mark);
    out
}
