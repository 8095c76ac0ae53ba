//! rocket's own types, and those of the `http` crate.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use rocket::Response;
use rocket::http::{self as theirs, Status};

pub(super) fn status_of_theirs(status: Status) -> StatusCode {
    StatusCode::from_u16(status.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The headers, without those that could not be sent either.
pub(super) fn headers_of_theirs(headers: &theirs::HeaderMap<'_>) -> HeaderMap {
    let pairs = headers.iter().filter_map(|header| {
        let name = HeaderName::from_bytes(header.name.as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(header.value.as_bytes()).ok()?))
    });
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        headers.append(name, value);
    }
    headers
}

/// Makes these the headers of the response.
pub(super) fn set_headers(headers: &HeaderMap, response: &mut Response<'_>) {
    let names: Vec<String> =
        response.headers().iter().map(|header| header.name.as_str().to_owned()).collect();
    for name in &names {
        response.remove_header(name);
    }
    for (name, value) in headers {
        // rocket knows texts only.
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        response.adjoin_raw_header(name.as_str().to_owned(), value);
    }
}
