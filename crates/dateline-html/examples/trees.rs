//! Compares this crate's tree with html5ever's on files (`.html`, `.html.gz`) and folders of them.
//!
//! `cargo run --release -p dateline-html --features differential --example trees -- PATH…`

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut files = Vec::new();
    for path in std::env::args_os().skip(1) {
        collect(Path::new(&path), &mut files);
    }
    files.sort();
    let (mut equal, mut limited, mut differing) = (0, 0, 0);
    for file in &files {
        let Ok(bytes) = read(file) else {
            eprintln!("{}: cannot be read", file.display());
            continue;
        };
        let decoded = dateline_html::charset::decode(&bytes, None, true);
        match dateline_html::differential::compare_trees(&decoded.text) {
            Ok(true) => equal += 1,
            Ok(false) => {
                limited += 1;
                let tree = dateline_html::parse(&decoded.text, &dateline_html::Options::default());
                println!("{}: limits {:?}", file.display(), tree.limits_hit());
            }
            Err(difference) => {
                differing += 1;
                println!("{}: {difference}", file.display());
            }
        }
    }
    println!("{equal} of {} trees equal, {differing} different, {limited} beyond a limit", files.len());
    if differing == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(path) else {
        files.push(path.to_path_buf());
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = path.to_string_lossy();
        if path.is_dir() || name.ends_with(".html") || name.ends_with(".html.gz") {
            collect(&path, files);
        }
    }
}

fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = std::fs::read(file)?;
    if bytes.starts_with(b"\x1f\x8b") {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain)?;
        bytes = plain;
    }
    Ok(bytes)
}
