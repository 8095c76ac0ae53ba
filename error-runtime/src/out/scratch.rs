//! The buffer that each thread keeps for its next answer.

use super::Out;
use crate::Shape;
use crate::render::template::Scope;
use bytes::Bytes;
use std::cell::Cell;

/// A buffer that has grown beyond this is not kept.
const LIMIT: usize = 16 * 1024;

/// Room for a usual body, so that the first one need not grow into it.
const USUAL: usize = 512;

thread_local! {
    static SCRATCH: Cell<Option<Box<Out>>> = const { Cell::new(None) };
}

/// A buffer for a body of this shape, which is copied out of it at its exact
/// size: one allocation, wherever the body ends.
///
/// Whoever is within another answer (a `Display` that renders an error) gets a
/// fresh one.
pub(crate) fn take(shape: &'static Shape) -> Box<Out> {
    // The thread may be past its locals: then the buffer is a new one.
    let mut out = match SCRATCH.try_with(Cell::take) {
        Ok(Some(kept)) => kept,
        _ => Box::new(Out::closed()),
    };
    out.bytes.reserve(USUAL);
    out.shape = Some(shape);
    out.scope = Scope::body(shape);
    out
}

/// What was written, and the buffer goes back.
#[inline]
pub(crate) fn finish(out: Box<Out>) -> Bytes {
    let body = Bytes::copy_from_slice(&out.bytes);
    give_back(out);
    body
}

/// Keeps the buffer for the thread's next answer.
pub(crate) fn give_back(mut out: Box<Out>) {
    if out.bytes.capacity() <= LIMIT {
        out.clear();
        let _ = SCRATCH.try_with(|scratch| scratch.set(Some(out)));
    }
}
