//! The floors of `crates/dateline/src`, as docs/architecture.md draws them: a file imports only from lower floors or from its own room.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The rooms, from the top down; a room imports from those below it. On floor 3 none imports another. On floors 1 and 0, where plain data builds on plain
/// data, the rooms stand in the order in which they may import.
const ROOMS: [(&str, u8); 12] = [
    ("lib", 5),
    ("pipeline", 4),
    ("extract", 3),
    ("annotate", 3),
    ("render", 3),
    ("read", 2),
    ("stage", 1),
    ("document", 1),
    ("model", 1),
    ("grammar", 0),
    ("text", 0),
    ("error", 0),
];

/// Annotators and renderers have whatever they need in the article: so they serve articles from anywhere.
const NEVER: [(&str, &str); 2] = [("annotate", "document"), ("render", "document")];

#[test]
fn files_import_only_from_lower_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/dateline/src");
    let mut wrong = Vec::new();
    for file in rust_files(&root) {
        let module = module_of(file.strip_prefix(&root).unwrap());
        let code = fs::read_to_string(&file).unwrap();
        for imported in imports(&code, &module) {
            if let Err(why) = may_import(&module[0], &imported) {
                wrong.push(format!("{}: {why}", file.strip_prefix(&root).unwrap().display()));
            }
        }
    }
    assert!(wrong.is_empty(), "the floors of architecture.md do not hold:\n{}", wrong.join("\n"));
}

fn may_import(room: &str, imported: &str) -> Result<(), String> {
    if room == imported {
        return Ok(());
    }
    let place = |name: &str| ROOMS.iter().position(|(room, _)| *room == name);
    let here = place(room).ok_or(format!("the room `{room}` stands on no floor"))?;
    // what is named at the root in capitals is a re-export of lib.rs
    let there = if imported.starts_with(char::is_uppercase) { place("lib") } else { place(imported) };
    let there = there.ok_or(format!("`{imported}`, which it imports, stands on no floor"))?;
    let (floor, floor_there) = (ROOMS[here].1, ROOMS[there].1);
    let below = floor_there < floor || (floor_there == floor && floor < 3 && there > here);
    if !below {
        return Err(format!("`{room}` (floor {floor}) imports from `{imported}` (floor {floor_there})"));
    }
    if NEVER.contains(&(room, imported)) {
        return Err(format!("`{room}` never sees `{imported}`"));
    }
    Ok(())
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && path.file_stem().is_some_and(|stem| stem != "tests") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The module that a file is: `stage/input.rs` is `stage::input`, `read/mod.rs` is `read`.
fn module_of(file: &Path) -> Vec<String> {
    let mut module: Vec<String> = file.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if module.len() > 1 && module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

/// The rooms that the code of a module names: in its `use` lines, and in any path from `crate`. Unit tests may look at things from wherever they like.
fn imports(code: &str, module: &[String]) -> BTreeSet<String> {
    let code = without_comments(code.split("#[cfg(test)]\nmod ").next().unwrap());
    let mut rooms = BTreeSet::new();
    for (at, _) in code
        .match_indices("crate::")
        .filter(|(at, _)| !code[..*at].ends_with(|before: char| before == '$' || before == '_' || before.is_alphanumeric()))
    {
        rooms.extend(heads(&code[at + "crate::".len()..]));
    }
    // `super` from a room's own file is the root; from deeper it stays in the room
    for (at, _) in code.match_indices("super::") {
        let up = 1 + code[..at].matches("super::").count().min(trailing_supers(&code[..at]));
        let inside_module = module.first().is_some_and(|room| room == "lib") || module.len() > up;
        if !inside_module {
            rooms.extend(heads(&code[at + "super::".len()..]).into_iter().filter(|head| head != "super"));
        }
    }
    rooms
}

fn trailing_supers(before: &str) -> usize {
    let (mut rest, mut count) = (before, 0);
    while let Some(shorter) = rest.strip_suffix("super::") {
        rest = shorter;
        count += 1;
    }
    count
}

/// The first names of a path or of a braced list of paths.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&list[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty() && name != "self");
    names
}

fn without_comments(code: &str) -> String {
    code.lines().filter(|line| !line.trim_start().starts_with("//")).fold(String::new(), |all, line| all + line + "\n")
}

#[test]
fn use_lines_are_understood() {
    let rooms = |code: &str, module: &[&str]| {
        let module: Vec<String> = module.iter().map(ToString::to_string).collect();
        imports(code, &module).into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        rooms("use crate::{\n    document::{Document, Node},\n    error::Error,\n    text,\n};\n", &["read"]),
        "document error text"
    );
    assert_eq!(rooms("/// [`Span`](crate::Span)\nuse std::fmt;\nfn f() -> crate::model::Block {}", &["render"]), "model");
    assert_eq!(rooms("use super::text::Span;", &["model"]), "text");
    assert_eq!(rooms("use super::block::Block;", &["model", "article"]), "");
    assert_eq!(rooms("use super::super::text::Span;", &["model", "article"]), "text");
    assert_eq!(rooms("use crate::Span;\n#[cfg(test)]\nmod tests {\n    use crate::pipeline::Pipeline;\n}", &["render"]), "Span");
}

#[test]
fn the_rules_are_the_pictures() {
    for (room, imported) in
        [("lib", "pipeline"), ("extract", "read"), ("render", "model"), ("stage", "document"), ("model", "text"), ("grammar", "text")]
    {
        assert_eq!(may_import(room, imported), Ok(()));
    }
    for (room, imported) in [
        ("model", "stage"),
        ("extract", "render"),
        ("annotate", "document"),
        ("read", "pipeline"),
        ("text", "grammar"),
        ("render", "Article"),
        ("read", "cellar"),
    ] {
        assert!(may_import(room, imported).is_err(), "{room} {imported}");
    }
}
