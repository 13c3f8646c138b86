//! Times and money in the words, and what annotators of others found.

use dateline::model;

use crate::{
    span::Span,
    view::{Shown, View, view},
};

view! {
    /// A date, time, duration or set in running text, with its TIMEX3 value.
    TimeExpression of model::TimeExpression;
    fields {
        /// Its TIMEX3 kind: `date`, `time`, `duration`, `set`.
        kind: &str = |this| this.it.kind.as_str();
        /// Its TIMEX3 value, ISO 8601 in the precision that the words give; of a range that is one expression `(first moment,moment behind the last,length)`.
        value: Option<&str> = |this| this.it.value.as_deref();
        /// Where it stands.
        span: Span = |this| this.span_of(this.it.span);
        /// The words there.
        text: &str = |this| this.slice(this.it.span);
        /// Its words as the annotator read them.
        raw: &str = |this| &this.it.raw;
        /// The TIMEX3 modifier, `mod` in JSON: `START`, `APPROX`, `BEFORE`.
        modifier: Option<&str> = |this| this.it.modifier.as_deref();
        /// How exact it is.
        precision: Option<&str> = |this| this.it.precision.as_ref().map(model::Precision::as_str);
        /// What a relative expression was resolved against.
        anchor: Option<&str> = |this| this.it.anchor.as_deref();
    }

    fn __repr__(&self) -> String {
        Shown::new("TimeExpression").words(&self.it.raw).named("value", self.it.value.as_deref()).named("kind", Some(self.it.kind.as_str())).done()
    }
}

view! {
    /// An amount of money.
    Money of model::Money;
    fields {
        /// The amount, or a range's lower end, as an exact decimal: what `decimal.Decimal` takes.
        amount: &str = |this| &this.it.amount;
        /// ISO 4217 code.
        currency: Option<&str> = |this| this.it.currency.as_deref();
        /// Where it stands.
        span: Span = |this| this.span_of(this.it.span);
        /// The words there.
        text: &str = |this| this.slice(this.it.span);
        /// Its words as the annotator read them.
        raw: &str = |this| &this.it.raw;
        /// A range's upper end.
        amount_max: Option<&str> = |this| this.it.amount_max.as_deref();
        /// What a price is per: "barrel".
        per: Option<&str> = |this| this.it.per.as_deref();
        /// Whether the words leave the currency open.
        assumed: bool = |this| this.it.assumed;
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Money").words(&self.it.raw).named("amount", Some(&self.it.amount));
        shown.named("amount_max", self.it.amount_max.as_deref()).named("currency", self.it.currency.as_deref()).done()
    }
}

view! {
    /// What an annotator of somebody else's found.
    Annotation of model::Annotation;
    fields {
        /// What it is, in the annotator's own words.
        kind: &str = |this| &this.it.kind;
        /// What it says, where it says more than its words.
        value: Option<&str> = |this| this.it.value.as_deref();
        /// Where it stands.
        span: Span = |this| this.span_of(this.it.span);
        /// The words there.
        text: &str = |this| this.slice(this.it.span);
        /// Which annotator found it.
        by: &str = |this| &this.it.by;
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Annotation").words(self.slice(self.it.span)).named("kind", Some(&self.it.kind));
        shown.named("value", self.it.value.as_deref()).named("by", Some(&self.it.by)).done()
    }
}
