//! What can be said of each segment of a page, as bytes: its own counts, its neighbours', those of the elements around it, of all segments made alike, and of the page.
//!
//! In goes a [`Page`]; out come blocks of a table with a column a feature and a row a segment. The model that reads them ([`super::forest`]) was trained on the same table, made by the
//! same code: a feature that is added, dropped or changed means training anew.

mod address;
mod around;
mod kind;
mod own;
mod path;
mod pattern;
mod scale;
mod table;

use std::ops::Range;

use self::table::Columns;
pub(super) use self::table::{Block, LANES};
use super::{
    boundary,
    density::{Page, is_prose},
};
use crate::{document::Segment, model::Reason};

/// Features of a segment.
pub(super) const COLUMNS: usize = 230;

/// Pages of fewer segments than this lack what tells articles from their surroundings on most pages.
pub(super) const FEW: usize = 60;

/// What is more likely than this is of the body however often it is said: out of fold scrapinghub's words rise from 96.05 to 96.35 by it, and fundus' stay.
const SURE: f32 = 0.9;

/// What is asked of segments once more when their features were read, and what the rules say of them.
pub(super) struct Features {
    own: Vec<own::Own>,
    /// How often each one's words stand in the page.
    repeats: Vec<u8>,
    /// Which are made alike.
    made: Vec<u32>,
    verdicts: Vec<Verdict>,
}

/// What the features are counted from besides the page itself.
pub(super) struct Basis<'p, 'a, 'i> {
    pub(super) page: &'p Page<'a, 'i>,
    pub(super) sums: Sums,
    /// The segments of the densest element.
    pub(super) container: Range<usize>,
    /// Why the rules would leave out each of these, if they would.
    pub(super) fates: Vec<Option<Reason>>,
    pub(super) headline: Option<boundary::Headline>,
    /// The address that the page calls its own.
    pub(super) address: Option<&'p str>,
}

impl Basis<'_, '_, '_> {
    /// Whether the rules would keep a segment.
    fn keeps(&self, row: usize) -> bool {
        row.checked_sub(self.container.start).and_then(|at| self.fates.get(at)).is_some_and(Option::is_none)
    }

    fn verdict(&self, row: usize) -> Verdict {
        let fate = row.checked_sub(self.container.start).and_then(|at| self.fates.get(at));
        match (fate, self.page.outside.get(row)) {
            (Some(Some(Reason::Headline | Reason::Byline | Reason::PostDate)), _) => Verdict::Metadata,
            (_, Some(Some(Reason::Comments))) => Verdict::Comment,
            (Some(None), _) => Verdict::Kept,
            _ => Verdict::Other,
        }
    }
}

/// What the rules say of a segment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Kept,
    /// The headline or the byline said once more.
    Metadata,
    Comment,
    Other,
}

impl Features {
    /// Hands on the features of all segments, block by block, with the number of segments in each.
    pub(super) fn of(basis: &Basis<'_, '_, '_>, take: impl FnMut(&Block, usize)) -> Self {
        let rows = basis.page.segments.len();
        let mut surroundings = around::Surroundings::of(basis);
        let patterns = pattern::Patterns::of(basis);
        let own: Vec<own::Own> = (0..rows).filter_map(|row| own::Own::of(basis, row)).collect();
        let fill = |rows: Range<usize>, columns: &mut Columns<'_>| {
            own::write(basis, &own, rows.clone(), columns);
            surroundings.write(&own, rows.clone(), columns);
            patterns.write(rows, columns);
        };
        table::each_block(rows, kind::page(basis, patterns.count()), fill, take);
        let repeats = (0..rows).map(|row| patterns.repeats(row)).collect();
        Self { repeats, made: patterns.into_made(), verdicts: (0..rows).map(|row| basis.verdict(row)).collect(), own }
    }

    /// A number that the segments have in common that are made as one is: by the same elements within the same elements.
    pub(super) fn made(&self, row: usize) -> u32 {
        self.made.get(row).copied().unwrap_or_default()
    }

    /// Whether a segment says headline or byline once more, or is a reader's comment.
    pub(super) fn is_apart(&self, row: usize) -> bool {
        self.verdicts.get(row).is_some_and(|verdict| matches!(verdict, Verdict::Metadata | Verdict::Comment))
    }

    /// The likelihood of a segment, where the rules have a say as well. The forest learned from few languages, and from whole pages of the web: what a line says of itself, and
    /// paragraphs, subheads and items of lists that stand where an article's do, are known to the rules everywhere. They are rules for articles, and but for what calls itself comments
    /// their word against a segment counts as much as the page is likely to be one.
    pub(super) fn corrected(&self, row: usize, likely: f32, article: f32) -> f32 {
        let Some(own) = self.own.get(row) else { return likely };
        let less = |to: f32| likely * (1.0 - article * (1.0 - to));
        let is_short = own.weight <= scale::log(140);
        // captions are whole sentences as often as not
        let says_so = is_short && (own.phrase == own::CREDIT || (own.phrase > 0 && own.prose == 0));
        // notices come back on a page; so do the lines of a plan or a recipe, of which the forest is sure
        let is_repeated = self.repeats.get(row).is_some_and(|repeats| *repeats >= scale::log(3));
        let said_often = likely < SURE && is_repeated && own.weight >= scale::log(45);
        let is_item = || own.tag == own::ITEM && own.density == 0;
        let is_text = || own.prose > 0 || own::SUBHEADS.contains(&own.tag) || is_item();
        match self.verdicts.get(row) {
            Some(Verdict::Metadata) => less(0.2),
            Some(Verdict::Comment) => likely * 0.4,
            _ if says_so => less(0.2),
            _ if said_often => less(0.3),
            Some(Verdict::Kept) if self.own.len() < FEW && is_text() => 1.0 - (1.0 - likely) * 0.5,
            _ => likely,
        }
    }

    /// What the rules say of one row, as a number.
    #[cfg(feature = "training")]
    pub(super) fn verdict(&self, row: usize) -> u8 {
        self.verdicts.get(row).map_or(0, |verdict| *verdict as u8)
    }
}

/// Sums over the segments before each place and over all, so that any stretch of them is summed up by a subtraction.
pub(super) struct Sums(Vec<Sum>);

/// What a stretch of segments holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    count: u32,
    weight: u32,
    linked: u32,
    prose: u32,
    prose_count: u32,
}

impl Sum {
    /// What is written of a stretch, or of segments made alike, beside what the whole page holds.
    fn cells(self, all: Self) -> [u8; 5] {
        [
            scale::share(self.prose, all.prose),
            scale::share(self.linked, self.weight),
            scale::log(self.count),
            scale::share(self.prose_count, self.count),
            scale::log(self.weight / self.count.max(1)),
        ]
    }

    /// What stands behind an earlier place.
    #[inline]
    fn since(&self, earlier: &Self) -> Self {
        Self {
            count: self.count - earlier.count,
            weight: self.weight - earlier.weight,
            linked: self.linked - earlier.linked,
            prose: self.prose - earlier.prose,
            prose_count: self.prose_count - earlier.prose_count,
        }
    }

    /// What this and one segment more hold.
    fn with(self, segment: &Segment) -> Self {
        let prose = is_prose(segment);
        Self {
            count: self.count + 1,
            weight: self.weight.saturating_add(segment.weight),
            linked: self.linked.saturating_add(segment.link_weight),
            prose: self.prose.saturating_add(if prose { segment.weight } else { 0 }),
            prose_count: self.prose_count + u32::from(prose),
        }
    }
}

impl Sums {
    pub(super) fn of(segments: &[Segment]) -> Self {
        let mut sums = Vec::with_capacity(segments.len() + 1);
        let mut sum = Sum::default();
        sums.push(sum);
        sums.extend(segments.iter().map(|segment| {
            sum = sum.with(segment);
            sum
        }));
        Self(sums)
    }

    fn within(&self, range: Range<usize>) -> Sum {
        self.before(range.end).since(self.before(range.start))
    }

    /// What the segments before a place hold; behind the last one that is what all hold.
    #[inline]
    fn before(&self, place: usize) -> &Sum {
        const NOTHING: &Sum = &Sum { count: 0, weight: 0, linked: 0, prose: 0, prose_count: 0 };
        self.0.get(place).or(self.0.last()).unwrap_or(NOTHING)
    }

    fn all(&self) -> Sum {
        self.0.last().copied().unwrap_or_default()
    }
}
