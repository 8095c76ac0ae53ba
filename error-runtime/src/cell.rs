//! Where the answer of a constant row is kept.

use crate::Shape;
use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use std::fmt;
use std::sync::OnceLock;

/// Keeps the whole answer of one row, once it has been given.
///
/// Not public API. Used by generated code.
#[derive(Default)]
pub struct Cell(OnceLock<&'static Constant>);

/// An answer that depends on nothing but the row. There are only as many as
/// there are rows, so they live as long as the program.
pub(crate) struct Constant {
    pub(crate) status: StatusCode,
    pub(crate) headers: Prepared,
    pub(crate) body: &'static [u8],
    pub(crate) shape: &'static Shape,
    /// The envelope asks the context, so this holds only without one.
    pub(crate) asks_context: bool,
}

/// Headers, in the form that is the cheapest to hand out.
pub(crate) enum Prepared {
    /// Only the one that describes the body: quickly inserted.
    ContentType(HeaderValue),
    /// Copied as a whole, which is less work than to hash each again.
    Map(HeaderMap),
}

impl Constant {
    /// Adds the headers to a response that has none.
    pub(crate) fn write_headers(&self, headers: &mut HeaderMap) {
        match &self.headers {
            Prepared::ContentType(value) => {
                headers.insert(CONTENT_TYPE, value.clone());
            }
            Prepared::Map(map) => *headers = map.clone(),
        }
    }
}

impl Prepared {
    fn new(map: &HeaderMap) -> Self {
        match map.get(CONTENT_TYPE) {
            Some(value) if map.len() == 1 => Self::ContentType(value.clone()),
            _ => Self::Map(map.clone()),
        }
    }
}

impl Cell {
    /// An empty cell.
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    pub(crate) fn get(&self) -> Option<&'static Constant> {
        self.0.get().copied()
    }

    pub(crate) fn keep(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        body: &Bytes,
        shape: &'static Shape,
        asks_context: bool,
    ) {
        self.0.get_or_init(|| {
            let body = Box::leak(body.to_vec().into_boxed_slice());
            Box::leak(Box::new(Constant {
                status,
                headers: Prepared::new(headers),
                body,
                shape,
                asks_context,
            }))
        });
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.get().is_some() { "Cell(kept)" } else { "Cell(empty)" })
    }
}
