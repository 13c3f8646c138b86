//! Whether a page is an article at all: front pages, error pages, consent walls and empty shells are told by what they hold, whatever text was found on them.
//!
//! The forest of kinds ([`super::choice`]) has seen pages that hold something to read, and takes each of these for one. What is found here comes before its word.

use memchr::memmem;

use super::{
    density::{Page, is_prose},
    json_ld,
};
use crate::{
    document::{Document, Segment, Tag},
    model::{Article, Origin, PageKind},
};

/// What a page is instead of an article; or, of a live blog, besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// Updates in the order of the clock.
    Live,
    /// Links to articles.
    Index,
    /// A notice that there is nothing.
    Error,
    /// A question that comes before the article.
    Consent,
    /// Hardly a sentence.
    Shell,
}

impl Nature {
    pub(super) fn page_kind(self) -> PageKind {
        match self {
            Self::Live => PageKind::Live,
            Self::Index => PageKind::Index,
            Self::Error | Self::Consent | Self::Shell => PageKind::Error,
        }
    }

    /// What speaks against an article, in words; `None` where it is one.
    pub(super) fn against(self) -> Option<&'static str> {
        match self {
            Self::Live => None,
            Self::Index => Some("the page links to articles and is none itself"),
            Self::Error => Some("the page says that what was asked for is not there"),
            Self::Consent => Some("the page asks for consent before it shows an article"),
            Self::Shell => Some("the page has hardly a sentence to read"),
        }
    }
}

/// Notices are short: more kept text than this is something to read, whatever else it says.
const NOTICE: u32 = 2500;

/// What the page is, if it is no plain article; `kept` says which of its segments are the body.
pub(super) fn of(page: &Page<'_, '_>, kept: &[bool], article: &Article) -> Option<Nature> {
    let rows = || page.segments.iter().zip(kept).filter(|(_, kept)| **kept).map(|(segment, _)| segment);
    let weight: u32 = rows().map(|segment| segment.weight).sum();
    if weight < NOTICE {
        let words: Vec<String> = rows().map(|segment| words_of(page, segment).to_lowercase()).collect();
        if is_error(page.document, &words, weight) {
            return Some(Nature::Error);
        }
        if asks_consent(page.document, &words) {
            return Some(Nature::Consent);
        }
        if is_shell(page, weight) {
            return Some(Nature::Shell);
        }
    }
    if !is_dated(article) && links_to_articles(page, kept) {
        return Some(Nature::Index);
    }
    is_live(page.document).then_some(Nature::Live)
}

fn words_of(page: &Page<'_, '_>, segment: &Segment) -> String {
    page.document.words_between(segment.start..segment.end)
}

/// The page's title and its greatest headings, in lower case.
fn titles(document: &Document<'_>) -> Vec<String> {
    const READ: usize = 4;
    let title = document.by_tag(Tag::Title).take(1).map(|node| document.tree().text_content(node));
    let headings = document.by_tag(Tag::H1).take(READ).map(|node| document.words(node));
    title.chain(headings).map(|words| words.trim().to_lowercase()).collect()
}

/// Whether titles say that something went wrong, and little else is said.
fn is_error(document: &Document<'_>, words: &[String], weight: u32) -> bool {
    /// Excuses are short.
    const EXCUSE: u32 = 900;
    const SAYS: &[&str] = &[
        "page not found",
        "page was not found",
        "page cannot be found",
        "page can't be found",
        "page can\u{2019}t be found",
        "find that page",
        "find this page",
        "find the page",
        "page doesn't exist",
        "page doesn\u{2019}t exist",
        "page does not exist",
        "no longer available",
        "file not found",
        "not found",
        "access denied",
        "access to this page has been denied",
        "forbidden",
        "internal server error",
        "bad gateway",
        "gateway timeout",
        "service unavailable",
        "temporarily unavailable",
        "something went wrong",
        "an error occurred",
        "just a moment",
        "attention required",
        "are you a robot",
        "you are human",
        "you are not a robot",
        "security check",
        "seite nicht gefunden",
        "seite wurde nicht gefunden",
        "seite konnte nicht gefunden werden",
        "seite existiert nicht",
        "page introuvable",
        "page non trouv\u{e9}e",
        "p\u{e1}gina no encontrada",
        "no se encontr\u{f3} la p\u{e1}gina",
        "p\u{e1}gina n\u{e3}o encontrada",
        "pagina non trovata",
        "pagina niet gevonden",
        "sidan hittades inte",
        "siden ble ikke funnet",
        "siden blev ikke fundet",
        "sivua ei l\u{f6}ytynyt",
        "nie znaleziono strony",
        "strona nie istnieje",
        "str\u{e1}nka nenalezena",
        "\u{441}\u{442}\u{440}\u{430}\u{43d}\u{438}\u{446}\u{430} \u{43d}\u{435} \u{43d}\u{430}\u{439}\u{434}\u{435}\u{43d}\u{430}",
        "sayfa bulunamad\u{131}",
        "\u{627}\u{644}\u{635}\u{641}\u{62d}\u{629} \u{63a}\u{64a}\u{631} \u{645}\u{648}\u{62c}\u{648}\u{62f}\u{629}",
        "\u{30da}\u{30fc}\u{30b8}\u{304c}\u{898b}\u{3064}\u{304b}\u{308a}\u{307e}\u{305b}\u{3093}",
        "\u{9875}\u{9762}\u{4e0d}\u{5b58}\u{5728}",
        "\u{d398}\u{c774}\u{c9c0}\u{b97c} \u{cc3e}\u{c744} \u{c218}",
    ];
    /// The codes of HTTP that a page shows to its readers.
    const CODES: [&str; 8] = ["400", "401", "403", "404", "410", "500", "502", "503"];
    if weight >= EXCUSE {
        return false;
    }
    let says = |line: &String| {
        // a short title that says it, not a headline in which it is said of something else
        let is_short = line.chars().count() <= 60;
        let mut numbers = line.split(|c: char| !c.is_alphanumeric());
        is_short && (SAYS.iter().any(|says| line.contains(says)) || numbers.next().is_some_and(|first| CODES.contains(&first)))
    };
    let titles = titles(document);
    let said = titles.iter().filter(|title| says(title)).count();
    let in_words = || words.iter().any(|line| CODES.iter().any(|code| line.contains(code)) || SAYS.iter().any(|says| line.contains(says)));
    // both titles, or one and the words below
    said > 1 || (said == 1 && (titles.len() == 1 || words.len() < 4 || in_words()))
}

/// Whether most lines are about cookies, tracking and who may read what.
fn asks_consent(document: &Document<'_>, words: &[String]) -> bool {
    const ABOUT: &[&str] = &[
        "cookie",
        "consent",
        "tracking",
        "personal data",
        "privacy",
        "our partners",
        "third parties",
        "ip address",
        "ip-adresse",
        "einwilligung",
        "zustimm",
        "datenschutz",
        "personenbezogene",
        "personalisiert",
        "partner verarbeiten",
        "donn\u{e9}es personnelles",
        "vie priv\u{e9}e",
        "consentement",
        "traceurs",
        "datos personales",
        "consentimiento",
        "privacidad",
        "dati personali",
        "consenso",
        "persoonsgegevens",
        "toestemming",
        "dane osobowe",
        "zgod\u{119}",
        "samtykke",
        "samtycke",
        "suostumus",
    ];
    /// What only who asks says: where it is missing, an article may be about cookies.
    const ASKS: &[&str] = &[
        "accept",
        "agree",
        "akzeptier",
        "einverstanden",
        "zustimmen",
        "widerrufen",
        "accepter",
        "aceptar",
        "accetta",
        "akkoord",
        "akceptuj",
        "reject",
        "withdraw",
        "manage your",
        "preferences",
        "einstellungen",
        "param\u{e9}tr",
        "godkend",
        "godk\u{e4}nn",
        "hyv\u{e4}ksy",
    ];
    let (mut long, mut lines, mut hits) = (0, 0, 0);
    for line in words.iter().filter(|line| line.len() >= 40) {
        let about = ABOUT.iter().filter(|about| line.contains(**about)).count();
        long += 1;
        lines += usize::from(about > 0);
        hits += about;
    }
    let asks = || words.iter().chain(&titles(document)).any(|line| ASKS.iter().any(|asks| line.contains(asks)));
    hits >= 4 && lines * 2 >= long && asks()
}

/// Whether there is next to nothing to read, in the text and on the page.
fn is_shell(page: &Page<'_, '_>, weight: u32) -> bool {
    const NOTHING: u32 = 80;
    let whole: u32 = page.segments.iter().map(|segment| segment.weight - segment.link_weight).sum();
    weight < NOTHING && whole < NOTHING * 2
}

/// Whether the page says when it was published, by more than a date in its markup: front pages show today's.
fn is_dated(article: &Article) -> bool {
    let evidence = article.evidence.get("published").map(Vec::as_slice).unwrap_or_default();
    article.published.is_some() && !evidence.iter().any(|evidence| evidence.chosen && evidence.from == Origin::Markup)
}

/// Whether the page is there to lead to others: more of its headings are links than there are paragraphs to read in one place.
fn links_to_articles(page: &Page<'_, '_>, kept: &[bool]) -> bool {
    /// Headings that are links, at least; an article has fewer related ones, or as many and a text to read.
    const LINKED: usize = 6;
    /// So many of them stand among what was taken for the text: short articles have theirs below it.
    const AMONG: usize = 3;
    /// A run of paragraphs of this weight is a text to read.
    const TEXT: u32 = 700;
    let tag = |segment: &Segment| page.document.tag(segment.block);
    let is_linked_heading = |segment: &Segment| {
        matches!(tag(segment), Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5) && segment.link_density() > 0.8 && segment.words > 2
    };
    let linked = page.segments.iter().filter(|segment| is_linked_heading(segment)).count();
    let span = kept.iter().position(|kept| *kept).zip(kept.iter().rposition(|kept| *kept));
    let among = span.and_then(|(first, last)| page.segments.get(first..=last)).unwrap_or_default();
    if linked < LINKED || among.iter().filter(|segment| is_linked_heading(segment)).count() < AMONG {
        return false;
    }
    let (mut longest, mut run, mut paragraphs) = (0, 0, 0);
    for (segment, kept) in page.segments.iter().zip(kept) {
        if is_linked_heading(segment) {
            run = 0;
        } else if *kept && is_prose(segment) {
            run += segment.weight;
            paragraphs += 1;
            longest = longest.max(run);
        }
    }
    longest < TEXT && linked >= paragraphs
}

/// Whether the page declares itself a live blog.
fn is_live(document: &Document<'_>) -> bool {
    let tree = document.tree();
    let declares = |name: &str| name.ends_with("LiveBlogPosting");
    let live = |data| memmem::find(tree.text(data).as_bytes(), b"\"LiveBlogPosting\"").is_some();
    json_ld(document).any(|node| tree.children(node).any(live))
        || document
            .by_tag(Tag::Body)
            .chain(document.by_tag(Tag::Main))
            .chain(document.by_tag(Tag::Article))
            .take(4)
            .any(|node| tree.attr(node, "itemtype").is_some_and(|name| declares(&name)))
}
