//! Pictures with the words about them: which are caption and which credit.

use super::address;
use crate::{
    document::{Document, Hint, NodeId, NodeKind, Tag},
    extract::body::credit,
    model::Image,
};

/// A picture with the words about it.
pub(super) struct Picture {
    pub(super) image: Image,
    pub(super) caption: Option<String>,
    pub(super) credit: Option<String>,
}

/// Pictures smaller than this on a side are icons, spacers and counters.
const ICON_PIXELS: u32 = 48;

/// The picture that an element is or holds; `None` where it holds none, or only an icon.
pub(super) fn picture(document: &Document<'_>, node: NodeId) -> Option<Picture> {
    let tree = document.tree();
    let within = document.subtree(node);
    let mut nodes = within.clone().map(|position| document.at(position)).filter(|&node| tree.kind(node) == NodeKind::Element);
    // a table, a quotation or code in a figure is text to read, and read as such
    let holds_text = |tag| matches!(tag, Tag::Table | Tag::Blockquote | Tag::Pre);
    if within.clone().any(|position| holds_text(tree.tag(document.at(position)))) {
        return None;
    }
    let img = nodes.find(|&node| is_picture(document, node))?;
    let pixels = |name| tree.attr(img, name).and_then(|value| value.trim().trim_end_matches("px").parse::<u32>().ok());
    let (width, height) = (pixels("width"), pixels("height"));
    let address = address::of_picture(document, img, node)?;
    if is_sign(document, img, &address) {
        return None;
    }
    if width.is_some_and(|width| width < ICON_PIXELS) || height.is_some_and(|height| height < ICON_PIXELS) {
        return None;
    }
    let mut image = Image::new(document.resolve(&address));
    image.alt = tree.attr(img, "alt").map(|alt| alt.trim().to_owned()).filter(|alt| !alt.is_empty());
    (image.width, image.height) = (width, height);
    let (caption, credit) = if tree.tag(node) == Tag::Figure { words(document, node) } else { (None, None) };
    Some(Picture { image, caption, credit })
}

/// Whether an element is a picture by itself: `<img>`, or what stands for it on accelerated pages.
pub(super) fn is_picture(document: &Document<'_>, node: NodeId) -> bool {
    let tree = document.tree();
    match tree.tag(node) {
        Tag::Img => true,
        Tag::Other => matches!(tree.name(node), "amp-img" | "amp-anim"),
        _ => false,
    }
}

/// Whether a picture belongs to the page and not to the article, by its own names: a logo, the portrait beside a byline.
fn is_sign(document: &Document<'_>, img: NodeId, address: &str) -> bool {
    let file = address::file_of(address);
    let class = document.tree().attr(img, "class").unwrap_or_default();
    let mut words = file.split(|c: char| !c.is_alphanumeric()).chain(class.split(|c: char| !c.is_alphanumeric()));
    words.any(|word| ["logo", "avatar", "icon", "spacer", "sprite"].iter().any(|sign| word.eq_ignore_ascii_case(sign)))
}

/// What is said of the picture, and who took it.
fn words(document: &Document<'_>, figure: NodeId) -> (Option<String>, Option<String>) {
    let tree = document.tree();
    let elements = || {
        document.subtree(figure).map(|position| (position, document.at(position))).filter(|&(_, node)| tree.kind(node) == NodeKind::Element)
    };
    let is_credit = |position: u32, node: NodeId| {
        let names = [tree.attr(node, "class"), tree.attr(node, "itemprop")];
        let says_so = names.into_iter().flatten().any(|names| {
            let names = names.to_ascii_lowercase();
            ["credit", "copyright", "photographer"].iter().any(|word| names.contains(word))
        });
        (says_so || tree.tag(node) == Tag::Cite) && position > document.position(figure)
    };
    let credit_node = elements().find(|&(position, node)| is_credit(position, node)).map(|(_, node)| node);
    let caption_node = elements().find(|&(position, node)| {
        tree.tag(node) == Tag::Figcaption
            || (position > document.position(figure) && document.hint(position).any(Hint::CAPTION) && Some(node) != credit_node)
    });
    let credit = credit_node.map(|node| document.words(node)).filter(|words| !words.is_empty());
    let mut caption = caption_node.map(|(_, node)| document.words(node)).unwrap_or_default();
    if let Some(rest) = credit.as_deref().and_then(|credit| caption.strip_suffix(credit)) {
        caption.truncate(rest.trim_end().len());
    }
    let credit = credit.or_else(|| split_credit(&mut caption));
    (Some(caption).filter(|caption| !caption.is_empty()), credit)
}

/// What an element that stands for a caption or a credit says, or one that holds them.
pub(super) fn said(document: &Document<'_>, node: NodeId) -> (Option<String>, Option<String>) {
    let (caption, credit) = words(document, node);
    if caption.is_some() || credit.is_some() {
        return (caption, credit);
    }
    let mut own = document.words(node);
    let class = document.tree().attr(node, "class").unwrap_or_default().to_ascii_lowercase();
    if class.contains("credit") {
        return (None, Some(own).filter(|own| !own.is_empty()));
    }
    let credit = split_credit(&mut own);
    (Some(own).filter(|own| !own.is_empty()), credit)
}

/// Cuts "Photo: Jane Doe" or "(Foto: Archiv)" off the end of a caption. The label is kept: a credit is given as it is printed.
fn split_credit(caption: &mut String) -> Option<String> {
    let colon = caption.rfind(':')?;
    let before = caption.get(..colon)?.trim_end();
    let label = before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(before.len(), |(at, _)| at);
    let is_label = before.get(label..).is_some_and(|word| credit::LABELS.contains(&word.to_lowercase().as_str()));
    let said = caption.get(..label)?.trim_end();
    let (said, in_brackets) = said.strip_suffix(['(', '[']).map_or((said, false), |said| (said.trim_end(), true));
    let ends_sentence = said.is_empty() || said.ends_with(['.', '!', '?', '|', '/', '\u{201d}', '"', '\u{bb}', '\u{2013}', '\u{2014}']);
    if !is_label || !(ends_sentence || in_brackets) {
        return None;
    }
    let credit = caption.get(label..)?.trim_end_matches([')', ']', '.']).to_owned();
    let length = said.trim_end_matches(['|', '/', '\u{2013}', '\u{2014}', ' ']).len();
    caption.truncate(length);
    Some(credit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_cut_off_captions() {
        let split = |caption: &str| {
            let mut caption = caption.to_owned();
            let credit = split_credit(&mut caption);
            (caption, credit)
        };
        let says = |caption: &str, credit: &str| (caption.to_owned(), Some(credit.to_owned()));
        assert_eq!(split("Waves at Port Ewan. Photograph: Tom Keane"), says("Waves at Port Ewan.", "Photograph: Tom Keane"));
        assert_eq!(split("Der Umzug. (Video: zvg)"), says("Der Umzug.", "Video: zvg"));
        assert_eq!(split("Der Umzug (Foto: Archiv)."), says("Der Umzug", "Foto: Archiv"));
        assert_eq!(split("Foto: Archiv"), says("", "Foto: Archiv"));
        let whole = "What he saw in the picture: a cow";
        assert_eq!(split(whole), (whole.to_owned(), None));
        assert_eq!(split("Two rules: be kind, be brief"), ("Two rules: be kind, be brief".to_owned(), None));
    }
}
