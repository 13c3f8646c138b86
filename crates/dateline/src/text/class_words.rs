//! Lists of words in, what class names and ids say by those that stand in them out.

/// The words by the three characters that they begin with. Most places of a name are passed over by one look into a table of 4 KB, most of the others by one into a second for the
/// character that follows. An automaton of all words takes 300 KB, and to have those at hand again for each page cost more time than all the rest of the hints.
pub(crate) struct ClassWords {
    /// Whether any word begins with three characters, a bit for each three.
    begins: [u32; STARTS],
    /// For the first two of those, what may be the fourth character of words that begin so.
    go_on: [u32; STARTS],
    /// How many bits are set before each number of `begins`, which is where the group of its first bit stands.
    counts: [u16; STARTS],
    /// For each bit that is set.
    groups: Vec<Group>,
    /// In the order of what they begin with.
    words: Vec<Word>,
}

/// Three characters of five bits each, the last of them the place in a number of 32.
const STARTS: usize = 1 << 10;

/// The words that begin with the same three characters.
struct Group {
    /// What may stand behind those, a bit for each character: most names that begin as a word does are told from it by the next.
    fourth: u32,
    /// Whether each must be a whole word of the name.
    whole: bool,
    /// Where its words begin and end.
    start: u16,
    end: u16,
}

#[derive(Clone, Copy)]
struct Word {
    start: u16,
    says: u32,
    /// Whether it must be a whole word of the name.
    whole: bool,
    /// Whether more than [`next`](Self::next) is to be compared: it is longer, or holds a mark.
    is_more: bool,
    length: usize,
    /// What stands behind its first three characters.
    rest: &'static [u8],
    /// The bit of the first of that; all bits where it has no more.
    fourth: u32,
    /// Up to eight characters of `rest`, as [`small`] letters, and which bytes of a number they are.
    next: u64,
    mask: u64,
}

impl Word {
    /// Whether what stands behind its first three characters opens a part of a name.
    fn goes_on_in(&self, name: &[u8]) -> bool {
        // letters that are equal are so in any case
        let letter = |byte: &u8| LETTERS[usize::from(*byte)];
        name.len() >= self.rest.len() && name.iter().zip(self.rest).all(|(a, b)| letter(a) == letter(b))
    }
}

/// Eight bytes with ASCII's capitals as small letters. No other byte becomes a letter by it, but a few become marks.
const fn small(bytes: u64) -> u64 {
    bytes | 0x2020_2020_2020_2020
}

/// The eight bytes from a place of a name on, the first in the lowest place; 0 for those behind its end.
fn eight_from(name: &[u8], at: usize) -> u64 {
    let Some(rest) = name.get(at..) else { return 0 };
    match (rest.first_chunk(), name.last_chunk()) {
        (Some(eight), _) => u64::from_le_bytes(*eight),
        (None, _) if rest.is_empty() => 0,
        (None, Some(last)) => u64::from_le_bytes(*last) >> (64 - 8 * rest.len()),
        (None, None) => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// What the words are made of, in five bits: letters, whatever their case, and two marks; 0 for everything else.
const LETTERS: [u8; 256] = letters();

const fn letters() -> [u8; 256] {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = match byte as u8 {
            b'-' => 27,
            b'_' => 28,
            letter if letter.is_ascii_alphabetic() => letter & 31,
            _ => 0,
        };
        byte += 1;
    }
    letters
}

/// A number of characters, five bits each, with the next.
const fn shifted(before: u32, byte: u8) -> u32 {
    before << 5 | LETTERS[byte as usize] as u32
}

impl ClassWords {
    /// Of lists, each with the flags that its words stand for; a `=` before a word says that it must be a whole word of the name.
    pub(crate) fn of(lists: impl IntoIterator<Item = (u32, &'static [&'static str])>) -> Self {
        let mut words = Vec::new();
        for (says, list) in lists {
            for word in list {
                let (whole, bytes) = (word.starts_with('='), word.trim_start_matches('=').as_bytes());
                let start = bytes.iter().take(3).fold(0, |start, byte| shifted(start, *byte)) as u16;
                let rest = bytes.get(3..).unwrap_or_default();
                let fourth = rest.first().map_or(u32::MAX, |byte| 1 << LETTERS[usize::from(*byte)]);
                let mask = rest.iter().take(8).fold(0, |mask, _| mask << 8 | 0xff);
                let next = small(eight_from(rest, 0)) & mask;
                let is_more = rest.len() > 8 || !rest.iter().all(u8::is_ascii_alphabetic);
                let word = Word { start, says, whole, is_more, length: bytes.len(), rest, fourth, next, mask };
                match bytes.len() {
                    // behind a word of two characters anything may stand
                    2 => words.extend((0..32).map(|third| Word { start: start << 5 | third, ..word })),
                    _ => words.push(word),
                }
            }
        }
        words.sort_by_key(|word| word.start);
        let (mut begins, mut go_on) = ([0; STARTS], [0; STARTS]);
        for word in &words {
            let at = usize::from(word.start >> 5);
            if let (Some(thirds), Some(fourths)) = (begins.get_mut(at), go_on.get_mut(at)) {
                *thirds |= 1 << (word.start & 31);
                *fourths |= word.fourth;
            }
        }
        let mut sum = 0;
        let counts = begins.map(|bits: u32| {
            sum += bits.count_ones() as u16;
            sum - bits.count_ones() as u16
        });
        let groups = words.chunk_by(|one, other| one.start == other.start).scan(0, |end, words| {
            let start = *end;
            *end += words.len() as u16;
            let fourth = words.iter().fold(0, |all, word| all | word.fourth);
            Some(Group { fourth, whole: words.iter().all(|word| word.whole), start, end: *end })
        });
        Self { groups: groups.collect(), begins, go_on, counts, words }
    }

    /// The flags of all words that stand in a name.
    pub(crate) fn said_in(&self, name: &str) -> u32 {
        let name = name.as_bytes();
        let mut said = 0;
        let mut last = 0;
        for (at, byte) in name.iter().enumerate() {
            last = shifted(last, *byte);
            said |= self.before(name, at, last);
        }
        // words of three characters at the end, and of two
        last = shifted(last, 0);
        said |= self.before(name, name.len(), last);
        said | self.before(name, name.len() + 1, shifted(last, 0))
    }

    /// The flags of those words of a name whose fourth character stands, or would stand, at a place; given the last characters up to that one.
    // asked of every byte, while the other is called for one in twenty
    #[inline(always)]
    fn before(&self, name: &[u8], fourth: usize, last: u32) -> u32 {
        let start = (last >> 5 & 0x7fff) as u16;
        let at = usize::from(start >> 5);
        let may_begin = self.begins.get(at).is_some_and(|thirds| thirds >> (start & 31) & 1 == 1);
        if may_begin && self.go_on.get(at).is_some_and(|fourths| fourths >> (last & 31) & 1 == 1) {
            self.beginning_at(name, fourth.saturating_sub(3), start, 1 << (last & 31))
        } else {
            0
        }
    }

    /// The group of three characters with which some words begin.
    fn group(&self, start: u16) -> Option<&Group> {
        let at = usize::from(start >> 5);
        let (bits, before) = (self.begins.get(at)?, self.counts.get(at)?);
        self.groups.get(usize::from(*before) + (bits & ((1 << (start & 31)) - 1)).count_ones() as usize)
    }

    /// The flags of those words of a name that begin at a place, given what their first three characters are and which bit stands for the next.
    #[inline(never)]
    fn beginning_at(&self, name: &[u8], first: usize, start: u16, fourth: u32) -> u32 {
        let Some(group) = self.group(start) else { return 0 };
        if group.fourth & fourth == 0 {
            return 0;
        }
        let begins = ends_word(name, first);
        if group.whole && !begins {
            return 0;
        }
        let words = self.words.get(usize::from(group.start)..usize::from(group.end)).unwrap_or_default();
        let next = small(eight_from(name, first + 3));
        let mut said = 0;
        for word in words.iter().filter(|word| next & word.mask == word.next) {
            let is_said = (!word.is_more || word.goes_on_in(name.get(first + 3..).unwrap_or_default()))
                && (!word.whole || (begins && ends_word(name, first + word.length)));
            if is_said && !is_flag(name, first) {
                said |= word.says;
            }
        }
        said
    }
}

/// Whether a word of a name ends before a place: at what is no letter, and before a capital ("adSlot").
fn ends_word(name: &[u8], at: usize) -> bool {
    match (at.checked_sub(1).and_then(|before| name.get(before)), name.get(at)) {
        (Some(before), Some(after)) => {
            !before.is_ascii_alphabetic() || !after.is_ascii_alphabetic() || (before.is_ascii_lowercase() && after.is_ascii_uppercase())
        }
        _ => true,
    }
}

/// Whether Drupal's word for what may stand on the front page stands at a place of a name: whole articles carry it.
fn is_flag(name: &[u8], at: usize) -> bool {
    let mut before = name.get(..at).unwrap_or_default();
    while let [rest @ .., b'-'] = before {
        before = rest;
    }
    before.ends_with(b"node") && name.get(at..).is_some_and(|rest| rest.starts_with(b"promoted"))
}
