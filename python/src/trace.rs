//! How an article came to be.

use dateline::model;

use crate::{
    rows::Rows,
    span::SourceSpan,
    view::{Shown, view},
};

view! {
    /// One piece of evidence for a metadata field, whether it was chosen or not.
    Evidence of model::Evidence;
    fields {
        /// The value as this evidence has it.
        value: &str = |this| &this.it.value;
        /// The kind of evidence, `from` in JSON: `json-ld`, `open-graph`, `meta`, `microdata`, `markup`, `text`, `url`, `caller` or another.
        origin: &str = |this| this.it.from.as_str();
        /// Where it stands in the input, in bytes of what was handed in.
        source: Rows<SourceSpan> = |this| this.it.source.iter().map(|span| SourceSpan::from(*span)).collect();
        /// How far it is trusted, 0 to 1.
        confidence: f64 = |this| this.it.confidence;
        /// Whether the article's field was taken from it.
        chosen: bool = |this| this.it.chosen;
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Evidence").words(&self.it.value).named("origin", Some(self.it.from.as_str())).plain(self.it.confidence);
        if self.it.chosen { shown.plain("chosen").done() } else { shown.done() }
    }
}

view! {
    /// A part of the input that was left out of the text, and why.
    Removal of model::Removal;
    fields {
        /// Why: `navigation`, `related`, `advertising`, `comments` and others.
        reason: &str = |this| this.it.reason.as_str();
        /// Where it stands in the input, in bytes of what was handed in.
        source: Rows<SourceSpan> = |this| this.it.source.iter().map(|span| SourceSpan::from(*span)).collect();
    }

    fn __repr__(&self) -> String {
        let bytes: u64 = self.it.source.iter().map(|span| u64::from(span.len())).sum();
        Shown::new("Removal").words(self.it.reason.as_str()).plain(format_args!("{bytes} bytes")).done()
    }
}

view! {
    /// Something that went wrong or was given up, without stopping the rest.
    Diagnostic of model::Diagnostic;
    fields {
        /// What it is about: `byte-limit`, `no-body`, `charset` and others.
        code: &str = |this| this.it.code.as_str();
        /// The same in words.
        message: &str = |this| &this.it.message;
    }

    fn __repr__(&self) -> String {
        Shown::new("Diagnostic").words(self.it.code.as_str()).words(&self.it.message).done()
    }
}
