//! Inputs become documents: a reader for web pages, one for plain text.

mod html;
#[cfg(feature = "plain-text")]
mod plain;
mod script;

use std::borrow::Cow;

use dateline_html::charset;

use crate::{
    document::Charset,
    error::Error,
    model::{DiagnosticCode, MediaType},
    stage::{Context, Input, OnLimit, Reader},
};

/// The readers of the default pipeline.
pub(crate) fn readers() -> Vec<Box<dyn Reader>> {
    vec![
        Box::new(html::HtmlReader),
        #[cfg(feature = "plain-text")]
        Box::new(plain::PlainReader),
    ]
}

/// The work for a document does not pay for all of its nodes: a diagnostic, or an error where the caller asked for one.
fn over_work(nodes: u32, context: &Context<'_>) -> Result<(), Error> {
    let limits = context.limits();
    if limits.on_limit == OnLimit::Error {
        return Err(Error::over_limit("units of work", u64::from(limits.work)));
    }
    let message = format!("{} units of work pay for {nodes} nodes; the rest was left out", limits.work);
    context.diagnose(DiagnosticCode::WorkLimit, message);
    Ok(())
}

/// The input's text, and how it was decoded. A `<meta>` is looked for in pages alone.
fn decode<'i>(input: &'i Input<'i>, context: &Context<'_>) -> Result<(&'i str, Charset), Error> {
    let label = input.known_charset();
    if let Some(label) = label.filter(|label| !charset::is_label(label)) {
        return Err(Error::option("charset", label, "a label of the WHATWG Encoding Standard, such as \"utf-8\" or \"windows-1252\""));
    }
    let decoded = charset::decode(input.bytes(), label, input.kind() == MediaType::Html);
    if decoded.replaced > 0 {
        let message = format!("{} byte sequences are not {}; each was read as U+FFFD", decoded.replaced, decoded.encoding);
        context.diagnose(DiagnosticCode::UndecodableBytes, message);
    }
    let charset = Charset { encoding: decoded.encoding, map: decoded.map() };
    let text = match decoded.text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => input.keep(text),
    };
    Ok((text, charset))
}
