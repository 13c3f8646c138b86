//! A tree's nodes in document order, as arrays that are gone through by position instead of from link to link.

use dateline_html::{AsMade, NodeId, NodeKind, Tag, Tree};

/// All nodes in document order, and what is known by the position there and of it.
pub(super) struct Order {
    pub(super) order: Vec<NodeId>,
    pub(super) ends: Vec<u32>,
    pub(super) parents: Vec<u32>,
    pub(super) elements: Vec<Option<Tag>>,
    pub(super) positions: Vec<u32>,
}

impl Order {
    pub(super) fn of(tree: &Tree<'_>) -> Self {
        // where nodes were made in order, a node's position is its own number
        let Some(AsMade { ends, parents, elements }) = tree.as_made() else { return Self::walked(tree) };
        let count = elements.len();
        Self { order: (0..count).map(NodeId::from_index).collect(), positions: (0..count as u32).collect(), ends, parents, elements }
    }

    /// Of any tree, from link to link.
    fn walked(tree: &Tree<'_>) -> Self {
        let count = tree.len();
        let (mut order, mut ends, mut parents) = (vec![tree.root(); count], vec![0; count], vec![0; count]);
        let hanging = walk(tree, &mut order, &mut ends, &mut parents);
        order.truncate(hanging);
        ends.truncate(hanging);
        parents.truncate(hanging);
        let elements = order.iter().map(|&node| (tree.kind(node) == NodeKind::Element).then(|| tree.tag(node))).collect();
        let mut positions = vec![0; count];
        for (node, position) in order.iter().zip(0..) {
            if let Some(at) = positions.get_mut(node.index()) {
                *at = position;
            }
        }
        Self { order, ends, parents, elements, positions }
    }
}

/// Goes through a tree, writes down each node with the end of its subtree and its parent, and says how many nodes there are.
fn walk(tree: &Tree<'_>, order: &mut [NodeId], ends: &mut [u32], parents: &mut [u32]) -> usize {
    let at = |places: &[u32], position: u32| places.get(position as usize).copied().unwrap_or_default();
    let (mut count, mut parent, mut node) = (0, 0, tree.root());
    loop {
        let position = count;
        let (Some(place), Some(around)) = (order.get_mut(position as usize), parents.get_mut(position as usize)) else { break };
        (*place, *around) = (node, parent);
        count += 1;
        if let Some(child) = tree.first_child(node) {
            (parent, node) = (position, child);
            continue;
        }
        // up to the first one with a sibling; what is left has its end here
        let mut left = position;
        loop {
            if let Some(end) = ends.get_mut(left as usize) {
                *end = count;
            }
            if let Some(sibling) = order.get(left as usize).and_then(|&node| tree.next_sibling(node)) {
                (parent, node) = (at(parents, left), sibling);
                break;
            }
            if left == 0 {
                return count as usize;
            }
            left = at(parents, left);
        }
    }
    count as usize
}

/// The elements of a tree, those of one tag together, each in document order.
#[derive(Debug)]
pub(super) struct ByTag {
    nodes: Vec<NodeId>,
    /// For each tag where its elements begin, and for the last where they end.
    starts: Vec<u32>,
}

impl ByTag {
    pub(super) fn of(elements: &[Option<Tag>], order: &[NodeId]) -> Self {
        let mut starts = vec![0_u32; Tag::COUNT + 2];
        for tag in elements.iter().flatten() {
            if let Some(count) = starts.get_mut(*tag as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut nodes = vec![NodeId::from_index(0); sum as usize];
        for (tag, node) in elements.iter().zip(order) {
            let Some(at) = tag.and_then(|tag| next.get_mut(tag as usize)) else { continue };
            if let Some(place) = nodes.get_mut(*at as usize) {
                *place = *node;
            }
            *at += 1;
        }
        Self { nodes, starts }
    }

    pub(super) fn of_tag(&self, tag: Tag) -> &[NodeId] {
        let at = tag as usize;
        let range = self.starts.get(at).zip(self.starts.get(at + 1)).map_or(0..0, |(start, end)| *start as usize..*end as usize);
        self.nodes.get(range).unwrap_or_default()
    }
}

/// For each position, and the one behind the last, how many of some others, which come in order, are before it.
pub(crate) fn counts_before(some: impl Iterator<Item = u32>, positions: usize) -> Vec<u32> {
    let mut before = Vec::with_capacity(positions + 1);
    let mut count = 0;
    for position in some {
        before.resize(position as usize + 1, count);
        count += 1;
    }
    before.resize(positions + 1, count);
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_in_order_is_not_walked() {
        let pages = [
            ("", true),
            ("<title>Cow</title><p>The cow <b>left<p>its</b> meadow<ul><li>a<li>b</ul> <!-- c -->", true),
            ("<p>a</body> b", true),
            // the rules move what stands in tables and between tags that do not match
            ("<table><tr><td>a</td></tr><p>b</p></table>", false),
            ("<b>a<div>b</b>c</div>", false),
        ];
        for (page, in_order) in pages {
            let tree = dateline_html::parse(page, &dateline_html::Options::default());
            assert_eq!(tree.as_made().is_some(), in_order, "{page}");
            let (made, walked) = (Order::of(&tree), Order::walked(&tree));
            assert_eq!((&made.order, &made.ends, &made.parents), (&walked.order, &walked.ends, &walked.parents), "{page}");
            assert_eq!((&made.elements, &made.positions), (&walked.elements, &walked.positions), "{page}");
        }
    }
}
