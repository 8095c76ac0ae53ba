// The path of an envelope.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, envelope = "Problem")]
enum Text {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Variant {
    #[error("flag")]
    #[api(envelope)]
    Flag,
    #[error("none")]
    #[api(envelope = { "error": code })]
    Template,
}

fn main() {}
