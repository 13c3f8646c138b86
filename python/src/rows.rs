//! Lists of what an article holds, as Python's tuples.

use pyo3::{IntoPyObjectExt, prelude::*, types::PyTuple};

/// A list that becomes a tuple: what it is part of is frozen.
pub(crate) struct Rows<T>(pub(crate) Vec<T>);

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Rows<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        pyo3::type_hint_identifier!("builtins", "tuple"),
        T::OUTPUT_TYPE,
        pyo3::inspect::PyStaticExpr::Constant { value: pyo3::inspect::PyStaticConstant::Ellipsis }
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let items = self.0.into_iter().map(|item| item.into_bound_py_any(py)).collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(py, items)
    }
}

/// Declares an object of Python's whose type the stubs name more exactly than Rust can.
macro_rules! hinted {
    ($(#[$meta:meta])* $name:ident: $hint:expr) => {
        $(#[$meta])*
        pub(crate) struct $name<'py>(pub(crate) pyo3::Bound<'py, pyo3::PyAny>);

        impl<'py> pyo3::IntoPyObject<'py> for $name<'py> {
            type Target = pyo3::PyAny;
            type Output = pyo3::Bound<'py, pyo3::PyAny>;
            type Error = std::convert::Infallible;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = $hint;

            fn into_pyobject(self, _: pyo3::Python<'py>) -> Result<Self::Output, Self::Error> {
                Ok(self.0)
            }
        }
    };
}

pub(crate) use hinted;
