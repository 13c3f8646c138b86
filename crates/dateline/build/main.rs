//! The lists of words under `data/`, which people write in TOML, go in; out come the same as JSON, which the library reads anyway: a reader of TOML of its own would be a
//! thirtieth of the C library. The gazetteers become a table of hashes.

mod gazetteer;
#[path = "../src/text/word_hash.rs"]
mod word_hash;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo gives a build script its OUT_DIR")?);
    for language in fs::read_dir("data")? {
        let language = language?.path();
        let name = language.file_name().unwrap_or_default();
        fs::create_dir_all(out.join(name))?;
        for list in fs::read_dir(&language)? {
            let list = list?.path();
            if list.extension().is_some_and(|kind| kind == "toml") {
                convert(&list, &out.join(name).join(list.file_name().unwrap_or_default()).with_extension("json"))?;
            }
        }
    }
    gazetteer::write(Path::new("data/gazetteers"), &out)
}

fn convert(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let lists: toml::Table = toml::from_str(&fs::read_to_string(from)?).map_err(|error| format!("{}: {error}", from.display()))?;
    fs::write(to, serde_json::to_string(&lists)?)?;
    Ok(())
}
