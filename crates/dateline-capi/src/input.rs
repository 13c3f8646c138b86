//! An input and what the caller knows of it, by setters.

use std::{ffi::c_char, ptr};

use dateline::{Input, model::MediaType};

use crate::{
    boundary::{bytes, call, make, release, text},
    error::{DATELINE_ERROR_VALUE, Failure, Outcome},
};

/// A kind that is not known: it is sniffed from the first bytes.
pub const DATELINE_MEDIA_SNIFFED: i32 = 0;
/// A web page.
pub const DATELINE_MEDIA_HTML: i32 = 1;
/// Plain text.
pub const DATELINE_MEDIA_PLAIN: i32 = 2;

/// The address that the page was got from.
pub const DATELINE_INPUT_URL: i32 = 1;
/// The charset that the transport named: it goes before a `<meta>` of the page.
pub const DATELINE_INPUT_CHARSET: i32 = 2;
/// When it was published, an ISO 8601 date or date and time: relative dates are resolved against it where the article has no date.
pub const DATELINE_INPUT_PUBLISHED: i32 = 3;
/// What the caller calls the input.
pub const DATELINE_INPUT_ID: i32 = 4;

/// An input: bytes, which stay the caller's and must live for as long as it, and what the caller knows of them.
///
/// Belongs to the caller, who frees it with `dateline_input_free`. Once it is set up any number of threads may extract from it at once; no setter may run meanwhile.
pub struct Described {
    data: *const u8,
    length: usize,
    media_type: Option<MediaType>,
    url: Option<String>,
    charset: Option<String>,
    published: Option<String>,
    id: Option<String>,
}

impl Described {
    /// As the crate takes it.
    ///
    /// # Safety
    ///
    /// The caller's bytes live for as long as `'a`.
    pub(crate) unsafe fn input<'a>(&'a self) -> Outcome<Input<'a>> {
        // SAFETY: by contract; the length was checked before
        let mut input = Input::from(unsafe { bytes(self.data, self.length, "data") }?);
        if let Some(media_type) = self.media_type {
            input = input.media_type(media_type);
        }
        if let Some(url) = &self.url {
            input = input.url(url.as_str());
        }
        if let Some(charset) = &self.charset {
            input = input.charset(charset.as_str());
        }
        if let Some(published) = &self.published {
            input = input.published(published.as_str());
        }
        if let Some(id) = &self.id {
            input = input.id(id.as_str());
        }
        Ok(input)
    }
}

/// A new input over `len` bytes, which are not copied: they must stay as they are until the input is freed. NULL with a length of 0 is an empty input.
///
/// What `out` receives belongs to the caller. Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `out` is NULL, or `data` with another length than 0; `DATELINE_ERROR_LENGTH`:
/// then `out` receives NULL. Any thread.
///
/// # Safety
///
/// `data` is NULL or holds `len` bytes; `out` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_input_new(data: *const u8, len: usize, out: *mut *mut Described) -> i32 {
    let new = || {
        // SAFETY: by contract
        unsafe { bytes(data, len, "data") }?;
        Ok(Described { data, length: len, media_type: None, url: None, charset: None, published: None, id: None })
    };
    // SAFETY: by contract
    unsafe { make(out, ptr::null_mut(), new) }
}

/// Frees an input, not its bytes. NULL is passed over; freeing one twice is undefined. Articles made from it stay.
///
/// Any thread, but no other may be using it.
///
/// # Safety
///
/// `input` is NULL or came from this library and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_input_free(input: *mut Described) {
    // SAFETY: by contract it is NULL or a box that this library handed out
    unsafe { release(input) };
}

/// Says what kind of input it is, a `DATELINE_MEDIA_*`.
///
/// Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `input` is NULL; `DATELINE_ERROR_VALUE` for another number: the input is then as it was. One thread at a time.
#[unsafe(no_mangle)]
pub extern "C" fn dateline_input_set_media(input: Option<&mut Described>, media: i32) -> i32 {
    let set = || {
        input.ok_or_else(|| Failure::null("input"))?.media_type = match media {
            DATELINE_MEDIA_SNIFFED => None,
            DATELINE_MEDIA_HTML => Some(MediaType::Html),
            DATELINE_MEDIA_PLAIN => Some(MediaType::Plain),
            _ => return Err(Failure::new(DATELINE_ERROR_VALUE, format!("there is no media type {media}"))),
        };
        Ok(())
    };
    // SAFETY: an error that is NULL is not written to
    unsafe { call(ptr::null_mut(), set) }
}

/// Says what the caller knows of the input: `what` is a `DATELINE_INPUT_*`, `value` UTF-8 of `len` bytes, copied; NULL takes it back.
///
/// Returns `DATELINE_OK`; `DATELINE_ERROR_NULL` where `input` is NULL; `DATELINE_ERROR_VALUE` for another number; `DATELINE_ERROR_LENGTH` or `DATELINE_ERROR_UTF8` for the value: the input
/// is then as it was. Whether a charset or a date is one is said by the extraction. One thread at a time.
///
/// # Safety
///
/// `value` is NULL or holds `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dateline_input_set(input: Option<&mut Described>, what: i32, value: *const c_char, len: usize) -> i32 {
    let set = || {
        let input = input.ok_or_else(|| Failure::null("input"))?;
        let field = match what {
            DATELINE_INPUT_URL => &mut input.url,
            DATELINE_INPUT_CHARSET => &mut input.charset,
            DATELINE_INPUT_PUBLISHED => &mut input.published,
            DATELINE_INPUT_ID => &mut input.id,
            _ => return Err(Failure::new(DATELINE_ERROR_VALUE, format!("nothing {what} is known of an input"))),
        };
        // SAFETY: by contract
        *field = unsafe { text(value, len, "value") }?.map(str::to_owned);
        Ok(())
    };
    // SAFETY: an error that is NULL is not written to
    unsafe { call(ptr::null_mut(), set) }
}
