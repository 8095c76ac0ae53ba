//! Who may change something.

use crate::error::AuthError;
use axum::http::{HeaderMap, header::AUTHORIZATION};

/// The token that may write; any other may only read.
pub const WRITER: &str = "writer";

pub fn may_write(headers: &HeaderMap) -> Result<(), AuthError> {
    let sent = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match sent.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(WRITER) => Ok(()),
        Some(_) => Err(AuthError::ReadOnlyToken),
        None => Err(AuthError::TokenMissing),
    }
}
