// A header cannot be there and be taken away.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, header("x-one" = "1"))]
enum Enum {
    #[error("both")]
    #[api(header("Allow" = "GET"), header("allow" = none))]
    Both,
    #[error("one list")]
    #[api(header("x-two" = "2", "X-Two" = none))]
    OneList,
    // No complaint: what the envelope may state is taken away, and replaced.
    #[error("envelope")]
    #[api(header("x-three" = none), header("x-three" = "3"))]
    OfEnvelope,
    // Nor here, where it is the type's.
    #[error("type")]
    #[api(header("x-one" = none, "X-One" = "2"))]
    OfType,
}

fn main() {}
