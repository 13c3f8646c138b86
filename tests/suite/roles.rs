//! The table `tests/rules/roles.toml` in, precision and recall of the roles that are found in its texts out.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    has: Vec<String>,
}

/// What must be reached, in per cent, over all lines together.
const PRECISION: f64 = 95.0;
const RECALL: f64 = 85.0;

#[test]
fn roles_belong_to_those_who_hold_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/roles.toml");
    let table: std::collections::BTreeMap<String, Vec<Case>> = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let tell = std::env::var_os("DATELINE_MISSES").is_some();
    let (mut right, mut found, mut expected, mut lines) = (0, 0, 0, 0);
    for (section, cases) in &table {
        let before = (right, found, expected);
        for case in cases {
            lines += 1;
            let has: BTreeSet<String> = case.has.iter().cloned().collect();
            let got = roles(&case.text);
            right += has.intersection(&got).count();
            found += got.len();
            expected += has.len();
            if tell && has != got {
                println!("{:?}\n    expected {has:?}\n    found    {got:?}", case.text);
            }
        }
        println!("{section:18} right {:3}  found {:3}  expected {:3}", right - before.0, found - before.1, expected - before.2);
    }
    let (precision, recall) = (100.0 * right as f64 / found as f64, 100.0 * right as f64 / expected as f64);
    println!("{lines} texts: precision {precision:.1}, recall {recall:.1}");
    assert!(precision >= PRECISION && recall >= RECALL, "precision {precision:.1}, recall {recall:.1}");
}

/// `Name: role @ organisation` of everybody in the text.
fn roles(text: &str) -> BTreeSet<String> {
    let article = dateline::extract(dateline::Input::text(text)).unwrap();
    let with_role = article.people.iter().filter_map(|person| Some((person, person.role.as_deref()?)));
    with_role
        .map(|(person, role)| match &person.organisation {
            Some(organisation) => format!("{}: {role} @ {organisation}", person.name),
            None => format!("{}: {role}", person.name),
        })
        .collect()
}

#[test]
fn words_of_users_extend_the_data_files() {
    let mut lists = dateline::annotate::names::NameLists::default();
    lists.organisations = ["Morland Quux"].into_iter().collect();
    lists.roles = ["quuxmaster"].into_iter().collect();
    let mut options = dateline::Options::default();
    options.annotate.names.lists.insert("en".to_owned(), lists);
    let text = "Lena Vogt, quuxmaster of Morland Quux, would say no more on Friday.";
    let article = dateline::extract_with(text, &options).unwrap();
    assert_eq!(article.people[0].role.as_deref(), Some("quuxmaster"));
    assert_eq!(article.people[0].organisation.as_deref(), Some("Morland Quux"));
    assert_eq!(article.organisations[0].name, "Morland Quux");
}
