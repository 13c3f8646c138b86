//! What a word can do in a sentence: a set of classes, as bits.

use std::ops::{BitOr, BitOrAssign};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::annotate) struct Classes(u64);

impl Classes {
    /// None at all.
    pub(in crate::annotate) const NONE: Self = Self(0);

    /// Whether it shares a class with `others`.
    #[inline]
    pub(in crate::annotate) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// What is in both.
    pub(in crate::annotate) const fn only(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Both sets.
    pub(in crate::annotate) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// The class that the files call so.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

macro_rules! classes {
    ($($name:ident $word:literal $bit:literal)*) => {
        $(pub(in crate::annotate) const $name: Classes = Classes(1 << $bit);)*
        const NAMES: &[(&str, Classes)] = &[$(($word, $name)),*];
    };
}

classes! {
    DETERMINER "determiner" 0
    HE "he" 1
    SHE "she" 2
    THEY "they" 3
    I "i" 4
    WE "we" 5
    YOU "you" 6
    IT "it" 7
    OBJECT_PRONOUN "object_pronoun" 8
    INDEFINITE "indefinite" 9
    POSSESSIVE "possessive" 10
    RELATIVE "relative" 11
    THAT "that" 12
    TO "to" 13
    BE "be" 14
    HAVE "have" 15
    DO "do" 16
    MODAL "modal" 17
    NEGATION "negation" 18
    ADVERB "adverb" 19
    CONNECTIVE "connective" 20
    PREPOSITION "preposition" 21
    AND "and" 22
    BUT "but" 23
    SUBORDINATOR "subordinator" 24
    QUESTION "question" 25
    TIME "time" 26
    TIME_NOUN "time_noun" 27
    TIME_ADJECTIVE "time_adjective" 28
    THERE "there" 29
    VERB "verb" 30
    ADDRESSEE "addressee" 31
    TITLE_ABBREVIATION "title_abbreviation" 32
    SETTING "setting" 33
    GERUND "gerund" 34
    PAST "past" 35
    PARTICIPLE "participle" 36
    BASE "base" 37
    THIRD "third" 38
    PLURAL "plural" 39
    CAPITAL "capital" 40
    FIRST "first" 41
    NOUN_TOO "noun_too" 42
    REFLEXIVE "reflexive" 43
    CONCESSION "concession" 44
    ADDITIVE "additive" 45
    SCENE "scene" 46
    OPENS_PHRASE "opens_phrase" 47
    BELONGING "belonging" 48
    STANCE "stance" 49
    HEARSAY "hearsay" 50
    SUPPORT "support" 51
    REPORTING "reporting" 52
    WHETHER "whether" 53
    APPROXIMATE "approximate" 54
    NOUN_MOSTLY "noun_mostly" 55
    VIEWPOINT "viewpoint" 56
    STUDY "study" 57
    PARTICLE "particle" 58
}

/// Pronouns that are subjects.
pub(in crate::annotate) const SUBJECT_PRONOUN: Classes = HE.and(SHE).and(THEY).and(I).and(WE).and(YOU).and(IT);

/// Verbs that help others.
pub(in crate::annotate) const AUXILIARY: Classes = BE.and(HAVE).and(DO).and(MODAL);
