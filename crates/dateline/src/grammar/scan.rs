//! A short string in, its words, numbers and marks with byte positions out.
//!
//! Numbers are read in any of the decimal digits that news sites use; Chinese characters stand alone, so that `2009年2月`
//! falls into four tokens.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of letters and the marks that combine with them.
    Word,
    /// A run of decimal digits: its value (saturating) and how many digits it has.
    Number {
        /// The value, saturating.
        value: u32,
        /// How many digits were written.
        digits: u8,
    },
    /// Any other visible character.
    Mark(char),
}

/// One token: its kind, its bytes, and whether white space stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// White space stands directly before it.
    pub(crate) spaced: bool,
}

impl Token {
    /// The token as written.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The token is this mark.
    pub(crate) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// The token is a word.
    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// At most `limit` tokens of `text`, from byte `from` on.
pub(crate) fn tokens(text: &str, from: usize, limit: usize) -> Vec<Token> {
    let mut out = Vec::with_capacity(limit.min(16));
    let mut spaced = from == 0;
    let next = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let mut at = from;
    while let Some(c) = next(at).filter(|_| out.len() < limit) {
        let start = at;
        at += c.len_utf8();
        if is_space(c) {
            spaced = true;
            continue;
        }
        let kind = if let Some(digit) = digit(c) {
            let (mut value, mut digits) = (digit, 1u8);
            while let Some((d, next)) = next(at).and_then(|d| Some((d, self::digit(d)?))) {
                value = value.saturating_mul(10).saturating_add(next);
                digits = digits.saturating_add(1);
                at += d.len_utf8();
            }
            Kind::Number { value, digits }
        } else if is_letter(c) {
            while !stands_alone(c) {
                let behind = text.as_bytes().get(at..).unwrap_or_default();
                at += behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                let Some(letter) = next(at).filter(|d| !d.is_ascii() && is_letter(*d) && !stands_alone(*d)) else { break };
                at += letter.len_utf8();
            }
            Kind::Word
        } else {
            Kind::Mark(c)
        };
        out.push(Token { kind, start, end: at, spaced });
        spaced = false;
    }
    out
}

/// White space, and what is invisible in pasted text.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}

/// Letters and what combines with them; also the viramas and tone marks of South and South-East Asian scripts.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\u{971}'..='\u{9e5}' | '\u{e31}'..='\u{e4e}')
}

/// Chinese characters and kana: written without spaces between words.
pub(crate) fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The value of a decimal digit: ASCII, full-width, Arabic, Persian, Devanagari, Bengali, Thai.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

/// Lower case, Latin letters without their marks: the form in which names are looked up in tables.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'ď' | 'đ' => out.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => out.push('e'),
            'ğ' => out.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ř' => out.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => out.push('s'),
            'ț' | 'ţ' | 'ť' => out.push('t'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            '’' | 'ʼ' | '‘' => out.push('\''),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_scripts_fall_into_numbers_and_words() {
        let kinds = |s: &str| tokens(s, 0, 99).iter().map(|t| t.text(s).to_owned()).collect::<Vec<_>>();
        assert_eq!(kinds("2009年2月26日"), ["2009", "年", "2", "月", "26", "日"]);
        assert_eq!(kinds("٢٦ فبراير"), ["٢٦", "فبراير"]);
        assert_eq!(kinds("26 กุมภาพันธ์ ๒๕๕๒"), ["26", "กุมภาพันธ์", "๒๕๕๒"]);
        assert_eq!(kinds("N.Y., x"), ["N", ".", "Y", ".", ",", "x"]);
        assert_eq!(tokens("a b c", 2, 1).len(), 1);
    }

    #[test]
    fn folding_drops_case_and_marks() {
        assert_eq!(fold("SÃO PAULO"), "sao paulo");
        assert_eq!(fold("Düsseldorf"), "dusseldorf");
    }
}
