//! The Python package, tested as its users meet it: the wheel in an environment of its own.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::Done;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, on_path, say},
    python::{Venv, build_wheel, builder},
    workspace::{Workspace, sorted},
};

/// What checks the types.
const CHECKERS: [&str; 2] = ["mypy>=1.18", "pyright[nodejs]>=1.1.400"];

/// Interpreters besides the system's that the one wheel is tried on, where they are here.
const OTHERS: [&str; 4] = ["python3.10", "python3.12", "python3.13", "python3.14"];

/// The folder of the wheel in the target directory.
pub(super) const WHEELS: &str = "wheels";

/// How long the package is fuzzed, in seconds.
const FUZZED: &str = "60";

/// The wheel is built by maturin and installed into an empty environment, where the tests of `python/tests` meet it and not the sources; then its types are checked, it is
/// fuzzed, tried on other interpreters, and the source distribution is looked through.
pub(super) fn wheel(workspace: &Workspace) -> Outcome<Done> {
    let package = workspace.root.join("python");
    let wheels = workspace.made(WHEELS)?;
    let wheel = build_wheel(workspace, &wheels)?;
    source_distribution(workspace, &package)?;
    let user = Venv::fresh(workspace, "wheel")?;
    // with what its tests and its notebooks need: the extras of these names are the package's own lists
    user.install(&[format!("{}[test,notebooks]", wheel.display())])?;
    test(&user, &package, &wheels)?;
    for example in sorted(&package.join("examples"))? {
        user.python().arg(&example).directory(&wheels).quietly()?;
    }
    types(&user, &package)?;
    fuzz(workspace, &wheel, &package)?;
    others(workspace, &wheel, &package, &wheels)?;
    Ok(Done::Passed)
}

fn test(user: &Venv, package: &Path, folder: &Path) -> Outcome {
    let pytest = user.python().args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "-c"]).arg(package.join("pyproject.toml"));
    pytest.arg(package.join("tests")).directory(folder).run()
}

/// The stubs against the module itself, then the package, its tests' examples and what users write, under the strictest rules of both checkers.
fn types(user: &Venv, package: &Path) -> Outcome {
    user.install(&CHECKERS)?;
    user.python().args(["-m", "mypy.stubtest", "dateline"]).directory(package.parent().unwrap_or(package)).run()?;
    let cache = user.folder().join("mypy-cache");
    let mypy = user.python().args(["-m", "mypy", "--strict", "--cache-dir"]).arg(cache).args(["--python-version", "3.10"]);
    mypy.arg(package.join("dateline")).arg(package.join("examples")).directory(user.folder()).run()?;
    // its node comes from a wheel, itself from npm
    let (had, said) = user.python().args(["-m", "pyright", "--version"]).directory(user.folder()).attempt()?;
    if !had {
        say(&format!("not checked by pyright, which cannot be had here: {}", said.lines().last().unwrap_or_default()));
        return Ok(());
    }
    let pyright = user.python().args(["-m", "pyright", "--pythonpath"]).arg(user.program("python")).arg("--project").arg(package);
    pyright.directory(package).run()
}

/// A minute of coverage-guided fuzzing, where there is a fuzzer for this interpreter.
fn fuzz(workspace: &Workspace, wheel: &Path, package: &Path) -> Outcome {
    let fuzzer = Venv::fresh(workspace, "atheris")?;
    if let Err(failure) = fuzzer.install(&["atheris>=2.3"]) {
        say(&format!("not fuzzed, there is no atheris for this Python: {failure}"));
        return Ok(());
    }
    fuzzer.install(&[wheel])?;
    let target = package.join("tests/fuzz_extract.py");
    let run = fuzzer.python().arg(target).arg(format!("-max_total_time={FUZZED}")).args([
        "-max_len=4096",
        "-timeout=30",
        "-rss_limit_mb=2048",
        "-verbosity=0",
    ]);
    run.directory(fuzzer.folder()).run()
}

/// The same wheel on interpreters of other versions.
fn others(workspace: &Workspace, wheel: &Path, package: &Path, folder: &Path) -> Outcome {
    for name in OTHERS {
        let Some(interpreter) = interpreter(name)? else {
            say(&format!("not tried on {name}: it is not here"));
            continue;
        };
        let user = Venv::of(workspace, name, &interpreter)?;
        user.install(&[wheel.as_os_str(), "hypothesis>=6".as_ref(), "pyarrow>=18".as_ref(), "pytest>=8".as_ref()])?;
        test(&user, package, folder)?;
    }
    Ok(())
}

/// The interpreter of a name: on the path, or among those that pyenv holds. Version managers put names on the path behind which there is nothing until it is chosen.
fn interpreter(name: &str) -> Outcome<Option<PathBuf>> {
    if on_path(name) && Process::new(name).arg("--version").attempt()?.0 {
        return Ok(Some(name.into()));
    }
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let versions = root.map(|root| root.join("versions")).filter(|versions| versions.is_dir());
    let installed = versions.map_or(Ok(Vec::new()), |versions| sorted(&versions))?;
    Ok(installed.into_iter().map(|version| version.join("bin").join(name)).rfind(|program| program.is_file()))
}

/// The source distribution holds all that it is built from: cargo finds every crate of the lock file's in what is unpacked, without the repository around it.
fn source_distribution(workspace: &Workspace, package: &Path) -> Outcome {
    let folder = workspace.made("sdist")?;
    fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
    let folder = workspace.made("sdist")?;
    Process::new(builder(workspace)?.program("maturin")).directory(package).args(["sdist", "--out"]).arg(&folder).quietly()?;
    let archives = sorted(&folder)?;
    let [archive] = archives.as_slice() else { return Err(Failure::new(format!("maturin made {} archives, not one", archives.len()))) };
    Process::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&folder).quietly()?;
    let unpacked = archive.with_extension("").with_extension("");
    for needed in ["pyproject.toml", "PKG-INFO", "python/dateline/py.typed", "python/dateline/_core.pyi", "python/LICENSE-MIT"] {
        if !unpacked.join(needed).is_file() && !unpacked.join(needed.trim_start_matches("python/")).is_file() {
            return Err(Failure::new(format!("{} does not hold {needed}", archive.display())));
        }
    }
    // its workspace has fewer members than ours, so that its lock file loses some lines at first use
    let ask = Process::new("cargo").args(["metadata", "--offline", "--format-version", "1", "--manifest-path"]);
    let held: Value = serde_json::from_str(&ask.arg(unpacked.join("python/Cargo.toml")).output()?).map_err(Failure::in_file(archive))?;
    let own = held["packages"].as_array().into_iter().flatten().filter(|package| package["source"].is_null());
    let names: Vec<&str> = own.filter_map(|package| package["name"].as_str()).collect();
    say(&format!("the source distribution holds {}", names.join(", ")));
    Ok(())
}
