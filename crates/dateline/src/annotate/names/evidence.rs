//! What speaks for and against each kind of name, and how much.

/// What a name can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Organisation,
    Place,
    /// Something else, or no name.
    Other,
}

impl Kind {
    /// All of them, in the order of a [`Score`].
    pub(crate) const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Other];
}

/// A weight for each kind, in tenths: persons, organisations, places, others.
pub(crate) type Score = [i32; 4];

macro_rules! evidence {
    ($($(#[$doc:meta])* $name:ident = $weights:expr,)+) => {
        /// One piece of evidence, of a name's words or of their surroundings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Evidence { $($(#[$doc])* $name,)+ }

        /// How much each speaks for each kind, set by hand on the set `entities` (`score_text.py`).
        pub(crate) const WEIGHTS: &[Score] = &[$($weights,)+];
    };
}

evidence! {
    // of the name's own words
    /// One word.
    OneWord = [-2, 2, 2, 4],
    /// Two words.
    TwoWords = [14, 4, 0, 2],
    /// Three words.
    ThreeWords = [10, 8, 0, 4],
    /// More words.
    ManyWords = [-10, 14, 0, 8],
    /// A single word in capitals.
    Acronym = [-30, 28, -10, 4],
    /// A single word in capitals of two letters.
    TwoLetters = [0, -4, 0, 4],
    /// A plural in capitals: "NGOs".
    PluralAcronym = [-40, -14, -24, 24],
    /// A name of a person begins with its initials: "BM Ashraf".
    LettersFirst = [26, -4, -6, -4],
    /// One word that is common in small letters and names no more than a kind of thing: "Agency".
    GenericAlone = [-20, -34, -24, 30],
    /// It ends as teachings do: "Hinduism".
    Teaching = [-30, -20, -30, 40],
    /// A word in capitals among others.
    CapitalsInside = [-14, 14, -4, 4],
    /// The first word is a given name that few have, some, many.
    GivenRare = [10, -3, -3, 0],
    GivenSome = [16, -5, -5, 0],
    GivenCommon = [22, -8, -8, 0],
    /// The last word is a surname that few have, some, many.
    SurnameRare = [8, -2, -2, 0],
    SurnameSome = [12, -3, -3, 0],
    SurnameCommon = [16, -5, -5, 0],
    /// A small word as in names of people stands inside.
    ParticleInside = [12, 0, 4, 0],
    /// A single letter stands inside.
    LetterInside = [24, -4, -8, 0],
    /// A compound with a small second part, as in Korean names.
    SmallSecondPart = [22, -8, -4, -4],
    /// The first word is one that is common in small letters.
    CommonFirst = [-10, 6, -2, 8],
    /// The last word is.
    CommonLast = [-18, 7, 0, 7],
    /// All words are.
    CommonAll = [-14, 4, -4, 10],
    /// No word is known in small letters.
    Unknown = [8, 2, 4, -6],
    /// The article has the word in small letters, too.
    SmallElsewhere = [-8, -4, -6, 16],
    /// It stands only where any word has a capital.
    OnlyInitial = [-2, -4, -2, 14],
    /// The name has a number or a sign in it.
    Figures = [-20, 8, -2, 6],
    /// It ends as companies do.
    CompanySuffix = [-60, 90, -40, -30],
    /// Its last word is of organisations.
    OrganisationHead = [-40, 60, -10, -10],
    /// Its last word is of places.
    PlaceHead = [-30, 4, 50, -10],
    /// Its last word is of things.
    ThingHead = [-40, 0, -10, 60],
    /// Its first word opens names of places.
    PlaceOpener = [-10, 0, 18, 0],
    /// Its first words open an organisation's name and "of" follows.
    OrganisationOpener = [-40, 60, -10, -10],
    /// A known organisation.
    KnownOrganisation = [-50, 80, -30, -30],
    /// A known place.
    KnownPlace = [-40, -20, 70, -20],
    /// A country.
    Country = [-30, -20, 70, -20],
    /// A part of a country.
    Region = [-8, -5, 30, -5],
    /// A city with more than a million people.
    LargeCity = [-8, -6, 44, -8],
    /// A city with more than 100,000.
    City = [-2, -2, 24, -4],
    /// A town.
    Town = [2, 0, 12, 0],
    /// A continent or the like.
    Area = [-30, -20, 60, -10],
    /// A place's name that is more often something else.
    Doubtful = [6, 4, -20, 4],
    /// The first word is of a people.
    DemonymFirst = [-14, 16, -10, 6],
    /// All of it is.
    DemonymAlone = [-40, -30, -30, 80],
    /// The last word is a country or the like, and the first is no place: "Cricket Scotland".
    PlaceLast = [-30, 26, -10, 0],
    /// A capital stands inside a word: "InterNations".
    CamelCase = [-22, 24, -16, 0],
    /// The first words are a place.
    PlaceFirst = [-8, 16, 2, 4],
    /// A known title or role.
    RoleAlone = [-30, -10, -20, 50],

    // of its surroundings
    /// A title stands before it.
    Titled = [60, -20, -20, -10],
    /// "Mr" or the like does.
    Honoured = [90, -40, -40, -30],
    /// A role in small letters does.
    RoleBefore = [26, -2, -8, -4],
    /// A role follows a comma.
    RoleBehind = [24, 0, -4, -2],
    /// An age follows a comma.
    AgeBehind = [50, -20, -20, -10],
    /// "who" follows.
    WhoBehind = [30, -6, -10, -4],
    /// "which" follows.
    WhichBehind = [-14, 10, 4, 4],
    /// A verb of speech follows or stands before.
    Speech = [18, 6, -10, -10],
    /// A verb of people's doings follows.
    PersonVerb = [16, 0, -4, -6],
    /// "in" or the like stands before.
    In = [-16, -2, 26, 0],
    /// "at" does.
    At = [-8, 10, 8, 0],
    /// "from" or "to" does.
    From = [-2, 0, 10, 0],
    /// "by" or "with" does.
    By = [8, 6, -8, 0],
    /// A word that only places follow does.
    PlacePreposition = [-14, -4, 24, 0],
    /// "the" does.
    The = [-26, 12, 0, 4],
    /// A noun for a place and "of" do.
    PlaceNounBefore = [-10, -6, 34, 0],
    /// A noun for a place follows.
    PlaceNounBehind = [-12, 0, 30, 0],
    /// A noun for an organisation stands before.
    OrganisationNounBefore = [-12, 30, -10, 0],
    /// A noun for an organisation follows.
    OrganisationNounBehind = [-10, 18, 4, 0],
    /// "-based" or the like follows.
    CompoundTail = [-10, 0, 30, 0],
    /// Its acronym follows in brackets.
    AcronymBehind = [-10, 50, 0, 0],
    /// It stands in brackets behind what it is short for.
    AcronymOf = [-20, 50, 0, 0],
    /// It stands before a title: "Volkmar Chief Executive …".
    BeforeTitle = [-20, 24, 10, 0],
    /// A role and "of" or the like stand before it.
    RoleOf = [-12, 26, -2, 0],
    /// A role that is of a place and "of" do.
    PlaceRoleOf = [-12, 4, 26, 0],
    /// Its possessive and a role follow.
    HasRole = [0, 14, 6, 0],
    /// A comma and a place follow, or stand before.
    BesidePlace = [-4, -4, 24, -2],
    /// A possessive ending follows.
    Possessive = [4, 4, 6, -4],
    /// A part of the name of somebody whom the article names in full.
    PartOfPerson = [56, -20, -20, -10],
    /// A part of a longer name of an organisation.
    PartOfOrganisation = [-10, 40, -10, -10],
    /// It stands between quote marks.
    Quoted = [-10, -2, -4, 14],
    /// It stands in the dateline.
    Dateline = [-10, 0, 40, 0],
}

/// A set of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EvidenceSet(u128);

impl EvidenceSet {
    pub(crate) fn add(&mut self, evidence: Evidence) {
        self.0 |= 1 << evidence as u8;
    }

    pub(crate) fn remove(&mut self, evidence: Evidence) {
        self.0 &= !(1 << evidence as u8);
    }

    pub(crate) fn add_if(&mut self, holds: bool, evidence: Evidence) {
        if holds {
            self.add(evidence);
        }
    }

    pub(crate) fn has(self, evidence: Evidence) -> bool {
        self.0 & 1 << evidence as u8 != 0
    }

    /// Both together.
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The positions in [`WEIGHTS`] of what it holds.
    pub(crate) fn positions(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (next < 128).then_some(next)
        })
    }

    /// How much it speaks for each kind.
    pub(crate) fn score(self) -> Score {
        self.positions().filter_map(|at| WEIGHTS.get(at)).fold([0; 4], add)
    }
}

impl From<Evidence> for EvidenceSet {
    fn from(evidence: Evidence) -> Self {
        Self(1 << evidence as u8)
    }
}

/// The sum of two scores.
pub(crate) fn add(mut sum: Score, more: &Score) -> Score {
    for (total, weight) in sum.iter_mut().zip(more) {
        *total += weight;
    }
    sum
}

/// The kind with the highest weight, the first of equal ones, and by how much it leads.
pub(crate) fn best(score: &Score) -> (Kind, i32) {
    let (mut first, mut second) = ((i32::MIN, Kind::Other), i32::MIN);
    for (weight, kind) in score.iter().copied().zip(Kind::ALL) {
        if weight > first.0 {
            (first, second) = ((weight, kind), first.0);
        } else {
            second = second.max(weight);
        }
    }
    (first.1, first.0.saturating_sub(second))
}
