//! Start tags in the body.

use super::class::{BUTTON, HEADING, IMPLIED, PLAIN_BLOCK, SCOPE, SPECIAL};
use super::formatting::Format;
use super::stack::Entry;
use super::{Construction, DONE, Mode, StartTag, Step};
use crate::tag::Tag;
use crate::tokenizer;
use crate::tree::node::{NONE, Space};

impl Construction<'_> {
    /// Closes the paragraph that a block ends.
    #[inline]
    pub(super) fn close_paragraph(&mut self) {
        if self.stack.has_in_scope(Tag::P, SCOPE | BUTTON) {
            self.pop_paragraph();
        }
    }

    pub(super) fn pop_paragraph(&mut self) {
        self.stack.close_implied(IMPLIED, Some(Tag::P));
        let paragraph = self.stack.pop_through(Tag::P);
        self.close(paragraph.id);
    }

    pub(super) fn start_in_body(&mut self, start: &StartTag<'_>) -> Step {
        use Tag::*;
        match start.tag {
            Address | Article | Aside | Blockquote | Center | Details | Dialog | Dir | Div | Dl | Fieldset | Figcaption | Figure
            | Footer | Header | Hgroup | Main | Menu | Nav | Ol | P | Search | Section | Summary | Ul => {
                self.close_paragraph();
                self.insert(start);
            }
            A => {
                self.close_link();
                self.reconstruct();
                self.insert_formatting(start);
            }
            B | Big | Code | Em | Font | I | S | Small | Strike | Strong | Tt | U => {
                self.reconstruct();
                self.insert_formatting(start);
            }
            Li | Dd | Dt => self.start_item(start),
            Area | Br | Embed | Img | Image | Keygen | Wbr => {
                self.reconstruct();
                self.insert_void_named(start);
                self.frameset_ok = false;
            }
            Html => {
                if self.stack.count(Template) == 0 {
                    self.merge = self.stack.get(0).id;
                }
            }
            Base | Basefont | Bgsound | Link | Meta | Noframes | Script | Style | Template | Title => return self.start_in_head(start),
            Body => {
                let body = self.stack.get(1);
                if self.stack.len() > 1 && body.is(Body as u32) && self.stack.count(Template) == 0 {
                    self.frameset_ok = false;
                    self.merge = body.id;
                }
            }
            Frameset => self.start_late_frameset(start),
            H1 | H2 | H3 | H4 | H5 | H6 => {
                self.close_paragraph();
                if self.stack.current().class & HEADING != 0 {
                    self.stack.pop();
                }
                self.insert(start);
            }
            Pre | Listing => {
                self.close_paragraph();
                self.insert(start);
                self.ignore_line_feed = true;
                self.frameset_ok = false;
            }
            Form => self.start_form(start),
            Plaintext => {
                self.close_paragraph();
                self.insert(start);
                return Step::Done(tokenizer::Content::Plaintext);
            }
            Button => {
                if self.stack.has_in_scope(Button, SCOPE) {
                    self.stack.close_implied(IMPLIED, None);
                    self.stack.pop_through(Button);
                }
                self.reconstruct();
                self.insert(start);
                self.frameset_ok = false;
            }
            Nobr => {
                self.reconstruct();
                if self.stack.has_in_scope(Nobr, SCOPE) {
                    self.adopt(Nobr);
                    self.reconstruct();
                }
                self.insert_formatting(start);
            }
            Applet | Marquee | Object => {
                self.reconstruct();
                self.insert(start);
                self.formats.push(Format::Marker);
                self.frameset_ok = false;
            }
            Table => {
                if !self.quirks {
                    self.close_paragraph();
                }
                self.insert(start);
                self.frameset_ok = false;
                self.mode = Mode::InTable;
            }
            Input => {
                if self.stack.has_in_scope(Select, SCOPE) {
                    self.stack.pop_through(Select);
                }
                self.reconstruct();
                self.insert_void(start);
                self.frameset_ok &= self.is_hidden(start);
            }
            Param | Source | Track => {
                self.insert_void(start);
            }
            Hr => {
                self.close_paragraph();
                if self.stack.has_in_scope(Select, SCOPE) {
                    self.stack.close_implied(IMPLIED, None);
                }
                self.insert_void(start);
                self.frameset_ok = false;
            }
            Textarea => {
                self.ignore_line_feed = true;
                self.frameset_ok = false;
                return self.raw_text(start, tokenizer::Content::Rcdata);
            }
            Xmp => {
                self.close_paragraph();
                self.reconstruct();
                self.frameset_ok = false;
                return self.raw_text(start, tokenizer::Content::Rawtext);
            }
            Iframe => {
                self.frameset_ok = false;
                return self.raw_text(start, tokenizer::Content::Rawtext);
            }
            Noembed => return self.raw_text(start, tokenizer::Content::Rawtext),
            Select | Option | Optgroup => self.start_choice(start),
            Rb | Rtc | Rp | Rt => {
                if self.stack.has_in_scope(Ruby, SCOPE) {
                    self.stack.close_implied(IMPLIED, matches!(start.tag, Rp | Rt).then_some(Rtc));
                }
                self.insert(start);
            }
            Math => {
                self.reconstruct();
                self.insert_foreign(start, Space::MathMl, start.name, 0);
            }
            Svg => {
                self.reconstruct();
                self.insert_foreign(start, Space::Svg, start.name, super::class::SVG);
            }
            Caption | Col | Colgroup | Frame | Head | Tbody | Td | Tfoot | Th | Thead | Tr => {}
            _ => {
                self.reconstruct();
                self.insert(start);
            }
        }
        DONE
    }

    /// A void element; `<image>` is another way to write `<img>`.
    fn insert_void_named(&mut self, start: &StartTag<'_>) {
        if start.tag == Tag::Image {
            self.insert_void(&StartTag { tag: Tag::Img, name: Tag::Img as u32, ..*start });
        } else {
            self.insert_void(start);
        }
    }

    /// `<li>`, `<dd>` and `<dt>`, which close the item before.
    fn start_item(&mut self, start: &StartTag<'_>) {
        self.frameset_ok = false;
        let is_closed = |entry: &Entry| match start.tag {
            Tag::Li => entry.is(Tag::Li as u32),
            _ => entry.is(Tag::Dd as u32) || entry.is(Tag::Dt as u32),
        };
        let open = self.stack.rev().map(|(_, entry)| entry).find(|entry| {
            let is_special = entry.class & SPECIAL != 0 && entry.class & PLAIN_BLOCK == 0;
            is_special || is_closed(entry)
        });
        if let Some(open) = open
            && is_closed(&open)
        {
            let tag = Tag::from_index(open.name as usize);
            self.stack.close_implied(IMPLIED, Some(tag));
            self.stack.pop_through(tag);
        }
        self.close_paragraph();
        self.insert(start);
    }

    fn start_form(&mut self, start: &StartTag<'_>) {
        let in_template = self.stack.count(Tag::Template) > 0;
        if self.form != NONE && !in_template {
            return;
        }
        self.close_paragraph();
        let form = self.insert(start);
        if !in_template {
            self.form = form.id;
        }
    }

    /// A `<frameset>` takes the place of a body in which nothing is to be seen yet.
    fn start_late_frameset(&mut self, start: &StartTag<'_>) {
        let body = self.stack.get(1);
        if !self.frameset_ok || self.stack.len() <= 1 || !body.is(Tag::Body as u32) {
            return;
        }
        self.arena.detach(body.id);
        self.stack.truncate(1);
        self.insert(start);
        self.mode = Mode::InFrameset;
    }

    /// `<select>`, `<option>` and `<optgroup>`.
    fn start_choice(&mut self, start: &StartTag<'_>) {
        let in_select = self.stack.has_in_scope(Tag::Select, SCOPE);
        if start.tag == Tag::Select {
            if in_select {
                self.stack.pop_through(Tag::Select);
                return;
            }
            self.frameset_ok = false;
        } else if in_select {
            self.stack.close_implied(IMPLIED, (start.tag == Tag::Option).then_some(Tag::Optgroup));
        } else if self.stack.current().is(Tag::Option as u32) {
            self.stack.pop();
        }
        self.reconstruct();
        self.insert(start);
    }
}
