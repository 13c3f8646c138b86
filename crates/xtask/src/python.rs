//! Python for the tasks that need it: the scorers, the wheel's tests, the peers. Virtual environments lie under the target folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Outcome},
    process::Process,
    workspace::{self, Workspace},
};

/// What builds the wheel.
const MATURIN: &str = "maturin>=1.14,<2";

/// The oldest that will do.
const OLDEST: (u32, u32) = (3, 10);

/// The system's Python, checked for its version.
pub(crate) fn system() -> Outcome<Process> {
    let asked = Process::new("python3").args(["-c", "import sys; print(*sys.version_info[:2])"]).output();
    let version = asked.map_err(|failure| Failure::new(format!("{failure}; python3 {}.{} or later is needed", OLDEST.0, OLDEST.1)))?;
    let mut numbers = version.split_whitespace().map_while(|part| part.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(major), Some(minor)) if (major, minor) >= OLDEST => Ok(Process::new("python3")),
        _ => Err(Failure::new(format!("python3 is {}, {}.{} or later is needed", version.trim(), OLDEST.0, OLDEST.1))),
    }
}

/// The environment that holds maturin.
pub(crate) fn builder(workspace: &Workspace) -> Outcome<Venv> {
    Venv::with(workspace, "maturin", &[MATURIN])
}

/// The package's wheel, built by maturin as it is for users into a folder that holds nothing else.
pub(crate) fn build_wheel(workspace: &Workspace, folder: &Path) -> Outcome<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::at(folder))?;
    }
    let builder = builder(workspace)?;
    let maturin = Process::new(builder.program("maturin")).directory(&workspace.root.join("python")).env("VIRTUAL_ENV", builder.folder());
    maturin.args(["build", "--release", "--locked", "--quiet", "--out"]).arg(folder).env("CARGO_TARGET_DIR", &workspace.target).run()?;
    let wheels = workspace::sorted(folder)?;
    let [wheel] = wheels.as_slice() else { return Err(Failure::new(format!("maturin made {} wheels, not one", wheels.len()))) };
    Ok(wheel.clone())
}

/// A virtual environment with what it was asked to hold.
pub(crate) struct Venv(PathBuf);

impl Venv {
    /// The environment of this name with these requirements, made or taken from an earlier run that asked for the same.
    pub(crate) fn with(workspace: &Workspace, name: &str, requirements: &[&str]) -> Outcome<Self> {
        let folder = workspace.made("venv")?.join(name);
        let stamp = folder.join("requirements");
        let wanted = requirements.join("\n");
        let venv = Self(folder);
        if fs::read_to_string(&stamp).is_ok_and(|held| held == wanted) {
            return Ok(venv);
        }
        let venv = venv.cleared()?;
        venv.install(requirements)?;
        fs::write(&stamp, wanted).map_err(Failure::at(&stamp))?;
        Ok(venv)
    }

    /// The environment of this name, empty.
    pub(crate) fn fresh(workspace: &Workspace, name: &str) -> Outcome<Self> {
        Self(workspace.made("venv")?.join(name)).cleared()
    }

    /// The environment of this name, empty, of another interpreter.
    pub(crate) fn of(workspace: &Workspace, name: &str, interpreter: &Path) -> Outcome<Self> {
        Self(workspace.made("venv")?.join(name)).made_by(Process::new(interpreter))
    }

    fn cleared(self) -> Outcome<Self> {
        let system = system()?;
        self.made_by(system)
    }

    fn made_by(self, interpreter: Process) -> Outcome<Self> {
        interpreter
            .args(["-m", "venv", "--clear"])
            .arg(&self.0)
            .quietly()
            .map_err(|failure| Failure::new(format!("{failure} (Debian has the module in the package python3-venv)")))?;
        // the pip that Python 3.11 brings cannot resolve one extra that is asked for twice (lxml[html-clean,html-clean], by way of two peers)
        self.install(&["pip>=24"])?;
        Ok(self)
    }

    /// Installs from the registry, or wheels by their path.
    pub(crate) fn install<A: AsRef<std::ffi::OsStr>>(&self, requirements: &[A]) -> Outcome {
        self.python().args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]).args(requirements).quietly()
    }

    /// Its interpreter.
    pub(crate) fn python(&self) -> Process {
        Process::new(self.program("python"))
    }

    /// A program that it holds.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.0.join("bin").join(name)
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }
}
