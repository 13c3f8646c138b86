//! What a page shows from elsewhere: posts with their words, films, sounds and frames by their addresses.

use super::address::is_address;
use crate::document::{Document, NodeId, Tag};

/// Frames smaller than this on a side only count visits.
const LEAST_PIXELS: u32 = 48;

/// Where an embedded post stands by itself: what its loader knows it by, or where its last link leads, which is the day that signs it.
pub(super) fn post_url(document: &Document<'_>, node: NodeId) -> Option<String> {
    let tree = document.tree();
    let said = ["data-instgrm-permalink", "cite"].iter().find_map(|name| tree.attr(node, name).map(|url| url.trim().to_owned()));
    let links = document.subtree(node).rev().map(|position| document.at(position)).filter(|&node| tree.tag(node) == Tag::A);
    let linked = || links.filter_map(|link| tree.attr(link, "href")).map(|href| href.trim().to_owned()).find(|href| leads_on(href));
    said.filter(|url| leads_on(url)).or_else(linked).map(|url| document.resolve(&url))
}

fn leads_on(url: &str) -> bool {
    is_address(url) && !url.starts_with('#') && !is_script(url)
}

/// The address of an embedded frame, film or sound; `None` for those that only count visits.
pub(super) fn url(document: &Document<'_>, node: NodeId) -> Option<String> {
    let tree = document.tree();
    let pixels = |name| tree.attr(node, name).and_then(|value| value.parse::<u32>().ok());
    if [pixels("width"), pixels("height")].into_iter().flatten().any(|pixels| pixels < LEAST_PIXELS) {
        return None;
    }
    let own = |node: NodeId| {
        ["src", "data-src", "data-lazy-src", "data"].iter().find_map(|name| tree.attr(node, name).filter(|url| is_address(url.trim())))
    };
    let sources = || document.subtree(node).map(|position| document.at(position)).filter(|&node| tree.tag(node) == Tag::Source);
    let url = own(node).or_else(|| sources().find_map(own)).filter(|url| !is_script(url));
    url.map(|url| document.resolve(&url)).or_else(|| film(document, node))
}

/// The address of a film that a custom element names by its number alone.
fn film(document: &Document<'_>, node: NodeId) -> Option<String> {
    let tree = document.tree();
    let number = ["data-videoid", "videoid"].iter().find_map(|name| tree.attr(node, name))?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let site = match tree.name(node) {
        "amp-youtube" | "lite-youtube" => "https://www.youtube.com/watch?v=",
        "amp-vimeo" | "lite-vimeo" => "https://vimeo.com/",
        _ => return None,
    };
    is_number.then(|| format!("{site}{number}"))
}

/// Whether an address is none, but a program or data.
pub(super) fn is_script(href: &str) -> bool {
    ["javascript:", "vbscript:", "data:"].iter().any(|bad| {
        let mut shown = href.chars().filter(|c| !c.is_whitespace() && !c.is_control());
        bad.chars().all(|letter| shown.next().is_some_and(|c| c.eq_ignore_ascii_case(&letter)))
    })
}
