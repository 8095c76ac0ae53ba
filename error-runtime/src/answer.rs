//! What the adapters of all frameworks share.
//!
//! A program has one of the frameworks: what serves some of them is
//! `#[inline]`, so that it is compiled where their adapters call it.

use crate::Nested;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use std::string::FromUtf8Error;

/// The response of an adapter, with the error's one event in the log.
///
/// Not public API. Used by generated code.
pub fn answer<B: From<Bytes>>(error: &(impl Nested + ?Sized)) -> Response<B> {
    crate::http::respond_logged(error.as_api_error())
}

/// The status of that response.
///
/// Not public API. Used by generated code.
pub fn answered_status(error: &(impl Nested + ?Sized)) -> StatusCode {
    error.as_api_error().status()
}

/// Headers by their bytes, for frameworks with header types of their own.
///
/// Not public API. Used by generated code.
#[inline]
pub fn lines(headers: &HeaderMap) -> impl Iterator<Item = (&[u8], &[u8])> {
    headers.iter().map(|(name, value)| (name.as_str().as_bytes(), value.as_bytes()))
}

/// The same, for frameworks that keep them.
///
/// Not public API. Used by generated code.
#[inline]
pub fn owned_lines(headers: &HeaderMap) -> impl Iterator<Item = (String, Vec<u8>)> {
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()))
}

/// Headers that are text, for frameworks whose headers are.
///
/// Not public API. Used by generated code.
#[inline]
pub fn texts(headers: &HeaderMap) -> impl Iterator<Item = (String, String)> {
    headers.iter().filter_map(|(name, value)| {
        let value = std::str::from_utf8(value.as_bytes()).ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    })
}

/// A body as text; all of ours are.
///
/// # Errors
///
/// Gives back the bytes where they are no text.
///
/// Not public API. Used by generated code.
#[inline]
pub fn text(body: Bytes) -> Result<String, Vec<u8>> {
    String::from_utf8(body.into()).map_err(FromUtf8Error::into_bytes)
}

/// A body as bytes.
///
/// Not public API. Used by generated code.
#[inline]
pub fn bytes(body: Bytes) -> Vec<u8> {
    body.into()
}

/// Adds the answer's headers to those that are there, which stay, but for the
/// type of another body.
///
/// Not public API. Used by generated code.
#[inline]
pub fn add_headers(there: &mut HeaderMap, headers: &HeaderMap) {
    there.remove(CONTENT_TYPE);
    for (name, value) in headers {
        there.append(name, value.clone());
    }
}

/// The same headers with one line for each name, as text, for servers that
/// would send only one of several: RFC 9110, section 5.3. Cookies cannot be
/// joined, and stay; what is no text is left out.
///
/// Not public API. Used by generated code.
#[inline]
pub fn joined(headers: &HeaderMap) -> HeaderMap {
    let mut joined = HeaderMap::with_capacity(headers.keys_len());
    for (name, value) in headers {
        let Ok(text) = std::str::from_utf8(value.as_bytes()) else { continue };
        match joined.get_mut(name) {
            Some(line) if name != SET_COOKIE => {
                let both = [HeaderValue::as_bytes(line), b", ", text.as_bytes()].concat();
                // Two valid values make a valid one.
                if let Ok(both) = HeaderValue::from_bytes(&both) {
                    *line = both;
                }
            }
            _ => {
                joined.append(name, value.clone());
            }
        }
    }
    joined
}
