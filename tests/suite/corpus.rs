//! Every case of the corpus gives the article that stands beside it. `DATELINE_BLESS=1 cargo test -p dateline-tests` writes the articles anew; the difference is read in
//! the diff.

use std::fs;

use dateline::{render::Json, stage::Renderer};

use crate::{case::Case, invariants};

#[test]
fn every_case_gives_its_article() {
    let bless = std::env::var_os("DATELINE_BLESS").is_some();
    let mut failed = Vec::new();
    for case in Case::all() {
        let article = case.extract().unwrap_or_else(|error| panic!("{}: {error}", case.name));
        invariants::hold(&article, &case.source, &case.name);
        assert_eq!(case.extract().unwrap(), article, "{}: not the same article twice", case.name);
        let json = Json::default().to_string(&article);
        let path = case.folder.join("article.json");
        if bless {
            fs::write(path, json).unwrap();
        } else if fs::read_to_string(path).unwrap_or_default() != json {
            failed.push(case.name);
        }
    }
    assert!(failed.is_empty(), "these cases give another article (bless with DATELINE_BLESS=1): {failed:?}");
}

/// A folder that is not found or not read would make the test above pass.
#[test]
fn there_are_cases() {
    assert!(Case::all().len() >= 60);
}
