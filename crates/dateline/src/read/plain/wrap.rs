//! Lines in, runs of lines that belong together out: where the text was wrapped, and where a paragraph ends.
//!
//! Between two lines the question is one: does the paragraph go on? What speaks is added up, as log-likelihoods: whether the next word would have fitted on the line, how the first line ends and the second begins, how many
//! blank lines stand between them and what so many blank lines mean in this text, indentation, a change to or from
//! capitals, a byline, a dateline. Because the first line of a paragraph may be narrower than the others (its indentation was
//! lost), whether a word would have fitted depends on where the paragraph began; so the best of all divisions is found
//! over the whole text by dynamic programming with two states a line, for several widths of the first line.
//!
//! The weights were set by hand and checked on `reuters` and the sample (`cargo xtask score`); they are flat: each may move by a quarter
//! without moving a figure by more than 0.2.

use std::ops::Range;

use super::furniture;
use super::lines::{Ending, HEAD, Line, Opening};
use super::roles;

/// Lines by which the widths are estimated: enough for any habit to show.
const SAMPLE: usize = 1500;
/// Widths above this many columns are no wrapping.
const WIDEST: usize = 400;
/// No hand or program wraps at fewer columns than this where it is free to choose.
const NARROWEST: usize = 60;
/// A text with a wider line, and none that goes on in the next, was not wrapped.
const UNWRAPPED: usize = 110;

/// Log-odds of a break before anything is seen: a paragraph has some three and a half lines.
const PRIOR: f32 = -0.9;

/// Runs of lines, each one paragraph, headline, subhead, … in order and without gaps.
pub(super) fn runs(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let fixed = fixed_scores(text, lines);
    let likely = Wrap::likely(lines, &fixed);
    let breaks = match likely.as_slice() {
        [] => fixed.iter().map(|s| *s > 0.0).collect(),
        [(wrap, _), ..] if lines.len() > SAMPLE => wrap.divide(lines, &fixed).1,
        several => vote(several, lines, &fixed),
    };
    let mut runs = Vec::new();
    let mut start = 0;
    for (i, is_break) in breaks.iter().enumerate() {
        if *is_break {
            runs.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < lines.len() {
        runs.push(start..lines.len());
    }
    runs
}

/// In a short text several widths are as likely as the best: each has a say, by its likelihood, over every break.
fn vote(likely: &[(Wrap, f32)], lines: &[Line], fixed: &[f32]) -> Vec<bool> {
    let mut said = vec![0.0; fixed.len()];
    let mut all = 0.0;
    for (wrap, weight) in likely {
        all += weight;
        for (said, is_break) in said.iter_mut().zip(wrap.divide(lines, fixed).1) {
            *said += if is_break { *weight } else { 0.0 };
        }
    }
    said.iter().map(|said| *said * 2.0 > all).collect()
}

/// The next line plainly goes on with the sentence of this one.
fn goes_on(a: &Line, b: &Line) -> bool {
    match (a.ending, b.opening) {
        (Ending::Sentence | Ending::Colon, _) | (_, Opening::Bullet) => false,
        (Ending::Open, _) | (_, Opening::Small) => !(a.columns || b.columns || a.row || b.row),
        (Ending::Word, Opening::Uncased) => true,
        _ => false,
    }
}

/// What so many blank lines between two lines mean in this text.
struct Spacing {
    /// By blank lines, 0 to 3 (or more): what they add for a break.
    weight: [f32; 4],
}

impl Spacing {
    fn class(line: &Line) -> usize {
        usize::from(line.blanks.min(3))
    }

    fn learn(lines: &[Line]) -> Spacing {
        let (mut seen, mut joined) = ([0u32; 4], [0u32; 4]);
        // behind the first sentence that goes on, where the head of the text is over
        let mut body = [0u32; 4];
        for pair in lines.windows(2) {
            if let [a, b] = pair
                && a.quoted == b.quoted
            {
                let class = Spacing::class(b);
                seen[class] += 1;
                joined[class] += u32::from(goes_on(a, b));
                body[class] += u32::from(joined != [0; 4]);
            }
        }
        let base = seen.iter().position(|n| *n > 0).unwrap_or(0);
        // the widest spacing across which sentences go on, by more than accident
        let wrapped = (0..4).rev().find(|c| joined[*c] * 100 >= seen[*c] * 12 && joined[*c] > u32::from(*c > base));
        // wider gaps between the lines of the body: enough of them, and they are what sets paragraphs apart
        let wider: u32 = body.iter().skip(wrapped.map_or(4, |w| w + 1)).sum();
        let marked = wider >= 2 && wider * 8 >= body.iter().sum();
        let mut weight = [0.0; 4];
        for (class, weight) in weight.iter_mut().enumerate() {
            *weight = match wrapped {
                Some(wrapped) if class <= wrapped => {
                    if marked {
                        -4.0
                    } else {
                        0.0
                    }
                }
                Some(_) => 7.0,
                // nothing goes on anywhere: a paragraph a line
                None if class > base => 6.0,
                None if seen[class] >= 3 => 3.0,
                None => 1.0,
            };
        }
        Spacing { weight }
    }
}

/// How the text is indented: columns by which a first line stands in, where it does so by habit.
fn first_indent(lines: &[Line]) -> Option<(u16, u16)> {
    let mut counts = std::collections::BTreeMap::new();
    for line in lines.iter().take(SAMPLE) {
        *counts.entry(line.indent).or_insert(0usize) += 1;
    }
    let total: usize = counts.values().sum();
    let (base, most) = counts.iter().max_by_key(|(indent, n)| (**n, u16::MAX - **indent)).map(|(i, n)| (*i, *n))?;
    let (deeper, times) = counts.iter().filter(|(i, _)| **i > base && **i <= base + 12).max_by_key(|(_, n)| **n).map(|(i, n)| (*i, *n))?;
    (times >= 2 && times * 20 >= total && most > times).then_some((base, deeper))
}

/// For every gap between two lines, all that speaks for a break save the widths.
fn fixed_scores(text: &str, lines: &[Line]) -> Vec<f32> {
    let spacing = Spacing::learn(lines);
    let indent = first_indent(lines);
    let signed: Vec<bool> = lines.iter().take(HEAD).map(|l| roles::is_signature(l.text(text))).collect();
    let alone = |i: usize| i < HEAD && lines.get(i).is_some_and(|l| roles::is_post_date(l.text(text)));
    let furniture: Vec<bool> = lines.iter().map(|l| l.width <= 60 && furniture::whole(l.text(text)).is_some()).collect();
    // a dash at a line's start may have been wrapped there; with others around it is a list's
    let near = |i: usize| {
        let around = lines.get(i.saturating_sub(4)..(i + 5).min(lines.len())).unwrap_or_default();
        around.iter().filter(|l| l.opening == Opening::Bullet).count() > 1
    };
    let at = |flags: &[bool], i: usize| flags.get(i).copied().unwrap_or(false);
    lines
        .windows(2)
        .enumerate()
        .map(|(i, pair)| {
            let [a, b] = pair else { return 0.0 };
            if a.quoted != b.quoted {
                return 50.0;
            }
            let mut score = PRIOR + spacing.weight[Spacing::class(b)] + sentence(a, b);
            let ends = !matches!(a.ending, Ending::Word | Ending::Open);
            let forced = b.opener || at(&signed, i) || at(&signed, i + 1) || at(&furniture, i) || alone(i);
            if forced || ends && (at(&furniture, i + 1) || alone(i + 1)) {
                score += 10.0;
            }
            if a.capitals != b.capitals {
                // a headline or subhead against prose; a last word in capitals ends with a full stop
                let capitals = if a.capitals { a } else { b };
                if capitals.ending != Ending::Sentence {
                    score += 5.0;
                }
            } else if i < 3 && !a.opener && a.ending != Ending::Sentence && is_title(a.text(text)) && !is_title(b.text(text)) {
                score += 4.0;
            }
            if b.opening == Opening::Bullet && near(i + 1) {
                score += 8.0;
            }
            if let Some((base, deeper)) = indent {
                if b.indent == deeper {
                    score += 5.0;
                } else if b.indent == base && a.indent <= deeper {
                    score -= 1.5;
                }
            }
            score
        })
        .collect()
}

/// What the end of one line and the beginning of the next say.
fn sentence(a: &Line, b: &Line) -> f32 {
    if a.row && b.row {
        return 3.0;
    }
    let end = match a.ending {
        Ending::Sentence => 2.25,
        Ending::Abbreviation => -1.0,
        Ending::Colon => 0.5,
        Ending::Open => -5.0,
        Ending::Word if a.row && b.opening != Opening::Figure => 2.0,
        Ending::Word if b.row => -0.5,
        Ending::Word => -3.0,
    };
    let begin = match b.opening {
        Opening::Small => -5.0,
        Opening::Capital => 1.0,
        Opening::Uncased => 0.5,
        Opening::Figure => -0.7,
        Opening::Quote => 1.5,
        Opening::Bullet => 2.5,
    };
    end + begin + if a.columns || b.columns { 4.0 } else { 0.0 }
}

/// Most of the longer words begin with capitals.
pub(super) fn is_title(words: &str) -> bool {
    let (mut long, mut capital) = (0, 0);
    for word in words.split_whitespace().take(40) {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { continue };
        if letters.count() >= 3 {
            long += 1;
            capital += usize::from(first.is_uppercase());
        }
    }
    long >= 2 && capital * 10 >= long * 8
}

/// The widths at which a text was wrapped.
#[derive(Debug, Clone, Copy)]
struct Wrap {
    /// Columns of a paragraph's first line.
    first: i32,
    /// Columns of its other lines.
    rest: i32,
    /// How far the widths can be relied upon, 0 to 1.
    trust: f32,
}

impl Wrap {
    /// The widths under which the best divisions are likely, the likeliest first, each with its weight beside that; none where the
    /// text was not wrapped.
    fn likely(lines: &[Line], fixed: &[f32]) -> Vec<(Wrap, f32)> {
        let mut all = Wrap::candidates(lines, fixed).unwrap_or_default();
        all.sort_by(|a, b| b.1.total_cmp(&a.1));
        let best = all.first().map_or(0.0, |(_, likelihood)| *likelihood);
        all.into_iter().map(|(wrap, likelihood)| (wrap, (likelihood - best).exp())).take_while(|(_, weight)| *weight > 0.01).collect()
    }

    /// Widths that may have been meant, with the log-likelihood of the best division under each.
    fn candidates(lines: &[Line], fixed: &[f32]) -> Option<Vec<(Wrap, f32)>> {
        let sample = lines.get(..lines.len().min(SAMPLE))?;
        let fixed = fixed.get(..sample.len().saturating_sub(1))?;
        let widths = Widths::gather(sample);
        if widths.too_wide * 5 > widths.joined {
            return None;
        }
        let (rest, trust) = if widths.joined >= 3 {
            let rest = quantile(&widths.any, widths.joined, 2);
            let over = sample.iter().filter(|l| usize::from(l.width) > rest + 3).count();
            match over * 100 / sample.len().max(1) {
                0..=8 => (rest, 1.0),
                9..=25 => (rest, 0.5),
                _ => return None,
            }
        } else {
            // too few lines go on to tell: nobody wraps narrower than this, and a paragraph a line is wider
            let widest = sample.iter().filter(|l| !l.capitals && !l.opener).map(|l| usize::from(l.width)).max()?;
            if widest > UNWRAPPED {
                return None;
            }
            (widest.max(NARROWEST), 0.8)
        };
        let rest = i32::try_from(rest).ok()?;
        let other =
            [widths.widest_first, quantile(&widths.first, widths.joined_first, 10), quantile(&widths.first, widths.joined_first, 25)];
        let mut all = Vec::new();
        for rest in rest - 2..=rest + 3 {
            let others = other.iter().filter_map(|w| i32::try_from(*w).ok()).filter(|w| *w > 8 && *w < rest - 8);
            for first in (rest - 8..=rest).rev().chain(others) {
                let wrap = Wrap { first, rest, trust };
                // a first line as wide as the others needs no reason; the usual indentations need little
                let prior = match rest - first {
                    0 => 0.0,
                    4 => -0.2,
                    2 | 3 | 5 | 8 => -1.0,
                    _ => -2.0,
                };
                // narrower than anybody chooses: then there must be reasons
                let narrow = -0.3 * (NARROWEST as i32 - rest).max(0) as f32;
                all.push((wrap, wrap.divide(sample, fixed).0 + prior + narrow));
            }
        }
        Some(all)
    }

    /// Log-likelihoods of what the widths show behind line `a`, which may hold `limit` columns: if it is the last of its
    /// paragraph, and if it is not.
    fn fit(self, limit: i32, a: &Line, b: &Line) -> [f32; 2] {
        let slack = limit - i32::from(a.width) - 1 - i32::from(b.first_word);
        // of the last lines of paragraphs one in eight is full; of the others one in 250 is not (`reuters`)
        if slack < 0 { [-2.0 * self.trust, 0.0] } else { [0.0, -(3.0 + 0.4 * slack as f32).min(8.0) * self.trust] }
    }

    /// What it costs that a line is wider than it may be: one in fifty is, by a column or two.
    fn over(self, limit: i32, line: &Line) -> f32 {
        let excess = i32::from(line.width) - i32::from(line.marks) - limit;
        if i32::from(line.width) <= limit {
            return 0.0;
        }
        let cost = if excess <= 0 { 0.3 } else { (2.0 + 0.6 * excess as f32).min(7.0) * self.trust };
        // datelines are often set before a text that was wrapped without them
        if line.opener { cost.min(1.0) } else { cost }
    }

    /// The likeliest division: its log-likelihood, and for every gap whether it is a break.
    fn divide(self, lines: &[Line], fixed: &[f32]) -> (f32, Vec<bool>) {
        let Some(head) = lines.first() else { return (0.0, Vec::new()) };
        // the best score where the line is a paragraph's first, and where it is another
        let mut best = [-self.over(self.first, head), f32::NEG_INFINITY];
        // whether the line before was a first line, for each of the two
        let mut from: Vec<[bool; 2]> = Vec::with_capacity(lines.len());
        for (pair, fixed) in lines.windows(2).zip(fixed) {
            let [a, b] = pair else { continue };
            let [first, rest] = [self.fit(self.first, a, b), self.fit(self.rest, a, b)];
            let broken = [best[0] + first[0] + fixed, best[1] + rest[0] + fixed];
            let joined = [best[0] + first[1], best[1] + rest[1]];
            from.push([broken[0] >= broken[1], joined[0] >= joined[1]]);
            best = [broken[0].max(broken[1]) - self.over(self.first, b), joined[0].max(joined[1]) - self.over(self.rest, b)];
        }
        let mut breaks = vec![false; from.len()];
        let mut first = best[0] >= best[1];
        for (is_break, from) in breaks.iter_mut().zip(&from).rev() {
            *is_break = first;
            first = from[usize::from(!first)];
        }
        (best[0].max(best[1]), breaks)
    }
}

/// How wide the lines are whose sentence plainly goes on in the next.
struct Widths {
    /// By columns, how many.
    any: Vec<u32>,
    joined: u32,
    /// The same, of those that follow the end of a sentence.
    first: Vec<u32>,
    joined_first: u32,
    widest_first: usize,
    /// Wider than [`WIDEST`].
    too_wide: u32,
}

impl Widths {
    fn gather(sample: &[Line]) -> Widths {
        let mut out =
            Widths { any: vec![0; WIDEST + 1], joined: 0, first: vec![0; WIDEST + 1], joined_first: 0, widest_first: 0, too_wide: 0 };
        for (i, pair) in sample.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            if a.quoted != b.quoted || !goes_on(a, b) || a.capitals {
                continue;
            }
            let width = usize::from(a.width);
            out.joined += 1;
            if let Some(n) = out.any.get_mut(width) {
                *n += 1;
            } else {
                out.too_wide += 1;
            }
            if i.checked_sub(1).and_then(|p| sample.get(p)).is_some_and(|p| p.ending == Ending::Sentence)
                && let Some(n) = out.first.get_mut(width)
            {
                *n += 1;
                out.joined_first += 1;
                out.widest_first = out.widest_first.max(width);
            }
        }
        out
    }
}

/// The widest width that at least `percent` of the lines (and at least one) reach.
fn quantile(widths: &[u32], total: u32, percent: u32) -> usize {
    let need = (total * percent / 100).max(1);
    let mut seen = 0;
    for (width, n) in widths.iter().enumerate().rev() {
        seen += n;
        if seen >= need {
            return width;
        }
    }
    0
}
