//! The buffer that an answer is written into.
//!
//! Text and entries go straight to their place; what turns out to be nothing
//! is rolled back. Nothing written here can break the JSON around it: text is
//! escaped, names are never repeated, and what has no place is ignored.

mod compound;
mod entry;
mod escape;
pub(crate) mod flatten;
pub(crate) mod json;
mod keep;
mod names;
mod places;
pub(crate) mod scratch;
mod text;

pub(crate) use escape::{is_clean, quote, unquote};
pub use keep::Keep;
pub(crate) use keep::is_empty;
pub(crate) use names::Names;

use crate::render::LinkCode;
use crate::render::template::{self, Scope};
use crate::{Failure, Member, Shape};
use entry::{Entry, Name, Named, Refusal};
use serde_core::Serialize;
use std::fmt;
use text::Text;

/// Where [`ApiError::fill`](crate::ApiError::fill) writes its part.
///
/// A part is either text ([`text`](Self::text), [`fmt`](Self::fmt)) or a list
/// of entries; what does not fit the part is ignored.
///
/// ```
/// use error_runtime::{ApiError, Code, Keep, Part, Parts, Spec};
/// use std::fmt;
///
/// #[derive(Debug)]
/// struct NotFound { id: String }
///
/// impl fmt::Display for NotFound {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         write!(f, "no project {}", self.id)
///     }
/// }
///
/// impl std::error::Error for NotFound {}
///
/// impl ApiError for NotFound {
///     fn specs(&self) -> &'static [Spec] {
///         const SPECS: &[Spec] = &[Spec {
///             variant: "NotFound",
///             code: Code::Text("NOT_FOUND"),
///             status: Some(404),
///             dynamic: Parts::MESSAGE.and(Parts::DETAILS),
///             ..Spec::EMPTY
///         }];
///         SPECS
///     }
///
///     fn row(&self) -> usize {
///         0
///     }
///
///     fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
///         match part {
///             Part::Message(out) => out.fmt(format_args!("Project {} not found", self.id)),
///             Part::Details(out) => out.entry("id", Keep::Default, &self.id),
///             _ => {}
///         }
///     }
/// }
///
/// let error = NotFound { id: "p1".to_owned() };
/// assert_eq!(error.message(), "Project p1 not found");
/// let body = serde_json::to_value(error.in_envelope()).unwrap();
/// assert_eq!(body["details"]["id"], "p1");
/// ```
#[derive(Debug)]
pub struct Out {
    bytes: Vec<u8>,
    place: Place,
    object: Object,
    names: Names,
    shape: Option<&'static Shape>,
    /// The template at hand: the body's, or that of an item in a list.
    scope: Scope,
    failures: Vec<Failure>,
    /// A `Display` failed in the text at hand.
    broken: bool,
    /// The answer hides the error's own `Display`.
    hides_display: bool,
    /// The code of the links at hand.
    pub(crate) code: LinkCode,
}

/// What may be written now.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Nothing.
    Closed,
    /// Text that stands by itself.
    Plain,
    /// Text inside a JSON string.
    Quoted,
    /// Entries of an object.
    Entries,
    /// The value of the one entry that has this name, without the name.
    Only(&'static str),
    /// Nothing more: that entry is there. Whether its field insists on it,
    /// although it is empty.
    Found(bool),
}

/// The open object.
#[derive(Debug, Clone, Copy, Default)]
struct Object {
    /// Its first name in `names`.
    first: usize,
    /// The first name of the error in the chain that writes now: names before
    /// it are an outer error's, which wins without a word.
    own: usize,
    /// The template's members that stand in it: `..members` writes into it.
    template: Option<&'static [Member]>,
    /// Where it begins, if a value may stand in its place.
    whole: Option<usize>,
    /// No two of its entries have one name, and no name needs an escape: that
    /// is known beforehand.
    distinct: bool,
}

/// A place to come back to.
#[derive(Clone, Copy)]
pub(crate) struct Mark(usize);

impl Out {
    /// Appends to the text at hand.
    pub fn text(&mut self, text: &str) {
        match self.place {
            Place::Plain => self.bytes.extend_from_slice(text.as_bytes()),
            Place::Quoted => escape::escape(text, &mut self.bytes),
            _ => {}
        }
    }

    /// Appends formatted text to the text at hand.
    ///
    /// When a `Display` in it fails, the whole text is given up.
    pub fn fmt(&mut self, arguments: fmt::Arguments<'_>) {
        if !matches!(self.place, Place::Plain | Place::Quoted) {
            return;
        }
        if let Some(text) = arguments.as_str() {
            return self.text(text);
        }
        let is_quoted = matches!(self.place, Place::Quoted);
        let quoted = if is_quoted { Some(self.bytes.len()) } else { None };
        self.broken |= fmt::write(&mut Text { bytes: &mut self.bytes, quoted }, arguments).is_err();
    }

    /// Writes an entry.
    pub fn entry<T: Serialize + ?Sized>(&mut self, name: &str, keep: Keep, value: &T) {
        self.serialize(Name::Stated(name), keep, value);
    }

    /// Writes an entry that goes by its field's name, to which the envelope's
    /// `field_case` applies.
    pub fn field<T: Serialize + ?Sized>(&mut self, name: &str, keep: Keep, value: &T) {
        self.serialize(Name::Field(name), keep, value);
    }

    /// Writes an entry whose value is this JSON.
    pub(crate) fn constant(&mut self, name: &str, json: &str) {
        self.put_json(Name::Stated(name), Keep::Default, json);
    }

    /// The same of a value that has been JSON for long.
    pub(crate) fn entry_json(&mut self, name: &str, json: &str) {
        self.put_json(Name::Stated(name), Keep::Null, json);
    }

    /// The same by its field's name.
    pub(crate) fn field_json(&mut self, name: &str, json: &str) {
        self.put_json(Name::Field(name), Keep::Default, json);
    }

    fn put_json(&mut self, name: Name<'_>, keep: Keep, json: &str) {
        if let Some(entry) = self.begin(name) {
            self.raw(json);
            self.end(entry, keep);
        }
    }

    /// Writes an entry whose value is formatted text.
    pub fn entry_fmt(&mut self, name: &str, arguments: fmt::Arguments<'_>) {
        if let Some(entry) = self.begin(Name::Stated(name)) {
            let place = self.begin_string();
            self.fmt(arguments);
            self.end_string(place);
            if std::mem::take(&mut self.broken) {
                self.cancel(entry, Failure::Display { part: name.to_owned() });
            } else {
                self.end(entry, Keep::Default);
            }
        }
    }

    /// Writes an entry whose value is an object with further entries.
    pub fn object(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        if let Some(entry) = self.begin(Name::Stated(name)) {
            let outside = self.open(None);
            write(self);
            self.close(outside);
            self.end(entry, Keep::Default);
        }
    }

    /// Makes this value all of the details, whatever JSON it is. An object's
    /// entries join those that are there.
    pub fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        if self.takes_entries() {
            let mut json = Vec::new();
            let result = json::write(value, &mut json);
            self.merge(result, &json, true);
        }
    }

    /// Writes the entries of a map or a struct.
    pub fn flatten<T: Serialize + ?Sized>(&mut self, value: &T) {
        if self.takes_entries() {
            let mut json = Vec::new();
            let result = json::write(value, &mut json);
            self.merge(result, &json, false);
        }
    }

    fn serialize<T: Serialize + ?Sized>(&mut self, name: Name<'_>, keep: Keep, value: &T) {
        if let Some(entry) = self.begin(name) {
            match json::write(value, &mut self.bytes) {
                Ok(()) => self.end(entry, keep),
                Err(error) => self.give_up(entry, name, error),
            }
        }
    }

    #[cold]
    fn give_up(&mut self, entry: Entry, name: Name<'_>, error: json::Error) {
        let name = match name {
            Name::Stated(name) | Name::Field(name) => name.to_owned(),
            Name::Escaped(name) => String::from_utf8_lossy(name).into_owned(),
        };
        self.cancel(entry, Failure::Serialize { name, reason: error.0.into() });
    }

    // Compiled where it is called: few errors have such fields.
    #[inline]
    fn merge(&mut self, result: Result<(), json::Error>, json: &[u8], any: bool) {
        if let Err(error) = result {
            self.fail(Failure::Serialize { name: String::new(), reason: error.0.into() });
        } else if let Some(entries) = flatten::entries(json) {
            for (name, value) in entries {
                if let Some(entry) = self.begin(Name::Escaped(name)) {
                    self.bytes.extend_from_slice(value);
                    self.end(entry, Keep::Null);
                }
            }
            // An empty object is a value, too.
            if any && json == b"{}" {
                self.object.whole = None;
            }
        } else if json != b"null" {
            match self.object.whole {
                Some(start) if any && self.bytes.len() == start + 1 => {
                    self.bytes.truncate(start);
                    self.bytes.extend_from_slice(json);
                    self.place = Place::Closed;
                }
                _ => self.fail(Failure::NotAnObject),
            }
        }
    }

    fn takes_entries(&self) -> bool {
        matches!(self.place, Place::Entries | Place::Only(_))
    }

    /// Writes the name, unless this entry has no place here.
    fn begin(&mut self, name: Name<'_>) -> Option<Entry> {
        if !self.takes_entries() {
            return None;
        }
        let start = self.bytes.len();
        self.comma();
        self.bytes.push(b'"');
        let from = self.bytes.len();
        let case = match self.shape {
            Some(shape) => shape.policy.field_case,
            None => None,
        };
        match name {
            Name::Escaped(name) => self.bytes.extend_from_slice(name),
            Name::Stated(name) | Name::Field(name) if self.object.distinct && case.is_none() => {
                self.raw(name);
                self.raw("\":");
                return Some(Entry { start, value: self.bytes.len(), named: Named::Unseen });
            }
            Name::Stated(name) => escape::escape(name, &mut self.bytes),
            Name::Field(name) => match case {
                Some(case) => case.write(name, |part| escape::escape(part, &mut self.bytes)),
                None => escape::escape(name, &mut self.bytes),
            },
        }
        let to = self.bytes.len();
        self.bytes.extend_from_slice(b"\":");
        if let Place::Only(wanted) = self.place {
            let found = template::same(wanted, &self.bytes[from..to])
                || matches!(name, Name::Field(name) if name == wanted);
            self.bytes.truncate(start);
            return found.then_some(Entry { start, value: start, named: Named::Wanted });
        }
        let value = self.bytes.len();
        if self.object.distinct {
            return Some(Entry { start, value, named: Named::Unseen });
        }
        match self.refusal(from, to, name) {
            None => {
                self.names.push(from, to);
                Some(Entry { start, value, named: Named::Last })
            }
            Some(refusal) => {
                self.bytes.truncate(start);
                if let Refusal::Mistake(failure) = refusal {
                    self.fail(failure);
                }
                None
            }
        }
    }

    /// Whether an entry of this name is not to be written here.
    fn refusal(&mut self, from: usize, to: usize, name: Name<'_>) -> Option<Refusal> {
        let key = &self.bytes[from..to];
        let mistake = || {
            let name = String::from_utf8_lossy(key).into_owned();
            Refusal::Mistake(Failure::NameTaken { name })
        };
        if let Some(members) = self.object.template {
            let field = if let Name::Field(name) = name { name } else { "" };
            if self.scope.names_member(key, field) {
                return Some(Refusal::Expected);
            }
            if template::states(members, key) {
                return Some(mistake());
            }
        }
        let before = self.names.find(self.object.first, key, &self.bytes)?;
        Some(if before >= self.object.own { mistake() } else { Refusal::Expected })
    }

    /// The value is written: does it stay?
    fn end(&mut self, entry: Entry, keep: Keep) {
        let keep = match self.shape {
            Some(shape) => keep.under(shape.policy.keep),
            None => keep,
        };
        if keep.drops(&self.bytes[entry.value..]) {
            self.remove(entry);
        } else if entry.named == Named::Wanted {
            self.place = Place::Found(matches!(keep, Keep::Null | Keep::Empty));
        }
    }

    fn cancel(&mut self, entry: Entry, failure: Failure) {
        self.remove(entry);
        self.fail(failure);
    }

    fn remove(&mut self, entry: Entry) {
        self.bytes.truncate(entry.start);
        if entry.named == Named::Last {
            self.names.pop();
        }
    }
}

#[cfg(test)]
mod tests;
