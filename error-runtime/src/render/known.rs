//! The rows that errors have chosen, while an error around them is asked.
//!
//! `{inner}` in a text of a transparent variant asks the inner error for its
//! message in the middle of an answer. A guard runs once for an answer, so the
//! inner error is found with the row that it has.

use super::Link;
use crate::{ApiError, Shape};
use http::StatusCode;
use std::any::TypeId;
use std::cell::RefCell;

/// An error by its place and its table: a struct and its first field are at
/// one place.
type Identity = (usize, usize);

/// The row of an error, and the answer that it is part of.
type Known = (usize, Around);

/// The answer around an error.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) shape: &'static Shape,
    pub(super) face: Option<TypeId>,
    pub(super) status: StatusCode,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Identity, Known)>> = const { RefCell::new(Vec::new()) };
}

fn identity(error: &(dyn ApiError + '_)) -> Identity {
    (std::ptr::from_ref(error).cast::<()>().addr(), error.specs().as_ptr().addr())
}

/// Runs `ask` while the rows of these errors are known.
pub(super) fn with<R>(
    inner: &[Link<'_>],
    shape: &'static Shape,
    status: StatusCode,
    ask: impl FnOnce() -> R,
) -> R {
    let _scope = enter(inner, shape, status);
    ask()
}

fn enter(inner: &[Link<'_>], shape: &'static Shape, status: StatusCode) -> Option<Scope> {
    // Nobody else's code runs while the cell is borrowed, so it is never busy.
    // A thread past its locals goes without.
    let scope = KNOWN.try_with(|known| known.borrow().len()).ok().map(Scope);
    for link in inner {
        let identity = identity(link.error);
        let around = Around { shape, face: link.face, status };
        let _ = KNOWN.try_with(|known| known.borrow_mut().push((identity, (link.row, around))));
    }
    scope
}

/// The row that this error has in the answer at hand, else the one that it
/// chooses now.
pub(super) fn row(error: &(dyn ApiError + '_)) -> usize {
    known(error).0
}

/// The same, with the answer at hand.
pub(super) fn known(error: &(dyn ApiError + '_)) -> (usize, Option<Around>) {
    let is_asked = KNOWN.try_with(|known| !known.borrow().is_empty()).unwrap_or_default();
    if !is_asked {
        return (error.row(), None);
    }
    let identity = identity(error);
    let found = KNOWN.try_with(|known| {
        for (other, known) in known.borrow().iter().rev() {
            if *other == identity {
                return Some(*known);
            }
        }
        None
    });
    match found.ok().flatten() {
        Some((row, around)) => (row, Some(around)),
        None => (error.row(), None),
    }
}

/// Forgets the rows that were added, also by a panic.
struct Scope(usize);

impl Drop for Scope {
    fn drop(&mut self) {
        let _ = KNOWN.try_with(|known| known.borrow_mut().truncate(self.0));
    }
}
