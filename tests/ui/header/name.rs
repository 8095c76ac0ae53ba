// A name by RFC 9110's grammar that no other key is for.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 405)]
enum Enum {
    #[error("space")]
    #[api(header("X Rate" = "1"))]
    Space,
    #[error("empty")]
    #[api(header("" = "1"))]
    Empty,
    #[error("letters")]
    #[api(header("X-Größe" = "1"))]
    Letters,
    #[error("length")]
    #[api(header("Content-Length" = "0"))]
    Length,
    #[error("type")]
    #[api(header("Content-Type" = "text/plain"))]
    Type,
    #[error("delay")]
    #[api(header("Retry-After" = "30"))]
    Delay,
    #[error("field")]
    Field {
        #[api(header = "X Rate")]
        rate: u32,
    },
}

fn main() {}
