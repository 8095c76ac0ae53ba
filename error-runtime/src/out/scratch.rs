//! The buffer that each thread keeps for its next answer.

use super::Out;
use crate::Shape;
use std::cell::Cell;

/// A buffer that has grown beyond this is not kept.
const LIMIT: usize = 16 * 1024;

/// Room for a usual body, so that the first one need not grow into it.
const USUAL: usize = 512;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Lets a body be written into the thread's buffer and copied out of it at
/// its exact size: one allocation, wherever the body ends.
///
/// Within itself (a `Display` that renders another error) it works on a fresh
/// buffer.
pub(crate) fn with_scratch<R>(shape: &'static Shape, write: impl FnOnce(&mut Out) -> R) -> R {
    let mut out = Out::json(shape);
    out.bytes = SCRATCH.try_with(Cell::take).unwrap_or_default();
    out.bytes.clear();
    out.bytes.reserve(USUAL);
    let result = write(&mut out);
    if out.bytes.capacity() <= LIMIT {
        // The thread may be past its locals: then the buffer just goes.
        let _ = SCRATCH.try_with(|scratch| scratch.set(out.bytes));
    }
    result
}
