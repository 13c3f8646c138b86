//! A file's name in, its bytes out: plain or decompressed, and never more than anybody can use.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use dateline::{model::MediaType, stage::Limits};
use flate2::read::MultiGzDecoder;

/// What a file is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page or a text; `None` where the name does not tell.
    Document(Option<MediaType>),
    /// A saved article.
    Article,
    /// Records, one a line.
    Records,
}

/// How long a saved article may be: its text, annotations and source map are a small multiple of the input that it was made from.
const ARTICLE_BYTES: u64 = 1 << 30;

/// What a file is by the ending of its name, `.gz` left aside.
pub(crate) fn kind(path: &Path) -> Kind {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html" | "htm" | "xhtml") => Kind::Document(Some(MediaType::Html)),
        Some("txt" | "text") => Kind::Document(Some(MediaType::Plain)),
        Some("json") => Kind::Article,
        Some("jsonl" | "ndjson") => Kind::Records,
        _ => Kind::Document(None),
    }
}

/// Opens a file, to be read as what it is compressed from.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; `dateline bulk` reads folders"));
    }
    let is_compressed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    Ok(if is_compressed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) })
}

/// The bytes of a page or a text, up to the one after the pipeline's limit: it sees that there were more, and a small file that decompresses
/// to the size of a disk is not decompressed.
pub(crate) fn document(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(u64::from(Limits::default().bytes) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a saved article.
pub(crate) fn article(reader: impl Read) -> io::Result<String> {
    let mut text = String::new();
    reader.take(ARTICLE_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > ARTICLE_BYTES {
        return Err(io::Error::other(format!("longer than the limit of {ARTICLE_BYTES} bytes")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_files_are() {
        assert_eq!(kind(Path::new("a/b.HTML")), Kind::Document(Some(MediaType::Html)));
        assert_eq!(kind(Path::new("b.txt.gz")), Kind::Document(Some(MediaType::Plain)));
        assert_eq!(kind(Path::new("b.json")), Kind::Article);
        assert_eq!(kind(Path::new("b.jsonl.gz")), Kind::Records);
        assert_eq!(kind(Path::new("article-1.2/page")), Kind::Document(None));
    }
}
