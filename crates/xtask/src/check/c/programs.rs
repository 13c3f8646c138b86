//! Programs in C and C++ against the library: each compiled by every compiler that is here, and run plainly, under valgrind and with sanitizers.
//!
//! The library itself is built by the stable compiler, which has no sanitizers. They see it all the same where it counts: its heap is the program's, so what a program
//! does wrong with the library's memory is found, as is what is never freed; valgrind sees every load and store of both. `tests/c/wrong` holds them to that.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use super::WARNINGS;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, on_path, say},
    workspace::{Workspace, sorted},
};

/// The names that the linker and the loader look for.
const NAMES: [&str; 2] = ["libdateline.so", "libdateline.so.1"];

const SANITIZERS: [&str; 2] = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

/// The library under its names, and where programs are built.
pub(super) struct Programs {
    pub(super) folder: PathBuf,
    include: PathBuf,
    /// What valgrind says of the compiler's work without reason.
    suppressions: PathBuf,
}

impl Programs {
    pub(super) fn new(workspace: &Workspace, library: &Path, include: PathBuf) -> Outcome<Self> {
        let folder = workspace.made("c-tests")?;
        for name in NAMES {
            let link = folder.join(name);
            if link.is_symlink() {
                fs::remove_file(&link).map_err(Failure::at(&link))?;
            }
            symlink(library, &link).map_err(Failure::at(&link))?;
        }
        Ok(Self { folder, include, suppressions: workspace.root.join("tests/c/valgrind.supp") })
    }

    /// Every program of a folder; there must be some.
    pub(super) fn run_all(&self, folder: &Path) -> Outcome {
        let sources: Vec<PathBuf> = sorted(folder)?.into_iter().filter(|path| compilers(path).is_some()).collect();
        if sources.is_empty() {
            return Err(Failure::new(format!("{} holds no .c or .cpp file", folder.display())));
        }
        sources.iter().try_for_each(|source| self.run(source))
    }

    /// A program that must exit with 0, whoever compiles it and looks on.
    pub(super) fn run(&self, source: &Path) -> Outcome {
        if !can_build(source) {
            say(&format!("not built: {}, there is no compiler of C++ here", source.display()));
            return Ok(());
        }
        let mut plain = None;
        for compiler in compilers(source).unwrap_or_default().iter().filter(|compiler| on_path(compiler)) {
            let program = self.compile(compiler, source, "plain", &[])?;
            Process::new(&program).run()?;
            // the first: an older valgrind cannot read what clang says of lines
            plain.get_or_insert(program);
        }
        let Some(plain) = plain else { return Err(Failure::new(format!("{}: there is no compiler for it", source.display()))) };
        if on_path("valgrind") {
            self.valgrind(&plain).run()?;
        } else {
            say("not run under valgrind: it is not here");
        }
        Process::new(self.sanitized(source)?).run()
    }

    /// Every program of a folder does wrong with the library's memory what valgrind and the sanitizers must see.
    pub(super) fn find_what_is_wrong(&self, folder: &Path) -> Outcome {
        for source in sorted(folder)? {
            let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let compiler = compilers(&source).unwrap_or_default().iter().find(|compiler| on_path(compiler));
            let compiler = compiler.ok_or_else(|| Failure::new(format!("{name}: there is no compiler for it")))?;
            if on_path("valgrind") && self.valgrind(&self.compile(compiler, &source, "plain", &[])?).attempt()?.0 {
                return Err(Failure::new(format!("valgrind sees nothing wrong with {name}")));
            }
            if Process::new(self.sanitized(&source)?).attempt()?.0 {
                return Err(Failure::new(format!("the sanitizers see nothing wrong with {name}")));
            }
            say(&format!("found, as it should be: {name}"));
        }
        Ok(())
    }

    /// The system's own compiler brings the sanitizers' runtime; clang's is a package of its own.
    fn sanitized(&self, source: &Path) -> Outcome<PathBuf> {
        let compiler = if source.extension().is_some_and(|name| name == "c") { "cc" } else { "c++" };
        self.compile(compiler, source, "sanitized", &SANITIZERS)
    }

    fn compile(&self, compiler: &str, source: &Path, kind: &str, flags: &[&str]) -> Outcome<PathBuf> {
        let name = source.file_name().unwrap_or_default().to_string_lossy();
        let program = self.folder.join(format!("{name}.{compiler}.{kind}"));
        let standard = if name.ends_with(".c") { "-std=c11" } else { "-std=c++17" };
        let compile = Process::new(compiler).arg(standard).args(WARNINGS).args(["-g", "-pthread"]).args(flags);
        let compile = compile.arg("-I").arg(&self.include).arg(source).arg("-L").arg(&self.folder).arg("-ldateline");
        compile.arg(format!("-Wl,-rpath,{}", self.folder.display())).arg("-o").arg(&program).run()?;
        Ok(program)
    }

    fn valgrind(&self, program: &Path) -> Process {
        let memory = Process::new("valgrind").args(["--quiet", "--error-exitcode=9", "--leak-check=full"]);
        let memory = memory.arg(format!("--suppressions={}", self.suppressions.display()));
        memory.args(["--show-leak-kinds=definite", "--errors-for-leak-kinds=definite"]).arg(program).arg("under-valgrind")
    }
}

/// Whether there is a compiler for a source. One of C is part of every Rust toolchain that links; one of C++ need not be there.
pub(super) fn can_build(source: &Path) -> bool {
    source.extension().is_none_or(|name| name != "cpp") || on_path("c++")
}

/// The compilers of a source's language; `None` for what is none.
fn compilers(source: &Path) -> Option<&'static [&'static str]> {
    match source.extension()?.to_str()? {
        "c" => Some(&["gcc", "clang"]),
        "cpp" => Some(&["g++", "clang++"]),
        _ => None,
    }
}
