// `api` takes a list in parentheses.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api]
enum Path {
    #[error("one")]
    #[api = "x"]
    Value,
    #[error("two")]
    #[api { status = 404 }]
    Braces,
    #[error("three")]
    #[api[status = 404]]
    Brackets,
    #[error("four")]
    #[api(status = 404)]
    Field(#[api] u32),
}

fn main() {}
