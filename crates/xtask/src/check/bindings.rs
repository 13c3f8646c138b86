//! The bindings, tested as their users meet them: C sources compiled against the header and the library, the wheel in an environment of its own.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::Done;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, on_path, say},
    python::Venv,
    workspace::Workspace,
};

/// The package of the C library.
const C_PACKAGE: &str = "dateline-capi";

/// Every `.c` and `.cpp` of `tests/c` is compiled with all warnings as errors, linked with the shared library and run; each must exit with 0.
pub(super) fn c(workspace: &Workspace) -> Outcome<Done> {
    let sources = workspace.root.join("tests/c");
    let Some(package) = workspace.package(C_PACKAGE).filter(|_| sources.is_dir()) else {
        return Ok(Done::Skipped("there is no crates/dateline-capi with tests/c yet"));
    };
    let targets = package["targets"].as_array().into_iter().flatten();
    let library = targets
        .filter(|target| target["crate_types"].as_array().is_some_and(|types| types.iter().any(|kind| kind == "cdylib")))
        .find_map(|target| target["name"].as_str())
        .ok_or_else(|| Failure::new(format!("{C_PACKAGE} has no target of the type cdylib")))?
        .replace('-', "_");
    workspace.cargo("build").args(["--package", C_PACKAGE]).run()?;
    let built = workspace.target.join("debug");
    let include = workspace.root.join("crates").join(C_PACKAGE).join("include");
    let programs = workspace.made("c-tests")?;
    let mut ran = 0;
    for source in sorted(&sources)? {
        let Some((compiler, standard)) = compiler_of(&source) else { continue };
        if !on_path(compiler) {
            say(&format!("{} not compiled: there is no {compiler} here", source.display()));
            continue;
        }
        let program = programs.join(source.file_name().unwrap_or_default()).with_extension("");
        let compile = Process::new(compiler).args([standard, "-Wall", "-Wextra", "-Werror", "-g", "-I"]).arg(&include);
        let link = compile.arg(&source).arg("-L").arg(&built).arg(format!("-l{library}"));
        link.arg(format!("-Wl,-rpath,{}", built.display())).arg("-o").arg(&program).run()?;
        Process::new(&program).directory(&workspace.root).run()?;
        ran += 1;
    }
    if ran == 0 { Err(Failure::new("tests/c holds no .c or .cpp file that could be compiled")) } else { Ok(Done::Passed) }
}

fn compiler_of(source: &Path) -> Option<(&'static str, &'static str)> {
    match source.extension()?.to_str()? {
        "c" => Some(("cc", "-std=c11")),
        "cpp" => Some(("c++", "-std=c++17")),
        _ => None,
    }
}

/// The wheel is built by maturin and installed into an empty environment, where the tests of `python/tests` meet it and not the sources.
pub(super) fn wheel(workspace: &Workspace) -> Outcome<Done> {
    let package = workspace.root.join("python");
    if !package.join("pyproject.toml").is_file() {
        return Ok(Done::Skipped("there is no python/ yet"));
    }
    let wheels = workspace.made("wheels")?;
    for old in sorted(&wheels)? {
        fs::remove_file(&old).map_err(Failure::at(&old))?;
    }
    let builder = Venv::with(workspace, "maturin", &["maturin>=1.9,<2"])?;
    let maturin = Process::new(builder.program("maturin")).directory(&package).env("VIRTUAL_ENV", builder.folder());
    maturin.args(["build", "--release", "--locked", "--quiet", "--out"]).arg(&wheels).env("CARGO_TARGET_DIR", &workspace.target).run()?;
    let [wheel] =
        sorted(&wheels)?.try_into().map_err(|all: Vec<PathBuf>| Failure::new(format!("maturin made {} wheels, not one", all.len())))?;
    let user = Venv::fresh(workspace, "wheel")?;
    // with what its tests need: the extra of that name is the package's own list
    user.install(&[format!("{}[test]", wheel.display())])?;
    user.python()
        .args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--import-mode=importlib"])
        .arg(package.join("tests"))
        .directory(&wheels)
        .run()?;
    Ok(Done::Passed)
}

fn sorted(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Failure::at(folder))?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(Failure::at(folder))?;
    paths.sort();
    Ok(paths)
}
