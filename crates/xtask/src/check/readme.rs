//! The README's commands, run as they stand there.

use super::Done;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, say},
    workspace::{self, Workspace},
};

/// The command that runs this very step: it must be named, and is not run again.
const OURSELVES: &str = "cargo xtask test";

/// How the README runs the command on a page.
const COMMAND: &str = "cargo run --release -p dateline-cli -- ";

/// Runs every `cargo run …` line of the README's shell blocks at the root; each must succeed and print something.
pub(super) fn commands(workspace: &Workspace) -> Outcome<Done> {
    let readme = workspace::read(&workspace.root.join("README.md"))?;
    let lines = shell_lines(&readme);
    for needed in [COMMAND, OURSELVES] {
        if !lines.iter().any(|line| line.starts_with(needed)) {
            return Err(Failure::new(format!("README.md names no command `{needed}…`")));
        }
    }
    for line in lines.into_iter().filter(|line| line.starts_with("cargo run ")) {
        say(&format!("$ {line}"));
        let printed = Process::new("bash").directory(&workspace.root).args(["-euo", "pipefail", "-c", line]).output()?;
        if printed.trim().is_empty() {
            return Err(Failure::new(format!("README.md: `{line}` printed nothing")));
        }
    }
    Ok(Done::Passed)
}

/// The lines of the fenced blocks marked `sh`, `bash` or `console`, without prompts and comments.
fn shell_lines(page: &str) -> Vec<&str> {
    let (mut lines, mut inside, mut shell) = (Vec::new(), false, false);
    for line in page.lines().map(str::trim) {
        if let Some(language) = line.strip_prefix("```") {
            inside = !inside;
            shell = inside && ["sh", "bash", "console"].contains(&language.trim());
        } else if shell {
            let command = line.strip_prefix("$ ").unwrap_or(line).split(" #").next().unwrap_or_default().trim();
            lines.push(command);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::shell_lines;

    #[test]
    fn only_shell_blocks_count() {
        let page =
            "```rust\ncargo run a\n```\n\ncargo run b\n\n```sh\ncargo run c   # the first\n$ dateline d\n```\n```\ncargo run e\n```\n";
        assert_eq!(shell_lines(page), ["cargo run c", "dateline d"]);
    }
}
