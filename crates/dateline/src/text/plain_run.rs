//! Text in, how much of it is plain out: what needs no second look, told in blocks.

/// Bytes that are looked at together.
const BLOCK: usize = 16;

/// How long the part of a text, which begins with a word, at least is that holds nothing but ASCII's visible characters and single blanks between them. Most text is nothing else:
/// sixteen bytes cost as much here as two do one by one.
pub(crate) fn plain_run(text: &[u8]) -> usize {
    let mut length = 0;
    // the byte behind a block tells whether its last one is a single blank
    while let Some((block, [next])) = text.get(length..).and_then(|rest| rest.first_chunk::<{ BLOCK + 1 }>()).and_then(halves) {
        if !is_plain(block, *next) {
            break;
        }
        length += BLOCK;
    }
    length
}

fn halves(window: &[u8; BLOCK + 1]) -> Option<(&[u8; BLOCK], &[u8; 1])> {
    let (block, next) = window.split_first_chunk()?;
    Some((block, next.first_chunk()?))
}

/// Whether a block holds only visible characters, and blanks before such; without a branch for each byte, so that all are compared at once.
fn is_plain(block: &[u8; BLOCK], next: u8) -> bool {
    let is_visible = |byte: u8| byte.wrapping_sub(b'!') < 94;
    let mut behind = [next; BLOCK];
    if let (Some(first), Some((_, rest))) = (behind.first_chunk_mut::<{ BLOCK - 1 }>(), block.split_first()) {
        first.copy_from_slice(rest);
    }
    block.iter().zip(behind).fold(true, |plain, (&byte, behind)| plain & (is_visible(byte) | ((byte == b' ') & is_visible(behind))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_before_what_is_not_plain() {
        let words = "The cow left its meadow in the morning and was seen on the road.";
        assert_eq!((plain_run(words.as_bytes()), plain_run(b"The cow")), (48, 0));
        for at in 1..words.len() {
            for (other, is_plain) in [("\n", false), ("\u{e9}", false), ("  ", false), ("\u{7f}", false), ("-", true)] {
                let text = format!("{}{other}{}", &words[..at], &words[at..]);
                let most = if is_plain { text.len() - 1 } else { at };
                let run = plain_run(text.as_bytes());
                // a blank before what is not plain is none between words
                let least = (if is_plain { most } else { most - 1 }).min(text.len() - 1) / BLOCK * BLOCK;
                assert!(run == most / BLOCK * BLOCK || run == least, "{text:?}: {run}");
            }
        }
    }
}
