//! What a page says of its authors in, persons out: one by one, without what is glued to their names, and without what is no person.
//!
//! Content systems put into their author fields whatever the desk typed: "By Jane Doe and John Roe", "JANE DOE Senior Autos Reporter", "Jane Doe February 8",
//! an agency, a user name, a number, the address of a profile.

mod list;
mod nobody;
mod opening;
mod role;

use crate::{
    grammar::{
        byline::{self, PARTICLES},
        calendar,
        dateline::is_agency,
    },
    model::Author,
    text::WordSet,
};
use list::Behind;
pub(super) use opening::{is_label, opens_byline};

/// Behind the Latin letters stand those of scripts that need no spaces between names.
const LATIN_END: char = '\u{250}';

/// No name is longer, in characters.
const LONGEST: usize = 60;

/// How a name is stated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stated {
    /// In a field of the content system, where user names and their numbers stand too.
    InField,
    /// Printed as the signature: whoever signs "surfer42" is called so.
    Printed,
}

/// The persons that a field names, in its order.
pub(super) fn people(value: &str) -> Vec<Author> {
    read(value, Stated::InField)
}

/// Those who sign a printed line, in its order; a user name may be one.
pub(super) fn signed(line: &str) -> Vec<Author> {
    read(line, Stated::Printed)
}

/// The house that a field for one names: in one piece, whatever joins its words.
pub(super) fn house(value: &str) -> Option<Author> {
    let name = opening::without_opening(value.trim());
    is_name(name, Stated::InField).then(|| Author::new(name))
}

fn read(value: &str, stated: Stated) -> Vec<Author> {
    let whole = value.trim();
    let value = opening::behind_by(opening::without_opening(whole));
    if opening::is_credit(whole) || opening::is_credit(value) || value.len() > 600 || value.contains("://") || value.starts_with("www.") {
        return Vec::new();
    }
    let parts = list::parts(value);
    // "Gazette, Springfield, Ohio": single words between commas are an address
    let is_single = |part: &list::Part| part.words.chars().all(|c| c != ' ' && c < LATIN_END);
    if parts.len() > 2 && parts.iter().all(is_single) && parts.iter().skip(1).all(|part| part.behind == Behind::Comma) {
        return Vec::new();
    }
    let mut people: Vec<Author> = Vec::new();
    for part in &parts {
        let words = part.words.trim();
        let is_described = people.last().is_some_and(|author| author.name.contains(' ') || stated == Stated::Printed);
        // behind a full name and a comma a single word is what somebody is or whom they write for; behind a bar stands another matter
        let is_team = people.is_empty() && nobody::is_team(&words.split_whitespace().collect::<Vec<_>>());
        let describes = (role::is_description(words) && !is_team)
            || match part.behind {
                Behind::Comma => is_described && (is_single(part) || role::is_title(words)),
                Behind::Mark => !people.is_empty(),
                Behind::Joiner => false,
            };
        if describes {
            let says_role = (role::is_description(words) || part.behind == Behind::Comma) && !words.chars().any(|c| c.is_ascii_digit());
            if let Some(author) = people.last_mut().filter(|author| author.role.is_none() && says_role) {
                author.role = Some(words.to_owned());
            }
            continue;
        }
        if let Some(author) = person(words, stated).filter(|author| people.iter().all(|other| other.name != author.name)) {
            people.push(author);
        }
    }
    people
}

/// One part of a list as a person, cut down to the name; `None` for what is none.
fn person(part: &str, stated: Stated) -> Option<Author> {
    let (part, email) = without_address(part);
    let part = without_brackets(&part);
    let mut words: Vec<&str> = part.split_whitespace().collect();
    // "Von der Redaktion Otterbach"
    if let [article, rest @ ..] = words.as_slice()
        && nobody::is_article(article)
        && nobody::is_team(rest)
    {
        words = rest.to_vec();
    }
    let end = if nobody::is_team(&words) { words.len() } else { role::end_of_name(&words) };
    let name = words.get(..end)?.join(" ");
    let name = name.trim_matches(is_edge);
    let name = if name.ends_with('.') && !ends_with_abbreviation(name) { name.trim_end_matches('.') } else { name };
    if !is_name(name, stated) {
        return None;
    }
    let mut author = Author::new(name);
    author.email = email;
    let role = words.get(end..).unwrap_or_default().join(" ");
    author.role = Some(role).filter(|role| role::is_description(role));
    Some(author)
}

/// What stands at a name's ends and is no part of it: marks, arrows, the signs that icon fonts draw.
fn is_edge(c: char) -> bool {
    const MARKS: &[char] = &[',', ':', '-', '–', '—', '|', '*', '"', '“', '”', '„', '(', ')', '…', '_', '«', '»', '‹', '›'];
    c.is_whitespace() || MARKS.contains(&c) || matches!(c, '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{27bf}' | '\u{e000}'..='\u{f8ff}')
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

/// Whether what is left is a person's name.
fn is_name(name: &str, stated: Stated) -> bool {
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
        && !byline::is_opening(&folded)
        && !ENDS.iter().any(|end| folded.ends_with(end))
        && name.chars().count() <= LONGEST
        && words <= 6
        && letters * 2 > name.chars().filter(|c| !c.is_whitespace()).count()
        && (!is_handle || (stated == Stated::Printed && !name.contains(['@', '#'])))
        && (words < 2 || (words == 2 && stated == Stated::InField) || has_capitals(name))
        && (words < 2 || name.starts_with(|c: char| !c.is_lowercase()) || !opens_small(name))
        && !name.contains(['<', '>', '{', '}', '=', '?', '!', '%', '$', '#', ':', '…'])
        && !nobody::is_nobody(&folded)
        && !is_agency(name)
        && !is_site(&folded)
        && !is_date(name)
}

/// Small words that no name ends with: what follows was cut off.
const ENDS: &[&str] = &[" by", " of", " von", " ein", " and", " und", " in", " on", " the", " with", " for", " at"];

/// Whether two words of a name begin with a capital, or letters that have none, and no word is small that no name has: "Follow us on" is a button.
fn has_capitals(name: &str) -> bool {
    let small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let capitals = name.split_whitespace().filter(|word| !small(word) || *word == "the").count();
    (capitals >= 2 || (capitals == 1 && nobody::is_team(&name.split_whitespace().collect::<Vec<_>>())))
        && name
            .split_whitespace()
            .filter(small)
            .all(|word| is_particle(word) || nobody::is_team_word(word) || word.contains(['\'', '’', '-']))
}

/// Whether a name opens with a small word that is no particle and goes on with a capital: "our Example Bloggers".
fn opens_small(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    !is_particle(first) && !first.contains(['\'', '’', '-']) && words.next().is_some_and(|second| second.starts_with(char::is_uppercase))
}

/// Whether a small word may stand within a name: of a person, or of a body that signs.
fn is_particle(word: &str) -> bool {
    static OF_BODIES: WordSet = WordSet::of(&["und", "and", "of", "the", "for", "für"]);
    PARTICLES.contains(word) || OF_BODIES.contains(word)
}

/// Whether a name is a date: one of several words has a number.
fn is_date(name: &str) -> bool {
    (!name.contains(' ') || calendar::may_hold_number(name)) && calendar::whole(name, calendar::Order::Unknown).is_some()
}

/// A word that names a month and nothing else: what is left of a date.
fn is_month(name: &str) -> bool {
    !name.contains(' ')
        && name.chars().count() > 2
        && (!name.is_ascii() || calendar::month_named(name.trim_end_matches('.')).is_some())
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
            ("Doe, Jane M.", vec!["Jane M. Doe"]),
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
            ("Jane Doe, Professor of Economics at Example College", "Jane Doe", Some("Professor of Economics at Example College")),
            ("Jane Doe, Dietitian", "Jane Doe", Some("Dietitian")),
            ("All posts by Jane Doe", "Jane Doe", None),
            ("Show all articles of Jane Doe", "Jane Doe", None),
            ("Jane Doe Last updated", "Jane Doe", None),
            ("Jane Doe Stand: 3. Mai", "Jane Doe", None),
            ("Kommentar Von Käthe Müller", "Käthe Müller", None),
            ("Herbert von Karajan", "Herbert von Karajan", None),
            ("Gazette Staff", "Gazette Staff", None),
            ("The Village Editorial Team", "The Village Editorial Team", None),
            ("Redaktion Anzeiger", "Redaktion Anzeiger", None),
            ("Center for Cow Research", "Center for Cow Research", None),
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
            "gazette.example, Springfield, Ohio",
        ] {
            assert_eq!(names(value), [""; 0], "{value}");
        }
    }

    #[test]
    fn who_signs_with_a_user_name_is_called_so() {
        let printed = |line: &str| signed(line).into_iter().map(|author| author.name).collect::<Vec<_>>();
        assert_eq!(printed("by surfer42"), ["surfer42"]);
        assert_eq!(printed("admin"), [""; 0]);
        assert_eq!(printed("@surfer42"), [""; 0]);
    }
}
