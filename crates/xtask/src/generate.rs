//! The files of the repository that are made from its code: written anew, or held against what they should be.

use std::fs;

use crate::{
    failure::{Failure, Outcome},
    process::say,
    workspace::{self, Workspace},
};

/// A file and how it is made.
struct Generated {
    path: &'static str,
    make: fn(&Workspace) -> Outcome<String>,
}

const GENERATED: [Generated; 3] = [
    Generated { path: "crates/dateline/schema/dateline-1.schema.json", make: schema },
    Generated { path: "crates/dateline-capi/include/dateline.h", make: header },
    Generated { path: "python/dateline/_core.pyi", make: stubs },
];

/// Writes all of them.
pub(crate) fn run(workspace: &Workspace) -> Outcome {
    for file in GENERATED {
        let path = workspace.root.join(file.path);
        let text = (file.make)(workspace)?;
        if fs::read_to_string(&path).is_ok_and(|held| held == text) {
            say(&format!("{} is as it should be", file.path));
            continue;
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::at(folder))?;
        }
        workspace::write(&path, &text)?;
        say(&format!("{} written", file.path));
    }
    Ok(())
}

/// Fails where one of them is not what `generate` would write.
pub(crate) fn hold(workspace: &Workspace) -> Outcome {
    for file in GENERATED {
        let held = workspace::read(&workspace.root.join(file.path))?;
        let made = (file.make)(workspace)?;
        if held != made {
            let line = held.lines().zip(made.lines()).take_while(|(held, made)| held == made).count() + 1;
            return Err(Failure::new(format!(
                "{} differs from what the code makes, from line {line} on: run `cargo xtask generate` and read the difference",
                file.path
            )));
        }
    }
    Ok(())
}

/// The JSON Schema of the model, as the command prints it.
fn schema(workspace: &Workspace) -> Outcome<String> {
    workspace.cargo("run").args(["--quiet", "--package", "dateline-cli", "--", "schema"]).output()
}

/// The header of the C library, from the sources of its crate in the order in which its root names them.
fn header(workspace: &Workspace) -> Outcome<String> {
    let folder = workspace.root.join("crates/dateline-capi");
    let sources = folder.join("src");
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml")).map_err(Failure::new)?;
    let root = workspace::read(&sources.join("lib.rs"))?;
    let modules = root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let builder = modules
        .fold(cbindgen::Builder::new().with_config(config), |builder, module| builder.with_src(sources.join(module).with_extension("rs")));
    let bindings = builder.generate().map_err(Failure::in_file(&folder))?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The types of the Python package's native module, from the module itself, built so that it tells them.
fn stubs(workspace: &Workspace) -> Outcome<String> {
    workspace.cargo("build").args(["--quiet", "--package", "dateline-python", "--features", "stubs"]).run()?;
    let library = workspace.target.join("debug").join(format!("{}_core{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX));
    let module = pyo3_introspection::introspect_cdylib(&library, "_core").map_err(Failure::in_file(&library))?;
    let files = pyo3_introspection::module_stub_files(&module);
    let [(_, text)] = files
        .iter()
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|all: Vec<_>| Failure::new(format!("{} gives {} stub files, not one", library.display(), all.len())))?;
    // types that are written out in the sources name these modules in full
    let with_modules = text.replacen("\nfrom ", "\nimport collections.abc\nimport os\nimport typing\nfrom ", 1);
    Ok(with_modules)
}
