//! `dateline FILE…`.

use std::{
    fs,
    io::Read,
    process::{Command, Stdio},
};

use dateline::Article;

use super::{PAGE, TEXT, compressed, folder, parts, printed, run};

#[test]
fn each_format_is_printed() {
    let folder = folder("formats");
    fs::write(folder.join("page.html"), PAGE).unwrap();
    let of = |format: &str| printed(&folder, &["--format", format, "--url", "https://a.example/cow", "page.html"], "");

    let markdown = of("markdown");
    assert!(markdown.starts_with("---\ntitle: \"Cow leaves meadow\"\n"), "{markdown}");
    assert!(markdown.contains("It was seen on the [road](https://a.example/road) to town"), "{markdown}");
    assert_eq!(printed(&folder, &["page.html", "--url", "https://a.example/cow"], ""), markdown);

    let (json, line) = (of("json"), of("jsonl"));
    assert_eq!(line.matches('\n').count(), 1);
    let article = Article::from_json(&json).unwrap();
    assert_eq!(article, Article::from_json(&line).unwrap());
    assert_eq!((article.id.as_deref(), article.source_map.as_ref()), (Some("page.html"), None));
    assert_eq!(article.input.url.as_deref(), Some("https://a.example/cow"));

    assert!(of("text").starts_with("Cow leaves meadow\n"));
    assert!(of("html").contains("<h1>Cow leaves meadow</h1>"));
}

#[test]
fn source_spans_lead_back_to_the_file() {
    let folder = folder("spans");
    fs::write(folder.join("page.html.gz"), compressed(PAGE.as_bytes())).unwrap();
    let json = printed(&folder, &["--format", "json", "--source-spans", "page.html.gz"], "");
    let article = Article::from_json(&json).unwrap();
    let block = article.blocks.last().unwrap();
    let source = article.source_spans(block.span).unwrap();
    let words: String = source.iter().map(|range| &PAGE[range.range()]).collect();
    assert_eq!(words, article.slice(block.span));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["blocks"].as_array().unwrap().last().unwrap()["source"], serde_json::to_value(&source).unwrap());
}

#[test]
fn a_saved_article_is_printed_anew() {
    let folder = folder("saved");
    fs::write(folder.join("page.html"), PAGE).unwrap();
    let json = printed(&folder, &["--format", "json", "--source-spans", "page.html"], "");
    fs::write(folder.join("a.json"), &json).unwrap();
    fs::write(folder.join("a.json.gz"), compressed(json.as_bytes())).unwrap();
    let markdown = printed(&folder, &["page.html"], "");
    for file in ["a.json", "a.json.gz"] {
        assert_eq!(printed(&folder, &[file], ""), markdown);
        assert_eq!(printed(&folder, &["--format", "json", "--source-spans", file], ""), json);
    }
    assert_eq!(printed(&folder, &["-"], &json), markdown);

    fs::write(folder.join("bad.json"), "{\"schema\": \"other/1\"}").unwrap();
    let output = run(&folder, &["bad.json"], "");
    let (code, _, complaints) = parts(&output);
    assert_eq!(code, Some(1));
    assert!(complaints.starts_with("dateline: bad.json: not a dateline/1 article"), "{complaints}");
}

#[test]
fn standard_input_is_sniffed_or_told() {
    let folder = folder("stdin");
    assert!(printed(&folder, &["-"], PAGE).starts_with("---\ntitle: \"Cow leaves meadow\"\n"));
    let told = printed(&folder, &["--media-type", "text", "--format", "json", "-"], TEXT);
    let article = Article::from_json(&told).unwrap();
    assert_eq!((article.input.media_type.as_str(), article.headline.as_deref()), ("text/plain", Some("Cow back in meadow")));
    let latin = printed(&folder, &["--encoding", "windows-1252", "--media-type", "text", "--format", "json", "-"], TEXT);
    assert_eq!(Article::from_json(&latin).unwrap().input.encoding, "windows-1252");
}

#[test]
fn a_missing_file_does_not_stop_the_others() {
    let folder = folder("missing");
    fs::write(folder.join("one.txt"), TEXT).unwrap();
    fs::write(folder.join("two.jsonl"), "{}\n").unwrap();
    let output = run(&folder, &["none.html", ".", "two.jsonl", "one.txt"], "");
    let (code, printed, complaints) = parts(&output);
    assert_eq!(code, Some(1));
    assert!(printed.contains("Cow back in meadow"));
    let complaints: Vec<&str> = complaints.lines().collect();
    assert!(complaints[0].starts_with("dateline: none.html: "), "{complaints:?}");
    assert!(complaints[1].contains("`dateline bulk` reads folders"), "{complaints:?}");
    assert!(complaints[2].contains("`dateline bulk` reads these"), "{complaints:?}");
    assert_eq!(complaints.len(), 3);
}

#[test]
fn diagnostics_are_printed_only_where_asked_for() {
    let folder = folder("verbose");
    let page = PAGE.replace("It was", "\u{fffd} was").into_bytes();
    let page: Vec<u8> = page.split(|&byte| byte == 0xbf).flat_map(|part| [part, b"\xff"].concat()).collect();
    fs::write(folder.join("page.html"), page).unwrap();
    let arguments = ["--encoding", "utf-8", "page.html"];
    printed(&folder, &arguments, "");
    let output = run(&folder, &[&arguments[..], &["--verbose"]].concat(), "");
    let (code, _, complaints) = parts(&output);
    assert_eq!(code, Some(0));
    assert!(complaints.contains("dateline: page.html: undecodable-bytes: "), "{complaints}");
}

#[test]
fn a_bomb_is_not_decompressed() {
    let folder = folder("bomb");
    // a comment of 65 MiB, one more than the limit: the article is what was read, and says so
    let bomb = [PAGE.as_bytes(), b"<!--", &vec![b'a'; 65 << 20]].concat();
    fs::write(folder.join("bomb.html.gz"), compressed(&bomb)).unwrap();
    let json = printed(&folder, &["--format", "jsonl", "bomb.html.gz"], "");
    let article = Article::from_json(&json).unwrap();
    assert_eq!(article.input.length, (64 << 20) + 1);
    assert!(article.diagnostics.iter().any(|diagnostic| diagnostic.code.as_str() == "byte-limit"), "{:?}", article.diagnostics);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let folder = folder("pipe");
    fs::write(folder.join("page.html"), PAGE).unwrap();
    let files = vec!["page.html"; 2000];
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(files)
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
