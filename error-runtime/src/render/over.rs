//! One row of a chain of transparent errors: what an outer row states over an
//! inner one.

use super::{Chosen, hides};
use crate::{Code, HeaderSpec, Parts, Spec};
use http::StatusCode;

impl Chosen<'_> {
    /// What is declared and in force, as one row. Its lists are those of the
    /// outermost error that has any.
    pub(crate) fn spec(&self) -> Spec {
        let mut links = self.inner.iter().rev().map(|link| link.spec);
        let Some(innermost) = links.next() else {
            let spec = *self.outer.spec;
            return if spec.dynamic.has(Parts::STATUS) { spec.answered(self.status) } else { spec };
        };
        let spec = links.fold(*innermost, |inner, outer| outer.over(&inner));
        self.outer.spec.over(&spec).answered(self.status)
    }
}

impl Spec {
    /// The row without a `Display` that an answer of this status hides.
    pub(crate) fn answered(mut self, status: StatusCode) -> Self {
        if self.displayed && !self.exposed && hides(status) {
            self.message = None;
        }
        self
    }

    /// Whether this row says the part for itself whatever the value's fields
    /// give: else the next error inside that states it stands in.
    pub(crate) fn settles(&self, part: Parts) -> bool {
        if !self.dynamic.has(part) {
            return true;
        }
        match part {
            Parts::STATUS => self.status.is_some(),
            Parts::CODE => self.code != Code::None,
            Parts::MESSAGE => self.message.is_some() || self.dynamic.has(Parts::DISPLAY),
            Parts::HINT => self.hint.is_some(),
            Parts::RETRY_AFTER => self.retry_after.is_some(),
            Parts::ERRORS => false,
            _ => true,
        }
    }

    /// This row of a transparent variant with an inner error's row in it.
    pub(crate) fn over(&self, inner: &Self) -> Self {
        let says = |part| self.stated.has(part);
        // A field that may be silent leaves the constant to the inner row.
        let settles = |part| says(part) && self.settles(part);
        let list = |own: &'static [HeaderSpec], other| if own.is_empty() { other } else { own };
        let fields = |own: &'static [_], other| if own.is_empty() { other } else { own };
        let named = if settles(Parts::CODE) { self } else { inner };
        let mut dynamic = self.dynamic;
        for part in Parts::ALL {
            if !settles(part) && inner.dynamic.has(part) {
                dynamic = dynamic.and(part);
            }
        }
        let messenger = if settles(Parts::MESSAGE) { self } else { inner };
        if messenger.dynamic.has(Parts::DISPLAY) {
            dynamic = dynamic.and(Parts::DISPLAY);
        }
        if inner.dynamic.has(Parts::SLOTS) {
            dynamic = dynamic.and(Parts::SLOTS);
        }
        Self {
            variant: named.variant,
            module: named.module,
            code: named.code,
            code_by_default: named.code_by_default,
            code_affixes: named.code_affixes,
            shared_code: self.shared_code || inner.shared_code,
            status: if settles(Parts::STATUS) { self.status } else { inner.status },
            any_status: if settles(Parts::STATUS) {
                self.any_status
            } else {
                self.any_status || inner.any_status
            },
            title: if says(Parts::TITLE) { self.title } else { inner.title },
            message: messenger.message,
            displayed: messenger.displayed,
            exposed: messenger.exposed,
            hint: if settles(Parts::HINT) { self.hint } else { inner.hint },
            category: if says(Parts::CATEGORY) { self.category } else { inner.category },
            docs: if says(Parts::DOCS) { self.docs } else { inner.docs },
            retry: if says(Parts::RETRY) { self.retry } else { inner.retry },
            retry_after: if settles(Parts::RETRY_AFTER) {
                self.retry_after
            } else {
                inner.retry_after
            },
            headers: list(self.headers, inner.headers),
            details: fields(self.details, inner.details),
            members: fields(self.members, inner.members),
            errors: self.errors.or(inner.errors),
            public_errors: match self.errors {
                Some(_) => self.public_errors,
                None => inner.public_errors,
            },
            first_status: if settles(Parts::STATUS) {
                self.first_status
            } else {
                self.first_status || inner.first_status
            },
            log: if says(Parts::LOG) { self.log } else { inner.log },
            dynamic,
            stated: self.stated.and(inner.stated),
            inner: inner.inner,
            shape: self.shape.or(inner.shape),
        }
    }
}
