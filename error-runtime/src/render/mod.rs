//! Reads an answer off the rows: what is in force of an error, and its body.

mod answer;
mod body;
mod chain;
mod declared;
mod known;
mod link;
mod list;
mod over;
mod parts;
pub(crate) mod plan;
mod retry;
pub(crate) mod template;
mod text;

pub(crate) use body::{body, success};
pub(crate) use chain::{Link, Links};
pub(crate) use link::LinkCode;
pub(crate) use text::{hides, phrase};

use crate::cell::Kept;
use crate::out::Out;
use crate::{ApiError, Failure, Headers, Part, Parts, Rule, Shape};
use http::StatusCode;
use std::any::TypeId;

/// The longest chain of transparent errors that is followed: one that stands
/// inside itself has no end.
const LONGEST: usize = 1024;

/// An error with the rows chosen once: from itself through the transparent
/// errors inside it.
pub(crate) struct Chosen<'e> {
    pub(crate) outer: Link<'e>,
    /// Empty for nearly every error, so that nothing is allocated.
    inner: Vec<Link<'e>>,
    pub(crate) shape: &'static Shape,
    pub(crate) status: StatusCode,
}

impl<'e> Chosen<'e> {
    pub(crate) fn new(error: &'e (dyn ApiError + 'e)) -> Self {
        Self::within(error, None)
    }

    /// As an answer on this face shows it.
    pub(crate) fn within(error: &'e (dyn ApiError + 'e), face: Option<TypeId>) -> Self {
        Self::in_face(error, known::row(error), error.shape(), face, &mut Vec::new())
    }

    /// With the row that the error has chosen, in this envelope unless a row
    /// has its own.
    pub(crate) fn of_row(
        error: &'e (dyn ApiError + 'e),
        row: usize,
        shape: &'static Shape,
        failures: &mut Vec<Failure>,
    ) -> Self {
        Self::in_face(error, row, shape, None, failures)
    }

    fn in_face(
        error: &'e (dyn ApiError + 'e),
        row: usize,
        shape: &'static Shape,
        face: Option<TypeId>,
        failures: &mut Vec<Failure>,
    ) -> Self {
        let mut chosen = Self::chain(error, row, shape, face, failures);
        let own = chosen.own_shape();
        if let Some(own) = own {
            chosen.shape = own();
        }
        if let Some(status) = chosen.find_status(failures) {
            chosen.status = status;
        }
        chosen
    }

    /// An error of a row of which all this is known from an earlier answer,
    /// and that has no error inside it.
    pub(crate) fn settled(error: &'e (dyn ApiError + 'e), row: usize, kept: &Kept) -> Self {
        let Kept { face, shape, status, .. } = *kept;
        // Not kept: the list that a generic type has may be of another item.
        let spec = error.specs().get(row).unwrap_or(&chain::NO_ROW);
        let outer = Link { error, row, spec, known: true, face, turned: false };
        Self { outer, inner: Vec::new(), shape, status }
    }

    /// One of the sub-errors of this answer: in its shape, on the face of the
    /// error whose list it is, and with the answer's status where the item has
    /// none.
    pub(crate) fn item<'i>(
        &self,
        item: &'i (dyn ApiError + 'i),
        face: Option<TypeId>,
        failures: &mut Vec<Failure>,
    ) -> Chosen<'i> {
        let mut chosen = Chosen::chain(item, known::row(item), self.shape, face, failures);
        chosen.status = chosen.find_status(failures).unwrap_or(self.status);
        chosen
    }

    /// The status that the error has of its own on this face.
    pub(crate) fn own_status(error: &'e (dyn ApiError + 'e), face: Option<TypeId>) -> Option<u16> {
        let shape = error.shape();
        let mut failures = Vec::new();
        let chosen = Self::chain(error, known::row(error), shape, face, &mut failures);
        Some(chosen.find_status(&mut failures)?.as_u16())
    }

    /// The error and those inside it, without what they say.
    fn chain(
        error: &'e (dyn ApiError + 'e),
        row: usize,
        shape: &'static Shape,
        face: Option<TypeId>,
        failures: &mut Vec<Failure>,
    ) -> Self {
        let outer = Link::new(error, row, face);
        let mut inner = Vec::new();
        let mut next = outer.inner();
        while let Some(link) = next {
            if inner.len() == LONGEST {
                failures.push(Failure::Chain { followed: LONGEST });
                break;
            }
            inner.push(link);
            next = link.inner();
        }
        let chosen = Self { outer, inner, shape, status: StatusCode::INTERNAL_SERVER_ERROR };
        for link in chosen.links() {
            if !link.known {
                failures.push(Failure::Row { row: link.row });
            }
        }
        chosen
    }

    /// The errors of the chain, from the outermost.
    pub(crate) fn links(&self) -> Links<'_, 'e> {
        Links { outer: Some(&self.outer), inner: self.inner.iter() }
    }

    /// The outermost row's envelope, where a row has its own.
    fn own_shape(&self) -> Option<fn() -> &'static Shape> {
        for link in self.links() {
            if link.spec.shape.is_some() {
                return link.spec.shape;
            }
        }
        None
    }

    /// Whether the value of one of them gives this part.
    fn fills(&self, part: Parts) -> bool {
        for link in self.links() {
            if link.fills(part) {
                return true;
            }
        }
        false
    }

    /// An error whose text stands inside the answer at hand, if one is: with
    /// the row that it has there, and hidden as there.
    #[inline]
    pub(crate) fn inside(error: &'e (dyn ApiError + 'e)) -> Self {
        let (row, around) = known::known(error);
        let Some(around) = around else {
            return Self::in_face(error, row, error.shape(), None, &mut Vec::new());
        };
        let mut chosen = Self::in_face(error, row, error.shape(), around.face, &mut Vec::new());
        chosen.shape = around.shape;
        if hides(around.status) {
            chosen.status = around.status;
        }
        chosen
    }

    /// Asks an error of the chain for a part that may say what the errors
    /// inside it say.
    fn ask(&self, link: &Link<'e>, part: Part<'e, '_>) {
        if link.spec.inner.is_none() {
            return link.fill(part);
        }
        let _known = self.know();
        link.fill(part);
    }

    /// Lets the rows of the errors inside this one be known.
    fn know(&self) -> known::Scope {
        known::enter(&self.inner, self.shape, self.status)
    }

    /// Lets this error be answered again, with the rows of the errors inside
    /// it as they are.
    pub(crate) fn while_known<R>(&self, answer: impl FnOnce() -> R) -> R {
        let _known = self.know();
        answer()
    }

    /// Whether this error of the chain states the part. One that has lost the
    /// error inside it says what it can.
    fn states(&self, link: &Link<'e>, part: Parts) -> bool {
        link.states(part) || std::ptr::eq(link, self.inner.last().unwrap_or(&self.outer))
    }

    /// The error that says this part.
    fn speaker(&self, part: Parts) -> &Link<'e> {
        // The usual error stands alone.
        if self.inner.is_empty() {
            return &self.outer;
        }
        for link in self.links() {
            if self.states(link, part) {
                return link;
            }
        }
        &self.outer
    }

    /// The first error whose value gives the part, which is what `ask` finds
    /// out; without one, that whose constant stands.
    fn giver(&self, part: Parts, ask: &mut dyn FnMut(&Link<'e>) -> bool) -> &Link<'e> {
        let mut giver = &self.outer;
        for link in self.links() {
            if !self.states(link, part) {
                continue;
            }
            giver = link;
            if (link.fills(part) && ask(link)) || link.spec.settles(part) {
                break;
            }
        }
        giver
    }

    /// The list of sub-errors, of the outermost error that has one.
    pub(crate) fn errors(&self) -> Option<list::Listed<'e>> {
        for link in self.links() {
            if let Some(list) = link.errors() {
                let public = link.spec.public_errors;
                return Some(list::Listed { list, face: link.face, public });
            }
        }
        None
    }

    /// Whether the answer depends on nothing but the row.
    pub(crate) fn is_constant(&self) -> bool {
        self.outer.spec.dynamic.is_none() && self.outer.spec.inner.is_none()
    }

    /// Whether this rule of the envelope is one for the status.
    fn obeys(&self, rule: &Rule) -> bool {
        let status = self.status.as_u16();
        if status < rule.from {
            return false;
        }
        status <= rule.to
    }

    /// The category of the first rule that says one.
    fn ruled_category(&self) -> Option<&'static str> {
        for rule in self.shape.policy.rules {
            if rule.category.is_some() && self.obeys(rule) {
                return rule.category;
            }
        }
        None
    }

    /// The same of the delay.
    fn ruled_retry_after(&self) -> Option<u64> {
        for rule in self.shape.policy.rules {
            if rule.retry_after.is_some() && self.obeys(rule) {
                return rule.retry_after;
            }
        }
        None
    }

    /// All headers, in their order on the wire.
    pub(crate) fn headers(&self, has_body: bool) -> Headers {
        let mut rows = Vec::new();
        for link in self.links() {
            if !link.spec.headers.is_empty() {
                rows.push(link.spec.headers);
            }
        }
        let mut headers = Headers::new(rows, has_body);
        headers.content_type(&self.shape.content_type);
        headers.policy(self.shape.policy.headers);
        for rule in self.shape.policy.rules {
            if self.obeys(rule) {
                headers.policy(rule.headers);
            }
        }
        if self.fills(Parts::SLOTS) {
            self.write_texts(&mut headers, has_body);
        }
        for link in self.links() {
            if link.fills(Parts::HEADERS) || !link.spec.headers.is_empty() {
                headers.row(link.spec.headers, |headers| {
                    if link.fills(Parts::HEADERS) {
                        self.ask(link, Part::Headers(headers));
                    }
                });
            }
        }
        if let Some(after) = self.retry_after() {
            headers.fallback("retry-after", &after);
        }
        if let (Some(name), Some(retry)) =
            (self.shape.policy.should_retry, self.retry().should_retry())
        {
            headers.fallback(name, &retry);
        }
        headers
    }

    /// Writes the entries of details or members, from the outermost error.
    fn entries(&self, part: Parts, out: &mut Out) {
        for link in self.links() {
            out.next_error();
            if link.fills(part) {
                let part = if part == Parts::DETAILS {
                    Part::Details(&mut *out)
                } else {
                    Part::Members(&mut *out)
                };
                self.ask(link, part);
            }
        }
    }
}

#[cfg(test)]
mod tests;
