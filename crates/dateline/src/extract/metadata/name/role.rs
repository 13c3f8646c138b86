//! Words in, whether they say what somebody is out, and where in a line the name ends and such words begin.

use crate::{
    grammar::{byline::ROLES, calendar},
    text::WordSet,
};

/// Words that say what somebody is only where nothing else stands there: they end names of firms too ("Example Marketing").
static WEAK_ROLES: WordSet = WordSet::of(&[
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
]);

/// Words behind a name that belong to what stands next on the page: a date, buttons.
static STOPS: WordSet = WordSet::of(&[
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
]);

/// Words before a role that belong to it: "Political Correspondent", "Chief Sports Writer".
static DESKS: WordSet = WordSet::of(&[
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
]);

/// Where the name ends in the words of a part: before a role, a date, a number, a small word that no name has.
pub(super) fn end_of_name(words: &[&str]) -> usize {
    for (index, word) in words.iter().enumerate().skip(1) {
        let bare = bare(word);
        let next = words.get(index + 1);
        let ends = word.chars().any(|c| c.is_ascii_digit())
            || ROLES.contains_any_case(bare)
            || STOPS.contains_any_case(bare)
            || (word.starts_with(char::is_lowercase) && is_small(bare) && (index > 1 || next.is_some_and(|next| is_weekday(next))))
            || is_weekday(word)
            || next.is_some_and(|next| is_date(word, next));
        if ends {
            return without_tail(words, index);
        }
    }
    without_tail(words, words.len())
}

/// Small words that no name has; after a single word they belong to a body's name: "Center for Cow Research".
fn is_small(word: &str) -> bool {
    static SMALL: WordSet = WordSet::of(&[
        "for", "is", "of", "at", "in", "für", "aus", "pour", "on", "from", "about", "wrote", "writes", "the", "with", "has", "am", "im",
        "zum",
    ]);
    SMALL.contains_any_case(word)
}

/// The end of a name before `end` without the desk that belongs to a role and without the first half of a label ("Last updated").
fn without_tail(words: &[&str], end: usize) -> usize {
    static LABELS: WordSet =
        WordSet::of(&["last", "first", "date", "zuletzt", "le", "on", "am", "do", "mo", "di", "mi", "fr", "sa", "so", "ein", "ce", "el"]);
    let mut end = end;
    let is_tail = |word: &&str| DESKS.contains_any_case(bare(word)) || LABELS.contains_any_case(bare(word));
    let is_cut = end < words.len();
    while is_cut && end > 2 && words.get(end - 1).is_some_and(is_tail) {
        end -= 1;
    }
    end
}

/// The name of a day of the week in full.
fn is_weekday(word: &str) -> bool {
    let word = bare(word);
    // what follows a hyphen is no part of the name, but in "segunda-feira"
    let name = if word.is_ascii() { word.split('-').next().unwrap_or(word) } else { word };
    (!word.is_ascii() || calendar::weekday_named(name).is_some())
        && word.chars().count() > 5
        && calendar::at(word, 0, calendar::Order::Unknown)
            .is_some_and(|moment| moment.weekday.is_some() && moment.range.len() == word.len())
}

/// A month's name with a number behind it.
fn is_date(word: &str, next: &str) -> bool {
    next.bytes().any(|byte| byte.is_ascii_digit())
        && calendar::at(&format!("{word} {next}"), 0, calendar::Order::Unknown).is_some_and(|moment| moment.month.is_some())
}

/// A word without the marks at its ends.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A part that says what somebody is: it begins with a role or a desk and holds a role, or is a degree.
pub(super) fn is_description(part: &str) -> bool {
    let words = || part.split_whitespace().map(bare);
    let is_role = |word: &str| ROLES.contains_any_case(word) || WEAK_ROLES.contains_any_case(word);
    let opens = || words().next().is_some_and(|word| is_role(word) || DESKS.contains_any_case(word));
    is_credential(part) || (opens() && words().any(is_role) && words().count() <= 10)
}

/// A part behind a name that holds a role, or small words that no name has: "Professor of Economics", "Doctor at Example Clinic".
pub(super) fn is_title(part: &str) -> bool {
    let is_one = |word: &str| {
        let bare = bare(word);
        ROLES.contains_any_case(bare) || WEAK_ROLES.contains_any_case(bare) || (word.starts_with(char::is_lowercase) && is_small(bare))
    };
    is_credential(part) || part.split_whitespace().any(is_one)
}

/// Degrees and the like, which follow a name after a comma.
pub(super) fn is_credential(part: &str) -> bool {
    static CREDENTIALS: WordSet = WordSet::of(&[
        "md", "phd", "mph", "rd", "ms", "ma", "mba", "mfa", "rn", "rdn", "cpa", "cfp", "esq", "jd", "dds", "dmd", "do", "cfa", "ba", "bs",
        "msc", "bsc", "jr", "sr", "ii", "iii", "llb", "llm", "pharmd", "fand", "cscs", "np", "pe", "dr", "prof", "ccim", "psyd", "lcsw",
        "cdn", "dvm", "rdms", "med", "edd", "meng", "facp", "frcs", "obe", "mbe",
    ]);
    let is_one = |word: &str| match bare(word) {
        word if word.contains('.') => CREDENTIALS.contains_any_case(&word.replace('.', "")),
        word => CREDENTIALS.contains_any_case(word),
    };
    let mut words = part.split_whitespace();
    words.next().is_some_and(is_one) && words.next().is_none_or(is_one) && words.next().is_none()
}
