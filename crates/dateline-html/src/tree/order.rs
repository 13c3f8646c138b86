//! Document order as flat arrays, for passes that would otherwise follow links.

use super::node::NONE;
use super::{NodeId, NodeKind, Tree};
use crate::tag::Tag;

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

/// A tree whose nodes were made in document order, by the places of nodes in the arena.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsMade {
    /// For each node the place behind its last descendant.
    pub ends: Vec<u32>,
    /// For each node its parent's place; the root's own for the root.
    pub parents: Vec<u32>,
    /// For each node the tag of what is an element.
    pub elements: Vec<Option<Tag>>,
}

impl Tree<'_> {
    /// The tree by its places, where all nodes hang in the document and were made in document order, as those of most pages were; `None` where the rules of HTML moved a node or took
    /// one out.
    #[must_use]
    pub fn as_made(&self) -> Option<AsMade> {
        let nodes = &self.arena.nodes;
        let count = nodes.len() as u32;
        let (mut ends, mut parents, mut elements): (Vec<u32>, _, _) =
            ((1..=count).collect(), vec![0; nodes.len()], vec![None; nodes.len()]);
        // from the back, so that what lies below a node and behind it is known when its turn comes
        let places = parents.iter_mut().zip(&mut elements).zip(nodes).zip(0..count).rev();
        for (((around, element), node), place) in places {
            let end = *ends.get(place as usize)?;
            let first = if node.is_parent() { node.first } else { NONE };
            if first != if end > place + 1 { place + 1 } else { NONE } {
                return None;
            }
            if node.kind == NodeKind::Element {
                *element = Some(Tag::from_index(node.name as usize));
            }
            if place == 0 {
                break;
            }
            if node.parent >= place {
                return None;
            }
            *around = node.parent;
            if node.next == NONE {
                // the last child: none of the parent's was met before
                let last = ends.get_mut(node.parent as usize).filter(|last| **last == node.parent + 1)?;
                *last = end;
            } else if node.next != end {
                return None;
            }
        }
        (ends.first() == Some(&count)).then_some(AsMade { ends, parents, elements })
    }

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
