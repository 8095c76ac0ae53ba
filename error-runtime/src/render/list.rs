//! Writes a list of sub-errors by the template of its items.

use super::answer::Answer;
use super::body::{Said, Source, Writer};
use super::template::Scope;
use crate::out::{Names, Out, is_empty, quote, unquote};
use crate::{ApiError, Errors, Failure, Form, Kind, Slot, SubErrors};
use std::any::TypeId;
use std::cell::Cell;

/// How deep lists stand in items: a list that contains itself has no end.
const DEEPEST: usize = 32;

/// How many items stand inside other items: a list may contain itself twice.
const MOST: usize = 1 << 16;

/// What all lists of one answer have written.
#[derive(Default)]
pub(super) struct Tree {
    /// The items inside other items.
    inside: Cell<usize>,
    /// It has been told that lists stand too deep.
    too_deep: Cell<bool>,
    /// It has been told that there are too many items.
    too_many: Cell<bool>,
}

impl Tree {
    /// Whether a list may stand at this depth.
    fn admits_list(&self, depth: usize, out: &mut Out) -> bool {
        if depth >= DEEPEST && !self.too_deep.replace(true) {
            out.fail(Failure::Depth { written: DEEPEST });
        }
        depth < DEEPEST
    }

    /// Whether one more item may stand at this depth.
    fn admits_item(&self, depth: usize, out: &mut Out) -> bool {
        if depth == 0 {
            return true;
        }
        let inside = self.inside.get();
        if inside >= MOST {
            if !self.too_many.replace(true) {
                out.fail(Failure::Items { written: MOST });
            }
            return false;
        }
        self.inside.set(inside + 1);
        true
    }
}

/// The list of an error.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'a> {
    pub(super) list: &'a (dyn SubErrors + 'a),
    /// The face that its items are shown on.
    pub(super) face: Option<TypeId>,
    /// The texts of foreign errors may leave.
    pub(super) public: bool,
}

impl Listed<'_> {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        if self.public { self.list.each_public(item) } else { self.list.each(item) }
    }
}

/// What stands in a list.
#[derive(Clone, Copy)]
enum Items<'a> {
    Listed(Listed<'a>),
    /// The error at hand, as the one item.
    Itself,
}

impl Answer<'_> {
    /// The list of the error, if it has one.
    pub(super) fn write_errors(&self, errors: &'static Errors, out: &mut Out) -> Said {
        match self.chosen.errors() {
            Some(list) if self.tree.admits_list(self.depth, out) => {
                self.write_items(Items::Listed(list), errors, out)
            }
            _ => Said::Nothing,
        }
    }

    /// A list with the error itself as its one item.
    pub(super) fn write_itself(&self, errors: &'static Errors, out: &mut Out) -> Said {
        self.write_items(Items::Itself, errors, out)
    }

    fn write_items(&self, items: Items<'_>, errors: &'static Errors, out: &mut Out) -> Said {
        let mark = out.mark();
        match errors.form {
            Form::Array => {
                out.raw("[");
                self.each(items, errors, out, &mut |item, out| {
                    out.comma();
                    Writer::new(item).value(&errors.item, out);
                });
                out.raw("]");
            }
            Form::Map { key, or } => {
                let mut keyed = Keyed::default();
                self.each(items, errors, out, &mut |item, out| {
                    let (name, value) = item.named(key, or, errors, out);
                    *keyed.place(&name) = value;
                });
                keyed.write(out, "", "");
            }
            Form::Groups { key, or } => {
                let mut keyed = Keyed::default();
                self.each(items, errors, out, &mut |item, out| {
                    let (name, value) = item.named(key, or, errors, out);
                    let group = keyed.place(&name);
                    if !group.is_empty() {
                        group.push(b',');
                    }
                    group.extend_from_slice(&value);
                });
                keyed.write(out, "[", "]");
            }
        }
        if is_empty(out.since(mark)) { Said::Empty } else { Said::Something }
    }

    /// Hands out each item, ready to be written.
    fn each(
        &self,
        items: Items<'_>,
        errors: &'static Errors,
        out: &mut Out,
        write: &mut dyn FnMut(&Answer<'_>, &mut Out),
    ) {
        let scope = Scope::item(errors);
        let depth = self.depth + 1;
        match items {
            Items::Itself => {
                let item = Answer { list: Some(errors), depth, ..*self };
                out.within(scope, |out| write(&item, out));
            }
            Items::Listed(list) => list.each(&mut |error| {
                if !self.tree.admits_item(self.depth, out) {
                    return;
                }
                let mut failures = Vec::new();
                let chosen = self.chosen.item(error, list.face, &mut failures);
                out.report(&mut failures);
                let Self { context, tree, .. } = *self;
                let item = Answer { chosen: &chosen, context, list: Some(errors), depth, tree };
                out.within(scope, |out| write(&item, out));
            }),
        }
    }

    /// The item's name, as JSON text, and the item itself.
    fn named(
        &self,
        key: Slot,
        or: &str,
        errors: &'static Errors,
        out: &mut Out,
    ) -> (Vec<u8>, Vec<u8>) {
        let mark = out.mark();
        let said = self.slot(key, Kind::AsIs, out);
        let name = name(said, out.since(mark), or);
        out.roll_back(mark);
        Writer::new(self).value(&errors.item, out);
        let value = out.since(mark).to_vec();
        out.roll_back(mark);
        (name, value)
    }
}

/// What a slot says, as the name of a member: text as it is, anything else as
/// the text of its JSON.
fn name(said: Said, json: &[u8], or: &str) -> Vec<u8> {
    let mut name = Vec::new();
    match json {
        _ if said != Said::Something => quote(or, &mut name),
        b"null" => quote(or, &mut name),
        // There are several ways to escape one text.
        [b'"', .., b'"'] if json.contains(&b'\\') => {
            let text = std::str::from_utf8(json).ok().and_then(unquote);
            quote(text.as_deref().unwrap_or(or), &mut name);
        }
        [b'"', .., b'"'] => name.extend_from_slice(json),
        json => quote(&String::from_utf8_lossy(json), &mut name),
    }
    name
}

/// Values by name, in the order in which the names have come.
#[derive(Default)]
struct Keyed {
    /// The names as JSON, one after the other.
    text: Vec<u8>,
    names: Names,
    values: Vec<Vec<u8>>,
}

impl Keyed {
    /// The value of this name, empty at first.
    fn place(&mut self, name: &[u8]) -> &mut Vec<u8> {
        let known = self.names.find(0, name, &self.text);
        let place = known.unwrap_or(self.values.len());
        if known.is_none() {
            let from = self.text.len();
            self.text.extend_from_slice(name);
            self.names.push(from, self.text.len());
            self.values.push(Vec::new());
        }
        &mut self.values[place]
    }

    /// Writes the object, with this text around each value.
    fn write(&self, out: &mut Out, open: &str, close: &str) {
        out.raw("{");
        for (place, value) in self.values.iter().enumerate() {
            out.comma();
            out.buffer().extend_from_slice(self.names.name(place, &self.text));
            out.raw(":");
            out.raw(open);
            out.buffer().extend_from_slice(value);
            out.raw(close);
        }
        out.raw("}");
    }
}
