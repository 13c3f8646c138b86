//! Tokens of a short text in, its times taken whole out: "from 4 to 5pm tomorrow", "before 2018", "in two weeks", "the last 3 weeks of this year".
//!
//! What is dictated or jotted down is read otherwise than what is reported: its prepositions are part of what it says of a time, both ends of a span are one
//! expression, a bare number behind "at" is an hour. This is a layer of grammar over the forms that [`Reader`] knows: they give days ([`day`]), what is wider
//! ([`span`]) and times of day ([`clock`]); those are joined to moments ([`moment`]), moments to ranges ([`range`]), lengths of time are counted from moments
//! ([`length`]), and a preposition says on which side of one something lies ([`bound`]). The words of all that are data: `turn` in `data/<language>/turns.txt`.
//!
//! A day alone, a part of it or what lies on one side of it has the value that it has in an article. Of all that is wider or composed the value says what the words say,
//! and what they leave open is `X`.

mod bound;
mod clock;
mod counted;
mod day;
mod length;
mod moment;
mod number;
mod range;
mod set;
mod span;
mod when;

use std::ops::Deref;

use self::when::When;
use super::{
    frame::Frame,
    reader::{Found, Reader},
    value::Point,
};
use crate::model::{DateKind, Precision};

/// A reader of phrases over the tokens of one stretch.
pub(super) struct Phrases<'a> {
    near: Reader<'a>,
    /// The same without a day that is today: what words leave open stays so.
    open: Reader<'a>,
}

impl<'a> Deref for Phrases<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.near
    }
}

/// A phrase that was read.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its first token.
    pub(super) from: usize,
    /// One past its last.
    pub(super) next: usize,
    /// What it means, as TIMEX3 writes it; a range as its ends and its length.
    pub(super) value: Option<String>,
    /// The TIMEX3 kind.
    pub(super) kind: DateKind,
    /// How exact it is.
    pub(super) precision: Option<Precision>,
    /// The TIMEX3 modifier; empty where there is none.
    pub(super) modifier: &'static str,
    /// Whether it was resolved against the frame.
    pub(super) relative: bool,
    /// Where it lies, for what is relative to it.
    pub(super) point: Option<Point>,
}

impl Phrase {
    fn new(from: usize, next: usize, value: String, kind: DateKind) -> Self {
        Self { from, next, value: Some(value), kind, precision: None, modifier: "", relative: false, point: None }
    }

    pub(super) fn of_found(from: usize, found: &Found) -> Self {
        Self {
            precision: found.value.precision(),
            modifier: found.modifier,
            relative: found.relative,
            point: found.as_point(),
            value: found.value.written(),
            ..Self::new(from, found.next, String::new(), found.value.kind())
        }
    }

    fn set(from: usize, next: usize, value: impl Into<String>) -> Self {
        Self::new(from, next, value.into(), DateKind::Set)
    }

    fn with_modifier(self, modifier: &'static str) -> Self {
        Self { modifier, ..self }
    }
}

impl<'a> Phrases<'a> {
    pub(super) fn new(near: Reader<'a>, nowhere: &'a Frame) -> Self {
        Self { near, open: Reader { frame: nowhere, ..near } }
    }

    /// The phrase that begins at token `i`: of all that read there the longest, of equally long ones the first of this list.
    pub(super) fn read(&self, i: usize) -> Option<Phrase> {
        let forms = [
            self.bounded(i),
            self.range(i),
            self.again_phrase(i),
            self.counted_phrase(i),
            self.reckoned(i),
            self.moment(i).map(|when| self.phrase_of(i, &when)),
            self.edge_phrase(i),
            self.span(i).map(|when| self.phrase_of(i, &when)),
            self.present(i),
            self.part_alone(i),
            self.length_phrase(i),
        ];
        forms.into_iter().flatten().filter(|form| form.next > form.from).fold(None, |best: Option<Phrase>, form| match best {
            Some(best) if best.next >= form.next => Some(best),
            _ => Some(form),
        })
    }

    /// The turn of a kind that begins at a token: its argument, and one past its last token.
    fn turn(&self, i: usize, kind: &str) -> Option<(&'static str, usize)> {
        let id = self.token(i)?.id;
        let word = self.token(i)?.kind == crate::annotate::token::Kind::Word && id != 0;
        let turns = self.lexicon.turns.get(&id).filter(|_| word)?;
        turns.iter().find_map(|(rest, what)| {
            let argument = what.strip_prefix(kind).filter(|rest| rest.is_empty() || rest.starts_with(' '))?;
            Some((argument.trim_start(), self.phrase_ends(i + 1, rest)?))
        })
    }

    /// One past a turn where it stands there.
    fn skip_turn(&self, i: usize, kind: &str) -> usize {
        self.turn(i, kind).map_or(i, |(_, next)| next)
    }

    /// "now", "at the moment".
    fn present(&self, i: usize) -> Option<Phrase> {
        // "equal to date 1"
        if let Some((_, next)) = self.turn(i, "until-now").filter(|(_, next)| self.digits(*next).is_none()) {
            return Some(Phrase {
                relative: true,
                ..Phrase::new(i, next, "PRESENT_REF".to_owned(), DateKind::Date).with_modifier("ON_OR_BEFORE")
            });
        }
        let (_, next) = self.turn(i, "present")?;
        Some(Phrase { relative: true, ..Phrase::new(i, next, "PRESENT_REF".to_owned(), DateKind::Date) })
    }

    /// The phrase that is a moment, or something wider, and nothing more.
    fn phrase_of(&self, from: usize, when: &When) -> Phrase {
        let alone = when.is_day() && !when.has_clock() && when.meant.year.is_some();
        let value = if alone { when::written(&when.meant) } else { when::written(&when.said) };
        let kind = if when.said.time.is_some() { DateKind::Time } else { DateKind::Date };
        let point = Some(when.meant).filter(|point| point.year.is_some());
        let relative = when.relative && (alone || when.said == when.meant);
        Phrase { precision: when.precision(), relative, point, ..Phrase::new(from, when.next, value, kind) }
    }
}
