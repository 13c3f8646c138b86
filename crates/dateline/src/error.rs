//! One opaque error for what cannot be answered with a partial article.

/// Why no article could be made: the input cannot be read, a limit was exceeded where the caller asked for an
/// error, an option is bad, or JSON is not a `dateline/1` article.
///
/// Content that is merely absent is never an error: it is `None` and a
/// [diagnostic](crate::model::Diagnostic).
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("input of {length} bytes exceeds the limit of {limit} bytes")]
    TooLong { length: u64, limit: u64 },
    #[error("input exceeds the limit of {limit} {what}")]
    OverLimit { what: &'static str, limit: u64 },
    #[error("{what} {value:?} is not known; use {expected}")]
    Option { what: &'static str, value: String, expected: &'static str },
    #[error("not a dateline/1 article: {0}")]
    Json(String),
}

impl Error {
    /// Whether the input exceeded a limit and the options ask for an error then.
    pub fn is_limit(&self) -> bool {
        matches!(self.0, Kind::TooLong { .. } | Kind::OverLimit { .. })
    }

    /// Whether an option or an input's description (media type, charset, date) was bad.
    pub fn is_option(&self) -> bool {
        matches!(self.0, Kind::Option { .. })
    }

    /// Whether JSON was read that is not an article of this schema.
    pub fn is_json(&self) -> bool {
        matches!(self.0, Kind::Json(_))
    }

    pub(crate) fn too_long(length: u64, limit: u64) -> Self {
        Kind::TooLong { length, limit }.into()
    }

    pub(crate) fn over_limit(what: &'static str, limit: u64) -> Self {
        Kind::OverLimit { what, limit }.into()
    }

    pub(crate) fn option(what: &'static str, value: impl Into<String>, expected: &'static str) -> Self {
        Kind::Option { what, value: value.into(), expected }.into()
    }

    pub(crate) fn json(error: &serde_json::Error) -> Self {
        Kind::Json(error.to_string()).into()
    }
}
