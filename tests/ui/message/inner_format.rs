// `{inner}` is a text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error(transparent)]
    #[api(transparent, message = "Outer: {inner:?}")]
    Debug(#[from] Inner),
    #[error("hex")]
    #[api(transparent, hint = "Outer: {inner:#x}")]
    Hex(#[source] Inner),
    #[error("width")]
    #[api(transparent, message = "Outer: {line:>inner$}")]
    Width {
        #[source]
        cause: Inner,
        line: u32,
    },
    // No complaint.
    #[error("padded")]
    #[api(transparent, message = "Outer: {inner:>20}")]
    Padded(#[source] Inner),
}

fn main() {}
