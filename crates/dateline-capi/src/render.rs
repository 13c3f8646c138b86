//! An article in, its words in some format out: as a string, or piece by piece to a function of the caller's.

use std::{
    ffi::{c_char, c_void},
    fmt::{self, Write},
};

use dateline::{Article, render::Json, stage::Renderer};

use crate::{
    boundary::{call, make, release},
    error::{DATELINE_ERROR_CALLBACK, DATELINE_ERROR_VALUE, Failure, Outcome},
    value::{Str, read},
};

/// YAML front matter and CommonMark.
pub const DATELINE_FORMAT_MARKDOWN: i32 = 1;
/// One indented object of the schema `dateline/1`.
pub const DATELINE_FORMAT_JSON: i32 = 2;
/// The same on one line, as in JSON Lines.
pub const DATELINE_FORMAT_JSONL: i32 = 3;
/// Plain text.
pub const DATELINE_FORMAT_TEXT: i32 = 4;
/// A page.
pub const DATELINE_FORMAT_HTML: i32 = 5;
/// A schema.org `NewsArticle` as JSON-LD.
pub const DATELINE_FORMAT_JSON_LD: i32 = 6;
/// A news object of the IPTC's ninjs, version 3.
pub const DATELINE_FORMAT_NINJS: i32 = 7;
/// TEI P5.
pub const DATELINE_FORMAT_TEI: i32 = 8;

/// JSON with the way back to the input: a `source` beside every `span`, and the `source_map`. Other formats pass it over.
pub const DATELINE_RENDER_SOURCE_SPANS: u32 = 1;
/// Less about the body: Markdown without front matter, HTML as a fragment, text as the body alone. Other formats pass it over.
pub const DATELINE_RENDER_BARE: u32 = 2;

/// How many bytes are gathered before they are handed to the caller's function; a piece has at most three more, which complete its last character.
const PIECE: usize = 16 << 10;

/// Takes output: `data` is UTF-8 of `len` bytes, valid until it returns, cut at character boundaries, never empty. Anything but 0 ends the rendering with
/// `DATELINE_ERROR_CALLBACK`. It is called on the thread that renders. It may call any function of this library, but must not free the article; no exception and no `longjmp`
/// may leave it.
pub type WriteFn = Option<unsafe extern "C" fn(data: *const c_char, len: usize, user: *mut c_void) -> i32>;

/// A string that was made for the caller.
///
/// Belongs to the caller, who frees it with `dateline_string_free`. Never changes: any number of threads may read one at once.
pub struct Rendered(String);

fn renderer(format: i32, flags: u32) -> Outcome<Box<dyn Renderer>> {
    if flags & !(DATELINE_RENDER_SOURCE_SPANS | DATELINE_RENDER_BARE) != 0 {
        return Err(Failure::new(DATELINE_ERROR_VALUE, format!("flags {flags:#x} hold some that are not known")));
    }
    let source_spans = flags & DATELINE_RENDER_SOURCE_SPANS != 0;
    match format {
        DATELINE_FORMAT_JSON => Ok(Box::new(Json::default().with_source_spans(source_spans))),
        DATELINE_FORMAT_JSONL => Ok(Box::new(Json::line().with_source_spans(source_spans))),
        DATELINE_FORMAT_MARKDOWN..=DATELINE_FORMAT_TEI => words(format, flags & DATELINE_RENDER_BARE != 0),
        _ => Err(Failure::new(DATELINE_ERROR_VALUE, format!("there is no format {format}"))),
    }
}

/// The renderers besides that of JSON.
#[cfg(feature = "renderers")]
fn words(format: i32, is_bare: bool) -> Outcome<Box<dyn Renderer>> {
    use dateline::render::{Html, JsonLd, Markdown, Ninjs, Tei, Text};

    Ok(match (format, is_bare) {
        (DATELINE_FORMAT_TEXT, false) => Box::new(Text::default()),
        (DATELINE_FORMAT_TEXT, true) => Box::new(Text::body()),
        (DATELINE_FORMAT_HTML, false) => Box::new(Html::default()),
        (DATELINE_FORMAT_HTML, true) => Box::new(Html::fragment()),
        (DATELINE_FORMAT_JSON_LD, _) => Box::new(JsonLd::default()),
        (DATELINE_FORMAT_NINJS, _) => Box::new(Ninjs::default()),
        (DATELINE_FORMAT_TEI, _) => Box::new(Tei::default()),
        (_, false) => Box::new(Markdown::default()),
        (_, true) => Box::new(Markdown::without_front_matter()),
    })
}

#[cfg(not(feature = "renderers"))]
fn words(_: i32, _: bool) -> Outcome<Box<dyn Renderer>> {
    Err(Failure::unsupported("renderers"))
}

/// The caller's function as a writer.
struct Writer {
    write: WriteFn,
    user: *mut c_void,
    gathered: String,
    code: i32,
}

impl Writer {
    /// Nothing more once the function has refused some.
    fn hand_over(&mut self) -> fmt::Result {
        if let Some(write) = self.write.filter(|_| self.code == 0 && !self.gathered.is_empty()) {
            // SAFETY: the string lives until after the call, and the function takes it by contract
            self.code = unsafe { write(self.gathered.as_ptr().cast(), self.gathered.len(), self.user) };
            self.gathered.clear();
        }
        if self.code == 0 { Ok(()) } else { Err(fmt::Error) }
    }
}

impl Write for Writer {
    fn write_str(&mut self, mut text: &str) -> fmt::Result {
        if self.code != 0 {
            return Err(fmt::Error);
        }
        while !text.is_empty() {
            let room = PIECE.saturating_sub(self.gathered.len());
            let cut = (room..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            let (now, later) = text.split_at(cut);
            self.gathered.push_str(now);
            if self.gathered.len() >= PIECE {
                self.hand_over()?;
            }
            text = later;
        }
        Ok(())
    }
}

/// Prints an article in a format, a `DATELINE_FORMAT_*`, with `flags` of `DATELINE_RENDER_*`, to a function of the caller's, in pieces of at most some kilobytes.
///
/// `user` is handed to the function as it is. `error` may be NULL; what it receives belongs to the caller. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `article` or `write` is NULL;
/// `DATELINE_ERROR_VALUE` for another format or flag; `DATELINE_ERROR_UNSUPPORTED` in a library without the feature renderers, for all but JSON; `DATELINE_ERROR_CALLBACK` where the function returned something other than 0, which ends the output. Any thread.
///
/// # Safety
///
/// `write` takes what its type says; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_article_write(
    article: Option<&Article>,
    format: i32,
    flags: u32,
    write: WriteFn,
    user: *mut c_void,
    error: *mut *mut Failure,
) -> i32 {
    let print = || {
        let article = article.ok_or_else(|| Failure::null("article"))?;
        if write.is_none() {
            return Err(Failure::null("write"));
        }
        let mut writer = Writer { write, user, gathered: String::with_capacity(PIECE + 3), code: 0 };
        let printed = renderer(format, flags)?.render(article, &mut writer).and_then(|()| writer.hand_over());
        printed.map_err(|_| Failure::new(DATELINE_ERROR_CALLBACK, format!("the function that takes the output returned {}", writer.code)))
    };
    // SAFETY: by contract
    unsafe { call(error, print) }
}

/// Prints an article in a format, a `DATELINE_FORMAT_*`, with `flags` of `DATELINE_RENDER_*`, to a string.
///
/// What `out` receives belongs to the caller, who frees it with `dateline_string_free`; `error` may be NULL. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `article` or `out` is NULL;
/// `DATELINE_ERROR_VALUE` for another format or flag, `DATELINE_ERROR_UNSUPPORTED` in a library without the feature renderers, for all but JSON: then `out` receives NULL. Any thread.
///
/// # Safety
///
/// `out` and `error` are each NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_article_render(
    article: Option<&Article>,
    format: i32,
    flags: u32,
    out: *mut *mut Rendered,
    error: *mut *mut Failure,
) -> i32 {
    let print = || {
        let article = article.ok_or_else(|| Failure::null("article"))?;
        Ok(Rendered(renderer(format, flags)?.to_string(article)))
    };
    // SAFETY: by contract
    unsafe { make(out, error, print) }
}

/// Prints an article as one indented object of the schema `dateline/1`: `dateline_article_render` with `DATELINE_FORMAT_JSON` and no flags.
///
/// What `out` receives belongs to the caller, who frees it with `dateline_string_free`; `error` may be NULL. Returns `DATELINE_OK`, or `DATELINE_ERROR_NULL` where `article` or `out` is
/// NULL. Any thread.
///
/// # Safety
///
/// `out` and `error` are each NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_article_json(article: Option<&Article>, out: *mut *mut Rendered, error: *mut *mut Failure) -> i32 {
    // SAFETY: the same contract
    unsafe { dateline_article_render(article, DATELINE_FORMAT_JSON, 0, out, error) }
}

/// What a string holds.
///
/// Borrowed from the string until it is freed; with `string` NULL absent. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_string_value(string: Option<&Rendered>) -> Str {
    read(string, |string| Str::of(&string.0))
}

/// Frees a string and what was borrowed from it. NULL is passed over; freeing one twice is undefined.
///
/// Any thread, but no other may be using it.
///
/// # Safety
///
/// `string` is NULL or came from this library and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_string_free(string: *mut Rendered) {
    // SAFETY: by contract it is NULL or a box that this library handed out
    unsafe { release(string) };
}
