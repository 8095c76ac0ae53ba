// The inner error answers for itself; its field says nothing more.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("detail")]
    #[api(transparent)]
    Detail(#[api(detail = "inner")] Inner),
    #[error("header")]
    #[api(transparent)]
    Header {
        #[source]
        #[api(header = "X-Inner")]
        inner: Inner,
        // No complaint: it is added to what the inner error says.
        #[api(detail)]
        id: u32,
    },
    #[error("status")]
    #[api(transparent)]
    Status(#[api(status)] Inner),
    #[error("code")]
    #[api(transparent)]
    Code(#[api(code)] Inner),
    #[error("errors")]
    #[api(transparent)]
    Errors(#[api(errors)] Inner),
    #[error("message")]
    #[api(transparent)]
    Message {
        #[api(message)]
        inner: Inner,
    },
}

fn main() {}
