//! The values that cross by copy: strings, spans, and what stands for an absent value of each type.

use std::{
    ffi::c_char,
    panic::{AssertUnwindSafe, catch_unwind},
    ptr,
};

use dateline::{Article, SourceSpan, Span};

/// A string: UTF-8 of `len` bytes, not NUL-terminated, borrowed from the handle that it was asked of.
///
/// `ptr` is NULL where the value is absent; an empty string that is present has another `ptr`. Plain data: may be copied and read by any thread for as long as
/// the handle lives.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Str {
    /// Its first byte, or NULL.
    pub ptr: *const c_char,
    /// How many bytes it has.
    pub len: usize,
}

impl Str {
    pub(crate) fn of(text: &str) -> Self {
        Self { ptr: text.as_ptr().cast(), len: text.len() }
    }

    pub(crate) fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::ABSENT, Self::of)
    }
}

/// Bytes `start` to `end`, the latter excluded, of an article's text or of the input: each function says of which.
///
/// Absent where both are `DATELINE_NONE`. Plain data.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct ByteSpan {
    /// The first byte.
    pub start: usize,
    /// The first byte behind it.
    pub end: usize,
}

impl ByteSpan {
    /// The same span, cut off where the article's text ends.
    pub(crate) fn on_text(self, article: &Article) -> Span {
        let cut = |at: usize| u32::try_from(at.min(article.text.len())).unwrap_or(u32::MAX);
        Span::new(cut(self.start), cut(self.end))
    }
}

impl From<Span> for ByteSpan {
    fn from(span: Span) -> Self {
        Self { start: span.start as usize, end: span.end as usize }
    }
}

impl From<SourceSpan> for ByteSpan {
    fn from(span: SourceSpan) -> Self {
        Self { start: span.start as usize, end: span.end as usize }
    }
}

/// An index or a count that may be absent.
pub(crate) struct Index(pub(crate) Option<usize>);

impl Index {
    /// As it crosses: `DATELINE_NONE` for an absent one.
    pub(crate) fn value(self) -> usize {
        self.0.unwrap_or(usize::MAX)
    }
}

/// What is answered where the handle is NULL.
pub(crate) trait Absent {
    const ABSENT: Self;
}

macro_rules! absent {
    ($($type:ty = $value:expr;)+) => {
        $(impl Absent for $type {
            const ABSENT: Self = $value;
        })+
    };
}

absent! {
    Str = Self { ptr: ptr::null(), len: 0 };
    ByteSpan = Self { start: usize::MAX, end: usize::MAX };
    Index = Self(None);
    usize = 0;
    u32 = 0;
    u64 = 0;
    i32 = -1;
    i64 = -1;
    f64 = -1.0;
}

impl<T> Absent for Option<&T> {
    const ABSENT: Self = None;
}

/// Asks a handle for something. A panic, which would be a bug here, is answered as a NULL handle is.
pub(crate) fn read<'a, T, R: Absent>(handle: Option<&'a T>, ask: impl FnOnce(&'a T) -> R) -> R {
    let Some(handle) = handle else { return R::ABSENT };
    catch_unwind(AssertUnwindSafe(|| ask(handle))).unwrap_or(R::ABSENT)
}
