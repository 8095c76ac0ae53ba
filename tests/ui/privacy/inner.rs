// An inner error's own text is private; `{inner}` is its public message.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 500)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("marked")]
    #[api(transparent, message = "Outer: {0}")]
    Marked(#[from] Inner),
    #[error("unmarked")]
    #[api(transparent, hint = "It was {0}")]
    Unmarked(Inner),
    #[error("row: {0}")]
    #[api(transparent)]
    #[api(when(self::Inner), status = 400)]
    Row(Inner),
    // thiserror's `transparent`, and ours not.
    #[error(transparent)]
    #[api(status = 500, message = "Outer: {0}")]
    Foreign(std::fmt::Error),
    // No complaint.
    #[error("public")]
    #[api(transparent, message = "Outer: {inner}")]
    Public(Inner),
}

fn main() {}
