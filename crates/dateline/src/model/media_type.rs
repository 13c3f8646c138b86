//! The two kinds of input.

use serde::{Deserialize, Serialize};

/// What kind of input something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MediaType {
    /// A web page.
    #[serde(rename = "text/html")]
    Html,
    /// Text as people paste it.
    #[serde(rename = "text/plain")]
    Plain,
}

impl MediaType {
    /// As it stands in HTTP.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Plain => "text/plain",
        }
    }

    /// From an HTTP `Content-Type` or its short form (`html`, `text`); parameters are passed over.
    pub fn from_name(name: &str) -> Option<Self> {
        let essence = name.split(';').next().unwrap_or_default().trim();
        match essence.to_ascii_lowercase().as_str() {
            "text/html" | "html" | "application/xhtml+xml" | "xhtml" => Some(Self::Html),
            "text/plain" | "plain" | "text" => Some(Self::Plain),
            _ => None,
        }
    }
}
