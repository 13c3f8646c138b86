//! The C library, tested as its users meet it: how large it is, what it exports, whether the header holds what was promised, programs against it, its installation.

mod documented;
mod installed;
mod nulls;
mod programs;

use std::{
    fs,
    path::{Path, PathBuf},
};

use self::programs::Programs;
use super::Done;
use crate::{
    apt::{self, Tool},
    c::{abi, header::Header},
    failure::{Failure, Outcome},
    install,
    process::{Process, on_path, say},
    workspace::{self, Workspace, sorted},
};

/// What the step needs besides a Rust toolchain, a C compiler and Python.
const TOOLS: [Tool; 8] = [
    ("g++", &["g++"]),
    ("clang", &["clang"]),
    ("nm", &["binutils"]),
    // without the symbols of the loader it cannot run at all
    ("valgrind", &["valgrind", "libc6-dbg"]),
    ("abidw", &["abigail-tools"]),
    ("abidiff", &["abigail-tools"]),
    ("pkg-config", &["pkg-config"]),
    ("cmake", &["cmake", "make"]),
];

/// How many bytes the stripped library may have: with everything in, and with what reads pages and their metadata alone.
const LARGEST: [(&str, Option<&str>, u64); 2] =
    [("pages and metadata alone (--features \"\")", Some(""), 2_500_000), ("everything", None, 6_000_000)];

/// Every standard that the header must compile under, without a warning.
const STANDARDS: [(&str, &str, &[&str]); 4] = [
    ("gcc", "c", &["-std=c99", "-std=c11", "-std=c17"]),
    ("clang", "c", &["-std=c99", "-std=c11", "-std=c17"]),
    ("g++", "c++", &["-std=c++17"]),
    ("clang++", "c++", &["-std=c++17"]),
];

const WARNINGS: [&str; 4] = ["-Wall", "-Wextra", "-Werror", "-pedantic"];

pub(super) fn c(workspace: &Workspace) -> Outcome<Done> {
    apt::provide(&TOOLS)?;
    let header = Header::read(&workspace.root.join(abi::HEADER))?;
    documented::hold(&header)?;
    let include = workspace.root.join("crates/dateline-capi/include");
    standards(workspace, &include)?;
    if on_path("abidw") && cfg!(target_arch = "x86_64") {
        abi::hold(workspace)?;
    } else {
        say(
            "the ABI is not compared with what is recorded: there is no abigail here, or it is another architecture than that of the record",
        );
    }
    let library = sizes(workspace)?;
    exported(&library, &header)?;
    called(&workspace.root.join("tests/c"), &header)?;
    let programs = Programs::new(workspace, &library, include)?;
    programs.run_all(&workspace.root.join("tests/c"))?;
    programs.run(&nulls::program(&header, &programs.folder)?)?;
    programs.find_what_is_wrong(&workspace.root.join("tests/c/wrong"))?;
    installed::hold(workspace)?;
    Ok(Done::Passed)
}

/// Builds the library in every size, the whole one last, and gives the path of that.
fn sizes(workspace: &Workspace) -> Outcome<PathBuf> {
    let mut library = PathBuf::new();
    for (what, features, most) in LARGEST {
        library = install::build(workspace, features)?.join("libdateline.so");
        if !on_path("strip") {
            say("not measured: there is no strip here");
            continue;
        }
        let stripped = workspace.made("c-tests")?.join("stripped.so");
        Process::new("strip").arg("-o").arg(&stripped).arg(&library).run()?;
        let bytes = fs::metadata(&stripped).map_err(Failure::at(&stripped))?.len();
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        say(&format!("libdateline.so with {what}, stripped: {:.2} MB, at most {:.1}", megabytes(bytes), megabytes(most)));
        if bytes > most {
            return Err(Failure::new(format!("libdateline.so with {what} has {bytes} bytes when stripped, {most} are allowed")));
        }
    }
    Ok(library)
}

/// The library exports what the header declares and nothing else.
fn exported(library: &Path, header: &Header) -> Outcome {
    if !on_path("nm") {
        say("exported symbols not looked at: there is no nm here");
        return Ok(());
    }
    let symbols = Process::new("nm").args(["-D", "--defined-only"]).arg(library).output()?;
    let mut exported: Vec<&str> = symbols.lines().filter_map(|line| line.split_whitespace().last()).collect();
    let mut declared: Vec<&str> = header.functions.iter().map(|function| function.name.as_str()).collect();
    exported.sort_unstable();
    declared.sort_unstable();
    let lone = |of: &[&str], others: &[&str]| of.iter().find(|name| others.binary_search(name).is_err()).map(|name| (*name).to_owned());
    if let Some(strange) = exported.iter().find(|name| !name.starts_with("dateline_")) {
        return Err(Failure::new(format!("{} exports {strange}, which does not begin with dateline_", library.display())));
    }
    if let Some(hidden) = lone(&exported, &declared) {
        return Err(Failure::new(format!("the library exports {hidden}, which the header does not declare")));
    }
    if let Some(absent) = lone(&declared, &exported) {
        return Err(Failure::new(format!("the header declares {absent}, which the library does not export")));
    }
    say(&format!("{} exported symbols, those of the header", exported.len()));
    Ok(())
}

/// Every function that the header declares is called by some program of the tests.
fn called(folder: &Path, header: &Header) -> Outcome {
    let mut code = String::new();
    for path in sorted(folder)?.iter().filter(|path| path.is_file()) {
        code += &workspace::read(path)?;
    }
    match header.functions.iter().find(|function| !code.contains(&format!("{}(", function.name))) {
        Some(function) => Err(Failure::new(format!("no program of {} calls {}", folder.display(), function.name))),
        None => Ok(()),
    }
}

/// The headers by themselves, under every standard, by every compiler that is here.
fn standards(workspace: &Workspace, include: &Path) -> Outcome {
    let nothing = workspace.made("c-tests")?.join("nothing");
    workspace::write(&nothing, "")?;
    for (compiler, language, standards) in STANDARDS {
        if !on_path(compiler) {
            say(&format!("headers not compiled by {compiler}: it is not here"));
            continue;
        }
        let headers: &[&str] = if language == "c" { &["dateline.h"] } else { &["dateline.h", "dateline.hpp"] };
        for (standard, header) in standards.iter().flat_map(|standard| headers.iter().map(move |header| (standard, header))) {
            let check = Process::new(compiler).args(WARNINGS).args([standard, "-fsyntax-only", "-include", header, "-I"]);
            check.arg(include).args(["-x", language]).arg(&nothing).run()?;
        }
    }
    Ok(())
}
