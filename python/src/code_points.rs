//! Offsets between UTF-8 bytes and code points of one text, prepared once.

/// How many bytes lie between two marks: a conversion counts within that many.
const STRIDE: usize = 64;

/// How many code points of a text lie before every 64th byte; nothing where the text is ASCII, whose bytes are its code points.
pub(crate) struct CodePoints(Vec<u32>);

/// Whether a byte begins a character.
fn begins(byte: &u8) -> bool {
    byte & 0xc0 != 0x80
}

fn count(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|byte| begins(byte)).count()).unwrap_or(u32::MAX)
}

impl CodePoints {
    pub(crate) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self(Vec::new());
        }
        let mut before = 0_u32;
        let marks = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let mark = before;
            before = before.saturating_add(count(chunk));
            mark
        });
        Self(marks.collect())
    }

    /// How many code points lie before a byte of the text; what lies behind the text counts as its end.
    pub(crate) fn of_byte(&self, text: &str, byte: u32) -> u32 {
        let at = (byte as usize).min(text.len());
        if self.0.is_empty() {
            return u32::try_from(at).unwrap_or(u32::MAX);
        }
        let chunk = (at / STRIDE).min(self.0.len() - 1);
        let rest = text.as_bytes().get(chunk * STRIDE..at).unwrap_or_default();
        self.0.get(chunk).copied().unwrap_or_default().saturating_add(count(rest))
    }

    /// The byte at which a code point of the text begins; its end for the one behind the last, and for all after it.
    pub(crate) fn byte_of(&self, text: &str, code_point: u32) -> u32 {
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        if self.0.is_empty() {
            return code_point.min(end);
        }
        let chunk = self.0.partition_point(|before| *before <= code_point).saturating_sub(1);
        let mut wanted = code_point.saturating_sub(self.0.get(chunk).copied().unwrap_or_default());
        let bytes = text.as_bytes().iter().enumerate().skip(chunk * STRIDE);
        for (at, _) in bytes.filter(|(_, byte)| begins(byte)) {
            if wanted == 0 {
                return u32::try_from(at).unwrap_or(u32::MAX);
            }
            wanted -= 1;
        }
        end
    }
}
