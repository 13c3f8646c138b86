//! `dateline bulk INPUT…`.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use dateline::Article;
use serde_json::{Value, json};

use super::{PAGE, TEXT, compressed, folder, parts, printed, run};

fn articles(lines: &str) -> Vec<Article> {
    lines.lines().map(|line| Article::from_json(line).unwrap()).collect()
}

fn ids(lines: &str) -> Vec<String> {
    articles(lines).into_iter().map(|article| article.id.unwrap()).collect()
}

fn records(values: &[Value]) -> String {
    values.iter().map(|value| format!("{value}\n")).collect()
}

/// What stands in the folder under which name, so that a test sees what was left behind.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_folder_is_walked_in_order() {
    let folder = folder("walk");
    fs::create_dir_all(folder.join("in/b/c")).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join("in").join(name), bytes).unwrap();
    write("b/c/page.htm", PAGE.as_bytes());
    write("b/a.html.gz", &compressed(PAGE.as_bytes()));
    write("a.txt", TEXT.as_bytes());
    write("z.txt.gz", &compressed(TEXT.as_bytes()));
    write("picture.png", b"no page");
    write("a.json", b"{}");
    write("r.jsonl.gz", &compressed(records(&[json!({"id": "r1", "text": TEXT}), json!({"html": PAGE})]).as_bytes()));
    let lines = printed(&folder, &["bulk", "in"], "");
    assert_eq!(ids(&lines), ["in/a.txt", "in/b/a.html.gz", "in/b/c/page.htm", "r1", "in/r.jsonl.gz:2", "in/z.txt.gz"]);
    assert!(articles(&lines).iter().all(|article| !article.text.is_empty() && article.source_map.is_none()));
    let spanned = printed(&folder, &["bulk", "--source-spans", "in/z.txt.gz", "in/a.txt"], "");
    assert_eq!(ids(&spanned), ["in/z.txt.gz", "in/a.txt"]);
    assert!(articles(&spanned).iter().all(|article| article.source_map.is_some()));
}

#[test]
fn many_jobs_keep_the_order() {
    let folder = folder("order");
    // some inputs take hundreds of times as long as others
    let record = |number: usize| json!({"id": number, "html": PAGE.replace("It was", &"It was and ".repeat(if number.is_multiple_of(37) { 5000 } else { number % 5 }))});
    fs::write(folder.join("in.jsonl"), records(&(0..400).map(record).collect::<Vec<_>>())).unwrap();
    let one = printed(&folder, &["bulk", "--jobs", "1", "in.jsonl"], "");
    assert_eq!(ids(&one), (0..400).map(|number| number.to_string()).collect::<Vec<_>>());
    for jobs in ["2", "16"] {
        assert!(printed(&folder, &["bulk", "--jobs", jobs, "in.jsonl"], "") == one, "{jobs} jobs");
    }
    assert_eq!(ids(&printed(&folder, &["bulk", "--limit", "3", "in.jsonl"], "")), ["0", "1", "2"]);
}

#[test]
fn broken_inputs_are_noted_and_passed_over() {
    let folder = folder("broken");
    let good = json!({"id": "good", "text": TEXT, "url": "https://a.example/", "published": "2021-05-06"});
    let lines = format!(
        "{}\n\nno json\n{}\n{}\n[1]\n{}\n",
        good,
        json!({"id": "empty"}),
        json!({"id": "typed", "text": 7}),
        json!({"id": "last", "html": PAGE, "extra": [1, 2]}),
    );
    fs::write(folder.join("in.jsonl"), lines).unwrap();
    fs::write(folder.join("bad.html.gz"), "not compressed").unwrap();
    let mut cut = compressed(records(&vec![good; 5]).as_bytes());
    cut.truncate(cut.len() - 12);
    fs::write(folder.join("cut.jsonl.gz"), cut).unwrap();

    let arguments = ["bulk", "--errors", "errors.jsonl", "bad.html.gz", "in.jsonl", "cut.jsonl.gz"];
    let output = run(&folder, &arguments, "");
    let (code, printed, complaints) = parts(&output);
    assert_eq!(code, Some(0));
    assert_eq!(complaints.lines().count(), 1, "{complaints}");
    assert!(complaints.ends_with("inputs failed\n"), "{complaints}");
    let found = ids(printed);
    assert_eq!(found[..2], ["good", "last"]);
    assert!(found[2..].iter().all(|id| id == "good"));
    assert_eq!(articles(printed)[0].input.url.as_deref(), Some("https://a.example/"));

    let errors = fs::read_to_string(folder.join("errors.jsonl")).unwrap();
    let errors: Vec<Value> = errors.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let failed: Vec<&str> = errors.iter().map(|error| error["id"].as_str().unwrap()).collect();
    assert_eq!(failed[..5], ["bad.html.gz", "in.jsonl:3", "empty", "in.jsonl:5", "in.jsonl:6"]);
    assert!(failed[5].starts_with("cut.jsonl.gz:"), "{failed:?}");
    let message = |number: usize| errors[number]["message"].as_str().unwrap();
    assert!(message(1).starts_with("line 3: not a record: "), "{errors:?}");
    assert!(message(2).starts_with("line 4: the record has neither"), "{errors:?}");
    assert!(message(3).starts_with("line 5: not a record: invalid type"), "{errors:?}");

    let strict = run(&folder, &[&arguments[..], &["--strict"]].concat(), "");
    assert_eq!((strict.status.code(), strict.stdout == output.stdout), (Some(3), true));
    let unnoted = run(&folder, &["bulk", "in.jsonl"], "");
    assert!(parts(&unnoted).2.contains("dateline: in.jsonl:3: line 3: not a record"));
}

#[test]
fn records_come_from_standard_input() {
    let lines =
        printed(&folder("records"), &["bulk", "-", "--strict"], &records(&[json!({"id": "a", "text": TEXT}), json!({"text": TEXT})]));
    assert_eq!(ids(&lines), ["a", "-:2"]);
}

#[test]
fn a_missing_input_ends_it_before_it_begins() {
    let folder = folder("bulk-missing");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    let output = run(&folder, &["bulk", "-o", "out.jsonl", "a.txt", "none"], "");
    let (code, printed, complaints) = parts(&output);
    assert_eq!((code, printed), (Some(1), ""));
    assert!(complaints.starts_with("dateline: none: "), "{complaints}");
    assert_eq!(names(&folder), ["a.txt"]);
}

#[test]
fn the_output_appears_when_it_is_complete() {
    let folder = folder("output");
    fs::write(folder.join("out.jsonl"), "old\n").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["bulk", "-o", "out.jsonl", "-"])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(records(&[json!({"id": "a", "text": TEXT})]).as_bytes()).unwrap();
    stdin.flush().unwrap();
    assert_eq!(fs::read_to_string(folder.join("out.jsonl")).unwrap(), "old\n");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
    assert_eq!(ids(&fs::read_to_string(folder.join("out.jsonl")).unwrap()), ["a"]);
    assert_eq!(names(&folder), ["out.jsonl"]);
}

#[test]
fn a_run_that_is_killed_leaves_no_half_file_under_the_name() {
    let folder = folder("killed");
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["bulk", "-o", "out.jsonl", "-"])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // more than one buffer of output, so that a part of it is written
    stdin.write_all(records(&vec![json!({"id": "a", "text": TEXT}); 200]).as_bytes()).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!names(&folder).contains(&"out.jsonl".to_owned()));
}

#[test]
fn an_output_that_cannot_be_written_is_fatal() {
    let folder = folder("unwritable");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    for out in [".", "no/such/folder/out.jsonl"] {
        let output = run(&folder, &["bulk", "-o", out, "a.txt"], "");
        let (code, _, complaints) = parts(&output);
        assert_eq!(code, Some(1), "{complaints}");
        assert!(complaints.starts_with("dateline: cannot write "), "{complaints}");
    }
}
