//! `dateline FILE…`: articles one after another, in a format for people or as JSON.

use std::{
    io::{self, Write},
    path::Path,
};

use dateline::{
    Article, Input, Options, Pipeline,
    model::MediaType,
    render::{Format, Json},
    stage::Renderer,
};

use crate::{
    args::Show,
    read::{self, Kind},
    stop::Stop,
};

/// Prints the article of each file. A file that cannot be read is reported and does not stop the others, but the run is a failure.
pub(crate) fn run(show: &Show) -> Result<(), Stop> {
    let is_json = matches!(show.format, Format::Json | Format::Jsonl);
    if show.source_spans && !is_json {
        return Err(Stop::Usage(format!("--source-spans needs --format json or jsonl, not {}", show.format.name())));
    }
    if show.comments && !is_json {
        return Err(Stop::Usage(format!("--comments needs --format json or jsonl, not {}", show.format.name())));
    }
    let renderer: Box<dyn Renderer> = match show.format {
        Format::Json => Box::new(Json::default().with_source_spans(show.source_spans)),
        Format::Jsonl => Box::new(Json::line().with_source_spans(show.source_spans)),
        format => format.renderer(),
    };
    let mut options = Options::default();
    options.extract.comments = show.comments;
    let pipeline = Pipeline::new(options);
    let mut out = io::stdout().lock();
    let mut outcome = Ok(());
    let mut is_first = true;
    for file in &show.files {
        let article = match article(file, show, &pipeline) {
            Ok(article) => article,
            Err(stop @ Stop::Fatal(_)) => {
                report(stop.message().unwrap_or_default());
                outcome = Err(Stop::Reported);
                continue;
            }
            Err(stop) => return Err(stop),
        };
        if show.verbose {
            for diagnostic in &article.diagnostics {
                report(&format!("{}: {}: {}", file.display(), diagnostic.code, diagnostic.message));
            }
        }
        let gap = if is_first || is_json { "" } else { "\n" };
        is_first = false;
        let printed = renderer.to_string(&article);
        out.write_all(gap.as_bytes())
            .and_then(|()| out.write_all(printed.as_bytes()))
            .and_then(|()| out.flush())
            .map_err(|error| Stop::writing("standard output", &error))?;
    }
    outcome
}

fn report(message: &str) {
    // where nobody listens any more there is nobody to tell
    let _ = writeln!(io::stderr(), "dateline: {message}");
}

fn article(file: &Path, show: &Show, pipeline: &Pipeline) -> Result<Article, Stop> {
    let fatal = |error: &dyn std::fmt::Display| Stop::Fatal(format!("{}: {error}", file.display()));
    if file == Path::new("-") {
        let bytes = read::document(io::stdin().lock()).map_err(|error| fatal(&error))?;
        return match saved(&bytes).filter(|_| show.media_type.is_none()) {
            Some(article) => Ok(article),
            None => extract(&bytes, show.media_type, file, show, pipeline),
        };
    }
    let reader = read::open(file).map_err(|error| fatal(&error))?;
    match (read::kind(file), show.media_type) {
        (Kind::Article, None) => {
            let text = read::article(reader).map_err(|error| fatal(&error))?;
            Article::from_json(&text).map_err(|error| fatal(&error))
        }
        (Kind::Records, None) => Err(fatal(&"holds records, one a line; `dateline bulk` reads these")),
        (kind, told) => {
            let by_name = if let Kind::Document(by_name) = kind { by_name } else { None };
            let bytes = read::document(reader).map_err(|error| fatal(&error))?;
            extract(&bytes, told.or(by_name), file, show, pipeline)
        }
    }
}

/// The article in bytes that are one in JSON.
fn saved(bytes: &[u8]) -> Option<Article> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.trim_start().starts_with('{'))?;
    Article::from_json(text).ok()
}

fn extract(bytes: &[u8], media_type: Option<MediaType>, file: &Path, show: &Show, pipeline: &Pipeline) -> Result<Article, Stop> {
    let mut input = Input::from(bytes).id(file.to_string_lossy());
    if let Some(media_type) = media_type {
        input = input.media_type(media_type);
    }
    if let Some(encoding) = &show.encoding {
        input = input.charset(encoding.as_str());
    }
    if let Some(url) = &show.url {
        input = input.url(url.as_str());
    }
    if let Some(published) = &show.published {
        input = input.published(published.as_str());
    }
    pipeline.extract(input).map_err(|error| {
        if error.is_option() { Stop::Usage(error.to_string()) } else { Stop::Fatal(format!("{}: {error}", file.display())) }
    })
}
