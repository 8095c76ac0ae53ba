// `transparent` is a flag and needs one inner error.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("none")]
    #[api(transparent)]
    None,
    #[error("two")]
    #[api(transparent)]
    Two(Inner, Inner),
    #[error("value")]
    #[api(transparent = true)]
    Value(Inner),
}

#[derive(Debug, Error, ApiError)]
#[error("a struct")]
#[api(transparent)]
struct Struct {
    first: Inner,
    second: Inner,
}

fn main() {}
