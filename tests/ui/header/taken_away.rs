// A header cannot be there and be taken away.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, header("x-one" = "1"))]
enum Enum {
    #[error("both")]
    #[api(header("Allow" = none), header("allow" = "GET"))]
    Both,
    #[error("one list")]
    #[api(header("x-two" = "2", "X-Two" = none))]
    OneList,
    // No complaint: the type's is taken away, and replaced.
    #[error("type")]
    #[api(header("x-one" = none, "X-One" = "2"))]
    OfType,
}

fn main() {}
