//! Which ABI and which version this is.

use crate::value::Str;

/// The number of the ABI that this header describes; `dateline_abi_version` gives that of the library.
pub const DATELINE_ABI_VERSION: u32 = 1;

/// The ABI of the library: equal to `DATELINE_ABI_VERSION` of the header that a program was compiled with, or the two do not fit.
///
/// It rises where a function, a code or a structure is changed or taken away; what is added does not change it. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_abi_version() -> u32 {
    DATELINE_ABI_VERSION
}

/// The version of the library: `0.1.0`.
///
/// Static: valid for as long as the library is loaded. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_version() -> Str {
    Str::of(env!("CARGO_PKG_VERSION"))
}
