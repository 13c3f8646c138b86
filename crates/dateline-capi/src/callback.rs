//! An annotator of the caller's: the text goes to a function in C, what it emits comes back as annotations.

use std::{
    ffi::{c_char, c_void},
    ptr,
    sync::Arc,
};

use dateline::{
    Span,
    model::{Annotation, Annotations, DiagnosticCode},
    stage::{Annotator, Context},
};

use crate::{
    boundary::{call, text},
    error::{DATELINE_ERROR_SPAN, Failure},
};

/// An annotator of the caller's. It is handed the article's text, UTF-8 of `len` bytes that are valid until it returns, and `finds` to emit to, until it returns.
/// Anything but 0 says that it failed: what it emitted is dropped, and the article gets a diagnostic of the code `annotator`. It is called on the thread that extracts.
pub type AnnotateFn = Option<unsafe extern "C" fn(text: *const c_char, len: usize, finds: *mut Finds, user: *mut c_void) -> i32>;

/// What an annotator of the caller's emits to.
///
/// Belongs to the library and is valid until the annotator returns. Only the thread that the annotator was called on may use it.
pub struct Finds {
    text: Arc<str>,
    by: Arc<str>,
    found: Vec<Annotation>,
}

/// A function in C and what it is called with.
#[derive(Clone)]
pub(crate) struct Callback {
    name: Arc<str>,
    annotate: AnnotateFn,
    user: *mut c_void,
}

// SAFETY: the header asks of the caller that the function may be called by several threads at once, with the same `user`
unsafe impl Send for Callback {}
// SAFETY: the same
unsafe impl Sync for Callback {}

impl Callback {
    pub(crate) fn new(name: &str, annotate: AnnotateFn, user: *mut c_void) -> Self {
        Self { name: name.into(), annotate, user }
    }
}

impl Annotator for Callback {
    fn name(&self) -> &'static str {
        "an annotator of the caller's"
    }

    fn annotate(&self, context: &Context<'_>, annotations: &mut Annotations) {
        let mut finds = Finds { text: context.article().text.as_str().into(), by: Arc::clone(&self.name), found: Vec::new() };
        let Some(function) = self.annotate else { return };
        let (data, length) = (finds.text.as_ptr().cast(), finds.text.len());
        // SAFETY: the text lives until after the call, `finds` is borrowed by nobody else, and the function takes these by contract
        let code = unsafe { function(data, length, &raw mut finds, self.user) };
        if code == 0 {
            annotations.annotations.append(&mut finds.found);
        } else {
            context.diagnose(DiagnosticCode::from("annotator"), format!("{} failed with {code}: what it found is left out", self.name));
        }
    }
}

/// Adds a find: what kind it is, where it stands in UTF-8 bytes of the text, and its value, which may be NULL.
///
/// `kind` and `value` are UTF-8 of their lengths in bytes and copied. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `finds` or `kind` is NULL, `DATELINE_ERROR_SPAN` where
/// the span does not lie on the text (out of bounds, off a character boundary), `DATELINE_ERROR_LENGTH` or `DATELINE_ERROR_UTF8`: then nothing is added. Only on the thread
/// that the annotator was called on.
///
/// # Safety
///
/// `kind` and `value` are each NULL or hold as many bytes as is said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_emit(
    finds: Option<&mut Finds>,
    start: usize,
    end: usize,
    kind: *const c_char,
    kind_len: usize,
    value: *const c_char,
    value_len: usize,
) -> i32 {
    let emit = || {
        let finds = finds.ok_or_else(|| Failure::null("finds"))?;
        // SAFETY: by contract
        let kind = unsafe { text(kind, kind_len, "kind") }?.ok_or_else(|| Failure::null("kind"))?;
        // SAFETY: by contract
        let value = unsafe { text(value, value_len, "value") }?;
        let span = match (u32::try_from(start), u32::try_from(end)) {
            (Ok(from), Ok(to)) if finds.text.get(start..end).is_some() => Span::new(from, to),
            _ => return Err(Failure::new(DATELINE_ERROR_SPAN, format!("{start}..{end} does not lie on the text"))),
        };
        finds.found.push(Annotation::new(kind, span, value.map(str::to_owned), &*finds.by));
        Ok(())
    };
    // SAFETY: an error that is NULL is not written to
    unsafe { call(ptr::null_mut(), emit) }
}
