//! The library as it is installed: every example of the guide is compiled against it with nothing but what pkg-config or CMake say, and run; then it goes again.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::programs::can_build;
use crate::{
    failure::{Failure, Outcome},
    install::{self, Arguments},
    process::{Process, on_path, say},
    workspace::{self, Workspace, sorted},
};

/// What the examples are run on.
const PAGE: &str = "<html lang=en><title>Cow leaves meadow</title><h1>Cow leaves meadow</h1>\
    <p>OSLO, May 4 (Herd) - \"A cow left its meadow,\" said Minister Kari Vik on Tuesday.\
    <p>It was seen on the road to town, where it had never been before, said the minister.";

/// The project that finds the library by CMake.
const CMAKE: &str = "tests/c/cmake";

/// Under a prefix of its own, and as a package of Debian's is made: in a folder that stands for the root, libraries in the folder of the architecture.
pub(super) fn hold(workspace: &Workspace) -> Outcome {
    let folder = workspace.made("c-installed")?;
    fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
    let examples = examples(workspace)?;
    let (prefix, root) = (folder.join("prefix"), folder.join("root"));
    let debian = Path::new("lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
    for (arguments, libraries) in [
        (Arguments::new(prefix.clone(), None, "lib".into()), prefix.join("lib")),
        (Arguments::new("/usr".into(), Some(root.clone()), debian.clone()), root.join("usr").join(&debian)),
    ] {
        install::install(workspace, &arguments)?;
        let installed = Installed { libraries, root: arguments.destdir(), work: workspace.made("c-installed/work")? };
        installed.by_pkg_config(&examples)?;
        installed.statically(&examples)?;
        installed.by_cmake(&workspace.root.join(CMAKE), &examples)?;
        install::uninstall(workspace, &arguments)?;
        if let Some(left) = files(&prefix)?.into_iter().chain(files(&root)?).next() {
            return Err(Failure::new(format!("uninstall-c leaves {}", left.display())));
        }
    }
    Ok(())
}

/// An example of the guide, complete as it stands there.
struct Example {
    source: PathBuf,
    language: String,
}

fn examples(workspace: &Workspace) -> Outcome<Vec<Example>> {
    let guide = workspace::read(&workspace.root.join("docs/c.md"))?;
    let folder = workspace.made("c-tests")?;
    let blocks = guide.split("\n```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
    let programs = blocks.filter(|(language, _)| matches!(*language, "c" | "cpp" | "python")).enumerate();
    let examples: Vec<Example> = programs
        .map(|(number, (language, code))| {
            let source = folder.join(format!("guide-{number}.{language}"));
            workspace::write(&source, code)?;
            Ok(Example { source, language: language.to_owned() })
        })
        .collect::<Outcome<_>>()?;
    let ctypes = examples.iter().find(|example| example.language == "python");
    match ctypes.map(|example| workspace::read(&example.source)).transpose()? {
        Some(code) if code.lines().count() <= 60 => Ok(examples),
        _ => Err(Failure::new("docs/c.md has no program in Python of at most 60 lines that calls the library")),
    }
}

/// An installation.
struct Installed {
    libraries: PathBuf,
    root: Option<PathBuf>,
    /// Where programs are built.
    work: PathBuf,
}

impl Installed {
    fn by_pkg_config(&self, examples: &[Example]) -> Outcome {
        if !on_path("pkg-config") {
            say("not compiled by pkg-config: it is not here");
            return Ok(());
        }
        let flags = self.pkg_config(&["--cflags", "--libs"])?;
        for example in examples.iter().filter(|example| can_build(&example.source)) {
            let program = self.work.join("example");
            match example.language.as_str() {
                "c" => {
                    Process::new("cc").args(["-std=gnu11", "-o"]).arg(&program).arg(&example.source).args(flags.split_whitespace()).run()?
                }
                "cpp" => Process::new("c++")
                    .args(["-std=c++17", "-o"])
                    .arg(&program)
                    .arg(&example.source)
                    .args(flags.split_whitespace())
                    .run()?,
                _ => {}
            }
            self.prints(if example.language == "python" { &example.source } else { &program })?;
        }
        Ok(())
    }

    /// What `Libs.private` names is all that the static library needs besides.
    fn statically(&self, examples: &[Example]) -> Outcome {
        let Some(example) = examples.iter().find(|example| example.language == "c" && on_path("pkg-config")) else { return Ok(()) };
        let program = self.work.join("static");
        let flags = self.pkg_config(&["--static", "--cflags", "--libs"])?;
        let flags = flags.split_whitespace().map(|flag| if flag == "-ldateline" { "-l:libdateline.a" } else { flag });
        Process::new("cc").args(["-std=gnu11", "-o"]).arg(&program).arg(&example.source).args(flags).run()?;
        self.prints(&program)
    }

    fn by_cmake(&self, project: &Path, examples: &[Example]) -> Outcome {
        if !on_path("cmake") || !on_path("c++") {
            say("not compiled by CMake: it, or a compiler of C++, is not here");
            return Ok(());
        }
        for example in examples.iter().filter(|example| example.language != "python") {
            let built = self.work.join(format!("cmake-{}", example.language));
            let configure = Process::new("cmake").arg("-S").arg(project).arg("-B").arg(&built);
            let configure = configure.arg(format!("-DPROGRAM={}", example.source.display()));
            configure.arg(format!("-DDateline_DIR={}", self.libraries.join("cmake/Dateline").display())).quietly()?;
            Process::new("cmake").arg("--build").arg(&built).quietly()?;
            self.prints(&built.join("program"))?;
        }
        Ok(())
    }

    fn pkg_config(&self, wanted: &[&str]) -> Outcome<String> {
        let mut ask = Process::new("pkg-config").env("PKG_CONFIG_LIBDIR", self.libraries.join("pkgconfig"));
        if let Some(root) = &self.root {
            // the root's /usr/include is no folder of the system's
            ask =
                ask.env("PKG_CONFIG_SYSROOT_DIR", root).env("PKG_CONFIG_ALLOW_SYSTEM_CFLAGS", "1").env("PKG_CONFIG_ALLOW_SYSTEM_LIBS", "1");
        }
        ask.args(wanted).arg("dateline").output()
    }

    /// The program is handed a page as its input and a folder that holds it by name, and must print something.
    fn prints(&self, program: &Path) -> Outcome {
        let pages = self.work.join("pages");
        fs::create_dir_all(&pages).map_err(Failure::at(&pages))?;
        workspace::write(&pages.join("page.html"), PAGE)?;
        let line = if program.extension().is_some_and(|name| name == "python") {
            "python3 \"$0\" < \"$1\"/page.html"
        } else {
            "\"$0\" \"$1\" < \"$1\"/page.html"
        };
        let printed = Process::new("sh").args(["-c", line]).arg(program).arg(&pages).env("LD_LIBRARY_PATH", &self.libraries).output()?;
        if printed.trim().is_empty() { Err(Failure::new(format!("{} printed nothing", program.display()))) } else { Ok(()) }
    }
}

/// Every file below a folder, and what only this library would have a folder for.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for path in sorted(folder)? {
        if path.is_dir() && !path.ends_with("Dateline") {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
