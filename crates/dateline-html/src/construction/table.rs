//! The modes of tables.

use super::class::{BODY_CONTEXT, CELL, IMPLIED, ROW_CONTEXT, TABLE_OUTER, TABLE_SCOPE};
use super::formatting::Format;
use super::stack::Entry;
use super::{Construction, DONE, EndTag, Mode, StartTag, Step};
use crate::tag::Tag;
use crate::tree::node::NONE;

/// What gave way to a token lets it be processed once more; otherwise it is passed over.
fn again_if(gave_way: bool) -> Step {
    if gave_way { Step::Again } else { DONE }
}

impl Construction<'_> {
    fn again_in(&mut self, mode: Mode) -> Step {
        self.mode = mode;
        Step::Again
    }

    /// What does not belong into a table goes before it.
    fn foster_start(&mut self, start: &StartTag<'_>) -> Step {
        self.fostering = true;
        let step = self.start_in_body(start);
        self.fostering = false;
        step
    }

    pub(super) fn start_in_table(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Caption => {
                self.stack.pop_to(TABLE_SCOPE);
                self.formats.push(Format::Marker);
                self.insert(start);
                self.mode = Mode::InCaption;
            }
            Tag::Colgroup => {
                self.stack.pop_to(TABLE_SCOPE);
                self.insert(start);
                self.mode = Mode::InColumnGroup;
            }
            Tag::Col => {
                self.stack.pop_to(TABLE_SCOPE);
                self.insert_implied(Tag::Colgroup);
                return self.again_in(Mode::InColumnGroup);
            }
            Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                self.stack.pop_to(TABLE_SCOPE);
                self.insert(start);
                self.mode = Mode::InTableBody;
            }
            Tag::Td | Tag::Th | Tag::Tr => {
                self.stack.pop_to(TABLE_SCOPE);
                self.insert_implied(Tag::Tbody);
                return self.again_in(Mode::InTableBody);
            }
            Tag::Table => {
                if self.stack.has_in_scope(Tag::Table, TABLE_SCOPE) {
                    self.stack.pop_through(Tag::Table);
                    self.reset_mode();
                    return Step::Again;
                }
            }
            Tag::Style | Tag::Script | Tag::Template => return self.start_in_head(start),
            Tag::Input if self.is_hidden(start) => {
                self.insert_void(start);
            }
            Tag::Form => {
                if self.stack.count(Tag::Template) == 0 && self.form == NONE {
                    self.form = self.insert_void(start).id;
                }
            }
            _ => return self.foster_start(start),
        }
        DONE
    }

    pub(super) fn end_in_table(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Table => {
                if self.stack.has_in_scope(Tag::Table, TABLE_SCOPE) {
                    self.pop_closed(Tag::Table);
                    self.reset_mode();
                }
                DONE
            }
            Tag::Body | Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Html | Tag::Tbody | Tag::Td | Tag::Tfoot => DONE,
            Tag::Th | Tag::Thead | Tag::Tr => DONE,
            Tag::Template => self.end_template(),
            _ => {
                self.fostering = true;
                let step = self.end_in_body(end);
                self.fostering = false;
                step
            }
        }
    }

    /// Ends the caption, where one is open: which it was.
    fn leave_caption(&mut self) -> Option<Entry> {
        self.stack.in_scope(Tag::Caption, TABLE_SCOPE)?;
        self.stack.close_implied(IMPLIED, None);
        let caption = self.stack.pop_through(Tag::Caption);
        self.clear_formats_to_marker();
        self.mode = Mode::InTable;
        Some(caption)
    }

    pub(super) fn start_in_caption(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Td | Tag::Tfoot | Tag::Th | Tag::Thead | Tag::Tr => {
                again_if(self.leave_caption().is_some())
            }
            _ => self.start_in_body(start),
        }
    }

    pub(super) fn end_in_caption(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Caption => {
                if let Some(caption) = self.leave_caption() {
                    self.close(caption.id);
                }
                DONE
            }
            Tag::Table => again_if(self.leave_caption().is_some()),
            Tag::Body | Tag::Col | Tag::Colgroup | Tag::Html | Tag::Tbody | Tag::Td | Tag::Tfoot | Tag::Th | Tag::Thead | Tag::Tr => DONE,
            _ => self.end_in_body(end),
        }
    }

    /// Ends a column group for what does not belong there.
    fn leave_column_group(&mut self) -> Step {
        if self.stack.current().is(Tag::Colgroup as u32) {
            self.stack.pop();
            return self.again_in(Mode::InTable);
        }
        DONE
    }

    pub(super) fn start_in_column_group(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Html => self.start_in_body(start),
            Tag::Col => {
                self.insert_void(start);
                DONE
            }
            Tag::Template => self.start_in_head(start),
            _ => self.leave_column_group(),
        }
    }

    pub(super) fn end_in_column_group(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Colgroup => {
                if self.stack.current().is(Tag::Colgroup as u32) {
                    self.pop_closed(Tag::Colgroup);
                    self.mode = Mode::InTable;
                }
                DONE
            }
            Tag::Col => DONE,
            Tag::Template => self.end_template(),
            _ => self.leave_column_group(),
        }
    }

    pub(super) fn start_in_table_body(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Tr => {
                self.stack.pop_to(BODY_CONTEXT);
                self.insert(start);
                self.mode = Mode::InRow;
                DONE
            }
            Tag::Th | Tag::Td => {
                self.stack.pop_to(BODY_CONTEXT);
                self.insert_implied(Tag::Tr);
                self.again_in(Mode::InRow)
            }
            Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => self.leave_table_body(),
            _ => self.start_in_table(start),
        }
    }

    fn leave_table_body(&mut self) -> Step {
        if self.stack.scope(TABLE_SCOPE, |entry| entry.class & TABLE_OUTER != 0).is_none() {
            return DONE;
        }
        self.stack.pop_to(BODY_CONTEXT);
        self.stack.pop();
        self.again_in(Mode::InTable)
    }

    pub(super) fn end_in_table_body(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                if let Some(index) = self.stack.in_scope(end.tag, TABLE_SCOPE) {
                    self.close(self.stack.get(index).id);
                    self.stack.pop_to(BODY_CONTEXT);
                    self.stack.pop();
                    self.mode = Mode::InTable;
                }
                DONE
            }
            Tag::Table => self.leave_table_body(),
            Tag::Body | Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Html | Tag::Td | Tag::Th | Tag::Tr => DONE,
            _ => self.end_in_table(end),
        }
    }

    /// Ends the row, where one is open: which it was.
    fn leave_row(&mut self) -> Option<Entry> {
        self.stack.in_scope(Tag::Tr, TABLE_SCOPE)?;
        self.stack.pop_to(ROW_CONTEXT);
        self.mode = Mode::InTableBody;
        Some(self.stack.pop())
    }

    pub(super) fn start_in_row(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Th | Tag::Td => {
                self.stack.pop_to(ROW_CONTEXT);
                self.insert(start);
                self.mode = Mode::InCell;
                self.formats.push(Format::Marker);
                DONE
            }
            Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead | Tag::Tr => {
                again_if(self.leave_row().is_some())
            }
            _ => self.start_in_table(start),
        }
    }

    pub(super) fn end_in_row(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Tr => {
                if let Some(row) = self.leave_row() {
                    self.close(row.id);
                }
                DONE
            }
            Tag::Table => again_if(self.leave_row().is_some()),
            Tag::Tbody | Tag::Tfoot | Tag::Thead => again_if(self.stack.has_in_scope(end.tag, TABLE_SCOPE) && self.leave_row().is_some()),
            Tag::Body | Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Html | Tag::Td | Tag::Th => DONE,
            _ => self.end_in_table(end),
        }
    }

    fn close_cell(&mut self) -> Step {
        self.stack.close_implied(IMPLIED, None);
        self.stack.pop_through_set(CELL);
        self.clear_formats_to_marker();
        self.again_in(Mode::InRow)
    }

    pub(super) fn start_in_cell(&mut self, start: &StartTag<'_>) -> Step {
        match start.tag {
            Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Td | Tag::Tfoot | Tag::Th | Tag::Thead | Tag::Tr => {
                if self.stack.scope(TABLE_SCOPE, |entry| entry.class & CELL != 0).is_some() { self.close_cell() } else { DONE }
            }
            _ => self.start_in_body(start),
        }
    }

    pub(super) fn end_in_cell(&mut self, end: EndTag) -> Step {
        match end.tag {
            Tag::Td | Tag::Th => {
                if self.stack.has_in_scope(end.tag, TABLE_SCOPE) {
                    self.stack.close_implied(IMPLIED, None);
                    self.pop_closed(end.tag);
                    self.clear_formats_to_marker();
                    self.mode = Mode::InRow;
                }
                DONE
            }
            Tag::Body | Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Html => DONE,
            Tag::Table | Tag::Tbody | Tag::Tfoot | Tag::Thead | Tag::Tr => {
                if self.stack.has_in_scope(end.tag, TABLE_SCOPE) {
                    self.close_cell()
                } else {
                    DONE
                }
            }
            _ => self.end_in_body(end),
        }
    }
}
