//! What axum, or a panic, answers in the service's place.

use crate::error::CoDrag;
use error_runtime::{ApiError, FieldError};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag)]
pub enum Fallback {
    #[error("There is nothing at this address")]
    #[api(status = 404, catch = 404, hint = "The addresses begin with /projects")]
    NoSuchAddress,

    #[error("This address has no such method")]
    #[api(status = 405, catch = 405, hint = "See `Allow`")]
    NoSuchMethod,

    #[error("{text}")]
    #[api(status = 400, catch = "4xx")]
    BadRequest {
        #[api(status)]
        status: u16,
        text: String,
        #[api(errors)]
        fields: Vec<FieldError>,
    },

    #[error("it took too long")]
    #[api(status = 504, catch = "timeout", retry = "exponential")]
    TooSlow,

    #[error("the service failed")]
    #[api(status = 500, catch("panic", "5xx"))]
    Failed,
}
