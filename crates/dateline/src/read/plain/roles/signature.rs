//! A line in, whether it belongs above or below a story out: a byline, a date, an address, a dateline.

use super::super::furniture;
use crate::grammar::byline;
use crate::grammar::calendar::{self, Order};

/// The line is a byline or a date, alone.
pub(super) fn stands_alone(line: &str) -> bool {
    is_signature(line) || is_post_date(line)
}

/// The line is a byline or an address, alone.
pub(in super::super) fn is_signature(line: &str) -> bool {
    line.len() <= 160 && (byline::parse(line).is_some() || furniture::is_url(line))
}

/// The line dates the post: `Thursday, February 26, 2009`, `Posted on 26 February 2009 at 10:15`, `Published: …`.
pub(in super::super) fn is_post_date(line: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "posted on",
        "posted at",
        "posted",
        "published on",
        "published at",
        "published",
        "publication date",
        "first published",
        "updated on",
        "last updated",
        "last modified",
        "updated",
        "date",
        "created",
        "issued",
        "filed",
        "on",
        "dated",
        "modified",
        "veröffentlicht am",
        "veröffentlicht",
        "stand",
        "aktualisiert",
        "erstellt",
        "publié le",
        "publie le",
        "mis à jour le",
        "publicado el",
        "publicado em",
        "publicado",
        "actualizado",
        "pubblicato il",
        "pubblicato",
        "aggiornato",
        "gepubliceerd op",
        "gepubliceerd",
        "publicerad",
        "publisert",
        "publiceret",
        "julkaistu",
        "opublikowano",
        "publikováno",
        "опубликовано",
        "дата",
        "опубліковано",
        "yayınlanma",
        "diterbitkan",
        "发布时间",
        "发布于",
    ];
    if line.len() > 160 {
        return false;
    }
    let line = line.trim().trim_matches(['(', ')', '[', ']', '|', '*', '-', '–', '—', '•', ' ']);
    let lower = line.to_lowercase();
    // lower case may change lengths: then the line is read as it is
    let opening = if lower.len() == line.len() { OPENINGS.iter().find(|o| lower.starts_with(**o)) } else { None };
    let rest = opening.and_then(|o| line.get(o.len()..)).unwrap_or(line).trim_start_matches([':', ' ', '\u{a0}', '：', '|', ',']);
    let whole = |s: &str| {
        calendar::whole(s, Order::Unknown)
            .or_else(|| calendar::whole(s, Order::DayFirst))
            .filter(|m| m.month.is_some() && m.day.is_some() && (m.year.is_some() || opening.is_some()))
    };
    // `The Example | Updated: 26 February 2009`
    let labelled = || line.rsplit_once(['|', '·', '•']).is_some_and(|(_, last)| last.trim_start().contains(' ') && is_post_date(last));
    whole(rest).or_else(|| whole(line)).is_some() || labelled()
}
