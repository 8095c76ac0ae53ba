// An empty list says nothing, so the status is missing.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one")]
    #[api()]
    One,
}

fn main() {}
