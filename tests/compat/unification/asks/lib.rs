//! A crate that asks for axum.

use error_runtime::ApiError;
use std::error::Error;
use std::fmt;

/// An error that is axum's response.
#[derive(Debug, ApiError)]
#[api(axum, status = 404)]
pub struct Asked;

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("asked")
    }
}

impl Error for Asked {}
