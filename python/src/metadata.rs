//! What stands about an article rather than in it.

use dateline::model;

use crate::{
    rows::Rows,
    span::Span,
    view::{Shown, View, view},
};

view! {
    /// What an article was made from.
    InputInfo of model::InputInfo;
    fields {
        /// `text/html` or `text/plain`, as told or as sniffed.
        media_type: &str = |this| &this.it.media_type;
        /// The charset's name in the WHATWG Encoding Standard, in lower case.
        encoding: &str = |this| &this.it.encoding;
        /// How many bytes were handed in.
        length: u64 = |this| this.it.length;
        /// The page's address, where the caller knew it.
        url: Option<&str> = |this| this.it.url.as_deref();
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("InputInfo").words(&self.it.media_type).words(&self.it.encoding);
        shown.plain(format_args!("{} bytes", self.it.length)).named("url", self.it.url.as_deref()).done()
    }
}

view! {
    /// A date or a time as the words or the markup give it; `str()` of it is its value.
    DateStamp of model::DateStamp;
    fields {
        /// ISO 8601 in the precision that was given: `2009-02-26`, `2009-02`, `2009-02-26T10:15+01:00`; `XXXX-02-26` where the year is open.
        value: &str = |this| &this.it.value;
        /// How exact it is: `year`, `month`, `day`, `minute` and others.
        precision: &str = |this| this.it.precision.as_str();
        /// The words or the attribute that it was read from.
        raw: &str = |this| &this.it.raw;
    }

    fn __repr__(&self) -> String {
        Shown::new("DateStamp").words(&self.it.value).words(self.it.precision.as_str()).done()
    }

    fn __str__(&self) -> &str {
        &self.it.value
    }
}

view! {
    /// Somebody who wrote the article; `str()` of them is their name.
    Author of model::Author;
    fields {
        /// The name as it is printed.
        name: &str = |this| &this.it.name;
        /// What they are: "Associated Press Writer".
        role: Option<&str> = |this| this.it.role.as_deref();
        /// Whom they write for.
        affiliation: Option<&str> = |this| this.it.affiliation.as_deref();
        /// Their page.
        url: Option<&str> = |this| this.it.url.as_deref();
        /// Their address.
        email: Option<&str> = |this| this.it.email.as_deref();
    }

    fn __repr__(&self) -> String {
        let shown = Shown::new("Author").words(&self.it.name).named("role", self.it.role.as_deref());
        shown.named("affiliation", self.it.affiliation.as_deref()).done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}

view! {
    /// The line that opens a report and says where and when it was written.
    Dateline of model::Dateline;
    fields {
        /// Its words, with the dash that ends it.
        raw: &str = |this| &this.it.raw;
        /// Where it stands in the text.
        span: Span = |this| this.span_of(this.it.span);
        /// Its words in the text.
        text: &str = |this| this.slice(this.it.span);
        /// The places it names.
        places: Rows<DatelinePlace> = |this| this.all(&this.it.places);
        /// Its date, where it has one.
        date: Option<DateStamp> = |this| this.it.date.as_ref().map(|date| this.one(date));
        /// The agency it names.
        agency: Option<&str> = |this| this.it.agency.as_deref();
    }

    fn __repr__(&self) -> String {
        let country = self.it.places.first().and_then(|place| place.country.as_deref());
        let date = self.it.date.as_ref().map(|date| date.value.as_str());
        let shown = Shown::new("Dateline").words(&self.it.raw).named("country", country);
        shown.named("date", date).named("agency", self.it.agency.as_deref()).done()
    }

    fn __str__(&self) -> &str {
        &self.it.raw
    }
}

view! {
    /// A place as a dateline names it.
    DatelinePlace of model::DatelinePlace;
    fields {
        /// Its name as written.
        name: &str = |this| &this.it.name;
        /// ISO 3166-1 alpha-2 code of the country, where it is named or beyond doubt.
        country: Option<&str> = |this| this.it.country.as_deref();
    }

    fn __repr__(&self) -> String {
        Shown::new("DatelinePlace").words(&self.it.name).named("country", self.it.country.as_deref()).done()
    }

    fn __str__(&self) -> &str {
        &self.it.name
    }
}

view! {
    /// Who published the article.
    Publisher of model::Publisher;
    fields {
        /// Its name.
        name: Option<&str> = |this| this.it.name.as_deref();
        /// Its site.
        url: Option<&str> = |this| this.it.url.as_deref();
        /// Its logo.
        logo: Option<&str> = |this| this.it.logo.as_deref();
    }

    fn __repr__(&self) -> String {
        Shown::new("Publisher").named("name", self.it.name.as_deref()).named("url", self.it.url.as_deref()).done()
    }
}

view! {
    /// One step of the way from the site's front page to the article.
    Crumb of model::Crumb;
    fields {
        /// What it is called.
        name: &str = |this| &this.it.name;
        /// Where it leads.
        url: Option<&str> = |this| this.it.url.as_deref();
    }

    fn __repr__(&self) -> String {
        Shown::new("Crumb").words(&self.it.name).named("url", self.it.url.as_deref()).done()
    }
}

view! {
    /// A picture of the article.
    Image of model::Image;
    fields {
        /// Its address, resolved against the page's.
        url: &str = |this| &this.it.url;
        /// What is said of it below.
        caption: Option<&str> = |this| this.it.caption.as_deref();
        /// Who took or owns it.
        credit: Option<&str> = |this| this.it.credit.as_deref();
        /// The words that stand for it where it cannot be shown.
        alt: Option<&str> = |this| this.it.alt.as_deref();
        /// Pixels across.
        width: Option<u32> = |this| this.it.width;
        /// Pixels down.
        height: Option<u32> = |this| this.it.height;
        /// Whether it is the article's first picture.
        lead: bool = |this| this.it.lead;
    }

    fn __repr__(&self) -> String {
        Shown::new("Image").words(&self.it.url).named("caption", self.it.caption.as_deref()).done()
    }
}

view! {
    /// Readers' comments, kept apart from the body.
    Comments of model::Comments;
    fields {
        /// How many there are, by the page's own count or by counting.
        count: u32 = |this| this.it.count;
        /// Those on the page.
        items: Rows<Comment> = |this| this.all(&this.it.items);
    }

    fn __repr__(&self) -> String {
        Shown::new("Comments").plain(self.it.count).plain(format_args!("{} on the page", self.it.items.len())).done()
    }
}

view! {
    /// One reader's comment.
    Comment of model::Comment;
    fields {
        /// Who wrote it.
        author: Option<&str> = |this| this.it.author.as_deref();
        /// When.
        date: Option<&str> = |this| this.it.date.as_deref();
        /// What.
        text: &str = |this| &this.it.text;
    }

    fn __repr__(&self) -> String {
        Shown::new("Comment").words(&self.it.text).named("author", self.it.author.as_deref()).done()
    }
}
