//! The header goes in, and out comes the ABI that programs compiled with it rely on, as abigail describes it: recorded, and held against the record.
//!
//! What is described is a library of empty functions compiled from the header, not the library itself, whose debug information describes the private types of
//! Rust behind the handles in words that change with every compiler. That the two are one is held elsewhere: the header is generated from the
//! signatures in Rust, and the library exports what the header declares. A number (`DATELINE_ERROR_SPAN`) is in no debug information, so each becomes the length of an array.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use super::header::Header;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, say},
    workspace::{self, Workspace},
};

/// Where the ABI is recorded, below the root of the workspace.
const RECORD: &str = "crates/dateline-capi/abi/libdateline.so.1.xml";

/// Where the header is, below the root of the workspace.
pub(crate) const HEADER: &str = "crates/dateline-capi/include/dateline.h";

/// A change of the header that breaks programs, and what it does.
struct Break {
    what: &'static str,
    from: &'static str,
    to: &'static str,
}

/// One of each kind; each must be found.
const BREAKS: [Break; 7] = [
    Break { what: "a field more in a structure", from: "} dateline_str;", to: "  size_t more; } dateline_str;" },
    Break { what: "fields that change places", from: "size_t start;", to: "size_t end_; size_t start;" },
    Break { what: "a parameter of another type", from: "size_t index);", to: "uint32_t index);" },
    Break { what: "a result of another type", from: "int32_t dateline_article_truncated(", to: "int64_t dateline_article_truncated(" },
    Break {
        what: "another handle",
        from: "const dateline_author *dateline_article_author(",
        to: "const dateline_date *dateline_article_author(",
    },
    Break { what: "a function that is gone", from: "dateline_article_deck(", to: "dateline_article_standfirst(" },
    Break { what: "a number that changed", from: "#define DATELINE_ERROR_SPAN 9", to: "#define DATELINE_ERROR_SPAN 12" },
];

/// What programs do not notice.
const ADDITION: Break = Break {
    what: "a function and a number more",
    from: "uint32_t dateline_abi_version(",
    to: "uint32_t dateline_abi_version_more(void);\n#define DATELINE_ERROR_MORE 99\nuint32_t dateline_abi_version(",
};

/// Writes the record anew.
pub(crate) fn record(workspace: &Workspace) -> Outcome {
    let header = Header::read(&workspace.root.join(HEADER))?;
    let path = workspace.root.join(RECORD);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::at(folder))?;
    }
    describe(&header, &workspace.made("c-abi/record")?, &path)?;
    say(&format!("{RECORD} written"));
    Ok(())
}

/// Fails where the header breaks what is recorded, where something is not recorded yet, and where the comparison misses a break made on purpose.
pub(crate) fn hold(workspace: &Workspace) -> Outcome {
    let header = Header::read(&workspace.root.join(HEADER))?;
    let record = workspace.root.join(RECORD);
    let recorded = workspace::read(&record)?;
    let known = |name: &str| recorded.contains(&format!("elf-symbol name='{name}'"));
    let mut names =
        header.functions.iter().map(|function| function.name.clone()).chain(header.numbers.iter().map(|(name, _)| counter(name)));
    if let Some(new) = names.find(|name| !known(name)) {
        return Err(Failure::new(format!("{new} is not in {RECORD}: run `cargo xtask record-abi` and read the difference")));
    }
    let folder = workspace.made("c-abi")?;
    if let Some(difference) = broken(&record, &header, &folder.join("header"))? {
        return Err(Failure::new(format!(
            "{HEADER} breaks the recorded ABI; where that is meant, the soname and DATELINE_ABI_VERSION rise with it\n{difference}"
        )));
    }
    let changed = |change: &Break| Header::of(header.text.replacen(change.from, change.to, 1));
    for (number, change) in BREAKS.iter().enumerate() {
        if broken(&record, &changed(change), &folder.join(format!("break-{number}")))?.is_none() {
            return Err(Failure::new(format!("abidiff does not see {} ({:?} for {:?})", change.what, change.to, change.from)));
        }
    }
    if let Some(difference) = broken(&record, &changed(&ADDITION), &folder.join("addition"))? {
        return Err(Failure::new(format!("{} is taken for a break\n{difference}", ADDITION.what)));
    }
    say(&format!(
        "{} functions and {} numbers are as recorded; {} breaks made on purpose were found",
        header.functions.len(),
        header.numbers.len(),
        BREAKS.len()
    ));
    Ok(())
}

/// What abidiff says of a header that breaks the record; nothing where it does not.
fn broken(record: &Path, header: &Header, folder: &Path) -> Outcome<Option<String>> {
    fs::create_dir_all(folder).map_err(Failure::at(folder))?;
    let now = folder.join("abi.xml");
    describe(header, folder, &now)?;
    let (same, printed) = Process::new("abidiff").arg("--no-added-syms").arg(record).arg(&now).attempt()?;
    Ok((!same).then_some(printed))
}

/// Compiles the library of empty functions in a folder, and writes what abidw says of it.
fn describe(header: &Header, folder: &Path, out: &Path) -> Outcome {
    let file = |name: &str| folder.join(name);
    let (source, library): (PathBuf, PathBuf) = (file("empty.c"), file("libempty.so"));
    workspace::write(&file("dateline.h"), &header.text)?;
    workspace::write(&source, &empty(header))?;
    let compile = Process::new("cc").args(["-std=c11", "-g", "-O0", "-shared", "-fPIC", "-Wl,-soname,libdateline.so.1", "-I"]).arg(folder);
    compile.arg(&source).arg("-o").arg(&library).quietly()?;
    let describe =
        Process::new("abidw").args(["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-architecture", "--out-file"]);
    describe.arg(out).arg(&library).quietly()
}

fn empty(header: &Header) -> String {
    let mut code = "#include \"dateline.h\"\n".to_owned();
    for function in &header.functions {
        let body = if function.returns == "void" { "}".to_owned() } else { format!(" static {} none; return none; }}", function.returns) };
        // a String takes all that is written to it
        let _ = writeln!(code, "{} {{{body}", function.declaration);
    }
    for (name, _) in &header.numbers {
        let _ = writeln!(code, "char {}[{name} + 1];", counter(name));
    }
    code
}

/// The array whose length stands for a number.
fn counter(number: &str) -> String {
    format!("number_{number}")
}
