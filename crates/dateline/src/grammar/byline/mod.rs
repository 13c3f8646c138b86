//! One line in, the writers that it names out, with what it says of them: `By Jane Doe and John Roe, Associated Press Writers`.
//!
//! A byline is a line of its own that begins with "by" (in the languages below) and holds names and descriptions alone; prose that
//! begins with the same word (`by five business days`) has small letters where names have capitals. Names are given as written.

mod opening;
mod words;

use std::ops::Range;

use super::dateline::is_agency;
use super::scan::{self, Kind, Token};
use opening::Opening;
pub(crate) use opening::{is_opening, opening, without_prefix};
use words::ORGANISATIONS;
pub(crate) use words::{JOINERS, PARTICLES, ROLES};

/// A byline; ranges are bytes of the line that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Byline {
    /// The writers in their order.
    pub(crate) authors: Vec<Writer>,
}

/// One writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Writer {
    /// The name, or that of the agency where the byline names nobody else.
    pub(crate) name: Range<usize>,
    /// `Staff Writer`, `Medical Correspondent`.
    pub(crate) role: Option<Range<usize>>,
    /// `Reuters`, `The Associated Press`.
    pub(crate) affiliation: Option<Range<usize>>,
}

/// No byline is longer, in bytes.
const LONGEST: usize = 240;

/// Behind the Latin letters stand those of scripts that need no spaces between names.
const LATIN_END: char = '\u{250}';

/// The byline that `line` is, and nothing else.
pub(crate) fn parse(line: &str) -> Option<Byline> {
    if line.len() > LONGEST {
        return None;
    }
    let (opening, at) = opening_of(line)?;
    let strict = opening.is_bare();
    let named = matches!(opening.words, "posted by" | "written by" | "story by" | "author" | "submitted by" | "автор");
    let tokens = scan::tokens(line, at, 80);
    let byline = Reader { line, tokens: &tokens, i: 0, authors: Vec::new() }.read(strict, named)?;
    Some(byline)
}

/// The line says what the writer above it is: `Associated Press Writer`, `Staff Reporter of The Daily Example`.
pub(crate) fn is_description(line: &str) -> bool {
    let line = line.trim();
    if line.len() > 80 || line.is_empty() || line.ends_with(['.', '?', '!']) && !line.ends_with("Inc.") {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let capitals = words
        .iter()
        .all(|w| w.chars().next().is_some_and(|c| !c.is_lowercase()) || matches!(*w, "of" | "the" | "for" | "to" | "and" | "in" | "de"));
    let role = words.last().or(words.first()).is_some_and(|w| ROLES.contains_any_case(bare(w)));
    words.len() <= 8
        && capitals
        && (role || words.len() <= 3 && is_agency(line) || opens_with(line, "special to ") || opens_with(line, "staff "))
}

/// The opening of the line, behind the marks that may lead it; where what follows begins.
fn opening_of(line: &str) -> Option<(Opening, usize)> {
    let body = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '—' | '–' | '-' | '_' | '/' | '(' | '|'));
    let opening = opening(body)?;
    Some((opening, line.len() - body.len() + opening.end))
}

/// A word, or words, without the marks at the ends.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether words begin so, which are given in lower case and ASCII.
fn opens_with(text: &str, words: &str) -> bool {
    bare(text).get(..words.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(words))
}

struct Reader<'t> {
    line: &'t str,
    tokens: &'t [Token],
    i: usize,
    authors: Vec<Writer>,
}

impl<'t> Reader<'t> {
    fn read(mut self, strict: bool, named: bool) -> Option<Byline> {
        loop {
            let start = self.i;
            let name = self.name()?;
            let text = self.line.get(name.clone())?;
            let single = text.chars().all(|c| c < LATIN_END && !matches!(c, ' ' | '\u{a0}'));
            let agency = opens_with(text, "the ") || is_agency(text);
            if self.authors.is_empty() && single && !agency && !named {
                return None;
            }
            if !self.authors.is_empty() && self.describes(text) {
                self.describe(name);
            } else if single && !agency && !self.authors.is_empty() && !named {
                return None;
            } else {
                self.authors.push(Writer { name, role: None, affiliation: None });
            }
            if !self.between(strict)? {
                break;
            }
            if self.i == start {
                return None;
            }
        }
        (!self.authors.is_empty()).then_some(Byline { authors: self.authors })
    }

    fn token(&self, i: usize) -> Option<&'t Token> {
        self.tokens.get(i)
    }

    fn word(&self, i: usize) -> Option<&'t str> {
        self.token(i).filter(|t| t.is_word()).map(|t| t.text(self.line))
    }

    /// A part behind a name is a description rather than another name.
    fn describes(&self, text: &str) -> bool {
        let mut words = text.split_whitespace().map(bare);
        words.clone().any(|w| ROLES.contains_any_case(w) || ORGANISATIONS.contains_any_case(w))
            || words.next().is_some_and(|w| w.eq_ignore_ascii_case("the"))
            || is_agency(text)
    }

    /// Gives a description to the writers that have none yet.
    fn describe(&mut self, range: Range<usize>) {
        let text = self.line.get(range.clone()).unwrap_or("");
        let role = text.split_whitespace().any(|w| ROLES.contains_any_case(bare(w)));
        for writer in self.authors.iter_mut().rev() {
            let slot = if role { &mut writer.role } else { &mut writer.affiliation };
            if slot.is_some() {
                break;
            }
            *slot = Some(range.clone());
        }
    }

    /// Capitalised words with particles and initials.
    fn name(&mut self) -> Option<Range<usize>> {
        let first = self.token(self.i)?;
        let mut end = 0;
        let mut words = 0;
        let mut open_particles = 0;
        while let Some(token) = self.token(self.i) {
            match token.kind {
                Kind::Word => {
                    let word = token.text(self.line);
                    let attached = !token.spaced && words > 0;
                    if !attached
                        && words > 0
                        && JOINERS.contains_any_case(word)
                        && self.name_follows(self.i + 1)
                        && !(PARTICLES.contains(word) && matches!(word, "y" | "e"))
                    {
                        break;
                    }
                    let capital = word.chars().next().is_some_and(|c| !c.is_lowercase());
                    if capital || attached {
                        open_particles = 0;
                    } else if PARTICLES.contains(word) || words > 0 && matches!(word, "of" | "for" | "to" | "the" | "at") {
                        open_particles += 1;
                    } else {
                        break;
                    }
                    words += usize::from(!attached);
                    end = token.end;
                }
                Kind::Mark('.') if !token.spaced && words > 0 && self.word(self.i - 1).is_some_and(|w| w.chars().count() <= 3) => {
                    end = token.end
                }
                Kind::Mark('-' | '‐' | '\'' | '’' | 'ʼ' | '`' | '·')
                    if !token.spaced && words > 0 && self.token(self.i + 1).is_some_and(|t| t.is_word() && !t.spaced) =>
                {
                    end = token.end
                }
                _ => break,
            }
            self.i += 1;
            if words > 8 {
                return None;
            }
        }
        (words > 0 && open_particles == 0).then_some(first.start..end)
    }

    fn name_follows(&self, i: usize) -> bool {
        self.word(i).is_some_and(|w| w.chars().next().is_some_and(|c| !c.is_lowercase()) || PARTICLES.contains(w))
    }

    /// Passes over what stands between two parts; `Some(false)` at the end of the line, `None` for what no byline has.
    fn between(&mut self, strict: bool) -> Option<bool> {
        loop {
            let Some(token) = self.token(self.i) else { return Some(false) };
            match token.kind {
                Kind::Mark(',' | '/' | '&' | ';' | '|' | '•' | '·' | '—' | '–' | '-' | '，' | '、') => self.i += 1,
                Kind::Mark('.' | '_' | '*' | ')') if self.i + 1 == self.tokens.len() => return Some(false),
                Kind::Mark('(' | '[') => {
                    // an e-mail address, a place, an affiliation: read over, an agency kept
                    let close = (self.i + 1..self.tokens.len()).find(|j| self.token(*j).is_some_and(|t| t.is(')') || t.is(']')))?;
                    let inner = self.token(self.i + 1)?.start..self.token(close - 1)?.end;
                    if inner.start < inner.end && self.line.get(inner.clone()).is_some_and(|t| self.describes(t)) {
                        self.describe(inner);
                    }
                    self.i = close + 1;
                    if self.i == self.tokens.len() {
                        return Some(false);
                    }
                }
                Kind::Word => {
                    let word = token.text(self.line).to_lowercase();
                    if JOINERS.contains(&word) && self.name_follows(self.i + 1) {
                        self.i += 1;
                        return Some(true);
                    }
                    // `By Jane Doe in London and John Roe in Paris`
                    if !strict && matches!(word.as_str(), "in" | "à" | "en" | "aus" | "at") && self.name_follows(self.i + 1) {
                        self.i += 1;
                        let _place = self.name()?;
                        continue;
                    }
                    if !strict
                        && matches!(word.as_str(), "for" | "of" | "special" | "pour" | "für" | "para")
                        && self.i + 1 < self.tokens.len()
                    {
                        self.i += 1;
                        if self.word(self.i) == Some("to") {
                            self.i += 1;
                        }
                        let name = self.name()?;
                        self.describe(name);
                        continue;
                    }
                    let capital = token.text(self.line).chars().next().is_some_and(|c| !c.is_lowercase());
                    return (capital && self.i > 0).then_some(true);
                }
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Vec<String> {
        parse(line).map(|b| b.authors.iter().filter_map(|a| line.get(a.name.clone())).map(str::to_owned).collect()).unwrap_or_default()
    }

    #[test]
    fn names_as_written() {
        for (line, expected) in [
            ("by Hai Yang", &["Hai Yang"][..]),
            ("By Jane Doe, Reuters", &["Jane Doe"]),
            ("BY PATTI DOE, REUTERS", &["PATTI DOE"]),
            ("By Mark O'Neill, Reuters", &["Mark O'Neill"]),
            ("By TED D'AFFLIS, Reuters", &["TED D'AFFLIS"]),
            ("By Jane Doe and John Roe", &["Jane Doe", "John Roe"]),
            ("By Jane Doe, John Roe and Richard Miles", &["Jane Doe", "John Roe", "Richard Miles"]),
            ("By JOHN SMITH, Associated Press Writer", &["JOHN SMITH"]),
            ("By Jane Doe in London and John Roe in Paris", &["Jane Doe", "John Roe"]),
            ("By Jean-Loup Petit, Reuters", &["Jean-Loup Petit"]),
            ("By Chen Chien-kuo, Reuters", &["Chen Chien-kuo"]),
            ("By J. R. Smith Jr.", &["J. R. Smith Jr."]),
            ("Von Anna Schmidt und Karl von der Heide", &["Anna Schmidt", "Karl von der Heide"]),
            ("Par Jean Dupont", &["Jean Dupont"]),
            ("Por María José de la Cruz", &["María José de la Cruz"]),
            ("By Reuters", &["Reuters"]),
            ("By The Associated Press", &["The Associated Press"]),
            ("Автор: Иван Петров", &["Иван Петров"]),
            ("Posted by Jane Doe", &["Jane Doe"]),
            ("By Jane Doe (AP)", &["Jane Doe"]),
        ] {
            assert_eq!(names(line), expected, "{line}");
        }
    }

    #[test]
    fn prose_is_no_byline() {
        for line in [
            "by five business days the expiration of its common stock",
            "by 200 mln marks in the fourth week of March",
            "by Brazil's suspension of interest payments on its medium-and",
            "by the South Korean concern, said it recalled cars",
            "By contrast, exports rose.",
            "By Monday",
            "de la mañana",
            "Text",
            "",
            "By",
            "By Friday, Jane Doe was gone",
            "Von Anna Schmidt, Köln",
        ] {
            assert_eq!(names(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn descriptions_are_kept_with_their_writers() {
        let line = "By Jane Doe and John Roe, Associated Press Writers";
        let byline = parse(line).unwrap();
        assert!(byline.authors.iter().all(|a| a.role.as_ref().and_then(|r| line.get(r.clone())) == Some("Associated Press Writers")));
        let line = "By Jane Doe, Reuters";
        assert_eq!(parse(line).unwrap().authors[0].affiliation, Some(13..20));
        assert!(is_description("Associated Press Writer"));
        assert!(!is_description("The minister resigned on Monday."));
    }
}
