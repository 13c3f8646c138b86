//! Pointers and lengths of the caller's in, checked references out; results and errors handed over; no panic let through.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    ptr, slice,
};

use crate::error::{DATELINE_ERROR_LENGTH, DATELINE_ERROR_NULL, DATELINE_ERROR_UTF8, DATELINE_OK, Failure, Outcome};

/// Bytes of the caller's. NULL is taken for no bytes where the length is 0.
///
/// # Safety
///
/// Unless it is refused for its length, `data` is NULL or holds `length` readable bytes for as long as `'a`.
pub(crate) unsafe fn bytes<'a>(data: *const u8, length: usize, what: &str) -> Outcome<&'a [u8]> {
    if length > isize::MAX as usize {
        return Err(Failure::new(DATELINE_ERROR_LENGTH, format!("{what} has a length of {length} bytes, beyond PTRDIFF_MAX")));
    }
    match (data.is_null(), length) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(Failure::null(what)),
        // SAFETY: not NULL, a length that a slice may have, and readable by contract
        (false, _) => Ok(unsafe { slice::from_raw_parts(data, length) }),
    }
}

/// A string of the caller's; `None` for NULL.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn text<'a>(data: *const std::ffi::c_char, length: usize, what: &str) -> Outcome<Option<&'a str>> {
    // SAFETY: the same contract
    let bytes = unsafe { bytes(data.cast(), length, what) }?;
    if data.is_null() {
        return Ok(None);
    }
    let text = std::str::from_utf8(bytes);
    text.map(Some).map_err(|error| Failure::new(DATELINE_ERROR_UTF8, format!("{what} is not UTF-8 from byte {} on", error.valid_up_to())))
}

/// Does the work of one call and gives its code; the error's details go to `error`, where the caller wants them.
///
/// # Safety
///
/// `error` is NULL or may be written to.
pub(crate) unsafe fn call(error: *mut *mut Failure, work: impl FnOnce() -> Outcome) -> i32 {
    let outcome = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Failure::internal()));
    let code = outcome.as_ref().err().map_or(DATELINE_OK, |failure| failure.code);
    if !error.is_null() {
        let told = outcome.err().map_or(ptr::null_mut(), |failure| Box::into_raw(Box::new(failure)));
        // SAFETY: not NULL, and writable by contract
        unsafe { error.write(told) };
    }
    code
}

/// Does the work of one call whose result goes to `out`, which is NULL where there is none.
///
/// # Safety
///
/// `out` and `error` are each NULL or may be written to.
pub(crate) unsafe fn make<T>(out: *mut *mut T, error: *mut *mut Failure, work: impl FnOnce() -> Outcome<T>) -> i32 {
    if out.is_null() {
        // SAFETY: the same contract
        return unsafe { call(error, || Err(Failure::null("out"))) };
    }
    // SAFETY: not NULL, and writable by contract
    unsafe { out.write(ptr::null_mut()) };
    if ptr::eq(out.cast::<()>(), error.cast()) {
        return DATELINE_ERROR_NULL;
    }
    let work = || {
        let made = Box::into_raw(Box::new(work()?));
        // SAFETY: as above
        unsafe { out.write(made) };
        Ok(())
    };
    // SAFETY: the same contract
    unsafe { call(error, work) }
}

/// Frees what was handed out; NULL is passed over.
///
/// # Safety
///
/// `handle` is NULL or a box of this library's that has not been freed.
pub(crate) unsafe fn release<T>(handle: *mut T) {
    if !handle.is_null() {
        // what a caller's callback is called with may run on the way; nothing of it may leave
        // SAFETY: a box of ours by contract
        let _ = catch_unwind(AssertUnwindSafe(|| drop(unsafe { Box::from_raw(handle) })));
    }
}
