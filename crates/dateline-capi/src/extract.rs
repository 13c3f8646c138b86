//! Inputs in, articles out: one, or many on several threads.

use std::{
    ffi::c_char,
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    ptr, slice,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use dateline::{Article, Input, Pipeline};

use crate::{
    boundary::{bytes, call, make, release, text},
    error::{DATELINE_ERROR_LENGTH, DATELINE_ERROR_NULL, DATELINE_OK, Failure, Outcome},
    input::Described,
    options::Settings,
};

/// More threads than this gain nothing on any machine, and a system that has none left for others loses.
const MOST_THREADS: usize = 1024;

/// The article of an input, under a pipeline or, without one, that of the crate itself.
fn article(input: Input<'_>, pipeline: Option<&Pipeline>) -> Outcome<Article> {
    let extracted = match pipeline {
        Some(pipeline) => pipeline.extract(input),
        None => dateline::extract(input),
    };
    extracted.map_err(Failure::from)
}

fn pipeline(options: Option<&Settings>) -> Option<Arc<Pipeline>> {
    options.map(Settings::pipeline)
}

/// Reads an input of `len` bytes, of a kind that is sniffed, and finds the article in it. `options` may be NULL.
///
/// `data` is not kept; NULL with a length of 0 is an empty input, which gives an article without text. What `out` receives belongs to the caller, who frees it with
/// `dateline_article_free`; what `error` receives, where that is not NULL, belongs to the caller, too, and is NULL after success.
///
/// Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `out` is NULL or the same as `error`, or `data` is NULL with another length than 0; `DATELINE_ERROR_LENGTH`;
/// `DATELINE_ERROR_LIMIT` where the options ask for it; `DATELINE_ERROR_INTERNAL`: then `out` receives NULL. Content that is merely absent is no error. Any thread, any number
/// at once.
///
/// # Safety
///
/// `data` is NULL or holds `len` bytes; `out` and `error` are each NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_extract(
    data: *const u8,
    len: usize,
    options: Option<&Settings>,
    out: *mut *mut Article,
    error: *mut *mut Failure,
) -> i32 {
    // SAFETY: by contract
    unsafe { make(out, error, || article(Input::from(bytes(data, len, "data")?), pipeline(options).as_deref())) }
}

/// Reads a described input and finds the article in it. `options` may be NULL.
///
/// What `out` receives belongs to the caller, as does what `error` receives, where that is not NULL. The article does not need the input any more. Returns
/// `DATELINE_OK` or what else `dateline_extract` does; besides, `DATELINE_ERROR_NULL` where `input` is NULL, and `DATELINE_ERROR_OPTION` where it names a charset or a date that is none. Any thread, any number at once.
///
/// # Safety
///
/// The input's bytes are still there; `out` and `error` are each NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_extract_input(
    input: Option<&Described>,
    options: Option<&Settings>,
    out: *mut *mut Article,
    error: *mut *mut Failure,
) -> i32 {
    // SAFETY: by contract
    unsafe { make(out, error, || article(input.ok_or_else(|| Failure::null("input"))?.input()?, pipeline(options).as_deref())) }
}

/// Reads `count` inputs on `threads` threads, 0 for as many as the machine runs at once, and finds the article in each. `options` may be NULL. No more threads are used than there
/// are inputs, nor more than 1,024, nor than the system gives.
///
/// `out` holds `count` elements and receives the articles in the order of the inputs, NULL for one that failed; `errors` is NULL or holds as many and receives an error
/// where the article is NULL. All of them belong to the caller. One input may stand in the array more than once.
///
/// Returns `DATELINE_OK` where all succeeded, and else the code of the first input that did not; `DATELINE_ERROR_NULL` where `inputs` or `out` is NULL with another `count` than
/// 0, one of the inputs is, or `out` and `errors` overlap; `DATELINE_ERROR_LENGTH` where `count` is too large for an array. Where an array is NULL, they overlap
/// or `count` is too large nothing is written to `out` and `errors`. Any thread; returns when all is done.
///
/// # Safety
///
/// `inputs`, `out` and, unless NULL, `errors` hold `count` elements; the bytes of the inputs are still there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_extract_batch(
    inputs: *const Option<&Described>,
    count: usize,
    options: Option<&Settings>,
    threads: usize,
    out: *mut *mut Article,
    errors: *mut *mut Failure,
) -> i32 {
    let mut first = DATELINE_OK;
    let all = || {
        if count == 0 {
            return Ok(());
        }
        if count > isize::MAX as usize / size_of::<usize>() {
            return Err(Failure::new(DATELINE_ERROR_LENGTH, format!("{count} inputs are more than an array holds")));
        }
        if inputs.is_null() || out.is_null() {
            return Err(Failure::null("inputs or out"));
        }
        if !errors.is_null() && out.addr().abs_diff(errors.addr()) < count * size_of::<usize>() {
            return Err(Failure::new(DATELINE_ERROR_NULL, "out and errors overlap"));
        }
        // SAFETY: not NULL, a length that a slice may have, and so many elements by contract
        let inputs = unsafe { slice::from_raw_parts(inputs, count) };
        for (place, outcome) in batch(inputs, options, threads).into_iter().enumerate() {
            let (made, failure) = match outcome {
                Ok(article) => (Box::into_raw(Box::new(article)), None),
                Err(failure) => (ptr::null_mut(), Some(failure)),
            };
            if let Some(failure) = failure.as_ref().filter(|_| first == DATELINE_OK) {
                first = failure.code;
            }
            // SAFETY: `out` holds `count` elements by contract, and `place` is below that
            unsafe { out.add(place).write(made) };
            if !errors.is_null() {
                // SAFETY: the same of `errors`
                unsafe { errors.add(place).write(failure.map_or(ptr::null_mut(), |failure| Box::into_raw(Box::new(failure)))) };
            }
        }
        Ok(())
    };
    // SAFETY: an error that is NULL is not written to
    let code = unsafe { call(ptr::null_mut(), all) };
    if code == DATELINE_OK { first } else { code }
}

fn batch(inputs: &[Option<&Described>], options: Option<&Settings>, threads: usize) -> Vec<Outcome<Article>> {
    // SAFETY: the inputs' bytes are there by the contract of the batch
    let described = inputs.iter().map(|input| unsafe { input.ok_or_else(|| Failure::null("an input"))?.input() });
    let tasks: Vec<Mutex<Option<Outcome<Input<'_>>>>> = described.map(|input| Mutex::new(Some(input))).collect();
    let done: Vec<Mutex<Option<Outcome<Article>>>> = tasks.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    let pipeline = pipeline(options);
    let work = || {
        while let Some((task, place)) = {
            let number = next.fetch_add(1, Ordering::Relaxed);
            tasks.get(number).zip(done.get(number))
        } {
            let Some(input) = task.lock().unwrap_or_else(PoisonError::into_inner).take() else { continue };
            let outcome = input.and_then(|input| {
                let extracted = catch_unwind(AssertUnwindSafe(|| article(input, pipeline.as_deref())));
                extracted.unwrap_or_else(|_| Err(Failure::internal()))
            });
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
        }
    };
    let threads =
        NonZero::new(threads).or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get).min(inputs.len()).min(MOST_THREADS);
    thread::scope(|scope| {
        for _ in 1..threads {
            // where the system gives no more threads those that there are do the work
            if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                break;
            }
        }
        work();
    });
    done.into_iter()
        .map(|place| place.into_inner().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(|| Err(Failure::internal())))
        .collect()
}

#[cfg(feature = "json-input")]
fn parse(json: &str) -> Outcome<Article> {
    Article::from_json(json).map_err(Failure::from)
}

#[cfg(not(feature = "json-input"))]
fn parse(_: &str) -> Outcome<Article> {
    Err(Failure::unsupported("json-input"))
}

/// Reads an article from JSON of the schema `dateline/1`, UTF-8 of `len` bytes, which are not kept.
///
/// What `out` receives belongs to the caller, who frees it with `dateline_article_free`; `error` may be NULL. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL`, `DATELINE_ERROR_LENGTH`,
/// `DATELINE_ERROR_UTF8` or `DATELINE_ERROR_JSON`, or `DATELINE_ERROR_UNSUPPORTED` in a library without the feature json-input: then `out` receives NULL. Any thread.
///
/// # Safety
///
/// `json` is NULL or holds `len` bytes; `out` and `error` are each NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_article_from_json(
    json: *const c_char,
    len: usize,
    out: *mut *mut Article,
    error: *mut *mut Failure,
) -> i32 {
    let read = || {
        // SAFETY: by contract
        let json = unsafe { text(json, len, "json") }?.ok_or_else(|| Failure::null("json"))?;
        parse(json)
    };
    // SAFETY: by contract
    unsafe { make(out, error, read) }
}

/// Frees an article and all that was borrowed from it. NULL is passed over; freeing one twice is undefined.
///
/// Any thread, but no other may be using it.
///
/// # Safety
///
/// `article` is NULL or came from this library and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_article_free(article: *mut Article) {
    // SAFETY: by contract it is NULL or a box that this library handed out
    unsafe { release(article) };
}
