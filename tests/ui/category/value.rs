// A constant text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("word")]
    #[api(category = conflict)]
    Word,
    #[error("flag")]
    #[api(category)]
    Flag,
    #[error("placeholder")]
    #[api(category = "{kind}")]
    Placeholder { kind: String },
}

fn main() {}
