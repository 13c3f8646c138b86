//! Cue verbs: what they take, and the forms that a language's rules make of them.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::super::list::List;
use super::class::{BASE, Classes, GERUND, PARTICIPLE, PAST, THIRD};

/// What a cue takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::annotate) struct Takes(u16);

impl Takes {
    pub(in crate::annotate) const QUOTE: Self = Self(1);
    pub(in crate::annotate) const CLAUSE: Self = Self(1 << 1);
    pub(in crate::annotate) const QUESTION: Self = Self(1 << 2);
    pub(in crate::annotate) const INFINITIVE: Self = Self(1 << 3);
    pub(in crate::annotate) const OBJECT: Self = Self(1 << 4);
    pub(in crate::annotate) const COMPLEMENT: Self = Self(1 << 5);
    pub(in crate::annotate) const ADDRESSEE: Self = Self(1 << 6);
    /// Its subject is part of what is said, by nobody in particular: "it seems to rain".
    pub(in crate::annotate) const RAISED: Self = Self(1 << 7);
    /// A passive without "by" attributes, too: "is expected to rain".
    pub(in crate::annotate) const AGENTLESS: Self = Self(1 << 8);

    /// It only begins or goes on with another verb: "continued to argue".
    pub(in crate::annotate) const CHAIN: Self = Self(1 << 9);
    /// It says nothing without a noun of speech: "made the case for".
    pub(in crate::annotate) const LIGHT: Self = Self(1 << 10);
    /// So, but it is others who speak: "drew criticism for".
    pub(in crate::annotate) const RECEIVES: Self = Self(1 << 11);

    /// Its object is who thinks, its subject what is thought of: "the plan angered voters".
    pub(in crate::annotate) const AFFECTS: Self = Self(1 << 12);

    /// A clause, but only with "that": "maintained that it rained", and "maintained the road".
    pub(in crate::annotate) const THAT_CLAUSE: Self = Self(1 << 13);

    /// Whether it shares one with `others`.
    pub(in crate::annotate) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether such a verb says nothing itself.
    pub(in crate::annotate) const fn only_supports(self) -> bool {
        self.0 != 0 && self.0 & !(Self::CHAIN.0 | Self::LIGHT.0 | Self::RECEIVES.0) == 0
    }

    /// Both.
    pub(in crate::annotate) const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "quote" => Self::QUOTE,
            "clause" => Self::CLAUSE,
            "that" => Self::THAT_CLAUSE,
            "question" => Self::QUESTION,
            "infinitive" => Self::INFINITIVE,
            "object" => Self::OBJECT,
            "complement" => Self::COMPLEMENT,
            "addressee" => Self::ADDRESSEE,
            "raised" => Self::RAISED,
            "agentless" => Self::AGENTLESS,
            "chain" => Self::CHAIN,
            "light" => Self::LIGHT,
            "receives" => Self::RECEIVES,
            "affects" => Self::AFFECTS,
            _ => return None,
        })
    }
}

/// One cue verb: all that its groups say of it.
#[derive(Clone, Debug, Default)]
pub(in crate::annotate) struct Verb {
    /// What it takes.
    pub(in crate::annotate) takes: Takes,
    /// The prepositions that open what is spoken of.
    pub(in crate::annotate) prepositions: Vec<String>,
    /// The prepositions behind its participle, where that alone attributes: "a man accused of".
    pub(in crate::annotate) reduced: Vec<String>,
    /// The words that make another verb of it: "point out".
    pub(in crate::annotate) particles: Vec<(String, u16)>,
    /// In hundredths.
    pub(in crate::annotate) confidence: u8,
}

/// A group of verbs as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    takes: Vec<String>,
    confidence: u8,
    #[serde(default)]
    prepositions: String,
    lemmas: String,
}

/// Verbs that attribute, by their lemmas, with what they take.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CueVerbs {
    /// Lemmas, each one word; their forms are made by the rules of the language.
    pub lemmas: List,
    /// What they take: `quote`, `clause`, `that`, `question`, `infinitive`, `object`, `complement`, `addressee`, `raised`, `agentless`, `chain`, `light`,
    /// `receives`, `affects`.
    pub takes: List,
    /// Prepositions that open what is spoken of.
    #[serde(default)]
    pub prepositions: List,
    /// How often such a verb attributes something, in hundredths.
    #[serde(default = "likely")]
    pub confidence: u8,
}

fn likely() -> u8 {
    90
}

impl CueVerbs {
    /// Verbs of speech: they take quotes and clauses.
    pub fn speech(lemmas: List) -> Self {
        Self { lemmas, takes: ["quote", "clause"].into_iter().collect(), prepositions: List::default(), confidence: likely() }
    }
}

impl From<&CueVerbs> for Group {
    fn from(verbs: &CueVerbs) -> Self {
        let joined = |list: &List| list.iter().collect::<Vec<_>>().join(" ");
        Self {
            takes: verbs.takes.iter().map(str::to_owned).collect(),
            confidence: verbs.confidence,
            prepositions: joined(&verbs.prepositions),
            lemmas: joined(&verbs.lemmas),
        }
    }
}

/// How forms are made.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inflection {
    rules: Vec<[String; 5]>,
    #[serde(default)]
    doubled: String,
}

/// Third person, past, participle, gerund.
type Forms = [String; 4];

impl Inflection {
    fn forms(&self, lemma: &str) -> Option<Forms> {
        if let Some(last) = lemma.chars().last().filter(|_| self.doubled.split_whitespace().any(|doubled| doubled == lemma)) {
            let (past, gerund) = (format!("{lemma}{last}ed"), format!("{lemma}{last}ing"));
            return Some([format!("{lemma}s"), past.clone(), past, gerund]);
        }
        let fitting = self.rules.iter().filter_map(|rule| Some((rule, lemma.strip_suffix(rule[0].as_str())?)));
        let ([_, endings @ ..], stem) = fitting.max_by_key(|(rule, _)| rule[0].len())?;
        let with_stem = |endings: &String| endings.split('/').map(|ending| format!("{stem}{ending}")).collect::<Vec<_>>().join("/");
        Some(endings.each_ref().map(with_stem))
    }
}

/// The verbs of a language, and which of them a form can be.
#[derive(Default)]
pub(super) struct Verbs {
    pub(super) verbs: Vec<Verb>,
    pub(super) forms: HashMap<String, (u16, Classes)>,
    lemmas: HashMap<String, u16>,
}

impl Verbs {
    pub(super) fn read(groups: &[Group], inflection: &Inflection, irregular: &BTreeMap<String, Forms>) -> Self {
        let mut read = Self::default();
        for group in groups {
            for lemma in group.lemmas.split_whitespace() {
                read.add(lemma, group, inflection, irregular);
            }
        }
        read
    }

    fn add(&mut self, lemma: &str, group: &Group, inflection: &Inflection, irregular: &BTreeMap<String, Forms>) {
        let index = self.index(lemma);
        let Some(verb) = self.verbs.get_mut(usize::from(index)) else { return };
        let takes = group.takes.iter().filter_map(|name| Takes::named(name)).fold(Takes::default(), Takes::or);
        verb.takes = verb.takes.or(takes);
        verb.confidence = verb.confidence.max(group.confidence);
        if takes.any(Takes::AGENTLESS) {
            verb.reduced.extend(group.prepositions.split_whitespace().map(str::to_owned));
        }
        verb.prepositions.extend(group.prepositions.split_whitespace().map(str::to_owned));
        if let Some((plain, particle)) = lemma.split_once(':') {
            let plain_index = self.index(plain);
            self.add_forms(plain, plain_index, inflection, irregular);
            if let Some(verb) = self.verbs.get_mut(usize::from(plain_index)) {
                verb.particles.push((particle.to_owned(), index));
            }
        } else {
            self.add_forms(lemma, index, inflection, irregular);
        }
    }

    /// The number of a verb, a new one where it was not named before.
    fn index(&mut self, lemma: &str) -> u16 {
        let next = u16::try_from(self.verbs.len()).unwrap_or(u16::MAX);
        let index = *self.lemmas.entry(lemma.to_owned()).or_insert(next);
        if index == next {
            self.verbs.push(Verb::default());
        }
        index
    }

    fn add_forms(&mut self, lemma: &str, index: u16, inflection: &Inflection, irregular: &BTreeMap<String, Forms>) {
        let Some(forms) = irregular.get(lemma).cloned().or_else(|| inflection.forms(lemma)) else { return };
        self.form(lemma, index, BASE);
        for (form, class) in forms.iter().zip([THIRD, PAST, PARTICIPLE, GERUND]) {
            for form in form.split('/') {
                self.form(form, index, class);
            }
        }
    }

    fn form(&mut self, form: &str, verb: u16, class: Classes) {
        let entry = self.forms.entry(form.to_owned()).or_insert((verb, Classes::NONE));
        if entry.0 == verb {
            entry.1 |= class;
        }
    }
}
