//! An entry of an object while it is written.

use crate::Failure;

/// The name of an entry.
#[derive(Clone, Copy)]
pub(super) enum Name<'n> {
    /// As it stands.
    Stated(&'n str),
    /// A field's name, which the envelope's `field_case` may change.
    Field(&'n str),
    /// As it stands in JSON, between its quotes.
    Escaped(&'n [u8]),
}

/// An entry whose value is being written.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// Where it begins, comma included.
    pub(super) start: usize,
    /// Where its value begins.
    pub(super) value: usize,
    pub(super) named: Named,
}

/// What became of an entry's name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// It is the last of `names`.
    Last,
    /// It stands there, and nobody will look for it.
    Unseen,
    /// It is the one that was wanted, and its value stands alone.
    Wanted,
}

/// Why an entry is not written.
pub(super) enum Refusal {
    /// It stands elsewhere, or an outer error has said it.
    Expected,
    /// The name is taken.
    Mistake(Failure),
}
