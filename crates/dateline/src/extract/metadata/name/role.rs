//! Words in, whether they say what somebody is out, and where in a line the name ends and such words begin.

use crate::grammar::{byline::ROLES, calendar};

/// Words that say what somebody is only where nothing else stands there: they end names of firms too ("Example Marketing").
const WEAK_ROLES: &[&str] = &[
    "marketing",
    "content",
    "digital",
    "expert",
    "team",
    "specialist",
    "former",
    "partner",
    "fellow",
    "president",
    "lead",
    "head",
    "vice",
    "owner",
];

/// Words behind a name that belong to what stands next on the page: a date, buttons.
const STOPS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "follow",
    "edited",
    "reviewed",
    "stand",
    "veröffentlicht",
    "aktualisiert",
    "zuletzt",
    "share",
    "teilen",
    "comments",
    "kommentare",
    "komentarze",
    "comentarios",
    "commentaires",
    "commenti",
    "reacties",
    "kommentarer",
    "комментарии",
    "comentários",
    "yorum",
    "website",
    "publié",
    "publicado",
    "actualizado",
    "aggiornato",
    "pubblicato",
    "gepubliceerd",
    "bijgewerkt",
    "opublikowano",
    "contact",
    "kontakt",
    "email",
    "e-mail",
    "geschrieben",
    "erstellt",
    "views",
    "bio",
    "linkedin",
    "twitter",
    "facebook",
    "instagram",
    "min",
    "minuten",
    "minutes",
    "kommentar",
    "comment",
    "released",
    "last",
    "illustration",
    "illustrationen",
    "illustrations",
    "fotos",
    "foto",
    "photos",
    "bilder",
    "datum",
];

/// Words before a role that belong to it: "Political Correspondent", "Chief Sports Writer".
const DESKS: &[&str] = &[
    "political",
    "politics",
    "sports",
    "sport",
    "business",
    "technology",
    "tech",
    "health",
    "science",
    "education",
    "crime",
    "royal",
    "showbiz",
    "news",
    "general",
    "world",
    "us",
    "uk",
    "global",
    "foreign",
    "environment",
    "consumer",
    "money",
    "finance",
    "economics",
    "city",
    "travel",
    "food",
    "fashion",
    "features",
    "audience",
    "trends",
    "multimedia",
    "data",
    "entertainment",
    "court",
    "live",
    "breaking",
    "local",
    "national",
    "autos",
    "football",
    "european",
    "asia",
    "europe",
    "africa",
    "middle",
    "diplomatic",
    "defence",
    "defense",
    "social",
    "media",
    "affairs",
    "industry",
    "community",
    "culture",
    "arts",
    "home",
    "online",
    "web",
    "video",
    "personal",
    "property",
    "chief",
];

/// Where the name ends in the words of a part: before a role, a date, a number, a small word that no name has.
pub(super) fn end_of_name(words: &[&str]) -> usize {
    for (index, word) in words.iter().enumerate().skip(1) {
        let folded = bare(word);
        let is_role = ROLES.contains(&folded.as_str());
        let ends = word.chars().any(|c| c.is_ascii_digit())
            || is_role
            || STOPS.contains(&folded.as_str())
            || (word.starts_with(char::is_lowercase)
                && is_small(&folded)
                && (index > 1 || words.get(index + 1).is_some_and(|next| is_weekday(next))))
            || is_weekday(word)
            || is_date_word(words, index);
        if ends {
            return without_tail(words, index);
        }
    }
    without_tail(words, words.len())
}

/// Small words that no name has; after a single word they belong to a body's name: "Center for Cow Research".
fn is_small(folded: &str) -> bool {
    const SMALL: &[&str] = &[
        "for", "is", "of", "at", "in", "für", "aus", "pour", "on", "from", "about", "wrote", "writes", "the", "with", "has", "am", "im",
        "zum",
    ];
    SMALL.contains(&folded)
}

/// The end of a name before `end` without the desk that belongs to a role and without the first half of a label ("Last updated").
fn without_tail(words: &[&str], end: usize) -> usize {
    let mut end = end;
    let is_tail = |word: &&str| {
        let folded = bare(word);
        DESKS.contains(&folded.as_str())
            || matches!(
                folded.as_str(),
                "last"
                    | "first"
                    | "date"
                    | "zuletzt"
                    | "le"
                    | "on"
                    | "am"
                    | "do"
                    | "mo"
                    | "di"
                    | "mi"
                    | "fr"
                    | "sa"
                    | "so"
                    | "ein"
                    | "ce"
                    | "el"
            )
    };
    let is_cut = end < words.len();
    while is_cut && end > 2 && words.get(end - 1).is_some_and(is_tail) {
        end -= 1;
    }
    end
}

/// The name of a day of the week in full.
fn is_weekday(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.chars().count() > 5
        && calendar::at(word, 0, calendar::Order::Unknown)
            .is_some_and(|moment| moment.weekday.is_some() && moment.range.len() == word.len())
}

/// A month's name with a number behind it.
fn is_date_word(words: &[&str], index: usize) -> bool {
    let rest = words.get(index..index + 2).map(|pair| pair.join(" "));
    rest.is_some_and(|rest| {
        rest.chars().any(|c| c.is_ascii_digit())
            && calendar::at(&rest, 0, calendar::Order::Unknown).is_some_and(|moment| moment.month.is_some())
    })
}

pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// A part that says what somebody is: it begins with a role or a desk and holds a role, or is a degree.
pub(super) fn is_description(part: &str) -> bool {
    let words: Vec<String> = part.split_whitespace().map(bare).collect();
    let is_role = |word: &String| ROLES.contains(&word.as_str());
    let opens = words.first().is_some_and(|word| is_role(word) || DESKS.contains(&word.as_str()) || WEAK_ROLES.contains(&word.as_str()));
    words.len() <= 10 && (is_credential(part) || (opens && words.iter().any(|word| is_role(word) || WEAK_ROLES.contains(&word.as_str()))))
}

/// A part behind a name that holds a role, or small words that no name has: "Professor of Economics", "Doctor at Example Clinic".
pub(super) fn is_title(part: &str) -> bool {
    let is_one = |word: &str| {
        let folded = bare(word);
        ROLES.contains(&folded.as_str())
            || WEAK_ROLES.contains(&folded.as_str())
            || (word.starts_with(char::is_lowercase) && is_small(&folded))
    };
    is_credential(part) || part.split_whitespace().any(is_one)
}

/// Degrees and the like, which follow a name after a comma.
pub(super) fn is_credential(part: &str) -> bool {
    const CREDENTIALS: &[&str] = &[
        "md", "phd", "mph", "rd", "ms", "ma", "mba", "mfa", "rn", "rdn", "cpa", "cfp", "esq", "jd", "dds", "dmd", "do", "cfa", "ba", "bs",
        "msc", "bsc", "jr", "sr", "ii", "iii", "llb", "llm", "pharmd", "fand", "cscs", "np", "pe", "dr", "prof", "ccim", "psyd", "lcsw",
        "cdn", "dvm", "rdms", "med", "edd", "meng", "facp", "frcs", "obe", "mbe",
    ];
    let words: Vec<String> = part.split_whitespace().map(|word| bare(word).replace('.', "")).collect();
    !words.is_empty() && words.len() <= 2 && words.iter().all(|word| CREDENTIALS.contains(&word.as_str()))
}
