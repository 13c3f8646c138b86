//! Sets go in for what no label tells: whether their trees are the reference's, whether their spans lead back to the words.

use std::path::PathBuf;

use super::set::{Form, Set};
use crate::{
    failure::{Failure, Outcome},
    workspace::Workspace,
};

/// Holds the tree of every page against html5ever's own, by dateline-html's differential check.
pub(super) fn trees(workspace: &Workspace, sets: &[Set]) -> Outcome {
    let pages: Vec<PathBuf> = sets.iter().filter(|set| set.form == Form::Pages).map(Set::pages).collect();
    if pages.is_empty() {
        return Err(Failure::new("none of these sets holds pages"));
    }
    let check = workspace.cargo("run").args([
        "--release",
        "--package",
        "dateline-html",
        "--features",
        "differential",
        "--bin",
        "differential",
        "--",
    ]);
    check.args(pages).run()
}

/// Holds the bytes under the spans of every page and text against their words, by the test that does the same for the corpus.
pub(super) fn spans(workspace: &Workspace, sets: &[Set]) -> Outcome {
    let folders =
        std::env::join_paths(sets.iter().map(|set| &set.folder)).map_err(|error| Failure::new(format!("the sets' folders: {error}")))?;
    // as it was built for the other tests: it takes about as long as a release of it would take to be linked
    let test = workspace.cargo("test").args(["--package", "dateline-tests", "--test", "suite", "source_map::of_labelled_sets"]);
    test.args(["--", "--ignored", "--exact", "--nocapture"]).env("DATELINE_SETS", folders).run()
}
