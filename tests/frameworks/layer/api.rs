//! The errors and the shapes of the API under test.

use error_runtime::{ApiError, envelope};

envelope! {
    /// The API's own shape.
    pub House = { "code": code, "message": message, "request_id": request_id }
}

envelope! {
    /// Another API's shape, for layers in layers.
    pub Guest = { "guest": { "code": code, "message": message }, "id": request_id }
}

/// What handlers of the API return.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = House, axum)]
pub enum Own {
    #[error("Somebody else has it open")]
    #[api(status = 409)]
    Locked,

    #[error("No project '{id}'")]
    #[api(status = 404)]
    NoSuchProject { id: String },

    #[error("the store failed")]
    #[api(status = 500)]
    Store(#[source] Disk),

    #[error("This is worth a warning")]
    #[api(status = 400, log = "warn")]
    Odd,

    #[error("This is worth a debugger's look")]
    #[api(status = 503, log = "debug")]
    Busy,

    #[error("Nobody needs to hear of this")]
    #[api(status = 404, log = "off")]
    Quiet,

    #[error("Only in words")]
    #[api(status = 418, envelope = error_runtime::Text)]
    Words,

    #[error("gone")]
    #[api(status = 410, envelope = error_runtime::Empty, header("x-gone" = "1"))]
    Bare,

    #[error("Log in first")]
    #[api(status = 401, header("set-cookie" = "a=1"), challenge("Bearer", realm = "api"))]
    LoggedOut,
}

/// A source with a source of its own.
#[derive(Debug, thiserror::Error)]
#[error("sector 7 is unreadable")]
pub struct Disk {
    #[source]
    pub cause: std::io::Error,
}

impl Own {
    /// An error with two sources.
    pub fn store() -> Self {
        Self::Store(Disk { cause: std::io::Error::other("the head crashed") })
    }
}

/// An error without an envelope of its own: a problem.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(axum)]
pub enum Trouble {
    #[error("Somebody else has it open")]
    #[api(status = 409, title = "Locked")]
    Locked,
}
