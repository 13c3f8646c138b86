//! An article in, plain text out: what stands above the body, a blank line, the body.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use crate::{model::Article, stage::Renderer};

/// Prints plain text.
///
/// ```text
/// kicker
/// headline
/// deck
/// byline (or the authors' names)
/// date of publication (updated date of change)
///
/// the article's text, as it stands
/// ```
///
/// What the article does not have takes no line. Below the blank line stands [`Article::text`] byte for byte, but for line breaks at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Text {
    /// Whether headline, byline and the like are printed; without them the output is the body alone. On by default.
    pub head: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self { head: true }
    }
}

impl Text {
    /// The body alone.
    #[must_use]
    pub fn body() -> Self {
        Self { head: false }
    }
}

impl Renderer for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn render(&self, article: &Article, out: &mut dyn Write) -> fmt::Result {
        let body = article.text.trim_end_matches('\n');
        let has_head = self.head && head(article, out)?;
        if has_head && !body.is_empty() {
            out.write_char('\n')?;
        }
        if body.is_empty() && has_head {
            return Ok(());
        }
        out.write_str(body)?;
        out.write_char('\n')
    }
}

/// Writes the lines above the body, and says whether there are any.
fn head(article: &Article, out: &mut dyn Write) -> Result<bool, fmt::Error> {
    let names = names(article);
    let byline = article.byline.as_deref().unwrap_or(&names);
    let date = dates(article);
    let mut any = false;
    for part in [article.kicker.as_deref(), article.headline.as_deref(), article.deck.as_deref(), Some(byline), date.as_deref()] {
        for line in part.unwrap_or_default().lines().filter(|line| !line.trim().is_empty()) {
            writeln!(out, "{line}")?;
            any = true;
        }
    }
    Ok(any)
}

/// The authors' names in one line.
pub(super) fn names(article: &Article) -> String {
    article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn dates(article: &Article) -> Option<String> {
    let modified = article.modified.as_ref().map(|date| format!("updated {}", date.value));
    match (&article.published, modified) {
        (Some(published), Some(modified)) => Some(format!("{} ({modified})", published.value)),
        (Some(published), None) => Some(published.value.clone()),
        (None, modified) => modified,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Author, DateStamp, Precision};

    #[test]
    fn the_head_stands_above_a_blank_line() {
        let mut article = Article { text: "One.\n\nTwo.".into(), ..Article::default() };
        assert_eq!(Text::default().to_string(&article), "One.\n\nTwo.\n");
        article.headline = Some("Late goal".into());
        article.authors = vec![Author::new("Ann Ode"), Author::new("Bo Derr")];
        article.published = Some(DateStamp::new("2009-02-26", Precision::Day, "Feb 26"));
        article.modified = Some(DateStamp::new("2009-02-27", Precision::Day, "Feb 27"));
        let head = "Late goal\nAnn Ode, Bo Derr\n2009-02-26 (updated 2009-02-27)\n";
        assert_eq!(Text::default().to_string(&article), format!("{head}\nOne.\n\nTwo.\n"));
        assert_eq!(Text::body().to_string(&article), "One.\n\nTwo.\n");
        article.text.clear();
        assert_eq!(Text::default().to_string(&article), head);
        assert_eq!(Text::body().to_string(&article), "\n");
    }
}
