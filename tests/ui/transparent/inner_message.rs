// `{inner}` is the inner error's message, in transparent rows only.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("not transparent")]
    #[api(status = 400, message = "Outer: {inner}")]
    NotTransparent(Inner),
    #[error("misspelt")]
    #[api(transparent, message = "Outer: {iner}")]
    Misspelt(Inner),
    // Named once.
    #[error("unknown")]
    #[api(transparent, message = "Outer: {text}")]
    Unknown { inner: Inner },
}

fn main() {}
