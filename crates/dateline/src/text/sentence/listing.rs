//! Items that are counted within one paragraph: "1. The first 2. The second".

/// How the next item of a list within a paragraph is marked.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The bullet before each item, where there is one.
    bullet: Option<char>,
    /// The next item's mark.
    next: Option<String>,
    /// The number or letter in it, and what stands behind.
    item: u32,
    behind: &'static str,
    lettered: bool,
}

impl Listing {
    /// The list that a paragraph opens, where it opens one, and how long its first mark is.
    pub(super) fn opened(paragraph: &str) -> Option<(Self, usize)> {
        let bullet = paragraph.chars().next().filter(|c| is_bullet(*c));
        let unmarked = paragraph.get(bullet.map_or(0, char::len_utf8)..)?;
        let words = unmarked.trim_start();
        let mut listing = Self { bullet, ..Self::default() };
        let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let length = match digits {
            1..=3 => {
                listing.item = words.get(..digits)?.parse().ok()?;
                digits
            }
            _ => {
                listing.item = u32::from(words.bytes().next().filter(|byte| *byte == b'a')?);
                listing.lettered = true;
                1
            }
        };
        listing.behind = [".)", ")", "."].into_iter().find(|mark| words.get(length..).is_some_and(|rest| rest.starts_with(*mark)))?;
        let length = length + listing.behind.len();
        if !words.get(length..)?.starts_with(' ') {
            return None;
        }
        listing.advance();
        Some((listing, paragraph.len() - words.len() + length))
    }

    fn advance(&mut self) {
        self.item += 1;
        let item = if self.lettered { char::from_u32(self.item).unwrap_or('z').to_string() } else { self.item.to_string() };
        self.next = Some(format!("{item}{} ", self.behind));
    }

    /// How long the next item's mark is, where it stands at the beginning of `rest`, a word's beginning.
    pub(super) fn next_item(&mut self, rest: &str) -> Option<usize> {
        let words = match self.bullet {
            Some(bullet) => rest.strip_prefix(bullet)?.trim_start(),
            None => rest,
        };
        let mark = self.next.as_deref()?;
        let item = words.strip_prefix(mark)?;
        if !item.starts_with(char::is_uppercase) {
            return None;
        }
        let length = rest.len() - item.len();
        self.advance();
        Some(length)
    }
}

fn is_bullet(c: char) -> bool {
    matches!(c, '\u{2022}' | '\u{2043}' | '\u{25e6}' | '\u{25aa}' | '\u{25cf}' | '*')
}
