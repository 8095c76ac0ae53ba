//! The errors of a chain: an error, and those inside it.

use super::known;
use crate::{ApiError, Part, Parts, Spec, SubErrors};
use std::any::TypeId;

/// What stands in for a row that a hand-written table does not have.
pub(super) static NO_ROW: Spec = Spec::EMPTY;

/// One error of the chain, with the row that it chose.
#[derive(Clone, Copy)]
pub(crate) struct Link<'e> {
    pub(crate) error: &'e (dyn ApiError + 'e),
    pub(crate) row: usize,
    pub(crate) spec: &'static Spec,
    /// The table has this row.
    pub(super) known: bool,
    /// The face of the answer, where it is not the first.
    pub(crate) face: Option<TypeId>,
    /// The error has that face, beside the one that it is itself.
    pub(super) turned: bool,
}

impl<'e> Link<'e> {
    /// The error as an answer on this face shows it. One that is on a face of
    /// its own stays there.
    pub(super) fn new(error: &'e (dyn ApiError + 'e), row: usize, face: Option<TypeId>) -> Self {
        let own = error.shown_face();
        let turned = match (own, face) {
            (None, Some(face)) => error.specs_in(face),
            _ => None,
        };
        let (specs, turned) = match turned {
            Some(specs) => (specs, true),
            None => (error.specs(), false),
        };
        let (spec, known) = match specs.get(row) {
            Some(spec) => (spec, true),
            None => (&NO_ROW, false),
        };
        Self { error, row, spec, known, face: own.or(face), turned }
    }

    /// Asks the error for a part of the answer.
    pub(crate) fn fill(&self, part: Part<'e, '_>) {
        match self.face {
            Some(face) if self.turned => self.error.fill_in(face, self.row, part),
            _ => self.error.fill(self.row, part),
        }
    }

    pub(super) fn inner(&self) -> Option<Self> {
        self.spec.inner?;
        let mut inner = None;
        self.fill(Part::Inner(&mut inner));
        let error = inner?;
        Some(Self::new(error, known::row(error), self.face))
    }

    pub(super) fn fills(&self, part: Parts) -> bool {
        self.spec.dynamic.has(part)
    }

    /// Its own list of sub-errors, if it has one now.
    pub(super) fn errors(&self) -> Option<&'e (dyn SubErrors + 'e)> {
        let mut errors = None;
        if self.fills(Parts::ERRORS) {
            self.fill(Part::Errors(&mut errors));
        }
        match errors {
            Some(errors) if errors.is_list() => Some(errors),
            _ => None,
        }
    }

    /// Whether this error says the part, and not the one inside it.
    pub(super) fn states(&self, part: Parts) -> bool {
        self.spec.inner.is_none() || self.spec.stated.has(part)
    }
}

/// The errors of a chain, from the outermost.
pub(crate) struct Links<'a, 'e> {
    pub(super) outer: Option<&'a Link<'e>>,
    pub(super) inner: std::slice::Iter<'a, Link<'e>>,
}

impl<'a, 'e> Iterator for Links<'a, 'e> {
    type Item = &'a Link<'e>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match self.outer.take() {
            None => self.inner.next(),
            outer => outer,
        }
    }
}
