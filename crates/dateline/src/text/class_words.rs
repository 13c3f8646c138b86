//! Lists of words in, what class names and ids say by those that stand in them out.

/// The words by the three characters that they begin with. Most places of a name are passed over by one look into a table of 4 KB; an automaton of all words takes 300 KB, and to have
/// those at hand again for each page cost more time than all the rest of the hints.
pub(crate) struct ClassWords {
    /// Whether any word begins with three characters, a bit for each three.
    begins: [u32; STARTS],
    /// How many bits are set before each number of `begins`.
    before: [u16; STARTS],
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
    length: usize,
    /// What stands behind its first three characters.
    rest: &'static [u8],
    /// The bit of the first of that; all bits where it has no more.
    fourth: u32,
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

/// Three characters, given those before and the next.
const fn shifted(before: u16, byte: u8) -> u16 {
    (before << 5 | LETTERS[byte as usize] as u16) & 0x7fff
}

impl ClassWords {
    /// Of lists, each with the flags that its words stand for; a `=` before a word says that it must be a whole word of the name.
    pub(crate) fn of(lists: impl IntoIterator<Item = (u32, &'static [&'static str])>) -> Self {
        let mut words = Vec::new();
        for (says, list) in lists {
            for word in list {
                let (whole, bytes) = (word.starts_with('='), word.trim_start_matches('=').as_bytes());
                let start = bytes.iter().take(3).fold(0, |start, byte| shifted(start, *byte));
                let rest = bytes.get(3..).unwrap_or_default();
                let fourth = rest.first().map_or(u32::MAX, |byte| 1 << LETTERS[usize::from(*byte)]);
                let word = Word { start, says, whole, length: bytes.len(), rest, fourth };
                match bytes.len() {
                    // behind a word of two characters anything may stand
                    2 => words.extend((0..32).map(|third| Word { start: start << 5 | third, ..word })),
                    _ => words.push(word),
                }
            }
        }
        words.sort_by_key(|word| word.start);
        let mut begins = [0; STARTS];
        for word in &words {
            if let Some(bits) = begins.get_mut(usize::from(word.start >> 5)) {
                *bits |= 1 << (word.start & 31);
            }
        }
        let mut sum = 0;
        let before = begins.map(|bits: u32| {
            sum += bits.count_ones() as u16;
            sum - bits.count_ones() as u16
        });
        let groups = words.chunk_by(|one, other| one.start == other.start).scan(0, |end, words| {
            let start = *end;
            *end += words.len() as u16;
            let fourth = words.iter().fold(0, |all, word| all | word.fourth);
            Some(Group { fourth, whole: words.iter().all(|word| word.whole), start, end: *end })
        });
        Self { groups: groups.collect(), begins, before, words }
    }

    /// The flags of all words that stand in a name.
    pub(crate) fn said_in(&self, name: &str) -> u32 {
        let name = name.as_bytes();
        let mut said = 0;
        let mut start = 0;
        for (at, byte) in name.iter().enumerate() {
            start = shifted(start, *byte);
            if self.begin(start) {
                said |= self.ending_at(name, at, start);
            }
        }
        // a word of two characters at the end
        let start = shifted(start, 0);
        if self.begin(start) { said | self.ending_at(name, name.len(), start) } else { said }
    }

    /// Whether any word begins with three characters.
    fn begin(&self, start: u16) -> bool {
        self.begins.get(usize::from(start >> 5)).is_some_and(|bits| bits >> (start & 31) & 1 == 1)
    }

    /// The group of three characters with which some words [`begin`](Self::begin).
    fn group(&self, start: u16) -> Option<&Group> {
        let at = usize::from(start >> 5);
        let (bits, before) = (self.begins.get(at)?, self.before.get(at)?);
        self.groups.get(usize::from(*before) + (bits & ((1 << (start & 31)) - 1)).count_ones() as usize)
    }

    /// The flags of those words of a name whose first three characters end at a place.
    fn ending_at(&self, name: &[u8], third: usize, start: u16) -> u32 {
        let (Some(group), first) = (self.group(start), third.saturating_sub(2)) else { return 0 };
        let fourth = 1 << name.get(first + 3).map_or(0, |byte| LETTERS[usize::from(*byte)]);
        if group.fourth & fourth == 0 {
            return 0;
        }
        let begins = ends_word(name, first);
        if group.whole && !begins {
            return 0;
        }
        let words = self.words.get(usize::from(group.start)..usize::from(group.end)).unwrap_or_default();
        let behind = name.get(first + 3..).unwrap_or_default();
        let mut said = 0;
        for word in words.iter().filter(|word| word.fourth & fourth != 0) {
            // letters that are equal are so in any case
            let letter = |byte: &u8| LETTERS[usize::from(*byte)];
            let is_said = behind.len() >= word.rest.len() && behind.iter().zip(word.rest).all(|(a, b)| letter(a) == letter(b));
            if is_said && (!word.whole || (begins && ends_word(name, first + word.length))) && !is_flag(name, first) {
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
