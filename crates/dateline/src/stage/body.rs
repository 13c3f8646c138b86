//! What body extractors hand in: the nodes that are the body.

use dateline_html::NodeId;

use crate::model::{PageKind, Reason};

/// A node inside the body that is left out, with all below it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skip {
    /// Which.
    pub node: NodeId,
    /// Why.
    pub reason: Reason,
}

/// One extractor's choice of the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BodyCandidate {
    /// How sure it is that these nodes are the article, whole and alone: 0 to 1. It becomes the article's confidence.
    pub score: f64,
    /// What kind of page it takes the document for.
    pub page_kind: PageKind,
    /// The nodes whose words are the body, each with all below it. They are read in the order of the document; one that lies below another is not read twice.
    pub keep: Vec<NodeId>,
    /// What is left out of them, and what outside of them is worth a reason of its own.
    pub skip: Vec<Skip>,
    /// What sums the article up above its text, if it is none of it. It becomes the article's deck where no metadata names one.
    pub deck: Option<NodeId>,
}

impl BodyCandidate {
    /// A choice of nothing yet.
    pub fn new(score: f64) -> Self {
        Self { score, page_kind: PageKind::Article, keep: Vec::new(), skip: Vec::new(), deck: None }
    }

    /// Keeps a node and all below it.
    #[must_use]
    pub fn keep(mut self, node: NodeId) -> Self {
        self.keep.push(node);
        self
    }

    /// Leaves nodes out, each with all below it.
    #[must_use]
    pub fn skip_all(mut self, nodes: impl IntoIterator<Item = (NodeId, Reason)>) -> Self {
        self.skip.extend(nodes.into_iter().map(|(node, reason)| Skip { node, reason }));
        self
    }
}
