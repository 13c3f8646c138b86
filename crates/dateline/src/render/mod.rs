//! An [`Article`](crate::Article) in, its words in some format out.
//!
//! Every renderer is a plain struct of its own options and implements [`Renderer`]; what it prints depends on the article
//! and those options alone. A renderer sees no page: it serves articles from anywhere, those read back from JSON included, and
//! takes their addresses and words for hostile. All of them take time linear in the article and end their output with one newline.
//!
//! ```
//! use dateline::{Article, render::{Format, Markdown}, stage::Renderer};
//!
//! let json = r#"{"schema": "dateline/1", "headline": "1. Cow *leaves* meadow", "text": "- It left.",
//!     "blocks": [{"kind": "paragraph", "span": [0, 10]}]}"#;
//! let article = Article::from_json(json)?;
//! assert_eq!(Markdown::default().to_string(&article), "---\ntitle: \"1. Cow *leaves* meadow\"\n---\n\n\\- It left.\n");
//!
//! let by_name = Format::from_name("text").unwrap().renderer();
//! assert_eq!(by_name.to_string(&article), "1. Cow *leaves* meadow\n\n- It left.\n");
//! # Ok::<(), dateline::Error>(())
//! ```

mod address;
mod date;
mod escape;
mod html;
mod inline;
mod json;
mod json_ld;
mod markdown;
mod nesting;
mod ninjs;
mod tei;
mod text;

pub use html::Html;
pub use json::Json;
pub use json_ld::JsonLd;
pub use markdown::Markdown;
pub use ninjs::Ninjs;
pub use tei::Tei;
pub use text::Text;

use serde::{Deserialize, Serialize};

use crate::stage::Renderer;

/// The formats that an article can be printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Format {
    /// [`Markdown`]: YAML front matter and CommonMark.
    #[default]
    Markdown,
    /// [`Json`]: one indented object.
    Json,
    /// [`Json`] on one line, as in JSON Lines.
    Jsonl,
    /// [`Text`]: plain text.
    Text,
    /// [`Html`]: a page.
    Html,
    /// [`JsonLd`]: a schema.org `NewsArticle`.
    JsonLd,
    /// [`Ninjs`]: a news object of the IPTC's ninjs.
    Ninjs,
    /// [`Tei`]: TEI P5.
    Tei,
}

impl Format {
    /// All of them, the default one first.
    pub const ALL: [Self; 8] = [Self::Markdown, Self::Json, Self::Jsonl, Self::Text, Self::Html, Self::JsonLd, Self::Ninjs, Self::Tei];

    /// Its name, as [`from_name`](Self::from_name) takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Text => "text",
            Self::Html => "html",
            Self::JsonLd => "json-ld",
            Self::Ninjs => "ninjs",
            Self::Tei => "tei",
        }
    }

    /// The format of a name; `None` where there is no such format.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Its renderer, with the default options.
    pub fn renderer(self) -> Box<dyn Renderer> {
        match self {
            Self::Markdown => Box::new(Markdown::default()),
            Self::Json => Box::new(Json::default()),
            Self::Jsonl => Box::new(Json::line()),
            Self::Text => Box::new(Text::default()),
            Self::Html => Box::new(Html::default()),
            Self::JsonLd => Box::new(JsonLd::default()),
            Self::Ninjs => Box::new(Ninjs::default()),
            Self::Tei => Box::new(Tei::default()),
        }
    }
}
