//! The buffer that each thread keeps for its next answer.

use super::Out;
use crate::Shape;
use crate::render::template::Scope;
use std::cell::Cell;

/// A buffer that has grown beyond this is not kept.
const LIMIT: usize = 16 * 1024;

/// Room for a usual body, so that the first one need not grow into it.
const USUAL: usize = 512;

thread_local! {
    static SCRATCH: Cell<Option<Box<Out>>> = const { Cell::new(None) };
}

/// Lets a body be written into the thread's buffer and copied out of it at
/// its exact size: one allocation, wherever the body ends.
///
/// Within itself (a `Display` that renders another error) it works on a fresh
/// buffer.
pub(crate) fn with_scratch<R>(shape: &'static Shape, write: impl FnOnce(&mut Out) -> R) -> R {
    // The thread may be past its locals: then the buffer is a new one.
    let kept = SCRATCH.try_with(Cell::take).ok().flatten();
    let mut out = kept.unwrap_or_else(|| Box::new(Out::closed()));
    out.bytes.reserve(USUAL);
    out.shape = Some(shape);
    out.scope = Scope::body(shape);
    let result = write(&mut out);
    if out.bytes.capacity() <= LIMIT {
        out.clear();
        let _ = SCRATCH.try_with(|scratch| scratch.set(Some(out)));
    }
    result
}
