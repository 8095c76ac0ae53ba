//! Where the answer of a constant row is kept.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
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
    pub(crate) headers: HeaderMap,
    pub(crate) body: &'static [u8],
    /// The envelope asks the context, so this holds only without one.
    pub(crate) asks_context: bool,
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
        asks_context: bool,
    ) {
        self.0.get_or_init(|| {
            let body = Box::leak(body.to_vec().into_boxed_slice());
            Box::leak(Box::new(Constant { status, headers: headers.clone(), body, asks_context }))
        });
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.get().is_some() { "Cell(kept)" } else { "Cell(empty)" })
    }
}
