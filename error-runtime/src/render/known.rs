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

/// All that are known, from the outermost.
type Rows = Vec<(Identity, Known)>;

/// The answer around an error.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) shape: &'static Shape,
    pub(super) face: Option<TypeId>,
    pub(super) status: StatusCode,
}

thread_local! {
    static KNOWN: RefCell<Rows> = const { RefCell::new(Vec::new()) };
}

fn identity(error: &(dyn ApiError + '_)) -> Identity {
    (std::ptr::from_ref(error).cast::<()>().addr(), error.specs().as_ptr().addr())
}

/// What is known on this thread; one past its locals goes without. Nobody
/// else's code runs meanwhile, so that the cell is never busy.
fn with_known(use_known: &mut dyn FnMut(&mut Rows)) {
    let _ = KNOWN.try_with(|known| use_known(&mut known.borrow_mut()));
}

/// Lets the rows of these errors be known, as long as the scope stands.
pub(super) fn enter(inner: &[Link<'_>], shape: &'static Shape, status: StatusCode) -> Scope {
    let mut scope = Scope(0);
    with_known(&mut |known| scope.0 = known.len());
    for link in inner {
        let identity = identity(link.error);
        let around = Around { shape, face: link.face, status };
        with_known(&mut |known| known.push((identity, (link.row, around))));
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
    let mut is_asked = false;
    with_known(&mut |known| is_asked = !known.is_empty());
    if !is_asked {
        return (error.row(), None);
    }
    let identity = identity(error);
    let mut found = None;
    with_known(&mut |known| {
        // The last one that is this error.
        for (other, known) in known {
            if *other == identity {
                found = Some(*known);
            }
        }
    });
    match found {
        Some((row, around)) => (row, Some(around)),
        None => (error.row(), None),
    }
}

/// Forgets the rows that were added, also by a panic.
pub(super) struct Scope(usize);

impl Drop for Scope {
    fn drop(&mut self) {
        with_known(&mut |known| known.truncate(self.0));
    }
}
