//! An article in, whether its text looks cut out.

use crate::model::Article;

/// A text of fewer words whose publisher says that it is not free is its opening.
const STUB: usize = 220;

/// A text of fewer words that breaks off is a teaser.
const TEASER: usize = 400;

/// Says that a text is cut where its end, or its length beside the publisher's claim, shows it; says nothing where nothing does: a paid article may stand on its
/// page whole, and be hidden by a script.
pub(crate) fn truncated(article: &mut Article) {
    let breaks_off = ["…", "...", "[…]", "[...]", "…]"].iter().any(|end| article.text.trim_end().ends_with(end));
    let is_paid = article.free_access == Some(false);
    if article.truncated.is_some() || !(is_paid || breaks_off) {
        return;
    }
    let words = article.text.split_whitespace().take(TEASER).count();
    if words > 0 && ((is_paid && (words < STUB || breaks_off)) || (breaks_off && words < TEASER)) {
        article.truncated = Some(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, free_access: Option<bool>) -> Option<bool> {
        let mut article = Article { text: text.to_owned(), free_access, ..Article::default() };
        truncated(&mut article);
        article.truncated
    }

    #[test]
    fn stubs_and_teasers_are_cut() {
        let long = "It rained again. ".repeat(200);
        assert_eq!(of("It rained again.", Some(false)), Some(true));
        assert_eq!(of("It rained ag…", None), Some(true));
        assert_eq!(of("It rained again.", None), None);
        assert_eq!(of(&long, Some(false)), None);
        assert_eq!(of("", Some(false)), None);
    }
}
