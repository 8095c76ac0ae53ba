//! The other direction: what was written is read again.

use crate::support::{JSON, Lines, answers, answers_in};
use error_runtime::{Answer, ApiError, Context, Envelope};
use http::{HeaderMap, StatusCode};

/// An envelope's `parse`.
pub(crate) type Parse = fn(StatusCode, &HeaderMap, &[u8]) -> Answer;

/// `parse` of an envelope that is not declared by `envelope!`.
pub(crate) fn parse_as<E: Envelope>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Answer {
    Answer::read(E::shape(), status, headers, body)
}

/// Asserts every byte of the answer, and reads it back.
#[track_caller]
pub(crate) fn wire(
    parse: Parse,
    error: &dyn ApiError,
    status: u16,
    headers: Lines<'_>,
    body: &str,
) -> Answer {
    answers(error, status, headers, body);
    read(parse, error.response())
}

/// The same in this context.
#[track_caller]
pub(crate) fn wire_in(
    context: &Context,
    parse: Parse,
    error: &dyn ApiError,
    status: u16,
    headers: Lines<'_>,
    body: &str,
) -> Answer {
    answers_in(context, error, status, headers, body);
    read(parse, error.response_with(context))
}

/// The same of an envelope of `application/json`; `headers` beside the
/// `content-type`.
#[track_caller]
pub(crate) fn json(
    parse: Parse,
    error: &dyn ApiError,
    status: u16,
    headers: Lines<'_>,
    body: &str,
) -> Answer {
    let all: Vec<_> = std::iter::once(JSON).chain(headers.iter().copied()).collect();
    wire(parse, error, status, &all, body)
}

#[track_caller]
fn read(parse: Parse, response: http::Response<bytes::Bytes>) -> Answer {
    let (head, body) = response.into_parts();
    let answer = parse(head.status, &head.headers, &body);
    assert_eq!(answer.status(), head.status);
    assert!(!answer.is_foreign(), "{}", String::from_utf8_lossy(&body));
    answer
}
