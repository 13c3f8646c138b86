//! What can be written on the command line.

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{
    Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use dateline::{model::MediaType, render::Format};

/// News articles, as web pages or plain text, into Markdown, JSON, text, HTML, JSON-LD, ninjs or TEI.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, arg_required_else_help = true, subcommand_negates_reqs = true, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) show: Show,
}

const EXAMPLES: &str = "Examples:
  dateline page.html                          the article as Markdown
  dateline --format json page.html > a.json   everything that was found, as JSON
  dateline a.json                             the saved article, as Markdown
  pbpaste | dateline -                        an article from the clipboard
  dateline bulk pages/ -o articles.jsonl      a folder, an article a line

Exit codes: 0 ok, 1 fatal, 2 wrong usage, 3 some inputs failed under --strict.
A file that has the name of a subcommand is written with its folder: ./bulk";

/// What else the command does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reads many inputs and prints an article a line, in the order of the inputs.
    Bulk(Bulk),
    /// Prints the JSON Schema of the articles.
    Schema,
}

/// Articles one after another, for people.
#[derive(Debug, clap::Args)]
pub(crate) struct Show {
    /// Pages, texts or saved articles (.json), each also with .gz; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// How the articles are printed.
    #[arg(long, short, default_value = "markdown", value_name = "FORMAT", value_parser = format())]
    pub(crate) format: Format,

    /// What the inputs are, where their names and first bytes do not tell: text/html (html) or text/plain (text).
    #[arg(long, value_name = "TYPE", value_parser = media_type)]
    pub(crate) media_type: Option<MediaType>,

    /// The charset of the inputs, as the server named it: windows-1252, shift_jis.
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<String>,

    /// The address that the page was got from: links are resolved against it.
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,

    /// When it was published, if you know it, as 2009-02-26: relative dates count from there.
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<String>,

    /// Says of every part which bytes of the input it came from (only in json and jsonl).
    #[arg(long)]
    pub(crate) source_spans: bool,

    /// Reads readers' comments too (only in json and jsonl).
    #[arg(long)]
    pub(crate) comments: bool,

    /// Prints what went wrong inside an input to standard error.
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

/// Many articles, for machines.
#[derive(Debug, clap::Args)]
pub(crate) struct Bulk {
    /// Folders, pages (.html, .htm), texts (.txt), or records (.jsonl) with the keys id, html or text, url, published; each also with .gz; - is records from
    /// standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Where the articles go; the file appears when all are done. Standard output without it.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// How many inputs are read at a time; as many as the machine has processors without it.
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Whether progress is shown: auto shows it where standard error is a terminal.
    #[arg(long, value_enum, default_value_t = Progress::Auto, value_name = "WHEN")]
    pub(crate) progress: Progress,

    /// Where inputs that failed are noted, as JSON Lines with id and message. Standard error without it.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,

    /// Stops after so many inputs.
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,

    /// Ends with exit code 3 where an input failed.
    #[arg(long)]
    pub(crate) strict: bool,

    /// Says of every part which bytes of the input it came from.
    #[arg(long)]
    pub(crate) source_spans: bool,
}

/// When progress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Progress {
    Auto,
    Never,
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| Format::from_name(&name).ok_or("no such format"))
}

fn media_type(name: &str) -> Result<MediaType, &'static str> {
    MediaType::from_name(name).ok_or("use text/html, text/plain, html or text")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Args::command().debug_assert();
    }
}
