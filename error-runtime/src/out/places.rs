//! The places that the renderer opens for the parts of an answer.

use super::names::Names;
use super::{Mark, Object, Out, Place};
use crate::render::LinkCode;
use crate::render::template::Scope;
use crate::{Failure, Member, Shape};
use std::fmt::Display;

impl Out {
    /// A buffer for a JSON body of this shape.
    pub(crate) fn json(shape: &'static Shape) -> Self {
        Self { shape: Some(shape), scope: Scope::body(shape), ..Self::closed() }
    }

    /// A buffer for text that stands by itself.
    pub(crate) fn plain(shape: &'static Shape) -> Self {
        Self { shape: Some(shape), place: Place::Plain, ..Self::closed() }
    }

    pub(super) const fn closed() -> Self {
        Self {
            bytes: Vec::new(),
            place: Place::Closed,
            object: Object { first: 0, own: 0, template: None, whole: None, distinct: false },
            names: Names::new(),
            shape: None,
            scope: Scope::NONE,
            failures: Vec::new(),
            broken: false,
            hides_display: false,
            code: LinkCode::NONE,
        }
    }

    /// Forgets what it was, but for the room it has.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.names.clear();
        self.failures.clear();
        self.place = Place::Closed;
        self.object = Object::default();
        (self.broken, self.hides_display) = (false, false);
        if !self.code.is_none() {
            self.code = LinkCode::NONE;
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// All text written; only [`Out::plain`] is asked for it.
    pub(crate) fn into_text(self) -> String {
        String::from_utf8(self.bytes).unwrap_or_default()
    }

    pub(crate) fn fail(&mut self, failure: Failure) {
        self.failures.push(failure);
    }

    pub(crate) fn report(&mut self, failures: &mut Vec<Failure>) {
        self.failures.append(failures);
    }

    pub(crate) fn failures(&self) -> usize {
        self.failures.len()
    }

    pub(crate) fn take_failures(&mut self) -> Vec<Failure> {
        std::mem::take(&mut self.failures)
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark(self.bytes.len())
    }

    pub(crate) fn since(&self, mark: Mark) -> &[u8] {
        &self.bytes[mark.0..]
    }

    pub(crate) fn roll_back(&mut self, mark: Mark) {
        self.bytes.truncate(mark.0);
    }

    /// Appends JSON, or a piece of it.
    pub(crate) fn raw(&mut self, json: &str) {
        self.bytes.extend_from_slice(json.as_bytes());
    }

    /// Appends the comma that an entry or element needs before it.
    pub(crate) fn comma(&mut self) {
        if !matches!(self.bytes.last(), Some(b'{' | b'[')) {
            self.bytes.push(b',');
        }
    }

    /// Lets text be written, and says whether there is any. A text whose
    /// `Display` failed is rolled back.
    pub(crate) fn attempt(&mut self, part: &'static str, write: impl FnOnce(&mut Self)) -> bool {
        let mark = self.mark();
        write(self);
        self.settle(part, mark)
    }

    #[inline]
    fn settle(&mut self, part: &'static str, mark: Mark) -> bool {
        if std::mem::take(&mut self.broken) {
            self.roll_back(mark);
            self.fail(Failure::Display { part: part.to_owned() });
        }
        self.bytes.len() > mark.0
    }

    /// Lets a message be written in an answer that may hide `Display`.
    pub(crate) fn hiding_display(&mut self, hides: bool, write: impl FnOnce(&mut Self)) {
        self.hides_display = hides;
        write(self);
        self.hides_display = false;
    }

    /// Appends the error's own `Display` to its message: nothing in an answer
    /// that hides it, since an error around this one makes it a 5xx.
    pub fn display(&mut self, error: &dyn Display) {
        if !self.hides_display {
            self.fmt(format_args!("{error}"));
        }
    }

    /// Writes a JSON string.
    pub(crate) fn string<R>(&mut self, write: impl FnOnce(&mut Self) -> R) -> R {
        let place = self.begin_string();
        let result = write(self);
        self.end_string(place);
        result
    }

    /// Writes this text as a JSON string.
    pub(crate) fn quoted(&mut self, text: &str) {
        let place = self.begin_string();
        self.text(text);
        self.end_string(place);
    }

    #[inline]
    pub(super) fn begin_string(&mut self) -> Place {
        self.bytes.push(b'"');
        std::mem::replace(&mut self.place, Place::Quoted)
    }

    #[inline]
    pub(super) fn end_string(&mut self, outside: Place) {
        self.bytes.push(b'"');
        self.place = outside;
    }

    /// Writes text that stands by itself.
    pub(crate) fn bare(&mut self, write: impl FnOnce(&mut Self)) {
        let place = std::mem::replace(&mut self.place, Place::Plain);
        write(self);
        self.place = place;
    }

    /// Writes an object of entries; whether there are any, or another value
    /// has taken its place.
    pub(crate) fn entries(&mut self, write: impl FnOnce(&mut Self)) -> bool {
        let mark = self.mark();
        let outside = self.open(None);
        write(self);
        let stated = self.object.whole.is_none();
        self.close(outside);
        stated || self.since(mark) != b"{}"
    }

    /// Writes an object of entries whose names are known to differ.
    pub(crate) fn distinct_entries(&mut self, write: impl FnOnce(&mut Self)) {
        let outside = self.open(None);
        self.object.distinct = true;
        write(self);
        self.close(outside);
    }

    /// Writes `..members` into the object of the template that is open.
    pub(crate) fn rest(&mut self, members: &'static [Member], write: impl FnOnce(&mut Self)) {
        let outside = (self.place, self.object);
        let first = self.names.len();
        self.place = Place::Entries;
        self.object =
            Object { first, own: first, template: Some(members), whole: None, distinct: false };
        write(self);
        self.names.truncate(first);
        (self.place, self.object) = outside;
    }

    /// Writes by another template, that of an item.
    pub(crate) fn within(&mut self, scope: Scope, write: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.scope, scope);
        write(self);
        self.scope = outside;
    }

    /// Writes the value of the one entry of this name: whether there is one,
    /// and whether its field insists on it, should it be empty.
    pub(crate) fn only(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&mut Self),
    ) -> Option<bool> {
        let place = std::mem::replace(&mut self.place, Place::Only(name));
        write(self);
        match std::mem::replace(&mut self.place, place) {
            Place::Found(insists) => Some(insists),
            _ => None,
        }
    }

    /// The next error of the chain writes from here.
    pub(crate) fn next_error(&mut self) {
        self.object.own = self.names.len();
    }

    pub(super) fn open(&mut self, template: Option<&'static [Member]>) -> (Place, Object) {
        let outside = (self.place, self.object);
        let whole = self.bytes.len();
        self.bytes.push(b'{');
        self.place = Place::Entries;
        let first = self.names.len();
        self.object = Object { first, own: first, template, whole: Some(whole), distinct: false };
        outside
    }

    pub(super) fn close(&mut self, outside: (Place, Object)) {
        if matches!(self.place, Place::Entries) {
            self.bytes.push(b'}');
        }
        self.names.truncate(self.object.first);
        (self.place, self.object) = outside;
    }
}
