//! What comes again: "every Tuesday", "Thursdays at 17.30", "Friday mornings", "6am everyday", "once a year".

use super::{Phrase, Phrases, when::written};
use crate::annotate::{
    dates::value::{Amount, Point, Scale, Value},
    lexicon::{Class, Unit},
};

impl Phrases<'_> {
    pub(super) fn again_phrase(&self, i: usize) -> Option<Phrase> {
        let set = [self.weekdays_set(i), self.parts_set(i), self.named_set(i), self.every(i), self.once(i), self.time_of_every_day(i)];
        let set = set.into_iter().flatten().max_by_key(|set| set.next)?;
        Some(self.with_hour_behind(set))
    }

    fn named_set(&self, i: usize) -> Option<Phrase> {
        let (value, next) = self.turn(i, "set")?;
        Some(Phrase::set(i, next, value))
    }

    /// "Thursdays", "Friday mornings", "every Friday night".
    fn weekdays_set(&self, i: usize) -> Option<Phrase> {
        let every = self.skip_turn(i, "again");
        let weekday = Some(self.entry(every).weekday).filter(|weekday| *weekday > 0)?;
        let plural = self.is(every, Class::Weekdays);
        let part = self.entry(every + 1).part;
        let parts = !part.is_empty() && self.is(every + 1, Class::Plural);
        if !(plural || every > i || parts) {
            return None;
        }
        let with_part = !part.is_empty();
        let time = if with_part { format!("T{part}") } else { String::new() };
        Some(Phrase::set(i, if with_part { every + 2 } else { every + 1 }, format!("XXXX-WXX-{weekday}{time}")))
    }

    /// "mornings", but "in the mornings" is a part of the day.
    fn parts_set(&self, i: usize) -> Option<Phrase> {
        let at = if self.is(i, Class::Of) { self.skip(i + 1, Class::The) } else { i };
        let part = Some(self.entry(at).part).filter(|part| !part.is_empty() && self.is(at, Class::Plural))?;
        let counted = self.entry(at.wrapping_sub(1)).number.is_some() || self.digits(at.wrapping_sub(1)).is_some();
        (!counted).then(|| Phrase::set(i, at + 1, format!("T{part}")))
    }

    /// "every two weeks", "each evening", "every quarter".
    fn every(&self, i: usize) -> Option<Phrase> {
        let (_, at) = self.turn(i, "again")?;
        if let Some((part, next)) = self.turn(at, "part") {
            return Some(Phrase::set(i, next, format!("T{part}")));
        }
        if let Some((_, next)) = self.turn(at, "other") {
            if let Some(weekday) = Some(self.entry(next).weekday).filter(|weekday| *weekday > 0) {
                return Some(Phrase::set(i, next + 1, format!("XXXX-WXX-{weekday}")));
            }
            let unit = self.entry(next).unit.filter(|unit| !self.is(next, Class::Plural) && *unit != Unit::Period)?;
            return Some(Phrase::set(i, next + 1, Value::Length(Amount::whole(2), unit, None).written()?));
        }
        let found = self.again(i)?;
        Some(Phrase::of_found(i, &found))
    }

    fn once(&self, i: usize) -> Option<Phrase> {
        let (_, at) = self.turn(i, "once")?;
        let unit = self.entry(at).unit.filter(|unit| *unit >= Unit::Night && *unit != Unit::Period)?;
        Some(Phrase::set(i, at + 1, Value::Length(Amount::ONE, unit, None).written()?))
    }

    /// "6am everyday".
    fn time_of_every_day(&self, i: usize) -> Option<Phrase> {
        let hour = self.hour(i, false)?;
        let set = self.named_set(hour.next).filter(|set| set.value.as_deref() == Some("P1D"))?;
        Some(Phrase::set(i, set.next, written(&Point::new(None, Scale::Nowhere).at(hour.time()))))
    }

    /// "every evening at 7:13 p.m.", "Tuesdays at 9am".
    fn with_hour_behind(&self, set: Phrase) -> Phrase {
        let Some(value) = set.value.as_deref().filter(|value| !value.starts_with('P')) else { return set };
        let at = self.skip(self.skip_mark(set.next, ','), Class::At);
        let Some(hour) = self.hour(at, at > set.next && self.is(at - 1, Class::At)) else { return set };
        let date = value.split('T').next().unwrap_or_default();
        let afternoon = value.ends_with("TEV") || value.ends_with("TAF");
        let hour = if afternoon { hour.in_half(true) } else { hour };
        let value = format!("{date}{}", written(&Point::new(None, Scale::Nowhere).at(hour.time())));
        Phrase { value: Some(value), next: hour.next, ..set }
    }
}
