//! The C structures of the Arrow interface out of the capsules that carry them.
//!
//! This is the one file of the package in which anything is unsafe: a capsule is a pointer with a name, and the name is all that tells what it points to. Nobody but a producer that breaks
//! the [interface](https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html) can make it point to something else; Python code cannot make capsules by itself.

#![expect(unsafe_code, reason = "a capsule of a name is believed to hold what the interface says that it holds")]

use std::ffi::CStr;

use arrow_array::{
    ArrayRef,
    ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi},
    ffi_stream::FFI_ArrowArrayStream,
    make_array,
};
use arrow_schema::ArrowError;
use pyo3::{prelude::*, types::PyCapsule};

pub(crate) const SCHEMA: &CStr = c"arrow_schema";
pub(crate) const ARRAY: &CStr = c"arrow_array";
pub(crate) const STREAM: &CStr = c"arrow_array_stream";

/// The stream of a capsule, moved out of it.
///
/// Fails where the capsule has another name.
pub(crate) fn take_stream(stream: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    let stream = stream.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: the pointer is not null and was asked for by the name under which the interface keeps this very structure, which is `repr(C)` as in its header; the capsule is held by the caller
    // and so lives. `from_raw` leaves a released structure behind, as the interface asks, so that the capsule's destructor frees nothing twice; the interpreter's lock keeps others away meanwhile.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) })
}

/// The array of a pair of capsules, moved out of them; not yet seen to be sound in itself.
///
/// Fails where one of the capsules has another name, and, inside, where the schema does not describe the array.
pub(crate) fn take_array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<Result<ArrayRef, ArrowError>> {
    let schema = schema.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: as in `take_stream`, of both structures.
    let (schema, array) = unsafe { (FFI_ArrowSchema::from_raw(schema.as_ptr()), FFI_ArrowArray::from_raw(array.as_ptr())) };
    // SAFETY: they come from one call of `__arrow_c_array__`, whose promise is that the one describes the other: its buffers are as many and as long as the type says.
    let data = unsafe { from_ffi(array, &schema) };
    Ok(data.map(make_array))
}
