// 204, 205 and 304 send no body, so nothing can be declared for it.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("no content")]
    #[api(status = 204, any_status, message = "None", hint = "None")]
    NoContent,
    #[error("not modified")]
    #[api(status = 304, any_status, detail("tag" = .tag), member("cached" = true))]
    NotModified { tag: String },
    #[error("reset")]
    #[api(status = 205, any_status)]
    ResetContent {
        #[api(detail)]
        field: String,
    },
    #[error("errors")]
    #[api(status = 205, any_status)]
    Errors(#[api(errors)] Vec<Enum>, #[api(message)] String),
    // No complaint: another row has a body.
    #[error("row")]
    #[api(status = 204, any_status)]
    #[api(when(1), status = 400)]
    Row(#[api(detail = "row")] u8),
    // No complaint: they stand in a header.
    #[error("said")]
    #[api(status = 304, any_status, message = "Said", redirect("/there", m = message, h = hint))]
    Said(#[api(hint)] String),
    // No complaint: headers are sent.
    #[error("not modified")]
    #[api(status = 304, any_status, code = "CACHED", header("ETag" = "{tag}"))]
    Cached { tag: String },
}

fn main() {}
