//! The errors of the services under test.

use error_runtime::{ApiError, Caught, Empty, Fallback, FromCaught, Text, envelope};
use http::StatusCode;

envelope! {
    /// The service's own.
    pub Wire = { "code": code, "message": message, "request_id": request_id }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Wire)]
pub(crate) enum Api {
    #[error("There are only {left} left")]
    #[api(status = 409, header("x-left" = "{left}"))]
    OutOfStock { left: u32 },
    #[error("the disk is full")]
    #[api(status = 500)]
    Disk,
}

/// An error without JSON.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Text)]
pub(crate) enum Plain {
    #[error("There is no such page")]
    #[api(status = 404)]
    NoPage,
}

/// An error without a body.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Empty)]
pub(crate) enum Silent {
    #[error("there is nothing to say")]
    #[api(status = 410)]
    Gone,
}

/// What the framework answers, in the service's words.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Wire)]
pub(crate) enum Own {
    #[error("We have nothing at this address")]
    #[api(status = 404)]
    NoRoute,
    #[error("a handler panicked")]
    #[api(status = 503, code = "TRY_LATER")]
    Panicked,
    #[error("{text}")]
    #[api(status = 400)]
    Refused {
        #[api(status)]
        status: StatusCode,
        text: String,
    },
}

/// Nothing catches a 5xx that is no panic.
impl Fallback for Own {
    type Envelope = Wire;

    fn catch(caught: &Caught) -> Option<Self> {
        match caught.status() {
            _ if caught.is_panic() => Some(Self::Panicked),
            StatusCode::NOT_FOUND => Some(Self::NoRoute),
            status if status.is_client_error() => {
                Some(Self::Refused { status, text: FromCaught::from_caught(caught) })
            }
            _ => None,
        }
    }
}
