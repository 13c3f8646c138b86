//! The command as its users run it: a binary, its arguments, what it prints and how it ends.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bulk;
mod show;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use flate2::{Compression, write::GzEncoder};

const PAGE: &str = "<!DOCTYPE html><html lang=en><title>Cow leaves meadow</title><h1>Cow leaves meadow</h1>\
    <p>OSLO, May 4 (Herd) - A cow left its meadow on Tuesday, a farmer who had watched it go said in the evening.\
    <p>It was seen on the <a href=/road>road</a> to town, where it had never been before, and it seemed to like that.";

const TEXT: &str = "Cow back in meadow\n\nOSLO, May 5 (Herd) - A cow that left its meadow on Tuesday came back the next day, a farmer said.\n\n\
    It had been to town and had not liked it, as far as one can tell with a cow that is back where it was.\n";

/// A folder of the test's own, empty at first.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Runs the command in a folder, with this on its standard input.
fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a command that ends without reading closes the pipe
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// The exit code, standard output and standard error.
fn parts(output: &Output) -> (Option<i32>, &str, &str) {
    (output.status.code(), str::from_utf8(&output.stdout).unwrap(), str::from_utf8(&output.stderr).unwrap())
}

/// What the command prints where all is well.
fn printed(folder: &Path, arguments: &[&str], input: &str) -> String {
    let output = run(folder, arguments, input);
    let (code, printed, complaints) = parts(&output);
    assert_eq!((code, complaints), (Some(0), ""), "{arguments:?}");
    printed.to_owned()
}

#[test]
fn the_schema_is_printed() {
    let schema: serde_json::Value = serde_json::from_str(&printed(&folder("schema"), &["schema"], "")).unwrap();
    assert!(schema["properties"]["headline"].is_object());
}

#[test]
fn wrong_usage_ends_with_two() {
    let folder = folder("usage");
    fs::write(folder.join("page.html"), PAGE).unwrap();
    let cases: &[(&[&str], &str)] = &[
        (&[], "Usage"),
        (&["--format", "pdf", "page.html"], "markdown, json, jsonl, text, html, json-ld, ninjs, tei"),
        (&["--media-type", "image/png", "page.html"], "use text/html, text/plain"),
        (&["--source-spans", "page.html"], "--source-spans needs --format json or jsonl, not markdown"),
        (&["--encoding", "utf-99", "page.html"], "utf-99"),
        (&["bulk"], "INPUT"),
        (&["bulk", "--jobs", "0", "page.html"], "--jobs"),
        (&["bulk", "--progress", "maybe", "page.html"], "auto, never"),
    ];
    for (arguments, complaint) in cases {
        let output = run(&folder, arguments, "");
        let (code, printed, complaints) = parts(&output);
        assert_eq!((code, printed), (Some(2), ""), "{arguments:?}: {complaints}");
        assert!(complaints.contains(complaint), "{arguments:?}: {complaints}");
    }
}
