// A constant text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("number")]
    #[api(title = 5)]
    Number,
    #[error("word")]
    #[api(title = none)]
    Word,
    #[error("flag")]
    #[api(title)]
    Flag,
    // RFC 9457: a title does not change from occurrence to occurrence.
    #[error("placeholder")]
    #[api(title = "No user {id}")]
    Placeholder { id: u32 },
}

fn main() {}
