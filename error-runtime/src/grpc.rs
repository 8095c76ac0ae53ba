//! The answer as a gRPC status.
//!
//! What its adapter calls is `#[inline]`: most programs know no gRPC, and need
//! no code for it.

use crate::render::Chosen;
use crate::{ApiError, Nested, http::head_logged};
use http::StatusCode;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

/// The code, the public message, and the metadata: the answer's headers, and
/// the machine code as `error-code`, if it is ASCII.
///
/// Not public API. Used by generated code.
#[inline]
pub fn grpc(error: &(impl Nested + ?Sized)) -> (i32, String, HeaderMap) {
    status(error.as_api_error())
}

#[inline]
fn status(error: &dyn ApiError) -> (i32, String, HeaderMap) {
    let row = error.row();
    let chosen = Chosen::of_row(error, row, error.shape(), &mut Vec::new());
    let headers = chosen.while_known(|| head_logged(&chosen));
    let mut metadata = HeaderMap::new();
    for (name, value) in &headers {
        if is_metadata(name, value) {
            metadata.append(name, value.clone());
        }
    }
    add_machine_code(&chosen, &mut metadata);
    (code(chosen.status), chosen.message().into_owned(), metadata)
}

/// The same of an error that has been made an answer already: what there is to
/// add to its headers.
#[cfg(any(feature = "poem", feature = "tower"))]
pub(crate) fn words(error: &dyn ApiError) -> (i32, String, HeaderMap) {
    let chosen = Chosen::of_row(error, error.row(), error.shape(), &mut Vec::new());
    let mut metadata = HeaderMap::new();
    add_machine_code(&chosen, &mut metadata);
    (code(chosen.status), chosen.message().into_owned(), metadata)
}

#[inline]
fn add_machine_code(chosen: &Chosen<'_>, metadata: &mut HeaderMap) {
    chosen.wire_code(&mut |code| {
        let code = if code.is_ascii() { HeaderValue::from_str(code).ok() } else { None };
        if let Some(code) = code {
            metadata.insert(HeaderName::from_static("error-code"), code);
        }
    });
}

/// Whether a header may stand in the metadata as it is: gRPC has bytes that are
/// not ASCII only in base 64, under names that end in `-bin`. What tells of the
/// body is nothing without the body.
#[inline]
fn is_metadata(name: &HeaderName, value: &HeaderValue) -> bool {
    let bytes: &[u8] = name.as_ref();
    let is_text = value.as_bytes().is_ascii() && !bytes.ends_with(b"-bin");
    is_text && name != CONTENT_TYPE && name != CONTENT_LENGTH
}

/// AIP-193's table, read the other way round. Where several codes share a
/// status, the one is taken that promises the least.
#[inline]
fn code(status: StatusCode) -> i32 {
    const CANCELLED: i32 = 1;
    const UNKNOWN: i32 = 2;
    const INVALID_ARGUMENT: i32 = 3;
    const DEADLINE_EXCEEDED: i32 = 4;
    const NOT_FOUND: i32 = 5;
    const PERMISSION_DENIED: i32 = 7;
    const RESOURCE_EXHAUSTED: i32 = 8;
    const FAILED_PRECONDITION: i32 = 9;
    const ABORTED: i32 = 10;
    const OUT_OF_RANGE: i32 = 11;
    const UNIMPLEMENTED: i32 = 12;
    const INTERNAL: i32 = 13;
    const UNAVAILABLE: i32 = 14;
    const UNAUTHENTICATED: i32 = 16;

    match status.as_u16() {
        400 | 422 => INVALID_ARGUMENT,
        401 => UNAUTHENTICATED,
        403 => PERMISSION_DENIED,
        404 | 410 => NOT_FOUND,
        408 | 504 => DEADLINE_EXCEEDED,
        409 => ABORTED,
        416 => OUT_OF_RANGE,
        429 => RESOURCE_EXHAUSTED,
        499 => CANCELLED,
        501 => UNIMPLEMENTED,
        502 | 503 => UNAVAILABLE,
        400..=499 => FAILED_PRECONDITION,
        500..=599 => INTERNAL,
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::code;
    use http::StatusCode;

    /// AIP-193: each HTTP status of its table goes to a code that has that
    /// status there.
    #[test]
    fn codes_have_their_status() {
        let table = [
            (499, 1),
            (500, 13),
            (400, 3),
            (504, 4),
            (404, 5),
            (403, 7),
            (401, 16),
            (429, 8),
            (409, 10),
            (501, 12),
            (503, 14),
        ];
        for (status, expected) in table {
            assert_eq!(code(StatusCode::from_u16(status).unwrap()), expected, "{status}");
        }
        assert_eq!(code(StatusCode::IM_A_TEAPOT), 9);
        assert_eq!(code(StatusCode::INSUFFICIENT_STORAGE), 13);
        assert_eq!(code(StatusCode::OK), 2);
    }
}
