//! One API's errors, the same for the servers of all frameworks.

use error_runtime::{ApiError, Context, FieldError, envelope};
use futures_util::stream::{self, Stream, StreamExt};
use serde::{Deserialize, Serialize};
use std::io;

envelope! {
    /// The API's own shape, for errors and successes.
    #[api(actix_web, axum, ntex, poem, rocket, salvo, trillium, warp)]
    pub House = {
        "ok": false,
        "error": {
            "code": code,
            "message": message,
            "details"?: details,
            "fields"?: errors[{ "pointer": member("pointer") }],
        },
        "request_id": request_id,
    }
    success = { "ok": true, "data": data }
    internal_message = "Something went wrong"
}

envelope! {
    /// RFC 9457 with a request id, for clients that may ask for XML.
    pub Choice = { "title": title, "status": status, "request_id": request_id }
    content_type = "application/problem+json"
    xml = ChoiceXml
}

envelope! {
    /// The same as XML.
    pub ChoiceXml xml("problem", namespace = "urn:ietf:rfc:7807") = {
        "title": title, "status": status, "request_id": request_id
    }
    content_type = "application/problem+xml"
}

/// What handlers of the API return.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = House, actix_web, axum, ntex, poem, rocket, salvo, trillium, warp)]
pub enum AppError {
    #[error("Somebody else has it open")]
    #[api(status = 409, code = "PROJECT_LOCKED", retry = "poll")]
    Locked,

    #[error("No project '{id}'")]
    #[api(status = 404, code = "NO_SUCH_PROJECT")]
    NoSuchProject {
        #[api(detail)]
        id: String,
    },

    #[error("Log in first")]
    #[api(
        status = 401,
        header("set-cookie" = "a=1"),
        header("set-cookie" = "b=2"),
        challenge("Bearer", realm = "api"),
        challenge("Basic", realm = "api")
    )]
    LoggedOut,

    #[error("Too many requests")]
    #[api(status = 429)]
    SlowDown {
        #[api(retry_after)]
        seconds: u64,
    },

    #[error("the store at /srv/data failed")]
    #[api(status = 500)]
    #[api(
        when(cause if cause.kind() == io::ErrorKind::NotFound),
        status = 404, code = "NO_SUCH_FILE", message = "There is no such file"
    )]
    Store(#[from] io::Error),

    #[error("Schlüssel „{0}“ fehlt 🔑")]
    #[api(status = 422, code = "SCHLÜSSEL")]
    Unicode(#[api(detail = "naïve")] String),

    #[error("gone")]
    #[api(status = 410, envelope = error_runtime::Empty, header("x-gone" = "1"))]
    Bare,

    #[error("Only in words")]
    #[api(status = 418, envelope = error_runtime::Text)]
    Words,

    #[error("Upstream said so")]
    #[api(status = 502, code = "UPSTREAM", expose)]
    Upstream {
        #[api(status)]
        status: u16,
    },

    #[error("The request has a choice")]
    #[api(status = 400, title = "A choice", envelope = Choice)]
    Chosen,

    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Inner),
}

/// An error inside the application's.
#[derive(Debug, thiserror::Error, ApiError)]
pub enum Inner {
    #[error("Not with this token")]
    #[api(status = 403, code = "FORBIDDEN")]
    Forbidden,
}

/// A success.
#[derive(Serialize)]
pub struct Project {
    pub id: &'static str,
}

/// What is posted as JSON.
#[derive(Deserialize)]
pub struct Payload {
    pub name: String,
    pub tags: Vec<u32>,
}

/// The answer to that.
#[derive(Serialize)]
pub struct Posted {
    pub name: String,
    pub tags: usize,
}

/// A query.
#[derive(Deserialize)]
pub struct Page {
    pub page: u32,
}

/// What the framework answers itself.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = House)]
pub enum Fallback {
    #[error("There is nothing at this address")]
    #[api(status = 404, code = "NO_SUCH_ADDRESS", catch = 404)]
    NoRoute,
    #[error("This address has no such method")]
    #[api(status = 405, code = "NO_SUCH_METHOD", catch = 405)]
    NoMethod,
    #[error("The request's body is too large")]
    #[api(status = 413, code = "TOO_LARGE", catch = 413)]
    TooLarge,
    #[error("The request's body has the wrong type")]
    #[api(status = 415, code = "WRONG_TYPE", catch = 415)]
    WrongType,
    #[error("The request is not valid")]
    #[api(status = 400, code = "INVALID", catch(400, 422))]
    Invalid {
        #[api(errors)]
        fields: Vec<FieldError>,
    },
    #[error("It took too long")]
    #[api(status = 504, code = "TOO_SLOW", message = "It took too long", catch = "timeout")]
    TooSlow,
    #[error("a handler panicked")]
    #[api(status = 500, code = "CRASHED", catch = "panic")]
    Crashed,
    #[error("the server failed")]
    #[api(status = 500, code = "INTERNAL", catch = "5xx")]
    Internal,
}

/// The data of two events; the second one tells what context is in force then.
pub fn told() -> impl Stream<Item = String> {
    stream::unfold(0, async |event| {
        tokio::task::yield_now().await;
        let text = match event {
            0 => "1".to_owned(),
            1 => {
                let context = Context::current();
                let id = context.as_ref().and_then(Context::request_id);
                id.unwrap_or("none").to_owned()
            }
            _ => return None,
        };
        Some((text, event + 1))
    })
}

/// These events, as they stand in a body.
pub fn events() -> impl Stream<Item = String> {
    told().map(|data| format!("data: {data}\n\n"))
}
