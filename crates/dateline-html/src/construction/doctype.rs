//! The doctype, and whether it puts the page in quirks mode.

use super::insert::Place;
use super::{Construction, Mode};
use crate::tokenizer::DoctypeToken;
use crate::tree::node::{Node, NodeKind};

/// Public identifiers of which these starts, in lower case, mean quirks mode (HTML standard, "the initial insertion
/// mode"); each ends in `//`, which is left out here. All start with `-//`.
const QUIRKY: &[&str] = &[
    "advasoft ltd//dtd html 3.0 aswedit + extensions",
    "as//dtd html 3.0 aswedit + extensions",
    "ietf//dtd html",
    "ietf//dtd html 2.0",
    "ietf//dtd html 2.0 level 1",
    "ietf//dtd html 2.0 level 2",
    "ietf//dtd html 2.0 strict",
    "ietf//dtd html 2.0 strict level 1",
    "ietf//dtd html 2.0 strict level 2",
    "ietf//dtd html 2.1e",
    "ietf//dtd html 3",
    "ietf//dtd html 3.0",
    "ietf//dtd html 3.2",
    "ietf//dtd html 3.2 final",
    "ietf//dtd html level 0",
    "ietf//dtd html level 1",
    "ietf//dtd html level 2",
    "ietf//dtd html level 3",
    "ietf//dtd html strict",
    "ietf//dtd html strict level 0",
    "ietf//dtd html strict level 1",
    "ietf//dtd html strict level 2",
    "ietf//dtd html strict level 3",
    "metrius//dtd metrius presentational",
    "microsoft//dtd internet explorer 2.0 html",
    "microsoft//dtd internet explorer 2.0 html strict",
    "microsoft//dtd internet explorer 2.0 tables",
    "microsoft//dtd internet explorer 3.0 html",
    "microsoft//dtd internet explorer 3.0 html strict",
    "microsoft//dtd internet explorer 3.0 tables",
    "netscape comm. corp.//dtd html",
    "netscape comm. corp.//dtd strict html",
    "o'reilly and associates//dtd html 2.0",
    "o'reilly and associates//dtd html extended 1.0",
    "o'reilly and associates//dtd html extended relaxed 1.0",
    "softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0",
    "softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0",
    "spyglass//dtd html 2.0 extended",
    "sq//dtd html 2.0 hotmetal + extensions",
    "sun microsystems corp.//dtd hotjava html",
    "sun microsystems corp.//dtd hotjava strict html",
    "w3c//dtd html 3 1995-03-24",
    "w3c//dtd html 3.2",
    "w3c//dtd html 3.2 draft",
    "w3c//dtd html 3.2 final",
    "w3c//dtd html 3.2s draft",
    "w3c//dtd html 4.0 frameset",
    "w3c//dtd html 4.0 transitional",
    "w3c//dtd html experimental 19960712",
    "w3c//dtd html experimental 970421",
    "w3c//dtd w3 html",
    "w3o//dtd w3 html 3.0",
    "webtechs//dtd mozilla html",
    "webtechs//dtd mozilla html 2.0",
];

/// The same where there is no system identifier.
const QUIRKY_ALONE: &[&str] = &["w3c//dtd html 4.01 frameset", "w3c//dtd html 4.01 transitional"];

impl Construction<'_> {
    pub(super) fn insert_doctype(&mut self, doctype: &DoctypeToken) {
        let (start, end) = self.token;
        // The inside of `<!doctype …>`.
        let close = if self.source.as_bytes().get((end as usize).wrapping_sub(1)) == Some(&b'>') { end - 1 } else { end };
        let mut node = Node::new(NodeKind::Doctype, start, end);
        (node.first, node.last) = (start + 9, close);
        let id = self.arena.push(node);
        self.attach(Place::Within(0), id);
        self.quirks = is_quirky(doctype);
        self.mode = Mode::BeforeHtml;
    }
}

fn is_quirky(doctype: &DoctypeToken) -> bool {
    if doctype.force_quirks || doctype.name.as_deref() != Some("html") {
        return true;
    }
    let is = |text: &Option<String>, wanted: &str| text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case(wanted));
    if ["-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"].iter().any(|id| is(&doctype.public_id, id))
        || is(&doctype.system_id, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")
    {
        return true;
    }
    let public = doctype.public_id.as_deref().unwrap_or("").to_ascii_lowercase();
    let Some(public) = public.strip_prefix("-//") else {
        return false;
    };
    let starts = |id: &&str| public.strip_prefix(*id).is_some_and(|rest| rest.starts_with("//"));
    QUIRKY.iter().any(starts) || doctype.system_id.is_none() && QUIRKY_ALONE.iter().any(starts)
}
