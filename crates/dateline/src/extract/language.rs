//! An article's text in, the language that it is in out, where the page declares none or plainly another.

mod common;

use whatlang::{Detector, Info, Lang};

use super::metadata::direction_of;
use crate::model::{Article, Evidence, Origin};

/// So many letters tell most languages apart.
const FEWEST: usize = 60;

/// To overrule what a page declares takes more.
const FEWEST_AGAINST: usize = 400;

/// Mostly the first so many characters of a text tell.
const ENOUGH: usize = 1_200;

/// Where they do not, no more than this is read.
const MOST: usize = 3_000;

/// Reads the language off the text. A declared one stays unless the text is long and surely in another that is not its near relative: templates declare
/// English for whatever is put into them, but detectors take Danish for Norwegian.
pub(crate) fn language(article: &mut Article, keep_evidence: bool) {
    let text = opening(&article.text, ENOUGH);
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(FEWEST_AGAINST).count();
    if letters < FEWEST {
        return;
    }
    let declared = article.language.as_deref().map(|tag| tag.split('-').next().unwrap_or(tag).to_owned());
    let longer = || Some(opening(&article.text, MOST)).filter(|longer| longer.len() > text.len());
    let by_words = || common::language(text).map(|language| (language, 1.0));
    let by_trigrams = || {
        let info = detect(text, declared.as_deref()).or_else(|| detect(longer()?, declared.as_deref()))?;
        Some((code(info.lang())?, info.confidence()))
    };
    let Some((found, confidence)) = by_words().or_else(by_trigrams) else { return };
    let wins = match &declared {
        None => true,
        Some(declared) => declared != found && letters >= FEWEST_AGAINST && !are_near(declared, found),
    };
    let agrees = declared.as_deref() == Some(found);
    if wins {
        article.language = Some(found.to_owned());
        article.direction.get_or_insert_with(|| direction_of(found));
    }
    if !keep_evidence {
        return;
    }
    let evidence = article.evidence.entry("language".to_owned()).or_default();
    if wins {
        evidence.iter_mut().for_each(|other| other.chosen = false);
    }
    let confidence = (confidence * 100.0).round() / 100.0;
    evidence.push(Evidence { chosen: wins || agrees, ..Evidence::new(found, Origin::Text, Vec::new(), confidence) });
}

/// The language that a text is surely in.
pub(super) fn told_by(text: &str) -> Option<&'static str> {
    let text = opening(text, ENOUGH);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= FEWEST).then(|| common::language(text).or_else(|| code(detect(text, None)?.lang()))).flatten()
}

/// The first so many characters of a text.
fn opening(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The language of a text, where it is sure. The one that its page declares is held against those that most pages are in first: mostly it is that one, and a few lists of the
/// detector take a third of the time that all do.
fn detect(text: &str, declared: Option<&str>) -> Option<Info> {
    let declared = Lang::all().iter().find(|language| declared.is_some() && code(**language) == declared);
    let agrees = declared.and_then(|declared| {
        let common = [Lang::Eng, Lang::Spa, Lang::Fra, Lang::Deu, Lang::Por, Lang::Ita, Lang::Rus, Lang::Nld, Lang::Pol, *declared];
        Detector::with_allowlist(common.to_vec()).detect(text).filter(|info| info.lang() == *declared && info.is_reliable())
    });
    agrees.or_else(|| whatlang::detect(text).filter(Info::is_reliable))
}

/// Languages that a detector takes for each other, a family a line.
const NEAR: &[&[&str]] = &[
    &["no", "nb", "nn", "da", "sv"],
    &["id", "ms", "jv"],
    &["hr", "sr", "bs", "sl", "mk", "sh"],
    &["es", "ca", "gl", "pt", "eu", "oc"],
    &["cs", "sk"],
    &["ru", "uk", "be", "bg", "mk"],
    &["nl", "af", "fy"],
    &["de", "lb", "gsw"],
    &["ar", "fa", "ur", "ps", "ckb"],
    &["hi", "mr", "ne"],
    &["zh", "ja", "yue"],
    &["tr", "az"],
];

fn are_near(one: &str, other: &str) -> bool {
    NEAR.iter().any(|family| family.contains(&one) && family.contains(&other))
}

/// The language's code of two letters, ISO 639-1; `None` for those that news is seldom in and short texts of others are taken for.
fn code(language: Lang) -> Option<&'static str> {
    Some(match language {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "no",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Afr => "af",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(declared: Option<&str>, text: &str) -> Option<String> {
        let mut article = Article { language: declared.map(str::to_owned), text: text.to_owned(), ..Article::default() };
        language(&mut article, true);
        article.language
    }

    #[test]
    fn the_text_speaks_where_the_page_is_silent_or_plainly_wrong() {
        let german = "Die alte Wassermühle dreht sich wieder, und das erste Mehl ging am Samstag an die Schulküche im Ort. ";
        assert_eq!(of(None, german).as_deref(), Some("de"));
        assert_eq!(of(Some("en"), german).as_deref(), Some("en"), "too short against a declaration");
        assert_eq!(of(Some("en-US"), &german.repeat(8)).as_deref(), Some("de"));
        assert_eq!(of(Some("de-AT"), &german.repeat(8)).as_deref(), Some("de-AT"));
        assert_eq!(of(None, "Ja."), None);
    }
}
