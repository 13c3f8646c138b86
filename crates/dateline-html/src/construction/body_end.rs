//! End tags in the body.

use super::class::{BUTTON, HEADING, IMPLIED, LIST, SCOPE, SPECIAL};
use super::{Construction, DONE, EndTag, Mode, Step};
use crate::tag::Tag;
use crate::tree::node::NONE;

impl Construction<'_> {
    pub(super) fn end_in_body(&mut self, end: EndTag) -> Step {
        use Tag::*;
        match end.tag {
            Address | Article | Aside | Blockquote | Button | Center | Details | Dialog | Dir | Div | Dl | Fieldset | Figcaption
            | Figure | Footer | Header | Hgroup | Listing | Main | Menu | Nav | Ol | Pre | Search | Section | Select | Summary | Ul => {
                if self.stack.has_in_scope(end.tag, SCOPE) {
                    self.stack.close_implied(IMPLIED, None);
                    self.pop_closed(end.tag);
                }
            }
            A | B | Big | Code | Em | Font | I | Nobr | S | Small | Strike | Strong | Tt | U => self.adopt(end.tag),
            P => {
                if !self.stack.has_in_scope(P, SCOPE | BUTTON) {
                    self.insert_implied(P);
                }
                self.pop_paragraph();
            }
            Li | Dd | Dt => {
                let ends = if end.tag == Li { SCOPE | LIST } else { SCOPE };
                if self.stack.has_in_scope(end.tag, ends) {
                    self.stack.close_implied(IMPLIED, Some(end.tag));
                    self.pop_closed(end.tag);
                }
            }
            H1 | H2 | H3 | H4 | H5 | H6 => {
                if self.stack.scope(SCOPE, |entry| entry.class & HEADING != 0).is_some() {
                    self.stack.close_implied(IMPLIED, None);
                    let heading = self.stack.pop_through_set(HEADING);
                    if heading.is(end.name) {
                        self.close(heading.id);
                    }
                }
            }
            Template => return self.end_template(),
            Body | Html => {
                let Some(body) = self.stack.in_scope(Body, SCOPE) else {
                    return DONE;
                };
                self.mode = Mode::AfterBody;
                if end.tag == Html {
                    return Step::Again;
                }
                self.close(self.stack.get(body).id);
            }
            Form => self.end_form(),
            Applet | Marquee | Object => {
                if self.stack.has_in_scope(end.tag, SCOPE) {
                    self.stack.close_implied(IMPLIED, None);
                    self.pop_closed(end.tag);
                    self.clear_formats_to_marker();
                }
            }
            Br => self.end_br(),
            _ => self.close_any(end.name),
        }
        DONE
    }

    /// Pops up to and with the element that the end tag at hand closes.
    pub(super) fn pop_closed(&mut self, tag: Tag) {
        let closed = self.stack.pop_through(tag);
        self.close(closed.id);
    }

    /// Closes the element of a name, unless a special one stands between.
    pub(super) fn close_any(&mut self, name: u32) {
        if (name as usize) < Tag::COUNT && self.stack.count(Tag::from_index(name as usize)) == 0 {
            return;
        }
        let found = self.stack.rev().find(|(_, entry)| entry.is(name) || entry.class & SPECIAL != 0);
        let Some((index, entry)) = found.filter(|(_, entry)| entry.is(name)) else {
            return;
        };
        self.close(entry.id);
        self.stack.truncate(index);
    }

    fn end_form(&mut self) {
        if self.stack.count(Tag::Template) > 0 {
            if self.stack.has_in_scope(Tag::Form, SCOPE) {
                self.stack.close_implied(IMPLIED, None);
                self.pop_closed(Tag::Form);
            }
            return;
        }
        let form = std::mem::replace(&mut self.form, NONE);
        if form == NONE || self.stack.scope(SCOPE, |entry| entry.id == form).is_none() {
            return;
        }
        self.stack.close_implied(IMPLIED, None);
        self.close(form);
        self.stack.remove_element(form);
    }

    /// `</br>` is read as `<br>`.
    fn end_br(&mut self) {
        self.reconstruct();
        let id = self.create_implied(Tag::Br);
        self.attach(self.place(), id);
        self.frameset_ok = false;
    }
}
