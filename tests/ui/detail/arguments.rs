// Arguments belong to a text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("number")]
    #[api(detail("a" = 1, 2))]
    Number,
    #[error("field")]
    #[api(member("a" = .0, .0))]
    Field(u8),
    #[error("unused")]
    #[api(detail("a" = "text", .0))]
    Unused(u8),
    #[error("missing")]
    #[api(member("a" = "text {} {}", .0))]
    Missing(u8),
    #[error("nested")]
    #[api(detail("a" = { "b": 1, 2 }))]
    Nested,
}

fn main() {}
