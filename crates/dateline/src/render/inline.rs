//! A stretch of text and the marks on it in, properly nested events out: what Markdown and HTML both need.
//!
//! Marks read from pages nest, since elements do; those of annotators and of files need not. Where two of them overlap the inner one
//! is closed and opened again. Of one style at most one mark is open at a time (marks of one style that overlap or touch are one; a link that
//! overlaps another begins where that ends), so the work at each boundary is bounded and the whole is linear in text and marks.

use std::{borrow::Cow, cmp::Reverse};

use super::address;
use crate::{
    model::{Mark, MarkKind},
    text::Span,
};

/// How words are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Link,
    Strong,
    Emphasis,
    Strike,
    Subscript,
    Superscript,
    Code,
}

impl Style {
    fn of(kind: &MarkKind) -> Option<Self> {
        Some(match kind {
            MarkKind::Link => Self::Link,
            MarkKind::Strong => Self::Strong,
            MarkKind::Emphasis => Self::Emphasis,
            MarkKind::Strike => Self::Strike,
            MarkKind::Subscript => Self::Subscript,
            MarkKind::Superscript => Self::Superscript,
            MarkKind::Code => Self::Code,
            _ => return None,
        })
    }
}

/// One style over one stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) style: Style,
    /// Where a link leads; empty for other styles.
    pub(super) address: Cow<'a, str>,
}

/// What comes next in a unit of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// Words without a line break.
    Text(&'a str),
    /// A line break.
    Break,
    Open(Style, Cow<'a, str>),
    Close(Style, Cow<'a, str>),
}

/// The marks of one block, sorted, per style without overlaps, links to places that are not safe left out.
pub(super) struct Marks<'a> {
    text: &'a str,
    styles: [Vec<Stretch<'a>>; 7],
}

impl<'a> Marks<'a> {
    /// The marks that have a style for which `wanted` holds.
    pub(super) fn new(text: &'a str, marks: &'a [Mark], wanted: impl Fn(Style) -> bool) -> Self {
        let mut styles: [Vec<Stretch<'a>>; 7] = Default::default();
        for mark in marks {
            let range = mark.span.range();
            let Some(style) = Style::of(&mark.kind).filter(|style| wanted(*style)) else { continue };
            let Some(stretches) = styles.get_mut(style as usize) else { continue };
            if range.is_empty() || text.get(range.clone()).is_none() {
                continue;
            }
            let address = match style {
                Style::Link => match mark.href.as_deref().and_then(address::safe) {
                    Some(address) => address,
                    None => continue,
                },
                _ => Cow::Borrowed(""),
            };
            stretches.push(Stretch { start: range.start, end: range.end, style, address });
        }
        styles.iter_mut().for_each(separate);
        Self { text, styles }
    }

    /// The events of a stretch of the text. `fit` may narrow each mark, cut to the stretch, and drops those that it narrows to nothing.
    pub(super) fn events(&self, span: Span, fit: impl Fn(&mut Stretch<'a>)) -> Vec<Event<'a>> {
        let range = span.range();
        if self.text.get(range.clone()).is_none() {
            return Vec::new();
        }
        let mut stretches = Vec::new();
        for style in &self.styles {
            let first = style.partition_point(|stretch| stretch.end <= range.start);
            for stretch in style.iter().skip(first).take_while(|stretch| stretch.start < range.end) {
                let mut cut = Stretch { start: stretch.start.max(range.start), end: stretch.end.min(range.end), ..stretch.clone() };
                fit(&mut cut);
                if cut.start < cut.end {
                    stretches.push(cut);
                }
            }
        }
        stretches.sort_by_key(|stretch| (stretch.start, Reverse(stretch.end)));
        let mut sweep = Sweep { text: self.text, open: Vec::new(), events: Vec::new() };
        sweep.run(range.start, range.end, stretches);
        sweep.events
    }
}

/// Sorts stretches of one style and makes them disjoint.
fn separate(stretches: &mut Vec<Stretch<'_>>) {
    stretches.sort_by_key(|stretch| (stretch.start, Reverse(stretch.end)));
    let mut end = 0;
    stretches.retain_mut(|stretch| {
        stretch.start = stretch.start.max(end);
        end = end.max(stretch.end);
        stretch.start < stretch.end
    });
    // what touches and is the same is one; for links that is so only where they lead to one place
    stretches.dedup_by(|after, before| {
        let joins = before.end == after.start && before.address == after.address;
        if joins {
            before.end = after.end;
        }
        joins
    });
}

struct Sweep<'a> {
    text: &'a str,
    /// Open marks, the outermost first: at most one a style.
    open: Vec<Stretch<'a>>,
    events: Vec<Event<'a>>,
}

impl<'a> Sweep<'a> {
    fn run(&mut self, start: usize, end: usize, stretches: Vec<Stretch<'a>>) {
        let mut coming = stretches.into_iter().peekable();
        let mut at = start;
        loop {
            let next_close = self.open.iter().map(|stretch| stretch.end).min().unwrap_or(end);
            let next_open = coming.peek().map_or(end, |stretch| stretch.start);
            let boundary = next_close.min(next_open).min(end);
            self.words(at, boundary);
            at = boundary;
            let mut pending = self.close(at);
            while let Some(stretch) = coming.next_if(|stretch| stretch.start <= at) {
                pending.push(stretch);
            }
            self.open(pending);
            if at >= end {
                return;
            }
        }
    }

    fn words(&mut self, from: usize, to: usize) {
        let Some(words) = self.text.get(from..to) else { return };
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                self.events.push(Event::Break);
            }
            if !line.is_empty() {
                self.events.push(Event::Text(line));
            }
        }
    }

    /// Closes the marks that end here, and gives back those that had to be closed with them but go on.
    fn close(&mut self, at: usize) -> Vec<Stretch<'a>> {
        let Some(outermost) = self.open.iter().position(|stretch| stretch.end <= at) else { return Vec::new() };
        let mut closed = self.open.split_off(outermost);
        self.events.extend(closed.iter().rev().map(|stretch| Event::Close(stretch.style, stretch.address.clone())));
        closed.retain(|stretch| stretch.end > at);
        closed
    }

    fn open(&mut self, mut pending: Vec<Stretch<'a>>) {
        if pending.is_empty() {
            return;
        }
        // code is the innermost always: in Markdown nothing can stand within it
        if let Some(code) = self.open.pop_if(|stretch| stretch.style == Style::Code) {
            self.events.push(Event::Close(code.style, code.address.clone()));
            pending.push(code);
        }
        pending.sort_by_key(|stretch| (stretch.style == Style::Code, Reverse(stretch.end), stretch.style as usize));
        self.events.extend(pending.iter().map(|stretch| Event::Open(stretch.style, stretch.address.clone())));
        self.open.append(&mut pending);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marks: &[Mark]) -> String {
        let marks = Marks::new(text, marks, |_| true);
        let events = marks.events(Span::new(0, text.len() as u32), |_| {});
        events
            .into_iter()
            .map(|event| match event {
                Event::Text(text) => text.to_owned(),
                Event::Break => "|".to_owned(),
                Event::Open(style, address) => format!("<{style:?}{address}>"),
                Event::Close(style, _) => format!("</{style:?}>"),
            })
            .collect()
    }

    fn mark(kind: MarkKind, start: u32, end: u32) -> Mark {
        Mark::new(kind, Span::new(start, end))
    }

    #[test]
    fn marks_that_overlap_are_nested() {
        let marks = [mark(MarkKind::Strong, 2, 6), mark(MarkKind::Emphasis, 0, 4)];
        assert_eq!(shown("abcdefg", &marks), "<Emphasis>ab<Strong>cd</Strong></Emphasis><Strong>ef</Strong>g");
    }

    #[test]
    fn marks_of_one_style_are_joined_and_links_are_not() {
        let marks = [mark(MarkKind::Strong, 0, 2), mark(MarkKind::Strong, 1, 4), mark(MarkKind::Strong, 4, 5)];
        assert_eq!(shown("abcdefg", &marks), "<Strong>abcde</Strong>fg");
        let marks = [Mark::link(Span::new(0, 4), "/a"), Mark::link(Span::new(2, 6), "/b"), Mark::link(Span::new(6, 7), "javascript:x")];
        assert_eq!(shown("abcdefg", &marks), "<Link/a>abcd</Link><Link/b>ef</Link>g");
    }

    #[test]
    fn code_is_innermost() {
        let marks = [mark(MarkKind::Code, 0, 6), mark(MarkKind::Emphasis, 2, 4)];
        assert_eq!(shown("ab\ndefg", &marks), "<Code>ab</Code><Emphasis><Code>|d</Code></Emphasis><Code>ef</Code>g");
    }

    #[test]
    fn marks_off_the_text_are_passed_over() {
        let marks = [mark(MarkKind::Strong, 1, 9), mark(MarkKind::Strong, 1, 2), mark(MarkKind::Emphasis, 1, 1)];
        assert_eq!(shown("\u{e9}", &marks), "\u{e9}");
    }
}
