//! What a framework answers itself, for APIs without a word of their own for
//! it.

use crate::cell::Cell;
use crate::{
    ApiError, Caught, Declared, Envelope, Fallback, FieldError, FromCaught, Part, Parts, Problem,
    Shape, Spec, SubErrors, Table,
};
use std::error::Error;
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

/// What a framework answers by itself, in the envelope `E`: for APIs that
/// need no words of their own for it.
///
/// The code is the status phrase, `METHOD_NOT_ALLOWED`; the message is what
/// the framework says of the request, and of a 5xx the status phrase.
///
/// ```
/// use error_runtime::{ApiError, Caught, Fallback, FrameworkError};
/// use http::StatusCode;
///
/// let caught = Caught::answer(StatusCode::METHOD_NOT_ALLOWED, "");
/// let error = <FrameworkError>::catch(&caught).unwrap();
/// assert_eq!(error.code(), "METHOD_NOT_ALLOWED");
/// assert_eq!(error.message(), "Method Not Allowed");
///
/// let caught = Caught::panic("index out of bounds");
/// let error = <FrameworkError>::catch(&caught).unwrap();
/// assert_eq!(error.code(), "INTERNAL_SERVER_ERROR");
/// assert_eq!(error.message(), "Internal Server Error");
/// ```
pub struct FrameworkError<E = Problem> {
    caught: Caught,
    fields: Vec<FieldError>,
    envelope: PhantomData<fn() -> E>,
}

impl<E> FrameworkError<E> {
    /// What it stands for.
    pub fn caught(&self) -> &Caught {
        &self.caught
    }
}

impl<E: Envelope> Fallback for FrameworkError<E> {
    type Envelope = E;

    fn catch(caught: &Caught) -> Option<Self> {
        Some(Self::from_caught(caught))
    }
}

impl<E> FromCaught for FrameworkError<E> {
    fn from_caught(caught: &Caught) -> Self {
        let (caught, fields) = (caught.clone(), caught.field_errors());
        Self { caught, fields, envelope: PhantomData }
    }
}

impl<E> fmt::Debug for FrameworkError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FrameworkError").field(&self.caught).finish()
    }
}

impl<E> fmt::Display for FrameworkError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.caught.is_panic() {
            return f.write_str("a handler panicked");
        }
        match self.caught.public_text() {
            Some(text) => f.write_str(text),
            None => f.write_str(crate::render::phrase(self.caught.status())),
        }
    }
}

impl<E> Error for FrameworkError<E> {}

/// The rows whose status is their own: status, variant, code.
const STATED: [(u16, &str, &str); 26] = [
    (400, "BadRequest", "BAD_REQUEST"),
    (401, "Unauthorized", "UNAUTHORIZED"),
    (403, "Forbidden", "FORBIDDEN"),
    (404, "NotFound", "NOT_FOUND"),
    (405, "MethodNotAllowed", "METHOD_NOT_ALLOWED"),
    (406, "NotAcceptable", "NOT_ACCEPTABLE"),
    (408, "RequestTimeout", "REQUEST_TIMEOUT"),
    (409, "Conflict", "CONFLICT"),
    (410, "Gone", "GONE"),
    (411, "LengthRequired", "LENGTH_REQUIRED"),
    (412, "PreconditionFailed", "PRECONDITION_FAILED"),
    (413, "PayloadTooLarge", "PAYLOAD_TOO_LARGE"),
    (414, "UriTooLong", "URI_TOO_LONG"),
    (415, "UnsupportedMediaType", "UNSUPPORTED_MEDIA_TYPE"),
    (416, "RangeNotSatisfiable", "RANGE_NOT_SATISFIABLE"),
    (417, "ExpectationFailed", "EXPECTATION_FAILED"),
    (422, "UnprocessableEntity", "UNPROCESSABLE_ENTITY"),
    (426, "UpgradeRequired", "UPGRADE_REQUIRED"),
    (428, "PreconditionRequired", "PRECONDITION_REQUIRED"),
    (429, "TooManyRequests", "TOO_MANY_REQUESTS"),
    (431, "RequestHeaderFieldsTooLarge", "REQUEST_HEADER_FIELDS_TOO_LARGE"),
    (500, "InternalServerError", "INTERNAL_SERVER_ERROR"),
    (501, "NotImplemented", "NOT_IMPLEMENTED"),
    (502, "BadGateway", "BAD_GATEWAY"),
    (503, "ServiceUnavailable", "SERVICE_UNAVAILABLE"),
    (504, "GatewayTimeout", "GATEWAY_TIMEOUT"),
];

const COUNT: usize = STATED.len() + 2;

// No constant: that would be evaluated once more for all envelopes. In a loop,
// since rows that are written out take the compiler ten times as long.
static ROWS: [Spec; COUNT] = {
    let mut specs = [Spec::EMPTY; COUNT];
    let mut row = 0;
    while row < COUNT {
        specs[row] = spec(row);
        row += 1;
    }
    specs
};

const fn spec(row: usize) -> Spec {
    let mut dynamic = Parts::MESSAGE.and(Parts::ERRORS);
    let (status, variant, code) = if row < STATED.len() {
        STATED[row]
    } else {
        dynamic = dynamic.and(Parts::STATUS);
        [(400, "ClientError", "CLIENT_ERROR"), (500, "ServerError", "SERVER_ERROR")]
            [row - STATED.len()]
    };
    Spec { dynamic, module: module_path!(), ..Spec::EMPTY.row(variant, status, code) }
}

impl<E: Envelope> ApiError for FrameworkError<E> {
    fn specs(&self) -> &'static [Spec] {
        &ROWS
    }

    fn row(&self) -> usize {
        let status = self.caught.status().as_u16();
        let stated = STATED.iter().position(|(stated, ..)| *stated == status);
        stated.unwrap_or(COUNT - if status < 500 { 2 } else { 1 })
    }

    fn shape(&self) -> &'static Shape {
        E::shape()
    }

    /// There can be one static for all envelopes only: it is that of the first
    /// one, which nearly always is the only one.
    fn cells(&self) -> &'static [Cell] {
        static CELLS: [Cell; COUNT] = [const { Cell::new() }; COUNT];
        static FIRST: OnceLock<&Shape> = OnceLock::new();
        let shape = E::shape();
        if std::ptr::eq(*FIRST.get_or_init(|| shape), shape) { &CELLS } else { &[] }
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Status(status) => *status = Some(self.caught.status().as_u16()),
            Part::Message(out) => out.text(self.caught.public_text().unwrap_or_default()),
            Part::Errors(errors) if !self.fields.is_empty() => {
                *errors = Some(&self.fields as &dyn SubErrors);
            }
            _ => {}
        }
    }
}

impl<E: Envelope> Declared for FrameworkError<E> {
    const SPECS: &'static [Spec] = &ROWS;

    fn table() -> Table {
        Table::of::<Self>().in_envelope(E::shape)
    }
}

#[cfg(test)]
mod tests {
    use super::{FrameworkError, ROWS};
    use crate::{ApiError, Caught, Code, Fallback};
    use http::StatusCode;

    fn of(status: u16, text: &str) -> FrameworkError {
        let status = StatusCode::from_u16(status).unwrap();
        FrameworkError::catch(&Caught::answer(status, text)).unwrap()
    }

    /// The phrases are those of the `http` crate, which has IANA's.
    #[test]
    fn codes_are_the_phrases() {
        for row in &ROWS[..ROWS.len() - 2] {
            let status = StatusCode::from_u16(row.status.unwrap()).unwrap();
            let phrase = status.canonical_reason().unwrap();
            assert_eq!(row.code, Code::Text(&phrase.to_uppercase().replace([' ', '-'], "_")));
            assert_eq!(row.variant, phrase.replace([' ', '-'], "").replace("URI", "Uri"));
        }
    }

    #[test]
    fn each_status_is_answered() {
        for status in 400..=599 {
            assert_eq!(of(status, "x").status().as_u16(), status);
        }
        assert_eq!(of(418, "").code(), "CLIENT_ERROR");
        assert_eq!(of(599, "").code(), "SERVER_ERROR");
    }

    #[test]
    fn only_a_4xx_shows_its_text() {
        assert_eq!(of(400, " missing field `a`\n").message(), "missing field `a`");
        assert_eq!(of(404, "").message(), "Not Found");
        assert_eq!(of(500, "secret").message(), "Internal Server Error");
        assert_eq!(of(599, "secret").message(), "Server Error");
    }
}
