//! Heads of answers, from the `http` crate's version 1 to 0.2 and back.
//!
//! What is valid in one version is so in the other; the `ok`s and the defaults
//! are for the types only.

use super::super::head::Headers;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};

/// A header of ours, as theirs.
pub(super) fn header(
    name: &http::HeaderName,
    value: &http::HeaderValue,
) -> Option<(HeaderName, HeaderValue)> {
    let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
    Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
}

/// Headers of ours, as theirs.
pub(super) fn headers_of_ours(headers: &http::HeaderMap) -> HeaderMap {
    headers.iter().filter_map(|(name, value)| header(name, value)).collect()
}

/// Headers of theirs, as ours.
pub(super) fn headers_of_theirs(headers: &HeaderMap) -> http::HeaderMap {
    let ours = |(name, value): (&HeaderName, &HeaderValue)| {
        let name = http::HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
        Some((name, http::HeaderValue::from_bytes(value.as_bytes()).ok()?))
    };
    headers.iter().filter_map(ours).fold(http::HeaderMap::new(), |mut headers, (name, value)| {
        headers.append(name, value);
        headers
    })
}

/// A status of ours, as theirs.
pub(super) fn status_of_ours(status: http::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or_default()
}

/// A status of theirs, as ours.
pub(super) fn status_of_theirs(status: StatusCode) -> http::StatusCode {
    http::StatusCode::from_u16(status.as_u16()).unwrap_or_default()
}

impl Headers for HeaderMap {
    fn nth(&self, name: &http::HeaderName, at: usize) -> Option<&[u8]> {
        self.get_all(name.as_str()).nth(at).map(HeaderValue::as_bytes)
    }
}
