//! Reads an answer off the rows: what is in force of an error, and its body.

mod body;
mod known;
mod link;
mod retry;
pub(crate) mod template;
mod text;

pub(crate) use body::{body, success};
pub(crate) use text::phrase;

use crate::out::Out;
use crate::{
    ApiError, Code, Failure, HeaderSpec, Headers, Keep, Part, Parts, Retry, RetryAfter, Rule,
    Shape, Spec,
};
use http::StatusCode;

/// The longest chain of transparent errors that is followed: one that stands
/// inside itself has no end.
const LONGEST: usize = 1024;

/// What stands in for a row that a hand-written table does not have.
static NO_ROW: Spec = Spec::EMPTY;

/// One error of the chain, with the row that it chose.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link<'e> {
    pub(crate) error: &'e (dyn ApiError + 'e),
    pub(crate) row: usize,
    pub(crate) spec: &'static Spec,
    /// The table has this row.
    known: bool,
}

impl<'e> Link<'e> {
    fn new(error: &'e (dyn ApiError + 'e), row: usize) -> Self {
        let spec = error.specs().get(row);
        Self { error, row, spec: spec.unwrap_or(&NO_ROW), known: spec.is_some() }
    }

    fn inner(&self) -> Option<Self> {
        self.spec.inner?;
        let mut inner = None;
        self.error.fill(self.row, Part::Inner(&mut inner));
        inner.map(|error| Self::new(error, known::row(error)))
    }

    fn fills(&self, part: Parts) -> bool {
        self.spec.dynamic.has(part)
    }

    /// Whether this error says the part, and not the one inside it.
    fn states(&self, part: Parts) -> bool {
        self.spec.inner.is_none() || self.spec.stated.has(part)
    }
}

/// An error with the rows chosen once: from itself through the transparent
/// errors inside it.
#[derive(Debug)]
pub(crate) struct Chosen<'e> {
    pub(crate) outer: Link<'e>,
    /// Empty for nearly every error, so that nothing is allocated.
    inner: Vec<Link<'e>>,
    pub(crate) shape: &'static Shape,
    pub(crate) status: StatusCode,
}

impl<'e> Chosen<'e> {
    pub(crate) fn new(error: &'e (dyn ApiError + 'e)) -> Self {
        Self::of_row(error, known::row(error), error.shape(), &mut Vec::new())
    }

    /// With the row that the error has chosen, in this envelope unless a row
    /// has its own.
    pub(crate) fn of_row(
        error: &'e (dyn ApiError + 'e),
        row: usize,
        shape: &'static Shape,
        failures: &mut Vec<Failure>,
    ) -> Self {
        let outer = Link::new(error, row);
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
        let mut chosen = Self { outer, inner, shape, status: StatusCode::INTERNAL_SERVER_ERROR };
        for link in chosen.links() {
            if !link.known {
                failures.push(Failure::Row { row: link.row });
            }
        }
        let own = chosen.links().find_map(|link| link.spec.shape);
        chosen.shape = own.map_or(shape, |own| own());
        chosen.status = chosen.find_status(failures);
        chosen
    }

    /// The errors of the chain, from the outermost.
    pub(crate) fn links(&self) -> impl Iterator<Item = &Link<'e>> {
        std::iter::once(&self.outer).chain(&self.inner)
    }

    /// An error whose text stands inside the answer at hand, if one is: with
    /// the row that it has there, and hidden as there.
    pub(crate) fn inside(error: &'e (dyn ApiError + 'e)) -> Self {
        let (row, shape) = known::known(error);
        let mut chosen = Self::of_row(error, row, error.shape(), &mut Vec::new());
        chosen.shape = shape.unwrap_or(chosen.shape);
        chosen
    }

    /// Asks an error of the chain for a part that may say what the errors
    /// inside it say.
    fn ask(&self, link: &Link<'e>, part: Part<'e, '_>) {
        if link.spec.inner.is_none() {
            link.error.fill(link.row, part);
        } else {
            known::with(&self.inner, self.shape, || link.error.fill(link.row, part));
        }
    }

    /// Lets this error be answered again, with the rows of the errors inside
    /// it as they are.
    #[cfg(feature = "tracing")]
    pub(crate) fn while_known<R>(&self, answer: impl FnOnce() -> R) -> R {
        known::with(&self.inner, self.shape, answer)
    }

    /// The error that says this part.
    fn speaker(&self, part: Parts) -> &Link<'e> {
        let Some(last) = self.inner.last() else { return &self.outer };
        self.links().find(|link| link.states(part)).unwrap_or(last)
    }

    /// Whether the answer depends on nothing but the row.
    pub(crate) fn is_constant(&self) -> bool {
        self.outer.spec.dynamic.is_none() && self.outer.spec.inner.is_none()
    }

    fn find_status(&self, failures: &mut Vec<Failure>) -> StatusCode {
        let link = self.speaker(Parts::STATUS);
        let declared = link.spec.status.and_then(|status| StatusCode::from_u16(status).ok());
        // A row that declares an unusual status allows its field the same.
        let usual = |status: u16| (400..=599).contains(&status);
        let unusual =
            link.spec.any_status || declared.is_some_and(|status| !usual(status.as_u16()));
        if link.fills(Parts::STATUS) {
            let mut status = None;
            link.error.fill(link.row, Part::Status(&mut status));
            if let Some(status) = status {
                let allowed = usual(status) || (unusual && status >= 200);
                match StatusCode::from_u16(status) {
                    Ok(status) if allowed => return status,
                    _ => failures.push(Failure::Status { status }),
                }
            }
        }
        match declared {
            Some(status) if status.as_u16() >= 200 => status,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The code as declared.
    pub(crate) fn code(&self) -> Code<'e> {
        let link = self.speaker(Parts::CODE);
        if link.fills(Parts::CODE) {
            let mut code = None;
            link.error.fill(link.row, Part::Code(&mut code));
            if let Some(code) = code {
                return code;
            }
        }
        link.spec.code
    }

    /// Hands out the code as it stands on the wire.
    pub(crate) fn wire_code(&self, use_text: &mut dyn FnMut(&str)) {
        let spec = self.speaker(Parts::CODE).spec;
        match (self.code(), self.shape.policy.code_case) {
            (Code::None, _) => {}
            (Code::Text(text), Some(case)) if spec.code_by_default => {
                use_text(&case.convert(text));
            }
            (Code::Text(text), _) => use_text(text),
            (Code::Number(number), _) => use_text(itoa::Buffer::new().format(number)),
        }
    }

    /// The variant that gives the error its code: its identity.
    pub(crate) fn variant(&self) -> &'static str {
        self.speaker(Parts::CODE).spec.variant
    }

    pub(crate) fn category(&self) -> Option<&'static str> {
        let stated = self.speaker(Parts::CATEGORY).spec.category;
        stated.or_else(|| self.rules().find_map(|rule| rule.category))
    }

    pub(crate) fn retry(&self) -> Retry {
        self.speaker(Parts::RETRY).spec.retry
    }

    #[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "nobody listens"))]
    pub(crate) fn log(&self) -> crate::Log {
        self.speaker(Parts::LOG).spec.log
    }

    pub(crate) fn retry_after(&self) -> Option<RetryAfter> {
        let link = self.speaker(Parts::RETRY_AFTER);
        let mut after = None;
        if link.fills(Parts::RETRY_AFTER) {
            link.error.fill(link.row, Part::RetryAfter(&mut after));
        }
        let omits = self.shape.policy.keep == Keep::OmitDefault;
        if omits && after.is_some_and(|after| after.delay().is_zero()) {
            return None;
        }
        let declared = || {
            let rule = || self.rules().find_map(|rule| rule.retry_after);
            link.spec.retry_after.or_else(rule).map(RetryAfter::seconds_from_now)
        };
        after.or_else(declared)
    }

    /// The rules of the envelope for this status.
    fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let status = self.status.as_u16();
        let rules = self.shape.policy.rules.iter();
        rules.filter(move |rule| (rule.from..=rule.to).contains(&status))
    }

    /// All headers, in their order on the wire.
    pub(crate) fn headers(&self, has_body: bool) -> Headers {
        let mut headers = Headers::new(self.links().map(|link| link.spec.headers), has_body);
        headers.content_type(&self.shape.content_type);
        headers.policy(self.shape.policy.headers);
        self.rules().for_each(|rule| headers.policy(rule.headers));
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
            headers.fallback("retry-after", after);
        }
        if let (Some(name), Some(retry)) =
            (self.shape.policy.should_retry, self.retry().should_retry())
        {
            headers.fallback(name, retry);
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

    /// What is declared and in force, as one row. Its lists are those of the
    /// outermost error that has any.
    pub(crate) fn spec(&self) -> Spec {
        let mut links = self.inner.iter().rev().map(|link| link.spec);
        let Some(innermost) = links.next() else { return *self.outer.spec };
        let spec = links.fold(*innermost, |inner, outer| outer.over(&inner));
        self.outer.spec.over(&spec).answered(self.status)
    }
}

impl Spec {
    /// The row without a `Display` that an answer of this status hides.
    pub(crate) fn answered(mut self, status: StatusCode) -> Self {
        if self.displayed && status.is_server_error() {
            self.message = None;
        }
        self
    }

    /// This row of a transparent variant with an inner error's row in it.
    pub(crate) fn over(&self, inner: &Self) -> Self {
        let says = |part| self.stated.has(part);
        let list = |own: &'static [HeaderSpec], other| if own.is_empty() { other } else { own };
        let fields = |own: &'static [_], other| if own.is_empty() { other } else { own };
        let named = if says(Parts::CODE) { self } else { inner };
        let mut dynamic = self.dynamic;
        for part in Parts::ALL {
            if !says(part) && inner.dynamic.has(part) {
                dynamic = dynamic.and(part);
            }
        }
        let messenger = if says(Parts::MESSAGE) { self } else { inner };
        if messenger.dynamic.has(Parts::DISPLAY) {
            dynamic = dynamic.and(Parts::DISPLAY);
        }
        Self {
            variant: named.variant,
            module: named.module,
            code: named.code,
            code_by_default: named.code_by_default,
            shared_code: self.shared_code || inner.shared_code,
            status: if says(Parts::STATUS) { self.status } else { inner.status },
            any_status: if says(Parts::STATUS) { self.any_status } else { inner.any_status },
            title: if says(Parts::TITLE) { self.title } else { inner.title },
            message: messenger.message,
            displayed: messenger.displayed,
            exposed: messenger.exposed,
            hint: if says(Parts::HINT) { self.hint } else { inner.hint },
            category: if says(Parts::CATEGORY) { self.category } else { inner.category },
            docs: if says(Parts::DOCS) { self.docs } else { inner.docs },
            retry: if says(Parts::RETRY) { self.retry } else { inner.retry },
            retry_after: if says(Parts::RETRY_AFTER) {
                self.retry_after
            } else {
                inner.retry_after
            },
            headers: list(self.headers, inner.headers),
            details: fields(self.details, inner.details),
            members: fields(self.members, inner.members),
            errors: if says(Parts::ERRORS) { self.errors } else { inner.errors },
            log: if says(Parts::LOG) { self.log } else { inner.log },
            dynamic,
            stated: self.stated.and(inner.stated),
            inner: inner.inner,
            shape: self.shape.or(inner.shape),
        }
    }
}

#[cfg(test)]
mod tests;
