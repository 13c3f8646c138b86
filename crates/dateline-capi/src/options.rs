//! What can be asked of an extraction, by setters; the pipeline that follows from it is built once.

use std::{
    ffi::{c_char, c_void},
    panic::catch_unwind,
    ptr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use dateline::{Options, Pipeline, annotate::dates::Extent, stage::OnLimit};

use crate::{
    boundary::{call, release, text},
    callback::{AnnotateFn, Callback},
    error::{DATELINE_ERROR_VALUE, Failure, Outcome},
};

/// Bytes of input that are read; the rest is passed over, with a diagnostic.
pub const DATELINE_OPTION_LIMIT_BYTES: i32 = 1;
/// Nodes of the tree that are built.
pub const DATELINE_OPTION_LIMIT_NODES: i32 = 2;
/// Attributes that are kept of one tag.
pub const DATELINE_OPTION_LIMIT_ATTRIBUTES: i32 = 3;
/// How deep elements nest.
pub const DATELINE_OPTION_LIMIT_DEPTH: i32 = 4;
/// Whether an exceeded limit is an error, `DATELINE_ERROR_LIMIT`: 0 or 1.
pub const DATELINE_OPTION_LIMIT_IS_ERROR: i32 = 5;
/// Whether the evidence for the metadata is kept: 0 or 1.
pub const DATELINE_OPTION_EVIDENCE: i32 = 6;
/// Whether it is kept what was left out of the text, and why: 0 or 1.
pub const DATELINE_OPTION_REMOVALS: i32 = 7;
/// Whether dates and times in the words are looked for: 0 or 1.
pub const DATELINE_OPTION_DATES: i32 = 8;
/// Whether amounts of money are looked for: 0 or 1.
pub const DATELINE_OPTION_MONEY: i32 = 9;
/// Whether people are looked for: 0 or 1.
pub const DATELINE_OPTION_PEOPLE: i32 = 10;
/// Whether organisations are looked for: 0 or 1.
pub const DATELINE_OPTION_ORGANISATIONS: i32 = 11;
/// Whether places are looked for: 0 or 1.
pub const DATELINE_OPTION_PLACES: i32 = 12;
/// Whether quotes are looked for: 0 or 1.
pub const DATELINE_OPTION_QUOTES: i32 = 13;
/// Whether cited sources are looked for: 0 or 1.
pub const DATELINE_OPTION_SOURCES: i32 = 14;
/// Whether readers' comments are read, and not only counted: 0, as it is by itself, or 1.
pub const DATELINE_OPTION_COMMENTS: i32 = 15;
/// How far an expression of time reaches in the text: a `DATELINE_EXTENT_*`.
pub const DATELINE_OPTION_DATES_EXTENT: i32 = 16;
/// Work for one input, in units of what a kibibyte takes to be read. Reading ends where nothing more could be paid for, and annotators that what is left
/// does not pay for are not asked.
pub const DATELINE_OPTION_LIMIT_WORK: i32 = 17;

/// As a phrase in a note, which is one short paragraph without a headline or a dateline, as an expression everywhere else. So it is by itself.
pub const DATELINE_EXTENT_AUTO: u32 = 0;
/// As TimeML marks times in reports: prepositions are left out, and both ends of a range are expressions of their own.
pub const DATELINE_EXTENT_EXPRESSION: u32 = 1;
/// As assistants take requests: "from 4 to 5pm tomorrow" and "before 2018" are one expression each.
pub const DATELINE_EXTENT_PHRASE: u32 = 2;

/// What can be asked of an extraction.
///
/// Belongs to the caller, who frees it with `dateline_options_free`. Any number of threads may extract with it and set it at once: what is set holds for the extractions
/// that begin afterwards, those under way go on as they began. Build it once and share it: the first extraction prepares what the later ones use.
#[derive(Default)]
pub struct Settings(Mutex<Asked>);

#[derive(Default)]
struct Asked {
    options: Options,
    callbacks: Vec<Callback>,
    /// What follows from the others, once somebody has asked for it.
    pipeline: Option<Arc<Pipeline>>,
}

impl Settings {
    /// The pipeline under these options, built by the first that asks. It is the asker's own: an annotator may change the options that it runs under.
    pub(crate) fn pipeline(&self) -> Arc<Pipeline> {
        let mut asked = self.asked();
        let Asked { options, callbacks, pipeline } = &mut *asked;
        let build = || Arc::new(callbacks.iter().cloned().fold(Pipeline::new(options.clone()), Pipeline::with_annotator));
        Arc::clone(pipeline.get_or_insert_with(build))
    }

    /// What is asked, with nobody else at it. A setter that panicked has changed nothing by halves: each assigns once, at its end.
    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Asked) -> Outcome) -> Outcome {
        let mut asked = self.asked();
        change(&mut asked)?;
        asked.pipeline = None;
        Ok(())
    }
}

/// Options of the caller's. They are not borrowed as Rust's `&mut`: others may be extracting with them.
///
/// # Safety
///
/// `options` is NULL or came from this library, and is not freed meanwhile.
unsafe fn given<'a>(options: *mut Settings) -> Outcome<&'a Settings> {
    // SAFETY: by contract
    unsafe { options.as_ref() }.ok_or_else(|| Failure::null("options"))
}

/// New options: all as the library has them by itself.
///
/// Belongs to the caller, who frees it with `dateline_options_free`. NULL only after a bug of the library's. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_options_new() -> *mut Settings {
    catch_unwind(|| Box::into_raw(Box::<Settings>::default())).unwrap_or(ptr::null_mut())
}

/// Frees options. NULL is passed over; freeing them twice is undefined. Articles made with them stay.
///
/// Any thread, but no other may be using them.
///
/// # Safety
///
/// `options` is NULL or came from this library and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_options_free(options: *mut Settings) {
    // SAFETY: by contract it is NULL or a box that this library handed out
    unsafe { release(options) };
}

/// Sets one option, a `DATELINE_OPTION_*`, to a value.
///
/// Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `options` is NULL; `DATELINE_ERROR_VALUE` where there is no such option, or it cannot have that value: the
/// options are then as they were. Any thread, others may be extracting with them.
///
/// # Safety
///
/// `options` is NULL or came from this library and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_options_set(options: *mut Settings, option: i32, value: u32) -> i32 {
    // SAFETY: by contract
    let set = || unsafe { given(options) }?.change(|asked| set(&mut asked.options, option, value));
    // SAFETY: an error that is NULL is not written to
    unsafe { call(ptr::null_mut(), set) }
}

fn set(options: &mut Options, option: i32, value: u32) -> Outcome {
    let (limits, extract, annotate) = (&mut options.limits, &mut options.extract, &mut options.annotate);
    let number = match option {
        DATELINE_OPTION_LIMIT_BYTES => Some(&mut limits.bytes),
        DATELINE_OPTION_LIMIT_NODES => Some(&mut limits.nodes),
        DATELINE_OPTION_LIMIT_ATTRIBUTES => Some(&mut limits.attributes),
        DATELINE_OPTION_LIMIT_DEPTH => Some(&mut limits.depth),
        DATELINE_OPTION_LIMIT_WORK => Some(&mut limits.work),
        _ => None,
    };
    if let Some(number) = number {
        *number = value;
        return Ok(());
    }
    if option == DATELINE_OPTION_DATES_EXTENT {
        annotate.dates_extent = match value {
            DATELINE_EXTENT_AUTO => Extent::Auto,
            DATELINE_EXTENT_EXPRESSION => Extent::Expression,
            DATELINE_EXTENT_PHRASE => Extent::Phrase,
            _ => return Err(Failure::new(DATELINE_ERROR_VALUE, format!("there is no extent {value}"))),
        };
        return Ok(());
    }
    let switch = match option {
        DATELINE_OPTION_LIMIT_IS_ERROR => {
            limits.on_limit = if flag(option, value)? { OnLimit::Error } else { OnLimit::Partial };
            return Ok(());
        }
        DATELINE_OPTION_EVIDENCE => &mut extract.evidence,
        DATELINE_OPTION_REMOVALS => &mut extract.removals,
        DATELINE_OPTION_COMMENTS => &mut extract.comments,
        DATELINE_OPTION_DATES => &mut annotate.dates,
        DATELINE_OPTION_MONEY => &mut annotate.money,
        DATELINE_OPTION_PEOPLE => &mut annotate.names.people,
        DATELINE_OPTION_ORGANISATIONS => &mut annotate.names.organisations,
        DATELINE_OPTION_PLACES => &mut annotate.names.places,
        DATELINE_OPTION_QUOTES => &mut annotate.quotes.find,
        DATELINE_OPTION_SOURCES => &mut annotate.sources,
        _ => return Err(Failure::new(DATELINE_ERROR_VALUE, format!("there is no option {option}"))),
    };
    *switch = flag(option, value)?;
    Ok(())
}

fn flag(option: i32, value: u32) -> Outcome<bool> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Failure::new(DATELINE_ERROR_VALUE, format!("option {option} is 0 or 1, not {value}"))),
    }
}

#[cfg(feature = "json-input")]
fn parse(json: &str) -> Outcome<Options> {
    serde_json::from_str(json).map_err(|error| Failure::new(crate::error::DATELINE_ERROR_OPTION, format!("no options: {error}")))
}

#[cfg(not(feature = "json-input"))]
fn parse(_: &str) -> Outcome<Options> {
    Err(Failure::unsupported("json-input"))
}

/// Sets all options from JSON: an object with `limits`, `extract` and `annotate`, as in Rust. What it does not name is as the library has it by itself, whatever was set
/// before; annotators of the caller's stay. Words that are added to the library's own, `annotate.names.lists` and `annotate.quotes.cues`, are set by this alone.
///
/// `json` is UTF-8 of `len` bytes and not kept. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` for NULL, `DATELINE_ERROR_LENGTH`, `DATELINE_ERROR_UTF8`, or
/// `DATELINE_ERROR_OPTION` for what is not such an object, `DATELINE_ERROR_UNSUPPORTED` in a library without the feature json-input: the options are then as they were. `error` may be NULL; what it
/// receives belongs to the caller. Any thread, others may be extracting with them.
///
/// # Safety
///
/// `options` is NULL or came from this library and has not been freed; `json` is NULL or holds `len` bytes; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_options_set_json(
    options: *mut Settings,
    json: *const c_char,
    len: usize,
    error: *mut *mut Failure,
) -> i32 {
    let set = || {
        // SAFETY: by contract
        let options = unsafe { given(options) }?;
        // SAFETY: by contract
        let json = unsafe { text(json, len, "json") }?.ok_or_else(|| Failure::null("json"))?;
        let parsed = parse(json)?;
        options.change(|asked| {
            asked.options = parsed;
            Ok(())
        })
    };
    // SAFETY: by contract
    unsafe { call(error, set) }
}

/// Adds an annotator of the caller's, which runs behind the library's own; what it emits is in the article's annotations, with `name` as `by`.
///
/// `name` is UTF-8 of `name_len` bytes and copied. `user` is handed to the callback as it is, and must live for as long as the options. The callback is called once an
/// article, by the thread that extracts it: by several at once where several extract. It may call any function of this library, an extraction with these same options
/// included, but must not free what is in use, these options and its input among them, and must return: no exception and no `longjmp` may leave it.
///
/// Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `options`, `name` or `annotate` is NULL, `DATELINE_ERROR_LENGTH` or `DATELINE_ERROR_UTF8` for the name. Any thread,
/// others may be extracting with them.
///
/// # Safety
///
/// `options` is NULL or came from this library and has not been freed; `name` is NULL or holds `name_len` bytes; `annotate` and `user` are as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_options_add_annotator(
    options: *mut Settings,
    name: *const c_char,
    name_len: usize,
    annotate: AnnotateFn,
    user: *mut c_void,
) -> i32 {
    let add = || {
        // SAFETY: by contract
        let options = unsafe { given(options) }?;
        // SAFETY: by contract
        let name = unsafe { text(name, name_len, "name") }?.ok_or_else(|| Failure::null("name"))?;
        if annotate.is_none() {
            return Err(Failure::null("annotate"));
        }
        options.change(|asked| {
            asked.callbacks.push(Callback::new(name, annotate, user));
            Ok(())
        })
    };
    // SAFETY: an error that is NULL is not written to
    unsafe { call(ptr::null_mut(), add) }
}
