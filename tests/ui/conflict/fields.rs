// One field gives the message, one the hint, one the delay, and so on.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("message")]
    Message {
        #[api(message)]
        one: String,
        #[api(message)]
        two: String,
    },
    #[error("hint")]
    Hint(#[api(hint)] String, #[api(hint)] String),
    #[error("delay")]
    Delay {
        #[api(retry_after)]
        seconds: u64,
        #[api(retry_after(ms))]
        millis: u64,
    },
    #[error("status")]
    Status(#[api(status)] u16, #[api(status)] u16),
    #[error("code")]
    Code(#[api(code)] u16, #[api(code)] String),
    #[error("errors")]
    Errors(#[api(errors)] Vec<Inner>, #[api(errors, status)] Vec<Inner>),
}

fn main() {}
