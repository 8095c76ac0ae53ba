// Errors are 400 to 599; the flag `any_status` allows more, but never a 1xx.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("ok")]
    #[api(status = 200)]
    Ok,
    #[error("found")]
    #[api(status = FOUND)]
    Found,
    #[error("six hundred")]
    #[api(status = 600)]
    SixHundred,
    #[error("early hints")]
    #[api(status = 103, any_status)]
    EarlyHints,
    #[error("row")]
    #[api(status = 404)]
    #[api(when(0), status = 304)]
    Row(u8),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 302)]
enum Default {
    #[error("one")]
    One,
    #[error("two")]
    Two,
}

fn main() {}
