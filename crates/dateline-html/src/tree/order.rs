//! Document order as flat arrays, for passes that would otherwise follow links.

use super::{NodeId, Tree};

/// The nodes of a tree in document order, and where each one's subtree ends.
///
/// A pass from the back to the front meets every node after all its descendants, so that what subtrees add up to can be
/// gathered in parallel arrays without recursion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The nodes, each before its descendants; the root first.
    pub nodes: Vec<NodeId>,
    /// For each place in `nodes`: the place behind the node's last descendant.
    pub end: Vec<u32>,
    /// For each place in `nodes`: how many ancestors the node has below the root of this order, the root included.
    pub depth: Vec<u32>,
}

impl Tree<'_> {
    /// The document's nodes in document order.
    #[must_use]
    pub fn order(&self) -> Order {
        self.order_of(self.root())
    }

    /// The nodes of a subtree in document order; for fragments.
    #[must_use]
    pub fn order_of(&self, root: NodeId) -> Order {
        let mut nodes = Vec::with_capacity(self.len());
        let mut end = Vec::with_capacity(self.len());
        let mut depth = Vec::with_capacity(self.len());
        // The places of the ancestors of the node at hand.
        let mut open: Vec<u32> = Vec::new();
        let mut next = Some(root);
        while let Some(id) = next {
            let place = nodes.len() as u32;
            nodes.push(id);
            end.push(place + 1);
            depth.push(open.len() as u32);
            if let Some(child) = self.first_child(id) {
                open.push(place);
                next = Some(child);
                continue;
            }
            let mut at = id;
            next = None;
            while at != root {
                if let Some(sibling) = self.next_sibling(at) {
                    next = Some(sibling);
                    break;
                }
                let Some(parent) = self.parent(at) else { break };
                if let Some(closed) = open.pop()
                    && let Some(end) = end.get_mut(closed as usize)
                {
                    *end = nodes.len() as u32;
                }
                at = parent;
            }
        }
        Order { nodes, end, depth }
    }
}
