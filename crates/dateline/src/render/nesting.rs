//! List items with levels in, how deep each stands in a list of lists out.

use crate::model::ListItem;

/// The depth of each item, 0 for the outermost: as its level says, but for levels that are skipped, since an item can only be nested in one that is
/// there. An item above the first one's level stands beside that.
pub(super) fn depths(items: &[ListItem]) -> impl Iterator<Item = (usize, &ListItem)> {
    let mut levels: Vec<u8> = Vec::new();
    items.iter().map(move |item| {
        while levels.last().is_some_and(|&level| level >= item.level) {
            levels.pop();
        }
        levels.push(item.level);
        (levels.len() - 1, item)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn skipped_levels_are_closed_up() {
        let items: Vec<ListItem> = [3, 0, 2, 1, 2, 4, 0].into_iter().map(|level| ListItem::new(Span::default(), level)).collect();
        let found: Vec<usize> = depths(&items).map(|(depth, _)| depth).collect();
        assert_eq!(found, [0, 0, 1, 1, 2, 3, 0]);
    }
}
