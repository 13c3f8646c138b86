//! What the manifests promise: the oldest Rust, and a reason for every dependency.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Done;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, on_path, say},
    workspace::{self, Workspace, metadata},
};

/// Every member states the same oldest Rust, no dependency in the lock file asks for a later one, clippy watches the standard library's items
/// (`incompatible_msrv`, held by `clippy`), and where rustup has that toolchain, the members are checked with it.
pub(super) fn msrv(workspace: &Workspace) -> Outcome<Done> {
    let stated: BTreeSet<&str> = workspace.packages.iter().map(|package| package["rust_version"].as_str().unwrap_or("none")).collect();
    let stated: Vec<&str> = stated.into_iter().collect();
    let &[version] = stated.as_slice() else {
        return Err(Failure::new(format!("the members state different oldest Rusts: {}", stated.join(", "))));
    };
    let oldest =
        numbers(version).ok_or_else(|| Failure::new(format!("no member states its oldest Rust, or not as a version: {version}")))?;
    let whole = metadata(&workspace.root.join("Cargo.toml"), false)?;
    let later = entries(&whole["packages"])
        .filter(|package| package["rust_version"].as_str().and_then(numbers).is_some_and(|asked| asked > oldest));
    let later: Vec<String> = later
        .map(|package| format!("{} {} asks for {}", word(&package["name"]), word(&package["version"]), word(&package["rust_version"])))
        .collect();
    if !later.is_empty() {
        return Err(Failure::new(format!("the oldest Rust is {version}, but {}", later.join(", "))));
    }
    clippy_watches(workspace)?;
    say(&format!(
        "Rust {version} or later: stated by {} members, asked for by none of {} packages",
        workspace.packages.len(),
        entries(&whole["packages"]).count()
    ));
    build_with(workspace, version)
}

/// The lint that knows since when an item of the standard library is there must be on in every member.
fn clippy_watches(workspace: &Workspace) -> Outcome {
    let on = |manifest: &toml::Table| {
        let clippy = manifest.get("lints").or_else(|| manifest.get("workspace")?.get("lints")).and_then(|lints| lints.get("clippy"));
        clippy.and_then(|clippy| clippy.get("incompatible_msrv")).and_then(toml::Value::as_str) == Some("deny")
    };
    let manifest_of = |path: &std::path::Path| -> Outcome<toml::Table> { workspace::read(path)?.parse().map_err(Failure::in_file(path)) };
    let root = on(&manifest_of(&workspace.root.join("Cargo.toml"))?);
    for package in &workspace.packages {
        let path = std::path::PathBuf::from(word(&package["manifest_path"]));
        let manifest = manifest_of(&path)?;
        let inherits = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool) == Some(true);
        if !(if inherits { root } else { on(&manifest) }) {
            return Err(Failure::new(format!("{}: clippy's `incompatible_msrv` is not denied in its lints", path.display())));
        }
    }
    Ok(())
}

/// A build with the oldest Rust itself, where rustup has it: it is never fetched for this.
fn build_with(workspace: &Workspace, version: &str) -> Outcome<Done> {
    let installed = if on_path("rustup") { Process::new("rustup").args(["toolchain", "list"]).output()? } else { String::new() };
    let Some(toolchain) =
        installed.split_whitespace().find(|name| name.starts_with(&format!("{version}-")) || name.starts_with(&format!("{version}.")))
    else {
        say(&format!("not built with Rust {version}: rustup has no such toolchain here"));
        return Ok(Done::Passed);
    };
    let check = Process::new("rustup").directory(&workspace.root).args([
        "run",
        toolchain,
        "cargo",
        "check",
        "--locked",
        "--workspace",
        "--target-dir",
    ]);
    check.arg(workspace.target.join("msrv")).run()?;
    Ok(Done::Passed)
}

/// Every direct dependency has its line in `docs/dependencies.md`, and no line is about one that has gone.
pub(super) fn dependencies(workspace: &Workspace) -> Outcome<Done> {
    let mut direct = of_manifest(&workspace.packages);
    for apart in ["fuzz/Cargo.toml", "python/Cargo.toml"] {
        let manifest = workspace.root.join(apart);
        if manifest.is_file() {
            direct.extend(of_manifest(metadata(&manifest, true)?["packages"].as_array().map_or(&[], Vec::as_slice)));
        }
    }
    let path = workspace.root.join("docs/dependencies.md");
    let page = workspace::read(&path)?;
    let explained: BTreeSet<String> = page.lines().filter_map(explained).map(str::to_owned).collect();
    let wanting: Vec<&str> = direct.difference(&explained).map(String::as_str).collect();
    let stale: Vec<&str> = explained.difference(&direct).map(String::as_str).collect();
    if !wanting.is_empty() {
        return Err(Failure::new(format!("docs/dependencies.md has no row `| name | reason |` for: {}", wanting.join(", "))));
    }
    if !stale.is_empty() {
        return Err(Failure::new(format!("docs/dependencies.md has rows for what is no direct dependency: {}", stale.join(", "))));
    }
    say(&format!("{} direct dependencies, each with its reason", direct.len()));
    Ok(Done::Passed)
}

/// The names of the registry's packages that these packages name in their manifests.
fn of_manifest(packages: &[Value]) -> BTreeSet<String> {
    let all = packages.iter().flat_map(|package| entries(&package["dependencies"]));
    all.filter(|dependency| dependency["path"].is_null()).map(|dependency| word(&dependency["name"]).to_owned()).collect()
}

/// The name that a row of the page is about: "| `name` | reason |", with a reason.
fn explained(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
    (rest.trim_matches([' ', '|']).len() > 20).then_some(name)
}

fn entries(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A version's numbers; what is missing is zero.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut numbers = [0; 3];
    for (place, part) in version.split('.').enumerate() {
        *numbers.get_mut(place)? = part.parse().ok()?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(numbers("1.9") < numbers("1.88"));
        assert_eq!(numbers("1.88"), numbers("1.88.0"));
        assert_eq!(numbers("none"), None);
    }

    #[test]
    fn a_row_needs_a_reason() {
        assert_eq!(explained("| `memchr` | finds bytes eight times as fast as a loop |"), Some("memchr"));
        assert_eq!(explained("| `memchr` | fast |"), None);
        assert_eq!(explained("| crate | why |"), None);
    }
}
