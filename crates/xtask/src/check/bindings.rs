//! The Python package, tested as its users meet it: the wheel in an environment of its own.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::Done;
use crate::{
    failure::{Failure, Outcome},
    process::Process,
    python::Venv,
    workspace::Workspace,
};

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

pub(super) fn sorted(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Failure::at(folder))?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(Failure::at(folder))?;
    paths.sort();
    Ok(paths)
}
