//! Whom and what an article names, and where.

use dateline::model;

use crate::{
    rows::Rows,
    span::Span,
    view::{Shown, View, view},
};

view! {
    /// One place in the text where somebody or something is named.
    Mention of model::Mention;
    fields {
        /// Where.
        span: Span = |this| this.span_of(this.it.span);
        /// In what way, `as` in JSON: `name`, `surname`, `acronym`, `description`, `pronoun` or another word.
        kind: &str = |this| this.it.kind.as_str();
        /// The words there.
        text: &str = |this| this.slice(this.it.span);
    }

    fn __repr__(&self) -> String {
        Shown::new("Mention").words(self.slice(self.it.span)).named("kind", Some(self.it.kind.as_str())).done()
    }
}

view! {
    /// A person of the article; `str()` of them is their name.
    Person of model::Person;
    fields {
        /// The fullest name that the article gives.
        name: &str = |this| &this.it.name;
        /// What they are: "Foreign Minister".
        role: Option<&str> = |this| this.it.role.as_deref();
        /// Where that stands.
        role_span: Option<Span> = |this| this.it.role_span.map(|span| this.span_of(span));
        /// Of what.
        organisation: Option<&str> = |this| this.it.organisation.as_deref();
        /// Every place that names them.
        mentions: Rows<Mention> = |this| this.all(&this.it.mentions);
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Person").words(&self.it.name).named("role", self.it.role.as_deref());
        shown.number(self.it.mentions.len(), "mention", "mentions").done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}

view! {
    /// An organisation of the article; `str()` of it is its name.
    Organisation of model::Organisation;
    fields {
        /// Its fullest name.
        name: &str = |this| &this.it.name;
        /// What it is.
        kind: Option<&str> = |this| this.it.kind.as_deref();
        /// Every place that names it.
        mentions: Rows<Mention> = |this| this.all(&this.it.mentions);
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Organisation").words(&self.it.name).named("kind", self.it.kind.as_deref());
        shown.number(self.it.mentions.len(), "mention", "mentions").done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}

view! {
    /// A place of the article; `str()` of it is its name.
    Place of model::Place;
    fields {
        /// Its name.
        name: &str = |this| &this.it.name;
        /// ISO 3166-1 alpha-2 code of its country.
        country: Option<&str> = |this| this.it.country.as_deref();
        /// Every place in the text that names it.
        mentions: Rows<Mention> = |this| this.all(&this.it.mentions);
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Place").words(&self.it.name).named("country", self.it.country.as_deref());
        shown.number(self.it.mentions.len(), "mention", "mentions").done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}

view! {
    /// Somebody or something that the article cites; `str()` of it is its name.
    Source of model::Source;
    fields {
        /// Its name or the words that stand for it.
        name: &str = |this| &this.it.name;
        /// What it is: `agency`, `media`, `official`, `document`, `unnamed` or another word.
        kind: &str = |this| this.it.kind.as_str();
        /// Every place that names it.
        mentions: Rows<Mention> = |this| this.all(&this.it.mentions);
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Source").words(&self.it.name).named("kind", Some(self.it.kind.as_str()));
        shown.number(self.it.mentions.len(), "mention", "mentions").done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}
