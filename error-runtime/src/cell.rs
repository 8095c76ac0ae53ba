//! Where what a row has answered is kept.

use crate::render::plan::{Frame, Step};
use crate::{Context, Shape};
use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use std::any::TypeId;
use std::fmt;
use std::sync::OnceLock;

/// Keeps what does not change in the answers of one row, once it has given one.
///
/// Not public API. Used by generated code.
#[derive(Default)]
pub struct Cell(OnceLock<&'static Kept>);

/// What depends on nothing but the row. There are only as many as there are
/// rows, so they live as long as the program.
pub(crate) struct Kept {
    /// The face that the error is, if it is one.
    pub(crate) face: Option<TypeId>,
    pub(crate) status: StatusCode,
    /// Nothing where the value says some of them.
    pub(crate) headers: Option<Prepared>,
    /// The whole body, where the value says nothing in it.
    pub(crate) body: Option<&'static [u8]>,
    /// The steps by which it is written otherwise; none where it is the walk
    /// through the template.
    pub(crate) steps: &'static [Step],
    pub(crate) shape: &'static Shape,
    /// The envelope asks the context, so the whole body holds only without
    /// one.
    pub(crate) asks_context: bool,
    /// Its answers have more than one form.
    pub(crate) varies: bool,
    /// The whole body around the request's id, where that is all that it asks.
    pub(crate) frame: Option<Frame>,
}

/// A body of which all is known.
pub(crate) enum Whole<'a> {
    Kept(&'static [u8]),
    Around(&'a Frame, &'a str),
}

impl Whole<'_> {
    #[inline]
    pub(crate) fn bytes(self) -> Bytes {
        match self {
            Self::Kept(body) => Bytes::from_static(body),
            Self::Around(frame, id) => frame.around(id),
        }
    }
}

impl Kept {
    /// The body, where the value says nothing in it and this context no more
    /// than the request's id.
    #[inline]
    pub(crate) fn whole<'a>(&'a self, context: Option<&'a Context>) -> Option<Whole<'a>> {
        let body = self.body?;
        match (&self.frame, context) {
            (Some(frame), Some(context)) => match context.clean_id() {
                Some(id) => Some(Whole::Around(frame, id)),
                None if context.request_id().is_none() => Some(Whole::Kept(body)),
                None => None,
            },
            (None, Some(_)) if self.asks_context => None,
            _ => Some(Whole::Kept(body)),
        }
    }
}

/// Headers, in the form that is the cheapest to hand out.
pub(crate) enum Prepared {
    /// Only the one that describes the body: quickly inserted.
    ContentType(HeaderValue),
    /// Copied as a whole, which is less work than to hash each again.
    Map(HeaderMap),
}

impl Prepared {
    /// Adds the headers to a response that has none.
    pub(crate) fn write(&self, headers: &mut HeaderMap) {
        match self {
            Self::ContentType(value) => {
                headers.append(CONTENT_TYPE, value.clone());
            }
            Self::Map(map) => *headers = map.clone(),
        }
    }

    /// Of the body.
    pub(crate) fn content_type(&self) -> Option<HeaderValue> {
        match self {
            Self::ContentType(value) => Some(value.clone()),
            Self::Map(map) => map.get(CONTENT_TYPE).cloned(),
        }
    }

    pub(crate) fn new(map: &HeaderMap) -> Self {
        match map.get(CONTENT_TYPE) {
            Some(value) if map.len() == 1 => Self::ContentType(as_static(value)),
            _ => {
                let mut map = map.clone();
                for value in map.values_mut() {
                    *value = as_static(value);
                }
                Self::Map(map)
            }
        }
    }
}

/// The same value, whose clones share nothing that they would have to count.
fn as_static(value: &HeaderValue) -> HeaderValue {
    let Ok(text) = value.to_str() else { return value.clone() };
    let mut kept = HeaderValue::from_static(text.to_owned().leak());
    kept.set_sensitive(value.is_sensitive());
    kept
}

impl Cell {
    /// An empty cell.
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    #[inline]
    pub(crate) fn get(&self) -> Option<&'static Kept> {
        self.0.get().copied()
    }

    /// Keeps this, unless there is something already.
    pub(crate) fn keep(&self, kept: Kept) {
        self.0.get_or_init(|| Box::leak(Box::new(kept)));
    }
}

impl fmt::Debug for Cell {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.get().is_some() { "Cell(kept)" } else { "Cell(empty)" })
    }
}
