//! An article's text in, what is said in its words out: the annotators of the default pipeline.
//!
//! Annotators see the article alone, never the page: whatever they need is in [`Context`](crate::stage::Context), so they serve articles from anywhere. They run in the
//! order in which [`annotators`] lists them, each sees what those before it have found, and those of users run behind them.

/// A file of words under `data/`, `<language>/<name>.toml`, as the build script has made JSON of it.
macro_rules! data_file {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json"))
    };
}

pub mod dates;
mod language;
mod lexicon;
mod list;
mod money;
pub mod names;
pub mod quotes;
mod sources;
mod token;

use serde::{Deserialize, Serialize};

pub use self::list::List;
use crate::stage::Annotator;

/// Which annotators run, and what each looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Options {
    /// Dates, times, lengths of time.
    pub dates: bool,
    /// How far an expression of time reaches.
    pub dates_extent: dates::Extent,
    /// Amounts of money.
    pub money: bool,
    /// People, organisations and places.
    pub names: names::Options,
    /// Quotes with their speakers and cues.
    pub quotes: quotes::Options,
    /// Who is cited: agencies, media, officials, documents, and those who are not named.
    pub sources: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dates: true,
            dates_extent: dates::Extent::default(),
            money: true,
            names: names::Options::default(),
            quotes: quotes::Options::default(),
            sources: true,
        }
    }
}

impl Options {
    /// None of them: an article is read, and nothing is looked for in its words.
    pub fn none() -> Self {
        let names = names::Options { people: false, organisations: false, places: false, ..names::Options::default() };
        Self {
            dates: false,
            money: false,
            dates_extent: dates::Extent::default(),
            names,
            sources: false,
            quotes: quotes::Options { find: false, ..quotes::Options::default() },
        }
    }
}

/// The annotators of the default pipeline under these options, in the order in which they run: for articles that came from elsewhere.
///
/// None without the feature `annotators`.
#[cfg(not(feature = "annotators"))]
pub fn annotators(_: &Options) -> Vec<Box<dyn Annotator>> {
    Vec::new()
}

/// The annotators of the default pipeline under these options, in the order in which they run: for articles that came from elsewhere.
#[cfg(feature = "annotators")]
pub fn annotators(options: &Options) -> Vec<Box<dyn Annotator>> {
    let mut annotators: Vec<Box<dyn Annotator>> = Vec::new();
    if options.dates {
        annotators.push(Box::new(dates::Dates { extent: options.dates_extent }));
    }
    if options.money {
        annotators.push(Box::new(money::Money));
    }
    if options.names.people || options.names.organisations || options.names.places {
        annotators.push(Box::new(names::Names::new(&options.names)));
    }
    if options.quotes.find {
        annotators.push(Box::new(quotes::Quotes::new(&options.quotes)));
    }
    if options.sources {
        annotators.push(Box::new(sources::Sources));
    }
    annotators
}
