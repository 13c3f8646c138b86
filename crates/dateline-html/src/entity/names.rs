//! A name in, what it stands for out: HTML standard, "named character references".
//!
//! The table is the one that `markup5ever` has, as a sorted text of 32 KB that is searched where it lies. As a perfect hash of every prefix of every name it was
//! 470 KB of a library, a third of what reading a page needs, half of it for the loader to go through at each start.

/// A name a line, sorted, with the one or two characters that it stands for, in hexadecimal.
static NAMES: &str = include_str!("../../data/entities.txt");

/// How many there are.
const COUNT: usize = 2231;

/// How long the longest is, in bytes.
pub(super) const LONGEST: usize = 32;

/// Where each line of [`NAMES`] begins.
static LINES: [u16; COUNT] = lines();

const fn lines() -> [u16; COUNT] {
    let bytes = NAMES.as_bytes();
    assert!(bytes.len() <= u16::MAX as usize, "the table outgrew its offsets");
    let (mut lines, mut line, mut at) = ([0; COUNT], 1, 0);
    while line < COUNT {
        if bytes[at] == b'\n' {
            lines[line] = at as u16 + 1;
            line += 1;
        }
        at += 1;
    }
    lines
}

/// The longest name that `words` begins with: its characters (the second is NUL where there is but one) and its length in bytes.
pub(super) fn longest(words: &[u8]) -> Option<(char, char, usize)> {
    let mut words = words;
    // the last name that is not behind the words begins as they do for longer than any other; where that is not the whole of the name, a shorter one may still be
    // whole, and it stands before what both have
    loop {
        let behind = LINES.partition_point(|&line| name(line) <= words);
        let line = *LINES.get(behind.checked_sub(1)?)?;
        let name = name(line);
        let shared = name.iter().zip(words).take_while(|(a, b)| a == b).count();
        if shared == name.len() {
            let (first, second) = characters(line)?;
            return Some((first, second, shared));
        }
        words = words.get(..shared)?;
    }
}

/// A line, from its name on to the end of the table.
fn line_and_all_behind(line: u16) -> &'static str {
    NAMES.get(usize::from(line)..).unwrap_or_default()
}

fn name(line: u16) -> &'static [u8] {
    let line = line_and_all_behind(line).as_bytes();
    let end = line.iter().take(LONGEST + 1).position(|&byte| byte == b' ').unwrap_or_default();
    line.get(..end).unwrap_or_default()
}

fn characters(line: u16) -> Option<(char, char)> {
    let line = line_and_all_behind(line).lines().next()?;
    let mut numbers = line.split(' ').skip(1).map(|number| u32::from_str_radix(number, 16).ok().and_then(char::from_u32));
    Some((numbers.next()??, numbers.next().flatten().unwrap_or('\0')))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use markup5ever::data::NAMED_ENTITIES;

    use super::*;

    /// The whole names of the library's table; it holds what only begins a name with 0 for its characters.
    fn known() -> BTreeMap<&'static str, (u32, u32)> {
        NAMED_ENTITIES.entries().filter(|(_, characters)| characters.0 != 0).map(|(name, characters)| (*name, *characters)).collect()
    }

    #[test]
    fn the_table_is_that_of_the_library() {
        let made: String = known()
            .iter()
            .map(|(name, characters)| match characters {
                (first, 0) => format!("{name} {first:X}\n"),
                (first, second) => format!("{name} {first:X} {second:X}\n"),
            })
            .collect();
        assert_eq!(NAMES, made);
        assert_eq!(known().len(), COUNT);
        assert_eq!(known().keys().map(|name| name.len()).max(), Some(LONGEST));
    }

    #[test]
    fn the_longest_name_is_found_whatever_follows() {
        let all = known();
        for (whole, (first, second)) in &all {
            let expected = Some((char::from_u32(*first).unwrap(), char::from_u32(*second).unwrap(), whole.len()));
            assert_eq!(longest(whole.as_bytes()), expected, "{whole}");
            for rest in ["0", "Z", "z", ";", "zzz;"] {
                let words = format!("{whole}{rest}");
                let length = (1..=words.len()).rev().find(|&end| all.contains_key(&words[..end]));
                assert_eq!(longest(words.as_bytes()).map(|found| found.2), length, "{words}");
            }
        }
        for nothing in ["", "nosuch;", "A", "zzzz", "0", ";"] {
            assert_eq!(longest(nothing.as_bytes()), None, "{nothing}");
        }
    }
}
