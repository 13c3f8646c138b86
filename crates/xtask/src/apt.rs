//! Programs of the system that a task needs: those that are missing are installed where nobody need be asked.

use crate::{
    failure::Outcome,
    process::{Process, on_path, say},
};

/// A program, and the packages of Debian's that it comes with.
pub(crate) type Tool = (&'static str, &'static [&'static str]);

/// Installs what is missing with apt-get, as root; for anybody else what is missing is named, and whoever needs it does without.
pub(crate) fn provide(tools: &[Tool]) -> Outcome {
    let missing: Vec<&Tool> = tools.iter().filter(|(program, _)| !on_path(program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|(_, packages)| packages.iter().copied()).collect();
    if !on_path("apt-get") || Process::new("id").arg("-u").output()?.trim() != "0" {
        say(&format!("not here, and not to be installed without root and apt-get: {}", packages.join(" ")));
        return Ok(());
    }
    say(&format!("$ apt-get install {}", packages.join(" ")));
    let apt = || Process::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
    apt().arg("update").quietly()?;
    apt().args(["install", "--yes", "--no-install-recommends"]).args(packages).quietly()
}
