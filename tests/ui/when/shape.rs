// The pattern stands as it would in a match arm.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("tuple")]
    #[api(when { 0: 3 }, status = 404)]
    Tuple(u8),
    #[error("named")]
    #[api(when(3), status = 404)]
    Named { kind: u8 },
    #[error("unit")]
    #[api(when(3), status = 404)]
    Unit,
    #[error("too many")]
    #[api(when(3, 4), status = 404)]
    TooMany(u8),
    #[error("too few")]
    #[api(when(3), status = 404)]
    TooFew(u8, u8),
    #[error("empty")]
    #[api(when(), status = 404)]
    Empty(u8),
    #[error("flag")]
    #[api(when, status = 404)]
    Flag(u8),
    #[error("equals")]
    #[api(when = 3, status = 404)]
    Equals(u8),
    #[error("field")]
    #[api(when { knid: 3 }, status = 404)]
    Field { kind: u8 },
    #[error("two")]
    #[api(when(3), when(4), status = 404)]
    Two(u8),
}

fn main() {}
