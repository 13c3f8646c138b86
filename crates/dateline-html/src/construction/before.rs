//! The modes up to the body: initial, before html, before head, in head (and its noscript), after head; and raw text.

use super::class::{IMPLIED, THOROUGH};
use super::formatting::Format;
use super::{Construction, DONE, EndTag, Mode, StartTag, Step};
use crate::tag::Tag;
use crate::tokenizer::Content;

impl Construction<'_> {
    /// What these modes do with a token that is not for them: they end, as if their tags stood there.
    pub(super) fn leave(&mut self) {
        match self.mode {
            Mode::Initial => {
                self.quirks = true;
                self.mode = Mode::BeforeHtml;
            }
            Mode::BeforeHtml => {
                self.insert_root(None);
                self.mode = Mode::BeforeHead;
            }
            Mode::BeforeHead => {
                self.head = self.insert_implied(Tag::Head).id;
                self.mode = Mode::InHead;
            }
            Mode::InHead => {
                self.stack.pop();
                self.mode = Mode::AfterHead;
            }
            Mode::InHeadNoscript => {
                self.stack.pop();
                self.mode = Mode::InHead;
            }
            _ => {
                self.insert_implied(Tag::Body);
                self.mode = Mode::InBody;
            }
        }
    }

    pub(super) fn leave_again(&mut self) -> Step {
        self.leave();
        Step::Again
    }

    pub(super) fn start_before_html(&mut self, start: &StartTag<'_>) -> Step {
        if start.tag != Tag::Html {
            return self.leave_again();
        }
        self.insert_root(Some(start));
        self.mode = Mode::BeforeHead;
        DONE
    }

    /// The same before the head.
    pub(super) fn end_before_html(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Head | Tag::Body | Tag::Html | Tag::Br => self.leave_again(),
            _ => DONE,
        }
    }

    pub(super) fn start_before_head(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Head => {
                self.head = self.insert(start).id;
                self.mode = Mode::InHead;
                DONE
            }
            _ => self.leave_again(),
        }
    }

    /// The start of an element whose content is text.
    pub(super) fn raw_text(&mut self, start: &StartTag<'_>, content: Content) -> Step {
        self.insert(start);
        self.original = self.mode;
        self.mode = Mode::Text;
        Step::Done(content)
    }

    pub(super) fn start_in_head(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Base | Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta => {
                self.insert_void(start);
                DONE
            }
            Tag::Title => self.raw_text(start, Content::Rcdata),
            Tag::Noframes | Tag::Style => self.raw_text(start, Content::Rawtext),
            Tag::Noscript => {
                self.insert(start);
                self.mode = Mode::InHeadNoscript;
                DONE
            }
            Tag::Script => self.raw_text(start, Content::Script),
            Tag::Template => {
                self.formats.push(Format::Marker);
                self.frameset_ok = false;
                self.mode = Mode::InTemplate;
                self.template_modes.push(Mode::InTemplate);
                self.insert(start);
                DONE
            }
            Tag::Head => DONE,
            _ => self.leave_again(),
        }
    }

    pub(super) fn end_in_head(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Head => {
                let head = self.stack.pop();
                self.close(head.id);
                self.mode = Mode::AfterHead;
                DONE
            }
            Tag::Body | Tag::Html | Tag::Br => self.leave_again(),
            Tag::Template => self.end_template(),
            _ => DONE,
        }
    }

    pub(super) fn end_template(&mut self) -> Step {
        if self.stack.count(Tag::Template) > 0 {
            self.stack.close_implied(IMPLIED | THOROUGH, None);
            let template = self.stack.pop_through(Tag::Template);
            self.close(template.id);
            self.clear_formats_to_marker();
            self.template_modes.pop();
            self.reset_mode();
        }
        DONE
    }

    pub(super) fn start_in_head_noscript(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta | Tag::Noframes | Tag::Style => self.start_in_head(start),
            Tag::Head | Tag::Noscript => DONE,
            _ => self.leave_again(),
        }
    }

    pub(super) fn end_in_head_noscript(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Noscript => {
                let noscript = self.stack.pop();
                self.close(noscript.id);
                self.mode = Mode::InHead;
                DONE
            }
            Tag::Br => self.leave_again(),
            _ => DONE,
        }
    }

    pub(super) fn start_after_head(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Body => {
                self.insert(start);
                self.frameset_ok = false;
                self.mode = Mode::InBody;
                DONE
            }
            Tag::Frameset => {
                self.insert(start);
                self.mode = Mode::InFrameset;
                DONE
            }
            Tag::Base | Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta | Tag::Noframes | Tag::Script => self.late_head(start),
            Tag::Style | Tag::Template | Tag::Title => self.late_head(start),
            Tag::Head => DONE,
            _ => self.leave_again(),
        }
    }

    /// What belongs to the head goes there though it is closed.
    fn late_head(&mut self, start: &StartTag<'_>) -> Step {
        self.stack.push(super::stack::html_entry(self.head, Tag::Head as u32));
        let step = self.start_in_head(start);
        self.stack.remove_element(self.head);
        step
    }

    pub(super) fn end_after_head(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Template => self.end_template(),
            Tag::Body | Tag::Html | Tag::Br => self.leave_again(),
            _ => DONE,
        }
    }

    /// The end tag of raw text; no other one comes.
    pub(super) fn end_text(&mut self) -> Step {
        let element = self.stack.pop();
        self.close(element.id);
        self.mode = self.original;
        DONE
    }

    /// "Resets the insertion mode appropriately".
    pub(super) fn reset_mode(&mut self) {
        for (index, entry) in self.stack.rev() {
            if entry.class & super::class::HTML == 0 {
                continue;
            }
            self.mode = match Tag::from_index(entry.name as usize) {
                Tag::Td | Tag::Th if index > 0 => Mode::InCell,
                Tag::Tr => Mode::InRow,
                Tag::Tbody | Tag::Thead | Tag::Tfoot => Mode::InTableBody,
                Tag::Caption => Mode::InCaption,
                Tag::Colgroup => Mode::InColumnGroup,
                Tag::Table => Mode::InTable,
                Tag::Template => self.template_modes.last().copied().unwrap_or(Mode::InBody),
                Tag::Head if index > 0 => Mode::InHead,
                Tag::Body => Mode::InBody,
                Tag::Frameset => Mode::InFrameset,
                Tag::Html if self.head == crate::tree::node::NONE => Mode::BeforeHead,
                Tag::Html => Mode::AfterHead,
                _ => continue,
            };
            return;
        }
        self.mode = Mode::InBody;
    }
}
