// A value that a header can hold, or `none`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 405)]
enum Enum {
    #[error("line")]
    #[api(header("X-Note" = "one\ntwo"))]
    Line,
    #[error("letters")]
    #[api(header("X-Note" = "Größe"))]
    Letters,
    #[error("space")]
    #[api(header("X-Note" = " padded"))]
    Space,
    #[error("number")]
    #[api(header("X-Limit" = 100))]
    Number,
    #[error("placeholder")]
    #[api(header("X-Limit" = "{limt}"))]
    Placeholder { limit: u32 },
    #[error("expressions")]
    #[api(header("X-A" = ., "X-B" = "x" "y", "X-C" = "{}", .limit +, "X-D" = "{}", .))]
    Expressions { limit: u32 },
}

fn main() {}
