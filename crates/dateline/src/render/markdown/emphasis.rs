//! What CommonMark's rules for emphasis ask of the characters beside a delimiter.
//!
//! A run of `*` opens only where no white space follows and, if punctuation follows, white space or punctuation stands before it; and the other way round
//! where it closes. Editions of the standard differ in what is punctuation (symbols since 0.31), so a character of which that
//! is not beyond doubt is taken for whatever is worse.

use crate::render::inline::{Stretch, Style};

/// Whether a style is written with delimiters that these rules govern.
pub(super) const fn is_delimited(style: Style) -> bool {
    matches!(style, Style::Emphasis | Style::Strong | Style::Strike)
}

/// Whether a delimiter between `before` and `after` (`None` at the ends of the text) is sure to open.
pub(super) fn opens(before: Option<char>, after: Option<char>) -> bool {
    after.is_some_and(|after| !after.is_whitespace() && (is_word(after) || before.is_none_or(is_gap)))
}

/// Whether it is sure to close.
pub(super) fn closes(before: Option<char>, after: Option<char>) -> bool {
    opens(after, before)
}

/// Whether it may close, as far as one can be sure.
pub(super) fn may_close(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|before| {
        let only_opens = is_gap(before) && after.is_some_and(is_word);
        !is_space(before) && !only_opens
    })
}

/// Narrows a mark until its delimiters would open and close: white space at its ends is left out (of links, too, which need not
/// hold a line break at an end), and punctuation where a word goes on outside. A mark that comes down to nothing is left empty.
pub(super) fn fit(text: &str, unit: (usize, usize), stretch: &mut Stretch<'_>) {
    let (Some(unit_text), Some(inside)) = (text.get(unit.0..unit.1), text.get(stretch.start..stretch.end)) else { return };
    if stretch.style == Style::Link {
        stretch.end = stretch.start + inside.trim_end().len();
        stretch.start = stretch.end - inside.trim().len();
    }
    if !is_delimited(stretch.style) {
        return;
    }
    let mut before = unit_text.get(..stretch.start - unit.0).and_then(|text| text.chars().next_back());
    let mut rest = inside.chars();
    while let Some(first) = rest.clone().next().filter(|&first| !opens(before, Some(first))) {
        rest.next();
        before = Some(first);
    }
    let mut after = unit_text.get(stretch.end - unit.0..).and_then(|text| text.chars().next());
    stretch.start = stretch.end - rest.as_str().len();
    while let Some(last) = rest.clone().next_back().filter(|&last| !closes(Some(last), after)) {
        rest.next_back();
        after = Some(last);
    }
    stretch.end = stretch.start + rest.as_str().len();
}

/// A letter or a digit, and surely not punctuation: some letters in circles and squares are symbols.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f100}'..='\u{1f1ff}')
}

/// Surely white space or punctuation to every edition.
fn is_gap(c: char) -> bool {
    c.is_ascii_punctuation()
        || is_space(c)
        || matches!(c, '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}')
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}')
        || matches!(c, '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}')
}

/// Surely white space.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}
