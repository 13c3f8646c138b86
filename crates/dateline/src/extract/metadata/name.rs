//! What a page says of its authors in, persons out: one by one, without what is glued to their names, and without what is no person.
//!
//! Content systems put into their author fields whatever the desk typed: "By Jane Doe and John Roe", "JANE DOE Senior Autos Reporter", "Jane Doe February 8",
//! an agency, a user name, a number, the address of a profile.

use crate::{
    grammar::{calendar, dateline::is_agency},
    model::Author,
};

/// No name is longer, in characters.
const LONGEST: usize = 60;

/// The persons that a value names, in its order.
pub(super) fn people(value: &str) -> Vec<Author> {
    let value = without_opening(value.trim());
    let value = behind_by(value);
    if is_credit(value) || value.len() > 600 || value.contains("://") || value.starts_with("www.") {
        return Vec::new();
    }
    let mut people: Vec<Author> = Vec::new();
    for part in parts(value) {
        let part = part.trim();
        if is_description(part) {
            if let Some(author) = people.last_mut().filter(|author| author.role.is_none()) {
                author.role = Some(part.to_owned());
            }
            continue;
        }
        if let Some(author) = person(part).filter(|author| people.iter().all(|other| other.name != author.name)) {
            people.push(author);
        }
    }
    people
}

/// Words that open a byline; each may be followed by a colon.
const OPENINGS: &[&str] = &[
    "article by",
    "story by",
    "written by",
    "posted by",
    "published by",
    "reported by",
    "reporting by",
    "created by",
    "reviewed by",
    "medically reviewed by",
    "edited by",
    "words by",
    "text by",
    "report by",
    "by",
    "author",
    "authors",
    "autor",
    "autorin",
    "autoren",
    "ein artikel von",
    "eine analyse von",
    "ein kommentar von",
    "ein gastbeitrag von",
    "ein interview von",
    "von",
    "propos recueillis par",
    "publié par",
    "écrit par",
    "rédigé par",
    "par",
    "auteur",
    "publicado por",
    "escrito por",
    "por",
    "texto",
    "a cura di",
    "scritto da",
    "di",
    "autore",
    "door",
    "geschreven door",
    "tekst",
    "av",
    "af",
    "skriven av",
    "text",
    "автор",
    "текст",
    "oleh",
    "penulis",
    "yazan",
    "autorzy",
    "kirjoittaja",
    "szerző",
    "作者",
    "文",
    "记者",
    "記者",
    "責任編集",
    "责编",
    "責編",
    "责任编辑",
    "編輯",
];

/// Openings that are words of other languages or names too: they need a colon.
const WITH_COLON: &[&str] = &[
    "author",
    "authors",
    "autor",
    "autorin",
    "autoren",
    "auteur",
    "autore",
    "texto",
    "tekst",
    "text",
    "текст",
    "автор",
    "penulis",
    "yazan",
    "autorzy",
    "kirjoittaja",
    "szerző",
    "作者",
    "文",
    "记者",
    "記者",
    "責任編集",
    "责编",
    "責編",
    "责任编辑",
    "編輯",
];

fn without_opening(value: &str) -> &str {
    let mut value = value
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '•' | '·' | '/' | ',' | ':' | '*' | '('));
    // "Written by: By Jane Doe"
    for _ in 0..2 {
        let found = OPENINGS.iter().find_map(|opening| {
            let rest = strip_prefix_folded(value, opening)?;
            let trimmed = rest.trim_start();
            let colon = trimmed.strip_prefix([':', '：', '/']);
            let is_word_end = colon.is_some() || rest.starts_with(char::is_whitespace);
            (is_word_end && (colon.is_some() || !WITH_COLON.contains(opening))).then(|| colon.unwrap_or(trimmed).trim_start())
        });
        match found {
            Some(rest) if !rest.is_empty() => value = rest,
            _ => break,
        }
    }
    value
}

/// "All posts by Jane Doe", "Comment von Jane Doe": what stands behind the word, where it cannot be a part of the name.
fn behind_by(value: &str) -> &str {
    let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    for (mark, own_word) in [
        (" by ", true),
        (" By ", true),
        (" BY ", true),
        (" von ", false),
        (" Von ", true),
        (" par ", true),
        (" Par ", true),
        (" por ", true),
        (" Por ", true),
    ] {
        let Some(at) = value.find(mark) else { continue };
        let behind = value.get(at + mark.len()..).unwrap_or_default();
        let mut words = behind.split_whitespace();
        let named = capital(words.next());
        let again = capital(words.next());
        // "Herbert von Karajan" has one word behind it, "Ursula von der Leyen" a small one
        if named && (own_word || (again && !value.get(..at).unwrap_or_default().contains(' '))) {
            return behind;
        }
    }
    value
}

/// Who took a picture, who checked or reviewed: no author.
fn is_credit(value: &str) -> bool {
    const CREDITS: &[&str] = &[
        "foto",
        "photo",
        "image",
        "bild",
        "picture",
        "illustration",
        "quelle",
        "source",
        "credit",
        "video",
        "grafik",
        "fact check",
        "reviewed",
        "medically reviewed",
        "edited",
        "expert review",
        "translated",
        "übersetz",
        "©",
        "(c)",
        "copyright",
    ];
    let folded = value.to_lowercase();
    CREDITS.iter().any(|credit| folded.starts_with(credit)) || value.contains('©')
}

/// What stands behind a prefix in whatever case.
fn strip_prefix_folded<'v>(value: &'v str, prefix: &str) -> Option<&'v str> {
    let mut rest = value.chars();
    for want in prefix.chars() {
        if rest.next()?.to_lowercase().next() != Some(want) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Words between two names.
const JOINERS: &[&str] =
    &["and", "und", "et", "y", "og", "och", "with", "mit", "e", "en", "i", "и", "και", "ve", "dan", "ja", "és", "şi", "și", "sowie"];

/// Joiners that are also particles or initials of names: the names on both sides must have two words.
const AMBIGUOUS_JOINERS: &[&str] = &["y", "e", "en", "i", "ja", "mit", "with", "dan"];

/// Cuts a list of names at its marks and joining words; "Doe, Jane" is one part.
fn parts(value: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in value.split([';', '|', '/', '•', '·', '、', '，', '\n', '&', '+', '／', '；']) {
        for piece in piece.split(" - ").flat_map(|piece| piece.split(" – ")).flat_map(|piece| piece.split(" — ")) {
            let at_commas: Vec<&str> = piece.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
            if is_inverted(&at_commas) {
                parts.push(at_commas.join(", "));
                continue;
            }
            at_commas.iter().for_each(|piece| split_at_joiners(piece, &mut parts));
        }
    }
    parts
}

/// "Doe, Jane M.": a single word, a comma, one or two words of a given name.
fn is_inverted(pieces: &[&str]) -> bool {
    let [family, given] = pieces else { return false };
    let words = given.split_whitespace().count();
    !family.contains(char::is_whitespace)
        && (1..=2).contains(&words)
        && looks_like_name(family)
        && looks_like_name(given)
        && !is_description(given)
        && !is_credential(given)
        && !is_agency(family)
        && given.split_whitespace().all(|word| !JOINERS.contains(&word))
        && family.chars().any(char::is_lowercase)
        && given.chars().any(char::is_lowercase)
}

fn split_at_joiners(piece: &str, parts: &mut Vec<String>) {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let mut start = 0;
    for (index, word) in words.iter().enumerate() {
        let word = word.to_lowercase();
        if index == start && JOINERS.contains(&word.as_str()) && !AMBIGUOUS_JOINERS.contains(&word.as_str()) {
            start = index + 1;
            continue;
        }
        let needs = if AMBIGUOUS_JOINERS.contains(&word.as_str()) { 2 } else { 1 };
        if JOINERS.contains(&word.as_str()) && index >= start + needs && words.len() > index + needs {
            parts.push(words.get(start..index).unwrap_or_default().join(" "));
            start = index + 1;
        }
    }
    let last = words.get(start..).unwrap_or_default().join(" ");
    if !last.is_empty() {
        parts.push(last);
    }
}

/// One part of a list as a person, cut down to the name; `None` for what is none.
fn person(part: &str) -> Option<Author> {
    let (part, email) = without_address(part);
    let part = without_brackets(&part);
    let words: Vec<&str> = part.split_whitespace().collect();
    let end = end_of_name(&words);
    let name = words.get(..end)?.join(" ");
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–' | '—' | '|' | '*' | '"' | '“' | '”' | '„' | '(' | ')' | '…' | '_')
    });
    let name = if name.ends_with('.') && !ends_with_abbreviation(name) { name.trim_end_matches('.') } else { name };
    if !is_name(name) {
        return None;
    }
    let mut author = Author::new(name);
    author.email = email;
    let role = words.get(end..).unwrap_or_default().join(" ");
    author.role = Some(role).filter(|role| is_description(role));
    Some(author)
}

/// Initials and titles keep their full stop: "Jeff T.", "John Roe Jr.".
fn ends_with_abbreviation(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let letters = last.trim_end_matches('.').chars().count();
    letters <= 3 && last.starts_with(char::is_uppercase)
}

/// A part without the e-mail address in it, and the address.
fn without_address(part: &str) -> (String, Option<String>) {
    if !part.contains('@') {
        return (part.to_owned(), None);
    }
    let (addresses, words): (Vec<&str>, Vec<&str>) = part.split_whitespace().partition(|word| word.contains('@'));
    let email = addresses.into_iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).find(|word| word.contains('@'));
    (words.join(" "), email.map(str::to_owned))
}

fn without_brackets(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut depth = 0u32;
    for c in part.chars() {
        match c {
            '(' | '[' | '（' | '【' => depth += 1,
            ')' | ']' | '）' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Words that make what follows a name a description of its bearer.
const ROLES: &[&str] = &[
    "writer",
    "writers",
    "correspondent",
    "reporter",
    "reporters",
    "editor",
    "editors",
    "columnist",
    "chief",
    "staff",
    "contributor",
    "contributors",
    "contributing",
    "critic",
    "analyst",
    "producer",
    "director",
    "intern",
    "journalist",
    "journalists",
    "photographer",
    "senior",
    "special",
    "freelance",
    "freelancer",
    "guest",
    "deputy",
    "assistant",
    "associate",
    "executive",
    "managing",
    "lead",
    "head",
    "founder",
    "cofounder",
    "co-founder",
    "ceo",
    "cto",
    "cfo",
    "president",
    "manager",
    "author",
    "blogger",
    "specialist",
    "consultant",
    "professor",
    "researcher",
    "fellow",
    "expert",
    "strategist",
    "marketer",
    "lecturer",
    "attorney",
    "partner",
    "team",
    "marketing",
    "content",
    "digital",
    "former",
    "redakteur",
    "redakteurin",
    "redaktor",
    "redaktorin",
    "redaktion",
    "redaktionsleiter",
    "redaktionsleiterin",
    "chefredakteur",
    "chefredakteurin",
    "autor",
    "autorin",
    "reporterin",
    "volontär",
    "volontärin",
    "korrespondent",
    "korrespondentin",
    "journalistin",
    "ressortleiter",
    "ressortleiterin",
    "freier",
    "freie",
    "leiter",
    "leiterin",
    "correspondant",
    "correspondante",
    "journaliste",
    "rédacteur",
    "rédactrice",
    "chroniqueur",
    "corresponsal",
    "redactor",
    "redactora",
    "periodista",
    "editora",
    "enviado",
    "enviada",
    "especial",
    "giornalista",
    "inviato",
    "redazione",
    "redação",
    "repórter",
    "jornalista",
    "journalist",
    "verslaggever",
    "redacteur",
    "toimittaja",
    "журналист",
    "корреспондент",
    "редактор",
    "обозреватель",
    "記者",
    "记者",
    "编辑",
    "編集",
    "기자",
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
fn end_of_name(words: &[&str]) -> usize {
    for (index, word) in words.iter().enumerate().skip(1) {
        let folded = bare(word);
        let stops = word.chars().any(|c| c.is_ascii_digit())
            || ROLES.contains(&folded.as_str())
            || matches!(
                folded.as_str(),
                "for"
                    | "is"
                    | "of"
                    | "at"
                    | "in"
                    | "für"
                    | "aus"
                    | "pour"
                    | "published"
                    | "updated"
                    | "on"
                    | "from"
                    | "about"
                    | "wrote"
                    | "writes"
                    | "the"
                    | "with"
                    | "has"
                    | "am"
                    | "im"
                    | "zum"
            ) && word.starts_with(char::is_lowercase)
            || is_date_word(words, index)
            || matches!(folded.as_str(), "published" | "updated" | "posted" | "follow");
        if stops {
            let mut end = index;
            while end > 2 && words.get(end - 1).is_some_and(|word| DESKS.contains(&bare(word).as_str())) {
                end -= 1;
            }
            return end;
        }
    }
    words.len()
}

/// A month's name with a number behind it.
fn is_date_word(words: &[&str], index: usize) -> bool {
    let rest = words.get(index..index + 2).map(|pair| pair.join(" "));
    rest.is_some_and(|rest| {
        rest.chars().any(|c| c.is_ascii_digit())
            && calendar::at(&rest, 0, calendar::Order::Unknown).is_some_and(|moment| moment.month.is_some())
    })
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// A part that says what somebody is: it begins with a role or a desk and holds a role, or is a degree.
fn is_description(part: &str) -> bool {
    let words: Vec<String> = part.split_whitespace().map(bare).collect();
    let is_role = |word: &String| ROLES.contains(&word.as_str());
    let opens = words.first().is_some_and(|word| is_role(word) || DESKS.contains(&word.as_str()));
    words.len() <= 10 && (is_credential(part) || (opens && words.iter().any(is_role)))
}

/// Degrees and the like, which follow a name after a comma.
fn is_credential(part: &str) -> bool {
    const CREDENTIALS: &[&str] = &[
        "md", "phd", "mph", "rd", "ms", "ma", "mba", "mfa", "rn", "rdn", "cpa", "cfp", "esq", "jd", "dds", "dmd", "do", "cfa", "ba", "bs",
        "msc", "bsc", "jr", "sr", "ii", "iii", "llb", "llm", "pharmd", "fand", "cscs", "np", "pe", "dr", "prof", "ccim", "psyd", "lcsw",
        "cdn", "dvm", "rdms", "med", "edd", "meng", "facp", "frcs", "obe", "mbe",
    ];
    let words: Vec<String> = part.split_whitespace().map(|word| bare(word).replace('.', "")).collect();
    !words.is_empty() && words.len() <= 2 && words.iter().all(|word| CREDENTIALS.contains(&word.as_str()))
}

/// Whether letters begin as those of names do.
fn looks_like_name(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// What content systems call a user who is nobody, and what is printed where no author is known.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "webmaster",
    "editor",
    "editors",
    "editorial",
    "editorial team",
    "editorial staff",
    "editorial board",
    "staff",
    "staff writer",
    "staff reporter",
    "staff report",
    "unknown",
    "anonymous",
    "guest",
    "user",
    "author",
    "root",
    "test",
    "web",
    "webadmin",
    "web desk",
    "news desk",
    "newsroom",
    "redaktion",
    "die redaktion",
    "redaktionsteam",
    "online redaktion",
    "red",
    "redacción",
    "redaccion",
    "redação",
    "redazione",
    "la redazione",
    "la rédaction",
    "rédaction",
    "redactie",
    "redakcja",
    "redakce",
    "redaktionen",
    "toimitus",
    "redaksi",
    "редакция",
    "haber merkezi",
    "team",
    "support",
    "marketing",
    "press office",
    "press release",
    "contributor",
    "contributors",
    "none",
    "null",
    "undefined",
    "n/a",
    "na",
    "view all posts",
    "read more",
    "more",
    "share",
    "comments",
    "follow",
    "twitter",
    "facebook",
    "author archive",
    "posts",
    "news",
    "contact",
    "about",
    "home",
    "login",
    "no comments",
    "leave a comment",
    "leave a reply",
    "reply",
    "kommentar",
    "kommentare",
    "author bio",
    "about the author",
    "view profile",
    "see full bio",
    "biography",
    "bio",
    "published",
    "updated",
    "last updated",
    "posted",
    "date",
    "menu",
    "search",
];

/// Whether what is left is a person's name.
fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let words = name.split_whitespace().count();
    let folded = name.to_lowercase();
    let is_handle = words == 1
        && (name.contains(['_', '@', '#', '.'])
            || name.chars().any(|c| c.is_ascii_digit())
            || name.chars().all(|c| c.is_lowercase() || !c.is_alphabetic()) && name.is_ascii());
    let first = name.chars().next();
    letters >= 2
        && !first.is_some_and(|c| c.is_ascii_digit())
        && !is_month(name)
        && !OPENINGS.contains(&folded.as_str())
        && !folded.ends_with(" by")
        && name.chars().count() <= LONGEST
        && words <= 6
        && letters * 2 > name.chars().filter(|c| !c.is_whitespace()).count()
        && !is_handle
        && !name.contains(['<', '>', '{', '}', '=', '?', '!', '%', '$', '#', ':', '…'])
        && !NOBODY.contains(&folded.as_str())
        && !is_agency(name)
        && !is_site(&folded)
        && calendar::whole(name, calendar::Order::Unknown).is_none()
}

/// A word that names a month and nothing else: what is left of a date.
fn is_month(name: &str) -> bool {
    !name.contains(' ')
        && name.chars().count() > 2
        && calendar::at(&format!("{name} 1"), 0, calendar::Order::Unknown).is_some_and(|moment| moment.month.is_some())
}

/// "gazette.example", "www.…": an address is no name.
fn is_site(folded: &str) -> bool {
    !folded.contains(' ')
        && folded.rsplit_once('.').is_some_and(|(before, end)| {
            before.len() > 2 && (2..=4).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_lowercase())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(value: &str) -> Vec<String> {
        people(value).into_iter().map(|author| author.name).collect()
    }

    #[test]
    fn lists_fall_into_persons() {
        for (value, expected) in [
            ("Jane Doe", vec!["Jane Doe"]),
            ("By Jane Doe and John Roe", vec!["Jane Doe", "John Roe"]),
            ("Von Käthe Müller und Jörg Weiß", vec!["Käthe Müller", "Jörg Weiß"]),
            ("Por José Ortega y Gasset Pérez y Ana Ruiz", vec!["José Ortega", "Gasset Pérez", "Ana Ruiz"]),
            ("Ann Lee, Bo Chan, Cy Dale & Di Eames", vec!["Ann Lee", "Bo Chan", "Cy Dale", "Di Eames"]),
            ("Ann Lee; Bo Chan", vec!["Ann Lee", "Bo Chan"]),
            ("Doe, Jane M.", vec!["Doe, Jane M."]),
            ("Ludwig van der Berg", vec!["Ludwig van der Berg"]),
            ("Jean-Luc d'Arc", vec!["Jean-Luc d'Arc"]),
            ("张三", vec!["张三"]),
            ("John Roe Jr.", vec!["John Roe Jr."]),
        ] {
            assert_eq!(names(value), expected, "{value}");
        }
    }

    #[test]
    fn what_is_glued_to_names_is_cut_off() {
        for (value, expected, role) in [
            ("JANE DOE Senior Autos Reporter", "JANE DOE", Some("Senior Autos Reporter")),
            ("Jane Doe February 8", "Jane Doe", None),
            ("Jane Doe, Political Correspondent", "Jane Doe", Some("Political Correspondent")),
            ("Jane Doe Political Correspondent", "Jane Doe", Some("Political Correspondent")),
            ("Jane Doe for the Daily Example", "Jane Doe", None),
            ("Jane Doe (Reuters)", "Jane Doe", None),
            ("Jane Doe | Staff writer", "Jane Doe", Some("Staff writer")),
            ("Jane Doe, MD", "Jane Doe", Some("MD")),
            ("All posts by Jane Doe", "Jane Doe", None),
            ("Kommentar Von Käthe Müller", "Käthe Müller", None),
            ("Herbert von Karajan", "Herbert von Karajan", None),
        ] {
            let found = people(value);
            assert_eq!(found.len(), 1, "{value}");
            assert_eq!((found[0].name.as_str(), found[0].role.as_deref()), (expected, role), "{value}");
        }
        assert_eq!(people("Jane Doe jane@gazette.example")[0].email.as_deref(), Some("jane@gazette.example"));
    }

    #[test]
    fn what_is_no_person_is_none() {
        for value in [
            "Reuters",
            "dpa",
            "AFP",
            "admin",
            "12345",
            "https://social.example/jane",
            "@jane",
            "jane_doe7",
            "redaktion",
            "gazette.example",
            "",
            "2 March 2021",
            "Editorial Team",
            "jdoe",
            "jane@gazette.example",
        ] {
            assert_eq!(names(value), [""; 0], "{value}");
        }
    }
}
