use super::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    form: Vec<Form>,
    non_forms: NonForms,
}

/// One dateline with what must be read from it; `text` goes on behind the surface.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    surface: String,
    /// The sentence behind it, where the usual one does not do.
    rest: Option<String>,
    /// `Name` or `Name|CC`.
    places: Vec<String>,
    date: Option<String>,
    agency: Option<String>,
}

#[derive(Deserialize)]
struct NonForms {
    texts: Vec<String>,
}

fn rules() -> Rules {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/rules/datelines.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn forms_are_read_with_all_their_slots() {
    let rules = rules();
    assert!(rules.form.len() >= 150, "{} forms", rules.form.len());
    let mut wrong = Vec::new();
    for form in &rules.form {
        let rest = form.rest.as_deref().unwrap_or(" The two sides said on Monday that talks would go on for another week.");
        let text = format!("{}{rest}", form.surface);
        let read = recognise(&text).map(|d| {
            let places = d.places.iter().map(|p| match p.country {
                Some(country) => format!("{}|{country}", &text[p.name.clone()]),
                None => text[p.name.clone()].to_owned(),
            });
            (text[d.range.clone()].to_owned(), places.collect::<Vec<_>>(), d.date.map(|m| m.value()), d.agency.map(|a| text[a].to_owned()))
        });
        let expected = Some((form.surface.trim().to_owned(), form.places.clone(), form.date.clone(), form.agency.clone()));
        if read != expected {
            wrong.push(format!("{}\n  read     {read:?}\n  expected {expected:?}", form.surface));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong\n{}", wrong.len(), rules.form.len(), wrong.join("\n"));
}

#[test]
fn non_forms_are_not() {
    let rules = rules();
    assert!(rules.non_forms.texts.len() >= 100, "{} non-forms", rules.non_forms.texts.len());
    let wrong: Vec<_> = rules.non_forms.texts.iter().filter_map(|t| recognise(t).map(|d| format!("{t}: {d:?}"))).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_prefix_of_a_form_panics() {
    for form in rules().form {
        let text = format!("{} Rest of it.", form.surface);
        for (at, _) in text.char_indices() {
            let _ = recognise(&text[..at]);
            let _ = recognise(&text[at..]);
        }
    }
}
