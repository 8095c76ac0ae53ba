// `#[error(transparent)]` shows its source.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error(transparent)]
    #[api(status = 400)]
    From(#[from] std::io::Error),
    #[error(transparent)]
    #[api(status = 400)]
    Unmarked(std::fmt::Error),
    #[error(transparent)]
    #[api(status = 500, expose)]
    Exposed(#[from] std::num::ParseIntError),
    // No complaint: hidden, and answered for by itself.
    #[error(transparent)]
    #[api(status = 500)]
    Hidden(#[from] std::num::ParseFloatError),
    #[error(transparent)]
    #[api(transparent)]
    Nested(#[from] Inner),
}

fn main() {}
