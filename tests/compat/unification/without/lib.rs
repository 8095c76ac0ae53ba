//! A crate that has no axum, and could not name it.

use error_runtime::{ApiError, envelope};
use std::error::Error;
use std::fmt;

envelope! {
    /// With a success that is no framework's.
    pub Shape = { "code": code }
    success = { "data": data }
}

/// An error that is nothing of axum's.
#[derive(Debug, ApiError)]
#[api(envelope = Shape, status = 409)]
pub struct Without;

impl fmt::Display for Without {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("without")
    }
}

impl Error for Without {}
