//! cargo-deny over the lock file, by `deny.toml`. Not a part of `test`: it needs a tool that takes minutes to build, and a network.

use crate::{
    failure::{Failure, Outcome},
    process::{Process, say},
    workspace::Workspace,
};

pub(crate) fn run(workspace: &Workspace) -> Outcome {
    let tools = workspace.made("tools")?;
    let program = tools.join("bin/cargo-deny");
    if !program.is_file() {
        workspace.cargo("install").args(["--quiet", "cargo-deny", "--root"]).arg(&tools).run()?;
    }
    let deny = || Process::new(&program).directory(&workspace.root).args(["--all-features", "check"]);
    deny().args(["licenses", "bans", "sources"]).run()?;
    let (sound, said) = deny().arg("advisories").attempt()?;
    if sound {
        say("advisories ok");
        return Ok(());
    }
    // the tool cannot tell "not reached" from "found something" by its exit status, but only a fetch that failed says so
    if said.contains("failed to fetch advisory database") {
        say("advisories skipped: their database cannot be reached from here");
        return Ok(());
    }
    say(said.trim_end());
    Err(Failure::new("cargo deny: advisories"))
}
