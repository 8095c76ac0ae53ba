//! One row of a chain of transparent errors: what an outer row states over an
//! inner one.

use super::{Chosen, hides};
use crate::{Code, Parts, Spec};
use http::StatusCode;

impl Chosen<'_> {
    /// What is declared and in force, as one row. Its lists are those of the
    /// outermost error that has any.
    pub(crate) fn spec(&self) -> Spec {
        let Some((innermost, between)) = self.inner.split_last() else {
            let spec = *self.outer.spec;
            return if spec.dynamic.has(Parts::STATUS) { spec.answered(self.status) } else { spec };
        };
        let mut spec = *innermost.spec;
        for link in between.iter().rev() {
            spec = link.spec.over(&spec);
        }
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
            Parts::CODE => !matches!(self.code, Code::None),
            Parts::MESSAGE => self.message.is_some() || self.dynamic.has(Parts::DISPLAY),
            Parts::HINT => self.hint.is_some(),
            Parts::RETRY_AFTER => self.retry_after.is_some(),
            Parts::ERRORS => false,
            _ => true,
        }
    }

    /// This row of a transparent variant with an inner error's row in it.
    pub(crate) fn over(&self, inner: &Self) -> Self {
        let mut spec = *self;
        for part in &Parts::ALL {
            if !self.stands(*part) && inner.dynamic.has(*part) {
                spec.dynamic = spec.dynamic.and(*part);
            }
        }
        if inner.dynamic.has(Parts::SLOTS) {
            spec.dynamic = spec.dynamic.and(Parts::SLOTS);
        }
        if !self.stands(Parts::CODE) {
            spec.variant = inner.variant;
            spec.module = inner.module;
            spec.code = inner.code;
            spec.code_by_default = inner.code_by_default;
            spec.code_affixes = inner.code_affixes;
        }
        if !self.stands(Parts::STATUS) {
            spec.status = inner.status;
            spec.any_status |= inner.any_status;
            spec.first_status |= inner.first_status;
        }
        if !self.stands(Parts::MESSAGE) {
            spec.message = inner.message;
            spec.displayed = inner.displayed;
            spec.exposed = inner.exposed;
            if inner.dynamic.has(Parts::DISPLAY) {
                spec.dynamic = spec.dynamic.and(Parts::DISPLAY);
            }
        }
        if !self.stands(Parts::HINT) {
            spec.hint = inner.hint;
        }
        if !self.stands(Parts::RETRY_AFTER) {
            spec.retry_after = inner.retry_after;
        }
        if !self.stated.has(Parts::TITLE) {
            spec.title = inner.title;
        }
        if !self.stated.has(Parts::CATEGORY) {
            spec.category = inner.category;
        }
        if !self.stated.has(Parts::DOCS) {
            spec.docs = inner.docs;
        }
        if !self.stated.has(Parts::RETRY) {
            spec.retry = inner.retry;
        }
        if !self.stated.has(Parts::LOG) {
            spec.log = inner.log;
        }
        if self.headers.is_empty() {
            spec.headers = inner.headers;
        }
        if self.details.is_empty() {
            spec.details = inner.details;
        }
        if self.members.is_empty() {
            spec.members = inner.members;
        }
        if self.errors.is_none() {
            spec.errors = inner.errors;
            spec.public_errors = inner.public_errors;
        }
        if self.shape.is_none() {
            spec.shape = inner.shape;
        }
        spec.shared_code |= inner.shared_code;
        spec.stated = self.stated.and(inner.stated);
        spec.inner = inner.inner;
        spec
    }

    /// Whether this row of a transparent variant says the part whatever the
    /// inner one says: a field that may be silent leaves the constant to that.
    fn stands(&self, part: Parts) -> bool {
        self.stated.has(part) && self.settles(part)
    }
}
