//! Elements that hold a date: `<time>`, and those whose names say so.

use super::{
    super::{attributes::DATETIME, date::LONGEST_LINE},
    MOST, Reading, byline, names,
    names::Names,
};
use crate::{
    document::{NodeId, NodeKind},
    stage::{Field, Value},
};

/// How far a line is trusted that says when the article was first published.
const ORIGINAL: f64 = 0.85;

/// A dated element has fewer nodes that say whose date it is.
const MOST_DATED: usize = 24;

impl Reading<'_, '_> {
    /// A `<time>`: its attribute, or else its words.
    pub(super) fn time(&mut self, node: NodeId, position: u32) {
        self.seen.times += 1;
        if self.seen.times > MOST {
            return;
        }
        let tree = self.document.tree();
        let attribute = tree.find_known(node, DATETIME).map(|attribute| attribute.value()).filter(|value| !value.trim().is_empty());
        let raw = attribute.map_or_else(|| self.document.words(node), |value| value.into_owned());
        let first = if self.seen.times == 1 { 0.05 } else { 0.0 };
        let dates = self.dates.printed(&raw);
        if dates.is_empty() {
            return;
        }
        let field = self.kind_of_date(node);
        for (date, share) in dates {
            let confidence = (0.74 * self.nearness(position) + first) * share;
            self.add(field, Value::Date(date), confidence, node);
        }
    }

    /// Whether a date is that of the last change: by its own names, or the words before it on its line.
    fn kind_of_date(&self, node: NodeId) -> Field {
        let tree = self.document.tree();
        let names = Names::of(tree, node);
        let parent = tree.parent(node);
        let about = parent.map(|parent| Names::of(tree, parent));
        let before = byline::words_before(self.document, node);
        let says_changed = names.changed || about.is_some_and(|names| names.changed && !names.published);
        if (says_changed && !names.published) || names::says_changed(&before) { Field::Modified } else { Field::Published }
    }

    /// An element whose names say that it holds a date.
    pub(super) fn dated(&mut self, node: NodeId, position: u32) {
        if self.seen.dates > MOST {
            return;
        }
        let tree = self.document.tree();
        let attribute = ["datetime", "data-datetime", "data-date", "data-timestamp", "data-published"]
            .into_iter()
            .find_map(|name| tree.attr(node, name));
        let raw = attribute.map(|value| value.into_owned()).or_else(|| self.short_words(node, LONGEST_LINE)).unwrap_or_default();
        let dates = self.dates.printed(&raw);
        if dates.is_empty() || self.holds_today(node) {
            return;
        }
        self.seen.dates += 1;
        let is_first = names::says_first_published(&raw);
        let field = if names::says_changed(&raw) && !is_first { Field::Modified } else { self.kind_of_date(node) };
        let field = if is_first { Field::Published } else { field };
        let confidence = if is_first { ORIGINAL } else { 0.74 * self.nearness(position) };
        for (date, share) in dates {
            self.add(field, Value::Date(date), confidence * share, node);
        }
    }

    /// Whether an element within a dated one says that it holds today's date: a page's header does.
    fn holds_today(&self, node: NodeId) -> bool {
        let tree = self.document.tree();
        let inner = self.document.subtree(node).map(|position| self.document.at(position)).take(MOST_DATED);
        inner.filter(|&inner| tree.kind(inner) == NodeKind::Element).any(|inner| names::says_today(tree, inner))
    }
}
