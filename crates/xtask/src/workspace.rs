//! Where things are, and what `cargo metadata` says of the workspace.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    failure::{Failure, Outcome},
    process::Process,
};

/// The workspace that this xtask belongs to.
pub(crate) struct Workspace {
    /// The folder of the workspace's manifest.
    pub(crate) root: PathBuf,
    /// Where everything is built, and where all that the tasks make lies.
    pub(crate) target: PathBuf,
    /// The packages of the workspace, as `cargo metadata` prints them.
    pub(crate) packages: Vec<Value>,
}

impl Workspace {
    /// Asks cargo for it.
    pub(crate) fn find() -> Outcome<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.toml");
        let metadata = metadata(&manifest, true)?;
        let folder =
            |key: &str| metadata[key].as_str().map(PathBuf::from).ok_or_else(|| Failure::new(format!("cargo metadata names no {key}")));
        let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")?, packages })
    }

    /// A cargo command of this toolchain at the root; the lock file is never changed by it.
    pub(crate) fn cargo(&self, subcommand: &str) -> Process {
        Process::new(cargo()).directory(&self.root).args([subcommand, "--locked"])
    }

    /// The package of this name, as `cargo metadata` prints it.
    pub(crate) fn package(&self, name: &str) -> Option<&Value> {
        self.packages.iter().find(|package| package["name"] == name)
    }

    /// A folder of the target directory, made where it is missing.
    pub(crate) fn made(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.target.join(name);
        fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
        Ok(folder)
    }

    /// The labelled sets and samples beside the repository, where they are present.
    pub(crate) fn shared(&self) -> Option<PathBuf> {
        let shared = self.root.join("../shared").canonicalize().ok()?;
        shared.join("bench/data").is_dir().then_some(shared)
    }

    /// The command `dateline`, built in release.
    pub(crate) fn release_command(&self) -> Outcome<PathBuf> {
        self.cargo("build").args(["--release", "--package", "dateline-cli"]).run()?;
        Ok(self.target.join("release").join(format!("dateline{}", env::consts::EXE_SUFFIX)))
    }
}

/// What cargo says of a manifest: the members alone, or with all that they depend on.
pub(crate) fn metadata(manifest: &Path, members_only: bool) -> Outcome<Value> {
    let mut ask = Process::new(cargo()).args(["metadata", "--format-version", "1", "--manifest-path"]).arg(manifest);
    // a lock file that is out of date is a failure of the test, not something to repair in silence
    ask = if members_only { ask.arg("--no-deps") } else { ask.arg("--locked") };
    serde_json::from_str(&ask.output()?).map_err(Failure::in_file(manifest))
}

fn cargo() -> std::ffi::OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// A file's text.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(Failure::at(path))
}

/// Writes a file's text.
pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(Failure::at(path))
}

/// What lies in a folder, by name.
pub(crate) fn sorted(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Failure::at(folder))?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(Failure::at(folder))?;
    paths.sort();
    Ok(paths)
}
