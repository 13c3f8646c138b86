//! Posts from elsewhere that an article shows: what stands between its paragraphs is a part of it.
//!
//! The forest has seen labels of both opinions (wcxb's and fundus' leave all of them out, scrapinghub's keep all), and leaves them out. An article that says "here is what she wrote" is not
//! whole without what she wrote, so that the place decides: within the body a post is kept, around it none is.

use super::density::Page;
use crate::document::{Document, NodeId, Tag};

/// Whether a quotation is a post embedded from elsewhere: the loaders of embeds mark theirs by a class.
pub(super) fn is_post(document: &Document<'_>, node: NodeId) -> bool {
    const CLASSES: [&str; 11] = [
        "twitter-tweet",
        "twitter-video",
        "tweet",
        "instagram-media",
        "tiktok-embed",
        "bluesky-embed",
        "mastodon-embed",
        "reddit-embed-bq",
        "reddit-card",
        "fb-post",
        "text-post-media",
    ];
    let class = document.tree().attr(node, "class").unwrap_or_default();
    class.split_ascii_whitespace().any(|word| CLASSES.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// Keeps the words of the posts that stand between segments that are kept; a line that says that it is a button is none of them.
pub(super) fn keep(page: &Page<'_, '_>, kept: &mut [bool]) {
    let Some(body) = kept.iter().position(|kept| *kept).zip(kept.iter().rposition(|kept| *kept)) else { return };
    for post in page.document.by_tag(Tag::Blockquote).filter(|&node| is_post(page.document, node)) {
        let place = page.document.subtree(post);
        let rows = page.segment_range(place.start, place.end);
        if rows.start < body.0 || rows.end > body.1 {
            continue;
        }
        for (row, kept) in kept.iter_mut().enumerate().skip(rows.start).take(rows.len()) {
            *kept |= page.said.get(row).is_none_or(Option::is_none);
        }
    }
}
