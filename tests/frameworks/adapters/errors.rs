//! One API's errors, with every flag.

use error_runtime::{ApiError, Empty, Text, envelope};
use http::HeaderValue;
use std::fmt::Debug;
use std::io;
use std::time::Duration;

envelope! {
    /// The API's own shape, for errors and successes.
    #[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, trillium, warp)]
    pub House = {
        "ok": false,
        "error": {
            "code": code,
            "message": message,
            "details"?: details,
            "retry_after"?: retry_after,
        },
    }
    success = { "ok": true, "data": data }
    header("cache-control" = "no-store")
    internal_message = "Something went wrong"
}

/// What handlers of the API return.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, tonic, trillium, warp)]
#[api(envelope = House, face(Old, envelope = Text))]
pub enum AppError {
    #[error("Somebody else has it open")]
    #[api(status = 409, code = "PROJECT_LOCKED", retry = "poll")]
    Locked,

    #[error("No project '{id}' in {region}")]
    #[api(status = 404, face(Old, status = 410, header("x-old" = "1")))]
    NoSuchProject {
        #[api(detail)]
        id: String,
        #[api(detail, header = "x-region")]
        region: &'static str,
    },

    #[error("Log in first")]
    #[api(
        status = 401,
        header("set-cookie" = "a=1; Path=/"),
        header("set-cookie" = "b=2, three"),
        header("x-a" = "1"),
        header("x-a" = "2"),
        challenge("Bearer", realm = "api", error = code),
        challenge("Basic", realm = "api")
    )]
    LoggedOut,

    #[error("Too many requests")]
    #[api(status = 429)]
    SlowDown {
        #[api(retry_after)]
        left: Duration,
    },

    #[error("Schlüssel „{0}“ fehlt 🔑")]
    #[api(status = 422, code = "SCHLÜSSEL")]
    Unicode(#[api(detail = "naïve")] String),

    #[error("gone")]
    #[api(status = 410, envelope = Empty, header("x-gone" = "1"))]
    Bare,

    #[error("Only in words")]
    #[api(status = 418, envelope = Text)]
    Words,

    #[error("the store at /srv/data failed")]
    #[api(status = 500)]
    #[api(
        when(cause if cause.kind() == io::ErrorKind::NotFound),
        status = 404, code = "NO_SUCH_FILE", message = "There is no such file"
    )]
    Store(#[from] io::Error),

    #[error("It has moved")]
    #[api(status = 307, any_status, header("location" = "/elsewhere"))]
    Moved,

    #[error("There is nothing to say")]
    #[api(status = 204, any_status, header("x-nothing" = "1"))]
    Nothing,

    #[error("The upstream said so")]
    #[api(status = 502, code = "UPSTREAM", expose)]
    Upstream {
        #[api(status)]
        status: u16,
        /// Any bytes that a header may hold.
        #[api(header = "x-told")]
        told: HeaderValue,
    },
}

/// The API's former face.
pub struct Old;

/// A generic error.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, tonic, trillium, warp)]
#[api(envelope = House)]
pub enum Generic<T: Debug, const N: usize>
where
    T: Clone,
{
    #[error("{found:?} of {N}")]
    #[api(status = 422)]
    TooMany {
        #[api(detail)]
        found: T,
    },
}

/// An error that borrows.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, tonic, trillium, warp)]
#[api(envelope = House)]
#[error("No word '{word}'")]
#[api(status = 404)]
pub struct NoSuchWord<'a> {
    #[api(detail)]
    pub word: &'a str,
}
