//! On which side of a time something lies: "before 2018", "tomorrow before 5pm", "1/1/2016 and later", "as early as 7:00 am".

use super::{
    Phrase, Phrases,
    moment::on_day,
    when::{When, written},
};
use crate::annotate::{
    dates::value::{Point, Scale, Time},
    lexicon::Class,
};

impl Phrases<'_> {
    /// A time with what says on which side of it.
    pub(super) fn bounded(&self, i: usize) -> Option<Phrase> {
        let forms = [self.bound_before(i), self.bound_within(i), self.bound_behind(i)];
        forms.into_iter().flatten().max_by_key(|phrase| phrase.next)
    }

    /// "before 2018", "starting January 7th", "after the beginning of March", "around 1pm".
    fn bound_before(&self, i: usize) -> Option<Phrase> {
        let compared = || self.turn(i, "compare").filter(|(_, at)| self.year_number(*at).is_some_and(|(_, next)| self.ends_here(next)));
        let (bound, at) = self.turn(i, "bound").or_else(compared)?;
        let the = self.skip(at, Class::The);
        if let Some((edge, when)) = self.edge_at(the) {
            return Some(self.said(i, &when).with_modifier(composed(bound, edge)?));
        }
        let when = self.bound_time(at, bound)?;
        // "by 2014" and "until Monday", but "by day" and "over the weekend" are no bounds
        Some(self.said(i, &when).with_modifier(bound))
    }

    /// What may be bounded: a moment, a span, a part of the day, an hour behind a word that hours stand behind.
    fn bound_time(&self, at: usize, bound: &str) -> Option<When> {
        let numeral = self.day_with(at, false);
        let span = self.span(at).or_else(|| self.span(self.skip(at, Class::The)));
        let moment = self.moment(at).or(numeral);
        let best = match (moment, span) {
            (Some(moment), Some(span)) => Some(if span.next > moment.next { span } else { moment }),
            (moment, span) => moment.or(span),
        };
        // "around two thirty"
        let hour = || self.hour(at, true).filter(|hour| hour.minute.is_some() && self.ends_here(hour.next));
        let alone = || hour().map(|hour| on_day(&When::known(hour.next, Point::new(None, Scale::Nowhere)), hour));
        best.or_else(alone).or_else(|| {
            let part = self.part(self.skip(at, Class::The))?;
            matches!(bound, "BEFORE" | "AFTER").then_some(part)
        })
    }

    /// What was said; a day alone as it is meant.
    fn said(&self, from: usize, when: &When) -> Phrase {
        if when.is_bare_day() {
            return self.phrase_of(from, when);
        }
        let relative = when.relative && when.said == when.meant;
        Phrase { value: Some(written(&when.said)), relative, point: None, ..self.phrase_of(from, when) }
    }

    /// "tomorrow before 5pm", "1/1/2015 after 2:00", "previous Tuesday by 2 in the afternoon".
    fn bound_within(&self, i: usize) -> Option<Phrase> {
        let day = self.day_and_part(i, false).filter(|day| day.said.time.is_none())?;
        let (bound, at) = self.turn(day.next, "bound").filter(|(bound, _)| *bound != "APPROX")?;
        let hour = self.hour(at, true).filter(|hour| hour.sure || self.ends_here(hour.next))?;
        if self.entry(hour.next).unit.is_some() {
            return None;
        }
        Some(self.said(i, &on_day(&day, hour)).with_modifier(if bound == "ON_OR_BEFORE" { "BEFORE" } else { bound }))
    }

    /// "2012 or later", "3 pm or later on Monday", "1/1/2016 and later".
    fn bound_behind(&self, i: usize) -> Option<Phrase> {
        let the = self.skip(i, Class::The);
        let (moment, span) = (self.moment(i), self.span(the));
        let when = match (moment, span) {
            (Some(moment), Some(span)) => Some(if span.next > moment.next { span } else { moment }),
            (moment, span) => moment.or(span),
        }?;
        let (bound, next) = self.turn(when.next, "behind")?;
        // "1/1/2016 and after 6PM" are two
        if self.moment(next).is_some() && self.turn(next, "on-day").is_none() {
            return None;
        }
        let mut whole = When { next, ..when };
        if when.has_clock() && when.said.scale == Scale::Nowhere {
            let on = self.skip_turn(next, "on-day");
            if let (Some(day), Some(time @ Time::Clock { .. })) = (self.day(on).filter(When::is_bare_day), when.said.time) {
                whole = day.at(day.next, time, when.told);
            }
        }
        Some(self.said(i, &whole).with_modifier(bound))
    }
}

/// The modifier of a part of a span that is bounded.
fn composed(bound: &str, edge: &str) -> Option<&'static str> {
    Some(match (bound, edge) {
        ("BEFORE", _) => "BEFORE",
        ("AFTER", _) => "AFTER",
        ("ON_OR_AFTER", _) => "ON_OR_AFTER",
        ("ON_OR_BEFORE", _) => "ON_OR_BEFORE",
        _ => return None,
    })
}

impl When {
    /// Without the time of day.
    pub(super) fn date(&self) -> Point {
        Point { time: None, ..self.meant }
    }
}
