//! A page in, what one extractor finds in it out: for the tests of this room.

use crate::{
    document::{Charset, Document},
    model::{Article, MediaType},
    stage::{Candidate, Context, Input, Limits, MetadataExtractor},
};

/// The candidates of an extractor for a page.
pub(super) fn candidates(extractor: &dyn MetadataExtractor, page: &str) -> Vec<Candidate> {
    let tree = dateline_html::parse(page, &dateline_html::Options::default());
    let decoded = dateline_html::charset::decode(page.as_bytes(), Some("utf-8"), true);
    let document = Document::new(MediaType::Html, tree, Charset { encoding: "UTF-8", map: decoded.map() }).with_base(None);
    let (article, limits, input) = (Article::default(), Limits::default(), Input::from(page));
    extractor.candidates(&document, &Context::new(&article, &input, &limits))
}
