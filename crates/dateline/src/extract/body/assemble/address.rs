//! Where a picture is: lazy loaders keep the address in attributes of their own and show a placeholder meanwhile.

use crate::document::{Document, NodeId, Tag};

/// The attributes in which lazy loaders keep one address.
const LAZY: [&str; 5] = ["data-src", "data-original", "data-lazy-src", "data-lazy", "nitro-lazy-src"];

/// The same for several addresses with their widths or densities.
const LAZY_SETS: [&str; 3] = ["data-srcset", "data-lazy-srcset", "nitro-lazy-srcset"];

/// The address of a picture within an element, `<picture>` or `<figure>`, which may hold other sources for it: of a lazy one not the placeholder.
pub(super) fn of_picture(document: &Document<'_>, img: NodeId, around: NodeId) -> Option<String> {
    let tree = document.tree();
    let of = |node: NodeId, name: &str| tree.attr(node, name).map(|value| value.trim().to_owned()).filter(|value| is_address(value));
    let lazy_set = |node: NodeId| LAZY_SETS.iter().find_map(|name| of(node, name)).and_then(|set| largest(&set));
    let set = |node: NodeId| of(node, "srcset").and_then(|set| largest(&set));
    let sources = document.subtree(around).map(|position| document.at(position)).filter(|&node| tree.tag(node) == Tag::Source);
    let lazy = LAZY.iter().find_map(|name| of(img, name)).or_else(|| lazy_set(img));
    lazy.or_else(|| of(img, "src").filter(|address| !is_placeholder(address)))
        .or_else(|| set(img))
        .or_else(|| sources.filter_map(|source| lazy_set(source).or_else(|| set(source))).next())
}

/// Whether a value leads anywhere.
pub(super) fn is_address(value: &str) -> bool {
    !value.is_empty() && !value.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) && !value.starts_with("about:")
}

/// The name of the file at an address.
pub(super) fn file_of(address: &str) -> &str {
    address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default()
}

/// Whether an address is that of an empty picture, by the whole name of its file.
fn is_placeholder(address: &str) -> bool {
    const NAMES: [&str; 10] = ["blank", "placeholder", "spacer", "transparent", "pixel", "1x1", "lazy", "lazyload", "loading", "loader"];
    let file = file_of(address);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    NAMES.iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// The largest of the candidates of a `srcset`, read as the HTML standard says: an address ends at white space, so that it may hold commas, and a candidate at a comma.
fn largest(set: &str) -> Option<String> {
    let mut best: Option<(&str, f64)> = None;
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        if rest.is_empty() {
            return best.map(|(address, _)| address.to_owned());
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (written, behind) = rest.split_at(end);
        let address = written.trim_end_matches(',');
        let (size, next) = if address.len() < written.len() { ("", behind) } else { behind.split_once(',').unwrap_or((behind, "")) };
        rest = next;
        let size = size.trim().trim_end_matches(['w', 'x', 'h']).parse().unwrap_or(1.0);
        if is_address(address) && best.is_none_or(|(_, most)| size > most) {
            best = Some((address, size));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_candidate_is_taken() {
        let of = |set| largest(set).unwrap_or_default();
        assert_eq!(of("/a-320.jpg 320w, /a-640,c.jpg 640w"), "/a-640,c.jpg");
        assert_eq!(of("a.jpg 1x,b.jpg 2x"), "b.jpg");
        assert_eq!(of("a.jpg, b.jpg 1.5x"), "b.jpg");
        assert_eq!(of(" a.jpg "), "a.jpg");
        assert_eq!(of("data:image/gif;base64,AAAA 900w, a.jpg 100w"), "a.jpg");
        assert_eq!(largest(", ,"), None);
    }
}
