//! What a page's address says of its kind: sites name the folders of shops, manuals and discussions alike, and give a text an address of many words.

use super::scale::plain;

/// How many features an address has.
pub(super) const ADDRESS: usize = 8 + FOLDERS.len() + 1;

/// Names of folders by the kind of page that they hold; also of hosts, in front of the site's name.
const FOLDERS: [&[&str]; 7] = [
    &["blog", "news", "article", "articles", "post", "posts", "story", "stories"],
    &["product", "products", "p", "item", "dp", "shop", "store"],
    &["collections", "collection", "category", "categories", "c", "brands"],
    &["docs", "doc", "documentation", "guide", "guides", "reference", "api", "manual", "learn", "tutorial", "wiki", "help", "support"],
    &[
        "forum",
        "forums",
        "thread",
        "threads",
        "topic",
        "t",
        "questions",
        "viewtopic.php",
        "showthread.php",
        "discussion",
        "discussions",
        "community",
        "comments",
    ],
    &["tag", "tags", "author", "topics", "archive", "archives", "search", "browse", "list"],
    &["services", "service", "solutions", "about", "pricing", "features", "company", "platform", "contact", "industries"],
];

/// The features of an address, all 0 without one.
pub(super) fn address(url: Option<&str>) -> [u8; ADDRESS] {
    let mut cells = [0; ADDRESS];
    let Some((_, url)) = url.and_then(|url| url.split_once("://")) else { return cells };
    let url = url.to_ascii_lowercase();
    let address = url.split('#').next().unwrap_or_default();
    let (place, query) = address.split_once('?').unwrap_or((address, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let (last, folders) = parts.split_last().map_or(("", &[] as &[&str]), |(last, folders)| (*last, folders));
    let own = [
        // an address that is only a host's differs from none
        plain(parts.len() + 1),
        plain(path.len()),
        u8::from(folders.iter().any(|part| is_year(part))),
        u8::from(holds_number(path)),
        u8::from(!query.is_empty()),
        plain(last.matches('-').count()),
        plain(last.len()),
        u8::from(last.ends_with(".html") || last.ends_with(".htm")),
    ];
    let label = host.split('.').next().unwrap_or_default();
    let named = FOLDERS.map(|names| {
        let count = folders.iter().filter(|part| names.contains(*part)).count();
        plain(count + if names.contains(&label) { 2 } else { 0 })
    });
    let names_itself = FOLDERS.iter().position(|names| names.contains(&last)).map_or(0, |at| at + 1);
    let all = own.into_iter().chain(named).chain([plain(names_itself)]);
    cells.iter_mut().zip(all).for_each(|(cell, value)| *cell = value);
    cells
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && (part.starts_with("19") || part.starts_with("20")) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether four digits stand side by side: the number of a text, of a thing for sale, a date.
fn holds_number(path: &str) -> bool {
    path.as_bytes().windows(4).any(|part| part.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_its_folders_are() {
        assert_eq!(address(None), [0; ADDRESS]);
        assert_eq!(address(Some("/a/b")), [0; ADDRESS]);
        let text = address(Some("https://blog.gazette.example/2024/05/snow-fell-in-oslo.html?page=2#top"));
        assert_eq!(text, [4, 30, 1, 1, 1, 3, 22, 1, 2, 0, 0, 0, 0, 0, 0, 0]);
        let list = address(Some("https://shop.example/collections/winter/tags"));
        assert_eq!(list[8..], [0, 2, 1, 0, 0, 0, 0, 6]);
    }
}
