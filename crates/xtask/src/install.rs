//! `cargo xtask install-c` and `uninstall-c`: the C library, its headers, its pkg-config file and its CMake package go under a prefix, or away from it.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    failure::{Failure, Outcome},
    process::say,
    workspace::{self, Workspace},
};

/// The profile of the workspace that the library is built under, with everything in.
const PROFILE: &str = "c";

/// The same for a library with features left out.
const SMALL: &str = "c-small";

/// The folder below that of the libraries that holds the CMake package and nothing else.
const CMAKE: &str = "cmake/Dateline";

#[derive(Args)]
pub(crate) struct Arguments {
    /// Where programs will look for it
    #[arg(long, value_name = "DIR", default_value = "/usr/local")]
    prefix: PathBuf,
    /// A folder that stands for the root while a package is made
    #[arg(long, value_name = "DIR")]
    destdir: Option<PathBuf>,
    /// The folder of libraries below the prefix, as in lib/x86_64-linux-gnu
    #[arg(long, value_name = "DIR", default_value = "lib")]
    libdir: PathBuf,
    /// Only these features of crates/dateline-capi; all of the default ones where none is named ("" for none)
    #[arg(long, value_name = "LIST")]
    features: Option<String>,
}

impl Arguments {
    /// With all features.
    pub(crate) fn new(prefix: PathBuf, destdir: Option<PathBuf>, libdir: PathBuf) -> Self {
        Self { prefix, destdir, libdir, features: None }
    }

    /// The folder that stands for the root.
    pub(crate) fn destdir(&self) -> Option<PathBuf> {
        self.destdir.clone()
    }

    /// A folder below the prefix, as it is on this machine now.
    fn below(&self, folder: &Path) -> PathBuf {
        let whole = self.prefix.join(folder);
        match &self.destdir {
            Some(root) => root.join(whole.strip_prefix("/").unwrap_or(&whole)),
            None => whole,
        }
    }

    /// Every file that is installed, with what makes it.
    fn files(&self, workspace: &Workspace) -> Vec<(PathBuf, Content)> {
        let built = |name: &str| Content::Copy(workspace.target.join(profile(self.features.as_deref())).join(name));
        let header = |name: &str| Content::Copy(workspace.root.join("crates/dateline-capi/include").join(name));
        let version = workspace.package("dateline-capi").and_then(|package| package["version"].as_str()).unwrap_or_default();
        let (lib, include) = (self.below(&self.libdir), self.below(Path::new("include")));
        let (prefix, libdir) = (self.prefix.display(), self.libdir.display());
        let pkg_config = format!(
            "prefix={prefix}\nlibdir=${{prefix}}/{libdir}\nincludedir=${{prefix}}/include\n\nName: dateline\n\
             Description: News articles, as web pages or plain text, into one typed article\nVersion: {version}\n\
             Libs: -L${{libdir}} -ldateline\nLibs.private: -lpthread -ldl -lm\nCflags: -I${{includedir}}\n"
        );
        // from where the file itself lies, so that the package may be moved
        let up = "/..".repeat(self.libdir.components().count() + 2);
        let cmake = format!(
            "get_filename_component(_dateline_prefix \"${{CMAKE_CURRENT_LIST_DIR}}{up}\" ABSOLUTE)\n\
             if(NOT TARGET Dateline::dateline)\n  add_library(Dateline::dateline SHARED IMPORTED)\n  set_target_properties(Dateline::dateline PROPERTIES\n    \
             IMPORTED_LOCATION \"${{_dateline_prefix}}/{libdir}/libdateline.so.{version}\"\n    IMPORTED_SONAME \"libdateline.so.1\"\n    \
             INTERFACE_INCLUDE_DIRECTORIES \"${{_dateline_prefix}}/include\")\nendif()\nunset(_dateline_prefix)\n"
        );
        let cmake_version = format!(
            "set(PACKAGE_VERSION \"{version}\")\nif(PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)\n  set(PACKAGE_VERSION_COMPATIBLE FALSE)\nelse()\n  \
             set(PACKAGE_VERSION_COMPATIBLE TRUE)\nendif()\n"
        );
        let whole = format!("libdateline.so.{version}");
        vec![
            (include.join("dateline.h"), header("dateline.h")),
            (include.join("dateline.hpp"), header("dateline.hpp")),
            (lib.join(&whole), built("libdateline.so")),
            (lib.join("libdateline.so.1"), Content::Link(whole)),
            (lib.join("libdateline.so"), Content::Link("libdateline.so.1".to_owned())),
            (lib.join("libdateline.a"), built("libdateline.a")),
            (lib.join("pkgconfig/dateline.pc"), Content::Text(pkg_config)),
            (lib.join(CMAKE).join("DatelineConfig.cmake"), Content::Text(cmake)),
            (lib.join(CMAKE).join("DatelineConfigVersion.cmake"), Content::Text(cmake_version)),
        ]
    }
}

/// What a file is made of.
enum Content {
    Copy(PathBuf),
    Link(String),
    Text(String),
}

/// Builds the library, whole or with these features alone, and gives the folder that it lies in.
pub(crate) fn build(workspace: &Workspace, features: Option<&str>) -> Outcome<PathBuf> {
    let profile = profile(features);
    let mut build = workspace.cargo("build").args(["--profile", profile, "--package", "dateline-capi"]);
    if let Some(features) = features {
        build = build.args(["--no-default-features", "--features", features]);
    }
    build.run()?;
    Ok(workspace.target.join(profile))
}

fn profile(features: Option<&str>) -> &'static str {
    if features.is_some() { SMALL } else { PROFILE }
}

/// Builds the library and puts everything in its place.
pub(crate) fn install(workspace: &Workspace, arguments: &Arguments) -> Outcome {
    build(workspace, arguments.features.as_deref())?;
    for (path, content) in arguments.files(workspace) {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::at(folder))?;
        }
        remove(&path)?;
        match content {
            Content::Copy(from) => fs::copy(&from, &path).map(|_| ()).map_err(Failure::at(&from))?,
            Content::Link(to) => symlink(to, &path).map_err(Failure::at(&path))?,
            Content::Text(text) => workspace::write(&path, &text)?,
        }
        say(&path.display().to_string());
    }
    Ok(())
}

/// Takes away what `install` with the same arguments puts in its place.
pub(crate) fn uninstall(workspace: &Workspace, arguments: &Arguments) -> Outcome {
    arguments.files(workspace).iter().try_for_each(|(path, _)| remove(path))?;
    // the folders besides it are others' as well
    let package = arguments.below(&arguments.libdir).join(CMAKE);
    if package.is_dir() { fs::remove_dir(&package).map_err(Failure::at(&package)) } else { Ok(()) }
}

fn remove(path: &Path) -> Outcome {
    if path.is_file() || path.is_symlink() {
        fs::remove_file(path).map_err(Failure::at(path))?;
    }
    Ok(())
}
