//! Why a call did not succeed: a stable number and a message.

use crate::{
    boundary::release,
    value::{Str, read},
};

/// It succeeded.
pub const DATELINE_OK: i32 = 0;
/// A pointer that must not be NULL is, or two pointers that must differ are one.
pub const DATELINE_ERROR_NULL: i32 = 1;
/// A length is beyond `PTRDIFF_MAX`.
pub const DATELINE_ERROR_LENGTH: i32 = 2;
/// A string is not UTF-8.
pub const DATELINE_ERROR_UTF8: i32 = 3;
/// A format, a media type or another number is none of those that are known.
pub const DATELINE_ERROR_VALUE: i32 = 4;
/// An option or the description of an input (charset, date, options as JSON) is bad.
pub const DATELINE_ERROR_OPTION: i32 = 5;
/// The input exceeds a limit, and the options ask for an error then.
pub const DATELINE_ERROR_LIMIT: i32 = 6;
/// JSON is not an article of the schema `dateline/1`.
pub const DATELINE_ERROR_JSON: i32 = 7;
/// A callback of the caller's returned something other than 0.
pub const DATELINE_ERROR_CALLBACK: i32 = 8;
/// A span does not lie on the text.
pub const DATELINE_ERROR_SPAN: i32 = 9;
/// A bug of the library's; nothing was changed.
pub const DATELINE_ERROR_INTERNAL: i32 = 10;

/// The library was built without the feature that this takes.
pub const DATELINE_ERROR_UNSUPPORTED: i32 = 11;

/// Why a call did not succeed: a code and a message for people.
///
/// Belongs to the caller, who frees it with `dateline_error_free`. Never changes: any number of threads may read one at once.
#[derive(Debug)]
pub struct Failure {
    pub(crate) code: i32,
    message: String,
}

pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    pub(crate) fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    pub(crate) fn null(what: &str) -> Self {
        Self::new(DATELINE_ERROR_NULL, format!("{what} is NULL"))
    }

    #[cfg(not(all(feature = "json-input", feature = "renderers")))]
    pub(crate) fn unsupported(feature: &str) -> Self {
        Self::new(DATELINE_ERROR_UNSUPPORTED, format!("this library was built without the feature {feature}"))
    }

    pub(crate) fn internal() -> Self {
        Self::new(DATELINE_ERROR_INTERNAL, "a bug of dateline's own: please report it with the input")
    }
}

impl From<dateline::Error> for Failure {
    fn from(error: dateline::Error) -> Self {
        let code = if error.is_limit() {
            DATELINE_ERROR_LIMIT
        } else if error.is_option() {
            DATELINE_ERROR_OPTION
        } else if error.is_json() {
            DATELINE_ERROR_JSON
        } else {
            DATELINE_ERROR_INTERNAL
        };
        Self::new(code, error.to_string())
    }
}

/// The code, one of `DATELINE_ERROR_*`.
///
/// With `error` NULL -1. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_error_code(error: Option<&Failure>) -> i32 {
    read(error, |error| error.code)
}

/// The message, in English, without a full stop or a line break at its end.
///
/// Borrowed from the error until it is freed; with `error` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_error_message(error: Option<&Failure>) -> Str {
    read(error, |error| Str::of(&error.message))
}

/// Frees an error and all that was borrowed from it. NULL is passed over; freeing one twice is undefined.
///
/// Any thread, but no other may be using it.
///
/// # Safety
///
/// `error` is NULL or came from this library and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_error_free(error: *mut Failure) {
    // SAFETY: by contract it is NULL or a box that this library handed out
    unsafe { release(error) };
}
