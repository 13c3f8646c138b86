//! Pieces of text in, runs out, and where each insertion mode puts them.

use super::class::{ANNOTATION_HTML, FOSTER, HTML, HTML_POINT, MATHML_TEXT};
use super::{Construction, Mode, Run};
use crate::tag::Tag;
use crate::tokenizer::is_space;
use crate::tokenizer::text::NUL_RUN;
use crate::tree::node::NONE;

impl Construction<'_> {
    fn push_piece(&mut self, start: usize, end: usize, replacement: Option<&str>) -> u32 {
        let replacement = replacement.map_or(NONE, |text| self.arena.push_replacement(text));
        self.arena.push_piece(start as u32, end as u32, replacement)
    }

    /// One piece of a run, of which `text` is what it says.
    #[inline]
    pub(super) fn piece<'t>(&mut self, mut start: usize, end: usize, mut replacement: Option<&'t str>, mut text: &'t str) {
        if let Some(run) = self.run {
            let piece = self.push_piece(start, end, replacement);
            if let Some(before) = self.arena.pieces.get_mut(run.last as usize) {
                before.next = piece;
            }
            self.run = Some(Run { last: piece, ..run });
            return;
        }
        if self.ignore_line_feed {
            self.ignore_line_feed = false;
            if let Some(rest) = text.strip_prefix('\n') {
                if rest.is_empty() {
                    return;
                }
                text = rest;
                match &mut replacement {
                    Some(replacement) => *replacement = rest,
                    None => start += 1,
                }
            }
        }
        let leading = text.bytes().position(|byte| !is_space(byte)).unwrap_or(text.len());
        let piece = self.push_piece(start, end, replacement);
        let run = Run { first: piece, last: piece, leading: 0, is_space: leading == text.len() };
        if run.is_space {
            self.text(run);
        } else {
            let leading = if replacement.is_some() { 0 } else { leading as u32 };
            self.run = Some(Run { leading, ..run });
        }
    }

    /// Is text at the current node that of SVG or MathML?
    fn is_foreign_text(&self) -> bool {
        self.stack.current().class & (HTML | MATHML_TEXT | HTML_POINT | ANNOTATION_HTML) == 0
    }

    /// A run of text, through the modes.
    #[inline]
    pub(super) fn text(&mut self, run: Run) {
        if self.is_foreign_text() {
            self.frameset_ok &= run.is_space;
            self.insert_text(run);
        } else if self.mode == Mode::InBody {
            self.text_in_body(run);
        } else {
            self.text_elsewhere(run);
        }
    }

    #[inline]
    fn text_in_body(&mut self, run: Run) {
        self.reconstruct();
        self.frameset_ok &= run.is_space;
        self.insert_text(run);
    }

    fn text_elsewhere(&mut self, mut run: Run) {
        loop {
            match self.mode {
                Mode::InBody | Mode::InCaption | Mode::InCell | Mode::InTemplate => return self.text_in_body(run),
                Mode::Text => return self.insert_text(run),
                Mode::InTableText => return self.pending.push(run),
                Mode::InTable | Mode::InTableBody | Mode::InRow => {
                    if self.stack.current().class & FOSTER == 0 {
                        self.fostering = true;
                        self.text_in_body(run);
                        self.fostering = false;
                        return;
                    }
                    self.original = self.mode;
                    self.mode = Mode::InTableText;
                }
                Mode::Initial | Mode::BeforeHtml | Mode::BeforeHead => {
                    self.cut_space(&mut run);
                    if run.is_space {
                        return;
                    }
                    self.leave();
                }
                Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead => {
                    if let Some(space) = self.cut_space(&mut run) {
                        self.insert_text(space);
                    }
                    if run.is_space {
                        return;
                    }
                    self.leave();
                }
                Mode::InColumnGroup => {
                    if !self.stack.current().is(Tag::Colgroup as u32) {
                        return self.text_without_words(run, false);
                    }
                    if let Some(space) = self.cut_space(&mut run) {
                        self.insert_text(space);
                    }
                    if run.is_space {
                        return;
                    }
                    self.stack.pop();
                    self.mode = Mode::InTable;
                }
                Mode::AfterBody | Mode::AfterAfterBody => {
                    if let Some(space) = self.cut_space(&mut run) {
                        self.text_in_body(space);
                    }
                    if run.is_space {
                        return;
                    }
                    self.mode = Mode::InBody;
                }
                Mode::InFrameset | Mode::AfterFrameset => return self.text_without_words(run, false),
                Mode::AfterAfterFrameset => return self.text_without_words(run, true),
            }
        }
    }

    /// Cuts off the white space at the start of a run. Of a run that is nothing else, all is cut off.
    fn cut_space(&mut self, run: &mut Run) -> Option<Run> {
        if run.is_space {
            return Some(*run);
        }
        let leading = std::mem::take(&mut run.leading);
        if leading == 0 {
            return None;
        }
        let piece = self.arena.pieces.get_mut(run.first as usize)?;
        let start = piece.start;
        piece.start += leading;
        let cut = self.arena.push_piece(start, start + leading, NONE);
        Some(Run { first: cut, last: cut, leading: 0, is_space: true })
    }

    /// Of a run where words are dropped: its white space.
    fn text_without_words(&mut self, run: Run, as_in_body: bool) {
        let mut next = run.first;
        while let Some(piece) = self.arena.pieces.get(next as usize).copied() {
            if piece.replacement != NONE {
                let (start, end) = self.arena.replacements.get(piece.replacement as usize).copied().unwrap_or((0, 0));
                if self.arena.own.get(start as usize..end as usize).is_some_and(|text| text.bytes().all(is_space)) {
                    let copy = self.arena.push_piece(piece.start, piece.end, piece.replacement);
                    self.space_alone(copy, as_in_body);
                }
            } else {
                let source = self.source;
                let text = source.get(piece.start as usize..piece.end as usize).unwrap_or("");
                let mut at = 0;
                while let Some(space) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|&byte| is_space(byte))) {
                    let start = at + space;
                    let length = text.bytes().skip(start).take_while(|&byte| is_space(byte)).count();
                    at = start + length;
                    let cut = self.arena.push_piece(piece.start + start as u32, piece.start + at as u32, NONE);
                    self.space_alone(cut, as_in_body);
                }
            }
            next = piece.next;
        }
    }

    fn space_alone(&mut self, piece: u32, as_in_body: bool) {
        let run = Run { first: piece, last: piece, leading: 0, is_space: true };
        if as_in_body { self.text_in_body(run) } else { self.insert_text(run) }
    }

    /// The text of a table, once something else follows: with words in it, it goes before the table.
    pub(super) fn end_table_text(&mut self) -> super::Step {
        let mut pending = std::mem::take(&mut self.pending);
        let has_words = pending.iter().any(|run| !run.is_space);
        for run in pending.drain(..) {
            if has_words {
                self.fostering = true;
                self.text_in_body(run);
                self.fostering = false;
            } else {
                self.insert_text(run);
            }
        }
        self.pending = pending;
        self.mode = self.original;
        super::Step::Again
    }

    /// NULs: foreign content keeps them as U+FFFD, all else drops them, and then also what follows of them in the same
    /// run; `true` where it does.
    pub(super) fn nuls(&mut self, start: u32, count: usize) -> bool {
        self.ignore_line_feed = false;
        self.token = (start, start + count as u32);
        let mut done = 0;
        while self.is_foreign_text() {
            if done == count {
                return false;
            }
            let part = if done == 0 { 1 } else { (count - done).min(NUL_RUN) };
            let replacement = "\u{fffd}".repeat(part);
            let piece = self.push_piece(start as usize + done, start as usize + done + part, Some(&replacement));
            self.insert_text(Run { first: piece, last: piece, leading: 0, is_space: false });
            done += part;
        }
        self.drop_nul();
        true
    }

    /// A NUL that is dropped may still end the head.
    fn drop_nul(&mut self) {
        loop {
            match self.mode {
                Mode::Initial | Mode::BeforeHtml | Mode::BeforeHead | Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead => {
                    self.leave();
                }
                Mode::InColumnGroup if self.stack.current().is(Tag::Colgroup as u32) => {
                    self.stack.pop();
                    self.mode = Mode::InTable;
                }
                Mode::InTable | Mode::InTableBody | Mode::InRow if self.stack.current().class & FOSTER != 0 => {
                    self.original = self.mode;
                    self.mode = Mode::InTableText;
                    return;
                }
                Mode::AfterBody | Mode::AfterAfterBody => {
                    self.mode = Mode::InBody;
                    return;
                }
                _ => return,
            }
        }
    }
}
