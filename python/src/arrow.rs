//! Arrow objects of any library in, record batches that any library reads out, by the [PyCapsule interface](https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html).
//!
//! Nothing is copied either way. What is handed in is checked whole before it is read.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, RecordBatch, RecordBatchIterator, StructArray,
    ffi::{FFI_ArrowSchema, to_ffi},
    ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream},
};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyCapsule, PyTuple},
};

use crate::{
    capsule::{self, ARRAY, SCHEMA, STREAM},
    error::{InputError, InternalError},
    rows::hinted,
};

fn foreign(error: &ArrowError) -> PyErr {
    InputError::new_err(format!("the Arrow data cannot be read: {error}"))
}

fn own(error: &ArrowError) -> PyErr {
    InternalError::new_err(error.to_string())
}

/// An array of somebody else's, once it is seen to be one: kernels trust offsets and UTF-8, and a producer may have a bug.
fn sound(array: ArrayRef) -> PyResult<ArrayRef> {
    array.to_data().validate_full().map_err(|error| foreign(&error))?;
    Ok(array)
}

/// The arrays of an Arrow object: one, or the chunks of a stream.
pub(crate) fn arrays(data: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    if data.hasattr("__arrow_c_stream__")? {
        let stream = data.call_method0("__arrow_c_stream__")?.cast_into::<PyCapsule>()?;
        let stream = capsule::take_stream(&stream)?;
        let reader = ArrayStreamReader::try_new(stream).map_err(|error| foreign(&error))?;
        return reader.map(|array| sound(array.map_err(|error| foreign(&error))?)).collect();
    }
    if data.hasattr("__arrow_c_array__")? {
        let pair = data.call_method0("__arrow_c_array__")?.cast_into::<PyTuple>()?;
        let (schema, array) = (pair.get_item(0)?.cast_into::<PyCapsule>()?, pair.get_item(1)?.cast_into::<PyCapsule>()?);
        let data = capsule::take_array(&schema, &array)?.map_err(|error| foreign(&error))?;
        return Ok(vec![sound(data)?]);
    }
    let given = data.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "an Arrow array, a column or a table of one column is needed (__arrow_c_array__, __arrow_c_stream__), not {given}"
    )))
}

hinted! {
    /// A capsule of the interface.
    Capsule: pyo3::type_hint_identifier!("typing", "Any")
}

fn schema_capsule<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Capsule<'py>> {
    let schema = FFI_ArrowSchema::try_from(schema.as_ref()).map_err(|error| own(&error))?;
    Ok(Capsule(PyCapsule::new_with_value(py, schema, SCHEMA)?.into_any()))
}

/// An Arrow record batch: `pyarrow.record_batch`, `polars.DataFrame`, `pandas.DataFrame.from_arrow`, DuckDB and others read it by the PyCapsule interface, without a copy.
///
/// Offsets in it are UTF-8 bytes of the text, as in the JSON of an article, and its schema's metadata says so.
#[pyclass(frozen, module = "dateline", name = "RecordBatch")]
pub(crate) struct Batch(pub(crate) RecordBatch);

#[pymethods]
impl Batch {
    /// How many rows it has.
    #[getter]
    fn num_rows(&self) -> usize {
        self.0.num_rows()
    }

    /// The names of its columns, in order.
    #[getter]
    fn column_names(&self) -> crate::rows::Rows<String> {
        self.0.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Its schema.
    #[getter]
    fn schema(&self) -> BatchSchema {
        BatchSchema(self.0.schema())
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("RecordBatch({} rows: {})", self.0.num_rows(), self.column_names().0.join(", "))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Capsule<'py>> {
        schema_capsule(py, &self.0.schema())
    }

    /// The batch as a struct array; a schema that is asked for is not cast to, as the interface allows.
    #[pyo3(signature = (requested_schema: "typing.Any" = None) -> "tuple[typing.Any, typing.Any]")]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Capsule<'py>, Capsule<'py>)> {
        let _ = requested_schema;
        let (array, _) = to_ffi(&StructArray::from(self.0.clone()).to_data()).map_err(|error| own(&error))?;
        // the struct's own schema would lose the metadata
        Ok((schema_capsule(py, &self.0.schema())?, Capsule(PyCapsule::new_with_value(py, array, ARRAY)?.into_any())))
    }

    /// The batch as a stream of itself; a schema that is asked for is not cast to, as the interface allows.
    #[pyo3(signature = (requested_schema: "typing.Any" = None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<&Bound<'py, PyAny>>) -> PyResult<Capsule<'py>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
        Ok(Capsule(PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)?.into_any()))
    }
}

/// The schema of a record batch: `pyarrow.schema` and others read it by the PyCapsule interface.
#[pyclass(frozen, eq, module = "dateline", name = "BatchSchema")]
#[derive(PartialEq)]
pub(crate) struct BatchSchema(pub(crate) SchemaRef);

#[pymethods]
impl BatchSchema {
    /// The names of its columns, in order.
    #[getter]
    fn names(&self) -> crate::rows::Rows<String> {
        self.0.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __repr__(&self) -> String {
        format!("BatchSchema({})", self.names().0.join(", "))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Capsule<'py>> {
        schema_capsule(py, &Arc::clone(&self.0))
    }
}
