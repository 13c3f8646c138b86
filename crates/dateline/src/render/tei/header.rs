//! An article's metadata in, `<teiHeader>` out.

use std::fmt::{self, Write};

use super::{attribute, element, words};
use crate::{
    model::{Article, Author, DateStamp},
    render::{address, date::xml_schema},
};

/// Writes the header; with the lists of names where `names` is set.
pub(super) fn header(article: &Article, names: bool, out: &mut dyn Write) -> fmt::Result {
    out.write_str("<teiHeader>\n<fileDesc>\n<titleStmt>\n<title type=\"main\">")?;
    words(out, article.headline.as_deref().unwrap_or_default())?;
    out.write_str("</title>\n")?;
    article.authors.iter().try_for_each(|author| write_author(author, out))?;
    out.write_str("</titleStmt>\n<publicationStmt>\n<publisher>")?;
    words(out, article.publisher.name.as_deref().unwrap_or_default())?;
    out.write_str("</publisher>\n")?;
    date(out, "published", article.published.as_ref())?;
    date(out, "modified", article.modified.as_ref())?;
    address_of(article, out)?;
    availability(article, out)?;
    out.write_str("</publicationStmt>\n<sourceDesc>\n<p>")?;
    words(out, article.input.url.as_deref().or(article.id.as_deref()).unwrap_or_default())?;
    out.write_str("</p>\n</sourceDesc>\n</fileDesc>\n")?;
    profile(article, names, out)?;
    out.write_str("</teiHeader>\n")
}

fn write_author(author: &Author, out: &mut dyn Write) -> fmt::Result {
    out.write_str("<author><name>")?;
    words(out, &author.name)?;
    out.write_str("</name>")?;
    for (name, text) in [("roleName", &author.role), ("orgName", &author.affiliation), ("email", &author.email)] {
        if let Some(text) = text {
            write!(out, "<{name}>")?;
            words(out, text)?;
            write!(out, "</{name}>")?;
        }
    }
    if let Some(url) = author.url.as_deref().and_then(address::safe) {
        out.write_str("<ptr")?;
        attribute(out, "target", &url)?;
        out.write_str("/>")?;
    }
    out.write_str("</author>\n")
}

/// A date; its value stands in an attribute where the calendar knows it, and as it is in any case.
fn date(out: &mut dyn Write, kind: &str, date: Option<&DateStamp>) -> fmt::Result {
    let Some(date) = date else { return Ok(()) };
    write!(out, "<date type=\"{kind}\"")?;
    if let Some(value) = xml_schema(date) {
        attribute(out, "when", value)?;
    }
    out.write_str(">")?;
    words(out, &date.value)?;
    out.write_str("</date>\n")
}

fn address_of(article: &Article, out: &mut dyn Write) -> fmt::Result {
    let Some(url) = article.canonical_url.as_deref().or(article.input.url.as_deref()) else { return Ok(()) };
    out.write_str("<idno type=\"URI\">")?;
    words(out, url)?;
    out.write_str("</idno>\n")
}

fn availability(article: &Article, out: &mut dyn Write) -> fmt::Result {
    let status = article.free_access.map(|free| if free { "free" } else { "restricted" });
    if article.license.is_none() && status.is_none() {
        return Ok(());
    }
    out.write_str("<availability")?;
    if let Some(status) = status {
        attribute(out, "status", status)?;
    }
    out.write_str("><licence>")?;
    words(out, article.license.as_deref().unwrap_or_default())?;
    out.write_str("</licence></availability>\n")
}

fn profile(article: &Article, names: bool, out: &mut dyn Write) -> fmt::Result {
    let mut profile = String::new();
    if let Some(description) = &article.description {
        profile.write_str("<abstract>\n")?;
        element(&mut profile, "p", Some(description))?;
        profile.write_str("</abstract>\n")?;
    }
    if let Some(language) = &article.language {
        profile.write_str("<langUsage>\n<language")?;
        attribute(&mut profile, "ident", language)?;
        profile.write_str("/>\n</langUsage>\n")?;
    }
    let terms: Vec<(&str, &String)> =
        article.section.iter().map(|term| ("section", term)).chain(article.tags.iter().map(|term| ("tag", term))).collect();
    if !terms.is_empty() {
        profile.write_str("<textClass>\n<keywords>\n")?;
        for (kind, term) in terms {
            write!(profile, "<term type=\"{kind}\">")?;
            words(&mut profile, term)?;
            profile.write_str("</term>\n")?;
        }
        profile.write_str("</keywords>\n</textClass>\n")?;
    }
    if names {
        named(article, &mut profile)?;
    }
    if profile.is_empty() { Ok(()) } else { write!(out, "<profileDesc>\n{profile}</profileDesc>\n") }
}

/// The people, organisations and places of the text.
fn named(article: &Article, out: &mut dyn Write) -> fmt::Result {
    if !article.people.is_empty() || !article.organisations.is_empty() {
        out.write_str("<particDesc>\n")?;
        if !article.people.is_empty() {
            out.write_str("<listPerson>\n")?;
            for person in &article.people {
                out.write_str("<person>")?;
                element(out, "persName", Some(&person.name))?;
                element(out, "occupation", person.role.as_deref())?;
                out.write_str("</person>\n")?;
            }
            out.write_str("</listPerson>\n")?;
        }
        if !article.organisations.is_empty() {
            out.write_str("<listOrg>\n")?;
            for organisation in &article.organisations {
                out.write_str("<org>")?;
                element(out, "orgName", Some(&organisation.name))?;
                out.write_str("</org>\n")?;
            }
            out.write_str("</listOrg>\n")?;
        }
        out.write_str("</particDesc>\n")?;
    }
    if !article.places.is_empty() {
        out.write_str("<settingDesc>\n<listPlace>\n")?;
        for place in &article.places {
            out.write_str("<place>")?;
            element(out, "placeName", Some(&place.name))?;
            out.write_str("</place>\n")?;
        }
        out.write_str("</listPlace>\n</settingDesc>\n")?;
    }
    Ok(())
}
