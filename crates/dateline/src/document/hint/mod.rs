//! What class names, ids and roles say of an element: the words that web designers give to the parts of a page.

mod table;

use std::sync::LazyLock;

use dateline_html::{Attr, KnownName, KnownNames, NodeId, Tag, Tree};

use self::table::WORDS;
use crate::{
    model::Reason,
    text::{ClassWords, hash::hash},
};

/// What an element's names say: a set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hint(u32);

macro_rules! flags {
    ($($(#[$meta:meta])* $name:ident = $bit:literal;)+) => {
        impl Hint {
            $($(#[$meta])* pub const $name: Self = Self(1 << $bit);)+

            /// Every flag by itself.
            pub(crate) const ALL: [Self; [$($bit),+].len()] = [$(Self::$name),+];
        }
    };
}

flags! {
    /// Menus, navigation, breadcrumbs, pagination, search.
    NAVIGATION = 0;
    /// Links to other articles.
    RELATED = 1;
    /// Buttons to share, print, follow.
    SHARING = 2;
    /// Readers' comments.
    COMMENTS = 3;
    /// Advertising and promotion.
    ADVERTISING = 4;
    /// Newsletters, subscriptions, donations, log-ins.
    SUBSCRIPTION = 5;
    /// Site header, footer, sidebar, widgets.
    FURNITURE = 6;
    /// Bylines and post dates.
    BYLINE = 7;
    /// A note on the author.
    AUTHOR_NOTE = 8;
    /// Tags and topics.
    TAGS = 9;
    /// Copyright.
    COPYRIGHT = 10;
    /// Consent, cookies, pop-ups.
    CONSENT = 11;
    /// Captions and credits.
    CAPTION = 12;
    /// Hidden from the reader.
    HIDDEN = 13;
    /// A headline.
    HEADLINE = 14;
    /// A standfirst.
    DECK = 15;
    /// The body or a part of it.
    BODY = 16;
    /// The article as a whole, or the page's main part.
    ARTICLE = 17;
    /// One contribution to a discussion.
    POST = 18;
    /// What is for sale.
    PRODUCT = 19;
    /// One of many alike: a card, a tile, an item of a list.
    CARD = 20;
    /// Documentation.
    DOCUMENTATION = 21;
    /// What customers say.
    REVIEW = 22;
    /// A question and its answer, a panel that folds out.
    QUESTION = 23;
    /// A large opening picture with words, a call to act.
    HERO = 24;
    /// Properties of a thing.
    PROPERTIES = 25;
}

impl Hint {
    /// Whether nothing is said.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether any of the other's flags is set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets of flags.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Why an element of this hint would be left out; `None` where nothing speaks against it.
    pub fn reason(self) -> Option<Reason> {
        const REASONS: [(Hint, Reason); 13] = [
            (Hint::HIDDEN, Reason::Hidden),
            (Hint::COMMENTS, Reason::Comments),
            (Hint::CONSENT, Reason::Consent),
            (Hint::SUBSCRIPTION, Reason::Subscription),
            (Hint::ADVERTISING, Reason::Advertising),
            (Hint::RELATED, Reason::Related),
            (Hint::SHARING, Reason::Sharing),
            (Hint::AUTHOR_NOTE, Reason::AuthorNote),
            (Hint::TAGS, Reason::Tags),
            (Hint::COPYRIGHT, Reason::Copyright),
            (Hint::NAVIGATION, Reason::Navigation),
            (Hint::BYLINE, Reason::Byline),
            (Hint::FURNITURE, Reason::PageFurniture),
        ];
        REASONS.into_iter().find(|(hint, _)| self.any(*hint)).map(|(_, reason)| reason)
    }
}

static MATCHER: LazyLock<ClassWords> = LazyLock::new(|| ClassWords::of(WORDS.iter().map(|(says, words)| (says.0, *words))));

const CLASS: KnownName = KnownName::of("class");
const ID: KnownName = KnownName::of("id");
const ROLE: KnownName = KnownName::of("role");
const ITEMPROP: KnownName = KnownName::of("itemprop");
const PROPERTY: KnownName = KnownName::of("property");
const HIDDEN: KnownName = KnownName::of("hidden");
const STYLE: KnownName = KnownName::of("style");

/// The attributes that are read.
const READ: KnownNames = KnownNames::of(&[CLASS, ID, ROLE, ITEMPROP, PROPERTY, HIDDEN, STYLE]);

/// What one class or id attribute says.
fn of_names(names: &str) -> Hint {
    Hint(MATCHER.said_in(names))
}

/// What a tag says.
fn of_tag(tag: Tag) -> Hint {
    match tag {
        Tag::Nav | Tag::Menu | Tag::Search => Hint::NAVIGATION,
        Tag::Aside | Tag::Footer | Tag::Dialog => Hint::FURNITURE,
        Tag::Figcaption | Tag::Caption => Hint::CAPTION,
        Tag::Article | Tag::Main => Hint::ARTICLE,
        Tag::H1 => Hint::HEADLINE,
        Tag::Time => Hint::BYLINE,
        _ => Hint::default(),
    }
}

/// What an attribute that holds no names says.
fn of_attribute(name: KnownName, value: &str) -> Hint {
    let hidden = match (name, value) {
        (ROLE, "navigation" | "search" | "menu" | "menubar") => return Hint::NAVIGATION,
        (ROLE, "banner" | "contentinfo" | "complementary" | "dialog" | "alertdialog") => return Hint::FURNITURE,
        (ROLE, "article" | "main") => return Hint::ARTICLE,
        (ITEMPROP, "articleBody") => return Hint::BODY,
        (HIDDEN, _) => true,
        (STYLE, style) if style.contains("none") || style.contains("hidden") => {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        _ => false,
    };
    if hidden { Hint::HIDDEN } else { Hint::default() }
}

/// What class and id names said before: most of a page's elements share theirs with others. Each has one place, by its hash, and gives way there to the next: so a look costs the same
/// whatever names a page has.
struct Known {
    places: Vec<(u64, Hint)>,
}

impl Known {
    /// For a page of so many nodes.
    fn of(nodes: usize) -> Self {
        // no names, whose hash is 0, say nothing
        Self { places: vec![(0, Hint::default()); (nodes / 4).next_power_of_two().clamp(64, 4096)] }
    }

    /// What the names of an attribute say, and a number that stands for them as the source has them. Two names that are given the same number by chance share a hint, no more.
    fn hint(&mut self, attribute: &Attr<'_>) -> (Hint, u32) {
        let hash = hash(attribute.raw_value().as_bytes());
        let number = (hash >> 32) as u32;
        let at = hash as usize & (self.places.len() - 1);
        let Some(place) = self.places.get_mut(at) else { return (Hint::default(), number) };
        if place.0 != hash {
            *place = (hash, of_names(&attribute.value()));
        }
        (place.1, number)
    }
}

/// What the attributes of all elements say, read in one walk.
#[derive(Debug)]
pub(super) struct Hints {
    /// What every element's names say, by its position in document order.
    pub(super) hints: Vec<Hint>,
    /// A number that stands for its classes, by position as well.
    pub(super) classes: Vec<u32>,
    /// The elements with an `itemprop` or, but for `<meta>`, a `property`.
    pub(super) properties: Vec<NodeId>,
}

impl Hints {
    pub(super) fn of(tree: &Tree<'_>, order: &[NodeId], elements: &[Option<Tag>]) -> Self {
        let mut known = Known::of(order.len());
        let mut all = Self { hints: vec![Hint::default(); order.len()], classes: vec![0; order.len()], properties: Vec::new() };
        let own = all.hints.iter_mut().zip(&mut all.classes);
        for ((&node, &tag), (hint, classes)) in order.iter().zip(elements).zip(own) {
            let Some(tag) = tag else { continue };
            let mut said = of_tag(tag);
            // who says what is quoted stands in the quotation's footer
            if tag == Tag::Footer && tree.parent(node).is_some_and(|parent| tree.tag(parent) == Tag::Blockquote) {
                said = Hint::default();
            }
            let mut is_property = false;
            for (name, attribute) in tree.attrs_among(node, READ) {
                is_property |= name == ITEMPROP || (name == PROPERTY && tag != Tag::Meta);
                said = said.with(match name {
                    CLASS => {
                        let (says, hash) = known.hint(&attribute);
                        *classes = hash;
                        says
                    }
                    ID => known.hint(&attribute).0,
                    ROLE | ITEMPROP | HIDDEN | STYLE => of_attribute(name, &attribute.value()),
                    _ => continue,
                });
            }
            *hint = said;
            if is_property {
                all.properties.push(node);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_can_be_looked_for() {
        for word in WORDS.iter().flat_map(|(_, words)| *words).map(|word| word.trim_start_matches('=')) {
            assert!(word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_')), "{word}");
        }
    }

    #[test]
    fn every_word_is_found_wherever_it_may_stand() {
        for (says, words) in WORDS {
            for word in *words {
                let word = word.trim_start_matches('=');
                for name in [word.to_owned(), word.to_uppercase(), format!("x {word}"), format!("x__{word}--2 y")] {
                    assert!(of_names(&name).any(*says), "{name}");
                }
            }
        }
    }

    #[test]
    fn names_are_read_word_by_word() {
        assert!(of_names("adSlot top").any(Hint::ADVERTISING));
        assert!(!of_names("header-shadow").any(Hint::ADVERTISING));
        assert!(of_names("relatedPosts").any(Hint::RELATED));
        assert!(of_names("article-body__text").any(Hint::BODY));
        assert!(!of_names("navy").any(Hint::NAVIGATION));
        assert!(of_names("promoted-links").any(Hint::ADVERTISING));
        assert!(!of_names("node node--promoted node--view-mode-full").any(Hint::ADVERTISING));
    }
}
