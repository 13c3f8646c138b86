//! The samples: single articles of which every item must hold that `floors.toml` names.

use std::path::Path;

use super::floors::Floors;
use crate::{
    failure::{Failure, Outcome},
    process::{Process, say},
    python,
    workspace::{self, Workspace},
};

/// Reads every sample that the floors name and gives a line for each item that must hold and does not.
pub(super) fn hold_all(workspace: &Workspace, command: &Path, shared: &Path, floors: &Floors) -> Outcome<Vec<String>> {
    let folder = workspace.made("score")?;
    let mut shortfalls = Vec::new();
    for (name, must_hold) in floors.samples() {
        let sample = shared.join("samples").join(name);
        let article = folder.join(format!("{name}.json"));
        let printed = Process::new(command).arg(sample.join("source.txt")).args(["--format", "json", "--source-spans"]).output()?;
        workspace::write(&article, &printed)?;
        let check = python::system()?.arg(shared.join("bench/check_sample.py")).arg(sample.join("gold.json")).arg(&article);
        // its exit status says whether all items hold; here it is asked which
        let (_, said) = check.attempt()?;
        let missed = missed(&said).ok_or_else(|| Failure::new(format!("check_sample.py did not count its items:\n{said}")))?;
        let due: Vec<&str> = missed.into_iter().filter(|item| must_hold.iter().any(|start| item.starts_with(start))).collect();
        let count = said.lines().last().unwrap_or_default();
        say(&format!("  sample {name}: {count}, {} of those that must do not", due.len()));
        shortfalls.extend(due.iter().map(|item| format!("sample {name}: {item}")));
    }
    Ok(shortfalls)
}

/// The items that the check says do not hold; `None` where it did not come to its end.
fn missed(said: &str) -> Option<Vec<&str>> {
    said.lines().last()?.ends_with(" hold").then(|| said.lines().filter_map(|line| line.strip_prefix("misses ")).collect())
}

#[cfg(test)]
mod tests {
    use super::missed;

    #[test]
    fn only_a_check_that_counted_is_believed() {
        assert_eq!(
            missed("misses headline\nmisses block 0: paragraph 'A'\n3 of 5 hold\n").unwrap(),
            ["headline", "block 0: paragraph 'A'"]
        );
        assert!(missed("Traceback (most recent call last):\nKeyError: 'name'\n").is_none());
        assert!(missed("").is_none());
    }
}
