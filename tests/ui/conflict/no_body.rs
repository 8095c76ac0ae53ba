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
    // No complaint: headers are sent.
    #[error("not modified")]
    #[api(status = 304, any_status, code = "CACHED", header("ETag" = "{tag}"))]
    Cached { tag: String },
}

fn main() {}
