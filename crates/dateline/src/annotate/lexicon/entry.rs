//! What a word can mean in dates and amounts.

/// What one word can mean.
#[derive(Clone, Copy, Debug)]
pub(in crate::annotate) struct Entry {
    /// A cardinal number.
    pub(in crate::annotate) number: Option<u64>,
    /// A factor between numbers, a power of ten or a dozen.
    pub(in crate::annotate) scale: Option<u64>,
    /// A factor that is written behind digits.
    pub(in crate::annotate) short_scale: Option<u64>,
    /// An ordinal number; 0 where it is none.
    pub(in crate::annotate) ordinal: u8,
    /// A month, 1 to 12; else 0.
    pub(in crate::annotate) month: u8,
    /// A day of the week, 1 (Monday) to 7; else 0.
    pub(in crate::annotate) weekday: u8,
    /// A unit of time.
    pub(in crate::annotate) unit: Option<Unit>,
    /// The argument of the classes that have one and are no number: which season, which part of the day, which reference.
    pub(in crate::annotate) season: &'static str,
    pub(in crate::annotate) part: &'static str,
    pub(in crate::annotate) reference: &'static str,
    pub(in crate::annotate) modifier: &'static str,
    pub(in crate::annotate) set: &'static str,
    /// Which way: -1 the last, 0 this, 1 the next.
    pub(in crate::annotate) shift: Option<i8>,
    /// How many days from today.
    pub(in crate::annotate) day: Option<i8>,
    /// Twelve or twenty-four o'clock.
    pub(in crate::annotate) clock: u8,
    /// The first year of a decade within its century.
    pub(in crate::annotate) decade: u8,
    /// ISO 4217 code of the currency that the word names, or whose hundredth it names.
    pub(in crate::annotate) currency: &'static str,
    pub(in crate::annotate) minor: &'static str,
    /// The currency of the dollars before whose sign the word stands: "HK$".
    pub(in crate::annotate) dollars: &'static str,
    /// ISO 3166-1 code of the country whose money it is.
    pub(in crate::annotate) country: &'static str,
    /// Whether an expression of time can begin with the word; set when all files are read.
    pub(in crate::annotate) opens_time: bool,
    /// Whether a name of several words can.
    pub(in crate::annotate) opens_phrase: bool,
    /// Whether an amount of money can.
    pub(in crate::annotate) opens_money: bool,
    /// The classes without an argument.
    classes: u128,
}

/// Units of time, as words name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::annotate) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Period,
}

macro_rules! classes {
    ($($name:ident = $word:literal,)+) => {
        /// Classes of words that have no argument.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in crate::annotate) enum Class { $($name,)+ }

        impl Class {
            pub(in crate::annotate) fn named(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

classes! {
    Plural = "units", Weekdays = "weekdays", Doubtful = "doubtful", OrdinalEnding = "ordinal-ending", Article = "article", And = "and",
    Half = "half", QuarterOf = "quarter-of", Couple = "couple", Few = "few", Of = "of", Am = "am", Pm = "pm", Oclock = "oclock", ClockWord = "clock", Present = "present",
    PastHour = "past-hour", ToHour = "to-hour", Tonight = "tonight", Adjective = "adjective", Same = "same", Latest = "latest",
    Comparable = "comparable", The = "the", Short = "abbreviated", Near = "near", ToCome = "to-come", Gone = "gone", End = "end", Prefix = "new", On = "on", At = "at", Edge = "edge", RelativeMod = "relative-mod", Ago = "ago",
    Earlier = "earlier", Later = "later", From = "from", Now = "now", Old = "old", Every = "every", Fiscal = "fiscal", Full = "full",
    Calendar = "calendar", Or = "or", So = "so", More = "more", Approximate = "approx", Than = "than", Compare = "compare", Least = "least",
    Bound = "bound", Up = "up", No = "no", FutureCue = "future", PastCue = "past", Intends = "intends", InYear = "in-year", Be = "be", Said = "said",
    Infinitive = "infinitive", Per = "per", Prepositions = "preposition",
    Price = "price", Another = "another", Initial = "initial", GoesOn = "goes-on", Shaky = "shaky", As = "as",
    Nearest = "nearest",
    Figurative = "figurative",
    Percent = "percent",
    Until = "until",
    Been = "been",
    Had = "had",
    Ending = "ending",
    Asks = "asks",
    Request = "request",
    Deadline = "deadline",
    For = "for",
    Determined = "determined",
    Counted = "counted", OfTheYear = "of-the-year", QuarterLetter = "quarter-letter",
}

impl Default for Entry {
    fn default() -> Self {
        Self::NOTHING
    }
}

impl Entry {
    /// A word that means nothing here.
    pub(in crate::annotate) const NOTHING: Self = Self {
        number: None,
        scale: None,
        short_scale: None,
        ordinal: 0,
        month: 0,
        weekday: 0,
        unit: None,
        season: "",
        part: "",
        reference: "",
        modifier: "",
        set: "",
        shift: None,
        day: None,
        clock: 0,
        decade: 0,
        currency: "",
        minor: "",
        dollars: "",
        country: "",
        opens_time: false,
        opens_phrase: false,
        opens_money: false,
        classes: 0,
    };

    pub(in crate::annotate) fn can_open_time(&self) -> bool {
        use Class::{
            Approximate, Article, At, Bound, Comparable, Compare, Couple, Edge, Every, Few, Fiscal, Full, Gone, Half, Latest, Near, No,
            QuarterLetter, RelativeMod, Same, The, Tonight, Up,
        };
        let named = self.month > 0 || self.weekday > 0 || self.unit.is_some() || !self.season.is_empty() || !self.part.is_empty();
        let counted = self.number.is_some() || self.scale.is_some() || self.ordinal > 0 || self.decade > 0 || self.clock > 0;
        let relative =
            self.shift.is_some() || self.day.is_some() || !self.reference.is_empty() || !self.modifier.is_empty() || !self.set.is_empty();
        let openers = [
            Approximate,
            Article,
            At,
            Bound,
            Comparable,
            Compare,
            Couple,
            Edge,
            Every,
            Few,
            Fiscal,
            Full,
            Gone,
            Half,
            Latest,
            Near,
            No,
            RelativeMod,
            Same,
            The,
            QuarterLetter,
            Tonight,
            Up,
        ];
        named || counted || relative || openers.into_iter().any(|class| self.is(class))
    }

    pub(in crate::annotate) fn can_open_money(&self) -> bool {
        let currency = !self.currency.is_empty() || !self.minor.is_empty() || !self.dollars.is_empty() || !self.country.is_empty();
        let number = self.number.is_some() || self.scale.is_some();
        let openers = [Class::Article, Class::Half, Class::QuarterOf, Class::Another, Class::Initial];
        currency || number || openers.into_iter().any(|class| self.is(class))
    }

    /// Whether the word is of a class.
    #[inline]
    pub(in crate::annotate) fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u64) != 0
    }

    pub(in crate::annotate) fn set_class(&mut self, class: Class) {
        self.classes |= 1 << class as u64;
    }
}

impl Unit {
    pub(in crate::annotate) fn named(word: &str) -> Option<Self> {
        Some(match word {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "night" => Self::Night,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "season" => Self::Season,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "period" => Self::Period,
            _ => return None,
        })
    }
}
