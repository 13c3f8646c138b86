//! What was said, and by whom.

use dateline::model;

use crate::{
    rows::Rows,
    span::Span,
    view::{Shown, View, view},
};

view! {
    /// Something that somebody said.
    Quote of model::Quote;
    fields {
        /// How it is given: `direct`, `mixed`, `indirect` or another word.
        kind: &str = |this| this.it.kind.as_str();
        /// The hull of its parts; of a mixed quote the clause that holds them.
        span: Span = |this| this.span_of(this.it.span);
        /// The words of the span.
        text: &str = |this| this.slice(this.it.span);
        /// The stretches of words between the marks (the marks left out), one a paragraph or a side of an interposed attribution.
        parts: Rows<Span> = |this| this.it.parts.iter().map(|part| this.span_of(*part)).collect();
        /// Who said it.
        speaker: Option<Speaker> = |this| this.it.speaker.as_ref().map(|speaker| this.one(speaker));
        /// The words that attribute it.
        cue: Option<Cue> = |this| this.it.cue.as_ref().map(|cue| this.one(cue));
        /// By way of whom it was reported.
        via: Option<Via> = |this| this.it.via.as_ref().map(|via| this.one(via));
        /// How sure the reading is, 0 to 1.
        confidence: f64 = |this| this.it.confidence;
    }

    /// The words of its parts, without the quote marks and what stands between the parts.
    #[getter]
    fn words(&self) -> Rows<&str> {
        self.it.parts.iter().map(|part| self.slice(*part)).collect()
    }

    fn __repr__(&self) -> String {
        let speaker = self.it.speaker.as_ref().map(|speaker| speaker.name.as_str());
        Shown::new("Quote").words(self.slice(self.it.span)).named("speaker", speaker).named("kind", Some(self.it.kind.as_str())).done()
    }
}

view! {
    /// Who said a quote; `str()` of them is their name.
    Speaker of model::Speaker;
    fields {
        /// Their fullest name in the article, or the words that stand for them.
        name: &str = |this| &this.it.name;
        /// The words of the attribution that name them.
        span: Option<Span> = |this| this.it.span.map(|span| this.span_of(span));
        /// The words there.
        text: Option<&str> = |this| this.it.span.map(|span| this.slice(span));
        /// Which of `Article.people` they are.
        person: Option<u32> = |this| this.it.person;
        /// How the words were resolved to the person.
        resolved_by: Option<&str> = |this| this.it.resolved_by.as_deref();
    }

    fn __repr__(&self) -> String {
        Shown::new("Speaker").words(&self.it.name).named("resolved_by", self.it.resolved_by.as_deref()).done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}

view! {
    /// The words that attribute a quote: "said", "according to".
    Cue of model::Cue;
    fields {
        /// The words.
        text: &str = |this| &this.it.text;
        /// Where they stand.
        span: Span = |this| this.span_of(this.it.span);
    }

    fn __repr__(&self) -> String {
        Shown::new("Cue").words(&self.it.text).done()
    }

    fn __str__(&self) -> &str {
        &self.it.text
    }
}

view! {
    /// By way of whom a quote was reported.
    Via of model::Via;
    fields {
        /// Their name.
        name: &str = |this| &this.it.name;
        /// Where it stands.
        span: Span = |this| this.span_of(this.it.span);
        /// The words there.
        text: &str = |this| this.slice(this.it.span);
    }

    fn __repr__(&self) -> String {
        Shown::new("Via").words(&self.it.name).done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}
