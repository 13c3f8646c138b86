//! Lines that say whose picture stands beside them.

/// The words before a colon with which captions in many languages name whoever took the picture.
pub(super) const LABELS: [&str; 17] = [
    "photo",
    "photos",
    "photograph",
    "photographs",
    "picture",
    "pictures",
    "image",
    "foto",
    "fotos",
    "bild",
    "bilder",
    "video",
    "map",
    "mapa",
    "grafik",
    "illustration",
    "credit",
];

/// The ends of names of agencies and archives, in lower case.
const SOURCES: &[&str] = &[
    "getty images",
    "afp",
    "dpa",
    "istock",
    "istock.com",
    "istockphoto",
    "shutterstock",
    "shutterstock.com",
    "picture alliance",
    "reuters",
    "epa",
    "ap photo",
    "adobe stock",
    "adobestock",
    "stock.adobe.com",
    "fotolia",
    "fotolia.com",
    "unsplash",
    "pixabay",
    "pexels",
    "imago",
    "imago images",
    "alamy",
    "wikimedia commons",
    "flickr",
    "archivo",
    "efe",
];

/// Whether a segment of this [`tail`](crate::document::Segment::tail) may end with whose picture it is about: cheaper than to read its words.
pub(super) fn may_end(tail: u32) -> bool {
    let bytes = tail.to_be_bytes().map(|byte| byte.to_ascii_lowercase());
    let [.., last] = bytes;
    let ends = |name: &&str| name.as_bytes().iter().rev().zip(bytes.iter().rev()).all(|(a, b)| a == b);
    matches!(last, b')' | b']') || (ENDS.get(usize::from(last)).is_some_and(|ends| *ends) && SOURCES.iter().any(ends))
}

/// Whether a byte is the last one of any of the sources.
static ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let mut at = 0;
    while at < SOURCES.len() {
        if let [.., last] = SOURCES[at].as_bytes() {
            ends[*last as usize] = true;
        }
        at += 1;
    }
    ends
};

/// Whether a line ends with whose picture stands beside it ("… (dpa)", "… / Getty Images", "… (Image: J. Doe)"), or says so behind a sign ("… \u{a9} AFP").
pub(super) fn credits(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    // a sign in the middle: who says it, behind what is seen
    if lower.char_indices().any(|(at, c)| c == '\u{a9}' && at > 0) {
        return true;
    }
    let end = lower.trim_end_matches(['.', ')', ']', ' ']);
    let bracketed = lower.trim_end_matches(['.', ' ']).strip_suffix([')', ']']).and_then(|inner| inner.rsplit_once(['(', '[']));
    let is_labelled = bracketed.and_then(|(_, inside)| inside.split_once(':')).is_some_and(|(label, _)| LABELS.contains(&label.trim()));
    is_labelled
        || SOURCES
            .iter()
            .any(|name| end.strip_suffix(name).is_some_and(|before| before.trim_end().ends_with(['/', '(', '|', '\u{a9}', '[', ':'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_told_from_sentences() {
        for line in [
            "The ferry at its pier. (Photo: Jane Doe / Getty Images)",
            "Das Rathaus \u{a9} AFP / Jan Halm",
            "Am Hafen (dpa)",
            "The pier (Image: J. Doe )",
        ] {
            assert!(credits(line), "{line}");
        }
        for line in [
            "The picture: it shows a ferry.",
            "He works for Reuters.",
            "So schreibt es die dpa.",
            "Fotografen kamen aus Rom.",
            "He left (at noon: sharp)",
        ] {
            assert!(!credits(line), "{line}");
        }
        let tail =
            |line: &str| line.bytes().rev().take(4).collect::<Vec<_>>().iter().rev().fold(0, |tail, byte| tail << 8 | u32::from(*byte));
        assert!(may_end(tail("Am Hafen (dpa)")) && may_end(tail("Jane Doe / AFP")) && !may_end(tail("It rained.")));
    }
}
