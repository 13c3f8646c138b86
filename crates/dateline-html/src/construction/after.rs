//! The modes of templates, of framesets and behind the body, and the end of the page.

use super::class::HTML;
use super::{Construction, DONE, EndTag, Mode, StartTag, Step};
use crate::tag::Tag;

impl Construction<'_> {
    pub(super) fn start_in_template(&mut self, start: &StartTag<'_>) -> Step {
        let mode = match start.tag {
            Tag::Base | Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta | Tag::Noframes | Tag::Script => {
                return self.start_in_head(start);
            }
            Tag::Style | Tag::Template | Tag::Title => return self.start_in_head(start),
            Tag::Caption | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => Mode::InTable,
            Tag::Col => Mode::InColumnGroup,
            Tag::Tr => Mode::InTableBody,
            Tag::Td | Tag::Th => Mode::InRow,
            _ => Mode::InBody,
        };
        self.template_modes.pop();
        self.template_modes.push(mode);
        self.mode = mode;
        Step::Again
    }

    pub(super) fn end_in_template(&mut self, end: EndTag) -> Step {
        if end.tag == Tag::Template { self.end_template() } else { DONE }
    }

    pub(super) fn start_after_body(&mut self, start: &StartTag<'_>) -> Step {
        if start.tag == Tag::Html {
            return self.start_in_body(start);
        }
        self.mode = Mode::InBody;
        Step::Again
    }

    pub(super) fn end_after_body(&mut self, end: EndTag) -> Step {
        if end.tag == Tag::Html && self.mode == Mode::AfterBody {
            self.mode = Mode::AfterAfterBody;
            return DONE;
        }
        self.mode = Mode::InBody;
        Step::Again
    }

    pub(super) fn start_in_frameset(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Frameset => {
                self.insert(start);
                DONE
            }
            Tag::Frame => {
                self.insert_void(start);
                DONE
            }
            Tag::Noframes => self.start_in_head(start),
            _ => DONE,
        }
    }

    pub(super) fn end_in_frameset(&mut self, end: EndTag) -> Step {
        if end.tag == Tag::Frameset && self.stack.len() > 1 {
            let frameset = self.stack.pop();
            self.close(frameset.id);
            if !self.stack.current().is(Tag::Frameset as u32) {
                self.mode = Mode::AfterFrameset;
            }
        }
        DONE
    }

    pub(super) fn start_after_frameset(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Noframes => self.start_in_head(start),
            _ => DONE,
        }
    }

    pub(super) fn end_after_frameset(&mut self, end: EndTag) -> Step {
        if end.tag == Tag::Html && self.mode == Mode::AfterFrameset {
            self.mode = Mode::AfterAfterFrameset;
        }
        DONE
    }

    /// The end of the page, through the modes: what every tree has is made, and what waits is put in.
    pub(super) fn end_of_page(&mut self) {
        loop {
            match self.mode {
                Mode::Initial | Mode::BeforeHtml | Mode::BeforeHead | Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead => self.leave(),
                Mode::Text => {
                    self.end_text();
                }
                Mode::InTableText => {
                    self.end_table_text();
                }
                _ if self.template_modes.is_empty() || self.stack.count(Tag::Template) == 0 => return,
                Mode::AfterBody | Mode::InFrameset | Mode::AfterFrameset | Mode::AfterAfterBody | Mode::AfterAfterFrameset => return,
                _ => {
                    self.stack.pop_through(Tag::Template);
                    self.clear_formats_to_marker();
                    self.template_modes.pop();
                    self.reset_mode();
                }
            }
        }
    }

    /// Is a start tag within SVG or MathML theirs?
    #[inline]
    pub(super) fn is_foreign_start(&self, start: &StartTag<'_>) -> bool {
        let class = self.stack.current().class;
        class & HTML == 0 && self.stays_foreign(start, class)
    }
}
