//! Element names in, small numbers out: the tags of HTML (and the commonest of SVG and MathML) by perfect hash.
//!
//! A start tag's name is hashed while it is scanned, so that recognising it costs one multiplication and one
//! comparison. Names outside the table are [`Tag::Other`] and keep their text in the tree.

use crate::hash::{fold, fold_str, slot};

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// The name of an element, where it is one of HTML's (obsolete ones included) or a common one of SVG or MathML.
        ///
        /// It is the local name alone: whether an element stands in the HTML namespace says
        /// [`Tree::is_html`](crate::Tree::is_html).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Tag {
            $(#[doc = concat!("`<", $name, ">`")] $variant,)*
            /// Any other name, and whatever is no element.
            Other,
        }

        const NAMES: &[&str] = &[$($name,)*];
        const TAGS: &[Tag] = &[$(Tag::$variant,)*];
    };
}

tags! {
    A "a", Abbr "abbr", Acronym "acronym", Address "address", Applet "applet", Area "area",
    Article "article", Aside "aside", Audio "audio", B "b", Base "base", Basefont "basefont",
    Bdi "bdi", Bdo "bdo", Bgsound "bgsound", Big "big", Blink "blink", Blockquote "blockquote",
    Body "body", Br "br", Button "button", Canvas "canvas", Caption "caption", Center "center",
    Cite "cite", Code "code", Col "col", Colgroup "colgroup", Content "content", Data "data",
    Datalist "datalist", Dd "dd", Del "del", Details "details", Dfn "dfn", Dialog "dialog", Dir
    "dir", Div "div", Dl "dl", Dt "dt", Element "element", Em "em", Embed "embed", Fieldset
    "fieldset", Figcaption "figcaption", Figure "figure", Font "font", Footer "footer", Form
    "form", Frame "frame", Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6
    "h6", Head "head", Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe
    "iframe", Image "image", Img "img", Input "input", Ins "ins", Isindex "isindex", Kbd "kbd",
    Keygen "keygen", Label "label", Legend "legend", Li "li", Link "link", Listing "listing",
    Main "main", Map "map", Mark "mark", Marquee "marquee", Menu "menu", Menuitem "menuitem",
    Meta "meta", Meter "meter", Multicol "multicol", Nav "nav", Nextid "nextid", Nobr "nobr",
    Noembed "noembed", Noframes "noframes", Noscript "noscript", Object "object", Ol "ol",
    Optgroup "optgroup", Option "option", Output "output", P "p", Param "param", Picture
    "picture", Plaintext "plaintext", Portal "portal", Pre "pre", Progress "progress", Q "q", Rb
    "rb", Rp "rp", Rt "rt", Rtc "rtc", Ruby "ruby", S "s", Samp "samp", Script "script", Search
    "search", Section "section", Select "select", Selectedcontent "selectedcontent", Shadow
    "shadow", Slot "slot", Small "small", Source "source", Spacer "spacer", Span "span", Strike
    "strike", Strong "strong", Style "style", Sub "sub", Summary "summary", Sup "sup", Table
    "table", Tbody "tbody", Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th
    "th", Thead "thead", Time "time", Title "title", Tr "tr", Track "track", Tt "tt", U "u", Ul
    "ul", Var "var", Video "video", Wbr "wbr", Xmp "xmp", Svg "svg", Math "math", G "g", Path
    "path", Circle "circle", Rect "rect", Line "line", Polygon "polygon", Polyline "polyline",
    Ellipse "ellipse", Use "use", Defs "defs", Symbol "symbol", Desc "desc", Text "text", Tspan
    "tspan", Stop "stop", Mask "mask", Filter "filter", Mi "mi", Mo "mo", Mn "mn", Ms "ms",
    Mtext "mtext", Mrow "mrow", AnnotationXml "annotation-xml",
}

const BITS: u32 = 11;
/// Found by trying random odd numbers until no two names shared a slot.
const MULTIPLIER: u64 = 0x8c09_786b_766b_5e3d;
const EMPTY: u8 = u8::MAX;
static SLOTS: [u8; 1 << BITS] = slots();

const fn slots() -> [u8; 1 << BITS] {
    let mut slots = [EMPTY; 1 << BITS];
    let mut index = 0;
    while index < NAMES.len() {
        let at = slot(fold_str(NAMES[index].as_bytes()), MULTIPLIER, BITS);
        assert!(slots[at] == EMPTY, "two tag names share a slot");
        slots[at] = index as u8;
        index += 1;
    }
    slots
}

impl Tag {
    /// How many names the table holds; of all tags [`Tag::Other`] alone is not less, as a number.
    pub const COUNT: usize = NAMES.len();

    /// The name in lower case; empty for [`Tag::Other`].
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize).copied().unwrap_or("")
    }

    /// The tag of a name, in any case of ASCII letters; [`Tag::Other`] where the table has none.
    #[must_use]
    pub fn from_name(name: &str) -> Tag {
        let hash = name.bytes().fold(0, |hash, byte| fold(hash, byte.to_ascii_lowercase()));
        Tag::from_hash(hash, name.as_bytes()).unwrap_or(Tag::Other)
    }

    /// The tag at a place of the table.
    #[inline]
    pub(crate) fn from_index(index: usize) -> Tag {
        TAGS.get(index).copied().unwrap_or(Tag::Other)
    }

    /// The tag whose name, in any case, is `name` and hashes to `hash`.
    #[inline]
    pub(crate) fn from_hash(hash: u64, name: &[u8]) -> Option<Tag> {
        let index = usize::from(SLOTS[slot(hash, MULTIPLIER, BITS)]);
        let known = NAMES.get(index)?;
        (known.as_bytes() == name || known.as_bytes().eq_ignore_ascii_case(name)).then(|| TAGS[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_itself() {
        for (index, name) in NAMES.iter().enumerate() {
            let tag = Tag::from_index(index);
            assert_eq!(tag.name(), *name);
            assert_eq!(Tag::from_name(name), tag);
            assert_eq!(Tag::from_name(&name.to_ascii_uppercase()), tag);
        }
        assert_eq!(Tag::from_name("my-element"), Tag::Other);
        assert_eq!(Tag::from_name(""), Tag::Other);
        assert_eq!(Tag::Other.name(), "");
    }
}
