//! Reads an answer off the rows: what is in force of an error, and its body.

mod answer;
mod body;
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
pub(crate) use link::LinkCode;
pub(crate) use text::{hides, phrase};

use crate::cell::Kept;
use crate::out::Out;
use crate::{ApiError, Failure, Headers, Part, Parts, Rule, Shape, Spec, SubErrors};
use http::StatusCode;
use std::any::TypeId;

/// The longest chain of transparent errors that is followed: one that stands
/// inside itself has no end.
const LONGEST: usize = 1024;

/// What stands in for a row that a hand-written table does not have.
static NO_ROW: Spec = Spec::EMPTY;

/// One error of the chain, with the row that it chose.
#[derive(Clone, Copy)]
pub(crate) struct Link<'e> {
    pub(crate) error: &'e (dyn ApiError + 'e),
    pub(crate) row: usize,
    pub(crate) spec: &'static Spec,
    /// The table has this row.
    known: bool,
    /// The face of the answer, where it is not the first.
    pub(crate) face: Option<TypeId>,
    /// The error has that face, beside the one that it is itself.
    turned: bool,
}

impl<'e> Link<'e> {
    /// The error as an answer on this face shows it. One that is on a face of
    /// its own stays there.
    fn new(error: &'e (dyn ApiError + 'e), row: usize, face: Option<TypeId>) -> Self {
        let own = error.shown_face();
        let turned = match (own, face) {
            (None, Some(face)) => error.specs_in(face),
            _ => None,
        };
        let spec = turned.unwrap_or_else(|| error.specs()).get(row);
        Self {
            error,
            row,
            spec: spec.unwrap_or(&NO_ROW),
            known: spec.is_some(),
            face: own.or(face),
            turned: turned.is_some(),
        }
    }

    /// Asks the error for a part of the answer.
    pub(crate) fn fill(&self, part: Part<'e, '_>) {
        match self.face {
            Some(face) if self.turned => self.error.fill_in(face, self.row, part),
            _ => self.error.fill(self.row, part),
        }
    }

    fn inner(&self) -> Option<Self> {
        self.spec.inner?;
        let mut inner = None;
        self.fill(Part::Inner(&mut inner));
        inner.map(|error| Self::new(error, known::row(error), self.face))
    }

    fn fills(&self, part: Parts) -> bool {
        self.spec.dynamic.has(part)
    }

    /// Its own list of sub-errors, if it has one now.
    fn errors(&self) -> Option<&'e (dyn SubErrors + 'e)> {
        let mut errors = None;
        if self.fills(Parts::ERRORS) {
            self.fill(Part::Errors(&mut errors));
        }
        errors.filter(|errors| errors.is_list())
    }

    /// Whether this error says the part, and not the one inside it.
    fn states(&self, part: Parts) -> bool {
        self.spec.inner.is_none() || self.spec.stated.has(part)
    }
}

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
        let mut own = None;
        for link in chosen.links() {
            own = own.or(link.spec.shape);
        }
        chosen.shape = own.map_or(shape, |own| own());
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
        let spec = error.specs().get(row).unwrap_or(&NO_ROW);
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
    pub(crate) fn own_status(
        error: &'e (dyn ApiError + 'e),
        face: Option<TypeId>,
    ) -> Option<StatusCode> {
        let shape = error.shape();
        let mut failures = Vec::new();
        let chosen = Self::chain(error, known::row(error), shape, face, &mut failures);
        chosen.find_status(&mut failures)
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
    pub(crate) fn links(&self) -> impl Iterator<Item = &Link<'e>> {
        std::iter::once(&self.outer).chain(&self.inner)
    }

    /// Whether this holds for one of them: one search for all that ask.
    fn has_link(&self, holds: &dyn Fn(&Link<'e>) -> bool) -> bool {
        for link in self.links() {
            if holds(link) {
                return true;
            }
        }
        false
    }

    /// An error whose text stands inside the answer at hand, if one is: with
    /// the row that it has there, and hidden as there.
    pub(crate) fn inside(error: &'e (dyn ApiError + 'e)) -> Self {
        let (row, around) = known::known(error);
        let face = around.and_then(|around| around.face);
        let mut chosen = Self::in_face(error, row, error.shape(), face, &mut Vec::new());
        if let Some(around) = around {
            chosen.shape = around.shape;
            if hides(around.status) {
                chosen.status = around.status;
            }
        }
        chosen
    }

    /// Asks an error of the chain for a part that may say what the errors
    /// inside it say.
    fn ask(&self, link: &Link<'e>, part: Part<'e, '_>) {
        if link.spec.inner.is_none() {
            link.fill(part);
        } else {
            known::with(&self.inner, self.shape, self.status, || link.fill(part));
        }
    }

    /// Lets this error be answered again, with the rows of the errors inside
    /// it as they are.
    pub(crate) fn while_known<R>(&self, answer: impl FnOnce() -> R) -> R {
        known::with(&self.inner, self.shape, self.status, answer)
    }

    /// The errors that state this part, from the outermost. One that has lost
    /// the error inside it says what it can.
    fn stating(&self, part: Parts) -> impl Iterator<Item = &Link<'e>> {
        let last = self.inner.last().unwrap_or(&self.outer);
        self.links().filter(move |link| link.states(part) || std::ptr::eq(*link, last))
    }

    /// The error that says this part.
    fn speaker(&self, part: Parts) -> &Link<'e> {
        // The usual error stands alone.
        if self.inner.is_empty() {
            return &self.outer;
        }
        self.stating(part).next().unwrap_or(&self.outer)
    }

    /// What the value of the first error gives that gives anything, and whose
    /// value that is; without one, whose constant stands.
    fn given<T>(
        &self,
        part: Parts,
        mut ask: impl FnMut(&Link<'e>) -> Option<T>,
    ) -> (&Link<'e>, Option<T>) {
        if self.inner.is_empty() {
            let given = if self.outer.fills(part) { ask(&self.outer) } else { None };
            return (&self.outer, given);
        }
        let mut speaker = &self.outer;
        for link in self.stating(part) {
            speaker = link;
            if link.fills(part) {
                let given = ask(link);
                if given.is_some() {
                    return (link, given);
                }
            }
            if link.spec.settles(part) {
                break;
            }
        }
        (speaker, None)
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

    /// The rules of the envelope for this status.
    fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let status = self.status.as_u16();
        let rules = self.shape.policy.rules.iter();
        rules.filter(move |rule| (rule.from..=rule.to).contains(&status))
    }

    /// The first of them that says this.
    fn rule(&self, says: &dyn Fn(&Rule) -> bool) -> Option<&'static Rule> {
        self.rules().find(|rule| says(rule))
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
        for rule in self.rules() {
            headers.policy(rule.headers);
        }
        if self.has_link(&|link| link.fills(Parts::SLOTS)) {
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
