//! The language of a code block, as the tools name it that colour code on the web.

use crate::document::{Document, NodeId, NodeKind};

/// Elements around the block that may name it.
const AROUND: usize = 2;

/// The language of a preformatted block; `None` where nothing says it.
pub(super) fn language(document: &Document<'_>, node: NodeId) -> Option<String> {
    let tree = document.tree();
    let within = document.subtree(node).take(3).map(|position| document.at(position)).filter(|&node| tree.kind(node) == NodeKind::Element);
    let around = std::iter::successors(tree.parent(node), |&node| tree.parent(node)).take(AROUND);
    let attribute = |node: NodeId, name: &str| tree.attr(node, name).and_then(|value| checked(&value));
    let of = |node: NodeId, own: bool| {
        let by_class = tree.attr(node, "class").and_then(|class| of_class(&class, own));
        by_class.or_else(|| attribute(node, "data-lang")).or_else(|| attribute(node, "data-language"))
    };
    let said = within.map(|node| (node, true)).chain(around.map(|node| (node, false))).find_map(|(node, own)| of(node, own));
    said.or_else(|| attribute(node, "lang"))
}

/// What classes say: those of highlight.js, Prism, Prettify, SyntaxHighlighter, Pandoc, Sphinx and GitHub. An element around the block may carry others for other reasons.
fn of_class(class: &str, own: bool) -> Option<String> {
    const PREFIXES: [&str; 3] = ["language-", "lang-", "highlight-source-"];
    let words = || class.split_ascii_whitespace();
    let by_prefix = words().find_map(|word| PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix)));
    let is_sphinx = words().any(|word| word == "notranslate");
    let by_sphinx = || words().find_map(|word| word.strip_prefix("highlight-")).filter(|_| is_sphinx);
    // "brush: js", "brush:js;"
    let by_brush = || class.split_once("brush:").and_then(|(_, rest)| rest.split([' ', ';', '\t', '\n']).find(|word| !word.is_empty()));
    let names_itself = |word: &str| word.starts_with("hljs") || word == "sourceCode";
    let beside = || words().find(|word| !names_itself(word)).filter(|_| words().any(names_itself));
    let own_name = || if own { by_brush().or_else(beside) } else { None };
    by_prefix.or_else(by_sphinx).or_else(own_name).and_then(checked)
}

/// A name, unless it is that of no language.
fn checked(name: &str) -> Option<String> {
    const NONE: [&str; 8] = ["auto", "none", "default", "nohighlight", "plain", "text", "plaintext", "txt"];
    const LONGEST: usize = 24;
    let is_name = (1..=LONGEST).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+#-._".contains(&byte));
    (is_name && !NONE.iter().any(|none| name.eq_ignore_ascii_case(none))).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_many_tools_name_the_language() {
        let of = |class, own| of_class(class, own).unwrap_or_default();
        assert_eq!(of("lang-py prettyprint-override", true), "py");
        assert_eq!(of("brush: js notranslate", true), "js");
        assert_eq!(of("brush:css;toolbar:false", true), "css");
        assert_eq!(of("hljs language-rust", true), "rust");
        assert_eq!(of("hljs ruby", true), "ruby");
        assert_eq!(of("sourceCode c++", true), "c++");
        assert_eq!(of("highlight highlight-source-python", false), "python");
        assert_eq!(of("highlight-python3 notranslate", false), "python3");
        assert_eq!(of("highlight-wrapper", false), "");
        assert_eq!(of("hljs box", false), "");
        assert_eq!(of("language-plaintext", true), "");
    }
}
