//! The C library, tested as its users meet it: the header under every standard and compiler, programs against the shared library, what it exports.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use super::{Done, bindings::sorted};
use crate::{
    failure::{Failure, Outcome},
    process::{Process, on_path, say},
    workspace::{self, Workspace},
};

/// The package of the C library.
const PACKAGE: &str = "dateline-capi";

/// The name that programs ask the loader for.
const SONAME: &str = "libdateline.so.1";

/// Every standard that the header must compile under, without a warning.
const STANDARDS: [(&str, &str, &[&str]); 4] = [
    ("gcc", "c", &["-std=c99", "-std=c11", "-std=c17"]),
    ("clang", "c", &["-std=c99", "-std=c11", "-std=c17"]),
    ("g++", "c++", &["-std=c++17"]),
    ("clang++", "c++", &["-std=c++17"]),
];

/// What the programs of the guide are run on.
const PAGE: &str = "<html lang=en><title>Cow leaves meadow</title><h1>Cow leaves meadow</h1>\
    <p>OSLO, May 4 (Herd) - \"A cow left its meadow,\" said Minister Kari Vik on Tuesday.\
    <p>It was seen on the road to town, where it had never been before, said the minister.";

const WARNINGS: [&str; 4] = ["-Wall", "-Wextra", "-Werror", "-pedantic"];

/// Every `.c` and `.cpp` of `tests/c` is linked with the shared library and run, each must exit with 0: plainly, under valgrind, and with sanitizers.
pub(super) fn c(workspace: &Workspace) -> Outcome<Done> {
    let sources = workspace.root.join("tests/c");
    if workspace.package(PACKAGE).is_none() || !sources.is_dir() {
        return Ok(Done::Skipped("there is no crates/dateline-capi with tests/c yet"));
    }
    workspace.cargo("build").args(["--release", "--package", PACKAGE]).run()?;
    let built = Built::new(workspace)?;
    exported(&built.library)?;
    standards(&built.include)?;
    let mut ran = 0;
    for source in sorted(&sources)? {
        ran += usize::from(built.test(&source)?);
    }
    built.guide(workspace)?;
    if ran == 0 { Err(Failure::new("tests/c holds no .c or .cpp file that could be compiled")) } else { Ok(Done::Passed) }
}

/// The library under the name that the loader looks for, and where programs are built.
struct Built {
    library: PathBuf,
    folder: PathBuf,
    include: PathBuf,
}

impl Built {
    fn new(workspace: &Workspace) -> Outcome<Self> {
        let folder = workspace.made("c-tests")?;
        let library = workspace.target.join("release/libdateline.so");
        for name in [SONAME, "libdateline.so"] {
            let link = folder.join(name);
            if link.is_symlink() {
                fs::remove_file(&link).map_err(Failure::at(&link))?;
            }
            symlink(&library, &link).map_err(Failure::at(&link))?;
        }
        Ok(Self { library, folder, include: workspace.root.join("crates").join(PACKAGE).join("include") })
    }

    /// Whether there is a compiler for a source; it is then compiled and run.
    fn test(&self, source: &Path) -> Outcome<bool> {
        let (compiler, standard) = match source.extension().and_then(|name| name.to_str()) {
            Some("c") => ("cc", "-std=c11"),
            Some("cpp") => ("c++", "-std=c++17"),
            _ => return Ok(false),
        };
        if !on_path(compiler) {
            say(&format!("{} not compiled: there is no {compiler} here", source.display()));
            return Ok(false);
        }
        let plain = self.compile(compiler, standard, source, "plain", &[])?;
        Process::new(&plain).run()?;
        if on_path("valgrind") {
            let memory = Process::new("valgrind").args(["--quiet", "--error-exitcode=9", "--leak-check=full"]);
            memory.args(["--show-leak-kinds=definite", "--errors-for-leak-kinds=definite"]).arg(&plain).run()?;
        } else {
            say("not run under valgrind: it is not here");
        }
        let sanitizers = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
        Process::new(self.compile(compiler, standard, source, "sanitized", &sanitizers)?).run()?;
        Ok(true)
    }

    /// The programs of the guide, each complete: compiled as it stands there, and run on a page.
    fn guide(&self, workspace: &Workspace) -> Outcome {
        let guide = workspace::read(&workspace.root.join("docs/c.md"))?;
        let page = self.folder.join("page.html");
        workspace::write(&page, PAGE)?;
        for (number, block) in guide.split("\n```").skip(1).step_by(2).enumerate() {
            let Some((language, code)) = block.split_once('\n') else { continue };
            let source = self.folder.join(format!("guide-{number}.{language}"));
            let program = match language {
                "c" | "cpp" | "python" => {
                    workspace::write(&source, code)?;
                    match language {
                        "c" => self.compile("cc", "-std=c11", &source, "plain", &[])?,
                        "cpp" => self.compile("c++", "-std=c++17", &source, "plain", &[])?,
                        _ => source,
                    }
                }
                _ => continue,
            };
            let line = if language == "python" { "python3 \"$0\" < \"$1\"" } else { "\"$0\" \"$1\" < \"$1\"" };
            let run = Process::new("sh").args(["-c", line]).arg(&program).arg(&page).env("LD_LIBRARY_PATH", &self.folder);
            if run.output()?.trim().is_empty() {
                return Err(Failure::new(format!("docs/c.md: program {number} ({language}) printed nothing")));
            }
        }
        Ok(())
    }

    fn compile(&self, compiler: &str, standard: &str, source: &Path, kind: &str, flags: &[&str]) -> Outcome<PathBuf> {
        let name = source.file_name().unwrap_or_default().to_string_lossy();
        let program = self.folder.join(format!("{name}.{kind}"));
        let compile = Process::new(compiler).arg(standard).args(WARNINGS).args(["-g", "-pthread"]).args(flags);
        let compile = compile.arg("-I").arg(&self.include).arg(source).arg("-L").arg(&self.folder).arg("-ldateline");
        compile.arg(format!("-Wl,-rpath,{}", self.folder.display())).arg("-o").arg(&program).run()?;
        Ok(program)
    }
}

/// The library exports what the header declares, under its prefix, and nothing of Rust's.
fn exported(library: &Path) -> Outcome {
    if !on_path("nm") {
        say("exported symbols not looked at: there is no nm here");
        return Ok(());
    }
    let symbols = Process::new("nm").args(["-D", "--defined-only"]).arg(library).output()?;
    let names: Vec<&str> = symbols.lines().filter_map(|line| line.split_whitespace().last()).collect();
    if let Some(strange) = names.iter().find(|name| !name.starts_with("dateline_")) {
        return Err(Failure::new(format!("{} exports {strange}, which does not begin with dateline_", library.display())));
    }
    say(&format!("{} exported symbols, all of them dateline_*", names.len()));
    if names.is_empty() { Err(Failure::new("the library exports nothing")) } else { Ok(()) }
}

/// The header by itself, under every standard, by every compiler that is here.
fn standards(include: &Path) -> Outcome {
    for (compiler, language, standards) in STANDARDS {
        if !on_path(compiler) {
            say(&format!("header not compiled by {compiler}: it is not here"));
            continue;
        }
        for standard in standards {
            let check = Process::new(compiler).args(WARNINGS).args([standard, "-fsyntax-only", "-include", "dateline.h", "-I"]);
            check.arg(include).args(["-x", language, "/dev/null"]).run()?;
        }
    }
    Ok(())
}
