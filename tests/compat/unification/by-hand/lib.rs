//! A crate that has axum and writes the impls itself, around ours.

use axum::response::{IntoResponse, Response};
use error_runtime::{ApiError, envelope};
use std::error::Error;
use std::fmt;

envelope! {
    /// Whose success is written by hand, too.
    pub Shape = { "code": code }
    success = { "data": data }
}

/// An error with an answer of its own.
#[derive(Debug, ApiError)]
#[api(envelope = Shape)]
pub enum ByHand<T> {
    /// As declared.
    #[api(status = 400, message = "{0}")]
    Declared(T),
}

impl<T: fmt::Display> fmt::Display for ByHand<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("by hand")
    }
}

impl<T: fmt::Debug + fmt::Display> Error for ByHand<T> {}

impl<T: fmt::Debug + fmt::Display> IntoResponse for ByHand<T> {
    fn into_response(self) -> Response {
        let mut response = ApiError::to_http(&self);
        response.headers_mut().insert("x-by", "hand".parse().unwrap());
        response
    }
}

impl<T> IntoResponse for Shape<T> {
    fn into_response(self) -> Response {
        "by hand".into_response()
    }
}
